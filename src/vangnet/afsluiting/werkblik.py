# SPDX-License-Identifier: EUPL-1.2
"""What waits for somebody and what is new to them, in all rooms of the process; one statement.

Beside the afspraken, which their own room reads. It stands here because this room
knows all the others, as the head of a casus does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    DateField,
    F,
    IntegerField,
    Max,
    Min,
    QuerySet,
    TextField,
    TimeField,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, TruncDate, TruncTime

from vangnet.aanmelding.querysets import navragen_aan
from vangnet.afsluiting.querysets import (
    beantwoorde_overdrachten,
    gesprekken,
    heropenvragen_wachtend,
    overdrachten_aan_mij,
    te_controleren,
    teruggegeven,
)
from vangnet.beeld.models import Informatievraag
from vangnet.beeld.querysets import aan_mij, vragen_te_laat, vragen_voor
from vangnet.casus.models import Bijdrage, CasusRol
from vangnet.casus.querysets import bijdragen_voor, in_eigen, overgedragen_rollen, weer_vanaf
from vangnet.kern.klok import HUISTIJD
from vangnet.overleg.models import Agendapunt, Overleg, Verslag
from vangnet.overleg.querysets import overleggen_voor, uitnodigingen_van, verslagen_voor
from vangnet.plan.models import PlanVersie
from vangnet.plan.querysets import mijn_casussen, zonder_eigenaar
from vangnet.toegang.kijker import Kijker, een_van, ids_van
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.querysets import antwoord_te_laat, overgenomen_contacten

MEESTE = 200
# So long it is told that a rol was handed over.
_ROL_BLIJFT = timedelta(days=14)


class Werksoort(StrEnum):
    """What kind of work a line is: first what waits, then what comes, then what is new."""

    VRAAG = "vraag"
    NAVRAAG = "navraag"
    VRAAG_TE_LAAT = "vraag_te_laat"
    OVERDRACHT = "overdracht"
    CONTROLE = "controle"
    TERUGGEGEVEN = "teruggegeven"
    HEROPENVRAAG = "heropenvraag"
    BEANTWOORD = "beantwoord"
    OPSCHALING = "opschaling"
    ONDERWEG = "onderweg"
    ZONDER_EIGENAAR = "zonder_eigenaar"
    ROL_OVER = "rol_over"
    EIGEN_ROL_OVER = "eigen_rol_over"
    ROL_TERUG = "rol_terug"
    GESPREK = "gesprek"
    OVERLEG = "overleg"
    BIJDRAGEN = "bijdragen"
    ANTWOORDEN = "antwoorden"
    PLANVERSIES = "planversies"
    VERSLAGEN = "verslagen"


NIEUW = (Werksoort.BIJDRAGEN, Werksoort.ANTWOORDEN, Werksoort.PLANVERSIES, Werksoort.VERSLAGEN)


@dataclass(frozen=True)
class Werkregel:
    """One line. rij: what it is about; of what is new none, and aantal how many there are.

    casus, kenmerk: none of an overleg, which can be about several; a question about an aanmelding
    has no casus, the kenmerk of the aanmelding, and that as rij. Those to reopen are one line of
    none of these: op is the day of the oldest.
    A rol of the reader that was handed over has no kenmerk: they see the casus no more, or not
    until the day on which it comes back.
    wat: of a question its text, of one that is too late, a talk or an afspraak without an owner the
    organisation, of a handover its answer, of an overleg its title, of an appointment its place, of
    a rol who has it now.
    """

    soort: Werksoort
    casus: UUID | None
    kenmerk: str
    rij: UUID | None
    op: date
    om: time | None
    wat: str
    aantal: int


def werkblik(wie: Kijker, *, dag: date, sinds: datetime | None = None) -> Sequence[Werkregel]:
    """What waits for `wie` on `dag`, and what others did since `sinds` in their casussen.

    With the latter how often was asked to reopen: that waits for nobody in particular, so without
    `sinds`, of what waits alone, it is left out.
    """
    erbij = [*_nieuw(wie, sinds), *_heropenvragen(wie), *_losgeraakt(wie, dag)] if sinds else []
    eerste, *andere = [*_wacht(wie, dag), *erbij]
    rijen = eerste.union(*andere, all=True).order_by("r_op", "r_om", "r_kenmerk")[:MEESTE]
    return [Werkregel(Werksoort(rij[0]), *rij[1:]) for rij in rijen]


def _wacht(wie: Kijker, dag: date) -> list[QuerySet[Any, Any]]:
    return [
        _regels(
            aan_mij(wie).filter(afhandeling__isnull=True),
            Werksoort.VRAAG,
            "uiterlijk_op",
            wat=F("vraag"),
        ),
        _regels(
            vragen_te_laat(wie, dag),
            Werksoort.VRAAG_TE_LAAT,
            "uiterlijk_op",
            wat=F("organisatie__naam"),
        ),
        *_sluitregels(wie, dag),
        _regels(antwoord_te_laat(wie, dag), Werksoort.OPSCHALING, "antwoord_voor"),
        _overlegregels(mijn_overleggen(wie, dag)),
        _navraagregels(navragen_aan(wie)),
        _onderwegregels(overgenomen_contacten(wie, dag)),
    ]


def _sluitregels(wie: Kijker, dag: date) -> list[QuerySet[Any, Any]]:
    """Of closing and handing over."""
    return [
        _regels(overdrachten_aan_mij(wie), Werksoort.OVERDRACHT, "aangeboden_op"),
        _regels(te_controleren(wie), Werksoort.CONTROLE, "genomen_op"),
        _regels(teruggegeven(wie), Werksoort.TERUGGEGEVEN, "gecontroleerd_op"),
        _regels(
            beantwoorde_overdrachten(wie, dag),
            Werksoort.BEANTWOORD,
            "beantwoord_op",
            wat=F("antwoord"),
        ),
        _regels(gesprekken(wie, dag), Werksoort.GESPREK, "gesprek_op", wat=F("organisatie__naam")),
    ]


def _losgeraakt(wie: Kijker, dag: date) -> list[QuerySet[Any, Any]]:
    """Afspraken whose owner can't work on them, and rollen that somebody else has now."""
    over: QuerySet[Any, Any] = overgedragen_rollen(wie, sinds=dag - _ROL_BLIJFT).annotate(
        weer_vanaf=weer_vanaf()
    )
    eigen = over.filter(gebruiker=wie.gebruiker)
    wanneer = TruncDate("beeindigd_op", tzinfo=HUISTIJD)
    # Of a chain the last says who has it now.
    andere = over.exclude(gebruiker=wie.gebruiker).filter(
        overgedragen_aan__overgedragen_aan__isnull=True
    )
    return [
        _regels(
            zonder_eigenaar(wie),
            Werksoort.ZONDER_EIGENAAR,
            "uiterlijk_op",
            wat=F("organisatie__naam"),
        ),
        _kolommen(
            andere,
            Werksoort.ROL_OVER,
            casus=F("casus"),
            kenmerk=F("casus__kenmerk"),
            op=wanneer,
            wat=F("overgedragen_aan__gebruiker__naam"),
        ),
        _zonder_zaak(eigen.filter(weer_vanaf__isnull=True), Werksoort.EIGEN_ROL_OVER, wanneer),
        _zonder_zaak(eigen.filter(weer_vanaf__gt=dag), Werksoort.ROL_TERUG, F("weer_vanaf")),
    ]


def _zonder_zaak(rijen: QuerySet[CasusRol], soort: Werksoort, op: Any) -> QuerySet[Any, Any]:
    return _kolommen(rijen, soort, casus=F("casus"), kenmerk=_LEEG, op=op, wat=_LEEG)


def _nieuw(wie: Kijker, sinds: datetime) -> list[QuerySet[Any, Any]]:
    mijn = een_van("casus", ids_van(wie, mijn_casussen, "pk"))
    bijdragen: QuerySet[Bijdrage] = bijdragen_voor(wie).filter(mijn, aangemaakt_op__gt=sinds)
    antwoorden: QuerySet[Informatievraag] = vragen_voor(wie).filter(mijn, afgehandeld_op__gt=sinds)
    verslagen: QuerySet[Verslag] = verslagen_voor(wie).filter(mijn, vastgesteld_op__gt=sinds)
    # The plan is the house's: a partner reads none (plan.selectors.versies_van).
    versies = PlanVersie.objects.filter(in_eigen(wie), aangemaakt_op__gt=sinds)
    mij = wie.gebruiker
    return [
        _geteld(bijdragen.exclude(auteur=mij), Werksoort.BIJDRAGEN, "aangemaakt_op"),
        _geteld(
            antwoorden.exclude(afgehandeld_door=mij).exclude(afhandeling="ingetrokken"),
            Werksoort.ANTWOORDEN,
            "afgehandeld_op",
        ),
        _geteld(versies.exclude(door=mij), Werksoort.PLANVERSIES, "aangemaakt_op"),
        _geteld(verslagen.exclude(vastgesteld_door=mij), Werksoort.VERSLAGEN, "vastgesteld_op"),
    ]


def mijn_overleggen(wie: Kijker, dag: date) -> QuerySet[Overleg]:
    """The overleggen from `dag` on that `wie` comes to: asked, or with a casus that names them."""
    punten = Agendapunt.objects.filter(in_eigen(wie))
    kom_ik = een_van("pk", punten.values("overleg"))
    kom_ik |= een_van("pk", ids_van(wie, uitnodigingen_van, "agendapunt__overleg"))
    gepland = overleggen_voor(wie).filter(kom_ik, datum__gte=dag)
    return gepland.filter(afgelast_op__isnull=True)


_GEEN_RIJ, _GEEN_TIJD = Cast(Value(None), UUIDField()), Cast(Value(None), TimeField())
_LEEG, _EEN = Value("", output_field=TextField()), Value(1, output_field=IntegerField())
_KOLOMMEN = ("r_soort", "r_casus", "r_kenmerk", "r_rij", "r_op", "r_om", "r_wat", "r_aantal")


def _regels(
    rijen: QuerySet[Any], soort: Werksoort, op: str, *, wat: Any = _LEEG
) -> QuerySet[Any, Any]:
    """The columns of Werkregel, of rows of a casus."""
    return _kolommen(rijen, soort, casus=F("casus"), kenmerk=F("casus__kenmerk"), op=F(op), wat=wat)


def _overlegregels(rijen: QuerySet[Overleg]) -> QuerySet[Any, Any]:
    return _kolommen(
        rijen,
        Werksoort.OVERLEG,
        casus=_GEEN_RIJ,
        kenmerk=_LEEG,
        op=F("datum"),
        r_om=F("aanvang"),
        wat=Coalesce(F("titel"), _LEEG),
    )


def _onderwegregels(rijen: QuerySet[Contactmoment]) -> QuerySet[Any, Any]:
    return _kolommen(
        rijen,
        Werksoort.ONDERWEG,
        casus=F("casus"),
        kenmerk=F("casus__kenmerk"),
        op=TruncDate("moment", tzinfo=HUISTIJD),
        r_om=TruncTime("moment", tzinfo=HUISTIJD),
        wat=Coalesce(F("plek"), _LEEG),
    )


def _navraagregels(rijen: QuerySet[Any]) -> QuerySet[Any, Any]:
    return _kolommen(
        rijen,
        Werksoort.NAVRAAG,
        casus=_GEEN_RIJ,
        kenmerk=F("aanmelding__kenmerk"),
        op=TruncDate("gevraagd_op", tzinfo=HUISTIJD),
        wat=F("vraag"),
        r_rij=F("aanmelding"),
    )


def _kolommen(
    rijen: QuerySet[Any],
    soort: Werksoort,
    *,
    casus: Any,
    kenmerk: Any,
    op: Any,
    wat: Any,
    **anders: Any,
) -> QuerySet[Any, Any]:
    """anders: r_om of what has a time, r_rij of what is about another row than its own."""
    gevonden: QuerySet[Any, Any] = (
        rijen.order_by()
        .annotate(
            r_soort=Value(str(soort), output_field=CharField()),
            r_casus=casus,
            r_kenmerk=Cast(kenmerk, TextField()),
            r_op=Cast(op, DateField()),
            r_wat=Cast(wat, TextField()),
            r_aantal=_EEN,
            **{"r_rij": F("pk"), "r_om": _GEEN_TIJD, **anders},
        )
        .values_list(*_KOLOMMEN)
    )
    return gevonden


def _geteld(rijen: QuerySet[Any], soort: Werksoort, op: str) -> QuerySet[Any, Any]:
    """The same columns, one line a casus with how many there are."""
    gevonden: QuerySet[Any, Any] = (
        rijen.order_by()
        .values("casus", "casus__kenmerk")
        .annotate(
            r_soort=Value(str(soort), output_field=CharField()),
            r_casus=F("casus"),
            r_kenmerk=Cast(F("casus__kenmerk"), TextField()),
            r_rij=_GEEN_RIJ,
            r_op=TruncDate(Max(op), tzinfo=HUISTIJD),
            r_om=_GEEN_TIJD,
            r_wat=_LEEG,
            r_aantal=Count("pk"),
        )
        .values_list(*_KOLOMMEN)
    )
    return gevonden


def _heropenvragen(wie: Kijker) -> list[QuerySet[Any, Any]]:
    """One line of all, or none: a kenmerk was typed over, and may be of no casus."""
    return [
        heropenvragen_wachtend(wie)
        .order_by()
        # Empty in each of them: one group.
        .values("behandeld_op")
        .annotate(
            r_soort=Value(str(Werksoort.HEROPENVRAAG), output_field=CharField()),
            r_casus=_GEEN_RIJ,
            r_kenmerk=_LEEG,
            r_rij=_GEEN_RIJ,
            r_op=Min("gevraagd_op"),
            r_om=_GEEN_TIJD,
            r_wat=_LEEG,
            r_aantal=Count("pk"),
        )
        .values_list(*_KOLOMMEN)
    ]
