# SPDX-License-Identifier: EUPL-1.2
"""An aanmelding that opens no casus goes: after the answer, and at the latest after the term."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.aanmelding.models import Aanmelding
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.opdrachtregel.werker import vernietig_aanmeldingen
from vangnet.toegang.vrager import Vrager, als

WACHT = id_van("aanmelding-wacht")
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
            "SELECT aanmelding.verdwijnt_op(%s, %s, %s, 14)", [besloten, binnen, bereikt]
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
            date(2022, 5, 4),
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
        ("brief", "1 day", None, 1),
        ("gesproken", "1 day", None, 1),
        ("brief", "0 days", None, 0),
        # On the page: only once the aanmelder said to have read it.
        ("in_vangnet", "3 days", None, 0),
        ("in_vangnet", "3 days", "1 day", 1),
    ],
)
def test_na_het_antwoord_hoeft_de_termijn_niet_om_te_zijn(
    eigen_databank: str, wijze: str, gegeven: str, gelezen: str | None, weg: int
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_BESLOTEN, ["elders", 3, WACHT])
        beheer.execute(_ANTWOORD, [WACHT, wijze, id_van("amira"), gegeven, gelezen])

    assert vernietig_aanmeldingen() == weg


def test_wat_wacht_en_wat_een_zaak_werd_blijft(eigen_databank: str) -> None:
    assert vernietig_aanmeldingen() == 0

    with als(Vrager(id_van("amira"))):
        assert Aanmelding.objects.count() == 2
