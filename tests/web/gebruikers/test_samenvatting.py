# SPDX-License-Identifier: EUPL-1.2
"""On which days the mail comes: the choice of the account itself."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.gebruikers.models import Gebruiker

Ingelogd = Callable[[str], Client]
MAIL = "/account/mail"


def _dagen(naam: str) -> str:
    return Gebruiker.objects.get(pk=id_van(naam)).samenvatting_dagen


def test_iemand_kiest_de_dagen_of_geen_mail_voor_het_eigen_account(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    assert _dagen("amira") == "12345"

    amira.post(MAIL, {"dagen": ["7", "2"]})
    assert (_dagen("amira"), _dagen("joris")) == ("27", "12345")

    antwoord = amira.post(MAIL, {}, follow=True)
    assert _dagen("amira") == ""
    assert "Je krijgt geen mail meer." in antwoord.content.decode()


def test_een_dag_die_niet_bestaat_wordt_geweigerd(ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").post(MAIL, {"dagen": ["9"]}).status_code == 422
    assert _dagen("amira") == "12345"


def test_een_verzonnen_mens_leest_dat_er_geen_mail_gaat(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    amira, zin = ingelogd("amira"), "daar stuurt Vangnet geen mail aan"
    assert zin not in amira.get(MAIL).content.decode()

    verzonnen = property(lambda _een: True, lambda _een, _waarde: None)
    monkeypatch.setattr(Gebruiker, "is_demo", verzonnen)

    assert zin in amira.get(MAIL).content.decode()
