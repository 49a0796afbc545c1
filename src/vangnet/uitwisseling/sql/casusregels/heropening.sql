-- SPDX-License-Identifier: EUPL-1.2
-- A later closing follows a heropend_op.
WITH paar AS (
SELECT rij, afgesloten_op, lag(afgesloten_op) OVER w AS vorige,
           lag(heropend_op) OVER w AS heropend_op
FROM invoer.afsluitingen WHERE afgesloten_op IS NOT NULL
    WINDOW w AS (PARTITION BY casus_id ORDER BY afgesloten_op))
SELECT 'afsluitingen', coalesce(rij, 0), 'afgesloten_op', afgesloten_op,
       'sluiting_zonder_heropening', vorige
FROM paar
WHERE vorige IS NOT NULL AND (heropend_op IS NULL OR heropend_op > afgesloten_op)
