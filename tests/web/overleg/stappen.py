# SPDX-License-Identifier: EUPL-1.2
"""Steps of the tests of an overleg."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from tests.bezetting import id_van
from vangnet.overleg.models import Genodigde
from vangnet.toegang.vrager import Vrager, als


def adres_van(pk: UUID) -> str:
    return f"/overleggen/punten/{pk}"


def als_wie(naam: str) -> Any:
    return als(Vrager(id_van(naam)))


def bespreek(client: Client, punt: UUID, **velden: Any) -> HttpResponse:
    begin = client.get(adres_van(punt)).context["formulier"].initial
    gewoon = {
        "tekst": "Het gaat beter.",
        "besluit": "We gaan door.",
        "versie": begin["versie"],
        "genodigd": begin["genodigd"],
    }
    antwoord: Any = client.post(adres_van(punt), gewoon | velden)
    assert isinstance(antwoord, HttpResponse)
    return antwoord


def genodigden_van(punt: UUID) -> dict[str, bool | None]:
    with als_wie("amira"):
        rijen = Genodigde.objects.filter(agendapunt=punt)
        return dict(rijen.values_list("gebruiker__naam", "aanwezig"))
