-- SPDX-License-Identifier: EUPL-1.2
-- Whom aanmeldingen are about that were decided on before that was kept; only where the rows themselves say it.
-- Nothing for what joined a casus with somebody who stood in it (nobody said who), nor for what was imported (an
-- aanmelding of a package need not be about the hoofdbetrokkene of its casus).

-- Taken off since: the casus went to a persoon who was made then, and is about them still.
UPDATE aanmelding_koppeling k SET persoon_id = p.id
  FROM aanmelding_aanmelding a, casus_casus c, personen_persoon p
 WHERE a.id = k.aanmelding_id AND k.verbroken_op IS NOT NULL AND c.id = a.casus_id
   AND p.id = c.hoofdbetrokkene_id AND p.invoer IS NULL AND p.aangemaakt_op >= k.verbroken_op;

-- Somebody new, in a casus that the decision opened or joined: made by the statement that wrote the
-- beslissers, so of the same moment, to the microsecond.
INSERT INTO aanmelding_koppeling (id, aanmelding_id, persoon_id)
SELECT gen_random_uuid(), n.aanmelding_id, n.persoon_id
  FROM (SELECT DISTINCT b.aanmelding_id, m.persoon_id
          FROM aanmelding_beslisser b
          JOIN aanmelding_aanmelding a ON a.id = b.aanmelding_id
          JOIN casus_betrokkenheid m ON m.casus_id = a.casus_id
          JOIN personen_persoon p ON p.id = m.persoon_id
         WHERE b.invoer IS NULL AND p.invoer IS NULL AND p.aangemaakt_op = b.aangemaakt_op) n
ON CONFLICT (aanmelding_id) DO NOTHING;
