# SPDX-License-Identifier: EUPL-1.2
"""What is typed on the screen of the day is back after a closed tab."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.web.overleg.stappen import adres_van, als_wie, bespreek
from vangnet.casus.models import CasusRol
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Puntconcept
from vangnet.overleg.services import van_agenda_halen

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]
GETYPT = {"tekst": "Half af.", "besluit": "Misschien", "afspraken": "Belt de hui"}


def _typ(client: Client, punt: UUID, **velden: str) -> int:
    begin = client.get(adres_van(punt)).context["formulier"].initial
    gegevens = {"versie": str(begin["versie"]), "eenmalig": str(uuid4())} | GETYPT | velden
    return client.post(f"{adres_van(punt)}/concept", gegevens).status_code


def _velden(client: Client, punt: UUID) -> dict[str, Any]:
    begin = client.get(adres_van(punt)).context["formulier"].initial
    return {naam: begin[naam] for naam in GETYPT if naam in begin}


def test_wat_is_getypt_staat_er_weer_en_alleen_voor_wie_typte(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")

    assert _typ(amira, punt) == 204

    assert _velden(amira, punt) == GETYPT
    blad = amira.get(adres_van(punt)).content.decode()
    assert "Wat je had getypt, staat er weer." in blad
    assert f'hx-post="{adres_van(punt)}/concept"' in blad
    assert "htmx.min.js" in blad
    assert "Half af." not in ingelogd("joris").get(adres_van(punt)).content.decode()
    with als_wie("joris"):
        assert not Puntconcept.objects.filter(agendapunt=punt).exists()
        assert Puntconcept.objects.filter(agendapunt=punt).update(tekst="anders") == 0


def test_na_het_opslaan_is_het_concept_leeg_en_blijft_het_leeg(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    """A text that was kept while typing arrives after the save of the same form."""
    punt, formulier = plan_vandaag(), str(uuid4())
    amira = ingelogd("amira")
    _typ(amira, punt, eenmalig=formulier)

    bespreek(amira, punt, tekst="Af.", besluit="Ja.", eenmalig=formulier)
    _typ(amira, punt, eenmalig=formulier)

    assert _velden(amira, punt) == {"tekst": "Af.", "besluit": "Ja."}
    _typ(amira, punt, tekst="Nieuw.")
    assert _velden(amira, punt)["tekst"] == "Nieuw."


def test_schreef_een_collega_intussen_dan_toont_opslaan_beide_teksten(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    _typ(amira, punt)
    bespreek(ingelogd("joris"), punt, tekst="Wat Joris schreef.")

    begin = amira.get(adres_van(punt)).context["formulier"].initial
    antwoord = amira.post(adres_van(punt), GETYPT | {"versie": begin["versie"], "afspraken": ""})

    assert antwoord.status_code == 409
    assert "Wat Joris schreef." in antwoord.content.decode()
    assert "Half af." in antwoord.content.decode()


def test_beginnen_met_typen_geeft_een_regel_in_het_journaal(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    for tekst in ("A", "Af", "Af."):
        _typ(amira, punt, tekst=tekst)

    with als_wie("frank"):
        gedaan = Handeling.objects.filter(handeling="concept.begonnen")
        assert [(een.object, een.casus) for een in gedaan] == [(punt, id_van("casus"))]


def test_wie_het_verslag_niet_schrijft_bewaart_geen_concept(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    velden = GETYPT | {"versie": "1"}

    assert ingelogd("bram").post(f"{adres_van(punt)}/concept", velden).status_code == 404
    with als_wie("bram"), pytest.raises(ProgrammingError), transaction.atomic():
        Puntconcept.objects.create(
            casus_id=id_van("casus"),
            agendapunt_id=punt,
            auteur_id=id_van("bram"),
            gelezen=1,
            eerste_verwerking=vandaag(),
        )
    bespreek(ingelogd("amira"), punt, vaststellen="ja")
    assert ingelogd("amira").post(f"{adres_van(punt)}/concept", velden).status_code == 404


def test_een_punt_waarop_een_ander_typt_blijft_op_de_agenda(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    _typ(ingelogd("joris"), punt)

    with als_wie("amira"), pytest.raises(NietToegestaan):
        van_agenda_halen(punt)
    with als_wie("joris"):
        van_agenda_halen(punt)
        assert not Agendapunt.objects.filter(pk=punt).exists()
