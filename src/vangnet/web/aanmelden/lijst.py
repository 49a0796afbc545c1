# SPDX-License-Identifier: EUPL-1.2
"""What waits, what was decided, and what one is still typing."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.aanmelding.antwoorden import zonder_zaak
from vangnet.aanmelding.models import Aanmelding, Concept
from vangnet.aanmelding.selectors import (
    MEESTE,
    besloten,
    concepten,
    is_elders_beantwoord,
    nog_te_antwoorden,
    wachtrij,
)
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.woorden import Stand, stand_van
from vangnet.web.recht import recht


@recht(Recht.AANMELDEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The queue, oldest first; of a partner only what the own organisation sent."""
    wie = kijker(Recht.AANMELDEN)
    wachtend, klaar = wachtrij(wie, vandaag()), besloten(wie)
    # The house has work on these; for a partner they stand among what was decided.
    geen_zaak = zonder_zaak(wie) if wie.is_huis else []
    nog, eigen = nog_te_antwoorden(wie), concepten(wie)
    _leg_vast([*(een.aanmelding for een in wachtend), *nog, *klaar, *geen_zaak], eigen)
    context = {
        "is_huis": wie.is_huis,
        # Of a partner's own what waits for the house, and what the house waits for.
        "aan_jou": [een for een in wachtend if een.vraag_open and not wie.is_huis],
        "wachtend": [een for een in wachtend if wie.is_huis or not een.vraag_open],
        "zonder_zaak": [
            (een, stand, getattr(een, "antwoord", None), is_elders_beantwoord(een))
            for een, stand in _standen(geen_zaak, wie)
        ],
        "nog_te_antwoorden": _standen(nog, wie),
        "besloten": _standen(klaar, wie),
        "concepten": [_conceptregel(een) for een in eigen],
        "meeste": MEESTE,
    }
    return render(request, "aanmelden/lijst.html", context)


def _leg_vast(getoond: Sequence[Aanmelding], eigen: Sequence[Concept]) -> None:
    """The row of the journaal: about all that the list shows, drafts too."""
    leg_vast(
        Act(
            handeling="aanmeldingen.ingezien",
            object_soort="lijst",
            aantallen={"concepten": len(eigen)},
            onderwerpen=[("aanmelding", een.pk) for een in [*getoond, *eigen]],
        )
    )


def _standen(rijen: Sequence[Aanmelding], wie: Kijker) -> list[tuple[Aanmelding, Stand]]:
    """Each of what was decided, with how it stands."""
    return [(een, stand_van(een, wie, bekend=True)) for een in rijen]


def _conceptregel(concept: Concept) -> dict[str, Any]:
    namen = (concept.inhoud.get(veld) for veld in ("voornamen", "achternaam"))
    naam = " ".join(str(een) for een in namen if een)
    return {"concept": concept, "titel": naam or _("Nog zonder naam")}
