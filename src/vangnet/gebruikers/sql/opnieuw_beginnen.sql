-- SPDX-License-Identifier: EUPL-1.2
-- A code to activate an account is also the way back for who lost phone or key: with it the account
-- begins anew, so its factors go with its password. Roles that read content wait for a second person.
CREATE OR REPLACE FUNCTION gebruikers.activeer(p_hash text, p_wachtwoord text, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id uuid;
    v_gebruiker uuid;
BEGIN
    -- A password as it is kept, never one as it is typed.
    IF coalesce(p_wachtwoord, '') !~ '^[a-z0-9_]+\$.{40,}$' THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT a.id, a.gebruiker_id INTO v_id, v_gebruiker FROM public.gebruikers_activering a
     WHERE a.code_hash = p_hash AND a.gebruikt_op IS NULL AND a.verloopt_op > now() FOR UPDATE;
    IF NOT FOUND OR NOT gebruikers.is_lopend_mens(v_gebruiker) THEN
        RETURN NULL;
    END IF;
    UPDATE public.gebruikers_activering SET gebruikt_op = now() WHERE id = v_id;
    UPDATE public.gebruikers_gebruiker SET password = p_wachtwoord WHERE id = v_gebruiker;
    DELETE FROM public.gebruikers_tweedefactor f WHERE f.gebruiker = v_gebruiker;
    PERFORM gebruikers.laat_bevestiging_vervallen(v_gebruiker);
    PERFORM gebruikers.noteer('gebruiker.geactiveerd', 'gebruiker', v_gebruiker, p_spoor,
        ARRAY['password', 'factoren'], '{}', ARRAY[v_gebruiker]);
    RETURN v_gebruiker;
END $$;
