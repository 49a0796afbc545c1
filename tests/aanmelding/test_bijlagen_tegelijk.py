# SPDX-License-Identifier: EUPL-1.2
"""Documents while somebody decides, sends or clears, on real connections."""

import json
import threading
from collections.abc import Iterator
from dataclasses import asdict
from uuid import UUID

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.aanmelding.test_tegelijk import MELDING
from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import als_app, zitting
from tests.wachten import tot_er_wachten
from tests.web.aanmelden.test_besluit import BESLISSING
from vangnet.kern.databank.cluster import BEHEERDER

BIJLAGE = UUID("0f4a7a5e-3f63-4f6e-9a8c-8a1f7a0b4c21")
WACHT, CONCEPT = id_van("aanmelding-wacht"), id_van("concept-bram")
TOEVOEGEN = "SELECT aanmelding.voeg_bijlage_toe(%s, %s, '')"
WEGHALEN = "SELECT aanmelding.haal_bijlage_weg(%s, '')"
INDIENEN = "SELECT aanmelding.dien_in(%s, %s, '')"
BEWAREN = "SELECT aanmelding.bewaar_concept(%s, '{}', '')"
BESLUITEN = "SELECT aanmelding.besluit(%s, %s, NULL, NULL, '')"
CONCEPTEN, BIJLAGEN = (f"SELECT aanmelding.ruim_{wat}_op('')" for wat in ("concepten", "bijlagen"))
OUD = "UPDATE aanmelding_concept SET bewaard_op = now() - interval '15 days' WHERE id = %s"
# A draft of which the documents did not go along, as before.
LOS = """
    ALTER TABLE aanmelding_concept DISABLE TRIGGER bijlagen_gaan_mee;
    DELETE FROM aanmelding_concept WHERE id = '{0}';
    ALTER TABLE aanmelding_concept ENABLE TRIGGER bijlagen_gaan_mee;
"""
Daad = tuple[str, str, list[object]]

PIET_VOEGT_TOE: Daad = ("partner_van_elders", TOEVOEGEN, [BIJLAGE, WACHT])
PIET_HAALT_WEG: Daad = ("partner_van_elders", WEGHALEN, [id_van("bijlage")])
BRAM_VOEGT_TOE: Daad = ("ketenpartner", TOEVOEGEN, [BIJLAGE, CONCEPT])
BRAM_TYPT: Daad = ("ketenpartner", BEWAREN, [CONCEPT])
BRAM_VERSTUURT: Daad = (
    "ketenpartner",
    INDIENEN,
    [CONCEPT, json.dumps(MELDING.kolommen(), default=str)],
)
ADVIES = {
    "besluit": "advies",
    "oordelen": [een._asdict() for een in BESLISSING.oordelen],
    "beslissers": [asdict(een) for een in BESLISSING.beslissers],
}
AMIRA_BESLUIT: Daad = ("procesregisseur", BESLUITEN, [WACHT, json.dumps(ADVIES, default=str)])
RUIMT_CONCEPTEN_OP: Daad = ("opdrachtregel", CONCEPTEN, [])
RUIMT_BIJLAGEN_OP: Daad = ("opdrachtregel", BIJLAGEN, [])


@pytest.fixture
def bank() -> Iterator[str]:
    with kloon() as naam:
        yield naam


def _doe(app: psycopg.Connection, daad: Daad) -> object:
    rij = app.execute(daad[1].encode(), daad[2]).fetchone()
    return rij[0] if rij else None


def _draad(bank: str, daad: Daad, uitkomst: list[object]) -> threading.Thread:
    def draai() -> None:
        with als_app(bank) as app, zitting(app, daad[0], terug=False):
            try:
                uitkomst.append(_doe(app, daad))
            except InsufficientPrivilege:
                uitkomst.append("geweigerd")
                raise psycopg.Rollback from None

    draad = threading.Thread(target=draai)
    draad.start()
    return draad


def _terwijl(bank: str, eerste: Daad, tweede: Daad) -> object:
    """What the second gets that begins before the first has committed."""
    uitkomst: list[object] = []
    with als_app(bank) as app, zitting(app, eerste[0], terug=False):
        _doe(app, eerste)
        draad = _draad(bank, tweede, uitkomst)
        _tot_er_gewacht_wordt(bank, draad)
    draad.join(30)
    return uitkomst[0]


def _tot_er_gewacht_wordt(bank: str, draad: threading.Thread, aantal: int = 1) -> None:
    """Until it waits for a lock; or until it is done, which the test then sees."""
    tot_er_wachten(bank, aantal, zolang=draad.is_alive)


def _eigenaar(bank: str, opdracht: str, *waarden: object) -> None:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        beheer.execute(opdracht.encode(), waarden or None)


def _aantal(bank: str, tabel: str, kolom: str, id_: UUID) -> int:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        vraag = f"SELECT count(*) FROM {tabel} WHERE {kolom} = %s"  # noqa: S608 - own words
        rij = beheer.execute(vraag.encode(), [id_]).fetchone()
    assert rij is not None
    return int(rij[0])


@pytest.mark.parametrize("daad", [PIET_VOEGT_TOE, PIET_HAALT_WEG], ids=["erbij", "eraf"])
def test_na_een_besluit_dat_net_wordt_genomen_verandert_niemand_de_documenten(
    daad: Daad, bank: str
) -> None:
    assert _terwijl(bank, AMIRA_BESLUIT, daad) == "geweigerd"
    assert _aantal(bank, "aanmelding_bijlage", "hoort_bij", WACHT) == 1


def test_een_besluit_wacht_op_wie_net_een_document_toevoegt(bank: str) -> None:
    uitkomst: list[object] = []
    with als_app(bank) as app, zitting(app, PIET_VOEGT_TOE[0], terug=False):
        _doe(app, PIET_VOEGT_TOE)
        draad = _draad(bank, AMIRA_BESLUIT, uitkomst)
        _tot_er_gewacht_wordt(bank, draad)
        assert uitkomst == []
    draad.join(30)

    assert uitkomst == [None]
    assert _aantal(bank, "aanmelding_bijlage", "hoort_bij", WACHT) == 2


def test_een_oud_concept_met_een_nieuw_document_ruimt_de_werker_niet_op(bank: str) -> None:
    _eigenaar(bank, OUD, CONCEPT)

    assert _terwijl(bank, BRAM_VOEGT_TOE, RUIMT_CONCEPTEN_OP) == 0
    assert _aantal(bank, "aanmelding_concept", "id", CONCEPT) == 1
    assert _aantal(bank, "aanmelding_bijlage", "hoort_bij", CONCEPT) == 1


def test_bij_een_concept_dat_net_verdwijnt_komt_geen_document_meer(bank: str) -> None:
    _eigenaar(bank, OUD, CONCEPT)

    assert _terwijl(bank, RUIMT_CONCEPTEN_OP, BRAM_VOEGT_TOE) == "geweigerd"
    assert _aantal(bank, "aanmelding_bijlage", "hoort_bij", CONCEPT) == 0


def test_wat_net_wordt_verstuurd_houdt_zijn_documenten(bank: str) -> None:
    with als_app(bank) as app, zitting(app, "ketenpartner", terug=False):
        _doe(app, BRAM_VOEGT_TOE)
    _eigenaar(bank, OUD, CONCEPT)
    verstuurd: list[object] = []
    opgeruimd: list[object] = []
    with cluster().verbind(BEHEERDER, bank) as beheer, beheer.transaction():
        # Sending comes as far as its row, and waits there.
        beheer.execute(b"LOCK TABLE aanmelding_aanmelding IN SHARE MODE")
        bram = _draad(bank, BRAM_VERSTUURT, verstuurd)
        _tot_er_gewacht_wordt(bank, bram)
        werker = _draad(bank, RUIMT_CONCEPTEN_OP, opgeruimd)
        _tot_er_gewacht_wordt(bank, werker, 2)
    bram.join(30)
    werker.join(30)

    assert str(verstuurd[0]).startswith("AM-")
    assert opgeruimd == [0]
    assert _aantal(bank, "aanmelding_bijlage", "hoort_bij", CONCEPT) == 1


def test_wie_een_concept_net_weer_begint_houdt_de_documenten_ervan(bank: str) -> None:
    with als_app(bank) as app, zitting(app, "ketenpartner", terug=False):
        _doe(app, BRAM_VOEGT_TOE)
    _eigenaar(bank, LOS.format(CONCEPT))

    assert _terwijl(bank, BRAM_TYPT, RUIMT_BIJLAGEN_OP) == 0
    assert _aantal(bank, "aanmelding_bijlage", "hoort_bij", CONCEPT) == 1
