# SPDX-License-Identifier: EUPL-1.2
"""The verslag of one casus: to read and to print."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import Punt, punt_van, vastgelegd_in
from vangnet.plan.selectors import afspraken_van
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.afspraken import afspraakregels
from vangnet.web.overleg.agenda import kruimels
from vangnet.web.overleg.puntform import naam_van
from vangnet.web.overleg.weigeren import geweigerd
from vangnet.web.recht import recht


@recht(Recht.MEEDOEN)
@require_safe
def verslag(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """Who was there, what was said and decided, and the afspraken that the reader may see."""
    wie = kijker(Recht.MEEDOEN)
    gevonden = punt_van(punt_id, wie=wie)
    if gevonden is None or gevonden.verslag is None:
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.MEEDOEN)
    agendapunt = gevonden.punt
    leg_vast(
        Act(
            handeling="verslag.ingezien",
            object_soort="verslag",
            object=gevonden.verslag.pk,
            casus=agendapunt.casus_id,
            onderwerpen=[("casus", agendapunt.casus_id)],
        )
    )
    context = {
        "punt": agendapunt,
        "overleg": agendapunt.overleg,
        "verslag": gevonden.verslag,
        "aanwezig": [naam_van(een) for een in gevonden.genodigden if een.aanwezig],
        "afwezig": [naam_van(een) for een in gevonden.genodigden if een.aanwezig is False],
        "afspraken": _afspraken(gevonden, wie),
        "kruimels": kruimels(agendapunt.overleg),
    }
    return render(request, "overleg/verslag.html", context)


def _afspraken(gevonden: Punt, wie: Kijker) -> Sequence[tuple[str, Sequence[Any]]]:
    """Lists with their heads: as they were when the verslag was vastgesteld, until then as now."""
    assert gevonden.verslag is not None  # noqa: S101 - the view has looked
    if gevonden.verslag.vastgesteld_op is None:
        dag = vandaag()
        lijst = afspraken_van(gevonden.punt.casus, wie=wie, dag=dag)
        nu = [
            {"wie": een.wie, "wat": een.wat, "uiterlijk_op": een.afspraak.uiterlijk_op}
            for een in afspraakregels(lijst.open, dag=dag, huis=False)
        ]
        return [(_("Afspraken die nu open staan"), nu)]
    bewaard = vastgelegd_in(gevonden.verslag, wie=wie)
    koppen = [
        ("nieuw", _("Nieuwe afspraken")),
        ("klaar", _("Afspraken die klaar zijn")),
        ("open", _("Afspraken die open bleven")),
    ]
    return [(kop, [een for een in bewaard if een.stand == stand]) for stand, kop in koppen]
