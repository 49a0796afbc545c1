-- SPDX-License-Identifier: EUPL-1.2
-- What somebody typed in the note field goes and comes back as any other draft (gebruikers/formulierconcepten.py).

-- Throw the own text away, for an hour not for good, or take it back: also while its author can't open the
-- casus. Nobody writes the row plainly then, so that no text is added to a casus that takes none.
CREATE FUNCTION casus.zet_notitieconcept_weg(p_concept uuid, p_weg boolean, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.wie_is_binnen();
    v_casus uuid;
BEGIN
    UPDATE public.casus_notitieconcept n SET weg_op = CASE WHEN p_weg THEN now() END
     WHERE n.id = p_concept AND n.auteur_id = v_wie
       AND CASE WHEN p_weg THEN n.weg_op IS NULL ELSE n.weg_op > now() - interval '1 hour' END
    RETURNING n.casus_id INTO v_casus;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.noteer(
        CASE WHEN p_weg THEN 'formulierconcept.weggegooid' ELSE 'formulierconcept.teruggehaald' END,
        'notitieconcept', p_concept, v_casus, p_spoor, ARRAY['weg_op'], NULL);
END $$;

-- Remove what nobody typed on for two weeks, and what was thrown away an hour ago; how many. For the clock:
-- an account that never comes back can't do it.
CREATE FUNCTION casus.ruim_notitieconcepten_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_casussen uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    WITH weg AS (
        DELETE FROM public.casus_notitieconcept n
         WHERE n.bewaard_op < now() - interval '14 days' OR n.weg_op < now() - interval '1 hour'
        RETURNING n.casus_id)
    SELECT coalesce(array_agg(weg.casus_id), '{}') INTO v_casussen FROM weg;
    IF cardinality(v_casussen) > 0 THEN
        PERFORM journaal.leg_vast('formulierconcept.vernietigd', 'notitieconcept', NULL, NULL,
            'bewaartermijn', true, 'twee_weken', 'taak', p_spoor, ARRAY[]::text[],
            jsonb_build_object('concepten', cardinality(v_casussen)),
            ARRAY(SELECT 'casus' FROM (SELECT DISTINCT unnest(v_casussen)) c),
            ARRAY(SELECT DISTINCT unnest(v_casussen)));
    END IF;
    RETURN cardinality(v_casussen);
END $$;

REVOKE ALL ON FUNCTION casus.zet_notitieconcept_weg(uuid, boolean, text),
    casus.ruim_notitieconcepten_op(text) FROM PUBLIC;
