-- SPDX-License-Identifier: EUPL-1.2
-- A new casus has a kenmerk of its own, however it is typed: "A-12" beside "A1-2" would be found by neither, also by
-- who may know of one of them alone. Compared as casus.kaal_kenmerk does, which the role of the import may not call.
WITH alle AS (
    SELECT r.kenmerk FROM casus_casus r
    UNION
    SELECT s.casus_id FROM invoer.casussen s WHERE s.casus_id IS NOT NULL
), gelijk AS (
    SELECT unnest(array_agg(a.kenmerk)) AS kenmerk, min(a.kenmerk) AS eerste, max(a.kenmerk) AS laatste
      FROM alle a GROUP BY upper(regexp_replace(a.kenmerk, '[^[:alnum:]]', '', 'g')) HAVING count(*) > 1
)
SELECT 'casussen', c.rij, 'casus_id', c.casus_id, 'kenmerk_gelijk',
       CASE g.eerste WHEN c.casus_id THEN g.laatste ELSE g.eerste END
FROM invoer.casussen c
JOIN gelijk g ON g.kenmerk = c.casus_id
WHERE c.rij IS NOT NULL AND NOT EXISTS (SELECT FROM casus_casus r WHERE r.kenmerk = c.casus_id)
