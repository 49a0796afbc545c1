# SPDX-License-Identifier: EUPL-1.2
"""Who looks, as the filters of the application need it: the first of the two locks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, F, Func, Q, QuerySet
from django.db.models.expressions import RawSQL

from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu, vandaag
from vangnet.toegang.models import AccountRol, Inzage
from vangnet.toegang.regels import (
    HUISROLLEN,
    NOG_NIET_BINNEN,
    ROLLEN_PER_INZAGE,
    ROLLEN_PER_RECHT,
    AccountRolSoort,
    InzageSoort,
    Recht,
)
from vangnet.toegang.selectors import GeldendeRol, geldend, geldende_rollen
from vangnet.toegang.services import NietIngelogd
from vangnet.toegang.vrager import Vrager, huidige_vrager


@dataclass(frozen=True)
class Kijker:
    """The asker with the account roles of today.

    partner_van: the organisations that designate them as a ketenpartner. It is read once: a filter
    that asks for it would check the asker once more in each statement (docs/kwaliteit/toegang.md).
    huisrol: by which they are of the house, the one that runs longest.
    verwoord: what was put into words for them before (ids_van).
    """

    gebruiker: UUID
    rollen: frozenset[AccountRolSoort]
    partner_van: frozenset[UUID] = frozenset()
    huisrol: GeldendeRol | None = None
    verwoord: dict[tuple[Callable[..., Any], str], RawSQL] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def mag(self, recht: Recht) -> bool:
        """Whether these account roles give `recht`; of which casus, that the filters say."""
        return recht is Recht.INGELOGD or bool(
            self.rollen & ROLLEN_PER_RECHT.get(recht, frozenset())
        )

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

    @property
    def inzagesoorten(self) -> Sequence[InzageSoort]:
        """The kinds of look with a reason that these account roles can have (toegang.md 5)."""
        return [soort for soort, rollen in ROLLEN_PER_INZAGE.items() if self.rollen & rollen]


# Reads what somebody sees.
Rijen = Callable[[Kijker], QuerySet[Any]]


def kijker_van(vrager: Vrager) -> Kijker:
    """`vrager` as the filters need them; one query, or none when it was read in this request."""
    rollen = geldende_rollen(vrager)
    return Kijker(
        vrager.gebruiker,
        frozenset(een.soort for een in rollen),
        frozenset(
            een.organisatie
            for een in rollen
            if een.soort == AccountRolSoort.KETENPARTNER and een.organisatie
        ),
        next((een for een in rollen if een.soort in HUISROLLEN), None),
    )


def kijker(recht: Recht) -> Kijker:
    """Who looks. Raises NietIngelogd or NietToegestaan unless they hold `recht`.

    For a page, whose own right was read at its door (web/recht.py): one query, or none.
    """
    vrager = huidige_vrager()
    if vrager is None or vrager.soort in NOG_NIET_BINNEN:
        raise NietIngelogd
    wie = kijker_van(vrager)
    if not wie.mag(recht):
        raise NietToegestaan
    return wie


def ids_van(wie: Kijker, rijen: Rijen, veld: str) -> RawSQL:
    """For een_van: the ids in `veld` of `rijen`, put into words once for `wie`.

    A page of a casus asks "which do I see whole" in each of its subqueries. Putting that together
    anew was a third of what the page cost. `rijen` doesn't look at the row around it, and is of
    one moment: that of the first call.
    """
    zin = (rijen, veld)
    if zin not in wie.verwoord:
        try:
            woorden, waarden = rijen(wie).values(veld).query.sql_with_params()
        except EmptyResultSet:
            woorden, waarden = "SELECT NULL::uuid WHERE false", ()
        # Django's own words for the rows: what they hold of somebody's are the values.
        wie.verwoord[zin] = RawSQL(f"ARRAY({woorden})", waarden)  # noqa: S611
    return wie.verwoord[zin]


def een_van(veld: str, ids: QuerySet[Any, Any] | RawSQL) -> Q:
    """`veld = ANY(ARRAY(SELECT …))`: under a policy, IN reads the whole index."""
    return Q(
        Func(
            F(veld),
            ids if isinstance(ids, RawSQL) else ArraySubquery(ids),
            template="%(expressions)s)",
            arg_joiner=" = ANY(",
            output_field=BooleanField(),
        )
    )


def voor_een_partner(wie: Kijker, organisatie: str = "organisatie") -> Q:
    """Rows of an organisation that designates `wie` as a partner; organisatie: path to it."""
    return Q((f"{organisatie}__in", sorted(wie.partner_van)))


def lopende_inzagen(wie: Kijker) -> QuerySet[Inzage]:
    """The looks of `wie` that run now, and for which the role still runs (toegang.md section 5)."""
    moment = nu()
    return Inzage.objects.filter(
        gebruiker=wie.gebruiker, soort__in=wie.inzagesoorten, vanaf__lte=moment, tot__gt=moment
    )


def organisaties_van(wie: Kijker) -> QuerySet[AccountRol]:
    """Account roles of `wie` that count today, with the organisation that designated them."""
    return AccountRol.objects.filter(
        geldend(vandaag()), gebruiker=wie.gebruiker, organisatie__isnull=False
    )
