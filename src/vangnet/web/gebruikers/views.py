# SPDX-License-Identifier: EUPL-1.2
"""Logging in, in two steps that tell a stranger nothing; logging out."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.gebruikers.aanmelden import eerste_stap
from vangnet.gebruikers.factoren import code_klopt, factoren_van, herstelcode_klopt
from vangnet.gebruikers.models import FactorSoort, Gebruiker
from vangnet.gebruikers.remmen import (
    ADRES,
    ADRES_EN_ACCOUNT,
    APPARAAT,
    CODE,
    CODE_VAN_ACCOUNT,
    Rem,
)
from vangnet.gebruikers.selectors import demopersonen
from vangnet.gebruikers.sessies import DEMO, sessie_beeindigen
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import word
from vangnet.web.fouten import foutpagina, niet_gevonden
from vangnet.web.gebruikers.apparaat import bekend_apparaat, onthoud_apparaat
from vangnet.web.gebruikers.forms import CodeForm, HerstelcodeForm, InlogForm
from vangnet.web.herkomst import adres_van, is_lokaal
from vangnet.web.recht import recht
from vangnet.web.sessie import (
    halverwege,
    halverwege_zetten,
    log_in,
    sessie_van,
    veilig_verder,
)

_NIET_GOED = {
    FactorSoort.TOTP: gettext_lazy("Deze code klopt niet. Wacht op de volgende en probeer die."),
    FactorSoort.HERSTELCODE: gettext_lazy(
        "Deze code klopt niet, of is al gebruikt. Kijk hem na, of neem een andere van je lijst."
    ),
}


@recht(Recht.OPENBAAR)
@sensitive_post_parameters("wachtwoord")
@require_http_methods(["GET", "HEAD", "POST"])
def inloggen(request: HttpRequest) -> HttpResponseBase:
    """The first step: e-mail address and password; in a demo also one click."""
    if request.method != "POST" and (half := halverwege(request)) is not None:
        return redirect(_tweede_stap(half))
    form = InlogForm(request.POST or None)
    if request.method == "POST":
        email = request.POST.get("email", "").strip().lower()
        remmen = _remmen(request, email)
        # All are counted, also when the first is over: the same statements for everybody.
        te_vaak_van = [rem.is_te_vaak(*waarvan) for rem, waarvan in remmen]
        if any(te_vaak_van):
            return foutpagina(429)
        if form.is_valid() and (gevonden := _account(request, form)) is not None:
            for rem, waarvan in remmen:
                rem.was_goed(*waarvan)
            halverwege_zetten(request, gevonden, verder=request.POST.get("verder", ""))
            return redirect(_tweede_stap(gevonden))
    return _inlogpagina(request, form)


def _remmen(request: HttpRequest, email: str) -> list[tuple[Rem, tuple[str, ...]]]:
    """What counts a try: the browser that is known of this account, or else where it comes from."""
    if apparaat := bekend_apparaat(request, email):
        return [(APPARAAT, (apparaat,))]
    adres = adres_van(request)
    return [(ADRES, (adres,)), (ADRES_EN_ACCOUNT, (adres, email))]


def _account(request: HttpRequest, form: InlogForm) -> Gebruiker | None:
    """Whose pair this is; every way in which it can be wrong has one answer and one row."""
    gevonden, klopt = eerste_stap(form.cleaned_data["email"], form.cleaned_data["wachtwoord"])
    if klopt:
        return gevonden
    _leg_weigering_vast("inloggen.geweigerd", gevonden, "wachtwoord")
    form.add_error(
        None, _("Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw.")
    )
    return None


def _inlogpagina(request: HttpRequest, form: InlogForm) -> HttpResponse:
    if len(messages.get_messages(request)):
        # On a phone the focus would scroll past what there is to say.
        form.fields["email"].widget.attrs.pop("autofocus", None)
    context = {
        "formulier": form,
        "personen": demopersonen() if is_lokaal(request) else [],
        "verder": request.POST.get("verder", "") or request.GET.get("next", ""),
        "aanbieder": settings.OIDC.naam if settings.OIDC.is_aan else "",
    }
    status = 422 if form.is_bound else 200
    return render(request, "gebruikers/inloggen.html", context, status=status)


def _tweede_stap(gebruiker: Gebruiker) -> str:
    return "inloggen_code" if factoren_van(gebruiker.pk) else "inloggen_instellen"


@recht(Recht.HALVERWEGE)
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponseBase:
    """The second step: a code of an app, or a passkey."""
    return _tweede(request, CodeForm, soort=FactorSoort.TOTP)


@recht(Recht.HALVERWEGE)
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def herstelcode(request: HttpRequest) -> HttpResponseBase:
    """The second step for who has lost the phone: a code on paper."""
    return _tweede(request, HerstelcodeForm, soort=FactorSoort.HERSTELCODE)


def _tweede(
    request: HttpRequest, soort_form: type[CodeForm | HerstelcodeForm], *, soort: FactorSoort
) -> HttpResponseBase:
    gebruiker = halverwege(request)
    assert gebruiker is not None  # noqa: S101 - Recht.HALVERWEGE has seen to that
    form = soort_form(request.POST or None)
    if request.method == "POST":
        if te_vaak(request, gebruiker):
            return foutpagina(429)
        if form.is_valid():
            if klopt(gebruiker, form.cleaned_data["code"], soort):
                CODE.was_goed(adres_van(request), str(gebruiker.pk))
                CODE_VAN_ACCOUNT.was_goed(str(gebruiker.pk))
                return naar_binnen(request, gebruiker, factor=soort)
            _leg_weigering_vast("inloggen.geweigerd", gebruiker, soort)
            form.add_error("code", _NIET_GOED[soort])
    context = {"formulier": form, **keuzes(gebruiker)}
    is_app = soort == FactorSoort.TOTP
    sjabloon = "gebruikers/code.html" if is_app else "gebruikers/herstelcode.html"
    status = 422 if form.is_bound else 200
    return render(request, sjabloon, context, status=status)


def keuzes(gebruiker: Gebruiker) -> dict[str, bool]:
    """Which second steps the page can offer."""
    soorten = {factor.soort for factor in factoren_van(gebruiker.pk)}
    return {
        "met_app": FactorSoort.TOTP in soorten,
        "met_passkey": FactorSoort.PASSKEY in soorten,
    }


def te_vaak(request: HttpRequest, gebruiker: Gebruiker) -> bool:
    """Count one try of a code, of this account from this address and of this account."""
    return any(
        [
            CODE.is_te_vaak(adres_van(request), str(gebruiker.pk)),
            CODE_VAN_ACCOUNT.is_te_vaak(str(gebruiker.pk)),
        ]
    )


def klopt(gebruiker: Gebruiker, code: str, soort: FactorSoort) -> bool:
    """Whether a code of this kind is right; it works once."""
    if soort == FactorSoort.TOTP:
        return code_klopt(gebruiker.pk, code)
    return herstelcode_klopt(gebruiker.pk, code)


def naar_binnen(request: HttpRequest, gebruiker: Gebruiker, *, factor: str) -> HttpResponse:
    """Let in, and on to where somebody wanted to go."""
    verder = log_in(request, gebruiker, factor=factor)
    antwoord = redirect(veilig_verder(verder, settings.LOGIN_REDIRECT_URL))
    onthoud_apparaat(antwoord, gebruiker.email)
    return antwoord


@recht(Recht.HALVERWEGE)
@require_POST
def opnieuw(request: HttpRequest) -> HttpResponse:
    """Stop halfway, to log in as somebody else."""
    request.session.flush()
    word(None)
    return redirect(settings.LOGIN_URL)


@recht(Recht.OPENBAAR)
@require_POST
def inloggen_als_demo(request: HttpRequest) -> HttpResponseBase:
    """Log in as a made-up person: only in a demo database and only from this machine."""
    gekozen = request.POST.get("gebruiker", "")
    personen = demopersonen() if is_lokaal(request) else []
    for persoon in personen:
        if str(persoon.pk) == gekozen:
            log_in(request, persoon, factor=DEMO)
            verder = request.POST.get("verder", "")
            return redirect(veilig_verder(verder, settings.LOGIN_REDIRECT_URL))
    return niet_gevonden(request)


@recht(Recht.INGELOGD)
@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """End the session."""
    leg_vast(Act(handeling="gebruiker.uitgelogd", object_soort="gebruiker", object=_id(request)))
    if (sessie := sessie_van(request)) is not None:
        sessie_beeindigen(sessie)
    logout(request)
    word(None)
    return redirect(settings.LOGIN_URL)


def _leg_weigering_vast(handeling: str, gebruiker: Gebruiker | None, regel: str) -> None:
    leg_vast(weigering(handeling, "gebruiker", gebruiker.pk if gebruiker else None, regel=regel))


def _id(request: HttpRequest) -> UUID | None:
    return request.user.pk if isinstance(request.user, Gebruiker) else None
