# SPDX-License-Identifier: EUPL-1.2
"""Web, worker and command line refuse a schema that they don't know."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.databank import cluster
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.databank.schema import (
    Schemastand,
    eis_bekend_schema,
    gedane_migraties,
    schemastand,
)
from vangnet.kern.fouten import OmgevingFout


def als_eigenaar(databank: str, opdracht: str) -> None:
    with cluster().verbind(BEHEERDER, databank) as verbinding:
        verbinding.execute(opdracht)


@pytest.mark.django_db
def test_de_databank_van_deze_code_is_bij() -> None:
    assert schemastand() is Schemastand.BIJ


@pytest.mark.django_db
def test_een_migratie_te_weinig_is_ouder() -> None:
    assert schemastand(gedane_migraties() - {("casus", "0001_initial")}) is Schemastand.OUDER


@pytest.mark.django_db
def test_een_migratie_die_de_code_niet_kent_is_onbekend() -> None:
    stand = schemastand(gedane_migraties() | {("casus", "9999_van_later")})

    assert stand is Schemastand.ONBEKEND


def test_een_nieuwere_databank_wordt_geweigerd_met_een_zin(eigen_databank: str) -> None:
    als_eigenaar(
        eigen_databank,
        "INSERT INTO django_migrations (app, name, applied) VALUES ('casus', '9999', now())",
    )

    with pytest.raises(OmgevingFout, match="nieuwere versie van Vangnet"):
        eis_bekend_schema()


def test_een_oudere_databank_wordt_geweigerd_met_wat_te_doen(eigen_databank: str) -> None:
    als_eigenaar(eigen_databank, "DELETE FROM django_migrations WHERE app = 'uitwisseling'")

    with pytest.raises(OmgevingFout, match="bin/vangnet migreer"):
        eis_bekend_schema()


def test_gereed_zegt_nee_bij_een_onbekend_schema(eigen_databank: str) -> None:
    als_eigenaar(eigen_databank, "DELETE FROM django_migrations WHERE app = 'uitwisseling'")

    antwoord = Client().get("/gereed")

    assert (antwoord.status_code, antwoord.content) == (503, b"nee\n")


@pytest.mark.django_db
def test_de_stand_kost_hooguit_twee_vragen(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(2):
        schemastand()
