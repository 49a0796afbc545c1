# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the owner writes rows with the ids of the cast
"""The mail of the morning with a server that fails, or with one account about which it fails."""

import socket
import time
from argparse import Namespace
from collections.abc import Iterator
from datetime import date, timedelta

import psycopg
import pytest

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster
from tests.opdrachtregel.postbus import Postbus, postbus
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.gebruikers.samenvattingen import ontvangers
from vangnet.journaal.models import Handeling
from vangnet.kern import post
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import OmgevingFout
from vangnet.kern.klok import vandaag
from vangnet.kern.post import GeenServer, Postadres
from vangnet.opdrachtregel.samenvatting import OPDRACHTEN, samenvatting_ronde
from vangnet.opdrachtregel.vrager import als_opdrachtgever
from vangnet.toegang.vrager import Vrager, als

# In the order in which a round takes them.
EERST, DAARNA = sorted(("amira", "mirjam"), key=id_van)


@pytest.fixture
def beheer(eigen_databank: str) -> Iterator[psycopg.Connection]:
    """Only Amira and Mirjam want mail, and both have work."""
    with cluster().verbind(BEHEERDER, eigen_databank) as verbinding:
        verbinding.autocommit = True
        verbinding.execute(
            "UPDATE gebruikers_gebruiker SET samenvatting_dagen = CASE"
            f" WHEN id IN ('{id_van('amira')}', '{id_van('mirjam')}') THEN '1234567' ELSE '' END"
        )
        with als(Vrager(id_van("amira"))):
            uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
            rol = CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van("amira"))
            if rol.antwoord is None:
                uitnodiging_beantwoorden(rol.pk, aanvaard=True)
        yield verbinding


@pytest.fixture
def bus(beheer: psycopg.Connection, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbus]:
    """A server that waits for half a second at most."""
    with postbus() as een:
        monkeypatch.setattr(post, "_SECONDEN", 0.5)
        adres = Postadres("127.0.0.1", een.poort, "geen", van="vangnet@huis.invalid")
        monkeypatch.setattr(instellingen, "POST", adres)
        monkeypatch.setattr(instellingen, "ADRES", "https://vangnet.invalid")
        yield een


def _spoor(naam: str) -> list[str]:
    with als(Vrager(id_van("frank"))):
        acts = Handeling.objects.filter(
            handeling__startswith="samenvatting.", object=id_van(naam)
        ).order_by("moment")
        return [een.handeling.removeprefix("samenvatting.") for een in acts]


def _kregen(bus: Postbus) -> list[str]:
    return [str(een["To"]).split("@")[0] for een in bus.mails]


def test_een_fout_bij_een_account_houdt_de_mail_van_een_ander_niet_tegen(
    bus: Postbus, beheer: psycopg.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    raar = f"{EERST}@proef.invalid\nBcc: iedereen@proef.invalid"
    zet = "UPDATE gebruikers_gebruiker SET email = %s WHERE id = %s"
    beheer.execute(zet, [raar, id_van(EERST)])

    assert dict(samenvatting_ronde()) == {"mislukt": 1, "verzonden": 1}

    assert _kregen(bus) == [DAARNA]
    (melding,) = [een for een in caplog.records if een.getMessage() == "samenvatting.fout"]
    assert vars(melding)["ids"] == {"gebruiker": str(id_van(EERST))}

    beheer.execute(zet, [f"{EERST}@proef.invalid", id_van(EERST)])
    samenvatting_ronde()
    samenvatting_ronde()

    assert _kregen(bus) == [DAARNA, EERST]


def test_wie_wordt_geweigerd_houdt_de_mail_van_een_ander_niet_tegen(bus: Postbus) -> None:
    bus.weigert_wie = EERST

    assert dict(samenvatting_ronde()) == {"mislukt": 1, "verzonden": 1}

    assert _kregen(bus) == [DAARNA]


def test_een_mail_die_heel_de_ochtend_is_geweigerd_gaat_daarna_alsnog_een_keer(
    bus: Postbus,
) -> None:
    bus.weigert = True
    for _ in range(7):
        samenvatting_ronde()
    bus.weigert = False
    samenvatting_ronde()
    samenvatting_ronde()

    assert _kregen(bus) == [EERST, DAARNA]
    assert _spoor(EERST) == ["mislukt", "verzonden"]


@pytest.mark.parametrize("zwijgt_bij", ["GROET", "EHLO"])
def test_zwijgt_de_mailserver_dan_begint_de_ronde_niet(zwijgt_bij: str, bus: Postbus) -> None:
    bus.zwijgt_bij = zwijgt_bij
    begin = time.monotonic()
    with pytest.raises(GeenServer):
        samenvatting_ronde()
    duur = time.monotonic() - begin

    bus.zwijgt_bij = ""
    samenvatting_ronde()

    assert duur < 5
    assert _kregen(bus) == [EERST, DAARNA]
    assert _spoor(EERST) == _spoor(DAARNA) == ["verzonden"]


def test_is_er_geen_mailserver_dan_zegt_de_opdracht_dat(
    bus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        weg = Postadres("127.0.0.1", vrij.getsockname()[1], "geen", van="vangnet@huis.invalid")
        monkeypatch.setattr(instellingen, "POST", weg)
        with pytest.raises(OmgevingFout, match="De mailserver antwoordt niet"):
            OPDRACHTEN[0].doe(Namespace())

    assert _spoor(EERST) == _spoor(DAARNA) == []


def test_hangt_de_mailserver_voor_de_mail_dan_gaat_iedereen_een_ronde_later(bus: Postbus) -> None:
    bus.zwijgt_bij = "DATA"
    assert dict(samenvatting_ronde()) == {"mislukt": 1}
    bus.zwijgt_bij = ""
    samenvatting_ronde()
    samenvatting_ronde()

    assert _kregen(bus) == [EERST, DAARNA]
    assert (_spoor(EERST), _spoor(DAARNA)) == (["mislukt", "verzonden"], ["verzonden"])


@pytest.mark.parametrize("hoe", ["hangt", "verbreekt"])
def test_weet_de_werker_niet_of_een_mail_aankwam_dan_stopt_hij_en_volgen_de_anderen_later(
    hoe: str, bus: Postbus
) -> None:
    bus.zwijgt_bij, bus.verbreekt = ("PUNT", False) if hoe == "hangt" else ("", True)
    assert dict(samenvatting_ronde()) == {"onzeker": 1}
    bus.zwijgt_bij, bus.verbreekt = "", False
    samenvatting_ronde()
    samenvatting_ronde()

    assert _kregen(bus) == [EERST, DAARNA]
    assert (_spoor(EERST), _spoor(DAARNA)) == (["onzeker"], ["verzonden"])


def _sinds(naam: str) -> date | None:
    with als_opdrachtgever():
        return next(een.sinds for een in ontvangers() if een.gebruiker == id_van(naam))


@pytest.mark.parametrize(
    ("stand", "dagen_terug"), [("verzonden", 1), ("niets", 1), ("onzeker", 1), ("mislukt", 3)]
)
def test_wie_een_mail_krijgt_heeft_de_dag_van_de_vorige_bij_zich(
    stand: str, dagen_terug: int, beheer: psycopg.Connection
) -> None:
    assert _sinds("amira") is None
    for naam, terug, welke in (
        ("amira", 3, "verzonden"),
        ("amira", 1, stand),
        ("mirjam", 0, "mislukt"),
    ):
        beheer.execute(
            "INSERT INTO gebruikers_samenvatting (id, gebruiker, dag, stand, pogingen, laatst_op)"
            " VALUES (gen_random_uuid(), %s, %s, %s, 1, now())",
            [id_van(naam), vandaag() - timedelta(days=terug), welke],
        )

    assert _sinds("amira") == vandaag() - timedelta(days=dagen_terug)
    assert _sinds("mirjam") is None
