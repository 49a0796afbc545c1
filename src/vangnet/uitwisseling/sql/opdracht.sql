-- SPDX-License-Identifier: EUPL-1.2
-- The order for a package with the dossier (docs/adr/0026): a manager asks, the FG decides, the command
-- line uses it once. The application writes the table by these functions only. Each checks its asker
-- itself, answers the unknown like the forbidden, and leaves a row in the journaal.
CREATE SCHEMA uitwisseling;

-- Ask for a package for one house, under one public key. Without a decision it lapses in two weeks.
CREATE FUNCTION uitwisseling.vraag_dossier(
    p_ontvanger text, p_sleutel text, p_reden text, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['manager']);
    v_id uuid := gen_random_uuid();
BEGIN
    IF coalesce(p_ontvanger, '') !~ '\S' OR length(p_ontvanger) > 200
       OR coalesce(p_reden, '') !~ '\S.{8,}\S'
       OR coalesce(p_sleutel, '') !~ '^age1[02-9ac-hj-np-z]{58}$' THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.uitwisseling_dossieropdracht (id, ontvanger, sleutel, reden, gevraagd_door_id,
        gevraagd_op, besluit_voor)
    VALUES (v_id, p_ontvanger, p_sleutel, p_reden, v_wie, now(), now() + interval '14 days');
    PERFORM gebruikers.noteer('dossieropdracht.gevraagd', 'dossieropdracht', v_id, p_spoor,
        ARRAY['ontvanger', 'sleutel', 'reden'], '{}', ARRAY[]::uuid[]);
    RETURN v_id;
END $$;

-- Yes or no of the FG, once, about what somebody else asked. A yes lasts seven days.
CREATE FUNCTION uitwisseling.besluit_dossier(
    p_opdracht uuid, p_akkoord boolean, p_motivering text, p_spoor text
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['privacy_officer']);
    o public.uitwisseling_dossieropdracht;
BEGIN
    SELECT * INTO o FROM public.uitwisseling_dossieropdracht WHERE id = p_opdracht FOR UPDATE;
    IF NOT FOUND OR p_akkoord IS NULL OR coalesce(p_motivering, '') !~ '\S'
       OR o.akkoord IS NOT NULL OR o.ingetrokken_op IS NOT NULL OR o.besluit_voor <= now()
       OR gebruikers.is_zelfde_mens(o.gevraagd_door_id, v_wie) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.uitwisseling_dossieropdracht
       SET akkoord = p_akkoord, besloten_door_id = v_wie, besloten_op = now(),
           motivering = p_motivering,
           geldig_tot = CASE WHEN p_akkoord THEN now() + interval '7 days' END
     WHERE id = p_opdracht;
    PERFORM gebruikers.noteer(
        CASE WHEN p_akkoord THEN 'dossieropdracht.goedgekeurd' ELSE 'dossieropdracht.afgewezen' END,
        'dossieropdracht', p_opdracht, p_spoor, ARRAY['akkoord', 'motivering', 'geldig_tot'], '{}',
        ARRAY[o.gevraagd_door_id]);
END $$;

-- Before it is used, who asked and who approved may each take it back.
CREATE FUNCTION uitwisseling.trek_dossier_in(p_opdracht uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['manager', 'privacy_officer']);
    o public.uitwisseling_dossieropdracht;
BEGIN
    SELECT * INTO o FROM public.uitwisseling_dossieropdracht WHERE id = p_opdracht FOR UPDATE;
    IF NOT FOUND OR (o.gevraagd_door_id <> v_wie AND o.besloten_door_id IS DISTINCT FROM v_wie)
       OR o.gebruikt_op IS NOT NULL OR o.ingetrokken_op IS NOT NULL OR o.akkoord IS FALSE
       OR coalesce(o.geldig_tot, o.besluit_voor) <= now() THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.uitwisseling_dossieropdracht
       SET ingetrokken_op = now(), ingetrokken_door_id = v_wie WHERE id = p_opdracht;
    PERFORM gebruikers.noteer('dossieropdracht.ingetrokken', 'dossieropdracht', p_opdracht, p_spoor,
        ARRAY['ingetrokken_op'], '{}', ARRAY[o.gevraagd_door_id]);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA uitwisseling FROM PUBLIC;
