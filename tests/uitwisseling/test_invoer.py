# SPDX-License-Identifier: EUPL-1.2
"""What an import does to a register: all or nothing, and only what the package says."""

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import IntegrityError

from tests.bezetting import id_van
from tests.uitwisseling.hulp import (
    GAAF,
    OPDRACHT,
    Verloop,
    als_invoer,
    schrijf,
    schrijf_zip,
    voer_in,
)
from vangnet.casus.models import Casus, Inzet
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.personen.models import Persoon
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.formaat import BESTANDEN
from vangnet.uitwisseling.invoer import schrijven
from vangnet.uitwisseling.invoer.vergelijken import Stand
from vangnet.uitwisseling.services import Invoer, register_invoeren

pytestmark = pytest.mark.django_db


@pytest.fixture
def gevuld(tmp_path: Path) -> Path:
    """A folder for the next package, in a house that holds the sound register."""
    voer_in(schrijf(tmp_path / "eerst", GAAF))
    return tmp_path / "daarna"


def als_amira() -> AbstractContextManager[None]:
    return als(Vrager(id_van("amira")))


def _standen(verloop: Verloop) -> dict[str, tuple[int, int, int, int]]:
    return {
        naam: (stand.nieuw, stand.gewijzigd, stand.gelijk, stand.fout)
        for naam, stand in verloop.uitkomst.standen.items()
    }


def test_hetzelfde_pakket_nog_eens_verandert_niets(gevuld: Path) -> None:
    with als_amira():
        voor = list(Casus.objects.values_list("kenmerk", "versie"))

    verloop = voer_in(schrijf(gevuld, GAAF))

    assert verloop.uitkomst.standen["casussen"] == Stand(gelijk=1)
    assert verloop.uitkomst.standen["personen"] == Stand(gelijk=2)
    with als_amira():
        assert list(Casus.objects.values_list("kenmerk", "versie")) == voor


def test_een_kolom_die_ontbreekt_blijft_zoals_hij_was(gevuld: Path) -> None:
    verloop = voer_in(schrijf(gevuld, {"personen": "persoon_id,voornamen\nP1,Berber\n"}))

    assert verloop.uitkomst.standen["personen"] == Stand(gewijzigd=1)
    with als_amira():
        persoon = Persoon.objects.get(kenmerk="P1")
        assert (persoon.voornamen, persoon.achternaam) == ("Berber", "Jansma")


def test_een_lege_cel_maakt_een_gegeven_onbekend(gevuld: Path) -> None:
    voer_in(schrijf(gevuld, {"personen": "persoon_id,voornamen\nP1,\n"}))

    with als_amira():
        assert Persoon.objects.get(kenmerk="P1").voornamen is None


def test_een_nieuwe_rij_heeft_elke_verplichte_kolom_nodig(gevuld: Path) -> None:
    verloop = voer_in(schrijf(gevuld, {"personen": "persoon_id,voornamen\nP1,Berber\nP9,Sjoerd\n"}))

    assert verloop.plekken == [("personen", 0, "achternaam", "kolom_ontbreekt")]


def test_een_rij_die_ontbreekt_blijft_staan(gevuld: Path) -> None:
    voer_in(schrijf(gevuld, {"personen": "persoon_id,achternaam\nP3,Dijkstra\n"}))

    with als_invoer():
        assert set(Persoon.objects.values_list("kenmerk", flat=True)) >= {"P1", "P2", "P3"}


def test_een_afsluiting_vult_het_einde_van_de_laatste_inzet(gevuld: Path) -> None:
    afsluiting = "casus_id,afgesloten_op,resultaat\nC1,2022-06-30,deels\n"

    verloop = voer_in(schrijf(gevuld, {"afsluitingen": afsluiting}))

    assert verloop.plekken == []
    with als_invoer():
        assert str(Inzet.objects.get(casus__kenmerk="C1").tot) == "2022-06-30"


def test_een_regel_geldt_ook_voor_rijen_die_er_al_stonden(gevuld: Path) -> None:
    inzet = "casus_id,soort,vanaf\nC1,ondersteuning,2022-05-01\n"

    verloop = voer_in(schrijf(gevuld, {"inzetten": inzet}))

    assert verloop.plekken == [("inzetten", 1, "vanaf", "inzet_overlap_open")]


def test_vervangen_haalt_de_andere_rijen_van_een_casus_weg(gevuld: Path) -> None:
    inzet = "casus_id,soort,vanaf\nC1,ondersteuning,2022-05-01\n"
    rollen = "casus_id,persoon_id,rol,vanaf\nC1,P1,hoofdbetrokkene,2022-03-01\n"
    pakket = schrijf(gevuld, {"inzetten": inzet, "betrokkenen": rollen})

    verloop = voer_in(pakket, vervang=True)

    assert verloop.uitkomst.standen["inzetten"] == Stand(nieuw=1, vervalt=1)
    assert verloop.uitkomst.standen["betrokkenen"] == Stand(gelijk=1)
    with als_amira():
        assert list(Inzet.objects.filter(casus__kenmerk="C1").values_list("soort")) == [
            ("ondersteuning",)
        ]


def test_vervangen_laat_ook_bestanden_vervallen_die_het_pakket_niet_heeft(gevuld: Path) -> None:
    inzet = "casus_id,soort,vanaf\nC1,ondersteuning,2022-05-01\n"

    verloop = voer_in(schrijf(gevuld, {"inzetten": inzet}), vervang=True)

    assert verloop.uitkomst.standen["betrokkenen"] == Stand(vervalt=1)
    assert verloop.plekken == [("casussen", 0, "hoofdbetrokkene", "hoofdbetrokkene")]


def test_een_bsn_blijft_als_het_pakket_er_niets_over_zegt(gevuld: Path) -> None:
    with als_amira():
        voor = Persoon.objects.get(kenmerk="P1").bsn_index

    voer_in(schrijf(gevuld, {"personen": "persoon_id,voornamen\nP1,Berber\n"}))

    with als_amira():
        assert Persoon.objects.get(kenmerk="P1").bsn_index == voor


def test_een_heropende_casus_gaat_verder_op_de_dag_van_heropening(tmp_path: Path) -> None:
    inzetten = "C1,procesregie,2022-03-03,\nC1,ondersteuning,2022-09-01,\n"
    dicht = "casus_id,afgesloten_op,resultaat,heropend_op\nC1,2022-06-30,deels,2022-09-01\n"
    pakket = {**GAAF, "inzetten": f"casus_id,soort,vanaf,tot\n{inzetten}", "afsluitingen": dicht}

    assert voer_in(schrijf(tmp_path, pakket)).plekken == []


def test_een_traject_mag_lopen_zolang_de_inzet_procesregie_is(tmp_path: Path) -> None:
    inzetten = "C1,procesregie,2022-03-03,2022-04-30\nC1,procesregie,2022-05-01,\n"
    pakket = {
        **GAAF,
        "inzetten": f"casus_id,soort,vanaf,tot\n{inzetten}",
        "trajecten": "casus_id,vanaf,tot\nC1,2022-03-03,\n",
    }

    assert voer_in(schrijf(tmp_path, pakket)).plekken == []


def test_een_proef_telt_alles_en_schrijft_niets(tmp_path: Path) -> None:
    verloop = voer_in(schrijf(tmp_path, GAAF), proef=True)

    assert verloop.uitkomst.standen["personen"] == Stand(nieuw=2)
    with als_amira():
        assert not Persoon.objects.filter(kenmerk="P1").exists()


@pytest.mark.asvs("2.3.3")
def test_een_fout_in_een_rij_houdt_alles_tegen(tmp_path: Path) -> None:
    personen = "persoon_id,achternaam,geboortedatum\nP1,Jansma,1990-13-01\nP2,Pietersma,\n"

    verloop = voer_in(schrijf(tmp_path, {"personen": personen}))

    assert verloop.uitkomst.standen["personen"] == Stand(nieuw=1, fout=1)
    with als_amira():
        assert not Persoon.objects.filter(kenmerk="P2").exists()


def test_een_bsn_staat_versleuteld_in_het_register(gevuld: Path) -> None:
    with als_amira():
        persoon = Persoon.objects.get(kenmerk="P1")

    assert persoon.bsn_versleuteld is not None
    assert b"999990007" not in bytes(persoon.bsn_versleuteld)


def test_hetzelfde_bsn_bij_twee_personen_is_een_waarschuwing(tmp_path: Path) -> None:
    personen = "persoon_id,achternaam,bsn\nP1,A,999990007\nP2,B,999990007\n"

    verloop = voer_in(schrijf(tmp_path, {"personen": personen}))

    assert verloop.plekken == [("personen", 2, "bsn", "bsn_dubbel")]
    assert verloop.uitkomst.geschreven


def test_een_bsn_van_iemand_in_het_register_is_een_waarschuwing(gevuld: Path) -> None:
    personen = "persoon_id,achternaam,bsn\nP7,A,999990007\n"

    verloop = voer_in(schrijf(gevuld, {"personen": personen}))

    assert verloop.plekken == [("personen", 1, "bsn", "bsn_dubbel_register")]


def test_de_eerste_verwerking_is_de_vroegste_dag_van_het_pakket(gevuld: Path) -> None:
    with als_invoer():
        persoon = Persoon.objects.get(kenmerk="P1")
        onbekend = Persoon.objects.get(kenmerk="P2")

    assert str(persoon.eerste_verwerking) == "2022-03-01"
    assert persoon.eerste_verwerking_afgeleid
    assert onbekend.eerste_verwerking is None


def test_een_ingevoerde_rij_draagt_het_merk_van_zijn_invoer(gevuld: Path) -> None:
    with als_amira():
        merken = set(Casus.objects.filter(kenmerk="C1").values_list("invoer", flat=True))
        assert None not in merken
        assert Casus.objects.get(pk=id_van("casus")).invoer is None


def test_een_geweigerd_pakket_laat_een_rij_in_het_journaal_na(tmp_path: Path) -> None:
    voer_in(schrijf(tmp_path, {"personen": "persoon_id,achternaam\nP9,\n"}))

    with als(OPDRACHT):
        rij = Handeling.objects.get(handeling="register.geweigerd")
    assert rij.aantallen["fouten"] == 1


def test_een_invoer_laat_een_rij_in_het_journaal_na(gevuld: Path) -> None:
    with als(OPDRACHT):
        rij = Handeling.objects.get(handeling="register.ingevoerd")

    assert rij.aantallen["nieuw"] == 7
    assert rij.aantallen["fouten"] == 0


@pytest.mark.asvs("8.2.1")
def test_wie_geen_invoer_mag_doen_wordt_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(NietToegestaan):
        register_invoeren(
            Invoer(schrijf(tmp_path, GAAF)),
            vrager=Vrager(id_van("mirjam"), VragerSoort.INVOER),
            meld=lambda fout: None,
            voortgang=lambda stap, aantal: None,
        )


@pytest.mark.parametrize("kop", ["oog\x00kleur", "oog\x1bkleur", '"oog\rkleur"', "o" * 300])
def test_een_vreemde_kop_wordt_genoemd_en_breekt_niets(tmp_path: Path, kop: str) -> None:
    verloop = voer_in(schrijf(tmp_path, {"personen": f"persoon_id,achternaam,{kop}\nP1,J,\n"}))

    assert [fout.soort for fout in verloop.fouten] == ["kolom_onbekend"]


def test_een_bestandsnaam_die_geen_utf8_is_wordt_genoemd(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"person\xffen.csv")).write_text("x\n")

    assert [fout.soort for fout in voer_in(tmp_path).fouten] == ["bestand_onbekend"]


def test_na_een_invoer_is_de_werkbank_leeg(gevuld: Path) -> None:
    assert _rijen_op_de_werkbank() == 0


@pytest.mark.asvs("2.3.3")
def test_na_een_afgebroken_invoer_is_er_niets_gebeurd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breek_af(*_: object, **__: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(schrijven, "_voeg_toe", breek_af)
    with pytest.raises(IntegrityError):
        voer_in(schrijf(tmp_path, GAAF))

    assert _rijen_op_de_werkbank() == 0
    with als_amira():
        assert not Persoon.objects.filter(kenmerk="P1").exists()


def _rijen_op_de_werkbank() -> int:
    tabellen = [*BESTANDEN, "fout", "bsn", "eerste_dag", "geraakt"]
    vraag = " + ".join(f"(SELECT count(*) FROM invoer.{naam})" for naam in tabellen)  # noqa: S608
    with als(OPDRACHT), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', 'vangnet_invoer', true)")
        cursor.execute(f"SELECT {vraag}")
        return int(cursor.fetchone()[0])


def _zip(pad: Path, inhoud: Mapping[str, str], kapot: int, door: bytes) -> Path:
    """A zip of which the first entry has something else at `kapot` in its table of contents."""
    schrijf_zip(pad, {f"{naam}.csv": tekst for naam, tekst in inhoud.items()})
    ruw = bytearray(pad.read_bytes())
    plek = ruw.find(b"PK\x01\x02") + kapot
    ruw[plek : plek + len(door)] = door
    pad.write_bytes(ruw)
    return pad


@pytest.mark.parametrize(("kapot", "door"), [(10, b"\x09"), (8, b"\x20"), (42, b"\x05")])
def test_een_ingang_die_niet_uit_te_pakken_is_wordt_genoemd(
    tmp_path: Path, kapot: int, door: bytes
) -> None:
    verloop = voer_in(_zip(tmp_path / "p.zip", GAAF, kapot, door))

    assert [p[3] for p in verloop.plekken] == ["bestand_beschadigd"]


def test_een_bestand_zonder_leesrecht_wordt_genoemd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("vangnet.uitwisseling.pakket.openen._open_gewoon", weiger)
    verloop = voer_in(schrijf(tmp_path, {"personen": GAAF["personen"]}))

    assert verloop.plekken == [("personen", 0, "", "bestand_dicht")]


def test_wie_naar_een_geweigerd_bestand_verwijst_is_niet_ook_fout(tmp_path: Path) -> None:
    map_ = schrijf(tmp_path / "p", GAAF)
    (map_ / "personen.csv").rename(tmp_path / "elders.csv")
    (map_ / "personen.csv").symlink_to(tmp_path / "elders.csv")

    assert voer_in(map_).plekken == [("personen.csv", 0, "", "bestand_koppeling")]


_ZAAK = "casus_id,samenstelling,hoofdbetrokkene,gemeente\n{},individu,P1,GM0080\n"


@pytest.mark.parametrize("kenmerk", ["c1", "C-1", "C 1"])
def test_een_kenmerk_dat_een_ander_zo_goed_als_gelijk_is_wordt_geweigerd(
    kenmerk: str, gevuld: Path
) -> None:
    verloop = voer_in(schrijf(gevuld, {"casussen": _ZAAK.format(kenmerk)}))

    assert ("casussen", 1, "casus_id", "kenmerk_gelijk") in verloop.plekken
    fout = next(een for een in verloop.fouten if een.soort == "kenmerk_gelijk")
    assert str(fout).startswith(
        f"fout: casussen, rij 1, kolom casus_id, waarde {kenmerk}: dit kenmerk is op streepjes, "
        "spaties en hoofdletters na gelijk aan C1."
    )


def test_twee_kenmerken_in_een_pakket_die_zo_goed_als_gelijk_zijn_worden_beide_genoemd(
    tmp_path: Path,
) -> None:
    casussen = _ZAAK.format("A-12") + "A1-2,individu,P1,GM0080\n"
    verloop = voer_in(schrijf(tmp_path, {**GAAF, "casussen": casussen}))

    assert [een for een in verloop.plekken if een[3] == "kenmerk_gelijk"] == [
        ("casussen", 1, "casus_id", "kenmerk_gelijk"),
        ("casussen", 2, "casus_id", "kenmerk_gelijk"),
    ]


def test_hetzelfde_kenmerk_opnieuw_invoeren_mag(gevuld: Path) -> None:
    assert voer_in(schrijf(gevuld, GAAF)).plekken == []
