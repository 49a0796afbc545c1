# SPDX-License-Identifier: EUPL-1.2
"""The journaal is only added to; who did it is filled in by the database; it holds no values."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.inrichting.selectors import het_huis
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.postgres15
Wie = Callable[[str], Vrager]


@pytest.fixture
def eigenaar(eigen_databank: str, vrager: Wie) -> Iterator[psycopg.Connection]:
    """The owner role, in a clone in which one act with one subject was recorded."""
    with als(vrager("amira")):
        leg_vast(Act(handeling="casus.ingezien", onderwerpen=[("casus", id_van("casus"))]))
    with cluster().verbind(instellingen.ROLLEN.eigenaar, eigen_databank) as verbinding:
        yield verbinding


@pytest.mark.asvs("16.2.1")
@pytest.mark.django_db
def test_de_databank_vult_in_wie_het_was(vrager: Wie) -> None:
    with als(vrager("amira")):
        rij = Handeling.objects.get(pk=leg_vast(Act(handeling="casus.ingezien")))

    assert (rij.gebruiker, rij.vrager_soort) == (id_van("amira"), "mens")


@pytest.mark.asvs("16.2.1")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wie", "rol", "organisatie"),
    [
        ("amira", "procesregisseur", "huis"),
        ("bram", "ketenpartner", "ggz"),
        ("dirk", "", ""),
        ("oda", "", ""),
        ("koos", "", ""),
        ("petra", "", ""),
        ("wim", "", ""),
        ("ties", "", ""),
    ],
)
def test_alleen_een_rol_die_telt_staat_erbij_met_wie_aanwees(
    wie: str, rol: str, organisatie: str, vrager: Wie
) -> None:
    with als(vrager(wie)):
        rij = Handeling.objects.get(pk=leg_vast(Act(handeling="casus.ingezien")))
        van = {"huis": het_huis().pk, "ggz": id_van("ggz"), "": None}[organisatie]

    assert (rij.rol, rij.organisatie) == (rol, van)


@pytest.mark.django_db
def test_een_bezoeker_laat_ook_een_regel_na(vrager: Wie) -> None:
    with als(None):
        leg_vast(Act(handeling="inloggen.geweigerd", toegestaan=False))
    with connection.cursor() as cursor, als(vrager("amira")):
        cursor.execute("SELECT count(*) FROM journaal_handeling WHERE gebruiker IS NULL")

        # Nobody's own trace: not even a procesregisseur reads it.
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_wie_het_dossier_niet_ziet_leest_het_spoor_van_een_ander_niet(vrager: Wie) -> None:
    with als(vrager("amira")):
        leg_vast(Act(handeling="casus.ingezien", onderwerpen=[("casus", id_van("casus"))]))
    with als(vrager("bram")):
        assert (Handeling.objects.count(), Onderwerp.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_een_lijst_is_een_handeling_met_veel_onderwerpen(vrager: Wie) -> None:
    onderwerpen = [("casus", uuid4()) for _ in range(100)]
    with als(vrager("amira")):
        nummer = leg_vast(Act(handeling="zaken.ingezien", onderwerpen=onderwerpen))
        gevonden = set(Onderwerp.objects.values_list("handeling", "soort", "onderwerp"))

    assert gevonden == {(nummer, soort, onderwerp) for soort, onderwerp in onderwerpen}


@pytest.mark.asvs("2.3.3")
@pytest.mark.django_db
def test_een_regel_verdwijnt_met_zijn_transactie(vrager: Wie) -> None:
    with als(vrager("amira")):
        with transaction.atomic():
            leg_vast(Act(handeling="casus.ingezien"))
            transaction.set_rollback(True)

        assert Handeling.objects.count() == 0


@pytest.mark.asvs("16.3.2")
@pytest.mark.django_db
def test_een_weigering_schrijft_een_regel(ingelogd: Callable[[str], Client], vrager: Wie) -> None:
    antwoord = ingelogd("mirjam").get(reverse("zaken:lijst"))
    with als(vrager("mirjam")):
        regels = list(Handeling.objects.values_list("handeling", "toegestaan", "regel"))

    assert antwoord.status_code == 404
    assert regels == [("pagina.geweigerd", False, "zaken_inzien")]


@pytest.mark.asvs("16.4.2")
@pytest.mark.django_db
@pytest.mark.parametrize(
    "opdracht",
    [
        "INSERT INTO journaal_handeling (id, moment) VALUES (gen_random_uuid(), now())",
        "INSERT INTO journaal_onderwerp (id) VALUES (gen_random_uuid())",
        "UPDATE journaal_handeling SET toegestaan = true",
        "UPDATE journaal_onderwerp SET soort = 'x'",
        "DELETE FROM journaal_handeling",
        "DELETE FROM journaal_onderwerp",
        "TRUNCATE journaal_handeling, journaal_onderwerp",
    ],
)
def test_de_toepassing_schrijft_alleen_door_de_functie(opdracht: str, vrager: Wie) -> None:
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        als(vrager("amira")),
        connection.cursor() as cursor,
    ):
        cursor.execute(opdracht)


@pytest.mark.asvs("16.4.2")
def test_ook_de_eigenaar_wijzigt_of_verwijdert_niets(eigenaar: psycopg.Connection) -> None:
    for tabel in ("journaal_handeling", "journaal_onderwerp"):
        for opdracht in ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="alleen aangevuld"):
                eigenaar.execute(opdracht.format(tabel).encode())

    assert eigenaar.execute("SELECT count(*) FROM journaal_onderwerp").fetchone() == (1,)


_GOED: dict[str, Any] = {"handeling": "casus.ingezien"}


@pytest.mark.asvs("16.2.5")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("handeling", "Jan de Vries ingezien"),
        ("object_soort", "Jan de Vries"),
        ("regel", "omdat het moet"),
        ("herkomst", "10.0.0.1"),
        ("doel", "zoeken op 999990019"),
        ("velden", ["achternaam", "De Vries"]),
        ("aantallen", {"Jan de Vries": 1}),
        ("aantallen", {"naam": "Jan"}),
        ("onderwerpen", [("Jan de Vries", UUID(int=1))]),
    ],
)
def test_een_waarde_past_niet_in_het_journaal(veld: str, waarde: Any, vrager: Wie) -> None:
    with pytest.raises(IntegrityError, match="zonder_waarden"), als(vrager("amira")):
        leg_vast(Act(**{**_GOED, veld: waarde}))


@pytest.mark.django_db
def test_namen_van_velden_en_aantallen_passen_wel(vrager: Wie) -> None:
    act = Act(
        handeling="zaken.uitgevoerd",
        object_soort="cijfers:csv",
        velden=["kenmerk", "aangemeld_op"],
        aantallen={"rijen": 12, "bladzijden": 1},
    )
    with als(vrager("amira")):
        rij = Handeling.objects.get(pk=leg_vast(act))

    assert (rij.velden, rij.aantallen) == (
        ["kenmerk", "aangemeld_op"],
        {"rijen": 12, "bladzijden": 1},
    )
