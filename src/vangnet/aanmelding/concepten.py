# SPDX-License-Identifier: EUPL-1.2
"""A draft in two windows: what one of them typed is never lost to the other."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from vangnet.aanmelding.models import Concept
from vangnet.aanmelding.querysets import concepten_van
from vangnet.aanmelding.services import concept_bewaren
from vangnet.gebruikers.formulierconcepten import ZONDER_SCRIPT, Venster
from vangnet.kern.beurt import wacht_op_beurt
from vangnet.toegang.kijker import Kijker

# The database says the same (sql/concepten_begrensd.sql).
_MEESTE_TEKENS = 100_000
# In these stands what was typed before as a part of what is typed now; a name grows at its end.
_TEKSTEN = frozenset(
    ["aanleiding", "doel", "geprobeerd", "betrokken", "waarom_niet_geinformeerd"],
)
_NAMEN = frozenset(["voornamen", "achternaam", "andere_gemeenten", "aangedragen_door"])
# Beside what was typed lies of which page it is, and which of its texts.
_VENSTER = "venster"


def is_te_lang(velden: Mapping[str, Any]) -> bool:
    """Whether this is more than a draft holds."""
    return len(json.dumps(velden, ensure_ascii=False)) > _MEESTE_TEKENS


@transaction.atomic
def concept_bijwerken(
    sleutel: UUID,
    velden: Mapping[str, Any],
    *,
    wie: Kijker,
    versie: int,
    venster: Venster = ZONDER_SCRIPT,
) -> Concept | None:
    """Keep the draft, unless a text of another window would be lost: then that draft, unchanged.

    versie: of the draft that the form knows, 0 for none; venster: the page that it is typed on.
    Raises NietToegestaan as `concept_bewaren`.
    """
    if botst := concept_anders(sleutel, velden, wie=wie, versie=versie, venster=venster):
        return botst
    concept_bewaren(sleutel, {**velden, _VENSTER: [venster.naam, venster.nummer]})
    return None


def concept_nu(sleutel: UUID, *, wie: Kijker) -> Concept | None:
    """An own draft that was not thrown away; one query."""
    return concepten_van(wie).filter(pk=sleutel, weg_op=None).first()


def inhoud_van(concept: Concept) -> dict[str, Any]:
    """What was typed in the fields of the form."""
    return {naam: een for naam, een in concept.inhoud.items() if naam != _VENSTER}


def concept_anders(
    sleutel: UUID,
    velden: Mapping[str, Any],
    *,
    wie: Kijker,
    versie: int,
    venster: Venster = ZONDER_SCRIPT,
) -> Concept | None:
    """The draft when it isn't the one of `versie` and holds what `velden` doesn't; two queries.

    What the same page sent before, or an earlier stage of the same text, loses nothing: of that the
    answer came too late to be known. Until the end of the transaction no other window keeps or
    sends it: what was asked here holds when the draft is written, or goes with what is sent.
    """
    wacht_op_beurt(f"aanmeldconcept {sleutel}")
    concept = concept_nu(sleutel, wie=wie)
    if concept is None or concept.versie == versie:
        return None
    if venster.na(Venster(*concept.inhoud.get(_VENSTER, []))):
        return None
    bewaard = inhoud_van(concept)
    anders = (not _staat_in(naam, een, velden.get(naam)) for naam, een in bewaard.items())
    return concept if any(anders) else None


def _staat_in(veld: str, oud: Any, nieuw: Any) -> bool:
    """Whether nothing of `oud` is lost; "1-1-2000" stands in "11-1-2000", and is another day."""
    if isinstance(oud, list):
        return set(oud) <= set(nieuw or [])
    was, wordt = str(oud or "").strip(), str(nieuw or "").strip()
    if veld in _TEKSTEN:
        return was in wordt
    if veld in _NAMEN:
        return wordt.startswith(was)
    return not was or was == wordt
