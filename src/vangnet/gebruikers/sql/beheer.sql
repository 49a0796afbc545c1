-- SPDX-License-Identifier: EUPL-1.2
-- What a beheerder does with accounts and roles, and what a manager adds to it (toegang.md section 2).
-- The application writes none of these tables plainly. Each act checks its asker itself, answers the
-- unknown like the forbidden, and leaves a row in the journaal: ids and names of fields, no values.
CREATE SCHEMA IF NOT EXISTS gebruikers;

CREATE OR REPLACE FUNCTION gebruikers.dag() RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date
$$;

CREATE OR REPLACE FUNCTION gebruikers.weiger() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
END $$;

-- The asker, when that is a person with one of these roles; nobody else gets further.
CREATE OR REPLACE FUNCTION gebruikers.eis(p_rollen text[]) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') <> 'mens'
       OR NOT toegang.heeft_een(p_rollen) THEN
        PERFORM gebruikers.weiger();
    END IF;
    RETURN toegang.vrager();
END $$;

-- Whether two accounts are one person, as far as a database can know: the same account, or the same
-- address after what stands behind a plus. Two addresses of one person look like two people; for that
-- a second person confirms each role that reads content.
CREATE OR REPLACE FUNCTION gebruikers.is_zelfde_mens(p_een uuid, p_ander uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT p_een = p_ander OR EXISTS (
        SELECT FROM public.gebruikers_gebruiker a, public.gebruikers_gebruiker b
         WHERE a.id = p_een AND b.id = p_ander
           AND lower(regexp_replace(a.email, '\+[^@]*@', '@'))
             = lower(regexp_replace(b.email, '\+[^@]*@', '@')))
$$;

-- An account of a person that goes on today.
CREATE OR REPLACE FUNCTION gebruikers.is_lopend_mens(p_gebruiker uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.gebruikers_gebruiker g
         WHERE g.id = p_gebruiker AND g.systeemnaam IS NULL
           AND (g.actief_tot IS NULL OR g.actief_tot >= gebruikers.dag()))
$$;

CREATE OR REPLACE FUNCTION gebruikers.noteer(
    p_handeling text, p_soort text, p_object uuid, p_spoor text, p_velden text[],
    p_aantallen jsonb, p_gebruikers uuid[]
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM journaal.leg_vast(p_handeling, p_soort, p_object, NULL, '', true, '', 'web', p_spoor,
        p_velden, p_aantallen, array_fill('gebruiker'::text, ARRAY[cardinality(p_gebruikers)]),
        p_gebruikers);
END $$;

-- A role for somebody else. One that reads content does nothing yet: see bevestig_rol. Replaced by
-- rol_met_einde.sql.
CREATE OR REPLACE FUNCTION gebruikers.geef_rol(
    p_gebruiker uuid, p_rol text, p_organisatie uuid, p_taak text, p_screening_op date,
    p_vanaf date, p_tot date, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['beheerder']);
    v_dag date := gebruikers.dag();
    v_id uuid := gen_random_uuid();
    v_huis boolean := EXISTS (SELECT FROM public.inrichting_huis h WHERE h.id = p_organisatie);
BEGIN
    IF NOT gebruikers.is_lopend_mens(p_gebruiker) OR gebruikers.is_zelfde_mens(p_gebruiker, v_wie)
       OR p_rol IS NULL OR p_rol = 'opdrachtregel' OR p_taak IS NULL
       OR coalesce(p_screening_op > v_dag, true) OR coalesce(p_vanaf < v_dag, true)
       OR (v_huis AND p_rol IN ('ketenpartner', 'coordinator', 'aangesprokene'))
       OR NOT (v_huis OR EXISTS (
            SELECT FROM public.organisaties_organisatie o WHERE o.id = p_organisatie)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.toegang_accountrol (id, gebruiker, rol, organisatie, taak, screening_op,
        vanaf, tot, gegeven_door, gegeven_op)
    VALUES (v_id, p_gebruiker, p_rol, p_organisatie, p_taak, p_screening_op, p_vanaf, p_tot, v_wie,
        now());
    PERFORM gebruikers.noteer('rol.gegeven', 'accountrol', v_id, p_spoor,
        ARRAY['rol', 'organisatie', 'taak', 'screening_op', 'vanaf', 'tot'],
        jsonb_build_object(p_rol, 1), ARRAY[p_gebruiker]);
    RETURN v_id;
END $$;

-- The word of a second person: a manager who neither gave this role nor gets it. No is an end.
-- Not while a code to activate the account lies about: whoever uses it may be somebody else.
CREATE OR REPLACE FUNCTION gebruikers.bevestig_rol(p_rol uuid, p_akkoord boolean, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['manager']);
    v_dag date := gebruikers.dag();
    r public.toegang_accountrol;
BEGIN
    SELECT * INTO r FROM public.toegang_accountrol WHERE id = p_rol FOR UPDATE;
    IF NOT FOUND OR p_akkoord IS NULL OR r.bevestigd_op IS NOT NULL OR r.beeindigd_op IS NOT NULL
       OR coalesce(r.tot < v_dag, false) OR NOT toegang.leest_inhoud(r.rol)
       OR NOT gebruikers.is_lopend_mens(r.gebruiker)
       OR gebruikers.is_zelfde_mens(r.gebruiker, v_wie)
       OR coalesce(gebruikers.is_zelfde_mens(r.gegeven_door, v_wie), false)
       OR (p_akkoord AND EXISTS (
            SELECT FROM public.gebruikers_activering a WHERE a.gebruiker_id = r.gebruiker
               AND a.gebruikt_op IS NULL AND a.verloopt_op > now())) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_akkoord THEN
        UPDATE public.toegang_accountrol SET bevestigd_door = v_wie, bevestigd_op = now()
         WHERE id = p_rol;
    ELSE
        PERFORM gebruikers.sluit_rol(p_rol, v_wie);
    END IF;
    PERFORM gebruikers.noteer(
        CASE WHEN p_akkoord THEN 'rol.bevestigd' ELSE 'rol.afgewezen' END, 'accountrol', p_rol,
        p_spoor, ARRAY['bevestigd_op'], jsonb_build_object(r.rol, 1), ARRAY[r.gebruiker]);
    RETURN r.gebruiker;
END $$;

-- The end of a role at this moment, for the acts that ask for it.
CREATE OR REPLACE FUNCTION gebruikers.sluit_rol(p_rol uuid, p_wie uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.toegang_accountrol
       SET beeindigd_op = now(), beeindigd_door = p_wie,
           tot = greatest(vanaf, least(coalesce(tot, gebruikers.dag()), gebruikers.dag()))
     WHERE id = p_rol AND beeindigd_op IS NULL
$$;

-- End somebody else's role: now (no day), or after its last day. A day can only come nearer.
CREATE OR REPLACE FUNCTION gebruikers.beeindig_rol(p_rol uuid, p_tot date, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['beheerder', 'manager']);
    r public.toegang_accountrol;
BEGIN
    SELECT * INTO r FROM public.toegang_accountrol WHERE id = p_rol FOR UPDATE;
    IF NOT FOUND OR r.gebruiker = v_wie OR r.beeindigd_op IS NOT NULL OR r.rol = 'opdrachtregel'
       OR coalesce(r.tot < gebruikers.dag(), false) OR p_tot < gebruikers.dag()
       OR p_tot < r.vanaf OR p_tot > r.tot THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_tot IS NULL THEN
        PERFORM gebruikers.sluit_rol(p_rol, v_wie);
    ELSE
        UPDATE public.toegang_accountrol SET tot = p_tot, beeindigd_door = v_wie WHERE id = p_rol;
    END IF;
    PERFORM gebruikers.noteer('rol.beeindigd', 'accountrol', p_rol, p_spoor, ARRAY['tot'],
        jsonb_build_object(r.rol, 1), ARRAY[r.gebruiker]);
    RETURN r.gebruiker;
END $$;

-- After this whoever holds the account may be somebody else: each role that reads content waits for
-- a second person again. For a new password by code, and for a second factor that is reset.
CREATE OR REPLACE FUNCTION gebruikers.laat_bevestiging_vervallen(p_gebruiker uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.toegang_accountrol SET bevestigd_op = NULL, bevestigd_door = NULL
     WHERE gebruiker = p_gebruiker AND beeindigd_op IS NULL AND toegang.leest_inhoud(rol)
$$;

-- A new account, without password and without role.
CREATE OR REPLACE FUNCTION gebruikers.maak_account(
    p_email text, p_naam text, p_functie text, p_organisatie uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id uuid := gen_random_uuid();
BEGIN
    PERFORM gebruikers.eis(ARRAY['beheerder']);
    IF coalesce(trim(p_naam), '') = '' OR coalesce(p_email, '') !~ '^[^@\s]+@[^@\s]+$' THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.gebruikers_gebruiker (id, email, naam, functie, organisatie_id, password,
        is_demo)
    VALUES (v_id, lower(p_email), trim(p_naam), p_functie, p_organisatie,
        '!' || replace(gen_random_uuid()::text, '-', ''), false);
    PERFORM gebruikers.noteer('gebruiker.toegevoegd', 'gebruiker', v_id, p_spoor,
        ARRAY['email', 'naam', 'functie', 'organisatie'], '{}', ARRAY[v_id]);
    RETURN v_id;
END $$;

-- End somebody else's account with all its roles, now; or let it go on again, without roles.
CREATE OR REPLACE FUNCTION gebruikers.zet_account(p_gebruiker uuid, p_actief boolean, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['beheerder']);
BEGIN
    IF p_gebruiker = v_wie OR p_actief IS NULL
       OR p_actief = gebruikers.is_lopend_mens(p_gebruiker) OR NOT EXISTS (
            SELECT FROM public.gebruikers_gebruiker g
             WHERE g.id = p_gebruiker AND g.systeemnaam IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    -- The last day counts in full, so an account that ends now had its last day yesterday.
    UPDATE public.gebruikers_gebruiker
       SET actief_tot = CASE WHEN p_actief THEN NULL ELSE gebruikers.dag() - 1 END
     WHERE id = p_gebruiker;
    PERFORM gebruikers.sluit_rol(r.id, v_wie) FROM public.toegang_accountrol r
      WHERE r.gebruiker = p_gebruiker AND r.beeindigd_op IS NULL;
    UPDATE public.gebruikers_activering SET verloopt_op = now()
     WHERE gebruiker_id = p_gebruiker AND gebruikt_op IS NULL AND verloopt_op > now();
    PERFORM gebruikers.noteer(
        CASE WHEN p_actief THEN 'gebruiker.heropend' ELSE 'gebruiker.beeindigd' END, 'gebruiker',
        p_gebruiker, p_spoor, ARRAY['actief_tot'], '{}', ARRAY[p_gebruiker]);
END $$;

-- A code with which somebody else sets a password: once, within 72 hours. Only its hash comes here.
CREATE OR REPLACE FUNCTION gebruikers.geef_activering(p_gebruiker uuid, p_hash text, p_spoor text)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['beheerder']);
    v_id uuid := gen_random_uuid();
BEGIN
    IF p_gebruiker = v_wie OR NOT gebruikers.is_lopend_mens(p_gebruiker)
       OR coalesce(p_hash, '') !~ '^[0-9a-f]{64}$' THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.gebruikers_activering SET verloopt_op = now()
     WHERE gebruiker_id = p_gebruiker AND gebruikt_op IS NULL AND verloopt_op > now();
    INSERT INTO public.gebruikers_activering (id, gebruiker_id, code_hash, gemaakt_door, gemaakt_op,
        verloopt_op)
    VALUES (v_id, p_gebruiker, p_hash, v_wie, now(), now() + interval '72 hours');
    PERFORM gebruikers.noteer('activering.gegeven', 'activering', v_id, p_spoor,
        ARRAY[]::text[], '{}', ARRAY[p_gebruiker]);
    RETURN now() + interval '72 hours';
END $$;

-- Set a password with a code, as a visitor; empty when the code is unknown, used or too old. It is also the
-- way back for who lost phone or key: the account begins anew, so its factors go with its password. Roles
-- that read content then wait for a second person, who makes sure that it was the right one.
CREATE OR REPLACE FUNCTION gebruikers.activeer(p_hash text, p_wachtwoord text, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id uuid;
    v_gebruiker uuid;
BEGIN
    -- A password as it is kept, never one as it is typed.
    IF coalesce(p_wachtwoord, '') !~ '^[a-z0-9_]+\$.{40,}$' THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT a.id, a.gebruiker_id INTO v_id, v_gebruiker FROM public.gebruikers_activering a
     WHERE a.code_hash = p_hash AND a.gebruikt_op IS NULL AND a.verloopt_op > now() FOR UPDATE;
    IF NOT FOUND OR NOT gebruikers.is_lopend_mens(v_gebruiker) THEN
        RETURN NULL;
    END IF;
    UPDATE public.gebruikers_activering SET gebruikt_op = now() WHERE id = v_id;
    UPDATE public.gebruikers_gebruiker SET password = p_wachtwoord WHERE id = v_gebruiker;
    DELETE FROM public.gebruikers_tweedefactor f WHERE f.gebruiker = v_gebruiker;
    PERFORM gebruikers.laat_bevestiging_vervallen(v_gebruiker);
    PERFORM gebruikers.noteer('gebruiker.geactiveerd', 'gebruiker', v_gebruiker, p_spoor,
        ARRAY['password', 'factoren'], '{}', ARRAY[v_gebruiker]);
    RETURN v_gebruiker;
END $$;

-- Sign the yearly review: each role stays or ends. A manager judges every role but the own ones, a
-- beheerder those that read no content and those of managers. Nothing of it can be changed after.
CREATE OR REPLACE FUNCTION gebruikers.teken_ronde(
    p_rollen uuid[], p_oordelen text[], p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['beheerder', 'manager']);
    v_alles boolean := toegang.heeft_een(ARRAY['manager']);
    v_id uuid := gen_random_uuid();
    v_aantal int;
BEGIN
    INSERT INTO public.toegang_rechtenronde (id, getekend_door, getekend_op)
    VALUES (v_id, v_wie, now());
    INSERT INTO public.toegang_rechtenoordeel (id, ronde_id, accountrol, gebruiker, rol, oordeel)
    SELECT gen_random_uuid(), v_id, r.id, r.gebruiker, r.rol, o.oordeel
      FROM unnest(p_rollen, p_oordelen) AS o(rol, oordeel)
      JOIN public.toegang_accountrol r ON r.id = o.rol
     WHERE r.beeindigd_op IS NULL AND (r.tot IS NULL OR r.tot >= gebruikers.dag())
       AND r.gebruiker <> v_wie AND r.rol <> 'opdrachtregel'
       AND (v_alles OR NOT toegang.leest_inhoud(r.rol) OR r.rol = 'manager');
    GET DIAGNOSTICS v_aantal = ROW_COUNT;
    -- One row that may not be judged, or that is gone, and nothing is signed.
    IF v_aantal = 0 OR v_aantal <> cardinality(p_rollen)
       OR v_aantal <> cardinality(p_oordelen) THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM gebruikers.sluit_rol(o.accountrol, v_wie) FROM public.toegang_rechtenoordeel o
      WHERE o.ronde_id = v_id AND o.oordeel = 'eindigt';
    PERFORM gebruikers.noteer('rechtenronde.getekend', 'rechtenronde', v_id, p_spoor,
        ARRAY['oordeel'],
        (SELECT jsonb_object_agg(t.oordeel, t.n) FROM (
            SELECT oordeel, count(*) AS n FROM public.toegang_rechtenoordeel
             WHERE ronde_id = v_id GROUP BY oordeel) t),
        (SELECT array_agg(DISTINCT o.gebruiker) FROM public.toegang_rechtenoordeel o
          WHERE o.ronde_id = v_id));
    RETURN v_id;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gebruikers FROM PUBLIC;
