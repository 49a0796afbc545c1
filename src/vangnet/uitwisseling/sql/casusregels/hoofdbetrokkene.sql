-- SPDX-License-Identifier: EUPL-1.2
-- The hoofdbetrokkene has that rol among the betrokkenen.
SELECT 'casussen', coalesce(c.rij, 0), 'hoofdbetrokkene', c.hoofdbetrokkene,
       'hoofdbetrokkene', ''
FROM invoer.casussen c
WHERE c.hoofdbetrokkene IS NOT NULL
  AND NOT EXISTS (SELECT FROM invoer.betrokkenen b
                  WHERE b.casus_id = c.casus_id AND b.persoon_id = c.hoofdbetrokkene
                    AND b.rol = 'hoofdbetrokkene')
