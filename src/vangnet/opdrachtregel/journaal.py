# SPDX-License-Identifier: EUPL-1.2
"""`journaal verzegel` and `journaal controleer`: the log that holds (toegang.md section 6)."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from vangnet.opdrachtregel.opdracht import (
    GELUKT,
    MISLUKT,
    VERKEERD_AANGEROEPEN,
    Nodig,
    Opdracht,
)

if TYPE_CHECKING:
    from vangnet.journaal.controle import Verslag

_GETOOND = 5


def _journaal(keuze: Namespace) -> int:
    if keuze.wat == "controleer":
        return _controleer(keuze)
    if keuze.koppen or keuze.kop:
        sys.stderr.write("--koppen en --kop horen bij controleer.\n")
        return VERKEERD_AANGEROEPEN
    return _verzegel()


def _verzegel() -> int:
    import psycopg

    from config import settings
    from vangnet.journaal.zegels import meet_achterstand, verzegel

    with closing(psycopg.connect(adres_als("zegel"), autocommit=True)) as verbinding:
        aantal = verzegel(verbinding, settings.KOPPEN, alles=True)
        over = meet_achterstand(verbinding, alles=True)
    sys.stdout.write(f"{aantal} rijen verzegeld. Nog zonder zegel: {over.aantal}.\n")
    return GELUKT


def adres_als(rol: str) -> str:
    """The conninfo of the database as `rol`."""
    from psycopg.conninfo import make_conninfo

    from vangnet.opdrachtregel.backup import weg

    return make_conninfo(**weg(rol).gegevens | {"connect_timeout": "10"})


def _controleer(keuze: Namespace) -> int:
    from vangnet.journaal.controle import controleer

    verslag = controleer(
        adres_als("backup"),
        koppen=Path(keuze.koppen) if keuze.koppen else None,
        codes=keuze.kop,
    )
    _toon(verslag, met_koppen=bool(keuze.koppen or keuze.kop))
    return MISLUKT if verslag.fouten else GELUKT


def _toon(verslag: "Verslag", *, met_koppen: bool) -> None:
    regels = [f"{verslag.zegels} zegels nagerekend, {verslag.onverzegeld} rijen nog zonder zegel."]
    regels += [f"Opvallend: {zin}" for zin in verslag.opmerkingen]
    if not met_koppen:
        regels.append(
            "Zonder koppen van buiten de databank ziet de controle niet dat de laatste rijen zijn "
            "afgekapt. Geef ze mee met --koppen of --kop."
        )
    if verslag.fouten:
        eerste = verslag.fouten[0]
        wie = f", handeling {eerste.handeling}" if eerste.handeling else ""
        regels.append(f"NIET GOED. Eerste foute rij: zegel {eerste.volgnummer}{wie}: {eerste.wat}.")
        regels += [f"  zegel {een.volgnummer}: {een.wat}" for een in verslag.fouten[1:_GETOOND]]
        regels.append(f"Aantal fouten: {len(verslag.fouten)}.")
    else:
        regels.append("Goed: elke rij past bij haar zegel en de keten is heel.")
    sys.stdout.write("\n".join(regels) + "\n")


def _argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument(
        "wat",
        choices=["verzegel", "controleer"],
        help="verzegel: geef rijen een zegel; controleer: reken alles na",
    )
    lezer.add_argument("--koppen", metavar="BESTAND", help="bewaard bestand met koppen")
    lezer.add_argument(
        "--kop", metavar="CODE", action="append", default=[], help="opgeschreven code van een kop"
    )


OPDRACHTEN = (
    Opdracht(
        naam="journaal",
        uitleg="Verzegel het journaal, of controleer of er niets in is veranderd.",
        voorbeeld="bin/vangnet journaal controleer --koppen /media/kluis/koppen.jsonl",
        doe=_journaal,
        argumenten=_argumenten,
        nodig=Nodig.DATABANK,
    ),
)
