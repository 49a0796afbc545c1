# SPDX-License-Identifier: EUPL-1.2
"""Each view declares the right that it asks; a test refuses a URL whose view declares none."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.regels import Recht
from vangnet.toegang.services import NietIngelogd, toets_recht
from vangnet.web.bevestiging import terugweg
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaar_van_vorige, of_eigen_tekst
from vangnet.web.verlopen import uitgelogd

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def recht(vereist: Recht) -> Callable[[View[P]], View[P]]:
    """Decorator that declares and checks the right of a view.

    Without log-in: to the log-in page; a form that came too late is kept (web/getypt.py), or given
    back to who sent it (web/verlopen.py). Without the right: the same page as for an address that
    does not exist, with a row of refusal in the journaal; who kept a draft of that form reads it.
    """

    def verklaar(view: View[P]) -> View[P]:
        @wraps(view)
        def met_recht(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            try:
                toets_recht(vereist, opnieuw=False)
            except NietIngelogd:
                if not bewaar_van_vorige(request, view) and (pagina := uitgelogd(request)):
                    return pagina
                return redirect_to_login(terugweg(request), str(settings.LOGIN_URL))
            except NietToegestaan:
                _leg_weigering_vast(request, vereist)
                return of_eigen_tekst(request, view, niet_gevonden(request))
            return of_eigen_tekst(request, view, view(request, *args, **kwargs))

        met_recht.vangnet_recht = vereist  # type: ignore[attr-defined]  # read by the referee
        return cast("View[P]", met_recht)

    return verklaar


def _leg_weigering_vast(request: HttpRequest, vereist: Recht) -> None:
    gevraagd = request.resolver_match
    leg_vast(
        Act(
            handeling="pagina.geweigerd",
            object_soort=gevraagd.view_name if gevraagd else "",
            toegestaan=False,
            regel=vereist,
        )
    )
