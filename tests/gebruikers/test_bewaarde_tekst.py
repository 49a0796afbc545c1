# SPDX-License-Identifier: EUPL-1.2
"""How long the database keeps a text, and from which session."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.gebruikers.getypt import bewaarde_plekken, plek_van, tekst_bewaren, tekst_nemen
from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.sessies import sessie_beginnen
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

AMIRA = id_van("amira")
PLEK = plek_van(AMIRA, "/ergens")


@pytest.fixture
def beheer(eigen_databank: str) -> Iterator[psycopg.Connection]:
    with cluster().verbind(BEHEERDER, eigen_databank) as verbinding:
        yield verbinding


def _sessie() -> UUID:
    with als(Vrager(AMIRA)):
        wie = Gebruiker.objects.get(pk=AMIRA)
        return sessie_beginnen(wie, factor="totp", apparaat="Proefbrowser").pk


def _bewaar(sessie: UUID, *, adres: str = "/ergens", tekst: str = "x") -> bool:
    with als(Vrager(AMIRA, VragerSoort.INLOG)):
        return tekst_bewaren(AMIRA, sessie, adres=adres, velden={"tekst": tekst})


def test_een_tekst_wacht_een_uur(beheer: psycopg.Connection) -> None:
    _bewaar(_sessie())

    over = beheer.execute("SELECT verloopt_op - now() FROM gebruikers_bewaardetekst").fetchall()

    assert [timedelta(minutes=59) < een <= timedelta(hours=1) for (een,) in over] == [True]


def test_daarna_is_hij_er_niet_meer(beheer: psycopg.Connection) -> None:
    _bewaar(_sessie())
    beheer.execute("UPDATE gebruikers_bewaardetekst SET verloopt_op = now()")

    with als(Vrager(AMIRA)):
        tekst = tekst_nemen(AMIRA, PLEK)

    assert tekst == {}
    assert beheer.execute("SELECT count(*) FROM gebruikers_bewaardetekst").fetchone() == (0,)


def test_wie_inlogt_ruimt_op_en_ziet_alleen_zijn_eigen_plekken(beheer: psycopg.Connection) -> None:
    sessie = _sessie()
    _bewaar(sessie)
    _bewaar(sessie, adres="/elders")
    beheer.execute(
        "UPDATE gebruikers_bewaardetekst SET verloopt_op = now() WHERE plek = %s", [PLEK]
    )
    with als(Vrager(id_van("joris"))):
        van_joris = bewaarde_plekken()
    with als(Vrager(AMIRA)):
        van_amira = bewaarde_plekken()

    assert (van_joris, van_amira) == ([], [plek_van(AMIRA, "/elders")])
    assert beheer.execute("SELECT count(*) FROM gebruikers_bewaardetekst").fetchone() == (1,)


def test_een_tekst_te_laat_ruimt_ook_die_van_anderen_op(beheer: psycopg.Connection) -> None:
    sessie = _sessie()
    _bewaar(sessie)
    beheer.execute(
        "UPDATE gebruikers_bewaardetekst SET verloopt_op = now(), gebruiker = %s", [id_van("joris")]
    )

    _bewaar(sessie)

    rijen = beheer.execute("SELECT gebruiker FROM gebruikers_bewaardetekst").fetchall()
    assert rijen == [(AMIRA,)]


def test_van_een_formulier_blijft_de_laatste_tekst(eigen_databank: str) -> None:
    sessie = _sessie()
    _bewaar(sessie, tekst="eerst")
    _bewaar(sessie, tekst="later")

    with als(Vrager(AMIRA)):
        assert tekst_nemen(AMIRA, PLEK) == {"tekst": "later"}


@pytest.mark.parametrize(
    ("verander", "bewaard"),
    [
        pytest.param("gezien_op = now() - interval '9 hours'", True, id="lang niets gedaan"),
        pytest.param("begonnen_op = now() - interval '12 hours'", False, id="van gisteren"),
        pytest.param("beeindigd_op = now()", False, id="met de hand beëindigd"),
        pytest.param(f"gebruiker = '{id_van('joris')}'", False, id="van een ander"),
    ],
)
def test_alleen_uit_een_eigen_sessie_die_net_is_verlopen(
    verander: str, bewaard: bool, beheer: psycopg.Connection
) -> None:
    sessie = _sessie()
    beheer.execute(f"UPDATE gebruikers_sessie SET {verander}".encode())  # noqa: S608 - words above

    assert _bewaar(sessie) is bewaard


def test_te_veel_tekst_wordt_niet_bewaard(eigen_databank: str) -> None:
    assert _bewaar(_sessie(), tekst="x" * 200_001) is False
