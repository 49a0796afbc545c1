# SPDX-License-Identifier: EUPL-1.2
"""Codes of an app, held against the examples of the standard."""

import base64
from datetime import UTC, datetime

import pytest

from vangnet.gebruikers import codes

GEHEIM = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.asvs("6.5.5")
@pytest.mark.parametrize(
    ("seconden", "code"),
    # RFC 6238, appendix B, the last six of eight digits.
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_een_code_is_die_van_de_standaard(seconden: int, code: str) -> None:
    assert codes.code_van(GEHEIM, seconden // 30) == code


def test_een_code_mag_een_stap_voor_of_achter_lopen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "nu", lambda: datetime.fromtimestamp(1_234_567_890, UTC))
    stap = 1_234_567_890 // 30

    passend = [n for n in range(-3, 4) if codes.stap_van(GEHEIM, codes.code_van(GEHEIM, stap + n))]

    assert passend == [-1, 0, 1]


def test_spaties_in_een_code_doen_er_niet_toe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "nu", lambda: datetime.fromtimestamp(59, UTC))

    assert codes.stap_van(GEHEIM, "287 082") == 1


def test_het_adres_voor_de_app_noemt_huis_en_account() -> None:
    adres = codes.app_adres("ABC", wie="a@b.nl", huis="Huis & Zn")

    assert adres == ("otpauth://totp/Huis%20%26%20Zn:a%40b.nl?secret=ABC&issuer=Huis%20%26%20Zn")


@pytest.mark.parametrize("code", ["２８７０８２", "²87082", "٢٨٧٠٨٢", "é", ""])
def test_cijfers_van_een_ander_schrift_zijn_een_verkeerde_code(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "nu", lambda: datetime.fromtimestamp(59, UTC))

    assert codes.stap_van(GEHEIM, code) is None
