-- SPDX-License-Identifier: EUPL-1.2
-- The sample of the privacy officer (issue 3, point 6). The application writes neither table plainly:
-- each act checks its asker itself, answers the unknown like the forbidden, and leaves a row in the
-- journaal: ids, names of fields and counts, never what was found of whom.

-- Views and searches of a period in the order of the draw, and how many there are. Not those of who
-- draws, under any account of theirs, and nothing from after the draw: so it can be repeated.
CREATE FUNCTION toezicht.trekking(
    p_van date, p_tot date, p_zaad uuid, p_door uuid, p_op timestamptz
) RETURNS TABLE (handeling uuid, plek bigint, populatie bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_eigen uuid[] := ARRAY(SELECT g.id FROM public.gebruikers_gebruiker g
                             WHERE gebruikers.is_zelfde_mens(g.id, p_door));
BEGIN
    RETURN QUERY
    SELECT h.id,
           row_number() OVER (
               ORDER BY sha256(convert_to(p_zaad::text || h.id::text, 'UTF8')), h.id),
           count(*) OVER ()
      FROM public.journaal_handeling h
     WHERE h.moment >= p_van::timestamp AT TIME ZONE 'Europe/Amsterdam'
       AND h.moment < (p_tot + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'
       AND h.moment < p_op AND h.gebruiker <> ALL (v_eigen)
       AND split_part(h.handeling, '.', 2) IN ('ingezien', 'gezocht', 'doorzocht');
END $$;

CREATE FUNCTION toezicht.noteer_steekproef(
    p_handeling text, p_soort text, p_object uuid, p_spoor text, p_velden text[],
    p_aantallen jsonb, p_over uuid
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM journaal.leg_vast(p_handeling, p_soort, p_object, NULL, 'toezicht', true,
        'steekproef_nemen', 'web', p_spoor, p_velden, p_aantallen,
        CASE WHEN p_over IS NULL THEN '{}' ELSE ARRAY['gebruiker'] END,
        CASE WHEN p_over IS NULL THEN '{}' ELSE ARRAY[p_over] END);
END $$;

-- Draw; nothing is written and nothing comes back when the period holds no act to draw.
CREATE FUNCTION toezicht.trek_steekproef(p_van date, p_tot date, p_aantal int, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['privacy_officer']);
    v_id uuid := gen_random_uuid();
    v_zaad uuid := gen_random_uuid();
    v_op timestamptz := clock_timestamp();
    v_aantal int;
BEGIN
    IF coalesce(p_tot < p_van OR p_tot > gebruikers.dag() OR p_aantal NOT BETWEEN 1 AND 200, true)
    THEN
        PERFORM gebruikers.weiger();
    END IF;
    WITH getrokken AS MATERIALIZED (
        SELECT t.* FROM toezicht.trekking(p_van, p_tot, v_zaad, v_wie, v_op) t
         WHERE t.plek <= p_aantal
    ), kop AS (
        INSERT INTO public.toezicht_steekproef (id, van, tot, aantal, populatie, zaad,
            getrokken_door, getrokken_op)
        SELECT v_id, p_van, p_tot, p_aantal, g.populatie, v_zaad, v_wie, v_op
          FROM getrokken g WHERE g.plek = 1
    )
    INSERT INTO public.toezicht_steekproefregel (id, steekproef_id, plek, handeling, bevinding,
        motivering)
    SELECT gen_random_uuid(), v_id, g.plek, g.handeling, '', '' FROM getrokken g;
    GET DIAGNOSTICS v_aantal = ROW_COUNT;
    IF v_aantal = 0 THEN
        RETURN NULL;
    END IF;
    PERFORM toezicht.noteer_steekproef('steekproef.getrokken', 'steekproef', v_id, p_spoor,
        ARRAY['van', 'tot', 'aantal'], jsonb_build_object('regels', v_aantal), NULL);
    RETURN v_id;
END $$;

-- One finding, once, never of an act of one's own. Returns the sample.
CREATE FUNCTION toezicht.beoordeel_regel(
    p_regel uuid, p_bevinding text, p_motivering text, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['privacy_officer']);
    v_steekproef uuid;
    v_over uuid;
BEGIN
    SELECT s.id, h.gebruiker INTO v_steekproef, v_over
      FROM public.toezicht_steekproefregel r
      JOIN public.toezicht_steekproef s ON s.id = r.steekproef_id
      JOIN public.journaal_handeling h ON h.id = r.handeling
     WHERE r.id = p_regel AND r.beoordeeld_op IS NULL AND s.gesloten_op IS NULL
       FOR UPDATE OF r, s;
    IF NOT FOUND OR gebruikers.is_zelfde_mens(v_over, v_wie)
       OR coalesce(p_bevinding NOT IN ('rechtmatig', 'onrechtmatig', 'nader_onderzoek'), true)
       OR coalesce(btrim(p_motivering), '') = '' THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.toezicht_steekproefregel
       SET bevinding = p_bevinding, motivering = btrim(p_motivering), beoordeeld_door = v_wie,
           beoordeeld_op = now()
     WHERE id = p_regel;
    PERFORM toezicht.noteer_steekproef('steekproef.beoordeeld', 'steekproefregel', p_regel,
        p_spoor, ARRAY['bevinding', 'motivering'], '{}', v_over);
    RETURN v_steekproef;
END $$;

-- The end: only when each act has its finding. The counts are the result.
CREATE FUNCTION toezicht.sluit_steekproef(p_steekproef uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['privacy_officer']);
    s public.toezicht_steekproef;
BEGIN
    SELECT * INTO s FROM public.toezicht_steekproef t
     WHERE t.id = p_steekproef AND t.gesloten_op IS NULL FOR UPDATE;
    IF NOT FOUND OR EXISTS (SELECT FROM public.toezicht_steekproefregel r
                             WHERE r.steekproef_id = p_steekproef AND r.beoordeeld_op IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT count(*) FILTER (WHERE r.bevinding = 'rechtmatig'),
           count(*) FILTER (WHERE r.bevinding = 'onrechtmatig'),
           count(*) FILTER (WHERE r.bevinding = 'nader_onderzoek')
      INTO s.rechtmatig, s.onrechtmatig, s.nader_onderzoek
      FROM public.toezicht_steekproefregel r WHERE r.steekproef_id = p_steekproef;
    UPDATE public.toezicht_steekproef
       SET gesloten_op = now(), gesloten_door = v_wie, rechtmatig = s.rechtmatig,
           onrechtmatig = s.onrechtmatig, nader_onderzoek = s.nader_onderzoek
     WHERE id = p_steekproef;
    PERFORM toezicht.noteer_steekproef('steekproef.gesloten', 'steekproef', p_steekproef, p_spoor,
        ARRAY['gesloten_op'], jsonb_build_object('rechtmatig', s.rechtmatig,
            'onrechtmatig', s.onrechtmatig, 'nader_onderzoek', s.nader_onderzoek), NULL);
    RETURN p_steekproef;
END $$;

-- What was drawn and found stays, also for who may write these tables. The first argument is the
-- column that makes a row final; only the columns that are named are filled with it, once.
CREATE FUNCTION toezicht.steekproef_staat_vast() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(OLD) ->> TG_ARGV[0] IS NULL AND to_jsonb(NEW) ->> TG_ARGV[0] IS NOT NULL
           AND to_jsonb(OLD) - TG_ARGV = to_jsonb(NEW) - TG_ARGV THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'een steekproef verandert niet' USING ERRCODE = '42501';
END $$;

CREATE TRIGGER staat_vast BEFORE UPDATE OR DELETE ON toezicht_steekproef FOR EACH ROW
    EXECUTE FUNCTION toezicht.steekproef_staat_vast(
        'gesloten_op', 'gesloten_door', 'rechtmatig', 'onrechtmatig', 'nader_onderzoek');
CREATE TRIGGER staat_vast BEFORE UPDATE OR DELETE ON toezicht_steekproefregel FOR EACH ROW
    EXECUTE FUNCTION toezicht.steekproef_staat_vast(
        'beoordeeld_op', 'beoordeeld_door', 'bevinding', 'motivering');
CREATE TRIGGER blijft_vol BEFORE TRUNCATE ON toezicht_steekproef
    FOR EACH STATEMENT EXECUTE FUNCTION toezicht.steekproef_staat_vast();
CREATE TRIGGER blijft_vol BEFORE TRUNCATE ON toezicht_steekproefregel
    FOR EACH STATEMENT EXECUTE FUNCTION toezicht.steekproef_staat_vast();
ALTER TABLE toezicht_steekproef ENABLE ALWAYS TRIGGER staat_vast;
ALTER TABLE toezicht_steekproefregel ENABLE ALWAYS TRIGGER staat_vast;
ALTER TABLE toezicht_steekproef ENABLE ALWAYS TRIGGER blijft_vol;
ALTER TABLE toezicht_steekproefregel ENABLE ALWAYS TRIGGER blijft_vol;

REVOKE ALL ON FUNCTION toezicht.trekking(date, date, uuid, uuid, timestamptz),
    toezicht.noteer_steekproef(text, text, uuid, text, text[], jsonb, uuid),
    toezicht.trek_steekproef(date, date, int, text),
    toezicht.beoordeel_regel(uuid, text, text, text),
    toezicht.sluit_steekproef(uuid, text), toezicht.steekproef_staat_vast() FROM PUBLIC;
