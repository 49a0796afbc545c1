# SPDX-License-Identifier: EUPL-1.2
"""With an order, for one transaction, the import role reads the casework."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "dossier_uit.sql"
_APP, _INVOER = settings.ROLLEN.app, settings.ROLLEN.invoer
_MAG = "(SELECT uitwisseling.voert_dossier_uit())"
# Before the scan nobody reads a byte, an export neither (casus 0016).
_GESCAND = (
    "EXISTS (SELECT 1 FROM documenten_documentversie v WHERE v.id = van_id "
    "AND (v.scan = 'schoon' OR v.scan = 'niet_gescand'))"
)
_LEEST = {
    "aanmelding_criteriumoordeel": _MAG,
    "aanmelding_huisoordeel": _MAG,
    "aanmelding_huiscriterium": _MAG,
    "aanmelding_beslisser": _MAG,
    "plan_doel": _MAG,
    "casus_bijdrage": _MAG,
    "casus_bijdragepubliek": _MAG,
    "documenten_documentversie": _MAG,
    "documenten_documentdeel": f"{_MAG} AND {_GESCAND}",
    "documenten_dossiersleutel": _MAG,
}
_BEELDEN = (
    "criteriumoordelen",
    "huisoordelen",
    "beslissers",
    "doelen",
    "bijdragen",
    "bijdragepubliek",
    "documenten",
)


def _lees(tabel: str, mag: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        [
            f"CREATE POLICY dossier_uit ON {tabel} FOR SELECT TO {_INVOER} USING ({mag})",
            f"GRANT SELECT ON {tabel} TO {_INVOER}",
        ],
        [
            f"DROP POLICY dossier_uit ON {tabel}",
            f"REVOKE SELECT ON {tabel} FROM {_INVOER}",
        ],
    )


class Migration(migrations.Migration):
    dependencies = [
        ("uitwisseling", "0003_dossieropdracht_beleid"),
        ("aanmelding", "0034_bijlage_beleid"),
        ("casus", "0027_herstel_met_kanten"),
        ("documenten", "0004_sjabloonbeleid"),
        ("plan", "0015_getekende_versie_beleid"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                f"GRANT USAGE ON SCHEMA uitwisseling TO {_INVOER}",
                "GRANT EXECUTE ON FUNCTION "
                f"uitwisseling.gebruik_dossieropdracht(uuid, text) TO {_APP}",
                "GRANT EXECUTE ON FUNCTION uitwisseling.voert_dossier_uit(), "
                f"uitwisseling.kaal(text), uitwisseling.ja_nee(boolean) TO {_INVOER}",
                *(f"GRANT SELECT ON uitwisseling.{beeld} TO {_INVOER}" for beeld in _BEELDEN),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        *(_lees(tabel, mag) for tabel, mag in _LEEST.items()),
    ]
