# SPDX-License-Identifier: EUPL-1.2
"""The figures of the small register, counted by hand, and the shapes in which they are shown."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vangnet.inrichting.models import Huis
from vangnet.kerncijfers.berekening import OnbekendCijfer, bereken, vergelijk
from vangnet.kerncijfers.perioden import OngeldigePeriode, periode_ervoor
from vangnet.kerncijfers.services import feiten_verversen
from vangnet.kerncijfers.weergave import als_csv, als_json, als_tabel, getal_tekst

VAN, TOT = date(2022, 1, 1), date(2022, 12, 31)
pytestmark = [pytest.mark.usefixtures("klein"), pytest.mark.postgres15]


def json_van(sleutel: str, peildatum: date | None = None) -> Any:
    uit = json.loads(als_json(bereken(VAN, TOT, peildatum, [sleutel])))
    return uit["kerncijfers"][0]


@pytest.mark.parametrize(
    ("sleutel", "waarde"),
    [
        ("aanmeldingen", 3),
        ("aanmeldingen_per_maand", 0.3),
        ("aanmeldingen_niet_in_behandeling", 1),
        ("zaken_aangemeld", 1),
        ("zaken_openstaand", 0),
        ("zaken_lopend", 1),
        ("zaken_gewisseld", 1),
        ("zaken_heropend", 0),
        ("zaken_afgesloten", 1),
        ("goed_resultaat", None),
        ("overdracht", 0),
        ("personen_betrokken", 2),
        ("personen_betrokken_per_casus", 2.0),
        ("leeftijd_0_23", 100),
        ("trajectbegeleiding", 1),
        ("trajectbegeleiding_nieuw", 1),
        ("trajectbegeleiding_begonnen", 1),
        ("screening_gedetineerden", 7),
        ("kosten", 1234.5),
        ("reserve", 0),
    ],
)
def test_een_cijfer_van_het_kleine_register(sleutel: str, waarde: float | None) -> None:
    assert json_van(sleutel)["waarde"] == waarde


@pytest.mark.parametrize(
    ("peildatum", "inzet", "looptijd"),
    [
        (date(2022, 3, 1), "procesregie", "0-2"),
        (date(2022, 5, 27), "procesregie", "0-2"),
        (date(2022, 5, 28), "procesregie", "3-5"),
        (date(2022, 7, 1), "procesregie", "3-5"),
        (date(2022, 7, 2), "ondersteuning", "3-5"),
        (date(2022, 12, 30), "ondersteuning", "6-11"),
    ],
)
def test_een_zaak_is_open_aan_het_begin_van_de_dag(
    peildatum: date, inzet: str, looptijd: str
) -> None:
    delen = json_van("zaken_openstaand", peildatum)["uitsplitsingen"]

    gevuld = {dim: [k["klasse"] for k in delen[dim] if k["aantal"]] for dim in delen}
    assert gevuld == {"inzet": [inzet], "looptijd": [looptijd]}


@pytest.mark.parametrize("peildatum", [date(2022, 2, 28), date(2022, 12, 31)])
def test_een_zaak_is_niet_open_op_de_dag_van_aanmelden_en_na_het_afsluiten(peildatum: date) -> None:
    assert json_van("zaken_openstaand", peildatum)["waarde"] == 0


def test_wie_op_29_februari_is_geboren_is_op_28_februari_nog_niet_jarig() -> None:
    klassen = json_van("leeftijd")["uitsplitsingen"]["leeftijd"]

    assert klassen[0] == {"klasse": "0-17", "aantal": 1, "aandeel": 100}
    assert klassen[1] == {"klasse": "18-23", "aantal": 0, "aandeel": 0}


def test_een_gemeente_buiten_het_huis_valt_onder_buiten_regio() -> None:
    Huis.objects.update(gemeenten=["GM0080"])

    assert json_van("aanmeldingen")["uitsplitsingen"]["gemeente"] == [
        {"klasse": "GM0080", "aantal": 1, "aandeel": 34},
        {"klasse": "buiten_regio", "aantal": 1, "aandeel": 33},
        {"klasse": "onbekend", "aantal": 1, "aandeel": 33},
    ]


def test_de_json_heeft_precies_de_afgesproken_vorm() -> None:
    uit = json.loads(als_json(bereken(VAN, TOT, date(2022, 7, 1), ["zaken_gewisseld"])))

    assert uit == {
        "periode": {"van": "2022-01-01", "tot": "2022-12-31"},
        "peildatum": "2022-07-01",
        "kerncijfers": [
            {
                "sleutel": "zaken_gewisseld",
                "titel": "Zaken die van inzet wisselden",
                "eenheid": "zaken",
                "waarde": 1,
                "definitie_versie": 1,
                "uitsplitsingen": {
                    "wissel": [
                        {"klasse": "procesregie_ondersteuning", "aantal": 1, "aandeel": 100},
                        {"klasse": "ondersteuning_procesregie", "aantal": 0, "aandeel": 0},
                    ]
                },
            }
        ],
    }


def test_de_csv_heeft_een_regel_per_cijfer_en_per_klasse() -> None:
    regels = list(csv.DictReader(io.StringIO(als_csv(bereken(VAN, TOT, None, ["kosten"])))))

    assert [(r["dimensie"], r["klasse"], r["aantal"], r["aandeel"]) for r in regels] == [
        ("", "", "1234.50", ""),
        ("post", "huur", "1234.50", "100"),
        ("bron", "onbekend", "1234.50", "100"),
    ]


def test_de_tabel_noemt_titel_waarde_en_gevulde_klassen() -> None:
    tekst = als_tabel(bereken(VAN, TOT, None, ["zaken_gewisseld", "goed_resultaat"]))

    assert "Zaken die van inzet wisselden                               1  zaken" in tekst
    assert "    procesregie_ondersteuning                               1  100 %" in tekst
    assert "Afgesloten met een goed resultaat                           –  procent" in tekst


def test_een_getal_staat_er_op_zijn_nederlands() -> None:
    assert getal_tekst(1234567) == "1.234.567"


def test_een_cijfer_staat_naast_dat_van_de_periode_ervoor() -> None:
    wisseling = vergelijk(date(2022, 3, 1), date(2022, 3, 31))["aanmeldingen"]

    assert wisseling.nu.waarde == 0
    assert wisseling.eerder is not None
    assert wisseling.eerder.waarde == 1
    assert wisseling.verandering is not None
    assert (wisseling.verandering.absoluut, wisseling.verandering.procent) == (-1, -100)


@pytest.mark.parametrize(
    ("van", "tot", "ervoor"),
    [
        ("2022-01-01", "2022-12-31", ("2021-01-01", "2021-12-31")),
        ("2022-03-01", "2022-03-31", ("2022-02-01", "2022-02-28")),
        ("2022-07-01", "2022-09-30", ("2022-04-01", "2022-06-30")),
        ("2022-03-02", "2022-03-31", ("2022-01-31", "2022-03-01")),
        ("2022-03-01", "2022-03-01", ("2022-02-28", "2022-02-28")),
    ],
)
def test_de_periode_ervoor_is_even_lang(van: str, tot: str, ervoor: tuple[str, str]) -> None:
    verwacht = tuple(date.fromisoformat(dag) for dag in ervoor)

    assert periode_ervoor(date.fromisoformat(van), date.fromisoformat(tot)) == verwacht


def test_voor_de_eerste_dag_van_de_kalender_is_er_geen_periode() -> None:
    assert periode_ervoor(date(1, 1, 1), date(1, 12, 31)) is None


def test_het_aantal_vragen_hangt_niet_af_van_de_periode() -> None:
    feiten_verversen()
    with CaptureQueriesContext(connection) as kort:
        bereken(date(2022, 3, 1), date(2022, 3, 1))
    with CaptureQueriesContext(connection) as lang:
        bereken(date(1990, 1, 1), date(2040, 12, 31))

    assert len(kort) == len(lang) == 21


def test_een_onbekend_cijfer_wordt_bij_naam_geweigerd() -> None:
    with pytest.raises(OnbekendCijfer, match="bestaan niet: geluk"):
        bereken(VAN, TOT, None, ["geluk"])


def test_een_periode_die_achterstevoren_staat_wordt_geweigerd() -> None:
    with pytest.raises(OngeldigePeriode, match="eindigt"):
        bereken(TOT, VAN)
