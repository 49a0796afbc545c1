# SPDX-License-Identifier: EUPL-1.2
"""One line of Mijn werk, and the columns by which rows of any room become one (werkblik.py)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    DateField,
    DateTimeField,
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
from django.db.models.functions import Cast, TruncDate

from vangnet.kern.klok import HUISTIJD


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
    TRIAGE = "triage"
    TE_VERSLAAN = "te_verslaan"
    BIJDRAGEN = "bijdragen"
    ANTWOORDEN = "antwoorden"
    AFSPRAKEN = "afspraken"
    AFGEVINKT = "afgevinkt"
    PLANVERSIES = "planversies"
    VERSLAGEN = "verslagen"
    INZET = "inzet"
    VEILIGHEID = "veiligheid"


NIEUW = (
    Werksoort.BIJDRAGEN,
    Werksoort.ANTWOORDEN,
    Werksoort.AFSPRAKEN,
    Werksoort.AFGEVINKT,
    Werksoort.PLANVERSIES,
    Werksoort.VERSLAGEN,
    Werksoort.INZET,
    Werksoort.VEILIGHEID,
)


@dataclass(frozen=True)
class Werkregel:
    """One line. rij: what it is about; of what is new none, and aantal how many there are.

    casus, kenmerk: none of an overleg, which can be about several; a question about an aanmelding
    has no casus, the kenmerk of the aanmelding, and that as rij. Those to reopen, and those that
    wait for triage, are one line of none of these: op is the day of the oldest.
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


GEEN_RIJ, GEEN_TIJD = Cast(Value(None), UUIDField()), Cast(Value(None), TimeField())
LEEG, EEN = Value("", output_field=TextField()), Value(1, output_field=IntegerField())
KOLOMMEN = ("r_soort", "r_casus", "r_kenmerk", "r_rij", "r_op", "r_om", "r_wat", "r_aantal")


def regels(
    rijen: QuerySet[Any], soort: Werksoort, op: str, *, wat: Any = LEEG
) -> QuerySet[Any, Any]:
    """The columns of Werkregel, of rows of a casus."""
    return kolommen(rijen, soort, casus=F("casus"), kenmerk=F("casus__kenmerk"), op=F(op), wat=wat)


def kolommen(
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
            r_aantal=EEN,
            **{"r_rij": F("pk"), "r_om": GEEN_TIJD, **anders},
        )
        .values_list(*KOLOMMEN)
    )
    return gevonden


def geteld(rijen: QuerySet[Any], soort: Werksoort, op: str) -> QuerySet[Any, Any]:
    """The same columns, one line a casus with how many there are; op: of a moment or of a day."""
    laatste: Any = Max(op)
    is_moment = isinstance(rijen.model._meta.get_field(op), DateTimeField)
    dag = TruncDate(laatste, tzinfo=HUISTIJD) if is_moment else laatste
    gevonden: QuerySet[Any, Any] = (
        rijen.order_by()
        .values("casus", "casus__kenmerk")
        .annotate(
            r_soort=Value(str(soort), output_field=CharField()),
            r_casus=F("casus"),
            r_kenmerk=Cast(F("casus__kenmerk"), TextField()),
            r_rij=GEEN_RIJ,
            r_op=dag,
            r_om=GEEN_TIJD,
            r_wat=LEEG,
            r_aantal=Count("pk"),
        )
        .values_list(*KOLOMMEN)
    )
    return gevonden


def op_een_regel(rijen: QuerySet[Any], soort: Werksoort, op: str, *, leeg: str) -> Any:
    """The same columns, one line of all or none; leeg: a column that is empty in each of them."""
    return (
        rijen.order_by()
        # Empty in each of them: one group.
        .values(leeg)
        .annotate(
            r_soort=Value(str(soort), output_field=CharField()),
            r_casus=GEEN_RIJ,
            r_kenmerk=LEEG,
            r_rij=GEEN_RIJ,
            r_op=Cast(Min(op), DateField()),
            r_om=GEEN_TIJD,
            r_wat=LEEG,
            r_aantal=Count("pk"),
        )
        .values_list(*KOLOMMEN)
    )
