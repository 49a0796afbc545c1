# SPDX-License-Identifier: EUPL-1.2
"""Injected SQL reads no password, writes none of another, and binds nobody to the provider."""

from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from psycopg.errors import InsufficientPrivilege

from tests.bezetting import WACHTWOORD, id_van
from vangnet.gebruikers.aanmelden import wachtwoord_klopt
from vangnet.gebruikers.beheer import via_oidc_zetten
from vangnet.gebruikers.models import Gebruiker
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
AMIRA, FRANK = id_van("amira"), id_van("frank")
HASH = "argon2$" + "x" * 60
# Everybody behind a page: a visitor, somebody halfway in, and somebody who is in.
VRAGERS = {
    "bezoeker": None,
    "halverwege": Vrager(AMIRA, VragerSoort.INLOG),
    "binnen": Vrager(AMIRA),
    "beheerder": Vrager(id_van("els")),
}
elke_vrager = pytest.mark.parametrize("wie", VRAGERS)


def _sql(opdracht: str, *waarden: str | UUID) -> object:
    """The first cell that comes back, else the number of rows that were touched."""
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        return cursor.fetchone()[0] if cursor.description else cursor.rowcount


@elke_vrager
@pytest.mark.parametrize(
    "vraag",
    [
        "SELECT password FROM gebruikers_gebruiker",
        "SELECT * FROM gebruikers_gebruiker",
        "SELECT to_jsonb(g) FROM gebruikers_gebruiker g",
        "SELECT count(*) FROM gebruikers_gebruiker WHERE password LIKE 'argon2%%'",
        "UPDATE gebruikers_gebruiker SET last_login = now() RETURNING password",
    ],
)
def test_niemand_leest_een_wachtwoord(wie: str, vraag: str) -> None:
    with als(VRAGERS[wie]), pytest.raises(DatabaseError) as fout, transaction.atomic():
        _sql(vraag)

    assert isinstance(fout.value.__cause__, InsufficientPrivilege)


@elke_vrager
def test_niemand_krijgt_een_hash_van_de_functie(wie: str) -> None:
    with als(VRAGERS[wie]):
        assert _sql("SELECT gebruikers.wachtwoord_van_herkende()") is None


@elke_vrager
def test_niemand_zet_het_wachtwoord_van_een_ander(wie: str) -> None:
    with als(VRAGERS[wie]):
        gezet = _sql("UPDATE gebruikers_gebruiker SET password = %s WHERE id = %s", HASH, FRANK)

    assert gezet == 0
    assert wachtwoord_klopt(FRANK, WACHTWOORD)


@pytest.mark.parametrize(
    ("wie", "eigen"), [("bezoeker", 0), ("halverwege", 0), ("binnen", 1), ("beheerder", 1)]
)
def test_alles_tegelijk_zetten_raakt_hooguit_het_eigen_account(wie: str, eigen: int) -> None:
    stempels = dict(Gebruiker.objects.exclude(pk=AMIRA).values_list("email", "sessiestempel"))
    with als(VRAGERS[wie]):
        gezet = _sql("UPDATE gebruikers_gebruiker SET password = %s", HASH)

    del stempels["els@proef.invalid"]
    anderen = Gebruiker.objects.filter(email__in=stempels).values_list("email", "sessiestempel")
    assert gezet == eigen
    assert dict(anderen) == stempels


def test_wie_herkend_wordt_heeft_geen_rijen_en_geen_rollen() -> None:
    with als(Vrager(AMIRA, VragerSoort.HERKENNING)):
        assert _sql("SELECT count(*) FROM casus_casus") == 0
        assert _sql("SELECT count(*) FROM gebruikers_tweedefactor") == 0
        assert _sql("SELECT toegang.is_huis()") is False
        assert _sql("UPDATE gebruikers_gebruiker SET password = %s", HASH) == 0
    with als(Vrager(AMIRA)):
        assert _sql("SELECT toegang.is_huis()") is True


def test_na_het_nagaan_van_een_wachtwoord_is_de_vrager_weer_wie_hij_was() -> None:
    with als(None):
        assert wachtwoord_klopt(AMIRA, WACHTWOORD)
        assert not wachtwoord_klopt(AMIRA, "een ander wachtwoord")
        assert _sql("SELECT gebruikers.wachtwoord_van_herkende()") is None
        assert _sql("SELECT current_setting('toegang.vrager')") == ""


def _koppel(onderwerp: str = "van-de-aanvaller") -> object:
    return _sql("SELECT gebruikers.koppel_oidc('https://gemeente.invalid', %s, '')", onderwerp)


def _gezocht(onderwerp: str, email: str = "") -> object:
    vraag = "SELECT gebruikers.zoek_oidc('https://gemeente.invalid', %s, %s)"
    return _sql(vraag, onderwerp, email)


@elke_vrager
def test_niemand_koppelt_zichzelf_aan_een_account_van_de_gemeente(wie: str) -> None:
    with als(Vrager(id_van("els"))):
        via_oidc_zetten(AMIRA, aan=True)
    with als(VRAGERS[wie]):
        zoekt = _gezocht("van-de-aanvaller", "amira@proef.invalid")

        assert zoekt == AMIRA
        assert _koppel() is False
        assert _gezocht("van-de-aanvaller") is None


def test_wie_al_gekoppeld_is_krijgt_geen_tweede() -> None:
    with als(Vrager(id_van("els"))):
        via_oidc_zetten(AMIRA, aan=True)
    with als(Vrager(AMIRA, VragerSoort.HERKENNING)):
        assert (_koppel("echt"), _koppel("anders"), _koppel("echt")) == (True, False, True)
        assert _gezocht("anders", "amira@proef.invalid") is None
        assert _gezocht("echt") == AMIRA


def test_een_account_dat_niet_is_aangewezen_wordt_niet_gekoppeld() -> None:
    with als(Vrager(AMIRA, VragerSoort.HERKENNING)):
        assert _koppel() is False
