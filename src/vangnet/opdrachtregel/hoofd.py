# SPDX-License-Identifier: EUPL-1.2
"""Parse the call, have the database ready, run the command as the right asker."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from typing import Any, NoReturn

from vangnet.kern.fouten import VangnetFout
from vangnet.opdrachtregel.nederlands import vertaal
from vangnet.opdrachtregel.opdracht import MISLUKT, VERKEERD_AANGEROEPEN, Opdracht

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


class Lezer(ArgumentParser):
    """argparse with Dutch words and exit code 2 for a wrong call."""

    def error(self, message: str) -> NoReturn:
        """Say in Dutch that the call is wrong and how to see help."""
        zin = vertaal(message)
        sys.stderr.write(f"Deze aanroep klopt niet: {zin}\nZie {self.prog} --help\n")
        sys.exit(VERKEERD_AANGEROEPEN)

    def format_help(self) -> str:
        """The help text, in Dutch throughout."""
        return vertaal(super().format_help())


def hoofd(argumenten: Sequence[str]) -> int:
    """Run one command; returns its exit code: 0 well, 1 failed or tegenspraak, 2 wrong call."""
    try:
        # Settings are read on import and may already have something to complain about.
        from vangnet.opdrachtregel.alle import OPDRACHTEN
        from vangnet.opdrachtregel.huis import in_het_huis

        lezer = _lezer(OPDRACHTEN)
        keuze = lezer.parse_args(argumenten)
        if not hasattr(keuze, "opdracht"):
            lezer.print_help()
            return VERKEERD_AANGEROEPEN
        with in_het_huis(keuze.opdracht.nodig):
            return int(keuze.opdracht.doe(keuze))
    except VangnetFout as fout:
        _zeg(str(fout), fout)
        return MISLUKT
    except KeyboardInterrupt as fout:
        _zeg("Afgebroken.", fout)
        return MISLUKT
    except BrokenPipeError:
        # The reader went away (`… | head`): not our failure, and nothing left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISLUKT
    except Exception as fout:
        from vangnet.opdrachtregel.onverwacht import zin_voor

        _zeg(zin_voor(fout), fout)
        return MISLUKT


def _zeg(zin: str, fout: BaseException) -> None:
    """The sentence of an error, and what the command added about how things stand now."""
    for regel in (zin, *getattr(fout, "__notes__", ())):
        sys.stderr.write(f"{regel}\n")


def _lezer(opdrachten: Sequence[Opdracht]) -> ArgumentParser:
    lezer = Lezer(prog="bin/vangnet", description="Vangnet op de opdrachtregel.", add_help=False)
    _hulp(lezer)
    onderdelen = lezer.add_subparsers(title="opdrachten", metavar="OPDRACHT", parser_class=Lezer)
    for opdracht in opdrachten:
        # A command without help text is left out of the overview.
        extra: dict[str, Any] = {} if opdracht.verborgen else {"help": opdracht.uitleg}
        deel = onderdelen.add_parser(
            opdracht.naam,
            description=opdracht.uitleg,
            epilog=f"Voorbeeld:\n  {opdracht.voorbeeld}",
            formatter_class=RawDescriptionHelpFormatter,
            add_help=False,
            **extra,
        )
        _hulp(deel)
        opdracht.argumenten(deel)
        deel.set_defaults(opdracht=opdracht)
    return lezer


def _hulp(lezer: ArgumentParser) -> None:
    lezer.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")
