# SPDX-License-Identifier: EUPL-1.2
"""A rol that was ended doesn't come back beside a new one of the same person."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.models import CasusRol
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"


def _nodig_uit(client: Client, naam: str) -> None:
    wie = f"{id_van(naam)}|{id_van('ggz')}|deelnemer"
    assert client.post(f"{ZAAK}/delen/uitnodigen", {"wie": wie}).status_code == 302


def _weigeringen(naam: str) -> list[tuple[str, UUID | None, str]]:
    with als(Vrager(id_van(naam))):
        rijen = Handeling.objects.filter(handeling="deelname.geweigerd", toegestaan=False)
        return list(rijen.values_list("object_soort", "object", "regel"))


@pytest.mark.parametrize("aanvaard", [False, True], ids=["uitgenodigd", "doet mee"])
def test_wie_alweer_meedoet_of_is_gevraagd_wordt_niet_ook_teruggezet(
    aanvaard: bool, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    oud = neem_deel("bram")
    amira, herstel = ingelogd("amira"), f"/zaken/rollen/{oud.pk}/herstellen"
    amira.post(f"{ZAAK}/delen/rollen/{oud.pk}/beeindigen")
    _nodig_uit(amira, "bram")
    with als(Vrager(id_van("amira"))):
        nieuw = CasusRol.objects.get(
            casus=oud.casus_id, gebruiker=id_van("bram"), beeindigd_op=None
        )
    if aanvaard:
        ingelogd("bram").post(f"/zaken/uitnodigingen/{nieuw.pk}", {"antwoord": "ja"})

    assert herstel not in amira.get(f"{ZAAK}/delen").content.decode()
    antwoord = amira.post(herstel, follow=True)
    assert antwoord.redirect_chain == [(f"{ZAAK}/delen", 302)]
    assert "Er is niets teruggezet." in antwoord.content.decode()
    with als(Vrager(id_van("amira"))):
        lopend = CasusRol.objects.filter(gebruiker=id_van("bram"), beeindigd_op=None)
        assert [een.pk for een in lopend] == [nieuw.pk]
    assert _weigeringen("amira") == [("casusrol", oud.pk, "meedoen")]


def test_een_rol_die_een_ander_beeindigde_blijft_een_pagina_die_er_niet_is(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    oud = neem_deel("bram")
    amira = ingelogd("amira")
    amira.post(f"{ZAAK}/delen/rollen/{oud.pk}/beeindigen")
    _nodig_uit(amira, "bram")

    assert ingelogd("joris").post(f"/zaken/rollen/{oud.pk}/herstellen").status_code == 404
