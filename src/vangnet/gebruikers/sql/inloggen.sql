-- SPDX-License-Identifier: EUPL-1.2
-- Logging in: whose factors may be read, how often something was tried, and when sessions end.

-- Whose log-in this is: somebody who is in, or who has given a password and no second factor yet.
CREATE OR REPLACE FUNCTION gebruikers.wie_logt_in() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT v.gebruiker FROM toegang.gelezen_vrager() v WHERE v.soort IN ('mens', 'inlog'));
END $$;

-- Who is in, behind a browser.
CREATE OR REPLACE FUNCTION gebruikers.wie_is_binnen() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT v.gebruiker FROM toegang.gelezen_vrager() v WHERE v.soort = 'mens');
END $$;

-- Who may get one more factor: who is in, or who logs in and has none. A password alone adds nothing
-- to an account that has a second factor.
CREATE OR REPLACE FUNCTION gebruikers.wie_krijgt_factor() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT v.gebruiker FROM toegang.gelezen_vrager() v
             WHERE v.soort = 'mens' OR (v.soort = 'inlog' AND NOT EXISTS (
                SELECT FROM public.gebruikers_tweedefactor f WHERE f.gebruiker = v.gebruiker)));
END $$;

-- Count one try of `p_sleutel` (a hash) and say the how-manieth within its time it is. The row stays
-- locked to the end of the transaction, so tries at the same moment are counted one after another.
CREATE OR REPLACE FUNCTION gebruikers.tel_poging(p_sleutel text, p_seconden int) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_nu timestamptz := clock_timestamp();
    v_aantal int;
BEGIN
    IF coalesce(p_sleutel, '') !~ '^[0-9a-f]{64}$' OR coalesce(p_seconden, 0) NOT BETWEEN 1 AND 86400
    THEN
        PERFORM gebruikers.weiger();
    END IF;
    DELETE FROM public.gebruikers_poging WHERE sleutel IN (
        SELECT p.sleutel FROM public.gebruikers_poging p
         WHERE p.verloopt_op < v_nu AND p.sleutel <> p_sleutel
         LIMIT 20 FOR UPDATE SKIP LOCKED);
    INSERT INTO public.gebruikers_poging AS p (sleutel, aantal, verloopt_op)
    VALUES (p_sleutel, 1, v_nu + make_interval(secs => p_seconden))
    ON CONFLICT (sleutel) DO UPDATE
       SET aantal = CASE WHEN p.verloopt_op < v_nu THEN 1 ELSE p.aantal + 1 END,
           verloopt_op = CASE WHEN p.verloopt_op < v_nu THEN excluded.verloopt_op
                         ELSE p.verloopt_op END
    RETURNING p.aantal INTO v_aantal;
    RETURN v_aantal;
END $$;

-- A try that was right doesn't count.
CREATE OR REPLACE FUNCTION gebruikers.tel_terug(p_sleutel text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.gebruikers_poging SET aantal = greatest(aantal - 1, 0) WHERE sleutel = p_sleutel
$$;

-- End every session of an account at its next request; for other functions of the owner.
CREATE OR REPLACE FUNCTION gebruikers.verhoog_stempel(p_gebruiker uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE public.gebruikers_gebruiker SET sessiestempel = sessiestempel + 1 WHERE id = p_gebruiker
$$;

-- The same, as an act: of oneself, or of somebody else by a beheerder.
CREATE OR REPLACE FUNCTION gebruikers.beeindig_sessies(p_gebruiker uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_gebruiker IS DISTINCT FROM gebruikers.wie_is_binnen() THEN
        PERFORM gebruikers.eis(ARRAY['beheerder']);
    END IF;
    IF NOT EXISTS (SELECT FROM public.gebruikers_gebruiker g WHERE g.id = p_gebruiker) THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM gebruikers.verhoog_stempel(p_gebruiker);
    PERFORM gebruikers.noteer('sessie.alle_beeindigd', 'gebruiker', p_gebruiker, p_spoor,
        ARRAY['sessiestempel'], '{}', ARRAY[p_gebruiker]);
END $$;

-- Sessions end at once when the account, its password, a factor or a role changes, whoever does it.
CREATE OR REPLACE FUNCTION gebruikers.stempel_account() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.sessiestempel := OLD.sessiestempel + 1;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION gebruikers.stempel_eigenaar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM gebruikers.verhoog_stempel(
        CASE WHEN TG_OP = 'DELETE' THEN OLD.gebruiker ELSE NEW.gebruiker END);
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER stempel BEFORE UPDATE ON gebruikers_gebruiker
    FOR EACH ROW WHEN ((OLD.password, OLD.actief_tot, OLD.email, OLD.organisatie_id, OLD.via_oidc)
        IS DISTINCT FROM (NEW.password, NEW.actief_tot, NEW.email, NEW.organisatie_id, NEW.via_oidc))
    EXECUTE FUNCTION gebruikers.stempel_account();
CREATE OR REPLACE TRIGGER stempel AFTER INSERT OR UPDATE OR DELETE ON toegang_accountrol
    FOR EACH ROW EXECUTE FUNCTION gebruikers.stempel_eigenaar();
CREATE OR REPLACE TRIGGER stempel_erbij AFTER INSERT ON gebruikers_tweedefactor
    FOR EACH ROW WHEN (NEW.soort <> 'herstelcode') EXECUTE FUNCTION gebruikers.stempel_eigenaar();
CREATE OR REPLACE TRIGGER stempel_eraf AFTER DELETE ON gebruikers_tweedefactor
    FOR EACH ROW WHEN (OLD.soort <> 'herstelcode') EXECUTE FUNCTION gebruikers.stempel_eigenaar();

-- Whether somebody logs in with the municipal provider; a beheerder says so, never of oneself.
CREATE OR REPLACE FUNCTION gebruikers.zet_via_oidc(p_gebruiker uuid, p_aan boolean, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF gebruikers.eis(ARRAY['beheerder']) = p_gebruiker OR p_aan IS NULL
       OR NOT gebruikers.is_lopend_mens(p_gebruiker) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.gebruikers_gebruiker SET via_oidc = p_aan WHERE id = p_gebruiker;
    DELETE FROM public.gebruikers_oidckoppeling WHERE gebruiker = p_gebruiker AND NOT p_aan;
    PERFORM gebruikers.noteer('gebruiker.oidc_gezet', 'gebruiker', p_gebruiker, p_spoor,
        ARRAY['via_oidc'], '{}', ARRAY[p_gebruiker]);
END $$;

-- The account of somebody whom the provider has vouched for; at the first time bound by the e-mail
-- address that a beheerder entered, if the provider has verified it. Nothing when there is none.
CREATE OR REPLACE FUNCTION gebruikers.zoek_oidc(
    p_uitgever text, p_onderwerp text, p_email text, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id uuid;
BEGIN
    IF coalesce(p_uitgever, '') = '' OR coalesce(p_onderwerp, '') = '' THEN
        RETURN NULL;
    END IF;
    SELECT k.gebruiker INTO v_id FROM public.gebruikers_oidckoppeling k
     WHERE k.uitgever = p_uitgever AND k.onderwerp = p_onderwerp;
    IF NOT FOUND AND p_email <> '' THEN
        SELECT g.id INTO v_id FROM public.gebruikers_gebruiker g
         WHERE lower(g.email) = lower(p_email) AND g.via_oidc AND NOT EXISTS (
            SELECT FROM public.gebruikers_oidckoppeling k WHERE k.gebruiker = g.id)
           FOR UPDATE;
        IF FOUND AND gebruikers.is_lopend_mens(v_id) THEN
            INSERT INTO public.gebruikers_oidckoppeling (id, gebruiker, uitgever, onderwerp,
                gekoppeld_op)
            VALUES (gen_random_uuid(), v_id, p_uitgever, p_onderwerp, now());
            PERFORM gebruikers.noteer('gebruiker.oidc_gekoppeld', 'gebruiker', v_id, p_spoor,
                ARRAY['uitgever', 'onderwerp'], '{}', ARRAY[v_id]);
        END IF;
    END IF;
    RETURN (SELECT g.id FROM public.gebruikers_gebruiker g
             WHERE g.id = v_id AND g.via_oidc AND gebruikers.is_lopend_mens(g.id));
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gebruikers FROM PUBLIC;
