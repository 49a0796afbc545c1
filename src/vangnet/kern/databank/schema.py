# SPDX-License-Identifier: EUPL-1.2
"""Does the database have the schema that this code knows?"""

from django.db import connection
from django.db.migrations.loader import MigrationLoader


def schema_is_bij() -> bool:
    """Whether exactly the migrations of this code were run: none missing, none unknown."""
    lader = MigrationLoader(connection)
    assert lader.disk_migrations is not None  # noqa: S101 - filled by the constructor
    bekend = {sleutel for sleutel in lader.disk_migrations if sleutel[0] in lader.migrated_apps}
    gedaan = {sleutel for sleutel in lader.applied_migrations if sleutel[0] in lader.migrated_apps}
    return bekend == gedaan
