-- SPDX-License-Identifier: EUPL-1.2
-- Naming people on a casus, as acts (toegang.md section 1): whoever is named there is seen by all who take
-- part. The house does it, in a casus that it sees; one refusal for what may not and for what isn't there.

-- The journaal of an act about somebody in a casus; p_ander: a second person whom it concerns.
CREATE FUNCTION casus.noteer_persoon(
    p_handeling text, p_soort text, p_object uuid, p_casus uuid, p_spoor text, p_velden text[],
    p_persoon uuid, p_ander uuid
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM journaal.leg_vast(p_handeling, p_soort, p_object, p_casus, '', true, '', 'web', p_spoor,
        p_velden, '{}',
        CASE WHEN p_ander IS NULL THEN ARRAY['casus', 'persoon']
             ELSE ARRAY['casus', 'persoon', 'persoon'] END,
        CASE WHEN p_ander IS NULL THEN ARRAY[p_casus, p_persoon]
             ELSE ARRAY[p_casus, p_persoon, p_ander] END);
END $$;

-- Whether the house, as the asker, sees a person: through any casus that is open to them.
CREATE FUNCTION casus.ziet_persoon(p_persoon uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.casus_betrokkenheid b
         WHERE b.persoon_id = p_persoon
           AND (NOT b.dicht OR b.casus_id IN (SELECT h FROM casus.mijn_huiscasussen() h)))
$$;

-- Whether somebody stands in a casus today, in any role.
CREATE FUNCTION casus.staat_in(p_casus uuid, p_persoon uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.casus_betrokkenheid b
         WHERE b.casus_id = p_casus AND b.persoon_id = p_persoon
           AND (b.tot IS NULL OR b.tot >= casus.dag()))
$$;

-- A code of one of the lists that stand in the law.
CREATE FUNCTION casus.is_code(p_lijst text, p_code text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.inrichting_code c WHERE c.lijst = p_lijst AND c.code = p_code)
$$;

-- What BGS 2.19 and 2.20(2) ask of somebody who comes in beside the hoofdbetrokkene: what they are to
-- somebody who stands there; and of a second hoofdbetrokkene that it is a system, with the three conditions.
CREATE FUNCTION casus.eis_betrokkene(p_casus uuid, p_inhoud jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_rol text := coalesce(p_inhoud->>'rol', '');
BEGIN
    IF NOT casus.is_code('betrokkene_rol', v_rol)
       OR NOT casus.is_code('relatie_soort', coalesce(p_inhoud->>'relatie_soort', ''))
       OR NOT casus.staat_in(p_casus, (p_inhoud->>'relatie_met')::uuid)
       OR coalesce((p_inhoud->>'vanaf')::date, 'infinity') > casus.dag()
       OR coalesce((p_inhoud->>'zijde')::int, 1) NOT IN (1, 2)
       OR ((p_inhoud->>'zijde') IS NULL AND (
            EXISTS (SELECT FROM public.casus_betrokkenheid b
                     WHERE b.casus_id = p_casus AND b.zijde IS NOT NULL)
            OR EXISTS (SELECT FROM public.casus_casusrol r
                        WHERE r.casus_id = p_casus AND r.zijde IS NOT NULL)))
       OR (v_rol = 'hoofdbetrokkene' AND (
            NOT EXISTS (SELECT FROM public.casus_casus c
                         WHERE c.id = p_casus AND c.samenstelling = 'systeem')
            OR coalesce(p_inhoud->>'kring', '') !~ '\S'
            OR coalesce(p_inhoud->>'samenhang', '') !~ '\S'
            OR coalesce(p_inhoud->>'afstemming', '') !~ '\S')) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

CREATE FUNCTION casus.maak_persoon(p_inhoud jsonb) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_id uuid := gen_random_uuid();
BEGIN
    IF coalesce(p_inhoud->>'achternaam', '') !~ '\S' THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.personen_persoon (id, kenmerk, achternaam, voornamen, tussenvoegsel,
        geboortedatum, gemeente, eerste_verwerking)
    VALUES (v_id, 'P-' || replace(v_id::text, '-', ''), p_inhoud->>'achternaam',
        p_inhoud->>'voornamen', p_inhoud->>'tussenvoegsel', (p_inhoud->>'geboortedatum')::date,
        p_inhoud->>'gemeente', casus.dag());
    RETURN v_id;
END $$;

-- Somebody comes into a casus: who is known already (p_persoon, whom the asker sees), or is written down
-- now, with what they are to somebody who stands there. The same again is without effect.
CREATE FUNCTION casus.voeg_betrokkene_toe(
    p_sleutel uuid, p_casus uuid, p_persoon uuid, p_inhoud jsonb, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_persoon uuid := p_persoon;
    v_met uuid := (p_inhoud->>'relatie_met')::uuid;
    v_vanaf date := (p_inhoud->>'vanaf')::date;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    PERFORM casus.eis_casus(p_casus);
    IF EXISTS (SELECT FROM public.casus_betrokkenheid b
                WHERE b.id = p_sleutel AND b.casus_id = p_casus) THEN
        RETURN p_sleutel;
    END IF;
    PERFORM casus.eis_betrokkene(p_casus, p_inhoud);
    IF casus.is_gesloten(p_casus) OR p_sleutel IS NULL OR v_persoon = v_met
       OR (v_persoon IS NOT NULL AND (NOT casus.ziet_persoon(v_persoon)
                                      OR casus.staat_in(p_casus, v_persoon))) THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_persoon := coalesce(v_persoon, casus.maak_persoon(p_inhoud));
    INSERT INTO public.casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, zijde, kring,
        samenhang, afstemming, eerste_verwerking)
    VALUES (p_sleutel, p_casus, v_persoon, p_inhoud->>'rol', v_vanaf, (p_inhoud->>'zijde')::smallint,
        p_inhoud->>'kring', p_inhoud->>'samenhang', p_inhoud->>'afstemming', casus.dag());
    INSERT INTO public.personen_relatie (id, persoon_id, andere_persoon_id, soort)
    SELECT gen_random_uuid(), v_met, v_persoon, p_inhoud->>'relatie_soort'
     WHERE NOT EXISTS (SELECT FROM public.personen_relatie r
                        WHERE r.persoon_id = v_met AND r.andere_persoon_id = v_persoon
                          AND r.soort = p_inhoud->>'relatie_soort' AND r.tot IS NULL);
    PERFORM casus.noteer_persoon('betrokkene.toegevoegd', 'betrokkenheid', p_sleutel, p_casus, p_spoor,
        CASE WHEN p_persoon IS NULL
             THEN ARRAY['achternaam', 'voornamen', 'geboortedatum', 'gemeente', 'rol', 'relatie']
             ELSE ARRAY['rol', 'relatie'] END, v_persoon, v_met);
    RETURN p_sleutel;
END $$;

-- Somebody leaves a casus, with p_tot as the last day. Not the hoofdbetrokkene, who makes the casus.
CREATE FUNCTION casus.beeindig_betrokkenheid(p_betrokkenheid uuid, p_tot date, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    b public.casus_betrokkenheid;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO b FROM public.casus_betrokkenheid WHERE id = p_betrokkenheid;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.eis_casus(b.casus_id);
    SELECT * INTO b FROM public.casus_betrokkenheid WHERE id = p_betrokkenheid FOR UPDATE;
    IF b.tot IS NOT NULL OR casus.is_gesloten(b.casus_id)
       OR coalesce(p_tot, 'infinity') > casus.dag() OR p_tot < b.vanaf
       OR EXISTS (SELECT FROM public.casus_casus c
                   WHERE c.id = b.casus_id AND c.hoofdbetrokkene_id = b.persoon_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_betrokkenheid SET tot = p_tot WHERE id = p_betrokkenheid;
    PERFORM casus.noteer_persoon('betrokkene.beeindigd', 'betrokkenheid', p_betrokkenheid, b.casus_id,
        p_spoor, ARRAY['tot'], b.persoon_id, NULL);
    RETURN b.casus_id;
END $$;

-- What p_ander is to p_persoon, who both stand in the casus; from a day on, or since always.
CREATE FUNCTION casus.leg_relatie(
    p_casus uuid, p_persoon uuid, p_ander uuid, p_soort text, p_vanaf date, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_id uuid := gen_random_uuid();
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    PERFORM casus.eis_casus(p_casus);
    IF casus.is_gesloten(p_casus) OR NOT casus.is_code('relatie_soort', coalesce(p_soort, ''))
       OR coalesce(p_persoon = p_ander, true) OR p_vanaf > casus.dag()
       OR NOT casus.staat_in(p_casus, p_persoon) OR NOT casus.staat_in(p_casus, p_ander)
       OR EXISTS (SELECT FROM public.personen_relatie r
                   WHERE r.persoon_id = p_persoon AND r.andere_persoon_id = p_ander
                     AND r.soort = p_soort AND (r.tot IS NULL OR r.vanaf IS NOT DISTINCT FROM p_vanaf)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.personen_relatie (id, persoon_id, andere_persoon_id, soort, vanaf)
    VALUES (v_id, p_persoon, p_ander, p_soort, p_vanaf);
    PERFORM casus.noteer_persoon('relatie.toegevoegd', 'relatie', v_id, p_casus, p_spoor,
        ARRAY['soort', 'vanaf'], p_persoon, p_ander);
    RETURN v_id;
END $$;

CREATE FUNCTION casus.beeindig_relatie(p_casus uuid, p_relatie uuid, p_tot date, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    r public.personen_relatie;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    PERFORM casus.eis_casus(p_casus);
    SELECT * INTO r FROM public.personen_relatie WHERE id = p_relatie FOR UPDATE;
    IF NOT FOUND OR r.tot IS NOT NULL OR coalesce(p_tot, 'infinity') > casus.dag()
       OR p_tot < r.vanaf OR casus.is_gesloten(p_casus)
       OR (SELECT count(DISTINCT b.persoon_id) < 2 FROM public.casus_betrokkenheid b
            WHERE b.casus_id = p_casus AND b.persoon_id IN (r.persoon_id, r.andere_persoon_id)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.personen_relatie SET tot = p_tot WHERE id = p_relatie;
    PERFORM casus.noteer_persoon('relatie.beeindigd', 'relatie', p_relatie, p_casus, p_spoor,
        ARRAY['tot'], r.persoon_id, r.andere_persoon_id);
END $$;

REVOKE ALL ON FUNCTION casus.noteer_persoon(text, text, uuid, uuid, text, text[], uuid, uuid),
    casus.ziet_persoon(uuid), casus.staat_in(uuid, uuid), casus.is_code(text, text),
    casus.eis_betrokkene(uuid, jsonb), casus.maak_persoon(jsonb),
    casus.voeg_betrokkene_toe(uuid, uuid, uuid, jsonb, text),
    casus.beeindig_betrokkenheid(uuid, date, text),
    casus.leg_relatie(uuid, uuid, uuid, text, date, text),
    casus.beeindig_relatie(uuid, uuid, date, text) FROM PUBLIC;
