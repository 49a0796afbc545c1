# SPDX-License-Identifier: EUPL-1.2
"""Sentences over closings, and whose handovers, decisions and nazorg."""

from datetime import date, timedelta

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, When
from django.db.models.expressions import RawSQL

from vangnet.afsluiting.models import Afsluiting, Besluit, Heropenvraag, Nazorg, Overdracht
from vangnet.afsluiting.regels import Antwoord, Besluitsoort
from vangnet.casus.kenmerk import kan_zijn
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import (
    huiswerk,
    in_die_als_partner,
    in_eigen,
    in_hele,
    loopt_voor,
)
from vangnet.casus.regels import RolSoort
from vangnet.plan.models import Plan
from vangnet.plan.querysets import is_gevolgd_na, staat_los
from vangnet.toegang.kijker import Kijker, een_van
from vangnet.toegang.regels import Recht

# So long an answer to a handover stays on Mijn werk, unless the casus closes first.
_ANTWOORD_BLIJFT = timedelta(days=14)
# The open handovers that were asked of a colleague who takes part no more, and fall to the asker.
_GEVALLEN = RawSQL("ARRAY(SELECT afsluiting.mijn_gevallen_overdrachten())", ())


def in_kracht_op(dag: date) -> Q:
    """Closings in force on `dag`: closed before it and not reopened by then (kerncijfers.md 3)."""
    return Q(afgesloten_op__lt=dag) & (Q(heropend_op__isnull=True) | Q(heropend_op__gt=dag))


def sluiting_op(dag: date) -> QuerySet[Afsluiting, dict[str, date]]:
    """For a Subquery of casussen: the last open day of what is closed on `dag`, else none."""
    in_kracht = Afsluiting.objects.filter(in_kracht_op(dag), casus=OuterRef("pk"))
    return in_kracht.order_by("-afgesloten_op").values("afgesloten_op")[:1]  # type: ignore[return-value]  # one column


def overdrachten_voor(wie: Kijker) -> QuerySet[Overdracht]:
    """The handovers of what `wie` sees as a whole, and those that wait for them or did.

    The same sentence stands as policy in migration 0020.
    """
    zichtbaar = in_hele(wie)
    if wie.is_partner:
        zichtbaar |= in_die_als_partner(wie) & _aan(wie)
    return Overdracht.objects.filter(zichtbaar)


def _aan(wie: Kijker) -> Q:
    """Asked of `wie`, or of a colleague who takes part no more: as an afspraak by name falls."""
    aan_mij = Q(gebruiker=wie.gebruiker)
    return aan_mij | een_van("pk", _GEVALLEN) if wie.is_partner else aan_mij


def met_stand(overdrachten: QuerySet[Overdracht], wie: Kijker) -> QuerySet[Overdracht]:
    """The same with whether who was asked still takes part, and whether `wie` answers."""
    # Both are declared on the model too.
    return overdrachten.annotate(  # type: ignore[no-redef]
        staat_los=Case(When(staat_los(), then=True), default=False, output_field=BooleanField()),
        is_aan_mij=Case(When(_aan(wie), then=True), default=False, output_field=BooleanField()),
    )


def besluiten_voor(wie: Kijker) -> QuerySet[Besluit]:
    """The decisions about what `wie` sees as a whole."""
    return Besluit.objects.filter(in_hele(wie))


def te_controleren(wie: Kijker) -> QuerySet[Besluit]:
    """Closings that wait for a second regisseur, of what `wie` works on; not their own."""
    return _voorstellen(wie).filter(akkoord__isnull=True).exclude(door=wie.gebruiker)


def teruggegeven(wie: Kijker) -> QuerySet[Besluit]:
    """Closings of `wie` that the second regisseur gave back, and after which came no other."""
    later = Besluit.objects.filter(
        casus=OuterRef("casus"),
        soort=OuterRef("soort"),
        aangemaakt_op__gt=OuterRef("aangemaakt_op"),
    )
    terug = _voorstellen(wie).filter(akkoord=False, door=wie.gebruiker)
    return terug.exclude(controleur=wie.gebruiker).exclude(Exists(later))


def _voorstellen(wie: Kijker) -> QuerySet[Besluit]:
    if not wie.mag(Recht.AFSLUITEN):
        return Besluit.objects.none()
    return Besluit.objects.filter(
        huiswerk(wie), soort=str(Besluitsoort.SLUITEN), casus__gesloten=False
    )


def overdrachten_aan_mij(wie: Kijker) -> QuerySet[Overdracht]:
    """The handovers that wait for the answer of `wie` themselves."""
    gevraagd = overdrachten_voor(wie).filter(_aan(wie))
    return gevraagd.filter(antwoord__isnull=True, casus__gesloten=False)


def beantwoorde_overdrachten(wie: Kijker, dag: date) -> QuerySet[Overdracht]:
    """Accepted or refused of late: what `wie` asked, or of the casussen that name them."""
    van_mij = Q(aangeboden_door=wie.gebruiker) & huiswerk(wie)
    van_mij |= in_eigen(wie)
    beantwoord = Overdracht.objects.filter(
        van_mij,
        antwoord__in=[str(Antwoord.AANVAARD), str(Antwoord.GEWEIGERD)],
        beantwoord_op__gte=dag - _ANTWOORD_BLIJFT,
        casus__gesloten=False,
    ).exclude(beantwoord_door=wie.gebruiker)
    # With that yes the casus was closed once; reopened, it asks for nothing any more.
    gesloten = Besluit.objects.filter(overdracht=OuterRef("pk"), akkoord=True)
    beantwoord = beantwoord.exclude(Exists(gesloten))
    return beantwoord.exclude(Q(antwoord=str(Antwoord.GEWEIGERD)), Exists(_verder_gevraagd()))


def _verder_gevraagd() -> QuerySet[Overdracht]:
    """For an Exists of refused handovers: one asked after that no, which waits or was accepted.

    Of a no only the day is known: on that day itself it is one that was asked after the refused.
    """
    anders = Q(antwoord__isnull=True) | Q(antwoord=str(Antwoord.AANVAARD))
    daarna = Q(aangeboden_op__gt=OuterRef("beantwoord_op")) | Q(
        aangeboden_op=OuterRef("beantwoord_op"), aangemaakt_op__gt=OuterRef("aangemaakt_op")
    )
    return Overdracht.objects.filter(anders, daarna, casus=OuterRef("casus"))


def gesprekken(wie: Kijker, dag: date) -> QuerySet[Overdracht]:
    """The talks from `dag` on of warm handovers that were accepted, of who hands over and gets."""
    mij = Q(gebruiker=wie.gebruiker) | Q(aangeboden_door=wie.gebruiker) | in_eigen(wie)
    return overdrachten_voor(wie).filter(
        mij,
        warm=True,
        gesprek_op__gte=dag,
        antwoord=str(Antwoord.AANVAARD),
        casus__gesloten=False,
    )


def nazorg_voor(wie: Kijker) -> QuerySet[Nazorg]:
    """The questions of the house; of a casus that was beperkt only who closed it."""
    if not wie.is_huis:
        return Nazorg.objects.none()
    eigen = Q(door=wie.gebruiker) | Q(controleur=wie.gebruiker)
    return Nazorg.objects.filter(Q(beperkt=False) | eigen)


def heropenvragen_voor(wie: Kijker) -> QuerySet[Heropenvraag]:
    """The questions to reopen, for the house; of a casus that is beperkt only a regisseur on it.

    Not one's own: what becomes of that tells whether there is a casus that is beperkt. The same
    sentence stands in `sql/kort_kenmerk.sql`, which knows two accounts of one human too.
    """
    if not wie.is_huis:
        return Heropenvraag.objects.none()
    verborgen = Casus.objects.filter(kan_zijn(OuterRef("kenmerk")), beperkt=True)
    if wie.mag(Recht.AFSLUITEN):
        genoemd = CasusRol.objects.filter(loopt_voor(wie)).exclude(rol=RolSoort.DEELNEMER)
        verborgen = verborgen.exclude(een_van("pk", genoemd.values("casus")))
    return Heropenvraag.objects.filter(~Exists(verborgen)).exclude(gevraagd_door=wie.gebruiker)


def heropenvragen_wachtend(wie: Kijker) -> QuerySet[Heropenvraag]:
    """Those that `wie` can handle as a regisseur, and nobody handled."""
    if not wie.mag(Recht.AFSLUITEN):
        return Heropenvraag.objects.none()
    return heropenvragen_voor(wie).filter(behandeld_op__isnull=True)


def in_volgfase(wie: Kijker, *, dag: date) -> QuerySet[Plan]:
    """Signed plans that are followed after `dag`, of casussen that are open (kerncijfers.md 4)."""
    return Plan.objects.filter(in_hele(wie), is_gevolgd_na(dag), casus__gesloten=False)
