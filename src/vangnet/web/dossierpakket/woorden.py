# SPDX-License-Identifier: EUPL-1.2
"""An order in words."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import formats, timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vangnet.uitwisseling.models import Dossieropdracht
from vangnet.uitwisseling.regels import Opdrachtstand, opdrachtstand

_STANDEN: dict[Opdrachtstand, tuple[Any, str]] = {
    Opdrachtstand.WACHT: (_("Wacht op de privacy officer"), "info"),
    Opdrachtstand.GOEDGEKEURD: (_("Goedgekeurd"), "gelukt"),
    Opdrachtstand.GEWEIGERD: (_("Geweigerd"), "fout"),
    Opdrachtstand.INGETROKKEN: (_("Ingetrokken"), "info"),
    Opdrachtstand.VERLOPEN: (_("Verlopen"), "info"),
    Opdrachtstand.GEBRUIKT: (_("Gebruikt"), "waarschuwing"),
}


class Opdrachtrij(NamedTuple):
    """An order as a page shows it; chip: text and kind; mag_besluiten, mag_intrekken: the asker.

    te_laat: what the asker could have decided on, in words why not any more; empty otherwise.
    """

    opdracht: Dossieropdracht
    chip: dict[str, Any]
    tot: datetime | None
    mag_besluiten: bool
    mag_intrekken: bool
    te_laat: str


def opdrachtrij(
    opdracht: Dossieropdracht, moment: datetime, *, wie: UUID, besluit: bool
) -> Opdrachtrij:
    """How an order stands at `moment` for `wie`; besluit: their roles let them decide."""
    stand = opdrachtstand(opdracht, moment)
    tekst, soort = _STANDEN[stand]
    loopt = stand in {Opdrachtstand.WACHT, Opdrachtstand.GOEDGEKEURD}
    beslist_mee = besluit and opdracht.gevraagd_door_id != wie
    return Opdrachtrij(
        opdracht=opdracht,
        chip={"tekst": tekst, "soort": soort},
        tot=(opdracht.geldig_tot or opdracht.besluit_voor) if loopt else None,
        mag_besluiten=beslist_mee and stand is Opdrachtstand.WACHT,
        mag_intrekken=loopt and wie in {opdracht.gevraagd_door_id, opdracht.besloten_door_id},
        te_laat=_te_laat(opdracht) if beslist_mee and stand is not Opdrachtstand.WACHT else "",
    )


def _te_laat(opdracht: Dossieropdracht) -> str:
    """What came before a decision of the asker: who did what, and when."""
    if opdracht.besloten_op:
        zin, wie, op = _("%(wie)s besloot op %(op)s."), opdracht.besloten_door, opdracht.besloten_op
    elif opdracht.ingetrokken_op:
        zin, wie = _("%(wie)s trok de vraag in op %(op)s."), opdracht.ingetrokken_door
        op = opdracht.ingetrokken_op
    else:
        zin, wie = _("De tijd om te besluiten was voorbij op %(op)s."), None
        op = opdracht.besluit_voor
    return str(zin) % {"wie": wie.naam if wie else "", "op": _moment(op)}


def _moment(moment: datetime) -> str:
    """As in "28 nov 2026 om 15:38 uur"."""
    plaatselijk = timezone.localtime(moment)
    dag = formats.date_format(plaatselijk, "j b Y")
    return gettext("%(dag)s om %(tijd)s uur") % {"dag": dag, "tijd": f"{plaatselijk:%H:%M}"}
