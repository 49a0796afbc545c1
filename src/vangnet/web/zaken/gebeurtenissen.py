# SPDX-License-Identifier: EUPL-1.2
"""What happened in a casus, from every room, as lines of one timeline."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from vangnet.afsluiting.tijdlijn import Feit, Feiten, feiten_van
from vangnet.casus.models import Casus
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import van_casus
from vangnet.plan.models import Plan
from vangnet.plan.ondertekenaars import Ondertekenaar, is_onbekend, ondertekenaars_van
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.eendaags import TRAJECT
from vangnet.web.componenten.contacten import uitkomst_in_woorden
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
    feiten = feiten_van(casus.pk, wie=wie, heel=plannen is not None)
    eigen = chain(_van_feiten(feiten, woorden), _van_plannen(plannen or ()))
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


def _van_feiten(feiten: Feiten, woorden: Woorden) -> Iterator[Gebeurtenis]:
    """Everything with a date, from every room."""
    for een in feiten.aanmeldingen:
        yield Gebeurtenis(een.op, _("Aanmelding ontvangen"), een.tekst or "", wie=een.wie or "")
    yield from _van_inzetten(feiten, woorden["inzet"])
    yield from _van_afsluitingen(feiten, woorden)
    yield from _van_voortgang(feiten, woorden)


def _van_inzetten(feiten: Feiten, soorten: Mapping[str, str]) -> Iterator[Gebeurtenis]:
    """With what went on the day on which it began, before what came in its place."""
    for een in feiten.eendaags:
        if een.wat == TRAJECT:
            yield Gebeurtenis(een.op, _("Trajectbegeleiding begonnen"))
            yield Gebeurtenis(een.op, _("Trajectbegeleiding gestopt"), een.tekst or "")
        else:
            yield Gebeurtenis(
                een.op, _begonnen(soorten.get(een.wat or "")), _("Dezelfde dag weer gewisseld.")
            )
    for inzet in feiten.inzetten:
        yield Gebeurtenis(inzet.op, _begonnen(soorten.get(inzet.wat or "")))


def _begonnen(inzet: str | None) -> str:
    return _("%(inzet)s begonnen") % {"inzet": inzet}


def _van_afsluitingen(feiten: Feiten, woorden: Woorden) -> Iterator[Gebeurtenis]:
    """Of one day in this order: open again, what was undone on that day, and closed at its end."""
    for een in feiten.heropend:
        yield Gebeurtenis(een.op, _("Zaak heropend"))
    for terug in feiten.teruggenomen:
        yield _afgesloten(terug, woorden)
        yield Gebeurtenis(terug.op, _("Zaak heropend"))
    for een in feiten.afgesloten:
        yield _afgesloten(een, woorden)


def _afgesloten(een: Feit, woorden: Woorden) -> Gebeurtenis:
    delen = (
        woorden["resultaat"].get(een.wat or "", ""),
        woorden["ontvanger_soort"].get(een.bij or "", ""),
    )
    return Gebeurtenis(een.op, _("Zaak afgesloten"), " · ".join(deel for deel in delen if deel))


def _van_voortgang(feiten: Feiten, woorden: Woorden) -> Iterator[Gebeurtenis]:
    for een in feiten.trajecten:
        yield Gebeurtenis(een.op, _("Trajectbegeleiding begonnen"))
    for een in feiten.gestopt:
        yield Gebeurtenis(een.op, _("Trajectbegeleiding gestopt"), een.tekst or "")
    for een in feiten.contacten:
        yield Gebeurtenis(
            een.op,
            _("Contact met %(wie)s") % {"wie": een.bij} if een.bij else _("Contact met betrokkene"),
            " · ".join(deel for deel in (een.tekst, uitkomst_in_woorden(een.wat)[0]) if deel),
            wie=een.wie or "",
        )
    niveaus, uitkomsten = woorden["niveau"], woorden["uitkomst"]
    for een in feiten.opschalingen:
        yield Gebeurtenis(
            een.op,
            _("Opgeschaald naar %(niveau)s") % {"niveau": niveaus.get(een.wat or "")},
            uitkomsten.get(een.bij or "", _("Nog geen uitkomst")),
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
