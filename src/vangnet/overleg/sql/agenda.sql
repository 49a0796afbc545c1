-- SPDX-License-Identifier: EUPL-1.2
-- Who sees which point of an overleg, and the acts that name people on one (toegang.md sections 1-4).
CREATE SCHEMA IF NOT EXISTS overleg;

-- The points for which a partner is asked to come, in a casus in which they still take part by name for
-- that organisation; with the side on which they are. For functions of the owner.
CREATE FUNCTION overleg.partnerpunten_van(wie uuid) RETURNS TABLE (punt uuid, zijde smallint)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 AS $$
    SELECT g.agendapunt_id, p.zijde FROM casus.partnerrollen_van(wie) p
      JOIN public.overleg_genodigde g ON g.casus_id = p.casus_id
     WHERE g.gebruiker_id = wie AND g.organisatie_id = p.organisatie_id
$$;

CREATE FUNCTION overleg.mijn_punten() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT p.punt FROM overleg.partnerpunten_van(wie) p;
END $$;

-- Whose verslag a partner reads once it is vastgesteld. Not who is on one side of a system casus: what is
-- said there is about both, and one text can't hide the other side (BGS 2.20).
CREATE FUNCTION overleg.mijn_verslagpunten() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT p.punt FROM overleg.partnerpunten_van(wie) p WHERE p.zijde IS NULL;
END $$;

-- The meetings with a point that the asker sees otherwise than by a role of the house.
CREATE FUNCTION overleg.mijn_overleggen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT a.overleg_id FROM overleg.partnerpunten_van(wie) p
      JOIN public.overleg_agendapunt a ON a.id = p.punt
    UNION
    SELECT a.overleg_id FROM casus.huisrollen_van(wie) h
      JOIN public.overleg_agendapunt a ON a.casus_id = h.casus_id
    UNION
    SELECT a.overleg_id FROM toegang.lopende_inzagen(wie) i
      JOIN public.overleg_agendapunt a ON a.casus_id = i;
END $$;

-- The asker, when they work on this casus for the house; the casus stays as it is until the end.
CREATE FUNCTION overleg.eis_huiswerk(p_casus uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider']);
    v_dicht boolean;
BEGIN
    SELECT c.dicht INTO v_dicht FROM public.casus_casus c WHERE c.id = p_casus FOR UPDATE;
    IF v_dicht IS NULL
       OR NOT ((toegang.is_huis() AND NOT v_dicht)
               OR p_casus IN (SELECT h.casus_id FROM casus.huisrollen_van(v_wie) h)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    RETURN v_wie;
END $$;

-- Gives the casus of a verslag to who writes in it, and keeps that casus as it is: before the verslag itself,
-- in the order of every function here. The trace is for the form of an act; what is written says it.
CREATE FUNCTION overleg.begin_verslag(p_verslag uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_casus uuid;
BEGIN
    SELECT v.casus_id INTO v_casus FROM public.overleg_verslag v WHERE v.id = p_verslag;
    PERFORM overleg.eis_huiswerk(v_casus);
    RETURN v_casus;
END $$;

-- Put a casus on the agenda and ask everybody to come who takes part in it by name. Again: who takes part
-- since then is asked too.
CREATE FUNCTION overleg.zet_op_agenda(p_overleg uuid, p_casus uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_wie uuid := overleg.eis_huiswerk(p_casus);
    o public.overleg_overleg;
    v_punt uuid;
    v_genodigd uuid[];
BEGIN
    SELECT * INTO o FROM public.overleg_overleg WHERE id = p_overleg FOR UPDATE;
    IF o.id IS NULL OR o.casus_id <> p_casus THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT a.id INTO v_punt FROM public.overleg_agendapunt a
     WHERE a.overleg_id = p_overleg AND a.casus_id = p_casus;
    IF v_punt IS NULL THEN
        v_punt := gen_random_uuid();
        INSERT INTO public.overleg_agendapunt (id, casus_id, overleg_id, volgnummer, eerste_verwerking)
        SELECT v_punt, p_casus, p_overleg, coalesce(max(a.volgnummer), 0) + 1, casus.dag()
          FROM public.overleg_agendapunt a WHERE a.overleg_id = p_overleg;
        INSERT INTO public.overleg_verslag (id, casus_id, agendapunt_id, eerste_verwerking)
        VALUES (gen_random_uuid(), p_casus, v_punt, casus.dag());
    END IF;
    INSERT INTO public.overleg_genodigde (id, casus_id, agendapunt_id, gebruiker_id, organisatie_id,
           eerste_verwerking)
    SELECT gen_random_uuid(), p_casus, v_punt, r.gebruiker_id, r.organisatie_id, casus.dag()
      FROM (SELECT DISTINCT k.gebruiker_id, k.organisatie_id FROM public.casus_casusrol k
             WHERE k.casus_id = p_casus AND k.gebruiker_id IS NOT NULL AND k.antwoord = 'aanvaard'
               AND k.beeindigd_op IS NULL AND k.vanaf <= casus.dag()
               AND (k.tot IS NULL OR k.tot >= casus.dag())
               AND casus.is_aangewezen(k.gebruiker_id, k.rol, k.organisatie_id)) r
     WHERE NOT EXISTS (SELECT FROM public.overleg_verslag v
                        WHERE v.agendapunt_id = v_punt AND v.vastgesteld_op IS NOT NULL)
    ON CONFLICT DO NOTHING;
    SELECT array_agg(DISTINCT g.gebruiker_id) INTO v_genodigd FROM public.overleg_genodigde g
     WHERE g.agendapunt_id = v_punt AND g.gebruiker_id IS NOT NULL;
    PERFORM journaal.leg_vast('agendapunt.gezet', 'agendapunt', v_punt, p_casus, '', true, '', 'web',
        p_spoor, ARRAY['overleg', 'genodigden'], '{}',
        ARRAY['casus'] || array_fill('gebruiker'::text, ARRAY[coalesce(cardinality(v_genodigd), 0)]),
        ARRAY[p_casus] || v_genodigd);
    RETURN v_punt;
END $$;

-- Take a point off on which nothing was written; gives the overleg.
CREATE FUNCTION overleg.haal_van_agenda(p_punt uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_wie uuid;
    a public.overleg_agendapunt;
    v public.overleg_verslag;
BEGIN
    SELECT * INTO a FROM public.overleg_agendapunt WHERE id = p_punt;
    v_wie := overleg.eis_huiswerk(a.casus_id);
    SELECT * INTO v FROM public.overleg_verslag WHERE agendapunt_id = p_punt FOR UPDATE;
    IF v.id IS NULL OR v.vastgesteld_op IS NOT NULL OR concat(v.tekst, v.besluit) ~ '\S' THEN
        PERFORM gebruikers.weiger();
    END IF;
    DELETE FROM public.overleg_genodigde WHERE agendapunt_id = p_punt;
    DELETE FROM public.overleg_verslag WHERE agendapunt_id = p_punt;
    DELETE FROM public.overleg_agendapunt WHERE id = p_punt;
    PERFORM casus.noteer('agendapunt.weggehaald', 'agendapunt', p_punt, a.casus_id, p_spoor, '{}', NULL);
    RETURN a.overleg_id;
END $$;

-- Ask a third party to come for one point: only who has signed for secrecy, before the overleg or on
-- its day (BGS 2.21).
CREATE FUNCTION overleg.noem_derde(
    p_punt uuid, p_derde text, p_geheimhouding_op date, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid;
    v_id uuid := gen_random_uuid();
    v_datum date;
    a public.overleg_agendapunt;
BEGIN
    SELECT * INTO a FROM public.overleg_agendapunt WHERE id = p_punt;
    v_wie := overleg.eis_huiswerk(a.casus_id);
    SELECT o.datum INTO v_datum FROM public.overleg_overleg o WHERE o.id = a.overleg_id;
    IF coalesce(p_derde !~ '\S', true)
       OR coalesce(p_geheimhouding_op > least(v_datum, casus.dag()), true)
       OR EXISTS (SELECT FROM public.overleg_verslag v
                   WHERE v.agendapunt_id = p_punt AND v.vastgesteld_op IS NOT NULL)
       OR EXISTS (SELECT FROM public.overleg_genodigde g
                   WHERE g.agendapunt_id = p_punt AND g.derde = p_derde) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.overleg_genodigde (id, casus_id, agendapunt_id, derde, geheimhouding_op,
           eerste_verwerking)
    VALUES (v_id, a.casus_id, p_punt, p_derde, p_geheimhouding_op, casus.dag());
    PERFORM casus.noteer('genodigde.derde', 'genodigde', v_id, a.casus_id, p_spoor,
        ARRAY['derde', 'geheimhouding_op'], NULL);
    RETURN v_id;
END $$;

-- The afspraken of a casus as a verslag keeps them: who, what, by when, and whether it is new, ready or open
-- still, seen from the day of an overleg to the day after which nobody changes its verslag.
CREATE FUNCTION overleg.afspraken_bij(p_casus uuid, p_vanaf date, p_tot date) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'organisatie', f.organisatie_id, 'wie', concat_ws(': ', o.naam, u.naam),
               'wat', coalesce(nullif(f.omschrijving, ''), nullif(f.interventie, ''), f.kenmerk),
               'uiterlijk_op', f.uiterlijk_op,
               'stand', CASE WHEN f.gereed_op <= p_tot THEN 'klaar'
                             WHEN f.vastgesteld_op >= p_vanaf THEN 'nieuw' ELSE 'open' END)
           ORDER BY f.uiterlijk_op, f.kenmerk), '[]')
      FROM public.plan_afspraak f
      JOIN public.organisaties_organisatie o ON o.id = f.organisatie_id
      LEFT JOIN public.gebruikers_gebruiker u ON u.id = f.gebruiker_id
     WHERE f.casus_id = p_casus AND f.vastgesteld_op <= p_tot
       AND (f.vervallen_op IS NULL OR f.vervallen_op > p_tot)
       AND (f.gereed_op IS NULL OR f.gereed_op >= p_vanaf)
$$;

-- From here on nobody changes the verslag, and the partners of the point read it. Not before the day
-- itself, and not without a word in it. It keeps the afspraken as they are now: later ones are of a later day.
CREATE FUNCTION overleg.stel_verslag_vast(p_punt uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_wie uuid;
    v_datum date;
    a public.overleg_agendapunt;
    v public.overleg_verslag;
BEGIN
    SELECT * INTO a FROM public.overleg_agendapunt WHERE id = p_punt;
    v_wie := overleg.eis_huiswerk(a.casus_id);
    SELECT o.datum INTO v_datum FROM public.overleg_overleg o WHERE o.id = a.overleg_id;
    SELECT * INTO v FROM public.overleg_verslag WHERE agendapunt_id = p_punt FOR UPDATE;
    IF v.id IS NULL OR v.vastgesteld_op IS NOT NULL OR concat(v.tekst, v.besluit) !~ '\S'
       OR v_datum > casus.dag() THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.overleg_verslag SET vastgesteld_op = now(), vastgesteld_door_id = v_wie,
           afspraken = overleg.afspraken_bij(a.casus_id, v_datum, casus.dag())
     WHERE id = v.id;
    PERFORM casus.noteer('verslag.vastgesteld', 'verslag', v.id, a.casus_id, p_spoor,
        ARRAY['vastgesteld_op', 'afspraken'], NULL);
    RETURN v.id;
END $$;

REVOKE ALL ON FUNCTION overleg.partnerpunten_van(uuid), overleg.mijn_punten(),
    overleg.mijn_verslagpunten(), overleg.mijn_overleggen(), overleg.eis_huiswerk(uuid),
    overleg.begin_verslag(uuid, text), overleg.afspraken_bij(uuid, date, date),
    overleg.zet_op_agenda(uuid, uuid, text), overleg.haal_van_agenda(uuid, text),
    overleg.noem_derde(uuid, text, date, text), overleg.stel_verslag_vast(uuid, text) FROM PUBLIC;
