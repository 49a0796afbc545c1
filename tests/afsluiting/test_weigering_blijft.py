# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the owner writes rows with the ids of the cast
"""Mijn werk: a refused handover stays there until another receiver was asked after that no."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import CASUS, beslissing, maak_klaar, sluitbank, sluiting, wie
from tests.bezetting import id_van
from tests.databank import cluster, verbonden_met
from vangnet.afsluiting.services import (
    casus_heropenen,
    sluiten_controleren,
    sluiten_voorstellen,
)
from vangnet.afsluiting.werkblik import werkblik
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager

_AMIRA = id_van("amira")
_RIJ = f"""
    INSERT INTO afsluiting_overdracht (id, casus_id, organisatie_id, soort, functie, warm,
        aangeboden_op, aangeboden_door_id, antwoord, reden, beantwoord_op, beantwoord_door_id,
        aangemaakt_op, eerste_verwerking, eerste_verwerking_afgeleid, dicht)
    VALUES (gen_random_uuid(), '{CASUS}', '{id_van("ggz")}', 'ggz', 'casemanager', false,
        %(gevraagd)s, '{_AMIRA}', %(antwoord)s, 'Er is een wachtlijst.', %(beantwoord)s,
        '{id_van("joris")}', %(gevraagd)s + %(nummer)s * interval '1 minute', %(gevraagd)s, false,
        false)
"""


@pytest.fixture
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with sluitbank() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


# Of each handover how many days ago it was asked and answered, in the order of asking.
Rij = tuple[int, str, int]
_JA, _NEE = "aanvaard", "geweigerd"


@pytest.mark.parametrize(
    ("rijen", "staat_er"),
    [
        pytest.param([(5, _JA, 3), (5, _NEE, 2)], True, id="twee tegelijk, een ja en een nee"),
        pytest.param([(5, _NEE, 2), (5, _JA, 3)], True, id="twee tegelijk, andersom gevraagd"),
        pytest.param([(0, _JA, 0), (0, _NEE, 0)], True, id="twee op de dag zelf"),
        pytest.param([(700, _JA, 690), (2, _NEE, 1)], True, id="heropend, met een ja van toen"),
        pytest.param([(5, _NEE, 3), (2, _JA, 1)], False, id="een ander na de weigering"),
        pytest.param([(1, _NEE, 1), (1, _JA, 1)], False, id="een ander op de dag zelf"),
        pytest.param([(1, _NEE, 1), (0, _JA, 0)], False, id="een ander op de dag erna"),
        pytest.param([(5, _NEE, 3), (2, _NEE, 1)], True, id="een ander die ook weigerde"),
    ],
)
def test_een_weigering_gaat_pas_weg_als_daarna_een_ander_is_gevraagd(
    rijen: list[Rij], staat_er: bool, bank: str
) -> None:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        for nummer, (gevraagd, antwoord, beantwoord) in enumerate(rijen):
            waarden = {
                "nummer": nummer,
                "gevraagd": vandaag() - timedelta(days=gevraagd),
                "antwoord": antwoord,
                "beantwoord": vandaag() - timedelta(days=beantwoord),
            }
            beheer.execute(_RIJ.encode(), waarden)

    assert (_NEE in _beantwoord()) is staat_er


def test_een_ja_waarop_de_zaak_al_eens_sloot_vraagt_na_heropenen_niets(bank: str) -> None:
    maak_klaar()
    waarden = {"nummer": 0, "antwoord": _JA, "gevraagd": vandaag(), "beantwoord": vandaag()}
    with cluster().verbind(BEHEERDER, bank) as beheer:
        rij = beheer.execute(f"{_RIJ} RETURNING id".encode(), waarden).fetchone()
    assert rij is not None

    eerst = _beantwoord()
    with wie("amira"):
        voorstel = sluiten_voorstellen(CASUS, sluiting(overdracht=rij[0]))
    with wie("oda"):
        sluiten_controleren(voorstel, akkoord=True)
    with wie("amira"):
        casus_heropenen("ZVH-2022-0001", beslissing(genomen_op=vandaag()))

    assert (_JA in eerst, _JA in _beantwoord()) == (True, False)


def _beantwoord() -> set[str]:
    """The answers that stand on Mijn werk of who asked."""
    with wie("amira"):
        regels = werkblik(kijker_van(Vrager(_AMIRA)), dag=vandaag())
    return {een.wat for een in regels if een.soort == "beantwoord"}
