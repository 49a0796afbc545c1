# SPDX-License-Identifier: EUPL-1.2
"""The keys of the keyboard that do something, and the switch that turns them off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.gebruikers.models import Gebruiker
from vangnet.toegang.regels import Recht
from vangnet.web.recht import recht


@recht(Recht.INGELOGD)
@require_http_methods(["GET", "POST"])
def sneltoetsen(request: HttpRequest) -> HttpResponseBase:
    """The list, for who has no script too; a POST turns the keys on or off for this account."""
    gebruiker = request.user
    assert isinstance(gebruiker, Gebruiker)  # noqa: S101 - the right of the page says so
    if request.method == "POST":
        gebruiker.sneltoetsen = request.POST.get("sneltoetsen") == "aan"
        gebruiker.save(update_fields=["sneltoetsen"])
        aan, uit = _("De sneltoetsen staan aan."), _("De sneltoetsen staan uit.")
        messages.success(request, aan if gebruiker.sneltoetsen else uit)
        return redirect("sneltoetsen")
    return render(request, "gebruikers/sneltoetsen.html", {"staan_aan": gebruiker.sneltoetsen})
