-- SPDX-License-Identifier: EUPL-1.2
-- Remove the drafts of forms that nobody typed on for two weeks, and those thrown away an hour ago; how
-- many. For the clock: an account that never comes back can't do it.
CREATE FUNCTION gebruikers.ruim_formulierconcepten_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_aantal integer;
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    DELETE FROM public.gebruikers_formulierconcept c
     WHERE c.bewaard_op < now() - interval '14 days' OR c.weg_op < now() - interval '1 hour';
    GET DIAGNOSTICS v_aantal = ROW_COUNT;
    IF v_aantal > 0 THEN
        PERFORM journaal.leg_vast('formulierconcept.vernietigd', 'formulierconcept', NULL, NULL,
            'bewaartermijn', true, 'twee_weken', 'taak', p_spoor, ARRAY[]::text[],
            jsonb_build_object('concepten', v_aantal), ARRAY[]::text[], ARRAY[]::uuid[]);
    END IF;
    RETURN v_aantal;
END $$;

REVOKE ALL ON FUNCTION gebruikers.ruim_formulierconcepten_op(text) FROM PUBLIC;
