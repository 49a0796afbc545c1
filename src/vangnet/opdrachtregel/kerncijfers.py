# SPDX-License-Identifier: EUPL-1.2
"""`kerncijfers` and `controleer`: figures of a period, and whether they fit together."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date

from vangnet.kern.fouten import VangnetFout
from vangnet.opdrachtregel.opdracht import GELUKT, MISLUKT, VERKEERD_AANGEROEPEN, Opdracht

_OPENBAAR = (
    "Cijfers voor buiten het huis kan deze versie nog niet maken: kleine aantallen worden nog niet "
    "onderdrukt. Laat --openbaar weg voor cijfers die binnen het huis blijven."
)


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ArgumentTypeError(
            f"'{tekst}' is geen datum; schrijf een dag als 2022-12-31"
        ) from None


def _kerncijfers_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument("--van", type=_dag, required=True, help="eerste dag die telt")
    lezer.add_argument("--tot", type=_dag, required=True, help="laatste dag die telt")
    lezer.add_argument(
        "--peildatum", type=_dag, help="dag aan het begin waarvan standen tellen (anders: --van)"
    )
    lezer.add_argument(
        "--formaat", choices=["tabel", "json", "csv"], default="tabel", help="vorm (anders: tabel)"
    )
    lezer.add_argument(
        "--openbaar", action="store_true", help="onderdruk kleine aantallen, voor buiten het huis"
    )


def _kerncijfers(keuze: Namespace) -> int:
    from vangnet.journaal.services import Act, leg_vast
    from vangnet.kerncijfers import weergave
    from vangnet.kerncijfers.berekening import bereken
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    if keuze.openbaar:
        raise VangnetFout(_OPENBAAR)
    if keuze.tot < keuze.van:
        return _verkeerde_periode(keuze)
    with als_opdrachtgever():
        cijfers = bereken(keuze.van, keuze.tot, keuze.peildatum)
        leg_vast(Act(handeling="cijfers.berekend", doel="kerncijfers", herkomst="opdrachtregel"))
    als_tekst = {
        "tabel": weergave.als_tabel,
        "json": weergave.als_json,
        "csv": weergave.als_csv,
    }[keuze.formaat]
    sys.stdout.write(als_tekst(cijfers))
    return GELUKT


def _controleer_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument("--van", type=_dag, help="eerste dag (anders: elk jaar met gegevens)")
    lezer.add_argument("--tot", type=_dag, help="laatste dag die telt")
    lezer.add_argument(
        "--formaat", choices=["tekst", "json"], default="tekst", help="vorm (anders: tekst)"
    )


def _controleer(keuze: Namespace) -> int:
    from vangnet.journaal.services import Act, leg_vast
    from vangnet.kerncijfers.controles import weergave
    from vangnet.kerncijfers.controles.bevinding import Oordeel
    from vangnet.kerncijfers.nakijken import kijk_na
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    if (keuze.van is None) != (keuze.tot is None):
        sys.stderr.write("Geef --van en --tot samen, of geen van beide.\n")
        return VERKEERD_AANGEROEPEN
    if keuze.van and keuze.tot < keuze.van:
        return _verkeerde_periode(keuze)
    with als_opdrachtgever():
        bevindingen = kijk_na((keuze.van, keuze.tot) if keuze.van else None)
        leg_vast(Act(handeling="cijfers.nagekeken", doel="kerncijfers", herkomst="opdrachtregel"))
    if keuze.formaat == "json":
        inhoud = {"bevindingen": [weergave.als_json(bevinding) for bevinding in bevindingen]}
        sys.stdout.write(json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(weergave.als_tekst(bevindingen) + "\n")
    staat = any(bevinding.oordeel is Oordeel.TEGENSPRAAK for bevinding in bevindingen)
    return MISLUKT if staat else GELUKT


def _verkeerde_periode(keuze: Namespace) -> int:
    sys.stderr.write(f"De periode eindigt ({keuze.tot}) voordat hij begint ({keuze.van}).\n")
    return VERKEERD_AANGEROEPEN


OPDRACHTEN = (
    Opdracht(
        naam="kerncijfers",
        uitleg="Toon de kerncijfers van een periode.",
        voorbeeld="bin/vangnet kerncijfers --van 2022-01-01 --tot 2022-12-31 --formaat json",
        doe=_kerncijfers,
        argumenten=_kerncijfers_argumenten,
    ),
    Opdracht(
        naam="controleer",
        uitleg="Kijk of berekende en gepubliceerde cijfers bij elkaar passen.",
        voorbeeld="bin/vangnet controleer --van 2022-01-01 --tot 2022-12-31",
        doe=_controleer,
        argumenten=_controleer_argumenten,
    ),
)
