-- SPDX-License-Identifier: EUPL-1.2
-- In the place of those in herstel_met_kanten.sql and deelname.sql: an invitation of before people came to
-- stand opposite each other can't be accepted without a side either.

-- Whether a partner has no side, while after the rol ended, or else since the invitation, somebody in the
-- casus came in on a side, or came to stand on another one.
CREATE OR REPLACE FUNCTION casus.mist_kant(p_rol uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.casus_casusrol r
          JOIN public.casus_betrokkenheid b ON b.casus_id = r.casus_id
         CROSS JOIN LATERAL (SELECT coalesce(r.beeindigd_op, r.aangemaakt_op) AS sinds) toen
         WHERE r.id = p_rol AND r.rol = 'deelnemer' AND r.zijde IS NULL AND b.zijde IS NOT NULL
           AND (b.aangemaakt_op > toen.sinds
                OR EXISTS (SELECT FROM public.casus_betrokkenheidevent h
                            WHERE h.pgh_obj_id = b.id AND h.pgh_created_at > toen.sinds
                              AND h.zijde IS DISTINCT FROM b.zijde)))
$$;

-- Accept or decline one's own invitation.
CREATE OR REPLACE FUNCTION casus.beantwoord_uitnodiging(p_rol uuid, p_aanvaard boolean, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    r public.casus_casusrol;
BEGIN
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol FOR UPDATE;
    IF NOT FOUND OR r.gebruiker_id IS DISTINCT FROM v_wie OR r.antwoord IS NOT NULL
       OR r.beeindigd_op IS NOT NULL OR r.tot < casus.dag() OR p_aanvaard IS NULL
       OR casus.is_gesloten(r.casus_id)
       OR NOT casus.is_aangewezen(v_wie, r.rol, r.organisatie_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_aanvaard AND casus.mist_kant(p_rol) THEN
        RAISE EXCEPTION 'deze uitnodiging mist een kant' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE public.casus_casusrol
       SET antwoord = CASE WHEN p_aanvaard THEN 'aanvaard' ELSE 'geweigerd' END,
           vanaf = CASE WHEN p_aanvaard THEN casus.dag() END
     WHERE id = p_rol;
    PERFORM casus.noteer(
        CASE WHEN p_aanvaard THEN 'casusrol.aanvaard' ELSE 'casusrol.geweigerd' END, 'casusrol', p_rol,
        r.casus_id, p_spoor, ARRAY['antwoord', 'vanaf'], v_wie);
    RETURN r.casus_id;
END $$;
