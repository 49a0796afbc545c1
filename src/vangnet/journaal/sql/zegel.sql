-- SPDX-License-Identifier: EUPL-1.2
-- Seals: only added, by one narrow role; how they are made stands in journaal/regels.py (docs/adr/0013).
CREATE OR REPLACE TRIGGER alleen_aanvullen BEFORE UPDATE OR DELETE OR TRUNCATE
    ON journaal_zegel FOR EACH STATEMENT EXECUTE FUNCTION journaal.weiger();
ALTER TABLE journaal_zegel ENABLE ALWAYS TRIGGER alleen_aanvullen;
ALTER TABLE journaal_zegel ADD CONSTRAINT zegel_lengte
    CHECK (volgnummer > 0 AND length(rijhash) = 32 AND length(ketting) = 32);

-- How the sealing goes, for the pages: the last seal, and what waits. No row of the journaal.
CREATE FUNCTION journaal.zegelstand(
    OUT volgnummer bigint, OUT ketting bytea, OUT verzegeld_op timestamptz,
    OUT wachtend bigint, OUT oudste timestamptz
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['privacy_officer', 'auditor', 'beheerder', 'opdrachtregel']) THEN
        RETURN;
    END IF;
    SELECT z.volgnummer, z.ketting, z.moment INTO volgnummer, ketting, verzegeld_op
      FROM public.journaal_zegel z ORDER BY z.volgnummer DESC LIMIT 1;
    -- Two days: no transaction is open for so long, and older rows need not be read each time.
    SELECT count(*), min(h.moment) INTO wachtend, oudste FROM public.journaal_handeling h
     WHERE h.moment > coalesce(verzegeld_op, '-infinity') - interval '2 days'
       AND NOT EXISTS (SELECT FROM public.journaal_zegel z WHERE z.handeling = h.id);
END $$;

-- The FG, and an auditor for the days of the role, read all acts (toegang.md section 2).
CREATE FUNCTION journaal.houdt_toezicht() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN toegang.heeft_een(ARRAY['privacy_officer', 'auditor']);
END $$;

REVOKE ALL ON FUNCTION journaal.zegelstand(), journaal.houdt_toezicht() FROM PUBLIC;
