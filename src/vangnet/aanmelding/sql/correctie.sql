-- SPDX-License-Identifier: EUPL-1.2
-- A decision that was wrong is corrected by a new one with a reason, until the aanmelder has the answer. The
-- old one stays visible as it was; the aanmelding says the last one, so that figures count only that.

-- Correct the decision on an aanmelding that opened no casus; the casus that the new one opens or joins. What
-- opened a casus is not corrected: that casus is closed, as any other.
CREATE FUNCTION aanmelding.corrigeer(
    p_aanmelding uuid, p_waarom text, p_inhoud jsonb, p_casus uuid, p_regisseur uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    a public.aanmelding_aanmelding;
BEGIN
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.dicht OR a.triage_besluit IS NULL OR a.casus_id IS NOT NULL
       OR coalesce(p_waarom, '') !~ '\S' OR length(p_waarom) > 1000
       OR EXISTS (SELECT FROM public.aanmelding_antwoord w WHERE w.aanmelding_id = a.id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.aanmelding_vorigbesluit (id, aanmelding_id, besluit, besloten_op, reden,
        verwezen_naar, hoe, waarom, gecorrigeerd_door_id, gecorrigeerd_op)
    VALUES (gen_random_uuid(), a.id, a.triage_besluit, a.triage_op, a.reden, a.verwezen_naar,
        jsonb_build_object(
            'oordelen', (SELECT coalesce(jsonb_agg(jsonb_build_object('criterium', o.criterium,
                    'geldt', o.geldt, 'motivering', o.motivering) ORDER BY o.criterium), '[]')
                FROM public.aanmelding_criteriumoordeel o WHERE o.aanmelding_id = a.id),
            'huisoordelen', (SELECT coalesce(jsonb_agg(jsonb_build_object('tekst', c.tekst,
                    'geldt', o.geldt, 'motivering', o.motivering) ORDER BY c.vanaf, c.id), '[]')
                FROM public.aanmelding_huisoordeel o
                JOIN public.aanmelding_huiscriterium c ON c.id = o.criterium_id
                WHERE o.aanmelding_id = a.id),
            'beslissers', (SELECT coalesce(jsonb_agg(jsonb_build_object('naam', b.naam,
                    'organisatie', g.naam, 'akkoord', b.akkoord) ORDER BY b.naam), '[]')
                FROM public.aanmelding_beslisser b
                JOIN public.organisaties_organisatie g ON g.id = b.organisatie_id
                WHERE b.aanmelding_id = a.id)),
        p_waarom, v_wie, now());
    DELETE FROM public.aanmelding_criteriumoordeel WHERE aanmelding_id = a.id;
    DELETE FROM public.aanmelding_huisoordeel WHERE aanmelding_id = a.id;
    DELETE FROM public.aanmelding_beslisser WHERE aanmelding_id = a.id;
    UPDATE public.aanmelding_aanmelding
       SET triage_op = NULL, triage_besluit = NULL, reden = NULL, verwezen_naar = NULL
     WHERE id = a.id;
    PERFORM aanmelding.noteer_antwoord('aanmelding.gecorrigeerd', a, p_spoor,
        ARRAY['triage_besluit', 'waarom']);
    RETURN aanmelding.besluit(p_aanmelding, p_inhoud, p_casus, p_regisseur, p_spoor);
END $$;

-- What hangs on an aanmelding goes with it, whatever destroys that. In the place of that in antwoord.sql.
CREATE OR REPLACE FUNCTION aanmelding.hangt_eraan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.aanmelding_huisoordeel o WHERE o.aanmelding_id = OLD.id;
    DELETE FROM public.aanmelding_antwoord w WHERE w.aanmelding_id = OLD.id;
    DELETE FROM public.aanmelding_vorigbesluit v WHERE v.aanmelding_id = OLD.id;
    RETURN OLD;
END $$;

REVOKE ALL ON FUNCTION aanmelding.corrigeer(uuid, text, jsonb, uuid, uuid, text) FROM PUBLIC;
