# SPDX-License-Identifier: EUPL-1.2
"""The sealing job: everything gets a seal, once, in one chain; nothing is lost when it fails."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster
from tests.journaal.conftest import Zegelhuis
from vangnet.afsluiting.heropenvragen import heropenen_vragen
from vangnet.journaal import koppen, regels, zegels
from vangnet.journaal.koppen import Kopregel, laatste_kop, lees_koppen, schrijf_kop
from vangnet.kern.fouten import OmgevingFout
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.postgres15
_NUMMERS = "SELECT volgnummer FROM journaal_zegel ORDER BY 1"


def nummers(huis: Zegelhuis) -> list[int]:
    return [rij[0] for rij in huis.beheer.execute(_NUMMERS).fetchall()]


def test_elke_rij_krijgt_een_zegel_en_de_nummers_hebben_geen_gat(zegelhuis: Zegelhuis) -> None:
    zegelhuis.schrijf(3)
    eerste = zegelhuis.verzegel()
    zegelhuis.schrijf(2)

    assert (eerste, zegelhuis.verzegel(), nummers(zegelhuis)) == (3, 2, [1, 2, 3, 4, 5])
    assert zegelhuis.controleer().fouten == []


def test_een_vraag_om_te_heropenen_is_voor_de_controle_geen_vervalsing(
    zegelhuis: Zegelhuis,
) -> None:
    """Of its subject nobody looked, so that who asks doesn't read whether the casus is there."""
    with als(Vrager(id_van("tineke"))):
        heropenen_vragen("ZVH-2022-0001", door=id_van("tineke"), eenmalig=uuid4())
    assert zegelhuis.verzegel() > 0
    assert zegelhuis.controleer().fouten == []

    zegelhuis.doe("UPDATE journaal_onderwerp SET casus = gen_random_uuid()")
    assert zegelhuis.controleer().fouten != []


def test_nog_eens_verzegelen_doet_niets(verzegeld: Zegelhuis) -> None:
    assert (verzegeld.verzegel(), verzegeld.verzegel(alles=True)) == (0, 0)
    assert len(nummers(verzegeld)) == 12


def test_een_rij_van_een_lange_transactie_wordt_later_verzegeld(zegelhuis: Zegelhuis) -> None:
    with cluster().verbind(instellingen.ROLLEN.app, zegelhuis.naam) as traag:
        with traag.transaction():
            traag.execute(
                "SELECT journaal.leg_vast('invoer.gevraagd', '', NULL, NULL, '', true, '', 'web', "
                "'', '{}', '{}', '{}', '{}')"
            )
            zegelhuis.schrijf(2)
            assert zegelhuis.verzegel() == 2
        assert zegelhuis.verzegel() == 1

    assert zegelhuis.controleer().fouten == []


def test_er_verzegelt_er_maar_een_tegelijk(zegelhuis: Zegelhuis) -> None:
    zegelhuis.schrijf(2)
    with zegelhuis.beheer.transaction():
        zegelhuis.beheer.execute("SELECT pg_advisory_xact_lock(%s)", [zegels._SLOT])
        assert zegelhuis.verzegel() == 0

    assert zegelhuis.verzegel() == 2


def test_een_afgebroken_ronde_laat_niets_half_achter(
    zegelhuis: Zegelhuis, monkeypatch: pytest.MonkeyPatch
) -> None:
    zegelhuis.schrijf(3)
    with monkeypatch.context() as plek:
        plek.setattr(zegels, "_Stand", _breek_af(na=1))
        with pytest.raises(KeyboardInterrupt):
            zegelhuis.verzegel()

    assert (nummers(zegelhuis), zegelhuis.verzegel()) == ([], 3)
    assert zegelhuis.controleer(koppen=True).fouten == []


def _breek_af(*, na: int) -> object:
    """In place of the class: works so many times and is then killed."""
    gedaan = []
    echt = zegels._Stand

    def maak(*delen: object) -> object:
        gedaan.append(1)
        if len(gedaan) > na:
            raise KeyboardInterrupt
        return echt(*delen)  # type: ignore[arg-type]  # as it was called

    return maak


def test_een_gemiste_kop_wordt_ingehaald_en_gemeld(
    verzegeld: Zegelhuis, caplog: pytest.LogCaptureFixture
) -> None:
    bewaard = verzegeld.koppen.read_text().splitlines(keepends=True)
    verzegeld.koppen.write_text("".join(bewaard[:2]))
    verzegeld.schrijf(1)
    verzegeld.verzegel()

    assert [(r.volgnummer, r.ingehaald) for _, r in lees_koppen(verzegeld.koppen) if r] == [
        (4, False),
        (8, False),
        (12, True),
        (13, False),
    ]
    assert "journaal.kop_wijkt_af" in caplog.text
    assert verzegeld.controleer(koppen=True).fouten == []


def test_verzegelen_gaat_door_als_de_koppen_niet_te_schrijven_zijn(
    zegelhuis: Zegelhuis, caplog: pytest.LogCaptureFixture
) -> None:
    zegelhuis.koppen = zegelhuis.koppen / "geen" / "map"
    zegelhuis.schrijf(2)

    assert zegelhuis.verzegel() == 2
    assert "journaal.kop_niet_geschreven" in caplog.text


def test_een_kop_is_een_regel_met_nummer_hash_moment_en_aantal(verzegeld: Zegelhuis) -> None:
    laatste = json.loads(verzegeld.koppen.read_text().splitlines()[-1])
    rij = verzegeld.beheer.execute(
        "SELECT encode(ketting, 'hex') FROM journaal_zegel WHERE volgnummer = 12"
    ).fetchone()

    assert (laatste["volgnummer"], laatste["aantal"], laatste["ketting"]) == (
        12,
        4,
        (rij or [0])[0],
    )
    assert laatste["moment"].endswith("+00")


def test_een_halve_regel_verslikt_de_volgende_kop_niet(tmp_path: Path) -> None:
    bestand = tmp_path / "koppen.jsonl"
    bestand.write_text('{"volgnummer": 1, "ket')
    schrijf_kop(bestand, Kopregel(2, "ab" * 32, "2026-11-27T10:00:00+00:00", 1))

    assert [(nr, r and r.volgnummer) for nr, r in lees_koppen(bestand)] == [(1, None), (2, 2)]
    gevonden = laatste_kop(bestand)
    assert gevonden is not None
    assert gevonden.volgnummer == 2


def test_zonder_bestand_zijn_er_geen_koppen(tmp_path: Path) -> None:
    assert laatste_kop(tmp_path / "weg") is None
    with pytest.raises(OmgevingFout, match="niet te lezen"):
        list(koppen.lees_koppen(tmp_path / "weg"))


def test_wat_te_lang_wacht_geeft_alarm(zegelhuis: Zegelhuis) -> None:
    zegelhuis.schrijf(2)
    with cluster().verbind(instellingen.ROLLEN.zegel, zegelhuis.naam) as verbinding:
        jong = zegels.meet_achterstand(verbinding)
        zegelhuis.doe("UPDATE journaal_handeling SET moment = moment - interval '6 minutes'")
        oud = zegels.meet_achterstand(verbinding)

    assert (jong.aantal, jong.alarm) == (2, False)
    assert (oud.aantal, oud.alarm, round(oud.seconden / 60)) == (2, True, 6)
    assert timedelta(minutes=5) == regels.ALARM_NA


@pytest.mark.asvs("13.2.2")
@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE journaal_handeling SET toegestaan = true",
        "DELETE FROM journaal_handeling",
        "INSERT INTO journaal_handeling (id) VALUES (gen_random_uuid())",
        "UPDATE journaal_zegel SET volgnummer = 1",
        "DELETE FROM journaal_zegel",
        "TRUNCATE journaal_zegel",
        "SELECT 1 FROM casus_casus",
        "SELECT 1 FROM gebruikers_gebruiker",
        "SELECT journaal.leg_vast('x.y','',NULL,NULL,'',true,'','','','{}','{}','{}','{}')",
    ],
)
def test_de_zegelrol_kan_niets_anders(opdracht: str, verzegeld: Zegelhuis) -> None:
    with (
        cluster().verbind(instellingen.ROLLEN.zegel, verzegeld.naam) as verbinding,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        verbinding.execute(opdracht.encode())


@pytest.mark.asvs("16.4.2")
def test_ook_de_eigenaar_wijzigt_geen_zegel(verzegeld: Zegelhuis) -> None:
    with cluster().verbind(instellingen.ROLLEN.eigenaar, verzegeld.naam) as verbinding:
        for opdracht in (
            b"UPDATE journaal_zegel SET volgnummer = 1",
            b"DELETE FROM journaal_zegel",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="alleen aangevuld"):
                verbinding.execute(opdracht)


def test_een_code_is_kort_en_wordt_herkend_zoals_iemand_hem_opschrijft() -> None:
    kop = regels.Kop(812, bytes.fromhex("3f2a9c1d77e0ab12" + "00" * 24))

    assert kop.code == "812-3f2a-9c1d-77e0-ab12"
    assert regels.past_bij(" 812-3F2A 9c1d 77E0 ab12", kop)
    assert not regels.past_bij("812-3f2a-9c1d-77e0-ab13", kop)
    assert (regels.nummer_van(kop.code), regels.nummer_van(str(uuid4()))) == (812, None)
