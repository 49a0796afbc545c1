-- SPDX-License-Identifier: EUPL-1.2
-- Who judges which look: the FG all but the own, a manager those of an FG, of either kind. An FG who is
-- regisseur as well may break the glass too, and in most houses there is no second FG.
CREATE OR REPLACE FUNCTION toegang.te_beoordelen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
    v_fg boolean := toegang.heeft_een(ARRAY['privacy_officer']);
    v_manager boolean := toegang.heeft_een(ARRAY['manager']);
BEGIN
    IF NOT (v_fg OR v_manager) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT i.id FROM public.toegang_inzage i
     WHERE i.beoordeeld_op IS NULL AND NOT gebruikers.is_zelfde_mens(i.gebruiker, v_wie)
       AND (v_fg OR (v_manager AND EXISTS (
            SELECT FROM public.toegang_accountrol r
             WHERE r.gebruiker = i.gebruiker AND r.rol = 'privacy_officer'
               AND r.vanaf <= (i.vanaf AT TIME ZONE 'Europe/Amsterdam')::date
               AND coalesce(r.tot, 'infinity') >= (i.vanaf AT TIME ZONE 'Europe/Amsterdam')::date
               AND coalesce(r.beeindigd_op, 'infinity') >= i.vanaf)));
END $$;
