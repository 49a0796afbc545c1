# SPDX-License-Identifier: EUPL-1.2
"""On which days somebody gets a mail that says how much work waits."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.gebruikers.models import Gebruiker
from vangnet.toegang.regels import Recht
from vangnet.web.formulieren import Formulier
from vangnet.web.recht import recht

_DAGEN = (
    ("1", gettext_lazy("maandag")),
    ("2", gettext_lazy("dinsdag")),
    ("3", gettext_lazy("woensdag")),
    ("4", gettext_lazy("donderdag")),
    ("5", gettext_lazy("vrijdag")),
    ("6", gettext_lazy("zaterdag")),
    ("7", gettext_lazy("zondag")),
)


class DagenForm(Formulier):
    """The days of the week; none is no mail."""

    dagen = forms.MultipleChoiceField(
        label=gettext_lazy("Op welke dagen"),
        help_text=gettext_lazy("Vink niets aan als je geen mail wilt."),
        choices=_DAGEN,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@recht(Recht.INGELOGD)
@require_http_methods(["GET", "POST"])
def samenvatting(request: HttpRequest) -> HttpResponseBase:
    """The choice of this account; a POST saves it."""
    gebruiker = request.user
    assert isinstance(gebruiker, Gebruiker)  # noqa: S101 - the right of the page says so
    eerst: dict[str, Any] = {"dagen": list(gebruiker.samenvatting_dagen)}
    form = DagenForm(request.POST if request.method == "POST" else None, initial=eerst)
    if request.method == "POST" and form.is_valid():
        gebruiker.samenvatting_dagen = "".join(sorted(form.cleaned_data["dagen"]))
        gebruiker.save(update_fields=["samenvatting_dagen"])
        aan, uit = _("Je krijgt de mail op de dagen die je koos."), _("Je krijgt geen mail meer.")
        messages.success(request, aan if gebruiker.samenvatting_dagen else uit)
        return redirect("samenvatting")
    status = 422 if request.method == "POST" else 200
    context = {"formulier": form, "verzonnen": gebruiker.is_demo}
    return render(request, "gebruikers/samenvatting.html", context, status=status)
