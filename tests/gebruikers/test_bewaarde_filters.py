# SPDX-License-Identifier: EUPL-1.2
"""Filters that somebody keeps: how long what was taken away can be put back."""

import pytest

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.gebruikers.bewaardefilters import (
    bewaarde_filters,
    filter_bewaren,
    filter_terugzetten,
    filter_weghalen,
)
from vangnet.gebruikers.models import BewaardFilter
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import VangnetFout
from vangnet.toegang.vrager import Vrager, als

AMIRA = id_van("amira")
_WEG = "UPDATE gebruikers_bewaardfilter SET weg_op = now() - %s::interval WHERE id = %s"


@pytest.mark.parametrize(("geleden", "kan_nog"), [("9 minutes", True), ("11 minutes", False)])
def test_wat_is_weggehaald_is_tien_minuten_terug_te_zetten(
    geleden: str, kan_nog: bool, eigen_databank: str
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_WEG.encode(), [geleden, id_van("filter-weg")])

    with als(Vrager(AMIRA)):
        getoond = [een.naam for een in bewaarde_filters(AMIRA)]
        assert ("Kanarie-filter-weg" in getoond) == kan_nog
        assert filter_terugzetten(AMIRA, id_van("filter-weg")) == kan_nog


def test_wie_een_filter_bewaart_ruimt_op_wat_niet_meer_terug_kan(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_WEG.encode(), ["11 minutes", id_van("filter-weg")])

    with als(Vrager(AMIRA)):
        filter_bewaren(AMIRA, "Nieuw", {"inzet": "procesregie"})
        assert not BewaardFilter.objects.filter(pk=id_van("filter-weg")).exists()


@pytest.mark.django_db
def test_een_filter_komt_niet_terug_naast_een_met_dezelfde_naam() -> None:
    with als(Vrager(AMIRA)):
        filter_weghalen(AMIRA, id_van("filter"))
        filter_bewaren(AMIRA, "Kanarie-filter", {"inzet": "ondersteuning"})
        with pytest.raises(VangnetFout, match="Je hebt al een filter met deze naam"):
            filter_terugzetten(AMIRA, id_van("filter"))
        assert len(bewaarde_filters(AMIRA)) == 3
