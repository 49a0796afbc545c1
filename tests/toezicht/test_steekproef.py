# SPDX-License-Identifier: EUPL-1.2
"""The sample of the privacy officer: who draws, judges and closes, and what stays as it was."""

from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from tests.bezetting import id_van
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.toezicht.models import Steekproef, Steekproefregel
from vangnet.toezicht.regels import Bevinding
from vangnet.toezicht.services import beoordeel_regel, sluit_steekproef, trek_steekproef

Wie = Callable[[str], Vrager]
pytestmark = pytest.mark.django_db
RECHTMATIG, ONRECHTMATIG, NADER = Bevinding
MOTIVERING = "staat op naam in deze casus"


def kijk(vrager: Wie, naam: str, handeling: str = "casus.ingezien", *, aantal: int = 1) -> None:
    with als(vrager(naam)):
        for _ in range(aantal):
            leg_vast(Act(handeling=handeling, casus=id_van("casus")))


def trek(aantal: int = 20) -> UUID:
    return trek_steekproef(vandaag(), vandaag(), aantal=aantal)


@pytest.fixture
def steekproef(vrager: Wie) -> UUID:
    """Drawn by Frank: three looks of Joris."""
    kijk(vrager, "joris", aantal=3)
    with als(vrager("frank")):
        return trek()


def regels(steekproef: UUID) -> list[UUID]:
    rijen = Steekproefregel.objects.filter(steekproef=steekproef).order_by("plek")
    return list(rijen.values_list("pk", flat=True))


def beoordeel_alles(steekproef: UUID, *bevindingen: Bevinding) -> None:
    for regel, bevinding in zip(regels(steekproef), bevindingen, strict=True):
        beoordeel_regel(regel, bevinding, motivering=MOTIVERING)


def gedaan(handeling: str) -> Handeling:
    return Handeling.objects.get(handeling=handeling)


def test_getrokken_wordt_uit_inzien_en_zoeken_van_anderen(vrager: Wie) -> None:
    for handeling in ("casus.ingezien", "zaken.gezocht", "journaal.doorzocht", "rol.gegeven"):
        kijk(vrager, "joris", handeling)
    kijk(vrager, "frank")
    with als(vrager("frank")):
        rij = Steekproef.objects.get(pk=trek())
        acts = Handeling.objects.filter(pk__in=rij.regels.values("handeling"))
        soorten = sorted(acts.values_list("handeling", flat=True))

    assert soorten == ["casus.ingezien", "journaal.doorzocht", "zaken.gezocht"]
    assert (rij.populatie, rij.aantal, rij.getrokken_door) == (3, 20, id_van("frank"))


def test_een_trekking_neemt_zoveel_als_gevraagd_en_alleen_uit_haar_dagen(vrager: Wie) -> None:
    kijk(vrager, "joris", aantal=5)
    gisteren = vandaag() - timedelta(days=1)
    with als(vrager("frank")):
        getrokken = trek(2)
        with pytest.raises(VangnetFout, match="niets om uit te trekken"):
            trek_steekproef(date(2020, 1, 1), gisteren, aantal=2)

        assert Steekproef.objects.get().populatie == 5
        assert len(regels(getrokken)) == 2


@pytest.mark.parametrize("naam", ["frank", "auke"])
def test_wie_toezicht_houdt_kan_de_trekking_herhalen(naam: str, vrager: Wie) -> None:
    kijk(vrager, "joris", aantal=12)
    with als(vrager("frank")):
        getrokken = trek(4)
    with als(vrager(naam)):
        rij = Steekproef.objects.get(pk=getrokken)
        acts = Handeling.objects.filter(handeling="casus.ingezien").values_list("pk", flat=True)
        volgorde = sorted(acts, key=lambda act: sha256(f"{rij.zaad}{act}".encode()).digest())
        in_steekproef = list(rij.regels.order_by("plek").values_list("handeling", flat=True))

    assert in_steekproef == volgorde[:4]


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("naam", ["auke", "amira", "mirjam", "els", "karin", "dirk"])
def test_alleen_de_fg_trekt_beoordeelt_en_sluit(naam: str, steekproef: UUID, vrager: Wie) -> None:
    with als(vrager("frank")):
        regel = regels(steekproef)[0]
    with als(vrager(naam)):
        for doe in (
            trek,
            lambda: beoordeel_regel(regel, RECHTMATIG, motivering=MOTIVERING),
            lambda: sluit_steekproef(steekproef),
        ):
            with pytest.raises(NietToegestaan):
                doe()


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(("naam", "ziet"), [("frank", 3), ("auke", 3), ("joris", 0), ("els", 0)])
def test_alleen_wie_toezicht_houdt_leest_een_steekproef(
    naam: str, ziet: int, steekproef: UUID, vrager: Wie
) -> None:
    with als(vrager(naam)):
        assert Steekproefregel.objects.count() == ziet
        assert Steekproef.objects.filter(pk=steekproef).exists() is bool(ziet)


@pytest.mark.parametrize(("van", "tot", "aantal"), [(0, 1, 5), (0, -1, 5), (0, 0, 0), (0, 0, 201)])
def test_een_trekking_die_niet_kan_wordt_geweigerd(
    van: int, tot: int, aantal: int, vrager: Wie
) -> None:
    kijk(vrager, "joris")
    dag = vandaag()
    with als(vrager("frank")), pytest.raises(NietToegestaan):
        trek_steekproef(dag + timedelta(days=van), dag + timedelta(days=tot), aantal=aantal)


def test_een_bevinding_wordt_een_keer_gegeven(steekproef: UUID, vrager: Wie) -> None:
    with als(vrager("frank")):
        regel = regels(steekproef)[0]
        beoordeel_regel(regel, ONRECHTMATIG, motivering=MOTIVERING)
        with pytest.raises(NietToegestaan):
            beoordeel_regel(regel, RECHTMATIG, motivering="toch goed")
        rij = Steekproefregel.objects.get(pk=regel)

    assert (rij.bevinding, rij.motivering) == ("onrechtmatig", MOTIVERING)
    assert rij.beoordeeld_door == id_van("frank")


@pytest.mark.parametrize(("bevinding", "motivering"), [("mooi", MOTIVERING), ("rechtmatig", " ")])
def test_een_bevinding_zonder_motivering_of_van_een_andere_soort_telt_niet(
    bevinding: str, motivering: str, steekproef: UUID, vrager: Wie
) -> None:
    with als(vrager("frank")), pytest.raises(NietToegestaan):
        beoordeel_regel(regels(steekproef)[0], bevinding, motivering=motivering)  # type: ignore[arg-type]


@pytest.mark.asvs("16.2.5")
def test_een_motivering_met_een_bsn_past_niet(steekproef: UUID, vrager: Wie) -> None:
    with als(vrager("frank")), pytest.raises(IntegrityError, match="geen_nummer"):
        beoordeel_regel(regels(steekproef)[0], RECHTMATIG, motivering="het ging om 999990019")


def test_een_onbekende_regel_of_steekproef_is_hetzelfde_als_niet_toegestaan(vrager: Wie) -> None:
    with als(vrager("frank")):
        with pytest.raises(NietToegestaan, match=r"^Dit kan niet\.$"):
            beoordeel_regel(uuid4(), RECHTMATIG, motivering=MOTIVERING)
        with pytest.raises(NietToegestaan, match=r"^Dit kan niet\.$"):
            sluit_steekproef(uuid4())


def test_sluiten_telt_de_bevindingen(steekproef: UUID, vrager: Wie) -> None:
    with als(vrager("frank")):
        beoordeel_alles(steekproef, RECHTMATIG, RECHTMATIG, NADER)
        sluit_steekproef(steekproef)
        rij = Steekproef.objects.get(pk=steekproef)

    assert (rij.rechtmatig, rij.onrechtmatig, rij.nader_onderzoek) == (2, 0, 1)
    assert rij.gesloten_door == id_van("frank")


@pytest.mark.asvs("2.3.1")
def test_sluiten_kan_pas_als_alles_is_beoordeeld_en_maar_een_keer(
    steekproef: UUID, vrager: Wie
) -> None:
    with als(vrager("frank")):
        with pytest.raises(NietToegestaan):
            sluit_steekproef(steekproef)
        beoordeel_alles(steekproef, RECHTMATIG, RECHTMATIG, NADER)
        sluit_steekproef(steekproef)
        with pytest.raises(NietToegestaan):
            sluit_steekproef(steekproef)


def test_trekken_beoordelen_en_sluiten_staan_zonder_bevinding_in_het_journaal(
    steekproef: UUID, vrager: Wie
) -> None:
    with als(vrager("frank")):
        beoordeel_alles(steekproef, RECHTMATIG, RECHTMATIG, NADER)
        sluit_steekproef(steekproef)
        oordelen = Handeling.objects.filter(handeling="steekproef.beoordeeld")
        over = set(Onderwerp.objects.filter(handeling__in=oordelen).values_list("onderwerp"))

        assert gedaan("steekproef.getrokken").aantallen == {"regels": 3}
        assert [een.aantallen for een in oordelen] == [{}, {}, {}]
        assert over == {(id_van("joris"),)}
        uitkomst = {"rechtmatig": 2, "onrechtmatig": 0, "nader_onderzoek": 1}
        assert gedaan("steekproef.gesloten").aantallen == uitkomst


@pytest.mark.parametrize(
    "opdracht",
    [
        "INSERT INTO toezicht_steekproefregel DEFAULT VALUES",
        "UPDATE toezicht_steekproefregel SET bevinding = 'rechtmatig'",
        "UPDATE toezicht_steekproef SET rechtmatig = 3",
        "DELETE FROM toezicht_steekproefregel",
        "SELECT toezicht.trekking('2020-01-01', '2030-01-01', id, id, now()) "
        "FROM toezicht_steekproef",
    ],
)
def test_de_fg_schrijft_niets_buiten_de_drie_handelingen_om(
    opdracht: str, steekproef: UUID, vrager: Wie
) -> None:
    with (
        als(vrager("frank")),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(opdracht)
