-- SPDX-License-Identifier: EUPL-1.2
-- A casus has an inzet.
SELECT 'casussen', coalesce(c.rij, 0), 'casus_id', c.casus_id, 'zonder_inzet', ''
FROM invoer.casussen c
WHERE c.casus_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM invoer.inzetten i WHERE i.casus_id = c.casus_id)
