-- SPDX-License-Identifier: EUPL-1.2
-- Handing a casus over to a receiver (toegang.md sections 1 and 5): acts, because a column can't tell who
-- may answer. One refusal for what may not and for what isn't there.
CREATE SCHEMA IF NOT EXISTS afsluiting;

-- Lock a casus that is open and on which the asker works for the house; not by a look with a reason.
CREATE FUNCTION afsluiting.eis_huiswerk(p_wie uuid, p_casus uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c public.casus_casus;
BEGIN
    SELECT * INTO c FROM public.casus_casus WHERE id = p_casus FOR UPDATE;
    IF NOT FOUND OR c.gesloten OR NOT (
        (toegang.is_huis() AND NOT c.dicht)
        OR p_casus IN (SELECT h.casus_id FROM casus.huisrollen_van(p_wie) h)) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- Ask a receiver to go on. gebruiker: somebody of that organisation who takes part for it; empty when
-- nobody there has an account, and the house writes down what they said. sleutel: the id to make it with;
-- the same once more gives the one that there is.
CREATE FUNCTION afsluiting.draag_over(p_casus uuid, p_inhoud jsonb, p_spoor text) RETURNS uuid
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
       OR NOT EXISTS (SELECT FROM public.organisaties_organisatie o WHERE o.id = v_organisatie)
       OR (v_gebruiker IS NOT NULL AND NOT EXISTS (
            SELECT FROM casus.partnerrollen_van(v_gebruiker) r
             WHERE r.casus_id = p_casus AND r.organisatie_id = v_organisatie)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.afsluiting_overdracht (id, casus_id, organisatie_id, soort, functie,
        gebruiker_id, warm, aangeboden_op, aangeboden_door_id, eerste_verwerking)
    VALUES (v_id, p_casus, v_organisatie, p_inhoud->>'soort', p_inhoud->>'functie', v_gebruiker,
        (p_inhoud->>'warm')::boolean, casus.dag(), v_wie, casus.dag());
    PERFORM casus.noteer('overdracht.aangeboden', 'overdracht', v_id, p_casus, p_spoor,
        ARRAY['organisatie', 'functie', 'gebruiker', 'warm'], v_gebruiker);
    RETURN v_id;
END $$;

-- The receiver answers, when they have an account here; else the house writes their answer down. The
-- house may always take back what it asked. An answer is given once.
CREATE FUNCTION afsluiting.beantwoord_overdracht(
    p_overdracht uuid, p_antwoord text, p_reden text, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    o public.afsluiting_overdracht;
BEGIN
    -- The casus first, as every other act locks it; then what was asked, read anew.
    PERFORM FROM public.casus_casus c
      JOIN public.afsluiting_overdracht x ON x.casus_id = c.id
     WHERE x.id = p_overdracht FOR UPDATE OF c;
    SELECT * INTO o FROM public.afsluiting_overdracht WHERE id = p_overdracht FOR UPDATE;
    IF NOT FOUND OR o.antwoord IS NOT NULL
       OR coalesce(p_antwoord, '') NOT IN ('aanvaard', 'geweigerd', 'ingetrokken')
       OR (p_antwoord = 'geweigerd' AND coalesce(p_reden, '') !~ '\S') THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_antwoord <> 'ingetrokken' AND o.gebruiker_id = v_wie THEN
        IF NOT EXISTS (SELECT FROM casus.partnerrollen_van(v_wie) r
                        WHERE r.casus_id = o.casus_id AND r.organisatie_id = o.organisatie_id) THEN
            PERFORM gebruikers.weiger();
        END IF;
    ELSIF p_antwoord = 'ingetrokken' OR o.gebruiker_id IS NULL THEN
        PERFORM afsluiting.eis_huiswerk(v_wie, o.casus_id);
    ELSE
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.afsluiting_overdracht
       SET antwoord = p_antwoord, reden = nullif(p_reden, ''), beantwoord_op = casus.dag(),
           beantwoord_door_id = v_wie
     WHERE id = p_overdracht;
    PERFORM casus.noteer('overdracht.' || p_antwoord, 'overdracht', p_overdracht, o.casus_id, p_spoor,
        ARRAY['antwoord', 'reden'], o.gebruiker_id);
    RETURN o.casus_id;
END $$;

REVOKE ALL ON FUNCTION afsluiting.eis_huiswerk(uuid, uuid),
    afsluiting.draag_over(uuid, jsonb, text),
    afsluiting.beantwoord_overdracht(uuid, text, text, text) FROM PUBLIC;
