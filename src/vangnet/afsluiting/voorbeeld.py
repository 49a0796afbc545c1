# SPDX-License-Identifier: EUPL-1.2
"""Handovers, a proposal to close, a plan that is followed and check-backs of a demo: all made up.

Runs under the owner role, after `plan.voorbeeld`. It closes nothing that a figure counts.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from vangnet.afsluiting.models import (
    Afsluiting,
    Besluit,
    Besluitstem,
    Heropenvraag,
    Nazorg,
    Overdracht,
)
from vangnet.afsluiting.regels import Antwoord, Besluitsoort, Wijze, na_volgjaren, nazorg_op
from vangnet.casus.models import Betrokkenheid, Casus, CasusRol, Inzet
from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.overleg.models import Verslag
from vangnet.plan.models import Afspraak, Doel, Handtekening, Plan, PlanVersie
from vangnet.plan.selectors import HOOFD
from vangnet.voortgang.querysets import lopende_opschalingen

_NAZORG = 3


@transaction.atomic
def demo_afsluiten() -> None:
    """Let the demo hand over, propose to close, follow and ask after. Once; only in a demo."""
    mensen = {een.naam: een for een in Gebruiker.objects.filter(is_demo=True)}
    amira, wytske = mensen.get("Amira Terpstra"), mensen.get("Wytske Vellinga")
    if not het_huis().demo or Overdracht.objects.exists() or not (amira and wytske):
        return
    zaken = _zaken_van(amira)
    for casus in zaken[:1]:
        _vraag_bram(casus, wytske)
    for casus in zaken[1:2]:
        _eerst_nee_dan_ja(casus, wytske)
    _volg(zaken[2:3])
    eigen = [een.pk for een in zaken]
    _stel_voor([*eigen, *_laat_samen_tekenen(eigen)], wytske)
    _laat_vragen(amira, wytske)
    _vraag_te_heropenen(mensen.get("Tjitske Brouwer"))


def _vraag_te_heropenen(wie: Gebruiker | None) -> None:
    """A former client called the trajectbegeleider; the casus is one that was closed."""
    casus = Casus.objects.filter(gesloten=True).order_by("-kenmerk").first()
    if casus and wie:
        dag = vandaag() - timedelta(days=1)
        Heropenvraag.objects.create(
            kenmerk=casus.kenmerk, gevraagd_door=wie, gevraagd_op=dag, eerste_verwerking=dag
        )


def _zaken_van(regisseur: Gebruiker) -> list[Casus]:
    """The open casussen with the demo partner, newest first."""
    genoemd = CasusRol.objects.filter(gebruiker=regisseur.pk).values("casus")
    return list(Casus.objects.filter(pk__in=genoemd, gesloten=False).order_by("-kenmerk"))


def _vraag(
    casus: Casus, organisatie: Organisatie, functie: str, door: Gebruiker, *, dagen: int
) -> Overdracht:
    dag = vandaag() - timedelta(days=dagen)
    return Overdracht(
        casus=casus,
        organisatie=organisatie,
        soort=organisatie.soort if organisatie.soort in _SOORTEN else "anders",
        functie=functie,
        warm=True,
        aangeboden_op=dag,
        aangeboden_door=door,
        eerste_verwerking=dag,
    )


_SOORTEN = {"gemeente", "ggz", "verslavingszorg", "reclassering", "wijk_of_gebiedsteam"}


def _vraag_bram(casus: Casus, door: Gebruiker) -> None:
    """One that waits for its receiver, who has an account."""
    rol = CasusRol.objects.filter(
        casus=casus, gebruiker__is_demo=True, organisatie__isnull=False
    ).select_related("organisatie")
    if (eerste := rol.first()) and eerste.organisatie:
        wacht = _vraag(casus, eerste.organisatie, "casemanager", door, dagen=4)
        wacht.gebruiker_id = eerste.gebruiker_id
        wacht.save()


def _eerst_nee_dan_ja(casus: Casus, door: Gebruiker) -> None:
    """One refused, and the next accepted."""
    antwoorden = (
        (
            "ggz",
            "ambulant begeleider",
            Antwoord.GEWEIGERD,
            "Er is een wachtlijst van vijf maanden.",
        ),
        ("gemeente", "consulent van het wijkteam", Antwoord.AANVAARD, None),
    )
    for nummer, (soort, functie, antwoord, reden) in enumerate(antwoorden):
        wie = Organisatie.objects.filter(soort=soort).order_by("kenmerk").first()
        if wie is None:
            continue
        gegeven = _vraag(casus, wie, functie, door, dagen=21 - 10 * nummer)
        gegeven.antwoord, gegeven.reden = antwoord, reden
        gegeven.beantwoord_op = gegeven.aangeboden_op + timedelta(days=6)
        gegeven.beantwoord_door = door
        gegeven.save()


def _volg(zaken: list[Casus]) -> None:
    """A plan that the person concerned signed, so that it is followed."""
    dag = vandaag() - timedelta(days=12)
    plannen = Plan.objects.filter(casus__in=[een.pk for een in zaken], vastgesteld_op__lte=dag)
    # Three years on; a made-up plan may be followed a day less at the end of February.
    tot = date(dag.year + 3, dag.month, min(dag.day, 28))
    versies = PlanVersie.objects.filter(plan=OuterRef("pk"), vastgesteld_op__lte=dag)
    getekend = Subquery(versies.order_by("-nummer").values("pk")[:1])
    plannen.update(ondertekend_op=dag, volgen_tot=tot, getekende_versie=getekend)


def _laat_samen_tekenen(behalve: list[UUID]) -> list[UUID]:
    """A system casus with two hoofdbetrokkenen, who each signed on a day of their own; its id."""
    eerst, later = (vandaag() - timedelta(days=dagen) for dagen in (20, 9))
    partners = Betrokkenheid.objects.filter(
        rol__in=("partner", "ex_partner"),
        tot__isnull=True,
        casus__dicht=False,
        casus__samenstelling="systeem",
        casus__plannen__vastgesteld_op__lte=eerst,
        casus__plannen__ondertekend_op__isnull=True,
    )
    partner = partners.exclude(casus__in=behalve).order_by("-casus__kenmerk", "pk").first()
    hoofd = partner and Betrokkenheid.objects.filter(casus=partner.casus_id, rol=HOOFD).first()
    if partner is None or hoofd is None:
        return []
    # One that a figure counts as signed keeps its day.
    plannen = Plan.objects.filter(casus=partner.casus_id, ondertekend_op__isnull=True)
    plan = plannen.filter(vastgesteld_op__lte=eerst).latest("vastgesteld_op", "kenmerk")
    for wie, op in ((hoofd, eerst), (_ook_hoofd(partner, eerst), later)):
        Handtekening.objects.create(
            casus_id=partner.casus_id, plan=plan, betrokkenheid=wie, ondertekend_op=op
        )
    plan.ondertekend_op, plan.volgen_tot = eerst, na_volgjaren(eerst)
    plan.save(update_fields=["ondertekend_op", "volgen_tot"])
    return [partner.casus_id]


def _ook_hoofd(partner: Betrokkenheid, vanaf: date) -> Betrokkenheid:
    """Taken together with the first, under the three conditions of BGS 2.20(2)."""
    return Betrokkenheid.objects.create(
        casus_id=partner.casus_id,
        persoon_id=partner.persoon_id,
        rol=HOOFD,
        vanaf=vanaf,
        kring="Zij hebben samen een gezin en dezelfde hulpverleners.",
        samenhang="Wat met de een gebeurt, raakt de ander meteen.",
        afstemming="Hulp voor de een kan niet zonder afspraken met de ander.",
        eerste_verwerking=partner.eerste_verwerking,
    )


def _stel_voor(behalve: list[UUID], door: Gebruiker) -> None:
    """A proposal to close a casus in which nothing is open, for Amira to check."""
    bezig: tuple[QuerySet[Any], ...] = (
        Afspraak.objects.filter(gereed_op__isnull=True, vervallen_op__isnull=True),
        Doel.objects.filter(resultaat__isnull=True),
        Verslag.objects.filter(vastgesteld_op__isnull=True),
        lopende_opschalingen(),
    )
    kandidaten = Casus.objects.filter(dicht=False).exclude(pk__in=behalve)
    for rijen in bezig:
        kandidaten = kandidaten.exclude(pk__in=rijen.values("casus"))
    casus = kandidaten.order_by("-kenmerk").first()
    publiek = Organisatie.objects.filter(deelnemer="publiek").order_by("kenmerk").first()
    inzet = Inzet.objects.filter(casus=casus, vanaf__lte=vandaag()).order_by("-vanaf").first()
    if casus is None or publiek is None or inzet is None:
        return
    besluit = Besluit.objects.create(
        casus=casus,
        soort=Besluitsoort.SLUITEN,
        motivering="Er is al een half jaar geen overlast meer. De wijkagent houdt contact.",
        wijze=Wijze.OVERLEG,
        genomen_op=vandaag() - timedelta(days=3),
        door=door,
        afsluitreden="criteria_niet_meer",
        resultaat="deels" if inzet.soort == "procesregie" else None,
        geinformeerd=True,
        eerste_verwerking=vandaag() - timedelta(days=3),
    )
    Besluitstem.objects.create(
        besluit=besluit, naam="Sjoukje Verzinsel", organisatie=publiek, akkoord=True
    )


def _laat_vragen(amira: Gebruiker, wytske: Gebruiker) -> None:
    """Check-backs of the casussen that closed last: one due, one answered no, one to come."""
    gesloten = Afsluiting.objects.filter(heropend_op__isnull=True, overdracht__isnull=False)
    laatste = gesloten.select_related("casus").order_by("-afgesloten_op", "casus__kenmerk")
    functies = ("ambulant begeleider", "consulent van het wijkteam", "reclasseringswerker")
    for nummer, (een, functie) in enumerate(zip(laatste[:_NAZORG], functies, strict=False)):
        wie = Organisatie.objects.filter(soort=een.overdracht).order_by("kenmerk").first()
        op = (vandaag() - timedelta(days=2), nazorg_op(een.afgesloten_op), _straks())[nummer]
        if wie is None:
            wie = Organisatie.objects.filter(deelnemer__isnull=False).order_by("kenmerk").first()
        if wie is None:
            return
        vraag = Nazorg(
            casus=een.casus,
            kenmerk=een.casus.kenmerk,
            afgesloten_op=een.afgesloten_op,
            organisatie=wie,
            functie=functie,
            uiterlijk_op=op,
            beperkt=False,
            door=amira,
            controleur=wytske,
            eerste_verwerking=een.afgesloten_op,
        )
        if nummer == 1:
            vraag.in_zorg, vraag.beantwoord_op, vraag.beantwoord_door = False, vandaag(), wytske
        vraag.save()


def _straks() -> date:
    return vandaag() + timedelta(days=17)
