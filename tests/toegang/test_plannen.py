# SPDX-License-Identifier: EUPL-1.2
"""The plan of each key query: a partner reads what it shows, however many casussen there are."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from pytest_django import DjangoDbBlocker

from bench.register import GROTE_TABELLEN, ZAKEN, vul
from bench.vragen import ALLEEN_HUIS, VRAGEN, Vraag, vragen
from tests.databank import WORTEL, cluster, kloon, verbonden_met
from tests.toegang.proefbank import als_app, zitting
from vangnet.kern.databank.cluster import BEHEERDER

ALS = {"amira": "procesregisseur", "bram": "ketenpartner"}
# Lists of choices, a search in part of a text and an export look at much of what the house may see:
# a whole table is then no mistake.
KIJKT_OVERAL = {
    "keuzes van het filter",
    "uitvoer, eerste duizend",
    "zoeken op kenmerk",
}
FUNCTIES = ("vrager(", "heeft_een(", "is_huis(", "mijn_", "mag_cijfers(", "houdt_toezicht(")
Knoop = dict[str, Any]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(20_000, marks=pytest.mark.traag),
        pytest.param(ZAKEN, marks=pytest.mark.alles),
    ],
)
def groot(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[psycopg.Connection, dict[tuple[str, str], Vraag]]]:
    """The application on a large register, and what it asks there."""
    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as beheer:
        vul(beheer, request.param)
        with django_db_blocker.unblock(), verbonden_met(naam):
            alle = {(vraag.vrager, vraag.naam): vraag for vraag in vragen()}
        with als_app(naam) as app:
            yield app, alle


def _plannen(app: psycopg.Connection, vraag: Vraag) -> list[Knoop]:
    """The nodes of each plan, as they were carried out."""
    knopen: list[Knoop] = []
    with zitting(app, ALS[vraag.vrager]):
        for tekst, waarden in vraag.opdrachten:
            uitleg = f"EXPLAIN (ANALYZE, VERBOSE, BUFFERS, FORMAT JSON) {tekst}"
            (plan,) = app.execute(uitleg.encode(), waarden).fetchone() or ([],)
            knopen += _knopen(plan[0]["Plan"])
    return knopen


def _plan_van_functie(eigenaar: psycopg.Connection, vrager: str, bron: str) -> list[Knoop]:
    """The plan of what a function asks: of the function itself a plan shows one node."""
    opdracht = bron.split("RETURN QUERY ")[1].split(";\nEND")[0]
    with zitting(eigenaar, vrager, rol="eigenaar"):
        rij = eigenaar.execute(
            "SELECT quote_literal(toegang.vrager()) || '::uuid', toegang.is_huis()::text, "
            "quote_literal(casus.dag()) || '::date'"
        ).fetchone()
        for naam, waarde in zip(("v_wie", "v_huis", "v_dag"), rij or (), strict=True):
            opdracht = opdracht.replace(naam, str(waarde))
        uitleg = f"EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) {opdracht}"
        (plan,) = eigenaar.execute(uitleg.encode()).fetchone() or ([],)
    return list(_knopen(plan[0]["Plan"]))


def _knopen(knoop: Knoop) -> Iterator[Knoop]:
    yield knoop
    for onder in knoop.get("Plans", []):
        yield from _knopen(onder)


def _zelf(knoop: Knoop) -> str:
    """What an InitPlan says, but for the InitPlans in it: those stand in the plan by themselves."""
    return str(_zonder_initplan(knoop)) if _is_initplan(knoop) else ""


def _zonder_initplan(knoop: Knoop) -> Knoop:
    onder = [_zonder_initplan(een) for een in knoop.get("Plans", []) if not _is_initplan(een)]
    return {**knoop, "Plans": onder}


def _is_initplan(knoop: Knoop) -> bool:
    return bool(knoop.get("Subplan Name", "").startswith("InitPlan"))


def _gelezen(knopen: list[Knoop]) -> tuple[int, int]:
    """Rows of the large tables that were taken from them, and that were then thrown away."""
    scans = [een for een in knopen if een.get("Relation Name") in GROTE_TABELLEN]
    over = sum(een["Actual Rows"] * een["Actual Loops"] for een in scans)
    weg = sum(een.get("Rows Removed by Filter", 0) * een["Actual Loops"] for een in scans)
    return round(over), round(weg)


@pytest.mark.parametrize("naam", sorted(set(VRAGEN) - ALLEEN_HUIS))
def test_een_partner_leest_niet_meer_dan_zij_toont(
    naam: str, groot: tuple[psycopg.Connection, dict[tuple[str, str], Vraag]]
) -> None:
    """Of ten casussen: at most some rows of each in each of the tables that the page shows."""
    app, alle = groot
    knopen = _plannen(app, alle["bram", naam])
    heel = [een["Relation Name"] for een in knopen if een["Node Type"] == "Seq Scan"]

    assert [tabel for tabel in heel if tabel in GROTE_TABELLEN] == []
    over, weg = _gelezen(knopen)
    # Of each of the ten what the list shows beside it: people, regisseur, phase, next date.
    assert over <= 200
    assert weg <= 50


@pytest.mark.parametrize(("vrager", "meest"), [("ketenpartner", 0.005), ("procesregisseur", 0.15)])
def test_wie_niet_meer_meedoet_zoekt_het_huis_niet_in_alle_rollen(
    vrager: str, meest: float, groot: tuple[psycopg.Connection, dict[tuple[str, str], Vraag]]
) -> None:
    """A partner reads the rollen of the own casussen, the house those of who left: one in ten."""
    app, _ = groot
    bron = (WORTEL / "src/vangnet/casus/sql/buiten_werk.sql").read_text(encoding="utf-8")
    with cluster().verbind(BEHEERDER, app.info.dbname) as eigenaar:
        knopen = _plan_van_functie(eigenaar, vrager, bron)
        (rollen,) = eigenaar.execute("SELECT count(*) FROM casus_casusrol").fetchone() or (0,)

    heel = [een["Relation Name"] for een in knopen if een["Node Type"] == "Seq Scan"]
    assert [tabel for tabel in heel if tabel in GROTE_TABELLEN] == []
    over, weg = _gelezen(knopen)
    assert over + weg <= rollen * meest


@pytest.mark.parametrize("naam", sorted(set(VRAGEN) - KIJKT_OVERAL))
def test_het_huis_leest_geen_hele_tabel(
    naam: str, groot: tuple[psycopg.Connection, dict[tuple[str, str], Vraag]]
) -> None:
    app, alle = groot
    knopen = _plannen(app, alle["amira", naam])

    heel = [een.get("Relation Name") for een in knopen if een["Node Type"] == "Seq Scan"]
    assert [tabel for tabel in heel if tabel in GROTE_TABELLEN] == []


@pytest.mark.parametrize(
    ("wie", "naam"),
    [(wie, naam) for wie in ALS for naam in VRAGEN if wie == "amira" or naam not in ALLEEN_HUIS],
)
def test_elke_functie_van_een_beleid_loopt_een_keer(
    wie: str, naam: str, groot: tuple[psycopg.Connection, dict[tuple[str, str], Vraag]]
) -> None:
    """Never per row: what a policy asks stands in an InitPlan, which runs once at most."""
    app, alle = groot
    per_rij = []
    for een in _plannen(app, alle[wie, naam]):
        toetsen = str([een.get(deel) for deel in ("Filter", "Index Cond", "Recheck Cond")])
        if any(functie in toetsen for functie in FUNCTIES):
            per_rij.append(toetsen)
        # The largest of the rows of one casus is an InitPlan too, which asks no function itself.
        if een["Actual Loops"] > 1 and any(functie in _zelf(een) for functie in FUNCTIES):
            per_rij.append(een["Subplan Name"])

    assert per_rij == []


def test_wie_de_meesten_is_wordt_het_eerst_gevraagd(
    groot: tuple[psycopg.Connection, dict[tuple[str, str], Vraag]],
) -> None:
    """A policy for the few stands before `lezen` by its name, so it is asked after it."""
    app, _ = groot
    eerder = app.execute(
        "SELECT p.tablename, p.policyname FROM pg_policies p WHERE p.cmd = 'SELECT' "
        "AND current_user = ANY(p.roles) AND p.policyname > 'lezen' AND p.qual <> 'true' "
        "AND EXISTS (SELECT FROM pg_policies q WHERE q.tablename = p.tablename "
        "AND q.policyname = 'lezen')"
    ).fetchall()

    assert eerder == []


def test_het_huis_vraagt_niet_wat_alleen_een_ander_nodig_heeft(
    groot: tuple[psycopg.Connection, dict[tuple[str, str], Vraag]],
) -> None:
    app, alle = groot
    gevraagd = [
        een["Output"]
        for een in _plannen(app, alle["amira", "een zaak"])
        if een["Actual Loops"] and "mijn_opgeschaalde_casussen" in str(een.get("Output"))
    ]

    assert gevraagd == []
