# SPDX-License-Identifier: EUPL-1.2
"""What waits for somebody and what is new to them, in all rooms of the process; one statement.

Beside the afspraken, which their own room reads. It stands here because this room
knows all the others, as the head of a casus does.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate, TruncTime

from vangnet.aanmelding.querysets import navragen_aan, wacht_op_triage
from vangnet.afsluiting.querysets import (
    beantwoorde_overdrachten,
    gesprekken,
    heropenvragen_wachtend,
    overdrachten_aan_mij,
    te_controleren,
    teruggegeven,
)
from vangnet.afsluiting.werkregels import (
    GEEN_RIJ,
    LEEG,
    Werkregel,
    Werksoort,
    geteld,
    kolommen,
    op_een_regel,
    regels,
)
from vangnet.beeld.models import Informatievraag
from vangnet.beeld.querysets import aan_mij, vragen_te_laat, vragen_voor
from vangnet.casus.models import Bijdrage, CasusRol, Inzet
from vangnet.casus.querysets import bijdragen_voor, in_eigen, overgedragen_rollen, weer_vanaf
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import HUISTIJD, begin_van
from vangnet.overleg.models import Agendapunt, Overleg, Verslag
from vangnet.overleg.querysets import (
    overleggen_voor,
    te_verslaan,
    uitnodigingen_van,
    verslagen_voor,
)
from vangnet.plan.models import PlanVersie
from vangnet.plan.querysets import afspraken_voor, mijn_casussen, zonder_eigenaar
from vangnet.toegang.kijker import Kijker, een_van, ids_van
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.querysets import (
    antwoord_te_laat,
    overgenomen_contacten,
    veiligheid_voor,
)

MEESTE = 200
# So long it is told that a rol was handed over.
_ROL_BLIJFT = timedelta(days=14)


def werkblik(wie: Kijker, *, dag: date, sinds: datetime | None = None) -> Sequence[Werkregel]:
    """What waits for `wie` on `dag`, and what others did since `sinds` in their casussen.

    With the latter what waits for nobody in particular: how often was asked to reopen, what waits
    for triage, which verslagen are to be written. Without `sinds`, of what waits for them alone,
    that is left out.
    """
    delen = _wacht(wie, dag)
    if sinds:
        delen += [*_nieuw(wie, sinds), *_gewijzigd(wie, sinds)]
        delen += [*_van_het_huis(wie, dag), *_losgeraakt(wie, dag)]
    eerste, *andere = delen
    rijen = eerste.union(*andere, all=True).order_by("r_op", "r_om", "r_kenmerk")[:MEESTE]
    return [Werkregel(Werksoort(rij[0]), *rij[1:]) for rij in rijen]


def _wacht(wie: Kijker, dag: date) -> list[QuerySet[Any, Any]]:
    return [
        regels(
            aan_mij(wie).filter(afhandeling__isnull=True),
            Werksoort.VRAAG,
            "uiterlijk_op",
            wat=F("vraag"),
        ),
        regels(
            vragen_te_laat(wie, dag),
            Werksoort.VRAAG_TE_LAAT,
            "uiterlijk_op",
            wat=F("organisatie__naam"),
        ),
        *_sluitregels(wie, dag),
        regels(antwoord_te_laat(wie, dag), Werksoort.OPSCHALING, "antwoord_voor"),
        _overlegregels(mijn_overleggen(wie, dag), Werksoort.OVERLEG),
        _navraagregels(navragen_aan(wie)),
        _onderwegregels(overgenomen_contacten(wie, dag)),
    ]


def _sluitregels(wie: Kijker, dag: date) -> list[QuerySet[Any, Any]]:
    """Of closing and handing over."""
    return [
        regels(overdrachten_aan_mij(wie), Werksoort.OVERDRACHT, "aangeboden_op"),
        regels(te_controleren(wie), Werksoort.CONTROLE, "genomen_op"),
        regels(teruggegeven(wie), Werksoort.TERUGGEGEVEN, "gecontroleerd_op"),
        regels(
            beantwoorde_overdrachten(wie, dag),
            Werksoort.BEANTWOORD,
            "beantwoord_op",
            wat=F("antwoord"),
        ),
        regels(gesprekken(wie, dag), Werksoort.GESPREK, "gesprek_op", wat=F("organisatie__naam")),
    ]


def _losgeraakt(wie: Kijker, dag: date) -> list[QuerySet[Any, Any]]:
    """Afspraken whose owner can't work on them, and rollen that somebody else has now."""
    over: QuerySet[Any, Any] = overgedragen_rollen(wie, sinds=dag - _ROL_BLIJFT).annotate(
        weer_vanaf=weer_vanaf()
    )
    eigen = over.filter(gebruiker=wie.gebruiker)
    wanneer = TruncDate("beeindigd_op", tzinfo=HUISTIJD)
    # Of a chain the last says who has it now.
    andere = over.exclude(gebruiker=wie.gebruiker).filter(
        overgedragen_aan__overgedragen_aan__isnull=True
    )
    return [
        regels(
            zonder_eigenaar(wie),
            Werksoort.ZONDER_EIGENAAR,
            "uiterlijk_op",
            wat=F("organisatie__naam"),
        ),
        kolommen(
            andere,
            Werksoort.ROL_OVER,
            casus=F("casus"),
            kenmerk=F("casus__kenmerk"),
            op=wanneer,
            wat=F("overgedragen_aan__gebruiker__naam"),
        ),
        _zonder_zaak(eigen.filter(weer_vanaf__isnull=True), Werksoort.EIGEN_ROL_OVER, wanneer),
        _zonder_zaak(eigen.filter(weer_vanaf__gt=dag), Werksoort.ROL_TERUG, F("weer_vanaf")),
    ]


def _zonder_zaak(rijen: QuerySet[CasusRol], soort: Werksoort, op: Any) -> QuerySet[Any, Any]:
    return kolommen(rijen, soort, casus=F("casus"), kenmerk=LEEG, op=op, wat=LEEG)


def _nieuw(wie: Kijker, sinds: datetime) -> list[QuerySet[Any, Any]]:
    mijn = een_van("casus", ids_van(wie, mijn_casussen, "pk"))
    bijdragen: QuerySet[Bijdrage] = bijdragen_voor(wie).filter(mijn, aangemaakt_op__gt=sinds)
    antwoorden: QuerySet[Informatievraag] = vragen_voor(wie).filter(mijn, afgehandeld_op__gt=sinds)
    verslagen: QuerySet[Verslag] = verslagen_voor(wie).filter(mijn, vastgesteld_op__gt=sinds)
    # The plan is the house's: a partner reads none (plan.selectors.versies_van).
    versies = PlanVersie.objects.filter(in_eigen(wie), aangemaakt_op__gt=sinds)
    mij = wie.gebruiker
    return [
        geteld(bijdragen.exclude(auteur=mij), Werksoort.BIJDRAGEN, "aangemaakt_op"),
        geteld(
            antwoorden.exclude(afgehandeld_door=mij).exclude(afhandeling="ingetrokken"),
            Werksoort.ANTWOORDEN,
            "afgehandeld_op",
        ),
        geteld(versies.exclude(door=mij), Werksoort.PLANVERSIES, "aangemaakt_op"),
        geteld(verslagen.exclude(vastgesteld_door=mij), Werksoort.VERSLAGEN, "vastgesteld_op"),
    ]


def _gewijzigd(wie: Kijker, sinds: datetime) -> list[QuerySet[Any, Any]]:
    """Afspraken, inzet and veiligheid; of an inzet or afspraak only one's own trace tells who."""
    mijn = een_van("casus", ids_van(wie, mijn_casussen, "pk"))
    dag = sinds.astimezone(HUISTIJD).date()
    afspraken = afspraken_voor(wie).filter(mijn)
    gemaakt = afspraken.filter(aangemaakt_op__gt=sinds)
    # Of a tick only the day is known: rather told twice than never.
    afgevinkt = afspraken.filter(gereed_op__gte=dag)
    eerder = Inzet.objects.filter(casus=OuterRef("casus"), vanaf__lt=OuterRef("vanaf"))
    gewisseld = Inzet.objects.filter(mijn, Exists(eerder), aangemaakt_op__gt=sinds)
    veiligheid = veiligheid_voor(wie).filter(
        mijn, aangemaakt_op__gt=sinds, ingetrokken_op__isnull=True
    )

    def niet_van_mij(handeling: str) -> Q:
        return ~een_van("pk", _eigen_daden(wie.gebruiker, handeling, dag))

    return [
        geteld(
            gemaakt.filter(niet_van_mij("afspraak.toegevoegd")),
            Werksoort.AFSPRAKEN,
            "aangemaakt_op",
        ),
        geteld(afgevinkt.filter(niet_van_mij("afspraak.gereed")), Werksoort.AFGEVINKT, "gereed_op"),
        geteld(gewisseld.filter(niet_van_mij("inzet.gewisseld")), Werksoort.INZET, "aangemaakt_op"),
        geteld(veiligheid.exclude(door=wie.gebruiker), Werksoort.VEILIGHEID, "aangemaakt_op"),
    ]


def _eigen_daden(gebruiker: UUID, handeling: str, dag: date) -> QuerySet[Any, Any]:
    """The objects to which `gebruiker` did this from `dag` on, of their own trace."""
    eigen = Handeling.objects.filter(
        gebruiker=gebruiker,
        moment__gte=begin_van(dag),
        handeling=handeling,
        object__isnull=False,
        toegestaan=True,
    )
    return eigen.values("object")


def _van_het_huis(wie: Kijker, dag: date) -> list[QuerySet[Any, Any]]:
    """What waits for whoever of the house comes to it.

    Of a question to reopen the kenmerk was typed over, and may be of no casus: one line of all.
    """
    return [
        op_een_regel(
            heropenvragen_wachtend(wie), Werksoort.HEROPENVRAAG, "gevraagd_op", leeg="behandeld_op"
        ),
        op_een_regel(wacht_op_triage(wie), Werksoort.TRIAGE, "ontvangen_op", leeg="triage_besluit"),
        _overlegregels(te_verslaan(wie, dag), Werksoort.TE_VERSLAAN),
    ]


def mijn_overleggen(wie: Kijker, dag: date) -> QuerySet[Overleg]:
    """The overleggen from `dag` on that `wie` comes to: asked, or with a casus that names them."""
    punten = Agendapunt.objects.filter(in_eigen(wie))
    kom_ik = een_van("pk", punten.values("overleg"))
    kom_ik |= een_van("pk", ids_van(wie, uitnodigingen_van, "agendapunt__overleg"))
    gepland = overleggen_voor(wie).filter(kom_ik, datum__gte=dag)
    return gepland.filter(afgelast_op__isnull=True)


def _overlegregels(rijen: QuerySet[Overleg], soort: Werksoort) -> QuerySet[Any, Any]:
    return kolommen(
        rijen,
        soort,
        casus=GEEN_RIJ,
        kenmerk=LEEG,
        op=F("datum"),
        r_om=F("aanvang"),
        wat=Coalesce(F("titel"), LEEG),
    )


def _onderwegregels(rijen: QuerySet[Contactmoment]) -> QuerySet[Any, Any]:
    return kolommen(
        rijen,
        Werksoort.ONDERWEG,
        casus=F("casus"),
        kenmerk=F("casus__kenmerk"),
        op=TruncDate("moment", tzinfo=HUISTIJD),
        r_om=TruncTime("moment", tzinfo=HUISTIJD),
        wat=Coalesce(F("plek"), LEEG),
    )


def _navraagregels(rijen: QuerySet[Any]) -> QuerySet[Any, Any]:
    return kolommen(
        rijen,
        Werksoort.NAVRAAG,
        casus=GEEN_RIJ,
        kenmerk=F("aanmelding__kenmerk"),
        op=TruncDate("gevraagd_op", tzinfo=HUISTIJD),
        wat=F("vraag"),
        r_rij=F("aanmelding"),
    )
