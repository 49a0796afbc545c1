# SPDX-License-Identifier: EUPL-1.2
"""The verdict on a look in a sealed row of before 30 November 2026: nothing prints it."""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.http import StreamingHttpResponse
from django.test import Client
from django.urls import reverse

from tests.architectuur.boom import BRON
from tests.bezetting import id_van
from tests.toegang.adressen import patronen
from vangnet.journaal.models import Handeling
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
OORDEEL = "kanarieoordeel"
# Who knows of a row of the journaal and of its doel: the journaal itself, and the Toezicht pages.
LEZEN_HET_DOEL = {
    "journaal/models.py",
    "journaal/regels.py",
    "journaal/sql/journaal.sql",
    "journaal/sql/leg_vast.sql",
    "journaal/sql/onderwerp.sql",
    "toezicht/selectors.py",
}


def _oude_rij() -> None:
    with als(Vrager(id_van("frank"))):
        leg_vast(
            Act(
                handeling="inzage.beoordeeld",
                object_soort="inzage",
                object=uuid4(),
                casus=id_van("casus"),
                doel=OORDEEL,
                onderwerpen=[("casus", id_van("casus"))],
            )
        )


def _adressen() -> list[str]:
    """Each address about nothing, or about the casus or the person of the cast."""
    kent = {"casus_id": id_van("casus"), "persoon_id": id_van("betrokkene")}
    return [
        reverse(naam, kwargs={een: kent[een] for een in patroon.pattern.converters})
        for naam, patroon in patronen()
        if patroon.name and set(patroon.pattern.converters) <= set(kent)
    ]


def _inhoud(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    if isinstance(antwoord, StreamingHttpResponse):
        return b"".join(antwoord.streaming_content).decode(errors="ignore")
    return antwoord.content.decode(errors="ignore")


@pytest.mark.parametrize("wie", ["amira", "frank"])
def test_geen_bladzijde_lijst_of_bestand_toont_het_oordeel_in_een_oude_rij(
    wie: str, ingelogd: Ingelogd
) -> None:
    _oude_rij()
    with als(Vrager(id_van(wie))):
        assert Handeling.objects.filter(doel=OORDEEL).count() == 1
    client, adressen = ingelogd(wie), _adressen()
    client.raise_request_exception = False
    adressen = [een for een in adressen if "uitloggen" not in een]

    assert len(adressen) > 60
    assert [een for een in adressen if OORDEEL in _inhoud(client, een)] == []


def test_alleen_het_journaal_en_toezicht_lezen_het_doel_van_een_handeling() -> None:
    lezen = {
        str(een.relative_to(BRON))
        for een in [*BRON.rglob("*.py"), *BRON.rglob("*.sql")]
        if "migrations" not in een.parts
        and re.search(r"\bHandeling\b|journaal_handeling", tekst := een.read_text("utf-8"))
        and re.search(r"\bdoel\b", tekst)
    }

    assert lezen == LEZEN_HET_DOEL
