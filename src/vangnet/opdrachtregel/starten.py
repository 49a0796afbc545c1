# SPDX-License-Identifier: EUPL-1.2
"""`start`: database, schema, web and worker on one port, until Ctrl-C."""

import sys
from argparse import ArgumentParser, Namespace

from vangnet.opdrachtregel.opdracht import GELUKT, Nodig, Opdracht


def _start(keuze: Namespace) -> int:
    from vangnet.opdrachtregel.toezicht import draai_alles

    draai_alles(demo=not keuze.leeg)
    return GELUKT


def _argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument(
        "--leeg", action="store_true", help="begin met een leeg huis in plaats van de demo"
    )


def _demo(_: Namespace) -> int:
    from vangnet.opdrachtregel.demo import demo_vullen

    for regel in demo_vullen():
        sys.stdout.write(f"{regel}\n")
    return GELUKT


def _demo_merk(_: Namespace) -> int:
    from vangnet.demo.huis import DEMOHUIS, lees_huis
    from vangnet.gebruikers.services import demo_zetten

    huis = lees_huis(DEMOHUIS)
    demo_zetten(huis.naam, huis.gemeenten)
    return GELUKT


def _demo_delen(_: Namespace) -> int:
    from vangnet.aanmelding.voorbeeld import demo_aanmelden
    from vangnet.afsluiting.voorbeeld import demo_afsluiten
    from vangnet.beeld.voorbeeld import demo_beeld
    from vangnet.casus.voorbeeld import demo_delen
    from vangnet.casus.voorbeeld_licht import demo_ondersteunen
    from vangnet.overleg.voorbeeld import demo_overleggen
    from vangnet.plan.voorbeeld import demo_plan
    from vangnet.voortgang.voorbeeld import demo_voortgang
    from vangnet.voortgang.voorbeeld_traject import demo_trajecten

    demo_delen()
    demo_beeld()
    demo_aanmelden()
    demo_plan()
    demo_voortgang()
    demo_trajecten()
    demo_overleggen()
    demo_afsluiten()
    demo_ondersteunen()
    return GELUKT


def _werker(_: Namespace) -> int:
    from vangnet.opdrachtregel.werker import draai_werker

    draai_werker()
    return GELUKT


OPDRACHTEN = (
    Opdracht(
        naam="start",
        uitleg="Start Vangnet: databank, webpagina's en taken. Stop met Ctrl-C.",
        voorbeeld="bin/vangnet start",
        doe=_start,
        argumenten=_argumenten,
        nodig=Nodig.NIETS,
    ),
    Opdracht(
        naam="demo",
        uitleg="Vul een nieuw, leeg huis met de demo-provincie en merk het als demo.",
        voorbeeld="VANGNET_DATA=/srv/proef bin/vangnet demo",
        doe=_demo,
    ),
    Opdracht(
        naam="werker",
        uitleg="Voer taken uit, zoals de invoer van een pakket; bin/start doet dit vanzelf.",
        voorbeeld="bin/vangnet werker",
        doe=_werker,
        nodig=Nodig.DIENST,
    ),
    Opdracht(
        naam="demo-merk",
        uitleg="Onderdeel van demo.",
        voorbeeld="bin/vangnet demo",
        doe=_demo_merk,
        nodig=Nodig.EIGENAAR,
        verborgen=True,
    ),
    Opdracht(
        naam="demo-delen",
        uitleg="Onderdeel van demo.",
        voorbeeld="bin/vangnet demo",
        doe=_demo_delen,
        nodig=Nodig.EIGENAAR,
        verborgen=True,
    ),
)
