-- SPDX-License-Identifier: EUPL-1.2
-- After closing (toegang.md section 5): what the receiver said after six weeks, and reopening. Neither opens
-- the dossier to who asks; reopening makes it the same open casus again.

-- Whether somebody of the house may know that a casus has closed: not of one that was beperkt, unless they
-- are named on it still.
CREATE FUNCTION afsluiting.kent_gesloten(p_wie uuid, c public.casus_casus) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT c.beperkt OR EXISTS (
        SELECT FROM public.casus_casusrol r
         WHERE r.casus_id = c.id AND r.gebruiker_id = p_wie AND r.rol <> 'deelnemer'
           AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL AND r.vanaf <= casus.dag()
           AND (r.tot IS NULL OR r.tot >= casus.dag()))
$$;

-- Yes or no, once.
CREATE FUNCTION afsluiting.beantwoord_nazorg(p_nazorg uuid, p_in_zorg boolean, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    n public.afsluiting_nazorg;
BEGIN
    SELECT * INTO n FROM public.afsluiting_nazorg WHERE id = p_nazorg FOR UPDATE;
    IF NOT FOUND OR n.in_zorg IS NOT NULL OR n.vervallen_op IS NOT NULL OR p_in_zorg IS NULL
       OR (n.beperkt AND v_wie NOT IN (n.door_id, n.controleur_id)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.afsluiting_nazorg
       SET in_zorg = p_in_zorg, beantwoord_op = casus.dag(), beantwoord_door_id = v_wie
     WHERE id = p_nazorg;
    PERFORM casus.noteer('nazorg.beantwoord', 'nazorg', p_nazorg, n.casus_id, p_spoor,
        ARRAY['in_zorg'], NULL);
END $$;

-- The deelnemers decide to go on: the same casus, with its rollen and history, from today. Its last inzet
-- goes on as one that begins today, as the register package has it.
CREATE FUNCTION afsluiting.heropen(p_kenmerk text, p_inhoud jsonb, p_spoor text) RETURNS uuid
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
    IF c.id IS NULL OR a.id IS NULL OR a.afgesloten_op >= v_dag
       OR (p_inhoud->>'genomen_op')::date < a.afgesloten_op
       OR NOT afsluiting.kent_gesloten(v_wie, c) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.afsluiting_besluit (id, casus_id, soort, motivering, wijze, genomen_op, door_id,
        eerste_verwerking)
    VALUES (v_id, c.id, 'heropenen', p_inhoud->>'motivering', p_inhoud->>'wijze',
        (p_inhoud->>'genomen_op')::date, v_wie, v_dag);
    PERFORM afsluiting.schrijf_besluit(v_id, p_inhoud->'stemmen');
    UPDATE public.afsluiting_afsluiting SET heropend_op = v_dag WHERE id = a.id;
    UPDATE public.casus_inzet SET tot = a.afgesloten_op
     WHERE casus_id = c.id AND vanaf <= a.afgesloten_op AND tot IS NULL;
    INSERT INTO public.casus_inzet (id, casus_id, soort, vanaf)
    SELECT gen_random_uuid(), c.id, i.soort, v_dag FROM public.casus_inzet i
     WHERE i.casus_id = c.id AND i.vanaf <= a.afgesloten_op ORDER BY i.vanaf DESC LIMIT 1;
    UPDATE public.afsluiting_nazorg SET vervallen_op = v_dag
     WHERE casus_id = c.id AND in_zorg IS DISTINCT FROM true AND vervallen_op IS NULL;
    PERFORM casus.noteer('casus.heropend', 'besluit', v_id, c.id, p_spoor,
        ARRAY['heropend_op', 'motivering'], NULL);
    RETURN c.id;
END $$;

REVOKE ALL ON FUNCTION afsluiting.kent_gesloten(uuid, public.casus_casus),
    afsluiting.beantwoord_nazorg(uuid, boolean, text),
    afsluiting.heropen(text, jsonb, text) FROM PUBLIC;
