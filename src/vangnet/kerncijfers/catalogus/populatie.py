# SPDX-License-Identifier: EUPL-1.2
"""The populations of the figures: which facts are counted, and which day places them in a period.

Each is one statement over one fact table. A row outside the period, by the day that places it, is
not in it; every condition is a rule of kerncijfers.md sections 3 and 4.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

_MAAND = "date_trunc('month', {}::timestamp)::date"
_LEEFTIJD = (
    "CASE WHEN leeftijd IS NULL THEN 'onbekend' WHEN leeftijd < 18 THEN '0-17' "
    "WHEN leeftijd < 24 THEN '18-23' WHEN leeftijd < 41 THEN '24-40' "
    "WHEN leeftijd < 56 THEN '41-55' ELSE '56+' END"
)
# Taking months off a day gives the last day of a shorter month, so who came on the 31st has a month
# on the 1st after it.
_LOOPTIJD = "CASE {} ELSE '24+' END".format(
    " ".join(
        f"WHEN aangemeld_op > (%(peildatum)s::date - interval '{maanden} months')::date "
        f"THEN '{klasse}'"
        for maanden, klasse in ((3, "0-2"), (6, "3-5"), (12, "6-11"), (24, "12-23"))
    )
)


class Rijsoort(Enum):
    """What a reader with the right sees behind a figure (kerncijfers.md section 1, rule 10)."""

    ZAAK = "zaak"
    AANMELDING = "aanmelding"
    FEIT = "feit"
    """The facts themselves: they are of work that holds no person."""


@dataclass(frozen=True, eq=False)
class Populatie:
    """Facts that are counted together, in SQL over fact tables only.

    uit: table or sub-query; waar: condition, with %(van)s, %(tot)s (both days count) and
    %(peildatum)s; kolommen: SQL for the dimensions that aren't a column of that name; telt, som: a
    column and the aggregate over it, as `telt`; per_soort: the column `soort` tells kinds of facts
    apart. rijen: what stands behind a row; sleutel: its key without meaning; toont: the columns
    that a reader sees of it instead, when the facts themselves are shown.
    """

    naam: str
    uit: str
    waar: str
    kolommen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    telt: str = "1"
    som: str = "count(*)"
    per_soort: bool = False
    rijen: Rijsoort = Rijsoort.ZAAK
    sleutel: str = "casus"
    toont: tuple[str, ...] = ()

    def kolom(self, dimensie: str) -> str:
        """SQL for the class of a row in a dimension."""
        return self.kolommen.get(dimensie, dimensie)


AANMELDINGEN = Populatie(
    "aanmeldingen",
    "feit_aanmelding",
    "ontvangen_op BETWEEN %(van)s AND %(tot)s",
    {"maand": _MAAND.format("ontvangen_op")},
    rijen=Rijsoort.AANMELDING,
    sleutel="sleutel",
)
NIET_IN_BEHANDELING = Populatie(
    "niet_in_behandeling",
    "feit_aanmelding",
    "triage_op BETWEEN %(van)s AND %(tot)s "
    "AND triage_besluit NOT IN ('procesregie', 'ondersteuning')",
    rijen=Rijsoort.AANMELDING,
    sleutel="sleutel",
)
NIEUWE_ZAKEN = Populatie(
    "nieuwe_zaken",
    "feit_casus",
    "aangemeld_op BETWEEN %(van)s AND %(tot)s",
    {"maand": _MAAND.format("aangemeld_op"), "leeftijd": _LEEFTIJD},
    sleutel="sleutel",
)
# A row says that a casus is open under an inzet at the start of each day after `datum` up to `tot`.
OPEN_ZAKEN = Populatie(
    "open_zaken",
    "feit_gebeurtenis",
    "soort = 'inzet' AND datum < %(peildatum)s AND tot >= %(peildatum)s",
    {"looptijd": _LOOPTIJD},
)
# The last such row begun on or before the end gives the inzet; it also ends last, so it alone tells
# whether the casus was still open on the first day.
LOPENDE_ZAKEN = Populatie(
    "lopende_zaken",
    "feit_gebeurtenis",
    "soort = 'inzet' AND datum <= %(tot)s AND volgende > %(tot)s AND tot >= %(van)s",
    {"laatste_inzet": "inzet"},
)
VERLOOP = Populatie(
    "verloop",
    "feit_gebeurtenis",
    "soort IN ('wissel', 'heropening', 'afsluiting', 'traject') "
    "AND datum BETWEEN %(van)s AND %(tot)s",
    {"laatste_inzet": "inzet"},
    per_soort=True,
)
AFSLUITINGEN_PROCESREGIE = Populatie(
    "afsluitingen_procesregie",
    "feit_gebeurtenis",
    "soort = 'afsluiting' AND inzet = 'procesregie' AND datum BETWEEN %(van)s AND %(tot)s",
)
# Each person once, by the first of the order of the rollen, and in the first casus where they hold
# it: rang and casus in one number, so that one minimum gives both.
BETROKKENEN = Populatie(
    "betrokkenen",
    '(SELECT min(array_position(%(rollen)s::text[], rol COLLATE "C")::bigint << 48 | casus) '
    "AS plek "
    "FROM feit_betrokkene WHERE aangemeld_op BETWEEN %(van)s AND %(tot)s "
    "AND eerste_inzet = 'procesregie' AND (vanaf IS NULL OR vanaf <= %(tot)s) "
    "GROUP BY persoon) AS persoon",
    "true",
    {"rol": "(%(rollen)s::text[])[(plek >> 48)::integer]"},
    sleutel="plek & ((1::bigint << 48) - 1)",
)
BEGELEIDE_ZAKEN = Populatie(
    "begeleide_zaken",
    "feit_gebeurtenis",
    "soort = 'traject' AND datum <= %(tot)s AND tot >= %(van)s",
    telt="casus",
    som="count(DISTINCT telt)",
)
NIEUWE_BEGELEIDE_ZAKEN = Populatie(
    "nieuwe_begeleide_zaken",
    "feit_gebeurtenis",
    "soort = 'traject' AND datum <= %(tot)s AND tot >= %(van)s "
    "AND aangemeld_op BETWEEN %(van)s AND %(tot)s",
    telt="casus",
    som="count(DISTINCT telt)",
)
ADVIEZEN = Populatie(
    "adviezen",
    "feit_gebeurtenis",
    "soort IN ('kort_advies', 'advies_trajectbegeleiding') AND datum BETWEEN %(van)s AND %(tot)s",
    {"maand": _MAAND.format("datum")},
    per_soort=True,
    rijen=Rijsoort.FEIT,
    toont=("datum", "gemeente", "aanmelder_soort", "thema", "aan"),
)
# Everything that was tallied: a row holds a number, and no day on which it ends.
TELLERS = Populatie(
    "tellers",
    "feit_gebeurtenis",
    "aantal IS NOT NULL AND tot IS NULL AND datum BETWEEN %(van)s AND %(tot)s",
    {"maand": _MAAND.format("datum"), "scenarioteam": "right(soort, 1)"},
    telt="aantal",
    som="sum(telt)",
    per_soort=True,
    rijen=Rijsoort.FEIT,
    toont=("datum", "gemeente", "aantal"),
)
# An amount is of a year, from its first day to its last: only whole years are counted.
GELD = Populatie(
    "geld",
    "feit_gebeurtenis",
    "aantal IS NOT NULL AND datum >= %(van)s AND tot <= %(tot)s",
    telt="aantal",
    som="sum(telt)",
    per_soort=True,
    rijen=Rijsoort.FEIT,
    toont=("datum", "post", "bron", "aantal"),
)
