# SPDX-License-Identifier: EUPL-1.2
"""What happens while others work: a right that ends, a second import, a commit that others see."""

from pathlib import Path

import pytest

from tests.databank import cluster
from tests.uitwisseling.hulp import GAAF, OPDRACHT, schrijf, voer_in
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.uitwisseling.formaat import BESTANDEN
from vangnet.uitwisseling.invoer.bank import SLOT
from vangnet.uitwisseling.services import register_uitvoeren


def _beheer(databank: str, vraag: str) -> list[tuple[object, ...]]:
    with cluster().verbind(BEHEERDER, databank) as verbinding:
        cursor = verbinding.execute(vraag)
        return cursor.fetchall() if cursor.description else []


@pytest.mark.asvs("8.3.2")
def test_een_uitvoer_stopt_binnen_een_bladzijde_als_het_recht_eindigt(
    eigen_databank: str, tmp_path: Path
) -> None:
    def ontneem(stap: str, aantal: int) -> None:
        _beheer(
            eigen_databank,
            "UPDATE toegang_accountrol SET vanaf = '2019-01-01', tot = '2020-01-01' "
            "WHERE rol = 'opdrachtregel'",
        )

    with pytest.raises(NietToegestaan):
        register_uitvoeren(tmp_path / "uit", reden="proef", vrager=OPDRACHT, voortgang=ontneem)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.asvs("2.3.4")
def test_een_tweede_invoer_tegelijk_wordt_geweigerd(eigen_databank: str, tmp_path: Path) -> None:
    beheer = cluster().verbind(BEHEERDER, eigen_databank)
    with beheer as verbinding, verbinding.transaction():
        verbinding.execute("SELECT pg_advisory_xact_lock(%s)", [SLOT])

        with pytest.raises(VangnetFout, match="loopt al een andere import"):
            voer_in(schrijf(tmp_path, GAAF))


def test_na_een_invoer_zien_anderen_het_register_en_een_lege_werkbank(
    eigen_databank: str, tmp_path: Path
) -> None:
    voer_in(schrijf(tmp_path, GAAF))

    assert _beheer(eigen_databank, "SELECT 1 FROM casus_casus WHERE kenmerk = 'C1'") == [(1,)]
    for naam in (*BESTANDEN, "fout", "bsn"):
        assert _beheer(eigen_databank, f"SELECT count(*) FROM invoer.{naam}") == [(0,)]  # noqa: S608


def test_een_invoer_brengt_de_feiten_bij(eigen_databank: str, tmp_path: Path) -> None:
    voer_in(schrijf(tmp_path / "in", GAAF))

    vraag = "SELECT f.aangemeld_op::text FROM feit_casus f JOIN casus_casus c ON c.id = f.bron_id "
    assert _beheer(eigen_databank, vraag + "WHERE c.kenmerk = 'C1'") == [("2022-03-01",)]
