# SPDX-License-Identifier: EUPL-1.2
"""Rollen in a casus, in words."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.casus.models import CasusRol
from vangnet.casus.regels import TERUG_BINNEN, Antwoord, RolSoort
from vangnet.kern.klok import nu

ROLNAMEN = {
    RolSoort.REGISSEUR: gettext_lazy("Regisseur"),
    RolSoort.PROCESONDERSTEUNER: gettext_lazy("Procesondersteuner"),
    RolSoort.TRAJECTBEGELEIDER: gettext_lazy("Trajectbegeleider"),
    RolSoort.DEELNEMER: gettext_lazy("Deelnemer"),
}


class Rolregel(NamedTuple):
    """A row of the table of who takes part; chip: kind of the chip with the status."""

    rol: CasusRol
    wie: str
    organisatie: str
    soort: str
    periode: str
    stand: str
    chip: str
    mag_beeindigen: bool
    mag_herstellen: bool


def rolregel(
    rol: CasusRol,
    dag: date,
    *,
    mag_beeindigen: bool = False,
    lezer: UUID | None = None,
    buiten: bool = False,
) -> Rolregel:
    """How a rol stands on `dag`; lezer: who may take back what they just ended.

    buiten: the account of who holds it opens the casus no more.
    """
    stand, chip, loopt = _stand(rol, dag)
    if buiten and loopt:
        stand, chip = _("Kan er nu niet in"), "waarschuwing"
    return Rolregel(
        rol=rol,
        wie=rol.gebruiker.naam if rol.gebruiker else _("Nog niemand op naam"),
        organisatie=rol.organisatie.naam if rol.organisatie else _("Het huis"),
        soort=str(ROLNAMEN[RolSoort(rol.rol)]),
        periode=periode(rol),
        stand=stand,
        chip=chip,
        mag_beeindigen=mag_beeindigen and loopt,
        mag_herstellen=lezer is not None and _net_beeindigd(rol, lezer),
    )


def wiens(rol: CasusRol) -> UUID | None:
    """Whom a casus has once: a person, or an organisation with nobody by name."""
    return rol.gebruiker_id or rol.organisatie_id


def staat_erop(rol: CasusRol, dag: date) -> bool:
    """Whether a rol runs or is asked, so that the same one doesn't come back beside it."""
    voorbij = rol.beeindigd_op or (rol.tot and rol.tot < dag)
    return not voorbij and rol.antwoord != Antwoord.GEWEIGERD


def _net_beeindigd(rol: CasusRol, lezer: UUID) -> bool:
    return (
        rol.beeindigd_door_id == lezer
        and rol.beeindigd_op is not None
        and rol.beeindigd_op >= nu() - TERUG_BINNEN
        and rol.rol != RolSoort.TRAJECTBEGELEIDER
    )


def _stand(rol: CasusRol, dag: date) -> tuple[str, str, bool]:
    """The status in a word, its chip, and whether there is something to end."""
    if rol.overgedragen_aan_id:
        return _("Overgedragen"), "", False
    if rol.antwoord == Antwoord.GEWEIGERD:
        return _("Doet niet mee"), "", False
    if rol.beeindigd_op or (rol.tot and rol.tot < dag):
        return _("Beëindigd"), "", False
    if rol.antwoord is None:
        uitgenodigd = _("Uitgenodigd") if rol.gebruiker_id else _("Doet mee, nog niemand op naam")
        return uitgenodigd, "info", True
    if rol.vanaf and rol.vanaf > dag:
        return _("Begint nog"), "info", True
    return _("Doet mee"), "gelukt", True


def periode(rol: CasusRol) -> str:
    """From-to as a person reads it; an invitation has only the day on which it was made."""
    delen = [
        woord + " " + formats.date_format(dag, "j b Y")
        for woord, dag in ((_("vanaf"), rol.vanaf), (_("tot en met"), rol.tot))
        if dag
    ]
    return " ".join(delen)
