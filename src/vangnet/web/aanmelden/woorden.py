# SPDX-License-Identifier: EUPL-1.2
"""Words of the pages of aanmeldingen."""

from datetime import date
from typing import Any, NamedTuple

from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.regels import Antwoordwijze, Criterium
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.selectors import labels
from vangnet.toegang.kijker import Kijker
from vangnet.web.componenten.risico import in_woorden
from vangnet.web.deelvelden import codekeuzes

CRITERIA = (
    (Criterium.PROBLEMEN, _("Er zijn problemen bij de persoon of in het gezin")),
    (Criterium.LEEFGEBIEDEN, _("Het gaat om meer leefgebieden, met een kans op strafbaar gedrag")),
    (Criterium.ONVEILIG, _("Dat leidt tot ernstige overlast, criminaliteit of onveiligheid")),
    (Criterium.SAMENWERKING, _("Zonder samenwerking van zorg en veiligheid lukt het niet")),
)


ANTWOORDWIJZEN = (
    (Antwoordwijze.IN_VANGNET, _("Hier, op de bladzijde van de aanmelding")),
    (Antwoordwijze.BRIEF, _("In een brief of mail van het huis")),
    (Antwoordwijze.GESPROKEN, _("Verteld, in een gesprek of aan de telefoon")),
)
_EERSTE_ZIN = {
    "procesregie": _("Het huis neemt de aanmelding in behandeling en leidt de samenwerking."),
    "ondersteuning": _(
        "Het huis neemt de aanmelding in behandeling en helpt mee. De regie blijft bij de gemeente "
        "of een partner."
    ),
    "advies": _("Het huis geeft advies. Er komt geen zaak."),
    "elders": _("Het huis neemt de aanmelding niet in behandeling. Er komt geen zaak."),
    "niet_in_behandeling": _(
        "Het huis neemt de aanmelding niet in behandeling. Er komt geen zaak."
    ),
}


class Stand(NamedTuple):
    """How an aanmelding stands, as a chip shows it."""

    tekst: Any
    soort: str


def stand_van(
    aanmelding: Aanmelding, wie: Kijker, *, bekend: bool, vraag_open: bool = False
) -> Stand:
    """In words: waits, or what was decided; bekend: that `wie` may know that.

    vraag_open: the house waits for an answer of the aanmelder.
    """
    if not bekend and not wie.is_huis:
        if vraag_open:
            return Stand(_("Het huis wacht op jouw antwoord"), "waarschuwing")
        # The same before and after the decision, which the house may still correct.
        return Stand(_("Nog geen antwoord van het huis"), "waarschuwing")
    if aanmelding.triage_besluit is None:
        return Stand(_("Wacht op triage"), "waarschuwing")
    besluiten = {een.code: een.label for een in CODELIJSTEN["triage_besluit"].codes}
    wordt_casus = aanmelding.triage_besluit in {"procesregie", "ondersteuning"}
    return Stand(besluiten[aanmelding.triage_besluit], "gelukt" if wordt_casus else "neutraal")


def leefgebieden_van(aanmelding: Aanmelding) -> str:
    """On which there are problems according to the aanmelder, in words; empty when nobody said."""
    return in_woorden(aanmelding.leefgebieden, codekeuzes("leefgebied"))


def waarom_vast(aanmelding: Aanmelding) -> str:
    """Why a decision can't be corrected, and what to do instead; empty when it can.

    aanmelding: with `gevoegd` (met_gevoegd in aanmelding/querysets.py). A casus that was there is
    not closed for one that joined it by mistake: it goes on for somebody else.
    """
    if aanmelding.casus_id and aanmelding.gevoegd:  # type: ignore[attr-defined]  # annotated
        return gettext(
            "Deze aanmelding is gevoegd bij een zaak die er al was, dus dit besluit verbeter je "
            "niet meer. Is dat de verkeerde zaak? Sluit haar niet: zij loopt door voor een ander. "
            "Kwam er iemand bij die er niet hoort? Kies in die zaak, bij Personen & netwerk, Niet "
            "meer betrokken. Vraag de aanmelder om een nieuwe aanmelding en besluit daarop."
        )
    if aanmelding.casus_id:
        return gettext(
            "Er is een zaak, dus dit besluit verbeter je niet meer. Had de zaak niet moeten "
            "beginnen? Sluit haar dan af. Hoort zij bij een andere zaak? Sluit haar dan af, en "
            "zet de mensen in die andere zaak."
        )
    antwoord = getattr(aanmelding, "antwoord", None)
    if antwoord and not antwoord.gelezen_op:
        return gettext(
            "Het antwoord aan de aanmelder is vastgelegd. Is het nog niet gegeven? Neem het dan "
            "eerst terug. Weet de aanmelder het al, bel dan en vraag om een nieuwe aanmelding."
        )
    if antwoord:
        return gettext(
            "De aanmelder heeft het antwoord al. Is het besluit niet goed, bel dan de aanmelder en "
            "vraag om een nieuwe aanmelding."
        )
    return ""


def uitkomst_in_woorden(aanmelding: Aanmelding, *, vooraf: bool = False) -> list[str]:
    """What was decided and what comes next, for the aanmelder; with no name of anybody.

    aanmelding: decided on, with its days (met_verdwijndag in aanmelding/antwoorden.py). vooraf:
    before the answer is given, with the day for each way to give it.
    """
    besluit = aanmelding.triage_besluit or ""
    zinnen = [str(_EERSTE_ZIN[besluit])]
    if besluit == "elders":
        waar = {"waar": aanmelding.verwezen_naar}
        zinnen.append(gettext("Je kunt hiermee terecht bij: %(waar)s.") % waar)
    if besluit == "niet_in_behandeling":
        reden = labels("reden")["reden"].get(aanmelding.reden or "", aanmelding.reden)
        zinnen.append(gettext("De reden: %(reden)s.") % {"reden": reden})
    if aanmelding.casus_id:
        zinnen.append(
            gettext(
                "De procesregisseur laat je weten wie er meedoen en wat er van jou wordt gevraagd."
            )
        )
        return zinnen
    uiterlijk = _vernietigd(aanmelding.verdwijnt_op)  # type: ignore[attr-defined]  # annotated
    gesproken = _vernietigd(aanmelding.verdwijnt_na_gesprek)  # type: ignore[attr-defined]  # annotated
    per_wijze = [
        gettext("Leest de aanmelder het hier: %(zin)s") % {"zin": uiterlijk},
        gettext("In een brief of een gesprek: %(zin)s") % {"zin": gesproken},
    ]
    return [
        *zinnen,
        *(per_wijze if vooraf else [uiterlijk]),
        gettext("Verandert er iets? Dan kun je opnieuw aanmelden."),
    ]


def _vernietigd(dag: date) -> str:
    return gettext(
        "Wat je over deze persoon schreef, wordt vernietigd. Dat gebeurt uiterlijk op %(dag)s. "
        "Wat je zelf moet bewaren, bewaar je in je eigen systeem."
    ) % {"dag": formats.date_format(dag, "j F Y")}
