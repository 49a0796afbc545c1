-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in nazorg.sql, which opened a casus again from the day after it closed only.
--
-- afgesloten_op is the last open day and heropend_op the first day that is open again, so a casus that opens
-- again on the day on which it closed was closed on no day: there is no closing to keep, and the figures count
-- none. The decisions to close and to reopen stay, and so does the history of what goes.

-- The closing of today is undone: its inzet and its traject run on, and the question to the receiver was never due.
CREATE FUNCTION afsluiting.neem_sluiting_terug(a public.afsluiting_afsluiting) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM public.afsluiting_afsluiting WHERE id = a.id;
    DELETE FROM public.afsluiting_nazorg
     WHERE casus_id = a.casus_id AND afgesloten_op = a.afgesloten_op;
    UPDATE public.casus_inzet SET tot = NULL
     WHERE id = (SELECT i.id FROM public.casus_inzet i
                  WHERE i.casus_id = a.casus_id AND i.vanaf <= a.afgesloten_op
                  ORDER BY i.vanaf DESC LIMIT 1);
    -- Who stops a traject says why; the closing did not.
    UPDATE public.voortgang_trajectbegeleiding SET tot = NULL
     WHERE casus_id = a.casus_id AND tot = a.afgesloten_op AND einde_reden IS NULL;
END $$;

CREATE FUNCTION afsluiting.open_vanaf(a public.afsluiting_afsluiting, p_dag date) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.afsluiting_afsluiting SET heropend_op = p_dag WHERE id = a.id;
    UPDATE public.casus_inzet SET tot = a.afgesloten_op
     WHERE casus_id = a.casus_id AND vanaf <= a.afgesloten_op AND tot IS NULL;
    INSERT INTO public.casus_inzet (id, casus_id, soort, vanaf)
    SELECT gen_random_uuid(), i.casus_id, i.soort, p_dag FROM public.casus_inzet i
     WHERE i.casus_id = a.casus_id AND i.vanaf <= a.afgesloten_op ORDER BY i.vanaf DESC LIMIT 1;
    UPDATE public.afsluiting_nazorg SET vervallen_op = p_dag
     WHERE casus_id = a.casus_id AND in_zorg IS DISTINCT FROM true AND vervallen_op IS NULL;
END $$;

CREATE OR REPLACE FUNCTION afsluiting.heropen(p_kenmerk text, p_inhoud jsonb, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_dag date := casus.dag();
    v_id uuid := gen_random_uuid();
    c public.casus_casus;
    a public.afsluiting_afsluiting;
BEGIN
    PERFORM afsluiting.eis_besluit(p_inhoud);
    SELECT * INTO c FROM public.casus_casus WHERE kenmerk = p_kenmerk FOR UPDATE;
    SELECT * INTO a FROM public.afsluiting_afsluiting
     WHERE casus_id = c.id AND heropend_op IS NULL ORDER BY afgesloten_op DESC LIMIT 1 FOR UPDATE;
    IF c.id IS NULL OR a.id IS NULL OR a.afgesloten_op > v_dag
       OR (p_inhoud->>'genomen_op')::date < a.afgesloten_op
       OR NOT afsluiting.kent_gesloten(v_wie, c) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.afsluiting_besluit (id, casus_id, soort, motivering, wijze, genomen_op, door_id,
        eerste_verwerking)
    VALUES (v_id, c.id, 'heropenen', p_inhoud->>'motivering', p_inhoud->>'wijze',
        (p_inhoud->>'genomen_op')::date, v_wie, v_dag);
    PERFORM afsluiting.schrijf_besluit(v_id, p_inhoud->'stemmen');
    IF a.afgesloten_op = v_dag THEN
        PERFORM afsluiting.neem_sluiting_terug(a);
    ELSE
        PERFORM afsluiting.open_vanaf(a, v_dag);
    END IF;
    PERFORM casus.noteer('casus.heropend', 'besluit', v_id, c.id, p_spoor,
        ARRAY['heropend_op', 'motivering'], NULL);
    RETURN c.id;
END $$;

REVOKE ALL ON FUNCTION afsluiting.neem_sluiting_terug(public.afsluiting_afsluiting),
    afsluiting.open_vanaf(public.afsluiting_afsluiting, date) FROM PUBLIC;
