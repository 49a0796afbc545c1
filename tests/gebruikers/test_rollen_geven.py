# SPDX-License-Identifier: EUPL-1.2
"""A beheerder gives roles and a manager confirms them; nobody both, nobody for themselves."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from tests.bezetting import id_van
from tests.gebruikers.conftest import Als, Rol
from vangnet.gebruikers.beheer import (
    account_maken,
    rol_beeindigen,
    rol_bevestigen,
    rol_geven,
)
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.selectors import rollen_van
from vangnet.toegang.vrager import Vrager, als

DIRK = id_van("dirk")


def _rollen(gebruiker: UUID = DIRK) -> set[str]:
    """The roles that count, as that account itself sees them."""
    return {str(rol) for rol in rollen_van(Vrager(gebruiker))}


@pytest.mark.asvs("2.3.5")
def test_een_rol_werkt_pas_na_het_woord_van_een_tweede(wie: Als, rol: Rol) -> None:
    with wie("els"):
        gegeven = rol_geven(DIRK, rol())
    with wie("dirk"):
        assert _rollen() == set()
    with wie("mirjam"):
        assert rol_bevestigen(gegeven, akkoord=True) == DIRK
    with wie("dirk"):
        assert _rollen() == {"procesregisseur"}


def test_een_rol_zonder_inhoud_werkt_meteen(wie: Als, rol: Rol) -> None:
    with wie("els"):
        rol_geven(DIRK, rol("bestuur"))
    with wie("dirk"):
        assert _rollen() == {"bestuur"}


def test_een_afgewezen_rol_is_voorbij(wie: Als, rol: Rol) -> None:
    with wie("els"):
        gegeven = rol_geven(DIRK, rol())
    with wie("mirjam"):
        rol_bevestigen(gegeven, akkoord=False)
        with pytest.raises(NietToegestaan):
            rol_bevestigen(gegeven, akkoord=True)


def test_een_auditor_heeft_een_laatste_dag(wie: Als, rol: Rol) -> None:
    with wie("els"):
        with pytest.raises(NietToegestaan):
            rol_geven(DIRK, rol("auditor"))
        gegeven = rol_geven(DIRK, rol("auditor", tot=vandaag()))
    with wie("mirjam"):
        rol_bevestigen(gegeven, akkoord=True)
    with wie("dirk"):
        assert _rollen() == {"auditor"}


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("naam", ["amira", "joris", "mirjam", "frank", "auke", "bram", "opdracht"])
def test_alleen_een_beheerder_geeft_rollen(naam: str, wie: Als, rol: Rol) -> None:
    with wie(naam), pytest.raises(NietToegestaan):
        rol_geven(DIRK, rol())


@pytest.mark.parametrize("soort", [VragerSoort.OPDRACHT, VragerSoort.INVOER, VragerSoort.TAAK])
def test_alleen_een_mens_op_een_bladzijde_geeft_rollen(soort: VragerSoort, rol: Rol) -> None:
    nieuw = rol()

    with als(Vrager(id_van("els"), soort)), pytest.raises(NietToegestaan):
        rol_geven(DIRK, nieuw)


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("soort", ["procesregisseur", "bestuur", "beheerder", "manager"])
def test_een_beheerder_geeft_zichzelf_niets(soort: str, wie: Als, rol: Rol) -> None:
    with wie("els"), pytest.raises(NietToegestaan):
        rol_geven(id_van("els"), rol(soort))


@pytest.mark.asvs("8.2.1")
def test_een_beheerder_geeft_ook_een_tweede_account_op_zijn_adres_niets(wie: Als, rol: Rol) -> None:
    with wie("els"):
        tweede = account_maken(
            email="Els+2@proef.invalid", naam="Els Bosma", functie="", organisatie=None
        )
        with pytest.raises(NietToegestaan):
            rol_geven(tweede, rol("bestuur"))


@pytest.mark.parametrize(
    "anders",
    [
        {"taak": None},
        {"screening_op": None},
        {"screening_op": date(2100, 1, 1)},
        {"vanaf": date(2026, 1, 1)},
        {"organisatie": id_van("geen organisatie")},
        {"organisatie": None},
        {"rol": "opdrachtregel"},
        {"rol": "ketenpartner"},
    ],
    ids=str,
)
def test_een_rol_die_niet_klopt_wordt_niet_gegeven(
    anders: dict[str, Any], wie: Als, rol: Rol
) -> None:
    zonder_rol = {veld: waarde for veld, waarde in anders.items() if veld != "rol"}

    with wie("els"), pytest.raises(NietToegestaan):
        rol_geven(DIRK, rol(anders.get("rol", "procesregisseur"), **zonder_rol))


def test_de_opdrachtregel_krijgt_geen_rol(wie: Als, rol: Rol) -> None:
    systeem = Gebruiker.objects.get(systeemnaam__isnull=False)

    with wie("els"), pytest.raises(NietToegestaan):
        rol_geven(systeem.pk, rol())


@pytest.mark.parametrize("naam", ["ed", "bestaat niet"])
def test_wie_geen_lopend_account_heeft_krijgt_geen_rol(naam: str, wie: Als, rol: Rol) -> None:
    with wie("els"), pytest.raises(NietToegestaan):
        rol_geven(id_van(naam), rol())


def test_een_beheerder_krijgt_geen_rol_die_inhoud_leest(wie: Als, rol: Rol) -> None:
    with wie("els"):
        rol_geven(DIRK, rol("beheerder"))
        with pytest.raises(VangnetFout, match="gaat niet samen"):
            rol_geven(DIRK, rol("procesregisseur", vanaf=vandaag() + timedelta(days=30)))


def test_dezelfde_rol_twee_keer_wordt_geweigerd(wie: Als, rol: Rol) -> None:
    with wie("els"):
        rol_geven(DIRK, rol())
        with pytest.raises(VangnetFout, match="heeft deze rol al"):
            rol_geven(DIRK, rol())


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("naam", ["els", "amira", "frank", "dirk", "opdracht"])
def test_alleen_een_manager_bevestigt(naam: str, wie: Als, rol: Rol) -> None:
    with wie("els"):
        gegeven = rol_geven(DIRK, rol())
    with wie(naam), pytest.raises(NietToegestaan):
        rol_bevestigen(gegeven, akkoord=True)


@pytest.mark.asvs("2.3.5")
def test_een_manager_bevestigt_geen_rol_van_zichzelf(wie: Als, rol: Rol) -> None:
    with wie("els"):
        gegeven = rol_geven(id_van("mirjam"), rol("privacy_officer"))
    with wie("mirjam"), pytest.raises(NietToegestaan):
        rol_bevestigen(gegeven, akkoord=True)


@pytest.mark.asvs("2.3.5")
def test_wie_een_rol_gaf_bevestigt_hem_later_niet_als_manager(wie: Als, rol: Rol) -> None:
    """Dirk was beheerder when he gave it and is manager when he looks at it again."""
    with wie("els"):
        beheert = rol_geven(DIRK, rol("beheerder"))
    with wie("dirk"):
        gegeven = rol_geven(id_van("koos"), rol("manager"))
    with wie("els"):
        rol_beeindigen(beheert, tot=None)
        leidt = rol_geven(DIRK, rol("manager"))
    with wie("mirjam"):
        rol_bevestigen(leidt, akkoord=True)
    with wie("dirk"), pytest.raises(NietToegestaan):
        rol_bevestigen(gegeven, akkoord=True)


@pytest.mark.asvs("8.3.2")
@pytest.mark.parametrize("naam", ["els", "mirjam"])
def test_een_beeindigde_rol_werkt_meteen_niet_meer(naam: str, wie: Als) -> None:
    with wie("els"), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM toegang_accountrol WHERE gebruiker = %s", [id_van("joris")])
        gevonden = cursor.fetchone()[0]
    with wie("joris"):
        assert _rollen(id_van("joris")) == {"procesondersteuner"}
    with wie(naam):
        rol_beeindigen(gevonden, tot=None)
    with wie("joris"):
        assert _rollen(id_van("joris")) == set()


@pytest.mark.parametrize("naam", ["els", "mirjam"])
def test_niemand_beeindigt_een_eigen_rol(naam: str, wie: Als) -> None:
    """Else the last beheerder or manager goes with one click."""
    with wie(naam), pytest.raises(NietToegestaan):
        rol_beeindigen(id_van(f"rol-{naam}"), tot=None)


def test_een_laatste_dag_komt_alleen_dichterbij(wie: Als, rol: Rol) -> None:
    with wie("els"):
        gegeven = rol_geven(DIRK, rol("bestuur", tot=vandaag() + timedelta(days=10)))
        rol_beeindigen(gegeven, tot=vandaag() + timedelta(days=5))
        with pytest.raises(NietToegestaan):
            rol_beeindigen(gegeven, tot=vandaag() + timedelta(days=6))


@pytest.mark.parametrize("naam", ["amira", "frank", "dirk", "auke"])
def test_alleen_beheerder_en_manager_beeindigen_een_rol(naam: str, wie: Als, rol: Rol) -> None:
    with wie("els"):
        gegeven = rol_geven(DIRK, rol("bestuur"))
    with wie(naam), pytest.raises(NietToegestaan):
        rol_beeindigen(gegeven, tot=None)


@pytest.mark.asvs("16.3.3")
def test_elke_handeling_staat_in_het_journaal(wie: Als, rol: Rol) -> None:
    with wie("els"):
        gegeven = rol_geven(DIRK, rol())
    with wie("mirjam"), connection.cursor() as cursor:
        rol_bevestigen(gegeven, akkoord=True)
        rol_beeindigen(gegeven, tot=None)
        cursor.execute(
            "SELECT handeling, aantallen FROM journaal_handeling WHERE object = %s ORDER BY moment",
            [gegeven],
        )
        # Mirjam sees her own trace; what Els did is not among it.
        assert cursor.fetchall() == [
            ("rol.bevestigd", '{"procesregisseur": 1}'),
            ("rol.beeindigd", '{"procesregisseur": 1}'),
        ]


def test_wie_een_rol_geeft_ziet_dat_in_het_eigen_spoor(wie: Als, rol: Rol) -> None:
    with wie("els"), connection.cursor() as cursor:
        gegeven = rol_geven(DIRK, rol())
        cursor.execute(
            "SELECT h.handeling, h.velden, o.soort, o.onderwerp FROM journaal_handeling h "
            "JOIN journaal_onderwerp o ON o.handeling_id = h.id WHERE h.object = %s",
            [gegeven],
        )
        velden = ["rol", "organisatie", "taak", "screening_op", "vanaf", "tot"]
        assert cursor.fetchall() == [("rol.gegeven", velden, "gebruiker", DIRK)]
