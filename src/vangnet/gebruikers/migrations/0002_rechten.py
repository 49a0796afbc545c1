# SPDX-License-Identifier: EUPL-1.2
"""Accounts and the framework's own tables: read before anybody has logged in, so no policy."""

from django.db import migrations

from vangnet.kern.migraties import gewone_rechten


class Migration(migrations.Migration):
    dependencies = [
        ("gebruikers", "0001_initial"),
        ("sessions", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        gewone_rechten(
            "gebruikers_gebruiker",
            "SELECT, UPDATE (password, last_login)",
            reden="wordt gelezen voordat iemand is ingelogd; professionals, geen betrokkenen",
        ),
        gewone_rechten(
            "django_session",
            "SELECT, INSERT, UPDATE, DELETE",
            reden="sessie van een browser; inhoud is ondertekend en bevat alleen ids",
        ),
        gewone_rechten(
            "django_content_type", "SELECT", reden="namen van tabellen; geen gegevens van mensen"
        ),
        gewone_rechten("auth_permission", "SELECT", reden="namen van rechten van het raamwerk"),
        gewone_rechten(
            "django_migrations", "SELECT", reden="welke versie van de tabellen er staat"
        ),
    ]
