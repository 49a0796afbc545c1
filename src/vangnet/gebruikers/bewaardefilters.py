# SPDX-License-Identifier: EUPL-1.2
"""The filters of the list of zaken that somebody keeps: for that account alone (ADR 0041).

No act of the journaal: a kept filter is a habit of its owner, and opens nothing. What it shows is
asked anew of the list, which has its own.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet

from vangnet.gebruikers.models import BewaardFilter
from vangnet.kern.beurt import wacht_op_beurt
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import nu

MEESTE = 8
# So long what was taken away can be put back.
TERUG_BINNEN = timedelta(minutes=10)


def bewaarde_filters(gebruiker: UUID) -> Sequence[BewaardFilter]:
    """Those of `gebruiker` by name, and then what they took away just now; one query."""
    getoond = Q(weg_op=None) | Q(weg_op__gte=nu() - TERUG_BINNEN)
    return list(
        _eigen(gebruiker).filter(getoond).order_by(F("weg_op").asc(nulls_first=True), "naam")
    )


@transaction.atomic
def filter_bewaren(gebruiker: UUID, naam: str, keuzes: Mapping[str, str]) -> None:
    """Keep `keuzes` under `naam`, of at most 40 signs.

    Raises VangnetFout when there are MEESTE already, or one of that name.
    """
    _een_tegelijk(gebruiker)
    eigen = _eigen(gebruiker)
    eigen.filter(weg_op__lt=nu() - TERUG_BINNEN).delete()
    _toets_plek(eigen)
    try:
        with transaction.atomic():
            BewaardFilter.objects.create(gebruiker_id=gebruiker, naam=naam, keuzes=dict(keuzes))
    except IntegrityError:
        raise VangnetFout("Je hebt al een filter met deze naam. Kies een andere naam.") from None


def filter_weghalen(gebruiker: UUID, pk: UUID) -> bool:
    """Take an own filter away, for a short while not for good; whether it was there."""
    return bool(_eigen(gebruiker).filter(pk=pk, weg_op=None).update(weg_op=nu()))


@transaction.atomic
def filter_terugzetten(gebruiker: UUID, pk: UUID) -> bool:
    """Put back what was taken away just now; whether it is there.

    Raises VangnetFout when there are MEESTE already, or one of that name.
    """
    _een_tegelijk(gebruiker)
    eigen = _eigen(gebruiker)
    weg = eigen.filter(pk=pk, weg_op__gte=nu() - TERUG_BINNEN)
    if not weg.exists():
        return eigen.filter(pk=pk, weg_op=None).exists()
    _toets_plek(eigen)
    try:
        with transaction.atomic():
            return bool(weg.update(weg_op=None))
    except IntegrityError:
        raise VangnetFout("Je hebt al een filter met deze naam. Haal dat eerst weg.") from None


def _eigen(gebruiker: UUID) -> QuerySet[BewaardFilter]:
    return BewaardFilter.objects.filter(gebruiker=gebruiker)


def _een_tegelijk(gebruiker: UUID) -> None:
    wacht_op_beurt(f"bewaard filter {gebruiker}")


def _toets_plek(eigen: QuerySet[BewaardFilter]) -> None:
    if eigen.filter(weg_op=None).count() >= MEESTE:
        raise VangnetFout(f"Je hebt al {MEESTE} filters. Haal er eerst een weg.")
