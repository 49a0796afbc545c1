-- SPDX-License-Identifier: EUPL-1.2
-- Draft and aanmelding of one form, in the place of those in aanmelden.sql: one at a time, and nothing that
-- was typed is dropped in silence.

-- Of one form only one act at a time: a piece of the page that waits for the sending finds it sent, and the
-- second of two sendings finds the first.
CREATE FUNCTION aanmelding.een_tegelijk(p_id uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('aanmelding:' || coalesce(p_id::text, ''), 0))
$$;

-- Keep what the asker is typing; true when the act is written: at first, and then once a minute, as the
-- pieces of one page belong to one act.
CREATE OR REPLACE FUNCTION aanmelding.bewaar_concept(p_id uuid, p_inhoud jsonb, p_spoor text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_vorige timestamptz;
    v_schrijft boolean;
BEGIN
    PERFORM aanmelding.een_tegelijk(p_id);
    IF p_id IS NULL OR coalesce(jsonb_typeof(p_inhoud), '') <> 'object' OR length(p_inhoud::text) > 100000
       OR EXISTS (SELECT FROM public.aanmelding_concept c WHERE c.id = p_id AND c.auteur_id <> v_wie)
       -- What was sent is no draft any more: a late piece of the page must not bring it back.
       OR EXISTS (SELECT FROM public.aanmelding_aanmelding a WHERE a.id = p_id)
       OR (SELECT count(*) >= 50 FROM public.aanmelding_concept c
            WHERE c.auteur_id = v_wie AND c.id <> p_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT c.bewaard_op INTO v_vorige FROM public.aanmelding_concept c WHERE c.id = p_id FOR UPDATE;
    v_schrijft := v_vorige IS NULL OR date_trunc('minute', v_vorige) <> date_trunc('minute', now());
    INSERT INTO public.aanmelding_concept (id, auteur_id, inhoud, bewaard_op, eerste_verwerking)
    VALUES (p_id, v_wie, p_inhoud, now(), casus.dag())
    ON CONFLICT (id) DO UPDATE SET inhoud = excluded.inhoud, bewaard_op = excluded.bewaard_op;
    IF v_schrijft THEN
        PERFORM aanmelding.noteer('concept.bewaard', p_id, p_spoor, ARRAY['inhoud']);
    END IF;
    RETURN v_schrijft;
END $$;

-- Send an aanmelding; its kenmerk. The draft of the same id goes with it. Sent a second time by the same
-- account: the kenmerk that it has, and nothing when what is sent now says something else.
CREATE OR REPLACE FUNCTION aanmelding.dien_in(p_id uuid, p_inhoud jsonb, p_spoor text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- The triggers that keep the history and the figures name their tables without a schema.
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_velden constant text[] := ARRAY['aanmelder_id', 'aangedragen_door', 'herkomst', 'gemeente',
        'aandachtsgebied', 'aanleiding', 'achternaam', 'tussenvoegsel', 'voornamen', 'geboortedatum',
        'doel', 'geprobeerd', 'betrokken', 'andere_gemeenten', 'risico_voor', 'risico_soort',
        'geinformeerd', 'waarom_niet_geinformeerd', 'criteria'];
    v_al public.aanmelding_aanmelding;
    r public.aanmelding_aanmelding;
BEGIN
    IF p_id IS NULL OR coalesce(jsonb_typeof(p_inhoud), '') <> 'object' THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.een_tegelijk(p_id);
    r := jsonb_populate_record(NULL::public.aanmelding_aanmelding,
        '{"risico_voor": [], "risico_soort": [], "criteria": []}' || jsonb_strip_nulls(p_inhoud));
    SELECT * INTO v_al FROM public.aanmelding_aanmelding a WHERE a.id = p_id;
    IF FOUND THEN
        IF v_al.ingediend_door_id IS DISTINCT FROM v_wie THEN
            PERFORM gebruikers.weiger();
        END IF;
        DELETE FROM public.aanmelding_concept c WHERE c.id = p_id AND c.auteur_id = v_wie;
        RETURN CASE WHEN NOT EXISTS (
            SELECT FROM unnest(v_velden) veld
             WHERE to_jsonb(r)->veld IS DISTINCT FROM to_jsonb(v_al)->veld) THEN v_al.kenmerk END;
    END IF;
    IF r.aanmelder_id IS NULL OR r.aanmelder_id NOT IN (SELECT m FROM aanmelding.mijn_aanmelders() m)
       OR coalesce(r.achternaam, '') !~ '\S' OR coalesce(r.aanleiding, '') !~ '\S'
       OR coalesce(r.doel, '') !~ '\S' OR coalesce(r.geprobeerd, '') !~ '\S' THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.aanmelding_aanmelding (id, kenmerk, ontvangen_op, eerste_verwerking,
        ingediend_door_id, aanmelder_id, aangedragen_door, herkomst, gemeente, aandachtsgebied,
        aanleiding, achternaam, tussenvoegsel, voornamen, geboortedatum, doel, geprobeerd, betrokken,
        andere_gemeenten, risico_voor, risico_soort, geinformeerd, waarom_niet_geinformeerd, criteria)
    VALUES (p_id, aanmelding.nieuw_kenmerk(), casus.dag(), casus.dag(), v_wie, r.aanmelder_id,
        r.aangedragen_door, r.herkomst, r.gemeente, r.aandachtsgebied, r.aanleiding, r.achternaam,
        r.tussenvoegsel, r.voornamen, r.geboortedatum, r.doel, r.geprobeerd, r.betrokken,
        r.andere_gemeenten, r.risico_voor, r.risico_soort, r.geinformeerd, r.waarom_niet_geinformeerd,
        r.criteria)
    RETURNING * INTO v_al;
    DELETE FROM public.aanmelding_concept c WHERE c.id = p_id AND c.auteur_id = v_wie;
    PERFORM aanmelding.noteer('aanmelding.ingediend', p_id, p_spoor,
        ARRAY['aanmelder', 'achternaam', 'voornamen', 'geboortedatum', 'gemeente', 'aanleiding',
              'doel', 'geprobeerd', 'betrokken', 'risico_voor', 'risico_soort', 'geinformeerd',
              'criteria']);
    RETURN v_al.kenmerk;
END $$;

-- Remove the drafts that nobody touched for two weeks; how many. For the worker: a draft is its author's
-- alone, and who types must not wait for the drafts of others. One row of the journaal for all.
CREATE FUNCTION aanmelding.ruim_concepten_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    WITH weg AS (
        DELETE FROM public.aanmelding_concept c WHERE c.bewaard_op < now() - interval '14 days'
        RETURNING c.id)
    SELECT coalesce(array_agg(weg.id), '{}') INTO v_ids FROM weg;
    IF cardinality(v_ids) > 0 THEN
        PERFORM journaal.leg_vast('concept.vernietigd', 'concept', NULL, NULL, 'bewaartermijn', true,
            'twee_weken', 'taak', p_spoor, ARRAY[]::text[],
            jsonb_build_object('concepten', cardinality(v_ids)),
            array_fill('aanmelding'::text, ARRAY[cardinality(v_ids)]), v_ids);
    END IF;
    RETURN cardinality(v_ids);
END $$;

REVOKE ALL ON FUNCTION aanmelding.een_tegelijk(uuid), aanmelding.ruim_concepten_op(text) FROM PUBLIC;
