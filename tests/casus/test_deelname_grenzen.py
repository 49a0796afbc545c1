# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the queries are put together from the test's own words
"""The borders of the acts of test_deelname.py: rollen and designations that don't count."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.casus.test_deelname import _casus, _rol, _ziet, wie
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from vangnet.casus.deelname import (
    Plek,
    beperkt_zetten,
    kenmerken,
    rol_beeindigen,
    rol_overdragen,
    uitnodigen,
    uitnodiging_beantwoorden,
)
from vangnet.casus.regels import RolSoort
from vangnet.kern.daden import roep
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag

Bezet = Callable[..., None]
_LOOPT = {"antwoord": "aanvaard", "vanaf": "2024-03-01", "tot": None, "beeindigd_op": None}
# Rollen of a regisseur that don't count, each for a reason of its own.
TELT_NIET = {
    "niet aanvaard": {"antwoord": None, "vanaf": None},
    "beeindigd": {"beeindigd_op": "2024-04-01"},
    "nog niet": {"vanaf": "2100-01-01"},
    "voorbij": {"tot": "2024-04-01"},
    "andere rol": {"rol": "procesondersteuner"},
    "andere zaak": {"geval": "traject"},
}
elke_die_niet_telt = pytest.mark.parametrize("anders", TELT_NIET.values(), ids=list(TELT_NIET))


@pytest.fixture(scope="module")
def gedeeld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.fixture
def bezet(gedeeld: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Bezet]:
    """Prepare the clone as its superuser; what was written is put back after the test."""
    with django_db_blocker.unblock(), cluster().verbind(BEHEERDER, gedeeld) as beheer:

        def doe(opdracht: str, *waarden: object) -> None:
            beheer.execute(opdracht.encode(), list(waarden))

        yield doe
        _zet_terug(beheer)


def _zet_terug(beheer: psycopg.Connection) -> None:
    for opdracht in (
        "DELETE FROM casus_casusrol WHERE organisatie_id IS NULL AND uitgenodigd_op IS NULL",
        "UPDATE toegang_accountrol SET tot = '2023-12-31' "
        f"WHERE gebruiker = '{id_van('oda')}' AND rol = 'procesregisseur'",
        f"UPDATE toegang_accountrol SET organisatie = '{id_van('ggz')}' "
        f"WHERE gebruiker = '{id_van('bram')}'",
        "UPDATE casus_casusrol SET rol = 'deelnemer', tot = NULL "
        f"WHERE id = '{id_van('rol-lopend')}'",
        f"DELETE FROM afsluiting_afsluiting WHERE casus_id = '{_casus('uitgenodigd')}'",
    ):
        beheer.execute(opdracht.encode())


def _zet_rol(bezet: Bezet, naam: str, in_: str, **anders: object) -> None:
    velden = _LOOPT | {"rol": "regisseur", "geval": in_} | anders
    bezet(
        "INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, rol, antwoord, vanaf, tot, "
        "beeindigd_op) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
        uuid4(),
        _casus(str(velden["geval"])),
        id_van(naam),
        *(velden[een] for een in ("rol", "antwoord", "vanaf", "tot", "beeindigd_op")),
    )


def _oda_werkt_weer(bezet: Bezet) -> None:
    bezet(
        "UPDATE toegang_accountrol SET tot = NULL WHERE gebruiker = %s AND rol = 'procesregisseur'",
        id_van("oda"),
    )


def test_een_regisseur_die_telt_is_genoeg_om_te_beperken(bezet: Bezet) -> None:
    _oda_werkt_weer(bezet)
    _zet_rol(bezet, "oda", "lopend")

    zag = _ziet("amira", "lopend")
    with wie("amira"):
        beperkt_zetten(_casus("lopend"), beperkt=True)
    ziet = (_ziet("amira", "lopend"), _ziet("oda", "lopend"))
    bezet("UPDATE casus_casus SET beperkt = false WHERE id = %s", _casus("lopend"))

    assert (zag, *ziet) == (True, False, True)


@elke_die_niet_telt
def test_met_een_regisseur_die_niet_telt_wordt_niets_beperkt(
    anders: dict[str, object], bezet: Bezet
) -> None:
    _oda_werkt_weer(bezet)
    _zet_rol(bezet, "oda", "lopend", **anders)

    with pytest.raises(NietToegestaan), wie("amira"):
        beperkt_zetten(_casus("lopend"), beperkt=True)


def test_met_een_regisseur_wiens_accountrol_voorbij_is_wordt_niets_beperkt(bezet: Bezet) -> None:
    _zet_rol(bezet, "oda", "lopend")

    with pytest.raises(NietToegestaan), wie("amira"):
        beperkt_zetten(_casus("lopend"), beperkt=True)


@elke_die_niet_telt
def test_wie_zelf_geen_regisseur_is_die_telt_opent_niets(
    anders: dict[str, object], bezet: Bezet
) -> None:
    _oda_werkt_weer(bezet)
    _zet_rol(bezet, "oda", "beperkt")
    _zet_rol(bezet, "amira", "beperkt", rol="procesondersteuner")
    _zet_rol(bezet, "amira", "beperkt", **anders)

    with pytest.raises(NietToegestaan), wie("amira"):
        beperkt_zetten(_casus("beperkt"), beperkt=False)


@pytest.mark.parametrize(
    ("opdracht", "waarde"),
    [
        (
            "INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, resultaat) "
            "VALUES (gen_random_uuid(), %s, '2024-05-01', 'deels')",
            _casus("uitgenodigd"),
        ),
        (
            f"UPDATE toegang_accountrol SET organisatie = '{id_van('politie')}' "
            "WHERE gebruiker = %s",
            id_van("bram"),
        ),
    ],
    ids=["zaak gesloten", "niet meer aangewezen"],
)
def test_een_uitnodiging_die_is_ingehaald_wordt_niet_aanvaard(
    opdracht: str, waarde: UUID, bezet: Bezet
) -> None:
    bezet(opdracht, waarde)

    with pytest.raises(NietToegestaan), wie("bram"):
        uitnodiging_beantwoorden(id_van("rol-uitgenodigd"), aanvaard=True)


@pytest.mark.parametrize("geval", ["geweigerd", "voorbij", "beeindigd"])
def test_wat_al_voorbij_is_eindigt_niet_nog_eens(geval: str, bezet: Bezet) -> None:
    rol = _rol("bram", geval)

    with pytest.raises(NietToegestaan), wie("amira"):
        rol_beeindigen(rol)


def test_een_vervanging_duurt_niet_langer_dan_de_rol(bezet: Bezet) -> None:
    dag = vandaag() + timedelta(days=5)
    bezet("UPDATE casus_casusrol SET tot = %s WHERE id = %s", dag, id_van("rol-lopend"))

    with pytest.raises(NietToegestaan), wie("cor"):
        rol_overdragen(id_van("rol-lopend"), aan=id_van("chantal"), tot=dag + timedelta(days=1))


def test_alleen_de_rol_van_een_deelnemer_wordt_overgedragen(bezet: Bezet) -> None:
    bezet("UPDATE casus_casusrol SET rol = 'trajectbegeleider' WHERE id = %s", id_van("rol-lopend"))

    with pytest.raises(NietToegestaan), wie("cor"):
        rol_overdragen(id_van("rol-lopend"), aan=id_van("chantal"), tot=None)


@pytest.mark.parametrize("geval", ["beeindigd", "gesloten", "geweigerd", "voorbij", "overgedragen"])
def test_het_kenmerk_blijft_niet_bekend_na_het_einde(geval: str, bezet: Bezet) -> None:
    rol = _rol("bram", geval)

    with wie("bram"):
        assert rol not in kenmerken()
    with wie("cor"):
        assert rol not in kenmerken()


def test_een_kant_die_er_niet_is_wordt_geweigerd(bezet: Bezet) -> None:
    plek = Plek(id_van("chantal"), id_van("ggz"), RolSoort.DEELNEMER)

    with pytest.raises(NietToegestaan), wie("amira"):
        uitnodigen(_casus("lopend"), plek, zijde=10)


def test_een_rol_die_er_niet_is_wordt_geweigerd(bezet: Bezet) -> None:
    """Mirjam has an account role of that name, so only the list of rollen stands in the way."""
    with pytest.raises(NietToegestaan), wie("amira"):
        roep(
            "casus.nodig_uit(%s, %s, %s, %s, %s, %s, %s)",
            _casus("lopend"),
            id_van("mirjam"),
            None,
            "manager",
            None,
            False,
        )
