# SPDX-License-Identifier: EUPL-1.2
"""Who sees a casus and the people in it (toegang.md sections 2 and 3), decided by the database."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import (
    Beleid,
    historie_op_slot,
    leesbeleid,
    nog_een_lezer,
    rijbeveiliging,
    versie_behalve_dicht,
    volgt_casus,
)

_MAP = Path(__file__).parent.parent / "sql"
_DICHT = (_MAP / "dicht.sql").read_text(encoding="utf-8")
_ROLLEN = (_MAP / "rollen.sql").read_text(encoding="utf-8")
_HUIS = "(SELECT toegang.is_huis()) AND NOT dicht"
_HEEL = "ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
_MIJN = "ANY(ARRAY(SELECT casus.mijn_casussen()))"
_PERSONEN = "ANY(ARRAY(SELECT casus.mijn_personen()))"
_COORDINATOR = "ANY(ARRAY(SELECT toegang.mijn_organisaties(ARRAY['coordinator'])))"


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0003_afscherming"),
        ("kern", "0002_versie_behalve_dicht"),
        ("personen", "0003_afscherming"),
        ("toegang", "0013_mijn_inzagen"),
    ]

    operations = [
        migrations.RunSQL([_DICHT, _ROLLEN], reverse_sql="DROP SCHEMA casus CASCADE"),
        migrations.RunSQL(
            [
                f"GRANT USAGE ON SCHEMA casus TO {settings.ROLLEN.app}",
                "GRANT EXECUTE ON FUNCTION casus.mijn_casussen(), casus.mijn_hele_casussen(), "
                f"casus.mijn_betrokkenen(), casus.mijn_personen() TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        rijbeveiliging("casus_casusrol", Beleid(invoer=False)),
        *[
            historie_op_slot(tabel)
            for tabel in (
                "casus_casus",
                "casus_inzet",
                "casus_betrokkenheid",
                "personen_persoon",
                "personen_relatie",
            )
        ],
        migrations.RunSQL(
            [
                *versie_behalve_dicht("casus_casus"),
                *versie_behalve_dicht("personen_persoon"),
                *versie_behalve_dicht("personen_relatie"),
                "UPDATE casus_casus SET dicht = dicht",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        *[volgt_casus(tabel) for tabel in ("casus_inzet", "casus_betrokkenheid", "casus_casusrol")],
        leesbeleid("casus_casus", f"({_HUIS}) OR id = {_HEEL} OR id = {_MIJN}"),
        leesbeleid("casus_inzet", f"({_HUIS}) OR casus_id = {_HEEL} OR casus_id = {_MIJN}"),
        leesbeleid(
            "casus_betrokkenheid",
            f"({_HUIS}) OR casus_id = {_HEEL} OR id = ANY(ARRAY(SELECT casus.mijn_betrokkenen()))",
        ),
        leesbeleid(
            "casus_casusrol",
            f"({_HUIS}) OR casus_id = {_HEEL} OR casus_id = {_MIJN} "
            "OR gebruiker_id = (SELECT toegang.vrager())",
        ),
        nog_een_lezer("casus_casusrol", "coordinator", f"organisatie_id = {_COORDINATOR}"),
        leesbeleid("personen_persoon", f"({_HUIS}) OR id = {_PERSONEN}"),
        leesbeleid(
            "personen_relatie",
            f"({_HUIS}) OR (persoon_id = {_PERSONEN} AND andere_persoon_id = {_PERSONEN})",
        ),
    ]
