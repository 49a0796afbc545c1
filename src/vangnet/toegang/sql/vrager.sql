-- SPDX-License-Identifier: EUPL-1.2
-- gelezen_vrager, vrager, heeft_een and is_huis were replaced in eenmaal.sql.
-- The signed asker: how the database knows who asks. Recipe and traps: docs/adr/0002.
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
    -- Comparing hashes of both tells nothing about how far they are equal.
    IF sha256(convert_to(mac, 'UTF8')) <> sha256(convert_to(delen[6], 'UTF8')) THEN
        RETURN;
    END IF;
    IF abs(extract(epoch FROM now()) * 1000 - delen[5]::bigint) > 2000 THEN
        RETURN;
    END IF;
    gebruiker := delen[3]::uuid;
    soort := delen[2];
END $$;

CREATE OR REPLACE FUNCTION toegang.vrager() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT v.gebruiker FROM toegang.gelezen_vrager() v);
END $$;

-- Does the asker hold one of these account roles today?
CREATE OR REPLACE FUNCTION toegang.heeft_een(rollen text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    RETURN wie IS NOT NULL AND EXISTS (
        SELECT 1 FROM public.toegang_accountrol r
        WHERE r.gebruiker = wie AND r.rol = ANY(rollen)
          AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag));
END $$;

CREATE OR REPLACE FUNCTION toegang.is_huis() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner']);
END $$;

CREATE OR REPLACE FUNCTION toegang.mag_cijfers() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner', 'manager',
        'kwaliteitsmedewerker', 'analist', 'bestuur', 'opdrachtregel']);
END $$;

-- An import reads and writes more than a page may, so the kind of asker is asked as well.
CREATE OR REPLACE FUNCTION toegang.voert_in() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT v.soort FROM toegang.gelezen_vrager() v) IN ('opdracht', 'invoer')
       AND toegang.heeft_een(ARRAY['procesondersteuner', 'opdrachtregel']);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA toegang FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA toegang FROM PUBLIC;
