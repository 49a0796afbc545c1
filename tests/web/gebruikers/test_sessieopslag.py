# SPDX-License-Identifier: EUPL-1.2
"""What lies in the table of sessions lets nobody in, read or written by injected SQL."""

import re
from collections.abc import Callable

import psycopg
import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from tests.web.gebruikers.inlog import is_binnen
from vangnet.gebruikers.sessieopslag import (
    SessionStore,
    ruim_verlopen_sessies_op,
    sessie_meelezen,
    voorgelezen,
)
from vangnet.toegang.vrager import als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]


def _koekje(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _met(koekje: str) -> Client:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = koekje
    return client


def _sql(opdracht: str, *waarden: str) -> list[tuple[str, ...]]:
    """As a hole would carry it out: under the role of the application, with nobody asking."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        return list(cursor.fetchall()) if cursor.description else []


@pytest.mark.asvs("7.2.1")
def test_met_wat_er_in_de_tabel_staat_kom_je_niet_binnen(ingelogd: Ingelogd) -> None:
    fg = ingelogd("frank")
    rijen = _sql("SELECT session_key, session_data FROM django_session")
    woorden = {woord for rij in rijen for cel in rij for woord in re.findall(r"\w{8,}", cel)}

    assert is_binnen(_met(_koekje(fg)))
    assert len(rijen) == 1
    assert _koekje(fg) not in "".join(rijen[0])
    assert [woord for woord in woorden if is_binnen(_met(woord))] == []


def test_wat_een_ander_in_de_sessie_heeft_is_niet_te_lezen() -> None:
    opslag = SessionStore()
    opslag["halverwege"] = {"gebruiker": "kanarie-van-de-fg"}
    opslag.create()

    assert SessionStore(opslag.session_key)["halverwege"] == {"gebruiker": "kanarie-van-de-fg"}
    ((_, inhoud, _),) = _sql("SELECT * FROM django_session")
    assert re.fullmatch(r"\d+\.[A-Za-z0-9+/]+=*", inhoud)


def test_de_inhoud_van_een_ander_opent_niet_onder_je_eigen_koekje(ingelogd: Ingelogd) -> None:
    fg, aanvaller = ingelogd("frank"), Client()
    van_fg = SessionStore(_koekje(fg))
    eigen = SessionStore()
    eigen.create()
    aanvaller.cookies[settings.SESSION_COOKIE_NAME] = eigen.session_key or ""
    sleutels = [r[0] for r in _sql("SELECT session_key FROM django_session")]
    _sql(
        "UPDATE django_session SET session_data = %s",
        van_fg.create_model_instance(dict(van_fg.items())).session_data,
    )

    assert len(sleutels) == 2
    assert is_binnen(fg)
    assert not is_binnen(aanvaller)


def test_een_rij_krijgt_geen_andere_sleutel(ingelogd: Ingelogd) -> None:
    ingelogd("frank")

    with pytest.raises(ProgrammingError) as fout:
        _sql("UPDATE django_session SET session_key = 'van-mij'")
    assert isinstance(fout.value.__cause__, psycopg.errors.InsufficientPrivilege)


def test_na_uitloggen_is_de_rij_weg(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    koekje = _koekje(client)

    client.post("/uitloggen")

    assert not SessionStore().exists(koekje)
    assert _sql("SELECT * FROM django_session") == []


@pytest.mark.parametrize("inhoud", ["", "x", "1.", "999.AAAA", "1.AAAAAAAAAAAAAAAAAAAAAAAA", "%"])
def test_een_rij_met_onzin_is_een_lege_sessie(inhoud: str, ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _sql("UPDATE django_session SET session_data = %s", inhoud)

    assert dict(SessionStore(_koekje(client)).items()) == {}
    assert not is_binnen(client)


@pytest.mark.asvs("14.2.7")
def test_een_verlopen_rij_gaat_weg_en_wie_binnen_is_blijft_binnen(ingelogd: Ingelogd) -> None:
    fg, weg = ingelogd("frank"), SessionStore()
    weg.create()
    plek = weg.create_model_instance({}).session_key
    _sql("UPDATE django_session SET expire_date = now() WHERE session_key = %s", plek)

    geruimd = (ruim_verlopen_sessies_op(), ruim_verlopen_sessies_op())

    assert geruimd == (1, 0)
    assert len(_sql("SELECT * FROM django_session")) == 1
    assert is_binnen(fg)


def test_de_rij_van_het_eigen_koekje_komt_mee_met_het_openen(ingelogd: Ingelogd) -> None:
    koekje = _koekje(ingelogd("frank"))
    (rij,) = _sql("SELECT session_data FROM django_session")

    with als(None, meelezen=sessie_meelezen(koekje)) as gelezen:
        assert gelezen == rij[0]
    with als(None, meelezen=sessie_meelezen("van-niemand")) as gelezen:
        assert gelezen is None
    with als(None, meelezen=sessie_meelezen(None)) as gelezen:
        assert gelezen is None


def test_met_een_verlopen_rij_kom_je_niet_binnen(ingelogd: Ingelogd) -> None:
    client = ingelogd("frank")
    _sql("UPDATE django_session SET expire_date = now() - interval '1 second'")

    assert not is_binnen(client)


def test_wat_voor_een_ander_koekje_is_gelezen_telt_niet(ingelogd: Ingelogd) -> None:
    koekje, rij = _koekje(ingelogd("frank")), SessionStore()
    rij["van"] = "mij"
    rij.create()

    with voorgelezen(koekje, "iets"):
        assert SessionStore(rij.session_key)["van"] == "mij"


def test_wat_is_voorgelezen_geldt_een_keer_daarna_telt_wat_er_ligt() -> None:
    rij = SessionStore()
    rij["stap"] = "een"
    rij.create()
    koekje = rij.session_key or ""
    (gelezen,) = _sql("SELECT session_data FROM django_session")[0]

    with voorgelezen(koekje, gelezen):
        eerste = SessionStore(koekje)
        assert eerste["stap"] == "een"
        eerste["stap"] = "twee"
        eerste.save()
        assert SessionStore(koekje)["stap"] == "twee"
