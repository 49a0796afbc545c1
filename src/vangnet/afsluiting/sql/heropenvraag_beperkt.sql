-- SPDX-License-Identifier: EUPL-1.2
-- A question to reopen names a kenmerk, which tells the house of a casus that is beperkt and of who was on it.

-- The questions that the house reads: not one about a casus that is beperkt, unless the asker is a procesregisseur
-- who may know of it, as for reopening it. A kenmerk that there is not stays, as it was typed: who asked is told
-- nothing. So nobody handles what they asked themselves, with whichever account: that it can't be handled would
-- tell that there is such a casus. In capitals or not, because somebody typed it over.
CREATE FUNCTION afsluiting.mijn_heropenvragen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
    v_regisseur boolean := toegang.heeft_een(ARRAY['procesregisseur']);
BEGIN
    IF NOT toegang.is_huis() THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT v.id FROM public.afsluiting_heropenvraag v
     WHERE NOT gebruikers.is_zelfde_mens(v.gevraagd_door_id, v_wie) AND NOT EXISTS (
        SELECT FROM public.casus_casus c
         WHERE c.beperkt AND upper(c.kenmerk) = upper(v.kenmerk)
           AND NOT (v_regisseur AND afsluiting.kent_gesloten(v_wie, c)));
END $$;

REVOKE ALL ON FUNCTION afsluiting.mijn_heropenvragen() FROM PUBLIC;
