-- SPDX-License-Identifier: EUPL-1.2
-- A draft that was thrown away comes back for an hour, as that of any other form (gebruikers/
-- formulierconcepten.py). The rest in the place of what stands in aanmelden.sql and versturen.sql.

CREATE OR REPLACE FUNCTION aanmelding.gooi_concept_weg(p_id uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
BEGIN
    UPDATE public.aanmelding_concept c SET weg_op = now()
     WHERE c.id = p_id AND c.auteur_id = v_wie AND c.weg_op IS NULL;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.noteer('concept.weggegooid', p_id, p_spoor, ARRAY['weg_op']);
END $$;

CREATE FUNCTION aanmelding.haal_concept_terug(p_id uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
BEGIN
    UPDATE public.aanmelding_concept c SET weg_op = NULL
     WHERE c.id = p_id AND c.auteur_id = v_wie AND c.weg_op > now() - interval '1 hour';
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.noteer('concept.teruggehaald', p_id, p_spoor, ARRAY['weg_op']);
END $$;

-- Keep what the asker is typing; true when the act is written: at first, and then once a minute, as the
-- pieces of one page belong to one act. Who types on in what was thrown away has it back.
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
            WHERE c.auteur_id = v_wie AND c.id <> p_id AND c.weg_op IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT c.bewaard_op INTO v_vorige FROM public.aanmelding_concept c WHERE c.id = p_id FOR UPDATE;
    v_schrijft := v_vorige IS NULL OR date_trunc('minute', v_vorige) <> date_trunc('minute', now());
    INSERT INTO public.aanmelding_concept (id, auteur_id, inhoud, bewaard_op, eerste_verwerking)
    VALUES (p_id, v_wie, p_inhoud, now(), casus.dag())
    ON CONFLICT (id) DO UPDATE
       SET inhoud = excluded.inhoud, bewaard_op = excluded.bewaard_op, weg_op = NULL;
    IF v_schrijft THEN
        PERFORM aanmelding.noteer('concept.bewaard', p_id, p_spoor, ARRAY['inhoud']);
    END IF;
    RETURN v_schrijft;
END $$;

-- Remove the drafts that nobody touched for two weeks or that were thrown away an hour ago; how many. For the worker: a draft is its author's
-- alone, and who types must not wait for the drafts of others. One row of the journaal for all.
CREATE OR REPLACE FUNCTION aanmelding.ruim_concepten_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    WITH weg AS (
        DELETE FROM public.aanmelding_concept c
         WHERE c.bewaard_op < now() - interval '14 days' OR c.weg_op < now() - interval '1 hour'
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

REVOKE ALL ON FUNCTION aanmelding.haal_concept_terug(uuid, text) FROM PUBLIC;
