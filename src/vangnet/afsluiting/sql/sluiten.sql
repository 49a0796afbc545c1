-- SPDX-License-Identifier: EUPL-1.2
-- Closing a casus (WGS 2.31(8), toegang.md section 5): the deelnemers decide, one regisseur writes it down
-- and a second one checks it. One refusal for what may not and for what isn't there.

-- At least one named decider of a deelnemer of WGS 2.27(1) who agrees; how they decided, when and why.
CREATE FUNCTION afsluiting.eis_besluit(p_inhoud jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(p_inhoud->>'motivering', '') !~ '\S'
       OR coalesce(p_inhoud->>'wijze', '') NOT IN ('in_overleg', 'schriftelijk')
       OR coalesce((p_inhoud->>'genomen_op')::date, 'infinity') > casus.dag()
       OR coalesce(jsonb_typeof(p_inhoud->'stemmen'), '') <> 'array'
       OR EXISTS (SELECT FROM jsonb_array_elements(p_inhoud->'stemmen') s
                   WHERE coalesce(s->>'naam', '') !~ '\S' OR (s->>'akkoord') IS NULL)
       OR NOT EXISTS (
            SELECT FROM jsonb_array_elements(p_inhoud->'stemmen') s
              JOIN public.organisaties_organisatie g ON g.id = (s->>'organisatie')::uuid
             WHERE g.deelnemer = 'publiek' AND (s->>'akkoord')::boolean) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

CREATE FUNCTION afsluiting.schrijf_besluit(p_besluit uuid, p_stemmen jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO public.afsluiting_besluitstem (id, besluit_id, naam, organisatie_id, akkoord)
    SELECT gen_random_uuid(), p_besluit, s->>'naam', (s->>'organisatie')::uuid,
           (s->>'akkoord')::boolean
      FROM jsonb_array_elements(p_stemmen) s
$$;

-- What has to be done before a casus can close: no afspraak open, no handover without an answer, an
-- inzet that says whether there is a resultaat, and a reason to stop following a signed plan early.
CREATE FUNCTION afsluiting.eis_sluitbaar(b public.afsluiting_besluit) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_inzet text;
BEGIN
    SELECT i.soort INTO v_inzet FROM public.casus_inzet i
     WHERE i.casus_id = b.casus_id AND i.vanaf <= casus.dag() ORDER BY i.vanaf DESC LIMIT 1;
    IF v_inzet IS NULL OR (v_inzet = 'procesregie') <> (b.resultaat IS NOT NULL)
       OR casus.is_gesloten(b.casus_id)
       OR EXISTS (SELECT FROM public.casus_inzet i
                   WHERE i.casus_id = b.casus_id AND i.vanaf > casus.dag())
       OR EXISTS (SELECT FROM public.plan_afspraak a
                   WHERE a.casus_id = b.casus_id AND a.gereed_op IS NULL AND a.vervallen_op IS NULL)
       OR EXISTS (SELECT FROM public.afsluiting_overdracht o
                   WHERE o.casus_id = b.casus_id AND o.antwoord IS NULL)
       OR (b.overdracht_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM public.afsluiting_overdracht o
             WHERE o.id = b.overdracht_id AND o.casus_id = b.casus_id AND o.antwoord = 'aanvaard'))
       OR (coalesce(b.volgen_gestopt, '') !~ '\S' AND EXISTS (
            SELECT FROM public.plan_plan p
             WHERE p.casus_id = b.casus_id AND p.ondertekend_op IS NOT NULL
               AND p.volgen_tot > casus.dag())) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

CREATE FUNCTION afsluiting.stel_voor(p_casus uuid, p_inhoud jsonb, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_id uuid := gen_random_uuid();
    b public.afsluiting_besluit;
BEGIN
    PERFORM casus.eis_casus(p_casus);
    PERFORM afsluiting.eis_besluit(p_inhoud);
    IF (p_inhoud->>'geinformeerd') IS NULL
       OR (NOT (p_inhoud->>'geinformeerd')::boolean
           AND coalesce(p_inhoud->>'waarom_niet_geinformeerd', '') !~ '\S')
       OR NOT EXISTS (SELECT FROM public.inrichting_code c
                       WHERE c.lijst = 'afsluitreden' AND c.code = p_inhoud->>'afsluitreden')
       OR EXISTS (SELECT FROM public.afsluiting_besluit o
                   WHERE o.casus_id = p_casus AND o.soort = 'sluiten' AND o.akkoord IS NULL)
       OR EXISTS (SELECT FROM public.casus_inzet i WHERE i.casus_id = p_casus
                  HAVING min(i.vanaf) > (p_inhoud->>'genomen_op')::date) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.afsluiting_besluit (id, casus_id, soort, motivering, wijze, genomen_op, door_id,
        afsluitreden, resultaat, overdracht_id, geinformeerd, waarom_niet_geinformeerd,
        volgen_gestopt, eerste_verwerking)
    VALUES (v_id, p_casus, 'sluiten', p_inhoud->>'motivering', p_inhoud->>'wijze',
        (p_inhoud->>'genomen_op')::date, v_wie, p_inhoud->>'afsluitreden',
        p_inhoud->>'resultaat', (p_inhoud->>'overdracht')::uuid,
        (p_inhoud->>'geinformeerd')::boolean, p_inhoud->>'waarom_niet_geinformeerd',
        p_inhoud->>'volgen_gestopt', casus.dag())
    RETURNING * INTO b;
    PERFORM afsluiting.eis_sluitbaar(b);
    PERFORM afsluiting.schrijf_besluit(v_id, p_inhoud->'stemmen');
    PERFORM casus.noteer('afsluiting.voorgesteld', 'besluit', v_id, p_casus, p_spoor,
        ARRAY['afsluitreden', 'resultaat', 'overdracht', 'geinformeerd'], NULL);
    RETURN v_id;
END $$;

-- Of a casus that is locked: its last open day is today. Its inzet and traject end with it, and the
-- receiver is asked after six weeks. The triggers of afsluiting_afsluiting shut everything in it.
CREATE FUNCTION afsluiting.sluit(b public.afsluiting_besluit) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_dag date := casus.dag();
    o public.afsluiting_overdracht;
BEGIN
    SELECT * INTO o FROM public.afsluiting_overdracht WHERE id = b.overdracht_id;
    UPDATE public.casus_inzet SET tot = v_dag
     WHERE casus_id = b.casus_id AND vanaf <= v_dag AND (tot IS NULL OR tot > v_dag);
    UPDATE public.voortgang_trajectbegeleiding SET tot = v_dag
     WHERE casus_id = b.casus_id AND vanaf <= v_dag AND (tot IS NULL OR tot > v_dag);
    INSERT INTO public.afsluiting_afsluiting (id, casus_id, afgesloten_op, afsluitreden, resultaat,
        overdracht)
    VALUES (gen_random_uuid(), b.casus_id, v_dag, b.afsluitreden, b.resultaat,
        CASE WHEN b.resultaat IS NOT NULL THEN coalesce(o.soort, 'geen') END);
    IF o.id IS NOT NULL THEN
        INSERT INTO public.afsluiting_nazorg (id, casus_id, kenmerk, afgesloten_op, organisatie_id,
            functie, uiterlijk_op, beperkt, door_id, controleur_id, eerste_verwerking)
        SELECT gen_random_uuid(), c.id, c.kenmerk, v_dag, o.organisatie_id, o.functie, v_dag + 42,
               c.beperkt, b.door_id, b.controleur_id, v_dag
          FROM public.casus_casus c WHERE c.id = b.casus_id;
    END IF;
END $$;

-- The second regisseur: agreed, and the casus closes; or not, with a reason. Who wrote it down may take it
-- back and never agree. Saying the same of it once more does nothing.
CREATE FUNCTION afsluiting.controleer(
    p_besluit uuid, p_akkoord boolean, p_reden text, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    b public.afsluiting_besluit;
BEGIN
    SELECT * INTO b FROM public.afsluiting_besluit WHERE id = p_besluit;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    -- Sent twice: it is done, and the casus may be shut for who did it.
    IF b.controleur_id = v_wie AND b.akkoord = p_akkoord THEN
        RETURN b.casus_id;
    END IF;
    -- The casus first, as every other act locks it; then what was decided, read anew.
    PERFORM casus.eis_casus(b.casus_id);
    SELECT * INTO b FROM public.afsluiting_besluit WHERE id = p_besluit FOR UPDATE;
    IF b.soort <> 'sluiten' OR b.akkoord IS NOT NULL OR p_akkoord IS NULL
       OR (p_akkoord AND coalesce(gebruikers.is_zelfde_mens(b.door_id, v_wie), true))
       OR (NOT p_akkoord AND coalesce(p_reden, '') !~ '\S') THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_akkoord THEN
        PERFORM afsluiting.eis_sluitbaar(b);
    END IF;
    UPDATE public.afsluiting_besluit
       SET akkoord = p_akkoord, controleur_id = v_wie, gecontroleerd_op = casus.dag(),
           terug_reden = CASE WHEN NOT p_akkoord THEN p_reden END
     WHERE id = p_besluit RETURNING * INTO b;
    IF p_akkoord THEN
        PERFORM afsluiting.sluit(b);
    END IF;
    PERFORM casus.noteer(
        CASE WHEN p_akkoord THEN 'casus.afgesloten' ELSE 'afsluiting.teruggegeven' END, 'besluit',
        p_besluit, b.casus_id, p_spoor, ARRAY['akkoord', 'controleur'], b.door_id);
    RETURN b.casus_id;
END $$;

REVOKE ALL ON FUNCTION afsluiting.eis_besluit(jsonb), afsluiting.schrijf_besluit(uuid, jsonb),
    afsluiting.eis_sluitbaar(public.afsluiting_besluit), afsluiting.sluit(public.afsluiting_besluit),
    afsluiting.stel_voor(uuid, jsonb, text),
    afsluiting.controleer(uuid, boolean, text, text) FROM PUBLIC;
