# SPDX-License-Identifier: EUPL-1.2
"""The course of a year: casussen reopened, switched of inzet, and closed, oldest first."""

from datetime import date, timedelta

from vangnet.demo.bouw import Bouw, code
from vangnet.demo.dossier import ONDERSTEUNING, PROCESREGIE, Dossier, Inzet, Sluiting
from vangnet.demo.huis import Jaar
from vangnet.demo.verdeling import kies

WANORDE = 480  # days by which a younger casus may be closed before an older one
KANS_TAAI = 0.1
TAAI = 900  # days by which a stubborn casus is put off
EEN_DAG = timedelta(days=1)


def doorloop(bouw: Bouw, jaar: Jaar, *, straks_open: int | None) -> None:
    """Let the year happen. `straks_open` is the stock asked for on the day after it, if any."""
    stand = sum(dossier.is_open for dossier in bouw.dossiers)
    nieuw = sum(dossier.aangemeld_op.year == jaar.jaar for dossier in bouw.dossiers)
    bouw.boek.zet(f"{jaar.jaar}-01-01", "zaken_openstaand", {"": stand - nieuw})
    heropend = _heropen(bouw, jaar)
    for soort, naar in ((ONDERSTEUNING, PROCESREGIE), (PROCESREGIE, ONDERSTEUNING)):
        _wissel(bouw, jaar, soort=soort, naar=naar)
    afgesloten = dict(jaar.afgesloten)
    if ONDERSTEUNING not in afgesloten and straks_open is not None:
        sluiten = stand + heropend - straks_open
        afgesloten[ONDERSTEUNING] = max(sluiten - afgesloten.get(PROCESREGIE, 0), 0)
    _sluit_procesregie(bouw, jaar, afgesloten.get(PROCESREGIE, 0))
    _sluit_ondersteuning(bouw, jaar, afgesloten.get(ONDERSTEUNING, 0))


def _heropen(bouw: Bouw, jaar: Jaar) -> int:
    begin = date(jaar.jaar, 1, 1)
    gesloten = [dossier for dossier in bouw.dossiers if not dossier.is_open]
    gekozen = bouw.dobbel.sample(gesloten, min(jaar.heropend, len(gesloten)))
    for dossier in gekozen:
        heropend_op = bouw.dag_tussen(begin, date(jaar.jaar, 10, 31))
        dossier.sluitingen[-1].heropend_op = heropend_op
        dossier.inzetten.append(Inzet(dossier.inzet, heropend_op))
    bouw.boek.zet(jaar.jaar, "zaken_heropend", {"": len(gekozen)})
    return len(gekozen)


def _wissel(bouw: Bouw, jaar: Jaar, *, soort: str, naar: str) -> None:
    begin, einde = date(jaar.jaar, 1, 1), date(jaar.jaar, 12, 31)
    wissel = f"{soort}_{naar}"
    kandidaten = [
        dossier
        for dossier in bouw.dossiers
        if dossier.is_open
        and dossier.inzet == soort
        and dossier.laatste_dag < einde
        and not _wisselde_in(dossier, begin)
    ]
    gekozen = bouw.dobbel.sample(kandidaten, min(jaar.gewisseld.get(wissel, 0), len(kandidaten)))
    for dossier in gekozen:
        dag = bouw.dag_tussen(max(begin, dossier.laatste_dag + EEN_DAG), einde)
        dossier.inzetten[-1].tot = dag - EEN_DAG
        dossier.inzetten.append(Inzet(naar, dag))
    bouw.boek.zet(jaar.jaar, "zaken_gewisseld", {wissel: len(gekozen)}, dimensie="wissel")


def _wisselde_in(dossier: Dossier, begin: date) -> bool:
    return len(dossier.inzetten) > 1 and dossier.inzetten[-1].vanaf >= begin


def _te_sluiten(bouw: Bouw, jaar: Jaar, soort: str, aantal: int) -> list[Dossier]:
    einde = date(jaar.jaar, 12, 31)
    kandidaten = [
        (dossier.aangemeld_op.toordinal() + _uitstel(bouw), nummer, dossier)
        for nummer, dossier in enumerate(bouw.dossiers)
        if dossier.is_open and dossier.inzet == soort and dossier.laatste_dag <= einde
    ]
    return [dossier for _, _, dossier in sorted(kandidaten)[:aantal]]


def _uitstel(bouw: Bouw) -> int:
    taai = TAAI if bouw.dobbel.random() < KANS_TAAI else 0
    return taai + bouw.dobbel.randrange(WANORDE)


def _sluit(bouw: Bouw, jaar: Jaar, dossier: Dossier, sluiting: Sluiting) -> None:
    begin, einde = date(jaar.jaar, 1, 1), date(jaar.jaar, 12, 31)
    sluiting.afgesloten_op = bouw.dag_tussen(
        max(begin, min(dossier.laatste_dag + timedelta(days=14), einde)), einde
    )
    dossier.inzetten[-1].tot = sluiting.afgesloten_op
    dossier.sluitingen.append(sluiting)


def _sluit_procesregie(bouw: Bouw, jaar: Jaar, aantal: int) -> None:
    dossiers = _te_sluiten(bouw, jaar, PROCESREGIE, aantal)
    resultaten = bouw.deel(jaar, "resultaat", len(dossiers), sleutels=("goed_resultaat",))
    ontvangers = bouw.deel(jaar, "ontvanger_soort", len(dossiers), sleutels=("overdracht",))
    for dossier, resultaat, ontvanger in zip(dossiers, resultaten, ontvangers, strict=True):
        soort = "goed" if resultaat == "doel_gerealiseerd" else "anders"
        reden = kies(bouw.weging(jaar, f"afsluitreden_{soort}"), bouw.dobbel)
        sluiting = Sluiting(date.min, PROCESREGIE, code(reden), resultaat, code(ontvanger))
        _sluit(bouw, jaar, dossier, sluiting)
    bouw.boek.zet(
        jaar.jaar, "zaken_afgesloten", {PROCESREGIE: len(dossiers)}, dimensie="laatste_inzet"
    )


def _sluit_ondersteuning(bouw: Bouw, jaar: Jaar, aantal: int) -> None:
    dossiers = _te_sluiten(bouw, jaar, ONDERSTEUNING, aantal)
    for dossier in dossiers:
        reden = kies(bouw.weging(jaar, "afsluitreden_ondersteuning"), bouw.dobbel)
        _sluit(bouw, jaar, dossier, Sluiting(date.min, ONDERSTEUNING, code(reden)))
    bouw.boek.zet(
        jaar.jaar, "zaken_afgesloten", {ONDERSTEUNING: len(dossiers)}, dimensie="laatste_inzet"
    )
