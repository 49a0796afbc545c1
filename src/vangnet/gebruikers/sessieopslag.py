# SPDX-License-Identifier: EUPL-1.2
"""Where the framework keeps what belongs to a browser (SESSION_ENGINE).

The table can be read before anybody is known, so nothing in it may let anybody in: a row lies under
a hash of the cookie, and its content is encrypted for that one place.
"""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

from vangnet.gebruikers.geheimen import ontsleutel, versleutel
from vangnet.toegang.vrager import Meelezen, als

_VAN_NIEMAND = UUID(int=0)
# Width of the column. 160 bits; the cookie is 165 random bits, so no key is needed to hide it.
_LENGTE = 40
_log = logging.getLogger("django.security.SuspiciousSession")
# The place of the row that was read with the opening of the transaction, and its content.
_voorgelezen: ContextVar[tuple[str, str | None] | None] = ContextVar("voorgelezen", default=None)


class SessionStore(DatabaseStore):
    """The framework's store; `session_key` is the cookie, which the database never gets."""

    def load(self) -> dict[str, Any]:
        """What this browser had; nothing, and another cookie, when there is no such row."""
        inhoud = _inhoud(_plek(self.session_key))
        if inhoud is None:
            self._session_key = None
            return {}
        return self.decode(inhoud)

    def exists(self, session_key: str) -> bool:
        """Whether a row of this cookie is there."""
        return super().exists(_plek(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """The row to write."""
        rij = super().create_model_instance(data)
        rij.session_key = _plek(rij.session_key)
        return rij

    def delete(self, session_key: str | None = None) -> None:
        """Remove the row of this cookie, or of the own one."""
        if sleutel := session_key or self.session_key:
            super().delete(_plek(sleutel))

    def encode(self, session_dict: dict[str, Any]) -> str:
        """The content as it lies in the row."""
        inhoud = self.serializer().dumps(session_dict).decode("latin-1")
        return versleutel(inhoud, van=_VAN_NIEMAND, plek=self._doel())

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """The counterpart of encode; nothing for what was made for another cookie."""
        try:
            inhoud = ontsleutel(str(session_data), van=_VAN_NIEMAND, plek=self._doel())
            return dict(self.serializer().loads(inhoud.encode("latin-1")))
        except (InvalidTag, ValueError, KeyError):
            _log.warning("Session data corrupted")
            return {}

    def _doel(self) -> str:
        return f"sessie:{_plek(self.session_key)}"


def sessie_meelezen(koekje: str | None) -> Meelezen | None:
    """For als(): the row of a browser; None for one without a cookie."""
    if koekje is None:
        return None
    vraag = (
        "(SELECT session_data FROM public.django_session"
        " WHERE session_key = %s AND expire_date > %s)"
    )
    return Meelezen(vraag, [_plek(koekje), timezone.now()])


@contextmanager
def voorgelezen(koekje: str | None, inhoud: str | None) -> Iterator[None]:
    """The store finds the row of this browser here, once: after that it may have been written."""
    was = _voorgelezen.set((_plek(koekje), inhoud) if koekje is not None else None)
    try:
        yield
    finally:
        _voorgelezen.reset(was)


def _inhoud(plek: str) -> str | None:
    """What lies there and hasn't expired."""
    gelezen = _voorgelezen.get()
    _voorgelezen.set(None)
    if gelezen and gelezen[0] == plek:
        return gelezen[1]
    rijen = SessionStore.get_model_class().objects.filter(
        session_key=plek, expire_date__gt=timezone.now()
    )
    return rijen.values_list("session_data", flat=True).first()


def ruim_verlopen_sessies_op() -> int:
    """Remove the rows that let nobody in any more; gives how many.

    As nobody: a row tells not whose it is. So it concerns no person, and the journaal has no row.
    """
    with als(None):
        verlopen = SessionStore.get_model_class().objects.filter(expire_date__lte=timezone.now())
        return int(verlopen.delete()[0])


def _plek(koekje: str | None) -> str:
    """The key of the row of a cookie; whoever reads it can't get back from it to the cookie."""
    return hashlib.sha256((koekje or "").encode()).hexdigest()[:_LENGTE]
