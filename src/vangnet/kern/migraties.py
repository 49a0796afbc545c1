# SPDX-License-Identifier: EUPL-1.2
"""Migration operations: row-level security and grants of a table, in one place and one shape.

toegang.md section 1: row-level security enabled, not forced; UPDATE granted by column; policies in
the form of a scalar sub-select, so that the check runs once per statement and never per row.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.migrations.operations import RunSQL

INVOER_MAG = "(SELECT toegang.voert_in())"
HUIS_MAG = "(SELECT toegang.is_huis())"
CIJFERS_MAG = "(SELECT toegang.mag_cijfers())"


@dataclass(frozen=True)
class Beleid:
    """Who may do what with the rows of a table; each text is SQL that is true for allowed rows.

    wijzigbaar: the columns that may be written plainly. What closes, shields or hands over is not
    among them, nor is `versie`, which a trigger raises. Empty text = nobody.
    """

    lezen: str = HUIS_MAG
    toevoegen: str = ""
    wijzigen: str = ""
    wijzigbaar: Sequence[str] = ()
    verwijderen: str = ""
    invoer: bool = True
    invoer_verwijdert: bool = False


def rijbeveiliging(tabel: str, beleid: Beleid, *, historie: bool = True) -> RunSQL:
    """Operation that locks `tabel` and its history table and then opens what `beleid` says.

    historie: the table has `met_historie()` and a `versie`; repeat this operation's part for it
    with `historie_op_slot` in each later migration that changes its columns.
    """
    regels = _op_slot(tabel) + _voor_app(tabel, beleid)
    if beleid.invoer:
        regels += _voor_invoer(tabel, verwijdert=beleid.invoer_verwijdert)
    if historie:
        regels += [*_op_slot(f"{tabel}event"), *_historie(tabel), *_versie(tabel)]
    return _operatie(regels, terug=_terug(tabel))


def leesbeleid(tabel: str, uitdrukking: str, *, wie: str = "") -> RunSQL:
    """Operation that replaces who reads `tabel`; uitdrukking: SQL, true for allowed rows.

    wie: the word of `nog_een_lezer`, for a policy of a room above.
    """
    beleid = f"lezen_{wie}" if wie else "lezen"
    return RunSQL(f"ALTER POLICY {beleid} ON {tabel} USING ({uitdrukking})", RunSQL.noop)


def nog_een_lezer(tabel: str, wie: str, uitdrukking: str) -> RunSQL:
    """Operation that lets a room above open rows of `tabel` too, by a policy of its own.

    wie: who, as a word in the name of the policy. Rows that any policy allows are seen. Follow it
    with `vraag_daarna`, when `tabel` has a `lezen`.
    """
    return RunSQL(
        f"CREATE POLICY lezen_{wie} ON {tabel} FOR SELECT TO {settings.ROLLEN.app} "
        f"USING ({uitdrukking})",
        f"DROP POLICY lezen_{wie} ON {tabel}",
    )


def vraag_daarna(tabel: str, *wie: str) -> RunSQL:
    """Operation that asks the policies of `nog_een_lezer` after `lezen`; `daarna_<wie>` from then.

    PostgreSQL asks the policies of a table from the last name to the first, and the next only for
    a row that none before it allowed: those of the few stood before the one of the many.
    """
    namen = [(f"lezen_{een}", f"daarna_{een}") for een in wie]
    return RunSQL(
        [f"ALTER POLICY {van} ON {tabel} RENAME TO {naar}" for van, naar in namen],
        [f"ALTER POLICY {naar} ON {tabel} RENAME TO {van}" for van, naar in namen],
    )


def volgt_casus(tabel: str) -> RunSQL:
    """Operation that keeps column `dicht` of `tabel` equal to that of the casus of the row.

    Triggers of the owner, which no other role can switch off: at each write of the row, and when
    the casus changes. Rows without a casus are open.
    """
    return RunSQL(
        [
            f"CREATE TRIGGER dicht BEFORE INSERT OR UPDATE ON {tabel} FOR EACH ROW "
            "EXECUTE FUNCTION casus.erf_dicht()",
            f"CREATE TRIGGER dicht_naar_{tabel} AFTER UPDATE ON casus_casus "
            "REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw FOR EACH STATEMENT "
            f"EXECUTE FUNCTION casus.geef_dicht_door('{tabel}')",
            *versie_behalve_dicht(tabel),
            f"UPDATE {tabel} SET dicht = dicht",
        ],
        reverse_sql=[
            f"DROP TRIGGER dicht ON {tabel}",
            f"DROP TRIGGER dicht_naar_{tabel} ON casus_casus",
        ],
    )


def versie_behalve_dicht(tabel: str) -> list[str]:
    """Statements after which `versie` no longer rises when only `dicht` follows its casus."""
    return [
        f"DROP TRIGGER versie ON {tabel}",
        f"CREATE TRIGGER versie BEFORE UPDATE ON {tabel} FOR EACH ROW "
        "WHEN (OLD.* IS DISTINCT FROM NEW.*) "
        "EXECUTE FUNCTION public.versie_omhoog_behalve_dicht()",
    ]


def historie_op_slot(tabel: str) -> RunSQL:
    """Operation to repeat after a change of columns: the library then makes its triggers anew."""
    return _operatie(_historie(tabel), terug="")


def gewone_rechten(tabel: str, rechten: str, *, reden: str) -> RunSQL:
    """Operation for a framework table without row-level security; `reden` says why it is right."""
    if not reden:
        raise ValueError(f"{tabel}: a table without policy needs a reason")
    return RunSQL(
        [
            f"REVOKE ALL ON {tabel} FROM PUBLIC, {settings.ROLLEN.app}",
            f"GRANT {rechten} ON {tabel} TO {settings.ROLLEN.app}",
            f"COMMENT ON TABLE {tabel} IS 'zonder beleid: {reden}'",
        ],
        reverse_sql=RunSQL.noop,
    )


def feitbeveiliging(tabel: str, *, kolommen: Sequence[str]) -> RunSQL:
    """Operation for a fact table: read by the figures role only, and only with an asker.

    kolommen: what that role may read; what leads back to a source is not among them.
    """
    return RunSQL(
        [
            *_op_slot(tabel),
            f"CREATE POLICY lezen ON {tabel} FOR SELECT TO {settings.ROLLEN.cijfers} "
            f"USING ({CIJFERS_MAG})",
            f"GRANT SELECT ({', '.join(kolommen)}) ON {tabel} TO {settings.ROLLEN.cijfers}",
        ],
        reverse_sql=_terug(tabel),
    )


def _operatie(regels: list[str], *, terug: str) -> RunSQL:
    return RunSQL([(regel, None) for regel in regels], reverse_sql=terug or RunSQL.noop)


def _op_slot(tabel: str) -> list[str]:
    rollen = settings.ROLLEN
    return [
        f"REVOKE ALL ON {tabel} FROM PUBLIC, {', '.join(rollen.alle()[1:])}",
        f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY",
        f"GRANT SELECT ON {tabel} TO {rollen.backup}",
    ]


def _voor_app(tabel: str, beleid: Beleid) -> list[str]:
    app = settings.ROLLEN.app
    regels = [
        f"CREATE POLICY lezen ON {tabel} FOR SELECT TO {app} USING ({beleid.lezen})",
        f"GRANT SELECT ON {tabel} TO {app}",
    ]
    if beleid.toevoegen:
        regels += [
            f"CREATE POLICY toevoegen ON {tabel} FOR INSERT TO {app} "
            f"WITH CHECK ({beleid.toevoegen})",
            f"GRANT INSERT ON {tabel} TO {app}",
        ]
    if beleid.wijzigen:
        kolommen = ", ".join(beleid.wijzigbaar)
        regels += [
            f"CREATE POLICY wijzigen ON {tabel} FOR UPDATE TO {app} "
            f"USING ({beleid.wijzigen}) WITH CHECK ({beleid.wijzigen})",
            f"GRANT UPDATE ({kolommen}) ON {tabel} TO {app}",
        ]
    if beleid.verwijderen:
        regels += [
            f"CREATE POLICY verwijderen ON {tabel} FOR DELETE TO {app} "
            f"USING ({beleid.verwijderen})",
            f"GRANT DELETE ON {tabel} TO {app}",
        ]
    return regels


def _historie(tabel: str) -> list[str]:
    """The history is written by the owner's functions, so no other role needs a right to it.

    The library lets any session name triggers to skip; here none can, or injected SQL could change
    a row and leave no trace.
    """
    return [
        f"""DO $$
        DECLARE functie regprocedure; aantal int := 0;
        BEGIN
            FOR functie IN SELECT tgfoid FROM pg_trigger
                WHERE tgrelid = '{tabel}'::regclass AND tgname LIKE 'pgtrigger%'
            LOOP
                EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER '
                    'SET search_path = pg_catalog, public, pg_temp', functie);
                aantal := aantal + 1;
            END LOOP;
            IF aantal = 0 THEN
                RAISE EXCEPTION '{tabel} has no history: decorate its model with met_historie()';
            END IF;
        END $$""",
        "CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) "
        "RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'",
    ]


def _versie(tabel: str) -> list[str]:
    return [
        f"CREATE TRIGGER versie BEFORE UPDATE ON {tabel} FOR EACH ROW "
        "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()"
    ]


def _voor_invoer(tabel: str, *, verwijdert: bool) -> list[str]:
    invoer = settings.ROLLEN.invoer
    rechten = "SELECT, INSERT, UPDATE" + (", DELETE" if verwijdert else "")
    return [
        f"CREATE POLICY invoer ON {tabel} FOR ALL TO {invoer} "
        f"USING ({INVOER_MAG}) WITH CHECK ({INVOER_MAG})",
        f"GRANT {rechten} ON {tabel} TO {invoer}",
    ]


def _terug(tabel: str) -> str:
    """Undo: the table is closed to everybody but its owner."""
    return f"REVOKE ALL ON {tabel} FROM PUBLIC, {', '.join(settings.ROLLEN.alle()[1:])}"
