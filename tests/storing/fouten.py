# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - faults are put together from the catalogue
"""Faults drawn from the database itself: each guard taken away, each right given too many."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import psycopg

from config import settings as instellingen
from tests.storing.ontleden import voorwaarden, zonder_arm, zwakker
from tests.toegang.catalogus import IS_WACHTER
from tests.toegang.proefbank import EIGEN_SCHEMAS

ROLLEN = {rol: str(getattr(instellingen.ROLLEN, rol)) for rol in ("app", "invoer", "cijfers")}
_NAAM = "CASE nspname WHEN 'public' THEN relname ELSE nspname || '.' || relname END"
_BELEID = f"""
    SELECT {_NAAM}, polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)
    FROM pg_policy JOIN pg_class c ON c.oid = polrelid JOIN pg_namespace n ON n.oid = relnamespace
    ORDER BY 1, 2
"""
_SLOTEN = f"""
    SELECT {_NAAM} FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE {EIGEN_SCHEMAS} AND relkind = 'r' AND relrowsecurity ORDER BY 1
"""
_RECHTEN = f"""
    SELECT {_NAAM}, recht, rol FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace,
         unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) recht,
         unnest(%s::text[]) rol
    WHERE {EIGEN_SCHEMAS} AND relkind = 'r' AND NOT has_table_privilege(rol, c.oid, recht)
    ORDER BY 1, 2, 3
"""
_KOLOMRECHTEN = f"""
    SELECT {_NAAM}, attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
    JOIN pg_namespace n ON n.oid = relnamespace
    WHERE {EIGEN_SCHEMAS} AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
      AND NOT has_column_privilege(%s, c.oid, attnum, 'UPDATE') ORDER BY 1, 2
"""
_FUNCTIES = f"""
    SELECT p.oid::regprocedure, prosecdef FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
    WHERE {EIGEN_SCHEMAS} AND prokind = 'f' AND NOT EXISTS
      (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1::text
"""
_TREKKERS = f"""
    SELECT {_NAAM}, tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
    JOIN pg_namespace n ON n.oid = relnamespace
    WHERE NOT tgisinternal
      AND ({IS_WACHTER} OR tgname LIKE 'pgtrigger%')
    ORDER BY 1, 2
"""


# The functions that only read are stable, or plain SQL that sees what its own statement wrote. They
# are in three groups. Those that a policy asks are tried by the referee of relations
# (test_relaties_bijten.py). Those that only acts and lists ask are tried by whole tests
# (test_daden_bijten.py, which takes long) or by probes (test_functies_bijten.py, in seconds).
VAN_ACTEN = (
    "eerdere_zijde",
    "gedaan_bij_inzage",
    "gevraagd_zonder_kant",
    "heeft_kanten",
    "houdt_regisseur",
    "is_aangewezen",
    "kenmerken_van_inzagen",
    "kenmerken_van_rollen",
    "mist_kant",
    "mist_kant_door",
    "net_gedaan",
    "net_geweigerd",
    "noodtoegang_op",
    "staat_erop",
    "te_benaderen",
)
VAN_PROEVEN = (
    "aan_te_spreken",
    "begeleidingen_gesloten",
    "eis_betrokkene",
    "eis_inhoud",
    "is_aan_te_spreken",
    "is_code",
    "komen_naar",
    "losse_afspraken",
    "notities",
    "partner_ziet",
    "rollen_buiten_werk",
    "staat_in",
    "toe_te_wijzen",
    "triagerij",
    "van_een_dag",
    "voor_management",
    "wachtende_opschalingen",
    "was_gevraagd",
    "werklast",
    "ziet_persoon",
)
Groep = Literal["beleid", "acten", "proeven"]
GROEP: dict[str, Groep] = {
    **dict.fromkeys(VAN_ACTEN, "acten"),
    **dict.fromkeys(VAN_PROEVEN, "proeven"),
}
# How the name of a policy to read begins; kern/migraties.py says why there are two.
LEEST = ("lezen", "daarna_")
_STABIELE_FUNCTIES = """
    SELECT p.oid::regprocedure::text, proname, pg_get_functiondef(p.oid), prosrc FROM pg_proc p
    JOIN pg_namespace n ON n.oid = pronamespace
    JOIN pg_language l ON l.oid = prolang
    WHERE nspname IN ('beeld', 'casus', 'delen', 'overleg', 'toegang', 'voortgang')
      AND (prosecdef OR proretset) AND prokind = 'f' AND (provolatile = 's' OR lanname = 'sql')
      AND proname NOT IN ('gelezen_vrager', 'afdrukken')
    ORDER BY 1
"""


class Fout(NamedTuple):
    """One planted fault: the table that it touches, the statement, and what is left out by it."""

    tabel: str
    opdracht: str
    naam: str = ""


def beleidsfouten(beheer: psycopg.Connection) -> Iterator[Fout]:
    """Each policy to write gone or wide open, each table without row-level security."""
    for tabel, naam, ziet, schrijft in beheer.execute(_BELEID.encode()).fetchall():
        if naam.startswith(LEEST):
            continue  # armfouten
        # A policy that lets nobody through, or everybody, is the same without or wide open.
        if "false" not in (ziet, schrijft):
            yield Fout(tabel, f"DROP POLICY {naam} ON {tabel}")
        if "true" not in (ziet, schrijft):
            open_ = (" USING (true)" if ziet else "") + (" WITH CHECK (true)" if schrijft else "")
            yield Fout(tabel, f"ALTER POLICY {naam} ON {tabel}{open_}")
    for (tabel,) in beheer.execute(_SLOTEN.encode()).fetchall():
        yield Fout(tabel, f"ALTER TABLE {tabel} DISABLE ROW LEVEL SECURITY")


def rechtfouten(beheer: psycopg.Connection) -> Iterator[Fout]:
    """Each verb on each table that a role doesn't have, given to it."""
    rijen = beheer.execute(_RECHTEN.encode(), [list(ROLLEN.values())]).fetchall()
    for tabel, recht, rol in rijen:
        yield Fout(tabel, f"GRANT {recht} ON {tabel} TO {rol}")


def overige_fouten(beheer: psycopg.Connection) -> Iterator[Fout]:
    """What no verb on a table shows: columns, functions, triggers."""
    app = ROLLEN["app"]
    for tabel, kolom in beheer.execute(_KOLOMRECHTEN.encode(), [app]).fetchall():
        yield Fout(tabel, f'GRANT UPDATE ("{kolom}") ON {tabel} TO {app}')
    for functie, is_definer in beheer.execute(_FUNCTIES.encode()).fetchall():
        yield Fout("", f"GRANT EXECUTE ON FUNCTION {functie} TO PUBLIC")
        anders = "INVOKER" if is_definer else "DEFINER"
        yield Fout("", f"ALTER FUNCTION {functie} SECURITY {anders}")
    for tabel, trekker in beheer.execute(_TREKKERS.replace("%'", "%%'").encode(), []).fetchall():
        yield Fout(tabel, f"DROP TRIGGER {trekker} ON {tabel}")
        yield Fout(tabel, f"ALTER TABLE {tabel} DISABLE TRIGGER {trekker}")


def armfouten(beheer: psycopg.Connection) -> Iterator[Fout]:
    """Each policy to read gone or wide open, each arm of it gone, each condition of an arm gone."""
    for tabel, naam, ziet, _ in beheer.execute(_BELEID.encode()).fetchall():
        if ziet in {None, "false", "true"} or not naam.startswith(LEEST):
            continue
        beleid = f"{naam} van {tabel}"
        yield Fout(tabel, f"DROP POLICY {naam} ON {tabel}", f"{beleid} weg")
        anders = [("open", "true")]
        anders += [(f"zonder {arm}", over) for arm, over in zonder_arm(ziet)]
        anders += [(f"zonder {deel}", over) for deel, over in zwakker(ziet)]
        for wat, over in anders:
            opdracht = f"ALTER POLICY {naam} ON {tabel} USING ({over})"
            yield Fout(tabel, opdracht, f"{beleid} {wat}")


class Voorwaarde(NamedTuple):
    """One condition behind WHERE in a function: its words, and the function with and without it."""

    functie: str
    tekst: str
    met: str
    zonder: str


def voorwaarden_van(beheer: psycopg.Connection, groep: Groep) -> Iterator[Voorwaarde]:
    """Each condition of the functions of one group.

    Not of the signed asker: tests/toegang/test_vrager_aangevallen.py.
    """
    for functie, naam, definitie, lichaam in beheer.execute(_STABIELE_FUNCTIES.encode()).fetchall():
        if GROEP.get(naam, "beleid") != groep:
            continue
        for van, tot in voorwaarden(lichaam):
            weg = " ".join(lichaam[van:tot].split())
            zonder = definitie.replace(lichaam, f"{lichaam[:van]} true {lichaam[tot:]}")
            yield Voorwaarde(functie, f"{naam}: {weg}", definitie, zonder)


def stabiele_functies(beheer: psycopg.Connection) -> set[str]:
    """The names of the functions of all groups."""
    return {str(rij[1]) for rij in beheer.execute(_STABIELE_FUNCTIES.encode()).fetchall()}


def voorwaardefouten(beheer: psycopg.Connection, groep: Groep) -> Iterator[Fout]:
    """Each condition behind WHERE in a function of one group, left out."""
    for een in voorwaarden_van(beheer, groep):
        yield Fout("", een.zonder, een.tekst)
