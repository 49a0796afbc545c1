# SPDX-License-Identifier: EUPL-1.2
"""Whose afspraken: the same sentence stands as policy in migration 0004."""

from django.db.models import Q, QuerySet

from vangnet.casus.querysets import in_hele, partnerrollen
from vangnet.plan.models import Afspraak
from vangnet.toegang.kijker import Kijker, een_van, organisaties_van
from vangnet.toegang.regels import AccountRolSoort


def afspraken_voor(wie: Kijker) -> QuerySet[Afspraak]:
    """The afspraken that `wie` sees: of what they see whole, and as a partner the own ones."""
    voorwaarde = in_hele(wie)
    if wie.is_partner:
        namens = organisaties_van(wie).filter(rol=AccountRolSoort.KETENPARTNER)
        voorwaarde |= een_van("casus", partnerrollen(wie).values("casus")) & een_van(
            "organisatie", namens.values("organisatie")
        )
    return Afspraak.objects.filter(voorwaarde)


def open_(afspraken: QuerySet[Afspraak]) -> QuerySet[Afspraak]:
    """Those that are neither ready nor lapsed."""
    return afspraken.filter(Q(gereed_op__isnull=True) & Q(vervallen_op__isnull=True))
