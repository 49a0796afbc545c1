-- SPDX-License-Identifier: EUPL-1.2
-- What a partner said by telephone is theirs: whoever wrote it down for them doesn't hide it from them
-- afterwards. The policy on beeld_informatievraag asks the same when it is written down.

-- Whether a partner sees what was said for them: the audience is everybody, or names them.
CREATE FUNCTION beeld.partner_ziet(p_bijdrage uuid, p_publiek text, p_weg uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT EXISTS (
        SELECT FROM public.beeld_informatievraag v
         WHERE v.bijdrage_id = p_bijdrage AND v.gezegd_door IS NOT NULL
           AND p_publiek <> 'iedereen'
           AND (p_publiek <> 'organisaties' OR NOT EXISTS (
                SELECT FROM public.casus_bijdragepubliek p
                 WHERE p.bijdrage_id = p_bijdrage AND p.organisatie_id = v.organisatie_id
                   AND p.id IS DISTINCT FROM p_weg)))
$$;

CREATE FUNCTION beeld.houd_publiek() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT beeld.partner_ziet(NEW.id, NEW.publiek, NULL) THEN
        RAISE EXCEPTION 'de partner blijft dit zien' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION beeld.houd_genoemd() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT beeld.partner_ziet(OLD.bijdrage_id,
            (SELECT b.publiek FROM public.casus_bijdrage b WHERE b.id = OLD.bijdrage_id), OLD.id) THEN
        RAISE EXCEPTION 'de partner blijft dit zien' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
END $$;

REVOKE ALL ON FUNCTION beeld.partner_ziet(uuid, text, uuid), beeld.houd_publiek(), beeld.houd_genoemd()
    FROM PUBLIC;
