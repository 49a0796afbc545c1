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

-- Because of whom a partner without a side misses one: who, after the rol ended, or else since the invitation,
-- came into the casus on a side, or came to stand on another one.
CREATE FUNCTION casus.mist_kant_door(p_rol uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.id FROM public.casus_casusrol r
      JOIN public.casus_betrokkenheid b ON b.casus_id = r.casus_id
     CROSS JOIN LATERAL (SELECT coalesce(r.beeindigd_op, r.aangemaakt_op) AS sinds) toen
     WHERE r.id = p_rol AND r.rol = 'deelnemer' AND r.zijde IS NULL AND b.zijde IS NOT NULL
       AND (b.aangemaakt_op > toen.sinds
            OR EXISTS (SELECT FROM public.casus_betrokkenheidevent h
                        WHERE h.pgh_obj_id = b.id AND h.pgh_created_at > toen.sinds
                          AND h.zijde IS DISTINCT FROM b.zijde))
$$;

-- In the place of the one in uitnodiging_met_kanten.sql.
CREATE OR REPLACE FUNCTION casus.mist_kant(p_rol uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM casus.mist_kant_door(p_rol))
$$;

-- The same of all who were asked in a casus and didn't answer, for a procesregisseur who sees it: they ask anew.
CREATE FUNCTION casus.gevraagd_zonder_kant(p_casus uuid, OUT rol uuid, OUT door uuid) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 5
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['procesregisseur'])
       OR NOT EXISTS (SELECT FROM public.casus_casus c
                       WHERE c.id = p_casus
                         AND (NOT c.dicht OR p_casus IN (SELECT h FROM casus.mijn_huiscasussen() h))) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT r.id, d FROM public.casus_casusrol r CROSS JOIN LATERAL casus.mist_kant_door(r.id) d
     WHERE r.casus_id = p_casus AND r.gebruiker_id IS NOT NULL AND r.antwoord IS NULL;
END $$;

-- In the place of the one in betrokkenen.sql. What BGS 2.19 and 2.20(2) ask of somebody who comes in beside the
-- hoofdbetrokkene: what they are to somebody who stands there; and of a second hoofdbetrokkene that it is a
-- system, with the three conditions.
CREATE OR REPLACE FUNCTION casus.eis_betrokkene(p_casus uuid, p_inhoud jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_rol text := coalesce(p_inhoud->>'rol', '');
BEGIN
    IF NOT casus.is_code('betrokkene_rol', v_rol)
       OR NOT casus.is_code('relatie_soort', coalesce(p_inhoud->>'relatie_soort', ''))
       OR NOT casus.staat_in(p_casus, (p_inhoud->>'relatie_met')::uuid)
       OR coalesce((p_inhoud->>'vanaf')::date, 'infinity') > casus.dag()
       OR coalesce((p_inhoud->>'zijde')::int, 1) NOT IN (1, 2)
       OR ((p_inhoud->>'zijde') IS NULL AND casus.heeft_kanten(p_casus))
       OR (v_rol = 'hoofdbetrokkene' AND (
            NOT EXISTS (SELECT FROM public.casus_casus c
                         WHERE c.id = p_casus AND c.samenstelling = 'systeem')
            OR coalesce(p_inhoud->>'kring', '') !~ '\S'
            OR coalesce(p_inhoud->>'samenhang', '') !~ '\S'
            OR coalesce(p_inhoud->>'afstemming', '') !~ '\S')) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

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
       OR p_zijde NOT IN (1, 2) OR (p_rol <> 'deelnemer' AND p_zijde IS NOT NULL)
       OR (p_beide IS TRUE AND p_zijde IS NOT NULL)
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

REVOKE ALL ON FUNCTION casus.heeft_kanten(uuid), casus.mist_kant_door(uuid), casus.gevraagd_zonder_kant(uuid),
    casus.nodig_uit(uuid, uuid, uuid, text, int, boolean, text) FROM PUBLIC;
