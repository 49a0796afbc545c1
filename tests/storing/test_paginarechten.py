# SPDX-License-Identifier: EUPL-1.2
"""The referee of pages bites: each declared right gone, each role given one too many or too few."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from tests.toegang.adressen import MENSEN, Paginaregel, paginaregels, uitkomst, vraag
from tests.uitslagen import noteer_fouten
from vangnet.toegang.regels import ROLLEN_PER_RECHT, AccountRolSoort, Recht

pytestmark = [pytest.mark.alles, pytest.mark.django_db]
Ingelogd = Callable[[str], Client]
# The command line has an account too; in a browser it is asked as a person.
VRAGER_VAN = {rol: str(rol) for rol in AccountRolSoort} | {
    AccountRolSoort.OPDRACHTREGEL: "opdrachtregel_als_mens"
}


@pytest.fixture(autouse=True)
def losse_bestanden(settings: Settings) -> None:
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}


def _klopt(client: Client, regel: Paginaregel, vrager: str) -> bool:
    client.raise_request_exception = False
    return uitkomst(vraag(client, regel)) == regel.verwacht(vrager)


def test_elke_bladzijde_zonder_haar_recht_wordt_gezien(
    monkeypatch: pytest.MonkeyPatch, ingelogd: Ingelogd
) -> None:
    monkeypatch.setattr("vangnet.web.recht.toets_recht", lambda vereist: None)
    dicht = [regel for regel in paginaregels() if regel.bezoeker == "inloggen"]
    # Logging out ends at the log-in page for whoever asks it.
    dicht = [regel for regel in dicht if regel.naam != "uitloggen"]

    gemist = [
        f"{regel.naam} {regel.methode}"
        for regel in dicht
        if _klopt(Client(), regel, "bezoeker") and _klopt(ingelogd("dirk"), regel, "zonder_rol")
    ]

    noteer_fouten("recht van een bladzijde", len(dicht), gemist)
    assert len(dicht) > 25
    assert gemist == []


@pytest.mark.parametrize("rol", AccountRolSoort)
@pytest.mark.parametrize("recht", ROLLEN_PER_RECHT)
def test_een_rol_met_een_recht_te_veel_of_te_weinig_wordt_gezien(
    recht: Recht, rol: AccountRolSoort, monkeypatch: pytest.MonkeyPatch, ingelogd: Ingelogd
) -> None:
    monkeypatch.setitem(ROLLEN_PER_RECHT, recht, ROLLEN_PER_RECHT[recht] ^ {rol})
    vrager = VRAGER_VAN[rol]
    client = ingelogd(MENSEN[vrager])

    gezien = not all(_klopt(client, regel, vrager) for regel in paginaregels())

    noteer_fouten("recht van een rol", 1, [] if gezien else [f"{recht} van {rol}"])
    assert gezien
