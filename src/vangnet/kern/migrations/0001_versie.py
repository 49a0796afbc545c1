# SPDX-License-Identifier: EUPL-1.2
"""The version of a row rises at each change, whoever writes it: a stale save is always seen."""

from django.db import migrations

_FUNCTIE = """
    CREATE OR REPLACE FUNCTION public.versie_omhoog() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
        NEW.versie := OLD.versie + 1;
        RETURN NEW;
    END $$
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.RunSQL(_FUNCTIE, reverse_sql="DROP FUNCTION public.versie_omhoog() CASCADE"),
    ]
