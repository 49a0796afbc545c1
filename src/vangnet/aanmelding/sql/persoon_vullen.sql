-- SPDX-License-Identifier: EUPL-1.2
-- Whom aanmeldingen are about that were decided on before that was kept; only where the rows themselves say it.
-- Left empty: what joined a casus with somebody who stood in it (nobody said who), and what was imported (an
-- aanmelding of a package need not be about the hoofdbetrokkene of its casus).

-- Somebody who was known, chosen at the decision and not taken off since.
UPDATE aanmelding_aanmelding a SET persoon_id = k.persoon_id
  FROM aanmelding_koppeling k
 WHERE k.aanmelding_id = a.id AND k.verbroken_op IS NULL AND a.casus_id IS NOT NULL AND a.persoon_id IS NULL;

-- Taken off since: the casus went to a persoon who was made then, and is about them still.
UPDATE aanmelding_aanmelding a SET persoon_id = p.id
  FROM aanmelding_koppeling k, casus_casus c, personen_persoon p
 WHERE k.aanmelding_id = a.id AND k.verbroken_op IS NOT NULL AND c.id = a.casus_id
   AND p.id = c.hoofdbetrokkene_id AND p.invoer IS NULL AND p.aangemaakt_op >= k.verbroken_op
   AND a.persoon_id IS NULL;

-- Somebody new, in a casus that the decision opened or joined: made by the statement that wrote the
-- beslissers, so of the same moment, to the microsecond.
UPDATE aanmelding_aanmelding a SET persoon_id = p.id
  FROM aanmelding_beslisser b, casus_betrokkenheid m, personen_persoon p
 WHERE b.aanmelding_id = a.id AND b.invoer IS NULL AND m.casus_id = a.casus_id AND p.id = m.persoon_id
   AND p.invoer IS NULL AND p.aangemaakt_op = b.aangemaakt_op AND a.persoon_id IS NULL;
