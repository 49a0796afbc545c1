-- SPDX-License-Identifier: EUPL-1.2
-- Who asks for a casus by its kenmerk types it as everywhere (casus/sql/kenmerk.sql).

-- An hour in one casus. Everything that could differ between a casus that is there and one that isn't
-- is checked before it is looked up.
CREATE OR REPLACE FUNCTION toegang.open_inzage(
    p_kenmerk text, p_reden text, p_toelichting text, p_spoor text,
    OUT casus_id uuid, OUT uitkomst text
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
    v_soort text := toegang.soort_inzage(p_reden);
    v_id uuid := gen_random_uuid();
BEGIN
    IF v_soort IS NULL OR coalesce(p_toelichting, '') !~ '\S.{9,}' THEN
        PERFORM toegang.weiger_inzage();
    END IF;
    -- Two at once: the second waits, and finds the first.
    PERFORM pg_advisory_xact_lock(hashtextextended('inzage ' || v_wie::text, 0));
    IF v_soort = 'noodtoegang' AND EXISTS (
        SELECT FROM public.toegang_inzage i
         WHERE i.gebruiker = v_wie AND i.soort = 'noodtoegang' AND i.beoordeeld_op IS NULL) THEN
        uitkomst := 'wacht_op_oordeel';
        RETURN;
    END IF;
    -- Break-glass is for what is open and what one doesn't see anyway.
    SELECT c.id INTO casus_id FROM public.casus_casus c
     WHERE c.id = casus.met_kenmerk(p_kenmerk) AND (v_soort = 'rechtmatigheid' OR NOT (
           c.gesloten OR (toegang.is_huis() AND NOT c.dicht)
           OR c.id = ANY(ARRAY(SELECT h FROM casus.mijn_hele_casussen() h))));
    IF casus_id IS NULL THEN
        uitkomst := 'niet_gevonden';
        RETURN;
    END IF;
    uitkomst := 'geopend';
    IF casus_id = ANY(ARRAY(SELECT m FROM toegang.mijn_inzagen() m)) THEN
        RETURN;
    END IF;
    INSERT INTO public.toegang_inzage (id, gebruiker, casus, soort, reden, toelichting, vanaf, tot,
        beoordelen_voor)
    VALUES (v_id, v_wie, casus_id, v_soort, p_reden, p_toelichting, now(),
        now() + interval '60 minutes', toegang.werkdagen_later(now(), 2));
    PERFORM journaal.leg_vast('inzage.geopend', 'inzage', v_id, casus_id, p_reden, true, v_soort,
        'web', p_spoor, ARRAY['reden', 'toelichting'], '{}', ARRAY['casus'], ARRAY[casus_id]);
END $$;
