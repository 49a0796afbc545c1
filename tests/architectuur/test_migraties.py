# SPDX-License-Identifier: EUPL-1.2
"""Migrations say exactly what the models say, under names that tell what they do."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from tests.architectuur.boom import bestanden, is_migratie, kort


def test_de_migraties_zijn_compleet() -> None:
    geschreven = MigrationLoader(None)
    met_de_tabellen = ProjectState.from_apps(apps)

    with translation.override(None):  # as makemigrations does: labels are compared untranslated
        zoeker = MigrationAutodetector(geschreven.project_state(), met_de_tabellen)
        verschil = zoeker.changes(graph=geschreven.graph)

    assert {kamer: [str(migratie) for migratie in lijst] for kamer, lijst in verschil.items()} == {}


def test_een_migratie_heeft_een_eigen_naam() -> None:
    naamloos = [
        kort(pad)
        for pad in bestanden("src", einde=".py")
        if is_migratie(pad) and "_auto_" in pad.name
    ]

    assert naamloos == []


def test_wie_een_kenmerk_zonder_nullen_leest_komt_na_de_functie_die_dat_doet() -> None:
    plan = MigrationLoader(None).graph.forwards_plan(("afsluiting", "0019_kort_kenmerk"))

    assert ("casus", "0034_kort_kenmerk") in plan
