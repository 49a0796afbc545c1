-- SPDX-License-Identifier: EUPL-1.2
-- In the place of the one in eigen_concept.sql, which knew no leefgebieden.

-- Send an aanmelding; its kenmerk. The draft of the same id goes with it. Sent a second time by the same
-- account: the kenmerk that it has, and nothing when what is sent now says something else. Never under the id
-- of somebody else's draft: whoever sends it would read the documents of that one.
CREATE OR REPLACE FUNCTION aanmelding.dien_in(p_id uuid, p_inhoud jsonb, p_spoor text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- The triggers that keep the history and the figures name their tables without a schema.
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_velden constant text[] := ARRAY['aanmelder_id', 'aangedragen_door', 'herkomst', 'gemeente',
        'aandachtsgebied', 'aanleiding', 'achternaam', 'tussenvoegsel', 'voornamen', 'geboortedatum',
        'doel', 'geprobeerd', 'betrokken', 'andere_gemeenten', 'risico_voor', 'risico_soort',
        'leefgebieden', 'geinformeerd', 'waarom_niet_geinformeerd', 'criteria'];
    v_al public.aanmelding_aanmelding;
    r public.aanmelding_aanmelding;
BEGIN
    IF p_id IS NULL OR coalesce(jsonb_typeof(p_inhoud), '') <> 'object' THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.een_tegelijk(p_id);
    IF EXISTS (SELECT FROM public.aanmelding_concept c WHERE c.id = p_id AND c.auteur_id <> v_wie) THEN
        PERFORM gebruikers.weiger();
    END IF;
    r := jsonb_populate_record(NULL::public.aanmelding_aanmelding,
        '{"risico_voor": [], "risico_soort": [], "leefgebieden": [], "criteria": []}' || jsonb_strip_nulls(p_inhoud));
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
        andere_gemeenten, risico_voor, risico_soort, leefgebieden, geinformeerd,
        waarom_niet_geinformeerd, criteria)
    VALUES (p_id, aanmelding.nieuw_kenmerk(), casus.dag(), casus.dag(), v_wie, r.aanmelder_id,
        r.aangedragen_door, r.herkomst, r.gemeente, r.aandachtsgebied, r.aanleiding, r.achternaam,
        r.tussenvoegsel, r.voornamen, r.geboortedatum, r.doel, r.geprobeerd, r.betrokken,
        r.andere_gemeenten, r.risico_voor, r.risico_soort, r.leefgebieden, r.geinformeerd,
        r.waarom_niet_geinformeerd, r.criteria)
    RETURNING * INTO v_al;
    DELETE FROM public.aanmelding_concept c WHERE c.id = p_id AND c.auteur_id = v_wie;
    PERFORM aanmelding.noteer('aanmelding.ingediend', p_id, p_spoor,
        ARRAY['aanmelder', 'achternaam', 'voornamen', 'geboortedatum', 'gemeente', 'aanleiding',
              'doel', 'geprobeerd', 'betrokken', 'risico_voor', 'risico_soort', 'leefgebieden',
              'geinformeerd', 'criteria']);
    RETURN v_al.kenmerk;
END $$;
