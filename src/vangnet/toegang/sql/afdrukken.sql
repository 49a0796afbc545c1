-- SPDX-License-Identifier: EUPL-1.2
-- Names alone don't tell that a policy was widened or a function replaced: what each says is a line too,
-- as a hash. In a function for its search path: names in the text depend on that of who asks.
CREATE FUNCTION toegang.afdrukken() RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT format('wat staat in %s: %s', wat, md5(tekst)) FROM (
        SELECT format('beleid %s op %s.%s', polname, nspname, relname) AS wat,
               concat(pg_get_expr(polqual, polrelid), ' MET ', pg_get_expr(polwithcheck, polrelid),
                      ' ', polpermissive) AS tekst
          FROM pg_policy JOIN pg_class c ON c.oid = polrelid JOIN pg_namespace n ON n.oid = relnamespace
        UNION ALL
        SELECT format('trekker %s op %s.%s', tgname, nspname, relname),
               concat(pg_get_triggerdef(t.oid), ' ', tgenabled)
          FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
         WHERE NOT tgisinternal
        UNION ALL
        SELECT format('functie %s.%s(%s)', nspname, proname, oidvectortypes(proargtypes)),
               pg_get_functiondef(p.oid)
          FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
         WHERE prokind IN ('f', 'p') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                              AND d.objid = p.oid AND d.deptype = 'e')) alles
$$;

-- In place of the one in rechten.sql.
CREATE OR REPLACE VIEW toegang.rechten_nu WITH (security_invoker = true) AS
WITH huis AS (
    SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
     WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), rol AS (
    SELECT oid, rolname FROM pg_roles UNION ALL SELECT 0, 'PUBLIC'
), verleend AS (
    SELECT format('schema %s', nspname) AS wat, a.grantee, a.privilege_type AS recht, nspowner AS eigenaar
      FROM huis, aclexplode(nspacl) a
    UNION ALL
    SELECT format('tabel %s.%s', nspname, relname), a.grantee, a.privilege_type, relowner
      FROM pg_class c JOIN huis ON huis.oid = relnamespace, aclexplode(relacl) a
    UNION ALL
    SELECT format('kolom %s.%s.%s', nspname, relname, attname), a.grantee, a.privilege_type, relowner
      FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN huis ON huis.oid = relnamespace,
           aclexplode(attacl) a
     WHERE NOT attisdropped
    UNION ALL
    SELECT format('functie %s.%s(%s)', nspname, proname, oidvectortypes(proargtypes)), a.grantee,
           a.privilege_type, proowner
      FROM pg_proc p JOIN huis ON huis.oid = pronamespace,
           aclexplode(coalesce(proacl, acldefault('f', proowner))) a
     WHERE NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
)
SELECT format('%s: %s mag %s', wat, rolname, recht) AS regel
  FROM verleend JOIN rol ON rol.oid = grantee WHERE grantee <> eigenaar
UNION ALL
SELECT format('tabel %s.%s: %s', nspname, relname,
              CASE WHEN relrowsecurity THEN 'met rijbeveiliging' ELSE 'zonder rijbeveiliging' END)
  FROM pg_class JOIN huis ON huis.oid = relnamespace WHERE relkind IN ('r', 'p')
UNION ALL
SELECT format('beleid %s op %s.%s: %s voor %s', polname, nspname, relname, polcmd,
              (SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM rol WHERE rol.oid = ANY(polroles)))
  FROM pg_policy JOIN pg_class c ON c.oid = polrelid JOIN huis ON huis.oid = relnamespace
UNION ALL
SELECT format('trekker %s op %s.%s', tgname, nspname, relname)
  FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN huis ON huis.oid = relnamespace
 WHERE NOT tgisinternal AND tgenabled <> 'D'
UNION ALL
SELECT format('functie %s.%s(%s) met de rechten van %s', nspname, proname,
              oidvectortypes(proargtypes), pg_get_userbyid(proowner))
  FROM pg_proc JOIN huis ON huis.oid = pronamespace WHERE prosecdef
UNION ALL
SELECT regel FROM toegang.afdrukken() regel;

REVOKE ALL ON FUNCTION toegang.afdrukken() FROM PUBLIC;
