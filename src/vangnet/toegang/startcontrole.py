# SPDX-License-Identifier: EUPL-1.2
"""May this process serve? Not under a role that can do more than the application needs.

toegang.md section 1: refused under an owner, a superuser or a role past row-level security, and
with a right too many. Catalogue queries only; some milliseconds.
"""

from collections.abc import Sequence

from django.conf import settings
from django.db import connection

from vangnet.kern.fouten import OmgevingFout

_ROL = """
    WITH ik AS (SELECT * FROM pg_roles WHERE rolname IN (current_user, session_user))
    SELECT format('De rol is %%s en niet %%s.', current_user, %s::text)
     WHERE %s <> ANY(ARRAY[current_user, session_user])
    UNION ALL SELECT format('De rol %%s is superuser.', rolname) FROM ik WHERE rolsuper
    UNION ALL SELECT format('De rol %%s gaat langs rijbeveiliging.', rolname) FROM ik
               WHERE rolbypassrls
    UNION ALL SELECT format('De rol %%s maakt rollen of databanken.', rolname) FROM ik
               WHERE rolcreaterole OR rolcreatedb OR rolreplication
    UNION ALL SELECT format('De rol erft de rechten van andere rollen: %%s.', rolname) FROM ik
               WHERE rolinherit AND NOT rolsuper
    UNION ALL SELECT format('De rol bezit: %%s.', pg_describe_object(d.classid, d.objid, 0))
                FROM pg_shdepend d JOIN ik ON d.refobjid = ik.oid
               WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o'
                 AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
    UNION ALL SELECT format('De rol kan worden: %%s.', ander.rolname)
                FROM pg_roles ander, ik
               WHERE NOT ik.rolsuper AND pg_has_role(ik.oid, ander.oid, 'MEMBER')
                 AND ander.rolname <> ALL(%s)
    UNION ALL SELECT format('De rol heeft een eigen instelling: %%s.', instelling)
                FROM pg_db_role_setting s JOIN ik ON s.setrole = ik.oid,
                     unnest(s.setconfig) instelling
               WHERE instelling <> 'track_activities=off'
    UNION ALL SELECT 'Andere sessies lezen opdrachten mee: track_activities staat aan.'
               WHERE current_setting('track_activities') <> 'off'
    UNION ALL SELECT format('De rol mag in deze databank: %%s.', recht)
                FROM unnest(ARRAY['CREATE', 'TEMPORARY']) recht
               WHERE has_database_privilege(current_database(), recht)
    UNION ALL SELECT format('De rol mag maken in schema %%s.', nspname)
                FROM pg_namespace WHERE has_schema_privilege(oid, 'CREATE')
"""
_VERSCHIL = """
    SELECT CASE WHEN stand.regel IS NULL THEN 'Te veel: ' ELSE 'Ontbreekt: ' END
           || coalesce(nu.regel, stand.regel) || '.'
      FROM toegang.rechten_nu nu FULL JOIN toegang.rechtenstand stand ON stand.regel = nu.regel
     WHERE nu.regel IS NULL OR stand.regel IS NULL
"""
_IS_VASTGELEGD = "SELECT to_regclass('toegang.rechtenstand') IS NOT NULL"
_GETOOND = 5


def bezwaren() -> list[str]:
    """Why this connection may not serve, in Dutch sentences; nothing when it may."""
    rollen = settings.ROLLEN
    mag_worden = [rollen.app, rollen.cijfers, rollen.invoer]
    return _zinnen(_ROL, [rollen.app, rollen.app, mag_worden]) + _gewijzigd()


def eis_smalle_rechten() -> None:
    """Raise OmgevingFout unless the application's role can do what it needs and nothing more."""
    if zinnen := bezwaren():
        raise OmgevingFout(
            f"Vangnet start niet, want de rechten in de databank kloppen niet. {_kort(zinnen)} "
            "Draai terug wat met de hand is gewijzigd, of laat een beheerder de SQL van "
            "bin/vangnet rollen uitvoeren."
        )


def rechten_vrijgeven() -> None:
    """Before an update, under the owner role: what it changes is right from here on.

    Raises OmgevingFout when somebody changed rights by hand since the last update: recording them
    would hide that.
    """
    with connection.cursor() as cursor:
        cursor.execute(_IS_VASTGELEGD)
        if not cursor.fetchone()[0]:
            return
        cursor.execute("SELECT count(*) FROM toegang.rechtenstand")
        # Empty: an update was broken off half-way, and this one finishes it.
        if cursor.fetchone()[0] and (zinnen := _gewijzigd()):
            raise OmgevingFout(
                "De rechten in de databank zijn met de hand gewijzigd. "
                f"{_kort(zinnen)} Draai dat terug en probeer het opnieuw."
            )
        cursor.execute("DELETE FROM toegang.rechtenstand")


def rechten_vastleggen() -> None:
    """After an update, under the owner role: this is what the start check holds on to."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO toegang.rechtenstand (regel) SELECT DISTINCT regel FROM toegang.rechten_nu"
        )


def _gewijzigd() -> list[str]:
    return _zinnen(_VERSCHIL)


def _zinnen(vraag: str, waarden: Sequence[str | list[str]] = ()) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(vraag, waarden or None)
        return sorted({str(zin) for (zin,) in cursor.fetchall()})


def _kort(zinnen: Sequence[str]) -> str:
    # What the role is explains most of the rest, such as all that an owner owns.
    op_gewicht = sorted(zinnen, key=lambda zin: not zin.startswith("De rol is"))
    rest = len(zinnen) - _GETOOND
    return " ".join(op_gewicht[:_GETOOND]) + (f" En nog {rest}." if rest > 0 else "")
