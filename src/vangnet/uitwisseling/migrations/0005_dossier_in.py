# SPDX-License-Identifier: EUPL-1.2
"""The import role adds casework: as the account that asks, unread, and to nobody's wider sight."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "dossier_in.sql"
_INVOER = settings.ROLLEN.invoer
_MAG = "(SELECT uitwisseling.voert_dossier_in())"
_VRAGER = "(SELECT toegang.vrager())"
_VAN_EEN_INVOER = f"{_MAG} AND invoer IS NOT NULL"
_NIEMAND_DOET_MEE = "NOT (casus_id = ANY(ARRAY(SELECT uitwisseling.casussen_in_gebruik())))"
_NU = "aangemaakt_op >= (SELECT uitwisseling.begin_van_nu())"
_TOEVOEGEN = {
    "aanmelding_criteriumoordeel": _VAN_EEN_INVOER,
    "aanmelding_huisoordeel": _VAN_EEN_INVOER,
    "aanmelding_beslisser": _VAN_EEN_INVOER,
    # A criterium of another house never begins here.
    "aanmelding_huiscriterium": f"{_VAN_EEN_INVOER} AND tot IS NOT NULL AND tot < vanaf",
    "plan_doel": f"{_VAN_EEN_INVOER} AND {_NIEMAND_DOET_MEE}",
    "casus_bijdrage": f"{_VAN_EEN_INVOER} AND auteur_id = {_VRAGER} AND ingetrokken_op IS NULL "
    f"AND publiek <> 'werknotitie' AND {_NIEMAND_DOET_MEE}",
    # What was here before gets no wider audience and no file: only what this import brought.
    "casus_bijdragepubliek": f"{_MAG} AND EXISTS (SELECT 1 FROM casus_bijdrage b "
    "WHERE b.id = bijdrage_id AND b.invoer = casus_bijdragepubliek.invoer)",
    "documenten_documentversie": f"{_MAG} AND door_id = {_VRAGER} AND scan = 'wacht' "
    "AND gescand_op IS NULL AND EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = document "
    "AND b.casus_id = dossier AND b.invoer = documenten_documentversie.invoer)",
    "documenten_documentdeel": f"{_MAG} AND EXISTS (SELECT 1 FROM documenten_documentversie v "
    "WHERE v.id = van_id AND v.scan = 'wacht')",
    "documenten_dossiersleutel": _MAG,
}
# Of these it sees what it has just added itself, for what hangs on them.
_EIGEN = {
    "casus_bijdrage": f"{_MAG} AND auteur_id = {_VRAGER} AND {_NU}",
    "documenten_documentversie": f"{_MAG} AND door_id = {_VRAGER} AND {_NU}",
}
# A setting of the house, and a key that opens nothing without that of the house.
_LEZEN = ("aanmelding_huiscriterium", "documenten_dossiersleutel")
_WERKBANK = (
    "criteriumoordelen",
    "huisoordelen",
    "beslissers",
    "doelen",
    "bijdragen",
    "bijdragepubliek",
    "documenten",
)


def _voeg_toe(tabel: str, mag: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        [
            f"CREATE POLICY dossier_in ON {tabel} FOR INSERT TO {_INVOER} WITH CHECK ({mag})",
            f"GRANT INSERT ON {tabel} TO {_INVOER}",
        ],
        [
            f"DROP POLICY dossier_in ON {tabel}",
            f"REVOKE INSERT ON {tabel} FROM {_INVOER}",
        ],
    )


def _ziet_eigen(tabel: str, mag: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE POLICY dossier_eigen ON {tabel} FOR SELECT TO {_INVOER} USING ({mag})",
        f"DROP POLICY dossier_eigen ON {tabel}",
    )


def _lees(tabel: str) -> migrations.RunSQL:
    """In place of the policy of 0004, which asks for an order."""
    return migrations.RunSQL(
        f"ALTER POLICY dossier_uit ON {tabel} USING ({_MAG})",
        f"ALTER POLICY dossier_uit ON {tabel} USING ((SELECT uitwisseling.voert_dossier_uit()))",
    )


class Migration(migrations.Migration):
    dependencies = [("uitwisseling", "0004_dossier_uit")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                *(
                    f"GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON invoer.{tabel} TO {_INVOER}"
                    for tabel in _WERKBANK
                ),
                "GRANT EXECUTE ON FUNCTION uitwisseling.voert_dossier_in(), "
                "uitwisseling.casussen_in_gebruik(), uitwisseling.begin_van_nu(), "
                "uitwisseling.vergelijk_dossier() "
                f"TO {_INVOER}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        *(_voeg_toe(tabel, mag) for tabel, mag in _TOEVOEGEN.items()),
        *(_ziet_eigen(tabel, mag) for tabel, mag in _EIGEN.items()),
        *(_lees(tabel) for tabel in _LEZEN),
    ]
