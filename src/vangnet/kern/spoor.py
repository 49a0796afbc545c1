# SPDX-License-Identifier: EUPL-1.2
"""The trace id that ties log lines and journaal rows of one request, command or job together."""

from contextvars import ContextVar
from uuid import uuid4

_spoor: ContextVar[str] = ContextVar("spoor", default="")


def nieuw_spoor() -> str:
    """Begin a new trace and return its id (32 hex digits)."""
    spoor = uuid4().hex
    _spoor.set(spoor)
    return spoor


def huidig_spoor() -> str:
    """Id of the running trace; empty outside one."""
    return _spoor.get()
