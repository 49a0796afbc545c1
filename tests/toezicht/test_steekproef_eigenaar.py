# SPDX-License-Identifier: EUPL-1.2
"""The sample where the owner has a hand in it: two accounts of one person, and what stays fixed."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.toezicht.models import Steekproef, Steekproefregel
from vangnet.toezicht.regels import Bevinding
from vangnet.toezicht.services import beoordeel_regel, sluit_steekproef, trek_steekproef

Wie = Callable[[str], Vrager]
Eigenaar = Callable[..., None]


@pytest.fixture
def eigenaar(eigen_databank: str) -> Eigenaar:
    """Carries out one statement as the owner of the tables, past all policies."""

    def doe(opdracht: str, *waarden: object) -> None:
        with cluster().verbind(instellingen.ROLLEN.eigenaar, eigen_databank) as verbinding:
            verbinding.execute(opdracht.encode(), waarden or None)

    return doe


@pytest.fixture
def regel(eigenaar: Eigenaar, vrager: Wie) -> UUID:
    """Joris and Dirk looked, Frank drew; gives the row of Joris's look."""
    acts = []
    for naam in ("joris", "dirk"):
        with als(vrager(naam)):
            acts.append(leg_vast(Act(handeling="casus.ingezien", casus=id_van("casus"))))
    with als(vrager("frank")):
        steekproef = trek_steekproef(vandaag(), vandaag(), aantal=9)
        return Steekproefregel.objects.get(steekproef=steekproef, handeling=acts[0]).pk


def sluit(vrager: Wie) -> None:
    with als(vrager("frank")):
        for pk in Steekproefregel.objects.values_list("pk", flat=True):
            beoordeel_regel(pk, Bevinding.RECHTMATIG, motivering="eigen zaak")
        sluit_steekproef(Steekproef.objects.get().pk)


def test_wat_de_fg_onder_een_tweede_account_deed_doet_niet_mee(
    regel: UUID, eigenaar: Eigenaar, vrager: Wie
) -> None:
    eigenaar(
        "UPDATE gebruikers_gebruiker SET email = 'frank+2@proef.invalid' WHERE id = %s",
        id_van("dirk"),
    )
    with als(vrager("frank")):
        tweede = trek_steekproef(vandaag(), vandaag(), aantal=9)

        assert Steekproef.objects.get(pk=tweede).populatie == 1


@pytest.mark.asvs("2.3.5")
@pytest.mark.parametrize("eigen_adres", [True, False])
def test_niemand_beoordeelt_wat_van_zichzelf_is(
    eigen_adres: bool, regel: UUID, eigenaar: Eigenaar, vrager: Wie
) -> None:
    # A second privacy officer takes over what Frank drew: Joris, or Cor who is Joris too.
    fg = "joris" if eigen_adres else "cor"
    rol = "UPDATE toegang_accountrol SET rol = 'privacy_officer' WHERE gebruiker = %s"
    eigenaar(rol, id_van(fg))
    adres = "UPDATE gebruikers_gebruiker SET email = 'joris+2@proef.invalid' WHERE id = %s"
    eigenaar(adres, id_van("cor"))
    with als(vrager(fg)):
        with pytest.raises(NietToegestaan):
            beoordeel_regel(regel, Bevinding.RECHTMATIG, motivering="eigen zaak")

        ander = Steekproefregel.objects.exclude(pk=regel).get()
        beoordeel_regel(ander.pk, Bevinding.RECHTMATIG, motivering="eigen zaak")


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE toezicht_steekproefregel SET bevinding = 'onrechtmatig'",
        "UPDATE toezicht_steekproefregel SET beoordeeld_op = now()",
        "UPDATE toezicht_steekproef SET onrechtmatig = 1",
        "UPDATE toezicht_steekproef SET gesloten_op = NULL",
        "DELETE FROM toezicht_steekproefregel",
        "DELETE FROM toezicht_steekproef",
        "TRUNCATE toezicht_steekproef, toezicht_steekproefregel",
        "TRUNCATE toezicht_steekproefregel",
    ],
)
def test_wat_is_gesloten_verandert_ook_niet_door_de_eigenaar(
    opdracht: str, regel: UUID, eigenaar: Eigenaar, vrager: Wie
) -> None:
    sluit(vrager)
    with pytest.raises(psycopg.Error, match="een steekproef verandert niet"):
        eigenaar(opdracht)


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE toezicht_steekproefregel SET handeling = gen_random_uuid()",
        "UPDATE toezicht_steekproefregel SET handeling = gen_random_uuid(), beoordeeld_op = now()",
        "UPDATE toezicht_steekproef SET zaad = gen_random_uuid(), gesloten_op = now()",
        "DELETE FROM toezicht_steekproefregel",
    ],
)
def test_een_trekking_wordt_ook_voor_de_bevinding_niet_verruild(
    opdracht: str, regel: UUID, eigenaar: Eigenaar
) -> None:
    with pytest.raises(psycopg.Error, match="een steekproef verandert niet"):
        eigenaar(opdracht)
