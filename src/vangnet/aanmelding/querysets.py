# SPDX-License-Identifier: EUPL-1.2
"""Sentences over aanmeldingen: which ones somebody may see (toegang.md section 2).

The same sentences stand as policies in migrations 0005, 0007, 0009 and 0017: two locks, each whole
without the other.
"""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from vangnet.aanmelding.models import (
    Aanmelding,
    Beslisser,
    Bijlage,
    Concept,
    Criteriumoordeel,
    Huisoordeel,
    Koppeling,
    Navraag,
    Vorigbesluit,
)
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.querysets import in_hele, met_kanten
from vangnet.casus.regels import TERUG_BINNEN
from vangnet.gebruikers.formulierconcepten import is_te_zien
from vangnet.kern.klok import nu
from vangnet.toegang.kijker import Kijker, voor_een_partner
from vangnet.toegang.regels import Recht


def zichtbaar_voor(wie: Kijker) -> QuerySet[Aanmelding]:
    """All that is open in the house; of a partner those of the own organisation."""
    eigen = voor_een_partner(wie, "aanmelder") & Q(dicht=False)
    return Aanmelding.objects.filter(in_hele(wie) | eigen)


def wacht_op_triage(wie: Kijker) -> QuerySet[Aanmelding]:
    """What waits for a decision, for who of the house opens the queue."""
    if not (wie.is_huis and wie.mag(Recht.AANMELDEN)):
        return Aanmelding.objects.none()
    return zichtbaar_voor(wie).filter(triage_besluit__isnull=True)


def met_gevoegd(rijen: QuerySet[Aanmelding]) -> "QuerySet[Any]":
    """With `gevoegd`: the decision joined a casus that was there before it.

    What a decision opens has its moment, to the microsecond. What came in with a package has no
    beslissers here.
    """
    erna = Beslisser.objects.filter(
        aanmelding=OuterRef("pk"), aangemaakt_op__gt=OuterRef("casus__aangemaakt_op")
    )
    return rijen.annotate(gevoegd=Exists(erna))


def besloten_voor(wie: Kijker) -> QuerySet[Aanmelding]:
    """Those of which `wie` may know the decision: the aanmelder once the answer is given.

    Until then the house can correct it. What came in decided was answered elsewhere.
    """
    besloten = zichtbaar_voor(wie).filter(triage_besluit__isnull=False)
    if wie.is_huis:
        return besloten
    return besloten.filter(Q(antwoord__isnull=False) | _elders_beantwoord())


def met_bekende_casus(wie: Kijker) -> QuerySet[Aanmelding]:
    """Those of which `wie` may know the casus that they were joined to.

    A partner of an own one: from the answer, and not where people stand opposite each other, for it
    can be about the side that they don't see.
    """
    if not wie.is_partner:
        return zichtbaar_voor(wie)
    gekend = besloten_voor(wie).exclude(met_kanten())
    return zichtbaar_voor(wie).filter(in_hele(wie) | Q(pk__in=gekend.values("pk")))


def wil_antwoord() -> Q:
    """Aanmeldingen that were decided on here, and whose aanmelder was told nothing yet.

    Not those of a beperkt casus: there nobody answers here. A decision without its day came in with
    a package: one that is taken here has it.
    """
    besloten = Q(triage_besluit__isnull=False, antwoord__isnull=True, dicht=False)
    return besloten & ~_elders_beantwoord()


def _elders_beantwoord() -> Q:
    """Of what was decided: selectors.is_elders_beantwoord says the same of one row."""
    return Q(triage_op__isnull=True) | Q(triage_op__lt=TruncDate(F("aangemaakt_op")))


def navragen_aan(wie: Kijker) -> QuerySet[Navraag]:
    """What the house waits to hear from an organisation of `wie`, until there is a decision."""
    return Navraag.objects.filter(
        voor_een_partner(wie, "aanmelding__aanmelder"),
        aanmelding__dicht=False,
        aanmelding__triage_besluit__isnull=True,
        beantwoord_op__isnull=True,
    )


def oordelen_voor(wie: Kijker) -> QuerySet[Criteriumoordeel]:
    """What was found of the criteria: for the house, not for the aanmelder."""
    return Criteriumoordeel.objects.filter(_bij_wat_het_huis_ziet(wie))


def huisoordelen_voor(wie: Kijker) -> QuerySet[Huisoordeel]:
    """What was found of the criteria of the house: for the house, not for the aanmelder."""
    return Huisoordeel.objects.filter(_bij_wat_het_huis_ziet(wie))


def beslissers_voor(wie: Kijker) -> QuerySet[Beslisser]:
    """Who decided: for the house, not for the aanmelder."""
    return Beslisser.objects.filter(_bij_wat_het_huis_ziet(wie))


def koppelingen_voor(wie: Kijker) -> QuerySet[Koppeling]:
    """Whom an aanmelding was found to be about: for the house, not for the aanmelder."""
    return Koppeling.objects.filter(_bij_wat_het_huis_ziet(wie))


def staat_in_de_zaak() -> Exists:
    """Of a koppeling: that its persoon stands in the casus of the aanmelding.

    An import may have moved the aanmelding: whom it is about there, its package doesn't say.
    """
    return Exists(
        Betrokkenheid.objects.filter(
            casus=OuterRef("aanmelding__casus"), persoon=OuterRef("persoon")
        )
    )


def vorige_besluiten_voor(wie: Kijker) -> QuerySet[Vorigbesluit]:
    """Decisions that were corrected: for the house, not for the aanmelder."""
    return Vorigbesluit.objects.filter(_bij_wat_het_huis_ziet(wie))


def _bij_wat_het_huis_ziet(wie: Kijker) -> Q:
    if not wie.is_huis:
        return Q(pk__in=())
    return Q(Exists(zichtbaar_voor(wie).filter(pk=OuterRef("aanmelding"))))


def concepten_van(wie: Kijker) -> QuerySet[Concept]:
    """What `wie` is still typing; nobody sees another's."""
    return Concept.objects.filter(auteur=wie.gebruiker)


def getoonde_concepten(wie: Kijker) -> QuerySet[Concept]:
    """Those, with what was thrown away within the hour: it can be taken back."""
    return concepten_van(wie).filter(is_te_zien())


def bijlagen_voor(wie: Kijker) -> QuerySet[Bijlage]:
    """What came with drafts and aanmeldingen that `wie` sees; taken away ones only for who can
    still put them back. In the order of adding.
    """
    bij = OuterRef("hoort_bij")
    gezien = Q(Exists(zichtbaar_voor(wie).filter(pk=bij)))
    gezien |= Q(Exists(concepten_van(wie).filter(pk=bij)))
    kort_weg = Q(weg_op=None) | Q(weg_op__gt=nu() - TERUG_BINNEN, door=wie.gebruiker)
    return Bijlage.objects.filter(gezien, kort_weg).order_by("aangemaakt_op", "pk")
