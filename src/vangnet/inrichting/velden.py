# SPDX-License-Identifier: EUPL-1.2
"""Fields that hold a code, and the database check that nothing else gets in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, overload

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from vangnet.inrichting.codelijsten import CODELIJSTEN

# Identifiers and codes are short; free text is not.
KENMERK_LENGTE = 255

if TYPE_CHECKING:
    _Decimaal = models.DecimalField[Any, Any]
else:
    _Decimaal = models.DecimalField


class Getalveld(_Decimaal):
    """A number exactly as a source gave it: any size and scale, so 1.50 stays 1.50."""

    def __init__(self, *, null: bool = False, blank: bool = False, **kwargs: Any) -> None:
        kwargs |= {"max_digits": 1000, "decimal_places": 100}
        super().__init__(null=null, blank=blank, **kwargs)

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """Numeric without bounds."""
        return "numeric"


@overload
def codeveld() -> "models.CharField[str, str]": ...
@overload
def codeveld(*, leeg: Literal[True]) -> "models.CharField[str | None, str | None]": ...
def codeveld(*, leeg: bool = False) -> Any:
    """A column for a code of a list; `leeg` allows unknown."""
    return models.CharField(max_length=60, null=leeg, blank=leeg)


def gemeenteveld() -> "models.CharField[str | None, str | None]":
    """A CBS code (GMdddd), `detentie`, or unknown."""
    return models.CharField(max_length=10, null=True, blank=True)


def kenmerkveld() -> "models.CharField[str, str]":
    """The identifier of a record as the house knows it; unique in its table."""
    return models.CharField(max_length=KENMERK_LENGTE, unique=True)


def alleen_codes(naam: str, veld: str, lijst: str) -> models.CheckConstraint:
    """Constraint `naam`: `veld` holds a code of the closed list `lijst`, or is unknown.

    A list that a house may extend is not checked here: its codes are rows, with their own days.
    """
    codelijst = CODELIJSTEN[lijst]
    if codelijst.uitbreidbaar:
        raise ValueError(f"{lijst} is extensible: its codes are checked against inrichting_code")
    return models.CheckConstraint(
        name=naam,
        condition=models.Q(**{f"{veld}__isnull": True})
        | models.Q(**{f"{veld}__in": list(codelijst.waarden)}),
        violation_error_message="Deze keuze staat niet in de lijst.",
    )


def woordenveld() -> "ArrayField[list[str], list[str]]":
    """A column for more than one word of a list of ours; empty when nobody said."""
    return ArrayField(models.CharField(max_length=60), default=list, db_default=[], blank=True)


def alleen_woorden(naam: str, veld: str, lijst: Iterable[str]) -> models.CheckConstraint:
    """Constraint `naam`: each word of `veld`, a woordenveld, is one of `lijst`."""
    return models.CheckConstraint(
        name=naam,
        condition=models.Q(**{f"{veld}__contained_by": [str(woord) for woord in lijst]}),
        violation_error_message="Deze keuze staat niet in de lijst.",
    )


def tot_na_vanaf(naam: str, *, vanaf: str = "vanaf", tot: str = "tot") -> models.CheckConstraint:
    """Constraint `naam`: the last day that counts is not before the first."""
    return models.CheckConstraint(
        name=naam,
        condition=models.Q(**{f"{tot}__isnull": True})
        | models.Q(**{f"{vanaf}__isnull": True})
        | models.Q(**{f"{tot}__gte": models.F(vanaf)}),
        violation_error_message="De laatste dag ligt voor de eerste dag.",
    )


def een_rij_per(naam: str, *velden: str) -> models.UniqueConstraint:
    """Constraint `naam`: one row for each value of `velden`; unknown equals unknown."""
    return models.UniqueConstraint(
        name=naam,
        fields=velden,
        nulls_distinct=False,
        violation_error_message="Deze regel bestaat al.",
    )
