-- SPDX-License-Identifier: EUPL-1.2
-- The first inzet begins on or after aangemeld_op.
WITH eerste AS (
    SELECT DISTINCT ON (casus_id) casus_id, rij, vanaf
    FROM invoer.inzetten
    WHERE vanaf IS NOT NULL
    ORDER BY casus_id, vanaf
)
SELECT 'inzetten', coalesce(e.rij, 0), 'vanaf', e.vanaf, 'inzet_voor_aanmelding', a.aangemeld_op
FROM eerste e
JOIN invoer.aangemeld a USING (casus_id)
WHERE e.vanaf < a.aangemeld_op
