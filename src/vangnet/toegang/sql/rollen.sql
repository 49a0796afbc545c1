-- SPDX-License-Identifier: EUPL-1.2
-- Which roles count (toegang.md section 2), and which may not stand beside each other.

-- Whether a role reads anything of a casus or a person. Named are those that don't: a role that is
-- added later is shut until somebody says otherwise. toegang/regels.py has the same list.
CREATE OR REPLACE FUNCTION toegang.leest_inhoud(rol text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT rol <> ALL (ARRAY['beheerder', 'analist', 'bestuur', 'opdrachtregel'])
$$;

-- Replaced in eenmaal.sql.
-- Does the asker hold one of these account roles today? One that reads content counts only with the
-- organisation that designated it, its task and its screening, and after a second person's word.
-- The command line is no person: it has none of these, and reads content on no page.
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
          AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag) AND r.beeindigd_op IS NULL
          AND (NOT toegang.leest_inhoud(r.rol)
               OR (r.organisatie IS NOT NULL AND r.taak IS NOT NULL AND r.screening_op <= dag
                   AND r.bevestigd_op IS NOT NULL)));
END $$;

REVOKE ALL ON FUNCTION toegang.leest_inhoud(text) FROM PUBLIC;

-- Never beheerder on a day on which the same account holds a role that reads content, whoever writes
-- it. The list is written out: an index can't follow a function that changes.
ALTER TABLE toegang_accountrol ADD CONSTRAINT accountrol_beheerder_apart EXCLUDE USING gist (
    gebruiker WITH =, ((rol = 'beheerder')::int) WITH <>, daterange(vanaf, tot, '[]') WITH &&
) WHERE (beeindigd_op IS NULL AND rol NOT IN ('analist', 'bestuur', 'opdrachtregel'));

ALTER TABLE toegang_accountrol ADD CONSTRAINT accountrol_geen_tweede EXCLUDE USING gist (
    gebruiker WITH =, rol WITH =, organisatie WITH =, daterange(vanaf, tot, '[]') WITH &&
) WHERE (beeindigd_op IS NULL);
