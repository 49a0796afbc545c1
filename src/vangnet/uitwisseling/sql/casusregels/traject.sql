-- SPDX-License-Identifier: EUPL-1.2
-- On every day of a traject the inzet is procesregie.
WITH regie AS (
    SELECT casus_id, range_agg(daterange(vanaf::date, tot::date, '[]')) AS dagen
    FROM invoer.inzetten
    WHERE soort = 'procesregie' AND vanaf IS NOT NULL AND coalesce(tot >= vanaf, true)
    GROUP BY casus_id
)
SELECT 'trajecten', coalesce(t.rij, 0), 'vanaf', t.vanaf, 'traject_zonder_procesregie', ''
FROM invoer.trajecten t
LEFT JOIN regie r USING (casus_id)
WHERE t.vanaf IS NOT NULL
  AND coalesce(t.tot >= t.vanaf, true)
  AND NOT coalesce(daterange(t.vanaf::date, t.tot::date, '[]') <@ r.dagen, false)
  AND NOT EXISTS (SELECT FROM invoer.fout f WHERE f.bestand = 'trajecten' AND f.rij = t.rij)
  AND NOT EXISTS (SELECT FROM invoer.fout f
                  JOIN invoer.inzetten i ON i.rij = f.rij
                  WHERE f.bestand = 'inzetten' AND i.casus_id = t.casus_id)
