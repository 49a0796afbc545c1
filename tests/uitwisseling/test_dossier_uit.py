# SPDX-License-Identifier: EUPL-1.2
"""What of the casework leaves, for whom, and that nothing does without an order."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.bezetting import id_van
from tests.uitwisseling.dossierhulp import (
    gevraagd,
    goedgekeurd,
    rijen,
    uitgepakt,
    voer_dossier_uit,
)
from vangnet.documenten.selectors import inhoud_van
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.dossier import uitvoeren
from vangnet.uitwisseling.dossieropdrachten import dossier_intrekken
from vangnet.uitwisseling.models import Dossieropdracht

pytestmark = pytest.mark.django_db


@pytest.fixture
def pakket(tmp_path: Path) -> dict[str, bytes]:
    voer_dossier_uit(tmp_path / "pakket.age")
    return uitgepakt(tmp_path / "pakket.age")


def test_de_oordelen_bij_de_triage_gaan_mee(pakket: dict[str, bytes]) -> None:
    assert rijen(pakket, "criteriumoordelen") == [
        {
            "aanmelding_id": "a-1",
            "criterium": "a_problemen",
            "geldt": "ja",
            "motivering": "Kanarie-oordeel",
        }
    ]
    assert rijen(pakket, "huisoordelen") == [
        {
            "aanmelding_id": "a-1",
            "criterium": "Er zijn kinderen in het gezin",
            "vanaf": "2021-01-01",
            "geldt": "ja",
            "motivering": "Kanarie-huisoordeel",
        }
    ]
    assert rijen(pakket, "beslissers") == [
        {
            "aanmelding_id": "a-1",
            "organisatie_id": "org-politie",
            "naam": "Kanarie-beslisser",
            "akkoord": "ja",
        }
    ]


def test_doelen_gaan_mee(pakket: dict[str, bytes]) -> None:
    (doel,) = rijen(pakket, "doelen")

    assert (doel["doel_id"], doel["casus_id"]) == (str(id_van("doel")), "ZVH-2022-0001")
    assert (doel["leefgebied"], doel["omschrijving"]) == ("huisvesting", "Kanarie-doel")


def test_bijdragen_gaan_mee_met_hun_publiek_en_een_werknotitie_niet(
    pakket: dict[str, bytes],
) -> None:
    gevonden = {rij["bijdrage_id"]: rij for rij in rijen(pakket, "bijdragen")}

    assert {naam: rij["publiek"] for naam, rij in gevonden.items()} == {
        str(id_van("bijdrage-iedereen")): "iedereen",
        str(id_van("bijdrage-organisaties")): "organisaties",
        str(id_van("document")): "iedereen",
    }
    assert rijen(pakket, "bijdragepubliek") == [
        {"bijdrage_id": str(id_van("bijdrage-organisaties")), "organisatie_id": "org-ggz"}
    ]
    assert gevonden[str(id_van("bijdrage-iedereen"))] == {
        "bijdrage_id": str(id_van("bijdrage-iedereen")),
        "casus_id": "ZVH-2022-0001",
        "soort": "notitie",
        "leefgebied": "",
        "over": "",
        "bron": "",
        "categorie": "woonsituatie",
        "doel": "afstemming",
        "onder_geheim": "nee",
        "grond": "",
        "grond_motivering": "",
        "voorwaarden": "",
        "publiek": "iedereen",
        "tekst": "Kanarie-bijdrage-iedereen",
        "eerste_verwerking": "2022-03-01",
    }


def test_een_document_gaat_mee_zoals_het_was(pakket: dict[str, bytes]) -> None:
    (rij,) = rijen(pakket, "documenten")
    inhoud = pakket[f"documenten/{id_van('document')}-1.png"]

    assert (rij["naam"], rij["omvang"]) == ("Kanarie-bestand.png", str(len(inhoud)))
    assert Image.open(io.BytesIO(inhoud)).size == (1, 1)


def test_wat_versie_1_draagt_zit_er_ook_in(pakket: dict[str, bytes]) -> None:
    assert [rij["casus_id"] for rij in rijen(pakket, "casussen")] == ["ZVH-2022-0001"]
    assert b'"version": "2"' in pakket["datapackage.json"]


def test_een_opdracht_is_een_keer_te_gebruiken(tmp_path: Path) -> None:
    opdracht = goedgekeurd()
    voer_dossier_uit(tmp_path / "een.age", opdracht)

    with pytest.raises(NietToegestaan, match="Deze opdracht kan niet worden gebruikt"):
        voer_dossier_uit(tmp_path / "twee.age", opdracht)

    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["een.age"]


def test_zonder_goedkeuring_gaat_er_niets_mee(tmp_path: Path) -> None:
    ingetrokken = goedgekeurd()
    with als(Vrager(id_van("frank"))):
        dossier_intrekken(ingetrokken)

    for opdracht in (gevraagd(), ingetrokken, id_van("geen opdracht")):
        with pytest.raises(NietToegestaan):
            voer_dossier_uit(tmp_path / "pakket.age", opdracht)

    assert list(tmp_path.iterdir()) == []


def test_een_geweigerde_opdracht_staat_in_het_journaal(tmp_path: Path) -> None:
    opdracht = gevraagd()
    with pytest.raises(NietToegestaan):
        voer_dossier_uit(tmp_path / "pakket.age", opdracht)

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="dossieropdracht.geweigerd")
        assert (rij.object, rij.toegestaan) == (opdracht, False)


def test_het_journaal_noemt_wie_en_wat_meegaat_en_de_opdracht(tmp_path: Path) -> None:
    opdracht = goedgekeurd()
    voer_dossier_uit(tmp_path / "pakket.age", opdracht)

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="dossier.uitgevoerd")
        onderwerpen = Onderwerp.objects.filter(handeling=rij).values_list("soort", "onderwerp")
        assert rij.object == opdracht
        assert set(onderwerpen) == {
            ("persoon", id_van("betrokkene")),
            ("casus", id_van("casus")),
            ("aanmelding", id_van("aanmelding")),
            ("aanmelding", id_van("aanmelding-wacht")),
        }
        assert rij.aantallen["bijdragen"] == 3
        assert Handeling.objects.filter(handeling="dossieropdracht.gebruikt").count() == 1
        assert Dossieropdracht.objects.get(pk=opdracht).gebruikt_op is not None


def test_wat_misgaat_laat_niets_achter_en_de_opdracht_ongebruikt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weg(*_: object) -> bytes:
        raise VangnetFout("Dit bestand is niet te openen.")

    opdracht = goedgekeurd()
    monkeypatch.setattr(uitvoeren, "inhoud_van", weg)
    with pytest.raises(VangnetFout, match="niet te openen"):
        voer_dossier_uit(tmp_path / "pakket.age", opdracht)

    assert list(tmp_path.iterdir()) == []
    with als(Vrager(id_van("frank"))):
        assert Dossieropdracht.objects.get(pk=opdracht).gebruikt_op is None


def test_een_recht_dat_eindigt_stopt_de_uitvoer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def niet_meer() -> None:
        raise NietToegestaan("Je mag het register niet meer uitvoeren.")

    monkeypatch.setattr(uitvoeren, "toets_nog_steeds", niet_meer)
    with pytest.raises(NietToegestaan) as fout:
        voer_dossier_uit(tmp_path / "pakket.age")

    assert [note.split(",")[0] for note in fout.value.__notes__] == [
        "Deze keer is de opdracht niet gebruikt"
    ]
    assert list(tmp_path.iterdir()) == []


def test_op_schijf_staat_niets_leesbaars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked at in the middle: before the last document is written."""
    gezien: list[bytes] = []

    def kijk(versie: Any) -> bytes:
        gezien.extend(pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file())
        return inhoud_van(versie)

    monkeypatch.setattr(uitvoeren, "inhoud_van", kijk)
    voer_dossier_uit(tmp_path / "pakket.age")

    assert len(gezien) == 1
    assert b"Kanarie" not in b"".join([*gezien, (tmp_path / "pakket.age").read_bytes()])


def test_alleen_de_eigenaar_leest_het_pakket(tmp_path: Path) -> None:
    voer_dossier_uit(tmp_path / "pakket.age")

    assert (tmp_path / "pakket.age").stat().st_mode & 0o777 == 0o600


def test_een_naam_zonder_age_wordt_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(VangnetFout, match=r"kies een naam op \.age"):
        voer_dossier_uit(tmp_path / "pakket.zip")


def test_de_uitvoer_zegt_wat_blijft(tmp_path: Path) -> None:
    blijft = voer_dossier_uit(tmp_path / "pakket.age").blijft

    assert [zin for zin in blijft if "bijdragen" in zin] == [
        "Niet in het pakket: 1 rij van bijdragen (zonder zaak, uit een beperkte zaak, "
        "ingetrokken, een eigen werknotitie of niet gescand)."
    ]
    assert any("documenten bij een aanmelding" in zin for zin in blijft)
