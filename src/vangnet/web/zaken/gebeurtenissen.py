# SPDX-License-Identifier: EUPL-1.2
"""What happened in a casus, from every room, as lines of one timeline."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from vangnet.afsluiting.stand import teruggenomen_sluitingen
from vangnet.casus.models import Casus
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import van_casus
from vangnet.plan.models import Plan
from vangnet.plan.ondertekenaars import Ondertekenaar, is_onbekend, ondertekenaars_van
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.eendaags import TRAJECT, van_een_dag
from vangnet.web.componenten.contacten import met_wie, uitkomst_in_woorden
from vangnet.web.zaken.bijdragen import Bijdrageregel
from vangnet.web.zaken.dossier import Woorden

LIJSTEN = ("inzet", "niveau", "ontvanger_soort", "overleg_soort", "resultaat", "uitkomst")


class Gebeurtenis(NamedTuple):
    """A line of the timeline; publiek, namen, kant and een_kant: with whom a bijdrage is shared."""

    op: date
    titel: str
    tekst: str = ""
    soort: str = ""
    wie: str = ""
    publiek: str = ""
    namen: Sequence[str] = ()
    kant: int | None = None
    een_kant: bool = False


Plannen = Sequence[tuple[Plan, Sequence[Ondertekenaar]]]


def plannen_van(casus: Casus, *, wie: Kijker) -> Plannen:
    """The plans of a casus with who can sign them; two queries, or one without a plan."""
    plannen = list(casus.plannen.all())
    tekenaars = ondertekenaars_van(plannen, wie=wie) if plannen else {}
    return [(een, tekenaars[een.pk]) for een in plannen]


def gebeurtenissen(
    casus: Casus,
    bijdragen: Sequence[Bijdrageregel],
    woorden: Woorden,
    *,
    wie: Kijker,
    plannen: Plannen | None,
) -> list[Gebeurtenis]:
    """Newest first; plannen: None for who doesn't see the whole.

    Such a reader sees what the house did and what is shared.
    Of one day what begins a casus stands below what came of it: most has no hour.
    """
    soorten = woorden["inzet"]
    if plannen is None:
        eigen = _van_inzetten(casus, soorten)
    else:
        eigen = chain(_gebeurtenissen(casus, woorden, wie), _van_plannen(plannen))
    overleggen = _van_overleggen(casus, woorden["overleg_soort"], wie)
    alle = [*_van_bijdragen(bijdragen), *reversed([*eigen, *overleggen])]
    return sorted(alle, key=lambda een: een.op, reverse=True)


def _van_bijdragen(bijdragen: Sequence[Bijdrageregel]) -> Iterator[Gebeurtenis]:
    for een in bijdragen:
        rij = een.bijdrage
        if rij.ingetrokken_op:
            continue
        yield Gebeurtenis(
            timezone.localdate(rij.aangemaakt_op),
            een.soort,
            rij.tekst,
            een.leefgebied,
            f"{een.bron} · {rij.auteur.naam}",
            rij.publiek,
            een.namen,
            rij.betrokkenheid.zijde if rij.betrokkenheid else None,
            een.een_kant,
        )


def _gebeurtenissen(casus: Casus, woorden: Woorden, wie: Kijker) -> Iterator[Gebeurtenis]:
    """Everything with a date, from every room; one query a kind."""
    yield from _van_aanmeldingen(casus)
    yield from _van_inzetten(casus, woorden["inzet"])
    yield from _van_afsluitingen(casus, woorden, wie)
    yield from _van_voortgang(casus, woorden)


def _van_aanmeldingen(casus: Casus) -> Iterator[Gebeurtenis]:
    for een in casus.aanmeldingen.select_related("aanmelder"):
        yield Gebeurtenis(
            een.ontvangen_op,
            _("Aanmelding ontvangen"),
            een.aanleiding or "",
            wie=een.aanmelder.naam,
        )


def _van_inzetten(casus: Casus, soorten: Mapping[str, str]) -> Iterator[Gebeurtenis]:
    """With what went on the day on which it began, before what came in its place."""
    for een in van_een_dag(casus.pk):
        if een.wat == TRAJECT:
            yield Gebeurtenis(een.op, _("Trajectbegeleiding begonnen"))
            yield Gebeurtenis(een.op, _("Trajectbegeleiding gestopt"), een.reden or "")
        else:
            yield Gebeurtenis(
                een.op, _begonnen(soorten.get(een.wat)), _("Dezelfde dag weer gewisseld.")
            )
    for inzet in casus.inzetten.all():
        yield Gebeurtenis(inzet.vanaf, _begonnen(soorten.get(inzet.soort)))


def _begonnen(inzet: str | None) -> str:
    return _("%(inzet)s begonnen") % {"inzet": inzet}


def _van_afsluitingen(casus: Casus, woorden: Woorden, wie: Kijker) -> Iterator[Gebeurtenis]:
    """Of one day in this order: open again, what was undone on that day, and closed at its end."""
    rijen = casus.afsluitingen.all()
    for een in rijen:
        if een.heropend_op:
            yield Gebeurtenis(een.heropend_op, _("Zaak heropend"))
    for terug in teruggenomen_sluitingen(casus, wie=wie):
        besluit = terug.besluit
        ontvanger = besluit.overdracht.soort if besluit.overdracht else None
        yield _afgesloten(terug.op, besluit.resultaat, ontvanger, woorden)
        yield Gebeurtenis(terug.op, _("Zaak heropend"))
    for een in rijen:
        yield _afgesloten(een.afgesloten_op, een.resultaat, een.overdracht, woorden)


def _afgesloten(
    op: date, resultaat: str | None, ontvanger: str | None, woorden: Woorden
) -> Gebeurtenis:
    delen = (
        woorden["resultaat"].get(resultaat or "", ""),
        woorden["ontvanger_soort"].get(ontvanger or "", ""),
    )
    return Gebeurtenis(op, _("Zaak afgesloten"), " · ".join(deel for deel in delen if deel))


def _van_voortgang(casus: Casus, woorden: Woorden) -> Iterator[Gebeurtenis]:
    for traject in casus.trajecten.all():
        yield Gebeurtenis(traject.vanaf, _("Trajectbegeleiding begonnen"))
        if traject.tot:
            gestopt = _("Trajectbegeleiding gestopt")
            yield Gebeurtenis(traject.tot, gestopt, traject.einde_reden or "")
    contacten = casus.contacten.filter(weggehaald_op__isnull=True)
    for contact in contacten.select_related("organisatie", "door").defer("door__password"):
        met = met_wie(contact)
        yield Gebeurtenis(
            timezone.localdate(contact.moment),
            _("Contact met %(wie)s") % {"wie": met} if met else _("Contact met betrokkene"),
            " · ".join(deel for deel in (contact.plek, uitkomst_in_woorden(contact)[0]) if deel),
            wie=contact.door.naam,
        )
    niveaus, uitkomsten = woorden["niveau"], woorden["uitkomst"]
    for opschaling in casus.opschalingen.all():
        yield Gebeurtenis(
            opschaling.datum,
            _("Opgeschaald naar %(niveau)s") % {"niveau": niveaus.get(opschaling.niveau)},
            uitkomsten.get(opschaling.uitkomst or "", _("Nog geen uitkomst")),
        )


def _van_overleggen(casus: Casus, soorten: Mapping[str, str], wie: Kijker) -> Iterator[Gebeurtenis]:
    """What was held, as far as the reader sees it; with the besluit once the verslag is there."""
    for een in van_casus(casus, wie=wie):
        overleg = een.overleg
        if overleg.datum <= vandaag() and overleg.afgelast_op is None:
            soort = str(soorten.get(overleg.soort, overleg.soort))
            yield Gebeurtenis(overleg.datum, soort, een.besluit)


def _van_plannen(plannen: Plannen) -> Iterator[Gebeurtenis]:
    """With each signature; who signed is said where more can."""
    for plan, tekenaars in plannen:
        yield Gebeurtenis(plan.vastgesteld_op, _("Plan van aanpak vastgesteld"))
        titel = _("Plan van aanpak ondertekend")
        meer = len(tekenaars) > 1
        for een in tekenaars if meer else ():
            if een.handtekening:
                yield Gebeurtenis(een.handtekening.op, titel, wie=een.naam)
        if plan.ondertekend_op and (not meer or is_onbekend(plan, tekenaars)):
            zonder = _("Wie tekende, is niet vastgelegd.") if meer else ""
            yield Gebeurtenis(plan.ondertekend_op, titel, zonder)
