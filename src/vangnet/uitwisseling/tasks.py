# SPDX-License-Identifier: EUPL-1.2
"""Import as a task: the proof run and the real one, with progress on the page."""

import logging
import time
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from uuid import UUID

from procrastinate.contrib.django import app

from vangnet.kern.fouten import VangnetFout
from vangnet.kern.spoor import nieuw_spoor
from vangnet.taken.regels import Opdracht, Stand, toets_op_tijd
from vangnet.taken.services import (
    begin_taak,
    met_voortgang,
    stand_zetten,
    vrager_van,
    werkbestand,
)
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.invoer.verslag import Uitkomst
from vangnet.uitwisseling.services import Invoer, register_invoeren

NAAM = "register_invoeren"
# More lines than anybody reads; the summary counts them all.
MEESTE_REGELS = 20_000
_log = logging.getLogger(__name__)


# Imports lock the register: the second of two waits for its turn instead of failing.
@app.task(name=NAAM, queue="invoer", lock="invoer")
def register_invoeren_taak(
    taak: str, gebruiker: str, gegevens: dict[str, object], verloopt: int, handtekening: str
) -> None:
    """Carry out a signed import; how it ends is written on its Taak."""
    nieuw_spoor()
    opdracht = Opdracht(NAAM, gegevens, taak, gebruiker, verloopt)
    vrager = vrager_van(opdracht, handtekening, soort=VragerSoort.INVOER)
    if not begin_taak(UUID(taak), vrager=vrager):
        _log.warning("taak.al_begonnen", extra={"ids": {"taak": taak}})
        return
    regels: list[str] = []
    try:
        toets_op_tijd(opdracht, nu=int(time.time()))
        uitkomst = _voer_in(UUID(taak), vrager, gegevens, regels)
    except VangnetFout as fout:
        _sluit(taak, vrager, stand=Stand.MISLUKT, uitkomst={}, regels=[str(fout)])
    except Exception:
        _log.exception("taak.mislukt", extra={"ids": {"taak": taak}})
        tekst = "Er ging iets mis in Vangnet zelf. Er is niets ingevoerd. Probeer het opnieuw."
        _sluit(taak, vrager, stand=Stand.MISLUKT, uitkomst={}, regels=[tekst])
        raise
    else:
        _sluit(taak, vrager, stand=Stand.KLAAR, uitkomst=_als_getallen(uitkomst), regels=regels)


def _voer_in(
    taak: UUID, vrager: Vrager, gegevens: Mapping[str, object], regels: list[str]
) -> Uitkomst:
    def meld(fout: Fout) -> None:
        if len(regels) < MEESTE_REGELS:
            regels.append(str(_herkenbaar(fout, invoer.pad)))

    proef, vervang = gegevens["proef"] is True, gegevens["vervang"] is True
    invoer = Invoer(werkbestand(gegevens), proef=proef, vervang=vervang)
    nog_nodig = False
    try:
        with met_voortgang(taak, vrager) as voortgang:
            uitkomst = register_invoeren(invoer, vrager=vrager, meld=meld, voortgang=voortgang)
        nog_nodig = proef and not uitkomst.aantal_fouten
    finally:
        # Plain personal data: it stays only for the import that a good proof run announces.
        if not nog_nodig:
            invoer.pad.unlink(missing_ok=True)
    return uitkomst


def _herkenbaar(fout: Fout, pad: Path) -> Fout:
    """The upload has a name of our own in the work folder, that says nothing to its owner."""
    return replace(fout, bestand=f"pakket{pad.suffix}") if fout.bestand == pad.name else fout


def _als_getallen(uitkomst: Uitkomst) -> dict[str, object]:
    return {
        "geschreven": uitkomst.geschreven,
        "fouten": uitkomst.aantal_fouten,
        "waarschuwingen": uitkomst.aantal_waarschuwingen,
        "bestanden": {naam: asdict(stand) for naam, stand in uitkomst.standen.items()},
    }


def _sluit(
    taak: str, vrager: Vrager, *, stand: Stand, uitkomst: Mapping[str, object], regels: list[str]
) -> None:
    stand_zetten(
        UUID(taak), vrager=vrager, stand=stand, uitkomst=uitkomst, regels="\n".join(regels)
    )
