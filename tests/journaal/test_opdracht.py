# SPDX-License-Identifier: EUPL-1.2
"""The worker's round, and the commands of who checks the journaal."""

from pathlib import Path

import pytest

from config import settings as instellingen
from tests.journaal.conftest import Zegelhuis
from tests.opdrachtregel.aanroep import Uitkomst, vangnet
from vangnet.opdrachtregel.werker import verzegel_eens


@pytest.fixture
def in_dit_huis(zegelhuis: Zegelhuis, monkeypatch: pytest.MonkeyPatch) -> Zegelhuis:
    """What the worker reads of its surroundings points at the clone."""
    monkeypatch.setenv("VANGNET_DATABANK", zegelhuis.naam)
    monkeypatch.setattr(instellingen, "KOPPEN", zegelhuis.koppen)
    return zegelhuis


def controleer(huis: Zegelhuis, *woorden: str) -> Uitkomst:
    return vangnet("journaal", "controleer", *woorden, databank=huis.naam)


def test_de_werker_verzegelt(in_dit_huis: Zegelhuis) -> None:
    in_dit_huis.schrijf(2)
    verzegel_eens(alles=False)

    assert in_dit_huis.controleer(koppen=True).zegels == 2


def test_de_werker_meldt_wat_te_lang_wacht(
    in_dit_huis: Zegelhuis, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_dit_huis.schrijf(1)
    in_dit_huis.doe("UPDATE journaal_handeling SET moment = moment - interval '6 minutes'")
    # Somebody else is sealing, for ever.
    monkeypatch.setattr("vangnet.journaal.zegels.verzegel", lambda *_, **__: 0)
    verzegel_eens(alles=False)

    (regel,) = [een for een in caplog.records if een.msg == "journaal.achterstand"]
    assert regel.__dict__["ids"]["aantal"] == 1


def test_de_werker_gaat_door_als_verzegelen_mislukt(
    in_dit_huis: Zegelhuis, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANGNET_DATABANK", "bestaat_niet")
    verzegel_eens(alles=False)

    assert "journaal.verzegelen_mislukt" in caplog.text


def test_een_heel_journaal_geeft_nul(verzegeld: Zegelhuis) -> None:
    uitkomst = controleer(verzegeld, "--koppen", str(verzegeld.koppen))

    assert uitkomst.returncode == 0
    assert "12 zegels nagerekend" in uitkomst.stdout
    assert "Goed:" in uitkomst.stdout


def test_een_gewijzigde_rij_geeft_een_en_wordt_genoemd(verzegeld: Zegelhuis) -> None:
    verzegeld.doe("UPDATE journaal_handeling SET doel = '' WHERE id = <5>")
    uitkomst = controleer(verzegeld)

    assert uitkomst.returncode == 1
    assert "Eerste foute rij: zegel 5, handeling " in uitkomst.stdout
    assert "Zonder koppen" in uitkomst.stdout


def test_een_bestand_dat_er_niet_is_en_een_verkeerde_code(
    verzegeld: Zegelhuis, tmp_path: Path
) -> None:
    assert "niet te lezen" in controleer(verzegeld, "--koppen", str(tmp_path / "weg")).stderr
    assert "geen code van een kop" in controleer(verzegeld, "--kop", "abc").stderr
    assert "geen code van een kop" in controleer(verzegeld, "--kop", "²-3f2a9c1d77e0ab12").stderr
    (leeg := tmp_path / "leeg").write_text("geen kop\n")
    assert "staat geen enkele kop" in controleer(verzegeld, "--koppen", str(leeg)).stderr


def test_verzegelen_met_de_hand(in_dit_huis: Zegelhuis) -> None:
    in_dit_huis.schrijf(3)
    uitkomst = vangnet(
        "journaal",
        "verzegel",
        databank=in_dit_huis.naam,
        VANGNET_KOPPEN=str(in_dit_huis.koppen),
    )

    assert uitkomst.stdout == "3 rijen verzegeld. Nog zonder zegel: 0.\n"
    assert in_dit_huis.koppen.read_text().count("\n") == 1
