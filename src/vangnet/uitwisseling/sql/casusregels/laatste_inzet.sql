-- SPDX-License-Identifier: EUPL-1.2
-- The last inzet of a closing (the last begun on or before it) ends on afgesloten_op; resultaat is
-- there when it is procesregie, and then only; overdracht then only.
WITH laatste AS (
    SELECT DISTINCT ON (s.id) s.rij, s.casus_id, s.afgesloten_op, s.resultaat, s.overdracht,
           i.soort AS inzet, i.tot, i.rij AS inzet_rij, i.id AS inzet_id
    FROM invoer.afsluitingen s
    LEFT JOIN invoer.inzetten i ON i.casus_id = s.casus_id AND i.vanaf <= s.afgesloten_op
    WHERE s.afgesloten_op IS NOT NULL
    ORDER BY s.id, i.vanaf DESC NULLS LAST
),
oordeel AS (
    SELECT l.rij, l.inzet_rij, f.*
    FROM laatste l
    CROSS JOIN LATERAL (VALUES
        ('afgesloten_op', l.afgesloten_op, 'afsluiting_zonder_inzet', '',
         l.inzet_id IS NULL AND EXISTS (SELECT FROM invoer.inzetten i
                                        WHERE i.casus_id = l.casus_id AND i.vanaf IS NOT NULL)),
        ('afgesloten_op', l.afgesloten_op, 'inzet_eind', l.tot, l.tot <> l.afgesloten_op),
        ('resultaat', '', 'resultaat_ontbreekt', '',
         l.inzet = 'procesregie' AND l.resultaat IS NULL),
        ('resultaat', l.resultaat, 'resultaat_te_veel', '',
         l.inzet <> 'procesregie' AND l.resultaat IS NOT NULL),
        ('overdracht', l.overdracht, 'overdracht_te_veel', '',
         l.inzet <> 'procesregie' AND l.overdracht IS NOT NULL)
    ) f (kolom, waarde, soort, over, fout)
    WHERE f.fout
)
SELECT 'afsluitingen', coalesce(o.rij, 0), o.kolom, o.waarde, o.soort, o.over
FROM oordeel o
WHERE NOT EXISTS (SELECT FROM invoer.datumfout f WHERE f.rij = o.inzet_rij)
  AND NOT EXISTS (SELECT FROM invoer.fout f
                  WHERE f.bestand = 'afsluitingen' AND f.kolom = o.kolom AND f.rij = o.rij)
