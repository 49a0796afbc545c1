# SPDX-License-Identifier: EUPL-1.2
"""How a document stands, in words for its page."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from vangnet.casus.documenten import Document
from vangnet.toegang.kijker import Kijker
from vangnet.web.bestanden import Versieregel, versieregel


class Documentregel(NamedTuple):
    """A document as a line of the list; nu: its newest version, None when it has none.

    een_kant: namen doesn't tell who takes part on another side alone.
    """

    document: Document
    titel: str
    bron: str
    namen: Sequence[str]
    een_kant: bool
    nu: Versieregel | None
    eigen: bool
    weg: bool


def documentregel(document: Document, *, wie: Kijker, mag: bool) -> Documentregel:
    """A document for the list; mag: the reader works on this casus."""
    rij: Any = document.bijdrage
    return Documentregel(
        document=document,
        titel=rij.tekst,
        bron=rij.bron.naam if rij.bron else _("Het huis"),
        namen=sorted(rij.genoemde),
        een_kant=rij.een_kant,
        nu=versieregel(document.versies[0]) if document.versies else None,
        eigen=mag and rij.auteur_id == wie.gebruiker,
        weg=rij.ingetrokken_op is not None,
    )
