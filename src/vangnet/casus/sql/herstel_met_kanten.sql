-- SPDX-License-Identifier: EUPL-1.2
-- A rol that ended doesn't come back into a casus in which people came to stand opposite each other
-- meanwhile: a partner without a side would see both.

-- Whether a partner had no side, while after the rol ended somebody in the casus came in on a side, or came
-- to stand on another one.
CREATE FUNCTION casus.mist_kant(p_rol uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.casus_casusrol r
          JOIN public.casus_betrokkenheid b ON b.casus_id = r.casus_id
         WHERE r.id = p_rol AND r.rol = 'deelnemer' AND r.zijde IS NULL AND b.zijde IS NOT NULL
           AND (b.aangemaakt_op > r.beeindigd_op
                OR EXISTS (SELECT FROM public.casus_betrokkenheidevent h
                            WHERE h.pgh_obj_id = b.id AND h.pgh_created_at > r.beeindigd_op
                              AND h.zijde IS DISTINCT FROM b.zijde)))
$$;

-- Undo that, by who ended it: the rol or invitation is as it was, with the last day that its history
-- has. Who ended their own does not come back by this into a casus that is beperkt: nobody lets
-- themselves in there. A trajectbegeleider is assigned, by voortgang.wijs_traject_toe. In
-- the place of the one in terugnemen.sql, which did not look at sides; who may not hears nothing of them.
CREATE OR REPLACE FUNCTION casus.herstel_rol(p_rol uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_op_slot boolean := false;
    v_tot date;
    r public.casus_casusrol;
BEGIN
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol;
    IF NOT FOUND OR r.beeindigd_door_id IS DISTINCT FROM v_wie
       OR (r.gebruiker_id IS DISTINCT FROM v_wie
           AND NOT toegang.heeft_een(ARRAY['procesregisseur'])) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF r.gebruiker_id IS DISTINCT FROM v_wie THEN
        PERFORM casus.eis_casus(r.casus_id);
    ELSE
        SELECT c.beperkt INTO v_op_slot FROM public.casus_casus c WHERE c.id = r.casus_id FOR UPDATE;
    END IF;
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol FOR UPDATE;
    IF v_op_slot OR r.beeindigd_op IS NULL OR r.beeindigd_op < now() - interval '10 minutes'
       OR r.rol = 'trajectbegeleider' OR casus.is_gesloten(r.casus_id)
       OR (r.gebruiker_id IS NOT NULL
           AND NOT casus.is_aangewezen(r.gebruiker_id, r.rol, r.organisatie_id))
       OR casus.staat_erop(r.casus_id, r.gebruiker_id, r.organisatie_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF casus.mist_kant(p_rol) THEN
        RAISE EXCEPTION 'deze rol mist een kant' USING ERRCODE = 'check_violation';
    END IF;
    SELECT h.tot INTO v_tot FROM public.casus_casusrolevent h
     WHERE h.pgh_obj_id = p_rol AND h.beeindigd_op IS NULL ORDER BY h.pgh_id DESC LIMIT 1;
    UPDATE public.casus_casusrol
       SET beeindigd_op = NULL, beeindigd_door_id = NULL, tot = v_tot
     WHERE id = p_rol;
    PERFORM casus.noteer('casusrol.hersteld', 'casusrol', p_rol, r.casus_id, p_spoor,
        ARRAY['beeindigd_op', 'beeindigd_door', 'tot'], r.gebruiker_id);
    RETURN r.casus_id;
END $$;

REVOKE ALL ON FUNCTION casus.mist_kant(uuid) FROM PUBLIC;
