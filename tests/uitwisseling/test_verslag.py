# SPDX-License-Identifier: EUPL-1.2
"""A thousand faults are told as usefully as one."""

from pathlib import Path

import pytest

from tests.uitwisseling.hulp import GAAF, schrijf, voer_in
from vangnet.uitwisseling.fouten import SOORTEN, Fout
from vangnet.uitwisseling.opdrachten import samenvatting

pytestmark = pytest.mark.django_db

_PERSOON = "persoon_id,achternaam,geboortedatum,bsn\n"


def test_een_fout_noemt_plek_waarde_oorzaak_en_herstel() -> None:
    fout = Fout("personen", 3, "gemeente", "GM9999", "gemeente")

    assert str(fout) == (
        "fout: personen, rij 3, kolom gemeente, waarde GM9999: deze gemeente bestaat niet. "
        "Gebruik de CBS-code (GM en vier cijfers), detentie of niets."
    )


@pytest.mark.asvs("14.2.6")
def test_van_een_bsn_staat_alleen_de_lengte_in_een_fout(tmp_path: Path) -> None:
    verloop = voer_in(schrijf(tmp_path, {"personen": _PERSOON + "P1,Jansma,,999990008\n"}))

    (fout,) = verloop.fouten
    assert fout.waarde == "9 tekens"
    assert "999990008" not in str(fout)


def test_van_een_naam_staat_alleen_de_lengte_in_een_fout(tmp_path: Path) -> None:
    naam = "Jansma" * 20_000

    verloop = voer_in(schrijf(tmp_path, {"personen": f"persoon_id,achternaam\nP1,{naam}\n"}))

    assert verloop.fouten[0].waarde == "120000 tekens"


def test_duizend_fouten_staan_op_volgorde_van_bestand_rij_en_kolom(tmp_path: Path) -> None:
    personen = _PERSOON + "".join(f"P{n},,vandaag,1\n" for n in range(1, 501))

    verloop = voer_in(schrijf(tmp_path, {"personen": personen}))

    assert len(verloop.fouten) == 1500
    assert verloop.plekken[:4] == [
        ("personen", 1, "achternaam", "verplicht"),
        ("personen", 1, "geboortedatum", "datum_vorm"),
        ("personen", 1, "bsn", "bsn_vorm"),
        ("personen", 2, "achternaam", "verplicht"),
    ]
    assert verloop.plekken[-1] == ("personen", 500, "bsn", "bsn_vorm")


def test_veel_fouten_worden_aan_het_eind_samengevat(tmp_path: Path) -> None:
    personen = _PERSOON + "".join(f"P{n},J,vandaag,\n" for n in range(1, 1201))

    verloop = voer_in(schrijf(tmp_path, {"personen": personen}))

    assert list(samenvatting(verloop.uitkomst)) == [
        "samen: 1.200 keer in personen, kolom geboortedatum: dit is geen dag."
    ]


def test_alle_fouten_van_alle_bestanden_worden_in_een_keer_genoemd(tmp_path: Path) -> None:
    kapot = {
        **GAAF,
        "personen": "persoon_id,achternaam,geslacht\nP1,Jansma,m\nP2,Pietersma,\n",
        "inzetten": "casus_id,soort,vanaf\nC1,procesregie,2022-01-01\nC8,procesregie,2022-03-03\n",
        "vreemd": "x\n",
    }

    assert voer_in(schrijf(tmp_path, kapot)).plekken == [
        ("vreemd.csv", 0, "", "bestand_onbekend"),
        ("personen", 1, "geslacht", "code"),
        ("inzetten", 1, "vanaf", "inzet_voor_aanmelding"),
        ("inzetten", 2, "casus_id", "verwijzing"),
    ]


@pytest.mark.parametrize("soort", sorted(SOORTEN))
def test_elke_soort_fout_heeft_oorzaak_en_herstel(soort: str) -> None:
    fout = Fout("personen", 1, "", "", soort, "5")

    assert fout.wat
    assert fout.herstel[0].isupper()
    assert not fout.herstel.endswith(".")
