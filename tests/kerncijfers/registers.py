# SPDX-License-Identifier: EUPL-1.2
"""Random registers, valid by all rules of uitwisseling.md, for property tests of the figures."""

import csv
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from tests.kerncijfers import telling_regels as klassen
from tests.kerncijfers.registers_zaken import (
    EERSTE,
    LAATSTE,
    dagen,
    gemeenten,
    keuze,
    persoon,
    zaken,
)
from tests.kerncijfers.telling import SOM_VAN_TELLINGEN
from tests.kerncijfers.telling_regels import Rij, Rijen

TELLING_SOORTEN = [soort for _, _, soorten, _ in SOM_VAN_TELLINGEN for soort in soorten]
FINANCIEEL = [
    "begroting",
    "dekking",
    "kosten",
    "resultaat",
    "mutatie_restant",
    "restant",
    "reserve",
]
OVERLEG_SOORTEN = ["casusoverleg", "triagetafel", "casustafel_radicalisering"]
PERSONEN = [
    persoon("P-1", "1990-05-05", "999900006"),
    persoon("P-2", "2004-02-29"),
    persoon("P-3", ""),
]
ORGANISATIES: list[Rij] = [
    {
        "organisatie_id": organisatie_id,
        "naam": f"Partner {organisatie_id}",
        "soort": soort,
        "keten": keten,
        "deelnemer": deelnemer,
        "convenant_op": "",
        "rapportgroep": groep,
    }
    for organisatie_id, soort, keten, deelnemer, groep in (
        ("O-1", "gemeente", "bestuur", "publiek", "Gemeenten"),
        ("O-2", "politie", "justitie", "publiek", "Politie"),
        ("O-3", "ggz", "zorg", "privaat", ""),
        ("O-4", "gemeente", "bestuur", "publiek", "Gemeenten"),
    )
]


@st.composite
def _afgewezen(draw: st.DrawFn) -> Rij:
    """An aanmelding without casus: triaged, or waiting for triage."""
    ontvangen_op = draw(dagen(EERSTE, LAATSTE))
    besluit = draw(st.sampled_from(["advies", "elders", "niet_in_behandeling", ""]))
    triage_op = draw(dagen(ontvangen_op, LAATSTE)) if besluit else None
    return {
        "aanmelding_id": "",
        "ontvangen_op": ontvangen_op.isoformat(),
        "aanmelder": draw(st.sampled_from(["O-1", "O-2", "O-3"])),
        "aangedragen_door": "",
        "herkomst": draw(keuze(klassen.HERKOMST)),
        "gemeente": draw(gemeenten(ontvangen_op)),
        "aandachtsgebied": draw(keuze(klassen.AANDACHTSGEBIED)),
        "aanleiding": "",
        "triage_op": triage_op.isoformat() if triage_op else "",
        "triage_besluit": besluit,
        "reden": draw(keuze(klassen.REDEN)) if besluit else "",
        "casus_id": "",
    }


@st.composite
def _advies(draw: st.DrawFn) -> Rij:
    datum = draw(dagen(EERSTE, LAATSTE))
    return {
        "advies_id": "",
        "datum": datum.isoformat(),
        "soort": draw(st.sampled_from(["kort_advies", "trajectbegeleiding"])),
        "organisatie_id": draw(st.sampled_from(["O-1", "O-2", "O-3", ""])),
        "aan": draw(keuze(klassen.AAN)),
        "thema": draw(keuze(klassen.THEMA)),
        "gemeente": draw(gemeenten(datum)),
    }


@st.composite
def _telling(draw: st.DrawFn) -> Rij:
    datum = draw(dagen(EERSTE, LAATSTE))
    return {
        "datum": datum.isoformat(),
        "soort": draw(st.sampled_from(TELLING_SOORTEN)),
        "aantal": str(draw(st.sampled_from([0, 1, 2, 7, 100]))),
        "gemeente": draw(gemeenten(datum)),
    }


@st.composite
def _overleg(draw: st.DrawFn) -> Rij:
    datum = draw(dagen(EERSTE, LAATSTE))
    return {
        "overleg_id": "",
        "datum": datum.isoformat(),
        "soort": draw(st.sampled_from(OVERLEG_SOORTEN)),
        "casus_id": "",
        "gemeente": draw(gemeenten(datum)),
    }


@st.composite
def _financien(draw: st.DrawFn) -> Rij:
    bedrag = draw(st.integers(1, 200_000_000)) / 100
    soort = draw(st.sampled_from(FINANCIEEL))
    tekort = soort in {"resultaat", "mutatie_restant"} and draw(st.booleans())
    return {
        "jaar": str(draw(st.sampled_from([2021, 2022]))),
        "soort": soort,
        "post": draw(st.sampled_from(["huur", "personeel"])),
        "bron": draw(keuze(klassen.BRON)),
        "bedrag": f"{-bedrag if tekort else bedrag:.2f}",
        "besluit_op": "",
    }


def _een_per_sleutel(rijen: list[Rij], *kolommen: str) -> list[Rij]:
    return list({tuple(rij[kolom] for kolom in kolommen): rij for rij in rijen}.values())


def _genummerd(rijen: list[Rij], kolom: str, letter: str) -> list[Rij]:
    return [{**rij, kolom: f"{letter}-{nummer}"} for nummer, rij in enumerate(rijen, start=1)]


@st.composite
def registers(draw: st.DrawFn, *, meeste_zaken: int = 5) -> Rijen:
    """A whole register: rows by file, every row with the same columns as the others of its file."""
    register: Rijen = {"organisaties": list(ORGANISATIES), "personen": list(PERSONEN)}
    bekend = [rij["persoon_id"] for rij in PERSONEN]
    for nummer in range(1, draw(st.integers(0, meeste_zaken)) + 1):
        for naam, rijen in draw(zaken(nummer, bekend)).items():
            register[naam] = register.get(naam, []) + rijen
    afgewezen = _genummerd(draw(st.lists(_afgewezen(), max_size=4)), "aanmelding_id", "B")
    register["aanmeldingen"] = register.get("aanmeldingen", []) + afgewezen
    register["adviezen"] = _genummerd(draw(st.lists(_advies(), max_size=4)), "advies_id", "K")
    register["overleggen"] = _genummerd(draw(st.lists(_overleg(), max_size=3)), "overleg_id", "V")
    tellingen = draw(st.lists(_telling(), max_size=6))
    register["tellingen"] = _een_per_sleutel(tellingen, "datum", "soort", "gemeente")
    financien = draw(st.lists(_financien(), max_size=6))
    register["financien"] = _een_per_sleutel(financien, "jaar", "soort", "post", "bron")
    return register


@st.composite
def perioden(draw: st.DrawFn) -> tuple[date, date, date]:
    """A period and a peildatum: years, months, single days and anything else."""
    soort = draw(st.sampled_from(["jaar", "jaar", "maand", "dag", "vrij"]))
    van = draw(dagen(EERSTE, LAATSTE))
    tot = draw(dagen(van, LAATSTE))
    if soort == "jaar":
        jaar = draw(st.sampled_from([2018, 2020, 2021, 2022]))
        van, tot = date(jaar, 1, 1), date(jaar, 12, 31)
    elif soort == "maand":
        van = van.replace(day=1)
        tot = (van + timedelta(days=62)).replace(day=1) - timedelta(days=1)
    elif soort == "dag":
        tot = van
    peildatum = draw(
        st.one_of(st.just(van), st.just(tot + timedelta(days=1)), dagen(EERSTE, LAATSTE))
    )
    return van, tot, peildatum


def schrijf_pakket(register: Rijen, map_: Path) -> None:
    """Write a register as a package folder; a file without rows is left out."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, rijen in register.items():
        if not rijen:
            continue
        with (map_ / f"{naam}.csv").open("w", encoding="utf-8", newline="") as bestand:
            schrijver = csv.DictWriter(bestand, list(rijen[0]), restval="")
            schrijver.writeheader()
            schrijver.writerows(rijen)
