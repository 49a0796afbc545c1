# SPDX-License-Identifier: EUPL-1.2
"""Rows of sessions lie under a hash of their cookie; the ones from before, under the cookie, go."""

from django.db import migrations

from vangnet.kern.migraties import gewone_rechten


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0013_accountgegevens"), ("sessions", "0001_initial")]

    operations = [
        migrations.RunSQL("DELETE FROM django_session", reverse_sql=migrations.RunSQL.noop),
        # The key is not among what may be changed: a row stays where it was written.
        gewone_rechten(
            "django_session",
            "SELECT, INSERT, DELETE, UPDATE (session_data, expire_date)",
            reden="sessie van een browser; onder een hash van het koekje, inhoud versleuteld",
        ),
    ]
