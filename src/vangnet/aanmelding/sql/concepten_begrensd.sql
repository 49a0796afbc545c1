-- SPDX-License-Identifier: EUPL-1.2
-- How many drafts an account has: 50 open, and 100 with what was thrown away and is not destroyed yet. In the
-- place of the functions of the same name in concept_terug.sql.

-- Room for one more open draft beside the others, one act of an account at a time.
CREATE FUNCTION aanmelding.eis_plek_voor_concept(p_wie uuid, p_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM aanmelding.een_tegelijk(p_wie);
    IF (SELECT count(*) FILTER (WHERE c.weg_op IS NULL) >= 50 OR count(*) >= 100
          FROM public.aanmelding_concept c WHERE c.auteur_id = p_wie AND c.id <> p_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

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
       OR EXISTS (SELECT FROM public.aanmelding_aanmelding a WHERE a.id = p_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.eis_plek_voor_concept(v_wie, p_id);
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

CREATE OR REPLACE FUNCTION aanmelding.haal_concept_terug(p_id uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
BEGIN
    PERFORM aanmelding.eis_plek_voor_concept(v_wie, p_id);
    UPDATE public.aanmelding_concept c SET weg_op = NULL
     WHERE c.id = p_id AND c.auteur_id = v_wie AND c.weg_op > now() - interval '1 hour';
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.noteer('concept.teruggehaald', p_id, p_spoor, ARRAY['weg_op']);
END $$;

REVOKE ALL ON FUNCTION aanmelding.eis_plek_voor_concept(uuid, uuid) FROM PUBLIC;
