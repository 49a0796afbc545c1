# SPDX-License-Identifier: EUPL-1.2
"""Who writes in an overleg that was called off, or whose verslag was closed, meanwhile."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.opgeschreven import opgeschreven
from tests.web.overleg.stappen import adres_van, als_wie, bespreek
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Overleg
from vangnet.overleg.services import overleg_afgelasten, verslag_vaststellen

Ingelogd = Callable[[str], Client]
AFGELAST = "Dit overleg is afgelast."
VASTGESTELD = "Het verslag is intussen vastgesteld. Daarna verandert het niet meer."
DERDE = {"derde": "J. de Jong, woningcorporatie", "geheimhouding_op": "vandaag"}


def _overleg(punt: UUID) -> Overleg:
    with als_wie("amira"):
        return Overleg.objects.get(agendapunten=punt)


def _gelezen(antwoord: Any) -> tuple[int, str]:
    return antwoord.status_code, antwoord.content.decode()


@pytest.fixture
def afgelast(plan_vandaag: Callable[[], UUID]) -> UUID:
    """The point of an overleg that a colleague called off."""
    punt = plan_vandaag()
    overleg = _overleg(punt).pk
    with als_wie("joris"):
        overleg_afgelasten(overleg, af=True)
    return punt


def test_wie_een_verslag_typt_van_een_afgelast_overleg_houdt_de_tekst(
    afgelast: UUID, ingelogd: Ingelogd
) -> None:
    velden = {"tekst": "Hij heeft een woning.", "versie": "1"}
    amira = ingelogd("amira")

    with opgeschreven() as gedaan:
        stand, pagina = _gelezen(amira.post(adres_van(afgelast), velden))

    assert (stand, gedaan) == (409, ["agendapunt.geweigerd"])
    assert (AFGELAST in pagina, "Hij heeft een woning." in pagina) == (True, True)
    assert ingelogd("chantal").post(adres_van(afgelast), velden).status_code == 404


def test_wie_een_afgelast_overleg_verzet_houdt_wat_er_was_getypt(
    afgelast: UUID, ingelogd: Ingelogd
) -> None:
    later = f"{vandaag() + timedelta(days=9):%d-%m-%Y}"
    velden = {"datum": later, "plaats": "De grote zaal", "versie": "1"}

    stand, pagina = _gelezen(
        ingelogd("amira").post(f"/overleggen/{_overleg(afgelast).pk}/wijzigen", velden)
    )

    assert (stand, AFGELAST in pagina, "De grote zaal" in pagina) == (409, True, True)


def test_wie_een_derde_noemt_bij_een_vastgesteld_verslag_houdt_de_naam(
    plan_vandaag: Callable[[], UUID], ingelogd: Ingelogd
) -> None:
    punt, amira = plan_vandaag(), ingelogd("amira")
    bespreek(amira, punt)
    with als_wie("joris"):
        verslag_vaststellen(punt)

    stand, pagina = _gelezen(amira.post(f"{adres_van(punt)}/derden", DERDE))

    assert (stand, VASTGESTELD in pagina, DERDE["derde"] in pagina) == (409, True, True)
    assert ingelogd("chantal").post(f"{adres_van(punt)}/derden", DERDE).status_code == 404


def test_wie_een_zaak_zet_op_een_afgelast_overleg_leest_dat_op_de_agenda(
    afgelast: UUID, ingelogd: Ingelogd
) -> None:
    adres, agenda = (
        f"/overleggen/{_overleg(afgelast).pk}/zaken",
        f"/overleggen/{_overleg(afgelast).pk}",
    )

    pagina = ingelogd("amira").post(adres, {"kenmerk": "ZVH-2022-0001"}, follow=True)

    assert pagina.redirect_chain == [(agenda, 302)]
    assert AFGELAST in pagina.content.decode()
    assert ingelogd("bram").post(adres, {"kenmerk": "ZVH-2022-0001"}).status_code == 404
