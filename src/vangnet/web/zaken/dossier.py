# SPDX-License-Identifier: EUPL-1.2
"""Who is in a casus and what it is about, in words."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import formats
from django.utils.translation import gettext as _

from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.kerncijfers.rekenen import leeftijd
from vangnet.personen.models import Persoon
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import afspraken_voor, open_
from vangnet.toegang.kijker import Kijker

LIJSTEN = ("aandachtsgebied", "betrokkene_rol", "samenstelling")
Woorden = Mapping[str, Mapping[str, str]]


class Betrokkene(NamedTuple):
    """Somebody in the casus; id: of the person; loopt: is in it; te_beeindigen: and isn't the one
    whom it is about; te_herstellen: the reader just ended that, and may undo it.

    samen: why a second hoofdbetrokkene is taken together with the first (BGS 2.20(2)).
    """

    id: UUID
    betrokkenheid: UUID
    naam: str
    rol: str
    leeftijd: str
    gemeente: str
    periode: str
    zijde: int | None
    te_beeindigen: bool
    te_herstellen: bool
    loopt: bool
    samen: str


def betrokkenheden(casus: Casus, *, wie: Kijker) -> Sequence[Betrokkenheid]:
    """Who is in a casus, as far as `wie` sees them, the hoofdbetrokkene first; one query."""
    zichtbaar = betrokkenen_voor(wie).filter(casus=casus).select_related("persoon")
    return sorted(zichtbaar.order_by("rol", "vanaf", "pk"), key=_hoofd_eerst)


def betrokkenen(
    casus: Casus,
    rijen: Sequence[Betrokkenheid],
    woorden: Woorden,
    *,
    dag: date,
    net_beeindigd: Collection[UUID] = (),
) -> list[Betrokkene]:
    """The same people in words, as on `dag`; net_beeindigd: of casus/betrokkenen.py."""
    staat_er = {een.persoon_id for een in rijen if een.tot is None}
    terug = {een.pk for een in rijen if een.pk in net_beeindigd and een.persoon_id not in staat_er}
    return [_betrokkene(casus, een, dag, woorden, terug) for een in rijen]


def afspraken(casus: Casus, *, wie: Kijker) -> list[Afspraak]:
    """What is still to be done, as far as `wie` sees it; one query."""
    open_van_casus = open_(afspraken_voor(wie)).filter(casus=casus)
    return list(open_van_casus.select_related("organisatie").order_by("uiterlijk_op", "pk"))


def gegevens(
    casus: Casus, rijen: Sequence[Betrokkenheid], woorden: Woorden
) -> list[tuple[str, Any]]:
    """What the casus is about; the name of the hoofdbetrokkene only for who sees that person."""
    zichtbaar = {een.persoon_id: een.persoon for een in rijen}
    hoofd = zichtbaar.get(casus.hoofdbetrokkene_id) if casus.hoofdbetrokkene_id else None
    aandachtsgebied = casus.aandachtsgebied or ""
    verdere = verdere_in_woorden(casus, woorden["aandachtsgebied"])
    return [
        (_("Hoofdbetrokkene"), hoofd.naam if hoofd else ""),
        (_("Gemeente bij aanmelding"), gemeentenaam(casus.gemeente)),
        (_("Samenstelling"), woorden["samenstelling"].get(casus.samenstelling, "")),
        (_("Aandachtsgebied"), woorden["aandachtsgebied"].get(aandachtsgebied, aandachtsgebied)),
        *([(_("Verdere aandachtsgebieden"), verdere)] if verdere else []),
    ]


def verdere_in_woorden(casus: Casus, woorden: Mapping[str, str]) -> str:
    """The aandachtsgebieden beside the one that counts; empty when there are none."""
    eerste = casus.aandachtsgebied
    return ", ".join(
        woorden.get(een, een) for een in casus.verdere_aandachtsgebieden if een != eerste
    )


def _betrokkene(
    casus: Casus, een: Betrokkenheid, dag: date, woorden: Woorden, terug: Collection[UUID]
) -> Betrokkene:
    return Betrokkene(
        id=een.persoon_id,
        betrokkenheid=een.pk,
        naam=een.persoon.naam,
        rol=woorden["betrokkene_rol"].get(een.rol, een.rol),
        leeftijd=_leeftijd(een.persoon, dag),
        gemeente=gemeentenaam(een.persoon.gemeente),
        periode=periode(een.vanaf, een.tot),
        zijde=een.zijde,
        te_beeindigen=een.tot is None and een.persoon_id != casus.hoofdbetrokkene_id,
        te_herstellen=een.pk in terug,
        loopt=een.tot is None,
        samen=" ".join(deel for deel in (een.kring, een.samenhang, een.afstemming) if deel),
    )


def _hoofd_eerst(een: Betrokkenheid) -> bool:
    return een.rol != "hoofdbetrokkene"


def _leeftijd(persoon: Persoon, dag: date) -> str:
    if persoon.geboortedatum is None:
        return ""
    return _("%(jaren)s jaar") % {"jaren": leeftijd(persoon.geboortedatum, op=dag)}


def periode(vanaf: date | None, tot: date | None) -> str:
    """From and up to, as far as they are known."""
    delen = [_("vanaf"), formats.date_format(vanaf, "j b Y")] if vanaf else []
    delen += [_("tot en met"), formats.date_format(tot, "j b Y")] if tot else []
    return " ".join(delen)
