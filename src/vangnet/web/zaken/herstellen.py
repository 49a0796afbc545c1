# SPDX-License-Identifier: EUPL-1.2
"""Undoing that somebody left a casus, or that a relation is over, by who just said so."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vangnet.casus.betrokkenen import betrokkenheid_herstellen, relatie_herstellen
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import huiscasus
from vangnet.personen.models import Relatie
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.ongedaan import maak_ongedaan
from vangnet.web.recht import recht
from vangnet.web.zaken.betrokkenen import geweigerd
from vangnet.web.zaken.openen import leg_weigering_vast


@recht(Recht.PERSONEN_VASTLEGGEN)
@require_POST
def betrokkene(request: HttpRequest, casus_id: UUID, betrokkenheid_id: UUID) -> HttpResponseBase:
    """Somebody is in the casus again, as before."""
    wie = kijker(Recht.PERSONEN_VASTLEGGEN)
    gevonden = betrokkenen_voor(wie).filter(pk=betrokkenheid_id, casus=casus_id).first()
    if huiscasus(casus_id, wie=wie) is None or gevonden is None:
        return geweigerd(request, casus_id)
    return _herstel(
        request,
        casus_id,
        lambda: betrokkenheid_herstellen(betrokkenheid_id),
        staat_er=gevonden.tot is None,
        anders=_("Voeg de persoon opnieuw toe, of kijk of dat al is gedaan."),
    )


@recht(Recht.PERSONEN_VASTLEGGEN)
@require_POST
def relatie(request: HttpRequest, casus_id: UUID, relatie_id: UUID) -> HttpResponseBase:
    """A relation goes on, as before."""
    wie = kijker(Recht.PERSONEN_VASTLEGGEN)
    mensen = set(betrokkenen_voor(wie).filter(casus=casus_id).values_list("persoon", flat=True))
    gevonden = Relatie.objects.filter(
        pk=relatie_id, persoon__in=mensen, andere_persoon__in=mensen
    ).first()
    if huiscasus(casus_id, wie=wie) is None or gevonden is None:
        return geweigerd(request, casus_id)
    return _herstel(
        request,
        casus_id,
        lambda: relatie_herstellen(casus_id, relatie_id),
        staat_er=gevonden.tot is None,
        anders=_("Voeg de relatie opnieuw toe, of kijk of dat al is gedaan."),
    )


def _herstel(
    request: HttpRequest,
    casus_id: UUID,
    doe: Callable[[], object],
    *,
    staat_er: bool,
    anders: str,
) -> HttpResponseBase:
    maak_ongedaan(
        request,
        doe,
        staat_er=staat_er,
        weiger=lambda: leg_weigering_vast(casus_id, Recht.PERSONEN_VASTLEGGEN),
        gelukt=_("Het staat er weer zoals het was."),
        anders=anders,
    )
    return redirect("zaken:personen", casus_id)
