# SPDX-License-Identifier: EUPL-1.2
"""Trajectbegeleiding: who does it, and the contacts within it.

To assign and to stop are calls of definer functions, which decide who may and write the journaal;
each raises NietToegestaan. A contact is a row of its author, under the policies.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.utils.timezone import localdate

from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import huisrollen, in_hele
from vangnet.casus.regels import TERUG_BINNEN, RolSoort
from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.beurt import wacht_op_beurt
from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import is_nieuw, sleutel_van
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import HUISTIJD, begin_van, nu, vandaag
from vangnet.toegang.kijker import Kijker, een_van
from vangnet.voortgang.models import Contactmoment, Trajectbegeleiding
from vangnet.voortgang.querysets import STAAT, contacten_voor
from vangnet.voortgang.regels import Uitkomst

# So long after an appointment who made it may take back what came of it.
HERSTELBAAR = timedelta(days=7)


def traject_toewijzen(casus: UUID, *, aan: UUID) -> None:
    """Let a trajectbegeleider of the house begin today; only while the inzet is procesregie."""
    roep("voortgang.wijs_traject_toe(%s, %s, %s)", casus, aan)


def traject_stoppen(casus: UUID, *, reden: str) -> None:
    """Stop the traject that runs, today; who did it has no place on the casus any more."""
    roep("voortgang.stop_traject(%s, %s, %s, %s)", casus, reden, False)


@transaction.atomic
def naar_ondersteuning(casus: UUID, *, reden: str) -> None:
    """Stop the traject that runs and go to ondersteuning: yesterday was the last day of both."""
    roep("voortgang.stop_traject(%s, %s, %s, %s)", casus, reden, True)
    inzet_wisselen(casus, naar="ondersteuning")


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A contact as its author writes it; organisatie: empty for the person concerned."""

    moment: datetime
    plek: str = ""
    organisatie: UUID | None = None
    uitkomst: Uitkomst | None = None


@transaction.atomic
def contact_vastleggen(
    casus: Casus, contact: Contact, *, door: UUID, eenmalig: UUID | None = None
) -> UUID:
    """Write a contact that was, or an appointment that is to come; gives its id.

    eenmalig: the id of the form; the same form with the same content gives the one that there is.
    """
    inhoud = vars(contact)
    sleutel = sleutel_van(door, eenmalig, casus.pk, "contact", inhoud)
    rij = Contactmoment(
        id=sleutel,
        casus=casus,
        door_id=door,
        moment=contact.moment,
        plek=contact.plek or None,
        organisatie_id=contact.organisatie,
        uitkomst=contact.uitkomst,
        eerste_verwerking=vandaag(),
    )
    if is_nieuw(rij, casus=casus.pk):
        _leg_vast("contact.vastgelegd", rij, ["moment", "plek", "organisatie", "uitkomst"])
    return sleutel


@transaction.atomic
def afspraak_maken(casus: Casus, contact: Contact, *, door: UUID, eenmalig: UUID) -> UUID:
    """An appointment that is to come, as contact_vastleggen; gives its id.

    Raises VangnetFout when `door` has one at that moment, of another form.
    """
    sleutel = sleutel_van(door, eenmalig, casus.pk, "contact", vars(contact))
    _eis_eerste(sleutel, casus.pk, contact.moment, door)
    return contact_vastleggen(casus, contact, door=door, eenmalig=eenmalig)


def _eis_eerste(sleutel: UUID, casus: UUID, moment: datetime, door: UUID) -> None:
    """Until this transaction ends nobody else is the first. Raises VangnetFout."""
    wacht_op_beurt(f"contact {casus} {door}")
    eigen = Contactmoment.objects.filter(STAAT, casus=casus, door=door, uitkomst__isnull=True)
    if eigen.filter(moment=moment).exclude(pk=sleutel).exists():
        raise VangnetFout("Deze afspraak staat er al.")


class NogNietGeweest(VangnetFout):
    """Its day has to come before anybody knows what came of it (sql/niet_vooraf.sql)."""


def komt_nog(een: Contactmoment) -> bool:
    """Whether the day of an appointment has still to come: then it can only be off."""
    return localdate(een.moment, HUISTIJD) > vandaag()


@transaction.atomic
def contact_afronden(contact: UUID, uitkomst: Uitkomst, *, door: UUID) -> UUID:
    """Say what came of one's own appointment, also to correct it; gives the casus.

    Raises NietToegestaan, also when it was taken away, and NogNietGeweest.
    """
    rij = _eigen(contact, door, mits=lambda een: een.weggehaald_op is None)
    if uitkomst is not Uitkomst.AFGEZEGD and komt_nog(rij):
        raise NogNietGeweest("Deze afspraak komt nog.")
    return _zet(rij, "contact.gewijzigd", "uitkomst", uitkomst)


@transaction.atomic
def contact_weer_open(contact: UUID, *, door: UUID) -> UUID:
    """Take back what came of one's own appointment, within a week of it; gives the casus.

    A call to a partner was no appointment. Raises NietToegestaan, also when it was taken away, and
    VangnetFout when it was made again meanwhile.
    """
    rij = _eigen(contact, door, mits=is_te_heropenen)
    _eis_eerste(rij.pk, rij.casus_id, rij.moment, door)
    return _zet(rij, "contact.weer_open", "uitkomst", None)


@transaction.atomic
def contact_weghalen(contact: UUID, *, door: UUID) -> UUID:
    """Take away what one wrote by mistake (is_weg_te_halen); gives the casus.

    A second time changes nothing. Raises NietToegestaan.
    """
    rij = _eigen(contact, door, mits=lambda een: een.weggehaald_op or is_weg_te_halen(een))
    return _zet(rij, "contact.weggehaald", "weggehaald_op", rij.weggehaald_op or nu())


@transaction.atomic
def contact_terugzetten(contact: UUID, *, door: UUID) -> UUID:
    """Put back what one took away, within TERUG_BINNEN; gives the casus.

    A second time changes nothing. Raises NietToegestaan, and VangnetFout for an appointment that
    was made again meanwhile.
    """
    grens = nu() - TERUG_BINNEN
    rij = _eigen(contact, door, mits=lambda een: (een.weggehaald_op or nu()) >= grens)
    # A call to a partner, or one with an outcome, stands in the way of no appointment.
    if rij.uitkomst is None:
        _eis_eerste(rij.pk, rij.casus_id, rij.moment, door)
    return _zet(rij, "contact.teruggezet", "weggehaald_op", None)


def is_te_heropenen(een: Contactmoment) -> bool:
    """Whether who made it may take back what came of it: an appointment of the last week."""
    kort_geleden = een.moment >= nu() - HERSTELBAAR
    return kort_geleden and een.organisatie_id is None and een.weggehaald_op is None


def is_weg_te_halen(een: Contactmoment) -> bool:
    """Whether who made it may take it away: an appointment to come, or a call of the last week.

    An appointment that is over has an outcome, also when nobody came.
    """
    if een.organisatie_id:
        return een.moment >= nu() - HERSTELBAAR
    return een.uitkomst is None and een.moment > nu()


def _eigen(contact: UUID, door: UUID, *, mits: Callable[[Contactmoment], object]) -> Contactmoment:
    """One's own contact, held until the end of the transaction. Raises NietToegestaan."""
    rij = Contactmoment.objects.select_for_update().filter(pk=contact, door=door).first()
    if rij is None or not mits(rij):
        raise NietToegestaan("Dit kan niet.")
    return rij


def _zet(rij: Contactmoment, handeling: str, veld: str, waarde: object) -> UUID:
    if not Contactmoment.objects.filter(pk=rij.pk).update(**{veld: waarde}):
        raise NietToegestaan("Dit kan niet.")
    if getattr(rij, veld) != waarde:
        _leg_vast(handeling, rij, [veld])
    return rij.casus_id


def _leg_vast(handeling: str, rij: Contactmoment, velden: list[str]) -> None:
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="contact",
            object=rij.pk,
            casus=rij.casus_id,
            velden=velden,
            onderwerpen=[("casus", rij.casus_id)],
        )
    )


def mijn_trajecten(wie: Kijker) -> QuerySet[Casus]:
    """The casussen on which `wie` is named as trajectbegeleider today."""
    eigen = huisrollen(wie).filter(rol=RolSoort.TRAJECTBEGELEIDER)
    return Casus.objects.filter(een_van("pk", eigen.values("casus")))


def onderweg(wie: Kijker) -> Sequence[Any]:
    """The same with who it is about: the first appointment first, then who was met longest ago.

    straks: the own one; one that the house took over is for who did (losse.py).
    """
    eigen = Contactmoment.objects.filter(STAAT, casus=OuterRef("pk")).order_by().values("casus")
    open_ = eigen.filter(uitkomst__isnull=True, door=wie.gebruiker)
    straks = open_.annotate(een=Min("moment")).values("een")
    laatst = eigen.filter(uitkomst=Uitkomst.GESPROKEN).annotate(een=Max("moment")).values("een")
    rijen = mijn_trajecten(wie).select_related("hoofdbetrokkene")
    return list(
        rijen.annotate(straks=Subquery(straks), laatst=Subquery(laatst)).order_by(
            "straks", "laatst", "kenmerk"
        )
    )


def contacten_van(casus: UUID, *, wie: Kijker) -> Sequence[Contactmoment]:
    """The contacts of a casus, newest first."""
    return list(_op_volgorde(contacten_voor(wie).filter(casus=casus)))


def contacten_en_losse(casus: UUID, *, wie: Kijker) -> Sequence[tuple[Contactmoment, bool]]:
    """The same, each with whether `wie`, of the house, may arrange it (losse.py); one query."""
    los = RawSQL("SELECT contact FROM voortgang.losse_afspraken(%s)", [casus])
    is_los = Q(pk__in=los if wie.is_huis else ())
    gezien: QuerySet[Any] = contacten_voor(wie).filter(casus=casus)
    gezien = gezien.annotate(is_los=ExpressionWrapper(is_los, output_field=BooleanField()))
    return [(een, een.is_los) for een in _op_volgorde(gezien)]


def _op_volgorde(gezien: QuerySet[Any]) -> QuerySet[Any]:
    met_namen = gezien.select_related("door", "organisatie").defer("door__password")
    return met_namen.order_by("-moment", "pk")


def weggehaalde_contacten(casus: UUID, *, wie: Kijker) -> Sequence[Contactmoment]:
    """What `wie` took away of a casus and may still put back, the last one first."""
    kort_weg = Contactmoment.objects.filter(in_hele(wie), weggehaald_op__gte=nu() - TERUG_BINNEN)
    eigen = kort_weg.filter(casus=casus, door=wie.gebruiker).select_related("organisatie")
    return list(eigen.order_by("-weggehaald_op", "pk"))


def is_weggehaald(contact: UUID, *, casus: UUID, wie: Kijker) -> bool:
    """Whether it is an appointment of this casus that `wie` made and took away, whenever."""
    eigen = Contactmoment.objects.filter(in_hele(wie), casus=casus, door=wie.gebruiker)
    afspraak = eigen.filter(pk=contact, organisatie__isnull=True)
    return afspraak.filter(weggehaald_op__isnull=False).exists()


def komende_contacten(wie: Kijker) -> Sequence[Contactmoment]:
    """The appointments of `wie` of which nothing is known yet, the first one first."""
    eigen = contacten_voor(wie).filter(door=wie.gebruiker, uitkomst__isnull=True)
    return list(eigen.select_related("casus").order_by("moment", "pk"))


@dataclass(frozen=True)
class Traject:
    """The traject that runs on a day, with who does it: their names, by rol.

    gestopt_op: that day, when it is the last one and there is nothing left to stop.
    """

    vanaf: date
    gestopt_op: date | None
    begeleiders: Sequence[str]


def traject_van(
    casus: UUID, *, wie: Kijker, dag: date, met_keuze: bool
) -> tuple[Traject | None, Sequence[Mapping[str, str]]]:
    """The traject of a casus that `wie` sees whole; None when none runs. One query.

    met_keuze: with whom one can assign, as toe_te_wijzen says: pk and naam of each.
    """
    loopt = Q(tot__isnull=True) | Q(tot__gte=dag)
    lopend = Trajectbegeleiding.objects.filter(in_hele(wie), loopt, casus=OuterRef("pk"))
    lopend = lopend.filter(vanaf__lte=dag).order_by("-vanaf")
    rollen = CasusRol.objects.filter(
        loopt,
        casus=OuterRef("pk"),
        rol=RolSoort.TRAJECTBEGELEIDER,
        beeindigd_op__isnull=True,
        gebruiker__isnull=False,
    )
    keuze = _toe_te_wijzen(casus).values(een=JSONObject(pk="pk", naam="naam"))
    rij: Any = Casus.objects.values(
        traject=Subquery(lopend.values(een=JSONObject(vanaf="vanaf", tot="tot"))[:1]),
        namen=ArraySubquery(rollen.order_by("vanaf", "pk").values("gebruiker__naam")),
        **({"keuze": ArraySubquery(keuze)} if met_keuze else {}),
    ).get(pk=casus)
    return _traject(rij["traject"], rij["namen"], dag), rij.get("keuze", ())


def _traject(
    rij: Mapping[str, str | None] | None, namen: Sequence[str], dag: date
) -> Traject | None:
    if rij is None or rij["vanaf"] is None:
        return None
    return Traject(date.fromisoformat(rij["vanaf"]), dag if rij["tot"] == str(dag) else None, namen)


def loopt_traject(casus: UUID, *, dag: date) -> bool:
    """Whether a traject runs that does not stop on `dag`, as far as the asker sees."""
    lopend = Trajectbegeleiding.objects.filter(casus=casus, vanaf__lte=dag)
    return lopend.filter(Q(tot__isnull=True) | Q(tot__gt=dag)).exists()


def begeleiding_stopte(casus: UUID, *, dag: date) -> bool:
    """Whether somebody stopped going along on `dag`, by hand, as far as the asker sees."""
    eigen = CasusRol.objects.filter(casus=casus, rol=RolSoort.TRAJECTBEGELEIDER)
    tot = begin_van(dag + timedelta(days=1))
    return eigen.filter(beeindigd_op__gte=begin_van(dag), beeindigd_op__lt=tot).exists()


def toe_te_wijzen(casus: UUID) -> Sequence[Gebruiker]:
    """The trajectbegeleiders of the house who are not on this casus yet, for a procesregisseur."""
    return list(_toe_te_wijzen(casus))


def _toe_te_wijzen(casus: UUID) -> QuerySet[Gebruiker]:
    wie = RawSQL("SELECT gebruiker FROM voortgang.toe_te_wijzen(%s)", [casus])
    return Gebruiker.objects.filter(pk__in=wie).order_by("naam")
