# SPDX-License-Identifier: EUPL-1.2
"""How a room says what it keeps about people, how long, and how it goes.

Each room with personal data has a `bewaring.py` with `BEWARING`, a tuple of these rules; a test
holds them against the tables. A rule covers the history of its table too.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Model


class Termijn(StrEnum):
    """Until when rows may stay. What is no longer needed goes before that (WGS 1.8(7))."""

    VIJF_JAAR = "vijf_jaar"
    """At most five years after `eerste_verwerking` (WGS 1.8(7))."""
    NIET_OPGENOMEN = "niet_opgenomen"
    """At once when triage opened no casus (BGS 1.16(1)(b)); five years is the maximum here too."""
    VAN_DE_LIJST = "van_de_lijst"
    """At once when the place on the list ends (WGS 2.32(4))."""
    MET_HAAR_RIJ = "met_haar_rij"
    """As long as the row that it hangs on."""
    MET_HET_ACCOUNT = "met_het_account"
    """As long as the journaal needs to name who did something."""
    MET_HET_JOURNAAL = "met_het_journaal"
    """As long as the journaal that it judges; WGS and BGS name no term, so none is built in."""


class Wijze(StrEnum):
    """How rows go."""

    VERNIETIGEN = "vernietigen"
    """The row goes, with everything that hangs on it; a counter without key stays."""
    LEEGMAKEN = "leegmaken"
    """The row stays for what refers to it; its personal fields become empty."""


@dataclass(frozen=True, kw_only=True)
class Regel:
    """What is kept of one table.

    velden: the columns that say something about a person, direct or through the row they hang on.
    """

    model: type[Model]
    velden: tuple[str, ...]
    termijn: Termijn
    wijze: Wijze = Wijze.VERNIETIGEN
