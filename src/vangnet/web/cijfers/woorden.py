# SPDX-License-Identifier: EUPL-1.2
"""Findings in words: a title says what the figure says, never just what it is about."""

from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.kerncijfers.catalogus.indicator import Thema
from vangnet.kerncijfers.rekenen import verandering
from vangnet.kerncijfers.uitkomst import Cijfer, Klasse
from vangnet.web.componenten.grafiek import getal

THEMATITELS = {
    Thema.AANMELDINGEN: gettext_lazy("Aanmeldingen"),
    Thema.ZAKEN: gettext_lazy("Zaken"),
    Thema.MENSEN: gettext_lazy("Mensen"),
    Thema.TRAJECTBEGELEIDING: gettext_lazy("Trajectbegeleiding"),
    Thema.ADVIES: gettext_lazy("Advies"),
    Thema.REGISTERS: gettext_lazy("Ander werk"),
    Thema.GELD: gettext_lazy("Geld"),
}
# The class lists behind a dimension, in the order in which a label is looked up.
_LIJSTEN = (
    "inzet", "samenstelling", "organisatie_soort", "ontvanger_soort", "betrokkene_rol", "resultaat",
    "afsluitreden", "reden", "aandachtsgebied", "herkomst", "thema", "doelgroep", "keten",
    "triage_besluit", "advies_aan", "bron", "telling_soort",
)  # fmt: skip
_VAN_DIMENSIE = {
    "eerste_inzet": "inzet",
    "laatste_inzet": "inzet",
    "aanmelder_soort": "organisatie_soort",
    "rol": "betrokkene_rol",
    "aan": "advies_aan",
}
_EIGEN = {
    "onbekend": gettext_lazy("Onbekend"),
    "buiten_regio": gettext_lazy("Buiten de regio"),
    "detentie": gettext_lazy("Detentie"),
    "procesregie_ondersteuning": gettext_lazy("Van procesregie naar ondersteuning"),
    "ondersteuning_procesregie": gettext_lazy("Van ondersteuning naar procesregie"),
}


def waarde_in_woorden(cijfer: Cijfer) -> str:
    """The value as people read it: 1.234, 87%, € 1.511.285, or a dash for nothing."""
    if cijfer.waarde is None:
        return "–"
    if cijfer.indicator.eenheid == "euro":
        return f"€ {formats.number_format(cijfer.waarde, 0, use_l10n=True, force_grouping=True)}"
    tekst = getal(float(cijfer.waarde))
    return f"{tekst}%" if cijfer.indicator.eenheid == "procent" else tekst


def eenheid_in_woorden(cijfer: Cijfer) -> str:
    """The unit behind the value; nothing where the value shows it already."""
    return "" if cijfer.indicator.eenheid in {"euro", "procent"} else cijfer.indicator.eenheid


def verschil_in_woorden(nu: Cijfer, vorig: Cijfer | None, *, jaar: int) -> str:
    """How it changed: "19% minder dan in 2021"; points for a percentage; empty without a former."""
    if vorig is None or nu.waarde is None or vorig.waarde is None:
        return ""
    if nu.waarde == vorig.waarde:
        return _("evenveel als in %(jaar)s") % {"jaar": jaar - 1}
    meer = nu.waarde > vorig.waarde
    if nu.indicator.eenheid == "procent":
        punten = abs(Decimal(nu.waarde) - Decimal(vorig.waarde))
        hoger = _("%(n)s punten hoger dan in %(jaar)s")
        zin = hoger if meer else _("%(n)s punten lager dan in %(jaar)s")
        return zin % {"n": getal(float(punten)), "jaar": jaar - 1}
    stap = verandering(nu.waarde, oud=vorig.waarde)
    if stap.procent is None:
        zin = _("%(n)s meer dan in %(jaar)s")
        return zin % {"n": getal(float(stap.absoluut)), "jaar": jaar - 1}
    zin = _("%(n)s%% meer dan in %(jaar)s") if meer else _("%(n)s%% minder dan in %(jaar)s")
    return zin % {"n": abs(stap.procent), "jaar": jaar - 1}


def bevinding(nu: Cijfer, vorig: Cijfer | None, *, jaar: int) -> str:
    """The finding as a title: "170 nieuwe zaken in 2022, 19% minder dan in 2021"."""
    if nu.waarde is None:
        return _("%(titel)s: geen cijfer over %(jaar)s") % {
            "titel": nu.indicator.titel,
            "jaar": jaar,
        }
    delen = {"titel": nu.indicator.titel, "waarde": waarde_in_woorden(nu), "jaar": jaar}
    zin = _("%(titel)s: %(waarde)s in %(jaar)s") % delen
    verschil = verschil_in_woorden(nu, vorig, jaar=jaar)
    return f"{zin}, {verschil}" if verschil else zin


def grootste_in_woorden(titel: str, klassen: list[tuple[str, Klasse]]) -> str:
    """The finding of a breakdown: its largest class with its share."""
    gevuld = [(naam, klasse) for naam, klasse in klassen if klasse.aantal]
    if not gevuld:
        return _("%(titel)s: niets geteld") % {"titel": titel}
    naam, klasse = max(gevuld, key=lambda paar: paar[1].aantal)
    if klasse.aandeel is None:
        return _("Meest: %(naam)s") % {"naam": naam}
    return _("%(aandeel)s%% is %(naam)s") % {"aandeel": klasse.aandeel, "naam": naam}


def klassenaam(dimensie: str, klasse: str) -> str:
    """The words for a class of a dimension; a class of the house itself is shown as it is."""
    if dimensie == "gemeente" and klasse.startswith("GM"):
        return gemeentenaam(klasse)
    if dimensie == "maand":
        return klasse
    lijst = _VAN_DIMENSIE.get(dimensie, dimensie)
    if lijst in _LIJSTEN:
        for code in CODELIJSTEN[lijst].codes:
            if code.code == klasse:
                return str(code.label)
    return str(_EIGEN.get(klasse, klasse))
