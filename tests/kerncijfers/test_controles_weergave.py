# SPDX-License-Identifier: EUPL-1.2
"""How a figure is read in, and how a finding is written out."""

import json
from datetime import date
from decimal import Decimal

import pytest

from tests.kerncijfers.reeksen import cijfer
from vangnet.kerncijfers.controles import (
    Reekscijfer,
    als_json,
    als_regel,
    als_tekst,
    controleer,
    lees_rij,
)
from vangnet.kerncijfers.controles.bevinding import optelsom, toon

RIJ = {
    "rapport": "Verslag",
    "van": "2022-01-01",
    "tot": "2022-12-31",
    "sleutel": "overdracht",
    "uitsplitsing": "ontvanger_soort=ggz",
    "waarde": "9",
    "eenheid": "procent",
}
TWEE = [
    cijfer("zaken_aangemeld", 91, plaats="tabel"),
    cijfer("zaken_aangemeld", "93.5", plaats="tekst", rapport="Later"),
]


def test_een_rij_wordt_gelezen_ook_zonder_de_kolommen_die_leeg_mogen_zijn() -> None:
    assert lees_rij(RIJ | {"citaat": None}) == Reekscijfer(
        rapport="Verslag",
        van=date(2022, 1, 1),
        tot=date(2022, 12, 31),
        sleutel="overdracht",
        waarde=Decimal(9),
        eenheid="procent",
        uitsplitsing=(("ontvanger_soort", ("ggz",)),),
    )


@pytest.mark.parametrize("kolom", ["rapport", "van", "tot", "sleutel", "eenheid"])
def test_een_rij_zonder_een_verplichte_kolom_wordt_geweigerd(kolom: str) -> None:
    with pytest.raises(ValueError, match=kolom):
        lees_rij(RIJ | {kolom: " "})


@pytest.mark.parametrize(
    ("waarde", "stap"), [("12", "1"), ("12.0000", "1"), ("33.3000", "0.1"), ("1200", "1")]
)
def test_de_stap_is_de_laatste_decimaal_die_er_toe_doet(waarde: str, stap: str) -> None:
    assert cijfer("x", waarde).stap == Decimal(stap)
    assert cijfer("x", waarde, decimalen=2).stap == Decimal("0.01")


def test_een_getal_is_geschreven_zonder_punten_voor_duizendtallen() -> None:
    assert [toon(Decimal(w)) for w in ("352000", "33.30", "-5", "0")] == [
        "352000",
        "33,3",
        "-5",
        "0",
    ]


def test_een_optelsom_schrijft_een_bedrag_onder_nul_als_aftrekking() -> None:
    assert optelsom([Decimal(2509), Decimal(-89403)]) == "2509 - 89403 = -86894"


def test_een_bevinding_is_een_regel_met_oordeel_getallen_rekensom_en_bronnen() -> None:
    assert als_tekst(controleer(TWEE)) == (
        "tegenspraak | zaken_aangemeld, 2022-01-01 t/m 2022-12-31 | 93,5 tegenover 91 zaken | "
        "93,5 ≠ 91: één cijfer, 2 waarden | bron: Later (tekst) en Verslag (tabel)"
    )


def test_bevindingen_die_alleen_in_eenheid_verschillen_staan_op_een_vaste_plek() -> None:
    sprong = [
        cijfer("zaken_openstaand", waarde, eenheid=eenheid, van=dag, tot=dag)
        for dag, waarde in ((date(2021, 1, 1), 12), (date(2022, 1, 1), 4))
        for eenheid in ("zaken", "procent")
    ]
    gevonden = controleer(sprong)

    assert [b.eenheid for b in gevonden] == ["procent", "zaken"]
    assert gevonden[0].volgorde < gevonden[1].volgorde


def test_een_regeleinde_in_een_plaats_breekt_de_regel_niet() -> None:
    paar = [cijfer("x", 1, plaats="a\nb"), cijfer("x", 2)]
    assert "\n" not in als_regel(controleer(paar)[0])


def test_zonder_bevindingen_zegt_de_tekst_dat() -> None:
    assert als_tekst([]) == "Geen tegenspraak, vraag of sprong gevonden."


def test_een_bevinding_is_als_json_te_lezen() -> None:
    gelezen = json.loads(json.dumps(als_json(controleer(TWEE)[0])))
    assert gelezen == {
        "oordeel": "tegenspraak",
        "controle": "dubbel",
        "sleutel": "zaken_aangemeld",
        "uitsplitsing": "",
        "van": "2022-01-01",
        "tot": "2022-12-31",
        "eenheid": "zaken",
        "waarden": [93.5, 91],
        "rekensom": "93,5 ≠ 91: één cijfer, 2 waarden",
        "bronnen": [
            {"rapport": "Later", "plaats": "tekst"},
            {"rapport": "Verslag", "plaats": "tabel"},
        ],
    }
