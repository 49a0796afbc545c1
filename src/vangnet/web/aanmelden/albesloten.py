# SPDX-License-Identifier: EUPL-1.2
"""Who comes second: what somebody else decided or answered meanwhile, and what they typed."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any
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
from vangnet.web.ingevuld import Regel, antwoorden


def besloten_aanmelding(aanmelding: UUID, wie: Kijker) -> Aanmelding | None:
    """One that `wie` sees and on which was decided; one query."""
    besloten = zichtbaar_voor(wie).filter(pk=aanmelding, triage_besluit__isnull=False)
    return besloten.select_related("aanmelder").first()


def al_besloten(
    request: HttpRequest, gevonden: Aanmelding, ingevuld: Sequence[Regel], wie: Kijker
) -> HttpResponse:
    """409: who decided what and when, and what the reader had typed, to copy."""
    besluiten = {een.code: een.label for een in CODELIJSTEN["triage_besluit"].codes}
    context = {
        "besluit": besluiten[gevonden.triage_besluit or ""],
        "beslissers": beslissers_voor(wie)
        .filter(aanmelding=gevonden)
        .select_related("organisatie"),
        "antwoorden": ingevuld,
        "titel": _("Op deze aanmelding is al besloten"),
    }
    return te_laat(request, gevonden, context, sjabloon="aanmelden/al_besloten.html")


def te_laat(
    request: HttpRequest,
    gevonden: Aanmelding,
    context: Mapping[str, Any],
    *,
    sjabloon: str = "aanmelden/te_laat.html",
) -> HttpResponse:
    """409, for who sees the aanmelding; context: titel, nu, antwoorden."""
    leg_ingezien_vast(gevonden)
    over = {"aanmelding": gevonden, "kruimels": kruimels(gevonden)}
    return render(request, sjabloon, {**over, **context}, status=409)


def antwoorden_van(form: BesluitForm) -> list[Regel]:
    """What stands in a form of a decision, also why it is who was chosen.

    For that one there is a field only where there is somebody to choose.
    """
    if "waarom_zelfde" not in form.fields:
        form.erbij("waarom_zelfde", deepcopy(BesluitForm.base_fields["waarom_zelfde"]))
    return antwoorden(form)
