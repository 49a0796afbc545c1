-- SPDX-License-Identifier: EUPL-1.2
-- What a manager is told of opschalingen without an answer of which the term is over (toegang.md section 2:
-- terms, no content): kenmerk, level and the day. Also of one without a note for the gremium.
CREATE FUNCTION voortgang.late_antwoorden(
    OUT casus uuid, OUT kenmerk text, OUT niveau text, OUT antwoord_voor date
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 10
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['manager']) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT c.id, c.kenmerk::text, o.niveau::text, o.antwoord_voor
      FROM public.voortgang_opschaling o JOIN public.casus_casus c ON c.id = o.casus_id
     WHERE o.uitkomst IS NULL AND o.vraag IS NOT NULL AND o.beantwoord_op IS NULL
       AND o.antwoord_voor < (now() AT TIME ZONE 'Europe/Amsterdam')::date AND NOT c.gesloten
     ORDER BY o.antwoord_voor, c.kenmerk;
END $$;

REVOKE ALL ON FUNCTION voortgang.late_antwoorden() FROM PUBLIC;
