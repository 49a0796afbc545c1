# SPDX-License-Identifier: EUPL-1.2
"""Whose afspraken: what one sees stands as policy in migration 0004 too."""

from django.db.models import Q, QuerySet

from vangnet.casus.models import Casus
from vangnet.casus.querysets import huisrollen, in_hele, partnerrollen
from vangnet.plan.models import Afspraak
from vangnet.toegang.kijker import Kijker, een_van, voor_een_partner


def afspraken_voor(wie: Kijker) -> QuerySet[Afspraak]:
    """The afspraken that `wie` sees: of what they see whole, and as a partner the own ones."""
    return Afspraak.objects.filter(in_hele(wie) | _als_partner(wie))


def mijn_afspraken(wie: Kijker) -> QuerySet[Afspraak]:
    """Those that `wie` has to see to: of the casussen that name them for the house, and as a
    partner those of the own organisation that are not by name for a colleague."""
    van_mij = Q(gebruiker__isnull=True) | Q(gebruiker=wie.gebruiker)
    return Afspraak.objects.filter(
        een_van("casus", huisrollen(wie).values("casus")) | (_als_partner(wie) & van_mij)
    )


def mijn_casussen(wie: Kijker) -> QuerySet[Casus]:
    """The casussen that name `wie`, for the house or for a partner; not all that they may open."""
    genoemd = een_van("pk", huisrollen(wie).values("casus"))
    if wie.is_partner:
        genoemd |= een_van("pk", partnerrollen(wie).values("casus"))
    return Casus.objects.filter(genoemd)


def _als_partner(wie: Kijker) -> Q:
    if not wie.is_partner:
        return Q(pk__in=[])
    return een_van("casus", partnerrollen(wie).values("casus")) & voor_een_partner(wie)


STAAT_OPEN = Q(gereed_op__isnull=True, vervallen_op__isnull=True)


def open_(afspraken: QuerySet[Afspraak]) -> QuerySet[Afspraak]:
    """Those that are neither ready nor lapsed."""
    return afspraken.filter(STAAT_OPEN)
