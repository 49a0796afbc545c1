# SPDX-License-Identifier: EUPL-1.2
"""Every cell of the referee: table, verb, role of the database and asker, carried out for real."""

import re

import psycopg
import pytest
from psycopg import sql

from tests.toegang.cellen import Scheidsrechter
from tests.toegang.proefbank import Proefbank, naam, zitting
from tests.uitslagen import noteer_cellen

pytestmark = pytest.mark.postgres15


@pytest.mark.asvs("13.2.2")
@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("rol", ["app", "invoer", "cijfers"])
def test_elke_cel_geeft_wat_de_scheidsrechter_zegt(
    rol: str, scheidsrechter: Scheidsrechter, app: psycopg.Connection
) -> None:
    eerder = scheidsrechter.cellen
    verschillen = scheidsrechter.oordeel(app, rol)
    cellen = scheidsrechter.cellen - eerder

    noteer_cellen(
        "tabel × werkwoord × vrager × databankrol",
        cellen,
        lekken=[een for een in verschillen if _is_lek(een)],
        weigeringen=[een for een in verschillen if not _is_lek(een)],
    )
    assert verschillen == []
    # A table that is not tried would be right about everything.
    assert cellen > 1000


def _is_lek(verschil: str) -> bool:
    """Whether more happened than was expected: rows, where fewer or a refusal should have been."""
    verwacht, gebeurt = re.findall(r"(?:verwacht|gebeurt) (-?\w+)", verschil)
    return gebeurt.isdigit() and (not verwacht.isdigit() or int(gebeurt) > int(verwacht))


@pytest.mark.parametrize(
    ("verschil", "lek"),
    [
        ("verwacht 0, gebeurt 3", True),
        ("verwacht geweigerd, gebeurt 0", True),
        ("verwacht 3, gebeurt 0", False),
        ("verwacht 1, gebeurt geweigerd", False),
    ],
)
def test_meer_dan_verwacht_is_een_lek_en_minder_niet(verschil: str, lek: bool) -> None:
    assert _is_lek(f"casus_casus: select als manager onder rol app: {verschil}") == lek


@pytest.mark.asvs("13.2.2")
def test_de_zegelrol_leest_het_journaal_en_vult_de_keten_aan(
    bank: Proefbank, scheidsrechter: Scheidsrechter
) -> None:
    assert scheidsrechter.oordeel(bank.beheer, "zegel", vragers=["bezoeker"]) == []


def _aantallen(bank: Proefbank) -> dict[str, object]:
    vraag = sql.SQL("SELECT count(*) FROM {}")
    return {
        tabel: bank.beheer.execute(vraag.format(naam(tabel))).fetchone()
        for tabel in bank.tabellen
        if tabel != "toegang.sleutel"
    }


def test_de_back_up_leest_elke_rij(bank: Proefbank) -> None:
    """A back-up that row-level security cuts short would be noticed when it is too late."""
    alles = _aantallen(bank)
    with zitting(bank.beheer, "bezoeker", rol="backup"):
        assert _aantallen(bank) == alles


@pytest.mark.asvs("13.2.2")
@pytest.mark.parametrize(
    "opdracht",
    ["SELECT * FROM toegang.sleutel", "DELETE FROM casus_casus", "INSERT INTO plan_plan SELECT"],
)
def test_de_back_up_schrijft_niets_en_kent_de_sleutels_niet(opdracht: str, bank: Proefbank) -> None:
    with (
        zitting(bank.beheer, "bezoeker", rol="backup"),
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        bank.beheer.execute(opdracht.encode())
