# SPDX-License-Identifier: EUPL-1.2
"""Does the database have the schema that this code knows?"""

from enum import Enum, auto
from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from vangnet.kern.fouten import OmgevingFout

Migratie = tuple[str, str]


class Schemastand(Enum):
    """How the database compares with the code."""

    BIJ = auto()
    OUDER = auto()
    ONBEKEND = auto()


@cache
def _bekend() -> frozenset[Migratie]:
    """The migrations of this code; they can't change while it runs."""
    lader = MigrationLoader(None)
    assert lader.disk_migrations is not None  # noqa: S101 - filled by the constructor
    return frozenset(
        sleutel for sleutel in lader.disk_migrations if sleutel[0] in lader.migrated_apps
    )


def gedane_migraties() -> frozenset[Migratie]:
    """The migrations that were run on this database; one query."""
    return frozenset(MigrationRecorder(connection).applied_migrations())


def schemastand(gedaan: frozenset[Migratie] | None = None) -> Schemastand:
    """Compare `gedaan` (default: those of this database) with the migrations of this code.

    ONBEKEND: the database, or the back-up that they are of, was made by newer or other code.
    """
    gedaan = gedane_migraties() if gedaan is None else gedaan
    if gedaan - _bekend():
        return Schemastand.ONBEKEND
    return Schemastand.BIJ if gedaan == _bekend() else Schemastand.OUDER


def schema_is_bij() -> bool:
    """Whether exactly the migrations of this code were run: none missing, none unknown."""
    return schemastand() is Schemastand.BIJ


def eis_bekend_schema() -> None:
    """Raise OmgevingFout unless the schema is that of this code; web and worker ask this first."""
    eis_geen_nieuwer_schema()
    if schemastand() is Schemastand.OUDER:
        raise OmgevingFout(
            "De databank is ouder dan deze code. Laat een beheerder uitvoeren: bin/vangnet migreer"
        )


def eis_geen_nieuwer_schema() -> None:
    """Raise OmgevingFout when other code than this updated the database."""
    if schemastand() is Schemastand.ONBEKEND:
        raise OmgevingFout(
            "De databank is bijgewerkt door een nieuwere versie van Vangnet. Zet die versie van de "
            "code neer, of zet een oudere back-up terug."
        )
