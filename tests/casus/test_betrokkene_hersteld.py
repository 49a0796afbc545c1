# SPDX-License-Identifier: EUPL-1.2
"""Undoing that somebody left a casus, or that a relation is over: by who said so, ten minutes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from tests.toegang.relaties import casus_van
from vangnet.casus.betrokkenen import (
    betrokkenheid_beeindigen,
    betrokkenheid_herstellen,
    relatie_beeindigen,
    relatie_herstellen,
)
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Handeling
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Relatie
from vangnet.toegang.vrager import Vrager, als

CASUS, ANDER = id_van(casus_van("lopend")), id_van(casus_van("heropend"))
_SLUIT = """
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, resultaat)
    VALUES (gen_random_uuid(), %s, current_date, 'deels')
"""
# The journaal says that it was done eleven minutes ago.
_ELF_MINUTEN = """
    ALTER TABLE journaal_handeling DISABLE TRIGGER alleen_aanvullen;
    UPDATE journaal_handeling SET moment = moment - interval '11 minutes'
     WHERE handeling IN ('betrokkene.beeindigd', 'relatie.beeindigd');
    ALTER TABLE journaal_handeling ENABLE ALWAYS TRIGGER alleen_aanvullen
"""
_ZELFDE_PERSOON = """
    INSERT INTO casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, tot, eerste_verwerking)
    SELECT gen_random_uuid(), casus_id, persoon_id, 'overig', current_date, %s, current_date
      FROM casus_betrokkenheid WHERE id = %s
"""
_ZELFDE_RELATIE = """
    INSERT INTO personen_relatie (id, persoon_id, andere_persoon_id, soort, vanaf)
    SELECT gen_random_uuid(), persoon_id, andere_persoon_id, soort, current_date
      FROM personen_relatie WHERE id = %s
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
        beheer.execute(opdracht.encode(), list(waarden) or None)


def _zus() -> UUID:
    with wie("amira"):
        rijen = Betrokkenheid.objects.filter(casus=CASUS).exclude(rol="hoofdbetrokkene")
        return rijen.get().pk


def _relatie() -> UUID:
    with wie("amira"):
        mensen = Betrokkenheid.objects.filter(casus=CASUS).values("persoon")
        return Relatie.objects.get(persoon__in=mensen, andere_persoon__in=mensen).pk


def _weg() -> UUID:
    zus = _zus()
    with wie("amira"):
        betrokkenheid_beeindigen(zus, tot=vandaag())
    return zus


def _voorbij() -> UUID:
    relatie = _relatie()
    with wie("amira"):
        relatie_beeindigen(CASUS, relatie, tot=vandaag())
    return relatie


def _blijft_weg(zus: UUID, door: str = "amira") -> None:
    with pytest.raises(NietToegestaan), wie(door):
        betrokkenheid_herstellen(zus)


def _blijft_voorbij(relatie: UUID, door: str = "amira", *, casus: UUID = CASUS) -> None:
    with pytest.raises(NietToegestaan), wie(door):
        relatie_herstellen(casus, relatie)


def _gedaan(handeling: str) -> list[tuple[UUID | None, list[str], set[UUID]]]:
    with wie("frank"):
        return [
            (een.object, een.velden, set(een.onderwerpen.values_list("onderwerp", flat=True)))
            for een in Handeling.objects.filter(handeling=handeling, gebruiker=id_van("amira"))
        ]


def test_wie_iemand_liet_weggaan_zet_die_terug(bank: str) -> None:
    zus = _weg()
    with wie("amira"):
        assert betrokkenheid_herstellen(zus) == CASUS
        terug = Betrokkenheid.objects.get(pk=zus)

    assert terug.tot is None
    assert _gedaan("betrokkene.hersteld") == [(zus, ["tot"], {CASUS, terug.persoon_id})]


def test_wie_een_relatie_liet_ophouden_zet_haar_terug(bank: str) -> None:
    relatie = _voorbij()
    with wie("amira"):
        relatie_herstellen(CASUS, relatie)
        terug = Relatie.objects.get(pk=relatie)

    assert terug.tot is None
    over = {CASUS, terug.persoon_id, terug.andere_persoon_id}
    assert _gedaan("relatie.hersteld") == [(relatie, ["tot"], over)]


@pytest.mark.parametrize("ander", ["joris", "tineke", "bram", "mirjam"])
def test_een_ander_zet_niets_terug(ander: str, bank: str) -> None:
    _blijft_weg(_weg(), ander)
    _blijft_voorbij(_voorbij(), ander)


def test_alleen_wie_het_als_laatste_deed_zet_terug(bank: str) -> None:
    zus, relatie = _weg(), _voorbij()
    with wie("amira"):
        betrokkenheid_herstellen(zus)
        relatie_herstellen(CASUS, relatie)
    with wie("joris"):
        betrokkenheid_beeindigen(zus, tot=vandaag())
        relatie_beeindigen(CASUS, relatie, tot=vandaag())

    _blijft_weg(zus)
    _blijft_voorbij(relatie)


@pytest.mark.parametrize("wat", ["een ander weg", "iets anders gedaan", "dat mocht niet"])
def test_alleen_dat_iemand_net_wegging_komt_terug(wat: str, bank: str) -> None:
    zus = _zus()
    if wat == "een ander weg":
        with wie("amira"):
            ergens = Betrokkenheid.objects.filter(casus=ANDER).exclude(rol="hoofdbetrokkene")
            betrokkenheid_beeindigen(ergens.get().pk, tot=vandaag())
    elif wat == "dat mocht niet":
        with wie("amira"):
            leg_vast(Act(handeling="betrokkene.beeindigd", object=zus, toegestaan=False))
    else:
        with wie("amira"):
            zijde_wisselen(
                zus,
                gelezen=Betrokkenheid.objects.get(pk=zus).zijde,
                zijde=1,
                reden="Zij staat aan deze kant.",
            )
    _bezet(bank, "UPDATE casus_betrokkenheid SET tot = current_date WHERE id = %s", zus)

    _blijft_weg(zus)


def test_na_tien_minuten_komt_niets_terug(bank: str) -> None:
    zus, relatie = _weg(), _voorbij()
    _bezet(bank, _ELF_MINUTEN)

    _blijft_weg(zus)
    _blijft_voorbij(relatie)


def test_in_een_gesloten_zaak_komt_niets_terug(bank: str) -> None:
    zus, relatie = _weg(), _voorbij()
    _bezet(bank, _SLUIT, CASUS)

    _blijft_weg(zus)
    _blijft_voorbij(relatie)


def test_uit_een_zaak_die_intussen_beperkt_is_zet_een_ander_niets_terug(bank: str) -> None:
    zus, relatie = _weg(), _voorbij()
    _bezet(bank, "UPDATE casus_casus SET beperkt = true WHERE id = %s", CASUS)

    _blijft_weg(zus)
    _blijft_voorbij(relatie)


@pytest.mark.parametrize("over", [None, 2])
def test_wie_opnieuw_in_de_zaak_kwam_staat_er_niet_dubbel(over: int | None, bank: str) -> None:
    zus = _weg()
    tot = None if over is None else vandaag() + timedelta(days=over)
    _bezet(bank, _ZELFDE_PERSOON, tot, zus)

    _blijft_weg(zus)


def test_zonder_kant_komt_niemand_terug_in_een_zaak_met_kanten(bank: str) -> None:
    """What is written about her from then on would be read on both sides."""
    _bezet(bank, "UPDATE casus_betrokkenheid SET zijde = NULL WHERE casus_id = %s", CASUS)
    zus = _weg()
    with wie("amira"):
        hoofd = Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene")
        zijde_wisselen(hoofd.pk, gelezen=None, zijde=1, reden="Zij staan tegenover elkaar.")

    _blijft_weg(zus)


def test_een_eerdere_keer_houdt_niemand_tegen(bank: str) -> None:
    zus = _weg()
    _bezet(bank, _ZELFDE_PERSOON, vandaag(), zus)
    _bezet(
        bank,
        "UPDATE casus_betrokkenheid SET vanaf = '2020-01-01', tot = '2020-02-01' "
        "WHERE casus_id = %s AND rol = 'overig' AND vanaf = current_date",
        CASUS,
    )

    with wie("amira"):
        assert betrokkenheid_herstellen(zus) == CASUS


def test_een_relatie_die_opnieuw_is_toegevoegd_staat_er_niet_dubbel(bank: str) -> None:
    relatie = _voorbij()
    _bezet(bank, _ZELFDE_RELATIE, relatie)

    _blijft_voorbij(relatie)


def test_een_relatie_komt_niet_terug_langs_een_zaak_waar_de_mensen_niet_in_zitten(
    bank: str,
) -> None:
    _blijft_voorbij(_voorbij(), casus=ANDER)


def test_na_een_verkeerde_dag_staat_ongedaan_maken_er_ook_later(bank: str) -> None:
    zus, relatie = _zus(), _relatie()
    amira = log_in(Client(), "amira")
    dag = vandaag().strftime("%d-%m-%Y")
    amira.post(f"/zaken/{CASUS}/personen/{zus}/einde", {"tot": dag})
    amira.post(f"/zaken/{CASUS}/relaties/{relatie}/einde", {"tot": dag})
    adressen = [
        f"/zaken/{CASUS}/personen/{zus}/herstellen",
        f"/zaken/{CASUS}/relaties/{relatie}/herstellen",
    ]
    blad = f"/zaken/{CASUS}/personen"
    # Later, by itself, and for nobody else.
    assert [adres in amira.get(blad).content.decode() for adres in adressen] == [True, True]
    joris = log_in(Client(), "joris").get(blad).content.decode()
    assert [adres in joris for adres in adressen] == [False, False]

    for adres in adressen:
        assert "weer zoals het was" in amira.post(adres, follow=True).content.decode()
        # A second click finds it back already.
        assert amira.post(adres, follow=True).status_code == 200

    assert [adres in amira.get(blad).content.decode() for adres in adressen] == [False, False]
    with wie("frank"):
        assert not Handeling.objects.filter(handeling="casus.geweigerd").exists()


def test_wie_te_laat_komt_leest_wat_nog_kan(bank: str) -> None:
    zus, relatie = _weg(), _voorbij()
    _bezet(bank, _ELF_MINUTEN)
    amira = log_in(Client(), "amira")
    assert "Ongedaan maken" not in amira.get(f"/zaken/{CASUS}/personen").content.decode()

    mens = amira.post(f"/zaken/{CASUS}/personen/{zus}/herstellen", follow=True)
    band = amira.post(f"/zaken/{CASUS}/relaties/{relatie}/herstellen", follow=True)

    assert "Voeg de persoon opnieuw toe" in mens.content.decode()
    assert "Voeg de relatie opnieuw toe" in band.content.decode()
    with wie("frank"):
        assert Handeling.objects.filter(handeling="casus.geweigerd", object=CASUS).count() == 2
