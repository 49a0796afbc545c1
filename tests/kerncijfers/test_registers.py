# SPDX-License-Identifier: EUPL-1.2
"""The random registers are valid, and the oracle agrees with itself on them."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import Phase, find, given, settings

from tests.kerncijfers.geldig import fouten
from tests.kerncijfers.registers import perioden, registers, schrijf_pakket
from tests.kerncijfers.telling import lees_pakket, tel
from tests.kerncijfers.telling_regels import Rijen

Periode = tuple[date, date, date]


def waarden(register: Rijen, van: date, tot: date, peildatum: date | None = None) -> dict[str, Any]:
    """The values of all figures by sleutel."""
    return {c["sleutel"]: c["waarde"] for c in tel(register, van, tot, peildatum)["kerncijfers"]}


@given(registers())
def test_een_willekeurig_register_voldoet_aan_de_regels(register: Rijen) -> None:
    assert fouten(register) == []


@given(registers(), perioden())
def test_stand_en_stroom_sluiten(register: Rijen, periode: Periode) -> None:
    van, tot, _ = periode

    begin = waarden(register, van, tot, van)
    eind = waarden(register, van, tot, tot + timedelta(days=1))

    erbij = begin["zaken_aangemeld"] + begin["zaken_heropend"]
    erna = begin["zaken_openstaand"] + erbij - begin["zaken_afgesloten"]
    assert erna == eind["zaken_openstaand"]


@given(registers(), perioden())
def test_elke_verdeling_telt_op_tot_100(register: Rijen, periode: Periode) -> None:
    for cijfer in tel(register, *periode)["kerncijfers"]:
        for klassen in cijfer["uitsplitsingen"].values():
            procenten = [klasse["aandeel"] for klasse in klassen if klasse["aandeel"] is not None]
            assert sum(procenten) in {0, 100}


@given(registers(), perioden())
def test_elke_verdeling_telt_op_tot_het_geheel(register: Rijen, periode: Periode) -> None:
    for cijfer in tel(register, *periode)["kerncijfers"]:
        if cijfer["eenheid"] == "procent":
            continue
        for klassen in cijfer["uitsplitsingen"].values():
            assert sum(klasse["aantal"] for klasse in klassen) == cijfer["waarde"]


def test_de_grenzen_komen_voor() -> None:
    """The strategy reaches a reopened casus that is open again on the peildatum."""

    def heropend_en_open(register: Rijen) -> bool:
        cijfers = waarden(register, date(2022, 1, 1), date(2022, 12, 31), date(2023, 1, 1))
        return bool(cijfers["zaken_heropend"] and cijfers["zaken_openstaand"])

    zonder_krimpen = settings(phases=[Phase.generate], max_examples=500)

    assert find(registers(), heropend_en_open, settings=zonder_krimpen)


@given(registers())
def test_een_geschreven_pakket_telt_als_het_register(
    tmp_path_factory: Any, register: Rijen
) -> None:
    map_: Path = tmp_path_factory.mktemp("pakket")
    schrijf_pakket(register, map_)

    uit_bestanden = {naam: rijen for naam, rijen in register.items() if rijen}

    assert lees_pakket(map_) == uit_bestanden


def test_een_kapot_register_wordt_gezien() -> None:
    register = {
        "casussen": [{"casus_id": "C1", "samenstelling": "individu"}],
        "relaties": [{"persoon_id": "P1", "andere_persoon_id": "P1", "soort": "kind"}],
    }

    assert fouten(register) == [
        "relaties: persoon_id P1 bestaat niet",
        "relaties: andere_persoon_id P1 bestaat niet",
        "relaties: P1 met zichzelf",
        "casus C1 mist een aanmelding of een inzet",
    ]
