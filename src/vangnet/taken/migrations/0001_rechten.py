# SPDX-License-Identifier: EUPL-1.2
"""The job queue: the library's own tables, which hold ids and a signed asker, never a value."""

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import gewone_rechten

_REDEN = "wachtrij van de bibliotheek; bevat ids en een ondertekende vrager, geen waarden"

# Nobody may call a new function by default; the triggers among them need no such right.
_AANROEPEN = f"""
    DO $$ DECLARE functie regprocedure; BEGIN
        FOR functie IN SELECT p.oid FROM pg_proc p
            WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'procrastinate\\_%'
              AND p.prorettype <> 'trigger'::regtype
        LOOP
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO {settings.ROLLEN.app}', functie);
        END LOOP;
    END $$
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("procrastinate", "0041_post_retry_failed_job")]

    operations = [
        *[
            gewone_rechten(tabel, "SELECT, INSERT, UPDATE, DELETE", reden=_REDEN)
            for tabel in (
                "procrastinate_jobs",
                "procrastinate_events",
                "procrastinate_periodic_defers",
                "procrastinate_workers",
            )
        ],
        migrations.RunSQL(_AANROEPEN, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            "GRANT USAGE ON SEQUENCE procrastinate_jobs_id_seq, procrastinate_events_id_seq, "
            "procrastinate_periodic_defers_id_seq, procrastinate_workers_id_seq "
            f"TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
