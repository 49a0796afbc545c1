# SPDX-License-Identifier: EUPL-1.2
"""Each form either keeps what was typed when it comes too late, or says here why it does not."""

from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import RequestFactory

from tests.toegang.adressen import patronen
from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import bewaart, soort_concept, velden_van

ZONDER = {
    "beheer.ActiveerForm": "een code en een wachtwoord",
    "gebruikers.AppForm": "een code",
    "gebruikers.CodeForm": "een code",
    "gebruikers.HerstelcodeForm": "een code",
    "gebruikers.InlogForm": "een wachtwoord",
    "gebruikers.WachtwoordForm": "een wachtwoord",
    "invoer.PakketForm": "een bestand",
    "beslissers.BeslissersForm": "het begin van andere formulieren",
    "afspraakvelden.Afspraakvragen": "het begin van andere formulieren",
    "aanmelden.HuiscriteriaForm": "een deel van andere formulieren",
    "aanmelden.AansluitForm": "een deel van andere formulieren",
    "overleg.ZaakForm": "alleen een kenmerk",
    "gelijkenden.BsnForm": "een BSN gaat in geen concept",
    "beheer.ZoekForm": "zoeken schrijft niets",
    "zaken.ZoekForm": "zoeken schrijft niets",
    "zaken.FilterForm": "een filter staat in het adres",
    "zaken.FilternaamForm": "een paar woorden, bij een filter dat in het adres staat",
    "cijfers.JaarForm": "een filter staat in het adres",
    "toezicht.SpoorForm": "een filter staat in het adres",
    "toezicht.GekekenForm": "een filter staat in het adres",
    "toezicht.DoorzoekForm": "een filter staat in het adres",
    "delen.UitnodigForm": "twee keuzes, en niets getypt",
    "beheer.OidcForm": "een keuze, en niets getypt",
    "beheer.HuisrolForm": "een vinkje, en niets getypt",
    "deelvelden.DeelForm": "een deel van andere formulieren",
    "afsluiten.BeslisForm": "een deel van andere formulieren",
    "overleg._Wanneer": "een deel van andere formulieren",
    "beeld._Telefoon": "een deel van andere formulieren",
    "documenten.DocumentForm": "bewaart als GetyptForm: een bestand gaat nooit mee",
    "aanmelden.BijlageForm": "alleen bestanden: die gaan nooit mee",
    "documenten.VersieForm": "een bestand, en niets getypt",
    "beheer.SjabloonForm": "een bestand, en niets getypt",
    "gebruikers.DagenForm": "alleen keuzes, en niets getypt",
    "voortgang.AfspraakForm": "alleen een keuze, en niets getypt",
    "onderweg.GebeldForm": "een tik, en niets getypt",
    "onderweg.UitkomstForm": "een tik, en niets getypt",
    "onderweg.TelForm": "een keuze, en niets getypt",
}

# With room for a text, and yet no draft of the form itself.
ZONDER_CONCEPT = {
    "aanmelden.AanmeldForm": "heeft eigen concepten, veel op een adres (ADR 0023)",
    "zaken.NotitieForm": "heeft een eigen concept bij de zaak (ADR 0023)",
    "onderweg.RegelForm": "dezelfde tekst als het notitieveld van de zaak (ADR 0023)",
    "plan.TekenForm": "van wie staat na het vraagteken: een concept kent alleen het pad",
    "beheer.InstellingenForm": "een lijst van gemeenten en getallen, geen tekst over een zaak",
}


def _van(klasse: type) -> str:
    return f"{klasse.__module__.split('.')[2]}.{klasse.__name__}"


def _onder(klasse: type[Any]) -> Iterator[type[Any]]:
    for een in klasse.__subclasses__():
        yield een
        yield from _onder(een)


def _bewaarde() -> set[type[Formulier]]:
    alle: list[type[Formulier] | None] = [
        getattr(patroon.callback, "vangnet_bewaart", None) for _naam, patroon in patronen()
    ]
    return {form for form in alle if form}


def test_elk_formulier_bewaart_wat_is_getypt_of_zegt_waarom_niet() -> None:
    er_zijn = {_van(een) for een in _onder(Formulier) if een.__module__.startswith("vangnet.")}
    bewaard = {_van(een) for een in _bewaarde()}

    assert sorted(er_zijn - bewaard - set(ZONDER)) == []
    assert sorted(bewaard & set(ZONDER)) == []


def test_elk_formulier_met_een_tekstvlak_houdt_een_concept_of_zegt_waarom_niet() -> None:
    zonder = {
        _van(patroon.callback.vangnet_bewaart)
        for _naam, patroon in patronen()
        if hasattr(patroon.callback, "vangnet_bewaart")
        and _heeft_tekstvlak(patroon.callback.vangnet_bewaart)
        and not soort_concept(patroon.callback)
    }

    assert zonder == set(ZONDER_CONCEPT)


def _heeft_tekstvlak(form: type[Formulier]) -> bool:
    return any(isinstance(een.widget, forms.Textarea) for een in form.base_fields.values())


def test_geen_bewaard_formulier_heeft_een_geheim_of_een_bestand() -> None:
    soorten = (forms.PasswordInput, forms.FileInput)
    fout = [
        f"{_van(form)}.{naam}"
        for form in _bewaarde()
        for naam, veld in form.base_fields.items()
        if isinstance(veld.widget, soorten) or naam in {"code", "wachtwoord"}
    ]

    assert fout == []


def _view(request: HttpRequest) -> HttpResponseBase:
    return HttpResponse()


class ProefForm(Formulier):
    tekst = forms.CharField()
    geheim = forms.CharField(widget=forms.PasswordInput)
    stuk = forms.FileField()


@pytest.mark.parametrize(
    ("methode", "velden"),
    [("post", {"tekst": "getypt"}), ("get", {})],
)
def test_wachtwoord_bestand_en_onbekend_veld_gaan_nooit_mee(
    methode: str, velden: dict[str, str]
) -> None:
    gegevens = {"tekst": "getypt", "geheim": "g", "stuk": "[object File]", "onbekend": "o"}
    verzoek = getattr(RequestFactory(), methode)("/", gegevens)

    assert velden_van(verzoek, bewaart(ProefForm)(_view)) == velden
