# SPDX-License-Identifier: EUPL-1.2
"""A look in words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vangnet.toegang.inzagen import Gedaan
from vangnet.toegang.models import Inzage
from vangnet.toegang.regels import Inzagereden, InzageSoort, Oordeel
from vangnet.toezicht.woorden import OORDELEN, REDENEN, woord

_SOORTEN = {
    InzageSoort.NOODTOEGANG: gettext_lazy("Noodtoegang"),
    InzageSoort.RECHTMATIGHEID: gettext_lazy("Controle"),
}


class Inzagerij(NamedTuple):
    """A look as a list shows it; chip: text and kind."""

    inzage: Inzage
    kenmerk: str
    soort: str
    wanneer: str
    reden: str
    chip: dict[str, Any]
    loopt: bool
    voor: str


def _moment(moment: datetime) -> str:
    plaatselijk = timezone.localtime(moment)
    return f"{formats.date_format(plaatselijk, 'j b Y')}, {plaatselijk:%H:%M}"


def inzagerij(inzage: Inzage, moment: datetime, kenmerken: Mapping[UUID, str]) -> Inzagerij:
    """How a look stands at `moment`; kenmerken: of the casus, by the id of the look."""
    return Inzagerij(
        inzage=inzage,
        kenmerk=kenmerken.get(inzage.pk, ""),
        soort=str(_SOORTEN[InzageSoort(inzage.soort)]),
        wanneer=_moment(inzage.vanaf),
        reden=str(REDENEN[Inzagereden(inzage.reden)]),
        chip=_chip(inzage, moment),
        loopt=inzage.tot > moment,
        voor=_moment(inzage.beoordelen_voor),
    )


def _chip(inzage: Inzage, moment: datetime) -> dict[str, Any]:
    if inzage.oordeel:
        goed = inzage.oordeel == Oordeel.TERECHT
        return {"tekst": OORDELEN[Oordeel(inzage.oordeel)], "soort": "gelukt" if goed else "fout"}
    if inzage.tot > moment:
        tot = f"{timezone.localtime(inzage.tot):%H:%M}"
        return {"tekst": _("Open tot %(tot)s") % {"tot": tot}, "soort": "waarschuwing"}
    if inzage.beoordelen_voor < moment:
        return {"tekst": _("Oordeel is te laat"), "soort": "fout"}
    return {"tekst": _("Nog niet beoordeeld"), "soort": "info"}


def gedaan_in_woorden(gedaan: Gedaan) -> str:
    """One act under a look: when, what, and of how many people."""
    zin = f"{_moment(gedaan.moment)}: {woord(gedaan.handeling)}"
    if not gedaan.personen:
        return zin
    mensen = ngettext("%(aantal)s persoon", "%(aantal)s personen", gedaan.personen)
    return f"{zin} ({mensen % {'aantal': gedaan.personen}})"
