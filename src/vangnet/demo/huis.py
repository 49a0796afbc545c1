# SPDX-License-Identifier: EUPL-1.2
"""The house file: name, gemeenten, organisations, and the totals per year to be met."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from vangnet.demo.verdeling import Verdeling

DEMOHUIS = Path(__file__).parent / "huizen" / "demo.toml"
"""The house file that comes along."""

GEEN_GROEP = "Anders"


class HuisFout(ValueError):
    """The house file says something that can't be read or used; the text is for its maker."""


@dataclass(frozen=True)
class Organisatie:
    """A partner of the house; `gewicht` is its chance inside its rapportgroep."""

    organisatie_id: str
    naam: str
    soort: str
    keten: str
    deelnemer: str = ""
    rapportgroep: str = ""
    gemeente: str = ""
    convenant_op: str = ""
    gewicht: float = 1.0


@dataclass(frozen=True)
class Telling:
    """A tally of a year: its total is dealt over its months and gemeenten."""

    soort: str
    aantal: int
    maanden: tuple[int, ...] = tuple(range(1, 13))
    gemeenten: tuple[str, ...] = ("",)


@dataclass(frozen=True)
class Jaar:
    """The totals of one year; dimensions are looked up in `verdelingen`."""

    jaar: int
    zaken: Mapping[str, int]
    maanden: tuple[int, ...]
    zonder_casus: Mapping[str, int]
    afgesloten: Mapping[str, int]
    openstaand: int | None
    heropend: int
    gewisseld: Mapping[str, int]
    personen_betrokken: int | None
    trajectbegeleiding: Mapping[str, int]
    adviezen: Mapping[str, int]
    meldingen: int
    prioriteringen: int
    signalen: int
    verdelingen: Mapping[str, Verdeling]
    tellingen: tuple[Telling, ...]
    overleggen: tuple[Telling, ...]
    financien: tuple[Mapping[str, str], ...]


@dataclass(frozen=True)
class Huis:
    """A fictitious house, as read from its file."""

    naam: str
    gemeenten: tuple[str, ...]
    organisaties: tuple[Organisatie, ...]
    jaren: tuple[Jaar, ...]
    prestatieafspraken: tuple[Mapping[str, str], ...] = ()
    gepubliceerd: Path | None = None
    groepen: Mapping[str, tuple[Organisatie, ...]] = field(default_factory=dict)


def lees_huis(pad: Path) -> Huis:
    """Read a house file (TOML). Raises HuisFout with a sentence on what is missing or wrong."""
    try:
        ruw = tomllib.loads(pad.read_text(encoding="utf-8"))
        organisaties = tuple(
            Organisatie(organisatie_id=f"O-{nummer:03d}", **tabel)
            for nummer, tabel in enumerate(ruw["organisaties"], start=1)
        )
        huis = Huis(
            naam=ruw["naam"],
            gemeenten=tuple(gemeente["code"] for gemeente in ruw["gemeenten"]),
            organisaties=organisaties,
            jaren=tuple(_lees_jaar(tabel, ruw.get("standaard", {})) for tabel in ruw["jaren"]),
            prestatieafspraken=tuple(map(_als_tekst, ruw.get("prestatieafspraken", ()))),
            gepubliceerd=pad.parent / ruw["gepubliceerd"] if "gepubliceerd" in ruw else None,
            groepen=_groepen(organisaties),
        )
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as fout:
        raise HuisFout(f"{pad.name}: {fout}") from fout
    _controleer(huis)
    return huis


def _lees_jaar(tabel: dict[str, Any], standaard: dict[str, Any]) -> Jaar:
    if vreemd := set(tabel) - {"verdeling", *(veld.name for veld in fields(Jaar))}:
        raise HuisFout(f"{tabel.get('jaar')}: onbekend: {', '.join(sorted(vreemd))}")
    zaken = tabel["zaken"]
    verdelingen = {**standaard, **tabel.get("verdeling", {})}
    return Jaar(
        jaar=tabel["jaar"],
        zaken=zaken,
        maanden=tuple(tabel["maanden"]),
        zonder_casus=tabel.get("zonder_casus", {}),
        afgesloten=tabel.get("afgesloten", {}),
        openstaand=tabel.get("openstaand"),
        heropend=tabel.get("heropend", 0),
        gewisseld=tabel.get("gewisseld", {}),
        personen_betrokken=tabel.get("personen_betrokken"),
        trajectbegeleiding=tabel.get("trajectbegeleiding", {"totaal": 0, "nieuw": 0}),
        adviezen=tabel.get("adviezen", {}),
        meldingen=tabel.get("meldingen", 0),
        prioriteringen=tabel.get("prioriteringen", 0),
        signalen=tabel.get("signalen", 0),
        verdelingen={naam: Verdeling(**inhoud) for naam, inhoud in verdelingen.items()},
        tellingen=_lees_tellingen(tabel.get("tellingen", ())),
        overleggen=_lees_tellingen(tabel.get("overleggen", ())),
        financien=tuple(map(_als_tekst, tabel.get("financien", ()))),
    )


def _lees_tellingen(tabellen: list[dict[str, Any]]) -> tuple[Telling, ...]:
    return tuple(
        Telling(
            soort=tabel["soort"],
            aantal=tabel["aantal"],
            maanden=tuple(tabel.get("maanden", range(1, 13))),
            gemeenten=tuple(tabel.get("gemeenten", ("",))),
        )
        for tabel in tabellen
    )


def _als_tekst(tabel: Mapping[str, Any]) -> dict[str, str]:
    return {naam: str(waarde) for naam, waarde in tabel.items()}


def _groepen(organisaties: tuple[Organisatie, ...]) -> dict[str, tuple[Organisatie, ...]]:
    """Organisations by rapportgroep; those without one are the group Anders."""
    groepen: dict[str, list[Organisatie]] = {}
    for organisatie in organisaties:
        if organisatie.gewicht > 0:
            groepen.setdefault(organisatie.rapportgroep or GEEN_GROEP, []).append(organisatie)
    return {naam: tuple(leden) for naam, leden in groepen.items()}


def _controleer(huis: Huis) -> None:
    for jaar in huis.jaren:
        if len(jaar.maanden) != 12:
            raise HuisFout(f"{jaar.jaar}: maanden heeft 12 getallen nodig")
        if sum(jaar.maanden) < sum(jaar.zaken.values()) + sum(jaar.zonder_casus.values()):
            raise HuisFout(f"{jaar.jaar}: minder aanmeldingen dan zaken en afwijzingen samen")
        verdeling = jaar.verdelingen["aanmelder_groep"]
        groepen = {*verdeling.aantal, *verdeling.aandeel, *verdeling.gewicht}
        if onbekend := groepen - set(huis.groepen):
            raise HuisFout(f"{jaar.jaar}: geen organisatie in groep {sorted(onbekend)}")
