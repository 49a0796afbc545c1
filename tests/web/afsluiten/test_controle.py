# SPDX-License-Identifier: EUPL-1.2
"""A proposal to close that is taken back, given back, or judged when it is too late."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import maak_klaar, sluitbank
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import verbonden_met
from tests.web.afsluiten.test_afsluiten import (
    BESLISSER,
    TAB,
    VOORSTEL,
    _oordeel,
    _tekst,
    _vink_af,
)
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.vrager import Vrager, als

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


def test_voor_het_sluiten_staat_er_dat_je_de_brief_eerst_ophaalt(ingelogd: Ingelogd) -> None:
    zin = "Haal de brief bij het afsluiten op voordat de zaak sluit. Daarna kan dat niet meer."
    amira = ingelogd("amira")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)

    assert zin in _tekst(amira, TAB)
    assert zin in _tekst(ingelogd("oda"), f"{TAB}controle")


@pytest.mark.parametrize(
    ("resultaat", "woord", "waarschuwt"),
    [
        ("niet", "Niet gerealiseerd", True),
        ("deels", "Deels gerealiseerd", True),
        ("doel_gerealiseerd", "Doel gerealiseerd", False),
    ],
)
def test_wie_nakijkt_ziet_de_doelen_en_of_het_resultaat_ermee_klopt(
    resultaat: str, woord: str, waarschuwt: bool, ingelogd: Ingelogd
) -> None:
    maak_klaar(behalve="doel")
    doel = f"doel_{id_van('doel').hex}"
    ingelogd("amira").post(f"{TAB}voorstel", VOORSTEL | {doel: resultaat})

    blad = _tekst(ingelogd("oda"), f"{TAB}controle")

    assert f'Kanarie-doel <span class="zacht">{woord}' in blad
    assert ("Geen van de doelen is gehaald" in blad) is waarschuwt


def test_wie_voorstelde_krijgt_alleen_terugnemen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)

    assert "Klopt het voorstel?" not in _tekst(amira, f"{TAB}controle")
    fout = amira.post(f"{TAB}controle", {"oordeel": "ja"})
    assert fout.status_code == 422
    melding = amira.post(f"{TAB}controle", _oordeel("", reden="Te vroeg."), follow=True)
    tab = _tekst(amira, TAB)

    assert "Het voorstel is teruggenomen." in melding.content.decode()
    assert "<h3>Teruggenomen</h3>" in tab
    assert re.search(r"Teruggenomen op [^<]*: Te vroeg\.", tab)
    assert "Nagekeken door" not in tab


def test_wie_het_voorstel_van_een_ander_teruggeeft_leest_dat(ingelogd: Ingelogd) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)
    melding = oda.post(f"{TAB}controle", _oordeel("nee", reden="Te vroeg."), follow=True)
    tab = _tekst(amira, TAB)

    assert "Het voorstel is teruggegeven." in melding.content.decode()
    assert "<h3>Teruggegeven</h3>" in tab
    assert "Nagekeken door" in tab
    assert "Teruggegeven: Te vroeg." in tab


def test_wie_een_ander_voorstel_zag_sluit_niet_en_leest_eerst_het_nieuwe(
    ingelogd: Ingelogd,
) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)
    gezien = _oordeel("ja", reden="Kanarie-reden")
    assert gezien["voorstel"] in _tekst(oda, f"{TAB}controle")
    amira.post(f"{TAB}controle", _oordeel("", reden="Te vroeg."))
    amira.post(f"{TAB}voorstel", VOORSTEL | {"motivering": "Nieuwe toelichting"})

    for inhoud in (gezien, {"oordeel": "ja", "reden": "Kanarie-reden"}):
        antwoord = oda.post(f"{TAB}controle", inhoud)
        tekst = antwoord.content.decode()
        assert antwoord.status_code == 422
        assert "Het voorstel is intussen veranderd." in tekst
        assert "Nieuwe toelichting" in tekst
        assert "Kanarie-reden" in tekst
        assert _oordeel("ja")["voorstel"] in tekst
    assert amira.get(TAB).status_code == 200


def test_een_oordeel_na_een_ander_zegt_wat_er_gebeurde_en_houdt_de_tekst(
    ingelogd: Ingelogd,
) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)
    gezien = _oordeel("nee", reden="Kanarie-reden")
    amira.post(f"{TAB}controle", _oordeel("", reden="Te vroeg."))

    antwoord = oda.post(f"{TAB}controle", gezien)

    assert antwoord.status_code == 409
    assert "Er ligt geen voorstel meer." in antwoord.content.decode()
    assert "Kanarie-reden" in antwoord.content.decode()


def test_twee_keer_akkoord_van_dezelfde_is_een_keer_gesloten(ingelogd: Ingelogd) -> None:
    amira, oda, koos = ingelogd("amira"), ingelogd("oda"), ingelogd("koos")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)
    oordeel = _oordeel("ja")
    oda.post(f"{TAB}controle", oordeel)

    antwoord = oda.post(f"{TAB}controle", oordeel, follow=True)

    assert antwoord.status_code == 200
    assert "is gesloten en afgeschermd." in antwoord.content.decode()
    assert koos.post(f"{TAB}controle", oordeel).status_code == 404
    assert oda.post(f"{TAB}controle", oordeel | {"oordeel": "nee", "reden": "x"}).status_code == 404


def test_wie_een_zaak_heropent_op_de_dag_van_sluiten_leest_dat_de_cijfers_dat_niet_tellen(
    ingelogd: Ingelogd,
) -> None:
    amira, oda = ingelogd("amira"), ingelogd("oda")
    _vink_af(amira)
    amira.post(f"{TAB}voorstel", VOORSTEL)
    oda.post(f"{TAB}controle", _oordeel("ja"))
    zin = "Zij ging vandaag pas dicht: de cijfers tellen geen sluiten en geen heropenen."
    besluit = BESLISSER | {"motivering": "Te vroeg.", "genomen_op": "vandaag"}

    net_dicht = oda.post("/nazorg/heropenen", besluit | {"kenmerk": "ZVH-2022-0001"}, follow=True)
    al_dicht = oda.post("/nazorg/heropenen", besluit | {"kenmerk": "ZVH-2023-0001"}, follow=True)

    assert [zin in een.content.decode() for een in (net_dicht, al_dicht)] == [True, False]
    assert "De zaak is weer open" in al_dicht.content.decode()


def test_wie_te_laat_een_antwoord_terugneemt_leest_dat_en_het_staat_in_het_journaal(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    amira, nazorg = ingelogd("amira"), id_van("nazorg-oud")
    amira.post(f"/nazorg/{nazorg}", {"in_zorg": "ja"})

    def te_laat(_nazorg: object) -> None:
        raise NietToegestaan("Dit kan niet.")

    monkeypatch.setattr("vangnet.web.afsluiten.nazorg.nazorg_heropenen", te_laat)
    antwoord = amira.post(f"/nazorg/{nazorg}/terug", follow=True)

    assert "Je kunt dit niet meer ongedaan maken." in antwoord.content.decode()
    with als(Vrager(id_van("frank"))):
        geweigerd = Handeling.objects.filter(handeling="nazorg.geweigerd")
        assert [een.object for een in geweigerd] == [nazorg]
