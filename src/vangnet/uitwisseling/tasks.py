# SPDX-License-Identifier: EUPL-1.2
"""Import as a task: the proof run and the real one, with progress on the page."""

import logging
from collections.abc import Mapping
from dataclasses import asdict
from uuid import UUID

from procrastinate.contrib.django import app

from vangnet.kern.fouten import VangnetFout
from vangnet.kern.spoor import nieuw_spoor
from vangnet.taken.models import Taak
from vangnet.taken.regels import Opdracht, Stand
from vangnet.taken.services import met_voortgang, stand_zetten, vrager_van, werkmap
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.invoer.verslag import Uitkomst
from vangnet.uitwisseling.services import Invoer, register_invoeren

NAAM = "register_invoeren"
# More lines than anybody reads; the summary counts them all.
MEESTE_REGELS = 20_000
_log = logging.getLogger(__name__)


@app.task(name=NAAM, queue="invoer")
def register_invoeren_taak(
    taak: str, gebruiker: str, gegevens: dict[str, object], verloopt: int, handtekening: str
) -> None:
    """Carry out a signed import; how it ends is written on its Taak."""
    nieuw_spoor()
    opdracht = Opdracht(NAAM, gegevens, taak, gebruiker, verloopt)
    vrager = vrager_van(opdracht, handtekening, soort=VragerSoort.INVOER)
    regels: list[str] = []
    try:
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
            regels.append(str(fout))

    with als(vrager):
        Taak.objects.filter(pk=taak).update(stand=Stand.BEZIG)
        bestand = Taak.objects.get(pk=taak).bestand
    invoer = Invoer(
        werkmap() / bestand,
        proef=gegevens["proef"] is True,
        vervang=gegevens["vervang"] is True,
    )
    with met_voortgang(taak, vrager) as voortgang:
        uitkomst = register_invoeren(invoer, vrager=vrager, meld=meld, voortgang=voortgang)
    if uitkomst.geschreven:
        invoer.pad.unlink(missing_ok=True)
    return uitkomst


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
