# SPDX-License-Identifier: EUPL-1.2
"""What nobody foresaw: one Dutch sentence for the user, the details in a file with a trace id."""

import errno
import logging
import sys
from pathlib import Path

from vangnet.kern.logregels import JsonRegel
from vangnet.kern.spoor import huidig_spoor, nieuw_spoor

LOGBESTAND = "fouten.log"
_VOL = {errno.ENOSPC, errno.EDQUOT}


def zin_voor(fout: Exception) -> str:
    """The sentence for the user. What the machine itself explains (a full disk) is not logged."""
    if isinstance(fout, OSError) and fout.errno in _VOL:
        return f"De schijf is vol{_bij(fout)}. Maak ruimte en probeer het opnieuw."
    if isinstance(fout, PermissionError):
        return f"Dit mag niet van het besturingssysteem{_bij(fout)}."
    spoor = huidig_spoor() or nieuw_spoor()
    waar = _schrijf_weg(fout)
    meer = f" Meer staat in {waar}." if waar else ""
    wat = "Er ging iets mis dat Vangnet niet kende"
    if _is_verbinding(fout):
        wat = "De databank antwoordt niet meer"
    return f"{wat} ({type(fout).__name__}). Probeer het opnieuw. Spoornummer: {spoor}.{meer}"


def _bij(fout: OSError) -> str:
    return f": {fout.filename}" if fout.filename else ""


def _is_verbinding(fout: Exception) -> bool:
    import psycopg
    from django.db import OperationalError

    return isinstance(fout, OperationalError | psycopg.OperationalError)


def _schrijf_weg(fout: Exception) -> Path | None:
    """Add a line to the log file, or write it to stderr when there is no such file."""
    bron, toestand = "vangnet.opdrachtregel", (type(fout), fout, fout.__traceback__)
    regel = logging.LogRecord(bron, logging.ERROR, __file__, 0, "opdracht.mislukt", (), toestand)
    try:
        from config import settings

        pad = settings.VANGNET_DATA / LOGBESTAND
        with pad.open("a", encoding="utf-8") as bestand:
            bestand.write(f"{JsonRegel().format(regel)}\n")
    except Exception:
        sys.stderr.write(f"{JsonRegel().format(regel)}\n")
        return None
    return pad
