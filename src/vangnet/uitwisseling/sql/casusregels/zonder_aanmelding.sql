-- SPDX-License-Identifier: EUPL-1.2
-- A casus has an aanmelding.
SELECT 'casussen', coalesce(c.rij, 0), 'casus_id', c.casus_id, 'zonder_aanmelding', ''
FROM invoer.casussen c
WHERE c.casus_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM invoer.aanmeldingen a WHERE a.casus_id = c.casus_id)
