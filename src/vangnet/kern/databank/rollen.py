# SPDX-License-Identifier: EUPL-1.2
"""The roles of the database, and the SQL that an administrator runs once for them.

The embedded launcher runs the same text, so what is tested here is what a server gets.
Sources: toegang.md section 1; docs/adr/0002.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vangnet.kern.fouten import OmgevingFout

UITBREIDINGEN = ("btree_gist", "pg_trgm", "unaccent")

# Catalogue functions that any role may call by default and that the application never needs: they
# reach other sessions, keep objects outside row-level security, or run SQL given as text.
# pg_notify stays: the job queue's triggers call it as the application role.
_INGETROKKEN = """
    select format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', p.oid::regprocedure)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'pg_catalog' and (
        p.proname like 'lo\\_%'
        or p.proname in ('lowrite', 'loread', 'ts_stat', 'pg_terminate_backend',
            'pg_cancel_backend')
        or p.proname ~ '^(query|table|schema|database|cursor)_to_xml'
        or p.proname ~ '^pg_(try_)?advisory_lock(_shared)?$'
        or p.oid = 'ts_rewrite(tsquery, text)'::regprocedure
    )
"""


@dataclass(frozen=True)
class Rolnamen:
    """Names of the roles of one house; the prefix keeps houses on one server apart."""

    voorvoegsel: str = "vangnet"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,30}", self.voorvoegsel):
            raise OmgevingFout(
                "VANGNET_ROLLEN mag alleen kleine letters, cijfers en _ bevatten, en begint met "
                "een letter."
            )

    @property
    def eigenaar(self) -> str:
        """Owns everything: migrations and restore only; never a superuser, never BYPASSRLS."""
        return f"{self.voorvoegsel}_eigenaar"

    @property
    def app(self) -> str:
        """Web, worker and command line; owns nothing."""
        return f"{self.voorvoegsel}_app"

    @property
    def cijfers(self) -> str:
        """Reads facts without names; entered by SET LOCAL ROLE."""
        return f"{self.voorvoegsel}_cijfers"

    @property
    def invoer(self) -> str:
        """Staging of an import and the writes that come from it; entered by SET LOCAL ROLE."""
        return f"{self.voorvoegsel}_invoer"

    @property
    def zegel(self) -> str:
        """Seals the journaal."""
        return f"{self.voorvoegsel}_zegel"

    @property
    def backup(self) -> str:
        """Reads everything for a back-up; BYPASSRLS, so never used by web or worker."""
        return f"{self.voorvoegsel}_backup"

    def alle(self) -> tuple[str, ...]:
        """Every role, in the order in which they are made."""
        return (self.eigenaar, self.app, self.cijfers, self.invoer, self.zegel, self.backup)


def rollen_sql(rollen: Rolnamen) -> list[str]:
    """Statements that make the roles of a server; each may be run again."""
    kenmerken = {
        rollen.eigenaar: "LOGIN",
        rollen.app: "LOGIN NOINHERIT",
        rollen.cijfers: "NOLOGIN",
        rollen.invoer: "NOLOGIN",
        rollen.zegel: "LOGIN",
        rollen.backup: "LOGIN BYPASSRLS",
    }
    regels = [
        f"DO $$ BEGIN CREATE ROLE {rol}; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
        for rol in rollen.alle()
    ]
    regels += [
        f"ALTER ROLE {rol} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION {kenmerk}"
        for rol, kenmerk in kenmerken.items()
    ]
    regels += [f"GRANT {rollen.cijfers}, {rollen.invoer} TO {rollen.app}"]
    # Activity tracking would show one backend's statements to every other backend of the same role.
    regels += [f"ALTER ROLE {rollen.app} SET track_activities = off"]
    return regels


def databank_sql(rollen: Rolnamen, databank: str) -> list[str]:
    """Statements for one database, run in it by a superuser.

    They have to be run again after every CREATE DATABASE … TEMPLATE and after a restore: PostgreSQL
    does not copy the grants of a database.
    """
    naam = f'"{databank}"'
    return [
        f"ALTER DATABASE {naam} OWNER TO {rollen.eigenaar}",
        f"REVOKE ALL ON DATABASE {naam} FROM PUBLIC",
        f"REVOKE ALL ON DATABASE {naam} FROM {rollen.app}",
        f"GRANT CONNECT ON DATABASE {naam} TO {rollen.app}, {rollen.zegel}, {rollen.backup}",
        f"GRANT CONNECT, CREATE, TEMPORARY ON DATABASE {naam} TO {rollen.eigenaar}",
        f"ALTER SCHEMA public OWNER TO {rollen.eigenaar}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {', '.join(rollen.alle()[1:])}",
        "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC",
        f"GRANT USAGE ON LANGUAGE plpgsql TO {rollen.eigenaar}",
        *[f"CREATE EXTENSION IF NOT EXISTS {naam} SCHEMA public" for naam in UITBREIDINGEN],
        _uitvoeren_van(_INGETROKKEN),
        *_standaardrechten(rollen),
        # One migration at a time: the owner alone may take a lock that outlives a transaction.
        f"GRANT EXECUTE ON FUNCTION pg_advisory_lock(bigint) TO {rollen.eigenaar}",
    ]


def _standaardrechten(rollen: Rolnamen) -> list[str]:
    """What holds for everything that the owner makes later: nothing, but for the back-up."""
    standaard = f"ALTER DEFAULT PRIVILEGES FOR ROLE {rollen.eigenaar}"
    return [
        f"{standaard} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        f"{standaard} GRANT SELECT ON TABLES TO {rollen.backup}",
        f"{standaard} GRANT SELECT ON SEQUENCES TO {rollen.backup}",
        f"{standaard} GRANT USAGE ON SCHEMAS TO {rollen.backup}",
    ]


def zonder_standaardrechten_sql(rollen: Rolnamen) -> list[str]:
    """The opposite of those defaults, run by the owner: a back-up brings each right itself."""
    standaard = f"ALTER DEFAULT PRIVILEGES FOR ROLE {rollen.eigenaar}"
    return [
        f"{standaard} GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
        f"{standaard} REVOKE ALL ON TABLES FROM {rollen.backup}",
        f"{standaard} REVOKE ALL ON SEQUENCES FROM {rollen.backup}",
        f"{standaard} REVOKE ALL ON SCHEMAS FROM {rollen.backup}",
    ]


def _uitvoeren_van(vraag: str) -> str:
    """One statement that runs each row of `vraag` as a statement."""
    return f"DO $$ DECLARE s text; BEGIN FOR s IN {vraag} LOOP EXECUTE s; END LOOP; END $$"


def als_script(rollen: Rolnamen, databank: str) -> str:
    """The whole as a psql script for `bin/vangnet rollen`."""
    return "\n".join(_met_puntkomma(rollen_sql(rollen), databank, databank_sql(rollen, databank)))


def _met_puntkomma(rollen: Iterable[str], databank: str, daarin: Iterable[str]) -> Iterable[str]:
    yield from (f"{regel};" for regel in rollen)
    yield f'\\connect "{databank}"'
    yield from (f"{regel};" for regel in daarin)
