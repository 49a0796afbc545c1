-- SPDX-License-Identifier: EUPL-1.2
-- What was signed stays as it was signed, also for who may write these tables.
CREATE OR REPLACE FUNCTION toegang.ronde_staat_vast() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'een getekende ronde verandert niet' USING ERRCODE = '42501';
END $$;

CREATE OR REPLACE TRIGGER staat_vast BEFORE UPDATE OR DELETE OR TRUNCATE
    ON toegang_rechtenronde FOR EACH STATEMENT EXECUTE FUNCTION toegang.ronde_staat_vast();
CREATE OR REPLACE TRIGGER staat_vast BEFORE UPDATE OR DELETE OR TRUNCATE
    ON toegang_rechtenoordeel FOR EACH STATEMENT EXECUTE FUNCTION toegang.ronde_staat_vast();
ALTER TABLE toegang_rechtenronde ENABLE ALWAYS TRIGGER staat_vast;
ALTER TABLE toegang_rechtenoordeel ENABLE ALWAYS TRIGGER staat_vast;

REVOKE ALL ON FUNCTION toegang.ronde_staat_vast() FROM PUBLIC;
