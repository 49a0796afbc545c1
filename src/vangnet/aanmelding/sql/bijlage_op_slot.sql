-- SPDX-License-Identifier: EUPL-1.2
-- Documents take the lock of what they came with: a decision, sending and the clock wait for who is busy, and
-- look again after it. In the place of the functions of these names in bijlage.sql and versturen.sql.

-- One act at a time on what is typed or sent under this id. The draft itself too: who clears drafts waits for who is
-- sending one, and finds it sent, not a draft without an aanmelding yet, which takes its documents along.
CREATE OR REPLACE FUNCTION aanmelding.een_tegelijk(p_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('aanmelding:' || coalesce(p_id::text, ''), 0));
    PERFORM FROM public.aanmelding_concept c WHERE c.id = p_id FOR UPDATE;
END $$;

-- Who may change what came with this draft or aanmelding: its author, and while it waits for triage the house
-- and the organisation that reports. Of one aanmelding one act at a time. Who does so is busy with the draft:
-- its two weeks begin anew.
CREATE OR REPLACE FUNCTION aanmelding.eis_bijlagen(p_wie uuid, p_hoort_bij uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM aanmelding.een_tegelijk(p_hoort_bij);
    UPDATE public.aanmelding_concept c SET bewaard_op = now()
     WHERE c.id = p_hoort_bij AND c.auteur_id = p_wie AND c.weg_op IS NULL;
    IF FOUND THEN
        RETURN;
    END IF;
    -- Shared: a decision waits for this, and this for a decision.
    PERFORM FROM public.aanmelding_aanmelding a
      WHERE a.id = p_hoort_bij AND a.triage_besluit IS NULL AND NOT a.dicht
        AND (toegang.is_huis() OR a.aanmelder_id IN (
             SELECT m FROM toegang.mijn_organisaties(ARRAY['ketenpartner']) m))
        FOR SHARE;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- Destroy all documents of a draft or an aanmelding; how many. The key first, without which no copy opens.
CREATE FUNCTION aanmelding.vernietig_bij(p_hoort_bij uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids uuid[] := ARRAY(SELECT b.id FROM public.aanmelding_bijlage b WHERE b.hoort_bij = p_hoort_bij);
BEGIN
    DELETE FROM public.documenten_dossiersleutel s WHERE s.dossier = p_hoort_bij
       AND NOT EXISTS (SELECT FROM public.casus_casus c WHERE c.id = p_hoort_bij);
    PERFORM aanmelding.vernietig_bijlagen(v_ids);
    RETURN cardinality(v_ids);
END $$;

CREATE OR REPLACE FUNCTION aanmelding.bijlagen_gaan_mee() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- A draft that was sent: they stay with the aanmelding.
    IF TG_TABLE_NAME <> 'aanmelding_concept'
       OR NOT EXISTS (SELECT FROM public.aanmelding_aanmelding a WHERE a.id = OLD.id) THEN
        PERFORM aanmelding.vernietig_bij(OLD.id);
    END IF;
    RETURN OLD;
END $$;

-- What documents came with and is gone: nobody sees them, and nothing takes them along any more.
CREATE FUNCTION aanmelding.zonder_aanmelding() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT DISTINCT b.hoort_bij FROM public.aanmelding_bijlage b
     WHERE NOT EXISTS (SELECT FROM public.aanmelding_concept c WHERE c.id = b.hoort_bij)
       AND NOT EXISTS (SELECT FROM public.aanmelding_aanmelding a WHERE a.id = b.hoort_bij)
$$;

-- Destroy those; how many.
CREATE FUNCTION aanmelding.ruim_losse_bijlagen_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_bij uuid;
    v_aantal integer;
    v_totaal integer := 0;
BEGIN
    FOR v_bij IN SELECT z FROM aanmelding.zonder_aanmelding() z LOOP
        -- Who types on in that draft at this moment goes first, and has it back.
        PERFORM aanmelding.een_tegelijk(v_bij);
        CONTINUE WHEN v_bij NOT IN (SELECT z FROM aanmelding.zonder_aanmelding() z);
        v_aantal := aanmelding.vernietig_bij(v_bij);
        PERFORM journaal.leg_vast('bijlage.vernietigd', 'bijlage', NULL, NULL, 'bewaartermijn', true,
            'zonder_aanmelding', 'taak', p_spoor, ARRAY[]::text[],
            jsonb_build_object('bijlagen', v_aantal), ARRAY['aanmelding'], ARRAY[v_bij]);
        v_totaal := v_totaal + v_aantal;
    END LOOP;
    RETURN v_totaal;
END $$;

-- Destroy what was taken away an hour ago, and what came with something that is gone; how many. For the
-- worker.
CREATE OR REPLACE FUNCTION aanmelding.ruim_bijlagen_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids uuid[];
    v_bij uuid[];
    v_los integer;
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_los := aanmelding.ruim_losse_bijlagen_op(p_spoor);
    SELECT array_agg(w.id), array_agg(DISTINCT w.hoort_bij) INTO v_ids, v_bij FROM (
        SELECT b.id, b.hoort_bij FROM public.aanmelding_bijlage b
         WHERE b.weg_op < now() - interval '1 hour' FOR UPDATE SKIP LOCKED) w;
    IF v_ids IS NULL THEN
        RETURN v_los;
    END IF;
    PERFORM aanmelding.vernietig_bijlagen(v_ids);
    PERFORM journaal.leg_vast('bijlage.vernietigd', 'bijlage', NULL, NULL, 'bewaartermijn', true,
        'weggehaald', 'taak', p_spoor, ARRAY[]::text[],
        jsonb_build_object('bijlagen', cardinality(v_ids)),
        array_fill('aanmelding'::text, ARRAY[cardinality(v_bij)]), v_bij);
    RETURN v_los + cardinality(v_ids);
END $$;

REVOKE ALL ON FUNCTION aanmelding.vernietig_bij(uuid), aanmelding.zonder_aanmelding(),
    aanmelding.ruim_losse_bijlagen_op(text) FROM PUBLIC;
