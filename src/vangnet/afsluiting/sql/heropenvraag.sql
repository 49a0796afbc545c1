-- SPDX-License-Identifier: EUPL-1.2
-- The row of the journaal of a question to reopen, or of having looked at one. It concerns the casus of that
-- kenmerk, if there is one. That subject is nobody's own trace: who asks must not read whether there is such a
-- casus (toegang.md section 6 and 2). Who may open its trace reads it, and who supervises.
CREATE FUNCTION afsluiting.noteer_heropenvraag(p_handeling text, p_vraag uuid, p_velden text[], p_spoor text)
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
      AND (p_handeling = 'heropenen.behandeld' AND q.behandeld_op IS NOT NULL
           AND toegang.heeft_een(ARRAY['procesregisseur']) AND p_vraag IN (SELECT afsluiting.mijn_heropenvragen())) IS NOT TRUE THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_handeling := journaal.leg_vast(p_handeling, 'heropenvraag', p_vraag, NULL, '', true, '', 'web', p_spoor,
        p_velden, '{}', ARRAY[]::text[], ARRAY[]::uuid[]);
    INSERT INTO public.journaal_onderwerp (id, handeling_id, gebruiker, casus, soort, onderwerp)
    SELECT gen_random_uuid(), v_handeling, NULL, c.id, 'casus', c.id
      FROM public.casus_casus c WHERE upper(c.kenmerk) = upper(q.kenmerk);
END $$;

REVOKE ALL ON FUNCTION afsluiting.noteer_heropenvraag(text, uuid, text[], text) FROM PUBLIC;
