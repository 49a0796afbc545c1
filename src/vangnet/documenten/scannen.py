# SPDX-License-Identifier: EUPL-1.2
"""The rounds of the scanner, as a clock job: what waits is read, judged and written down.

Outside any request, under the narrow account of the command line: the functions of sql/scan.sql
give what waits to it, and to nobody else. Between reading and writing no transaction is open.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import connection

from vangnet.documenten.clamd import ScannerWeg, scan
from vangnet.documenten.regels import Scan
from vangnet.documenten.sleutels import Onleesbaar, open_delen, open_sleutel
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.spoor import huidig_spoor

_PER_RONDE = 20
_TE_VAAK = 2
_log = logging.getLogger(__name__)
# Opens a transaction as the asker of the clock.
Klok = Callable[[], AbstractContextManager[object]]


class Wachtend(NamedTuple):
    """A version that waits, with the sealed key of its dossier (None: destroyed)."""

    versie: UUID
    dossier: UUID
    sleutel: bytes | None
    delen: int


def scan_ronde(als_klok: Klok) -> int:
    """Scan what waits, the oldest first; gives how many got an answer.

    A scanner that is away ends the round at the second file: everything stays in quarantine until
    the next one. At the second, so that one file on which it breaks doesn't hold up the others.
    """
    with als_klok():
        wachtend, proefhuis = _wachtrij(), het_huis().demo
    if not settings.CLAMD:
        return _merk_proefhuis(wachtend, als_klok) if proefhuis else 0
    gedaan = gemist = 0
    for een in wachtend:
        try:
            uitslag = _oordeel(een, als_klok)
        except ScannerWeg:
            gemist += 1
            if gemist == _TE_VAAK:
                break
            continue
        _schrijf(een.versie, uitslag, als_klok)
        gedaan += 1
    if gemist:
        _log.error("document.scanner_weg", extra={"ids": {"wachtend": len(wachtend) - gedaan}})
    return gedaan


def _oordeel(een: Wachtend, als_klok: Klok) -> Scan:
    try:
        return scan(settings.CLAMD, _inhoud(een, als_klok))
    except Onleesbaar:
        _log.error("document.onleesbaar", extra={"ids": {"versie": str(een.versie)}})
        return Scan.KON_NIET


def _merk_proefhuis(wachtend: list[Wachtend], als_klok: Klok) -> int:
    for een in wachtend:
        _schrijf(een.versie, Scan.NIET_GESCAND, als_klok)
    return len(wachtend)


def _wachtrij() -> list[Wachtend]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT versie, dossier, sleutel, delen FROM documenten.te_scannen(%s)", [_PER_RONDE]
        )
        return [Wachtend(*rij) for rij in cursor.fetchall()]


def _inhoud(een: Wachtend, als_klok: Klok) -> Iterator[bytes]:
    if een.sleutel is None:
        raise Onleesbaar("De sleutel van dit dossier is er niet.")
    sleutel = open_sleutel(bytes(een.sleutel), een.dossier)
    return open_delen(_stukken(een, als_klok), sleutel, versie=een.versie, delen=een.delen)


def _stukken(een: Wachtend, als_klok: Klok) -> Iterator[bytes]:
    for nummer in range(een.delen):
        with als_klok(), connection.cursor() as cursor:
            cursor.execute("SELECT documenten.te_scannen_deel(%s, %s)", [een.versie, nummer])
            stuk = cursor.fetchone()[0]
        if stuk is not None:
            yield bytes(stuk)


def _schrijf(versie: UUID, uitslag: Scan, als_klok: Klok) -> None:
    with als_klok(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT documenten.zet_scan(%s, %s, %s)", [versie, str(uitslag), huidig_spoor()]
        )
