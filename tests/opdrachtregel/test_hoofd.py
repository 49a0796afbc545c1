# SPDX-License-Identifier: EUPL-1.2
"""How a command is called: help and wrong calls are Dutch, with the exit code that was promised."""

import pytest

from vangnet.opdrachtregel.alle import OPDRACHTEN
from vangnet.opdrachtregel.hoofd import hoofd

ZICHTBAAR = [opdracht.naam for opdracht in OPDRACHTEN if not opdracht.verborgen]


@pytest.mark.parametrize("naam", ZICHTBAAR)
def test_elke_opdracht_geeft_uitleg_met_een_voorbeeld(
    naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="0"):
        hoofd([naam, "--help"])

    uit = capsys.readouterr().out
    assert "Voorbeeld:\n  " in uit
    assert "gebruik: " in uit
    assert "usage" not in uit


@pytest.mark.parametrize(
    ("aanroep", "zin"),
    [
        (["backup"], "dit ontbreekt: PAD"),
        (["bestaat-niet"], "'bestaat-niet' kan niet; kies uit"),
        (["migreer", "--nu"], "dit is onbekend: --nu"),
        (["huis", "--naam"], "bij --naam: er ontbreekt een waarde"),
        (["sleutel", "kwijt"], "'kwijt' kan niet; kies uit 'draai'"),
    ],
)
def test_een_verkeerde_aanroep_eindigt_met_2_en_een_zin(
    aanroep: list[str], zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        hoofd(aanroep)

    assert zin in capsys.readouterr().err


def test_zonder_opdracht_komt_de_lijst(capsys: pytest.CaptureFixture[str]) -> None:
    assert hoofd([]) == 2
    assert "backup" in capsys.readouterr().out
