# SPDX-License-Identifier: EUPL-1.2
"""What an account may today."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

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


def rollen_van(vrager: Vrager) -> frozenset[AccountRolSoort]:
    """The account roles that `vrager` holds today; one query."""
    return frozenset(AccountRolSoort(rol) for rol, _organisatie in geldende_rollen(vrager))


def geldende_rollen(vrager: Vrager) -> Iterable[tuple[str, UUID | None]]:
    """Each account role that counts today, with the organisation that designated them; a query."""
    rijen = AccountRol.objects.filter(geldend(vandaag()), gebruiker=vrager.gebruiker)
    return rijen.values_list("rol", "organisatie")


def rechten_van(rollen: frozenset[AccountRolSoort]) -> frozenset[Recht]:
    """The declared rights that these roles give."""
    return frozenset(recht for recht, houders in ROLLEN_PER_RECHT.items() if houders & rollen)
