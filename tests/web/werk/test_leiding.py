# SPDX-License-Identifier: EUPL-1.2
"""Mijn werk of the manager: numbers, terms and kenmerken, and nothing of a casus (toegang.md 2)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.leiding import triagerij, wachtende_opschalingen, werklast

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
KENMERK = "ZVH-2022-0001"
LEIDING = "/werk/leiding"


def _last(antwoord: Any) -> list[tuple[str, int, int]]:
    rijen = antwoord.context["werklast"]
    return [(een.naam, een.als_regisseur, een.als_trajectbegeleider) for een in rijen]


def test_de_manager_ziet_hoeveel_open_zaken_elke_collega_heeft(ingelogd: Ingelogd) -> None:
    eerst = _last(ingelogd("mirjam").get(LEIDING))
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("amira"))
        if rol.antwoord is None:
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)

    assert eerst == [("Amira Terpstra", 0, 0), ("Tineke Bakker", 0, 0)]
    assert _last(ingelogd("mirjam").get(LEIDING)) == [
        ("Amira Terpstra", 1, 0),
        ("Tineke Bakker", 0, 0),
    ]


def test_de_manager_ziet_hoelang_de_wachtrij_is_en_niet_wie_erin_staat(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("mirjam").get(LEIDING)
    pagina = antwoord.content.decode()

    assert antwoord.context["rij"] == (1, date(2022, 5, 2), 1)
    assert "1 aanmelding wacht op triage" in pagina
    assert "1 aanmelding wacht langer dan een week." in pagina
    assert "Kanarie" not in pagina
    assert "a-2" not in pagina


def test_de_manager_ziet_het_kenmerk_van_wat_stilstaat_en_wacht(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("mirjam").get(LEIDING)
    pagina = antwoord.content.decode()

    assert [een.kenmerk for een in antwoord.context["gemeld"]] == [KENMERK]
    ((wachtend, niveau, te_laat),) = antwoord.context["wachtend"]
    assert (wachtend.kenmerk, wachtend.antwoord_voor) == (KENMERK, date(2022, 4, 18))
    assert (niveau, te_laat) == ("Management", True)
    assert "Kanarie" not in pagina
    assert str(CASUS) not in pagina
    assert 'href="/cijfers/"' in pagina


def test_wat_de_manager_zag_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("mirjam").get(LEIDING)

    with als(Vrager(id_van("frank"))):
        gezien = Handeling.objects.get(handeling="leiding.ingezien")
        assert gezien.onderwerpen.filter(soort="casus", onderwerp=CASUS).exists()


def test_wat_nog_op_tijd_is_heet_niet_te_laat(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "UPDATE voortgang_opschaling SET antwoord_voor = %s", [vandaag() + timedelta(days=3)]
        )
    ((_een, _niveau, te_laat),) = log_in(Client(), "mirjam").get(LEIDING).context["wachtend"]

    assert not te_laat


def test_zonder_werk_zegt_de_pagina_dat(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        for opdracht in (
            "UPDATE voortgang_opschaling SET beantwoord_op = '2022-04-10'",
            "UPDATE casus_inzet SET soort = 'ondersteuning'",
            "UPDATE aanmelding_aanmelding SET triage_besluit = 'elders', "
            "triage_op = ontvangen_op WHERE triage_besluit IS NULL",
        ):
            beheer.execute(opdracht.encode())
    pagina = log_in(Client(), "mirjam").get(LEIDING).content.decode()

    assert "Er staat geen zaak te lang stil, en er wacht geen opschaling op antwoord." in pagina
    assert "Er wacht geen aanmelding op triage." in pagina


@pytest.mark.parametrize("naam", ["amira", "tineke", "bas", "anouk", "els"])
def test_wie_geen_manager_is_krijgt_ook_van_de_databank_niets(naam: str, db: None) -> None:
    with als(Vrager(id_van(naam))):
        assert werklast() == []
        assert triagerij() == (0, None, 0)
        assert wachtende_opschalingen() == []


def test_wie_ook_casuswerk_doet_ziet_beide_bladen(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "INSERT INTO toegang_accountrol SELECT (jsonb_populate_record(NULL::toegang_accountrol,"
            " to_jsonb(r) || jsonb_build_object('id', %s::text, 'rol', 'procesregisseur'))).* "
            "FROM toegang_accountrol r WHERE gebruiker = %s",
            [str(uuid4()), id_van("mirjam")],
        )
    mirjam = log_in(Client(), "mirjam")

    for adres in ("/werk/", LEIDING):
        tabs = mirjam.get(adres).context["tabs"]
        assert [str(tab.titel) for tab in tabs] == ["Mijn werk", "Werk van het huis"]
    assert log_in(Client(), "amira").get("/werk/").context["tabs"] == []
