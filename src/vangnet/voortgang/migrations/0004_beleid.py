# SPDX-License-Identifier: EUPL-1.2
"""Progress: the house, who is named, and the aangesprokene what the opschaling is about."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import (
    Beleid,
    historie_op_slot,
    leesbeleid,
    nog_een_lezer,
    rijbeveiliging,
    volgt_casus,
)

_SQL = (Path(__file__).parent.parent / "sql" / "aangesprokene.sql").read_text(encoding="utf-8")
_HEEL = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)


def _mijn(functie: str) -> str:
    return f"ANY(ARRAY(SELECT voortgang.{functie}()))"


class Migration(migrations.Migration):
    dependencies = [
        ("voortgang", "0003_afscherming"),
        ("casus", "0004_toegang"),
        ("plan", "0004_beleid"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT USAGE ON SCHEMA voortgang TO {settings.ROLLEN.app}",
                f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA voortgang TO {settings.ROLLEN.app}",
            ],
            reverse_sql="DROP SCHEMA voortgang CASCADE",
        ),
        rijbeveiliging("voortgang_vastgelopenafspraak", Beleid(invoer=False)),
        historie_op_slot("voortgang_opschaling"),
        historie_op_slot("voortgang_trajectbegeleiding"),
        volgt_casus("voortgang_opschaling"),
        volgt_casus("voortgang_trajectbegeleiding"),
        volgt_casus("voortgang_vastgelopenafspraak"),
        leesbeleid("voortgang_opschaling", _HEEL),
        leesbeleid("voortgang_trajectbegeleiding", _HEEL),
        leesbeleid("voortgang_vastgelopenafspraak", _HEEL),
        *[
            nog_een_lezer(tabel, "aangesprokene", f"{kolom} = {_mijn(functie)}")
            for tabel, kolom, functie in (
                ("voortgang_opschaling", "id", "mijn_opschalingen"),
                ("voortgang_vastgelopenafspraak", "opschaling_id", "mijn_opschalingen"),
                ("plan_afspraak", "id", "mijn_vastgelopen_afspraken"),
                ("casus_casus", "id", "mijn_opgeschaalde_casussen"),
                ("personen_persoon", "id", "mijn_hoofdbetrokkenen"),
            )
        ],
    ]
