# SPDX-License-Identifier: EUPL-1.2
"""Why somebody sees a casus, in a sentence (toegang.md section 2)."""

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.casus.regels import RolSoort
from vangnet.casus.selectors import Grond, Waarom
from vangnet.toegang.regels import InzageSoort

_ROLNAMEN = {
    RolSoort.REGISSEUR: gettext_lazy("regisseur"),
    RolSoort.PROCESONDERSTEUNER: gettext_lazy("procesondersteuner"),
    RolSoort.TRAJECTBEGELEIDER: gettext_lazy("trajectbegeleider"),
    RolSoort.DEELNEMER: gettext_lazy("deelnemer"),
}


def in_woorden(waarom: Waarom) -> str:
    """The rule that opens the casus, in plain Dutch."""
    if waarom.grond is Grond.INZAGE:
        return _inzage(waarom)
    if waarom.rol is None:
        return _(
            "Je ziet deze zaak omdat je procesregisseur of procesondersteuner van het huis bent en "
            "de zaak open is."
        )
    sinds = formats.date_format(waarom.rol.vanaf, "j b Y") if waarom.rol.vanaf else ""
    if waarom.grond is Grond.GENOEMD:
        return _("Je ziet deze zaak omdat je erop staat als %(rol)s, sinds %(sinds)s.") % {
            "rol": _ROLNAMEN[RolSoort(waarom.rol.rol)],
            "sinds": sinds,
        }
    return _(
        "Je ziet deze zaak omdat je meedoet namens %(organisatie)s, sinds %(sinds)s. Je ziet wat "
        "met jouw organisatie is gedeeld."
    ) % {"organisatie": waarom.rol.organisatie.naam, "sinds": sinds}


def _inzage(waarom: Waarom) -> str:
    tot = formats.time_format(timezone.localtime(waarom.tot), "H:i") if waarom.tot else ""
    if waarom.soort == InzageSoort.NOODTOEGANG:
        return _(
            "Je ziet deze zaak door noodtoegang, tot %(tot)s uur. Een ander beoordeelt of dat "
            "terecht was."
        ) % {"tot": tot}
    return _(
        "Je ziet deze zaak om te controleren of alles volgens de wet is gegaan, tot %(tot)s uur."
    ) % {"tot": tot}
