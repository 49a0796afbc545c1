# SPDX-License-Identifier: EUPL-1.2
"""A deelnemer reports; a draft is its author's alone."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, historie_op_slot, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "aanmelden.sql").read_text(encoding="utf-8")
_FUNCTIES = (
    "mijn_aanmelders()",
    "bewaar_concept(uuid, jsonb, text)",
    "gooi_concept_weg(uuid, text)",
    "dien_in(uuid, jsonb, text)",
)
# Who no longer has a role that reports, has no drafts any more.
_MIJN_CONCEPT = (
    "auteur_id = (SELECT toegang.vrager()) AND (SELECT toegang.heeft_een("
    "ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']))"
)


class Migration(migrations.Migration):
    # Not casus 0007 and on: they pull toegang 0015 forward, which wants the schema casus there.
    dependencies = [("aanmelding", "0006_aanmelden"), ("casus", "0006_delen")]

    operations = [
        historie_op_slot("aanmelding_aanmelding"),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            [
                f"GRANT EXECUTE ON FUNCTION aanmelding.{een} TO {settings.ROLLEN.app}"
                for een in _FUNCTIES
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        rijbeveiliging(
            "aanmelding_concept", Beleid(lezen=_MIJN_CONCEPT, invoer=False), historie=False
        ),
        migrations.RunSQL(
            "CREATE TRIGGER versie BEFORE UPDATE ON aanmelding_concept FOR EACH ROW "
            "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
            reverse_sql="DROP TRIGGER versie ON aanmelding_concept",
        ),
    ]
