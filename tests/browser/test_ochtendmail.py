# SPDX-License-Identifier: EUPL-1.2
"""From the mail of the morning to a ticked off afspraak (gebruik: bar 7)."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenVenster
from tests.browser.huizen import Huis
from tests.browser.venster import Venster
from tests.databank import WORTEL
from tests.opdrachtregel.postbus import Postbus, postbus

pytestmark = pytest.mark.browser
# The person of the demo: the cast of the tests has somebody of this name too.
REGISSEUR, ADRES = "Amira Terpstra", "amira@demo.invalid"


def _kies_elke_dag(venster: Venster) -> None:
    venster.open("/account/mail")
    for vak in venster.blad.get_by_role("main").get_by_role("checkbox").all():
        vak.check()
    with venster.blad.expect_navigation():
        venster.blad.get_by_role("button", name="Dagen opslaan").click()


@contextmanager
def _krijgt_mail(huis: Huis) -> Iterator[None]:
    """The regisseur is no person of a demo for a moment: those get no mail."""
    zet = "UPDATE gebruikers_gebruiker SET is_demo = %s WHERE email = %s"
    with huis.beheer() as verbinding:
        assert verbinding.execute(zet, [False, ADRES]).rowcount == 1
        try:
            yield
        finally:
            verbinding.execute(zet, [True, ADRES])


def _stuur(huis: Huis, bus: Postbus) -> None:
    """The round of the morning, on the command line."""
    post = {
        "VANGNET_ADRES": huis.adres,
        "VANGNET_MAIL_SERVER": "127.0.0.1",
        "VANGNET_MAIL_POORT": str(bus.poort),
        "VANGNET_MAIL_BEVEILIGING": "geen",
        "VANGNET_MAIL_VAN": "vangnet@huis.invalid",
    }
    subprocess.run(
        [sys.executable, "-m", "vangnet", "samenvatting"],
        env=huis.omgeving | post,
        cwd=WORTEL,
        check=True,
    )


def test_van_de_mail_naar_een_afgevinkte_afspraak_kost_twee_klikken(
    open_venster: OpenVenster, eigen_huis: Huis
) -> None:
    venster = open_venster(eigen_huis, als=REGISSEUR)
    _kies_elke_dag(venster)
    with postbus() as bus, _krijgt_mail(eigen_huis):
        _stuur(eigen_huis, bus)
        (mail,) = bus.aan(ADRES)
    (link,) = [regel for regel in mail.get_content().splitlines() if regel.startswith("http")]

    # The first click: the link, in a browser in which a session runs.
    venster.blad.goto(link)
    knop = venster.blad.get_by_role("main").get_by_role("button", name="Gereed").first
    with venster.blad.expect_navigation():
        knop.click()

    terug = venster.blad.get_by_role("main").get_by_role("button", name="Ongedaan maken").first
    expect(terug).to_be_visible()
