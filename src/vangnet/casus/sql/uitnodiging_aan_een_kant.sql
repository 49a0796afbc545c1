-- SPDX-License-Identifier: EUPL-1.2
-- Where people stand opposite each other, a partner is invited on a side, or to see both because somebody says so:
-- not because a question was left open.

-- Whether people in a casus stand opposite each other, or did: who has left is still seen.
CREATE FUNCTION casus.heeft_kanten(p_casus uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.casus_betrokkenheid b
                    WHERE b.casus_id = p_casus AND b.zijde IS NOT NULL)
        OR EXISTS (SELECT FROM public.casus_casusrol r
                    WHERE r.casus_id = p_casus AND r.zijde IS NOT NULL)
$$;

DROP FUNCTION casus.nodig_uit(uuid, uuid, uuid, text, int, text);

-- Offer somebody a place, or note that an organisation takes part (no gebruiker). A regisseur may take a place
-- themselves in a casus that is open to the house, never in one that is beperkt. p_beide: a partner without a
-- side, who sees both. In the place of the one in traject_apart.sql.
CREATE FUNCTION casus.nodig_uit(
    p_casus uuid, p_gebruiker uuid, p_organisatie uuid, p_rol text, p_zijde int, p_beide boolean, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_beperkt boolean := casus.eis_casus(p_casus);
    v_zelf boolean := coalesce(gebruikers.is_zelfde_mens(p_gebruiker, v_wie), false);
    v_meteen boolean := p_gebruiker IS NULL OR p_gebruiker = v_wie;
    v_id uuid := gen_random_uuid();
BEGIN
    IF p_rol IS NULL OR (p_rol = 'deelnemer') <> (p_organisatie IS NOT NULL)
       OR p_rol NOT IN ('regisseur', 'procesondersteuner', 'deelnemer')
       OR (p_gebruiker IS NULL AND p_rol <> 'deelnemer') OR (v_zelf AND v_beperkt)
       OR (p_gebruiker IS NOT NULL AND NOT casus.is_aangewezen(p_gebruiker, p_rol, p_organisatie))
       OR (p_organisatie IS NOT NULL AND NOT EXISTS (
            SELECT FROM public.organisaties_organisatie o
             WHERE o.id = p_organisatie AND o.deelnemer IS DISTINCT FROM 'derde'))
       OR p_zijde NOT BETWEEN 1 AND 9
       OR (p_rol = 'deelnemer' AND p_zijde IS NULL AND p_beide IS NOT TRUE
           AND casus.heeft_kanten(p_casus))
       OR casus.staat_erop(p_casus, p_gebruiker, p_organisatie) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, zijde,
        uitgenodigd_op, antwoord, vanaf)
    VALUES (v_id, p_casus, p_gebruiker, p_organisatie, p_rol, p_zijde, casus.dag(),
        CASE WHEN v_meteen THEN 'aanvaard' END, CASE WHEN v_meteen THEN casus.dag() END);
    PERFORM casus.noteer('casusrol.uitgenodigd', 'casusrol', v_id, p_casus, p_spoor,
        ARRAY['gebruiker', 'organisatie', 'rol', 'zijde'], p_gebruiker);
    RETURN v_id;
END $$;

REVOKE ALL ON FUNCTION casus.heeft_kanten(uuid),
    casus.nodig_uit(uuid, uuid, uuid, text, int, boolean, text) FROM PUBLIC;
