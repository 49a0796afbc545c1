# SPDX-License-Identifier: EUPL-1.2
"""Import by upload: keep the file, try it out as a task, and then write it or throw it away."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.db import transaction

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.eigenbestand import nieuw_bestand
from vangnet.kern.fouten import NietToegestaan
from vangnet.taken.models import Taak
from vangnet.taken.regels import Stand
from vangnet.taken.services import taak_geven, werkmap
from vangnet.toegang.vrager import huidige_vrager
from vangnet.uitwisseling.tasks import NAAM

SOORT = "invoer"


def invoer_klaarzetten(*, bestand: str, delen: Iterable[bytes], vervang: bool) -> Taak:
    """Keep the upload as `bestand` in the work folder and give the proof run to the worker."""
    pad = werkmap() / bestand
    with nieuw_bestand(pad) as uit:
        for deel in delen:
            uit.write(deel)
    return _geef(bestand=bestand, proef=True, vervang=vervang)


def invoer_uitvoeren(*, proef: UUID) -> Taak | None:
    """Give the import itself to the worker; None without a proof run that found no errors."""
    beproefd = _geeindigd(proef)
    if beproefd is None or not _mag_ingevoerd(beproefd):
        return None
    vervang = beproefd.gegevens["vervang"] is True
    beproefd.delete()
    return _geef(bestand=beproefd.bestand, proef=False, vervang=vervang)


def invoer_afbreken(*, taak: UUID) -> bool:
    """Throw the upload of an ended run away; False without one, or when it was written."""
    geeindigd = _geeindigd(taak)
    if geeindigd is None or geeindigd.uitkomst.get("geschreven"):
        return False
    # After the commit: a page that fails keeps both the task and its file.
    transaction.on_commit(partial((werkmap() / geeindigd.bestand).unlink, missing_ok=True))
    leg_vast(Act(handeling="invoer.afgebroken", object_soort="taak", object=geeindigd.pk))
    geeindigd.delete()
    return True


def _mag_ingevoerd(taak: Taak) -> bool:
    """Whether `taak` is a proof run that ended well and wrote nothing."""
    uitkomst = taak.uitkomst
    goed = taak.stand == Stand.KLAAR and taak.gegevens.get("proef") is True
    return goed and not uitkomst.get("fouten") and not uitkomst.get("geschreven")


def _geeindigd(taak: UUID) -> Taak | None:
    """A run of the asker that has ended; locked, so that two clicks do it once."""
    klaar = Taak.objects.select_for_update().filter(
        pk=taak, soort=SOORT, stand__in=[Stand.KLAAR, Stand.MISLUKT]
    )
    return klaar.first()


def _geef(*, bestand: str, proef: bool, vervang: bool) -> Taak:
    vrager = huidige_vrager()
    if vrager is None:
        raise NietToegestaan
    taak = Taak.objects.create(
        soort=SOORT,
        gebruiker=vrager.gebruiker,
        bestand=bestand,
        gegevens={"proef": proef, "vervang": vervang, "bestand": bestand},
    )
    leg_vast(
        Act(
            handeling="invoer.beproefd" if proef else "invoer.gevraagd",
            object_soort="taak",
            object=taak.pk,
        )
    )
    taak_geven(naam=NAAM, taak=taak)
    return taak
