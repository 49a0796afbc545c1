# SPDX-License-Identifier: EUPL-1.2
"""Second factors, sessions, the brake on guessing, and the municipal provider."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import vangnet.kern.klok

_SQL = (Path(__file__).parent.parent / "sql" / "inloggen.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
_FUNCTIES = (
    "wie_logt_in()",
    "wie_is_binnen()",
    "wie_krijgt_factor()",
    "tel_poging(text, int)",
    "tel_terug(text)",
    "beeindig_sessies(uuid, text)",
    "zet_via_oidc(uuid, boolean, text)",
    "zoek_oidc(text, text, text, text)",
)
_LOGT_IN = "gebruiker = (SELECT gebruikers.wie_logt_in())"
_IS_BINNEN = "gebruiker = (SELECT gebruikers.wie_is_binnen())"
_KRIJGT_FACTOR = "gebruiker = (SELECT gebruikers.wie_krijgt_factor())"


def _op_slot(tabel: str) -> list[str]:
    return [
        f"REVOKE ALL ON {tabel} FROM PUBLIC, {', '.join(settings.ROLLEN.alle()[1:])}",
        f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY",
        f"GRANT SELECT ON {tabel} TO {settings.ROLLEN.backup}",
    ]


# Policies call functions that inloggen.sql makes, and its triggers need the tables.
_SLOT = [
    regel
    for tabel in ("tweedefactor", "sessie", "poging", "oidckoppeling")
    for regel in _op_slot(f"gebruikers_{tabel}")
]
_RECHTEN = [
    *(f"GRANT EXECUTE ON FUNCTION gebruikers.{functie} TO {_APP}" for functie in _FUNCTIES),
    f"CREATE POLICY lezen ON gebruikers_tweedefactor FOR SELECT TO {_APP} USING ({_LOGT_IN})",
    f"CREATE POLICY toevoegen ON gebruikers_tweedefactor FOR INSERT TO {_APP} "
    f"WITH CHECK ({_KRIJGT_FACTOR})",
    f"CREATE POLICY wijzigen ON gebruikers_tweedefactor FOR UPDATE TO {_APP} "
    f"USING ({_LOGT_IN}) WITH CHECK ({_LOGT_IN})",
    f"CREATE POLICY verwijderen ON gebruikers_tweedefactor FOR DELETE TO {_APP} "
    f"USING ({_IS_BINNEN})",
    f"GRANT SELECT, INSERT, DELETE, UPDATE (naam, teller, laatst_gebruikt_op) "
    f"ON gebruikers_tweedefactor TO {_APP}",
    f"CREATE POLICY lezen ON gebruikers_sessie FOR SELECT TO {_APP} USING ({_IS_BINNEN})",
    f"CREATE POLICY toevoegen ON gebruikers_sessie FOR INSERT TO {_APP} WITH CHECK ({_IS_BINNEN})",
    f"CREATE POLICY wijzigen ON gebruikers_sessie FOR UPDATE TO {_APP} "
    f"USING ({_IS_BINNEN}) WITH CHECK ({_IS_BINNEN})",
    f"CREATE POLICY verwijderen ON gebruikers_sessie FOR DELETE TO {_APP} USING ({_IS_BINNEN})",
    f"GRANT SELECT, INSERT, DELETE, UPDATE (stempel, gezien_op, bevestigd_op, beeindigd_op) "
    f"ON gebruikers_sessie TO {_APP}",
]


class Migration(migrations.Migration):
    dependencies = [
        ("gebruikers", "0011_beheer_activering"),
        ("toegang", "0004_halverwege"),
    ]

    operations = [
        migrations.CreateModel(
            name="Poging",
            fields=[
                ("sleutel", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("aantal", models.PositiveIntegerField()),
                ("verloopt_op", models.DateTimeField(db_index=True)),
            ],
            options={
                "db_table": "gebruikers_poging",
            },
        ),
        migrations.AddField(
            model_name="gebruiker",
            name="sessiestempel",
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="gebruiker",
            name="via_oidc",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.CreateModel(
            name="Sessie",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("apparaat", models.CharField(blank=True, default="", max_length=60)),
                ("factor", models.CharField(max_length=20)),
                ("stempel", models.PositiveIntegerField(default=0)),
                ("begonnen_op", models.DateTimeField(default=vangnet.kern.klok.nu)),
                ("gezien_op", models.DateTimeField(default=vangnet.kern.klok.nu)),
                ("bevestigd_op", models.DateTimeField(default=vangnet.kern.klok.nu)),
                ("beeindigd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gebruiker",
                    models.ForeignKey(
                        db_column="gebruiker",
                        on_delete=django.db.models.deletion.RESTRICT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gebruikers_sessie",
            },
        ),
        migrations.CreateModel(
            name="TweedeFactor",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("totp", "code uit een app"),
                            ("passkey", "passkey"),
                            ("herstelcode", "herstelcode"),
                        ],
                        max_length=20,
                    ),
                ),
                ("naam", models.CharField(blank=True, default="", max_length=60)),
                ("geheim", models.TextField()),
                ("teller", models.BigIntegerField(default=0)),
                ("gemaakt_op", models.DateTimeField(default=vangnet.kern.klok.nu)),
                ("laatst_gebruikt_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gebruiker",
                    models.ForeignKey(
                        db_column="gebruiker",
                        on_delete=django.db.models.deletion.RESTRICT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gebruikers_tweedefactor",
            },
        ),
        migrations.CreateModel(
            name="OidcKoppeling",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("uitgever", models.CharField(max_length=300)),
                ("onderwerp", models.CharField(max_length=255)),
                ("gekoppeld_op", models.DateTimeField(default=vangnet.kern.klok.nu)),
                (
                    "gebruiker",
                    models.OneToOneField(
                        db_column="gebruiker",
                        on_delete=django.db.models.deletion.RESTRICT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gebruikers_oidckoppeling",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("uitgever", "onderwerp"), name="oidckoppeling_een"
                    )
                ],
            },
        ),
        migrations.RunSQL([*_SLOT], reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL([*_RECHTEN], reverse_sql=migrations.RunSQL.noop),
    ]
