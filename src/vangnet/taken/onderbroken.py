# SPDX-License-Identifier: EUPL-1.2
"""What a worker that was killed leaves behind: its tasks, and the files they worked on."""

import json
import logging
import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.taken.models import Taak
from vangnet.taken.regels import Opdracht, Stand
from vangnet.taken.services import vrager_van, werkbestand, werkmap
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import als

# As long as a task may wait; after it nobody can use its file any more.
BEWAAR_SECONDEN = 24 * 60 * 60
_TEKST = "Het werk is onderbroken. Er is niets ingevoerd. Begin opnieuw."
# A living worker gives a sign every ten seconds.
_WEES = """
    SELECT taak.id, taak.task_name, taak.args::text FROM procrastinate_jobs taak
    LEFT JOIN procrastinate_workers werker ON werker.id = taak.worker_id
    WHERE taak.status = 'doing'
      AND (werker.id IS NULL OR werker.last_heartbeat < now() - interval '30 seconds')
"""
_MISLUKT = "UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s AND status = 'doing'"
_log = logging.getLogger(__name__)


def ruim_onderbroken_op() -> int:
    """Fail the jobs that no living worker holds, and tell their askers; gives how many."""
    with als(None), connection.cursor() as cursor:
        cursor.execute(_WEES)
        wezen = cursor.fetchall()
    for nummer, naam, argumenten in wezen:
        _meld_onderbroken(naam, json.loads(argumenten))
        # Last: killed before this line, the next worker does it again.
        with als(None), connection.cursor() as cursor:
            cursor.execute(_MISLUKT, [nummer])
    return len(wezen)


def _meld_onderbroken(naam: str, argumenten: Mapping[str, Any]) -> None:
    if "handtekening" not in argumenten:
        return
    velden = {veld: argumenten[veld] for veld in ("gegevens", "taak", "gebruiker", "verloopt")}
    opdracht = Opdracht(naam, **velden)
    try:
        vrager = vrager_van(opdracht, argumenten["handtekening"], soort=VragerSoort.TAAK)
        bestand = werkbestand(opdracht.gegevens)
    except NietToegestaan:
        _log.warning("taak.vreemd")
        return
    lopend = Taak.objects.filter(pk=UUID(opdracht.taak), stand__in=[Stand.WACHT, Stand.BEZIG])
    with als(vrager):
        geraakt = lopend.update(stand=Stand.MISLUKT, regels=_TEKST, klaar_op=nu())
    if geraakt:
        bestand.unlink(missing_ok=True)


def ruim_bestanden_op() -> None:
    """Delete what has been in the work folder for longer than a day."""
    grens = time.time() - BEWAAR_SECONDEN
    for bestand in werkmap().iterdir():
        if bestand.is_file() and bestand.stat().st_mtime < grens:
            bestand.unlink(missing_ok=True)
