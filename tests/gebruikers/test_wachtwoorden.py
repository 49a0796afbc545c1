# SPDX-License-Identifier: EUPL-1.2
"""Which new passwords are refused, and what the sentence says."""

import pytest

from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.wachtwoorden import bezwaren, is_te_raden

SAM = Gebruiker(naam="Sam van Oosterveld", email="s.oosterveld@gemeente.invalid")


@pytest.mark.asvs("6.2.4")
@pytest.mark.parametrize(
    "wachtwoord",
    [
        "            ",
        "aaaaaaaaaaaa",
        "abcabcabcabcab",
        "haha haha haha",
        "123456789012",
        "abcdefghijkl",
        "qwertyuiop12",
        "0987654321!!",
        "wachtwoord123",
        "Welkom123456",
        "W@chtw00rd!2026",
        "Zomer2026!Zomer",
        "vangnet-vangnet1",
    ],
)
def test_wat_iedereen_als_eerste_probeert_is_te_raden(wachtwoord: str) -> None:
    assert is_te_raden(wachtwoord)


@pytest.mark.asvs("6.2.11")
@pytest.mark.parametrize(
    "wachtwoord",
    ["Oosterveld2026!", "s.oosterveld@gemeente.invalid", "huisaandegracht", "AandeGracht-1234"],
)
def test_de_eigen_naam_het_adres_en_het_huis_zijn_te_raden(wachtwoord: str) -> None:
    assert bezwaren(wachtwoord, SAM, huisnaam="Huis aan de Gracht")


@pytest.mark.asvs("6.2.5")
@pytest.mark.parametrize(
    "wachtwoord",
    [
        "83920174650192",
        "xK9#mQ2$vL7@",
        "fiets regen kaas ladder",
        "mijn wachtwoord is een geheim recept",
        "オレンジ色の自転車と青い傘",
    ],
)
def test_een_zin_of_een_willekeurige_rij_mag(wachtwoord: str) -> None:
    assert bezwaren(wachtwoord, SAM, huisnaam="Huis aan de Gracht") == []


def test_een_bezwaar_zegt_hoe_het_beter_kan() -> None:
    assert bezwaren("welkom123456") == [
        "Dit wachtwoord is snel te raden.",
        "Neem een zin van vier woorden die alleen jij bedenkt.",
    ]
