# SPDX-License-Identifier: EUPL-1.2
"""Who saves a typo in their own bijdrage shares it with whom they shared it."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.verhaal.scherm import Scherm
from tests.web.documenten.test_documenten import voeg_toe
from tests.web.zaken.test_rollen_per_kant import CASUS, doet_mee
from vangnet.casus.deelname import rol_beeindigen
from vangnet.casus.models import Bijdrage, BijdragePubliek, CasusRol
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
GGZ, POLITIE = str(id_van("ggz")), str(id_van("politie"))
DELEN: dict[str, Any] = {
    "publiek": "organisaties",
    "organisaties": [GGZ, POLITIE],
    "categorie": "woonsituatie",
    "doel": "afstemming",
}
FEIT = {**DELEN, "soort": "feit", "tekst": "Hij wont bij zijn zus."}


def _einde(wie: str) -> None:
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(CasusRol.objects.get(casus=CASUS, gebruiker=id_van(wie)).pk)


def _laatste(wie: str) -> Bijdrage:
    with als(Vrager(id_van(wie))):
        return Bijdrage.objects.filter(auteur=id_van(wie)).latest("aangemaakt_op")


def _genoemd(bijdrage: Bijdrage) -> Sequence[str]:
    with als(Vrager(id_van("amira"))):
        namen = BijdragePubliek.objects.filter(bijdrage=bijdrage)
        return sorted(str(een) for een in namen.values_list("organisatie", flat=True))


def _verbeter(client: Client, bijdrage: Bijdrage, **velden: Any) -> str:
    """Save its page with a typo mended and nothing else; gives the words of that page."""
    knop, veld = ("Document", "Titel") if bijdrage.soort == "document" else ("Bijdrage", "Tekst")
    scherm = Scherm(client).ga(f"/zaken/{CASUS}/bijdragen/{bijdrage.pk}")
    tekst = scherm.tekst
    scherm.stuur(f"{knop} opslaan", {veld: "Hij woont bij zijn zus.", **velden})
    return tekst


def test_een_tikfout_verbeteren_laat_het_publiek_heel_als_een_organisatie_aan_de_andere_kant_staat(
    ingelogd: Ingelogd,
) -> None:
    """That she takes part there is not for the author to know; that she was chosen is."""
    doet_mee("bram", "ggz", 1)
    doet_mee("piet", "politie", 1)
    bram = ingelogd("bram")
    bram.post(f"/zaken/{CASUS}/bijdragen/nieuw", FEIT)
    _einde("piet")
    doet_mee("piet", "politie", 2)

    bladzijde = _verbeter(bram, _laatste("bram"))

    assert _laatste("bram").tekst == "Hij woont bij zijn zus."
    assert _genoemd(_laatste("bram")) == sorted([GGZ, POLITIE])
    assert "GGZ Noorderlicht Politie Noord (koos je eerder)" in bladzijde


@pytest.mark.parametrize("auteur", ["amira", "bram"])
def test_wie_beide_kanten_kent_leest_dat_een_genoemde_organisatie_niet_meedoet(
    auteur: str, ingelogd: Ingelogd
) -> None:
    doet_mee("bram", "ggz", None)
    doet_mee("piet", "politie", None)
    client = ingelogd(auteur)
    client.post(f"/zaken/{CASUS}/bijdragen/nieuw", FEIT)
    _einde("piet")

    bladzijde = _verbeter(client, _laatste(auteur))

    assert _genoemd(_laatste(auteur)) == sorted([GGZ, POLITIE])
    assert "GGZ Noorderlicht Politie Noord (doet nu niet mee)" in bladzijde


def test_ook_van_een_document_blijft_het_publiek_heel(ingelogd: Ingelogd) -> None:
    doet_mee("bram", "ggz", 1)
    doet_mee("piet", "politie", 1)
    bram = ingelogd("bram")
    voeg_toe(bram, titel="Brief", **DELEN)
    _einde("piet")
    doet_mee("piet", "politie", 2)

    _verbeter(bram, _laatste("bram"))

    assert _laatste("bram").tekst == "Hij woont bij zijn zus."
    assert _genoemd(_laatste("bram")) == sorted([GGZ, POLITIE])


def test_wie_het_vinkje_zelf_weghaalt_deelt_niet_meer(ingelogd: Ingelogd) -> None:
    doet_mee("bram", "ggz", None)
    doet_mee("piet", "politie", None)
    bram = ingelogd("bram")
    bram.post(f"/zaken/{CASUS}/bijdragen/nieuw", FEIT)
    _einde("piet")

    _verbeter(bram, _laatste("bram"), **{"Welke organisaties?": ["GGZ Noorderlicht"]})

    assert _genoemd(_laatste("bram")) == [GGZ]
