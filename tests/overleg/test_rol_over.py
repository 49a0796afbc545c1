# SPDX-License-Identifier: EUPL-1.2
"""A rol that a coordinator hands over: who is asked then for the overleggen to come."""

import threading
from collections.abc import Sequence
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from tests.bezetting import id_van
from tests.databank import cluster
from tests.opgeschreven import in_het_journaal
from tests.toegang.proefbank import als_app, zitting
from tests.wachten import tot_er_wachten
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Genodigde, Overleg, Verslag
from vangnet.overleg.services import (
    Besproken,
    Nieuw,
    genodigde_weglaten,
    overleg_plannen,
    punt_bespreken,
    rol_en_uitnodigingen_overdragen,
)
from vangnet.toegang.vrager import Vrager, als

CASUS, BRAM, CHANTAL = id_van("casus"), id_van("bram"), id_van("chantal")


@pytest.fixture
def overleggen(db: None) -> Sequence[UUID]:
    """Bram takes part, and is asked for an overleg in three days and one in ten."""
    _doe_mee("bram")
    return [_plan(3), _plan(10)]


def _plan(dagen: int, aanvang: time | None = None) -> UUID:
    nieuw = Nieuw(datum=_over(dagen), aanvang=aanvang, soort="casusoverleg")
    with als(Vrager(id_van("amira"))):
        return overleg_plannen(nieuw, [CASUS], door=id_van("amira"))


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


def test_wie_de_rol_niet_mag_overdragen_laat_ook_geen_uitnodiging_overnemen(
    overleggen: Sequence[UUID],
) -> None:
    rol = _rol(BRAM)
    for naam in ("amira", "bram", "chantal", "piet", "els"):
        with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
            rol_en_uitnodigingen_overdragen(rol, aan=CHANTAL, tot=None)

    assert [_gevraagd(een) for een in overleggen] == [{"Bram Douma"}, {"Bram Douma"}]


@pytest.mark.usefixtures("overleggen")
def test_wie_niet_meer_is_uitgenodigd_vindt_dat_in_het_eigen_spoor() -> None:
    _draag_over(BRAM, CHANTAL)

    with als(Vrager(id_van("frank"))):
        over = Onderwerp.objects.filter(handeling__handeling="genodigde.weggelaten", onderwerp=BRAM)
        assert over.count() == 2


@pytest.mark.parametrize(
    ("aanvang", "gevraagd"),
    [(time(0), {"Bram Douma"}), (time(23, 59), {"Chantal Visser"}), (None, {"Chantal Visser"})],
)
def test_een_overleg_van_vandaag_gaat_alleen_over_als_het_nog_niet_begon(
    aanvang: time | None, gevraagd: set[str], db: None
) -> None:
    _doe_mee("bram")
    vandaag_ = _plan(0, aanvang)

    _draag_over(BRAM, CHANTAL)

    assert _gevraagd(vandaag_) == gevraagd


@pytest.mark.parametrize(("aanvang", "vast"), [(None, False), (time(23, 59), True)])
def test_waarover_al_is_geschreven_houdt_wie_er_was(
    aanvang: time | None, vast: bool, db: None
) -> None:
    _doe_mee("bram")
    overleg = _plan(0, aanvang)
    with als(Vrager(id_van("amira"))):
        verslag = Verslag.objects.get(agendapunt__overleg=overleg)
        besproken = Besproken(gelezen=verslag.versie, tekst="Het ging goed.", besluit="")
        punt_bespreken(verslag.pk, besproken, door=id_van("amira"), vaststellen=vast)

    _draag_over(BRAM, CHANTAL)

    assert _gevraagd(overleg) == {"Bram Douma"}


def test_een_verslag_dat_intussen_wordt_vastgesteld_houdt_wie_er_was(eigen_databank: str) -> None:
    _doe_mee("bram")
    overleg, rol = _plan(3), _rol(BRAM)

    def draag_over() -> None:
        with als_app(eigen_databank) as app, zitting(app, "coordinator", terug=False):
            app.execute("SELECT overleg.draag_rol_over(%s, %s, NULL, '')", [rol, CHANTAL])

    draad = threading.Thread(target=draag_over)
    with cluster().verbind(BEHEERDER, eigen_databank) as huis, huis.transaction():
        huis.execute("SELECT FROM casus_casus WHERE id = %s FOR NO KEY UPDATE", [CASUS])
        draad.start()
        tot_er_wachten(eigen_databank)
        huis.execute("UPDATE overleg_verslag SET vastgesteld_op = now()")
    draad.join(30)

    assert _gevraagd(overleg) == {"Bram Douma"}
    assert _rol(CHANTAL)
