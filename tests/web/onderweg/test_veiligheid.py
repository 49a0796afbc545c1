# SPDX-License-Identifier: EUPL-1.2
"""Who goes to the door sees first for whom it is unsafe."""

import re
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.afsluiting.risico import Risico, risicos_van
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.trajecten import traject_toewijzen

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
BEGIN, ONDERWEG = "/onderweg/", f"/onderweg/{CASUS}"
WIJZIGEN = f"/zaken/{CASUS}/voortgang/veiligheid"
GEVAAR = "Geweld · Professionals (1 jun 2022)"
TEKEN = "⚠ Veiligheid"
_ZEG = (
    "UPDATE aanmelding_aanmelding SET risico_voor = '{professionals}', risico_soort = '{brand}', "
    "ontvangen_op = '2022-03-03', triage_op = '2022-03-03' WHERE id = %s"
)


def _wijzig(client: Client, **anders: object) -> None:
    velden = {"soort": ["geweld"], "voor": ["professionals"], "datum": "1-6-2022"}
    gestuurd = velden | {"reden": "Er is gedreigd aan de deur."} | anders
    assert client.post(WIJZIGEN, gestuurd).status_code == 302


def _boven_de_knoppen(client: Client) -> str:
    main = client.get(ONDERWEG).content.decode().partition("<main")[2]
    return str(main.partition(f'href="{ONDERWEG}/notitie"')[0])


@pytest.mark.usefixtures("begeleid")
def test_boven_de_knoppen_staat_voor_wie_het_onveilig_is_met_de_dag(ingelogd: Ingelogd) -> None:
    _wijzig(ingelogd("amira"))

    boven = _boven_de_knoppen(ingelogd("tineke"))

    assert "Let op:" in boven
    assert GEVAAR in boven


@pytest.mark.usefixtures("begeleid")
def test_in_de_lijst_staat_het_met_een_woord(ingelogd: Ingelogd) -> None:
    tineke = ingelogd("tineke")
    assert TEKEN not in tineke.get(BEGIN).content.decode()

    _wijzig(ingelogd("amira"))

    assert TEKEN in tineke.get(BEGIN).content.decode()


@pytest.mark.usefixtures("begeleid")
def test_dat_er_geen_risico_meer_is_staat_er_ook_en_waarschuwt_niet(ingelogd: Ingelogd) -> None:
    _wijzig(ingelogd("amira"), soort=[], voor=[], geen="on")
    tineke = ingelogd("tineke")

    boven = _boven_de_knoppen(tineke)

    assert "Geen veiligheidsrisico meer (1 jun 2022)" in boven
    assert "Let op:" not in boven
    assert TEKEN not in tineke.get(BEGIN).content.decode()


def test_wie_een_zaak_niet_begeleidt_krijgt_er_geen_regel_van(ingelogd: Ingelogd) -> None:
    _wijzig(ingelogd("amira"))

    with als(Vrager(id_van("tineke"))):
        assert risicos_van([CASUS], wie=kijker(Recht.TRAJECT_DOEN)) == {}
    with als(Vrager(id_van("amira"))):
        ziet = risicos_van([CASUS], wie=kijker(Recht.MEEDOEN))
    op = date(2022, 6, 1)
    assert ziet == {CASUS: Risico(["professionals"], ["geweld"], op, None, op, 0)}


@pytest.mark.usefixtures("begeleid")
def test_geen_titel_noemt_het_gevaar(ingelogd: Ingelogd) -> None:
    _wijzig(ingelogd("amira"))
    tineke = ingelogd("tineke")

    for pad in (BEGIN, ONDERWEG):
        titel = re.search(r"<title>(.*?)</title>", tineke.get(pad).content.decode(), re.DOTALL)
        assert titel is not None
        assert "Professionals" not in titel[1]
        assert "Veiligheid:" not in titel[1]
        assert TEKEN not in titel[1]


def test_wat_een_aanmelding_zegt_staat_er_met_haar_dag(eigen_databank: str) -> None:
    with als(Vrager(id_van("amira"))):
        traject_toewijzen(CASUS, aan=id_van("tineke"))
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_ZEG, [id_van("aanmelding")])

    boven = _boven_de_knoppen(log_in(Client(), "tineke"))

    assert "Brand · Professionals (aanmelding van 3 mrt 2022)" in boven


@pytest.mark.usefixtures("begeleid")
def test_meer_mensen_kosten_niet_meer_vragen() -> None:
    def vragen(aantal: int) -> int:
        casussen = [CASUS, *(uuid4() for _een in range(1, aantal))]
        with CaptureQueriesContext(connection) as gesteld:
            risicos_van(casussen, wie=kijker(Recht.TRAJECT_DOEN))
        return len(gesteld.captured_queries)

    with als(Vrager(id_van("tineke"))):
        assert vragen(1) == vragen(5) > 0
