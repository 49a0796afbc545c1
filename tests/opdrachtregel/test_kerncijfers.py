# SPDX-License-Identifier: EUPL-1.2
"""`bin/vangnet kerncijfers` and `controleer`: what they say, and with which exit code."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoDbBlocker

from tests.databank import cluster
from tests.kerncijfers.klein import KLEIN
from tests.kerncijfers.laden import laad, leeg_huis, opdrachtregel
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.opdrachtregel.hoofd import hoofd

JAAR = ["--van", "2022-01-01", "--tot", "2022-12-31"]


@pytest.fixture(scope="module")
def huis(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A house with the small register in it, committed; gives the name of its database."""
    with django_db_blocker.unblock(), leeg_huis() as naam:
        with opdrachtregel(terug=False):
            laad(KLEIN)
        yield naam


@pytest.fixture
def twee_waarden(huis: str) -> Iterator[None]:
    """One report gave 91 and 93 for the new casussen of 2022."""
    with cluster().verbind(BEHEERDER, huis) as verbinding:
        for waarde in (91, 93):
            verbinding.execute(
                "INSERT INTO kerncijfers_gepubliceerdcijfer "
                "(id, rapport, van, tot, sleutel, waarde, eenheid, plaats) VALUES "
                "(gen_random_uuid(), 'Verslag 2022', %s, %s, 'zaken_aangemeld', %s, 'zaken', %s)",
                (date(2022, 1, 1), date(2022, 12, 31), Decimal(waarde), f"regel {waarde}"),
            )
        yield
        verbinding.execute("DELETE FROM kerncijfers_gepubliceerdcijfer")


@pytest.mark.usefixtures("huis")
def test_kerncijfers_geeft_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert hoofd(["kerncijfers", *JAAR, "--formaat", "json"]) == 0

    uit = json.loads(capsys.readouterr().out)
    assert uit["peildatum"] == "2022-01-01"
    assert {c["sleutel"]: c["waarde"] for c in uit["kerncijfers"]}["aanmeldingen"] == 3


@pytest.mark.usefixtures("huis")
def test_kerncijfers_neemt_standen_op_de_peildatum(capsys: pytest.CaptureFixture[str]) -> None:
    assert hoofd(["kerncijfers", *JAAR, "--peildatum", "2022-07-01", "--formaat", "csv"]) == 0

    assert "2022-07-01,zaken_openstaand,Open zaken,zaken,1,,,1," in capsys.readouterr().out


@pytest.mark.usefixtures("huis")
@pytest.mark.parametrize(
    ("naam", "handeling"),
    [("kerncijfers", "cijfers.berekend"), ("controleer", "cijfers.nagekeken")],
)
def test_een_opdracht_laat_een_spoor_in_het_journaal(naam: str, handeling: str) -> None:
    with opdrachtregel():
        ervoor = Handeling.objects.filter(handeling=handeling).count()

    hoofd([naam, *JAAR])

    with opdrachtregel():
        assert Handeling.objects.filter(handeling=handeling).count() == ervoor + 1


@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        (
            ["kerncijfers", "--van", "2022-01-01", "--tot", "2022-13-01"],
            "2022-13-01",
        ),
        (["kerncijfers", "--van", "2022-01-01"], "dit ontbreekt: --tot"),
        (["kerncijfers", "--van"], "bij --van: er ontbreekt een waarde"),
        (["kerncijfers", *JAAR, "--jaar", "2022"], "dit is onbekend: --jaar 2022"),
        (["kerncijfers", *JAAR, "--formaat", "pdf"], "'pdf' kan niet; kies uit 'tabel', 'json'"),
        (["controleer", "--formaat", "csv"], "'csv' kan niet; kies uit 'tekst', 'json'"),
    ],
)
def test_een_verkeerde_aanroep_geeft_2_en_een_nederlandse_zin(
    woorden: list[str], fout: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as einde:
        hoofd(woorden)

    assert einde.value.code == 2
    melding = capsys.readouterr().err
    assert melding.startswith("Deze aanroep klopt niet")
    assert fout in melding


@pytest.mark.parametrize("naam", ["kerncijfers", "controleer"])
def test_de_uitleg_is_nederlands_en_heeft_een_voorbeeld(
    naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as einde:
        hoofd([naam, "--help"])

    uitleg = capsys.readouterr().out
    assert einde.value.code == 0
    assert uitleg.startswith(f"gebruik: bin/vangnet {naam} ")
    assert f"Voorbeeld:\n  bin/vangnet {naam} --van 2022-01-01" in uitleg
    assert "options" not in uitleg


@pytest.mark.usefixtures("huis")
@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        (["kerncijfers", "--van", "2022-12-31", "--tot", "2022-01-01"], "eindigt (2022-01-01)"),
        (["controleer", "--van", "2022-12-31", "--tot", "2022-01-01"], "eindigt (2022-01-01)"),
        (["controleer", "--van", "2022-01-01"], "--van en --tot samen"),
    ],
)
def test_een_onmogelijke_periode_geeft_2(
    woorden: list[str], fout: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hoofd(woorden) == 2
    assert fout in capsys.readouterr().err


@pytest.mark.usefixtures("huis")
def test_openbaar_wordt_geweigerd_zolang_er_niet_wordt_onderdrukt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert hoofd(["kerncijfers", *JAAR, "--openbaar"]) == 1
    assert "nog niet onderdrukt" in capsys.readouterr().err


@pytest.mark.usefixtures("huis")
def test_controleer_is_stil_zonder_gepubliceerde_cijfers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert hoofd(["controleer", *JAAR]) == 0
    assert capsys.readouterr().out == "Geen tegenspraak, vraag of sprong gevonden.\n"


@pytest.mark.usefixtures("twee_waarden")
def test_controleer_geeft_1_bij_een_tegenspraak(capsys: pytest.CaptureFixture[str]) -> None:
    assert hoofd(["controleer"]) == 1
    regels = capsys.readouterr().out.splitlines()
    assert regels[0].startswith("tegenspraak | zaken_aangemeld, 2022-01-01 t/m 2022-12-31 | ")
    assert "91 ≠ 93" in regels[0]
    assert "Verslag 2022 (regel 91; regel 93)" in regels[0]


@pytest.mark.usefixtures("twee_waarden")
def test_controleer_geeft_dezelfde_bevindingen_als_json(capsys: pytest.CaptureFixture[str]) -> None:
    hoofd(["controleer", "--formaat", "json"])

    eerste = json.loads(capsys.readouterr().out)["bevindingen"][0]
    assert eerste["oordeel"] == "tegenspraak"
    assert eerste["waarden"] == [1, 91, 93]
