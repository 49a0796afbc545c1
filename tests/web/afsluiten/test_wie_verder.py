# SPDX-License-Identifier: EUPL-1.2
"""Who goes on: what the list of handovers says of each, and what the decision to close asks."""

import re
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.utils.formats import date_format
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import CASUS, maak_klaar, sluitbank, vraag, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import verbonden_met
from vangnet.afsluiting.regels import TERUGGENOMEN
from vangnet.afsluiting.services import overdracht_beantwoorden, overdracht_vragen
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import vandaag

TAB = f"/zaken/{CASUS}/afsluiten/"
Ingelogd = Callable[[str], Client]


@pytest.fixture(scope="module")
def gedeeld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with sluitbank() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.fixture
def ingelogd(gedeeld: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Ingelogd]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield lambda naam: log_in(Client(), naam)
        transaction.set_rollback(True)


def _gevraagd(*antwoorden: tuple[str, str], aan: str | None = "bram") -> None:
    """A handover, with the answers to it: who, and what."""
    if aan:
        plek = Plek(id_van(aan), id_van("ggz"), RolSoort.DEELNEMER)
        with wie("amira"):
            uitnodigen(CASUS, plek)
        with wie(aan):
            rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van(aan))
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)
    with wie("amira"):
        wat = vraag(id_van(aan) if aan else None)
        overdracht: UUID = overdracht_vragen(CASUS, wat, door=id_van("amira"))
    for naam, antwoord in antwoorden:
        with wie(naam):
            overdracht_beantwoorden(overdracht, antwoord, reden="Er is een wachtlijst.")


def _regel(client: Client) -> str:
    """The line under the name of the receiver."""
    gevonden = re.search(r">([^<]*gevraagd op [^<]*)<", client.get(TAB).content.decode())
    assert gevonden is not None
    return gevonden[1]


@pytest.mark.parametrize(
    ("antwoorden", "einde"),
    [
        ([], "Bram Douma antwoordt"),
        ([("bram", "aanvaard")], "antwoord van Bram Douma op {}"),
        ([("bram", "geweigerd")], "antwoord van Bram Douma op {}"),
        ([("amira", "ingetrokken")], "ingetrokken op {}"),
        ([("bram", "aanvaard"), ("amira", TERUGGENOMEN)], "ingetrokken op {}"),
    ],
)
def test_een_overdracht_zegt_wie_antwoordt_en_wat_er_op_welke_dag_gebeurde(
    antwoorden: list[tuple[str, str]], einde: str, ingelogd: Ingelogd
) -> None:
    _gevraagd(*antwoorden)

    delen = _regel(ingelogd("amira")).split(" · ")

    assert delen[2:] == [einde.format(date_format(vandaag(), "j b Y"))]


@pytest.mark.parametrize("ja", [True, False])
def test_zei_iemand_ja_dan_is_wie_verdergaat_geen_vrije_keuze(ja: bool, ingelogd: Ingelogd) -> None:
    maak_klaar()
    if ja:
        _gevraagd(("amira", "aanvaard"), aan=None)

    tekst = ingelogd("amira").get(f"{TAB}voorstel").content.decode()
    vraagt = tekst.partition("Wie gaat verder?")[2].partition("</fieldset>")[0]

    assert ("(niet verplicht)" in vraagt) is not ja
    assert ("Niemand: er is geen overdracht" in vraagt) is not ja
    assert ("Trek de overdracht dan eerst in" in vraagt) is ja
