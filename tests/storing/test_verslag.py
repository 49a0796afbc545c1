# SPDX-License-Identifier: EUPL-1.2
"""The pages of docs/kwaliteit say what this run found, or the run fails."""

import re
from pathlib import Path

import pytest

from tests import uitslagen
from tests.storing import verslag


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Counts and pages of this test alone; each kind was planted once and seen."""
    monkeypatch.setattr(uitslagen, "MAP", tmp_path / "uitslagen")
    monkeypatch.setattr(verslag, "MAP", tmp_path)
    for soort in verslag.FOUTEN:
        uitslagen.noteer_fouten(soort, 1, [])
    for soort in verslag.CELLEN:
        uitslagen.noteer_cellen(soort, 1, lekken=[], weigeringen=[])
    return tmp_path


def test_wat_is_geschreven_klopt_met_wat_is_geteld() -> None:
    assert verslag.main(["schrijf"]) == 0
    assert verslag.main(["controleer"]) == 0


def test_een_fout_meer_maakt_de_bladzijde_onwaar() -> None:
    verslag.main(["schrijf"])
    uitslagen.noteer_fouten("beperking", 3, [])

    assert verslag.main(["controleer"]) == 1


def test_een_lek_maakt_de_bladzijde_onwaar() -> None:
    verslag.main(["schrijf"])
    uitslagen.noteer_cellen("relatie × tabel", 1, lekken=["een rij te veel"], weigeringen=[])

    assert verslag.main(["controleer"]) == 1


def test_een_andere_dag_is_geen_verschil(eigen_map: Path) -> None:
    verslag.main(["schrijf"])
    pagina = eigen_map / "fouten.md"
    pagina.write_text(
        re.sub(r"Measured on .*\.", "Measured on 1 January 2020.", pagina.read_text("utf-8")),
        encoding="utf-8",
    )

    assert verslag.main(["controleer"]) == 0


def test_een_soort_die_niet_liep_maakt_geen_verslag(eigen_map: Path) -> None:
    verslag.main(["leeg"])
    uitslagen.noteer_fouten("beperking", 1, [])

    with pytest.raises(SystemExit, match="niet gelopen"):
        verslag.main(["schrijf"])


def test_wat_is_losgelaten_staat_er_met_zijn_reden(eigen_map: Path) -> None:
    uitslagen.noteer_fouten("beperking", 2, [], {"regel: x": "omdat het mag"})
    verslag.main(["schrijf"])

    tekst = (eigen_map / "fouten.md").read_text(encoding="utf-8")
    assert "| beperking | `test_beperkingen_bijten.py` | 2 | 1 | 0 | 1 |" in tekst
    assert "| beperking | `regel: x` | omdat het mag |" in tekst
