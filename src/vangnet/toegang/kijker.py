# SPDX-License-Identifier: EUPL-1.2
"""Who looks, as the filters of the application need it: the first of the two locks."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet

from vangnet.kern.klok import nu, vandaag
from vangnet.toegang.models import AccountRol, Inzage
from vangnet.toegang.regels import HUISROLLEN, ROLLEN_PER_INZAGE, AccountRolSoort, Recht
from vangnet.toegang.selectors import geldend, rollen_van
from vangnet.toegang.services import toets_recht
from vangnet.toegang.vrager import huidige_vrager


@dataclass(frozen=True)
class Kijker:
    """The asker with the account roles of today."""

    gebruiker: UUID
    rollen: frozenset[AccountRolSoort]

    @property
    def is_huis(self) -> bool:
        """Sees what is open in the house without being named."""
        return bool(self.rollen & HUISROLLEN)

    @property
    def ziet_genoemde_casussen_heel(self) -> bool:
        """Is named as the house's own; a partner sees what is shared."""
        return self.is_huis or AccountRolSoort.TRAJECTBEGELEIDER in self.rollen

    @property
    def is_partner(self) -> bool:
        """Takes part for an organisation, in the casussen in which that one designates them."""
        return AccountRolSoort.KETENPARTNER in self.rollen


def kijker(recht: Recht) -> Kijker:
    """Who looks. Raises NietIngelogd or NietToegestaan unless they hold `recht`."""
    toets_recht(recht)
    vrager = huidige_vrager()
    assert vrager is not None  # noqa: S101 - toets_recht has seen to it
    return Kijker(vrager.gebruiker, rollen_van(vrager))


def een_van(veld: str, ids: QuerySet[Any, Any]) -> Q:
    """`veld = ANY(ARRAY(SELECT …))`: under a policy, IN reads the whole index."""
    return Q(
        Func(
            F(veld),
            ArraySubquery(ids),
            template="%(expressions)s)",
            arg_joiner=" = ANY(",
            output_field=BooleanField(),
        )
    )


def lopende_inzagen(wie: Kijker) -> QuerySet[Inzage]:
    """The looks of `wie` that run now, and for which the role still runs (toegang.md section 5)."""
    moment = nu()
    soorten = [soort for soort, rollen in ROLLEN_PER_INZAGE.items() if wie.rollen & rollen]
    return Inzage.objects.filter(
        gebruiker=wie.gebruiker, soort__in=soorten, vanaf__lte=moment, tot__gt=moment
    )


def organisaties_van(wie: Kijker) -> QuerySet[AccountRol]:
    """Account roles of `wie` that count today, with the organisation that designated them."""
    return AccountRol.objects.filter(
        geldend(vandaag()), gebruiker=wie.gebruiker, organisatie__isnull=False
    )


def huisrol_van(wie: Kijker) -> AccountRol | None:
    """The role by which `wie` is of the house today, the one that runs longest first."""
    eigen = AccountRol.objects.filter(
        geldend(vandaag()), gebruiker=wie.gebruiker, rol__in=HUISROLLEN
    )
    return eigen.order_by("vanaf", "pk").first()
