# SPDX-License-Identifier: EUPL-1.2
"""Sentences over casussen: which ones somebody may see (toegang.md sections 2 and 3).

The same sentences stand as policies in `sql/tellende_rollen.sql`: two locks, each whole without the
other.
"""

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    Expression,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import JSONObject

from vangnet.casus.models import (
    Betrokkenheid,
    Bijdrage,
    BijdragePubliek,
    Casus,
    CasusRol,
    Inzet,
    Ondersteuning,
)
from vangnet.casus.regels import TERUG_BINNEN, Antwoord, RolSoort
from vangnet.delen.regels import Publiek
from vangnet.kern.klok import begin_van, nu, vandaag
from vangnet.toegang.kijker import (
    Kijker,
    Rijen,
    een_van,
    ids_van,
    lopende_inzagen,
    voor_een_partner,
)
from vangnet.toegang.models import Inzage
from vangnet.toegang.regels import InzageSoort


def loopt_voor(wie: Kijker, rol: str = "") -> Q:
    """Of a rol: that `wie` holds it by name today; rol: path from the row to its rol, with `__`."""
    dag = vandaag()
    zonder_eind = Q((f"{rol}tot__isnull", True)) | Q((f"{rol}tot__gte", dag))
    return zonder_eind & Q(
        (f"{rol}gebruiker", wie.gebruiker),
        (f"{rol}antwoord", Antwoord.AANVAARD),
        (f"{rol}beeindigd_op__isnull", True),
        (f"{rol}vanaf__lte", dag),
    )


def huisrollen(wie: Kijker) -> QuerySet[CasusRol]:
    """The running rollen of `wie` as the house's own, in casussen that are open."""
    return _rollen_als_huis(wie).filter(casus__gesloten=False)


def _rollen_als_huis(wie: Kijker) -> QuerySet[CasusRol]:
    if not wie.ziet_genoemde_casussen_heel:
        return CasusRol.objects.none()
    return CasusRol.objects.filter(loopt_voor(wie)).exclude(rol=RolSoort.DEELNEMER)


def partnerrollen(wie: Kijker) -> QuerySet[CasusRol]:
    """The same for an organisation that designates `wie` as a partner."""
    return _rollen_als_partner(wie).filter(casus__gesloten=False)


def _rollen_als_partner(wie: Kijker) -> QuerySet[CasusRol]:
    return CasusRol.objects.filter(loopt_voor(wie), _van_een_partner(wie))


def _van_een_partner(wie: Kijker, rol: str = "") -> Q:
    """Of a rol: for a partner that designates `wie`; rol: as in loopt_voor."""
    return Q((f"{rol}rol", RolSoort.DEELNEMER)) & voor_een_partner(wie, f"{rol}organisatie")


def geldende_inzagen(wie: Kijker) -> QuerySet[Inzage]:
    """The looks of `wie` that run; break-glass doesn't reach what was closed meanwhile."""
    dicht = Casus.objects.filter(pk=OuterRef("casus"), gesloten=True)
    return lopende_inzagen(wie).exclude(Exists(dicht), soort=InzageSoort.NOODTOEGANG)


def in_eigen(wie: Kijker, casus: str = "casus") -> Q:
    """Rows of casussen that name `wie` for the house.

    casus: path from the row to its casus; "pk" when the rows are casussen.
    """
    if casus == "pk":
        return _open_van(wie, _rollen_als_huis)
    return een_van(casus, ids_van(wie, huisrollen, "casus"))


def in_die_als_partner(wie: Kijker, casus: str = "casus") -> Q:
    """Rows of casussen in which `wie` takes part as a partner; casus: as in in_eigen."""
    if casus == "pk":
        return _open_van(wie, _rollen_als_partner)
    return een_van(casus, ids_van(wie, partnerrollen, "casus"))


def _open_van(wie: Kijker, rollen: Rijen) -> Q:
    """Casussen that are open and stand in `rollen`: that they are is read in their own row, and not
    asked of the casus of each rol."""
    return Q(een_van("pk", ids_van(wie, rollen, "casus")), gesloten=False)


def in_hele(wie: Kijker, casus: str = "casus") -> Q:
    """Rows of casussen that `wie` sees as a whole; casus: path from the row to its casus."""
    voorwaarde = Q(dicht=False) if wie.is_huis else Q(pk__in=())
    if wie.inzagesoorten:
        voorwaarde |= een_van(casus, ids_van(wie, geldende_inzagen, "casus"))
    if wie.ziet_genoemde_casussen_heel:
        voorwaarde |= in_eigen(wie, casus)
    return voorwaarde


def als_heel(wie: Kijker, **velden: Any) -> Case:
    """Annotation of casussen: `velden` as JSON, days as text, for who sees all of it; else none.

    velden: of rows that go with the casus, without a filter of their own, which would ask anew in
    each of them which casussen `wie` sees whole.
    """
    return Case(When(in_hele(wie, "pk"), then=JSONObject(**velden)))


def als_deelnemer(wie: Kijker, **velden: Any) -> Case:
    """The same for who takes part in it as a partner; `velden` hold only what such a one sees."""
    return Case(When(in_die_als_partner(wie, "pk"), then=JSONObject(**velden)))


def huiswerk(wie: Kijker, casus: str = "casus") -> Q:
    """Rows of casussen on which `wie` works for the house; a look with a reason is none."""
    genoemd = in_eigen(wie, casus)
    return Q(dicht=False) | genoemd if wie.is_huis else genoemd


def ziet_casussen_heel(wie: Kijker) -> bool:
    """Whether there can be a casus that `wie` sees as a whole; a partner has none."""
    return wie.is_huis or bool(wie.inzagesoorten) or wie.ziet_genoemde_casussen_heel


def in_mijn(wie: Kijker, casus: str = "casus") -> Q:
    """Rows of casussen in which `wie` takes part, also as a partner."""
    if not wie.is_partner:
        return in_hele(wie, casus)
    return in_hele(wie, casus) | in_die_als_partner(wie, casus)


def zichtbaar_voor(wie: Kijker) -> QuerySet[Casus]:
    """The casussen that `wie` may open."""
    return Casus.objects.filter(in_mijn(wie, "pk"))


def door_rol_zichtbaar_voor(wie: Kijker) -> QuerySet[Casus]:
    """Those that `wie` may open without a look with a reason.

    To use in the place of zichtbaar_voor: of both together the planner expects a fraction.
    """
    werk = huiswerk(wie, "pk")
    if wie.is_partner:
        werk |= in_die_als_partner(wie, "pk")
    return Casus.objects.filter(werk)


def genoemde_voor(wie: Kijker) -> QuerySet[Casus]:
    """Of those the ones that an inzage or a rol names: for whoever is not of the house, all."""
    if not wie.is_huis:
        return zichtbaar_voor(wie)
    genoemd = een_van("pk", ids_van(wie, geldende_inzagen, "casus")) | in_eigen(wie, "pk")
    if wie.is_partner:
        genoemd |= in_die_als_partner(wie, "pk")
    return zichtbaar_voor(wie).filter(genoemd)


def rollen_voor(wie: Kijker) -> Q:
    """Which rollen in the casussen of `wie` they know of; of a partner not those on another side.

    The names of who takes part there tell where somebody is.
    """
    if not wie.is_partner:
        return Q()
    aan_deze_kant = partnerrollen(wie).filter(
        Q(zijde__isnull=True) | Q(zijde=OuterRef("zijde")), casus=OuterRef("casus")
    )
    return in_hele(wie) | Q(zijde__isnull=True) | Q(Exists(aan_deze_kant))


def met_kanten(casus: str = "casus") -> Q:
    """Rows of casussen in which people or who takes part stand opposite each other, as far as the
    asker reads those; casus: as in in_eigen."""
    met_zijde = {"casus": OuterRef(casus), "zijde__isnull": False}
    return Q(Exists(Betrokkenheid.objects.filter(**met_zijde))) | Q(
        Exists(CasusRol.objects.filter(**met_zijde))
    )


def niet_voorbij(dag: date | None = None) -> Q:
    """Of a rol: that it runs on `dag`, mostly today, or is asked for and not declined."""
    niet_geweigerd = Q(antwoord__isnull=True) | ~Q(antwoord=Antwoord.GEWEIGERD)
    return _niet_over(dag or vandaag()) & niet_geweigerd


def _niet_over(dag: date) -> Q:
    """Of a rol: that it isn't over on `dag`.

    One that was ended on that day is, as it is at once for who had it; one ended later isn't.
    """
    niet_beeindigd = Q(beeindigd_op__isnull=True)
    if dag < vandaag():
        niet_beeindigd |= Q(beeindigd_op__gte=begin_van(dag + timedelta(days=1)))
    return (Q(tot__isnull=True) | Q(tot__gte=dag)) & niet_beeindigd


def genoemden_voor(wie: Kijker) -> QuerySet[BijdragePubliek]:
    """Of the audiences of what `wie` sees the organisations that they may know of.

    A partner reads no organisation that takes part on another side alone, not even one that was on
    none before; but all of the audience that they chose themselves (sql/publiek_per_kant.sql).
    """
    if not wie.is_partner:
        return BijdragePubliek.objects.all()
    alles = Bijdrage.objects.filter(in_hele(wie) | Q(auteur=wie.gebruiker), pk=OuterRef("bijdrage"))
    gekend = is_gekend(wie, "bijdrage__casus", organisatie=OuterRef("organisatie"))
    return BijdragePubliek.objects.filter(Exists(alles) | gekend)


def is_gekend(wie: Kijker, casus: str, **van_de_rol: Any) -> Q:
    """Of a row with an `organisatie`: that a rol tells the partner `wie` that she takes part.

    casus: path from the row to its casus; van_de_rol: what else such a rol is. One that is over
    tells it only as long as the organisation never was on another side.
    """
    hier = CasusRol.objects.filter(casus=OuterRef(casus))
    gekend = hier.filter(rollen_voor(wie), **van_de_rol)
    tegenover = hier.filter(organisatie=OuterRef("organisatie")).exclude(rollen_voor(wie))
    return Q(Exists(gekend.filter(niet_voorbij()))) | Q(Exists(gekend), ~Exists(tegenover))


def leest_een_kant(wie: Kijker) -> Expression:
    """Of a bijdrage: that `wie` isn't told who takes part on another side alone.

    Always so for a partner on a side, but of the own bijdragen: that it is said tells nothing.
    """
    if not wie.is_partner:
        return ExpressionWrapper(Q(pk__in=()), BooleanField())
    beide = partnerrollen(wie).filter(casus=OuterRef("casus"), zijde__isnull=True)
    alles = in_hele(wie) | Q(auteur=wie.gebruiker) | Q(Exists(beide))
    return ExpressionWrapper(~alles, BooleanField())


def overgedragen_rollen(wie: Kijker, *, sinds: date) -> QuerySet[CasusRol]:
    """Those that a coordinator handed over: in the casussen that name `wie`, and their own."""
    van_mij = in_eigen(wie) | Q(gebruiker=wie.gebruiker)
    over = CasusRol.objects.filter(van_mij, overgedragen_aan__isnull=False)
    return over.filter(beeindigd_op__gte=begin_van(sinds))


def weer_vanaf() -> Subquery:
    """Of a rol: from when who had it takes part in that casus, by any rol that isn't over."""
    weer = CasusRol.objects.filter(
        niet_voorbij(),
        casus=OuterRef("casus"),
        gebruiker=OuterRef("gebruiker"),
        antwoord=Antwoord.AANVAARD,
    )
    return Subquery(weer.order_by("vanaf").values("vanaf")[:1])


def betrokkenen_voor(wie: Kijker) -> QuerySet[Betrokkenheid]:
    """Who is in the casussen of `wie`; of a partner not those on another side."""
    if not wie.is_partner:
        return Betrokkenheid.objects.filter(in_hele(wie))
    zichtbaar = Betrokkenheid.objects.filter(
        Q(zijde__isnull=True)
        | Q(casus__rollen__zijde__isnull=True)
        | Q(casus__rollen__zijde=F("zijde")),
        loopt_voor(wie, "casus__rollen__"),
        _van_een_partner(wie, "casus__rollen__"),
        casus__gesloten=False,
    )
    return Betrokkenheid.objects.filter(in_hele(wie) | een_van("pk", zichtbaar.values("pk")))


def bijdragen_voor(wie: Kijker) -> QuerySet[Bijdrage]:
    """What `wie` sees of what was contributed, in any casus (toegang.md section 4)."""
    van_zichzelf = Q(auteur=wie.gebruiker)
    getoond = Q(ingetrokken_op__isnull=True) & ~Q(publiek=Publiek.WERKNOTITIE)
    zelfde_zijde = (
        Q(betrokkenheid__zijde__isnull=True)
        | Q(casus__rollen__zijde__isnull=True)
        | Q(betrokkenheid__zijde=F("casus__rollen__zijde"))
    )
    gedeeld = Q(publiek=Publiek.IEDEREEN) | Q(
        publiek=Publiek.ORGANISATIES, genoemd__organisatie=F("casus__rollen__organisatie")
    )
    als_partner = Bijdrage.objects.filter(
        van_zichzelf | (Q(ingetrokken_op__isnull=True) & zelfde_zijde & gedeeld),
        loopt_voor(wie, "casus__rollen__"),
        _van_een_partner(wie, "casus__rollen__"),
        casus__gesloten=False,
    )
    return Bijdrage.objects.filter(
        (in_hele(wie) & (getoond | van_zichzelf)) | een_van("pk", als_partner.values("pk"))
    )


def net_ingetrokken_door(wie: Kijker) -> Q:
    """Bijdragen that `wie` took back so short ago that they can be put back."""
    return Q(auteur=wie.gebruiker, ingetrokken_op__gte=nu() - TERUG_BINNEN)


def lopende_op(dag: date) -> QuerySet[CasusRol]:
    """The rollen that run on `dag`, whoever holds them."""
    return CasusRol.objects.filter(_niet_over(dag), antwoord=Antwoord.AANVAARD, vanaf__lte=dag)


def rollen_op(dag: date) -> QuerySet[CasusRol]:
    """The same, for a subquery of casussen."""
    return lopende_op(dag).filter(casus=OuterRef("pk"))


def regisseurs_op(dag: date) -> QuerySet[CasusRol, dict[str, str]]:
    """For a subquery of casussen: the names of who is regisseur on `dag`, in their order."""
    lopend = rollen_op(dag).filter(rol=RolSoort.REGISSEUR)
    return lopend.order_by("gebruiker__naam").values("gebruiker__naam").distinct()  # type: ignore[return-value]  # one column


def inzet_op(dag: date) -> QuerySet[Inzet, dict[str, str]]:
    """For a Subquery of casussen: the soort of the inzet on `dag`; none before the first."""
    begonnen = Inzet.objects.filter(casus=OuterRef("pk"), vanaf__lte=dag)
    return begonnen.order_by("-vanaf").values("soort")[:1]  # type: ignore[return-value]  # one column


def ondersteuningen_voor(wie: Kijker) -> QuerySet[Ondersteuning]:
    """What was written down of ondersteuningen, of casussen that `wie` sees whole."""
    return Ondersteuning.objects.filter(in_hele(wie))


def lopende_ondersteuningen(rijen: QuerySet[Ondersteuning], dag: date) -> QuerySet[Ondersteuning]:
    """Those of `rijen` whose inzet runs on `dag`."""
    loopt = Q(inzet__tot__isnull=True) | Q(inzet__tot__gte=dag)
    return rijen.filter(loopt, inzet__soort="ondersteuning", inzet__vanaf__lte=dag)
