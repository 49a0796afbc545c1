# SPDX-License-Identifier: EUPL-1.2
"""What the functions of the database write in the journaal, and what they refuse after the page."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.casus.models import CasusRol
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Verslag
from vangnet.overleg.services import derde_noemen, van_agenda_halen, verslag_vaststellen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
PUNT = f"/overleggen/punten/{id_van('punt')}"


class Geval(NamedTuple):
    """A page of Amira, what she sends, the act that refuses and the rows that are left."""

    adres: str
    inhoud: dict[str, str]
    weigert: str
    handelingen: list[str]
    stand: int = 404


GEVALLEN = [
    Geval(
        "/overleggen/nieuw",
        {"datum": "morgen", "soort": "casusoverleg"},
        "plannen.overleg_plannen",
        # A casus was closed just now: the form says so, and what was typed is kept.
        ["overleg.geweigerd", "overleg.voorbereid", "formulierconcept.begonnen"],
        422,
    ),
    Geval(PUNT, {"versie": "1"}, "punten.punt_bespreken", ["agendapunt.geweigerd"]),
]


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda een: een.weigert)
def test_een_weigering_na_de_bladzijde_staat_in_het_journaal(
    geval: Geval, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise NietToegestaan("Dit mag je niet.")

    client = ingelogd("amira")
    monkeypatch.setattr(f"vangnet.web.overleg.{geval.weigert}", weiger)
    with opgeschreven() as gedaan:
        antwoord = client.post(geval.adres, geval.inhoud)

    assert (antwoord.status_code, gedaan) == (geval.stand, geval.handelingen)


def test_elke_daad_op_de_agenda_staat_in_het_journaal(plan_vandaag: Callable[[], UUID]) -> None:
    punt, weg = plan_vandaag(), plan_vandaag()
    with als(Vrager(id_van("amira"))):
        van_agenda_halen(weg)
        derde_noemen(punt, "J. de Jong", geheimhouding_op=vandaag())
        Verslag.objects.filter(agendapunt=punt).update(tekst="Besproken.")
        verslag_vaststellen(punt)

    with als(Vrager(id_van("frank"))):
        van_de_casus = Handeling.objects.filter(casus=id_van("casus"))
        assert sorted(van_de_casus.values_list("handeling", flat=True)) == [
            "agendapunt.gezet",
            "agendapunt.gezet",
            "agendapunt.weggehaald",
            "genodigde.derde",
            "verslag.vastgesteld",
        ]


def test_wie_wordt_uitgenodigd_is_onderwerp_van_de_regel(
    neem_deel: Callable[..., CasusRol], plan_vandaag: Callable[[], UUID]
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()

    with als(Vrager(id_van("frank"))):
        regel = Handeling.objects.get(handeling="agendapunt.gezet", object=punt)
        onderwerpen = Onderwerp.objects.filter(handeling=regel)
        assert set(onderwerpen.values_list("soort", "onderwerp")) == {
            ("casus", id_van("casus")),
            ("gebruiker", id_van("bram")),
        }
