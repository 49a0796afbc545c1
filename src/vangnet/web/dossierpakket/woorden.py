# SPDX-License-Identifier: EUPL-1.2
"""An order in words."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

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
    """An order as a page shows it; chip: text and kind; mag_besluiten, mag_intrekken: the asker."""

    opdracht: Dossieropdracht
    chip: dict[str, Any]
    tot: datetime | None
    mag_besluiten: bool
    mag_intrekken: bool


def opdrachtrij(
    opdracht: Dossieropdracht, moment: datetime, *, wie: UUID, besluit: bool
) -> Opdrachtrij:
    """How an order stands at `moment` for `wie`; besluit: their roles let them decide."""
    stand = opdrachtstand(opdracht, moment)
    tekst, soort = _STANDEN[stand]
    loopt = stand in {Opdrachtstand.WACHT, Opdrachtstand.GOEDGEKEURD}
    return Opdrachtrij(
        opdracht=opdracht,
        chip={"tekst": tekst, "soort": soort},
        tot=(opdracht.geldig_tot or opdracht.besluit_voor) if loopt else None,
        mag_besluiten=besluit and stand is Opdrachtstand.WACHT and opdracht.gevraagd_door_id != wie,
        mag_intrekken=loopt and wie in {opdracht.gevraagd_door_id, opdracht.besloten_door_id},
    )
