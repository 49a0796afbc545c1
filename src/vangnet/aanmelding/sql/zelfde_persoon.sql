-- SPDX-License-Identifier: EUPL-1.2
-- The person of an aanmelding may be somebody who is known: then a casus hangs on the persoon that there
-- is. In the place of the functions of the same name in besluit.sql and besluit_bij_zaak.sql.

-- Somebody whom the house sees, through a casus that is open to the asker, with why it is them.
CREATE FUNCTION aanmelding.eis_bekende(p_persoon uuid, p_waarom text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(p_waarom, '') !~ '\S' OR NOT EXISTS (
            SELECT FROM public.casus_betrokkenheid b
             WHERE b.persoon_id = p_persoon
               AND (NOT b.dicht OR b.casus_id IN (SELECT h FROM casus.mijn_huiscasussen() h))) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- Whom an aanmelding is about, as a persoon that is new.
CREATE FUNCTION aanmelding.maak_persoon(a public.aanmelding_aanmelding) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_persoon uuid := gen_random_uuid();
BEGIN
    IF coalesce(a.achternaam, '') !~ '\S' THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.personen_persoon (id, kenmerk, achternaam, voornamen, tussenvoegsel,
        geboortedatum, gemeente, eerste_verwerking)
    VALUES (v_persoon, 'P-' || replace(v_persoon::text, '-', ''), a.achternaam, a.voornamen,
        a.tussenvoegsel, a.geboortedatum, a.gemeente, a.eerste_verwerking);
    RETURN v_persoon;
END $$;

DROP FUNCTION aanmelding.open_casus(public.aanmelding_aanmelding, text, text, uuid);
DROP FUNCTION aanmelding.voeg_persoon_toe(public.aanmelding_aanmelding, uuid, text, smallint);

-- A new casus from an aanmelding, of this day on, about p_persoon, with its inzet and first regisseur.
CREATE FUNCTION aanmelding.open_casus(
    a public.aanmelding_aanmelding, p_inzet text, p_samenstelling text, p_regisseur uuid, p_persoon uuid
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_casus uuid := gen_random_uuid();
    v_kenmerk text;
BEGIN
    IF coalesce(p_samenstelling, '') NOT IN ('individu', 'systeem')
       OR p_regisseur IS NULL OR NOT casus.is_aangewezen(p_regisseur, 'regisseur', NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    LOOP
        v_kenmerk := 'ZVH-' || to_char(now() AT TIME ZONE 'Europe/Amsterdam', 'YYYY') || '-'
            || upper(left(replace(gen_random_uuid()::text, '-', ''), 6));
        EXIT WHEN NOT EXISTS (SELECT FROM public.casus_casus c WHERE c.kenmerk = v_kenmerk);
    END LOOP;
    INSERT INTO public.casus_casus (id, kenmerk, samenstelling, hoofdbetrokkene_id, gemeente,
        aandachtsgebied, eerste_verwerking)
    VALUES (v_casus, v_kenmerk, p_samenstelling, p_persoon, a.gemeente, a.aandachtsgebied,
        a.eerste_verwerking);
    INSERT INTO public.casus_inzet (id, casus_id, soort, vanaf)
    VALUES (gen_random_uuid(), v_casus, p_inzet, casus.dag());
    INSERT INTO public.casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, eerste_verwerking)
    VALUES (gen_random_uuid(), v_casus, p_persoon, 'hoofdbetrokkene', casus.dag(),
        a.eerste_verwerking);
    INSERT INTO public.casus_casusrol (id, casus_id, gebruiker_id, rol, uitgenodigd_op, antwoord, vanaf)
    VALUES (gen_random_uuid(), v_casus, p_regisseur, 'regisseur', casus.dag(), 'aanvaard', casus.dag());
    RETURN v_casus;
END $$;

CREATE OR REPLACE FUNCTION aanmelding.besluit(
    p_aanmelding uuid, p_inhoud jsonb, p_casus uuid, p_regisseur uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_besluit text := p_inhoud->>'besluit';
    v_is_casus boolean := coalesce(v_besluit IN ('procesregie', 'ondersteuning'), false);
    v_bekend uuid := (p_inhoud->>'persoon')::uuid;
    v_casus uuid;
    v_persoon uuid;
    a public.aanmelding_aanmelding;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NOT NULL OR a.dicht OR (p_casus IS NOT NULL AND NOT v_is_casus)
       OR (v_bekend IS NOT NULL AND (p_casus IS NOT NULL OR NOT v_is_casus)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.eis_besluit(v_besluit, p_inhoud->>'reden', p_inhoud->>'verwezen_naar',
        p_inhoud->'oordelen', p_inhoud->'beslissers');
    IF v_bekend IS NOT NULL THEN
        PERFORM aanmelding.eis_bekende(v_bekend, p_inhoud->>'waarom_zelfde');
    END IF;
    IF p_casus IS NOT NULL THEN
        PERFORM aanmelding.eis_aansluiten(p_casus, v_besluit, p_inhoud->>'persoon_rol',
            (p_inhoud->>'zijde')::smallint);
        v_casus := p_casus;
        IF p_inhoud->>'persoon_rol' <> 'bekend' THEN
            v_persoon := aanmelding.maak_persoon(a);
            INSERT INTO public.casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, zijde,
                eerste_verwerking)
            VALUES (gen_random_uuid(), p_casus, v_persoon, p_inhoud->>'persoon_rol', casus.dag(),
                (p_inhoud->>'zijde')::smallint, a.eerste_verwerking);
        END IF;
    ELSIF v_is_casus THEN
        v_persoon := coalesce(v_bekend, aanmelding.maak_persoon(a));
        v_casus := aanmelding.open_casus(a, v_besluit, p_inhoud->>'samenstelling', p_regisseur,
            v_persoon);
    END IF;
    INSERT INTO public.aanmelding_criteriumoordeel (id, aanmelding_id, criterium, geldt, motivering)
    SELECT gen_random_uuid(), a.id, o->>'criterium', (o->>'geldt')::boolean, o->>'motivering'
      FROM jsonb_array_elements(p_inhoud->'oordelen') o;
    INSERT INTO public.aanmelding_beslisser (id, aanmelding_id, naam, organisatie_id, akkoord)
    SELECT gen_random_uuid(), a.id, b->>'naam', (b->>'organisatie')::uuid, (b->>'akkoord')::boolean
      FROM jsonb_array_elements(p_inhoud->'beslissers') b;
    IF v_bekend IS NOT NULL THEN
        INSERT INTO public.aanmelding_koppeling (id, aanmelding_id, persoon_id, waarom)
        VALUES (gen_random_uuid(), a.id, v_bekend, p_inhoud->>'waarom_zelfde');
    END IF;
    UPDATE public.aanmelding_aanmelding
       SET triage_op = casus.dag(), triage_besluit = v_besluit, reden = p_inhoud->>'reden',
           verwezen_naar = p_inhoud->>'verwezen_naar', casus_id = v_casus
     WHERE id = a.id;
    PERFORM aanmelding.noteer_besluit(a.id, v_casus, v_persoon,
        CASE WHEN p_casus IS NULL AND v_is_casus THEN p_regisseur END, p_spoor);
    IF v_bekend IS NOT NULL THEN
        PERFORM journaal.leg_vast('persoon.gekoppeld', 'persoon', v_bekend, v_casus, '', true, '',
            'web', p_spoor, ARRAY['persoon', 'waarom'], '{}', ARRAY['aanmelding', 'casus', 'persoon'],
            ARRAY[a.id, v_casus, v_bekend]);
    END IF;
    RETURN v_casus;
END $$;

-- It was somebody else after all: the casus of the aanmelding goes to a new persoon, with what the
-- aanmelding says. What was written of the other stays with them, their relations too.
CREATE FUNCTION aanmelding.verbreek_koppeling(p_aanmelding uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_nieuw uuid;
    a public.aanmelding_aanmelding;
    k public.aanmelding_koppeling;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding;
    IF NOT FOUND OR a.casus_id IS NULL THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.eis_casus(a.casus_id);
    SELECT * INTO k FROM public.aanmelding_koppeling
     WHERE aanmelding_id = a.id AND verbroken_op IS NULL FOR UPDATE;
    IF NOT FOUND OR casus.is_gesloten(a.casus_id) OR NOT EXISTS (
            SELECT FROM public.casus_casus c
             WHERE c.id = a.casus_id AND c.hoofdbetrokkene_id = k.persoon_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_nieuw := aanmelding.maak_persoon(a);
    UPDATE public.casus_casus SET hoofdbetrokkene_id = v_nieuw WHERE id = a.casus_id;
    UPDATE public.casus_betrokkenheid SET persoon_id = v_nieuw
     WHERE casus_id = a.casus_id AND persoon_id = k.persoon_id;
    UPDATE public.aanmelding_koppeling SET verbroken_op = now() WHERE id = k.id;
    PERFORM journaal.leg_vast('persoon.losgemaakt', 'persoon', k.persoon_id, a.casus_id, '', true, '',
        'web', p_spoor, ARRAY['persoon', 'verbroken_op'], '{}',
        ARRAY['aanmelding', 'casus', 'persoon', 'persoon'],
        ARRAY[a.id, a.casus_id, k.persoon_id, v_nieuw]);
    RETURN a.casus_id;
END $$;

REVOKE ALL ON FUNCTION aanmelding.eis_bekende(uuid, text),
    aanmelding.maak_persoon(public.aanmelding_aanmelding),
    aanmelding.open_casus(public.aanmelding_aanmelding, text, text, uuid, uuid),
    aanmelding.verbreek_koppeling(uuid, text) FROM PUBLIC;
