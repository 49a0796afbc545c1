-- SPDX-License-Identifier: EUPL-1.2
-- Aanmelden as acts (WGS 2.31(1); toegang.md sections 2 and 4). Each checks its own right, gives the same
-- refusal for what may not and for what isn't there, and writes the journaal.

-- The organisations for which the asker may aanmelden: a partner for the own one, the house for each, on
-- the phone. Only a deelnemer under WGS 2.27(1) or (2).
CREATE FUNCTION aanmelding.mijn_aanmelders() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 50
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis boolean := toegang.is_huis();
BEGIN
    RETURN QUERY SELECT o.id FROM public.organisaties_organisatie o
     WHERE o.deelnemer IN ('publiek', 'privaat')
       AND (v_huis OR o.id IN (SELECT m FROM toegang.mijn_organisaties(ARRAY['ketenpartner']) m));
END $$;

-- A kenmerk that is free; by chance, so that it tells nobody how many there are.
CREATE FUNCTION aanmelding.nieuw_kenmerk() RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_kenmerk text;
BEGIN
    LOOP
        v_kenmerk := 'AM-' || to_char(now() AT TIME ZONE 'Europe/Amsterdam', 'YYYY') || '-'
            || upper(left(replace(gen_random_uuid()::text, '-', ''), 6));
        EXIT WHEN NOT EXISTS (
            SELECT FROM public.aanmelding_aanmelding a WHERE a.kenmerk = v_kenmerk);
    END LOOP;
    RETURN v_kenmerk;
END $$;

-- Keep what the asker is typing; true when the act is written: at first, and then once a minute, as the
-- pieces of one page belong to one act. What nobody touched for two weeks goes on the way.
CREATE FUNCTION aanmelding.bewaar_concept(p_id uuid, p_inhoud jsonb, p_spoor text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_vorige timestamptz;
    v_schrijft boolean;
BEGIN
    IF p_id IS NULL OR coalesce(jsonb_typeof(p_inhoud), '') <> 'object' OR length(p_inhoud::text) > 100000
       OR EXISTS (SELECT FROM public.aanmelding_concept c WHERE c.id = p_id AND c.auteur_id <> v_wie)
       -- What was sent is no draft any more: a late piece of the page must not bring it back.
       OR EXISTS (SELECT FROM public.aanmelding_aanmelding a WHERE a.id = p_id)
       OR (SELECT count(*) >= 50 FROM public.aanmelding_concept c
            WHERE c.auteur_id = v_wie AND c.id <> p_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    DELETE FROM public.aanmelding_concept c WHERE c.bewaard_op < now() - interval '14 days';
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

CREATE FUNCTION aanmelding.gooi_concept_weg(p_id uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
BEGIN
    DELETE FROM public.aanmelding_concept c WHERE c.id = p_id AND c.auteur_id = v_wie;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.noteer('concept.weggegooid', p_id, p_spoor, ARRAY[]::text[]);
END $$;

-- Send an aanmelding; its kenmerk. The draft of the same id goes with it. Sent a second time by the same
-- account: the kenmerk that it has.
CREATE FUNCTION aanmelding.dien_in(p_id uuid, p_inhoud jsonb, p_spoor text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- The triggers that keep the history and the figures name their tables without a schema.
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_al public.aanmelding_aanmelding;
    r public.aanmelding_aanmelding;
BEGIN
    IF p_id IS NULL OR coalesce(jsonb_typeof(p_inhoud), '') <> 'object' THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT * INTO v_al FROM public.aanmelding_aanmelding a WHERE a.id = p_id;
    IF FOUND THEN
        IF v_al.ingediend_door_id IS DISTINCT FROM v_wie THEN
            PERFORM gebruikers.weiger();
        END IF;
        RETURN v_al.kenmerk;
    END IF;
    r := jsonb_populate_record(NULL::public.aanmelding_aanmelding, p_inhoud);
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
        r.andere_gemeenten, coalesce(r.risico_voor, '{}'), coalesce(r.risico_soort, '{}'),
        r.geinformeerd, r.waarom_niet_geinformeerd, coalesce(r.criteria, '{}'))
    RETURNING * INTO v_al;
    DELETE FROM public.aanmelding_concept c WHERE c.id = p_id AND c.auteur_id = v_wie;
    PERFORM aanmelding.noteer('aanmelding.ingediend', p_id, p_spoor,
        ARRAY['aanmelder', 'achternaam', 'voornamen', 'geboortedatum', 'gemeente', 'aanleiding',
              'doel', 'geprobeerd', 'betrokken', 'risico_voor', 'risico_soort', 'geinformeerd',
              'criteria']);
    RETURN v_al.kenmerk;
END $$;

-- The row of the journaal of an act on one aanmelding or draft.
CREATE FUNCTION aanmelding.noteer(p_handeling text, p_object uuid, p_spoor text, p_velden text[])
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM journaal.leg_vast(p_handeling, split_part(p_handeling, '.', 1), p_object, NULL, '', true,
        '', 'web', p_spoor, p_velden, '{}', ARRAY['aanmelding'], ARRAY[p_object]);
END $$;

REVOKE ALL ON FUNCTION aanmelding.mijn_aanmelders(), aanmelding.nieuw_kenmerk(),
    aanmelding.bewaar_concept(uuid, jsonb, text), aanmelding.gooi_concept_weg(uuid, text),
    aanmelding.dien_in(uuid, jsonb, text), aanmelding.noteer(text, uuid, text, text[]) FROM PUBLIC;
