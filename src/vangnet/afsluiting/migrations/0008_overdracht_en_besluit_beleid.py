# SPDX-License-Identifier: EUPL-1.2
"""Handover, decision and nazorg: read by who may know of them, written by functions only."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging, volgt_casus

_SQL = [
    (Path(__file__).parent.parent / "sql" / f"{naam}.sql").read_text(encoding="utf-8")
    for naam in ("overdracht", "sluiten", "nazorg")
]
_APP = settings.ROLLEN.app
_HEEL = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)
# The receiver sees what they were asked themselves, while they take part.
_VOOR_MIJ = (
    "(gebruiker_id = (SELECT toegang.vrager()) "
    "AND casus_id = ANY(ARRAY(SELECT casus.mijn_partnercasussen())))"
)
_NAZORG = (
    "(SELECT toegang.is_huis()) AND (NOT beperkt "
    "OR door_id = (SELECT toegang.vrager()) OR controleur_id = (SELECT toegang.vrager()))"
)
_DADEN = (
    "draag_over(uuid, jsonb, text)",
    "beantwoord_overdracht(uuid, text, text, text)",
    "stel_voor(uuid, jsonb, text)",
    "controleer(uuid, boolean, text, text)",
    "beantwoord_nazorg(uuid, boolean, text)",
    "heropen(text, jsonb, text)",
)


class Migration(migrations.Migration):
    dependencies = [
        ("afsluiting", "0007_overdracht_en_besluit"),
        ("casus", "0012_wissel_inzet"),
        ("plan", "0008_planversies_beleid"),
        ("voortgang", "0004_beleid"),
    ]

    operations = [
        rijbeveiliging(
            "afsluiting_overdracht", Beleid(lezen=f"{_HEEL} OR {_VOOR_MIJ}", invoer=False)
        ),
        rijbeveiliging("afsluiting_besluit", Beleid(lezen=_HEEL, invoer=False)),
        rijbeveiliging("afsluiting_nazorg", Beleid(lezen=_NAZORG, invoer=False)),
        # Whoever sees the decision: its own policy decides inside.
        rijbeveiliging(
            "afsluiting_besluitstem",
            Beleid(
                lezen="EXISTS (SELECT 1 FROM afsluiting_besluit b WHERE b.id = besluit_id)",
                invoer=False,
            ),
            historie=False,
        ),
        volgt_casus("afsluiting_overdracht"),
        volgt_casus("afsluiting_besluit"),
        migrations.RunSQL(
            [
                "CREATE TRIGGER versie BEFORE UPDATE ON afsluiting_besluitstem FOR EACH ROW "
                "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
                *_SQL,
                f"GRANT USAGE ON SCHEMA afsluiting TO {_APP}, {settings.ROLLEN.backup}",
                *(f"GRANT EXECUTE ON FUNCTION afsluiting.{daad} TO {_APP}" for daad in _DADEN),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
