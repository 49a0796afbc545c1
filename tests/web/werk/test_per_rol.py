# SPDX-License-Identifier: EUPL-1.2
"""Mijn werk of the house: what waits for triage, and which verslagen are to be vastgesteld."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.afsluiting.werkblik import werkblik
from vangnet.kern.klok import nu, vandaag
from vangnet.overleg.models import Agendapunt, Verslag
from vangnet.overleg.services import (
    Nieuw,
    overleg_afgelasten,
    overleg_plannen,
    verslag_vaststellen,
)
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.werk.blik import wachtrij

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")


@pytest.mark.parametrize("naam", ["amira", "joris"])
def test_het_huis_leest_hoeveel_aanmeldingen_op_triage_wachten(
    naam: str, ingelogd: Ingelogd
) -> None:
    pagina = ingelogd(naam).get("/werk/").content.decode()

    assert '<a href="/aanmeldingen/">1 aanmelding wacht op triage</a>' in pagina
    assert "Kanarie-wachtende" not in pagina


@pytest.mark.parametrize("naam", ["bram", "tineke"])
def test_wie_de_wachtrij_van_het_huis_niet_heeft_leest_er_niets_van(
    naam: str, ingelogd: Ingelogd
) -> None:
    assert "wacht op triage" not in ingelogd(naam).get("/werk/").content.decode()


def test_van_de_oudste_aanmelding_staat_er_hoeveel_werkdagen(db: None) -> None:
    with als(Vrager(id_van("amira"))):
        blik = werkblik(kijker_van(Vrager(id_van("amira"))), dag=vandaag(), sinds=nu())

    # Received on Monday 2 May; 5 May is a holiday.
    rij = wachtrij(blik, date(2022, 5, 9))
    assert rij is not None
    assert (rij.aantal, rij.werkdagen) == (1, 4)


def test_in_de_mail_telt_de_wachtrij_van_het_huis_niet(db: None) -> None:
    with als(Vrager(id_van("joris"))):
        blik = werkblik(kijker_van(Vrager(id_van("joris"))), dag=vandaag())

    assert {"triage", "te_verslaan"}.isdisjoint(str(een.soort) for een in blik)


def _te_verslaan(naam: str, dag: date) -> list[UUID | None]:
    with als(Vrager(id_van(naam))):
        blik = werkblik(kijker_van(Vrager(id_van(naam))), dag=dag, sinds=nu())
    return [een.rij for een in blik if een.soort == "te_verslaan"]


def test_een_verslag_staat_na_het_overleg_bij_de_ondersteuner_tot_het_is_vastgesteld(
    db: None,
) -> None:
    morgen = vandaag() + timedelta(days=1)
    with als(Vrager(id_van("amira"))):
        nieuw = Nieuw(datum=vandaag(), soort="casusoverleg")
        overleg, af = (overleg_plannen(nieuw, [CASUS], door=id_van("amira")) for _ in range(2))
        overleg_afgelasten(af, af=True)

    assert overleg not in _te_verslaan("joris", vandaag())
    assert overleg in _te_verslaan("joris", morgen)
    assert af not in _te_verslaan("joris", morgen)
    assert _te_verslaan("amira", morgen) == []

    with als(Vrager(id_van("amira"))):
        punt = Agendapunt.objects.get(overleg=overleg).pk
        Verslag.objects.filter(agendapunt=punt).update(tekst="De partners spraken af.")
        verslag_vaststellen(punt)

    assert overleg not in _te_verslaan("joris", morgen)
