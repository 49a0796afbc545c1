# SPDX-License-Identifier: EUPL-1.2
"""Give a task to the worker, and let the worker tell how far it is."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app

from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.taken.models import Taak
from vangnet.taken.regels import Opdracht, Stand, onderteken, toets
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

# A task that waited longer than this is asked for again, not carried out.
_GELDIG_SECONDEN = 24 * 60 * 60
_MELD_ELKE = 0.5


def werkmap() -> Path:
    """Folder for files that a task works on; private to the account that runs Vangnet."""
    map_ = Path(settings.VANGNET_DATA) / "werk"
    map_.mkdir(mode=0o700, exist_ok=True)
    return map_


def werkbestand(gegevens: Mapping[str, object]) -> Path:
    """The file that signed `gegevens` name. Raises NietToegestaan when it is not in the folder."""
    bestand = gegevens.get("bestand")
    if not isinstance(bestand, str) or bestand in {"", ".", ".."} or "/" in bestand:
        raise NietToegestaan("Deze taak noemt geen bestand van Vangnet.")
    return werkmap() / bestand


def begin_taak(taak: UUID, *, vrager: Vrager) -> bool:
    """Mark a waiting task as busy; False when it began before: a job is carried out once."""
    with als(vrager):
        return Taak.objects.filter(pk=taak, stand=Stand.WACHT).update(stand=Stand.BEZIG) == 1


def taak_geven(*, naam: str, taak: Taak) -> None:
    """Queue `taak` as task `naam`, signed for who asked; it starts when the transaction commits."""
    verloopt = int(time.time()) + _GELDIG_SECONDEN
    opdracht = Opdracht(naam, taak.gegevens, str(taak.pk), str(taak.gebruiker), verloopt)
    _, sleutel = settings.SLEUTELS.nieuwste("taak")
    app.configure_task(name=naam).defer(
        taak=str(taak.pk),
        gebruiker=str(taak.gebruiker),
        gegevens=dict(taak.gegevens),
        verloopt=verloopt,
        handtekening=onderteken(opdracht, sleutel),
    )


def vrager_van(opdracht: Opdracht, handtekening: str, *, soort: VragerSoort) -> Vrager:
    """The asker of a signed task, expired or not. Raises NietToegestaan when not signed by us."""
    sleutels = list(settings.SLEUTELS.sleutels["taak"].values())
    toets(opdracht, handtekening, sleutels=sleutels)
    return Vrager(UUID(opdracht.gebruiker), soort)


def stand_zetten(
    taak: UUID, *, vrager: Vrager, stand: Stand, uitkomst: Mapping[str, object], regels: str = ""
) -> None:
    """Write how a task ended, in a transaction of its own."""
    klaar = nu() if stand in {Stand.KLAAR, Stand.MISLUKT} else None
    with als(vrager):
        Taak.objects.filter(pk=taak).update(
            stand=stand, uitkomst=dict(uitkomst), regels=regels, klaar_op=klaar
        )


@contextmanager
def met_voortgang(taak: UUID, vrager: Vrager) -> Iterator[Callable[[str, int], None]]:
    """Gives a function `(step, rows done)`; what it is told is written twice a second.

    By a thread with a connection of its own: the work itself is one long transaction, of which
    nobody sees anything before its end.
    """
    laatste: list[tuple[str, int]] = []
    klaar = threading.Event()

    def schrijf() -> None:
        try:
            while not klaar.wait(_MELD_ELKE):
                if laatste:
                    stap, gedaan = laatste[-1]
                    laatste.clear()
                    with als(vrager):
                        Taak.objects.filter(pk=taak).update(stap=stap, gedaan=gedaan)
        finally:
            connection.close()

    draad = threading.Thread(target=schrijf, name="voortgang")
    draad.start()
    try:
        yield lambda stap, gedaan: laatste.append((stap, gedaan))
    finally:
        klaar.set()
        draad.join()
