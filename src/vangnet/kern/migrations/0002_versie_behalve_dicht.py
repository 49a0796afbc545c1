# SPDX-License-Identifier: EUPL-1.2
"""Closing a casus shuts its rows without changing them: their version stays."""

from django.db import migrations

_FUNCTIE = """
    CREATE FUNCTION public.versie_omhoog_behalve_dicht() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
        was record := OLD;
    BEGIN
        was.dicht := NEW.dicht;
        IF was IS DISTINCT FROM NEW THEN
            NEW.versie := OLD.versie + 1;
        END IF;
        RETURN NEW;
    END $$
"""


class Migration(migrations.Migration):
    dependencies = [("kern", "0001_versie")]

    operations = [
        migrations.RunSQL(
            _FUNCTIE, reverse_sql="DROP FUNCTION public.versie_omhoog_behalve_dicht() CASCADE"
        ),
    ]
