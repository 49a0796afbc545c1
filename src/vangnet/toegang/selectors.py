# SPDX-License-Identifier: EUPL-1.2
"""What an account may today."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from vangnet.kern.klok import vandaag
from vangnet.toegang.models import AccountRol
from vangnet.toegang.regels import (
    ROLLEN_PER_RECHT,
    ROLLEN_ZONDER_INHOUD,
    AccountRolSoort,
    Recht,
)
from vangnet.toegang.vrager import Vrager


def geldend(dag: date) -> Q:
    """Which rows of AccountRol count on `dag`; the same sentence as `toegang.tellende_rollen`.

    Running and not ended; and when the role reads content: designated by an organisation, for a
    task, screened by that day, and confirmed by a second person (toegang.md section 2).
    """
    loopt = Q(tot__isnull=True) | Q(tot__gte=dag), Q(vanaf__lte=dag, beeindigd_op__isnull=True)
    aangewezen = Q(organisatie__isnull=False, taak__isnull=False, screening_op__lte=dag)
    return Q(*loopt) & (
        Q(rol__in=ROLLEN_ZONDER_INHOUD) | (aangewezen & Q(bevestigd_op__isnull=False))
    )


class GeldendeRol(NamedTuple):
    """An account role that counts today; organisatie: who designated them."""

    soort: AccountRolSoort
    organisatie: UUID | None
    vanaf: date
    tot: date | None


# Per asker what was read of their roles in the running request; None outside one.
_gelezen: ContextVar[dict[Vrager, Sequence[GeldendeRol]] | None] = ContextVar(
    "gelezen rollen", default=None
)


@contextmanager
def rollen_een_keer() -> Iterator[None]:
    """Within this block what was read of somebody's roles is remembered: one block, one request.

    The first lock only. Policies ask the roles anew in each statement, and so does toets_recht:
    an export that checks between two pieces sees a role that was ended meanwhile.
    """
    vorige = _gelezen.set({})
    try:
        yield
    finally:
        _gelezen.reset(vorige)


def rollen_van(vrager: Vrager) -> frozenset[AccountRolSoort]:
    """The account roles that `vrager` holds today; one query, or none as geldende_rollen."""
    return frozenset(een.soort for een in geldende_rollen(vrager))


def geldende_rollen(vrager: Vrager) -> Sequence[GeldendeRol]:
    """Each account role that counts today, the oldest first; one query, in rollen_een_keer once."""
    onthouden = _gelezen.get()
    if onthouden is not None and vrager in onthouden:
        return onthouden[vrager]
    return lees_rollen(vrager)


def lees_rollen(vrager: Vrager) -> Sequence[GeldendeRol]:
    """As geldende_rollen, read now; one query."""
    rijen = _rijen().filter(gebruiker=vrager.gebruiker)
    return neem_rollen(vrager, [een["een"] for een in rijen])


def rollen_als_kolom(gebruiker: str) -> ArraySubquery:
    """What lees_rollen reads, for neem_rollen; gebruiker: field of the row it stands by."""
    return ArraySubquery(_rijen().filter(gebruiker=OuterRef(gebruiker)))


def neem_rollen(vrager: Vrager, rijen: Sequence[Mapping[str, Any]]) -> Sequence[GeldendeRol]:
    """The roles in a column of rollen_als_kolom, remembered in rollen_een_keer."""
    gevonden = [_rol(**rij) for rij in rijen]
    if (onthouden := _gelezen.get()) is not None:
        onthouden[vrager] = gevonden
    return gevonden


def _rijen() -> QuerySet[AccountRol, Any]:
    velden = {"rol": "rol", "organisatie": "organisatie", "vanaf": "vanaf", "tot": "tot"}
    tellend = AccountRol.objects.filter(geldend(vandaag())).order_by("vanaf", "pk")
    return tellend.values(een=JSONObject(**velden))


def _rol(rol: str, organisatie: str | None, vanaf: str, tot: str | None) -> GeldendeRol:
    return GeldendeRol(
        AccountRolSoort(rol),
        UUID(organisatie) if organisatie else None,
        date.fromisoformat(vanaf),
        date.fromisoformat(tot) if tot else None,
    )


def rechten_van(rollen: frozenset[AccountRolSoort]) -> frozenset[Recht]:
    """The declared rights that these roles give."""
    return frozenset(recht for recht, houders in ROLLEN_PER_RECHT.items() if houders & rollen)
