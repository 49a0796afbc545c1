# SPDX-License-Identifier: EUPL-1.2
"""A look at a casus is seen by who may see that, at once (gebruik: bar 19)."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.bladzijde import naar_casus
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import Venster

pytestmark = pytest.mark.browser
REGISSEUR, PARTNER = "Amira Terpstra", "Bram Douma"


def _bekijkt(venster: Venster) -> float:
    """Click on Wie heeft gekeken; gives when the list is there."""
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Wie heeft gekeken").click()
    venster.blad.locator("tbody tr").first.wait_for()
    return time.monotonic()


def test_een_partner_die_een_casus_opent_staat_binnen_een_seconde_in_de_lijst_op_een_klik(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    regisseur = open_venster(eigen_huis, als=REGISSEUR)
    naar_casus("C-00806", regisseur)
    adres = eigen_huis.zaken["C-00806"]
    partner = open_venster(eigen_huis, als=PARTNER)
    _bekijkt(regisseur)
    blikken = regisseur.blad.locator("tbody tr").filter(has_text=PARTNER)
    eerder = blikken.count()
    regisseur.open(adres)

    assert partner.open(adres) == 200
    geopend = time.monotonic()
    assert _bekijkt(regisseur) - geopend <= 1.0
    expect(blikken).to_have_count(eerder + 1)
