# SPDX-License-Identifier: EUPL-1.2
"""Making, changing, ticking off and dropping an afspraak; each act writes the journaal."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from vangnet.casus.models import Casus
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import is_nieuw, sleutel_van
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import open_


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """What the house may change of an afspraak; organisatie_id: None is the house itself."""

    omschrijving: str
    organisatie_id: UUID | None
    domein: str
    uiterlijk_op: date
    gebruiker_id: UUID | None = None
    doel_id: UUID | None = None
    interventie: str | None = None

    def kolommen(self) -> dict[str, Any]:
        """The columns; nothing chosen is unknown."""
        return {**vars(self), "interventie": self.interventie or None}


@transaction.atomic
def afspraak_toevoegen(
    casus: Casus, inhoud: Inhoud, *, door: UUID, eenmalig: UUID | None = None
) -> UUID:
    """Make an afspraak today; gives its id. Raises VangnetFout for a day before today.

    eenmalig: the id of the form; the same form with the same content, sent again, gives the
    afspraak that there is.
    """
    if inhoud.uiterlijk_op < vandaag():
        raise VangnetFout("De uiterste dag ligt voor vandaag.")
    sleutel = sleutel_van(door, eenmalig, casus.pk, inhoud.kolommen())
    afspraak = Afspraak(
        id=sleutel,
        kenmerk=f"AF-{sleutel}",
        casus=casus,
        vastgesteld_op=vandaag(),
        **inhoud.kolommen(),
    )
    if is_nieuw(afspraak, casus=casus.pk):
        _leg_vast("afspraak.toegevoegd", afspraak, list(inhoud.kolommen()))
    return sleutel


@transaction.atomic
def afspraak_wijzigen(afspraak_id: UUID, inhoud: Inhoud, *, gelezen: int) -> None:
    """Change an afspraak that is open; gelezen: its `versie` when it was read.

    Raises NietToegestaan when it isn't there or open (any more), BotsendeVersie when it changed
    meanwhile, VangnetFout for a day before it was made.
    """
    afspraak = _open(afspraak_id)
    if afspraak.versie != gelezen:
        raise BotsendeVersie("Deze afspraak is intussen veranderd.")
    if inhoud.uiterlijk_op < afspraak.vastgesteld_op:
        raise VangnetFout("De uiterste dag ligt voor de dag van de afspraak.")
    nieuw = inhoud.kolommen()
    veranderd = [naam for naam, waarde in nieuw.items() if getattr(afspraak, naam) != waarde]
    if veranderd:
        Afspraak.objects.filter(pk=afspraak.pk).update(**nieuw)
        _leg_vast("afspraak.gewijzigd", afspraak, veranderd)


@transaction.atomic
def afspraak_laten_vervallen(afspraak_id: UUID, *, reden: str) -> None:
    """It is not needed any more, or can't be done; the reason stays with it."""
    afspraak = _open(afspraak_id)
    Afspraak.objects.filter(pk=afspraak.pk).update(vervallen_op=vandaag(), vervallen_reden=reden)
    _leg_vast("afspraak.vervallen", afspraak, ["vervallen_op", "vervallen_reden"])


@transaction.atomic
def afspraak_weer_nodig(afspraak_id: UUID) -> None:
    """Take back that it lapsed; without effect on one that is not lapsed."""
    afspraak = Afspraak.objects.select_for_update().filter(pk=afspraak_id).first()
    if afspraak is None:
        raise NietToegestaan("Dit kan niet.")
    if afspraak.vervallen_op:
        leeg = {"vervallen_op": None, "vervallen_reden": None}
        Afspraak.objects.filter(pk=afspraak.pk).update(**leeg)
        _leg_vast("afspraak.weer_open", afspraak, list(leeg))


def afspraak_afvinken(afspraak_id: UUID, *, gereed: bool) -> None:
    """Ready, or open again; the database decides who may. Raises NietToegestaan."""
    roep("plan.zet_gereed(%s, %s, %s)", afspraak_id, gereed)


def plan_vaststellen(casus_id: UUID) -> UUID:
    """Freeze the afspraken of a casus as a version of its plan; gives the version.

    The database decides who may, and which nadruk it has. Raises NietToegestaan, also when there is
    no afspraak.
    """
    return UUID(roep("plan.stel_vast(%s, %s)", casus_id))


def plan_ondertekenen(
    plan_id: UUID,
    *,
    op: date,
    van: UUID | None = None,
    versie: UUID | None = None,
    reden: str = "",
) -> None:
    """A hoofdbetrokkene signed this version on this day.

    The first signature of a plan begins three years of following. van: the betrokkenheid of who
    signed; without one it is the only hoofdbetrokkene. versie: without one it is the last of that
    day. Another day or version than what was recorded is a correction, with its reason. The
    database decides who may; raises NietToegestaan, also for a day before the plan or the version,
    or after today, and without `van` where more can sign.
    """
    roep("plan.onderteken(%s, %s, %s, %s, %s, %s)", plan_id, van, versie, op, reden)


def _open(afspraak_id: UUID) -> Afspraak:
    afspraak = open_(Afspraak.objects.select_for_update()).filter(pk=afspraak_id).first()
    if afspraak is None:
        raise NietToegestaan("Dit kan niet.")
    return afspraak


def _leg_vast(handeling: str, afspraak: Afspraak, velden: list[str]) -> None:
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="afspraak",
            object=afspraak.pk,
            casus=afspraak.casus_id,
            velden=velden,
            onderwerpen=[("casus", afspraak.casus_id)],
        )
    )
