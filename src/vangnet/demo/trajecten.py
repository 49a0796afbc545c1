# SPDX-License-Identifier: EUPL-1.2
"""Trajectbegeleiding: in which years which casussen had it, and the trajecten that give that."""

from datetime import date

from vangnet.demo.bouw import Bouw
from vangnet.demo.dossier import PROCESREGIE, Dossier, Inzet
from vangnet.demo.huis import Jaar

KANS_LOOPT_DOOR = 0.5


def begeleid(bouw: Bouw) -> None:
    """Give casussen their trajecten; needs the whole course, since an inzet must cover each day."""
    gekozen: dict[int, list[int]] = {}
    vorige: set[int] = set()
    for jaar in bouw.huis.jaren:
        vorige = _kies_dossiers(bouw, jaar, vorige)
        for nummer in vorige:
            gekozen.setdefault(nummer, []).append(jaar.jaar)
    laatste_jaar = bouw.huis.jaren[-1].jaar
    for nummer in sorted(gekozen):
        _maak_trajecten(bouw, bouw.dossiers[nummer], gekozen[nummer], laatste_jaar)


def _kies_dossiers(bouw: Bouw, jaar: Jaar, vorige: set[int]) -> set[int]:
    """Positions of the casussen with trajectbegeleiding in the year; those that had it go first."""
    mogelijk = [n for n, dossier in enumerate(bouw.dossiers) if _regie_in(dossier, jaar.jaar)]
    nieuw = [n for n in mogelijk if bouw.dossiers[n].aangemeld_op.year == jaar.jaar]
    ouder = [n for n in mogelijk if bouw.dossiers[n].aangemeld_op.year < jaar.jaar]
    bouw.dobbel.shuffle(nieuw)
    bouw.dobbel.shuffle(ouder)
    ouder.sort(key=lambda nummer: nummer not in vorige)
    gevraagd = jaar.trajectbegeleiding
    nieuw = nieuw[: gevraagd["nieuw"]]
    ouder = ouder[: gevraagd["totaal"] - gevraagd["nieuw"]]
    bouw.boek.zet(jaar.jaar, "trajectbegeleiding", {"": len(nieuw) + len(ouder)})
    bouw.boek.zet(jaar.jaar, "trajectbegeleiding_nieuw", {"": len(nieuw)})
    return {*nieuw, *ouder}


def _regie_in(dossier: Dossier, jaar: int) -> list[Inzet]:
    """The inzetten procesregie that touch the year."""
    return [
        inzet
        for inzet in dossier.inzetten
        if inzet.soort == PROCESREGIE
        and inzet.vanaf.year <= jaar
        and (inzet.tot is None or inzet.tot.year >= jaar)
    ]


def _maak_trajecten(bouw: Bouw, dossier: Dossier, jaren: list[int], laatste_jaar: int) -> None:
    """One traject for each run of years that one inzet covers."""
    open_jaren = list(jaren)
    while open_jaren:
        eerste = laatste = open_jaren.pop(0)
        inzet = _regie_in(dossier, eerste)[0]
        while open_jaren and open_jaren[0] == laatste + 1 and _loopt_in(inzet, open_jaren[0]):
            laatste = open_jaren.pop(0)
        vanaf = bouw.dag_tussen(*_dagen(inzet, eerste))
        dag_een, dag_eind = _dagen(inzet, laatste)
        tot: date | None = bouw.dag_tussen(max(vanaf, dag_een), dag_eind)
        loopt = inzet.tot is None and laatste == laatste_jaar
        if loopt and bouw.dobbel.random() < KANS_LOOPT_DOOR:
            tot = None
        dossier.trajecten.append((vanaf, tot))


def _loopt_in(inzet: Inzet, jaar: int) -> bool:
    return inzet.tot is None or inzet.tot.year >= jaar


def _dagen(inzet: Inzet, jaar: int) -> tuple[date, date]:
    """First and last day of the inzet inside the year."""
    einde = date(jaar, 12, 31)
    return max(inzet.vanaf, date(jaar, 1, 1)), min(inzet.tot or einde, einde)
