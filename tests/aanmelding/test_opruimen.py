# SPDX-License-Identifier: EUPL-1.2
"""Drafts that nobody touched for two weeks, as the worker clears them."""

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.aanmelding.models import Concept
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.opdrachtregel.werker import ruim_concepten_op
from vangnet.toegang.vrager import Vrager, als

_OUD = "UPDATE aanmelding_concept SET bewaard_op = now() - %s::interval WHERE id = %s"


def test_de_werker_ruimt_concepten_van_twee_weken_op_en_schrijft_welke(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_OUD, ["14 days 1 minute", id_van("concept-weg")])
        beheer.execute(_OUD, ["13 days 23 hours", id_van("concept-bram")])

    assert (ruim_concepten_op(), ruim_concepten_op()) == (1, 0)

    with als(Vrager(id_van("bram"))):
        blijft = set(Concept.objects.values_list("pk", flat=True))
    assert blijft == {id_van("concept-bram"), id_van("concept-terug")}
    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="concept.vernietigd")
        over = Onderwerp.objects.filter(handeling=rij).values_list("onderwerp", flat=True)
        assert (list(over), rij.doel) == ([id_van("concept-weg")], "bewaartermijn")


def test_wat_een_uur_geleden_is_weggegooid_ruimt_de_werker_op(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        weg = "UPDATE aanmelding_concept SET weg_op = now() - %s::interval WHERE id = %s"
        beheer.execute(weg.encode(), ["61 minutes", id_van("concept-terug")])
        beheer.execute(weg.encode(), ["59 minutes", id_van("concept-weg")])

    assert ruim_concepten_op() == 1
    with als(Vrager(id_van("bram"))):
        blijft = set(Concept.objects.values_list("pk", flat=True))
    assert blijft == {id_van("concept-bram"), id_van("concept-weg")}


def test_weggegooid_en_twee_weken_oud_zijn_elk_een_reden(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_OUD, ["15 days", id_van("concept-bram")])
        weg = "UPDATE aanmelding_concept SET weg_op = now() - interval '2 hours' WHERE id = %s"
        beheer.execute(weg.encode(), [id_van("concept-terug")])

    assert ruim_concepten_op() == 2
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling="concept.vernietigd")
        redenen = {
            een.regel: list(
                Onderwerp.objects.filter(handeling=een).values_list("onderwerp", flat=True)
            )
            for een in rijen
        }
    assert redenen == {
        "twee_weken": [id_van("concept-bram")],
        "weggegooid": [id_van("concept-terug")],
    }
