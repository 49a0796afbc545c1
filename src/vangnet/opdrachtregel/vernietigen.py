# SPDX-License-Identifier: EUPL-1.2
"""`vernietig`: what the worker does each minute, now and until nothing is left that is due."""

import sys
from argparse import Namespace

from vangnet.opdrachtregel.opdracht import GELUKT, Opdracht


def _vernietig(_keuze: Namespace) -> int:
    from vangnet.opdrachtregel.werker import vernietig_aanmeldingen

    totaal = 0
    while aantal := vernietig_aanmeldingen():
        totaal += aantal
    sys.stdout.write(f"{totaal} aanmeldingen zonder zaak vernietigd.\n")
    return GELUKT


OPDRACHTEN = (
    Opdracht(
        naam="vernietig",
        uitleg="Vernietig aanmeldingen zonder zaak waarvan de termijn voorbij is.",
        voorbeeld="bin/vangnet vernietig",
        doe=_vernietig,
    ),
)
