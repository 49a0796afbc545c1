# SPDX-License-Identifier: EUPL-1.2
"""One aanmelding, as it came in and how it stands."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.aanmelding.antwoorden import met_verdwijndag
from vangnet.aanmelding.bijlagen import bijlagen_bij
from vangnet.aanmelding.models import (
    Aanmelding,
    Antwoord,
    Beslisser,
    Huisoordeel,
    Koppeling,
    Vorigbesluit,
)
from vangnet.aanmelding.navraag import navragen_bij
from vangnet.aanmelding.querysets import (
    beslissers_voor,
    besloten_voor,
    huisoordelen_voor,
    koppelingen_voor,
    met_bekende_casus,
    met_gevoegd,
    oordelen_voor,
    staat_in_de_zaak,
    vorige_besluiten_voor,
    zichtbaar_voor,
)
from vangnet.aanmelding.regels import Antwoordwijze
from vangnet.aanmelding.selectors import is_elders_beantwoord
from vangnet.casus.models import Casus
from vangnet.casus.querysets import zichtbaar_voor as casussen_voor
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.selectors import gemeentenaam, labels
from vangnet.personen.regels import volle_naam
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.aanmelden.woorden import (
    ANTWOORDWIJZEN,
    CRITERIA,
    leefgebieden_van,
    stand_van,
    uitkomst_in_woorden,
    waarom_vast,
)
from vangnet.web.componenten.risico import RISICO_SOORT, RISICO_VOOR, in_woorden
from vangnet.web.recht import recht


@recht(Recht.AANMELDEN)
@require_safe
def aanmelding(request: HttpRequest, aanmelding_id: UUID) -> HttpResponse:
    """What the aanmelder wrote, and what was decided."""
    wie = kijker(Recht.AANMELDEN)
    rijen = met_gevoegd(met_verdwijndag(zichtbaar_voor(wie).filter(pk=aanmelding_id)))
    gevonden = rijen.select_related("aanmelder", "antwoord").first()
    if gevonden is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    bekend = besloten_voor(wie).filter(pk=aanmelding_id).exists()
    leg_ingezien_vast(gevonden)
    context = {
        **_hoe_het_staat(gevonden, wie, bekend=bekend),
        **(_besluit(gevonden, wie) if bekend else {}),
        "bijlagen": bijlagen_bij(aanmelding_id, wie=wie),
        "over": [*_over(gevonden), *(_waarom(gevonden, wie) if bekend else [])],
        "vragen": _vragen(gevonden),
        "criteria": [(woorden, code in gevonden.criteria) for code, woorden in CRITERIA],
        "kruimels": kruimels(),
    }
    return render(request, "aanmelden/aanmelding.html", context)


def _hoe_het_staat(een: Aanmelding, wie: Kijker, *, bekend: bool) -> dict[str, Any]:
    """For whom it waits; bekend: that `wie` may know what was decided."""
    wacht, navragen = een.triage_besluit is None, navragen_bij(een)
    vraag_open = wacht and any(vraag.beantwoord_op is None for vraag in navragen)
    return {
        "aanmelding": een,
        "mag_behandelen": wacht and wie.is_huis,
        "navragen": navragen,
        "wacht": wacht,
        "bekend": bekend,
        "stand": stand_van(een, wie, bekend=bekend, vraag_open=vraag_open),
    }


def _besluit(een: Aanmelding, wie: Kijker) -> dict[str, Any]:
    """What was decided and how, as far as `wie` sees that."""
    return {
        "oordelen": _oordelen(een, wie),
        "huisoordelen": _huisoordelen(een, wie),
        "beslissers": _beslissers(een, wie),
        "koppeling": _koppeling(een, wie),
        "casus": _casus(een, wie),
        **_antwoord(een, wie),
    }


def _koppeling(een: Aanmelding, wie: Kijker) -> Koppeling | None:
    """Whom it was found to be about, for the house; klopt: that they stand in its casus."""
    return koppelingen_voor(wie).filter(aanmelding=een).annotate(klopt=staat_in_de_zaak()).first()


def _oordelen(een: Aanmelding, wie: Kijker) -> list[tuple[Any, Any]]:
    """Each criterion with what was found of it; none for who doesn't see that."""
    gevonden = {oordeel.criterium: oordeel for oordeel in oordelen_voor(wie).filter(aanmelding=een)}
    return [(woorden, gevonden[code]) for code, woorden in CRITERIA if code in gevonden]


def _huisoordelen(een: Aanmelding, wie: Kijker) -> list[Huisoordeel]:
    gevonden = huisoordelen_voor(wie).filter(aanmelding=een).select_related("criterium")
    return list(gevonden.order_by("criterium__vanaf", "criterium__aangemaakt_op", "criterium"))


def _beslissers(een: Aanmelding, wie: Kijker) -> list[Beslisser]:
    return list(beslissers_voor(wie).filter(aanmelding=een).select_related("organisatie"))


def _antwoord(een: Aanmelding, wie: Kijker) -> dict[str, Any]:
    """What the aanmelder is told, and what the reader may do with it."""
    antwoord: Antwoord | None = getattr(een, "antwoord", None)
    return {
        "zinnen": uitkomst_in_woorden(een),
        "antwoord": antwoord,
        "elders": is_elders_beantwoord(een),
        "wijze": dict(ANTWOORDWIJZEN).get(Antwoordwijze(antwoord.wijze)) if antwoord else "",
        "is_huis": wie.is_huis,
        "waarom_vast": waarom_vast(een),
        "vorige_besluiten": _vorige_besluiten(een, wie),
        "mag_antwoorden": wie.is_huis and antwoord is None and not een.dicht,
        "mag_terugnemen": wie.is_huis and bool(antwoord and not antwoord.gelezen_op),
        "mag_lezen": not wie.is_huis and antwoord is not None and antwoord.gelezen_op is None,
    }


def _vorige_besluiten(een: Aanmelding, wie: Kijker) -> list[tuple[Vorigbesluit, str]]:
    """What was corrected, oldest first, with each criterium in words."""
    gevonden = list(vorige_besluiten_voor(wie).filter(aanmelding=een).order_by("gecorrigeerd_op"))
    besluiten = {code.code: code.label for code in CODELIJSTEN["triage_besluit"].codes}
    wet = {str(code): woorden for code, woorden in CRITERIA}
    for vorig in gevonden:
        van_de_wet = [{**deel, "tekst": wet[deel["criterium"]]} for deel in vorig.hoe["oordelen"]]
        vorig.oordelen = [*van_de_wet, *vorig.hoe["huisoordelen"]]  # type: ignore[attr-defined]  # for the page
    return [(vorig, besluiten[vorig.besluit]) for vorig in gevonden]


def _casus(een: Aanmelding, wie: Kijker) -> Casus | None:
    """The casus that it became, for who may know and open that."""
    if een.casus_id is None:
        return None
    van_deze = met_bekende_casus(wie).filter(pk=een.pk).values("casus")
    return casussen_voor(wie).filter(pk__in=van_deze).first()


def _over(een: Aanmelding) -> list[tuple[Any, Any]]:
    """Whom it is about and from whom it came; what is unknown is left out."""
    lijsten = labels("aandachtsgebied", "herkomst")
    naam = volle_naam(
        achternaam=een.achternaam or "",
        voornamen=een.voornamen,
        tussenvoegsel=een.tussenvoegsel,
    )
    gegevens = [
        (_("Over wie"), naam),
        (_("Geboren"), een.geboortedatum),
        (_("Woongemeente"), gemeentenaam(een.gemeente)),
        (_("Ontvangen"), een.ontvangen_op),
        (_("Aanmelder"), een.aanmelder.naam),
        (_("Aangedragen door"), een.aangedragen_door),
        (_("Herkomst"), lijsten["herkomst"].get(een.herkomst or "", "")),
        (_("Aandachtsgebied"), lijsten["aandachtsgebied"].get(een.aandachtsgebied or "", "")),
    ]
    return [regel for regel in gegevens if regel[1]]


def _waarom(een: Aanmelding, wie: Kijker) -> list[tuple[Any, Any]]:
    """Why there is no casus, whereto, and for the house until when; what is empty is left out."""
    dag = een.verdwijnt_op if wie.is_huis and een.casus_id is None else None  # type: ignore[attr-defined]  # annotated
    gegevens = [
        (_("Waarom niet in behandeling"), labels("reden")["reden"].get(een.reden or "", "")),
        (_("Verwezen naar"), een.verwezen_naar),
        (_("Uitgesteld bij het bijwerken tot") if een.uitgesteld_tot else _("Verdwijnt op"), dag),
    ]
    return [regel for regel in gegevens if regel[1]]


def _vragen(een: Aanmelding) -> list[tuple[Any, Any]]:
    """Question and answer, in the order of the form; what nobody answered is left out."""
    antwoorden = [
        (_("Wat is er aan de hand?"), een.aanleiding),
        (_("Wat moet er anders worden?"), een.doel),
        (_("Wat is er al geprobeerd?"), een.geprobeerd),
        (_("Leefgebieden met problemen"), leefgebieden_van(een)),
        (_("Voor wie is het onveilig?"), in_woorden(een.risico_voor, RISICO_VOOR)),
        (_("Wat kan er gebeuren?"), in_woorden(een.risico_soort, RISICO_SOORT)),
        (_("Wie zijn er al bij betrokken?"), een.betrokken),
        (_("Andere gemeenten"), een.andere_gemeenten),
        (_("Weet de persoon van de aanmelding?"), _geinformeerd(een)),
    ]
    return [regel for regel in antwoorden if regel[1]]


def _geinformeerd(een: Aanmelding) -> str:
    if een.geinformeerd is None:
        return ""
    if een.geinformeerd:
        return _("Ja")
    return _("Nee: %(reden)s") % {"reden": een.waarom_niet_geinformeerd}
