# SPDX-License-Identifier: EUPL-1.2
"""The checks on the figures that the real houses published (kerncijfers.md section 2).

Items are those of the list of inconsistencies in the source documents; SF numbers name figures.
"""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.kerncijfers.reeksen import Rij, gepubliceerde_rijen, getallen
from vangnet.kerncijfers.controles import Bevinding, als_regel, controleer, lees_rij

TEGENSPRAKEN = {
    "6: 64 en 34 procent": {"SF042", "SF043"},
    "6: 81 van 226 is geen 34 procent": {"SF036", "SF038", "SF043"},
    "7: 106 van 210, verslag 2021": {"SF035", "SF039", "SF044"},
    "7: 104 van 210, verslag 2021": {"SF037", "SF039", "SF045"},
    "7: 106 van 210, verslag 2022": {"SF129", "SF130", "SF137"},
    "7: 104 van 210, verslag 2022": {"SF133", "SF134", "SF137"},
    "10: 56 in geen klasse, verslag 2021": {"SF102", "SF104"},
    "10: 56 in geen klasse, verslag 2022": {"SF187", "SF189"},
    "15: 91 of 93 zaken": {"SF131", "SF147"},
    "18: 47 of 78 zaken": {"SF054", "SF150"},
    "19: kolom telt op tot 95": {f"SF{nummer}" for nummer in range(164, 180, 2)},
    "26: 352.000 of 352.035 euro": {"SF125", "SF234"},
    "42: 4057 of 3859 meldingen": {"SF252", "SF260"},
    "43: delen van 217": {"SF254", "SF255", "SF256", "SF257"},
}
VRAGEN = {
    "20: het OM twee keer": {"SF298", "SF300"},
    "22: 83 procent en later 87 tot 89": {"SF032", "SF111", "SF199"},
    "23: 12 per week en 1248": {"SF214", "SF215"},
    "23: een of twee keer per week": {"SF213", "SF226"},
    "47: doel 52, bereikt 29": {"SF276", "SF286"},
    "47: minstens 8, bereikt 7": {"SF287", "SF288"},
}
SPRONGEN = {"27: van 4 naar 16 procent": {"SF105", "SF190"}}


def _maal_drie(rijen: list[Rij]) -> list[Rij]:
    return [rij | {"waarde": str(Decimal(rij["waarde"]) * 3)} for rij in rijen]


def _aantallen_maal_drie(rijen: list[Rij]) -> list[Rij]:
    return [rij if rij["eenheid"] == "procent" else _maal_drie([rij])[0] for rij in rijen]


def _hernoemd(rijen: list[Rij]) -> list[Rij]:
    """Give every class and population another name; the words of the report stay."""
    namen: dict[str, str] = {}

    def nieuw(treffer: re.Match[str]) -> str:
        return "=" + namen.setdefault(treffer[1], f"klasse {len(namen)}")

    return [
        rij
        | {
            "uitsplitsing": re.sub("=([^;]+)", nieuw, rij["uitsplitsing"]),
            "populatie": rij["populatie"][::-1],
        }
        for rij in rijen
    ]


def _andersom(rijen: list[Rij]) -> list[Rij]:
    return rijen[::-1]


def _met_citaat(rijen: list[Rij]) -> list[Rij]:
    """Carry the printed words as a quote and not in the place, as another reading may do."""
    anders = []
    for rij in rijen:
        plaats, _, woorden = rij["plaats"].partition(": ")
        citaat = f"{woorden} {rij['waarde']}" if woorden else ""
        anders.append(rij | {"plaats": f"regel {plaats[-3:]} {plaats[:5]}", "citaat": citaat})
    return anders


LEZINGEN: list[Callable[[list[Rij]], list[Rij]]] = [
    list,
    _maal_drie,
    _aantallen_maal_drie,
    _hernoemd,
    lambda rijen: _maal_drie(_hernoemd(rijen)),
    _andersom,
    _met_citaat,
]


def _van(oordeel: str, rijen: list[Rij]) -> list[Bevinding]:
    return [b for b in controleer(map(lees_rij, rijen)) if b.oordeel == oordeel]


def _figuren(bevinding: Bevinding) -> set[str]:
    return set(re.findall(r"SF\d+", " ".join(bron.plaats for bron in bevinding.bronnen)))


@pytest.mark.parametrize("lezing", LEZINGEN)
@pytest.mark.parametrize("item", TEGENSPRAKEN)
def test_een_bekende_tegenspraak_wordt_gevonden(
    item: str, lezing: Callable[[list[Rij]], list[Rij]]
) -> None:
    gevonden = _van("tegenspraak", lezing(gepubliceerde_rijen()))
    assert any(TEGENSPRAKEN[item] <= _figuren(bevinding) for bevinding in gevonden)


@pytest.mark.parametrize("lezing", LEZINGEN)
def test_niets_anders_heet_een_tegenspraak(lezing: Callable[[list[Rij]], list[Rij]]) -> None:
    for bevinding in _van("tegenspraak", lezing(gepubliceerde_rijen())):
        assert any(item <= _figuren(bevinding) for item in TEGENSPRAKEN.values()), bevinding


@pytest.mark.parametrize("item", VRAGEN)
def test_een_bekende_vraag_wordt_gesteld(item: str) -> None:
    gevonden = _van("vraag", gepubliceerde_rijen())
    assert any(VRAGEN[item] <= _figuren(bevinding) for bevinding in gevonden)


@pytest.mark.parametrize("item", SPRONGEN)
def test_een_bekende_sprong_wordt_gezien(item: str) -> None:
    gevonden = _van("sprong", gepubliceerde_rijen())
    assert any(SPRONGEN[item] <= _figuren(bevinding) for bevinding in gevonden)


def test_de_regel_over_de_zaken_in_procesregie_noemt_91_en_93() -> None:
    regels = [als_regel(b) for b in _van("tegenspraak", gepubliceerde_rijen())]
    regel = next(regel for regel in regels if "SF147" in regel)
    assert regel == (
        "tegenspraak | zaken_aangemeld [eerste_inzet=procesregie], 2022-01-01 t/m 2022-12-31 | "
        "91 tegenover 93 zaken | 91 ≠ 93: één cijfer, 2 waarden | "
        "bron: ZVH Fryslân Kerncijfers 2022 (SF131, regel 85: procesregie; "
        "SF147, regel 108: procesregie)"
    )


def test_de_tegenspraak_over_de_ingesprongen_rijen_noemt_217_en_1867() -> None:
    gevonden = _van("tegenspraak", gepubliceerde_rijen())
    bevinding = next(b for b in gevonden if b.sleutel == "vervolgacties")
    assert getallen(bevinding) == (1867, 217)
    assert "791 + 839 + 237 = 1867" in bevinding.rekensom


def test_dezelfde_cijfers_geven_in_elke_volgorde_dezelfde_bevindingen() -> None:
    rijen = gepubliceerde_rijen()
    assert controleer(map(lees_rij, rijen)) == controleer(map(lees_rij, rijen[::-1]))
