# SPDX-License-Identifier: EUPL-1.2
"""Why somebody sees a casus: the rule, since when and until when (toegang.md section 2)."""

from datetime import date
from typing import NamedTuple

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.casus.regels import RolSoort
from vangnet.casus.selectors import Grond, Waarom
from vangnet.toegang.models import Inzage
from vangnet.toegang.regels import InzageSoort

_ROLNAMEN = {
    RolSoort.REGISSEUR: gettext_lazy("regisseur"),
    RolSoort.PROCESONDERSTEUNER: gettext_lazy("procesondersteuner"),
    RolSoort.TRAJECTBEGELEIDER: gettext_lazy("trajectbegeleider"),
    RolSoort.DEELNEMER: gettext_lazy("deelnemer"),
}


class Uitleg(NamedTuple):
    """The rule, and the days or moments between which it holds; tot is empty when none is set."""

    zin: str
    sinds: str
    tot: str


def in_woorden(waarom: Waarom) -> Uitleg:
    """The rule that opens the casus, in plain Dutch."""
    if waarom.inzage:
        return _inzage(waarom.inzage)
    if waarom.rol:
        return Uitleg(_genoemd(waarom), _dag(waarom.rol.vanaf), _tot_en_met(waarom.rol.tot))
    zin = _(
        "Je ziet deze zaak omdat je procesregisseur of procesondersteuner van het huis bent en "
        "de zaak open is."
    )
    eigen = waarom.accountrol
    return Uitleg(
        zin, _dag(eigen.vanaf if eigen else None), _tot_en_met(eigen.tot if eigen else None)
    )


def _genoemd(waarom: Waarom) -> str:
    assert waarom.rol is not None  # noqa: S101 - in_woorden has looked
    if waarom.grond is Grond.GENOEMD:
        return _("Je ziet deze zaak omdat je erop staat als %(rol)s.") % {
            "rol": _ROLNAMEN[RolSoort(waarom.rol.rol)]
        }
    organisatie = waarom.rol.organisatie
    return _(
        "Je ziet deze zaak omdat je meedoet namens %(organisatie)s. Je ziet wat met jouw "
        "organisatie is gedeeld."
    ) % {"organisatie": organisatie.naam if organisatie else ""}


def _inzage(inzage: Inzage) -> Uitleg:
    vanaf, tot = timezone.localtime(inzage.vanaf), timezone.localtime(inzage.tot)
    if inzage.soort == InzageSoort.NOODTOEGANG:
        zin = _("Je ziet deze zaak door noodtoegang. Een ander beoordeelt of dat terecht was.")
    else:
        zin = _("Je ziet deze zaak om te controleren of alles volgens de wet is gegaan.")
    # The last minute is not part of it; a last day is.
    return Uitleg(zin, f"{vanaf:%H:%M}", _("%(tot)s uur") % {"tot": f"{tot:%H:%M}"})


def _dag(dag: date | None) -> str:
    return formats.date_format(dag, "j b Y") if dag else ""


def _tot_en_met(dag: date | None) -> str:
    return _("en met %(dag)s") % {"dag": _dag(dag)} if dag else ""
