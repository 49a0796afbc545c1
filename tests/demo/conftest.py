# SPDX-License-Identifier: EUPL-1.2
"""The demo package and that of a second house, each made once for all tests."""

from pathlib import Path

import pytest

from tests.kerncijfers.telling import lees_pakket
from tests.kerncijfers.telling_regels import Rijen
from vangnet.demo.huis import DEMOHUIS
from vangnet.demo.pakket import Verslag, maak_pakket

KLEIN_HUIS = Path(__file__).parent / "huizen" / "klein.toml"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Verslag]:
    """Folder and report of the demo package."""
    doel = tmp_path_factory.mktemp("demo")
    return doel, maak_pakket(DEMOHUIS, doel, zaad=2022)


@pytest.fixture(scope="session")
def demorijen(demo: tuple[Path, Verslag]) -> Rijen:
    """The rows of the demo package by file."""
    return lees_pakket(demo[0])


@pytest.fixture(scope="session")
def klein(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Verslag]:
    """Folder and report of the second house."""
    doel = tmp_path_factory.mktemp("klein")
    return doel, maak_pakket(KLEIN_HUIS, doel, zaad=5)
