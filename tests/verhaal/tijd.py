# SPDX-License-Identifier: EUPL-1.2
"""Time that passes: not the clock moves, but all that was written becomes older.

The clock of the database decides what today is, and no test can set it.
"""

from psycopg import sql

from tests.databank import cluster
from vangnet.kern.databank.cluster import BEHEERDER

_KAMERS = "(aanmelding|casus|beeld|plan|overleg|voortgang|afsluiting|advies)"
_DAGEN = f"""
    SELECT c.table_name, array_agg(c.column_name::text)
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_name)
     WHERE c.table_schema = 'public' AND t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
       AND c.table_name ~ '^{_KAMERS}_' AND c.is_generated = 'NEVER'
       AND c.column_name <> 'geboortedatum'
       AND c.data_type IN ('date', 'timestamp with time zone')
     GROUP BY c.table_name
"""  # noqa: S608 - own words

# By way of a day on which there is nothing: rows of which a day may hold one don't meet.
_OMWEG = 40_000


def later(databank: str, dagen: int) -> None:
    """So many days pass in a database: its casework is that much older, and so are its facts."""
    with cluster().verbind(BEHEERDER, databank) as beheer:
        # Nothing is done to the rows: no trigger has to know of it.
        beheer.execute("SET session_replication_role = replica")
        for tabel, kolommen in beheer.execute(_DAGEN.encode()).fetchall():
            for terug in (dagen + _OMWEG, -_OMWEG):
                zetten = [
                    sql.SQL("{0} = {0} - make_interval(days => {1})").format(
                        sql.Identifier(kolom), sql.Literal(terug)
                    )
                    for kolom in kolommen
                ]
                beheer.execute(
                    sql.SQL("UPDATE {} SET {}").format(
                        sql.Identifier(tabel), sql.SQL(", ").join(zetten)
                    )
                )
        beheer.execute("SET session_replication_role = origin")
        beheer.execute("SELECT kerncijfers.herbouw()")
