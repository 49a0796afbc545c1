# SPDX-License-Identifier: EUPL-1.2
"""Destroying while somebody takes the answer back, on real connections."""

import threading
import time
from collections.abc import Iterator

import psycopg
import pytest
from psycopg.errors import ForeignKeyViolation, InsufficientPrivilege

from tests.aanmelding.test_vernietigen import _ANTWOORD, _BESLOTEN, WACHT
from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import als_app, zitting
from vangnet.kern.databank.cluster import BEHEERDER

VERNIETIGEN = "SELECT aanmelding.vernietig_verlopen('')"
TERUGNEMEN = "SELECT aanmelding.neem_antwoord_terug(%s, '')"
TYPEN = """
    INSERT INTO gebruikers_formulierconcept (id, gebruiker, plek, inhoud, bewaard_op, aanmelding)
    VALUES (gen_random_uuid(), %s, 'besluit', 'x', now(), %s)
"""
GETYPT = "SELECT count(*) FROM gebruikers_formulierconcept WHERE aanmelding = %s"
AANTAL = "SELECT count(*) FROM aanmelding_aanmelding WHERE id = %s"


@pytest.fixture
def bank() -> Iterator[str]:
    with kloon() as naam:
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(_BESLOTEN.encode(), ["elders", 3, WACHT])
            beheer.execute(_ANTWOORD.encode(), [WACHT, "brief", id_van("amira"), "2 days", None])
        yield naam


def _vernietig(app: psycopg.Connection) -> object:
    rij = app.execute(VERNIETIGEN.encode()).fetchone()
    return rij[0] if rij else None


def _neem_terug(app: psycopg.Connection) -> object:
    return app.execute(TERUGNEMEN.encode(), [WACHT]) and "terug"


def _typ(app: psycopg.Connection) -> object:
    try:
        with app.transaction():
            return app.execute(TYPEN.encode(), [id_van("amira"), WACHT]) and "bewaard"
    except ForeignKeyViolation:
        return "niet bewaard"


def _terwijl(bank: str, eerste: tuple[str, object], tweede: tuple[str, object]) -> object:
    """What the second gets that begins before the first has committed."""
    uitkomst: list[object] = []

    def draai() -> None:
        with als_app(bank) as app, zitting(app, tweede[0], terug=False):
            try:
                uitkomst.append(tweede[1](app))  # type: ignore[operator]
            except InsufficientPrivilege:
                uitkomst.append("geweigerd")
                raise psycopg.Rollback from None

    draad = threading.Thread(target=draai)
    with als_app(bank) as app, zitting(app, eerste[0], terug=False):
        eerste[1](app)  # type: ignore[operator]
        draad.start()
        time.sleep(1)
    draad.join(30)
    return uitkomst[0]


def _over(bank: str) -> object:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        return beheer.execute(AANTAL.encode(), [WACHT]).fetchone()


def test_wat_iemand_net_terugneemt_wordt_niet_vernietigd(bank: str) -> None:
    weg = _terwijl(bank, ("procesregisseur", _neem_terug), ("opdrachtregel", _vernietig))

    assert (weg, _over(bank)) == (0, (1,))
    with als_app(bank) as app, zitting(app, "opdrachtregel", terug=False):
        assert _vernietig(app) == 0


def test_wat_net_vernietigd_wordt_neemt_niemand_meer_terug(bank: str) -> None:
    terug = _terwijl(bank, ("opdrachtregel", _vernietig), ("procesregisseur", _neem_terug))

    assert (terug, _over(bank)) == ("geweigerd", (0,))


def test_waarover_iemand_net_begint_te_typen_gaat_met_die_tekst_weg(bank: str) -> None:
    weg = _terwijl(bank, ("procesregisseur", _typ), ("opdrachtregel", _vernietig))
    with als_app(bank) as app, zitting(app, "opdrachtregel", terug=False):
        daarna = _vernietig(app)

    # Who is busy with one goes first; the next minute it goes.
    assert (weg, daarna) == (0, 1)
    with cluster().verbind(BEHEERDER, bank) as beheer:
        assert beheer.execute(GETYPT.encode(), [WACHT]).fetchone() == (0,)


def test_over_wat_net_vernietigd_wordt_begint_niemand_te_typen(bank: str) -> None:
    getypt = _terwijl(bank, ("opdrachtregel", _vernietig), ("procesregisseur", _typ))

    assert (getypt, _over(bank)) == ("niet bewaard", (0,))
