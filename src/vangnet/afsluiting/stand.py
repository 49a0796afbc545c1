# SPDX-License-Identifier: EUPL-1.2
"""How far a casus is with closing: what a page of it reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from vangnet.afsluiting.models import Besluit, Besluitstem, Nazorg, Overdracht
from vangnet.afsluiting.querysets import (
    besluiten_voor,
    in_volgfase,
    met_stand,
    nazorg_voor,
    overdrachten_voor,
)
from vangnet.afsluiting.regels import (
    Antwoord,
    Besluitsoort,
    na_volgjaren,
    terug_vanaf,
    uiterlijk_bewaard,
)
from vangnet.casus.models import Casus, Inzet
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Verslag
from vangnet.plan.models import Afspraak, Doel, Plan
from vangnet.plan.ondertekenaars import Ondertekenaar, ondertekenaars_van
from vangnet.plan.querysets import doelen_voor
from vangnet.plan.selectors import afspraken_van
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.querysets import lopende_opschalingen

MEESTE = 100


@dataclass(frozen=True)
class Volgplan:
    """A casus whose signed plan is followed; tot: never beyond what may be kept."""

    casus: Casus
    plan: Plan
    ondertekend_op: date
    tot: date
    tekenaars: Sequence[Ondertekenaar]


# Of a goal, and of the whole: that it was reached, and that nobody can say.
GEHAALD, NIET_TE_BEOORDELEN = "doel_gerealiseerd", "niet_te_beoordelen"


@dataclass(frozen=True)
class Sluitstand:
    """What stands in the way of closing a casus, and what was decided about it.

    voorstel: the one that waits for a second regisseur; eerder: what was decided before, newest
    first; volgen: the plan that is still followed; begonnen_op: the first day of its first inzet;
    opgeschaald: an opschaling waits for its uitkomst; onvast_verslag: a verslag is still written.
    """

    open_afspraken: Sequence[Afspraak]
    open_doelen: Sequence[Doel]
    opgeschaald: bool
    onvast_verslag: bool
    overdrachten: Sequence[Overdracht]
    voorstel: Besluit | None
    eerder: Sequence[Besluit]
    volgen: Volgplan | None
    begonnen_op: date | None

    @property
    def zonder_antwoord(self) -> Sequence[Overdracht]:
        """Handovers that wait for their receiver."""
        return [een for een in self.overdrachten if een.antwoord is None]

    @property
    def aanvaard(self) -> Sequence[Overdracht]:
        """Handovers that can go on."""
        return [een for een in self.overdrachten if een.antwoord == Antwoord.AANVAARD]

    @property
    def sluitbaar(self) -> bool:
        """Nothing has to be done first, but the result of each goal (afsluiting.staat_open)."""
        eerst = self.open_afspraken or self.zonder_antwoord or self.voorstel
        return not (eerst or self.opgeschaald or self.onvast_verslag)


def sluitstand(casus: Casus, *, wie: Kijker, dag: date) -> Sluitstand:
    """As `wie` sees it; six queries, and one more where a signed plan is followed."""
    besluiten = besluiten_van(casus, wie=wie)
    begin = Inzet.objects.filter(casus=OuterRef("pk")).order_by("vanaf").values("vanaf")[:1]
    nog = Casus.objects.values(
        opgeschaald=Exists(lopende_opschalingen().filter(casus=OuterRef("pk"))),
        onvast_verslag=Exists(_onvast()),
        begonnen_op=Subquery(begin),
    ).get(pk=casus.pk)
    wacht = [een for een in besluiten if een.soort == Besluitsoort.SLUITEN and een.akkoord is None]
    return Sluitstand(
        open_afspraken=afspraken_van(casus, wie=wie, dag=dag).open,
        open_doelen=list(doelen_voor(wie).filter(casus=casus, resultaat__isnull=True)),
        overdrachten=overdrachten_van(casus, wie=wie),
        voorstel=wacht[0] if wacht else None,
        eerder=[een for een in besluiten if een not in wacht],
        volgen=_volgplan_van(casus, wie=wie, dag=dag),
        **nog,
    )


def _onvast() -> QuerySet[Verslag]:
    """For an Exists of casussen: what is still written down of an overleg."""
    geschreven = Q(tekst__regex=r"\S") | Q(besluit__regex=r"\S")
    gaat_door = Q(agendapunt__overleg__afgelast_op__isnull=True)
    return Verslag.objects.filter(
        geschreven, gaat_door, casus=OuterRef("pk"), vastgesteld_op__isnull=True
    )


def spreekt_tegen(voorstel: Besluit, doelen: Sequence[Doel]) -> bool:
    """Whether it says that the goal was reached, and not one of the goals was."""
    beoordeeld = {een.resultaat for een in doelen if een.resultaat} - {NIET_TE_BEOORDELEN}
    return voorstel.resultaat == GEHAALD and bool(beoordeeld) and GEHAALD not in beoordeeld


def overdrachten_van(casus: Casus, *, wie: Kijker) -> Sequence[Overdracht]:
    """What `wie` sees of the handovers of a casus, newest first, and whether who answers can."""
    gevonden = overdrachten_voor(wie).filter(casus=casus)
    gevonden = gevonden.select_related("organisatie", "gebruiker").defer("gebruiker__password")
    return list(met_stand(gevonden, wie).order_by("-aangeboden_op", "-aangemaakt_op"))


def besluiten_van(casus: Casus, *, wie: Kijker) -> Sequence[Besluit]:
    """The decisions about a casus with who took them in wie_besloot, newest first; one query."""
    stemmen = Besluitstem.objects.filter(besluit=OuterRef("pk")).order_by("naam")
    als_json = JSONObject(naam="naam", organisatie="organisatie__naam", akkoord="akkoord")
    gevonden = (
        besluiten_voor(wie)
        .filter(casus=casus)
        .select_related("door", "controleur", "overdracht__organisatie")
        .defer("door__password", "controleur__password")
        .annotate(wie_besloot=ArraySubquery(stemmen.values(een=als_json)))
    )
    return list(gevonden.order_by("-aangemaakt_op"))


def nazorg_van(wie: Kijker) -> Sequence[Nazorg]:
    """The check-backs without an answer, by their day; and a "no" is left for reopening.

    With each answer that can be taken back: not when the casus is open again.
    """
    weer_open = Casus.objects.filter(pk=OuterRef("casus"), gesloten=False)
    terug = Q(beantwoord_op__gte=terug_vanaf(vandaag())) & ~Exists(weer_open)
    open_ = nazorg_voor(wie).filter(vervallen_op__isnull=True)
    open_ = open_.filter(Q(in_zorg__isnull=True) | Q(in_zorg=False) | terug)
    open_ = open_.select_related("organisatie", "beantwoord_door")
    open_ = open_.defer("beantwoord_door__password")
    return list(open_.order_by("uiterlijk_op", "kenmerk")[:MEESTE])


def volgplannen(wie: Kijker, *, dag: date) -> Sequence[Volgplan]:
    """The casussen in the phase of following, that which ends first on top; two queries."""
    plannen = in_volgfase(wie, dag=dag).select_related("casus").order_by("volgen_tot")
    return sorted(
        _volgplannen(list(plannen[:MEESTE]), wie),
        key=lambda een: (een.tot, een.casus.kenmerk),
    )


def _volgplan_van(casus: Casus, *, wie: Kijker, dag: date) -> Volgplan | None:
    plannen = in_volgfase(wie, dag=dag).filter(casus=casus).select_related("casus")
    gevonden = _volgplannen(list(plannen.order_by("-volgen_tot")[:1]), wie)
    return gevonden[0] if gevonden else None


def _volgplannen(plannen: Sequence[Plan], wie: Kijker) -> Sequence[Volgplan]:
    """With who signed and who did not; none asks nothing."""
    tekenaars = ondertekenaars_van(plannen, wie=wie) if plannen else {}
    return [
        Volgplan(
            een.casus,
            een,
            een.ondertekend_op,
            volgt_tot(een.volgen_tot, een.casus),
            tekenaars[een.pk],
        )
        for een in plannen
        if een.casus and een.ondertekend_op and een.volgen_tot
    ]


def gevolgd_tot(casus: Casus, *, wie: Kijker, dag: date) -> date | None:
    """The last day of following a signed plan of a casus; None when none is followed. One query."""
    plannen = in_volgfase(wie, dag=dag).filter(casus=casus)
    volgen_tot = plannen.aggregate(laatst=Max("volgen_tot"))["laatst"]
    return volgt_tot(volgen_tot, casus) if volgen_tot else None


def volgt_tot(volgen_tot: date, casus: Casus) -> date:
    """The last day of following a plan: not after the casus has to be gone."""
    eerst = casus.eerste_verwerking
    return min(volgen_tot, uiterlijk_bewaard(eerst)) if eerst else volgen_tot


def volgt_korter_tot(plan: Plan, casus: Casus, *, dag: date) -> date | None:
    """The last day of following when the casus has to be gone before three years are over.

    Of the signature, or of one on `dag` as long as nobody signed; None when it is the full term.
    """
    vol = plan.volgen_tot or na_volgjaren(dag)
    tot = volgt_tot(vol, casus)
    return tot if tot < vol else None
