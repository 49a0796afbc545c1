# SPDX-License-Identifier: EUPL-1.2
"""The oracle itself, against small registers whose figures were counted by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.kerncijfers.telling import tel
from tests.kerncijfers.telling_regels import Rij, aandelen, een_decimaal

VAN, TOT = date(2022, 1, 1), date(2022, 12, 31)
POLITIE = {"organisatie_id": "O1", "naam": "Politie", "soort": "politie", "keten": "justitie"}
TEAM = {
    "organisatie_id": "O2",
    "naam": "Team",
    "soort": "wijk_of_gebiedsteam",
    "keten": "zorg",
    "rapportgroep": "Teams",
}


def zaak(
    casus_id: str, aangemeld_op: str, *inzetten: tuple[str, str], **meer: str
) -> dict[str, list[Rij]]:
    """The rows of one casus with its aanmelding and its inzetten (soort, vanaf)."""
    soort = inzetten[0][0]
    return {
        "casussen": [{"casus_id": casus_id, "samenstelling": "individu", **meer}],
        "aanmeldingen": [
            {
                "aanmelding_id": f"A-{casus_id}",
                "ontvangen_op": aangemeld_op,
                "aanmelder": "O1",
                "triage_besluit": soort,
                "casus_id": casus_id,
            }
        ],
        "inzetten": [{"casus_id": casus_id, "soort": s, "vanaf": vanaf} for s, vanaf in inzetten],
    }


def register(*delen: dict[str, list[Rij]], **bestanden: list[Rij]) -> dict[str, list[Rij]]:
    """One register of the rows of several casussen and of loose files."""
    samen: dict[str, list[Rij]] = {"organisaties": [POLITIE, TEAM]}
    for deel in (*delen, bestanden):
        for naam, rijen in deel.items():
            samen[naam] = samen.get(naam, []) + rijen
    return samen


def cijfer(pakket: dict[str, list[Rij]], sleutel: str, peildatum: date | None = None) -> Any:
    """One figure of 2022."""
    cijfers = tel(pakket, VAN, TOT, peildatum)["kerncijfers"]
    return next(c for c in cijfers if c["sleutel"] == sleutel)


def aantallen(figuur: Any, dimensie: str) -> dict[str, Any]:
    """The classes of a breakdown that have a count."""
    return {k["klasse"]: k["aantal"] for k in figuur["uitsplitsingen"][dimensie] if k["aantal"]}


def sluiting(casus_id: str, op: str, **meer: str) -> Rij:
    return {"casus_id": casus_id, "afgesloten_op": op, **meer}


def test_aandelen_tellen_op_tot_100() -> None:
    assert aandelen([91, 79]) == [54, 46]


def test_bij_gelijke_resten_gaat_het_procent_naar_het_grootste_aantal() -> None:
    assert aandelen([1, 5, 2]) == [12, 63, 25]


def test_bij_gelijke_aantallen_gaat_het_procent_naar_de_eerste_klasse() -> None:
    assert aandelen([1, 1, 1]) == [34, 33, 33]


def test_van_niets_is_geen_aandeel() -> None:
    assert aandelen([0, 0]) == [None, None]


@pytest.mark.parametrize(
    ("teller", "noemer", "uitkomst"), [(151, 91, "1.7"), (336, 106, "3.2"), (5, 20, "0.3")]
)
def test_een_gemiddelde_heeft_een_decimaal(teller: int, noemer: int, uitkomst: str) -> None:
    assert een_decimaal(teller, noemer) == Decimal(uitkomst)


def test_een_zaak_van_oudejaarsdag_en_een_van_nieuwjaarsdag_liggen_in_twee_jaren() -> None:
    pakket = register(
        zaak("C1", "2021-12-31", ("procesregie", "2022-01-05")),
        zaak("C2", "2022-01-01", ("ondersteuning", "2022-01-05")),
        zaak("C3", "2022-12-31", ("procesregie", "2023-01-02")),
    )

    figuur = cijfer(pakket, "zaken_aangemeld")

    assert figuur["waarde"] == 2
    assert aantallen(figuur, "eerste_inzet") == {"procesregie": 1, "ondersteuning": 1}


def test_de_eerste_aanmelding_bepaalt_dag_en_aanmelder() -> None:
    pakket = register(zaak("C1", "2022-03-02", ("procesregie", "2022-03-03")))
    pakket["aanmeldingen"].append(
        {"aanmelding_id": "A-C0", "ontvangen_op": "2022-03-02", "aanmelder": "O2", "casus_id": "C1"}
    )

    figuur = cijfer(pakket, "zaken_aangemeld")

    assert cijfer(pakket, "aanmeldingen")["waarde"] == 2
    assert aantallen(figuur, "aanmelder_groep") == {"Teams": 1}


def test_op_de_peildatum_aangemeld_is_nog_niet_open() -> None:
    pakket = register(
        zaak("C1", "2021-12-31", ("procesregie", "2022-01-03")),
        zaak("C2", "2022-01-01", ("procesregie", "2022-01-03")),
    )

    assert cijfer(pakket, "zaken_openstaand")["waarde"] == 1


def test_op_de_peildatum_afgesloten_is_nog_open() -> None:
    pakket = register(
        zaak("C1", "2021-05-01", ("procesregie", "2021-05-03")),
        zaak("C2", "2021-05-01", ("procesregie", "2021-05-03")),
        afsluitingen=[
            sluiting("C1", "2022-01-01", resultaat="deels"),
            sluiting("C2", "2021-12-31", resultaat="deels"),
        ],
    )

    assert cijfer(pakket, "zaken_openstaand")["waarde"] == 1


def test_een_wissel_op_de_peildatum_telt_nog_als_de_oude_inzet() -> None:
    wissel = (("ondersteuning", "2021-05-03"), ("procesregie", "2022-01-01"))
    pakket = register(zaak("C1", "2021-05-01", *wissel))

    figuur = cijfer(pakket, "zaken_openstaand")

    assert aantallen(figuur, "inzet") == {"ondersteuning": 1}
    assert aantallen(cijfer(pakket, "zaken_gewisseld"), "wissel") == {
        "ondersteuning_procesregie": 1
    }


@pytest.mark.parametrize(
    ("peildatum", "stand"),
    [("2022-02-10", 1), ("2022-02-11", 0), ("2022-06-01", 0), ("2022-06-02", 1)],
)
def test_een_heropende_zaak_is_open_vanaf_de_dag_na_het_heropenen(
    peildatum: str, stand: int
) -> None:
    pakket = register(
        zaak("C1", "2021-05-01", ("procesregie", "2021-05-03"), ("procesregie", "2022-06-01")),
        afsluitingen=[
            sluiting("C1", "2022-02-10", resultaat="niet", heropend_op="2022-06-01"),
        ],
    )

    assert cijfer(pakket, "zaken_openstaand", date.fromisoformat(peildatum))["waarde"] == stand
    assert cijfer(pakket, "zaken_heropend")["waarde"] == 1


def test_lopend_is_open_op_minstens_een_dag_van_de_periode() -> None:
    pakket = register(
        zaak("C1", "2021-05-01", ("procesregie", "2021-05-03")),
        zaak("C2", "2021-05-01", ("procesregie", "2021-05-03")),
        zaak("C3", "2022-12-31", ("ondersteuning", "2023-01-03")),
        afsluitingen=[
            sluiting("C1", "2022-01-01", resultaat="deels"),
            sluiting("C2", "2021-12-31", resultaat="deels"),
        ],
    )

    figuur = cijfer(pakket, "zaken_lopend")

    assert aantallen(figuur, "laatste_inzet") == {"procesregie": 1, "ondersteuning": 1}


def test_een_sluiting_telt_onder_de_laatst_begonnen_inzet() -> None:
    wissel = (("procesregie", "2022-02-01"), ("ondersteuning", "2022-08-01"))
    pakket = register(
        zaak("C1", "2022-01-05", *wissel),
        afsluitingen=[sluiting("C1", "2022-12-31", afsluitreden="afgerond")],
    )

    assert aantallen(cijfer(pakket, "zaken_afgesloten"), "laatste_inzet") == {"ondersteuning": 1}
    assert cijfer(pakket, "overdracht")["waarde"] == 0


def test_resultaat_en_overdracht_gaan_over_procesregie() -> None:
    gehaald = {"resultaat": "doel_gerealiseerd", "overdracht": "ggz"}
    pakket = register(
        zaak("C1", "2022-01-05", ("procesregie", "2022-02-01")),
        afsluitingen=[sluiting("C1", "2022-02-01", **gehaald)],
    )

    assert cijfer(pakket, "goed_resultaat")["waarde"] == 100
    assert aantallen(cijfer(pakket, "overdracht"), "ontvanger_soort") == {"ggz": 1}


@pytest.mark.parametrize(
    ("geboren", "aangemeld_op", "klasse"),
    [
        ("2004-03-01", "2022-02-28", "0-17"),
        ("2004-03-01", "2022-03-01", "18-23"),
        ("2004-02-29", "2022-02-28", "0-17"),
        ("2004-02-29", "2022-03-01", "18-23"),
        ("1966-12-31", "2022-12-30", "41-55"),
        ("1966-12-31", "2022-12-31", "56+"),
        ("", "2022-12-31", "onbekend"),
    ],
)
def test_de_leeftijd_is_in_hele_jaren_op_de_dag_van_aanmelden(
    geboren: str, aangemeld_op: str, klasse: str
) -> None:
    pakket = register(
        zaak("C1", aangemeld_op, ("procesregie", "2023-01-01"), hoofdbetrokkene="P1"),
        personen=[{"persoon_id": "P1", "achternaam": "Terpstra", "geboortedatum": geboren}],
    )

    assert aantallen(cijfer(pakket, "leeftijd"), "leeftijd") == {klasse: 1}


def test_een_persoon_in_twee_zaken_telt_een_keer_met_de_eerste_rol() -> None:
    pakket = register(
        zaak("C1", "2022-01-05", ("procesregie", "2022-02-01")),
        zaak("C2", "2022-01-05", ("procesregie", "2022-02-01")),
        zaak("C3", "2022-01-05", ("ondersteuning", "2022-02-01")),
        betrokkenen=[
            {"casus_id": "C1", "persoon_id": "P1", "rol": "slachtoffer", "vanaf": "2022-12-31"},
            {"casus_id": "C2", "persoon_id": "P1", "rol": "kind", "vanaf": ""},
            {"casus_id": "C2", "persoon_id": "P2", "rol": "ouder", "vanaf": "2023-01-01"},
            {"casus_id": "C3", "persoon_id": "P3", "rol": "ouder", "vanaf": ""},
        ],
    )

    assert aantallen(cijfer(pakket, "personen_betrokken"), "rol") == {"kind": 1}
    assert cijfer(pakket, "personen_betrokken_per_casus")["waarde"] == Decimal("0.5")


def test_een_traject_telt_mee_als_een_dag_ervan_in_de_periode_ligt() -> None:
    begin = ("procesregie", "2021-02-01")
    pakket = register(
        *(zaak(f"C{n}", "2021-01-05", begin) for n in (1, 2, 3)),
        trajecten=[
            {"casus_id": "C1", "vanaf": "2021-06-01", "tot": "2022-01-01"},
            {"casus_id": "C2", "vanaf": "2021-06-01", "tot": "2021-12-31"},
            {"casus_id": "C3", "vanaf": "2022-12-31", "tot": ""},
        ],
    )

    assert cijfer(pakket, "trajectbegeleiding")["waarde"] == 2
    assert cijfer(pakket, "trajectbegeleiding_nieuw")["waarde"] == 0
    assert cijfer(pakket, "trajectbegeleiding_begonnen")["waarde"] == 1


def test_casustafels_zijn_tellingen_en_overleggen_samen() -> None:
    tafel = {"soort": "casustafel_radicalisering"}
    pakket = register(
        tellingen=[{"datum": "2022-03-31", "aantal": "4", "gemeente": "GM0080", **tafel}],
        overleggen=[
            {"overleg_id": "V1", "datum": "2022-12-31", **tafel},
            {"overleg_id": "V2", "datum": "2022-12-31", "soort": "triagetafel"},
        ],
    )

    figuur = cijfer(pakket, "casustafel_radicalisering")

    assert figuur["waarde"] == 5
    assert aantallen(figuur, "gemeente") == {"GM0080": 4, "onbekend": 1}


def test_geld_telt_alleen_voor_jaren_die_heel_in_de_periode_liggen() -> None:
    rij = {"jaar": "2022", "soort": "kosten", "post": "huur", "bedrag": "10.25"}
    pakket = register(financien=[rij, {**rij, "jaar": "2021"}])

    cijfers = tel(pakket, date(2021, 1, 2), TOT)["kerncijfers"]

    assert next(c for c in cijfers if c["sleutel"] == "kosten")["waarde"] == Decimal("10.25")


def test_van_niets_is_een_aantal_nul_en_een_gemiddelde_onbekend() -> None:
    pakket = register()

    assert cijfer(pakket, "zaken_aangemeld")["waarde"] == 0
    assert cijfer(pakket, "personen_betrokken_per_casus")["waarde"] is None
    assert cijfer(pakket, "goed_resultaat")["waarde"] is None
    assert cijfer(pakket, "leeftijd_0_23")["waarde"] is None


def test_een_gemeente_buiten_het_huis_is_buiten_regio() -> None:
    aanmelding = {"ontvangen_op": "2022-05-05", "aanmelder": "O1"}
    plaatsen = ["GM0080", "GM0363", "detentie", ""]
    rijen = [
        {**aanmelding, "aanmelding_id": f"A{n}", "gemeente": plaats}
        for n, plaats in enumerate(plaatsen)
    ]

    cijfers = tel(register(aanmeldingen=rijen), VAN, TOT, gemeenten=["GM0080"])["kerncijfers"]

    klassen = [klasse["klasse"] for klasse in cijfers[0]["uitsplitsingen"]["gemeente"]]
    assert klassen == ["GM0080", "buiten_regio", "detentie", "onbekend"]
