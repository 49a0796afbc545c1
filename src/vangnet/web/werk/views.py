# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vangnet.afsluiting.werkblik import werkblik
from vangnet.afsluiting.werkregels import Werkregel, Werksoort
from vangnet.casus.deelname import uitnodigingen_met_kenmerk
from vangnet.casus.models import Casus, CasusRol
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak
from vangnet.plan.selectors import Werk, werk_van
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.losse import gestopt
from vangnet.voortgang.mijnzaken import MijnCasus, casussen_van
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.trajecten import komende_contacten
from vangnet.web.componenten.afspraken import Afspraakregel, afspraakregels
from vangnet.web.componenten.zaakwoorden import wat_er_komt
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.ingangen import toon_met_tabs
from vangnet.web.recht import recht
from vangnet.web.sessie import sessie_van
from vangnet.web.werk.blik import nieuw, sinds_vorige_keer, wacht, wachtrij
from vangnet.web.werk.concepten import Conceptregel, conceptregels
from vangnet.web.werk.leiding import DEUREN

# So many stand open at once; the rest is folded (gebruik.md c.2).
_IN_BEELD = 7


@recht(Recht.MEEDOEN)
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """What is overdue or due today, what comes, and the casussen that name the reader."""
    wie, dag = kijker(Recht.MEEDOEN), vandaag()
    werk, casussen = werk_van(wie, dag=dag), casussen_van(wie, dag=dag)
    gevraagd, concepten = uitnodigingen_met_kenmerk(wie), conceptregels(wie, casussen)
    sinds = sinds_vorige_keer(sessie_van(request), dag)
    blik = werkblik(wie, dag=dag, sinds=sinds)
    inzetten = dict(codekeuzes("inzet"))
    voorbij = gestopt(wie) if wie.mag(Recht.TRAJECT_DOEN) else []
    _leg_vast(werk, casussen, [*(rol for rol, _kenmerk in gevraagd), *voorbij], blik, concepten)
    context = {
        "concepten": concepten,
        "uitnodigingen": gevraagd,
        "casussen": [_casusregel(een, inzetten) for een in casussen],
        "is_partner": wie.is_partner and not wie.ziet_genoemde_casussen_heel,
        "onderweg": _onderweg(wie),
        "gestopt": voorbij,
        "kruimels": [],
        "vandaag": dag,
        "sinds": sinds,
        "nieuw": nieuw(blik),
        "wachtrij": wachtrij(blik, dag),
        **wacht(blik),
        **_afspraken(werk, wie, dag),
    }
    return toon_met_tabs(DEUREN, request, "werk/begin.html", context, hier="werk:begin")


def _onderweg(wie: Kijker) -> Sequence[Contactmoment]:
    """The appointments of a trajectbegeleider; nobody else has any."""
    return komende_contacten(wie) if wie.mag(Recht.TRAJECT_DOEN) else []


def _afspraken(werk: Werk, wie: Kijker, dag: date) -> dict[str, Any]:
    """The afspraken as rows; more than seven that can't wait are folded."""
    # A closed list, which no house makes longer: its words cost no statement.
    domeinen = dict(codekeuzes("domein"))

    def regels(afspraken: Sequence[Afspraak]) -> list[Afspraakregel]:
        # Who is named for the house works on all of it; a partner sees only what they may tick off.
        huis = wie.ziet_genoemde_casussen_heel
        return afspraakregels(
            afspraken, dag=dag, huis=huis, partner=wie.is_partner, domeinen=domeinen
        )

    nu = regels(werk.nu)
    return {
        "nu": nu[:_IN_BEELD],
        "nu_meer": nu[_IN_BEELD:],
        "nu_klaar": regels(werk.nu_klaar),
        "straks": regels(werk.straks),
        "meer": werk.meer,
    }


class Casusregel(NamedTuple):
    """A casus as the list shows it; wat: what happens on its next date."""

    casus: Casus
    naam: str
    inzet: str
    een: MijnCasus
    te_laat: bool
    wat: str


def _casusregel(een: MijnCasus, inzetten: Mapping[str, str]) -> Casusregel:
    naam = een.hoofd.naam if een.hoofd else ""
    te_laat = een.volgende is not None and een.volgende < vandaag()
    inzet = inzetten.get(een.inzet, een.inzet)
    return Casusregel(een.casus, naam, inzet, een, te_laat, wat_er_komt(een.wat))


def _leg_vast(
    werk: Werk,
    casussen: Sequence[MijnCasus],
    rollen: Sequence[CasusRol],
    blik: Sequence[Werkregel],
    concepten: Sequence[Conceptregel],
) -> None:
    afspraken = [*werk.nu, *werk.nu_klaar, *werk.straks]
    gezien: dict[UUID, None] = dict.fromkeys(een.casus.pk for een in casussen)
    gezien |= dict.fromkeys(een.casus_id for een in afspraken)
    gezien |= dict.fromkeys(rol.casus_id for rol in rollen)
    gezien |= dict.fromkeys(_casussen(blik, concepten))
    mensen = dict.fromkeys(een.hoofd.pk for een in casussen if een.hoofd)
    leg_vast(
        Act(
            handeling="werk.ingezien",
            object_soort="lijst",
            aantallen={"afspraken": len(afspraken), "casussen": len(casussen), "regels": len(blik)},
            onderwerpen=[
                *(("casus", een) for een in gezien),
                *(("aanmelding", een) for een in _aanmeldingen(blik, concepten)),
                *(("persoon", een) for een in mensen),
            ],
        )
    )


def _casussen(blik: Sequence[Werkregel], concepten: Sequence[Conceptregel]) -> Iterable[UUID]:
    """Those about which something is asked, and those of which the reader typed something."""
    over = (*(een.casus for een in blik), *(een.casus for een in concepten))
    return (een for een in over if een)


def _aanmeldingen(blik: Sequence[Werkregel], concepten: Iterable[Conceptregel]) -> Iterable[UUID]:
    """Those about which something is asked, and those of which the reader typed a first word."""
    over = (een.rij for een in blik if een.soort == Werksoort.NAVRAAG)
    begonnen = (een.id for een in concepten if een.is_aanmelding)
    return dict.fromkeys(een for een in (*over, *begonnen) if een)
