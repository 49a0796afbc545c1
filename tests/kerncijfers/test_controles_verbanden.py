# SPDX-License-Identifier: EUPL-1.2
"""One figure twice, stock and flow, money, and figures that the definitions tie together."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.kerncijfers.reeksen import berekend, cijfer, getallen, gevonden, stand, tegenspraken
from vangnet.kerncijfers.controles import BEREKEND, Reekscijfer, controleer

BEGIN, EINDE = date(2022, 1, 1), date(2023, 1, 1)
DUBBEL = ("tegenspraak", "dubbel")


def _twee(**tweede: Any) -> list[tuple[str, str]]:
    een = {"populatie": "aangemelde zaken", "definitie_versie": "2", "plaats": "tabel"}
    ander = een | {"plaats": "tekst"} | tweede
    return gevonden([cijfer("zaken_aangemeld", 91, **een), cijfer("zaken_aangemeld", 93, **ander)])


@pytest.mark.parametrize(
    ("tweede", "uitkomst"),
    [
        ({}, [DUBBEL]),
        ({"rapport": "Een later verslag"}, [DUBBEL]),
        ({"populatie": "Aangemelde  zaken"}, [DUBBEL]),
        ({"populatie": ""}, [("vraag", "dubbel")]),
        ({"populatie": "gesloten zaken"}, [("vraag", "dubbel")]),
        ({"definitie_versie": ""}, [DUBBEL]),
        ({"definitie_versie": "1"}, [("vraag", "definitie"), ("vraag", "dubbel")]),
        ({"eenheid": "personen"}, []),
        ({"jaar": 2020}, []),
    ],
)
def test_twee_waarden_zijn_een_tegenspraak_als_alles_gelijk_is(
    tweede: dict[str, Any], uitkomst: list[tuple[str, str]]
) -> None:
    assert _twee(**tweede) == uitkomst


def test_geen_populatie_aan_beide_kanten_telt_als_dezelfde() -> None:
    cijfers = [cijfer("meldingen", 4057), cijfer("meldingen", 3859, plaats="onder de tabel")]
    assert gevonden(cijfers) == [DUBBEL]


def test_een_samengevoegde_klasse_is_in_elke_volgorde_dezelfde() -> None:
    cijfers = [cijfer("leeftijd", 30, "leeftijd=a + b"), cijfer("leeftijd", 31, "leeftijd=b + a")]
    assert gevonden(cijfers) == [DUBBEL]


def test_een_gedeelde_waarde_maakt_een_andere_populatie_geen_vraag() -> None:
    cijfers = [
        cijfer("trajectbegeleiding", 83, populatie="zaken"),
        cijfer("trajectbegeleiding", 83, populatie="lopende zaken"),
    ]
    assert gevonden(cijfers) == []


def test_een_berekend_cijfer_naast_een_gepubliceerd_is_een_vraag() -> None:
    cijfers = [berekend("zaken_aangemeld", 90), cijfer("zaken_aangemeld", 91, populatie="zaken")]
    assert gevonden(cijfers) == [("vraag", "dubbel")]


def test_een_berekende_nul_naast_een_gepubliceerd_getal_is_een_vraag() -> None:
    cijfers = [berekend("kort_advies", 0), cijfer("kort_advies", 350)]
    assert gevonden(cijfers) == [("vraag", "dubbel")]
    assert gevonden([berekend("kort_advies", 1), cijfer("kort_advies", 350)]) == [DUBBEL]


def _jaar(eind: int, *, heropend: int | None = 4, **velden: Any) -> list[Reekscijfer]:
    terug = [] if heropend is None else [cijfer("zaken_heropend", heropend, **velden)]
    return [
        stand(103, BEGIN, **velden),
        cijfer("zaken_aangemeld", 210, **velden),
        cijfer("zaken_afgesloten", 218, **velden),
        stand(eind, EINDE, **velden),
        *terug,
    ]


def test_een_stand_die_uit_de_stromen_volgt_is_goed() -> None:
    assert gevonden(_jaar(99)) == []


def test_een_stand_die_niet_uit_de_stromen_volgt_is_een_tegenspraak() -> None:
    bevinding = tegenspraken(_jaar(97))[0]
    assert getallen(bevinding) == (99, 97)
    assert bevinding.rekensom == (
        "open + aangemeld + heropend - afgesloten: 103 + 210 + 4 - 218 = 99, en open is 97"
    )


def test_zonder_heropeningen_is_een_stand_die_niet_volgt_een_vraag() -> None:
    assert gevonden(_jaar(99, heropend=None)) == [("vraag", "stroom")]


def test_stromen_over_andere_populaties_geven_een_vraag() -> None:
    cijfers = [*_jaar(97)[:-1], cijfer("zaken_heropend", 4, populatie="alle zaken")]
    assert gevonden(cijfers) == [("vraag", "stroom")]


def test_afsluitingen_van_een_inzet_alleen_geven_een_vraag_met_het_ontbrekende_getal() -> None:
    cijfers = [
        stand(103, BEGIN),
        cijfer("zaken_aangemeld", 210),
        cijfer("zaken_afgesloten", 124, "laatste_inzet=procesregie"),
        stand(99, EINDE),
    ]
    bevinding = controleer(cijfers)[0]
    assert (str(bevinding.oordeel), getallen(bevinding)) == ("vraag", (214, 124))


@pytest.mark.parametrize(("eind", "uitkomst"), [(12, 0), (14, 0), (11, 1), (15, 1)])
def test_de_stroom_van_een_inzet_sluit_met_wissels_en_hooguit_alle_heropeningen(
    eind: int, uitkomst: int
) -> None:
    velden = {"rapport": "Vangnet", "label": BEREKEND}
    cijfers = [
        stand(10, BEGIN, "inzet=procesregie", **velden),
        berekend("zaken_aangemeld", 8),
        berekend("zaken_aangemeld", 8, "eerste_inzet=procesregie"),
        berekend("zaken_afgesloten", 5, "laatste_inzet=procesregie"),
        berekend("zaken_gewisseld", 3, "wissel=procesregie_ondersteuning"),
        berekend("zaken_gewisseld", 2, "wissel=ondersteuning_procesregie"),
        berekend("zaken_heropend", 2),
        stand(eind, EINDE, "inzet=procesregie", **velden),
    ]
    assert len(tegenspraken(cijfers)) == uitkomst


def _begroting(**anders: int) -> list[Reekscijfer]:
    bedragen = {"begroting": 100, "dekking": 100, "kosten": 80, "resultaat_financieel": 20}
    return [
        cijfer(sleutel, bedrag, eenheid="euro") for sleutel, bedrag in (bedragen | anders).items()
    ]


@pytest.mark.parametrize(
    ("anders", "waarden"),
    [
        ({}, []),
        ({"dekking": 90}, [(100, 90)]),
        ({"resultaat_financieel": 25}, [(20, 25)]),
        ({"kosten": 120, "resultaat_financieel": 20}, [(-20, 20)]),
    ],
)
def test_geld_dat_niet_sluit_is_een_tegenspraak(
    anders: dict[str, int], waarden: list[tuple[int, int]]
) -> None:
    assert [getallen(b) for b in tegenspraken(_begroting(**anders))] == waarden


def test_delen_van_een_resultaat_zonder_geheel_geven_een_vraag() -> None:
    delen = [
        cijfer("resultaat_financieel", 30, "bron=oggz", eenheid="euro"),
        cijfer("resultaat_financieel", -5, "post=overig", eenheid="euro"),
    ]
    assert gevonden([*_begroting()[:-1], *delen]) == [("vraag", "geld")]


def test_een_resultaat_dat_twee_keer_in_het_verslag_staat_telt_een_keer() -> None:
    nog_eens = cijfer("resultaat_financieel", 20, eenheid="euro", plaats="tekst")
    assert gevonden([*_begroting(), nog_eens]) == []


@pytest.mark.parametrize(
    ("later", "uitkomst"), [(90, []), (95, [("vraag", "geld")])], ids=["goed", "anders"]
)
def test_een_restant_dat_anders_groeide_dan_het_resultaat_is_een_vraag(
    later: int, uitkomst: list[tuple[str, str]]
) -> None:
    standen = [
        cijfer("restant", waarde, eenheid="euro", van=date(jaar, 12, 31), tot=date(jaar, 12, 31))
        for waarde, jaar in ((70, 2021), (later, 2022), (150, 2024))
    ]
    assert gevonden([*_begroting(), *standen]) == uitkomst


def test_een_berekende_nul_is_een_huis_zonder_begroting() -> None:
    cijfers = [
        berekend("begroting", 0, eenheid="euro"),
        berekend("dekking", 50, eenheid="euro"),
        berekend("kosten", 50, eenheid="euro"),
        berekend("resultaat_financieel", 0, eenheid="euro"),
    ]
    assert gevonden(cijfers) == []


@pytest.mark.parametrize(
    ("links", "rechts", "oordelen"),
    [
        (berekend("leeftijd", 170), berekend("zaken_aangemeld", 170), []),
        (berekend("leeftijd", 169), berekend("zaken_aangemeld", 170), ["tegenspraak"]),
        (berekend("trajectbegeleiding_nieuw", 34), berekend("trajectbegeleiding", 83), []),
        (
            berekend("trajectbegeleiding_nieuw", 84),
            berekend("trajectbegeleiding", 83),
            ["tegenspraak"],
        ),
        (
            cijfer("trajectbegeleiding_nieuw", 84, populatie="nieuw"),
            cijfer("trajectbegeleiding", 83),
            ["vraag"],
        ),
        (
            cijfer("aanmeldingen_per_maand", 15, eenheid="aantal_per_maand"),
            cijfer("aanmeldingen", 178, eenheid="aanmeldingen"),
            [],
        ),
        (
            cijfer("aanmeldingen_per_maand", 15, eenheid="aantal_per_maand", decimalen=1),
            cijfer("aanmeldingen", 178, eenheid="aanmeldingen"),
            ["tegenspraak"],
        ),
    ],
)
def test_cijfers_die_door_hun_definitie_samenhangen_worden_vergeleken(
    links: Reekscijfer, rechts: Reekscijfer, oordelen: list[str]
) -> None:
    assert [oordeel for oordeel, _ in gevonden([links, rechts])] == oordelen


def test_een_gemiddelde_per_maand_hoort_bij_hele_maanden() -> None:
    half: dict[str, Any] = {"van": date(2022, 1, 1), "tot": date(2022, 1, 15)}
    cijfers = [
        cijfer("aanmeldingen_per_maand", 5, eenheid="aantal_per_maand", **half),
        cijfer("aanmeldingen", 90, eenheid="aanmeldingen", **half),
    ]
    assert gevonden(cijfers) == []


@pytest.mark.parametrize(("per_casus", "uitkomst"), [("1.7", 0), ("1.6", 1)])
def test_een_gemiddelde_per_casus_volgt_uit_personen_en_casussen(
    per_casus: str, uitkomst: int
) -> None:
    cijfers = [
        berekend("personen_betrokken_per_casus", per_casus, eenheid="anders"),
        berekend("personen_betrokken", 151, eenheid="personen"),
        berekend("zaken_aangemeld", 91, "eerste_inzet=procesregie"),
    ]
    assert len(tegenspraken(cijfers)) == uitkomst


@pytest.mark.parametrize(
    ("maak", "uitkomst"), [(berekend, ["tegenspraak"]), (cijfer, [])], ids=["Vangnet", "verslag"]
)
def test_alleen_een_verslag_mag_een_half_tiende_naar_beneden_afronden(
    maak: Callable[..., Reekscijfer], uitkomst: list[str]
) -> None:
    cijfers = [
        maak("personen_betrokken", 1, eenheid="personen"),
        maak("zaken_aangemeld", 20, "eerste_inzet=procesregie"),
        maak("personen_betrokken_per_casus", 0, eenheid="anders", decimalen=1),
    ]
    assert [oordeel for oordeel, _ in gevonden(cijfers)] == uitkomst


def test_zonder_casussen_is_er_geen_gemiddelde_om_te_vergelijken() -> None:
    cijfers = [
        berekend("personen_betrokken_per_casus", 2, eenheid="anders"),
        berekend("personen_betrokken", 4, eenheid="personen"),
        berekend("zaken_aangemeld", 0, "eerste_inzet=procesregie"),
        berekend("zaken_aangemeld", 2, "eerste_inzet=procesregie", jaar=2021),
    ]
    assert tegenspraken(cijfers) == []


@pytest.mark.parametrize(("jong", "uitkomst"), [(44, 0), (45, 1)])
def test_het_aandeel_jongeren_is_de_som_van_de_getoonde_aandelen(jong: int, uitkomst: int) -> None:
    cijfers = [
        cijfer("leeftijd", 27, "leeftijd=0-17", eenheid="procent"),
        cijfer("leeftijd", 17, "leeftijd=18-23", eenheid="procent"),
        cijfer("leeftijd_0_23", jong, eenheid="procent"),
    ]
    assert len(tegenspraken(cijfers)) == uitkomst


def test_gehaalde_afspraken_zijn_de_klasse_en_niet_de_som_van_de_klassen() -> None:
    klassen = {"gehaald": 3, "niet_gehaald": 2, "onbekend": 1}
    cijfers = [
        berekend("prestatieafspraken", aantal, f"afspraak={klasse}", eenheid="anders")
        for klasse, aantal in klassen.items()
    ]
    assert gevonden([*cijfers, berekend("prestatieafspraken", 3, eenheid="anders")]) == []
    fout = [*cijfers, berekend("prestatieafspraken", 4, eenheid="anders")]
    assert gevonden(fout) == [("tegenspraak", "verband")]
