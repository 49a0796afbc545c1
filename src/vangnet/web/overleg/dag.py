# SPDX-License-Identifier: EUPL-1.2
"""The day of an overleg as a whole: begin with everybody there, and all verslagen vastgesteld."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Overleg
from vangnet.overleg.selectors import (
    overleg_te_plannen,
    te_schrijven_punten,
    te_vast_te_stellen,
    zonder_naam_nog_niet_er,
)
from vangnet.overleg.services import iedereen_aanwezig, verslagen_vaststellen
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.overleg.puntform import naam_van
from vangnet.web.overleg.weigeren import geweigerd
from vangnet.web.recht import recht


@recht(Recht.ZAKEN_UITVOEREN)
@require_POST
def begin(request: HttpRequest, overleg_id: UUID) -> HttpResponseBase:
    """Everybody who was asked and takes part is there, at each casus; on to the first one."""
    wie = kijker(Recht.ZAKEN_UITVOEREN)
    overleg = overleg_te_plannen(overleg_id, wie=wie)
    punten = te_schrijven_punten(overleg, wie=wie) if overleg else ()
    if overleg is None or not punten or overleg.datum > vandaag():
        return geweigerd(request, "overleg", overleg_id, regel=Recht.ZAKEN_UITVOEREN)
    iedereen_aanwezig(overleg_id, punten, dag=overleg.datum)
    messages.success(
        request, _("Iedereen op naam staat als aanwezig. Klopt dat niet? Pas de vinkjes aan.")
    )
    if er_niet := zonder_naam_nog_niet_er(punten[0], dag=overleg.datum, wie=wie):
        # Of the casus on the screen alone: who comes for another isn't everybody's at the table.
        zin = _("Niet aangevinkt: %(wie)s. Is er toch iemand? Vink dat hieronder zelf aan.")
        messages.info(request, zin % {"wie": "; ".join(naam_van(een) for een in er_niet)})
    return redirect("overleg:punt", punten[0].pk)


@recht(Recht.ZAKEN_UITVOEREN)
@require_POST
def stel_vast(request: HttpRequest, overleg_id: UUID) -> HttpResponseBase:
    """All verslagen in which something is written, in one act."""
    wie = kijker(Recht.ZAKEN_UITVOEREN)
    overleg = overleg_te_plannen(overleg_id, wie=wie)
    if overleg is None or not stel_alle_vast(request, overleg, wie):
        return geweigerd(request, "overleg", overleg_id, regel=Recht.ZAKEN_UITVOEREN)
    return redirect("overleg:agenda", overleg_id)


def stel_alle_vast(request: HttpRequest, overleg: Overleg, wie: Kijker) -> bool:
    """Whether there was something to freeze, and says how many; what is empty stays open."""
    punten = te_vast_te_stellen(overleg, wie=wie)
    try:
        verslagen_vaststellen(punten)
    except NietToegestaan:
        return False
    if not punten:
        return False
    zin = ngettext(
        "%(aantal)s verslag is vastgesteld. De genodigden kunnen het lezen.",
        "%(aantal)s verslagen zijn vastgesteld. De genodigden kunnen ze lezen.",
        len(punten),
    )
    messages.success(request, zin % {"aantal": len(punten)})
    leeg = len(te_schrijven_punten(overleg, wie=wie))
    if leeg:
        zin = ngettext(
            "Bij %(aantal)s zaak is nog niets opgeschreven.",
            "Bij %(aantal)s zaken is nog niets opgeschreven.",
            leeg,
        )
        messages.info(request, zin % {"aantal": leeg})
    return True
