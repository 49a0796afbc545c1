# SPDX-License-Identifier: EUPL-1.2
"""A trajectbegeleider is told that the begeleiding stopped because the casus was closed."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.afsluiting.bank import CASUS, sluiting, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from vangnet.afsluiting.services import sluiten_controleren, sluiten_voorstellen
from vangnet.kern.klok import nu
from vangnet.voortgang.trajecten import traject_toewijzen

REDEN = ": de zaak is gesloten."


@pytest.fixture
def begeleid(klaar: str) -> None:
    with wie("amira"):
        traject_toewijzen(CASUS, aan=id_van("tineke"))


def _sluit() -> None:
    with wie("amira"):
        besluit = sluiten_voorstellen(CASUS, sluiting())
    with wie("oda"):
        sluiten_controleren(besluit, akkoord=True)


def _pagina(naam: str, adres: str) -> str:
    return log_in(Client(), naam).get(adres).content.decode()


@pytest.mark.parametrize("adres", ["/werk/", "/onderweg/"])
def test_de_begeleider_leest_dat_de_begeleiding_stopte_omdat_de_zaak_sloot(
    adres: str, begeleid: None
) -> None:
    assert "Begeleiding gestopt" not in _pagina("tineke", adres)
    _sluit()

    pagina = _pagina("tineke", adres)

    assert "Begeleiding gestopt" in pagina
    assert REDEN in pagina
    for geheim in ("ZVH-2022-0001", "Kanarie-achternaam", str(CASUS)):
        assert geheim not in pagina


def test_na_twee_weken_is_ook_dat_bericht_weg(
    begeleid: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sluit()
    for dagen, staat_er in ((13, True), (15, False)):
        later = nu() + timedelta(days=dagen)
        with monkeypatch.context() as dan:
            dan.setattr("vangnet.voortgang.losse.nu", lambda later=later: later)
            assert (REDEN in _pagina("tineke", "/onderweg/")) is staat_er


def test_wie_niet_begeleidde_leest_dat_niet(begeleid: None) -> None:
    _sluit()

    assert "Begeleiding gestopt" not in _pagina("amira", "/werk/")
