# SPDX-License-Identifier: EUPL-1.2
"""Undoing that a question to a partner was taken back: by who did so, for ten minutes."""

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
from vangnet.afsluiting.telling import telling_van
from vangnet.beeld.models import Informatievraag
from vangnet.beeld.vragen import Gezegd, vraag_heropenen, vraag_intrekken, vraag_weigeren
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als

CASUS, VRAAG = id_van(casus_van("lopend")), id_van("vraag-lopend-ggz")
OVER_HOOFD = id_van("vraag-lopend-over_hoofd")
ADRES = f"/zaken/{CASUS}/vragen/{VRAAG}"
_ELF_MINUTEN = """
    UPDATE beeld_informatievraag SET afgehandeld_op = now() - interval '11 minutes' WHERE id = %s
"""
_SLUIT = """
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, resultaat)
    VALUES (gen_random_uuid(), %s, current_date, 'deels')
"""
_NIET_MEER = """
    UPDATE casus_casusrol SET beeindigd_op = now() WHERE casus_id = %s AND organisatie_id = %s
"""
_WEIGERDE = """
    UPDATE casus_casusrol SET antwoord = 'geweigerd', vanaf = NULL
     WHERE casus_id = %s AND organisatie_id = %s
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


def _bezet(databank: str, opdracht: str, *waarden: object) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(opdracht.encode(), list(waarden))


def _trek_in(vraag: UUID = VRAAG, door: str = "amira") -> None:
    with wie(door):
        vraag_intrekken(Informatievraag.objects.get(pk=vraag), door=id_van(door))


def _blijft_ingetrokken(door: str = "amira") -> None:
    with pytest.raises(NietToegestaan), wie(door):
        vraag_heropenen(VRAAG)


def _geteld() -> int:
    """How many questions the morning mail of Bram counts."""
    vrager = Vrager(id_van("bram"))
    with als(vrager):
        return telling_van(kijker_van(vrager), dag=vandaag(), sinds=None)["vraag"]


def test_wie_een_vraag_introk_zet_haar_weer_open_zoals_zij_was(bank: str) -> None:
    with wie("amira"):
        eerst = Informatievraag.objects.values().get(pk=OVER_HOOFD)
    _trek_in(OVER_HOOFD)
    with wie("amira"):
        assert vraag_heropenen(OVER_HOOFD) == CASUS
        daarna = Informatievraag.objects.values().get(pk=OVER_HOOFD)

    assert {**daarna, "versie": eerst["versie"]} == eerst
    with wie("frank"):
        rij = Handeling.objects.get(handeling="informatievraag.weer_open")
        over = set(rij.onderwerpen.values_list("soort", flat=True))
    assert (rij.gebruiker, rij.object, rij.casus) == (id_van("amira"), OVER_HOOFD, CASUS)
    assert over == {"casus", "persoon"}


def test_de_partner_heeft_de_vraag_weer_zoals_eerst(bank: str) -> None:
    voor = _geteld()
    _trek_in()
    zonder = _geteld()
    with wie("amira"):
        vraag_heropenen(VRAAG)

    assert (zonder, _geteld()) == (voor - 1, voor)
    assert log_in(Client(), "bram").get(ADRES).status_code == 200


@pytest.mark.parametrize("ander", ["joris", "bram", "mirjam", "tineke"])
def test_een_ander_zet_een_vraag_niet_weer_open(ander: str, bank: str) -> None:
    _trek_in()

    _blijft_ingetrokken(ander)


@pytest.mark.parametrize(
    ("opdracht", "waarden"),
    [
        (_ELF_MINUTEN, [VRAAG]),
        (_SLUIT, [CASUS]),
        ("UPDATE casus_casus SET beperkt = true WHERE id = %s", [CASUS]),
        (_NIET_MEER, [CASUS, id_van("ggz")]),
        (_WEIGERDE, [CASUS, id_van("ggz")]),
    ],
    ids=["te laat", "gesloten", "beperkt", "doet niet meer mee", "weigerde"],
)
def test_een_vraag_gaat_niet_weer_open(opdracht: str, waarden: list[object], bank: str) -> None:
    _trek_in()
    _bezet(bank, opdracht, *waarden)

    _blijft_ingetrokken()


def test_wat_het_huis_voor_de_partner_weigerde_blijft_geweigerd(bank: str) -> None:
    with wie("amira"):
        vraag_weigeren(
            Informatievraag.objects.get(pk=VRAAG),
            reden="Dat mogen wij niet zeggen.",
            door=id_van("amira"),
            gezegd=Gezegd("Sjoukje", vandaag()),
        )

    _blijft_ingetrokken()


def test_na_een_verkeerde_klik_staat_ongedaan_maken_er_ook_later(bank: str) -> None:
    amira = log_in(Client(), "amira")
    amira.post(f"{ADRES}/intrekken")
    blad = f"/zaken/{CASUS}/beeld"
    assert f"{ADRES}/heropenen" in amira.get(blad).content.decode()
    for ander in ("joris", "bram"):
        assert f"{ADRES}/heropenen" not in log_in(Client(), ander).get(blad).content.decode()

    eerste = amira.post(f"{ADRES}/heropenen", follow=True).content.decode()
    tweede = amira.post(f"{ADRES}/heropenen", follow=True)

    assert "De vraag staat weer open." in eerste
    assert f"{ADRES}/intrekken" in eerste
    assert tweede.status_code == 200
    with wie("frank"):
        assert not Handeling.objects.filter(handeling="beeld.geweigerd").exists()


def test_wie_te_laat_komt_leest_wat_nog_kan(bank: str) -> None:
    _trek_in()
    _bezet(bank, _ELF_MINUTEN, VRAAG)
    amira = log_in(Client(), "amira")
    assert f"{ADRES}/heropenen" not in amira.get(f"/zaken/{CASUS}/beeld").content.decode()

    antwoord = amira.post(f"{ADRES}/heropenen", follow=True)

    assert "Stel de vraag opnieuw." in antwoord.content.decode()
    with wie("frank"):
        assert Handeling.objects.filter(handeling="beeld.geweigerd", object=VRAAG).count() == 1
