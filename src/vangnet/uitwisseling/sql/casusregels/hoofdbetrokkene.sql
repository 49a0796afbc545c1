-- SPDX-License-Identifier: EUPL-1.2
-- The hoofdbetrokkene has that rol among the betrokkenen.
SELECT 'casussen', coalesce(c.rij, 0), 'hoofdbetrokkene', c.hoofdbetrokkene,
       'hoofdbetrokkene', ''
FROM invoer.casussen c
WHERE c.hoofdbetrokkene IS NOT NULL
  AND NOT EXISTS (SELECT FROM invoer.betrokkenen b
                  WHERE b.casus_id = c.casus_id AND b.persoon_id = c.hoofdbetrokkene
                    AND b.rol = 'hoofdbetrokkene')
  -- Not when a rol of this casus could not be read.
  AND NOT EXISTS (SELECT FROM invoer.fout f
                  JOIN invoer.betrokkenen b ON b.rij = f.rij
                  WHERE f.bestand = 'betrokkenen' AND b.casus_id = c.casus_id)
