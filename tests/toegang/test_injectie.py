# SPDX-License-Identifier: EUPL-1.2
"""Two hundred payloads through a deliberate hole: no row that the request could not see anyway."""

import re
from collections import Counter
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, verbonden_met
from tests.toegang.kanaries import koekjes, vreemd, woorden
from tests.toegang.ladingen import DOEL, SOORTEN, Lading, ladingen
from tests.toegang.proefbank import lijst
from tests.toegang.relaties import GEVALLEN
from tests.toegang.test_relaties import relatiebank
from vangnet.casus.models import Casus
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.postgres15
__all__ = ["relatiebank"]
LADINGEN = tuple(ladingen())
BESTAAND = f"ZVH-2024-{GEVALLEN.index('gesloten'):04}"
VERZONNEN = "ZVH-2024-9999"
_SPOOR = re.compile(r"\b[0-9a-f]{16,32}\b")
# Somebody who takes part in some casussen, and somebody who takes part in none.
AANVALLERS = {"bram": "ketenpartner", "dirk": "zonder_rol"}


@pytest.fixture
def aanval(
    relatiebank: str, django_db_blocker: DjangoDbBlocker, settings: Settings
) -> Iterator[str]:
    """The product with a hole in it, on a database in which there is something to see."""
    settings.ROOT_URLCONF = "tests.toegang.lek"
    settings.STATEMENT_TIMEOUT_SECONDEN = 1
    with django_db_blocker.unblock(), verbonden_met(relatiebank):
        yield relatiebank


def _als(naam: str) -> Client:
    return log_in(Client(raise_request_exception=False), naam)


def _stuur(client: Client, lading: Lading, doel: str = BESTAAND) -> tuple[int, str]:
    tekst = lading.tekst.replace(DOEL, doel)
    antwoord = client.post(f"/lek/{lading.waar}", {"tekst": tekst})
    # The number of an error page differs for every request.
    return antwoord.status_code, _SPOOR.sub("#", antwoord.content.decode())


def _stuur_heel(client: Client, lading: Lading) -> str:
    return str(client.post(f"/lek/{lading.waar}", {"tekst": lading.tekst}).content.decode())


def _zitting_van_de_volgende() -> tuple[object, ...]:
    """What the next asker on this connection finds: somebody who may see nothing."""
    with als(Vrager(id_van("dirk"))), connection.cursor() as cursor:
        gezien = Casus.objects.count()
        cursor.execute(
            "SELECT current_user, session_user, current_setting('TimeZone'), "
            "current_setting('search_path'), current_setting('row_security'), "
            "(SELECT count(*) FROM pg_cursors WHERE is_holdable), "
            "(SELECT count(*) FROM pg_listening_channels()), "
            "(SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())"
        )
        return (gezien, *cursor.fetchone())


_SCHOON = (0, "vangnet_app", "vangnet_app", "UTC", "public, pg_temp", "on", 0, 0, 0)


@pytest.mark.asvs("1.2.4")
@pytest.mark.parametrize("naam", AANVALLERS)
def test_geen_lading_geeft_een_rij_die_de_vrager_niet_ziet(naam: str, aanval: str) -> None:
    client, uitkomsten = _als(naam), Counter[tuple[str, int]]()
    gevonden: list[tuple[Lading, object]] = []
    verboden = vreemd(aanval, AANVALLERS[naam])
    for lading in LADINGEN:
        status, inhoud = _stuur(client, lading)
        uitkomsten[lading.soort, status] += 1
        lek = (woorden(inhoud) & verboden) - woorden(lading.tekst.replace(DOEL, BESTAAND))
        if lek:
            gevonden.append((lading, sorted(lek)[:3]))
        if (stand := _zitting_van_de_volgende()) != _SCHOON:
            gevonden.append((lading, stand))
    for (soort, status), aantal in sorted(uitkomsten.items()):
        print(f"{naam}: {SOORTEN[soort]}: {aantal} keer {status}")  # noqa: T201 - the report

    assert len(LADINGEN) >= 200
    assert len(verboden) > 100
    assert gevonden == []


def _is_binnen(koekje: str) -> bool:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = koekje
    return client.get("/account").status_code == 200


@pytest.mark.asvs("7.2.1")
@pytest.mark.parametrize("naam", [*AANVALLERS, "bezoeker"])
def test_geen_lading_geeft_een_koekje_van_een_ander(naam: str, aanval: str) -> None:
    van_de_fg = _als("frank").cookies[settings.SESSION_COOKIE_NAME].value
    client = Client(raise_request_exception=False) if naam == "bezoeker" else _als(naam)
    sessies = [een for een in ladingen() if "django_session" in een.tekst]
    inhoud = "".join(_stuur_heel(client, een) for een in sessies)
    gezien = koekjes(inhoud)

    assert _is_binnen(van_de_fg)
    assert koekjes(van_de_fg) == {van_de_fg}
    assert len(gezien) > 0
    assert [woord for woord in gezien if _is_binnen(woord)] == []


def test_de_gaten_zijn_echt(aanval: str) -> None:
    """Without a policy the first payload would give every casus: the owner gets them."""
    opdracht = "SELECT id::text, kenmerk FROM casus_casus WHERE kenmerk = '' OR 1=1 -- '"
    with cluster().verbind(BEHEERDER, aanval) as beheer:
        alle = len(lijst(beheer, opdracht))
    status, inhoud = _stuur(_als("bram"), Lading("vorm", "casus", "' OR 1=1 -- "))

    assert status == 200
    assert 0 < inhoud.count("ZVH-") < alle


@pytest.mark.asvs("1.2.4")
@pytest.mark.parametrize(
    "lading", [een for een in LADINGEN if een.soort == "zijkanaal"], ids=lambda een: een.tekst[:60]
)
def test_een_lading_merkt_niet_of_een_casus_bestaat(lading: Lading, aanval: str) -> None:
    client = _als("dirk")
    bestaat, verzonnen = (_stuur(client, lading, doel) for doel in (BESTAAND, VERZONNEN))

    assert bestaat == (verzonnen[0], verzonnen[1].replace(VERZONNEN, BESTAAND))


@pytest.mark.asvs("1.2.4")
def test_geen_lading_laat_iets_achter(aanval: str) -> None:
    met_alles = "SELECT relname FROM pg_class UNION ALL SELECT proname FROM pg_proc"
    rollen = "SELECT rolname || coalesce(rolpassword, '') FROM pg_authid"
    # Of this database and of every one: a test beside this one sets its own database otherwise.
    instellingen = """SELECT setconfig::text FROM pg_db_role_setting s
        LEFT JOIN pg_database d ON d.oid = setdatabase
        WHERE setdatabase = 0 OR datname = current_database()"""

    def stand(beheer: psycopg.Connection) -> list[list[str]]:
        return [sorted(map(str, lijst(beheer, v))) for v in (met_alles, rollen, instellingen)]

    with cluster().verbind(BEHEERDER, aanval) as beheer:
        eerst = stand(beheer)
        client = _als("bram")
        for lading in LADINGEN:
            if lading.soort in {"gestapeld", "functie"}:
                _stuur(client, lading)

        assert stand(beheer) == eerst
