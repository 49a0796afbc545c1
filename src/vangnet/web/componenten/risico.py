# SPDX-License-Identifier: EUPL-1.2
"""For whom it is unsafe and what may happen, in words; never how unsafe, and no score."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as vertaal
from django.utils.translation import gettext_lazy as _

from vangnet.aanmelding.regels import RisicoSoort, RisicoVoor
from vangnet.afsluiting.risico import Risico

RISICO_VOOR = (
    (RisicoVoor.BETROKKENE, _("De persoon zelf")),
    (RisicoVoor.GEZIN, _("Het gezin of de directe kring")),
    (RisicoVoor.OMGEVING, _("De buurt of anderen")),
    (RisicoVoor.PROFESSIONALS, _("Professionals")),
)
RISICO_SOORT = (
    (RisicoSoort.GEWELD, _("Geweld")),
    (RisicoSoort.ZELFBESCHADIGING, _("Zelfbeschadiging of zelfdoding")),
    (RisicoSoort.BRAND, _("Brand")),
    (RisicoSoort.SEKSUEEL, _("Seksueel geweld")),
    (RisicoSoort.DREIGING, _("Bedreiging of belaging")),
    (RisicoSoort.ERNSTIGE_OVERLAST, _("Ernstige overlast")),
)


def in_woorden(codes: Collection[str], lijst: Iterable[tuple[str, Any]]) -> str:
    """Those of `lijst` that hold, in its order."""
    return ", ".join(str(woord) for code, woord in lijst if code in codes)


def risico_in_woorden(voor: Collection[str], soort: Collection[str]) -> str:
    """What may happen and to whom; empty when nobody said that it is unsafe."""
    delen = [in_woorden(soort, RISICO_SOORT), in_woorden(voor, RISICO_VOOR)]
    return " · ".join(deel for deel in delen if deel)


def veiligheidsteken(voor: Collection[str], soort: Collection[str]) -> str:
    """The mark in the bar of a casus; empty as risico_in_woorden."""
    gezegd = risico_in_woorden(voor, soort)
    return f"\N{WARNING SIGN} {vertaal('Veiligheid')}: {gezegd}" if gezegd else ""


def wanneer_gezegd(risico: Risico) -> str:
    """Since when and by what it is known: the day of the house, and that of an aanmelding."""
    delen = [formats.date_format(risico.huis, "j b Y")] if risico.huis else []
    if risico.aanmelding:
        dag = formats.date_format(risico.aanmelding, "j b Y")
        delen.append(vertaal("aanmelding van %(dag)s") % {"dag": dag})
    return ", ".join(delen)
