# SPDX-License-Identifier: EUPL-1.2
"""Findings in words: a title says what the figure says, never just what it is about."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.catalogus.indicator import Thema
from vangnet.kerncijfers.rekenen import Getal, verandering
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
DIMENSIETITELS = {
    "aan": "aan wie",
    "aandachtsgebied": "aandachtsgebied",
    "aanmelder_groep": "aanmelder",
    "aanmelder_soort": "soort aanmelder",
    "afsluitreden": "reden van afsluiten",
    "bron": "bron",
    "eerste_inzet": "inzet",
    "gemeente": "gemeente",
    "herkomst": "herkomst",
    "inzet": "inzet",
    "keten": "keten",
    "laatste_inzet": "laatste inzet",
    "leeftijd": "leeftijd",
    "looptijd": "looptijd in maanden",
    "maand": "maand",
    "ontvanger_soort": "wie het overnam",
    "post": "post",
    "reden": "reden",
    "resultaat": "resultaat",
    "rol": "rol",
    "samenstelling": "samenstelling",
    "thema": "thema",
    "triage_besluit": "besluit van de triage",
    "wissel": "wissel",
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
# More names than this make a title that nobody reads.
_TE_NOEMEN = 2
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
        return aantal_in_woorden(cijfer.waarde, eenheid="euro")
    tekst = getal(float(cijfer.waarde))
    return f"{tekst}%" if cijfer.indicator.eenheid == "procent" else tekst


def aantal_in_woorden(aantal: Getal, *, eenheid: str) -> str:
    """A count as people read it; money in whole euros."""
    decimalen = 0 if eenheid == "euro" else None
    tekst = formats.number_format(aantal, decimalen, use_l10n=True, force_grouping=True)
    return f"€ {tekst}" if eenheid == "euro" else tekst


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


def grootste_in_woorden(klassen: Sequence[tuple[str, Klasse]], *, eenheid: str) -> str:
    """The finding of a breakdown: its largest class with its share, or that there is none."""
    meeste = max(klasse.aantal for _naam, klasse in klassen)
    bovenaan = [(naam, klasse) for naam, klasse in klassen if klasse.aantal == meeste]
    if len(bovenaan) > _TE_NOEMEN:
        return _("Bovenaan staan er %(n)s gelijk") % {"n": len(bovenaan)}
    if len(bovenaan) > 1:
        namen = _(" en ").join(naam for naam, _klasse in bovenaan)
        return _("Bovenaan staan gelijk: %(namen)s") % {"namen": namen}
    naam, klasse = bovenaan[0]
    zin = _("Het meeste geld: %(naam)s") if eenheid == "euro" else _("Het vaakst: %(naam)s")
    deel = "" if klasse.aandeel is None else f", {klasse.aandeel}%"
    return f"{zin % {'naam': naam}}{deel}"


def cijfernaam(sleutel: str) -> str:
    """What a figure is called; one that is only published is called by its sleutel in words."""
    if sleutel in CATALOGUS:
        return str(CATALOGUS[sleutel].titel)
    return sleutel.replace("_", " ").capitalize()


def klassenaam(dimensie: str, klasse: str) -> str:
    """The words for a class of a dimension; a class of the house itself is shown as it is."""
    if dimensie == "gemeente" and klasse.startswith("GM"):
        return gemeentenaam(klasse)
    if dimensie == "maand":
        return formats.date_format(date.fromisoformat(f"{klasse}-01"), "F Y")
    lijst = _VAN_DIMENSIE.get(dimensie, dimensie)
    if lijst in _LIJSTEN:
        for code in CODELIJSTEN[lijst].codes:
            if code.code == klasse:
                return str(code.label)
    return str(_EIGEN.get(klasse, klasse))
