# SPDX-License-Identifier: EUPL-1.2
"""Whose afspraken: what one sees stands as policy in migration 0004 too."""

from datetime import date

from django.db.models import BooleanField, Case, Exists, F, Func, OuterRef, Q, QuerySet, When
from django.db.models.expressions import RawSQL

from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import in_die_als_partner, in_eigen, in_hele
from vangnet.casus.regels import Antwoord
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak, Doel
from vangnet.toegang.kijker import Kijker, een_van, voor_een_partner

# The running rollen whose account role has ended: the database tells who works on the casus.
_BUITEN_WERK = RawSQL("ARRAY(SELECT casus.rollen_buiten_werk())", ())


def afspraken_voor(wie: Kijker) -> QuerySet[Afspraak]:
    """The afspraken that `wie` sees: of what they see whole, and as a partner the own ones."""
    return Afspraak.objects.filter(in_hele(wie) | _als_partner(wie))


def doelen_voor(wie: Kijker) -> QuerySet[Doel]:
    """The goals that `wie` sees: of what they see whole, as the plan."""
    return Doel.objects.filter(in_hele(wie))


def mijn_afspraken(wie: Kijker) -> QuerySet[Afspraak]:
    """Those that `wie` has to see to: of the casussen that name them for the house, and as a
    partner those of the own organisation that are not by name for a colleague who takes part."""
    van_mij = Q(gebruiker__isnull=True) | Q(gebruiker=wie.gebruiker) | staat_los()
    return Afspraak.objects.filter(in_eigen(wie) | (_als_partner(wie) & van_mij))


def staat_los() -> Q:
    """Of an afspraak: by name for somebody who takes no part today, for that organisation.

    Nor does whose account role ended. It falls to the organisation, and the house sees that it did.
    """
    doet_mee = _doet_mee().filter(gebruiker=OuterRef("gebruiker"))
    return Q(gebruiker__isnull=False) & ~Q(Exists(doet_mee))


def zonder_eigenaar(wie: Kijker) -> QuerySet[Afspraak]:
    """Open ones by name of the casussen that name `wie` for the house, which fell to nobody."""
    staat_open = open_(Afspraak.objects.filter(in_eigen(wie), staat_los()))
    return staat_open.exclude(Exists(_doet_mee().filter(gebruiker__isnull=False)))


def _doet_mee() -> QuerySet[CasusRol]:
    """For an Exists of afspraken: the rollen of their organisation that count today."""
    dag = vandaag()
    return CasusRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag),
        Q(gebruiker__actief_tot__isnull=True) | Q(gebruiker__actief_tot__gte=dag),
        ~een_van("pk", _BUITEN_WERK),
        _VanDezelfde(F("organisatie"), OuterRef("organisatie")),
        casus=OuterRef("casus"),
        antwoord=Antwoord.AANVAARD,
        beeindigd_op__isnull=True,
        vanaf__lte=dag,
    )


class _VanDezelfde(Func):
    """Two organisations are the same one, or both the house."""

    template = "(%(expressions)s)"
    arg_joiner = " IS NOT DISTINCT FROM "
    output_field = BooleanField()


def met_namen(afspraken: QuerySet[Afspraak]) -> QuerySet[Afspraak]:
    """The same with who does it, and whether that one still takes part; no query more."""
    los = Case(When(staat_los(), then=True), default=False, output_field=BooleanField())
    rijen = afspraken.select_related("casus", "organisatie", "gebruiker", "doel").defer(
        "gebruiker__password"
    )
    return rijen.annotate(staat_los=los)  # type: ignore[no-redef]  # declared on the model too


def mijn_casussen(wie: Kijker) -> QuerySet[Casus]:
    """The casussen that name `wie`, for the house or for a partner; not all that they may open."""
    genoemd = in_eigen(wie, "pk")
    if wie.is_partner:
        genoemd |= in_die_als_partner(wie, "pk")
    return Casus.objects.filter(genoemd)


def _als_partner(wie: Kijker) -> Q:
    if not wie.is_partner:
        return Q(pk__in=[])
    return in_die_als_partner(wie) & van_de_partner(wie)


def van_de_partner(wie: Kijker) -> Q:
    """Of an afspraak in a casus in which `wie` takes part as a partner: that they see it."""
    return voor_een_partner(wie)


def is_gevolgd_na(dag: date) -> Q:
    """Of a plan: that it is signed, and followed after `dag` if its casus is open then."""
    return Q(ondertekend_op__isnull=False, volgen_tot__gt=dag)


STAAT_OPEN = Q(gereed_op__isnull=True, vervallen_op__isnull=True)


def open_(afspraken: QuerySet[Afspraak]) -> QuerySet[Afspraak]:
    """Those that are neither ready nor lapsed."""
    return afspraken.filter(STAAT_OPEN)
