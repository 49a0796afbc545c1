-- SPDX-License-Identifier: EUPL-1.2
-- Before its day nobody knows whether somebody was met; that an appointment is off one may know.
CREATE FUNCTION voortgang.niet_vooraf() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.moment AT TIME ZONE 'Europe/Amsterdam')::date
       > (now() AT TIME ZONE 'Europe/Amsterdam')::date THEN
        RAISE EXCEPTION 'een afspraak die nog komt is niet gesproken'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'contactmoment_niet_vooraf';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER niet_vooraf BEFORE INSERT OR UPDATE OF moment, uitkomst
    ON public.voortgang_contactmoment FOR EACH ROW
    WHEN (NEW.uitkomst = 'gesproken' OR NEW.uitkomst = 'niet_bereikt')
    EXECUTE FUNCTION voortgang.niet_vooraf();

REVOKE ALL ON FUNCTION voortgang.niet_vooraf() FROM PUBLIC;
