# SPDX-License-Identifier: EUPL-1.2
"""The demo package as a package: valid, made-up, and the same at every making."""

import json
from pathlib import Path

import pytest

from tests.demo.conftest import KLEIN_HUIS
from tests.demo.figuren import jaarcijfers
from tests.kerncijfers.geldig import elfproef, fouten
from tests.kerncijfers.telling import BESTANDEN, lees_pakket
from tests.kerncijfers.telling_regels import Rijen
from vangnet.demo.huis import DEMOHUIS
from vangnet.demo.pakket import Verslag, maak_pakket

VASTE_TOTALEN = (
    "aanmeldingen",
    "zaken_aangemeld",
    "zaken_openstaand",
    "zaken_gewisseld",
    "zaken_afgesloten",
    "goed_resultaat",
    "personen_betrokken",
    "leeftijd_0_23",
    "trajectbegeleiding",
    "trajectbegeleiding_nieuw",
)


def inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in map_.iterdir()}


def test_het_demopakket_voldoet_aan_de_regels(demorijen: Rijen) -> None:
    assert fouten(demorijen) == []


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_elk_zaad_geeft_een_geldig_pakket_met_dezelfde_cijfers(
    demorijen: Rijen, tmp_path: Path, zaad: int
) -> None:
    maak_pakket(DEMOHUIS, tmp_path, zaad=zaad)
    rijen = lees_pakket(tmp_path)

    assert fouten(rijen) == []
    for jaar in (2020, 2021, 2022):
        voor, na = jaarcijfers(demorijen, jaar), jaarcijfers(rijen, jaar)
        assert [na[sleutel]["waarde"] for sleutel in VASTE_TOTALEN] == [
            voor[sleutel]["waarde"] for sleutel in VASTE_TOTALEN
        ]


def test_twee_keer_maken_geeft_dezelfde_bytes(demo: tuple[Path, Verslag], tmp_path: Path) -> None:
    maak_pakket(DEMOHUIS, tmp_path, zaad=2022)

    assert inhoud(tmp_path) == inhoud(demo[0])


def test_een_ander_zaad_geeft_andere_mensen(demorijen: Rijen, tmp_path: Path) -> None:
    maak_pakket(DEMOHUIS, tmp_path, zaad=2)

    assert lees_pakket(tmp_path)["personen"] != demorijen["personen"]


def test_elk_bsn_komt_uit_de_reeks_die_niemand_heeft(demorijen: Rijen) -> None:
    bsns = [rij["bsn"] for rij in demorijen["personen"] if rij["bsn"]]

    assert len(bsns) > 1000
    assert all(bsn.startswith("9999") and elfproef(bsn) for bsn in bsns)


def test_geen_bsn_staat_bij_twee_personen(demorijen: Rijen) -> None:
    bsns = [rij["bsn"] for rij in demorijen["personen"] if rij["bsn"]]

    assert len(set(bsns)) == len(bsns)


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_elk_bestand_heeft_iets_te_laten_zien(demorijen: Rijen, bestand: str) -> None:
    assert demorijen[bestand]


def test_de_beschrijving_noemt_elk_bestand(demo: tuple[Path, Verslag]) -> None:
    beschrijving = json.loads((demo[0] / "datapackage.json").read_text(encoding="utf-8"))

    genoemd = {bron["path"] for bron in beschrijving["resources"]}

    assert genoemd == {pad.name for pad in demo[0].glob("*.csv")}


def test_het_pakket_staat_op_volgorde_van_kenmerk(demorijen: Rijen) -> None:
    kenmerken = [rij["aanmelding_id"] for rij in demorijen["aanmeldingen"]]

    assert kenmerken == sorted(kenmerken)


def test_geen_rij_draagt_een_antwoord(demorijen: Rijen) -> None:
    """A casus row holds only what its maker knew; no class of a figure that is computed."""
    assert set(demorijen["casussen"][0]) == {
        "casus_id",
        "samenstelling",
        "hoofdbetrokkene",
        "gemeente",
        "aandachtsgebied",
        "eerste_verwerking",
    }


def test_een_veelvoud_is_een_geldig_pakket(tmp_path: Path) -> None:
    maak_pakket(KLEIN_HUIS, tmp_path, zaad=5, factor=3)

    rijen = lees_pakket(tmp_path)

    assert fouten(rijen) == []
    assert len(rijen["casussen"]) == 120


def test_het_verslag_telt_de_geschreven_rijen(demo: tuple[Path, Verslag], demorijen: Rijen) -> None:
    geteld = {naam: len(rijen) for naam, rijen in demorijen.items() if naam != "gepubliceerd"}

    assert demo[1].bestanden == geteld
    assert demo[1].aantal_rijen == sum(geteld.values())
