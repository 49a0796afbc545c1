# SPDX-License-Identifier: EUPL-1.2
"""A row of `documenten` with its bijdrage and casus, by the path of its file in the package."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vangnet.uitwisseling.formaat.dossier import documentpad
from vangnet.uitwisseling.invoer.bank import Bank

_ALLE = """
    SELECT s.rij, s.stand = 'nieuw', s.bijdrage_id, c.id, s.nummer, s.naam, s.soort, s.omvang,
           s.sha256, coalesce(b.eerste_verwerking::date, c.eerste_verwerking)
      FROM invoer.documenten s JOIN invoer.bijdragen b ON b.bijdrage_id = s.bijdrage_id
      JOIN casus_casus c ON c.kenmerk = b.casus_id
"""


@dataclass(frozen=True)
class Documentrij:
    """What the package says of one version of a document."""

    rij: int
    is_nieuw: bool
    bijdrage: UUID
    casus: UUID
    nummer: int
    naam: str
    soort: str
    omvang: int
    sha256: str
    dag: date | None

    @classmethod
    def alle(cls, bank: Bank) -> Mapping[str, "Documentrij"]:
        """The rows of the workbench, once the casussen of the package are in the register."""
        rijen = [cls._van(*rij) for rij in bank.rijen(_ALLE)]
        return {documentpad(str(een.bijdrage), str(een.nummer), een.soort): een for een in rijen}

    @classmethod
    def _van(cls, *cellen: Any) -> "Documentrij":
        rij, nieuw, bijdrage, casus, nummer, naam, soort, omvang, sha256, dag = cellen
        return cls(
            rij, nieuw, UUID(bijdrage), casus, int(nummer), naam, soort, int(omvang), sha256, dag
        )

    def is_van(self, inhoud: bytes) -> bool:
        """Whether `inhoud` is the file that this row announces."""
        som = hashlib.sha256(inhoud).hexdigest()
        return len(inhoud) == self.omvang and som == self.sha256

    def als_waarden(self) -> Mapping[str, object]:
        """The columns of its version."""
        return {
            "bijdrage": self.bijdrage,
            "casus": self.casus,
            "nummer": self.nummer,
            "naam": self.naam,
            "soort": self.soort,
            "omvang": self.omvang,
            "sha256": self.sha256,
            "dag": self.dag,
        }
