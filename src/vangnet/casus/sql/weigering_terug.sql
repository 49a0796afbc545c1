-- SPDX-License-Identifier: EUPL-1.2
-- Who declined an invitation by mistake undoes that, for ten minutes: they are asked again.

-- The invitations that the asker just declined and can still undo, with the kenmerk, as before the answer.
-- The history has the moment: until then there was no answer. Not in a casus that is beperkt, into which
-- nobody lets themselves, nor beside a rol or a newer invitation.
CREATE FUNCTION casus.net_geweigerd(OUT rol uuid, OUT kenmerk text) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT r.id, c.kenmerk::text FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.gebruiker_id = wie AND r.antwoord = 'geweigerd' AND NOT c.gesloten AND NOT c.beperkt
       AND casus.is_aangewezen(wie, r.rol, r.organisatie_id)
       AND NOT casus.staat_erop(r.casus_id, wie, r.organisatie_id)
       AND EXISTS (SELECT FROM public.casus_casusrolevent h
                    WHERE h.pgh_obj_id = r.id AND h.antwoord IS NULL
                      AND h.pgh_created_at >= now() - interval '10 minutes');
END $$;

-- Undo that: the invitation waits for an answer again.
CREATE FUNCTION casus.neem_weigering_terug(p_rol uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    v_casus uuid;
BEGIN
    -- The casus first, as every other act locks it: who invites anew waits, or is seen below.
    SELECT c.id INTO v_casus FROM public.casus_casus c
      JOIN public.casus_casusrol r ON r.casus_id = c.id
     WHERE r.id = p_rol AND r.gebruiker_id = v_wie FOR UPDATE OF c;
    IF NOT EXISTS (SELECT FROM casus.net_geweigerd() g WHERE g.rol = p_rol) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_casusrol SET antwoord = NULL WHERE id = p_rol;
    PERFORM casus.noteer('casusrol.weer_gevraagd', 'casusrol', p_rol, v_casus, p_spoor,
        ARRAY['antwoord'], v_wie);
    RETURN v_casus;
END $$;

REVOKE ALL ON FUNCTION casus.net_geweigerd(), casus.neem_weigering_terug(uuid, text) FROM PUBLIC;
