-- SPDX-License-Identifier: EUPL-1.2
-- Name and e-mail address of an account, and what somebody sees of changes to the own account.

-- Another name or address of somebody else's account; gives the fields that changed. The address tells
-- who somebody is: with another one the link with the provider goes, and each role that reads content
-- waits for a second person again. The trigger on the account ends its sessions.
CREATE OR REPLACE FUNCTION gebruikers.wijzig_account(
    p_gebruiker uuid, p_naam text, p_email text, p_spoor text
) RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['beheerder']);
    v_naam text := trim(coalesce(p_naam, ''));
    v_email text := lower(trim(coalesce(p_email, '')));
    v_velden text[];
    g public.gebruikers_gebruiker;
BEGIN
    SELECT * INTO g FROM public.gebruikers_gebruiker WHERE id = p_gebruiker FOR UPDATE;
    IF NOT FOUND OR p_gebruiker = v_wie OR NOT gebruikers.is_lopend_mens(p_gebruiker)
       OR v_naam = '' OR v_email !~ '^[^@\s]+@[^@\s]+$' THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_velden := array_remove(ARRAY[
        CASE WHEN v_naam <> g.naam THEN 'naam' END,
        CASE WHEN v_email <> lower(g.email) THEN 'email' END], NULL);
    IF cardinality(v_velden) = 0 THEN
        RETURN v_velden;
    END IF;
    UPDATE public.gebruikers_gebruiker SET naam = v_naam, email = v_email WHERE id = p_gebruiker;
    IF 'email' = ANY (v_velden) THEN
        DELETE FROM public.gebruikers_oidckoppeling WHERE gebruiker = p_gebruiker;
        PERFORM gebruikers.laat_bevestiging_vervallen(p_gebruiker);
    END IF;
    PERFORM gebruikers.noteer('gebruiker.gewijzigd', 'gebruiker', p_gebruiker, p_spoor, v_velden,
        '{}', ARRAY[p_gebruiker]);
    RETURN v_velden;
END $$;

-- What others did to the account of who is in, the newest first: when, what, who.
CREATE OR REPLACE FUNCTION gebruikers.gedaan_met_mij()
RETURNS TABLE (moment timestamptz, handeling text, door text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT h.moment, h.handeling, coalesce(g.naam, '')
      FROM public.journaal_handeling h LEFT JOIN public.gebruikers_gebruiker g ON g.id = h.gebruiker
     WHERE h.id = ANY (ARRAY(SELECT o.handeling_id FROM public.journaal_onderwerp o
                              WHERE o.soort = 'gebruiker'
                                AND o.onderwerp = (SELECT gebruikers.wie_is_binnen())))
       AND h.toegestaan AND h.gebruiker <> (SELECT gebruikers.wie_is_binnen())
       AND h.handeling IN ('activering.gegeven', 'gebruiker.gewijzigd', 'gebruiker.heropend',
            'gebruiker.oidc_gezet', 'rol.gegeven', 'rol.bevestigd', 'rol.afgewezen', 'rol.beeindigd',
            'sessie.alle_beeindigd')
     ORDER BY h.moment DESC LIMIT 20
$$;

-- Whether the provider's subject is the account that is in: for showing again who one is.
CREATE OR REPLACE FUNCTION gebruikers.is_mijn_oidc(p_uitgever text, p_onderwerp text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.gebruikers_oidckoppeling k
          JOIN public.gebruikers_gebruiker g ON g.id = k.gebruiker
         WHERE k.uitgever = p_uitgever AND k.onderwerp = p_onderwerp AND g.via_oidc
           AND k.gebruiker = gebruikers.wie_is_binnen())
$$;

REVOKE ALL ON FUNCTION gebruikers.wijzig_account(uuid, text, text, text),
    gebruikers.gedaan_met_mij(), gebruikers.is_mijn_oidc(text, text) FROM PUBLIC;
