# SPDX-License-Identifier: EUPL-1.2
"""How a document stands, in words for its page."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from vangnet.casus.documenten import Document
from vangnet.documenten.models import Documentversie
from vangnet.documenten.regels import Scan
from vangnet.documenten.selectors import is_leesbaar
from vangnet.toegang.kijker import Kijker


class Versieregel(NamedTuple):
    """A version with its state as a chip; leesbaar: its bytes may be read."""

    versie: Documentversie
    stand: str
    chip: str
    uitleg: str
    leesbaar: bool


class Documentregel(NamedTuple):
    """A document as a line of the list; nu: its newest version, None when it has none."""

    document: Document
    titel: str
    bron: str
    namen: Sequence[str]
    nu: Versieregel | None
    eigen: bool
    weg: bool


def versieregel(versie: Documentversie) -> Versieregel:
    """How a version stands with the scanner."""
    stand, chip, uitleg = _stand(Scan(versie.scan))
    return Versieregel(versie, stand, chip, uitleg, is_leesbaar(versie))


def documentregel(document: Document, *, wie: Kijker, mag: bool) -> Documentregel:
    """A document for the list; mag: the reader works on this casus."""
    rij: Any = document.bijdrage
    return Documentregel(
        document=document,
        titel=rij.tekst,
        bron=rij.bron.naam if rij.bron else _("Het huis"),
        namen=sorted(rij.genoemde),
        nu=versieregel(document.versies[0]) if document.versies else None,
        eigen=mag and rij.auteur_id == wie.gebruiker,
        weg=rij.ingetrokken_op is not None,
    )


def _stand(scan: Scan) -> tuple[str, str, str]:
    if scan is Scan.SCHOON:
        return _("Gescand"), "gelukt", ""
    if scan is Scan.BESMET:
        return (
            _("Virus gevonden"),
            "fout",
            _("Niemand kan dit bestand openen. Meld het bij je beheerder en haal het weg."),
        )
    if scan is Scan.NIET_GESCAND:
        return _("Niet gescand (proefhuis)"), "waarschuwing", ""
    if scan is Scan.KON_NIET:
        return (
            _("Scannen lukte niet"),
            "waarschuwing",
            _("Niemand kan dit bestand openen. We proberen het elk uur opnieuw."),
        )
    if not settings.CLAMD:
        return (
            _("Wacht op een virusscanner"),
            "waarschuwing",
            _("Dit huis heeft geen virusscanner ingesteld. Tot die er is, opent niemand dit."),
        )
    return (
        _("Wordt gescand"),
        "info",
        _("Zodra het schoon is, kun je het openen. Duurt het lang? Vraag het je beheerder."),
    )
