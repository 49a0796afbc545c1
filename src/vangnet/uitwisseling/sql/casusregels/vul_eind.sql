-- SPDX-License-Identifier: EUPL-1.2
-- The last inzet before a closing ends with it, where the package leaves its end empty.
UPDATE invoer.inzetten i SET tot = l.afgesloten_op
FROM (
    SELECT DISTINCT ON (s.id) s.afgesloten_op, i.id
    FROM invoer.afsluitingen s
    JOIN invoer.inzetten i ON i.casus_id = s.casus_id AND i.vanaf <= s.afgesloten_op
    ORDER BY s.id, i.vanaf DESC
) l
WHERE l.id = i.id AND i.tot IS NULL
  AND NOT EXISTS (SELECT FROM invoer.datumfout f WHERE f.rij = i.rij)
