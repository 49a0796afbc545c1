# SPDX-License-Identifier: EUPL-1.2
"""One transaction a request, with the asker in it; no byte is sent before it has committed."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    transaction,
)
from django.http import HttpRequest, HttpResponseBase

from vangnet.gebruikers.sessieopslag import sessie_meelezen, voorgelezen
from vangnet.inrichting.selectors import huis_een_keer
from vangnet.toegang.selectors import rollen_een_keer
from vangnet.toegang.vrager import als
from vangnet.web.fouten import foutpagina
from vangnet.web.sessie import zet_vrager

_log = logging.getLogger(__name__)
Volgende = Callable[[HttpRequest], HttpResponseBase]
# These answer without the database, also when it is away.
_ZONDER_DATABANK = frozenset({"/leeft"})


class TransactieMiddleware:
    """Opens the transaction as an anonymous visitor, and reads the row of the browser with it.

    Anybody may read that row, and it lets nobody in (gebruikers/sessieopslag.py): so it doesn't
    matter that the database isn't told yet that nobody asks.
    """

    def __init__(self, get_response: Volgende) -> None:
        self._volgende = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in _ZONDER_DATABANK:
            return self._volgende(request)
        koekje = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        try:
            with (
                als(None, meelezen=sessie_meelezen(koekje)) as sessie,
                voorgelezen(koekje, sessie),
            ):
                antwoord = self._volgende(request)
                if antwoord.status_code >= 500:
                    transaction.set_rollback(True)
        except (OperationalError, InterfaceError):
            return foutpagina(503)
        except DatabaseError:
            # A deferred constraint speaks up at commit: nothing was written.
            return foutpagina(409)
        return antwoord

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """A constraint that says no inside a view answers as one that says it at commit.

        One page, with the same bytes whatever the constraint and the row are: a value that
        somebody else's row has tells nothing (toegang.md section 7).
        """
        if not isinstance(exception, IntegrityError):
            return None
        transaction.set_rollback(True)
        # What the view put in the session belongs to what wasn't done, and can't be written now.
        request.session.modified = False
        code = getattr(exception.__cause__, "sqlstate", "")
        _log.warning("een beperking zei nee", extra={"ids": {"sqlstate": code}})
        return foutpagina(409)


class VragerMiddleware:
    """Tells the database who asks, as soon as the session has told us."""

    def __init__(self, get_response: Volgende) -> None:
        self._volgende = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in _ZONDER_DATABANK:
            return self._volgende(request)
        with rollen_een_keer(), huis_een_keer():
            zet_vrager(request)
            return self._volgende(request)
