# SPDX-License-Identifier: EUPL-1.2
"""What waits, what was decided, and what one is still typing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.aanmelding.antwoorden import zonder_zaak
from vangnet.aanmelding.models import Concept
from vangnet.aanmelding.selectors import MEESTE, besloten, concepten, nog_te_antwoorden, wachtrij
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.woorden import stand_van
from vangnet.web.recht import recht


@recht(Recht.AANMELDEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The queue, oldest first; of a partner only what the own organisation sent."""
    wie = kijker(Recht.AANMELDEN)
    wachtend, klaar = wachtrij(wie, vandaag()), besloten(wie)
    # Of a partner's own what waits for the house, and what the house waits for.
    aan_jou = [een for een in wachtend if een.vraag_open and not wie.is_huis]
    # The house has work on these; for a partner they stand among what was decided.
    geen_zaak = zonder_zaak(wie) if wie.is_huis else []
    nog = nog_te_antwoorden(wie)
    eigen = concepten(wie)
    leg_vast(
        Act(
            handeling="aanmeldingen.ingezien",
            object_soort="lijst",
            aantallen={"concepten": len(eigen)},
            onderwerpen=[
                *(("aanmelding", een.aanmelding.pk) for een in wachtend),
                *(("aanmelding", een.pk) for een in [*nog, *klaar, *geen_zaak, *eigen]),
            ],
        )
    )
    context = {
        "is_huis": wie.is_huis,
        "aan_jou": aan_jou,
        "wachtend": [een for een in wachtend if een not in aan_jou],
        "zonder_zaak": [
            (een, stand_van(een, wie, bekend=True), getattr(een, "antwoord", None))
            for een in geen_zaak
        ],
        "nog_te_antwoorden": [(een, stand_van(een, wie, bekend=True)) for een in nog],
        "besloten": [(een, stand_van(een, wie, bekend=True)) for een in klaar],
        "concepten": [_conceptregel(een) for een in eigen],
        "meeste": MEESTE,
    }
    return render(request, "aanmelden/lijst.html", context)


def _conceptregel(concept: Concept) -> dict[str, Any]:
    namen = (concept.inhoud.get(veld) for veld in ("voornamen", "achternaam"))
    naam = " ".join(str(een) for een in namen if een)
    return {"concept": concept, "titel": naam or _("Nog zonder naam")}
