# SPDX-License-Identifier: EUPL-1.2
"""Undoing that the question to hand a casus over was taken back: who did so, for ten minutes."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from tests.toegang.relaties import casus_van
from vangnet.afsluiting.models import Overdracht
from vangnet.afsluiting.regels import TERUGGENOMEN, Antwoord
from vangnet.afsluiting.services import overdracht_beantwoorden, overdracht_heropenen
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.vrager import Vrager, als

CASUS = id_van(casus_van("lopend"))
AAN_BRAM, AAN_HUIS = id_van("overdracht-lopend-bram"), id_van("overdracht-lopend-huis")
ADRES = f"/zaken/{CASUS}/overdrachten/{AAN_BRAM}/heropenen"
BLAD = f"/zaken/{CASUS}/afsluiten/"
# The journaal says that it was done eleven minutes ago.
_ELF_MINUTEN = """
    ALTER TABLE journaal_handeling DISABLE TRIGGER alleen_aanvullen;
    UPDATE journaal_handeling SET moment = moment - interval '11 minutes'
     WHERE handeling = 'overdracht.ingetrokken';
    ALTER TABLE journaal_handeling ENABLE ALWAYS TRIGGER alleen_aanvullen
"""


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


def _bezet(databank: str, opdracht: str) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(opdracht.encode())


def _trek_in(overdracht: UUID = AAN_BRAM, woord: str = Antwoord.INGETROKKEN) -> None:
    with wie("amira"):
        overdracht_beantwoorden(overdracht, woord)


def _blijft(overdracht: UUID = AAN_BRAM, door: str = "amira") -> None:
    with pytest.raises(NietToegestaan), wie(door):
        overdracht_heropenen(overdracht)


@pytest.mark.parametrize("overdracht", [AAN_BRAM, AAN_HUIS], ids=["bram", "huis"])
def test_wie_een_overdracht_introk_vraagt_haar_weer_zoals_zij_was(
    overdracht: UUID, bank: str
) -> None:
    with wie("amira"):
        eerst = Overdracht.objects.values().get(pk=overdracht)
    _trek_in(overdracht)
    with wie("amira"):
        assert overdracht_heropenen(overdracht) == CASUS
        daarna = Overdracht.objects.values().get(pk=overdracht)

    assert {**daarna, "versie": eerst["versie"]} == eerst
    with wie("frank"):
        rij = Handeling.objects.get(handeling="overdracht.weer_gevraagd")
    assert (rij.gebruiker, rij.object, rij.casus) == (id_van("amira"), overdracht, CASUS)


def test_wat_al_was_aanvaard_is_daarna_weer_aanvaard(bank: str) -> None:
    """Also when who said yes no longer takes part: no answer is waited for."""
    with wie("bram"):
        overdracht_beantwoorden(AAN_BRAM, Antwoord.AANVAARD, reden="Wij gaan verder.")
    with wie("amira"):
        eerst = Overdracht.objects.values().get(pk=AAN_BRAM)
    _trek_in(woord=TERUGGENOMEN)
    _bezet(
        bank,
        f"UPDATE casus_casusrol SET beeindigd_op = now() WHERE casus_id = '{CASUS}' "  # noqa: S608
        f"AND gebruiker_id = '{id_van('bram')}'",
    )
    with wie("amira"):
        overdracht_heropenen(AAN_BRAM)
        daarna = Overdracht.objects.values().get(pk=AAN_BRAM)

    assert (eerst["antwoord"], eerst["beantwoord_door_id"]) == ("aanvaard", id_van("bram"))
    assert {**daarna, "versie": eerst["versie"]} == eerst


def test_wie_is_gevraagd_kan_daarna_weer_antwoorden(bank: str) -> None:
    _trek_in()
    with wie("amira"):
        overdracht_heropenen(AAN_BRAM)

    with wie("bram"):
        assert overdracht_beantwoorden(AAN_BRAM, Antwoord.AANVAARD) == CASUS


@pytest.mark.parametrize("ander", ["joris", "bram", "tineke", "mirjam"])
def test_een_ander_vraagt_haar_niet_weer(ander: str, bank: str) -> None:
    _trek_in()

    _blijft(door=ander)


def test_na_tien_minuten_blijft_zij_ingetrokken(bank: str) -> None:
    _trek_in()
    _bezet(bank, _ELF_MINUTEN)

    _blijft()


@pytest.mark.parametrize("wat", ["beeindigd_op = now()", "organisatie_id = '{politie}'"])
def test_wie_niet_meer_meedoet_wordt_niet_weer_gevraagd(wat: str, bank: str) -> None:
    _trek_in()
    zet = wat.format(politie=id_van("politie"))
    _bezet(
        bank,
        f"UPDATE casus_casusrol SET {zet} WHERE casus_id = '{CASUS}' "  # noqa: S608 - own words
        f"AND gebruiker_id = '{id_van('bram')}'",
    )

    _blijft()


def test_een_beperkte_zaak_houdt_haar_ingetrokken(bank: str) -> None:
    _trek_in()
    _bezet(bank, f"UPDATE casus_casus SET beperkt = true WHERE id = '{CASUS}'")  # noqa: S608

    _blijft()


def test_een_antwoord_blijft_staan(bank: str) -> None:
    with wie("amira"):
        overdracht_beantwoorden(AAN_HUIS, Antwoord.INGETROKKEN)
    with wie("amira"):
        overdracht_heropenen(AAN_HUIS)
    with wie("amira"):
        overdracht_beantwoorden(AAN_HUIS, Antwoord.AANVAARD)

    _blijft(AAN_HUIS)


def test_na_een_verkeerde_klik_staat_ongedaan_maken_er_ook_later(bank: str) -> None:
    _trek_in()
    amira = log_in(Client(), "amira")
    assert ADRES in amira.get(BLAD).content.decode()
    assert ADRES not in log_in(Client(), "joris").get(BLAD).content.decode()

    eerste = amira.post(ADRES, follow=True).content.decode()
    tweede = amira.post(ADRES, follow=True)

    assert "De overdracht staat er weer zoals zij was." in eerste
    assert ADRES not in eerste
    assert tweede.status_code == 200


def test_wie_te_laat_komt_leest_wat_nog_kan(bank: str) -> None:
    _trek_in()
    _bezet(bank, _ELF_MINUTEN)
    amira = log_in(Client(), "amira")
    assert ADRES not in amira.get(BLAD).content.decode()

    antwoord = amira.post(ADRES, follow=True)

    assert "Vraag de overdracht opnieuw." in antwoord.content.decode()
    with wie("frank"):
        assert (
            Handeling.objects.filter(
                handeling="overdracht.inzage_geweigerd", object=AAN_BRAM
            ).count()
            == 1
        )
