# SPDX-License-Identifier: EUPL-1.2
"""Bedoel je …? Who resembles somebody that is being named, among those whom one may see."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

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
from django.db.models.functions import Coalesce, Concat, Greatest, Left, Lower

from vangnet.casus.letters import begin_verwisseld, beginletters, verwisseld
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.personen.bsn import heeft_bsn
from vangnet.personen.models import Persoon
from vangnet.toegang.kijker import Kijker

MEESTE = 5
# No date of birth.
NOOIT = date.min
# How alike two names are, from 0 to 1 (trigrams): tried on the misspellings of test_bekenden.py.
_ZELFDE, _LIJKT, _VAAG = 0.7, 0.45, 0.25
# Two letters of it swapped: a typo, but not the whole name.
_VERWISSELD = 0.6


@dataclass(frozen=True)
class Gezocht:
    """Who is being named, as far as typed; bsn: nine digits that can be one."""

    achternaam: str
    voornamen: str = ""
    geboortedatum: date | None = None
    bsn: str = field(default="", repr=False)


@dataclass(frozen=True)
class Bekende:
    """Somebody who resembles them, and the casussen in which the asker sees them, newest first."""

    persoon: Persoon
    betrokkenheden: Sequence[Betrokkenheid]


def bekenden(gezocht: Gezocht, *, wie: Kijker) -> list[Bekende]:
    """At most MEESTE of those whom `wie` sees; two queries, and two more with a BSN.

    First who has the typed BSN, whatever the name; then whose name is alike, most alike first.
    Alike is a name with a typo, two letters swapped or other accents, spaces and tussenvoegsels and
    no other birth date; a name that is vaguely alike with the same birth date; or the whole name
    with another one, which may be the typo. Nobody without a BSN or a letter of a surname.
    """
    zichtbaar = betrokkenen_voor(wie)
    personen = Persoon.objects.filter(pk__in=zichtbaar.values("persoon")).prefetch_related(
        Prefetch(
            "betrokkenheden",
            queryset=zichtbaar.select_related("casus").order_by("-casus__kenmerk"),
            to_attr="gezien",
        )
    )
    rijen: list[Persoon] = []
    if gezocht.bsn:
        rijen += personen.filter(heeft_bsn(gezocht.bsn)).order_by("kenmerk")[:MEESTE]
    if gezocht.achternaam.strip():
        rijen += _gelijkend(personen, gezocht)[:MEESTE]
    uniek = {een.pk: een for een in rijen}
    return [Bekende(een, een.gezien) for een in list(uniek.values())[:MEESTE]]  # type: ignore[attr-defined]


def _gelijkend(personen: "QuerySet[Persoon]", gezocht: Gezocht) -> "QuerySet[Persoon]":
    """Those who resemble `gezocht`, most alike first."""
    # Without a typed date nobody was born that day, and nobody on another.
    zelfde_dag = Q(geboortedatum=gezocht.geboortedatum or NOOIT)
    geen_andere_dag = zelfde_dag | Q(geboortedatum__isnull=True) if gezocht.geboortedatum else Q()
    anders = Q(achternaam__regex=verwisseld(gezocht.achternaam.split()))
    gelijk = Greatest(F("gelijk"), Case(When(anders, then=_VERWISSELD), default=0.0))
    dag = Case(When(zelfde_dag, then=0.5), default=0.0)
    return (
        _voorin(personen, gezocht.achternaam, zelfde_dag)
        .annotate(**_hoe_gelijk(gezocht))
        .filter(
            Q(geen_andere_dag, gelijk__gte=_LIJKT)
            | Q(zelfde_dag, gelijk__gte=_VAAG)
            | Q(gelijk__gte=_ZELFDE, voornaam__gte=_ZELFDE)
            # The last: it is asked of who isn't alike only.
            | (geen_andere_dag & anders)
        )
        .order_by((gelijk + F("voornaam") / 2 + dag).desc(), "kenmerk")
    )


def _voorin(personen: "QuerySet[Persoon]", naam: str, zelfde_dag: Q) -> "QuerySet[Persoon]":
    """Comparing takes some microseconds for each: only who begins alike, or was born that day."""
    letters = beginletters(naam)
    begint = (
        Q(letter__in=letters)
        | Q(voorletter__in=letters)
        | zelfde_dag
        | Q(begin__in=begin_verwisseld(naam.split()))
    )
    velden = {"letter": _letter("achternaam"), "voorletter": _letter("tussenvoegsel")}
    return personen.annotate(**velden).alias(begin=Lower(Left("achternaam", 2))).filter(begint)


def _hoe_gelijk(gezocht: Gezocht) -> dict[str, Combinable]:
    """How alike the surnames are, and the first of the first names."""
    getypt = _tekst(gezocht.achternaam)
    voornaam = _tekst((gezocht.voornamen.split() or [""])[0])
    met_voorvoegsel = Concat(Coalesce(F("tussenvoegsel"), _tekst("")), F("achternaam"))
    return {
        "gelijk": Greatest(
            _lijkt(_kaal(F("achternaam")), _kaal(getypt)),
            _lijkt(_kaal(met_voorvoegsel), _kaal(getypt)),
            # Of a double surname one half may be named.
            _heeft_woord(_gewoon(getypt), _gewoon(F("achternaam"))) * 0.9,
            output_field=FloatField(),
        ),
        "voornaam": _heeft_woord(_gewoon(voornaam), _gewoon(Coalesce(F("voornamen"), _tekst("")))),
    }


def _letter(veld: str) -> Combinable:
    return _gewoon(Left(veld, 1))


def _lijkt(naam: Combinable, getypt: Combinable) -> Func:
    return Func(naam, getypt, function="similarity", output_field=FloatField())


def _heeft_woord(woord: Combinable, naam: Combinable) -> Func:
    """How much `woord` is like a part of `naam`."""
    return Func(woord, naam, function="word_similarity", output_field=FloatField())


def _tekst(tekst: str) -> Value:
    return Value(tekst, output_field=TextField())


def _gewoon(naam: Combinable) -> Lower:
    """A name without accents and capitals."""
    return Lower(Unaccent(naam))


def _kaal(naam: Combinable) -> Func:
    """And without what some leave out: "El-Amrani" is "elamrani"."""
    return Func(
        _gewoon(naam), _tekst(" -'’."), _tekst(""), function="translate", output_field=TextField()
    )
