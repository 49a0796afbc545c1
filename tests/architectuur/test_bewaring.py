# SPDX-License-Identifier: EUPL-1.2
"""Every table with personal data says how long it keeps them, and how they go (WGS 1.8(7))."""

from importlib import import_module

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model

from tests.architectuur.boom import BRON
from vangnet.inrichting.bewaarregels import Regel
from vangnet.kern.models import Persoonsgegeven

TABELLEN = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("vangnet.") and not hasattr(model, "pgh_tracked_model")
]


def over_mensen() -> set[type[Model]]:
    """Tables with personal data, and the tables whose rows hang on them and must go along."""
    gevonden: set[type[Model]] = {
        model for model in TABELLEN if issubclass(model, Persoonsgegeven | AbstractBaseUser)
    }
    while erbij := {model for model in TABELLEN if ouders(model) & gevonden} - gevonden:
        gevonden |= erbij
    return gevonden


def ouders(model: type[Model]) -> set[object]:
    return {veld.related_model for veld in model._meta.local_fields if veld.is_relation}


def regels() -> list[Regel]:
    """Every retention rule of every room."""
    kamers = sorted(pad.parent.name for pad in BRON.glob("*/bewaring.py"))
    return [
        regel for kamer in kamers for regel in import_module(f"vangnet.{kamer}.bewaring").BEWARING
    ]


def test_elke_tabel_over_mensen_heeft_een_bewaarregel() -> None:
    geregeld = {regel.model for regel in regels()}

    assert {model.__name__ for model in over_mensen() - geregeld} == set()


def test_een_bewaarregel_staat_in_de_kamer_van_zijn_tabel() -> None:
    elders = [
        f"{kamer}: {regel.model.__name__}"
        for kamer in sorted(pad.parent.name for pad in BRON.glob("*/bewaring.py"))
        for regel in import_module(f"vangnet.{kamer}.bewaring").BEWARING
        if regel.model not in apps.get_app_config(kamer).get_models()
    ]

    assert elders == []


def test_een_bewaarregel_noemt_alleen_velden_die_bestaan() -> None:
    verzonnen = [
        f"{regel.model.__name__}.{veld}"
        for regel in regels()
        for veld in regel.velden
        if veld not in {bekend.name for bekend in regel.model._meta.get_fields()}
    ]

    assert verzonnen == []
