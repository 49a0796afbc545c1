# SPDX-License-Identifier: EUPL-1.2
"""What was contributed to a casus, in words."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from vangnet.casus.models import Bijdrage, Casus
from vangnet.casus.selectors import bijdragen_van
from vangnet.inrichting.selectors import labels
from vangnet.toegang.kijker import Kijker
from vangnet.web.zaken.dossier import Woorden, naam_van

_LIJSTEN = ("categorie", "leefgebied", "deeldoel", "geheimgrond")


class Bijdrageregel(NamedTuple):
    """A bijdrage with its codes as words; eigen: the reader may change it."""

    bijdrage: Bijdrage
    bron: str
    categorie: str
    leefgebied: str
    doel: str
    grond: str
    over: str
    namen: Sequence[str]
    eigen: bool


def bijdrageregels(casus: Casus, *, wie: Kijker, mag: bool) -> list[Bijdrageregel]:
    """What `wie` sees, newest first; mag: they work on this casus, so may change their own."""
    woorden = labels(*_LIJSTEN)
    return [_regel(een, wie, woorden, mag=mag) for een in bijdragen_van(casus, wie=wie)]


def _regel(een: Bijdrage, wie: Kijker, woorden: Woorden, *, mag: bool) -> Bijdrageregel:
    return Bijdrageregel(
        bijdrage=een,
        bron=een.bron.naam if een.bron else _("Het huis"),
        categorie=woorden["categorie"].get(een.categorie, een.categorie),
        leefgebied=woorden["leefgebied"].get(een.leefgebied or "", ""),
        doel=woorden["deeldoel"].get(een.doel, een.doel),
        grond=woorden["geheimgrond"].get(een.grond or "", ""),
        over=naam_van(een.betrokkenheid.persoon) if een.betrokkenheid else "",
        namen=sorted(genoemd.organisatie.naam for genoemd in een.genoemd.all()),
        eigen=mag and een.auteur_id == wie.gebruiker and een.ingetrokken_op is None,
    )
