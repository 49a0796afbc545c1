# SPDX-License-Identifier: EUPL-1.2
"""An invitation that was taken back while it stood on the screen: who was asked reads that."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import zonder_wat_wisselt
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
ZIN = "Deze uitnodiging is intussen ingetrokken. Je antwoord is niet meer nodig."


@pytest.fixture
def ingetrokken(db: None) -> UUID:
    """An invitation of Bram that Amira took back."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))
        rol = CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van("bram"))
        rol_beeindigen(rol.pk)
    return rol.pk


def _antwoord(client: Client, rol: UUID, wat: str) -> tuple[int, bytes]:
    antwoord = client.post(f"/zaken/uitnodigingen/{rol}", {"antwoord": wat})
    inhoud = zonder_wat_wisselt(antwoord.content)
    return antwoord.status_code, inhoud.replace(str(rol).encode(), b"#")


@pytest.mark.parametrize("wat", ["ja", "nee"])
def test_wie_was_gevraagd_leest_dat_de_uitnodiging_is_ingetrokken(
    wat: str, ingetrokken: UUID, ingelogd: Ingelogd
) -> None:
    bram = ingelogd("bram")

    antwoord = bram.post(f"/zaken/uitnodigingen/{ingetrokken}", {"antwoord": wat}, follow=True)

    assert antwoord.redirect_chain == [("/werk/", 302)]
    assert ZIN in antwoord.content.decode()
    with als(Vrager(id_van("bram"))):
        assert CasusRol.objects.get(pk=ingetrokken).antwoord is None
        rij = Handeling.objects.get(handeling="deelname.geweigerd")
    assert (rij.object, rij.toegestaan) == (ingetrokken, False)


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("naam", ["chantal", "amira", "joris", "tineke"])
def test_een_ander_leest_niet_dat_er_een_uitnodiging_was(
    naam: str, ingetrokken: UUID, ingelogd: Ingelogd
) -> None:
    client = ingelogd(naam)

    gekregen = _antwoord(client, ingetrokken, "ja")

    assert gekregen[0] == 404
    assert gekregen == _antwoord(client, uuid4(), "ja")
