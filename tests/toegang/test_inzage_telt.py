# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the queries are put together from the test's own words
"""Which rol, which look and which act count for who reads about looks: each condition by itself."""

import pytest

from tests.bezetting import id_van
from tests.databank import cluster
from tests.toegang.proefbank import zitting
from tests.toegang.relaties import casus_van
from tests.toegang.test_inzage_acten import bank, eigen, word
from vangnet.kern.databank.cluster import BEHEERDER

pytestmark = pytest.mark.postgres15
__all__ = ["bank"]


@pytest.mark.parametrize(
    ("tabel", "anders"),
    [
        ("casus_casusrol", "antwoord = NULL, vanaf = NULL"),
        ("casus_casusrol", "vanaf = '2100-01-01', tot = NULL"),
        ("casus_casusrol", "tot = vanaf"),
        ("toegang_inzage", "soort = 'rechtmatigheid'"),
        ("toegang_inzage", "vanaf = vanaf - interval '31 days', tot = tot - interval '31 days'"),
    ],
)
def test_een_regisseur_die_niet_telt_of_een_andere_blik_telt_niet_mee(
    tabel: str, anders: str, bank: str
) -> None:
    nood, amira = id_van(casus_van("nood")), id_van("amira")
    van_wie = {"casus_casusrol": "casus_id = %s AND gebruiker_id = %s AND rol = 'regisseur'"}
    waar = van_wie.get(tabel, "casus = %s AND %s::uuid IS NOT NULL")
    with cluster().verbind(BEHEERDER, bank) as beheer, beheer.transaction(force_rollback=True):
        beheer.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER USER".encode())
        opdracht = f"UPDATE {tabel} SET {anders} WHERE {waar}"
        assert beheer.execute(opdracht.encode(), [nood, amira]).rowcount > 0
        # As an ondersteuner she stays on the casus: only the rol as regisseur doesn't count.
        beheer.execute(
            "INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, rol, antwoord, vanaf) VALUES "
            "(gen_random_uuid(), %s, %s, 'procesondersteuner', 'aanvaard', '2024-03-01')",
            [nood, amira],
        )
        with zitting(beheer, "procesregisseur"):
            rijen = beheer.execute("SELECT toegang.noodtoegang_op(%s)", [nood]).fetchall()

    assert rijen == []


def test_wat_iemand_buiten_deze_inzage_deed_hoort_er_niet_bij(bank: str) -> None:
    """One act under the look, one beside it, and one of somebody else under another look."""
    casus = id_van(casus_van("gesloten"))
    with cluster().verbind(BEHEERDER, bank) as beheer, zitting(beheer, "privacy_officer"):
        inzage = eigen(beheer, "gesloten")
        for handeling in ("casus.ingezien", "zaken.gezocht", "persoon.ingezien"):
            beheer.execute(
                "SELECT journaal.leg_vast(%s, 'casus', %s, %s, '', true, '', 'web', '', "
                "'{}', '{}', '{}', '{}')",
                [handeling, casus, casus],
            )
        beheer.execute("RESET ROLE")
        beheer.execute("ALTER TABLE journaal_handeling DISABLE TRIGGER USER")
        beheer.execute(
            "UPDATE journaal_handeling SET noodtoegang = NULL WHERE handeling = 'zaken.gezocht'"
        )
        gedaan = beheer.execute(
            "UPDATE journaal_handeling h SET noodtoegang = i.id, gebruiker = i.gebruiker "
            "FROM (SELECT id, gebruiker FROM toegang_inzage WHERE gebruiker = %s LIMIT 1) i "
            "WHERE handeling = 'persoon.ingezien'",
            [id_van("bram")],
        )
        assert gedaan.rowcount == 1
        word(beheer, "mirjam")
        rijen = beheer.execute(
            "SELECT handeling FROM toegang.gedaan_bij_inzage(%s)", [inzage]
        ).fetchall()

    assert rijen == [("casus.ingezien",)]
