# SPDX-License-Identifier: EUPL-1.2
"""How a task stands, and the signature that says who asked for it. No Django."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vangnet.kern.fouten import NietToegestaan


class Stand(StrEnum):
    """How a task stands."""

    WACHT = "wacht"
    BEZIG = "bezig"
    KLAAR = "klaar"
    MISLUKT = "mislukt"


@dataclass(frozen=True)
class Opdracht:
    """What is signed: which task, with which arguments, for which Taak, by whom, until when.

    verloopt: seconds since the epoch; after it the task is refused.
    """

    naam: str
    gegevens: Mapping[str, object]
    taak: str
    gebruiker: str
    verloopt: int


def onderteken(opdracht: Opdracht, sleutel: bytes) -> str:
    """The signature of `opdracht`, in hex; the queue's own tables can be written by everybody."""
    velden = [opdracht.naam, dict(opdracht.gegevens), opdracht.taak, opdracht.gebruiker]
    boodschap = json.dumps([*velden, opdracht.verloopt], sort_keys=True, separators=(",", ":"))
    return hmac.new(sleutel, boodschap.encode(), hashlib.sha256).hexdigest()


def toets_op_tijd(opdracht: Opdracht, *, nu: int) -> None:
    """Raise NietToegestaan when `opdracht` has expired; nu: seconds since the epoch."""
    if nu > opdracht.verloopt:
        raise NietToegestaan("Deze taak is verlopen. Begin opnieuw.")


def toets(opdracht: Opdracht, handtekening: str, *, sleutels: list[bytes]) -> None:
    """Raise NietToegestaan unless one of `sleutels` signed `opdracht`; it may have expired."""
    if not any(
        hmac.compare_digest(onderteken(opdracht, sleutel), handtekening) for sleutel in sleutels
    ):
        raise NietToegestaan("Deze taak is niet door Vangnet gegeven.")
