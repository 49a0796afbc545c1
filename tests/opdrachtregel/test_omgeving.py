# SPDX-License-Identifier: EUPL-1.2
"""bin/omgeving.sh: packages are installed once, and what was left half-made is made anew.

A play python3 stands in for the real one: it writes down what it was asked.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.databank import WORTEL

_PYTHON = """#!/bin/bash
hier=$(dirname "$(readlink -f "$0")")
case "$*" in
  -V) echo "Python ${PROEFVERSIE:-3.11.7}" ;;
  "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && echo venv >>"$PROEFLOG" ;;
  "-m pip -V") exit 0 ;;
  "-m pip install"*) alles="$*"; echo "pip ${alles##*/}" >>"$PROEFLOG"; exit "${PROEFPIP:-0}" ;;
esac
"""


class Map:
    """A checkout with nothing but the command and its lists."""

    def __init__(self, wortel: Path) -> None:
        self.wortel = wortel / "een map"
        (self.wortel / "bin").mkdir(parents=True)
        shutil.copy(WORTEL / "bin" / "omgeving.sh", self.wortel / "bin")
        for lijst in ("requirements.txt", "requirements-dev.txt"):
            (self.wortel / lijst).write_text("pakket==1\n", encoding="utf-8")
        self._log = wortel / "log"
        programma = wortel / "programma" / "python3"
        programma.parent.mkdir()
        programma.write_text(_PYTHON, encoding="utf-8")
        programma.chmod(0o755)
        self._pad = f"{programma.parent}:{os.environ['PATH']}"

    def draai(self, soort: str = "productie", **extra: str) -> "subprocess.CompletedProcess[str]":
        """Ask for the environment, as bin/vangnet does."""
        self._log.write_text("", encoding="utf-8")
        return subprocess.run(  # noqa: S603 - own script, fixed words
            ["/bin/bash", "-c", f'. "{self.wortel}/bin/omgeving.sh"; omgeving {soort}'],
            env={"PATH": self._pad, "PROEFLOG": str(self._log)} | extra,
            capture_output=True,
            text=True,
        )

    def gedaan(self) -> list[str]:
        """What the last run did."""
        return self._log.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def map_(tmp_path: Path) -> Map:
    return Map(tmp_path)


def test_de_eerste_keer_komen_omgeving_en_pakketten(map_: Map) -> None:
    uitkomst = map_.draai()

    assert uitkomst.returncode == 0, uitkomst.stderr
    assert map_.gedaan() == ["venv", "pip requirements.txt"]


def test_de_tweede_keer_gebeurt_er_niets(map_: Map) -> None:
    map_.draai()

    assert (map_.draai().stderr, map_.gedaan()) == ("", [])


def test_bij_een_andere_lijst_komen_alleen_de_pakketten_opnieuw(map_: Map) -> None:
    map_.draai()
    (map_.wortel / "requirements.txt").write_text("pakket==2\n", encoding="utf-8")
    map_.draai()

    assert map_.gedaan() == ["pip requirements.txt"]


def test_terug_naar_de_oude_lijst_is_ook_een_andere_lijst(map_: Map) -> None:
    map_.draai()
    for inhoud in ("pakket==2\n", "pakket==1\n"):
        (map_.wortel / "requirements.txt").write_text(inhoud, encoding="utf-8")
        map_.draai()

    assert map_.gedaan() == ["pip requirements.txt"]


def test_een_verplaatste_map_krijgt_een_nieuwe_omgeving(map_: Map) -> None:
    map_.draai()
    map_.wortel = map_.wortel.rename(map_.wortel.with_name("elders"))
    map_.draai()

    assert map_.gedaan() == ["venv", "pip requirements.txt"]


def test_een_andere_python_krijgt_een_nieuwe_omgeving(map_: Map) -> None:
    map_.draai()
    (map_.wortel / ".venv" / "bin" / "python").write_text("#!/bin/bash\necho Python 3.10\n")
    (map_.wortel / ".venv" / "stempel").write_text("", encoding="utf-8")
    map_.draai()

    assert map_.gedaan() == ["venv", "pip requirements.txt"]


def test_na_een_afgebroken_installatie_begint_hij_opnieuw(map_: Map) -> None:
    mislukt = map_.draai(PROEFPIP="1")
    map_.draai()

    assert mislukt.returncode == 1
    assert map_.gedaan() == ["venv", "pip requirements.txt"]


def test_een_mislukte_installatie_zegt_wat_er_is(map_: Map) -> None:
    assert "Is er een netwerk?" in map_.draai(PROEFPIP="1").stderr


def test_wat_voor_ontwikkelen_is_is_ook_genoeg_om_te_draaien(map_: Map) -> None:
    map_.draai("ontwikkeling")
    eerst = map_.gedaan()
    map_.draai("productie")

    assert (eerst, map_.gedaan()) == (["venv", "pip requirements-dev.txt"], [])


def test_instellingen_van_een_andere_python_en_databank_gaan_niet_mee(map_: Map) -> None:
    map_.draai()
    uitkomst = subprocess.run(  # noqa: S603 - own script, fixed words
        [
            "/bin/bash",
            "-c",
            f'. "{map_.wortel}/bin/omgeving.sh"; echo "$PYTHONPATH|${{PGPORT-weg}}"',
        ],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": "/elders", "PGPORT": "1"},
        capture_output=True,
        text=True,
    )

    assert uitkomst.stdout == f"{map_.wortel}/src:{map_.wortel}|weg\n"
