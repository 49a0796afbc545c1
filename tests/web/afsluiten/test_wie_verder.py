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

from tests.afsluiting.bank import CASUS, beslissing, maak_klaar, sluitbank, sluiting, vraag, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import verbonden_met
from tests.web.afsluiten.test_afsluiten import VOORSTEL
from vangnet.afsluiting.regels import TERUGGENOMEN
from vangnet.afsluiting.services import (
    casus_heropenen,
    overdracht_beantwoorden,
    overdracht_vragen,
    sluiten_controleren,
    sluiten_voorstellen,
)
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen, uitnodiging_beantwoorden
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


def _gevraagd(*antwoorden: tuple[str, str], aan: str | None = "bram") -> UUID:
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
    return overdracht


def _in_voorstel() -> tuple[str, UUID]:
    """The address of a handover that a proposal names, and that proposal."""
    maak_klaar()
    overdracht = _gevraagd(("amira", "aanvaard"), aan=None)
    with wie("amira"):
        besluit = sluiten_voorstellen(CASUS, sluiting(overdracht=overdracht))
    return f"/zaken/{CASUS}/overdrachten/{overdracht}", besluit


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


def test_wat_in_een_voorstel_staat_heeft_geen_knop_en_zegt_wat_eerst_moet(
    ingelogd: Ingelogd,
) -> None:
    adres, _besluit = _in_voorstel()
    ziet = {naam: ingelogd(naam).get(TAB).content.decode() for naam in ("amira", "oda", "joris")}

    for naam, knop in (("amira", "Voorstel terugnemen"), ("oda", "Voorstel nakijken")):
        daarna = ziet[naam].partition("Dan moet het voorstel eerst terug.")[2].partition("</p>")[0]
        assert f"{TAB}controle" in daarna
        assert knop in daarna
    assert "Dan moet het voorstel eerst terug.</p>" in ziet["joris"]
    assert not any(adres in tekst for tekst in ziet.values())


def test_na_het_terugnemen_staat_de_knop_er_weer(ingelogd: Ingelogd) -> None:
    adres, besluit = _in_voorstel()
    with wie("amira"):
        sluiten_controleren(besluit, akkoord=False, reden="Toch niet.")

    tab = ingelogd("amira").get(TAB).content.decode()

    assert adres in tab
    assert "Dan moet het voorstel eerst terug." not in tab


def test_waarop_een_zaak_is_gesloten_heeft_na_heropenen_geen_knop(ingelogd: Ingelogd) -> None:
    adres, besluit = _in_voorstel()
    with wie("oda"):
        sluiten_controleren(besluit, akkoord=True)
    with wie("amira"):
        casus_heropenen("ZVH-2022-0001", beslissing(genomen_op=vandaag()))

    tab = ingelogd("amira").get(TAB).content.decode()

    assert adres not in tab
    assert "De zaak is eerder op deze overdracht gesloten." in tab


def test_wat_na_heropenen_weer_in_een_voorstel_staat_leest_ook_wie_intrekt_als_voorstel(
    ingelogd: Ingelogd,
) -> None:
    adres, besluit = _in_voorstel()
    with wie("oda"):
        sluiten_controleren(besluit, akkoord=True)
    with wie("amira"):
        casus_heropenen("ZVH-2022-0001", beslissing(genomen_op=vandaag()))
    with wie("amira"):
        weer = sluiting(overdracht=UUID(adres.rpartition("/")[2]))
        sluiten_voorstellen(CASUS, weer)
    amira = ingelogd("amira")

    tab = amira.get(TAB).content.decode()
    verstuurd = amira.post(adres, {"antwoord": TERUGGENOMEN, "reden": "Kanarie-reden"})

    for tekst in (tab, verstuurd.content.decode()):
        assert "Dan moet het voorstel eerst terug." in tekst
        assert "eerder op deze overdracht gesloten" not in tekst


def test_wie_toch_intrekt_wat_in_het_voorstel_staat_was_niemand_te_laat(
    ingelogd: Ingelogd,
) -> None:
    adres, _besluit = _in_voorstel()
    amira = ingelogd("amira")

    bekeken = amira.get(adres, follow=True).content.decode()
    verstuurd = amira.post(adres, {"antwoord": TERUGGENOMEN, "reden": "Kanarie-reden"})
    tekst = verstuurd.content.decode()

    assert "Dan moet het voorstel eerst terug." in bekeken
    assert verstuurd.status_code == 422
    assert "Iemand was je voor" not in tekst
    assert "Dan moet het voorstel eerst terug." in tekst
    assert "Kanarie-reden</textarea>" in tekst
    assert "Bewaard als concept" in tekst


def test_wat_je_daar_typte_lees_je_terug_zolang_de_overdracht_in_het_voorstel_staat(
    ingelogd: Ingelogd,
) -> None:
    adres, _besluit = _in_voorstel()
    amira = ingelogd("amira")
    amira.post(adres, {"antwoord": TERUGGENOMEN, "reden": "Kanarie-reden"})

    later = amira.get(adres, follow=True).content.decode()

    assert "Dan moet het voorstel eerst terug." in later
    assert "Kanarie-reden" in later


@pytest.mark.parametrize("doet_mee", [True, False])
def test_ongedaan_maken_staat_er_alleen_als_de_ontvanger_nog_meedoet(
    doet_mee: bool, ingelogd: Ingelogd
) -> None:
    _gevraagd(("amira", "ingetrokken"))
    if not doet_mee:
        with wie("amira"):
            rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"))
            rol_beeindigen(rol.pk)

    tab = ingelogd("amira").get(TAB).content.decode()

    assert ("Ongedaan maken" in tab) is doet_mee


def test_wie_verdergaat_en_net_is_ingetrokken_heet_zo(ingelogd: Ingelogd) -> None:
    maak_klaar()
    overdracht = _gevraagd(("amira", "aanvaard"), ("amira", TERUGGENOMEN), aan=None)

    keuze = VOORSTEL | {"overdracht": str(overdracht)}
    fout = ingelogd("amira").post(f"{TAB}voorstel", keuze)

    assert fout.status_code == 422
    assert fout.context["formulier"].errors["overdracht"] == [
        "Deze overdracht is intussen ingetrokken. Kies opnieuw wie verdergaat."
    ]
