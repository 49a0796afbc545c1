# SPDX-License-Identifier: EUPL-1.2
"""What broke a package with the dossier when somebody tried, or when a house went on working."""

import io
import tarfile
from pathlib import Path
from typing import Any

import pytest
from pyrage import encrypt

from tests.bezetting import id_van
from tests.databank import cluster
from tests.uitwisseling.dossierhulp import (
    BRIEF,
    DOSSIER,
    FEIT,
    GEHEIM,
    SLEUTEL,
    gaaf,
    goedgekeurd,
    neem_in,
    rijen,
    scan_alles,
    uitgepakt,
    voer_dossier_uit,
)
from tests.uitwisseling.hulp import GAAF, Verloop, voer_in
from vangnet.documenten.sleutels import Onleesbaar
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import VangnetFout
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.dossier import uitvoeren
from vangnet.uitwisseling.models import Dossieropdracht
from vangnet.uitwisseling.uitvoer.uitvoeren import schrijf_bestanden

in_de_bank = pytest.mark.django_db


def neem_leden_in(pad: Path, *leden: tuple[tarfile.TarInfo, bytes]) -> Verloop:
    """Import a tar of entries that no honest program makes."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archief:
        for info, inhoud in leden:
            info.size = len(inhoud)
            archief.addfile(info, io.BytesIO(inhoud))
    pad.write_bytes(encrypt(buffer.getvalue(), [GEHEIM.to_public()]))
    return voer_in(pad, sleutel=SLEUTEL)


@in_de_bank
def test_een_overleg_dat_nog_komt_houdt_het_pakket_niet_tegen(tmp_path: Path) -> None:
    overleg = "overleg_id,datum,soort,casus_id\nV1,2099-03-01,casusoverleg,C1\n"

    verloop = neem_in(tmp_path / "in.age", gaaf(overleggen=overleg))

    assert (verloop.plekken, verloop.uitkomst.geschreven) == ([], True)


def test_een_stuurteken_in_een_tekst_gaat_niet_mee(tmp_path: Path, eigen_databank: str) -> None:
    neem_in(tmp_path / "in.age", gaaf())
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("SET session_replication_role = replica")
        beheer.execute(
            "UPDATE casus_bijdrage SET tekst = E'Over\\x02heid\\x0c\\nen meer' WHERE id = %s",
            [FEIT],
        )
        beheer.execute("UPDATE aanmelding_aanmelding SET aanleiding = E'Over\\x02last\\x7f'")
    voer_dossier_uit(tmp_path / "uit.age")

    uit = uitgepakt(tmp_path / "uit.age")
    assert {rij["tekst"] for rij in rijen(uit, "bijdragen") if rij["bijdrage_id"] == FEIT} == {
        "Overheid\nen meer"
    }
    assert {rij["aanleiding"] for rij in rijen(uit, "aanmeldingen")} == {"Overlast"}


def test_wat_onderweg_wordt_ingetrokken_maakt_het_pakket_niet_kapot(
    tmp_path: Path, eigen_databank: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    neem_in(tmp_path / "in.age", gaaf())
    scan_alles()

    def en_trek_in(*waarmee: Any) -> dict[str, int]:
        aantallen = schrijf_bestanden(*waarmee)
        with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
            beheer.execute("SET session_replication_role = replica")
            beheer.execute(
                "UPDATE casus_bijdrage SET ingetrokken_op = now() WHERE id = %s", [BRIEF]
            )
        return aantallen

    monkeypatch.setattr(uitvoeren, "schrijf_bestanden", en_trek_in)
    voer_dossier_uit(tmp_path / "uit.age")

    uit = uitgepakt(tmp_path / "uit.age")
    beloofd = {
        f"documenten/{r['bijdrage_id']}-{r['nummer']}.{r['soort']}"
        for r in rijen(uit, "documenten")
    }
    assert BRIEF in {rij["bijdrage_id"] for rij in rijen(uit, "documenten")}
    assert {naam for naam in uit if naam.startswith("documenten/")} == beloofd


@in_de_bank
def test_wat_intussen_op_die_plek_kwam_wordt_niet_overschreven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order is used by then: the package has to be somewhere."""
    pad = tmp_path / "uit.age"

    def en_zet_er_een(*waarmee: Any) -> dict[str, int]:
        pad.write_text("van een ander")
        return schrijf_bestanden(*waarmee)

    monkeypatch.setattr(uitvoeren, "schrijf_bestanden", en_zet_er_een)
    with pytest.raises(
        VangnetFout, match=r"staat intussen iets anders. Wat klaar is, staat in"
    ) as fout:
        voer_dossier_uit(pad)

    assert fout.value.__notes__ == ["De opdracht is gebruikt."]
    assert pad.read_text() == "van een ander"
    (klaar,) = tmp_path.glob(".vangnet-*/uit.age")
    assert "bijdragen.csv" in uitgepakt(klaar)


@in_de_bank
def test_een_document_dat_niet_opengaat_noemt_zijn_zaak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weg(*_: object) -> bytes:
        raise Onleesbaar("Dit bestand is niet te openen.")

    opdracht = goedgekeurd()
    monkeypatch.setattr(uitvoeren, "inhoud_van", weg)
    with pytest.raises(VangnetFout, match=r"zaak ZVH-2022-0001.*Trek de") as fout:
        voer_dossier_uit(tmp_path / "uit.age", opdracht)

    assert fout.value.__notes__ == [
        "Deze keer is de opdracht niet gebruikt, voor zover bekend. Kijk bij Dossierpakket hoe zij "
        "ervoor staat."
    ]
    with als(Vrager(id_van("frank"))):
        assert Dossieropdracht.objects.get(pk=opdracht).gebruikt_op is None


@in_de_bank
@pytest.mark.parametrize("bestand", ["huisoordelen", "beslissers", "criteriumoordelen"])
@in_de_bank
def test_het_journaal_noemt_ook_de_casus_die_alleen_een_oordeel_kreeg(
    bestand: str, tmp_path: Path
) -> None:
    zonder = {naam: "" for naam in DOSSIER if naam != bestand}
    pakket = {naam: tekst for naam, tekst in gaaf(**zonder).items() if naam.endswith(".csv")}
    assert neem_in(tmp_path / "in.age", pakket).plekken == []

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="dossier.ingevoerd")
        assert Onderwerp.objects.filter(handeling=rij, soort="casus").count() == 1


@in_de_bank
def test_de_naam_van_een_lid_stuurt_geen_scherm(tmp_path: Path) -> None:
    personen = tarfile.TarInfo("personen.csv"), GAAF["personen"].encode()
    raar = tarfile.TarInfo("documenten/\x1b[2J\n\udcff" + "x" * 5_000), b"MZ"

    (fout,) = neem_leden_in(tmp_path / "in.age", personen, raar).fouten

    assert fout.soort == "bestand_onbekend"
    assert str(fout).isprintable()
    assert len(fout.bestand) < 250


@in_de_bank
def test_een_lid_met_gaten_wordt_geweigerd(tmp_path: Path) -> None:
    info = tarfile.TarInfo("personen.csv")
    info.pax_headers = {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": "personen.csv",
        "GNU.sparse.realsize": str(2_000_000),
    }
    verloop = neem_leden_in(tmp_path / "in.age", (info, b"1\n0\n0\n".ljust(512, b"\0")))

    assert verloop.plekken == [("personen.csv", 0, "", "bestand_koppeling")]


@in_de_bank
def test_koppen_zonder_eind_zijn_een_beschadigd_pakket(tmp_path: Path) -> None:
    info = tarfile.TarInfo("personen.csv")
    info.pax_headers = {"comment": "x"}
    kop = info.tobuf(tarfile.PAX_FORMAT)[:1024]
    pad = tmp_path / "in.age"
    pad.write_bytes(encrypt(kop * 5_000, [GEHEIM.to_public()]))

    with pytest.raises(VangnetFout, match="beschadigd of niet heel"):
        voer_in(pad, sleutel=SLEUTEL)


@in_de_bank
def test_wat_alleen_op_age_eindigt_zegt_dat_het_begin_mist(tmp_path: Path) -> None:
    pad = tmp_path / "kort.age"
    pad.write_bytes(b"age-encr")

    (fout,) = voer_in(pad, sleutel=SLEUTEL).fouten

    assert "geen versleuteld pakket" in str(fout)
    assert "haal een pakket op .age opnieuw" in str(fout)


@in_de_bank
def test_een_pakket_zonder_leesrecht_zegt_dat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dicht(*_: object, **__: object) -> None:
        raise PermissionError

    pad = tmp_path / "dicht.age"
    pad.write_bytes(b"age-encryption.org/v1\n")
    monkeypatch.setattr(Path, "open", dicht)

    assert voer_in(pad, sleutel=SLEUTEL).plekken == [("dicht.age", 0, "", "bestand_dicht")]
