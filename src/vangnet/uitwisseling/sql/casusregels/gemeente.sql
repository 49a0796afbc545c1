-- SPDX-License-Identifier: EUPL-1.2
-- The gemeente of a casus is that of its first aanmelding. A file without the column says nothing:
-- `beide` is false then, and empty is not the answer "unknown".
SELECT 'casussen', coalesce(c.rij, 0), 'gemeente', coalesce(c.gemeente, ''),
       'gemeente_aanmelding', coalesce(a.gemeente, 'onbekend')
FROM invoer.casussen c
JOIN invoer.aangemeld a USING (casus_id)
WHERE c.gemeente IS DISTINCT FROM a.gemeente
  AND (%(beide)s OR (c.gemeente IS NOT NULL AND a.gemeente IS NOT NULL))
  AND NOT EXISTS (
      SELECT FROM invoer.fout f
      WHERE f.kolom = 'gemeente' AND f.soort <> 'gemeente_dag'
        AND ((f.bestand = 'casussen' AND f.rij = c.rij)
             OR (f.bestand = 'aanmeldingen' AND f.rij = a.rij)))
