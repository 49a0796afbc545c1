# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the referee puts its queries together from its own words
"""A clone in which every table has rows and no constraint, so that each verb can be tried on it.

The referee is about who may; constraints, foreign keys and unique indexes have tests elsewhere.
"""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import psycopg
from psycopg import sql

from config import settings as instellingen
from tests.bezetting import MENSEN, id_van
from tests.databank import cluster, kloon, maak_sjabloon, sjabloon, voer_uit
from tests.toegang import relaties
from tests.toegang.blad import VRAGERS
from vangnet.kern.databank.cluster import BEHEERDER

EIGEN_SCHEMAS = "nspname !~ '^(pg_|information_schema)'"
_TABELLEN = f"""
    SELECT CASE nspname WHEN 'public' THEN relname ELSE nspname || '.' || relname END, relkind
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE {EIGEN_SCHEMAS} AND relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1
"""
# Foreign keys first: what they point at can't go before them.
_BEPERKINGEN = f"""
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname)
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
    WHERE {EIGEN_SCHEMAS} AND conrelid <> 0 AND contype IN ('f', 'c', 'p', 'u', 'x')
    ORDER BY contype <> 'f'
"""
_INDEXEN = f"""
    SELECT format('DROP INDEX %s', indexrelid::regclass)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {EIGEN_SCHEMAS} AND indisunique
"""
_VERPLICHT = f"""
    SELECT format('ALTER TABLE %s %s', attrelid::regclass,
                  string_agg(format('ALTER %I DROP NOT NULL', attname), ', '))
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE {EIGEN_SCHEMAS} AND relkind = 'r' AND attnum > 0 AND attnotnull
      AND attidentity = '' AND NOT attisdropped GROUP BY attrelid
"""
_KOLOMMEN = """
    SELECT attname FROM pg_attribute
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = ''
      AND attgenerated = '' ORDER BY attname <> 'id' DESC, attnum
"""


# Rows as somebody may add them, of tables in which the cast has only what came of it.
_OM_TOE_TE_VOEGEN = """
    INSERT INTO casus_casusrol (id, casus_id, organisatie_id, rol, dicht)
    SELECT gen_random_uuid(), casus_id, organisatie_id, 'deelnemer', false
      FROM beeld_informatievraag;
    WITH nieuw AS (
        INSERT INTO documenten_documentversie (id, document, dossier, door_id, scan, nummer)
        SELECT gen_random_uuid(), document, dossier, door_id, 'wacht', 1
          FROM documenten_documentversie RETURNING id)
    INSERT INTO documenten_documentdeel (id, van_id) SELECT gen_random_uuid(), id FROM nieuw;
"""


# The looks of the relations last an hour, and a template may be older, also by days: those that run
# began all at once, when it was made.
LOOPT_NU = """
    ALTER TABLE toegang_inzage DISABLE TRIGGER staat_vast;
    UPDATE toegang_inzage SET vanaf = now(), tot = now() + interval '50 minutes'
     WHERE vanaf = (SELECT mode() WITHIN GROUP (ORDER BY vanaf) FROM toegang_inzage);
    ALTER TABLE toegang_inzage ENABLE ALWAYS TRIGGER staat_vast;
"""


class Proefbank(NamedTuple):
    """The clone: its name, a superuser's connection, and its tables (True: a view)."""

    naam: str
    beheer: psycopg.Connection
    tabellen: dict[str, bool]


def lijst(verbinding: psycopg.Connection, vraag: str, *waarden: object) -> list[str]:
    """The first column of a query."""
    return [str(rij[0]) for rij in verbinding.execute(vraag.encode(), waarden or None).fetchall()]


def kolommen(verbinding: psycopg.Connection, tabel: str) -> list[str]:
    """The columns of a table that can be written, the key last."""
    return lijst(verbinding, _KOLOMMEN, tabel)


def naam(tabel: str) -> sql.Identifier:
    """A table name of the CSV as SQL."""
    return sql.Identifier(*tabel.split("."))


def relatiesjabloon() -> str:
    """The template with a casus for each relation; made anew when that file changes."""
    basis = sjabloon()
    stand = hashlib.sha256(Path(relaties.__file__).read_bytes()).hexdigest()[:8]
    return maak_sjabloon(f"{basis}_{stand}", _vul_relaties, van=basis)


def _vul_relaties(databank: str) -> None:
    voer_uit("tests.toegang.relaties", databank=databank, eigenaar=True)


@contextmanager
def als_app(databank: str) -> Iterator[psycopg.Connection]:
    """A connection as the application has it, outside Django."""
    with cluster().verbind(instellingen.ROLLEN.app, databank) as verbinding:
        verbinding.prepare_threshold = 0
        yield verbinding


@contextmanager
def proefbank() -> Iterator[Proefbank]:
    """A clone, ready for the referee."""
    with kloon() as databank, cluster().verbind(BEHEERDER, databank) as beheer:
        rijen = beheer.execute(_TABELLEN).fetchall()
        tabellen = {str(tabel): soort in {"v", "m"} for tabel, soort in rijen}
        beheer.execute("SET session_replication_role = replica")
        for vraag in (_BEPERKINGEN, _INDEXEN, _VERPLICHT):
            for opdracht in lijst(beheer, vraag):
                beheer.execute(opdracht.encode())
        for tabel in (tabel for tabel, is_beeld in tabellen.items() if not is_beeld):
            _vul(beheer, tabel)
            if tabel.startswith("procrastinate_"):
                # The library's triggers can't do with a row that misses columns.
                beheer.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(naam(tabel)))
        beheer.execute(_OM_TOE_TE_VOEGEN)
        beheer.execute("RESET session_replication_role")
        beheer.execute("ANALYZE")
        yield Proefbank(databank, beheer, tabellen)


def _vul(beheer: psycopg.Connection, tabel: str) -> None:
    """At least one row; where rows belong to an account, the n-th person of the cast has n + 1.

    So nobody's own rows are as many as somebody else's.
    """
    if "gebruiker" in kolommen(beheer, tabel):
        voeg_toe = sql.SQL(
            "INSERT INTO {} (id, gebruiker) "
            "SELECT gen_random_uuid(), %s FROM generate_series(0, %s)"
        )
        for nummer, mens in enumerate(MENSEN):
            beheer.execute(voeg_toe.format(naam(tabel)), [id_van(mens), nummer])
    elif tabel == "journaal_onderwerp":
        # Rows of the journaal are told apart by the act that they belong to.
        beheer.execute(
            "INSERT INTO journaal_onderwerp (handeling_id) SELECT id FROM journaal_handeling"
        )
    elif beheer.execute(sql.SQL("SELECT 1 FROM {} LIMIT 1").format(naam(tabel))).fetchone() is None:
        beheer.execute(sql.SQL("INSERT INTO {} DEFAULT VALUES").format(naam(tabel)))


def token(soort: str, gebruiker: UUID, *, proces: int, moment: int) -> str:
    """A token made without the application's code, from the page on access."""
    nummer = max(instellingen.SLEUTELS.sleutels["vrager"])
    sleutel = instellingen.SLEUTELS.sleutels["vrager"][nummer]
    boodschap = f"{nummer}.{soort}.{gebruiker}.{proces}.{moment}"
    return f"{boodschap}.{hmac.new(sleutel, boodschap.encode(), hashlib.sha256).hexdigest()}"


@contextmanager
def zitting(
    verbinding: psycopg.Connection, vrager: str, *, rol: str = "app", terug: bool = True
) -> Iterator[psycopg.Connection]:
    """A transaction of one asker under one role; terug: rolled back at its end."""
    with verbinding.transaction(force_rollback=terug):
        vraag = "SELECT pg_backend_pid(), (extract(epoch FROM now()) * 1000)::bigint"
        rij = verbinding.execute(vraag).fetchone()
        assert rij is not None
        wie = VRAGERS[vrager]
        tekst = token(wie.soort, id_van(wie.naam), proces=rij[0], moment=rij[1]) if wie else ""
        verbinding.execute(
            "SELECT set_config('toegang.vrager', %s, true), "
            "set_config('search_path', 'public', true)",
            [tekst],
        )
        rolnaam = str(getattr(instellingen.ROLLEN, rol))
        verbinding.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(rolnaam)))
        yield verbinding
