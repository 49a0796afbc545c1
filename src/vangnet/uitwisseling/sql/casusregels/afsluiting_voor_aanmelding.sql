-- SPDX-License-Identifier: EUPL-1.2
-- afgesloten_op is not before aangemeld_op.
SELECT 'afsluitingen', coalesce(s.rij, 0), 'afgesloten_op', s.afgesloten_op,
       'sluiting_voor_aanmelding', a.aangemeld_op
FROM invoer.afsluitingen s
JOIN invoer.aangemeld a USING (casus_id)
WHERE s.afgesloten_op < a.aangemeld_op
