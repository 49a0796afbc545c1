# SPDX-License-Identifier: EUPL-1.2
"""Who decides on what somebody else decided meanwhile: what that was, and their own answers."""

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.querysets import beslissers_voor, zichtbaar_voor
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.toegang.kijker import Kijker
from vangnet.web.aanmelden.besluitform import BesluitForm
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.formulieren import Formulier
from vangnet.web.samenvoegen import in_woorden


class Antwoord(NamedTuple):
    """What the reader answered to a question of the form."""

    vraag: str
    antwoord: str


def besloten_aanmelding(aanmelding: UUID, wie: Kijker) -> Aanmelding | None:
    """One that `wie` sees and on which was decided; one query."""
    besloten = zichtbaar_voor(wie).filter(pk=aanmelding, triage_besluit__isnull=False)
    return besloten.select_related("aanmelder").first()


def al_besloten(
    request: HttpRequest, gevonden: Aanmelding, getypt: Sequence[Antwoord], wie: Kijker
) -> HttpResponse:
    """409: who decided what and when, and what the reader had typed, to copy."""
    leg_ingezien_vast(gevonden)
    besluiten = {een.code: een.label for een in CODELIJSTEN["triage_besluit"].codes}
    context = {
        "aanmelding": gevonden,
        "besluit": besluiten[gevonden.triage_besluit or ""],
        "beslissers": beslissers_voor(wie)
        .filter(aanmelding=gevonden)
        .select_related("organisatie"),
        "antwoorden": getypt,
        "kruimels": kruimels(gevonden),
        "titel": _("Op deze aanmelding is al besloten"),
    }
    return render(request, "aanmelden/al_besloten.html", context, status=409)


def antwoorden(form: Formulier) -> list[Antwoord]:
    """What stands in a form, each with its question; of a decision also why it is who was chosen.

    For that one there is a field only where there is somebody to choose.
    """
    if isinstance(form, BesluitForm) and "waarom_zelfde" not in form.fields:
        form.erbij("waarom_zelfde", deepcopy(BesluitForm.base_fields["waarom_zelfde"]))
    return [
        Antwoord(str(veld.label), in_woorden(veld.field, veld.value()))
        for veld in form.visible_fields()
        if veld.value()
    ]
