# SPDX-License-Identifier: EUPL-1.2
"""Parts against totals, shares against 100 and against counts."""

import pytest

from tests.kerncijfers.reeksen import berekend, cijfer, getallen, gevonden, tabel, tegenspraken
from vangnet.kerncijfers.controles import controleer

TEGENSPRAAK = ("tegenspraak", "delen")


def test_delen_die_niet_optellen_tot_het_totaal_zijn_een_tegenspraak() -> None:
    delen = tabel("meldingen", "doelgroep", {"oggz": 40, "overige": 50})
    bevinding = tegenspraken([*delen, cijfer("meldingen", 100)])[0]
    assert getallen(bevinding) == (90, 100)
    assert bevinding.rekensom == "doelgroep: 40 + 50 = 90, en het totaal is 100"


def test_delen_die_optellen_tot_het_totaal_zijn_goed() -> None:
    delen = tabel("meldingen", "doelgroep", {"oggz": 40, "overige": 60})
    assert gevonden([*delen, cijfer("meldingen", 100)]) == []


def test_een_totaal_mag_als_klasse_zijn_geschreven() -> None:
    klassen = {"oggz": 40, "jeugd": 50, "Totaal": 100}
    assert gevonden(tabel("meldingen", "doelgroep", klassen)) == [TEGENSPRAAK]


def test_een_klasse_alleen_hoeft_het_totaal_niet_te_zijn() -> None:
    deel = cijfer("meldingen", 40, "doelgroep=oggz")
    assert gevonden([deel, cijfer("meldingen", 100)]) == []


def test_een_klasse_alleen_kan_niet_meer_zijn_dan_het_totaal() -> None:
    deel = cijfer("meldingen", 140, "doelgroep=oggz")
    assert gevonden([deel, cijfer("meldingen", 100)]) == [TEGENSPRAAK]


def test_een_bedrag_kan_wel_meer_zijn_dan_het_totaal() -> None:
    deel = cijfer("resultaat_financieel", 2509, "bron=oggz", eenheid="euro")
    totaal = cijfer("resultaat_financieel", -86894, eenheid="euro")
    assert gevonden([deel, totaal]) == []


def test_een_berekende_verdeling_is_altijd_volledig() -> None:
    deel = berekend("aanmeldingen", 40, "gemeente=GM0080")
    assert gevonden([deel, berekend("aanmeldingen", 100)]) == [TEGENSPRAAK]


def test_delen_en_totaal_van_andere_populaties_worden_niet_vergeleken() -> None:
    delen = tabel("meldingen", "doelgroep", {"oggz": 40, "overige": 50}, populatie="dagelijks")
    assert gevonden([*delen, cijfer("meldingen", 100)]) == []


def test_delen_in_twee_dimensies_horen_bij_hun_eigen_totaal() -> None:
    delen = [
        cijfer("geprioriteerd", 36, "doelgroep=oggz;gemeente=GM1883"),
        cijfer("geprioriteerd", 5, "doelgroep=oggz;gemeente=overige"),
    ]
    assert gevonden([*delen, cijfer("geprioriteerd", 41, "doelgroep=oggz")]) == []
    assert gevonden([*delen, cijfer("geprioriteerd", 42, "doelgroep=oggz")]) == [TEGENSPRAAK]


def test_een_van_twee_waarden_van_een_deel_mag_passen() -> None:
    delen = tabel("zaken_aangemeld", "eerste_inzet", {"procesregie": 91, "ondersteuning": 79})
    ander = cijfer("zaken_aangemeld", 93, "eerste_inzet=procesregie", plaats="tekst")
    assert gevonden([*delen, ander, cijfer("zaken_aangemeld", 170)]) == [("tegenspraak", "dubbel")]


def test_een_samengevoegde_klasse_is_de_som_van_haar_leden() -> None:
    klassen = {"jong": 10, "oud": 20, "jong + oud": 31}
    bevinding = tegenspraken(tabel("meldingen", "doelgroep", klassen))[0]
    assert getallen(bevinding) == (30, 31)


def test_een_samengevoegde_klasse_telt_mee_als_haar_leden_ontbreken() -> None:
    delen = tabel("meldingen", "doelgroep", {"jong + oud": 30, "overige": 70})
    assert gevonden([*delen, cijfer("meldingen", 100)]) == []


def test_rijen_die_ingesprongen_staan_zijn_samen_niet_meer_dan_de_rij_erboven() -> None:
    rijen = [
        cijfer("vervolgacties", 10, "soort=a", plaats="regel 9", citaat="Overleg 10"),
        cijfer("vervolgacties", 7, "soort=b", plaats="regel 10", citaat="- (Na)zorg 7"),
        cijfer("vervolgacties", 8, "soort=c", plaats="regel 11", citaat="- Justitie 8"),
    ]
    bevinding = tegenspraken(rijen)[0]
    assert getallen(bevinding) == (15, 10)
    assert bevinding.rekensom == "gedrukt als delen van 10, en samen 7 + 8 = 15"


def test_ingesprongen_rijen_binnen_de_rij_erboven_zijn_goed() -> None:
    rijen = [
        cijfer("vervolgacties", 20, "soort=a", plaats="regel 9: Overleg"),
        cijfer("vervolgacties", 7, "soort=b", plaats="regel 10: - Zorg"),
        cijfer("vervolgacties", 50, "soort=c", plaats="regel 11: Anders"),
    ]
    assert gevonden(rijen) == []


def test_een_opsommingsteken_voor_een_zin_is_geen_inspringing() -> None:
    rijen = [
        cijfer("zaken_aangemeld", 10, "soort=a", plaats="regel 9", citaat="10 zaken"),
        cijfer("zaken_aangemeld", 70, "soort=b", plaats="regel 10", citaat="• Er zijn 70 zaken."),
    ]
    assert gevonden(rijen) == []


@pytest.mark.parametrize(
    ("dimensie", "klassen", "uitkomst"),
    [
        ("eerste_inzet", {"procesregie": 64, "ondersteuning": 34}, ["tegenspraak"]),
        ("eerste_inzet", {"procesregie": 64, "ondersteuning": 36}, []),
        ("eerste_inzet", {"procesregie": 64}, []),
        ("aanmelder_groep", {"Politie": 40, "Anders": 55}, ["tegenspraak"]),
        ("aanmelder_groep", {"Politie": 40, "GGZ": 55}, []),
        ("ontvanger_soort", {"ggz": 40, "onbekend": 50}, ["tegenspraak"]),
        ("leeftijd", {"0-17": 18, "18-23": 12}, []),
        ("leeftijd", {"< 30": 18, "30 t/m 50": 12, "> 50": 60}, ["tegenspraak"]),
        ("leeftijd", {"a": 20, "b": 20, "c": 20, "d": 20, "e": 19}, ["tegenspraak"]),
    ],
)
def test_aandelen_van_een_volledige_verdeling_zijn_samen_honderd(
    dimensie: str, klassen: dict[str, int], uitkomst: list[str]
) -> None:
    aandelen = tabel("zaken_aangemeld", dimensie, klassen, eenheid="procent")
    assert [oordeel for oordeel, _ in gevonden(aandelen)] == uitkomst


def test_een_verdeling_die_in_een_ander_jaar_op_honderd_uitkomt_is_volledig() -> None:
    goed = tabel("aanmeldingen", "groep", {"a": 60, "b": 40}, eenheid="procent", jaar=2021)
    fout = tabel("aanmeldingen", "groep", {"a": 60, "b": 35}, eenheid="procent")
    assert gevonden([*goed, *fout]) == [("tegenspraak", "aandelen")]


def test_rijen_die_hun_label_verloren_maken_een_verdeling_af() -> None:
    tafel = tabel("aanmeldingen", "aanmelder_groep", {"a": 60, "Anders": 30}, eenheid="procent")
    kwijt = [
        cijfer("los", waarde, eenheid="procent", label="inferred", plaats=f"regel {waarde}")
        for waarde in (4, 6)
    ]
    assert gevonden([*tafel, *kwijt]) == []
    assert gevonden([*tafel, kwijt[0]]) == [("tegenspraak", "aandelen")]


def test_een_verdeling_met_alleen_afgeleide_klassen_geeft_hooguit_een_vraag() -> None:
    klassen = {"a": 60, "Anders": 30}
    tafel = tabel("los_van", "aanmelder_groep", klassen, eenheid="procent", label="inferred")
    assert gevonden(tafel) == [("vraag", "aandelen")]


@pytest.mark.parametrize("procent", [50, 52])
def test_een_aandeel_is_dat_van_zijn_aantal(procent: int) -> None:
    aantallen = tabel("zaken_aangemeld", "eerste_inzet", {"procesregie": 106, "ondersteuning": 104})
    deel = cijfer("zaken_aangemeld", procent, "eerste_inzet=procesregie", eenheid="procent")
    bevindingen = tegenspraken([*aantallen, cijfer("zaken_aangemeld", 210), deel])
    assert [getallen(b) for b in bevindingen] == ([] if procent == 50 else [(52, 50)])


def test_de_rekensom_van_een_aandeel_noemt_aantal_totaal_en_procent() -> None:
    aantallen = tabel("zaken_aangemeld", "eerste_inzet", {"procesregie": 106, "ondersteuning": 104})
    deel = cijfer("zaken_aangemeld", 51, "eerste_inzet=procesregie", eenheid="procent")
    bevinding = tegenspraken([*aantallen, cijfer("zaken_aangemeld", 210), deel])[0]
    assert bevinding.rekensom == "106 van 210 is 50,48 %, en er staat 51 %"


@pytest.mark.parametrize("procenten", [(34, 33, 33), (33, 34, 33), (33, 33, 34)])
def test_bij_gelijke_aantallen_mag_elke_klasse_het_laatste_procent_hebben(
    procenten: tuple[int, ...],
) -> None:
    soorten = ("a", "b", "overige")
    aantallen = tabel("meldingen", "soort", dict.fromkeys(soorten, 1))
    delen = tabel(
        "meldingen", "soort", dict(zip(soorten, procenten, strict=True)), eenheid="procent"
    )
    assert gevonden([*aantallen, cijfer("meldingen", 3), *delen]) == []


@pytest.mark.parametrize(
    ("totaal", "procenten", "uitkomst"),
    [
        (8, (38, 37, 25), []),
        (8, (37, 38, 25), []),
        (8, (38, 38, 25), [("tegenspraak", "aandelen")]),
        (8, (37, 37, 25), [("tegenspraak", "aandelen")]),
        (None, (38, 38, 25), []),
    ],
)
def test_naast_aantallen_die_het_totaal_zijn_komen_aandelen_op_honderd_uit(
    totaal: int | None, procenten: tuple[int, ...], uitkomst: list[tuple[str, str]]
) -> None:
    maanden = ("2022-01", "2022-02", "2022-03")
    delen = dict(zip(maanden, procenten, strict=True))
    cijfers = tabel("aanmeldingen", "maand", dict(zip(maanden, (3, 3, 2), strict=True)))
    cijfers += tabel("aanmeldingen", "maand", delen, eenheid="procent")
    assert gevonden([*cijfers, *([cijfer("aanmeldingen", totaal)] if totaal else [])]) == uitkomst


@pytest.mark.parametrize(("procent", "uitkomst"), [(33, 0), (34, 0), (35, 1), (32, 1)])
def test_als_niet_alle_aantallen_bekend_zijn_mag_een_aandeel_omhoog_of_omlaag(
    procent: int, uitkomst: int
) -> None:
    cijfers = [
        cijfer("aanmeldingen", 67, "gemeente=GM0080"),
        cijfer("aanmeldingen", 200),
        cijfer("aanmeldingen", procent, "gemeente=GM0080", eenheid="procent"),
    ]
    assert len(tegenspraken(cijfers)) == uitkomst


def test_een_aandeel_met_een_decimaal_is_op_een_decimaal_afgerond() -> None:
    aantallen = [
        *tabel("aanmeldingen", "gemeente", {"GM0080": 1, "overige": 2}),
        cijfer("aanmeldingen", 3),
    ]
    goed = cijfer("aanmeldingen", "33.3", "gemeente=GM0080", eenheid="procent")
    fout = cijfer("aanmeldingen", "33.4", "gemeente=GM0080", eenheid="procent")
    assert controleer([*aantallen, goed]) == []
    assert gevonden([*aantallen, fout]) == [("tegenspraak", "aandeel")]


def test_een_percentage_per_klasse_is_geen_aandeel_als_het_geheel_er_ook_een_heeft() -> None:
    per_soort = tabel("goed_resultaat", "soort", {"a": 80, "anders": 90}, eenheid="procent")
    assert gevonden([*per_soort, cijfer("goed_resultaat", 85, eenheid="procent")]) == []


def test_zonder_totaal_zijn_aandelen_die_van_een_volledige_verdeling() -> None:
    klassen = {"a": 50, "anders": 150}
    aantallen = tabel("meldingen", "soort", klassen, eenheid="meldingen")
    goed = tabel("meldingen", "soort", {"a": 25, "anders": 75}, eenheid="procent")
    fout = tabel("meldingen", "soort", {"a": 26, "anders": 74}, eenheid="procent")
    assert gevonden([*aantallen, *goed]) == []
    assert gevonden([*aantallen, *fout]) == [("tegenspraak", "aandeel")] * 2
