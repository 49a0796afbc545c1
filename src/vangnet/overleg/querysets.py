# SPDX-License-Identifier: EUPL-1.2
"""Whose overleggen, points and verslagen: the same sentences stand as policies in 0006 and 0009."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from vangnet.casus.models import CasusRol
from vangnet.casus.querysets import (
    huiswerk,
    in_hele,
    is_gekend,
    loopt_voor,
    lopende_op,
    niet_voorbij,
)
from vangnet.casus.regels import RolSoort
from vangnet.overleg.models import Agendapunt, Genodigde, Overleg, Verslag, VerslagAfspraak
from vangnet.toegang.kijker import Kijker, een_van, ids_van, voor_een_partner
from vangnet.toegang.regels import AccountRolSoort

# So many past overleggen without their verslag are told of: old ones would push away other work.
_NOG_TE_VERSLAAN = 10
# Of a genodigde: an organisation that takes part with nobody by name.
ZONDER_NAAM = Q(gebruiker__isnull=True, derde__isnull=True)


def uitnodigingen_van(wie: Kijker, **van_de_rol: Any) -> QuerySet[Genodigde]:
    """Where a partner is asked to come, for an organisation for which they still take part.

    van_de_rol: what else holds of that rol. One filter: a second one may mean another rol.
    """
    if not wie.is_partner:
        return Genodigde.objects.none()
    rol = "casus__rollen__"
    return Genodigde.objects.filter(
        loopt_voor(wie, rol),
        voor_een_partner(wie, f"{rol}organisatie"),
        casus__rollen__rol=RolSoort.DEELNEMER,
        casus__rollen__organisatie=F("organisatie"),
        casus__gesloten=False,
        gebruiker=wie.gebruiker,
        weggelaten_op__isnull=True,
        **{f"{rol}{naam}": waarde for naam, waarde in van_de_rol.items()},
    )


def punten_voor(wie: Kijker) -> QuerySet[Agendapunt]:
    """The points that `wie` sees: of casussen that they see whole, or for which they are asked."""
    gevraagd = uitnodigingen_van(wie).values("agendapunt")
    return Agendapunt.objects.filter(in_hele(wie) | een_van("pk", gevraagd))


def komende_punten(punten: QuerySet[Agendapunt], dag: date) -> QuerySet[Agendapunt]:
    """For a subquery of casussen: theirs among `punten`, of what is held from `dag` on."""
    return punten.filter(
        casus=OuterRef("pk"), overleg__datum__gte=dag, overleg__afgelast_op__isnull=True
    )


def overleggen_voor(wie: Kijker) -> QuerySet[Overleg]:
    """All that is open in the house, and those with a point that `wie` sees."""
    met_punt = een_van("pk", ids_van(wie, punten_voor, "overleg"))
    return Overleg.objects.filter(in_hele(wie) | met_punt)


def te_verslaan(wie: Kijker, dag: date) -> QuerySet[Overleg]:
    """For a procesondersteuner: those before `dag` with a verslag to be vastgesteld, the newest.

    Not those that are off, and only for a casus on which `wie` works.
    """
    if AccountRolSoort.PROCESONDERSTEUNER not in wie.rollen:
        return Overleg.objects.none()
    nog = Verslag.objects.filter(huiswerk(wie), vastgesteld_op__isnull=True)
    geweest = overleggen_voor(wie).filter(
        een_van("pk", nog.values("agendapunt__overleg")),
        datum__lt=dag,
        afgelast_op__isnull=True,
    )
    nieuwste = geweest.order_by("-datum", "pk").values("pk")[:_NOG_TE_VERSLAAN]
    return Overleg.objects.filter(een_van("pk", nieuwste))


def genodigden_voor(wie: Kijker) -> QuerySet[Genodigde]:
    """Who is asked to come for the points that `wie` sees; of a partner whom they may know.

    Who is on a side reads neither who comes for the other side alone, nor a third party, who may
    come for it (sql/genodigden_per_kant.sql).
    """
    if not wie.is_partner:
        return Genodigde.objects.filter(in_hele(wie))
    gevraagd = een_van("agendapunt", uitnodigingen_van(wie).values("agendapunt"))
    zonder_zijde = uitnodigingen_van(wie, zijde__isnull=True).values("agendapunt")
    zelfde = {"gebruiker": OuterRef("gebruiker")}
    gekend = (
        een_van("agendapunt", zonder_zijde)
        | is_gekend(wie, "casus", organisatie=OuterRef("organisatie"), **zelfde)
        | Q(organisatie__isnull=True) & is_gekend(wie, "casus", organisatie=None, **zelfde)
        | ZONDER_NAAM & is_gekend(wie, "casus", organisatie=OuterRef("organisatie"))
    )
    return Genodigde.objects.filter(in_hele(wie) | gevraagd & gekend)


def doet_mee_op(dag: date) -> Q:
    """Of a genodigde: that their rol counts on `dag`, the day of the overleg, as it does for what
    they see themselves (uitnodigingen_van). Nobody sees the points of a casus that is closed.

    Of an organisation with nobody by name any rol of hers; a third party has none, and comes.
    """
    namens = {"organisatie": OuterRef("organisatie")}
    rollen = CasusRol.objects.filter(niet_voorbij(dag), casus=OuterRef("casus"), **namens)
    op_naam = lopende_op(dag).filter(casus=OuterRef("casus"), gebruiker=OuterRef("gebruiker"))
    return (
        Q(derde__isnull=False)
        | Q(Exists(op_naam.filter(**namens)))
        | Q(organisatie__isnull=True) & Q(Exists(op_naam.filter(organisatie=None)))
        | ZONDER_NAAM & Q(Exists(rollen))
    )


def verslagen_voor(wie: Kijker) -> QuerySet[Verslag]:
    """Of what `wie` sees whole; a partner those that are vastgesteld, unless they have a side."""
    zonder_zijde = uitnodigingen_van(wie, zijde__isnull=True)
    als_partner = Q(vastgesteld_op__isnull=False) & een_van(
        "agendapunt", zonder_zijde.values("agendapunt")
    )
    return Verslag.objects.filter(in_hele(wie) | als_partner)


def eenzijdige_uitnodigingen(wie: Kijker) -> QuerySet[Genodigde]:
    """Where `wie` comes for a side alone, and reads no verslag; not whether there is one."""
    zonder_zijde = uitnodigingen_van(wie, zijde__isnull=True)
    met_zijde = uitnodigingen_van(wie, zijde__isnull=False)
    return met_zijde.filter(~een_van("agendapunt", zonder_zijde.values("agendapunt")))


def verslagafspraken_voor(wie: Kijker) -> QuerySet[VerslagAfspraak]:
    """What verslagen keep of afspraken: of what `wie` sees whole; a partner the own ones, in what
    they read."""
    zonder_zijde = uitnodigingen_van(wie, zijde__isnull=True)
    als_partner = voor_een_partner(wie) & een_van("agendapunt", zonder_zijde.values("agendapunt"))
    return VerslagAfspraak.objects.filter(in_hele(wie) | als_partner)
