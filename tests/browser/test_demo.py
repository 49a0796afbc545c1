# SPDX-License-Identifier: EUPL-1.2
"""What the demo shows: afspraken of the house itself, and a casus about more than one thing."""

import pytest
from playwright.sync_api import expect

from tests.browser.bladzijde import naar_casus
from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("kenmerk", "stand"), [("C-00804", "Open"), ("C-00805", "Gereed")])
def test_het_huis_heeft_in_de_demo_een_eigen_afspraak(
    kenmerk: str, stand: str, open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als="Amira Terpstra")
    naar_casus(kenmerk, venster)
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("link", name="Plan & afspraken").first.click()

    eigen = venster.blad.locator("main tr").filter(has_text="Het huis: Amira Terpstra")
    expect(eigen).to_have_count(1)
    expect(eigen.locator(".chip")).to_have_text(stand)


def test_een_zaak_van_de_demo_heeft_meer_aandachtsgebieden(
    open_venster: OpenVenster, demohuis: Huis
) -> None:
    venster = open_venster(demohuis, als="Amira Terpstra")
    naar_casus("C-00806", venster)

    andere = venster.blad.locator("dl > div").filter(has_text="Verdere aandachtsgebieden")
    expect(andere.locator("dd")).to_have_text(
        "Meervoudige problemen en gevaarlijk gedrag, Housing First"
    )
