# SPDX-License-Identifier: EUPL-1.2
"""Whose questions and scores: what one sees stands as policy in migration 0002 too."""

from datetime import date

from django.db.models import F, Q, QuerySet

from vangnet.beeld.models import Informatievraag, Score
from vangnet.casus.querysets import in_eigen, in_hele, loopt_voor
from vangnet.casus.regels import RolSoort
from vangnet.toegang.kijker import Kijker, een_van, ids_van, voor_een_partner

ROL = "casus__rollen__"


def aan_mij(wie: Kijker) -> QuerySet[Informatievraag]:
    """Questions to an organisation for which the rol of `wie` runs; not about another side."""
    if not wie.is_partner:
        return Informatievraag.objects.none()
    zelfde_zijde = (
        Q(betrokkenheid__zijde__isnull=True)
        | Q(casus__rollen__zijde__isnull=True)
        | Q(betrokkenheid__zijde=F("casus__rollen__zijde"))
    )
    via_rol = Informatievraag.objects.filter(
        zelfde_zijde,
        loopt_voor(wie, ROL),
        voor_een_partner(wie, f"{ROL}organisatie"),
        casus__rollen__rol=RolSoort.DEELNEMER,
        casus__rollen__organisatie=F("organisatie"),
        casus__gesloten=False,
    )
    return Informatievraag.objects.filter(een_van("pk", via_rol.values("pk")))


def vragen_voor(wie: Kijker) -> QuerySet[Informatievraag]:
    """The questions that `wie` sees: of what they see whole, and as a partner those to them."""
    gezien = Q(in_hele(wie))
    if wie.is_partner:
        gezien |= een_van("pk", ids_van(wie, aan_mij, "pk"))
    return Informatievraag.objects.filter(gezien)


def vragen_te_laat(wie: Kijker, dag: date) -> QuerySet[Informatievraag]:
    """Open questions of which the last day is before `dag`, where the house names `wie`; not those
    that they are to answer themselves."""
    te_laat = Informatievraag.objects.filter(
        in_eigen(wie),
        uiterlijk_op__lt=dag,
        afhandeling__isnull=True,
    )
    return (
        te_laat.exclude(een_van("pk", ids_van(wie, aan_mij, "pk"))) if wie.is_partner else te_laat
    )


def scores_voor(wie: Kijker) -> QuerySet[Score]:
    """The scores that `wie` sees: of what they see whole, so no partner does."""
    return Score.objects.filter(in_hele(wie))
