# SPDX-License-Identifier: EUPL-1.2
"""An aanmelding that opens no casus goes: after the answer, and at the latest after the term."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from tests.bezetting import id_van
from tests.databank import cluster
from tests.web.aanmelden.test_besluit import BESLISSING
from vangnet import aanmelding
from vangnet.aanmelding.antwoorden import met_verdwijndag
from vangnet.aanmelding.besluiten import besluit_corrigeren
from vangnet.aanmelding.models import Aanmelding
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.opdrachtregel.werker import vernietig_aanmeldingen
from vangnet.toegang.vrager import Vrager, als

WACHT = id_van("aanmelding-wacht")
UITSTEL = Path(aanmelding.__file__).parent / "sql" / "uitstel.sql"
ADVIES = replace(BESLISSING, besluit="advies", samenstelling=None, regisseur=None)
_BESLOTEN = """
    UPDATE aanmelding_aanmelding SET triage_besluit = %s, triage_op = casus.dag() - %s,
           aangemaakt_op = now() - interval '40 days' WHERE id = %s
"""
_ANTWOORD = """
    INSERT INTO aanmelding_antwoord (id, aanmelding_id, wijze, gegeven_door_id, gegeven_op,
           gelezen_op)
    VALUES (gen_random_uuid(), %s, %s, %s, now() - %s::interval, now() - %s::interval)
"""


def _verdwijnt(besloten: date, binnen: datetime, bereikt: datetime | None) -> date:
    with als(Vrager(id_van("amira"))), connection.cursor() as cursor:
        cursor.execute(
            "SELECT aanmelding.verdwijnt_op(%s, %s, %s, 14, NULL)", [besloten, binnen, bereikt]
        )
        dag: date = cursor.fetchone()[0]
    return dag


@pytest.mark.parametrize(
    ("besloten", "binnen", "bereikt", "dag"),
    [
        (date(2022, 5, 2), datetime(2022, 4, 1, 9, tzinfo=UTC), None, date(2022, 5, 16)),
        # In Amsterdam it is the third of May already.
        (
            date(2022, 5, 2),
            datetime(2022, 4, 1, 9, tzinfo=UTC),
            datetime(2022, 5, 2, 22, 30, tzinfo=UTC),
            date(2022, 5, 5),
        ),
        (
            date(2022, 5, 2),
            datetime(2022, 4, 1, 9, tzinfo=UTC),
            datetime(2022, 6, 1, 9, tzinfo=UTC),
            date(2022, 5, 16),
        ),
        # Imported long after the decision.
        (date(2019, 5, 2), datetime(2022, 4, 1, 9, tzinfo=UTC), None, date(2022, 4, 15)),
    ],
)
def test_zij_verdwijnt_na_het_antwoord_en_anders_na_de_termijn(
    db: None, besloten: date, binnen: datetime, bereikt: datetime | None, dag: date
) -> None:
    assert _verdwijnt(besloten, binnen, bereikt) == dag


@pytest.mark.parametrize("besluit", ["advies", "elders", "niet_in_behandeling"])
def test_wat_geen_zaak_werd_is_na_de_termijn_weg_en_telt_nog_mee(
    eigen_databank: str, besluit: str
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_BESLOTEN, [besluit, 14, WACHT])
        beheer.execute(_ANTWOORD, [WACHT, "in_vangnet", id_van("amira"), "1 day", None])

    assert (vernietig_aanmeldingen(), vernietig_aanmeldingen()) == (1, 0)

    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        rest = beheer.execute(
            "SELECT (SELECT count(*) FROM aanmelding_aanmelding WHERE id = %(id)s)"
            " + (SELECT count(*) FROM aanmelding_aanmeldingevent WHERE id = %(id)s)"
            " + (SELECT count(*) FROM aanmelding_antwoord WHERE aanmelding_id = %(id)s),"
            " (SELECT count(*) FROM feit_aanmelding"
            "   WHERE bron_id IS NULL AND triage_besluit = %(besluit)s)",
            {"id": WACHT, "besluit": besluit},
        ).fetchone()
    assert rest == (0, 1)
    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="aanmelding.vernietigd")
        over = Onderwerp.objects.filter(handeling=rij).values_list("onderwerp", flat=True)
        assert (list(over), rij.doel) == ([WACHT], "bewaartermijn")


@pytest.mark.parametrize(
    ("wijze", "gegeven", "gelezen", "weg"),
    [
        ("brief", "2 days", None, 1),
        ("gesproken", "2 days", None, 1),
        # Recorded by mistake, it can still be taken back.
        ("brief", "1 day", None, 0),
        # On the page: only once the aanmelder said to have read it.
        ("in_vangnet", "3 days", None, 0),
        ("in_vangnet", "3 days", "2 days", 1),
    ],
)
def test_na_het_antwoord_hoeft_de_termijn_niet_om_te_zijn(
    eigen_databank: str, wijze: str, gegeven: str, gelezen: str | None, weg: int
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_BESLOTEN, ["elders", 3, WACHT])
        beheer.execute(_ANTWOORD, [WACHT, wijze, id_van("amira"), gegeven, gelezen])

    assert vernietig_aanmeldingen() == weg


@pytest.mark.parametrize(("eerste", "weg"), [(14, 1), (13, 0)])
def test_een_verbeterd_besluit_houdt_de_termijn_van_het_eerste(
    eigen_databank: str, eerste: int, weg: int
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_BESLOTEN, ["elders", eerste, WACHT])
    with als(Vrager(id_van("amira"))):
        for _keer in range(2):
            besluit_corrigeren(WACHT, ADVIES, waarom="Advies is genoeg.")
        een = Aanmelding.objects.get(pk=WACHT)

    assert (een.triage_op, een.termijn_vanaf) == (vandaag(), vandaag() - timedelta(days=eerste))
    assert vernietig_aanmeldingen() == weg


def test_wat_bij_het_bijwerken_al_voorbij_was_blijft_nog_twee_weken(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_BESLOTEN, ["elders", 30, WACHT])
        beheer.execute(UITSTEL.read_bytes())
        beheer.execute(_ANTWOORD, [WACHT, "brief", id_van("amira"), "3 days", None])
    assert vernietig_aanmeldingen() == 0
    with als(Vrager(id_van("amira"))):
        een = met_verdwijndag(Aanmelding.objects.filter(pk=WACHT)).get()
    assert een.verdwijnt_op == vandaag() + timedelta(days=14)

    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE aanmelding_aanmelding SET uitgesteld_tot = casus.dag()")
    assert vernietig_aanmeldingen() == 1


def test_wat_bij_het_bijwerken_nog_liep_wordt_niet_uitgesteld(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_BESLOTEN, ["elders", 13, WACHT])
        beheer.execute(UITSTEL.read_bytes())

    with als(Vrager(id_van("amira"))):
        assert Aanmelding.objects.get(pk=WACHT).uitgesteld_tot is None


def test_wat_wacht_en_wat_een_zaak_werd_blijft(eigen_databank: str) -> None:
    assert vernietig_aanmeldingen() == 0

    with als(Vrager(id_van("amira"))):
        assert Aanmelding.objects.count() == 2
