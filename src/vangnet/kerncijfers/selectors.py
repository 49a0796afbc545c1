# SPDX-License-Identifier: EUPL-1.2
"""Reads of this room that are no figures."""

from datetime import date

from django.db import connection

from vangnet.kerncijfers.tellen import als_cijferrol

_JAREN = """
    SELECT DISTINCT extract(year FROM dag)::integer FROM (
        SELECT ontvangen_op AS dag FROM feit_aanmelding
        UNION ALL SELECT triage_op FROM feit_aanmelding WHERE triage_op IS NOT NULL
        UNION ALL SELECT datum FROM feit_gebeurtenis) AS dagen
    ORDER BY 1
"""

_JAREN_MET_AANMELDINGEN = """
    SELECT DISTINCT extract(year FROM ontvangen_op)::integer FROM feit_aanmelding ORDER BY 1
"""


def jaren_met_feiten() -> list[tuple[date, date]]:
    """The calendar years in which something is dated, as periods."""
    with als_cijferrol(), connection.cursor() as cursor:
        cursor.execute(_JAREN)
        return [(date(jaar, 1, 1), date(jaar, 12, 31)) for (jaar,) in cursor.fetchall()]


def jaren_met_aanmeldingen() -> list[int]:
    """The calendar years in which an aanmelding was received, oldest first."""
    with als_cijferrol(), connection.cursor() as cursor:
        cursor.execute(_JAREN_MET_AANMELDINGEN)
        return [int(jaar) for (jaar,) in cursor.fetchall()]
