# SPDX-License-Identifier: EUPL-1.2
"""What the database itself holds, whatever the pages ask."""

import pytest
from django.db import transaction

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.casus.services import bijdrage_terugzetten
from vangnet.documenten.models import Documentdeel
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.vrager import Vrager, als


def _als_beheerder(databank: str, opdracht: str, waarde: str) -> None:
    with cluster().verbind(BEHEERDER, databank) as verbinding:
        verbinding.execute(opdracht.encode(), [waarde, id_van("document")])


@pytest.mark.asvs("5.4.3")
@pytest.mark.parametrize(
    ("stand", "delen"),
    [("wacht", 0), ("besmet", 0), ("kon_niet", 0), ("schoon", 1), ("niet_gescand", 1)],
)
def test_de_databank_geeft_geen_deel_van_wat_niet_door_de_scan_kwam(
    stand: str, delen: int, eigen_databank: str
) -> None:
    _als_beheerder(
        eigen_databank,
        "UPDATE documenten_documentversie SET scan = %s WHERE document = %s",
        stand,
    )

    with als(Vrager(id_van("amira"))):
        assert Documentdeel.objects.filter(van=id_van("documentversie")).count() == delen


@pytest.mark.parametrize(("geleden", "lukt"), [("9 minutes", True), ("11 minutes", False)])
def test_terugzetten_kan_tien_minuten_lang(geleden: str, lukt: bool, eigen_databank: str) -> None:
    _als_beheerder(
        eigen_databank,
        "UPDATE casus_bijdrage SET ingetrokken_op = now() - %s::interval WHERE id = %s",
        geleden,
    )

    with als(Vrager(id_van("amira"))):
        try:
            with transaction.atomic():
                bijdrage_terugzetten(id_van("document"))
            gelukt = True
        except NietToegestaan:
            gelukt = False

    assert gelukt == lukt
