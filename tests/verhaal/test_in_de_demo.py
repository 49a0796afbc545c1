# SPDX-License-Identifier: EUPL-1.2
"""The same story in a demo province, by its own people: what is there counts on as it did."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.bezetting import WACHTWOORD
from tests.binnen import log_in_als
from tests.browser.huizen import zuiver_sjabloon
from tests.databank import kloon, verbonden_met
from tests.opdrachtregel.aanroep import vangnet, vraag
from tests.verhaal.scherm import Scherm
from tests.verhaal.stappen import vertel
from tests.verhaal.verhaal import Huis, Verhaal
from vangnet.gebruikers.models import Gebruiker

# Who plays whom of the cast.
MENSEN = {
    "bram": "Bram Douma",
    "amira": "Amira Terpstra",
    "oda": "Wytske Vellinga",
    "tineke": "Tjitske Brouwer",
    "anja": "Durk Hoekstra",
    "mirjam": "Marloes Hiemstra",
}
CRITERIA = {
    "Er zijn kinderen in het gezin": "Nee",
    "Er is al een lokale aanpak geprobeerd": "Ja",
}
# Two always decide in the demo.
BESLIST_MEE = {
    "Naam van beslisser 2": "Harm Bedenksel",
    "Organisatie van beslisser 2": "Gemeente Achtkarspelen",
    "Is beslisser 2 het eens": "Ja",
}


@pytest.fixture
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A demo province that may change; gives the name of its database."""
    with kloon(zuiver_sjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.mark.alles
def test_een_zaak_van_de_demo_telt_van_aanmelding_tot_heropening_bij_elke_stap_goed(
    demo: str,
) -> None:
    _zet_agent(demo)
    huis = Huis(
        databank=demo,
        mensen={wie: f"{naam.split()[0].lower()}@demo.invalid" for wie, naam in MENSEN.items()}
        | {"piet": "piet@proef.invalid"},
        schermen={wie: _in_een_klik(naam) for wie, naam in MENSEN.items()}
        | {"piet": Scherm(log_in_als(Client(), Gebruiker.objects.get(naam="Piet Kooistra")))},
        ggz="GGZ-instelling met FACT en ForFACT",
        criteria=CRITERIA,
        beslist_mee=BESLIST_MEE,
    )
    verhaal = Verhaal(huis)
    begin = verhaal.cijfers()
    # What the demo counts in these days is stock: all of its casework is older.
    assert begin.keys() == {"zaken_openstaand", "zaken_lopend", "trajectbegeleiding"}

    vertel(verhaal, begin)


def _in_een_klik(naam: str) -> Scherm:
    """Somebody of the demo, who needs no password on the machine itself."""
    return Scherm(Client(SERVER_NAME="localhost")).ga("/inloggen").stuur(naam)


def _zet_agent(databank: str) -> None:
    """The demo has one partner who logs in; the police comes as with any other house."""
    ((politie,),) = vraag(
        databank, "SELECT kenmerk FROM organisaties_organisatie WHERE soort = 'politie'"
    )
    uitkomst = vangnet(
        *("gebruiker", "toevoegen", "--email", "piet@proef.invalid", "--naam", "Piet Kooistra"),
        *("--rol", "ketenpartner", "--organisatie", str(politie)),
        *("--taak", "a", "--screening", "2026-01-02"),
        databank=databank,
        invoer=f"{WACHTWOORD}\n",
    )
    assert uitkomst.returncode == 0, uitkomst.stderr
