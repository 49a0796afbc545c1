-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in overdracht.sql: a warm handover says on which day they talk together, and any
-- handover what goes along.

-- Ask a receiver to go on. gebruiker: somebody of that organisation who takes part for it; empty when
-- nobody there has an account, and the house writes down what they said. sleutel: the id to make it with;
-- the same once more gives the one that there is.
CREATE OR REPLACE FUNCTION afsluiting.draag_over(p_casus uuid, p_inhoud jsonb, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider']);
    v_id uuid := coalesce((p_inhoud->>'sleutel')::uuid, gen_random_uuid());
    v_organisatie uuid := (p_inhoud->>'organisatie')::uuid;
    v_gebruiker uuid := (p_inhoud->>'gebruiker')::uuid;
BEGIN
    PERFORM afsluiting.eis_huiswerk(v_wie, p_casus);
    IF EXISTS (SELECT FROM public.afsluiting_overdracht o
                WHERE o.id = v_id AND o.casus_id = p_casus AND o.aangeboden_door_id = v_wie) THEN
        RETURN v_id;
    END IF;
    IF coalesce(p_inhoud->>'functie', '') !~ '\S' OR (p_inhoud->>'warm') IS NULL
       OR coalesce(p_inhoud->>'soort', 'geen') IN ('geen', 'onbekend')
       OR ((p_inhoud->>'gesprek_op') IS NOT NULL AND NOT (p_inhoud->>'warm')::boolean)
       OR NOT EXISTS (SELECT FROM public.organisaties_organisatie o WHERE o.id = v_organisatie)
       OR (v_gebruiker IS NOT NULL AND NOT EXISTS (
            SELECT FROM casus.partnerrollen_van(v_gebruiker) r
             WHERE r.casus_id = p_casus AND r.organisatie_id = v_organisatie)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.afsluiting_overdracht (id, casus_id, organisatie_id, soort, functie,
        gebruiker_id, warm, gesprek_op, wat, aangeboden_op, aangeboden_door_id, eerste_verwerking)
    VALUES (v_id, p_casus, v_organisatie, p_inhoud->>'soort', p_inhoud->>'functie', v_gebruiker,
        (p_inhoud->>'warm')::boolean, (p_inhoud->>'gesprek_op')::date, nullif(p_inhoud->>'wat', ''),
        casus.dag(), v_wie, casus.dag());
    PERFORM casus.noteer('overdracht.aangeboden', 'overdracht', v_id, p_casus, p_spoor,
        ARRAY['organisatie', 'functie', 'gebruiker', 'warm', 'gesprek_op', 'wat'], v_gebruiker);
    RETURN v_id;
END $$;
