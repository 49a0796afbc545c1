# SPDX-License-Identifier: EUPL-1.2
"""Documentation that a reader can trust: links lead somewhere, lists are complete."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from config.omgeving import INSTELLINGEN
from tests.architectuur.boom import WORTEL, bestanden, instelling, kamerlagen, kort
from tests.browser.plaatjes import PLAATJES
from vangnet.opdrachtregel.alle import OPDRACHTEN

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_VERWIJZING = re.compile(r"\]\(([^)\s]+)\)")
_KOP = re.compile(r"^#+ (.+)$", re.MULTILINE)
_VERSIE = re.compile(r"^## \[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d{2}-\d{2})$")
RUBRIEKEN = {
    "Let op bij bijwerken",
    "Nieuw",
    "Gewijzigd",
    "Verouderd",
    "Verwijderd",
    "Opgelost",
    "Beveiliging",
}


def ankers(pad: Path) -> set[str]:
    """The anchors that the headings of a page give."""
    koppen = _KOP.findall(pad.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", kop.lower()).replace(" ", "-") for kop in koppen}


def eigen_verwijzingen(pad: Path) -> Iterator[tuple[str, Path, str]]:
    """Links of a page to this repository: as written, the file, the anchor."""
    for doel in _VERWIJZING.findall(_CODE.sub("", pad.read_text(encoding="utf-8"))):
        if not re.match(r"[a-z]+:", doel):
            bestand, _, anker = doel.partition("#")
            yield doel, (pad.parent / bestand if bestand else pad).resolve(), anker


def wijzigingen() -> list[str]:
    return (WORTEL / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()


def test_elke_verwijzing_komt_uit() -> None:
    dood = [
        f"{kort(pad)}: {doel}"
        for pad in bestanden(einde=".md")
        for doel, bestand, anker in eigen_verwijzingen(pad)
        if not bestand.exists() or (anker and anker not in ankers(bestand))
    ]

    assert dood == []


def test_elk_plaatje_staat_in_een_bladzijde_en_is_opnieuw_te_maken() -> None:
    gebruikt = {
        bestand.stem
        for pad in bestanden(einde=".md")
        for _, bestand, _ in eigen_verwijzingen(pad)
        if bestand.parent == WORTEL / "docs" / "beeld"
    }
    bewaard = {pad.stem for pad in (WORTEL / "docs" / "beeld").iterdir()}

    assert bewaard == gebruikt
    assert bewaard == {*PLAATJES, "zelfde-zaak-niet"}


def test_elk_besluit_staat_in_de_lijst() -> None:
    lijst = (WORTEL / "docs" / "adr" / "index.md").read_text(encoding="utf-8")
    besluiten = [pad.name for pad in bestanden("docs/adr", einde=".md") if pad.name != "index.md"]

    assert [naam for naam in besluiten if f"({naam})" not in lijst] == []


def test_een_besluit_is_hooguit_een_bladzijde() -> None:
    lang = [
        kort(pad)
        for pad in bestanden("docs/adr", einde=".md")
        if pad.name != "index.md" and len(pad.read_text(encoding="utf-8").split()) > 450
    ]

    assert lang == []


def test_elke_kamer_staat_op_de_plaat() -> None:
    plaat = (WORTEL / "docs" / "architectuur.svg").read_text(encoding="utf-8")
    kamers = sorted(kamer for laag in kamerlagen() for kamer in laag)

    assert [kamer for kamer in kamers if f">{kamer}</text>" not in plaat] == []


def test_elke_instelling_is_beschreven_en_andersom() -> None:
    bladzijde = (WORTEL / "docs/beheer/instellingen.md").read_text(encoding="utf-8")
    beschreven = set(re.findall(r"^\| `(\w+)` \|", bladzijde, re.MULTILINE))

    assert beschreven == INSTELLINGEN.keys()


def test_de_wijzigingen_beginnen_met_wat_nog_niet_is_uitgebracht() -> None:
    koppen = [regel for regel in wijzigingen() if regel.startswith("## ")]

    assert koppen[0] == "## [Nog niet uitgebracht]"
    assert [kop for kop in koppen[1:] if not _VERSIE.match(kop)] == []


def test_de_nieuwste_versie_staat_boven_de_oudere() -> None:
    versies = [gevonden.groups() for regel in wijzigingen() if (gevonden := _VERSIE.match(regel))]
    nummers = [tuple(map(int, versie[:3])) for versie in versies]

    assert [paar for paar in pairwise(nummers) if paar[0] <= paar[1]] == []
    assert nummers[:1] in ([], [tuple(map(int, instelling("project", "version").split(".")))])


def test_elke_wijziging_staat_in_een_bekende_rubriek() -> None:
    rubrieken = {regel.removeprefix("### ") for regel in wijzigingen() if regel.startswith("### ")}

    assert rubrieken - RUBRIEKEN == set()


def test_de_bladzijde_met_opdrachten_noemt_ze_allemaal() -> None:
    bladzijde = (WORTEL / "docs/beheer/opdrachten.md").read_text(encoding="utf-8")
    beschreven = set(re.findall(r"^\| `(\S+?)[` ]", bladzijde, re.MULTILINE))

    assert beschreven == {opdracht.naam for opdracht in OPDRACHTEN if not opdracht.verborgen}


def test_elke_genoemde_opdracht_bestaat() -> None:
    bekend = {opdracht.naam for opdracht in OPDRACHTEN} | {"OPDRACHT"}
    verzonnen = [
        f"{kort(pad)}: {naam}"
        for pad in bestanden(einde=".md")
        for naam in re.findall(r"bin/vangnet (\w[\w-]*)", pad.read_text(encoding="utf-8"))
        if naam not in bekend
    ]

    assert verzonnen == []
