# SPDX-License-Identifier: EUPL-1.2
"""Fact tables without names, the functions that fill them, and the queue of what was touched."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import feitbeveiliging

_MAP = Path(__file__).parent.parent / "sql"
_BESTANDEN = (
    "tabellen",
    "ververs_aanmeldingen",
    "ververs_casussen",
    "ververs_betrokkenen",
    "ververs_gebeurtenissen",
    "wachtrij",
)
_WEG = (
    "DROP SCHEMA kerncijfers CASCADE; "
    "DROP TABLE feit_aanmelding, feit_casus, feit_betrokkene, feit_gebeurtenis"
)
_AANMELDER = ["gemeente", "aanmelder_soort", "aanmelder_groep", "keten", "herkomst"]

# Which column of which table holds the id of a fact that a write puts behind.
_RAAKT = {
    "aanmelding_aanmelding": "'aanmelding', 'id', 'casus', 'casus_id'",
    "casus_casus": "'casus', 'id'",
    "casus_inzet": "'casus', 'casus_id'",
    "casus_betrokkenheid": "'casus', 'casus_id'",
    "afsluiting_afsluiting": "'casus', 'casus_id'",
    "voortgang_trajectbegeleiding": "'casus', 'casus_id'",
    "advies_advies": "'advies', 'id'",
    "advies_telling": "'telling', 'id'",
    "overleg_overleg": "'overleg', 'id'",
    "financien_financielepost": "'financien', 'id'",
}
_OVERGANG = {
    "INSERT": "NEW TABLE AS nieuw",
    "UPDATE": "OLD TABLE AS oud NEW TABLE AS nieuw",
    "DELETE": "OLD TABLE AS oud",
}
_VAN_DE_CASUS = ("casus_casus", "INSERT")


def _trigger(tabel: str, daad: str, functie: str, *, naam: str = "feiten") -> str:
    return (
        f"CREATE TRIGGER {naam}_{daad.lower()} AFTER {daad} ON {tabel} "
        f"REFERENCING {_OVERGANG[daad]} FOR EACH STATEMENT "
        f"EXECUTE FUNCTION kerncijfers.{functie}"
    )


_TRIGGERS = [
    _trigger(tabel, daad, f"zet_in_wachtrij({argumenten})")
    for tabel, argumenten in _RAAKT.items()
    for daad in _OVERGANG
    # A casus has no facts before it has an inzet, and that row queues it.
    if (tabel, daad) != _VAN_DE_CASUS
] + [
    _trigger("personen_persoon", "UPDATE", "persoon_gewijzigd()"),
    _trigger("personen_persoon", "DELETE", "persoon_vernietigd()"),
    _trigger("organisaties_organisatie", "UPDATE", "organisatie_gewijzigd()"),
    _trigger("aanmelding_aanmelding", "DELETE", "aanmelding_wordt_teller()", naam="feit_teller"),
    "CREATE TRIGGER feiten_vernietigen BEFORE DELETE ON aanmelding_aanmelding "
    "FOR EACH STATEMENT EXECUTE FUNCTION kerncijfers.voor_vernietigen()",
]


class Migration(migrations.Migration):
    dependencies = [
        ("kerncijfers", "0002_beleid"),
        ("aanmelding", "0002_beleid"),
        ("casus", "0002_beleid"),
        ("afsluiting", "0003_resultaat"),
        ("voortgang", "0002_beleid"),
        ("advies", "0002_beleid"),
        ("overleg", "0002_beleid"),
        ("financien", "0002_beleid"),
        ("personen", "0002_beleid"),
        ("organisaties", "0002_beleid"),
    ]

    operations = [
        migrations.RunSQL(
            "\n".join((_MAP / f"{naam}.sql").read_text(encoding="utf-8") for naam in _BESTANDEN),
            reverse_sql=_WEG,
        ),
        migrations.RunSQL(
            [
                "GRANT USAGE ON SCHEMA kerncijfers TO "
                f"{settings.ROLLEN.app}, {settings.ROLLEN.invoer}, {settings.ROLLEN.backup}",
                f"GRANT SELECT ON ALL TABLES IN SCHEMA kerncijfers TO {settings.ROLLEN.backup}",
                "GRANT EXECUTE ON FUNCTION kerncijfers.ververs() TO "
                f"{settings.ROLLEN.app}, {settings.ROLLEN.invoer}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        feitbeveiliging(
            "feit_aanmelding",
            kolommen=[
                *_AANMELDER,
                *["ontvangen_op", "triage_op", "triage_besluit", "reden", "aandachtsgebied"],
            ],
        ),
        feitbeveiliging(
            "feit_casus",
            kolommen=[
                *_AANMELDER,
                *["sleutel", "aangemeld_op", "eerste_inzet", "samenstelling", "leeftijd"],
                "aandachtsgebied",
            ],
        ),
        feitbeveiliging(
            "feit_betrokkene",
            kolommen=["casus", "persoon", "rol", "vanaf", "aangemeld_op", "eerste_inzet"],
        ),
        feitbeveiliging(
            "feit_gebeurtenis",
            kolommen=[
                *["casus", "soort", "datum", "tot", "volgende", "aangemeld_op", "aantal"],
                *["inzet", "wissel", "afsluitreden", "resultaat", "ontvanger_soort"],
                *["aanmelder_soort", "thema", "aan", "gemeente", "post", "bron"],
            ],
        ),
        migrations.RunSQL("; ".join(_TRIGGERS), reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL("SELECT kerncijfers.herbouw()", reverse_sql=migrations.RunSQL.noop),
    ]
