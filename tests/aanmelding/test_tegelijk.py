# SPDX-License-Identifier: EUPL-1.2
"""Two acts on one form at the same time, on real connections."""

import json
import threading
from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import als_app, zitting
from tests.wachten import tot_er_wachten
from vangnet.aanmelding.services import Melding
from vangnet.kern.databank.cluster import BEHEERDER

FORM = UUID("6a0c4c5e-0f1c-4f4e-9d0a-2c9d7d5a1f10")
MELDING = Melding(
    aanmelder=id_van("ggz"), achternaam="Proef", aanleiding="x", doel="x", geprobeerd="x"
)
INDIENEN = "SELECT aanmelding.dien_in(%s, %s, '')"
BEWAREN = "SELECT aanmelding.bewaar_concept(%s, %s, '')"
STAAT = "SELECT count(*) FROM {} WHERE id = %s"


@pytest.fixture
def bank() -> Iterator[str]:
    with kloon() as naam:
        yield naam


def _doe(app: psycopg.Connection, opdracht: str) -> object:
    inhoud = json.dumps(MELDING.kolommen(), default=str)
    rij = app.execute(opdracht.encode(), [FORM, inhoud]).fetchone()
    return rij[0] if rij else None


def _tijdens_het_versturen(bank: str, opdracht: str) -> tuple[object, object]:
    """What Bram gets who sends, and what he gets of `opdracht` that begins before that is done."""
    uitkomst: list[object] = []

    def tweede() -> None:
        with als_app(bank) as app, zitting(app, "ketenpartner", terug=False):
            try:
                uitkomst.append(_doe(app, opdracht))
            except InsufficientPrivilege:
                uitkomst.append("geweigerd")
                raise psycopg.Rollback from None

    draad = threading.Thread(target=tweede)
    with als_app(bank) as app, zitting(app, "ketenpartner", terug=False):
        eerste = _doe(app, INDIENEN)
        draad.start()
        tot_er_wachten(bank)
    draad.join(30)
    return eerste, uitkomst[0]


def _aantal(bank: str, tabel: str) -> int:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        rij = beheer.execute(STAAT.format(tabel).encode(), [FORM]).fetchone()
    assert rij is not None
    return int(rij[0])


def test_wat_onder_het_versturen_wordt_bewaard_komt_niet_terug_als_concept(bank: str) -> None:
    _, bewaard = _tijdens_het_versturen(bank, BEWAREN)

    assert bewaard == "geweigerd"
    assert (_aantal(bank, "aanmelding_aanmelding"), _aantal(bank, "aanmelding_concept")) == (1, 0)


def test_twee_keer_tegelijk_versturen_geeft_twee_keer_hetzelfde_kenmerk(bank: str) -> None:
    eerste, tweede = _tijdens_het_versturen(bank, INDIENEN)

    assert eerste == tweede
    assert _aantal(bank, "aanmelding_aanmelding") == 1


def test_onder_het_concept_van_een_ander_verstuurt_niemand(bank: str) -> None:
    with als_app(bank) as app, zitting(app, "ketenpartner", terug=False):
        _doe(app, BEWAREN)
    with (
        als_app(bank) as app,
        zitting(app, "procesregisseur"),
        pytest.raises(InsufficientPrivilege),
    ):
        _doe(app, INDIENEN)
    with als_app(bank) as app, zitting(app, "ketenpartner"):
        assert str(_doe(app, INDIENEN)).startswith("AM-")
