# SPDX-License-Identifier: EUPL-1.2
"""Who asks, as the database sees it."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection

from vangnet.casus.models import Casus
from vangnet.toegang.vrager import Vrager, als, word

Wie = Callable[[str], Vrager]


@pytest.mark.asvs("8.2.2")
@pytest.mark.django_db
def test_zonder_vrager_zijn_er_geen_rijen() -> None:
    assert Casus.objects.count() == 0


@pytest.mark.asvs("8.2.2")
@pytest.mark.django_db
def test_een_bezoeker_ziet_geen_casus() -> None:
    with als(None):
        assert Casus.objects.count() == 0


@pytest.mark.django_db
def test_de_procesregisseur_ziet_de_casus_van_het_huis(vrager: Wie) -> None:
    with als(vrager("amira")):
        assert Casus.objects.count() == 1


@pytest.mark.asvs("8.4.1")
@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["bram", "chantal", "dirk", "els", "mirjam"])
def test_wie_niet_van_het_huis_is_ziet_geen_casus(naam: str, vrager: Wie) -> None:
    with als(vrager(naam)):
        assert Casus.objects.count() == 0


@pytest.mark.django_db
def test_na_het_blok_is_de_vrager_weer_weg(vrager: Wie) -> None:
    with als(vrager("amira")):
        pass

    assert Casus.objects.count() == 0


@pytest.mark.django_db
def test_na_een_blok_in_een_blok_zijn_vrager_en_tijd_terug(vrager: Wie) -> None:
    with als(vrager("amira"), tijd=0):
        with als(vrager("chantal")):
            assert Casus.objects.count() == 0
        with connection.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")

            assert (cursor.fetchone(), Casus.objects.count()) == (("0",), 1)


@pytest.mark.django_db
def test_na_een_mislukt_blok_in_een_blok_is_de_vrager_terug(vrager: Wie) -> None:
    with als(vrager("amira")):
        with pytest.raises(DatabaseError), als(vrager("chantal")), connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")

        assert Casus.objects.count() == 1


@pytest.mark.django_db
def test_een_vrager_zonder_transactie_is_een_fout_van_de_maker(vrager: Wie) -> None:
    with pytest.raises(RuntimeError, match="only for inside"):
        word(vrager("amira"))


@pytest.mark.django_db
def test_de_toepassing_werkt_onder_de_rol_die_niets_bezit() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        rij = cursor.fetchone()

    assert rij == ("vangnet_app", False, False)


def test_een_eigen_databank_houdt_wat_wordt_vastgelegd(eigen_databank: str, vrager: Wie) -> None:
    with als(vrager("amira")):
        aantal = Casus.objects.count()

    assert aantal == 1
