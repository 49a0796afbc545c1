# SPDX-License-Identifier: EUPL-1.2
"""Undoing the end of a criterium of the house or of a standing decider: who did so, ten minutes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from vangnet.aanmelding.huiscriteria import huiscriterium_beeindigen, huiscriterium_herstellen
from vangnet.aanmelding.models import Huiscriterium, VasteBeslisser
from vangnet.aanmelding.vastebeslissers import (
    vaste_beslisser_beeindigen,
    vaste_beslisser_herstellen,
)
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

# The journaal says that it was done eleven minutes ago.
_ELF_MINUTEN = """
    ALTER TABLE journaal_handeling DISABLE TRIGGER alleen_aanvullen;
    UPDATE journaal_handeling SET moment = moment - interval '11 minutes'
     WHERE handeling IN ('huiscriterium.beeindigd', 'vastebeslisser.beeindigd');
    ALTER TABLE journaal_handeling ENABLE ALWAYS TRIGGER alleen_aanvullen
"""


class Keuze(NamedTuple):
    """What the house keeps: who keeps it, where, and what may come of it."""

    soort: str
    wie: str
    blad: str
    anderen: tuple[str, ...]
    opnieuw: str


CRITERIUM = Keuze(
    "huiscriterium", "els", "/beheer/criteria", ("amira", "mirjam"), "Voeg het criterium opnieuw"
)
BESLISSER = Keuze(
    "vastebeslisser",
    "joris",
    "/aanmeldingen/vaste-beslissers",
    ("amira", "els", "bram"),
    "Voeg de beslisser opnieuw",
)
_HERSTELD = {
    "huiscriterium": "huiscriterium.hersteld",
    "vastebeslisser": "vastebeslisser.hersteld",
}
beide = pytest.mark.parametrize("keuze", [CRITERIUM, BESLISSER], ids=lambda een: een.soort)


@pytest.fixture
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A clone with a casus for each relation, for one test."""
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@contextmanager
def wie(naam: str) -> Iterator[None]:
    """One transaction as somebody of the cast."""
    with als(Vrager(id_van(naam))):
        yield


def _te_laat(databank: str) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(_ELF_MINUTEN.encode())


def _maak(keuze: Keuze, vanaf: date) -> UUID:
    """One that runs or begins on `vanaf`."""
    een: Huiscriterium | VasteBeslisser
    if keuze is CRITERIUM:
        een = Huiscriterium(tekst="Er is al lokaal geprobeerd", vanaf=vanaf)
    else:
        een = VasteBeslisser(naam="Sjoukje Officier", organisatie_id=id_van("politie"), vanaf=vanaf)
    with wie(keuze.wie):
        een.save(force_insert=True)
    return een.pk


def _beeindigd(keuze: Keuze, vanaf: date | None = None) -> UUID:
    een = _maak(keuze, vanaf or vandaag())
    with wie(keuze.wie):
        if keuze is CRITERIUM:
            huiscriterium_beeindigen(een, tot=vandaag())
        else:
            vaste_beslisser_beeindigen(een, tot=vandaag())
    return een


def _herstel(keuze: Keuze, een: UUID) -> None:
    if keuze is CRITERIUM:
        huiscriterium_herstellen(een)
    else:
        vaste_beslisser_herstellen(een)


def _dagen(keuze: Keuze, een: UUID) -> tuple[date, date | None]:
    with wie(keuze.wie):
        if keuze is CRITERIUM:
            return Huiscriterium.objects.values_list("vanaf", "tot").get(pk=een)
        return VasteBeslisser.objects.values_list("vanaf", "tot").get(pk=een)


@beide
@pytest.mark.parametrize("over", [-30, 0, 30])
def test_wie_het_beeindigde_zet_het_terug_zoals_het_was(over: int, keuze: Keuze, bank: str) -> None:
    vanaf = vandaag() + timedelta(days=over)
    een = _beeindigd(keuze, vanaf)
    with wie(keuze.wie):
        _herstel(keuze, een)

    assert _dagen(keuze, een) == (vanaf, None)
    with wie("frank"):
        rij = Handeling.objects.get(handeling=_HERSTELD[keuze.soort])
    assert (rij.gebruiker, rij.object, rij.velden) == (id_van(keuze.wie), een, ["tot"])


@beide
def test_wat_opnieuw_is_gemaakt_staat_er_niet_dubbel(keuze: Keuze, bank: str) -> None:
    een = _beeindigd(keuze)
    _maak(keuze, vandaag())

    with pytest.raises(NietToegestaan), wie(keuze.wie):
        _herstel(keuze, een)


@beide
def test_een_ander_zet_het_niet_terug(keuze: Keuze, bank: str) -> None:
    een = _beeindigd(keuze)

    for ander in keuze.anderen:
        with pytest.raises(NietToegestaan), wie(ander):
            _herstel(keuze, een)


@beide
def test_na_tien_minuten_blijft_het_beeindigd(keuze: Keuze, bank: str) -> None:
    een = _beeindigd(keuze)
    _te_laat(bank)

    with pytest.raises(NietToegestaan), wie(keuze.wie):
        _herstel(keuze, een)


@beide
def test_wat_loopt_is_niet_terug_te_zetten(keuze: Keuze, bank: str) -> None:
    een = _beeindigd(keuze)
    with wie(keuze.wie):
        _herstel(keuze, een)

    with pytest.raises(NietToegestaan), wie(keuze.wie):
        _herstel(keuze, een)


@beide
def test_na_een_verkeerde_klik_staat_ongedaan_maken_er_ook_later(keuze: Keuze, bank: str) -> None:
    een = _beeindigd(keuze)
    client, adres = log_in(Client(), keuze.wie), f"{keuze.blad}/{een}/herstellen"
    assert adres in client.get(keuze.blad).content.decode()

    eerste = client.post(adres, follow=True).content.decode()
    tweede = client.post(adres, follow=True)

    assert "zoals" in eerste
    assert adres not in eerste
    assert f"{keuze.blad}/{een}/beeindigen" in eerste
    assert tweede.status_code == 200
    with wie("frank"):
        assert not Handeling.objects.filter(handeling=f"{keuze.soort}.geweigerd").exists()


@beide
def test_wie_te_laat_komt_leest_wat_nog_kan(keuze: Keuze, bank: str) -> None:
    een = _beeindigd(keuze)
    _te_laat(bank)
    client, adres = log_in(Client(), keuze.wie), f"{keuze.blad}/{een}/herstellen"
    assert adres not in client.get(keuze.blad).content.decode()

    antwoord = client.post(adres, follow=True)

    assert keuze.opnieuw in antwoord.content.decode()
    with wie("frank"):
        geweigerd = Handeling.objects.filter(handeling=f"{keuze.soort}.geweigerd", object=een)
        assert geweigerd.count() == 1


def test_een_collega_ziet_ongedaan_maken_niet(bank: str) -> None:
    een = _beeindigd(BESLISSER)

    blad = log_in(Client(), "amira").get(BESLISSER.blad).content.decode()

    assert "Sjoukje Officier" in blad
    assert f"{een}/herstellen" not in blad
