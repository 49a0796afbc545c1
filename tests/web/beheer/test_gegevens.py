# SPDX-License-Identifier: EUPL-1.2
"""A beheerder changes name, address and ways in of somebody else; the account itself sees it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from tests.bezetting import id_van
from tests.web.gebruikers.inlog import eerste, is_binnen
from vangnet.gebruikers.beheer import account_wijzigen
from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db
JORIS = f"/beheer/gebruikers/{id_van('joris')}"
NAAM, NIEUW = "Joris Wiersma", "j.wiersma@proef.invalid"


@pytest.fixture
def els(ingelogd: Ingelogd) -> Client:
    return ingelogd("els")


def _wijzig(client: Client, wie: str = "joris", **anders: str) -> tuple[int, str]:
    adres = f"/beheer/gebruikers/{id_van(wie)}/gegevens"
    inhoud = {"naam": NAAM, "email": "joris@proef.invalid"} | anders
    antwoord = client.post(adres, inhoud, follow=True)
    return antwoord.status_code, antwoord.content.decode()


def _joris() -> Gebruiker:
    return Gebruiker.objects.get(pk=id_van("joris"))


def _bevestigd() -> bool:
    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute(
            "SELECT bevestigd_op IS NOT NULL FROM toegang_accountrol WHERE id = %s",
            [id_van("rol-joris")],
        )
        return bool(cursor.fetchone()[0])


def _gewijzigd() -> list[list[str]]:
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling="gebruiker.gewijzigd", object=id_van("joris"))
        return list(rijen.values_list("velden", flat=True))


def test_een_andere_naam_geldt_meteen_en_laat_de_rest_staan(
    els: Client, ingelogd: Ingelogd
) -> None:
    joris = ingelogd("joris")

    stand, pagina = _wijzig(els, naam="Joris de Vries")

    assert (stand, "De naam is gewijzigd." in pagina) == (200, True)
    assert (_joris().naam, _joris().email) == ("Joris de Vries", "joris@proef.invalid")
    assert (is_binnen(joris), _bevestigd()) == (True, True)
    assert _gewijzigd() == [["naam"]]


def test_een_ander_adres_logt_uit_en_laat_rollen_wachten(els: Client, ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")

    stand, pagina = _wijzig(els, email="J.Wiersma@proef.invalid")

    assert stand == 200
    assert "Vangnet stuurt daarover geen mail" in pagina
    assert "ook op het oude adres joris@proef.invalid" in pagina
    assert _joris().email == NIEUW
    assert (is_binnen(joris), _bevestigd()) == (False, False)
    assert ingelogd("joris").get("/zaken/").status_code == 404
    assert _gewijzigd() == [["email"]]


def test_daarna_log_je_in_met_het_nieuwe_adres_en_niet_met_het_oude(els: Client) -> None:
    _wijzig(els, email=NIEUW)

    assert eerste(Client(), "joris").status_code == 422
    assert eerste(Client(), "j.wiersma").status_code == 302


def _koppel_joris() -> None:
    herkend = Vrager(id_van("joris"), VragerSoort.HERKENNING)
    with als(herkend), connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.koppel_oidc('u', 's', '')")


def _van_de_aanbieder() -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.zoek_oidc('u', 's', '')")
        gevonden: UUID | None = cursor.fetchone()[0]
        return gevonden


def test_een_ander_adres_maakt_de_koppeling_met_de_gemeente_los(els: Client) -> None:
    els.post(f"{JORIS}/inloggen", {"via": "ja"})
    _koppel_joris()
    eerst = _van_de_aanbieder()
    _wijzig(els, email=NIEUW)

    assert (eerst, _van_de_aanbieder()) == (id_van("joris"), None)


@pytest.mark.parametrize("email", ["amira@proef.invalid", "AMIRA@proef.invalid"])
def test_een_adres_dat_er_al_is_krijgt_een_zin(email: str, els: Client) -> None:
    stand, pagina = _wijzig(els, email=email)

    assert (stand, "Met dit e-mailadres is er al een account." in pagina) == (422, True)
    assert "Amira" not in pagina
    assert _joris().email == "joris@proef.invalid"


@pytest.mark.parametrize("anders", [{"naam": " "}, {"email": "geen adres"}])
def test_een_lege_naam_of_een_half_adres_wordt_geweigerd(
    anders: dict[str, str], els: Client
) -> None:
    assert _wijzig(els, **anders)[0] == 422


def test_wie_niets_verandert_verandert_niets(els: Client, ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")

    _stand, pagina = _wijzig(els)

    assert "Er is niets veranderd." in pagina
    assert (is_binnen(joris), _gewijzigd()) == (True, [])


@pytest.mark.parametrize("wie", ["els", "ed"])
def test_het_eigen_account_en_een_beeindigd_account_kunnen_niet(wie: str, els: Client) -> None:
    assert _wijzig(els, wie)[0] == 404
    assert els.post(f"/beheer/gebruikers/{id_van(wie)}/inloggen", {"via": "ja"}).status_code == 404


@pytest.mark.parametrize(
    ("door", "wie"),
    [("els", "els"), ("els", "ed"), ("mirjam", "joris"), ("joris", "joris"), ("amira", "joris")],
)
def test_ook_de_databank_weigert_dat_en_elke_andere_rol(door: str, wie: str) -> None:
    with als(Vrager(id_van(door))), pytest.raises(NietToegestaan):
        account_wijzigen(id_van(wie), naam="Nieuw", email="nieuw@proef.invalid")


def test_het_account_ziet_zelf_wie_het_deed(els: Client, ingelogd: Ingelogd) -> None:
    _wijzig(els, email=NIEUW)

    van_joris = ingelogd("joris").get("/account").content.decode()
    van_amira = ingelogd("amira").get("/account").content.decode()

    assert "Heeft naam of e-mailadres van een account gewijzigd" in van_joris
    assert "Els Bosma" in van_joris
    assert "gewijzigd" not in van_amira


def test_de_manier_van_inloggen_gaat_aan_en_uit(els: Client) -> None:
    aan = els.post(f"{JORIS}/inloggen", {"via": "ja"})
    assert (aan.headers["Location"], _joris().via_oidc) == (JORIS, True)
    assert "mag ook inloggen met" in els.get(JORIS).content.decode()
    els.post(f"{JORIS}/inloggen", {"via": "nee"})

    assert _joris().via_oidc is False
    assert "Manier van inloggen" not in els.get(JORIS).content.decode()


def test_wie_voor_het_eerst_langs_de_gemeente_komt_wacht_op_een_manager(els: Client) -> None:
    els.post(f"{JORIS}/inloggen", {"via": "ja"})
    voor = _bevestigd()
    _koppel_joris()

    assert (voor, _bevestigd()) == (True, False)
