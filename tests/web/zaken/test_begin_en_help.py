# SPDX-License-Identifier: EUPL-1.2
"""On every page: what one may begin, and Help in the same place."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.models import CasusRol
from vangnet.web.context import INGANGEN, INGANGEN_RECHTS
from vangnet.web.kern.hulp import UITLEG

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
CASUS = f"/zaken/{id_van('casus')}"
ALGEMEEN = ["Nieuwe aanmelding", "Overleg plannen"]
IN_DE_ZAAK = [
    "Notitie",
    "Afspraak",
    "Doel",
    "Bijdrage",
    "Document toevoegen",
    "Persoon toevoegen",
    "Vraag om informatie",
    "Evaluatie",
]


def _te_beginnen(bladzijde: str) -> list[str]:
    menu = re.search(r'<span class="uitklap__naam">Nieuw</span>.*?</details>', bladzijde, re.S)
    return re.findall(r"<a [^>]*>([^<]+)</a>", menu[0]) if menu else []


@pytest.mark.parametrize(
    ("naam", "adres", "te_beginnen"),
    [
        ("amira", "/account", ALGEMEEN),
        ("amira", CASUS, [*IN_DE_ZAAK, *ALGEMEEN]),
        ("joris", f"{CASUS}/tijdlijn", [*IN_DE_ZAAK, *ALGEMEEN]),
        ("bram", "/account", ["Nieuwe aanmelding"]),
        ("frank", "/account", []),
        ("els", "/account", []),
    ],
)
def test_het_menu_nieuw_noemt_alleen_wat_je_mag_beginnen(
    naam: str, adres: str, te_beginnen: list[str], ingelogd: Ingelogd
) -> None:
    assert _te_beginnen(ingelogd(naam).get(adres).content.decode()) == te_beginnen


@pytest.mark.asvs("8.2.2")
def test_een_partner_begint_in_een_zaak_niet_wat_van_de_regie_is(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    assert _te_beginnen(ingelogd("bram").get(CASUS).content.decode()) == ["Nieuwe aanmelding"]


@pytest.mark.parametrize("naam", ["amira", "bram", "els", "dirk"])
@pytest.mark.parametrize("adres", ["/account", "/help"])
def test_help_staat_op_elke_bladzijde_als_laatste_rechts(
    adres: str, naam: str, ingelogd: Ingelogd
) -> None:
    bladzijde = ingelogd(naam).get(adres).content.decode()
    rechts = bladzijde.split('<ul class="nav__rechts">')[1].split("</ul>")[0]

    assert re.findall(r">([^<>]+)</a>", rechts)[-1] == "Help"


def test_help_noemt_alleen_wat_je_mag_openen(ingelogd: Ingelogd) -> None:
    amira, els = (ingelogd(een).get("/help") for een in ("amira", "els"))
    kamers = [[ingang.titel for ingang, _ in een.context["kamers"]] for een in (amira, els)]

    assert "Zaken" in kamers[0]
    assert kamers[1] == ["Beheer"]


def test_elke_ingang_heeft_uitleg_op_de_bladzijde_help() -> None:
    assert {deur.naam for deur in (*INGANGEN, *INGANGEN_RECHTS)} == set(UITLEG)
