# SPDX-License-Identifier: EUPL-1.2
"""What the database refuses after the page has let it through leaves a row, and says no more."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.fouten import NietToegestaan

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
_DIRK = f"/beheer/gebruikers/{id_van('dirk')}"
_ROL = {"rol": "procesregisseur", "taak": "a", "screening_op": "5-1-2026", "vanaf": "1-1-2099"}


class Geval(NamedTuple):
    """A page of Els, what she sends, the act that refuses and the row that is left."""

    adres: str
    inhoud: dict[str, str]
    weigert: str
    handeling: str


GEVALLEN = [
    Geval(f"{_DIRK}/activering", {}, "gebruikers.activering_geven", "activering.geweigerd"),
    Geval(f"{_DIRK}/heropenen", {}, "gebruikers.account_zetten", "gebruiker.geweigerd"),
    Geval(
        f"{_DIRK}/gegevens",
        {"naam": "Dirk", "email": "dirk2@proef.invalid"},
        "gegevens.account_wijzigen",
        "gebruiker.geweigerd",
    ),
    Geval(f"{_DIRK}/inloggen", {"via": "ja"}, "gegevens.via_oidc_zetten", "gebruiker.geweigerd"),
    Geval(f"{_DIRK}/rol", _ROL, "rollen.rol_geven", "rol.geweigerd"),
    Geval(
        f"/beheer/rollen/{id_van('rol-joris')}/beeindigen",
        {"wanneer": "nu"},
        "rollen.rol_beeindigen",
        "rol.geweigerd",
    ),
]


@pytest.mark.asvs("16.3.2")
@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda een: een.weigert)
def test_een_weigering_na_de_bladzijde_staat_in_het_journaal(
    geval: Geval, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise NietToegestaan("Dit mag je niet.")

    client = ingelogd("els")
    monkeypatch.setattr(f"vangnet.web.beheer.{geval.weigert}", weiger)
    with opgeschreven() as gedaan:
        antwoord = client.post(geval.adres, geval.inhoud | {"organisatie": str(het_huis().pk)})

    assert (antwoord.status_code, gedaan) == (404, [geval.handeling])
