# SPDX-License-Identifier: EUPL-1.2
import pytest

from vangnet.kerncijfers.dimensies import DIMENSIES, Ordening

AANTAL_KLASSEN = {
    "inzet": 2,
    "eerste_inzet": 2,
    "laatste_inzet": 2,
    "leeftijd": 6,
    "samenstelling": 2,
    "organisatie_soort": 19,
    "aanmelder_soort": 19,
    "aanmelder_groep": 2,
    "ontvanger_soort": 12,
    "betrokkene_rol": 8,
    "rol": 8,
    "resultaat": 4,
    "afsluitreden": 14,
    "reden": 7,
    "aandachtsgebied": 13,
    "herkomst": 12,
    "thema": 14,
    "doelgroep": 8,
    "looptijd": 5,
    "gemeente": 3,
    "herhaald": 3,
    "aan": 3,
    "keten": 4,
    "niveau": 2,
    "nadruk": 3,
    "triage_besluit": 6,
    "domein": 4,
    "vervolgactie_soort": 5,
    "overleg_soort": 7,
    "signaal_soort": 5,
    "uitkomst": 3,
    "nakoming": 4,
    "wissel": 2,
    "scenarioteam": 2,
    "post": 1,
    "bron": 5,
    "afspraak": 3,
    "telling_soort": 20,
    "maand": 0,
}


def test_elke_dimensie_van_het_registerpakket_is_er_met_al_haar_klassen() -> None:
    assert {naam: len(dim.klassen) for naam, dim in DIMENSIES.items()} == AANTAL_KLASSEN


@pytest.mark.parametrize("naam", AANTAL_KLASSEN)
def test_een_dimensie_draagt_haar_eigen_naam_en_elke_klasse_een_keer(naam: str) -> None:
    dimensie = DIMENSIES[naam]
    assert dimensie.naam == naam
    assert len(set(dimensie.klassen)) == len(dimensie.klassen)


def test_de_klassen_van_leeftijd_staan_op_volgorde_met_onbekend_achteraan() -> None:
    leeftijd = DIMENSIES["leeftijd"]
    assert leeftijd.klassen == ("0-17", "18-23", "24-40", "41-55", "56+", "onbekend")
    assert leeftijd.bekende_klassen == ("0-17", "18-23", "24-40", "41-55", "56+")


def test_vijf_dimensies_sluiten_elkaars_klassen_uit() -> None:
    assert {naam for naam, dim in DIMENSIES.items() if dim.sluit_uit} == {
        "inzet",
        "eerste_inzet",
        "laatste_inzet",
        "samenstelling",
        "leeftijd",
    }


def test_vijf_dimensies_zijn_open() -> None:
    assert {naam for naam, dim in DIMENSIES.items() if dim.open} == {
        "aanmelder_groep",
        "gemeente",
        "post",
        "bron",
        "maand",
    }


def test_gemeenten_en_groepen_staan_op_aantal_en_maanden_op_tijd() -> None:
    assert DIMENSIES["gemeente"].ordening == Ordening.AANTAL
    assert DIMENSIES["aanmelder_groep"].ordening == Ordening.AANTAL
    assert DIMENSIES["maand"].ordening == Ordening.TIJD
    assert DIMENSIES["leeftijd"].ordening == Ordening.VAST


def test_een_kolom_die_leeg_mag_zijn_heeft_onbekend_als_laatste_klasse() -> None:
    for naam in ("aan", "herhaald", "triage_besluit", "post", "bron"):
        assert DIMENSIES[naam].klassen[-1] == "onbekend"


def test_een_huis_mag_zes_dimensies_uitbreiden() -> None:
    assert {naam for naam, dim in DIMENSIES.items() if dim.uitbreidbaar} == {
        "aandachtsgebied",
        "thema",
        "herkomst",
        "doelgroep",
        "reden",
        "afsluitreden",
    }
