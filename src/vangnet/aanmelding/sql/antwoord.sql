-- SPDX-License-Identifier: EUPL-1.2
-- What the aanmelder is told of a decision, and the end of an aanmelding that opened no casus
-- (BGS 1.16(1)(b)): after that answer, and at the latest after the term that the house set.

-- The day on which an aanmelding without casus is destroyed. p_binnen: when it came into this database, so
-- that what is imported stays as long as what is decided here; p_bereikt: when the aanmelder had the answer;
-- p_dagen: the term of the house. On the day itself it may have been a slip, so not before the next.
CREATE FUNCTION aanmelding.verdwijnt_op(
    p_besloten date, p_binnen timestamptz, p_bereikt timestamptz, p_dagen integer
) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT least(
        greatest(p_besloten, (p_binnen AT TIME ZONE 'Europe/Amsterdam')::date) + p_dagen,
        (p_bereikt AT TIME ZONE 'Europe/Amsterdam')::date + 1)
$$;

-- Destroy what is due, at most 500 at a time; how many. For the clock job and the command line. The rows of
-- the journaal are those of vernietig_afgewezen; nothing due leaves none.
CREATE FUNCTION aanmelding.vernietig_verlopen(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT array_agg(due.id) INTO v_ids FROM (
        SELECT a.id
          FROM public.aanmelding_aanmelding a
          CROSS JOIN public.inrichting_huis h
          LEFT JOIN public.aanmelding_antwoord w ON w.aanmelding_id = a.id
         WHERE a.casus_id IS NULL AND a.triage_besluit IS NOT NULL
           AND aanmelding.verdwijnt_op(a.triage_op, a.aangemaakt_op,
                CASE WHEN w.wijze = 'in_vangnet' THEN w.gelezen_op ELSE w.gegeven_op END,
                h.vernietig_dagen) <= casus.dag()
         ORDER BY a.triage_op, a.id
         LIMIT 500) due;
    IF v_ids IS NULL THEN
        RETURN 0;
    END IF;
    RETURN aanmelding.vernietig_afgewezen(v_ids, p_spoor);
END $$;

-- Write down that the aanmelder was told, and how; once.
CREATE FUNCTION aanmelding.geef_antwoord(p_aanmelding uuid, p_wijze text, p_toelichting text, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    a public.aanmelding_aanmelding;
BEGIN
    -- The lock makes the second of two clicks wait for the first.
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NULL OR a.dicht
       OR coalesce(p_wijze, '') NOT IN ('in_vangnet', 'brief', 'gesproken')
       OR length(p_toelichting) > 5000
       OR EXISTS (SELECT FROM public.aanmelding_antwoord w WHERE w.aanmelding_id = a.id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.aanmelding_antwoord (id, aanmelding_id, wijze, toelichting, gegeven_door_id,
        gegeven_op, eerste_verwerking)
    VALUES (gen_random_uuid(), a.id, p_wijze, nullif(p_toelichting, ''), v_wie, now(), casus.dag());
    PERFORM aanmelding.noteer_antwoord('antwoord.gegeven', a, p_spoor, ARRAY['wijze', 'toelichting']);
END $$;

-- Somebody of the organisation that reported has read the answer here; once.
CREATE FUNCTION aanmelding.lees_antwoord(p_aanmelding uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['ketenpartner']);
    a public.aanmelding_aanmelding;
BEGIN
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.dicht
       OR a.aanmelder_id NOT IN (SELECT m FROM toegang.mijn_organisaties(ARRAY['ketenpartner']) m) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.aanmelding_antwoord w SET gelezen_door_id = v_wie, gelezen_op = now()
     WHERE w.aanmelding_id = a.id AND w.gelezen_op IS NULL;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.noteer_antwoord('antwoord.gelezen', a, p_spoor, ARRAY['gelezen_op']);
END $$;

-- The row of the journaal of such an act: about the aanmelding, and the casus that it became.
CREATE FUNCTION aanmelding.noteer_antwoord(
    p_handeling text, a public.aanmelding_aanmelding, p_spoor text, p_velden text[]
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM journaal.leg_vast(p_handeling, 'aanmelding', a.id, a.casus_id, '', true, '', 'web', p_spoor,
        p_velden, '{}',
        CASE WHEN a.casus_id IS NULL THEN ARRAY['aanmelding'] ELSE ARRAY['aanmelding', 'casus'] END,
        CASE WHEN a.casus_id IS NULL THEN ARRAY[a.id] ELSE ARRAY[a.id, a.casus_id] END);
END $$;

-- What hangs on an aanmelding goes with it, whatever destroys that. In the place of that in
-- huiscriteria.sql.
CREATE OR REPLACE FUNCTION aanmelding.hangt_eraan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.aanmelding_huisoordeel o WHERE o.aanmelding_id = OLD.id;
    DELETE FROM public.aanmelding_antwoord w WHERE w.aanmelding_id = OLD.id;
    RETURN OLD;
END $$;

REVOKE ALL ON FUNCTION aanmelding.verdwijnt_op(date, timestamptz, timestamptz, integer),
    aanmelding.vernietig_verlopen(text), aanmelding.geef_antwoord(uuid, text, text, text),
    aanmelding.lees_antwoord(uuid, text),
    aanmelding.noteer_antwoord(text, public.aanmelding_aanmelding, text, text[]) FROM PUBLIC;
