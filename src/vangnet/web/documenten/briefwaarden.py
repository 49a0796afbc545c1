# SPDX-License-Identifier: EUPL-1.2
"""What a letter about a casus is filled with: all through the filters of who writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Min
from django.utils import formats
from django.utils.translation import gettext as _

from vangnet.afsluiting.models import Besluit
from vangnet.afsluiting.querysets import besluiten_voor
from vangnet.afsluiting.regels import Besluitsoort
from vangnet.afsluiting.zaakkop import Zaakkop
from vangnet.casus.models import Betrokkenheid, Casus, Inzet
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import deelnemende_organisaties, organisaties_tegenover
from vangnet.documenten.regels import Briefsoort
from vangnet.inrichting.selectors import het_huis, labels
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.plan.selectors import afspraken_van
from vangnet.toegang.kijker import Kijker


@dataclass(frozen=True)
class Ontvanger:
    """Who gets a letter: somebody of the casus, or an organisation that takes part."""

    pk: UUID
    naam: str
    betrokkenheid: Betrokkenheid | None = None
    organisatie: Organisatie | None = None


def ontvangers(casus: Casus, *, wie: Kijker) -> Mapping[Briefsoort, Sequence[Ontvanger]]:
    """To whom each kind of letter can go; two queries."""
    mensen = _mensen(casus, wie)
    organisaties = [
        Ontvanger(een.pk, een.naam, organisatie=een) for een in deelnemende_organisaties(casus)
    ]
    return {
        Briefsoort.BETROKKENE: mensen,
        Briefsoort.DEELNEMER: organisaties,
        Briefsoort.AFSLUITEN: mensen,
    }


def _mensen(casus: Casus, wie: Kijker) -> Sequence[Ontvanger]:
    """Everybody once, the hoofdbetrokkene first."""
    rijen = betrokkenen_voor(wie).filter(casus=casus).select_related("persoon")
    op_naam = sorted(
        rijen.order_by("pk"),
        key=lambda een: (een.persoon_id != casus.hoofdbetrokkene_id, een.persoon.achternaam),
    )
    eerste = {een.persoon_id: een for een in reversed(op_naam)}
    return [
        Ontvanger(een.pk, een.persoon.naam, betrokkenheid=een)
        for een in op_naam
        if eerste[een.persoon_id] is een
    ]


def waarden(
    soort: Briefsoort, aan: Ontvanger, kop: Zaakkop, *, wie: Kijker, afzender: str
) -> dict[str, Any]:
    """Everything but what the writer types; an unknown one is an empty text.

    To a person no organisation is named that takes part on the other side alone.
    """
    altijd = {
        "datum": _dag(vandaag()),
        "huis": het_huis().naam,
        "kenmerk": kop.casus.kenmerk,
        "regisseur": ", ".join(kop.regisseurs),
        "afzender": afzender,
    }
    if soort is Briefsoort.DEELNEMER:
        return {**altijd, "organisatie": aan.naam, "afspraken": _afspraken(aan, kop.casus, wie)}
    mens = aan.betrokkenheid
    assert mens is not None  # noqa: S101 - these kinds go to people alone
    tegenover = {een.naam for een in organisaties_tegenover(mens)}
    if soort is Briefsoort.AFSLUITEN:
        sluiting = _sluiting(kop.casus, wie)
        if sluiting["overdracht"] in tegenover:
            sluiting["overdracht"] = ""
        return {**altijd, **_mens(mens), **sluiting}
    namen = [naam for naam in kop.gedeeld_met if naam not in tegenover]
    return {**altijd, **_mens(mens), "deelnemers": ", ".join(namen)}


def _mens(mens: Betrokkenheid) -> dict[str, str]:
    persoon = mens.persoon
    delen = (persoon.tussenvoegsel, persoon.achternaam)
    return {
        "naam": persoon.naam,
        "achternaam": " ".join(deel for deel in delen if deel),
        "geboortedatum": _dag(persoon.geboortedatum),
    }


def _afspraken(aan: Ontvanger, casus: Casus, wie: Kijker) -> Sequence[Mapping[str, str]]:
    open_ = afspraken_van(casus, wie=wie, dag=vandaag()).open
    return [
        {
            # In a sentence of the template, which goes on after it.
            "omschrijving": (een.omschrijving or "").strip().removesuffix(".")
            or een.interventie
            or _("zonder omschrijving"),
            "uiterlijk_op": _dag(een.uiterlijk_op),
        }
        for een in open_
        if een.organisatie_id == aan.pk
    ]


def ligt_voorstel(casus: Casus, *, wie: Kijker) -> bool:
    """Whether a proposal to close waits, which the letter of closing is about."""
    return _voorstel(casus, wie) is not None


def _voorstel(casus: Casus, wie: Kijker) -> Besluit | None:
    voorstellen = besluiten_voor(wie).filter(casus=casus, soort=Besluitsoort.SLUITEN)
    wacht = voorstellen.filter(akkoord__isnull=True)
    return wacht.select_related("overdracht__organisatie").first()


def _sluiting(casus: Casus, wie: Kijker) -> dict[str, str]:
    """What the proposal that waits says; nothing without one."""
    voorstel = _voorstel(casus, wie)
    begin = Inzet.objects.filter(casus=casus).aggregate(dag=Min("vanaf"))["dag"]
    resultaat = voorstel.resultaat if voorstel else None
    overdracht = voorstel.overdracht if voorstel else None
    return {
        "begonnen_op": _dag(begin),
        "resultaat": labels("resultaat")["resultaat"].get(resultaat or "", ""),
        "overdracht": overdracht.organisatie.naam if overdracht else "",
    }


def _dag(dag: date | None) -> str:
    return formats.date_format(dag, "j F Y") if dag else ""
