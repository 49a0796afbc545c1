# SPDX-License-Identifier: EUPL-1.2
"""The provider with which a municipality logs in, as the settings describe it. No Django."""

from dataclasses import dataclass
from urllib.parse import urlsplit

_DEZE_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Aanbieder:
    """uitgever: its issuer; methoden: which of its `amr` values count as a second step."""

    uitgever: str
    client: str
    geheim: str
    naam: str
    methoden: frozenset[str]

    @property
    def is_aan(self) -> bool:
        """Whether there is one; http only on this machine, for a trial."""
        delen = urlsplit(self.uitgever)
        veilig = delen.scheme == "https" or (
            delen.scheme == "http" and delen.hostname in _DEZE_MACHINE
        )
        return bool(veilig and self.client)
