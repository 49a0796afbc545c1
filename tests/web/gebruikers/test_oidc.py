# SPDX-License-Identifier: EUPL-1.2
"""Logging in with a municipality's provider: of all the spoiled answers only the honest gets in."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from tests.web.gebruikers.aanbieder import (
    CLIENT,
    Bederf,
    Voorkant,
    aanbieder,
    andere_sleutel,
    eerlijk,
    met_openbare_sleutel,
    verminkt,
    zet,
    zonder_handtekening,
)
from tests.web.gebruikers.inlog import acten, code_nu, is_binnen, met_app
from vangnet.gebruikers.models import Sessie
from vangnet.gebruikers.regels import Aanbieder
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
WACHTWOORDBLAD = "/account/wachtwoord"


@pytest.fixture(scope="module")
def voorkant() -> Iterator[Voorkant]:
    with aanbieder() as open_:
        yield open_


@pytest.fixture(autouse=True)
def _aan(voorkant: Voorkant, settings: Settings) -> None:
    """The provider knows Amira, and a beheerder has marked her account for it."""
    voorkant.bederf, voorkant.uitgever = eerlijk, ""
    voorkant.ken("s-1", email="amira@proef.invalid", email_verified=True, amr=["pwd", "mfa"])
    settings.OIDC = Aanbieder(voorkant.adres, CLIENT, "geheim", "Gemeente", frozenset({"mfa"}))
    settings.ALLOWED_HOSTS = ["testserver"]
    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.zet_via_oidc(%s, true, '')", [id_van("amira")])


def _ga(voorkant: Voorkant, client: Client, wie: str = "s-1") -> str:
    ingang = client.get("/inloggen/gemeente?next=/zaken/").headers["Location"]
    assert "code_challenge_method=S256" in ingang
    return voorkant.log_in(ingang, wie)


def _terug(client: Client, adres: str) -> HttpResponse:
    antwoord = client.get(adres.removeprefix("http://testserver"))
    assert isinstance(antwoord, HttpResponse)
    return antwoord


@pytest.mark.asvs("10.5.1")
def test_de_eerlijke_komt_binnen(voorkant: Voorkant) -> None:
    client = Client()

    antwoord = _terug(client, _ga(voorkant, client))

    assert antwoord.headers["Location"] == "/zaken/"
    assert is_binnen(client)
    assert acten("gebruiker.ingelogd") == [("oidc", True)]


@pytest.mark.asvs("10.5.4")
@pytest.mark.asvs("10.5.1")
@pytest.mark.asvs("6.8.2")
@pytest.mark.asvs("9.1.1")
@pytest.mark.asvs("9.1.2")
@pytest.mark.asvs("9.2.1")
@pytest.mark.asvs("9.2.3")
@pytest.mark.parametrize(
    "bederf",
    [
        pytest.param(zet(iss="https://elders.invalid"), id="uitgever"),
        pytest.param(zet(aud="een ander"), id="publiek"),
        pytest.param(zet(aud=[CLIENT, "een ander"], azp="een ander"), id="partij"),
        pytest.param(zet(nonce="van een ander"), id="nonce"),
        pytest.param(zet(nonce=None), id="zonder nonce"),
        pytest.param(zet(exp=int(time.time()) - 3600), id="verlopen"),
        pytest.param(zet(exp=None), id="zonder einde"),
        pytest.param(zet(sub=None), id="zonder onderwerp"),
        pytest.param(zonder_handtekening, id="alg none"),
        pytest.param(met_openbare_sleutel, id="alg HS256 met de openbare sleutel"),
        pytest.param(andere_sleutel, id="andere sleutel"),
        pytest.param(verminkt, id="handtekening"),
    ],
)
def test_wie_een_ding_bederft_komt_er_niet_in(voorkant: Voorkant, bederf: Bederf) -> None:
    client = Client()
    heen = _ga(voorkant, client)
    voorkant.bederf = bederf

    antwoord = _terug(client, heen)

    assert antwoord.status_code == 403
    assert not is_binnen(client)
    assert _kaal(antwoord) == _kaal(Client().get("/inloggen/gemeente/terug"))


def _kaal(antwoord: object) -> list[str]:
    """The page without what is drawn anew each time."""
    assert isinstance(antwoord, HttpResponse)
    regels = antwoord.content.decode().splitlines()
    return [regel for regel in regels if "csrfmiddlewaretoken" not in regel]


@pytest.mark.asvs("10.1.2")
def test_een_verkeerde_state_komt_er_niet_in(voorkant: Voorkant) -> None:
    client = Client()
    heen = _ga(voorkant, client)

    assert _terug(client, f"{heen}x").status_code == 403
    assert _terug(client, f"{heen}%C3%A9").status_code == 403
    assert not is_binnen(client)


@pytest.mark.asvs("10.1.2")
@pytest.mark.asvs("10.2.1")
def test_een_antwoord_in_een_andere_browser_komt_er_niet_in(voorkant: Voorkant) -> None:
    ander = Client()

    assert _terug(ander, _ga(voorkant, Client())).status_code == 403
    assert not is_binnen(ander)


def test_een_antwoord_werkt_een_keer(voorkant: Voorkant) -> None:
    client = Client()
    heen = _ga(voorkant, client)
    koekje = client.cookies["gemeente"].value
    _terug(client, heen)
    ander = Client()
    ander.cookies["gemeente"] = koekje

    assert _terug(ander, heen).status_code == 403
    assert not is_binnen(ander)


@pytest.mark.asvs("10.5.3")
def test_een_aanbieder_die_zich_anders_noemt_wordt_geweigerd(voorkant: Voorkant) -> None:
    voorkant.uitgever = "https://elders.invalid"

    assert Client().get("/inloggen/gemeente").status_code == 403


@pytest.mark.asvs("6.8.1")
def test_zonder_nagegaan_adres_wordt_niemand_gekoppeld(voorkant: Voorkant) -> None:
    client = Client()
    voorkant.ken("s-2", email="amira@proef.invalid", email_verified=False)

    assert _terug(client, _ga(voorkant, client, "s-2")).status_code == 403


def test_een_account_zonder_aanwijzing_wordt_niet_gekoppeld(voorkant: Voorkant) -> None:
    client = Client()
    voorkant.ken("s-3", email="joris@proef.invalid", email_verified=True)

    assert _terug(client, _ga(voorkant, client, "s-3")).status_code == 403


@pytest.mark.asvs("6.8.1")
@pytest.mark.asvs("10.5.2")
def test_na_de_eerste_keer_telt_alleen_het_onderwerp(voorkant: Voorkant) -> None:
    eerste, tweede = Client(), Client()
    _terug(eerste, _ga(voorkant, eerste))
    voorkant.ken("s-4", email="amira@proef.invalid", email_verified=True, amr=["mfa"])

    assert _terug(tweede, _ga(voorkant, tweede, "s-4")).status_code == 403
    assert not is_binnen(tweede)


@pytest.mark.asvs("6.8.4")
@pytest.mark.asvs("6.3.3")
def test_zonder_tweede_stap_bij_de_aanbieder_vragen_wij_hem(voorkant: Voorkant) -> None:
    client, geheim = Client(), met_app("amira")
    voorkant.bederf = zet(amr=["pwd"])

    antwoord = _terug(client, _ga(voorkant, client))

    assert antwoord.headers["Location"] == "/inloggen/code"
    assert not is_binnen(client)
    client.post("/inloggen/code", {"code": code_nu(geheim)})
    assert is_binnen(client)


@pytest.mark.asvs("16.3.1")
def test_een_weigering_staat_in_het_journaal() -> None:
    with opgeschreven() as gedaan:
        Client().get("/inloggen/gemeente/terug")

    assert gedaan == ["inloggen.geweigerd"]


@pytest.mark.asvs("16.3.1")
def test_een_aanbieder_die_niet_deugt_staat_in_het_journaal(voorkant: Voorkant) -> None:
    voorkant.uitgever = "https://elders.invalid"

    with opgeschreven() as gedaan:
        Client().get("/inloggen/gemeente")

    assert gedaan == ["inloggen.geweigerd"]


@pytest.mark.asvs("16.3.1")
def test_bevestigen_nadat_je_bent_uitgelogd_is_een_weigering(
    voorkant: Voorkant, settings: Settings
) -> None:
    client = Client()
    _binnen_en_lang_geleden(voorkant, client)
    ingang = client.get(f"/bevestigen/gemeente?next={WACHTWOORDBLAD}").headers["Location"]
    terug = voorkant.log_in(ingang, "s-1")
    del client.cookies[settings.SESSION_COOKIE_NAME]

    with opgeschreven() as gedaan:
        status = _terug(client, terug).status_code

    assert (status, gedaan) == (403, ["inloggen.geweigerd"])


def test_zonder_instellingen_is_er_geen_aanbieder(settings: Settings) -> None:
    settings.OIDC = Aanbieder("", "", "", "", frozenset())

    assert Client().get("/inloggen/gemeente").status_code == 404
    assert "/inloggen/gemeente" not in Client().get("/inloggen").content.decode()


@pytest.mark.asvs("16.3.1")
def test_wie_langs_de_gemeente_mag_en_komt_staat_in_het_journaal(voorkant: Voorkant) -> None:
    client = Client()
    _terug(client, _ga(voorkant, client))

    with als(Vrager(id_van("els"))):
        gezet = Handeling.objects.filter(handeling="gebruiker.oidc_gezet").count()
    with als(Vrager(id_van("frank"))):
        gekoppeld = Handeling.objects.filter(handeling="gebruiker.oidc_gekoppeld").count()
    assert (gezet, gekoppeld) == (1, 1)


def _binnen_en_lang_geleden(voorkant: Voorkant, client: Client) -> None:
    """In by the provider, and the second factor asked again."""
    _terug(client, _ga(voorkant, client))
    with als(Vrager(id_van("amira"))):
        Sessie.objects.update(bevestigd_op=nu() - timedelta(minutes=6))


def _bevestig(voorkant: Voorkant, client: Client, wie: str = "s-1") -> str:
    """Show again who one is at the provider; gives where one is sent."""
    ingang = client.get(f"/bevestigen/gemeente?next={WACHTWOORDBLAD}").headers["Location"]
    assert "prompt=login" in ingang
    assert "max_age=0" in ingang
    return str(_terug(client, voorkant.log_in(ingang, wie)).headers["Location"])


def test_wie_zo_binnenkwam_bevestigt_ook_zo(voorkant: Voorkant) -> None:
    client = Client()
    _binnen_en_lang_geleden(voorkant, client)
    gevraagd = client.get(WACHTWOORDBLAD).headers["Location"]
    knop = client.get(gevraagd).content.decode()
    voorkant.bederf = zet(auth_time=int(time.time()))

    assert f'href="/bevestigen/gemeente?next={quote(WACHTWOORDBLAD, safe="")}"' in knop
    assert _bevestig(voorkant, client) == WACHTWOORDBLAD
    assert client.get(WACHTWOORDBLAD).status_code == 200
    assert acten("gebruiker.bevestigd") == [("oidc", True)]


@pytest.mark.asvs("10.5.1")
@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"auth_time": None}, id="zonder moment"),
        pytest.param({"auth_time": int(time.time()) - 3600}, id="een uur geleden"),
        pytest.param({"auth_time": int(time.time()) + 3600}, id="in de toekomst"),
        pytest.param({"auth_time": "nu"}, id="geen getal"),
        pytest.param({"auth_time": True}, id="ja"),
        pytest.param({"sub": "s-2"}, id="een ander onderwerp"),
        pytest.param({"amr": ["pwd"]}, id="zonder tweede stap"),
        pytest.param({"nonce": "van een ander"}, id="nonce"),
    ],
)
def test_wie_bij_het_bevestigen_een_ding_bederft_bevestigt_niets(
    anders: dict[str, object], voorkant: Voorkant
) -> None:
    client = Client()
    _binnen_en_lang_geleden(voorkant, client)
    voorkant.bederf = zet(**{"auth_time": int(time.time()), **anders})

    naar = _bevestig(voorkant, client)

    assert naar == f"/bevestigen?next={quote(WACHTWOORDBLAD, safe='')}"
    assert "Dat lukte niet" in client.get(naar).content.decode()
    assert client.get(WACHTWOORDBLAD).status_code == 302
    assert acten("gebruiker.bevestigd") == [("oidc", False)]


def test_een_ander_account_van_de_aanbieder_bevestigt_niets(voorkant: Voorkant) -> None:
    """Somebody else of the same house sits down at the screen and shows who they are."""
    client, van_joris = Client(), Client()
    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.zet_via_oidc(%s, true, '')", [id_van("joris")])
    voorkant.ken("s-5", email="joris@proef.invalid", email_verified=True, amr=["mfa"])
    _terug(van_joris, _ga(voorkant, van_joris, "s-5"))
    _binnen_en_lang_geleden(voorkant, client)
    voorkant.bederf = zet(auth_time=int(time.time()))

    assert _bevestig(voorkant, client, "s-5").startswith("/bevestigen?")
    assert client.get(WACHTWOORDBLAD).status_code == 302


@pytest.mark.parametrize(
    ("geleden", "stand"),
    [
        pytest.param(None, 302, id="de aanbieder zegt niet wanneer"),
        pytest.param(3600, 302, id="een uur geleden"),
        pytest.param(10, 200, id="net"),
    ],
)
def test_stil_opnieuw_inloggen_is_geen_bevestiging(
    geleden: int | None, stand: int, voorkant: Voorkant
) -> None:
    """A provider that still knows somebody lets them in without a word: that shows nothing."""
    client = Client()
    moment = None if geleden is None else int(time.time()) - geleden
    voorkant.bederf = zet(auth_time=moment)
    _terug(client, _ga(voorkant, client))

    assert is_binnen(client)
    assert client.get(WACHTWOORDBLAD).status_code == stand


def test_wie_met_een_wachtwoord_binnenkwam_krijgt_die_knop_niet(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    with als(Vrager(id_van("amira"))):
        Sessie.objects.update(bevestigd_op=nu() - timedelta(minutes=6))

    assert "/bevestigen/gemeente" not in client.get("/bevestigen").content.decode()
