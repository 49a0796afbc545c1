# SPDX-License-Identifier: EUPL-1.2
"""What was answered after closing, or handled, can be taken back until the end of the next day."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import GESLOTEN, beslissing, sluitbank, wie
from tests.bezetting import id_van
from tests.databank import cluster, verbonden_met
from vangnet.afsluiting.models import Nazorg
from vangnet.afsluiting.regels import terug_vanaf
from vangnet.afsluiting.services import casus_heropenen, nazorg_beantwoorden, nazorg_heropenen
from vangnet.afsluiting.stand import nazorg_van
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht

OUD, DICHT = id_van("nazorg-oud"), id_van("nazorg-dicht")


def _beantwoord(*, in_zorg: bool, door: str = "joris") -> None:
    with wie(door):
        nazorg_beantwoorden(OUD, in_zorg=in_zorg)


@pytest.fixture
def verouder(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Callable[[int], None]]:
    """A bank whose superuser makes the answer some days older."""
    with sluitbank() as naam, django_db_blocker.unblock(), verbonden_met(naam):

        def doe(dagen: int) -> None:
            with cluster().verbind(BEHEERDER, naam) as beheer:
                beheer.execute(
                    b"UPDATE afsluiting_nazorg SET beantwoord_op = %s WHERE id = %s",
                    [vandaag() - timedelta(days=dagen), OUD],
                )

        yield doe


def test_een_antwoord_wordt_teruggenomen_en_daarna_opnieuw_gegeven(bank: str) -> None:
    _beantwoord(in_zorg=True)
    with wie("joris"):
        nazorg_heropenen(OUD)
        assert Nazorg.objects.filter(pk=OUD, in_zorg=None, beantwoord_door=None).exists()
    _beantwoord(in_zorg=False)

    with wie("frank"):
        gedaan = Handeling.objects.filter(casus=GESLOTEN).order_by("moment")
        assert list(gedaan.values_list("handeling", flat=True)) == [
            "nazorg.beantwoord",
            "nazorg.weer_open",
            "nazorg.beantwoord",
        ]


def test_een_collega_neemt_terug_wat_een_ander_opschreef(bank: str) -> None:
    _beantwoord(in_zorg=True)

    with wie("oda"):
        nazorg_heropenen(OUD)
        assert Nazorg.objects.get(pk=OUD).in_zorg is None


@pytest.mark.parametrize(("dagen", "mag"), [(1, True), (2, False)])
def test_terugnemen_kan_tot_en_met_de_dag_erna(
    dagen: int, mag: bool, verouder: Callable[[int], None]
) -> None:
    _beantwoord(in_zorg=True)
    verouder(dagen)

    with wie("joris"):
        getoond = [een.pk for een in nazorg_van(kijker(Recht.NAZORG_DOEN)) if een.in_zorg]
    assert (getoond == [OUD]) is mag
    if mag:
        with wie("joris"):
            nazorg_heropenen(OUD)
    else:
        with wie("joris"), pytest.raises(NietToegestaan):
            nazorg_heropenen(OUD)


@pytest.mark.parametrize("naam", ["tineke", "bram", "mirjam", "els", "frank"])
def test_wie_niet_antwoordt_neemt_niets_terug(naam: str, bank: str) -> None:
    _beantwoord(in_zorg=True)

    with wie(naam), pytest.raises(NietToegestaan):
        nazorg_heropenen(OUD)


def test_van_een_beperkte_zaak_neemt_alleen_wie_haar_sloot_een_antwoord_terug(bank: str) -> None:
    with wie("amira"):
        nazorg_beantwoorden(DICHT, in_zorg=True)

    with wie("joris"), pytest.raises(NietToegestaan):
        nazorg_heropenen(DICHT)
    with wie("oda"):
        nazorg_heropenen(DICHT)
        assert Nazorg.objects.get(pk=DICHT).in_zorg is None


def test_wat_niet_beantwoord_is_wordt_niet_teruggenomen(bank: str) -> None:
    with wie("joris"), pytest.raises(NietToegestaan):
        nazorg_heropenen(OUD)


def test_van_een_zaak_die_weer_open_is_blijft_het_antwoord_staan(bank: str) -> None:
    _beantwoord(in_zorg=True)
    with wie("oda"):
        casus_heropenen("ZVH-2023-0001", beslissing())

    with wie("joris"), pytest.raises(NietToegestaan):
        nazorg_heropenen(OUD)
    with wie("joris"):
        assert nazorg_van(kijker(Recht.NAZORG_DOEN)) == []


def test_de_eerste_dag_die_terug_kan_is_gisteren() -> None:
    assert terug_vanaf(date(2026, 3, 1)) == date(2026, 2, 28)
