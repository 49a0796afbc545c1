# SPDX-License-Identifier: EUPL-1.2
"""The catalogue is complete, and every object of it can be shown."""

import re
from datetime import date

import pytest

from vangnet.kerncijfers import berekening
from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.catalogus.indicator import Indicator, Thema
from vangnet.kerncijfers.catalogus.populatie import Populatie
from vangnet.kerncijfers.catalogus.rekenwijze import Aantal, Bron
from vangnet.kerncijfers.dimensies import DIMENSIES

EERSTE_REEKS = """
    aanmeldingen aanmeldingen_per_maand aanmeldingen_niet_in_behandeling zaken_aangemeld
    zaken_openstaand zaken_lopend zaken_gewisseld zaken_heropend zaken_afgesloten goed_resultaat
    overdracht personen_betrokken personen_betrokken_per_casus leeftijd leeftijd_0_23 samenstelling
    trajectbegeleiding trajectbegeleiding_nieuw trajectbegeleiding_begonnen kort_advies
    advies_trajectbegeleiding briefing_fahg briefing_fahg_zaken screening_gedetineerden
    screening_gedetineerden_plan screening_gedetineerden_regietafel doorzorg_gemeente
    doorzorg_actief zelfmelders_benaderd casustafel_radicalisering drieluik_signalen jeugdgroepen
    scenarioteams housing_first_getriageerd housing_first_geplaatst housing_first_uitval
    levensloop_aangemeld levensloop_geincludeerd levensloop_afgewezen levensloop_uitgestroomd
    begroting dekking kosten resultaat_financieel restant reserve
"""
LANGSTE_ZIN = 20
"""Words; level B1 is read without effort up to about this length."""


def test_de_eerste_reeks_staat_in_de_catalogus() -> None:
    assert list(CATALOGUS) == EERSTE_REEKS.split()


@pytest.mark.parametrize("indicator", CATALOGUS.values(), ids=list(CATALOGUS))
def test_een_definitie_bestaat_uit_korte_zinnen(indicator: Indicator) -> None:
    zinnen = re.split(r"(?<=[.:])\s+", indicator.definitie)

    assert indicator.definitie.endswith(".")
    assert [zin for zin in zinnen if len(zin.split()) > LANGSTE_ZIN] == []


@pytest.mark.parametrize("indicator", CATALOGUS.values(), ids=list(CATALOGUS))
def test_elke_uitsplitsing_is_een_bekende_dimensie(indicator: Indicator) -> None:
    assert set(indicator.uitsplitsingen) <= DIMENSIES.keys()


def test_twee_cijfers_hebben_nooit_dezelfde_titel() -> None:
    titels = [indicator.titel for indicator in CATALOGUS.values()]

    assert len(set(titels)) == len(titels)


@pytest.mark.usefixtures("klein")
def test_een_nieuw_cijfer_is_een_nieuw_object(monkeypatch: pytest.MonkeyPatch) -> None:
    waar = "leeftijd < 18 AND aangemeld_op BETWEEN %(van)s AND %(tot)s"
    minderjarig = Indicator(
        sleutel="zaken_minderjarig",
        titel="Zaken over minderjarigen",
        definitie="Nieuwe zaken met een hoofdbetrokkene onder de 18.",
        populatie="nieuwe zaken",
        eenheid="zaken",
        gedateerd_op="aangemeld_op",
        bron="dit huis",
        thema=Thema.MENSEN,
        berekening=Aantal(Bron(Populatie("minderjarig", "feit_casus", waar))),
        uitsplitsingen=("keten",),
    )
    monkeypatch.setattr(berekening, "CATALOGUS", {**CATALOGUS, "zaken_minderjarig": minderjarig})

    cijfer = berekening.bereken(date(2022, 1, 1), date(2022, 12, 31)).cijfers["zaken_minderjarig"]

    assert cijfer.waarde == 1
    assert [klasse.aantal for klasse in cijfer.uitsplitsingen["keten"]] == [1, 0, 0, 0]
