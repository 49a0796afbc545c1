# SPDX-License-Identifier: EUPL-1.2
"""The search box: whom somebody looks for who types a few letters, among those whom one may see."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import add, and_

from django.contrib.postgres.lookups import Unaccent
from django.db.models import (
    Case,
    F,
    FloatField,
    Func,
    Prefetch,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat, Lower

from vangnet.casus.bekenden import Bekende
from vangnet.casus.letters import NIEMAND, begin_verwisseld, beginletters, met_accenten, verwisseld
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.personen.bsn import heeft_bsn, klopt, negen_cijfers
from vangnet.personen.models import Persoon
from vangnet.toegang.kijker import Kijker

_DAG = re.compile(r"(?<![\d-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?![\d-])")
# Letters and then figures.
_KENMERK = re.compile(r"\s*[A-Za-z]+[\s\W]*\d[\w\s-]*")
# How alike a word and a part of a name are, from 0 to 1 (trigrams): a typo, and only vaguely.
_LIJKT, _VAAG = 0.45, 0.3
# Two letters of the word swapped: nobody who only begins alike stands above them.
_VERWISSELD = 0.8
# Of more words the names of a whole street would be compared with each.
_WOORDEN = 5


@dataclass(frozen=True)
class Zoekvraag:
    """What was typed: words of a name, and perhaps when somebody was born; or a kenmerk or BSN.

    A kenmerk has no words: somebody whose name sounds a bit like it is somebody else. geen_bsn:
    written as a BSN, and it can't be one.
    """

    woorden: tuple[str, ...]
    geboren: date | None = None
    is_kenmerk: bool = False
    bsn: str = field(default="", repr=False)
    geen_bsn: bool = False


def lees(tekst: str, *, vandaag: date) -> Zoekvraag:
    """Read what was typed; a birth date as people write it, "12-3-98" or "12.03.1998"."""
    if cijfers := negen_cijfers(tekst):
        return Zoekvraag((), bsn=cijfers) if klopt(cijfers) else Zoekvraag((), geen_bsn=True)
    for gevonden in _DAG.finditer(tekst):
        if geboren := _dag(*gevonden.groups(), vandaag=vandaag):
            rest = f"{tekst[: gevonden.start()]} {tekst[gevonden.end() :]}"
            return Zoekvraag(_woorden(rest), geboren)
    if _KENMERK.fullmatch(tekst):
        return Zoekvraag((), is_kenmerk=True)
    return Zoekvraag(_woorden(tekst))


def _dag(dag: str, maand: str, jaar: str, *, vandaag: date) -> date | None:
    """The day; of a year in two digits the last one that isn't to come."""
    eeuw = "" if len(jaar) == 4 else str(vandaag.year // 100)
    try:
        gelezen = date(int(eeuw + jaar), int(maand), int(dag))
        if len(jaar) == 2 and gelezen > vandaag:
            gelezen = gelezen.replace(year=gelezen.year - 100)
    except ValueError:
        return None
    return gelezen


def _woorden(tekst: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]+", tekst)[:_WOORDEN])


def personen_zoeken(vraag: Zoekvraag, *, wie: Kijker, hooguit: int) -> Sequence[Bekende]:
    """Those whom `wie` sees and who fit, best first, each with casussen, newest first; two queries.

    Each word is in the name, or nearly: a typo, two letters swapped, other accents, "vander" for
    "van der". With a birth date those born that day, whose name is then at least vaguely alike.
    Of a BSN those who have it. Nobody for an empty one.
    """
    if not vraag.woorden and vraag.geboren is None and not vraag.bsn:
        return []
    zichtbaar = betrokkenen_voor(wie)
    personen = Persoon.objects.filter(pk__in=zichtbaar.values("persoon"))
    rijen = _passend(personen, vraag).prefetch_related(
        Prefetch(
            "betrokkenheden",
            queryset=zichtbaar.select_related("casus").order_by("-casus__kenmerk"),
            to_attr="gezien",
        )
    )
    return [Bekende(een, een.gezien) for een in rijen[:hooguit] if een.gezien]


def _passend(personen: "QuerySet[Persoon]", vraag: Zoekvraag) -> "QuerySet[Persoon]":
    if vraag.bsn:
        return personen.filter(heeft_bsn(vraag.bsn)).order_by("achternaam", "kenmerk")
    if vraag.geboren:
        personen = personen.filter(geboortedatum=vraag.geboren)
    if not vraag.woorden:
        return personen.order_by("achternaam", "kenmerk")
    grens = _VAAG if vraag.geboren else _LIJKT
    scores = {f"woord_{plek}": _score(woord) for plek, woord in enumerate(vraag.woorden)}
    elk = reduce(and_, (Q((f"{naam}__gte", grens)) for naam in scores))
    totaal = reduce(add, (F(naam) for naam in scores))
    return (
        _voorin(personen, vraag.woorden)
        .alias(**scores)
        .filter(elk)
        .order_by(totaal.desc(), "achternaam", "kenmerk")
    )


def _voorin(personen: "QuerySet[Persoon]", woorden: Sequence[str]) -> "QuerySet[Persoon]":
    """Comparing takes some microseconds for each: only who has a name that begins like a word."""
    begin = [*beginletters(" ".join(woorden)), *begin_verwisseld(woorden)]
    if not begin:
        # Another script: nothing begins alike.
        return personen.none()
    voluit = Concat(*_delen(), F("achternaam"), output_field=TextField())
    keuzes = "|".join(met_accenten(een) for een in begin)
    return personen.alias(voluit=voluit).filter(voluit__regex=rf"\m(?:{keuzes})")


def _delen() -> list[Combinable]:
    """What stands before the surname, each with a space after it."""
    velden = (Coalesce(F(veld), _tekst("")) for veld in ("voornamen", "tussenvoegsel"))
    return [stuk for veld in velden for stuk in (veld, _tekst(" "))]


def _score(woord: str) -> Combinable:
    """How much the name has of a word, also with two of its letters swapped."""
    patroon = verwisseld([woord])
    if patroon == NIEMAND:
        return _lijkt(woord)
    return Case(When(voluit__regex=patroon, then=_VERWISSELD), default=_lijkt(woord))


def _lijkt(woord: str) -> Func:
    """How much a word is like a part of the name: 1 for a whole part, some less for its begin."""
    return Func(
        _gewoon(_tekst(woord)), _naam(), function="word_similarity", output_field=FloatField()
    )


def _naam() -> Lower:
    """The whole name, plain, and the surname once more in one piece: "El-Amrani", "elamrani"."""
    aaneen = Func(
        Concat(Coalesce(F("tussenvoegsel"), _tekst("")), F("achternaam")),
        _tekst(" -'’."),
        _tekst(""),
        function="translate",
        output_field=TextField(),
    )
    return _gewoon(Concat(*_delen(), F("achternaam"), _tekst(" "), aaneen))


def _gewoon(naam: Combinable) -> Lower:
    return Lower(Unaccent(naam))


def _tekst(tekst: str) -> Value:
    return Value(tekst, output_field=TextField())
