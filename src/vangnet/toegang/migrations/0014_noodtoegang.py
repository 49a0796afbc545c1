# SPDX-License-Identifier: EUPL-1.2
"""Opening, ending and judging a look at one casus: functions that the application may call."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import leesbeleid

_SQL = (Path(__file__).parent.parent / "sql" / "noodtoegang.sql").read_text(encoding="utf-8")
_VOOR_DE_APP = (
    "toegang.te_beoordelen()",
    "toegang.kenmerken_van_inzagen()",
    "toegang.gedaan_bij_inzage(uuid)",
    "toegang.noodtoegang_op(uuid)",
    "toegang.open_inzage(text, text, text, text)",
    "toegang.beeindig_inzage(uuid, text)",
    "toegang.beoordeel_inzage(uuid, text, text, text)",
)
_VOOR_DE_EIGENAAR = (
    "toegang.soort_inzage(text)",
    "toegang.werkdagen_later(timestamptz, integer)",
    "toegang.weiger_inzage()",
    "toegang.inzage_staat_vast() CASCADE",
)
_EIGEN = (
    "gebruiker = (SELECT toegang.vrager()) "
    "OR (SELECT toegang.heeft_een(ARRAY['privacy_officer', 'auditor']))"
)


class Migration(migrations.Migration):
    dependencies = [("toegang", "0004_halverwege")]

    operations = [
        migrations.RunSQL(
            [_SQL, f"GRANT EXECUTE ON FUNCTION {', '.join(_VOOR_DE_APP)} TO {settings.ROLLEN.app}"],
            reverse_sql=[
                f"ALTER POLICY lezen ON toegang_inzage USING ({_EIGEN})",
                *[f"DROP FUNCTION {een}" for een in (*_VOOR_DE_APP, *_VOOR_DE_EIGENAAR)],
            ],
        ),
        leesbeleid(
            "toegang_inzage", f"{_EIGEN} OR id = ANY(ARRAY(SELECT toegang.te_beoordelen()))"
        ),
    ]
