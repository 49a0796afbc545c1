# SPDX-License-Identifier: EUPL-1.2
"""A server that logs every statement, set so by its administrator: what its reader gets."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from config import settings as instellingen
from tests.databank import cluster
from tests.toegang.proefbank import als_app
from vangnet.casus.models import Casus
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.postgres15
Wie = Callable[[str], Vrager]
_TOKEN = re.compile(r"\d+\.mens\.[0-9a-f-]{36}\.\d+\.\d+\.[0-9a-f]{64}")


def _logboek() -> Path:
    return cluster().plek.cluster.parent / "postgres.log"


@pytest.fixture
def alles_gelogd(eigen_databank: str) -> Iterator[str]:
    """A database whose administrator logs every statement of the application."""
    opdracht = f'ALTER ROLE {instellingen.ROLLEN.app} IN DATABASE "{eigen_databank}" '
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        # With the values too, which the embedded server leaves out.
        for instelling in ("log_statement = 'all'", "log_error_verbosity = 'default'"):
            beheer.execute(f"{opdracht} SET {instelling}".encode())
    connection.close()
    yield eigen_databank
    connection.close()


def _gelogd(vrager: Vrager) -> tuple[str, int]:
    """What the log gained by one transaction, and how many casussen that saw."""
    begin = _logboek().stat().st_size
    with als(vrager):
        gezien = Casus.objects.count()
    with _logboek().open("rb") as lezer:
        lezer.seek(begin)
        return lezer.read().decode(errors="replace"), gezien


def _gezien_met(app: psycopg.Connection, token: str) -> object:
    with app.transaction(force_rollback=True):
        app.execute("SELECT set_config('toegang.vrager', %s, true)", [token])
        return app.execute("SELECT count(*) FROM casus_casus").fetchone()


def test_de_tekst_van_een_opdracht_houdt_het_token_niet(alles_gelogd: str, vrager: Wie) -> None:
    """Bound by the server: the text has a number where the token goes."""
    tekst, gezien = _gelogd(vrager("amira"))
    opdrachten = [regel for regel in tekst.splitlines() if "set_config('toegang.vrager'" in regel]

    assert gezien > 0
    assert opdrachten != []
    assert [regel for regel in opdrachten if _TOKEN.search(regel)] == []


def test_een_token_uit_het_logboek_werkt_nergens(alles_gelogd: str, vrager: Wie) -> None:
    """The values may stand beside the text: of another process, and of a moment that has gone."""
    tokens = _TOKEN.findall(_gelogd(vrager("amira"))[0])
    with als_app(alles_gelogd) as dief:
        elders = [_gezien_met(dief, token) for token in tokens]
    time.sleep(2.1)
    with als(vrager("dirk")), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('toegang.vrager', %s, true)", [tokens[0]])
        later = Casus.objects.count()

    assert elders == [(0,)] * len(tokens)
    assert later == 0
