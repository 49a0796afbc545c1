-- SPDX-License-Identifier: EUPL-1.2
-- Finding out who is there, before anybody is in. Each function answers only to an asker that the
-- application has signed for this one account and this one statement (kind `herkenning`): SQL that is
-- injected in a page, a visitor's too, has no such asker and gets nothing.
CREATE OR REPLACE FUNCTION gebruikers.wie_wordt_herkend() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT v.gebruiker FROM toegang.gelezen_vrager() v WHERE v.soort = 'herkenning');
END $$;

-- The hash of the password, to hold a typed one against. The application can't read that column.
CREATE OR REPLACE FUNCTION gebruikers.wachtwoord_van_herkende() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT g.password FROM public.gebruikers_gebruiker g
     WHERE g.id = gebruikers.wie_wordt_herkend()
$$;

-- Which account somebody is for whom the provider vouches: the one bound before, else the one with
-- the verified e-mail address that may be bound. Only looks; nothing when there is none.
DROP FUNCTION IF EXISTS gebruikers.zoek_oidc(text, text, text, text);
CREATE OR REPLACE FUNCTION gebruikers.zoek_oidc(p_uitgever text, p_onderwerp text, p_email text)
RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT g.id FROM public.gebruikers_gebruiker g
      LEFT JOIN public.gebruikers_oidckoppeling k ON k.gebruiker = g.id
     WHERE g.via_oidc AND gebruikers.is_lopend_mens(g.id) AND (
            (k.uitgever = p_uitgever AND k.onderwerp = p_onderwerp)
            OR (k.id IS NULL AND lower(g.email) = lower(nullif(p_email, '')) AND NOT EXISTS (
                SELECT FROM public.gebruikers_oidckoppeling a
                 WHERE a.uitgever = p_uitgever AND a.onderwerp = p_onderwerp)))
$$;

-- Whether the account is this subject of the provider; at the first time it becomes so, and each role
-- that reads content waits for a second person: whoever the provider vouches for may be somebody else
-- than who had the password.
CREATE OR REPLACE FUNCTION gebruikers.koppel_oidc(p_uitgever text, p_onderwerp text, p_spoor text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id uuid := gebruikers.wie_wordt_herkend();
BEGIN
    IF coalesce(p_uitgever, '') = '' OR coalesce(p_onderwerp, '') = '' THEN
        RETURN false;
    END IF;
    PERFORM FROM public.gebruikers_gebruiker g WHERE g.id = v_id AND g.via_oidc FOR UPDATE;
    IF NOT FOUND OR NOT gebruikers.is_lopend_mens(v_id) THEN
        RETURN false;
    END IF;
    IF NOT EXISTS (SELECT FROM public.gebruikers_oidckoppeling k WHERE k.gebruiker = v_id
                      OR (k.uitgever = p_uitgever AND k.onderwerp = p_onderwerp)) THEN
        INSERT INTO public.gebruikers_oidckoppeling (id, gebruiker, uitgever, onderwerp,
            gekoppeld_op)
        VALUES (gen_random_uuid(), v_id, p_uitgever, p_onderwerp, now());
        PERFORM gebruikers.laat_bevestiging_vervallen(v_id);
        PERFORM gebruikers.noteer('gebruiker.oidc_gekoppeld', 'gebruiker', v_id, p_spoor,
            ARRAY['uitgever', 'onderwerp'], '{}', ARRAY[v_id]);
    END IF;
    RETURN EXISTS (SELECT FROM public.gebruikers_oidckoppeling k
                    WHERE k.gebruiker = v_id AND k.uitgever = p_uitgever
                      AND k.onderwerp = p_onderwerp);
END $$;

REVOKE ALL ON FUNCTION gebruikers.wie_wordt_herkend(), gebruikers.wachtwoord_van_herkende(),
    gebruikers.zoek_oidc(text, text, text), gebruikers.koppel_oidc(text, text, text) FROM PUBLIC;
