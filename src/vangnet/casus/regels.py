# SPDX-License-Identifier: EUPL-1.2
"""Roles in a casus, and what becomes of an invitation. No Django."""

from datetime import timedelta
from enum import StrEnum

# So long who took something away can undo that; the database says the same (sql/terugnemen.sql,
# weigering_terug.sql and net_gedaan.sql).
TERUG_BINNEN = timedelta(minutes=10)


# Codes of the list of aandachtsgebieden that name none; the database says the same
# (sql/aandachtsgebieden.sql).
GEEN_GEBIED = frozenset(["geen", "onbekend"])


class RolSoort(StrEnum):
    """Why somebody is in a casus; another thing than a role of the account (begrippen.md)."""

    REGISSEUR = "regisseur"
    PROCESONDERSTEUNER = "procesondersteuner"
    TRAJECTBEGELEIDER = "trajectbegeleider"
    DEELNEMER = "deelnemer"


class Antwoord(StrEnum):
    """What came of an invitation; none yet is None."""

    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"


class BijdrageSoort(StrEnum):
    """What somebody contributes: something that is so, what they think or did, a file, what
    protects somebody, or what may explain things and is not known to be so."""

    FEIT = "feit"
    NOTITIE = "notitie"
    DOCUMENT = "document"
    BESCHERMENDE_FACTOR = "beschermende_factor"
    HYPOTHESE = "hypothese"
