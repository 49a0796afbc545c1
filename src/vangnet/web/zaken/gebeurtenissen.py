# SPDX-License-Identifier: EUPL-1.2
"""What happened in a casus, from every room, as lines of one timeline."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from vangnet.casus.models import Casus
from vangnet.kern.klok import vandaag
from vangnet.overleg.selectors import van_casus
from vangnet.toegang.kijker import Kijker
from vangnet.web.componenten.contacten import met_wie, uitkomst_in_woorden
from vangnet.web.zaken.bijdragen import Bijdrageregel
from vangnet.web.zaken.dossier import Woorden

LIJSTEN = ("inzet", "niveau", "ontvanger_soort", "overleg_soort", "resultaat", "uitkomst")


class Gebeurtenis(NamedTuple):
    """A line of the timeline; publiek, namen and kant: with whom a bijdrage is shared."""

    op: date
    titel: str
    tekst: str = ""
    soort: str = ""
    wie: str = ""
    publiek: str = ""
    namen: Sequence[str] = ()
    kant: int | None = None


def gebeurtenissen(
    casus: Casus, bijdragen: Sequence[Bijdrageregel], woorden: Woorden, *, wie: Kijker, heel: bool
) -> list[Gebeurtenis]:
    """Newest first; who doesn't see the whole sees what the house did and what is shared.

    Of one day what begins a casus stands below what came of it: most has no hour.
    """
    eigen = _gebeurtenissen(casus, woorden) if heel else _van_inzetten(casus, woorden["inzet"])
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
        )


def _gebeurtenissen(casus: Casus, woorden: Woorden) -> Iterator[Gebeurtenis]:
    """Everything with a date, from every room; one query a kind."""
    yield from _van_aanmeldingen(casus)
    yield from _van_inzetten(casus, woorden["inzet"])
    yield from _van_afsluitingen(casus, woorden)
    yield from _van_voortgang(casus, woorden)
    yield from _van_plannen(casus)


def _van_aanmeldingen(casus: Casus) -> Iterator[Gebeurtenis]:
    for een in casus.aanmeldingen.select_related("aanmelder"):
        yield Gebeurtenis(
            een.ontvangen_op,
            _("Aanmelding ontvangen"),
            een.aanleiding or "",
            wie=een.aanmelder.naam,
        )


def _van_inzetten(casus: Casus, soorten: Mapping[str, str]) -> Iterator[Gebeurtenis]:
    for een in casus.inzetten.all():
        yield Gebeurtenis(een.vanaf, _("%(inzet)s begonnen") % {"inzet": soorten.get(een.soort)})


def _van_afsluitingen(casus: Casus, woorden: Woorden) -> Iterator[Gebeurtenis]:
    resultaten, ontvangers = woorden["resultaat"], woorden["ontvanger_soort"]
    for een in casus.afsluitingen.all():
        delen = [resultaten.get(een.resultaat or "", ""), ontvangers.get(een.overdracht or "", "")]
        tekst = " · ".join(deel for deel in delen if deel)
        yield Gebeurtenis(een.afgesloten_op, _("Zaak afgesloten"), tekst)
        if een.heropend_op:
            yield Gebeurtenis(een.heropend_op, _("Zaak heropend"))


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


def _van_plannen(casus: Casus) -> Iterator[Gebeurtenis]:
    for plan in casus.plannen.all():
        yield Gebeurtenis(plan.vastgesteld_op, _("Plan van aanpak vastgesteld"))
