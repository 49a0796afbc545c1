# SPDX-License-Identifier: EUPL-1.2
"""What somebody is typing in a form: kept while typing, for that account and that form alone.

The text lies there encrypted, and its form as a hash: the database knows neither (geheimen.py).
It knows which casus or aanmelding the form is about.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction
from django.db.models import F, Max, Q, QuerySet

from vangnet.gebruikers.geheimen import ontsleutel, versleutel
from vangnet.gebruikers.getypt import plek_van
from vangnet.gebruikers.models import Formulierconcept, Gebruiker
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.beurt import wacht_op_beurt
from vangnet.kern.daden import roep
from vangnet.kern.klok import nu, vandaag

_MEESTE_TEKENS, _MEESTE = 200_000, 50
# So long what was thrown away can be taken back.
TERUG_BINNEN = timedelta(hours=1)
# So far from the version of another draft of its form does one begin: no window of the one then
# writes over the other.
_VERDER = 100_000


@dataclass(frozen=True)
class Venster:
    """The page that a text came from, and which of its texts it is; without script it has no naam.

    A page that is left sends its last text beside one that is under way: they come in any order.
    """

    naam: str = ""
    nummer: int = 0

    def na(self, ander: "Venster") -> bool:
        """Whether this text is a later one of the same page."""
        return bool(self.naam) and self.naam == ander.naam and self.nummer > ander.nummer


ZONDER_SCRIPT = Venster()


@dataclass(frozen=True)
class Concept:
    """A draft: where its form stands, and what was typed; versie rises at each save."""

    id: UUID
    adres: str
    velden: Mapping[str, Any]
    versie: int
    bewaard_op: datetime
    weg_op: datetime | None = None
    casus: UUID | None = None
    venster: Venster = ZONDER_SCRIPT


@dataclass(frozen=True)
class Terug:
    """What came back: the address of its form, empty when it can't be read any more.

    wisselde: a newer text of that form was thrown away for it.
    """

    adres: str
    wisselde: bool


@dataclass(frozen=True)
class Waarover:
    """What a form is about; who gives it has looked whether the author sees that."""

    casus: UUID | None = None
    aanmelding: UUID | None = None


def concept_van(gebruiker: UUID, adres: str) -> Concept | None:
    """What `gebruiker` types in the form at `adres`, and didn't throw away; one query."""
    rij = _rijen(gebruiker).filter(plek=plek_van(gebruiker, adres), weg_op=None).first()
    return _lees(rij) if rij else None


def concepten_op(gebruiker: UUID, adres: str) -> Sequence[Concept]:
    """What `concept_van` gives, and then what was thrown away just now, newest first; one query."""
    eigen = _getoond(gebruiker).filter(plek=plek_van(gebruiker, adres))
    rijen = eigen.order_by(F("weg_op").desc(nulls_first=True))
    return [een for een in map(_lees, rijen) if een]


def concepten_van(gebruiker: UUID) -> Sequence[Concept]:
    """The drafts of `gebruiker`, newest first, with what was thrown away just now; one query."""
    return [een for een in map(_lees, _getoond(gebruiker).order_by("-bewaard_op")) if een]


def plekken_van_anderen(gebruiker: UUID, adres: str) -> Sequence[str]:
    """Where the other accounts would have a draft for the form at `adres`; one query."""
    anderen = Gebruiker.objects.exclude(pk=gebruiker).values_list("pk", flat=True)
    return [plek_van(een, adres) for een in anderen]


@transaction.atomic
def concept_bewaren(
    gebruiker: UUID,
    adres: str,
    velden: Mapping[str, Any],
    *,
    versie: int,
    over: Waarover,
    venster: Venster = ZONDER_SCRIPT,
) -> Concept | None:
    """Keep what is typed; None when another tab kept a newer text than `versie`.

    versie: of the draft that the form began with, 0 for none. What is there already, is kept, and
    so are a later text of the same `venster` and what was thrown away. over: an aanmelding that is
    destroyed at this moment gives None too: nothing of it stays (BGS 1.16(1)(b)). The journaal gets
    a row when a draft begins; what is typed after that belongs to that act.
    """
    inhoud = {"adres": adres, "velden": velden}
    _een_tegelijk(gebruiker, plek_van(gebruiker, adres))
    return _bewaar(gebruiker, inhoud, versie, over, venster)


def _bewaar(
    gebruiker: UUID, inhoud: Mapping[str, Any], versie: int, over: Waarover, venster: Venster
) -> Concept | None:
    """What was kept; None when nothing was."""
    plek = plek_van(gebruiker, inhoud["adres"])
    rij = _rijen(gebruiker).select_for_update().filter(plek=plek, weg_op=None).first()
    oud = _lees(rij) if rij else None
    if oud:
        if oud.velden == inhoud["velden"] or oud.venster.na(venster):
            return oud
        if oud.versie != versie and not venster.na(oud.venster):
            return None
    dicht = _dicht(gebruiker, plek, inhoud, venster)
    if dicht is None:
        return None
    if rij and _zonder_onderwerp(rij, over):
        rij.delete()
        rij = None
    if rij is None:
        return _begin(gebruiker, plek, dicht, over)
    _rijen(gebruiker).filter(pk=rij.pk).update(inhoud=dicht, bewaard_op=nu())
    return concept_van(gebruiker, inhoud["adres"])


def _dicht(gebruiker: UUID, plek: str, inhoud: Mapping[str, Any], venster: Venster) -> str | None:
    """What the database gets; None when it is too long."""
    if len(json.dumps(inhoud)) > _MEESTE_TEKENS:
        return None
    tekst = json.dumps({**inhoud, "venster": [venster.naam, venster.nummer]})
    return versleutel(tekst, van=gebruiker, plek=plek)


def _zonder_onderwerp(rij: Formulierconcept, over: Waarover) -> bool:
    """Of before drafts had what they are about, which nobody writes into a draft that is there."""
    return bool((over.casus and not rij.casus) or (over.aanmelding and not rij.aanmelding))


def _begin(gebruiker: UUID, plek: str, dicht: str, over: Waarover) -> Concept | None:
    _maak_plek(gebruiker)
    ander = _rijen(gebruiker).filter(plek=plek).aggregate(hoogste=Max("versie"))["hoogste"]
    rij = Formulierconcept(
        versie=ander + _VERDER if ander else 1,
        gebruiker_id=gebruiker,
        plek=plek,
        inhoud=dicht,
        bewaard_op=nu(),
        casus=over.casus,
        aanmelding=over.aanmelding,
        eerste_verwerking=vandaag(),
    )
    try:
        with transaction.atomic():
            rij.save(force_insert=True)
    except IntegrityError:
        # The aanmelding is gone.
        return None
    _leg_vast("formulierconcept.begonnen", rij)
    return _lees(_rijen(gebruiker).get(pk=rij.pk))


def _maak_plek(gebruiker: UUID) -> None:
    for oudste in _rijen(gebruiker).order_by("-bewaard_op")[_MEESTE - 1 :]:
        _leg_vast("formulierconcept.vernietigd", oudste, regel="te_veel")
        oudste.delete()


def concept_klaar(gebruiker: UUID, adres: str) -> None:
    """End the draft of a form: what it held was saved, and that has its row of the journaal.

    What was thrown away before is no part of that.
    """
    _rijen(gebruiker).filter(plek=plek_van(gebruiker, adres), weg_op=None).delete()


@transaction.atomic
def concept_weggooien(gebruiker: UUID, concept: UUID) -> str | None:
    """Throw an own draft away, for an hour not for good.

    Gives the address of its form, empty when it can't be read any more; None without a draft.
    """
    eigen = _rijen(gebruiker).filter(pk=concept, weg_op=None)
    if not eigen.update(weg_op=nu()):
        return None
    return _daad("formulierconcept.weggegooid", gebruiker, concept)


@transaction.atomic
def concept_lezen(gebruiker: UUID, concept: UUID) -> Concept | None:
    """An own draft to be read without its form, which has its row of the journaal; None for none.

    Not what was thrown away, nor what can't be read any more.
    """
    rij = _rijen(gebruiker).filter(pk=concept, weg_op=None).first()
    gelezen = _lees(rij) if rij else None
    if rij and gelezen:
        _leg_vast("formulierconcept.ingezien", rij)
    return gelezen


@transaction.atomic
def concept_terughalen(gebruiker: UUID, concept: UUID) -> Terug | None:
    """Take back what was thrown away within the hour; None when there is none.

    A newer text of that form is then thrown away in its place, and can be taken back as well.
    """
    eigen = _rijen(gebruiker).filter(pk=concept)
    for plek in eigen.values_list("plek", flat=True):
        _een_tegelijk(gebruiker, plek)
    weg = eigen.filter(weg_op__gt=nu() - TERUG_BINNEN)
    nieuwer = _rijen(gebruiker).filter(plek__in=weg.values("plek"), weg_op=None).first()
    if nieuwer:
        concept_weggooien(gebruiker, nieuwer.pk)
    if not weg.update(weg_op=None):
        return None
    adres = _daad("formulierconcept.teruggehaald", gebruiker, concept)
    return Terug(adres, wisselde=nieuwer is not None)


def _een_tegelijk(gebruiker: UUID, plek: str) -> None:
    """A text that is kept and one that comes back are one after the other the draft of a form."""
    wacht_op_beurt(f"formulierconcept {gebruiker} {plek}")


def _daad(handeling: str, gebruiker: UUID, concept: UUID) -> str:
    rij = _rijen(gebruiker).get(pk=concept)
    _leg_vast(handeling, rij)
    gelezen = _lees(rij)
    return gelezen.adres if gelezen else ""


def concepten_opruimen() -> int:
    """Remove what nobody typed on for two weeks, or threw away an hour ago; how many."""
    return int(roep("gebruikers.ruim_formulierconcepten_op(%s)"))


def is_te_zien() -> Q:
    """Of drafts, also in other tables: not thrown away, or so short ago that it can come back."""
    return Q(weg_op=None) | Q(weg_op__gt=nu() - TERUG_BINNEN)


def _getoond(gebruiker: UUID) -> "QuerySet[Formulierconcept]":
    return _rijen(gebruiker).filter(is_te_zien())


def _rijen(gebruiker: UUID) -> "QuerySet[Formulierconcept]":
    return Formulierconcept.objects.filter(gebruiker=gebruiker)


def _lees(rij: Formulierconcept) -> Concept | None:
    """As it was typed; None when the key is gone."""
    try:
        inhoud = json.loads(ontsleutel(rij.inhoud, van=rij.gebruiker_id, plek=rij.plek))
    except (InvalidTag, ValueError, KeyError):
        return None
    return Concept(
        id=rij.pk,
        adres=inhoud["adres"],
        velden=inhoud["velden"],
        versie=rij.versie,
        bewaard_op=rij.bewaard_op,
        weg_op=rij.weg_op,
        casus=rij.casus,
        venster=Venster(*inhoud.get("venster", [])),
    )


def _leg_vast(handeling: str, rij: Formulierconcept, *, regel: str = "") -> None:
    over = [("casus", rij.casus), ("aanmelding", rij.aanmelding)]
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="formulierconcept",
            object=rij.pk,
            casus=rij.casus,
            regel=regel,
            velden=["inhoud"],
            onderwerpen=[(soort, id_) for soort, id_ in over if id_],
        )
    )
