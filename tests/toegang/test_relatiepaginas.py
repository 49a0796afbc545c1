# SPDX-License-Identifier: EUPL-1.2
"""The full product: every relation × every page of a casus, a person or an item × GET and POST."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import NamedTuple

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker, Settings

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import verbonden_met
from tests.toegang.adressen import MENSEN, Paginaregel, paginaregels
from tests.toegang.blad import regels
from tests.toegang.kanaries import verboden, woorden
from tests.toegang.relaties import BIJDRAGEN, DOCUMENTEN
from tests.toegang.relatiewerk import VRAGEN
from tests.toegang.test_relaties import REGELS, Relatieregel, relatiebank
from tests.uitslagen import noteer_cellen

pytestmark = pytest.mark.alles
__all__ = ["relatiebank"]
NIET_DAAR = "404"
# A file for one's own calendar: when a meeting is, and nothing of a casus.
ZONDER_RIJ = {"overleg:uitnodiging"}
# What a page is about, by the names of its arguments: the items of a casus to try.
DINGEN = {
    "persoon_id": ("hoofd", "zus"),
    "bijdrage_id": tuple(BIJDRAGEN),
    "document_id": DOCUMENTEN,
    "rol_id": ("eigen",),
    "betrokkenheid_id": ("hoofd", "zus"),
    "aan_id": ("hoofd", "zus"),
    "relatie_id": ("relatie",),
    "afspraak_id": ("ggz", "politie"),
    "versie_id": ("plan",),
    "doel_id": ("doel",),
    "vraag_id": tuple(VRAGEN),
    "opschaling_id": ("vraag",),
    "risico_id": ("veiligheid",),
    "overleg_id": ("overleg",),
    "punt_id": ("punt",),
    "genodigde_id": ("gast",),
    "overdracht_id": ("bram", "huis"),
    "contact_id": ("contact",),
}
# Roles that somebody has in the bank of relations beside that of the cast.
OOK = {"chantal": "trajectbegeleider", "corrie": "aangesprokene", "koos": "coordinator"}


class Cel(NamedTuple):
    """One page with one verb, for an item of the casus of a relation."""

    pagina: Paginaregel
    ding: str
    inhoud: dict[str, str]
    mag: str
    wie: frozenset[str]

    def verwacht(self, relatie: Relatieregel) -> str:
        """The status by the two tables."""
        if self.pagina.mag == "405":
            rollen = {naam for naam, mens in MENSEN.items() if mens == relatie.vrager}
            rollen |= {OOK[relatie.vrager]} if relatie.vrager in OOK else set()
            return "405" if rollen & self.pagina.wie else NIET_DAAR
        return self.mag if relatie.relatie in self.wie else NIET_DAAR

    def adres(self, relatie: Relatieregel) -> str:
        """The address for the casus of `relatie`."""
        dingen = {
            "casus_id": relatie.casus_id,
            "persoon_id": id_van(f"{self.ding}-{relatie.casus}"),
            "bijdrage_id": id_van(f"bijdrage-{relatie.casus}-{self.ding}"),
            "document_id": id_van(f"bijdrage-{relatie.casus}-{self.ding}"),
            "bestand_id": id_van(f"documentversie-{relatie.casus}-{self.ding}"),
            "rol_id": id_van(f"rol-{relatie.casus}"),
            "betrokkenheid_id": id_van(f"betrokkenheid-{id_van(f'{self.ding}-{relatie.casus}')}"),
            "aan_id": id_van(f"betrokkenheid-{id_van(f'{self.ding}-{relatie.casus}')}"),
            "soort": "betrokkene",
            "relatie_id": id_van(f"relatie-{relatie.casus_id}"),
            "versie_id": id_van(f"planversie-{relatie.casus}"),
            "doel_id": id_van(f"doel-{relatie.casus}"),
            "vraag_id": id_van(f"vraag-{relatie.casus}-{self.ding}"),
            "opschaling_id": id_van(f"opschaling-{relatie.casus}"),
            "risico_id": id_van(f"veiligheid-{relatie.casus}"),
            "overleg_id": id_van(f"overleg-{relatie.casus}"),
            "punt_id": id_van(f"punt-{relatie.casus}"),
            "contact_id": id_van(f"contact-{relatie.casus}"),
            "genodigde_id": id_van(f"gast-{relatie.casus}"),
            "afspraak_id": id_van(f"afspraak-{relatie.casus}-{self.ding}"),
            "overdracht_id": id_van(f"overdracht-{relatie.casus}-{self.ding}"),
        }
        return reverse(
            self.pagina.naam, kwargs={naam: dingen[naam] for naam in _argumenten(self.pagina)}
        )


def _argumenten(pagina: Paginaregel) -> list[str]:
    return [deel.split("=")[0] for deel in pagina.argumenten.split()]


def _van_een_casus(pagina: Paginaregel) -> bool:
    """Whether its arguments name a casus or something of one; a rol of an account doesn't."""
    namen = set(_argumenten(pagina))
    return (
        bool(namen)
        and namen <= {"casus_id", "bestand_id", "soort", *DINGEN}
        and not pagina.naam.startswith("beheer:")
    )


def _relaties(tekst: str) -> frozenset[str]:
    ziet = {regel.relatie for regel in REGELS if regel.pagina == 200}
    woorden_ = tekst.split()
    gekozen = ziet if "ziet" in woorden_ else set()
    gekozen |= {woord for woord in woorden_ if woord != "ziet" and not woord.startswith("-")}
    return frozenset(gekozen - {woord[1:] for woord in woorden_ if woord.startswith("-")})


def cellen() -> list[Cel]:
    """Every page and verb with every item; what has a line in relatiepaginas.csv with who may."""
    op_het_blad = {
        (regel["naam"], regel["methode"], regel["ding"]): regel
        for regel in regels("relatiepaginas.csv")
    }
    paginas = {(een.naam, een.methode): een for een in paginaregels() if _van_een_casus(een)}
    return [
        _cel(pagina, ding, op_het_blad.get((naam, methode, ding), {}))
        for (naam, methode), pagina in paginas.items()
        for ding in _dingen(pagina)
    ]


def _dingen(pagina: Paginaregel) -> tuple[str, ...]:
    return next((DINGEN[naam] for naam in _argumenten(pagina) if naam in DINGEN), ("",))


def _cel(pagina: Paginaregel, ding: str, regel: dict[str, str]) -> Cel:
    paren = [deel.split("=", 1) for deel in regel.get("inhoud", "").split("|") if deel]
    return Cel(
        pagina,
        ding,
        dict(paren) or {"onbekend": "veld"},
        regel.get("mag", NIET_DAAR),
        _relaties(regel.get("wie", "")),
    )


CELLEN = cellen()


@pytest.fixture
def in_de_bank(
    relatiebank: str, settings: Settings, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """The bank of relations under Django; what happens in it is rolled back."""
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}
    with django_db_blocker.unblock(), verbonden_met(relatiebank), transaction.atomic():
        yield relatiebank
        transaction.set_rollback(True)


def _vraag(client: Client, cel: Cel, relatie: Relatieregel) -> HttpResponse:
    """One request; whatever it did is undone."""
    plek = transaction.savepoint()
    adres = cel.adres(relatie)
    antwoord = client.post(adres, cel.inhoud) if cel.pagina.methode == "POST" else client.get(adres)
    transaction.savepoint_rollback(plek)
    assert isinstance(antwoord, HttpResponse)
    return antwoord


def _onderwerpen() -> int:
    """Subjects that were written in this transaction, also those that were undone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_get_xact_tuples_inserted('journaal_onderwerp'::regclass)")
        return int(cursor.fetchone()[0])


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("vrager", sorted({regel.vrager for regel in REGELS}))
def test_elke_bladzijde_antwoordt_bij_elke_relatie_wat_de_tabellen_zeggen(
    vrager: str, in_de_bank: str
) -> None:
    naam = next(naam for naam, mens in MENSEN.items() if mens == vrager)
    geheim = verboden(in_de_bank, naam)
    client = log_in(Client(raise_request_exception=False), vrager)
    aantal = 0
    lekken: list[str] = []
    weigeringen: list[str] = []
    stil: set[str] = set()
    for relatie in [regel for regel in REGELS if regel.vrager == vrager]:
        for cel in CELLEN:
            aantal += 1
            eerder = _onderwerpen()
            antwoord = _vraag(client, cel, relatie)
            if antwoord.status_code == HTTPStatus.OK and _onderwerpen() == eerder:
                stil.add(cel.pagina.naam)
            wat = f"{relatie.relatie}: {cel.pagina.naam} {cel.pagina.methode} {cel.ding}"
            verwacht, kreeg = cel.verwacht(relatie), str(antwoord.status_code)
            if verwacht != kreeg:
                lijst = lekken if verwacht == NIET_DAAR else weigeringen
                lijst.append(f"{wat}: verwacht {verwacht}, kreeg {kreeg}")
            alles = antwoord.content.decode(errors="replace") + str(antwoord.headers)
            if gelekt := (woorden(alles) & geheim) - woorden(cel.adres(relatie)):
                lekken.append(f"{wat}: {sorted(gelekt)[:3]}")

    noteer_cellen("relatie × bladzijde × methode", aantal, lekken=lekken, weigeringen=weigeringen)
    assert lekken == []
    assert weigeringen == []
    assert stil <= ZONDER_RIJ


def test_elke_regel_hoort_bij_een_cel() -> None:
    """A line for a page, item or relation that isn't there would say nothing."""
    in_het_product = {(cel.pagina.naam, cel.pagina.methode, cel.ding) for cel in CELLEN}
    blad = regels("relatiepaginas.csv")
    relaties = {regel.relatie for regel in REGELS}

    assert [r for r in blad if (r["naam"], r["methode"], r["ding"]) not in in_het_product] == []
    assert {naam for cel in CELLEN for naam in cel.wie} <= relaties
    assert len(CELLEN) > 60
