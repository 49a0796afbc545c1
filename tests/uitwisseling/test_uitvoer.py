# SPDX-License-Identifier: EUPL-1.2
"""An export gives back what came in, the same bytes each time, or nothing at all."""

import csv
import json
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import given, settings

from tests.bezetting import id_van
from tests.kerncijfers.registers import registers
from tests.kerncijfers.registers import schrijf_pakket as schrijf_register
from tests.kerncijfers.telling_regels import Rijen
from tests.uitwisseling.hulp import GAAF, OPDRACHT, schrijf, voer_in, voer_uit
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling import services
from vangnet.uitwisseling.formaat import BESTANDEN

pytestmark = pytest.mark.django_db


def _rijen(map_: Path, naam: str) -> list[dict[str, str]]:
    with (map_ / f"{naam}.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def _teruggelezen(map_: Path, naam: str, kolommen: list[str]) -> list[dict[str, str]]:
    """The exported rows in the columns of the import, without the cast of the tests."""
    bezetting = {"org-ggz", "org-politie", "p-1", "ZVH-2022-0001", "a-1", "o-bezetting"}
    return [
        {kolom: rij[kolom] for kolom in kolommen}
        for rij in _rijen(map_, naam)
        if not bezetting & set(rij.values())
    ]


@given(register=registers(meeste_zaken=3))
@settings(max_examples=12)
def test_wat_erin_ging_komt_er_rij_voor_rij_uit(
    register: Rijen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    map_ = tmp_path_factory.mktemp("rondreis")
    schrijf_register(register, map_ / "in")
    with transaction.atomic():
        assert voer_in(map_ / "in").plekken == []
        voer_uit(map_ / "uit")
        transaction.set_rollback(True)

    for naam, rijen in register.items():
        kolommen = list(rijen[0]) if rijen else []
        gekregen = _teruggelezen(map_ / "uit", naam, kolommen)
        assert sorted(map(_zonder_einde, gekregen)) == sorted(map(_zonder_einde, rijen))


def _zonder_einde(rij: dict[str, str]) -> list[str]:
    """Without the end of an inzet, which a closing may fill."""
    return [waarde for kolom, waarde in rij.items() if not (kolom == "tot" and "soort" in rij)]


def test_twee_keer_uitvoeren_geeft_dezelfde_bytes(tmp_path: Path) -> None:
    voer_in(schrijf(tmp_path / "in", GAAF))

    for naam in ("a.zip", "b.zip", "a.xlsx", "b.xlsx"):
        voer_uit(tmp_path / naam)

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_rijen_staan_op_volgorde_van_kenmerk(tmp_path: Path) -> None:
    personen = "persoon_id,achternaam\nb,B\nB,B\na10,A\na2,A\n"
    voer_in(schrijf(tmp_path / "in", {"personen": personen}))

    uit = _rijen(voer_uit(tmp_path / "uit"), "personen")

    assert [rij["persoon_id"] for rij in uit] == ["B", "a10", "a2", "b", "p-1"]


def test_een_afgeleide_eerste_verwerking_komt_leeg_terug(tmp_path: Path) -> None:
    voer_in(schrijf(tmp_path / "in", GAAF))

    uit = _rijen(voer_uit(tmp_path / "uit"), "casussen")

    assert {rij["casus_id"]: rij["eerste_verwerking"] for rij in uit}["C1"] == ""


def test_bedragen_krijgen_twee_decimalen_en_getallen_blijven_zoals_ze_zijn(tmp_path: Path) -> None:
    geld = "jaar,soort,post,bedrag\n2022,kosten,huur,5\n"
    cijfer = "rapport,van,tot,sleutel,waarde,eenheid\nR,2022-01-01,2022-01-01,los,1.50,zaken\n"
    voer_in(schrijf(tmp_path / "in", {"financien": geld, "gepubliceerd": cijfer}))

    uit = voer_uit(tmp_path / "uit")

    assert _rijen(uit, "financien")[0]["bedrag"] == "5.00"
    assert _rijen(uit, "gepubliceerd")[0]["waarde"] == "1.50"


@pytest.mark.parametrize("tekst", ["a\rb", "a\r\nb", "a\nb", 'a"b', "a,b", "a\\nb", "a\tb", "\\."])
def test_een_tekst_met_vreemde_tekens_komt_heel_terug(tmp_path: Path, tekst: str) -> None:
    kop = ["rapport", "van", "tot", "sleutel", "waarde", "eenheid"]
    rij = [tekst, "2022-01-01", "2022-01-01", "los", "1.50", "zaken"]
    with (tmp_path / "gepubliceerd.csv").open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand).writerows([kop, rij])
    voer_in(tmp_path)

    uit = _rijen(voer_uit(tmp_path / "uit"), "gepubliceerd")

    assert uit[0]["rapport"] == tekst


def test_een_bsn_komt_leesbaar_terug(tmp_path: Path) -> None:
    voer_in(schrijf(tmp_path / "in", GAAF))

    uit = _rijen(voer_uit(tmp_path / "uit"), "personen")

    assert [rij["bsn"] for rij in uit] == ["999990007", "", ""]


def test_de_beschrijving_noemt_elk_bestand_met_zijn_kolommen(tmp_path: Path) -> None:
    pakket = json.loads((voer_uit(tmp_path / "uit") / "datapackage.json").read_text())

    namen = [bron["name"] for bron in pakket["resources"]]
    inzetten = pakket["resources"][namen.index("inzetten")]["schema"]["fields"]
    assert namen == list(BESTANDEN)
    assert [veld["name"] for veld in inzetten] == ["casus_id", "soort", "vanaf", "tot"]


def test_een_uitvoer_staat_met_zijn_reden_in_het_journaal(tmp_path: Path) -> None:
    voer_uit(tmp_path / "uit")

    with als(OPDRACHT):
        rij = Handeling.objects.get(handeling="register.uitgevoerd")
    assert (rij.doel, rij.aantallen["personen"]) == ("proef", 1)


def test_een_uitvoer_staat_bij_elke_zaak_en_elk_mens_erin(tmp_path: Path) -> None:
    voer_uit(tmp_path / "uit")

    with als(Vrager(id_van("frank"))):
        rijen = Onderwerp.objects.filter(handeling__handeling="register.uitgevoerd")
        assert {("persoon", id_van("betrokkene")), ("casus", id_van("casus")),
                ("aanmelding", id_van("aanmelding"))} <= set(
            rijen.values_list("soort", "onderwerp")
        )  # fmt: skip


def test_zonder_reden_wordt_er_niets_uitgevoerd(tmp_path: Path) -> None:
    with pytest.raises(VangnetFout, match="--reden"):
        services.register_uitvoeren(
            tmp_path / "uit", reden=" ", vrager=OPDRACHT, voortgang=lambda stap, aantal: None
        )


@pytest.mark.asvs("8.2.1")
def test_wie_geen_uitvoer_mag_doen_wordt_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(NietToegestaan):
        services.register_uitvoeren(
            tmp_path / "uit",
            reden="proef",
            vrager=Vrager(id_van("amira"), VragerSoort.MENS),
            voortgang=lambda stap, aantal: None,
        )

    assert list(tmp_path.iterdir()) == []


@pytest.mark.asvs("8.3.2")
@pytest.mark.parametrize("naam", ["uit", "uit.zip", "uit.xlsx"])
def test_als_het_recht_onderweg_eindigt_blijft_er_niets_staan(
    tmp_path: Path, naam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bladzijden = 0

    def toets() -> None:
        nonlocal bladzijden
        bladzijden += 1
        if bladzijden > 5:
            raise NietToegestaan

    monkeypatch.setattr(services, "toets_nog_steeds", toets)
    with pytest.raises(NietToegestaan):
        voer_uit(tmp_path / naam)

    assert list(tmp_path.iterdir()) == []


def test_een_bestaand_pad_wordt_niet_overschreven(tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir()

    with pytest.raises(VangnetFout, match="bestaat al"):
        voer_uit(tmp_path / "uit")


def test_een_uitvoer_is_alleen_leesbaar_voor_wie_hem_maakte(tmp_path: Path) -> None:
    voer_uit(tmp_path / "uit.zip")
    voer_uit(tmp_path / "uit")

    assert (tmp_path / "uit.zip").stat().st_mode & 0o077 == 0
    assert (tmp_path / "uit" / "personen.csv").stat().st_mode & 0o077 == 0
