-- SPDX-License-Identifier: EUPL-1.2
-- Who takes part in a casus, as acts (toegang.md sections 3-5). Each checks its own right, gives the same
-- refusal for what may not and for what isn't there, and writes the journaal. Nobody lets themselves in.

CREATE FUNCTION casus.dag() RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date
$$;

-- Whether an account may hold a rol of this kind today, for this organisation (none: the house).
CREATE FUNCTION casus.is_aangewezen(p_gebruiker uuid, p_rol text, p_organisatie uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT gebruikers.is_lopend_mens(p_gebruiker) AND EXISTS (
        SELECT FROM public.toegang_accountrol r
         WHERE r.gebruiker = p_gebruiker
           AND r.rol = CASE p_rol WHEN 'regisseur' THEN 'procesregisseur'
                                  WHEN 'deelnemer' THEN 'ketenpartner' ELSE p_rol END
           AND r.vanaf <= casus.dag() AND (r.tot IS NULL OR r.tot >= casus.dag())
           AND r.beeindigd_op IS NULL AND r.organisatie IS NOT NULL AND r.taak IS NOT NULL
           AND r.screening_op <= casus.dag() AND r.bevestigd_op IS NOT NULL
           AND (p_rol <> 'deelnemer' OR r.organisatie = p_organisatie))
$$;

-- Whether somebody has, or was offered, a place in a casus that is not over.
CREATE FUNCTION casus.staat_erop(p_casus uuid, p_gebruiker uuid, p_organisatie uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.casus_casusrol r
         WHERE r.casus_id = p_casus AND r.gebruiker_id IS NOT DISTINCT FROM p_gebruiker
           AND (p_gebruiker IS NOT NULL OR r.organisatie_id = p_organisatie)
           AND r.beeindigd_op IS NULL AND (r.tot IS NULL OR r.tot >= casus.dag())
           AND r.antwoord IS DISTINCT FROM 'geweigerd')
$$;

-- Whether a regisseur stays named on a casus when one rol goes.
CREATE FUNCTION casus.houdt_regisseur(p_casus uuid, p_zonder uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.casus_casusrol r
         WHERE r.casus_id = p_casus AND r.id IS DISTINCT FROM p_zonder AND r.rol = 'regisseur'
           AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL AND r.vanaf <= casus.dag()
           AND (r.tot IS NULL OR r.tot >= casus.dag())
           AND casus.is_aangewezen(r.gebruiker_id, 'regisseur', NULL))
$$;

-- Replaced by huis_regelt.sql.
-- Lock a casus that the asker, a procesregisseur, sees; whether it is beperkt.
CREATE FUNCTION casus.eis_casus(p_casus uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c public.casus_casus;
BEGIN
    SELECT * INTO c FROM public.casus_casus WHERE id = p_casus FOR UPDATE;
    IF NOT FOUND OR (c.dicht AND NOT EXISTS (
            SELECT FROM casus.lopende_rollen() r WHERE r.casus_id = p_casus)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    RETURN c.beperkt;
END $$;

-- Offer somebody a place, or note that an organisation takes part (no gebruiker). A regisseur may take
-- a place themselves in a casus that is open to the house, never in one that is beperkt.
CREATE FUNCTION casus.nodig_uit(
    p_casus uuid, p_gebruiker uuid, p_organisatie uuid, p_rol text, p_zijde int, p_spoor text
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
       OR p_rol NOT IN ('regisseur', 'procesondersteuner', 'trajectbegeleider', 'deelnemer')
       OR (p_gebruiker IS NULL AND p_rol <> 'deelnemer') OR (v_zelf AND v_beperkt)
       OR (p_gebruiker IS NOT NULL AND NOT casus.is_aangewezen(p_gebruiker, p_rol, p_organisatie))
       OR (p_organisatie IS NOT NULL AND NOT EXISTS (
            SELECT FROM public.organisaties_organisatie o
             WHERE o.id = p_organisatie AND o.deelnemer IS DISTINCT FROM 'derde'))
       OR p_zijde NOT BETWEEN 1 AND 9
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

CREATE FUNCTION casus.beantwoord_uitnodiging(p_rol uuid, p_aanvaard boolean, p_spoor text)
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
    UPDATE public.casus_casusrol
       SET antwoord = CASE WHEN p_aanvaard THEN 'aanvaard' ELSE 'geweigerd' END,
           vanaf = CASE WHEN p_aanvaard THEN casus.dag() END
     WHERE id = p_rol;
    PERFORM casus.noteer(
        CASE WHEN p_aanvaard THEN 'casusrol.aanvaard' ELSE 'casusrol.geweigerd' END, 'casusrol', p_rol,
        r.casus_id, p_spoor, ARRAY['antwoord', 'vanaf'], v_wie);
    RETURN r.casus_id;
END $$;

-- End a rol or take an invitation back, at once. The last regisseur of a beperkt casus can't go:
-- nobody could name the next one.
CREATE FUNCTION casus.beeindig_rol(p_rol uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    v_beperkt boolean;
    r public.casus_casusrol;
BEGIN
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol;
    IF NOT FOUND OR (r.gebruiker_id IS DISTINCT FROM v_wie
                     AND NOT toegang.heeft_een(ARRAY['procesregisseur'])) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF r.gebruiker_id IS DISTINCT FROM v_wie THEN
        v_beperkt := casus.eis_casus(r.casus_id);
    ELSE
        SELECT c.beperkt INTO v_beperkt FROM public.casus_casus c WHERE c.id = r.casus_id FOR UPDATE;
    END IF;
    -- Two who end at the same moment wait for each other at the casus; the second reads anew.
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol FOR UPDATE;
    IF r.beeindigd_op IS NOT NULL OR r.tot < casus.dag() OR r.antwoord = 'geweigerd'
       OR (v_beperkt AND r.rol = 'regisseur' AND r.antwoord = 'aanvaard'
           AND NOT casus.houdt_regisseur(r.casus_id, r.id)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_casusrol
       SET beeindigd_op = now(),
           tot = greatest(vanaf, least(coalesce(tot, casus.dag()), casus.dag()))
     WHERE id = p_rol;
    PERFORM casus.noteer('casusrol.beeindigd', 'casusrol', p_rol, r.casus_id, p_spoor,
        ARRAY['beeindigd_op', 'tot'], r.gebruiker_id);
    RETURN r.casus_id;
END $$;

-- Replaced by deelname_grenzen.sql.
-- A coordinator hands a running rol of their organisation to another designated colleague, for good or
-- (p_tot) for a while; never to themselves.
CREATE FUNCTION casus.draag_rol_over(p_rol uuid, p_gebruiker uuid, p_tot date, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['coordinator']);
    v_dag date := casus.dag();
    v_id uuid := gen_random_uuid();
    r public.casus_casusrol;
BEGIN
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol FOR UPDATE;
    IF NOT FOUND OR r.rol <> 'deelnemer' OR r.gebruiker_id IS NULL
       OR r.antwoord IS DISTINCT FROM 'aanvaard' OR r.beeindigd_op IS NOT NULL
       OR r.vanaf > v_dag OR r.tot < v_dag OR casus.is_gesloten(r.casus_id)
       OR r.organisatie_id NOT IN (SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o)
       OR coalesce(gebruikers.is_zelfde_mens(p_gebruiker, v_wie), true)
       OR NOT casus.is_aangewezen(p_gebruiker, 'deelnemer', r.organisatie_id)
       OR p_tot < v_dag OR p_tot > r.tot OR casus.staat_erop(r.casus_id, p_gebruiker, NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, zijde,
        uitgenodigd_op, antwoord, vanaf, tot)
    VALUES (v_id, r.casus_id, p_gebruiker, r.organisatie_id, r.rol, r.zijde, v_dag, 'aanvaard', v_dag,
        coalesce(p_tot, r.tot));
    UPDATE public.casus_casusrol
       SET beeindigd_op = now(), tot = greatest(vanaf, v_dag), overgedragen_aan_id = v_id
     WHERE id = p_rol;
    PERFORM casus.noteer('casusrol.overgedragen', 'casusrol', v_id, r.casus_id, p_spoor,
        ARRAY['gebruiker', 'vanaf', 'tot'], p_gebruiker);
    RETURN v_id;
END $$;

-- Beperkt asks for a regisseur who is named; only a named regisseur lifts it.
CREATE FUNCTION casus.zet_beperkt(p_casus uuid, p_beperkt boolean, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_nu boolean := casus.eis_casus(p_casus);
BEGIN
    IF p_beperkt IS NULL OR p_beperkt = v_nu OR NOT casus.houdt_regisseur(p_casus, NULL)
       OR (NOT p_beperkt AND NOT EXISTS (
            SELECT FROM public.casus_casusrol r
             WHERE r.casus_id = p_casus AND r.gebruiker_id = v_wie AND r.rol = 'regisseur'
               AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL AND r.vanaf <= casus.dag()
               AND (r.tot IS NULL OR r.tot >= casus.dag()))) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_casus SET beperkt = p_beperkt WHERE id = p_casus;
    PERFORM casus.noteer(CASE WHEN p_beperkt THEN 'casus.beperkt' ELSE 'casus.onbeperkt' END, 'casus',
        p_casus, p_casus, p_spoor, ARRAY['beperkt'], NULL);
END $$;

-- Replaced by deelname_grenzen.sql.
-- The kenmerk of casussen in which the asker has a place or an invitation, or a colleague of whom the
-- asker is coordinator: the kenmerk and nothing else.
CREATE FUNCTION casus.kenmerken_van_rollen(OUT rol uuid, OUT kenmerk text) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT r.id, c.kenmerk::text FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.beeindigd_op IS NULL AND NOT c.gesloten
       AND ((r.gebruiker_id = toegang.vrager()
             AND toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner',
                                         'trajectbegeleider', 'ketenpartner']))
            OR r.organisatie_id IN (
                SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o));
END $$;

-- Whom a regisseur may invite, and to whom a coordinator may hand over: account, organisation (none:
-- the house) and kind of rol.
CREATE FUNCTION casus.te_benaderen(OUT gebruiker uuid, OUT organisatie uuid, OUT rol text)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 100
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_regisseur boolean := toegang.heeft_een(ARRAY['procesregisseur']);
BEGIN
    RETURN QUERY SELECT DISTINCT a.gebruiker, CASE WHEN s.rol = 'deelnemer' THEN a.organisatie END, s.rol
      FROM public.toegang_accountrol a
      JOIN (VALUES ('procesregisseur', 'regisseur'), ('procesondersteuner', 'procesondersteuner'),
                   ('trajectbegeleider', 'trajectbegeleider'), ('ketenpartner', 'deelnemer'))
           AS s(accountrol, rol) ON s.accountrol = a.rol
     WHERE casus.is_aangewezen(a.gebruiker, s.rol, a.organisatie)
       AND (v_regisseur OR (s.rol = 'deelnemer' AND a.organisatie IN (
                SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o)));
END $$;

REVOKE ALL ON FUNCTION casus.dag(), casus.is_aangewezen(uuid, text, uuid),
    casus.staat_erop(uuid, uuid, uuid), casus.houdt_regisseur(uuid, uuid), casus.eis_casus(uuid),
    casus.nodig_uit(uuid, uuid, uuid, text, int, text),
    casus.beantwoord_uitnodiging(uuid, boolean, text), casus.beeindig_rol(uuid, text),
    casus.draag_rol_over(uuid, uuid, date, text), casus.zet_beperkt(uuid, boolean, text),
    casus.kenmerken_van_rollen(), casus.te_benaderen() FROM PUBLIC;
