# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the queries are put together from the test's own words
"""Column `dicht` follows from closings and from `beperkt`, whoever writes what (toegang.md 5)."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import als_app, zitting
from vangnet.kern.databank.cluster import BEHEERDER

pytestmark = pytest.mark.postgres15
CASUS, BETROKKENE = id_van("casus"), id_van("betrokkene")
_SLUIT = """
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, resultaat)
    VALUES (gen_random_uuid(), %s, '2022-06-01', 'deels')
"""


@pytest.fixture
def bank() -> Iterator[psycopg.Connection]:
    """A clone, as its superuser, for whom no policy holds."""
    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as beheer:
        yield beheer


def _dicht(bank: psycopg.Connection, tabel: str, kolom: str, waarde: UUID) -> list[bool]:
    vraag = f"SELECT dicht FROM {tabel} WHERE {kolom} = %s".encode()
    return [bool(rij[0]) for rij in bank.execute(vraag, [waarde]).fetchall()]


def _standen(bank: psycopg.Connection) -> dict[str, list[bool]]:
    return {
        "casus": _dicht(bank, "casus_casus", "id", CASUS),
        "inzet": _dicht(bank, "casus_inzet", "casus_id", CASUS),
        "betrokkenheid": _dicht(bank, "casus_betrokkenheid", "casus_id", CASUS),
        "aanmelding": _dicht(bank, "aanmelding_aanmelding", "casus_id", CASUS),
        "persoon": _dicht(bank, "personen_persoon", "id", BETROKKENE),
    }


OPEN = {key: [False] for key in ["casus", "inzet", "betrokkenheid", "aanmelding", "persoon"]}
DICHT = {key: [True] for key in OPEN}


def test_een_open_casus_is_open_tot_in_de_persoon(bank: psycopg.Connection) -> None:
    assert _standen(bank) == OPEN


def test_afsluiten_maakt_alles_van_de_casus_dicht(bank: psycopg.Connection) -> None:
    bank.execute(_SLUIT, [CASUS])

    assert _standen(bank) == DICHT


def test_heropenen_maakt_alles_weer_open(bank: psycopg.Connection) -> None:
    bank.execute(_SLUIT, [CASUS])
    bank.execute("UPDATE afsluiting_afsluiting SET heropend_op = '2022-07-01'")

    assert _standen(bank) == OPEN


def test_een_afsluiting_die_wordt_weggehaald_opent_de_casus(bank: psycopg.Connection) -> None:
    bank.execute(_SLUIT, [CASUS])
    bank.execute("DELETE FROM afsluiting_afsluiting")

    assert _standen(bank) == OPEN


def test_een_beperkte_casus_is_dicht_en_niet_gesloten(bank: psycopg.Connection) -> None:
    bank.execute("UPDATE casus_casus SET beperkt = true WHERE id = %s", [CASUS])
    gesloten = bank.execute("SELECT gesloten FROM casus_casus WHERE id = %s", [CASUS]).fetchone()

    assert _standen(bank) == DICHT
    assert gesloten == (False,)


def test_wat_er_in_de_kolom_wordt_geschreven_telt_niet(bank: psycopg.Connection) -> None:
    bank.execute(_SLUIT, [CASUS])
    for tabel in ("casus_casus", "casus_inzet", "casus_betrokkenheid", "personen_persoon"):
        bank.execute(f"UPDATE {tabel} SET dicht = false".encode())
    bank.execute("UPDATE casus_casus SET gesloten = false")

    assert _standen(bank) == DICHT


def test_een_nieuwe_rij_in_een_gesloten_casus_is_meteen_dicht(bank: psycopg.Connection) -> None:
    bank.execute(_SLUIT, [CASUS])
    bank.execute(
        "INSERT INTO overleg_overleg (id, kenmerk, datum, soort, casus_id, dicht) "
        "VALUES (gen_random_uuid(), 'o-9', '2022-05-01', 'casusoverleg', %s, false)",
        [CASUS],
    )

    assert _dicht(bank, "overleg_overleg", "casus_id", CASUS) == [True]


def test_een_persoon_met_nog_een_open_casus_blijft_open(bank: psycopg.Connection) -> None:
    bank.execute(
        "INSERT INTO casus_casus (id, kenmerk, samenstelling) VALUES (%s, 'C-2', 'individu')",
        [id_van("tweede")],
    )
    bank.execute(
        "INSERT INTO casus_betrokkenheid (id, casus_id, persoon_id, rol) "
        "VALUES (gen_random_uuid(), %s, %s, 'kind')",
        [id_van("tweede"), BETROKKENE],
    )
    bank.execute(_SLUIT, [CASUS])

    assert _dicht(bank, "personen_persoon", "id", BETROKKENE) == [False]


@pytest.mark.parametrize(("heropend", "dicht"), [(None, [True]), ("2022-07-01", [False])])
def test_een_afsluiting_mag_voor_haar_casus_binnenkomen(
    bank: psycopg.Connection, heropend: str | None, dicht: list[bool]
) -> None:
    """So an import writes: a casus is then written once."""
    nieuw = id_van("nieuw")
    with bank.transaction(force_rollback=True):
        bank.execute(
            "INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, heropend_op) "
            "VALUES (gen_random_uuid(), %s, '2022-06-01', %s)",
            [nieuw, heropend],
        )
        bank.execute(
            "INSERT INTO casus_casus (id, kenmerk, samenstelling) VALUES (%s, 'C-3', 'individu')",
            [nieuw],
        )

        assert _dicht(bank, "casus_casus", "id", nieuw) == dicht
        assert _dicht(bank, "afsluiting_afsluiting", "casus_id", nieuw) == dicht


@pytest.mark.parametrize(("sluit", "dicht"), [("", [False]), (_SLUIT, [True])])
def test_een_persoon_mag_na_de_betrokkenheid_binnenkomen(
    bank: psycopg.Connection, sluit: str, dicht: list[bool]
) -> None:
    if sluit:
        bank.execute(sluit, [CASUS])
    with bank.transaction():
        bank.execute(
            "INSERT INTO casus_betrokkenheid (id, casus_id, persoon_id, rol) "
            "VALUES (gen_random_uuid(), %s, %s, 'kind')",
            [CASUS, id_van("kind")],
        )
        bank.execute(
            "INSERT INTO personen_persoon (id, kenmerk, achternaam) VALUES (%s, 'p-9', 'Proef')",
            [id_van("kind")],
        )

    assert _dicht(bank, "personen_persoon", "id", id_van("kind")) == dicht


def test_afsluiten_verhoogt_de_versie_van_de_inhoud_niet(bank: psycopg.Connection) -> None:
    """Nobody changed those rows: a form that is open must not become a merge page."""
    bank.execute(_SLUIT, [CASUS])
    versies = bank.execute("SELECT versie FROM casus_inzet WHERE casus_id = %s", [CASUS])

    assert versies.fetchall() == [(1,)]


@pytest.mark.asvs("8.3.2")
def test_het_einde_van_een_rol_werkt_bij_de_volgende_transactie(bank: psycopg.Connection) -> None:
    bank.execute(
        "INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, antwoord, "
        "vanaf) VALUES (%s, %s, %s, %s, 'deelnemer', 'aanvaard', '2022-01-01')",
        [id_van("rol"), CASUS, id_van("bram"), id_van("ggz")],
    )
    gezien = []
    with als_app(bank.info.dbname) as app:
        for opdracht in ("SELECT 1", "UPDATE casus_casusrol SET tot = '2022-02-01'"):
            bank.execute(opdracht.encode())
            with zitting(app, "ketenpartner"):
                gezien.append(app.execute("SELECT count(*) FROM casus_casus").fetchone())

    assert gezien == [(1,), (0,)]
