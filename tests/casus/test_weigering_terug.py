# SPDX-License-Identifier: EUPL-1.2
"""Undoing that one declined an invitation: by the same person, for ten minutes."""

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
from vangnet.casus.deelname import (
    Plek,
    kenmerken,
    net_geweigerd,
    rol_beeindigen,
    uitnodigen,
    uitnodiging_beantwoorden,
    weigering_terugnemen,
)
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als

CASUS, GGZ = id_van(casus_van("uitgenodigd")), id_van("ggz")
# As if the answer was given eleven minutes ago; of other rollen there are fresh rows of history.
_ELF_MINUTEN = """
    UPDATE casus_casusrolevent SET pgh_created_at = now() - interval '11 minutes'
     WHERE pgh_obj_id = %s
"""
_EEN_ANDER_ANTWOORDT = """
    UPDATE casus_casusrol SET antwoord = 'aanvaard', vanaf = current_date
     WHERE casus_id = %s AND gebruiker_id = %s
"""
_SLUIT = """
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, resultaat)
    VALUES (gen_random_uuid(), %s, current_date, 'deels')
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


def _rol() -> UUID:
    with wie("bram"):
        return CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram")).pk


def _geweigerd() -> UUID:
    """Bram says no to his invitation."""
    rol = _rol()
    with wie("bram"):
        uitnodiging_beantwoorden(rol, aanvaard=False)
    return rol


def _niet_terug(rol: UUID, wie_het_doet: str = "bram") -> None:
    with wie(wie_het_doet):
        assert rol not in net_geweigerd()
    with pytest.raises(NietToegestaan), wie(wie_het_doet):
        weigering_terugnemen(rol)


def test_wie_weigerde_maakt_dat_ongedaan_en_kan_weer_ja_zeggen(bank: str) -> None:
    rol = _geweigerd()
    with wie("bram"):
        assert rol in net_geweigerd()
        assert weigering_terugnemen(rol) == CASUS
    with wie("bram"):
        eigen = Handeling.objects.filter(gebruiker=id_van("bram"), handeling__startswith="casusrol")
        sporen = list(eigen.order_by("moment").values_list("handeling", "casus", "velden"))
        assert uitnodiging_beantwoorden(rol, aanvaard=True) == CASUS

    assert sporen == [
        ("casusrol.geweigerd", CASUS, ["antwoord", "vanaf"]),
        ("casusrol.weer_gevraagd", CASUS, ["antwoord"]),
    ]


@pytest.mark.parametrize("ander", ["chantal", "amira", "joris"])
def test_een_ander_maakt_een_weigering_niet_ongedaan(ander: str, bank: str) -> None:
    _niet_terug(_geweigerd(), ander)


def test_na_tien_minuten_blijft_nee_nee(bank: str) -> None:
    rol = _geweigerd()
    with wie("amira"):
        plek = Plek(id_van("chantal"), GGZ, RolSoort.DEELNEMER)
        uitnodigen(CASUS, plek, zijde=1)
    _bezet(bank, _EEN_ANDER_ANTWOORDT, CASUS, id_van("chantal"))
    _bezet(bank, _ELF_MINUTEN, rol)

    _niet_terug(rol)


def test_een_latere_wijziging_van_de_rol_geeft_geen_nieuwe_tien_minuten(bank: str) -> None:
    rol = _geweigerd()
    _bezet(bank, _ELF_MINUTEN, rol)
    _bezet(bank, "UPDATE casus_casusrol SET zijde = 1 WHERE id = %s", rol)

    _niet_terug(rol)


def test_wie_alweer_is_uitgenodigd_is_niet_dubbel_gevraagd(bank: str) -> None:
    rol = _geweigerd()
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("bram"), GGZ, RolSoort.DEELNEMER), zijde=1)

    _niet_terug(rol)


@pytest.mark.parametrize(
    ("opdracht", "waarden"),
    [
        (_SLUIT, [CASUS]),
        ("UPDATE casus_casus SET beperkt = true WHERE id = %s", [CASUS]),
        (
            "UPDATE toegang_accountrol SET organisatie = %s WHERE gebruiker = %s",
            [id_van("politie"), id_van("bram")],
        ),
    ],
    ids=["gesloten", "beperkt", "niet-aangewezen"],
)
def test_een_uitnodiging_komt_niet_terug(opdracht: str, waarden: list[object], bank: str) -> None:
    rol = _geweigerd()
    _bezet(bank, opdracht, *waarden)

    _niet_terug(rol)


def test_een_aanvaarde_en_beeindigde_rol_is_geen_weigering(bank: str) -> None:
    rol = _rol()
    with wie("bram"):
        uitnodiging_beantwoorden(rol, aanvaard=True)
    with wie("bram"):
        rol_beeindigen(rol)

    _niet_terug(rol)


def test_het_kenmerk_blijft_niet_bekend_na_tien_minuten(bank: str) -> None:
    rol = _geweigerd()
    with wie("bram"):
        assert rol not in kenmerken()
    _bezet(bank, _ELF_MINUTEN, rol)

    assert "Net geweigerd" not in log_in(Client(), "bram").get("/werk/").content.decode()


def test_wat_net_is_geweigerd_telt_niet_als_uitnodiging(bank: str) -> None:
    def geteld() -> int:
        vrager = Vrager(id_van("bram"))
        with als(vrager):
            return telling_van(kijker_van(vrager), dag=vandaag(), sinds=None)["uitnodigingen"]

    voor = geteld()
    rol = _geweigerd()
    na = geteld()
    with wie("bram"):
        weigering_terugnemen(rol)

    assert (voor - 1, voor) == (na, geteld())


def test_na_een_verkeerde_klik_staat_de_uitnodiging_er_ook_later_weer(bank: str) -> None:
    rol = _rol()
    bram = log_in(Client(), "bram")
    adres = f"/zaken/uitnodigingen/{rol}/ongedaan"
    bram.post(f"/zaken/uitnodigingen/{rol}", {"antwoord": "nee"})
    # Later, by itself: after a reload, on both pages.
    assert adres in bram.get("/werk/").content.decode()
    assert adres in bram.get("/zaken/").content.decode()

    eerste = bram.post(adres, follow=True)
    tweede = bram.post(adres, follow=True)

    assert "De uitnodiging staat er weer." in eerste.content.decode()
    assert tweede.status_code == 200
    blad = bram.get("/werk/").content.decode()
    assert "Net geweigerd" not in blad
    assert f'action="/zaken/uitnodigingen/{rol}"' in blad


def _nog_eens_gevraagd(*, en_daarna: bool) -> UUID:
    """Bram is asked again after his no; en_daarna: what he answers."""
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("bram"), GGZ, RolSoort.DEELNEMER), zijde=1)
    with wie("bram"):
        nieuw = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"), antwoord=None).pk
        uitnodiging_beantwoorden(nieuw, aanvaard=en_daarna)
    return nieuw


def test_wie_twee_keer_nee_zei_maakt_alleen_het_laatste_ongedaan(bank: str) -> None:
    eerste, laatste = _geweigerd(), _nog_eens_gevraagd(en_daarna=False)

    blad = log_in(Client(), "bram").get("/werk/").content.decode()

    assert f"{eerste}/ongedaan" not in blad
    assert f"{laatste}/ongedaan" in blad
    _niet_terug(eerste)
    with wie("bram"):
        assert weigering_terugnemen(laatste) == CASUS


def test_van_twee_weigeringen_op_hetzelfde_moment_gevraagd_is_er_een_ongedaan_te_maken(
    bank: str,
) -> None:
    rollen = {_geweigerd(), _nog_eens_gevraagd(en_daarna=False)}
    tegelijk = "UPDATE casus_casusrol SET aangemaakt_op = now() WHERE id = ANY(%s)"
    _bezet(bank, tegelijk, list(rollen))

    with wie("bram"):
        assert len(rollen & net_geweigerd().keys()) == 1


def test_een_latere_uitnodiging_voor_een_andere_organisatie_staat_niet_in_de_weg(bank: str) -> None:
    eerste, laatste = _geweigerd(), _nog_eens_gevraagd(en_daarna=False)
    elders = "UPDATE casus_casusrol SET organisatie_id = %s WHERE id = %s"
    _bezet(bank, elders, id_van("politie"), laatste)

    with wie("bram"):
        assert weigering_terugnemen(eerste) == CASUS


def test_wie_intussen_voor_een_andere_organisatie_is_gevraagd_is_niet_dubbel_gevraagd(
    bank: str,
) -> None:
    rol = _geweigerd()
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("bram"), GGZ, RolSoort.DEELNEMER), zijde=1)
        nieuw = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"), antwoord=None).pk
    elders = "UPDATE casus_casusrol SET organisatie_id = %s WHERE id = %s"
    _bezet(bank, elders, id_van("politie"), nieuw)

    _niet_terug(rol)


def test_een_latere_uitnodiging_van_een_ander_of_elders_staat_niet_in_de_weg(bank: str) -> None:
    rol = _geweigerd()
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("chantal"), GGZ, RolSoort.DEELNEMER), zijde=1)
        uitnodigen(id_van("casus"), Plek(id_van("bram"), GGZ, RolSoort.DEELNEMER))

    with wie("bram"):
        assert weigering_terugnemen(rol) == CASUS


def test_wie_na_een_nee_meedeed_en_uitstapte_krijgt_dat_nee_niet_terug(bank: str) -> None:
    eerste, laatste = _geweigerd(), _nog_eens_gevraagd(en_daarna=True)
    with wie("bram"):
        rol_beeindigen(laatste)

    _niet_terug(eerste)


def test_wie_te_laat_komt_leest_wat_nog_kan(bank: str) -> None:
    rol = _geweigerd()
    _bezet(bank, _ELF_MINUTEN, rol)

    antwoord = log_in(Client(), "bram").post(f"/zaken/uitnodigingen/{rol}/ongedaan", follow=True)

    assert antwoord.redirect_chain == [("/zaken/", 302)]
    assert "Vraag de regisseur om een nieuwe uitnodiging." in antwoord.content.decode()
    with wie("frank"):
        assert Handeling.objects.filter(handeling="deelname.geweigerd", object=rol).count() == 1
