-- SPDX-License-Identifier: EUPL-1.2
-- The same sentence as in aangesprokene.sql, with the asker checked once and the casus joined
-- (toegang/sql/eenmaal.sql).
CREATE OR REPLACE FUNCTION voortgang.mijn_opschalingen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT o.id FROM public.voortgang_opschaling o
      JOIN public.casus_casus c ON c.id = o.casus_id
     WHERE o.aangesprokene_id = wie AND o.beantwoord_op IS NULL
       AND o.toegelaten_op <= (now() AT TIME ZONE 'Europe/Amsterdam')::date AND NOT c.gesloten
       AND EXISTS (SELECT FROM toegang.tellende_rollen(wie) t WHERE t.rol = 'aangesprokene');
END $$;
