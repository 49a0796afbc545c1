# SPDX-License-Identifier: EUPL-1.2
"""While a package is made its order can be taken back, and nobody makes a second one with it.

Each with a second connection of its own, whose statements may take two seconds.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.bezetting import id_van
from tests.toegang.proefbank import als_app, zitting
from tests.uitwisseling.dossierhulp import goedgekeurd, uitgepakt, voer_dossier_uit
from tests.uitwisseling.hulp import OPDRACHT
from tests.wachten import tot_er_wachten
from vangnet.casus.models import Casus
from vangnet.documenten.selectors import inhoud_van
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.dossier import uitvoeren
from vangnet.uitwisseling.dossier.uitvoeren import OpdrachtIngetrokken, dossier_uitvoeren
from vangnet.uitwisseling.models import Dossieropdracht

GEBRUIK = "SELECT sleutel FROM uitwisseling.gebruik_dossieropdracht(%s, '')"
TREK_IN = "SELECT uitwisseling.trek_dossier_in(%s, '')"
AF = "SELECT uitwisseling.rond_dossier_af()"
FG, OPDRACHTREGEL = "privacy_officer", "opdrachtregel"


def doe(databank: str, wie: str, vraag: str, opdracht: UUID) -> None:
    """As another process does, at once or not at all."""
    with als_app(databank) as app, zitting(app, wie, terug=False):
        app.execute("SET LOCAL statement_timeout = '2s'")
        app.execute(vraag.encode(), [opdracht])


def staat(opdracht: UUID) -> tuple[bool, bool]:
    """Whether it is taken back, and whether it is used."""
    with als(Vrager(id_van("frank"))):
        rij = Dossieropdracht.objects.get(pk=opdracht)
        return rij.ingetrokken_op is not None, rij.gebruikt_op is not None


def handelingen() -> set[str]:
    with als(Vrager(id_van("frank"))):
        namen = Handeling.objects.filter(handeling__startswith="dossier")
        return set(namen.values_list("handeling", flat=True))


def stopt(pad: Path, opdracht: UUID) -> None:
    with pytest.raises(OpdrachtIngetrokken, match=r"ingetrokken terwijl.*niet meer te gebruiken"):
        voer_dossier_uit(pad / "uit.age", opdracht)

    assert list(pad.iterdir()) == []
    assert staat(opdracht) == (True, False)
    assert handelingen() == {
        *("dossieropdracht.gevraagd", "dossieropdracht.goedgekeurd", "dossieropdracht.ingetrokken"),
        "dossieropdracht.geweigerd",
    }


def test_intrekken_onder_de_tabellen_stopt_bij_de_volgende_bladzijde(
    eigen_databank: str, tmp_path: Path
) -> None:
    opdracht, stappen = goedgekeurd(), list[str]()

    def en_trek_in(stap: str, _aantal: int) -> None:
        stappen.append(stap)
        doe(eigen_databank, FG, TREK_IN, opdracht)

    with pytest.raises(OpdrachtIngetrokken):
        dossier_uitvoeren(
            tmp_path / "uit.age", opdracht=opdracht, vrager=OPDRACHT, voortgang=en_trek_in
        )

    assert stappen == ["organisaties schrijven"]
    assert list(tmp_path.iterdir()) == []
    assert staat(opdracht) == (True, False)


def test_intrekken_onder_de_documenten_laat_er_geen_meer_gaan(
    eigen_databank: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when it comes between the check and the reading: the database itself reads no more."""
    opdracht = goedgekeurd()

    def eerst_ingetrokken(versie: Any) -> bytes:
        doe(eigen_databank, FG, TREK_IN, opdracht)
        return inhoud_van(versie)

    monkeypatch.setattr(uitvoeren, "inhoud_van", eerst_ingetrokken)
    stopt(tmp_path, opdracht)


def test_intrekken_na_de_laatste_bladzijde_laat_geen_pakket_staan(
    eigen_databank: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opdracht, schrijf_op = goedgekeurd(), uitvoeren._schrijf_op

    def en_trek_in(*waarmee: Any) -> None:
        schrijf_op(*waarmee)
        doe(eigen_databank, FG, TREK_IN, opdracht)

    monkeypatch.setattr(uitvoeren, "_schrijf_op", en_trek_in)
    stopt(tmp_path, opdracht)


def test_een_tweede_uitvoer_met_dezelfde_opdracht_wordt_meteen_geweigerd(
    eigen_databank: str, tmp_path: Path
) -> None:
    opdracht, geweigerd = goedgekeurd(), list[bool]()

    def en_nog_een(_stap: str, _aantal: int) -> None:
        if not geweigerd:
            with pytest.raises(InsufficientPrivilege):
                doe(eigen_databank, OPDRACHTREGEL, GEBRUIK, opdracht)
            geweigerd.append(True)

    dossier_uitvoeren(
        tmp_path / "uit.age", opdracht=opdracht, vrager=OPDRACHT, voortgang=en_nog_een
    )

    assert geweigerd == [True]
    assert "bijdragen.csv" in uitgepakt(tmp_path / "uit.age")
    assert staat(opdracht) == (False, True)


def test_na_een_uitvoer_die_misging_is_de_opdracht_nog_te_gebruiken(
    eigen_databank: str, tmp_path: Path
) -> None:
    opdracht = goedgekeurd()

    def breek(_stap: str, _aantal: int) -> None:
        raise OSError

    with pytest.raises(OSError) as fout:  # noqa: PT011 - a full disk, or what else a machine has
        dossier_uitvoeren(tmp_path / "a.age", opdracht=opdracht, vrager=OPDRACHT, voortgang=breek)
    voer_dossier_uit(tmp_path / "b.age", opdracht)

    assert fout.value.__notes__ == [
        "Deze keer is de opdracht niet gebruikt, voor zover bekend. Kijk bij Dossierpakket hoe zij "
        "ervoor staat."
    ]
    assert [pad.name for pad in tmp_path.iterdir()] == ["b.age"]


def test_wie_intrekt_terwijl_de_opdracht_wordt_afgerond_is_te_laat(eigen_databank: str) -> None:
    opdracht = goedgekeurd()

    with als_app(eigen_databank) as app, zitting(app, OPDRACHTREGEL, terug=False):
        app.execute(GEBRUIK, [opdracht])
        assert app.execute(AF).fetchone() == (True,)
        klaar = ernaast(eigen_databank, FG, lambda ander: ander.execute(TREK_IN, [opdracht]))

    assert klaar() == "geweigerd"
    assert staat(opdracht) == (False, True)


def test_wie_afrondt_terwijl_de_opdracht_wordt_ingetrokken_is_te_laat(eigen_databank: str) -> None:
    opdracht = goedgekeurd()

    def maak(ander: psycopg.Connection) -> object:
        ander.execute(GEBRUIK, [opdracht])
        return ander.execute(AF).fetchone()

    with als_app(eigen_databank) as app, zitting(app, FG, terug=False):
        app.execute(TREK_IN, [opdracht])
        klaar = ernaast(eigen_databank, OPDRACHTREGEL, maak)

    assert klaar() == (False,)
    assert staat(opdracht) == (True, False)


def ernaast(
    databank: str, wie: str, daad: Callable[[psycopg.Connection], object]
) -> Callable[[], object]:
    """Somebody who does `daad` at the same time, once it waits; what comes of it when asked."""
    uitkomst: list[object] = []

    def draai() -> None:
        with als_app(databank) as app, zitting(app, wie, terug=False):
            try:
                uitkomst.append(daad(app))
            except InsufficientPrivilege:
                uitkomst.append("geweigerd")
                raise psycopg.Rollback from None

    def klaar() -> object:
        draad.join(30)
        return uitkomst[0]

    draad = threading.Thread(target=draai)
    draad.start()
    tot_er_wachten(databank)
    return klaar


@pytest.mark.parametrize("eerder", [True, False])
def test_wie_niet_aan_de_opdracht_begon_zegt_niet_dat_zij_ongebruikt_is(
    eerder: bool, eigen_databank: str, tmp_path: Path
) -> None:
    """The same command again after it went well, and one with a number that doesn't exist."""
    opdracht = goedgekeurd() if eerder else id_van("geen opdracht")
    (tmp_path / "uit.age").touch()
    if eerder:
        voer_dossier_uit(tmp_path / "al.age", opdracht)

    with pytest.raises(VangnetFout, match="bestaat al") as fout:
        voer_dossier_uit(tmp_path / "uit.age", opdracht)

    assert not hasattr(fout.value, "__notes__")


def test_een_zaak_die_met_de_opdracht_verdwijnt_zegt_dat_zij_is_ingetrokken(
    eigen_databank: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taken back between reading the version and reading whose document doesn't open."""
    opdracht = goedgekeurd()

    def dan_weg(_versie: Any) -> bytes:
        doe(eigen_databank, FG, TREK_IN, opdracht)
        raise Casus.DoesNotExist

    monkeypatch.setattr(uitvoeren, "inhoud_van", dan_weg)
    stopt(tmp_path, opdracht)


def test_een_ingetrokken_opdracht_begint_niet_meer(eigen_databank: str, tmp_path: Path) -> None:
    opdracht = goedgekeurd()
    doe(eigen_databank, FG, TREK_IN, opdracht)

    with pytest.raises(NietToegestaan, match="al een pakket mee gemaakt"):
        voer_dossier_uit(tmp_path / "uit.age", opdracht)
