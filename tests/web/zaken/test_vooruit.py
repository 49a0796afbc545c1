# SPDX-License-Identifier: EUPL-1.2
"""Overzicht of a casus: its goals in at most five lines, the next evaluation and overleg."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.casus.models import CasusRol
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.overleg.services import Nieuw, overleg_afgelasten, overleg_plannen
from vangnet.plan.models import Doel
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
CASUS = id_van("casus")
ZAAK = f"/zaken/{CASUS}"


def _doel(wat: str, over: int) -> Doel:
    return Doel.objects.create(
        casus_id=CASUS,
        leefgebied="financien",
        omschrijving=wat,
        meetbaar="dat te zien is",
        vastgesteld_op=vandaag(),
        streefdatum=vandaag() + timedelta(days=over),
    )


def _overleg(over: int) -> UUID:
    nieuw = Nieuw(datum=vandaag() + timedelta(days=over), soort="casusoverleg")
    return overleg_plannen(nieuw, [CASUS], door=id_van("amira"))


@pytest.fixture
def doelen(db: None) -> None:
    """Five open goals with the one of the cast taken away, and one that was judged."""
    with als(Vrager(id_van("amira"))):
        Doel.objects.filter(casus=CASUS).update(
            resultaat="doel_gerealiseerd", beoordeeld_op=vandaag()
        )
        for nummer in (5, 3, 1, 2, 4):
            _doel(f"Doel {nummer}", nummer)


def test_het_overzicht_toont_de_open_doelen_op_hun_streefdatum(
    doelen: None, ingelogd: Ingelogd
) -> None:
    pagina = ingelogd("amira").get(ZAAK)

    vooruit = pagina.context["vooruit"]
    assert [een.omschrijving for een in vooruit.doelen] == [f"Doel {een}" for een in range(1, 6)]
    assert "Alle doelen van deze zaak" not in pagina.content.decode()


def test_het_zijn_nooit_meer_dan_vijf_regels(doelen: None, ingelogd: Ingelogd) -> None:
    with als(Vrager(id_van("amira"))):
        _doel("Doel 6", 6)

    pagina = ingelogd("amira").get(ZAAK)

    vooruit = pagina.context["vooruit"]
    assert [een.omschrijving for een in vooruit.doelen] == [f"Doel {een}" for een in range(1, 5)]
    assert "Alle doelen van deze zaak" in pagina.content.decode()


def test_zonder_plan_staat_dat_er(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("SET session_replication_role = replica")
        beheer.execute("DELETE FROM plan_afspraak")
        beheer.execute("DELETE FROM plan_doel")
        beheer.execute("DELETE FROM plan_planversie")
        beheer.execute("DELETE FROM plan_plan")

    assert "Nog geen plan." in log_in(Client(), "amira").get(ZAAK).content.decode()


def test_de_volgende_evaluatie_en_het_eerste_overleg_dat_komt(db: None, ingelogd: Ingelogd) -> None:
    with als(Vrager(id_van("amira"))):
        _overleg(30)
        eerste = _overleg(7)
        overleg_afgelasten(_overleg(1), af=True)

    pagina = ingelogd("amira").get(ZAAK)

    assert pagina.context["vooruit"].overleg.pk == eerste
    assert pagina.context["vooruit"].overleg.datum == vandaag() + timedelta(days=7)
    assert pagina.context["evaluatie_op"] is not None
    assert "Volgende evaluatie" in pagina.content.decode()


def test_een_partner_leest_het_overleg_waarvoor_hij_gevraagd_is_en_geen_doel(
    doelen: None, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        overleg = _overleg(7)

    pagina = ingelogd("bram").get(ZAAK)

    vooruit = pagina.context["vooruit"]
    assert (vooruit.doelen, vooruit.overleg.pk) == ([], overleg)
    blad = pagina.content.decode()
    assert "Doel 1" not in blad
    assert "Volgende evaluatie" not in blad
    assert "Nog geen plan" not in blad


def test_een_partner_die_niet_gevraagd_is_leest_geen_overleg(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    with als(Vrager(id_van("amira"))):
        _overleg(7)
    neem_deel("bram")

    assert ingelogd("bram").get(ZAAK).context["vooruit"].overleg is None
