# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the referee puts its queries together from its own words
"""What the catalogue of the database says of rights, in the words of the CSV files."""

from collections.abc import Iterable

import psycopg

from config import settings as instellingen
from tests.toegang.proefbank import EIGEN_SCHEMAS

Regel = tuple[str, ...]
# Names of roles without the house's prefix; `public` is everybody. The owner's rights are left out.
_ROL = (
    "coalesce(nullif(replace(pg_get_userbyid(nullif({oid}, 0::oid)), "
    f"'{instellingen.ROLLEN.voorvoegsel}_', ''), ''), 'public')"
)
_NAAM = "CASE nspname WHEN 'public' THEN {naam} ELSE nspname || '.' || {naam} END"
_TABEL = _NAAM.format(naam="relname")
_VAN_UITBREIDING = "EXISTS (SELECT FROM pg_depend d WHERE d.objid = {oid} AND d.deptype = 'e')"
_GRANTEE = _ROL.format(oid="a.grantee")

TABELRECHTEN = f"""
    SELECT {_TABEL}, {_GRANTEE}, lower(a.privilege_type), '*'
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(relacl) a
    WHERE {EIGEN_SCHEMAS} AND relkind IN ('r', 'p', 'v', 'm', 'f') AND a.grantee <> relowner
    UNION ALL
    SELECT {_TABEL}, {_GRANTEE}, lower(a.privilege_type), attname
    FROM pg_attribute t JOIN pg_class c ON c.oid = attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(attacl) a
    WHERE {EIGEN_SCHEMAS} AND a.grantee <> relowner AND NOT attisdropped
"""
BELEID = f"""
    SELECT {_TABEL}, {_ROL.format(oid="rol")},
           CASE polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'
                       WHEN 'd' THEN 'delete' ELSE 'alles' END
    FROM pg_policy p JOIN pg_class c ON c.oid = polrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(polroles) rol
"""
UITDRUKKINGEN = f"""
    SELECT {_TABEL}, polname, concat(pg_get_expr(polqual, polrelid), ' ',
                                     pg_get_expr(polwithcheck, polrelid))
    FROM pg_policy JOIN pg_class c ON c.oid = polrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
"""
RIJBEVEILIGING = f"""
    SELECT {_TABEL}, relrowsecurity, relforcerowsecurity
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE {EIGEN_SCHEMAS} AND relkind IN ('r', 'p')
"""
FUNCTIES = f"""
    SELECT {_NAAM.format(naam="proname")} || '(' || oidvectortypes(proargtypes) || ')',
           CASE WHEN prosecdef THEN 'ja' ELSE 'nee' END,
           (SELECT coalesce(string_agg(r, ' ' ORDER BY r), '') FROM
             (SELECT {_GRANTEE} r FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a
               WHERE a.grantee <> proowner) x)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
    WHERE {EIGEN_SCHEMAS} AND NOT {_VAN_UITBREIDING.format(oid="p.oid")}
      AND proname NOT LIKE 'pgtrigger\\_%'
"""
GESCHIEDENIS = f"""
    SELECT {_TABEL}, prosecdef, array_to_string(proconfig, ';'), tgenabled,
           has_function_privilege('{instellingen.ROLLEN.app}', p.oid, 'EXECUTE')
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_proc p ON p.oid = tgfoid
    WHERE proname LIKE 'pgtrigger\\_%' ORDER BY 1
"""
# The triggers that raise the version of a row, and those that refuse what no policy refuses.
IS_WACHTER = """tgname IN ('versie', 'alleen_aanvullen', 'staat_vast', 'staat_vast_geheel',
    'blijft_vol', 'traject_in_procesregie', 'zijde_bij_invoer', 'zijde_blijft',
    'partner_ziet', 'niet_vooraf')"""
WACHTERS = f"""
    SELECT {_TABEL}, tgname, tgenabled, tgtype::text FROM pg_trigger t
    JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE {IS_WACHTER} ORDER BY 1, 2
"""
VERSIES = f"""
    SELECT {_TABEL} FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE {EIGEN_SCHEMAS} AND relkind = 'r' AND attname = 'versie' AND relname !~ 'event$'
"""
DEFINERS = f"""
    SELECT {_NAAM.format(naam="proname")}, array_to_string(proconfig, ';'), proparallel, provolatile
    FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
    WHERE {EIGEN_SCHEMAS} AND prosecdef ORDER BY 1
"""
EIGENAREN = f"""
    SELECT {_TABEL}, pg_get_userbyid(relowner) FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE {EIGEN_SCHEMAS} AND NOT {_VAN_UITBREIDING.format(oid="c.oid")}
    UNION SELECT proname, pg_get_userbyid(proowner) FROM pg_proc p
    JOIN pg_namespace n ON n.oid = pronamespace
    WHERE {EIGEN_SCHEMAS} AND NOT {_VAN_UITBREIDING.format(oid="p.oid")}
    UNION SELECT nspname, pg_get_userbyid(nspowner) FROM pg_namespace n WHERE {EIGEN_SCHEMAS}
"""
BEELDEN = f"""
    SELECT {_TABEL}, coalesce(array_to_string(reloptions, ' '), '') FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {EIGEN_SCHEMAS} AND relkind IN ('v', 'm')
"""
_OVERIG = (
    f"""SELECT 'schema', nspname, {_GRANTEE}, a.privilege_type
        FROM pg_namespace n, aclexplode(nspacl) a
        WHERE {EIGEN_SCHEMAS} AND a.grantee <> nspowner""",
    f"""SELECT 'sequentie', {_TABEL}, {_GRANTEE}, a.privilege_type
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(relacl) a
        WHERE {EIGEN_SCHEMAS} AND relkind = 'S' AND a.grantee <> relowner
          AND {_GRANTEE} <> 'backup'""",
    f"""SELECT 'databank', 'deze', {_GRANTEE}, a.privilege_type
        FROM pg_database, aclexplode(datacl) a
        WHERE datname = current_database() AND a.grantee <> datdba""",
    f"""SELECT 'standaard', CASE defaclobjtype WHEN 'r' THEN 'tabellen' WHEN 'S' THEN 'sequenties'
               WHEN 'f' THEN 'functies' WHEN 'n' THEN 'schemas' ELSE 'typen' END,
               {_GRANTEE}, a.privilege_type
        FROM pg_default_acl, aclexplode(defaclacl) a WHERE a.grantee <> defaclrole""",
    f"""SELECT 'taal', lanname, {_GRANTEE}, a.privilege_type
        FROM pg_language, aclexplode(coalesce(lanacl, acldefault('l', lanowner))) a
        WHERE lanname NOT IN ('internal', 'c', 'sql') AND a.grantee <> lanowner""",
    f"""SELECT 'lid', {_ROL.format(oid="roleid")}, {_ROL.format(oid="member")}, 'SET'
        FROM pg_auth_members WHERE {_ROL.format(oid="roleid")} !~ '^pg_'""",
    f"""SELECT 'rolinstelling', unnest(setconfig), {_ROL.format(oid="setrole")}, ''
        FROM pg_db_role_setting WHERE setdatabase = 0
           OR setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())""",
    f"""SELECT 'uitbreiding', extname, {_ROL.format(oid="extowner")}, '' FROM pg_extension""",
)


def rijen(verbinding: psycopg.Connection, vraag: str) -> list[Regel]:
    """The rows of a catalogue query, as text."""
    return [
        tuple("" if waarde is None else str(waarde) for waarde in rij)
        for rij in verbinding.execute(vraag.encode()).fetchall()
    ]


def overig(verbinding: psycopg.Connection) -> set[Regel]:
    """Rights on schemas, sequences, the database, languages; memberships; settings; extensions."""
    return {regel for vraag in _OVERIG for regel in rijen(verbinding, vraag)}


def verschil(catalogus: Iterable[Regel], blad: Iterable[Regel], *, bestand: str) -> list[str]:
    """In sentences: which line has to be added to which CSV, and which has nothing behind it."""
    in_catalogus, op_blad = set(catalogus), set(blad)
    zin = f"zet een regel in tests/toegang/{bestand} of trek het recht in: "
    return [zin + ",".join(regel) for regel in sorted(in_catalogus - op_blad)] + [
        f"dit staat in tests/toegang/{bestand} maar niet in de databank: {','.join(regel)}"
        for regel in sorted(op_blad - in_catalogus)
    ]


EIGENAAR = instellingen.ROLLEN.eigenaar
