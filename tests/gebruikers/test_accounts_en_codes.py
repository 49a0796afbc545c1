# SPDX-License-Identifier: EUPL-1.2
"""Accounts and the codes that activate them; a code gives nobody a role that works."""

from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction

from tests.bezetting import id_van
from tests.databank import cluster
from tests.gebruikers.conftest import Als, Rol
from vangnet.gebruikers.aanmelden import wachtwoord_klopt
from vangnet.gebruikers.beheer import (
    _hash,
    account_maken,
    account_zetten,
    activeren,
    activering_geven,
    rol_bevestigen,
    rol_geven,
)
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.selectors import rollen_van
from vangnet.toegang.vrager import Vrager, als

ZIN = "een lange zin om mee te proeven"


def _nieuw(email: str = "nieuw@proef.invalid") -> UUID:
    return account_maken(email=email, naam="Nieuw Persoon", functie="", organisatie=None)


def test_een_nieuw_account_heeft_geen_wachtwoord_en_geen_rol(wie: Als) -> None:
    with wie("els"):
        nieuw = Gebruiker.objects.get(pk=_nieuw())

    herkend = Vrager(nieuw.pk, VragerSoort.HERKENNING)
    with als(herkend), connection.cursor() as cursor:
        cursor.execute("SELECT left(gebruikers.wachtwoord_van_herkende(), 1)")
        assert cursor.fetchone()[0] == "!"
    assert nieuw.is_active
    assert rollen_van(Vrager(nieuw.pk)) == frozenset()


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("naam", ["amira", "mirjam", "frank", "dirk", "opdracht"])
def test_alleen_een_beheerder_maakt_accounts_en_codes(naam: str, wie: Als) -> None:
    with wie(naam):
        for handeling in (
            _nieuw,
            lambda: activering_geven(id_van("dirk")),
            lambda: account_zetten(id_van("koos"), actief=False),
        ):
            with pytest.raises(NietToegestaan):
                handeling()


def test_een_adres_dat_er_al_is_wordt_gemeld_ook_met_hoofdletters(wie: Als) -> None:
    with wie("els"), pytest.raises(VangnetFout, match="al een account"):
        _nieuw("AMIRA@proef.invalid")


@pytest.mark.asvs("6.4.1")
def test_een_code_zet_een_wachtwoord_en_werkt_een_keer(wie: Als) -> None:
    with wie("els"):
        nieuw = _nieuw()
        code, _verloopt = activering_geven(nieuw)
    with als(None):
        assert activeren(code.lower().replace("-", " "), ZIN)
        assert not activeren(code, ZIN)

    assert wachtwoord_klopt(nieuw, ZIN)


@pytest.mark.asvs("6.4.1")
def test_een_nieuwe_code_maakt_de_vorige_ongeldig(wie: Als) -> None:
    with wie("els"):
        nieuw = _nieuw()
        eerste, _ = activering_geven(nieuw)
        tweede, _ = activering_geven(nieuw)
    with als(None):
        assert (activeren(eerste, ZIN), activeren(tweede, ZIN)) == (False, True)


@pytest.mark.parametrize("code", ["", "fout", "AAAAA-AAAAA-AAAAA-AAAAA"])
def test_een_onbekende_code_zet_niets(code: str, db: None) -> None:
    with als(None):
        assert not activeren(code, ZIN)


@pytest.mark.asvs("6.4.1")
def test_een_code_geldt_72_uur(wie: Als) -> None:
    with wie("els"), connection.cursor() as cursor:
        activering_geven(id_van("dirk"))
        cursor.execute(
            "SELECT extract(hour FROM verloopt_op - gemaakt_op) + 24 * extract(day FROM "
            "verloopt_op - gemaakt_op) FROM gebruikers_activering WHERE gebruiker_id = %s",
            [id_van("dirk")],
        )
        assert cursor.fetchone()[0] == 72


def test_een_code_voor_jezelf_of_voor_niemand_is_er_niet(wie: Als) -> None:
    with wie("els"):
        for naam in ("els", "ed", "bestaat niet"):
            with pytest.raises(NietToegestaan):
                activering_geven(id_van(naam))


def test_wie_een_code_gebruikt_heeft_geen_rol_die_werkt_tot_een_ander_bevestigt(wie: Als) -> None:
    """A beheerder who takes over an account with a code of their own finds it empty."""
    with wie("els"):
        code, _ = activering_geven(id_van("amira"))
    with wie("amira"):
        assert rollen_van(Vrager(id_van("amira"))) != frozenset()
    with als(None):
        activeren(code, ZIN)
    with wie("amira"):
        assert rollen_van(Vrager(id_van("amira"))) == frozenset()


def test_zolang_er_een_code_open_is_wordt_niets_bevestigd(wie: Als, rol: Rol) -> None:
    with wie("els"):
        gegeven = rol_geven(id_van("dirk"), rol())
        code, _ = activering_geven(id_van("dirk"))
    with wie("mirjam"), pytest.raises(NietToegestaan):
        rol_bevestigen(gegeven, akkoord=True)
    with als(None):
        activeren(code, ZIN)
    with wie("mirjam"):
        assert rol_bevestigen(gegeven, akkoord=True) == id_van("dirk")


def test_een_beeindigd_account_is_dicht_en_komt_terug_zonder_rollen(wie: Als) -> None:
    with wie("els"):
        code, _ = activering_geven(id_van("amira"))
        account_zetten(id_van("amira"), actief=False)
        assert not Gebruiker.objects.get(pk=id_van("amira")).is_active
        account_zetten(id_van("amira"), actief=True)
    with als(None):
        assert not activeren(code, ZIN)
    with wie("amira"):
        assert rollen_van(Vrager(id_van("amira"))) == frozenset()


def test_een_beheerder_beeindigt_het_eigen_account_niet(wie: Als) -> None:
    with wie("els"), pytest.raises(NietToegestaan):
        account_zetten(id_van("els"), actief=False)


def test_niemand_leest_de_hash_van_een_code(wie: Als) -> None:
    with wie("els"), connection.cursor() as cursor:
        activering_geven(id_van("dirk"))
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute("SELECT code_hash FROM gebruikers_activering")


def test_een_wachtwoord_zoals_het_is_getypt_wordt_niet_bewaard(wie: Als) -> None:
    with wie("els"):
        code, _ = activering_geven(id_van("dirk"))
    with (
        als(None),
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="niet toegestaan"),
        transaction.atomic(),
    ):
        cursor.execute("SELECT gebruikers.activeer(%s, %s, '')", [_hash(code), ZIN])


def test_een_code_van_een_account_dat_voorbij_is_werkt_niet(eigen_databank: str) -> None:
    with als(Vrager(id_van("els"))):
        code, _ = activering_geven(id_van("dirk"))
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "UPDATE gebruikers_gebruiker SET actief_tot = '2023-12-31' WHERE id = %s",
            [id_van("dirk")],
        )

    with als(None):
        assert not activeren(code, ZIN)
