-- SPDX-License-Identifier: EUPL-1.2
-- Inzetten do not overlap and the next begins the day after. Between two of them stands no closing,
-- or one after which the casus was reopened: then the next begins on that day.
WITH paar AS (
    SELECT casus_id, rij, vanaf, lag(rij) OVER w AS vorige_rij,
           lag(vanaf) OVER w AS vorige_vanaf, lag(tot) OVER w AS vorige_tot
    FROM invoer.inzetten
    WHERE vanaf IS NOT NULL
    WINDOW w AS (PARTITION BY casus_id ORDER BY vanaf)
),
gesloten AS (
    SELECT DISTINCT ON (p.casus_id, p.vanaf) p.*, s.afgesloten_op, s.heropend_op
    FROM paar p
    LEFT JOIN invoer.afsluitingen s ON s.casus_id = p.casus_id
         AND s.afgesloten_op >= p.vorige_vanaf AND s.afgesloten_op < p.vanaf
    WHERE p.vorige_vanaf IS NOT NULL
    ORDER BY p.casus_id, p.vanaf, s.afgesloten_op DESC NULLS LAST
),
verwacht AS (
    SELECT *, CASE WHEN afgesloten_op IS NOT NULL THEN heropend_op
                   ELSE (vorige_tot::date + 1)::text END AS dag
    FROM gesloten
),
oordeel AS (
    SELECT *, CASE WHEN vorige_tot >= vanaf THEN 'inzet_overlap'
                   WHEN afgesloten_op IS NOT NULL AND heropend_op IS NULL THEN 'inzet_na_sluiting'
                   WHEN dag IS NULL THEN 'inzet_overlap_open'
                   WHEN dag <> vanaf THEN 'inzet_gat' END AS soort
    FROM verwacht
)
SELECT 'inzetten', coalesce(o.rij, 0), 'vanaf', o.vanaf, o.soort,
       CASE o.soort WHEN 'inzet_overlap' THEN o.vorige_tot
                    WHEN 'inzet_na_sluiting' THEN o.afgesloten_op
                    ELSE coalesce(o.dag, '') END
FROM oordeel o
WHERE o.soort IS NOT NULL
  AND NOT EXISTS (SELECT FROM invoer.datumfout f WHERE f.rij = o.rij)
  AND NOT EXISTS (SELECT FROM invoer.datumfout f WHERE f.rij = o.vorige_rij)
