-- SPDX-License-Identifier: EUPL-1.2
-- The same sentences as in vrager.sql, rollen.sql and inzage.sql, with the asker checked once per
-- function: one search of a partner asks some of them forty times over.

-- Id and kind of the asker, or nothing. A token holds kid.kind.user.process.milliseconds.mac.
-- No regular expression (slow), no EXCEPTION block (fails in a parallel plan), never PARALLEL SAFE
-- (a worker has another process id). Nothing is cast before the mac is right.
CREATE OR REPLACE FUNCTION toegang.gelezen_vrager(OUT gebruiker uuid, OUT soort text)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    token text := current_setting('toegang.vrager', true);
    delen text[];
    sleutel record;
    mac text;
BEGIN
    IF token IS NULL OR length(token) NOT BETWEEN 100 AND 190 THEN
        RETURN;
    END IF;
    delen := string_to_array(token, '.');
    IF array_length(delen, 1) IS DISTINCT FROM 6 OR delen[4] <> pg_backend_pid()::text THEN
        RETURN;
    END IF;
    SELECT s.ipad, s.opad INTO sleutel FROM toegang.sleutel s WHERE s.kid::text = delen[1];
    IF NOT FOUND THEN
        RETURN;
    END IF;
    mac := encode(sha256(sleutel.opad || sha256(sleutel.ipad || convert_to(
        array_to_string(delen[1:5], '.'), 'UTF8'))), 'hex');
    -- Comparing numbers made of both tells nothing about how far they are equal; whoever passes that
    -- without the mac has guessed 64 bits.
    IF hashtextextended(mac, 0) <> hashtextextended(delen[6], 0) OR mac <> delen[6] THEN
        RETURN;
    END IF;
    IF abs(extract(epoch FROM now()) * 1000 - delen[5]::bigint) > 2000 THEN
        RETURN;
    END IF;
    gebruiker := delen[3]::uuid;
    soort := delen[2];
END $$;

-- Between password and second factor somebody is nobody (halverwege.sql), and so is whom the application
-- is still finding out to be there: kind `herkenning`, signed for one statement and never for a page.
CREATE OR REPLACE FUNCTION toegang.vrager() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v record := toegang.gelezen_vrager();
BEGIN
    RETURN CASE WHEN v.soort NOT IN ('inlog', 'herkenning') THEN v.gebruiker END;
END $$;

-- The account roles of `wie` that count today, with the organisation that designated them. One that
-- reads content counts only with that organisation, its task and its screening, and after a second
-- person's word. For functions of the owner, which give it the asker; the planner puts it in their query.
CREATE FUNCTION toegang.tellende_rollen(wie uuid) RETURNS TABLE (rol text, organisatie uuid)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 AS $$
    SELECT r.rol::text, r.organisatie FROM public.toegang_accountrol r
     WHERE r.gebruiker = wie AND r.vanaf <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
       AND (r.tot IS NULL OR r.tot >= (now() AT TIME ZONE 'Europe/Amsterdam')::date)
       AND r.beeindigd_op IS NULL
       AND (NOT toegang.leest_inhoud(r.rol)
            OR (r.organisatie IS NOT NULL AND r.taak IS NOT NULL
                AND r.screening_op <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
                AND r.bevestigd_op IS NOT NULL))
$$;

-- Does the asker hold one of these account roles today? The command line is no person: it has none that
-- reads content, and reads content on no page.
CREATE OR REPLACE FUNCTION toegang.heeft_een(rollen text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN wie IS NOT NULL
       AND EXISTS (SELECT FROM toegang.tellende_rollen(wie) t WHERE t.rol = ANY(rollen));
END $$;

-- Asked by nearly every policy, so not by way of heeft_een.
CREATE OR REPLACE FUNCTION toegang.is_huis() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN wie IS NOT NULL AND EXISTS (
        SELECT FROM toegang.tellende_rollen(wie) t
         WHERE t.rol IN ('procesregisseur', 'procesondersteuner'));
END $$;

-- The looks of `wie` that run, while a role stands that may have them; break-glass doesn't reach what
-- was closed meanwhile (toegang.md section 5). For functions of the owner.
CREATE FUNCTION toegang.lopende_inzagen(wie uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 AS $$
    SELECT i.casus FROM public.toegang_inzage i
     WHERE i.gebruiker = wie AND i.vanaf <= now() AND i.tot > now()
       AND EXISTS (SELECT FROM toegang.tellende_rollen(wie) t WHERE t.rol = ANY(CASE i.soort
             WHEN 'noodtoegang' THEN ARRAY['procesregisseur', 'procesondersteuner', 'manager']
             WHEN 'rechtmatigheid' THEN ARRAY['privacy_officer', 'auditor']
           END))
       AND (i.soort <> 'noodtoegang' OR NOT casus.is_gesloten(i.casus))
$$;

CREATE OR REPLACE FUNCTION toegang.mijn_inzagen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT i FROM toegang.lopende_inzagen(wie) i;
END $$;

CREATE OR REPLACE FUNCTION toegang.mijn_organisaties(rollen text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 1
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT t.organisatie FROM toegang.tellende_rollen(wie) t
     WHERE t.rol = ANY(rollen) AND t.organisatie IS NOT NULL;
END $$;

REVOKE ALL ON FUNCTION toegang.tellende_rollen(uuid), toegang.lopende_inzagen(uuid) FROM PUBLIC;
