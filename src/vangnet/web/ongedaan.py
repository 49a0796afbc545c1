# SPDX-License-Identifier: EUPL-1.2
"""What a button to undo an act says, wherever it stands."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from vangnet.kern.fouten import NietToegestaan


def maak_ongedaan(
    request: HttpRequest,
    doe: Callable[[], object],
    *,
    staat_er: bool,
    weiger: Callable[[], object],
    gelukt: str,
    anders: str,
) -> None:
    """Carry out `doe`, and say what came of it.

    staat_er: it is back already, as a second click finds it, and nothing has to be said. weiger:
    writes the refusal in the journaal. anders: what can still be done when it is too late.
    """
    try:
        doe()
    except NietToegestaan:
        if not staat_er:
            weiger()
            messages.error(request, f"{_('Je kunt dit niet meer ongedaan maken.')} {anders}")
    else:
        messages.success(request, gelukt)
