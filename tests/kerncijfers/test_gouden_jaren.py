# SPDX-License-Identifier: EUPL-1.2
"""The demo province, imported: its computed figures are the golden years (kerncijfers.md 4a)."""

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from tests.kerncijfers.laden import leeg_huis
from tests.kerncijfers.telling import lees_pakket, tel
from tests.kerncijfers.telling_regels import Rijen
from vangnet.demo.huis import DEMOHUIS
from vangnet.demo.pakket import maak_pakket
from vangnet.gebruikers.models import Gebruiker
from vangnet.kerncijfers.berekening import bereken
from vangnet.kerncijfers.nakijken import kijk_na
from vangnet.kerncijfers.weergave import als_json
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.services import Invoer, register_invoeren


@pytest.fixture(scope="module")
def demo(
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Rijen]:
    """A house with the demo package in it, and the rows of that package."""
    map_ = tmp_path_factory.mktemp("demo")
    maak_pakket(DEMOHUIS, map_, zaad=2022)
    with django_db_blocker.unblock(), leeg_huis():
        _voer_in(map_)
        yield lees_pakket(map_)


def _vrager() -> Vrager:
    return Vrager(Gebruiker.objects.get(systeemnaam__isnull=False).pk, VragerSoort.OPDRACHT)


def _voer_in(map_: Path) -> None:
    fouten: list[Any] = []
    register_invoeren(Invoer(map_), vrager=_vrager(), meld=fouten.append, voortgang=lambda *_: None)
    assert fouten == []


@lru_cache
def cijfers(van: date, tot: date, peildatum: date | None = None) -> dict[str, Any]:
    """The JSON of a period, by sleutel."""
    with als(_vrager()):
        uit = json.loads(als_json(bereken(van, tot, peildatum)))
    return {cijfer["sleutel"]: cijfer for cijfer in uit["kerncijfers"]}


def jaar(jaartal: int) -> dict[str, Any]:
    return cijfers(date(jaartal, 1, 1), date(jaartal, 12, 31))


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("jaartal", "sleutel", "waarde"),
    [
        (2022, "zaken_aangemeld", 170),
        (2021, "zaken_aangemeld", 210),
        (2020, "zaken_aangemeld", 226),
        (2022, "aanmeldingen", 180),
        (2021, "zaken_openstaand", 103),
        (2022, "zaken_openstaand", 99),
        (2021, "zaken_afgesloten", 214),
        (2021, "goed_resultaat", 87),
        (2022, "goed_resultaat", 89),
        (2022, "personen_betrokken", 151),
        (2021, "personen_betrokken", 336),
        (2022, "leeftijd_0_23", 30),
        (2022, "trajectbegeleiding", 83),
        (2022, "trajectbegeleiding_nieuw", 34),
        (2021, "trajectbegeleiding", 78),
        (2021, "trajectbegeleiding_nieuw", 41),
        (2022, "kort_advies", 350),
        (2021, "kort_advies", 344),
        (2020, "kort_advies", 189),
        (2022, "advies_trajectbegeleiding", 104),
        (2022, "briefing_fahg", 100),
        (2022, "screening_gedetineerden", 191),
        (2022, "screening_gedetineerden_plan", 15),
        (2022, "casustafel_radicalisering", 52),
        (2022, "drieluik_signalen", 45),
        (2022, "jeugdgroepen", 2),
        (2022, "levensloop_geincludeerd", 5),
        (2022, "doorzorg_gemeente", 28),
        (2022, "doorzorg_actief", 19),
        (2021, "screening_gedetineerden", 231),
        (2021, "screening_gedetineerden_plan", 11),
        (2021, "zelfmelders_benaderd", 47),
    ],
)
def test_een_gouden_jaar_geeft_het_gepubliceerde_cijfer(
    jaartal: int, sleutel: str, waarde: int
) -> None:
    assert jaar(jaartal)[sleutel]["waarde"] == waarde


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("jaartal", "sleutel", "dimensie", "verwacht"),
    [
        (2022, "zaken_aangemeld", "eerste_inzet", {"procesregie": (91, 54)}),
        (2022, "zaken_aangemeld", "eerste_inzet", {"ondersteuning": (79, 46)}),
        (2021, "zaken_aangemeld", "eerste_inzet", {"procesregie": (106, 50)}),
        (2020, "zaken_aangemeld", "eerste_inzet", {"procesregie": (145, 64)}),
        (2022, "zaken_aangemeld", "gemeente", {"GM0080": (73, 43)}),
        (2021, "zaken_afgesloten", "laatste_inzet", {"procesregie": (124, 58)}),
        (2022, "goed_resultaat", "resultaat", {"doel_gerealiseerd": (80, 89)}),
        (2021, "goed_resultaat", "resultaat", {"doel_gerealiseerd": (108, 87)}),
        (2022, "overdracht", "ontvanger_soort", {"wijk_of_gebiedsteam": (19, 21), "ggz": (8, 9)}),
        (2022, "overdracht", "ontvanger_soort", {"gemeente": (7, 8)}),
    ],
)
def test_een_gouden_jaar_geeft_de_gepubliceerde_verdeling(
    jaartal: int, sleutel: str, dimensie: str, verwacht: dict[str, tuple[int, int]]
) -> None:
    klassen = jaar(jaartal)[sleutel]["uitsplitsingen"][dimensie]

    gevonden = {k["klasse"]: (k["aantal"], k["aandeel"]) for k in klassen}
    assert {klasse: gevonden[klasse] for klasse in verwacht} == verwacht


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("jaartal", "sleutel", "dimensie", "procenten"),
    [
        (2022, "leeftijd", "leeftijd", [18, 12, 28, 26, 16, 0]),
        (2021, "leeftijd", "leeftijd", [27, 17, 30, 22, 4, 0]),
        (2022, "samenstelling", "samenstelling", [69, 31]),
        (2021, "samenstelling", "samenstelling", [70, 30]),
        (2022, "zaken_aangemeld", "aanmelder_groep", [20, 17, 10, 9, 6, 5, 5, 28]),
    ],
)
def test_een_gouden_jaar_geeft_de_gepubliceerde_procenten(
    jaartal: int, sleutel: str, dimensie: str, procenten: list[int]
) -> None:
    klassen = jaar(jaartal)[sleutel]["uitsplitsingen"][dimensie]

    assert [klasse["aandeel"] for klasse in klassen] == procenten


@pytest.mark.usefixtures("demo")
def test_in_2022_kwam_een_zaak_uit_detentie() -> None:
    klassen = jaar(2022)["zaken_aangemeld"]["uitsplitsingen"]["gemeente"]

    assert [k["aantal"] for k in klassen if k["klasse"] == "detentie"] == [1]


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("van", "tot", "aantal", "per_maand"),
    [
        (date(2022, 1, 1), date(2022, 8, 31), 96, 12),
        (date(2022, 9, 1), date(2022, 12, 31), 84, 21),
    ],
)
def test_de_aanmeldingen_nemen_na_augustus_2022_toe(
    van: date, tot: date, aantal: int, per_maand: int
) -> None:
    assert cijfers(van, tot)["aanmeldingen"]["waarde"] == aantal
    assert cijfers(van, tot)["aanmeldingen_per_maand"]["waarde"] == per_maand


@pytest.mark.parametrize(
    ("van", "tot", "peildatum"),
    [
        (date(2019, 1, 1), date(2019, 12, 31), date(2019, 1, 1)),
        (date(2020, 7, 1), date(2020, 9, 30), date(2020, 10, 1)),
        (date(2021, 2, 15), date(2022, 3, 3), date(2021, 12, 31)),
        (date(2022, 1, 1), date(2022, 12, 31), date(2023, 1, 1)),
    ],
)
def test_na_de_import_is_elk_cijfer_gelijk_aan_de_telling_met_de_hand(
    demo: Rijen, van: date, tot: date, peildatum: date
) -> None:
    geteld = json.loads(json.dumps(tel(demo, van, tot, peildatum), default=float))

    for cijfer in geteld["kerncijfers"]:
        gevonden = cijfers(van, tot, peildatum)[cijfer["sleutel"]]
        assert {naam: gevonden[naam] for naam in cijfer} == cijfer


@pytest.mark.usefixtures("demo")
def test_nakijken_noemt_91_tegenover_93() -> None:
    with als(_vrager(), tijd=0):
        bevindingen = kijk_na((date(2022, 1, 1), date(2022, 12, 31)))

    assert [sorted(b.waarden) for b in bevindingen if "91 ≠ 93" in b.rekensom] == [[91, 93]]
