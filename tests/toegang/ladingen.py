# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the payloads are what is tried here
"""What somebody who found a hole would type in it: two hundred payloads, each with its kind."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from config import settings as instellingen
from tests.bezetting import id_van
from tests.toegang.test_relaties import VAN_CASUS

ROLLEN = instellingen.ROLLEN
AMIRA = id_van("amira")
# What may be foreign in the texts below: a casus that the attacker doesn't see, or one that isn't.
DOEL = "[DOEL]"


class Lading(NamedTuple):
    """One payload: its kind, the page with the hole, and the text."""

    soort: str
    waar: str
    tekst: str


def _union(vraag: str) -> str:
    return f"' UNION ALL {vraag} -- "


_TABELLEN = (
    *VAN_CASUS,
    "journaal_handeling",
    "journaal_onderwerp",
    "toegang_inzage",
    "toegang_accountrol",
    "toegang.sleutel",
    "gebruikers_gebruiker",
    "gebruikers_activering",
    "django_session",
    "taken_taak",
    "feit_casus",
    "kerncijfers.persoonsleutel",
    "casus_casusevent",
    "personen_persoonevent",
    "invoer.personen",
    "procrastinate_jobs",
    "pg_authid",
    "pg_shadow",
    "pg_statistic",
)
_INSTELLINGEN = {
    "toegang.vrager": f"1.mens.{AMIRA}.1.1." + "0" * 64,
    "role": ROLLEN.cijfers,
    "row_security": "off",
    "search_path": "pg_temp, public",
    "session_replication_role": "replica",
    "is_superuser": "on",
    "session_authorization": ROLLEN.eigenaar,
    "TimeZone": "Pacific/Auckland",
    "statement_timeout": "0",
    "default_transaction_read_only": "on",
    "track_activities": "on",
    "plan_cache_mode": "force_generic_plan",
}
_ALLE = "SELECT string_agg(to_jsonb(c)::text, ','), '' FROM casus_casus c"
_GESTAPELD = (
    "COMMIT",
    "ROLLBACK",
    "RESET ALL",
    "RESET ROLE",
    "DISCARD ALL",
    "DEALLOCATE ALL",
    f"SET ROLE {ROLLEN.cijfers}",
    f"SET ROLE {ROLLEN.eigenaar}",
    f"SET SESSION AUTHORIZATION {ROLLEN.eigenaar}",
    "SET row_security = off",
    "ALTER TABLE casus_casus DISABLE ROW LEVEL SECURITY",
    "DROP POLICY lezen ON casus_casus",
    "DO $$ BEGIN PERFORM 1; END $$",
    "PREPARE p AS SELECT * FROM casus_casus",
    "DECLARE c CURSOR WITH HOLD FOR SELECT * FROM casus_casus",
    "LISTEN procrastinate_any_queue",
    "NOTIFY lek, 'x'",
    "LOCK TABLE casus_casus",
    f"ALTER ROLE {ROLLEN.app} PASSWORD 'x'",
    f"ALTER ROLE {ROLLEN.app} SET row_security = off",
    f"GRANT {ROLLEN.eigenaar} TO {ROLLEN.app}",
    "COPY casus_casus TO '/tmp/lek'",
    "COPY casus_casus TO PROGRAM 'cat'",
    "COPY casus_casus FROM '/etc/passwd'",
    "CREATE TEMP TABLE casus_casus (id uuid)",
    "CREATE FUNCTION lek() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE EXTENSION dblink",
    "TRUNCATE journaal_handeling",
    "DELETE FROM journaal_handeling",
    "UPDATE casus_casus SET beperkt = false",
    "VACUUM",
    "SAVEPOINT s",
    "PREPARE TRANSACTION 'lek'",
)
_FUNCTIES = (
    "query_to_xml('SELECT * FROM casus_casus', true, true, '')::text",
    "table_to_xml('casus_casus', true, true, '')::text",
    "schema_to_xml('public', true, true, '')::text",
    "database_to_xml(true, true, '')::text",
    "cursor_to_xml('c', 1, true, true, '')::text",
    "pg_read_file('PG_VERSION')",
    "pg_read_binary_file('global/pg_control')::text",
    "pg_ls_dir('.')::text",
    "lo_import('/etc/passwd')::text",
    "lo_from_bytea(0, 'x')::text",
    "lo_get(1)::text",
    "dblink('dbname=postgres', 'SELECT 1')::text",
    "pg_reload_conf()::text",
    "pg_terminate_backend(pg_backend_pid())::text",
    "pg_cancel_backend(pg_backend_pid())::text",
    "pg_advisory_lock(7)::text",
    "pg_try_advisory_lock(7)::text",
    "pg_advisory_xact_lock(7)::text",
    "pg_notify('lek', 'x')::text",
    "pg_current_logfile()",
    "current_setting('toegang.vrager')",
    "pg_stat_get_activity(NULL)::text",
    "pg_export_snapshot()",
    "txid_current()::text",
    "(SELECT ts_stat('SELECT to_tsvector(kenmerk) FROM casus_casus'))::text",
    "ts_rewrite('a'::tsquery, 'SELECT ''a''::tsquery, kenmerk::tsquery FROM casus_casus')::text",
    "(SELECT xmlagg(xmlelement(name c, kenmerk))::text FROM casus_casus)",
    "(SELECT jsonb_agg(p)::text FROM personen_persoon p)",
    "(SELECT array_agg(v)::text FROM casus.mijn_huiscasussen() v)",
    "(SELECT string_agg(v::text, ',') FROM casus.mijn_casussen() v)",
    "(SELECT string_agg(v::text, ',') FROM casus.mijn_hele_casussen() v)",
    "(SELECT string_agg(v::text, ',') FROM casus.mijn_personen() v)",
    "toegang.gelezen_vrager()::text",
    f"casus.is_gesloten('{id_van('casus-gesloten')}')::text",
    "kerncijfers.herbouw()::text",
    "kerncijfers.zaken_achter(ARRAY[1,2,3]::bigint[])::text",
    "journaal.zegelstand()::text",
    "(SELECT pg_get_functiondef('toegang.vrager()'::regprocedure))",
    "has_table_privilege('toegang.sleutel', 'SELECT')::text",
    "pg_logical_emit_message(true, 'a', 'b')::text",
)
# Each asks whether DOEL exists; the answer has to be the same for a casus that doesn't.
_BESTAAT = f"EXISTS (SELECT FROM casus_casus WHERE kenmerk = '{DOEL}')"
_ZIJKANALEN = (
    f"' OR {_BESTAAT} -- ",
    f"' OR 1 / (CASE WHEN {_BESTAAT} THEN 0 ELSE 1 END) = 1 -- ",
    f"' OR (CASE WHEN {_BESTAAT} THEN 'x' ELSE '1' END)::int = 1 -- ",
    f"' OR (SELECT kenmerk::int FROM casus_casus WHERE kenmerk = '{DOEL}') = 1 -- ",
    f"' OR (CASE WHEN {_BESTAAT} THEN pg_sleep(3) END) IS NULL -- ",
    f"' OR (SELECT 1 / length(kenmerk) - 1 FROM casus_casus WHERE kenmerk = '{DOEL}') > 9 -- ",
    f"' OR kenmerk LIKE '{DOEL}%' -- ",
    f"' OR kenmerk ~ '^{DOEL}' -- ",
    f"' OR kenmerk > '{DOEL}' AND kenmerk <= '{DOEL}0' -- ",
    f"' OR (SELECT count(*) FROM casus_casus WHERE kenmerk = '{DOEL}') > 0 -- ",
    f"' OR generate_series(1, (SELECT count(*)::int FROM casus_casus WHERE kenmerk = '{DOEL}'))"
    " > 0 -- ",
    _union(
        f"SELECT set_config('toegang.vrager', kenmerk, true), '' FROM casus_casus "
        f"WHERE kenmerk = '{DOEL}'"
    ),
    _union(f"SELECT most_common_vals::text, '' FROM pg_stats WHERE '{DOEL}' = ANY(NULL::text[])"),
    _union(
        "SELECT histogram_bounds::text, '' FROM pg_stats WHERE tablename = 'casus_casus' "
        f"AND histogram_bounds::text LIKE '%{DOEL}%'"
    ),
    _union(f"SELECT pg_advisory_xact_lock(hashtext('{DOEL}'))::text, ''"),
    _union(
        f"SELECT ordinal::text, '' FROM casus_casus, LATERAL (SELECT 1 / (kenmerk <> '{DOEL}')::int"
        " AS ordinal) x"
    ),
    _union(f"(SELECT kenmerk, '' FROM casus_casus WHERE kenmerk = '{DOEL}' FOR UPDATE)"),
    _union(f"(SELECT kenmerk, '' FROM casus_casus WHERE kenmerk = '{DOEL}' FOR KEY SHARE)"),
    _union(f"SELECT kenmerk, '' FROM casus_casusevent WHERE kenmerk = '{DOEL}'"),
    _union(f"SELECT bron_id::text, '' FROM feit_casus WHERE '{DOEL}' <> ''"),
    _union(f"SELECT to_regclass('{DOEL}')::text, ''"),
    _union("SELECT (SELECT query_to_xml('SELECT 1', true, true, ''))::text, " + f"'{DOEL}'"),
    _union(
        "SELECT n::text, '' FROM (WITH w AS (INSERT INTO casus_casus (id, kenmerk, samenstelling) "
        f"VALUES (gen_random_uuid(), '{DOEL}', 'individu') RETURNING 1) SELECT 1 n) x"
    ),
    _union(
        "SELECT x, '' FROM (SELECT 'x' x) y WHERE 1 = ALL (SELECT 1 / (kenmerk <> "
        f"'{DOEL}')::int FROM personen_persoon)"
    ),
)
_VORMEN = (
    "' OR '1'='1",
    "' OR 1=1 -- ",
    "' OR 1=1 /* ",
    "' OR true --\n",
    "'/**/OR/**/1=1/**/-- ",
    "' /*!50000 OR */ OR 1=1 -- ",
    "'\tOR\t1=1\t-- ",
    "'\u00a0OR\u00a01=1 -- ",
    "\u2019 OR 1=1 -- ",
    "\\' OR 1=1 -- ",
    "%27%20OR%201=1--",
    "' OR U&'\\0031' = '1' -- ",
    "' OR E'\\x31' = '1' -- ",
    "' OR $$1$$ = $$1$$ -- ",
    "' OR chr(49) = '1' -- ",
    "' OR convert_from(decode('31', 'hex'), 'UTF8') = '1' -- ",
    "' OR 1 IN (SELECT 1) -- ",
    "' OR NOT dicht -- ",
    "' OR dicht -- ",
    "' OR beperkt IS NOT NULL -- ",
    "') OR (1=1",
    "' HAVING 1=1 -- ",
    "' GROUP BY id -- ",
    "' ORDER BY 1 -- ",
    "' ORDER BY (SELECT 1 / 0) -- ",
    "' LIMIT ALL OFFSET 0 -- ",
    "' FETCH FIRST 99 ROWS ONLY -- ",
    "' INTERSECT SELECT id::text, kenmerk FROM casus_casus -- ",
    "' EXCEPT SELECT '1', '2' -- ",
    "' OR id IS NOT NULL FOR SHARE -- ",
    "{0.__class__}",
    "%s%s%s%s",
    "%(wie)s",
    "'" * 999,
    "A" * 100_000,
)


def ladingen() -> Iterator[Lading]:
    """Every payload."""
    yield from _tabellen()
    yield from _instellingen()
    for waar in ("casus", "journaal"):
        for opdracht in _GESTAPELD:
            yield Lading("gestapeld", waar, f"'; {opdracht}; {_ALLE} -- ")
    yield from (Lading("functie", "journaal", _union(f"SELECT {een}, ''")) for een in _FUNCTIES)
    yield from (Lading("vorm", "casus", tekst) for tekst in _VORMEN)
    yield from (Lading("zijkanaal", "casus", tekst) for tekst in _ZIJKANALEN)


def _tabellen() -> Iterator[Lading]:
    for tabel in _TABELLEN:
        yield Lading("tabel", "casus", _union(f"SELECT to_jsonb(t)::text, '' FROM {tabel} t"))
    for tabel in tuple(VAN_CASUS)[:8]:
        vraag = f"(SELECT string_agg(to_jsonb(t)::text, ',') FROM {tabel} t)"
        yield Lading("deelvraag", "aanmelding", _union(f"SELECT {vraag}, ''"))


def _instellingen() -> Iterator[Lading]:
    for naam, waarde in _INSTELLINGEN.items():
        for lokaal in ("true", "false"):
            zet = _union(f"SELECT set_config('{naam}', '{waarde}', {lokaal}), ''")
            yield Lading("instelling", "persoon", f"{zet[:-3]} UNION ALL {_ALLE} -- ")


SOORTEN: Mapping[str, str] = {
    "tabel": "UNION met elke tabel",
    "deelvraag": "een tabel in één cel",
    "instelling": "set_config en daarna alles",
    "gestapeld": "een tweede opdracht erachter",
    "functie": "functies die meer kunnen",
    "vorm": "vormen, commentaar en coderingen",
    "zijkanaal": "bestaat het, zonder het te lezen",
}
