# SPDX-License-Identifier: EUPL-1.2
"""What the page of a casus shows, gathered from the rooms in a fixed number of queries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import formats
from django.utils.translation import gettext as _

from vangnet.afsluiting.querysets import in_kracht_op
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import ziet_heel
from vangnet.inrichting.selectors import gemeentenaam, labels
from vangnet.kerncijfers.rekenen import leeftijd
from vangnet.personen.models import Persoon
from vangnet.personen.regels import volle_naam
from vangnet.plan.models import Afspraak
from vangnet.toegang.kijker import Kijker

_LIJSTEN = (
    "aandachtsgebied",
    "betrokkene_rol",
    "inzet",
    "niveau",
    "ontvanger_soort",
    "overleg_soort",
    "resultaat",
    "samenstelling",
    "uitkomst",
)
Woorden = Mapping[str, Mapping[str, str]]


class Gebeurtenis(NamedTuple):
    """A line of the timeline."""

    op: date
    titel: str
    tekst: str = ""
    soort: str = ""
    wie: str = ""


class Betrokkene(NamedTuple):
    """Somebody in the casus; id: of the person."""

    id: UUID
    naam: str
    rol: str
    leeftijd: str
    gemeente: str
    periode: str


@dataclass(frozen=True)
class Dossier:
    """The page of a casus.

    heel: all of it is seen.
    """

    heel: bool
    gegevens: Sequence[tuple[str, Any]]
    chips: Sequence[dict[str, str]]
    betrokkenen: Sequence[Betrokkene]
    gebeurtenissen: Sequence[Gebeurtenis]
    afspraken: Sequence[Any]
    persoon_ids: Sequence[UUID]


def dossier(casus: Casus, *, wie: Kijker, dag: date) -> Dossier:
    """What `wie` may see of `casus`, as on `dag`; the number of queries doesn't depend on it."""
    betrokkenheden = list(
        betrokkenen_voor(wie)
        .filter(casus=casus)
        .select_related("persoon")
        .order_by("rol", "vanaf", "pk")
    )
    heel = ziet_heel(casus, wie=wie)
    woorden = labels(*_LIJSTEN)
    inzet = casus.inzetten.filter(vanaf__lte=dag).order_by("-vanaf").first()
    sluiting = casus.afsluitingen.filter(in_kracht_op(dag)).order_by("-afgesloten_op").first()
    return Dossier(
        heel=heel,
        gegevens=_gegevens(casus, betrokkenheden, woorden),
        chips=_chips(
            inzet=woorden["inzet"].get(inzet.soort, inzet.soort) if inzet else "",
            afgesloten_op=sluiting.afgesloten_op if sluiting else None,
        ),
        betrokkenen=[
            _betrokkene(een, dag, woorden) for een in sorted(betrokkenheden, key=_hoofd_eerst)
        ],
        gebeurtenissen=sorted(
            _gebeurtenissen(casus, woorden) if heel else _van_inzetten(casus, woorden["inzet"]),
            key=lambda een: een.op,
            reverse=True,
        ),
        afspraken=_afspraken(casus, wie, heel=heel),
        persoon_ids=sorted({een.persoon_id for een in betrokkenheden}),
    )


def _afspraken(casus: Casus, wie: Kijker, *, heel: bool) -> list[Afspraak]:
    """All of them, or of a partner those of the own organisation."""
    afspraken = casus.afspraken.select_related("organisatie").order_by("-uiterlijk_op")
    if not heel:
        afspraken = afspraken.filter(organisatie__in=wie.partner_van)
    return list(afspraken)


def _gegevens(
    casus: Casus, betrokkenheden: Sequence[Betrokkenheid], woorden: Woorden
) -> list[tuple[str, Any]]:
    zichtbaar = {een.persoon_id: een.persoon for een in betrokkenheden}
    hoofd = zichtbaar.get(casus.hoofdbetrokkene_id) if casus.hoofdbetrokkene_id else None
    aandachtsgebied = casus.aandachtsgebied or ""
    return [
        (_("Hoofdbetrokkene"), naam_van(hoofd) if hoofd else ""),
        (_("Gemeente bij aanmelding"), gemeentenaam(casus.gemeente)),
        (_("Samenstelling"), woorden["samenstelling"].get(casus.samenstelling, "")),
        (_("Aandachtsgebied"), woorden["aandachtsgebied"].get(aandachtsgebied, aandachtsgebied)),
    ]


def naam_van(persoon: Persoon) -> str:
    """The name of `persoon` as a page shows it; never in a title or an address."""
    return volle_naam(
        achternaam=persoon.achternaam,
        voornamen=persoon.voornamen,
        tussenvoegsel=persoon.tussenvoegsel,
    )


def _chips(*, inzet: str, afgesloten_op: date | None) -> list[dict[str, str]]:
    chips = [{"tekst": inzet, "soort": "info"}] if inzet else []
    if afgesloten_op:
        datum = formats.date_format(afgesloten_op, "j b Y")
        chips.append(
            {"tekst": _("Afgesloten op %(datum)s") % {"datum": datum}, "soort": "neutraal"}
        )
    else:
        chips.append({"tekst": _("Open"), "soort": "gelukt"})
    return chips


def _betrokkene(een: Betrokkenheid, dag: date, woorden: Woorden) -> Betrokkene:
    return Betrokkene(
        id=een.persoon_id,
        naam=naam_van(een.persoon),
        rol=woorden["betrokkene_rol"].get(een.rol, een.rol),
        leeftijd=_leeftijd(een.persoon, dag),
        gemeente=gemeentenaam(een.persoon.gemeente),
        periode=_periode(een.vanaf, een.tot),
    )


def _hoofd_eerst(een: Betrokkenheid) -> bool:
    return een.rol != "hoofdbetrokkene"


def _leeftijd(persoon: Persoon, dag: date) -> str:
    if persoon.geboortedatum is None:
        return ""
    return _("%(jaren)s jaar") % {"jaren": leeftijd(persoon.geboortedatum, op=dag)}


def _periode(vanaf: date | None, tot: date | None) -> str:
    delen = [_("vanaf"), formats.date_format(vanaf, "j b Y")] if vanaf else []
    delen += [_("tot en met"), formats.date_format(tot, "j b Y")] if tot else []
    return " ".join(delen)


def _gebeurtenissen(casus: Casus, woorden: Woorden) -> Iterator[Gebeurtenis]:
    """Everything with a date, from every room; one query a kind."""
    yield from _van_aanmeldingen(casus)
    yield from _van_inzetten(casus, woorden["inzet"])
    yield from _van_afsluitingen(casus, woorden)
    yield from _van_voortgang(casus, woorden)
    yield from _van_werk(casus, woorden["overleg_soort"])


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
            yield Gebeurtenis(traject.tot, _("Trajectbegeleiding gestopt"))
    niveaus, uitkomsten = woorden["niveau"], woorden["uitkomst"]
    for opschaling in casus.opschalingen.all():
        yield Gebeurtenis(
            opschaling.datum,
            _("Opgeschaald naar %(niveau)s") % {"niveau": niveaus.get(opschaling.niveau)},
            uitkomsten.get(opschaling.uitkomst or "", _("Nog geen uitkomst")),
        )


def _van_werk(casus: Casus, soorten: Mapping[str, str]) -> Iterator[Gebeurtenis]:
    for overleg in casus.overleggen.all():
        yield Gebeurtenis(overleg.datum, str(soorten.get(overleg.soort, overleg.soort)))
    for plan in casus.plannen.all():
        yield Gebeurtenis(plan.vastgesteld_op, _("Plan van aanpak vastgesteld"))
