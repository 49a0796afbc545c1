# SPDX-License-Identifier: EUPL-1.2
"""Rows follow the rooms: a row points at rows of rooms below its own, never up (ADR 0003).

import-linter checks the imports. It cannot see a foreign key that is written as text, so the model
registry is read here, against the same list of rooms.
"""

from itertools import chain

from django.apps import apps
from django.db.models import Model

from tests.architectuur.boom import kamerlagen

HOOGTE = {
    kamer: hoogte for hoogte, laag in enumerate(reversed(kamerlagen())) for kamer in sorted(laag)
}


def kamer_van(model: type[Model]) -> str | None:
    """The room of a model; None for a model of Django or of a library."""
    pakket, kamer, *_ = [*model.__module__.split("."), ""]
    return kamer if pakket == "vangnet" else None


def verwijzingen(model: type[Model]) -> list[tuple[str, type[Model]]]:
    """Name of each relation that this table holds, with the model at the other end."""
    velden = chain(model._meta.local_fields, model._meta.local_many_to_many)
    return [
        (veld.name, veld.related_model)
        for veld in velden
        if veld.is_relation and isinstance(veld.related_model, type)
    ]


def test_een_rij_wijst_nooit_naar_een_hogere_kamer() -> None:
    omhoog = [
        f"{kamer}.{model.__name__}.{veld} -> {ander}.{doel.__name__}"
        for model in apps.get_models(include_auto_created=True)
        if (kamer := kamer_van(model))
        for veld, doel in verwijzingen(model)
        if (ander := kamer_van(doel)) and kamer != ander and HOOGTE[kamer] <= HOOGTE[ander]
    ]

    assert omhoog == []


def test_elke_kamer_met_tabellen_staat_in_de_lijst() -> None:
    kamers = {kamer_van(model) for model in apps.get_models()} - {None}

    assert kamers - HOOGTE.keys() == set()
