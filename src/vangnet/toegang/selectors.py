# SPDX-License-Identifier: EUPL-1.2
"""What an account may today."""

from django.db.models import Q

from vangnet.kern.klok import vandaag
from vangnet.toegang.models import AccountRol
from vangnet.toegang.regels import ROLLEN_PER_RECHT, AccountRolSoort, Recht
from vangnet.toegang.vrager import Vrager


def rollen_van(vrager: Vrager) -> frozenset[AccountRolSoort]:
    """The account roles that `vrager` holds today; one query."""
    dag = vandaag()
    rijen = AccountRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag), gebruiker=vrager.gebruiker, vanaf__lte=dag
    )
    return frozenset(AccountRolSoort(rol) for rol in rijen.values_list("rol", flat=True))


def rechten_van(rollen: frozenset[AccountRolSoort]) -> frozenset[Recht]:
    """The declared rights that these roles give."""
    return frozenset(recht for recht, houders in ROLLEN_PER_RECHT.items() if houders & rollen)
