# SPDX-License-Identifier: EUPL-1.2
"""Odd patterns: each rule names who is over its border, and only to who supervises."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest
from django.test import Client
from django.urls import reverse

from config import settings as instellingen
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.toegang.vrager import Vrager, als
from vangnet.toezicht.patronen import patronen

Wie = Callable[[str], Vrager]
NU = datetime(2026, 11, 27, 13, tzinfo=UTC)
MIDDAG = datetime(2026, 11, 26, 12, tzinfo=UTC)
_RIJ = (
    "INSERT INTO journaal_handeling SELECT (jsonb_populate_record(NULL::journaal_handeling, "
    "jsonb_build_object('id', gen_random_uuid(), 'moment', %s::text, 'gebruiker', %s::text, "
    "'vrager_soort', 'mens', 'handeling', %s::text, 'object_soort', '', 'casus', %s::text, "
    "'doel', '', 'toegestaan', %s::boolean, 'regel', '', 'herkomst', 'web', 'spoor', '', "
    "'velden', '{}', 'aantallen', '{}'::jsonb))).* RETURNING id"
)


@pytest.fixture
def schrijf(eigen_databank: str) -> Callable[..., None]:
    """Rows of the journaal at any moment, as the owner writes them."""

    def doe(naam: str, handeling: str, aantal: int, **meer: object) -> None:
        with cluster().verbind(instellingen.ROLLEN.eigenaar, eigen_databank) as verbinding:
            for _ in range(aantal):
                _een_rij(verbinding, naam, handeling, **meer)

    return doe


def _een_rij(verbinding: psycopg.Connection, naam: str, handeling: str, **meer: object) -> None:
    moment = meer.get("moment", MIDDAG)
    waarden = [str(moment), str(id_van(naam)), handeling, str(uuid4()), meer.get("mag", True)]
    rij = verbinding.execute(_RIJ.encode(), waarden).fetchone()
    if rij and (persoon := meer.get("persoon")):
        verbinding.execute(
            "INSERT INTO journaal_onderwerp (id, handeling_id, soort, onderwerp) "
            "VALUES (gen_random_uuid(), %s, 'persoon', %s)",
            [rij[0], persoon],
        )


def gevonden(vrager: Wie, titel: str, *, als_wie: str = "frank") -> list[tuple[str, int]]:
    with als(vrager(als_wie)):
        (patroon,) = [een for een in patronen(NU) if een.titel == titel]
    return [(een.wie, een.aantal) for een in patroon.vondsten]


def test_veel_weigeringen(schrijf: Callable[..., None], vrager: Wie) -> None:
    schrijf("dirk", "pagina.geweigerd", 10, mag=False)
    schrijf("bram", "pagina.geweigerd", 9, mag=False)
    schrijf("cor", "pagina.geweigerd", 10, mag=False, moment=NU - timedelta(days=8))

    assert gevonden(vrager, "Veel weigeringen") == [("Dirk Rijpma", 10)]


def test_zoeken_zonder_te_openen(schrijf: Callable[..., None], vrager: Wie) -> None:
    schrijf("joris", "zaken.gezocht", 10)
    schrijf("amira", "zaken.gezocht", 10)
    schrijf("amira", "casus.ingezien", 1)

    assert gevonden(vrager, "Zoeken zonder te openen") == [("Joris Wiersma", 10)]


@pytest.mark.parametrize(
    ("uur", "verwacht"),
    # In winter Amsterdam is an hour ahead of UTC: 22.00 there is 21.00 UTC.
    [(20, []), (21, [("Joris Wiersma", 1)]), (4, [("Joris Wiersma", 1)]), (5, [])],
)
def test_kijken_in_de_nacht(
    uur: int, verwacht: list[tuple[str, int]], schrijf: Callable[..., None], vrager: Wie
) -> None:
    schrijf("joris", "casus.ingezien", 1, moment=MIDDAG.replace(hour=uur))

    assert gevonden(vrager, "Kijken in de nacht") == verwacht


def test_veel_zaken_op_een_dag(schrijf: Callable[..., None], vrager: Wie) -> None:
    schrijf("joris", "casus.ingezien", 41)
    schrijf("amira", "casus.ingezien", 40)

    assert gevonden(vrager, "Veel zaken op een dag") == [("Joris Wiersma", 41)]


def test_zelfde_achternaam(schrijf: Callable[..., None], vrager: Wie, eigen_databank: str) -> None:
    schrijf("joris", "casus.ingezien", 1, persoon=id_van("betrokkene"))
    schrijf("amira", "casus.ingezien", 1, persoon=id_van("betrokkene"))
    with cluster().verbind(instellingen.ROLLEN.eigenaar, eigen_databank) as verbinding:
        verbinding.execute("UPDATE personen_persoon SET achternaam = 'WIERSMA'")

    assert gevonden(vrager, "Zelfde achternaam") == [("Joris Wiersma", 1)]


@pytest.mark.asvs("8.2.2")
def test_wie_geen_toezicht_houdt_krijgt_geen_patroon_van_een_ander(
    schrijf: Callable[..., None], vrager: Wie
) -> None:
    schrijf("dirk", "pagina.geweigerd", 10, mag=False)

    assert gevonden(vrager, "Veel weigeringen", als_wie="mirjam") == []


def test_de_bladzijde_noemt_de_regel_en_waar_het_niet_voor_is(
    schrijf: Callable[..., None],
) -> None:
    schrijf("dirk", "pagina.geweigerd", 1, mag=False)
    client = Client()
    log_in(client, "frank")
    gezien = client.get(reverse("toezicht:patronen")).content.decode()

    assert "10 of meer keer in de week geweigerd." in gezien
    assert "geen oordeel" in gezien
