# SPDX-License-Identifier: EUPL-1.2
"""A rol that a coordinator hands over: who is asked then for the overleggen to come."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from vangnet.casus.deelname import Plek, rol_overdragen, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.daden import roep
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Genodigde, Overleg
from vangnet.overleg.services import (
    Nieuw,
    genodigde_weglaten,
    overleg_plannen,
    rol_en_uitnodigingen_overdragen,
)
from vangnet.toegang.vrager import Vrager, als

CASUS, BRAM, CHANTAL = id_van("casus"), id_van("bram"), id_van("chantal")


@pytest.fixture
def overleggen(db: None) -> Sequence[UUID]:
    """Bram takes part, and is asked for an overleg in three days and one in ten."""
    _doe_mee("bram")
    with als(Vrager(id_van("amira"))):
        return [
            overleg_plannen(
                Nieuw(datum=_over(dagen), soort="casusoverleg"), [CASUS], door=id_van("amira")
            )
            for dagen in (3, 10)
        ]


def _doe_mee(naam: str) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van(naam), id_van("ggz"), RolSoort.DEELNEMER))
    with als(Vrager(id_van(naam))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van(naam), antwoord__isnull=True)
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)


def _over(dagen: int) -> date:
    return vandaag() + timedelta(days=dagen)


def _rol(wie: UUID) -> UUID:
    with als(Vrager(id_van("amira"))):
        lopend = {"antwoord": "aanvaard", "beeindigd_op": None, "vanaf__lte": vandaag()}
        return CasusRol.objects.get(casus=CASUS, gebruiker=wie, **lopend).pk


def _draag_over(van: UUID, aan: UUID, *, tot: date | None = None) -> UUID:
    rol = _rol(van)
    with als(Vrager(id_van("cor"))):
        rol_en_uitnodigingen_overdragen(rol, aan=aan, tot=tot)
    return rol


def _gevraagd(overleg: UUID) -> set[str]:
    with als(Vrager(id_van("amira"))):
        rijen = Genodigde.objects.filter(agendapunt__overleg=overleg, weggelaten_op__isnull=True)
        return set(rijen.values_list("gebruiker__naam", flat=True))


def _ziet(wie: UUID) -> set[UUID]:
    with als(Vrager(wie)):
        return set(Overleg.objects.values_list("pk", flat=True))


def test_wie_de_rol_overneemt_is_gevraagd_in_de_plaats_van_wie_hem_had(
    overleggen: Sequence[UUID],
) -> None:
    _draag_over(BRAM, CHANTAL)

    assert [_gevraagd(een) for een in overleggen] == [{"Chantal Visser"}, {"Chantal Visser"}]
    assert _ziet(CHANTAL) == set(overleggen)
    assert _ziet(BRAM) == set()
    assert [(een.gebruiker, een.casus) for een in in_het_journaal("genodigde.overgenomen")] == [
        (id_van("cor"), CASUS)
    ] * 2


def test_wie_de_rol_een_paar_dagen_heeft_is_alleen_voor_die_dagen_gevraagd(
    overleggen: Sequence[UUID],
) -> None:
    _draag_over(BRAM, CHANTAL, tot=_over(5))

    assert [_gevraagd(een) for een in overleggen] == [{"Chantal Visser"}, {"Bram Douma"}]


def test_wie_de_rol_terugkrijgt_is_weer_gevraagd(overleggen: Sequence[UUID]) -> None:
    _draag_over(BRAM, CHANTAL)
    _draag_over(CHANTAL, BRAM)

    assert [_gevraagd(een) for een in overleggen] == [{"Bram Douma"}, {"Bram Douma"}]


def test_waar_wie_de_rol_had_niet_was_gevraagd_is_de_opvolger_dat_ook_niet(
    overleggen: Sequence[UUID],
) -> None:
    with als(Vrager(id_van("amira"))):
        wie = Genodigde.objects.get(agendapunt__overleg=overleggen[0], gebruiker=BRAM)
        genodigde_weglaten(wie.pk, weg=True)

    _draag_over(BRAM, CHANTAL)

    assert [_gevraagd(een) for een in overleggen] == [set(), {"Chantal Visser"}]


def test_alleen_de_coordinator_laat_een_uitnodiging_overnemen_en_alleen_na_de_rol(
    overleggen: Sequence[UUID],
) -> None:
    rol = _rol(BRAM)
    with als(Vrager(id_van("cor"))), pytest.raises(NietToegestaan):
        roep("overleg.neem_uitnodigingen_over(%s, %s)", rol)
    with als(Vrager(id_van("cor"))):
        rol_overdragen(rol, aan=CHANTAL, tot=None)
    for naam in ("amira", "bram", "chantal", "piet", "els"):
        with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
            roep("overleg.neem_uitnodigingen_over(%s, %s)", rol)

    assert [_gevraagd(een) for een in overleggen] == [{"Bram Douma"}, {"Bram Douma"}]


def test_wie_weer_meedoet_houdt_de_eigen_uitnodiging(overleggen: Sequence[UUID]) -> None:
    rol = _rol(BRAM)
    with als(Vrager(id_van("cor"))):
        rol_overdragen(rol, aan=CHANTAL, tot=None)
    _doe_mee("bram")

    with als(Vrager(id_van("cor"))), pytest.raises(NietToegestaan):
        roep("overleg.neem_uitnodigingen_over(%s, %s)", rol)
