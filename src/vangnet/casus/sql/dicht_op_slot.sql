-- SPDX-License-Identifier: EUPL-1.2
-- In place of two functions of dicht.sql: a row that is written while its casus shuts is shut with it. The
-- writer waits at the casus before it reads `dicht`, and what shuts a casus waits for who is writing.

CREATE OR REPLACE FUNCTION casus.erf_dicht() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_dicht boolean;
BEGIN
    IF TG_OP = 'INSERT' OR NEW.casus_id IS DISTINCT FROM OLD.casus_id THEN
        -- The lock that the foreign key asks for after the row, taken before it.
        SELECT c.dicht INTO v_dicht FROM public.casus_casus c WHERE c.id = NEW.casus_id
           FOR KEY SHARE;
    ELSE
        -- Of a row that was there the one that shuts the casus waits for the row itself.
        SELECT c.dicht INTO v_dicht FROM public.casus_casus c WHERE c.id = NEW.casus_id;
    END IF;
    NEW.dicht := NEW.casus_id IS NOT NULL AND coalesce(v_dicht, true);
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION casus.bepaal_dicht() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Closed until it is reopened; a casus that is just being made can't have a closing yet.
    NEW.gesloten := TG_OP = 'UPDATE' AND EXISTS (
        SELECT FROM public.afsluiting_afsluiting a
         WHERE a.casus_id = NEW.id AND a.heropend_op IS NULL);
    NEW.dicht := NEW.beperkt OR NEW.gesloten;
    IF TG_OP = 'UPDATE' AND NEW.dicht <> OLD.dicht THEN
        PERFORM FROM public.casus_casus c WHERE c.id = NEW.id FOR UPDATE;
    END IF;
    RETURN NEW;
END $$;
