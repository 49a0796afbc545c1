# SPDX-License-Identifier: EUPL-1.2
"""Planning an overleg, its agenda, and what is written on the day; each act writes the journaal.

What names people on a casus is decided by definer functions in sql/, which raise NietToegestaan for
what may not be done and for what isn't there.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from django.db import transaction

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import is_nieuw, sleutel_van
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.overleg.mails import mails_klaarzetten
from vangnet.overleg.models import Agendapunt, Genodigde, Overleg, Verslag
from vangnet.overleg.querysets import ZONDER_NAAM, doet_mee_op
from vangnet.plan.services import Inhoud, afspraak_afvinken, afspraak_toevoegen


@dataclass(frozen=True, kw_only=True)
class Nieuw:
    """When and where an overleg is, and of which kind.

    titel and plaats are read by whoever comes for any point: never a name.
    """

    datum: date
    soort: str
    aanvang: time | None = None
    titel: str = ""
    plaats: str = ""


@transaction.atomic
def overleg_plannen(
    nieuw: Nieuw, casussen: Iterable[UUID], *, door: UUID, eenmalig: UUID | None = None
) -> UUID:
    """Plan an overleg with these casussen on its agenda; gives its id. Raises VangnetFout.

    eenmalig: the id of the form; the same form with the same content, sent again, gives the overleg
    that there is.
    """
    casussen = list(casussen)
    if nieuw.datum < vandaag():
        raise VangnetFout("De dag van het overleg is al voorbij.")
    sleutel = sleutel_van(door, eenmalig, vars(nieuw), casussen)
    overleg = Overleg(
        id=sleutel,
        kenmerk=f"OV-{sleutel}",
        datum=nieuw.datum,
        aanvang=nieuw.aanvang,
        soort=nieuw.soort,
        titel=nieuw.titel or None,
        plaats=nieuw.plaats or None,
    )
    if is_nieuw(overleg):
        velden = [naam for naam, waarde in vars(nieuw).items() if waarde]
        leg_vast(
            Act(handeling="overleg.gepland", object_soort="overleg", object=sleutel, velden=velden)
        )
        for casus in casussen:
            op_agenda_zetten(sleutel, casus)
    return sleutel


@transaction.atomic
def overleg_wijzigen(
    overleg: UUID,
    *,
    gelezen: int,
    datum: date,
    aanvang: time | None,
    titel: str = "",
    plaats: str = "",
) -> None:
    """Another day, time, title or place; gelezen: its `versie` when it was read.

    Raises NietToegestaan when it isn't theirs to plan or was held, BotsendeVersie when it changed
    meanwhile.
    """
    antwoord = roep(
        "overleg.wijzig(%s, %s, %s, %s, %s, %s, %s)",
        overleg,
        gelezen,
        datum,
        aanvang,
        titel,
        plaats,
    )
    if antwoord != "true":
        raise BotsendeVersie("Dit overleg is intussen veranderd.")
    mails_klaarzetten(overleg)


@transaction.atomic
def overleg_afgelasten(overleg: UUID, *, af: bool) -> None:
    """It doesn't take place, or does after all; the database decides who may."""
    roep("overleg.gelast_af(%s, %s, %s)", overleg, af)
    mails_klaarzetten(overleg)


@transaction.atomic
def genodigde_weglaten(genodigde: UUID, *, weg: bool) -> UUID:
    """Don't ask somebody for a point, or ask them after all; gives the point."""
    punt = UUID(roep("overleg.laat_weg(%s, %s, %s)", genodigde, weg))
    mails_klaarzetten(Agendapunt.objects.get(pk=punt).overleg_id)
    return punt


@transaction.atomic
def op_agenda_zetten(overleg: UUID, casus: UUID) -> UUID:
    """Put a casus on the agenda and ask who takes part in it to come; gives the point.

    A casus that is on it stays; who takes part since then is asked too.
    """
    punt = UUID(roep("overleg.zet_op_agenda(%s, %s, %s)", overleg, casus))
    mails_klaarzetten(overleg)
    return punt


@transaction.atomic
def van_agenda_halen(punt: UUID, *, plekken: Sequence[str] = ()) -> UUID:
    """Take a point off on which nothing was written; gives the overleg.

    plekken: where colleagues would keep what they type on it; one who does, keeps it there. Raises
    NietToegestaan.
    """
    overleg = UUID(roep("overleg.haal_van_agenda(%s, %s::text[], %s)", punt, list(plekken)))
    mails_klaarzetten(overleg)
    return overleg


def rol_en_uitnodigingen_overdragen(rol: UUID, *, aan: UUID, tot: date | None) -> None:
    """Hand a rol to a colleague, who is asked too for the overleggen on the days that they have it.

    Who had it, is asked for those no more. Raises NietToegestaan.
    """
    roep("overleg.draag_rol_over(%s, %s, %s, %s)", rol, aan, tot)


def derde_noemen(punt: UUID, naam: str, *, geheimhouding_op: date) -> None:
    """Ask a third party to come for a point, who signed for secrecy on that day."""
    roep("overleg.noem_derde(%s, %s, %s, %s)", punt, naam, geheimhouding_op)


def verslag_vaststellen(punt: UUID) -> None:
    """Nobody changes the verslag of a point after this, and its partners read it."""
    roep("overleg.stel_verslag_vast(%s, %s)", punt)


@transaction.atomic
def verslagen_vaststellen(punten: Sequence[UUID]) -> None:
    """The same for the points of a whole overleg, in their order: all or none."""
    for punt in punten:
        verslag_vaststellen(punt)


@transaction.atomic
def iedereen_aanwezig(overleg: UUID, punten: Sequence[Agendapunt], *, dag: date) -> None:
    """Whoever was asked for these points is there; who was marked already stays as they were.

    dag: of the overleg. Not who takes no part in its casus that day, nor an organisation with
    nobody by name: whether somebody came for it, has to be seen.
    """
    gevraagd = Genodigde.objects.filter(
        doet_mee_op(dag),
        agendapunt__in=[punt.pk for punt in punten],
        aanwezig__isnull=True,
        weggelaten_op__isnull=True,
    ).exclude(ZONDER_NAAM)
    gevraagd.update(aanwezig=True)
    leg_vast(
        Act(
            handeling="overleg.iedereen_aanwezig",
            object_soort="overleg",
            object=overleg,
            velden=["aanwezig"],
            onderwerpen=[("casus", punt.casus_id) for punt in punten],
        )
    )


@dataclass(frozen=True, kw_only=True)
class Besproken:
    """What was written on one point.

    gelezen: the `versie` of the verslag when it was read; genodigd: who stood on the form,
    each with the `versie` read; aanwezig: who of them was there; functies: by those with nobody by
    name, who came; gereed: the afspraken that are ready; afspraken: the new ones.
    """

    gelezen: int
    tekst: str
    besluit: str
    genodigd: Mapping[UUID, int] = field(default_factory=dict)
    aanwezig: AbstractSet[UUID] = frozenset()
    functies: Mapping[UUID, str] = field(default_factory=dict)
    gereed: Sequence[UUID] = ()
    afspraken: Sequence[Inhoud] = ()


@transaction.atomic
def punt_bespreken(
    verslag_id: UUID,
    besproken: Besproken,
    *,
    door: UUID,
    eenmalig: UUID | None = None,
    vaststellen: bool = False,
) -> None:
    """Write what was said, who was there, what is ready and what was agreed: all or nothing.

    eenmalig: the id of the form; vaststellen: nobody changes it from here on. Raises NietToegestaan
    when it isn't theirs to write (any more), BotsendeVersie when the verslag changed meanwhile.
    """
    verslag = _te_schrijven(verslag_id, besproken)
    _schrijf(verslag, besproken)
    for een in besproken.gereed:
        afspraak_afvinken(een, gereed=True)
    for inhoud in besproken.afspraken:
        afspraak_toevoegen(verslag.casus, inhoud, door=door, eenmalig=eenmalig)
    if vaststellen:
        verslag_vaststellen(verslag.agendapunt_id)


def _te_schrijven(verslag_id: UUID, gelezen: Besproken) -> Verslag:
    """The verslag, kept as it is after its casus: the other order waits for ever."""
    roep("overleg.begin_verslag(%s, %s)", verslag_id)
    open_ = Verslag.objects.select_for_update(of=("self",)).filter(vastgesteld_op__isnull=True)
    verslag = open_.select_related("casus").filter(pk=verslag_id).first()
    if verslag is None:
        raise NietToegestaan("Dit kan niet.")
    genodigden = Genodigde.objects.filter(agendapunt=verslag.agendapunt_id)
    nu = dict(genodigden.values_list("pk", "versie"))
    anders = any(nu.get(een, versie) != versie for een, versie in gelezen.genodigd.items())
    if verslag.versie != gelezen.gelezen or anders:
        raise BotsendeVersie("Dit verslag is intussen veranderd.")
    return verslag


def _schrijf(verslag: Verslag, besproken: Besproken) -> None:
    nieuw = {"tekst": besproken.tekst or None, "besluit": besproken.besluit or None}
    veranderd = [naam for naam, waarde in nieuw.items() if getattr(verslag, naam) != waarde]
    if veranderd:
        Verslag.objects.filter(pk=verslag.pk).update(**nieuw)
    if _zet_aanwezig(verslag, besproken):
        veranderd.append("aanwezig")
    leg_vast(
        Act(
            handeling="verslag.opgeslagen",
            object_soort="verslag",
            object=verslag.pk,
            casus=verslag.casus_id,
            velden=veranderd,
            onderwerpen=[("casus", verslag.casus_id)],
        )
    )


def _zet_aanwezig(verslag: Verslag, besproken: Besproken) -> bool:
    """Write who was there, of who stood on the form; whether that is something new."""
    genodigden = Genodigde.objects.filter(agendapunt=verslag.agendapunt_id)
    er_wel = genodigden.filter(pk__in=besproken.aanwezig)
    er_niet = genodigden.filter(pk__in=besproken.genodigd.keys() - besproken.aanwezig)
    anders = er_wel.exclude(aanwezig=True).update(aanwezig=True)
    anders += er_niet.exclude(aanwezig=False).update(aanwezig=False)
    zonder_naam = genodigden.filter(ZONDER_NAAM)
    for een, functie in besproken.functies.items():
        nu = functie if functie and een in besproken.aanwezig else None
        anders += zonder_naam.filter(pk=een).exclude(functie=nu).update(functie=nu)
    return anders > 0
