# SPDX-License-Identifier: EUPL-1.2
"""One transaction a request, with the asker in it; no byte is sent before it has committed."""

from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.http import HttpRequest, HttpResponseBase

from vangnet.toegang.vrager import als
from vangnet.web.fouten import foutpagina
from vangnet.web.sessie import zet_vrager

Volgende = Callable[[HttpRequest], HttpResponseBase]
# These answer without the database, also when it is away.
_ZONDER_DATABANK = frozenset({"/leeft"})


class TransactieMiddleware:
    """Opens the transaction as an anonymous visitor; session and log-in are read inside it."""

    def __init__(self, get_response: Volgende) -> None:
        self._volgende = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in _ZONDER_DATABANK:
            return self._volgende(request)
        try:
            with als(None):
                antwoord = self._volgende(request)
                if antwoord.status_code >= 500:
                    transaction.set_rollback(True)
        except (OperationalError, InterfaceError):
            return foutpagina(503)
        except DatabaseError:
            # A deferred constraint speaks up at commit: nothing was written.
            return foutpagina(409)
        return antwoord


class VragerMiddleware:
    """Tells the database who asks, as soon as the session has told us."""

    def __init__(self, get_response: Volgende) -> None:
        self._volgende = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in _ZONDER_DATABANK:
            return self._volgende(request)
        zet_vrager(request)
        return self._volgende(request)
