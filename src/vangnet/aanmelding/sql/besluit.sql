-- SPDX-License-Identifier: EUPL-1.2
-- The decision of triage (WGS 2.31(2), BGS 2.20): who may record it, what it needs, and the casus that it
-- opens or joins. One refusal for what may not and for what isn't there.

-- What the decision needs, whoever records it: a casus asks for all four criteria, and any decision for a
-- named decider of a deelnemer of WGS 2.27(1) who agrees.
CREATE FUNCTION aanmelding.eis_besluit(
    p_besluit text, p_reden text, p_verwezen_naar text, p_oordelen jsonb, p_beslissers jsonb
) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(p_besluit, '') NOT IN ('procesregie', 'ondersteuning', 'advies', 'elders',
                                       'niet_in_behandeling')
       OR (p_besluit = 'niet_in_behandeling' AND NOT EXISTS (
            SELECT FROM public.inrichting_code c WHERE c.lijst = 'reden' AND c.code = p_reden))
       OR (p_besluit <> 'niet_in_behandeling' AND p_reden IS NOT NULL)
       OR (p_besluit = 'elders') <> (coalesce(p_verwezen_naar, '') ~ '\S')
       OR coalesce(jsonb_typeof(p_oordelen), '') <> 'array'
       OR coalesce(jsonb_typeof(p_beslissers), '') <> 'array'
       OR (SELECT count(DISTINCT o->>'criterium') <> 4 OR count(*) <> 4
             FROM jsonb_array_elements(p_oordelen) o)
       OR EXISTS (SELECT FROM jsonb_array_elements(p_oordelen) o
                   WHERE coalesce(o->>'motivering', '') !~ '\S' OR (o->>'geldt') IS NULL)
       OR (p_besluit IN ('procesregie', 'ondersteuning') AND EXISTS (
            SELECT FROM jsonb_array_elements(p_oordelen) o WHERE NOT (o->>'geldt')::boolean))
       OR EXISTS (SELECT FROM jsonb_array_elements(p_beslissers) b
                   WHERE coalesce(b->>'naam', '') !~ '\S' OR (b->>'akkoord') IS NULL)
       OR NOT EXISTS (
            SELECT FROM jsonb_array_elements(p_beslissers) b
              JOIN public.organisaties_organisatie g ON g.id = (b->>'organisatie')::uuid
             WHERE g.deelnemer = 'publiek' AND (b->>'akkoord')::boolean) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- A new casus from an aanmelding, of this day on, with its hoofdbetrokkene, inzet and first regisseur.
CREATE FUNCTION aanmelding.open_casus(
    a public.aanmelding_aanmelding, p_inzet text, p_samenstelling text, p_regisseur uuid
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_casus uuid := gen_random_uuid();
    v_persoon uuid := gen_random_uuid();
    v_kenmerk text;
BEGIN
    IF coalesce(a.achternaam, '') !~ '\S' OR coalesce(p_samenstelling, '') NOT IN ('individu', 'systeem')
       OR p_regisseur IS NULL OR NOT casus.is_aangewezen(p_regisseur, 'regisseur', NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    LOOP
        v_kenmerk := 'ZVH-' || to_char(now() AT TIME ZONE 'Europe/Amsterdam', 'YYYY') || '-'
            || upper(left(replace(gen_random_uuid()::text, '-', ''), 6));
        EXIT WHEN NOT EXISTS (SELECT FROM public.casus_casus c WHERE c.kenmerk = v_kenmerk);
    END LOOP;
    INSERT INTO public.personen_persoon (id, kenmerk, achternaam, voornamen, tussenvoegsel,
        geboortedatum, gemeente, eerste_verwerking)
    VALUES (v_persoon, 'P-' || replace(v_persoon::text, '-', ''), a.achternaam, a.voornamen,
        a.tussenvoegsel, a.geboortedatum, a.gemeente, a.eerste_verwerking);
    INSERT INTO public.casus_casus (id, kenmerk, samenstelling, hoofdbetrokkene_id, gemeente,
        aandachtsgebied, eerste_verwerking)
    VALUES (v_casus, v_kenmerk, p_samenstelling, v_persoon, a.gemeente, a.aandachtsgebied,
        a.eerste_verwerking);
    INSERT INTO public.casus_inzet (id, casus_id, soort, vanaf)
    VALUES (gen_random_uuid(), v_casus, p_inzet, casus.dag());
    INSERT INTO public.casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, eerste_verwerking)
    VALUES (gen_random_uuid(), v_casus, v_persoon, 'hoofdbetrokkene', casus.dag(),
        a.eerste_verwerking);
    INSERT INTO public.casus_casusrol (id, casus_id, gebruiker_id, rol, uitgenodigd_op, antwoord, vanaf)
    VALUES (gen_random_uuid(), v_casus, p_regisseur, 'regisseur', casus.dag(), 'aanvaard', casus.dag());
    RETURN v_casus;
END $$;

-- Record what triage decided; the casus that it opened or joined, or nothing. p_casus: the one to join,
-- which has to be open and in the sight of the asker.
CREATE FUNCTION aanmelding.besluit(
    p_aanmelding uuid, p_inhoud jsonb, p_casus uuid, p_regisseur uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_besluit text := p_inhoud->>'besluit';
    v_is_casus boolean := coalesce(v_besluit IN ('procesregie', 'ondersteuning'), false);
    v_casus uuid;
    a public.aanmelding_aanmelding;
BEGIN
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NOT NULL OR a.dicht OR (p_casus IS NOT NULL AND NOT v_is_casus) THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.eis_besluit(v_besluit, p_inhoud->>'reden', p_inhoud->>'verwezen_naar',
        p_inhoud->'oordelen', p_inhoud->'beslissers');
    IF p_casus IS NOT NULL THEN
        PERFORM casus.eis_casus(p_casus);
        IF casus.is_gesloten(p_casus) THEN
            PERFORM gebruikers.weiger();
        END IF;
        v_casus := p_casus;
    ELSIF v_is_casus THEN
        v_casus := aanmelding.open_casus(a, v_besluit, p_inhoud->>'samenstelling', p_regisseur);
    END IF;
    INSERT INTO public.aanmelding_criteriumoordeel (id, aanmelding_id, criterium, geldt, motivering)
    SELECT gen_random_uuid(), a.id, o->>'criterium', (o->>'geldt')::boolean, o->>'motivering'
      FROM jsonb_array_elements(p_inhoud->'oordelen') o;
    INSERT INTO public.aanmelding_beslisser (id, aanmelding_id, naam, organisatie_id, akkoord)
    SELECT gen_random_uuid(), a.id, b->>'naam', (b->>'organisatie')::uuid, (b->>'akkoord')::boolean
      FROM jsonb_array_elements(p_inhoud->'beslissers') b;
    UPDATE public.aanmelding_aanmelding
       SET triage_op = casus.dag(), triage_besluit = v_besluit, reden = p_inhoud->>'reden',
           verwezen_naar = p_inhoud->>'verwezen_naar', casus_id = v_casus
     WHERE id = a.id;
    IF v_is_casus THEN
        IF p_casus IS NULL THEN
            PERFORM casus.noteer('casus.geopend', 'casus', v_casus, v_casus, p_spoor,
                ARRAY['samenstelling', 'hoofdbetrokkene', 'inzet', 'regisseur'], p_regisseur);
        END IF;
        PERFORM casus.noteer('aanmelding.besloten', 'aanmelding', a.id, v_casus, p_spoor,
            ARRAY['triage_besluit', 'casus'], NULL);
    ELSE
        PERFORM aanmelding.noteer('aanmelding.besloten', a.id, p_spoor,
            ARRAY['triage_besluit', 'reden', 'verwezen_naar']);
    END IF;
    RETURN v_casus;
END $$;

-- In the place of that in vernietig.sql: what hangs on an aanmelding goes with it.
CREATE OR REPLACE FUNCTION aanmelding.vernietig_afgewezen(p_ids uuid[], p_spoor text)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- The triggers that keep the history name their tables without a schema.
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_ids uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT coalesce(array_agg(a.id), '{}') INTO v_ids FROM (
        SELECT id FROM public.aanmelding_aanmelding
         WHERE id = ANY (p_ids) AND casus_id IS NULL AND triage_besluit IS NOT NULL
           FOR UPDATE) a;
    DELETE FROM public.aanmelding_criteriumoordeel WHERE aanmelding_id = ANY (v_ids);
    DELETE FROM public.aanmelding_beslisser WHERE aanmelding_id = ANY (v_ids);
    DELETE FROM public.aanmelding_aanmelding WHERE id = ANY (v_ids);
    -- Also the copy that this very deletion has just left in the history.
    DELETE FROM public.aanmelding_aanmeldingevent WHERE id = ANY (v_ids);
    PERFORM journaal.leg_vast('aanmelding.vernietigd', 'aanmelding', NULL, NULL, 'bewaartermijn',
        true, 'afgewezen', 'taak', p_spoor, ARRAY[]::text[],
        jsonb_build_object('aanmeldingen', cardinality(v_ids)),
        array_fill('aanmelding'::text, ARRAY[cardinality(v_ids)]), v_ids);
    RETURN cardinality(v_ids);
END $$;

REVOKE ALL ON FUNCTION aanmelding.eis_besluit(text, text, text, jsonb, jsonb),
    aanmelding.open_casus(public.aanmelding_aanmelding, text, text, uuid),
    aanmelding.besluit(uuid, jsonb, uuid, uuid, text) FROM PUBLIC;
