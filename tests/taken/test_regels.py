# SPDX-License-Identifier: EUPL-1.2
"""The signature of a task."""

from dataclasses import replace

import pytest

from vangnet.kern.fouten import NietToegestaan
from vangnet.taken.regels import Opdracht, onderteken, toets, toets_op_tijd

SLEUTEL = b"s" * 32
OPDRACHT = Opdracht("register_invoeren", {"proef": True}, "taak-1", "gebruiker-1", 1_000)
HANDTEKENING = onderteken(OPDRACHT, SLEUTEL)


def test_een_taak_met_onze_handtekening_mag() -> None:
    toets(OPDRACHT, HANDTEKENING, sleutels=[SLEUTEL])


def test_een_oude_sleutel_opent_wat_hij_tekende() -> None:
    toets(OPDRACHT, HANDTEKENING, sleutels=[b"n" * 32, SLEUTEL])


def test_een_taak_mag_tot_en_met_zijn_laatste_seconde() -> None:
    toets_op_tijd(OPDRACHT, nu=1_000)


@pytest.mark.asvs("9.2.1")
def test_een_verlopen_taak_wordt_geweigerd() -> None:
    with pytest.raises(NietToegestaan, match="verlopen"):
        toets_op_tijd(OPDRACHT, nu=1_001)


@pytest.mark.asvs("9.1.1")
@pytest.mark.parametrize(
    "anders",
    [
        {"naam": "iets_anders"},
        {"gegevens": {"proef": False}},
        {"taak": "taak-2"},
        {"gebruiker": "gebruiker-2"},
        {"verloopt": 2_000},
    ],
)
def test_een_taak_waaraan_is_veranderd_wordt_geweigerd(anders: dict[str, object]) -> None:
    veranderd = replace(OPDRACHT, **anders)  # type: ignore[arg-type]  # one field at a time

    with pytest.raises(NietToegestaan, match="niet door Vangnet"):
        toets(veranderd, HANDTEKENING, sleutels=[SLEUTEL])


def test_een_andere_sleutel_tekent_anders() -> None:
    with pytest.raises(NietToegestaan, match="niet door Vangnet"):
        toets(OPDRACHT, HANDTEKENING, sleutels=[b"x" * 32])
