# SPDX-License-Identifier: EUPL-1.2
"""The old row is kept at every update and delete, and the version rises, whoever writes."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from django.db import DatabaseError, connection

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster, kloon
from vangnet.inrichting.models import Huis
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.postgres15
Wie = Callable[[str], Vrager]


@pytest.fixture(scope="module")
def eigenaar() -> Iterator[psycopg.Connection]:
    """The owner role in a clone; each test rolls back."""
    with kloon() as naam, cluster().verbind(instellingen.ROLLEN.eigenaar, naam) as verbinding:
        yield verbinding


def _een(verbinding: psycopg.Connection, vraag: str) -> tuple[object, ...] | None:
    return verbinding.execute(vraag.encode()).fetchone()


def test_een_wijziging_bewaart_de_oude_rij(eigenaar: psycopg.Connection) -> None:
    with eigenaar.transaction(force_rollback=True):
        eigenaar.execute("UPDATE personen_persoon SET achternaam = 'Nieuw'")
        bewaard = _een(
            eigenaar, "SELECT pgh_label, achternaam, id, versie FROM personen_persoonevent"
        )

    assert bewaard == ("update", "Kanarie-achternaam", id_van("betrokkene"), 1)


def test_een_verwijdering_bewaart_de_oude_rij(eigenaar: psycopg.Connection) -> None:
    with eigenaar.transaction(force_rollback=True):
        eigenaar.execute("DELETE FROM casus_betrokkenheid")
        bewaard = _een(eigenaar, "SELECT pgh_label, persoon_id FROM casus_betrokkenheidevent")

    assert bewaard == ("delete", id_van("betrokkene"))


def test_een_wijziging_zonder_verschil_bewaart_niets(eigenaar: psycopg.Connection) -> None:
    with eigenaar.transaction(force_rollback=True):
        eigenaar.execute("UPDATE casus_casus SET gemeente = gemeente")

        assert _een(eigenaar, "SELECT count(*) FROM casus_casusevent") == (0,)
        assert _een(eigenaar, "SELECT versie FROM casus_casus") == (1,)


def test_elke_wijziging_verhoogt_de_versie(eigenaar: psycopg.Connection) -> None:
    with eigenaar.transaction(force_rollback=True):
        eigenaar.execute("UPDATE casus_casus SET gemeente = 'GM0059'")
        eigenaar.execute("UPDATE casus_casus SET gemeente = 'GM0080', versie = 40")

        assert _een(eigenaar, "SELECT versie FROM casus_casus") == (3,)


@pytest.mark.django_db
def test_wie_mag_wijzigen_laat_geschiedenis_na_zonder_er_recht_op_te_hebben(vrager: Wie) -> None:
    beheerder = Vrager(id_van("opdracht"), VragerSoort.OPDRACHT)
    with als(beheerder):
        assert Huis.objects.update(naam="Ander huis") == 1
        assert Huis.objects.get().versie == 2

    with pytest.raises(DatabaseError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM inrichting_huisevent")


def test_geen_sessie_slaat_de_geschiedenis_over(eigen_databank: str) -> None:
    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore', array_agg(tgname)::text, false) FROM pg_trigger "
            "WHERE tgname LIKE 'pgtrigger%'"
        )
        Huis.objects.update(naam="Stiekem huis")
    with cluster().verbind(instellingen.ROLLEN.eigenaar, eigen_databank) as verbinding:
        bewaard = _een(verbinding, "SELECT count(*) FROM inrichting_huisevent")

    assert bewaard == (1,)


@pytest.mark.django_db
@pytest.mark.parametrize("kolom", ["demo", "id", "enige", "versie", "aangemaakt_op"])
def test_een_kolom_die_niet_gewijzigd_mag_worden_wordt_geweigerd(kolom: str) -> None:
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        als(Vrager(id_van("els"))),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE inrichting_huis SET {kolom} = {kolom}")  # noqa: S608
