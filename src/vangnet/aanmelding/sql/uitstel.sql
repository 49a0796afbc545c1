-- SPDX-License-Identifier: EUPL-1.2
-- Once, at the upgrade that begins to destroy: what is past its term by then stays two weeks more, so that the
-- house can still answer, and make a back-up.
UPDATE public.aanmelding_aanmelding a SET uitgesteld_tot = casus.dag() + 14
 WHERE aanmelding.is_verlopen(a.id);
