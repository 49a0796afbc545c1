# SPDX-License-Identifier: EUPL-1.2
"""What an indicator is: one object that page, JSON, CSV, report and handbook read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vangnet.kerncijfers.catalogus.rekenwijze import Rekenwijze


class Afronding(StrEnum):
    """How the value is rounded (kerncijfers.md section 1, rules 4 and 5)."""

    GEHEEL = "geheel getal"
    HELE_PROCENTEN = "hele procenten, grootste rest"
    EEN_DECIMAAL = "één decimaal, helft van nul af"
    CENTEN = "twee decimalen"


class Thema(StrEnum):
    """The subject under which a page shows the figure."""

    AANMELDINGEN = "aanmeldingen"
    ZAKEN = "zaken"
    MENSEN = "mensen"
    TRAJECTBEGELEIDING = "trajectbegeleiding"
    ADVIES = "advies"
    REGISTERS = "registers"
    GELD = "geld"


@dataclass(frozen=True, kw_only=True, eq=False)
class Indicator:
    """A figure, defined once (kerncijfers.md section 1, rule 1).

    definitie, populatie: what is counted and of what, in Dutch of level B1. gedateerd_op: the day
    that places a row in a period, or `peildatum` for a stock. uitsplitsingen: names of dimensions.
    bron: the reports, law or proposal that it comes from. geldig_vanaf: first day of this version
    of the definition.
    """

    sleutel: str
    titel: str
    definitie: str
    populatie: str
    eenheid: str
    gedateerd_op: str
    bron: str
    thema: Thema
    berekening: Rekenwijze
    uitsplitsingen: tuple[str, ...] = ()
    afronding: Afronding = Afronding.GEHEEL
    definitie_versie: int = 1
    geldig_vanaf: date = date(2017, 1, 1)

    @property
    def is_stand(self) -> bool:
        """Whether it is taken at the start of the peildatum."""
        return self.gedateerd_op == PEILDATUM


PEILDATUM = "peildatum"
