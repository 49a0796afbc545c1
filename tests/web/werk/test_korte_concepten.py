# SPDX-License-Identifier: EUPL-1.2
"""Drafts of forms with one short text: in a casus, and outside it."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.models import Betrokkenheid
from vangnet.gebruikers.models import Formulierconcept
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NOOD = "/noodtoegang/"
AANVRAAG = {
    "kenmerk": "ZVH-2022-0001",
    "reden": "acuut_gevaar",
    "toelichting": "Er is gebeld vanaf de voordeur.",
}


def _typ(client: Client, adres: str, **velden: str) -> HttpResponse:
    inhoud = {"concept-adres": adres, "concept-versie": "0", **velden}
    return client.post("/werk/concepten", inhoud)  # type: ignore[return-value]


def _bewaard(van: str) -> int:
    with als(Vrager(id_van(van))):
        return Formulierconcept.objects.count()


@pytest.mark.parametrize(
    ("wie", "adres", "veld"),
    [
        ("amira", "kant", "reden"),
        ("mirjam", NOOD, "toelichting"),
        ("mirjam", "/dossierpakket/vragen", "reden"),
    ],
)
def test_een_korte_tekst_staat_op_een_ander_apparaat_weer_in_het_formulier(
    wie: str, adres: str, veld: str, ingelogd: Ingelogd
) -> None:
    if adres == "kant":
        with als(Vrager(id_van("amira"))):
            hoofd = Betrokkenheid.objects.get(casus=id_van("casus"), rol="hoofdbetrokkene")
        adres = f"/zaken/{id_van('casus')}/personen/{hoofd.pk}/kant"
    _typ(ingelogd(wie), adres, **{veld: "Kanariewoord"})

    pagina = ingelogd(wie).get(adres).content.decode()

    assert "Kanariewoord" in pagina
    assert "staat in het formulier. Het is nog niet opgeslagen." in pagina


def test_wie_noodtoegang_niet_doorzet_heeft_de_laatste_tekst_nog(ingelogd: Ingelogd) -> None:
    mirjam = ingelogd("mirjam")
    _typ(mirjam, NOOD, toelichting="Er is gebeld")
    zeker = mirjam.post(NOOD, AANVRAAG).content.decode()

    assert "Weet je het zeker?" in zeker
    assert "data-concept=" not in zeker
    assert "Er is gebeld vanaf de voordeur." in ingelogd("mirjam").get(NOOD).content.decode()


def test_wie_noodtoegang_opende_heeft_geen_concept_meer(ingelogd: Ingelogd) -> None:
    mirjam = ingelogd("mirjam")
    _typ(mirjam, NOOD, **AANVRAAG)
    eerst = _bewaard("mirjam")
    mirjam.post(NOOD, AANVRAAG)
    geopend = mirjam.post(NOOD, {**AANVRAAG, "zeker": "ja"})

    assert geopend.status_code == 302
    assert (eerst, _bewaard("mirjam")) == (1, 0)
