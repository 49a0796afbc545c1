# SPDX-License-Identifier: EUPL-1.2
"""Meetings that may have been counted twice: tallied, and recorded as an overleg as well.

kerncijfers.md section 4: the casustafel radicalisering adds both; both in one month is a vraag.
"""

from datetime import date, timedelta
from decimal import Decimal

from django.db import connection

from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel
from vangnet.kerncijfers.controles.reeks import Bron
from vangnet.kerncijfers.perioden import maanden_terug
from vangnet.kerncijfers.reeksen import BEREKENING
from vangnet.kerncijfers.tellen import als_cijferrol

_TAFEL = CATALOGUS["casustafel_radicalisering"]
_BEIDE = """
    SELECT * FROM (
        SELECT date_trunc('month', datum::timestamp)::date AS maand,
               sum(aantal) FILTER (WHERE soort = 'casustafel_radicalisering') AS geteld,
               sum(aantal) FILTER (WHERE soort = 'casustafel_radicalisering_overleg') AS overlegd
          FROM feit_gebeurtenis
         WHERE soort IN ('casustafel_radicalisering', 'casustafel_radicalisering_overleg')
           AND datum BETWEEN %s AND %s
         GROUP BY 1) AS per_maand
     WHERE geteld > 0 AND overlegd > 0
     ORDER BY maand
"""


def mogelijk_dubbel(van: date, tot: date) -> list[Bevinding]:
    """A vraag for each month of the period that has both."""
    with als_cijferrol(), connection.cursor() as cursor:
        cursor.execute(_BEIDE, [van, tot])
        return [_vraag(*rij) for rij in cursor.fetchall()]


def _vraag(maand: date, geteld: Decimal, overlegd: Decimal) -> Bevinding:
    return Bevinding(
        oordeel=Oordeel.VRAAG,
        controle="mogelijk_dubbel",
        sleutel=_TAFEL.sleutel,
        uitsplitsing=(("maand", (f"{maand:%Y-%m}",)),),
        van=maand,
        tot=maanden_terug(maand, -1) - timedelta(days=1),
        eenheid=_TAFEL.eenheid,
        waarden=(geteld, overlegd),
        rekensom=f"{geteld} geteld en {overlegd} als overleg vastgelegd: misschien hetzelfde",
        bronnen=(Bron(rapport=BEREKENING, plaats=""),),
    )
