# SPDX-License-Identifier: EUPL-1.2
"""What was contributed to a casus, in words."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.casus.models import Betrokkenheid, Bijdrage, Casus
from vangnet.casus.regels import TERUG_BINNEN as INTREKKEN_TERUG_BINNEN
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.selectors import bijdragen_van
from vangnet.kern.klok import nu
from vangnet.toegang.kijker import Kijker
from vangnet.web.zaken.dossier import Woorden
from vangnet.web.zaken.notitieform import is_uit_het_veld

LIJSTEN = ("categorie", "leefgebied", "deeldoel", "geheimgrond")

# How long a note that was just saved can be undone in one click (gebruik: at least 30 seconds).
TERUG_BINNEN = timedelta(minutes=2)
SOORTNAMEN = {
    BijdrageSoort.FEIT: gettext_lazy("Feit"),
    BijdrageSoort.NOTITIE: gettext_lazy("Notitie"),
    BijdrageSoort.DOCUMENT: gettext_lazy("Document"),
    BijdrageSoort.BESCHERMENDE_FACTOR: gettext_lazy("Beschermende factor"),
    BijdrageSoort.HYPOTHESE: gettext_lazy("Hypothese, geen feit"),
}


class Bijdrageregel(NamedTuple):
    """A bijdrage with its codes as words; eigen: the reader may change it.

    een_kant: namen doesn't tell who takes part on another side alone. terug: the reader took it
    back just now, and may put it back.
    """

    bijdrage: Bijdrage
    soort: str
    bron: str
    categorie: str
    leefgebied: str
    doel: str
    grond: str
    over: str
    namen: Sequence[str]
    een_kant: bool
    eigen: bool
    terug: bool


def bijdrageregels(
    casus: Casus, woorden: Woorden, *, wie: Kijker, mag: bool, hooguit: int | None = None
) -> list[Bijdrageregel]:
    """What `wie` sees, newest first; mag: they work on this casus, so may change their own."""
    rijen = bijdragen_van(casus, wie=wie, hooguit=hooguit)
    return [_regel(een, wie, woorden, mag=mag) for een in rijen]


def over_wie(regels: Sequence[Bijdrageregel]) -> list[Betrokkenheid]:
    """Whose names stand in these lines."""
    return [een.bijdrage.betrokkenheid for een in regels if een.bijdrage.betrokkenheid]


def terug_te_nemen(regels: Sequence[Bijdrageregel]) -> Bijdrageregel | None:
    """The newest note of the reader from the note field, when it was saved just now."""
    sinds = nu() - TERUG_BINNEN
    return next(
        (
            een
            for een in regels
            if een.eigen and is_uit_het_veld(een.bijdrage) and een.bijdrage.aangemaakt_op >= sinds
        ),
        None,
    )


def _net_ingetrokken(een: Bijdrage) -> bool:
    return een.ingetrokken_op is not None and een.ingetrokken_op >= nu() - INTREKKEN_TERUG_BINNEN


def _regel(een: Any, wie: Kijker, woorden: Woorden, *, mag: bool) -> Bijdrageregel:
    eigen = mag and een.auteur_id == wie.gebruiker
    return Bijdrageregel(
        bijdrage=een,
        soort=str(SOORTNAMEN[BijdrageSoort(een.soort)]),
        bron=een.bron.naam if een.bron else _("Het huis"),
        categorie=woorden["categorie"].get(een.categorie, een.categorie),
        leefgebied=woorden["leefgebied"].get(een.leefgebied or "", ""),
        doel=woorden["deeldoel"].get(een.doel, een.doel),
        grond=woorden["geheimgrond"].get(een.grond or "", ""),
        over=een.betrokkenheid.persoon.naam if een.betrokkenheid else "",
        namen=sorted(een.genoemde),
        een_kant=een.een_kant,
        eigen=eigen and een.ingetrokken_op is None,
        terug=eigen and _net_ingetrokken(een),
    )
