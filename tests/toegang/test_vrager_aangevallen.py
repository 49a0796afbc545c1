# SPDX-License-Identifier: EUPL-1.2
"""The signed asker under attack: forged, altered, replayed, expired, thrown away."""

import hashlib
import hmac
from collections.abc import Callable
from typing import NamedTuple

import psycopg
import pytest

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster
from tests.toegang.proefbank import Proefbank, als_app, token, zitting

pytestmark = pytest.mark.postgres15


class Delen(NamedTuple):
    """The parts of a good token of the procesregisseur."""

    kid: str
    soort: str
    gebruiker: str
    proces: str
    moment: str
    mac: str


def _ondertekend(delen: Delen, sleutel: bytes) -> str:
    boodschap = ".".join(delen[:5])
    return f"{boodschap}.{hmac.new(sleutel, boodschap.encode(), hashlib.sha256).hexdigest()}"


def _echt(delen: Delen) -> str:
    """Signed with the real key: what differs is what a thief can't have, the place or the time."""
    return _ondertekend(delen, instellingen.SLEUTELS.nieuwste("vrager")[1])


def _ms(delen: Delen, verschil: int) -> str:
    return str(int(delen.moment) + verschil)


VALS: dict[str, Callable[[Delen], str]] = {
    "leeg": lambda d: "",
    "zonder handtekening": lambda d: ".".join(d[:5]) + ".",
    "een andere sleutel": lambda d: _ondertekend(d, b"x" * 32),
    "de sleutel van een ander doel": lambda d: _ondertekend(
        d, instellingen.SLEUTELS.nieuwste("taak")[1]
    ),
    "een onbekend sleutelnummer": lambda d: _echt(d._replace(kid="99")),
    "een ander proces": lambda d: _echt(d._replace(proces=str(int(d.proces) + 1))),
    "te oud": lambda d: _echt(d._replace(moment=_ms(d, -2001))),
    "te nieuw": lambda d: _echt(d._replace(moment=_ms(d, 2001))),
    "een andere gebruiker": lambda d: ".".join(d._replace(gebruiker=str(id_van("joris")))),
    "een andere soort": lambda d: ".".join(d._replace(soort="opdracht")),
    "een ander moment": lambda d: ".".join(d._replace(moment=_ms(d, 1))),
    "een handtekening in hoofdletters": lambda d: ".".join(d._replace(mac=d.mac.upper())),
    "een deel te veel": lambda d: ".".join(d) + ".x",
    "een punt in de soort": lambda d: _echt(d._replace(soort="mens.extra")),
    "rommel": lambda d: "'; DROP TABLE casus_casus; --" * 5,
    "buiten ascii": lambda d: ".".join(d._replace(soort="mèns", mac="é" * 64)),
    "een getal dat te groot is": lambda d: ".".join(d._replace(moment="9" * 30)),
    "een megabyte": lambda d: "x" * 1_000_000,
}


def _delen(app: psycopg.Connection) -> Delen:
    rij = app.execute("SELECT current_setting('toegang.vrager', true)").fetchone()
    assert rij is not None
    return Delen(*rij[0].split("."))


def _zet(app: psycopg.Connection, tekst: str) -> None:
    app.execute("SELECT set_config('toegang.vrager', %s, true)", [tekst])


def _casussen(app: psycopg.Connection) -> int:
    rij = app.execute("SELECT count(*) FROM casus_casus").fetchone()
    assert rij is not None
    return int(rij[0])


@pytest.mark.asvs("9.1.1")
@pytest.mark.parametrize("soort", VALS)
def test_een_vals_token_geeft_geen_rij_en_geen_fout(soort: str, app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        assert _casussen(app) > 0
        _zet(app, VALS[soort](_delen(app)))

        assert _casussen(app) == 0


@pytest.mark.parametrize(
    "opdracht",
    ["RESET toegang.vrager", "SELECT set_config('toegang.vrager', '', true)", "RESET ALL"],
)
def test_een_weggegooid_token_geeft_geen_rij(opdracht: str, app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        app.execute(opdracht.encode())

        assert _casussen(app) == 0


def test_een_token_werkt_niet_in_een_ander_proces(bank: Proefbank, app: psycopg.Connection) -> None:
    with als_app(bank.naam) as dief, zitting(app, "procesregisseur"):
        gestolen = ".".join(_delen(app))
        with zitting(dief, "collega_van_ketenpartner"):
            _zet(dief, gestolen)

            assert _casussen(dief) == 0


@pytest.mark.asvs("9.2.1")
def test_een_token_werkt_niet_in_een_latere_transactie(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        bewaard = ".".join(_delen(app))
        app.execute("SELECT pg_sleep(2.1)")
        # The transaction that it was made for goes on for as long as it needs.
        assert _casussen(app) > 0
    with zitting(app, "collega_van_ketenpartner"):
        _zet(app, bewaard)

        assert _casussen(app) == 0


def test_na_de_transactie_is_het_token_weg(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        pass
    rij = app.execute("SELECT coalesce(current_setting('toegang.vrager', true), '')").fetchone()

    assert rij == ("",)
    assert _casussen(app) == 0


def test_een_voorbereide_vraag_volgt_de_vrager(app: psycopg.Connection) -> None:
    """After five rounds PostgreSQL keeps a generic plan: it must not keep an answer."""
    gezien = []
    for _ in range(8):
        for vrager in ("procesregisseur", "collega_van_ketenpartner"):
            with zitting(app, vrager):
                vraag = app.execute("SELECT count(*) > 0 FROM casus_casus", prepare=True)
                gezien.append(vraag.fetchone() == (True,))

    assert gezien == [True, False] * 8


_VEEL_PROCESSEN = (
    "SET LOCAL parallel_setup_cost = 0",
    "SET LOCAL parallel_tuple_cost = 0",
    "SET LOCAL min_parallel_table_scan_size = 0",
    "SET LOCAL parallel_leader_participation = off",
    "SET LOCAL seq_page_cost = 0",
)


def test_een_plan_met_meer_processen_ziet_elke_rij(bank: Proefbank) -> None:
    """A helper process has another id: it must get the answer, not ask the question again."""
    with bank.beheer.transaction(force_rollback=True):
        al_daar = _casussen(bank.beheer)
        bank.beheer.execute("INSERT INTO casus_casus SELECT FROM generate_series(1, 30000)")
        with zitting(bank.beheer, "procesregisseur"):
            for instelling in _VEEL_PROCESSEN:
                bank.beheer.execute(instelling.encode())
            plan = bank.beheer.execute("EXPLAIN SELECT count(*) FROM casus_casus").fetchall()

            assert any("Gather" in str(regel) for regel in plan)
            assert _casussen(bank.beheer) == al_daar + 30000


def test_een_ander_proces_leest_het_token_niet_mee(
    bank: Proefbank, app: psycopg.Connection
) -> None:
    with zitting(app, "procesregisseur"):
        vraag = "SELECT query, backend_xmin FROM pg_stat_activity WHERE pid = %s"
        gelezen = bank.beheer.execute(vraag, [app.info.backend_pid]).fetchone()

    assert gelezen is not None
    assert gelezen[0] == ""


def test_het_logboek_van_de_server_kent_het_token_niet(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        mac = _delen(app).mac
        vraag = f"SELECT set_config('toegang.vrager', '{'.'.join(_delen(app))}', true), 1/0"
        with pytest.raises(psycopg.errors.DivisionByZero):
            app.execute(vraag.encode())
    logboek = (cluster().plek.cluster.parent / "postgres.log").read_bytes()

    assert b"division by zero" in logboek
    assert mac.encode() not in logboek


def test_het_token_van_de_toepassing_is_het_token_van_de_bladzijde() -> None:
    """Made here by hand and there by the application: the same text."""
    from vangnet.toegang.regels import VragerSoort
    from vangnet.toegang.vrager import Vrager, onderteken

    amira = id_van("amira")
    van_de_toepassing = onderteken(Vrager(amira, VragerSoort.MENS), moment=1_700, proces=42)

    assert van_de_toepassing == token("mens", amira, proces=42, moment=1_700)
