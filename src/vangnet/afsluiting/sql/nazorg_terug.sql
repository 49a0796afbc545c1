-- SPDX-License-Identifier: EUPL-1.2
-- An answer that was a slip is taken back until the end of the next day, by who may answer: a colleague whom the
-- receiver told otherwise corrects it too. After that it is a fact of the past, as a figure or a talk has used it.
-- Not of a casus that was reopened meanwhile: there is nobody to ask for then.
CREATE FUNCTION afsluiting.heropen_nazorg(p_nazorg uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    n public.afsluiting_nazorg;
BEGIN
    SELECT * INTO n FROM public.afsluiting_nazorg WHERE id = p_nazorg FOR UPDATE;
    IF NOT FOUND OR n.in_zorg IS NULL OR n.vervallen_op IS NOT NULL OR n.beantwoord_op < casus.dag() - 1
       OR (n.beperkt AND v_wie NOT IN (n.door_id, n.controleur_id))
       OR EXISTS (SELECT FROM public.casus_casus c WHERE c.id = n.casus_id AND NOT c.gesloten) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.afsluiting_nazorg
       SET in_zorg = NULL, beantwoord_op = NULL, beantwoord_door_id = NULL
     WHERE id = p_nazorg;
    PERFORM casus.noteer('nazorg.weer_open', 'nazorg', p_nazorg, n.casus_id, p_spoor,
        ARRAY['in_zorg'], NULL);
END $$;

REVOKE ALL ON FUNCTION afsluiting.heropen_nazorg(uuid, text) FROM PUBLIC;

-- As in kort_kenmerk.sql, and that a regisseur let a question wait again.
CREATE OR REPLACE FUNCTION afsluiting.noteer_heropenvraag(p_handeling text, p_vraag uuid, p_velden text[], p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['trajectbegeleider', 'procesregisseur']);
    v_handeling uuid;
    q public.afsluiting_heropenvraag;
BEGIN
    SELECT * INTO q FROM public.afsluiting_heropenvraag WHERE id = p_vraag;
    IF q.id IS NULL
       OR (p_handeling = 'heropenen.gevraagd' AND q.gevraagd_door_id = v_wie) IS NOT TRUE
      AND ((p_handeling = 'heropenen.behandeld' AND q.behandeld_op IS NOT NULL
            OR p_handeling = 'heropenen.weer_open' AND q.behandeld_op IS NULL)
           AND toegang.heeft_een(ARRAY['procesregisseur']) AND p_vraag IN (SELECT afsluiting.mijn_heropenvragen())) IS NOT TRUE THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_handeling := journaal.leg_vast(p_handeling, 'heropenvraag', p_vraag, NULL, '', true, '', 'web', p_spoor,
        p_velden, '{}', ARRAY[]::text[], ARRAY[]::uuid[]);
    INSERT INTO public.journaal_onderwerp (id, handeling_id, gebruiker, casus, soort, onderwerp)
    SELECT gen_random_uuid(), v_handeling, NULL, c.id, 'casus', c.id
      FROM public.casus_casus c
     WHERE c.id = casus.met_kenmerk(q.kenmerk);
END $$;
