# SPDX-License-Identifier: EUPL-1.2
"""Inviting into a casus in which people stand opposite each other: a side, or both said so."""

from collections.abc import Iterator, Mapping, Set
from uuid import UUID

import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.casus.test_deelname import _bezet, _casus, wie
from tests.databank import kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.zijden import gevraagd_zonder_kant
from vangnet.kern.fouten import NietToegestaan

CASUS = _casus("lopend")
CHANTAL = Plek(id_van("chantal"), id_van("ggz"), RolSoort.DEELNEMER)
NOG_NIEMAND = Plek(None, id_van("ggz"), RolSoort.DEELNEMER)
HUIS = Plek(id_van("amira"), None, RolSoort.REGISSEUR)
_MENS = "UPDATE casus_betrokkenheid SET zijde = 1 WHERE casus_id = %s AND rol = 'hoofdbetrokkene'"
_WEG = """
    UPDATE casus_betrokkenheid SET zijde = 2, tot = current_date - 1
     WHERE casus_id = %s AND rol = 'ander_gezinslid'
"""
_PARTNER = "UPDATE casus_casusrol SET zijde = 1 WHERE casus_id = %s"


@pytest.fixture
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A clone with a casus for each relation, in which nobody stands on a side yet."""
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        _bezet(naam, "UPDATE casus_betrokkenheid SET zijde = NULL")
        _bezet(naam, "UPDATE casus_casusrol SET zijde = NULL")
        yield naam


def _erbij(plek: Plek) -> CasusRol:
    """The place as it was made."""
    with wie("amira"):
        return CasusRol.objects.get(
            casus=CASUS, gebruiker=plek.gebruiker, organisatie=plek.organisatie, rol=str(plek.rol)
        )


@pytest.mark.parametrize("kant", [_MENS, _PARTNER], ids=["een-mens", "een-partner"])
@pytest.mark.parametrize("plek", [CHANTAL, NOG_NIEMAND], ids=["op-naam", "organisatie"])
def test_waar_mensen_tegenover_elkaar_staan_komt_geen_partner_zonder_kant(
    plek: Plek, kant: str, bank: str
) -> None:
    _bezet(bank, kant, CASUS)

    with pytest.raises(NietToegestaan), wie("amira"):
        uitnodigen(CASUS, plek)
    with wie("amira"):
        uitnodigen(CASUS, plek, beide_kanten=True)
    assert _erbij(plek).zijde is None


def test_een_gekozen_kant_geldt(bank: str) -> None:
    _bezet(bank, _MENS, CASUS)

    with wie("amira"):
        uitnodigen(CASUS, CHANTAL, zijde=2)

    assert _erbij(CHANTAL).zijde == 2


def test_wie_uit_een_zaak_met_kanten_ging_wordt_nog_gezien_dus_een_kant_moet(bank: str) -> None:
    _bezet(bank, _WEG, CASUS)

    with pytest.raises(NietToegestaan), wie("amira"):
        uitnodigen(CASUS, CHANTAL)


@pytest.mark.parametrize(
    ("plek", "zijde", "beide"),
    [(HUIS, 1, False), (CHANTAL, 1, True), (CHANTAL, 0, False), (CHANTAL, 3, False)],
    ids=["huis-aan-een-kant", "een-kant-en-beide", "kant-0", "kant-3"],
)
def test_een_kant_die_niet_kan_wordt_geweigerd(
    plek: Plek, zijde: int, beide: bool, bank: str
) -> None:
    _bezet(bank, _MENS, CASUS)

    with pytest.raises(NietToegestaan), wie("amira"):
        uitnodigen(CASUS, plek, zijde=zijde, beide_kanten=beide)


def test_wie_voor_het_huis_werkt_heeft_geen_kant_nodig(bank: str) -> None:
    _bezet(bank, _MENS, CASUS)

    with wie("amira"):
        uitnodigen(CASUS, HUIS)

    assert _erbij(HUIS).zijde is None


def _zonder_kant(naam: str) -> Mapping[UUID, Set[UUID]]:
    with wie(naam):
        return gevraagd_zonder_kant(CASUS)


def test_wie_zonder_kant_is_gevraagd_staat_er_met_wie_daarna_aan_een_kant_kwam(bank: str) -> None:
    with wie("amira"):
        for casus in (CASUS, _casus("heropend")):
            uitnodigen(casus, CHANTAL)
        hoofd = Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene").pk
    assert _zonder_kant("amira") == {}
    for casus in (CASUS, _casus("heropend")):
        _bezet(bank, _MENS, casus)

    assert _zonder_kant("amira") == {_erbij(CHANTAL).pk: {hoofd}}
    assert _zonder_kant("joris") == {}


@pytest.mark.parametrize("erop", [True, False])
def test_van_een_beperkte_zaak_leest_dat_alleen_een_regisseur_die_erop_staat(
    erop: bool, bank: str
) -> None:
    with wie("amira"):
        uitnodigen(CASUS, CHANTAL)
        if erop:
            uitnodigen(CASUS, HUIS)
    _bezet(bank, _MENS, CASUS)
    _bezet(bank, "UPDATE casus_casus SET beperkt = true WHERE id = %s", CASUS)

    assert len(_zonder_kant("amira")) == int(erop)


def test_kanten_van_een_andere_zaak_vragen_niets(bank: str) -> None:
    for opdracht in (_MENS, _PARTNER):
        _bezet(bank, opdracht, _casus("heropend"))

    with wie("amira"):
        uitnodigen(CASUS, CHANTAL)

    assert _erbij(CHANTAL).zijde is None
