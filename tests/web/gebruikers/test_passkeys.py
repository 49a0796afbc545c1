# SPDX-License-Identifier: EUPL-1.2
"""What a passkey leaves in the journaal; that a real one works: tests/browser."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.gebruikers.models import Gebruiker

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]


def _stuur(client: Client, adres: str) -> int:
    return client.post(adres, {"antwoord": json.dumps({"id": "x"})}).status_code


def test_een_passkey_van_niemand_staat_als_weigering_in_het_journaal() -> None:
    with opgeschreven() as gedaan:
        status = _stuur(Client(), "/inloggen/passkey")

    assert (status, gedaan) == (422, ["inloggen.geweigerd"])


def test_wie_met_een_passkey_inlogt_staat_in_het_journaal(monkeypatch: pytest.MonkeyPatch) -> None:
    from vangnet.toegang.regels import VragerSoort
    from vangnet.toegang.vrager import Vrager, word
    from vangnet.web.gebruikers import passkeys

    def amira(_: object) -> Gebruiker:
        word(Vrager(id_van("amira"), VragerSoort.INLOG))
        return Gebruiker.objects.get(pk=id_van("amira"))

    monkeypatch.setattr(passkeys, "_gebruiker_in", amira)
    monkeypatch.setattr(passkeys, "_toont", lambda *_: True)
    with opgeschreven() as gedaan:
        status = _stuur(Client(), "/inloggen/passkey")

    assert (status, gedaan) == (200, ["gebruiker.ingelogd"])


@pytest.mark.parametrize(("klopt", "status"), [(True, 200), (False, 422)])
def test_opnieuw_bevestigen_met_een_passkey_staat_in_het_journaal(
    klopt: bool, status: int, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vangnet.web.gebruikers import passkeys

    client = ingelogd("amira")
    monkeypatch.setattr(passkeys, "_toont", lambda *_: klopt)
    with opgeschreven() as gedaan:
        gekregen = _stuur(client, "/bevestigen/passkey")

    assert gekregen == status
    assert gedaan == ["gebruiker.bevestigd"]


def test_wie_een_passkey_toevoegt_leest_dat_zij_er_is(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vangnet.web.gebruikers import passkeys

    client = ingelogd("amira")
    monkeypatch.setattr(passkeys, "bevestigd_onlangs", lambda *_: True)
    monkeypatch.setattr(passkeys, "_maak", lambda *_: None)

    assert _stuur(client, "/account/passkey/maken") == 200
    assert "De passkey is toegevoegd." in client.get("/account").content.decode()
