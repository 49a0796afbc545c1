# SPDX-License-Identifier: EUPL-1.2
"""What the pages of aanmeldingen read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q

from vangnet.aanmelding.models import Aanmelding, Concept, Navraag
from vangnet.aanmelding.querysets import (
    besloten_voor,
    concepten_van,
    getoonde_concepten,
    wil_antwoord,
    zichtbaar_voor,
)
from vangnet.kern.klok import HUISTIJD
from vangnet.kern.werkdagen import werkdagen
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker

MEESTE = 50
# The database says the same (sql/concept_terug.sql).
# And the same again (sql/concepten_begrensd.sql): open ones, and all with what was thrown away.
MEESTE_CONCEPTEN, MEESTE_MET_WEGGEGOOIDE = 50, 100


@dataclass(frozen=True)
class Wachtende:
    """An aanmelding that waits for triage, for how many working days, and whether for an answer."""

    aanmelding: Aanmelding
    werkdagen: int
    vraag_open: bool


def is_elders_beantwoord(een: Aanmelding) -> bool:
    """Whether it came in decided, so that the aanmelder heard it outside Vangnet; no query."""
    binnen = een.aangemaakt_op.astimezone(HUISTIJD).date()
    return een.triage_besluit is not None and (een.triage_op is None or een.triage_op < binnen)


def wachtrij(wie: Kijker, dag: date) -> Sequence[Wachtende]:
    """What waits for triage, and for a partner for the answer; oldest first, at most MEESTE.

    One query.
    """
    vraag = Navraag.objects.filter(
        aanmelding=OuterRef("pk"),
        beantwoord_op__isnull=True,
        aanmelding__triage_besluit__isnull=True,
    )
    bekend = besloten_voor(wie).filter(pk=OuterRef("pk"))
    wachtend = zichtbaar_voor(wie).filter(~Exists(bekend)).select_related("aanmelder")
    wachtend = wachtend.annotate(vraag_open=Exists(vraag)).order_by("ontvangen_op", "pk")
    return [
        Wachtende(een, werkdagen(een.ontvangen_op, dag), een.vraag_open)
        for een in wachtend[:MEESTE]
    ]


def besloten(wie: Kijker) -> Sequence[Aanmelding]:
    """What triage decided on and `wie` may know, newest first; at most MEESTE, one query.

    For the house only what became a casus and of which the aanmelder knows: what opened none has a
    list of its own (antwoorden.py), and so has what waits for an answer.
    """
    gevonden = besloten_voor(wie).select_related("aanmelder")
    if wie.is_huis:
        gevonden = gevonden.filter(~wil_antwoord(), casus__isnull=False)
    return list(gevonden.order_by("-triage_op", "pk")[:MEESTE])


def besloten_op(wie: Kijker, dag: date) -> Sequence[Aanmelding]:
    """What triage decided on `dag` and `wie` may know, by kenmerk; at most MEESTE, one query."""
    gevonden = besloten_voor(wie).filter(triage_op=dag).select_related("aanmelder")
    return list(gevonden.order_by("kenmerk")[:MEESTE])


def nog_te_antwoorden(wie: Kijker) -> Sequence[Aanmelding]:
    """What became a casus and whose aanmelder waits to hear it, oldest first; for the house.

    At most MEESTE, one query.
    """
    if not wie.is_huis:
        return []
    gevonden = besloten_voor(wie).filter(wil_antwoord(), casus__isnull=False)
    return list(gevonden.select_related("aanmelder").order_by("triage_op", "pk")[:MEESTE])


def concepten(wie: Kijker) -> Sequence[Concept]:
    """The own drafts, the one typed last first, with what was thrown away within the hour."""
    return list(getoonde_concepten(wie).order_by("-bewaard_op"))


def is_vol(wie: Kijker, concept: UUID) -> bool:
    """Whether there is no room for one more open draft beside the others; one query."""
    telling = (
        concepten_van(wie)
        .exclude(pk=concept)
        .aggregate(alle=Count("pk"), open=Count("pk", filter=Q(weg_op=None)))
    )
    vol = telling["open"] >= MEESTE_CONCEPTEN or telling["alle"] >= MEESTE_MET_WEGGEGOOIDE
    return bool(vol)


def aanmelders() -> Sequence[Organisatie]:
    """The deelnemers for which the asker may aanmelden; the database says which."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT aanmelding.mijn_aanmelders()")
        ids: list[UUID] = [rij[0] for rij in cursor.fetchall()]
    return list(Organisatie.objects.filter(pk__in=ids).order_by("naam")) if ids else []
