# SPDX-License-Identifier: EUPL-1.2
"""Every act on an account or role leaves its row, whoever asks (toegang.md section 6)."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.gebruikers.beheer import (
    NieuweRol,
    account_maken,
    account_zetten,
    activeren,
    activering_geven,
    rol_beeindigen,
    rol_bevestigen,
    rol_geven,
    ronde_tekenen,
)
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.toegang.models import AccountRol
from vangnet.toegang.vrager import Vrager, als


@pytest.fixture
def beheer(eigen_databank: str, django_db_blocker: DjangoDbBlocker) -> Iterator[psycopg.Connection]:
    with (
        django_db_blocker.unblock(),
        cluster().verbind(BEHEERDER, eigen_databank) as verbinding,
    ):
        yield verbinding


def _geef(gebruiker: UUID, rol: str = "trajectbegeleider", *, tot: date | None = None) -> UUID:
    nieuw = NieuweRol(
        rol=rol,
        organisatie=het_huis().pk,
        taak="a",
        screening_op=vandaag(),
        vanaf=vandaag(),
        tot=tot,
    )
    with als(Vrager(id_van("els"))):
        return rol_geven(gebruiker, nieuw)


def _sporen(beheer: psycopg.Connection) -> list[tuple[str, str]]:
    """Each act with the first name of who did it; `bezoeker` is nobody."""
    namen = {id_van(naam): naam for naam in ("els", "mirjam")}
    rijen = beheer.execute(
        "SELECT handeling, gebruiker FROM journaal_handeling ORDER BY moment"
    ).fetchall()
    return [(str(handeling), namen.get(wie, "bezoeker")) for handeling, wie in rijen]


@pytest.mark.asvs("16.3.3")
def test_een_account_van_begin_tot_eind(beheer: psycopg.Connection) -> None:
    with als(Vrager(id_van("els"))):
        nieuw = account_maken(
            email="nieuw@proef.invalid", naam="Nieuw Persoon", functie="", organisatie=None
        )
        code, _ = activering_geven(nieuw)
    with als(None):
        assert activeren(code, "een lange zin om mee te beginnen")
    with als(Vrager(id_van("els"))):
        account_zetten(nieuw, actief=False)
        account_zetten(nieuw, actief=True)

    assert _sporen(beheer) == [
        ("gebruiker.toegevoegd", "els"),
        ("activering.gegeven", "els"),
        ("gebruiker.geactiveerd", "bezoeker"),
        ("gebruiker.beeindigd", "els"),
        ("gebruiker.heropend", "els"),
    ]


@pytest.mark.asvs("16.3.3")
def test_een_rol_van_begin_tot_eind(beheer: psycopg.Connection) -> None:
    eerste, tweede = _geef(id_van("dirk")), _geef(id_van("dirk"), "auditor", tot=vandaag())
    with als(Vrager(id_van("mirjam"))):
        rol_bevestigen(eerste, akkoord=True)
        rol_bevestigen(tweede, akkoord=False)
        rol_beeindigen(eerste, tot=None)

    assert _sporen(beheer) == [
        ("rol.gegeven", "els"),
        ("rol.gegeven", "els"),
        ("rol.bevestigd", "mirjam"),
        ("rol.afgewezen", "mirjam"),
        ("rol.beeindigd", "mirjam"),
    ]


@pytest.mark.asvs("6.4.1")
def test_met_een_code_begint_een_account_opnieuw_zonder_oude_factoren(
    beheer: psycopg.Connection,
) -> None:
    dirk = id_van("dirk")
    beheer.execute(
        "INSERT INTO gebruikers_tweedefactor (id, gebruiker, soort, naam, geheim, teller, "
        "gemaakt_op) VALUES (gen_random_uuid(), %s, 'totp', '', 'x', 0, now())",
        [dirk],
    )
    with als(Vrager(id_van("els"))):
        code, _ = activering_geven(dirk)
    with als(None):
        activeren(code, "een lange zin om opnieuw te beginnen")

    over = beheer.execute(
        "SELECT count(*) FROM gebruikers_tweedefactor WHERE gebruiker = %s", [dirk]
    )
    assert over.fetchone() == (0,)


def test_een_ronde_laat_haar_handtekening_na(beheer: psycopg.Connection) -> None:
    with als(Vrager(id_van("mirjam"))):
        ronde_tekenen({AccountRol.objects.get(gebruiker=id_van("amira")).pk: True})

    assert ("rechtenronde.getekend", "mirjam") in _sporen(beheer)


def test_na_elke_proef_is_de_verbinding_weer_van_niemand(beheer: psycopg.Connection) -> None:
    _geef(id_van("dirk"))
    with als(None), connection.cursor() as cursor:
        cursor.execute("SELECT toegang.vrager()")

        assert cursor.fetchone() == (None,)
