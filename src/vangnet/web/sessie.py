# SPDX-License-Identifier: EUPL-1.2
"""Who sits behind a request: in, halfway in, or a visitor; and the one way in.

Halfway is whoever has shown a password and no second factor: the database gives that asker nothing
but the own factors (toegang/sql/halverwege.sql).
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
    login,
    logout,
    update_session_auth_hash,
)
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme

from vangnet.gebruikers.geheimen import hash_met_sleutel
from vangnet.gebruikers.getypt import bewaarde_plekken
from vangnet.gebruikers.models import Gebruiker, Sessie
from vangnet.gebruikers.sessies import (
    lopende_sessie,
    lopende_sessie_met_account,
    sessie_beginnen,
    sessie_gezien,
    sessie_herstempelen,
)
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import nu
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.selectors import neem_rollen
from vangnet.toegang.vrager import Vrager, word

_ACHTERKANT = "django.contrib.auth.backends.ModelBackend"
# Where in the session stands which texts wait for who is in (web/getypt.py).
GETYPT = "getypt"
_TIJD_VOOR_DE_TWEEDE_STAP = timedelta(minutes=10)
# Asked by the page itself, with nobody behind it: doesn't keep a session alive.
_VANZELF = frozenset({"/sessie/stand"})
_VANZELF_IN_DE_PAGINA = frozenset({"stand"})


def zet_vrager(request: HttpRequest) -> None:
    """Tell the database who asks, as soon as the session has told us; end one that is over."""
    # First: the framework empties a session with an old stamp as soon as it is asked who this is.
    vorige = _vorige(request)
    if vorige and _meteen(request, vorige):
        return
    gebruiker = request.user
    if isinstance(gebruiker, Gebruiker):
        word(Vrager(gebruiker.pk))
        sessie = _lopende(request, gebruiker)
        if sessie is None:
            _zet_buiten(request, gebruiker)
            _onthoud(request, vorige)
            return
        _houd(request, sessie)
    elif vorige:
        _onthoud(request, vorige)
    elif (half := _lees_halverwege(request)) is not None:
        word(Vrager(half.pk, VragerSoort.INLOG))
        request.vangnet_halverwege = half  # type: ignore[attr-defined]  # read by halverwege


def _meteen(request: HttpRequest, vorige: dict[str, str]) -> bool:
    """Let in whom the session names, with account, session and roles in one statement.

    Only when all of it is in order, as the framework looks too (get_user); else nobody is in yet,
    and it has to find out itself what to end. What the session says is ours: nobody else can write
    it (gebruikers/sessieopslag.py).
    """
    if request.session.get(BACKEND_SESSION_KEY) != _ACHTERKANT:
        return False
    try:
        gebruiker, sessie_id = UUID(vorige["gebruiker"]), UUID(vorige["sessie"])
    except ValueError:
        return False
    vrager = Vrager(gebruiker)
    word(vrager)
    sessie = lopende_sessie_met_account(sessie_id, gebruiker)
    if sessie is None or not _is_dezelfde(request, sessie.gebruiker):
        word(None)
        return False
    neem_rollen(vrager, sessie.rollen)
    # Where the framework keeps whom it found.
    request._cached_user = sessie.gebruiker  # type: ignore[attr-defined]
    _houd(request, sessie)
    return True


def _is_dezelfde(request: HttpRequest, gebruiker: Gebruiker) -> bool:
    """The account may still be in, and its password and stamp are those of the log-in."""
    stempel = str(request.session.get(HASH_SESSION_KEY, ""))
    return gebruiker.is_active and constant_time_compare(stempel, gebruiker.get_session_auth_hash())


def _houd(request: HttpRequest, sessie: Sessie) -> None:
    request.vangnet_sessie = sessie  # type: ignore[attr-defined]  # read by sessie_van
    if not _is_vanzelf(request):
        sessie_gezien(sessie)


def sessie_van(request: HttpRequest) -> Sessie | None:
    """The running session of who is in."""
    return getattr(request, "vangnet_sessie", None)


def halverwege(request: HttpRequest) -> Gebruiker | None:
    """Who has shown a password and no second factor yet."""
    return getattr(request, "vangnet_halverwege", None)


def halverwege_zetten(request: HttpRequest, gebruiker: Gebruiker, *, verder: str) -> None:
    """Begin the second step, in a session of its own."""
    request.session.flush()
    request.session["halverwege"] = {
        "gebruiker": str(gebruiker.pk),
        "sinds": nu().isoformat(),
        "hash": gebruiker.get_session_auth_hash(),
        "verder": verder,
    }
    word(Vrager(gebruiker.pk, VragerSoort.INLOG))


def log_in(
    request: HttpRequest, gebruiker: Gebruiker, *, factor: str, getoond_op: datetime | None = None
) -> str:
    """Let `gebruiker` in, who has shown everything; gives where they wanted to go, or nothing.

    getoond_op: when they showed `factor`, if that was not now.

    The session begins anew under another id; nothing of the visitor's goes along.
    """
    verder = str(request.session.get("halverwege", {}).get("verder", ""))
    request.session.flush()
    # First: the framework writes the moment on the account, and nobody writes another's.
    word(Vrager(gebruiker.pk))
    login(request, gebruiker, backend=_ACHTERKANT)
    sessie = sessie_beginnen(
        gebruiker, factor=factor, apparaat=apparaat(request), getoond_op=getoond_op
    )
    request.session["sessie"] = str(sessie.pk)
    if wacht := bewaarde_plekken():
        request.session[GETYPT] = wacht
    request.vangnet_sessie = sessie  # type: ignore[attr-defined]  # read by sessie_van
    leg_vast(
        Act(
            handeling="gebruiker.ingelogd",
            object_soort="gebruiker",
            object=gebruiker.pk,
            regel=factor,
        )
    )
    return verder


def houd_sessie(request: HttpRequest, gebruiker: Gebruiker) -> None:
    """After a change by the account itself: this session goes on, under another id."""
    gebruiker.refresh_from_db(fields=["sessiestempel"])
    update_session_auth_hash(request, gebruiker)
    if (sessie := sessie_van(request)) is not None:
        sessie_herstempelen(sessie, gebruiker)


def wie(gebruiker: Gebruiker) -> str:
    """A word that is the same for the same account, and says nothing about it."""
    return hash_met_sleutel(f"wie:{gebruiker.pk}")[:16]


def veilig_verder(verder: str, anders: str) -> str:
    """`verder` when that is a path of ours, else `anders`."""
    # Without the slash it is a name to redirect(), and no such page is an error of ours.
    van_ons = verder.startswith("/") and url_has_allowed_host_and_scheme(verder, allowed_hosts=None)
    return verder if van_ons else anders


def apparaat(request: HttpRequest) -> str:
    """Browser and system in a few words, so that one knows one's own sessions again."""
    kop = request.headers.get("User-Agent", "")
    browser = next((naam for teken, naam in _BROWSERS if teken in kop), "Browser")
    systeem = next((naam for teken, naam in _SYSTEMEN if teken in kop), "")
    return f"{browser} op {systeem}" if systeem else browser


_BROWSERS = (
    ("Edg/", "Edge"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMEN = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def _lopende(request: HttpRequest, gebruiker: Gebruiker) -> Sessie | None:
    try:
        return lopende_sessie(UUID(str(request.session.get("sessie"))), gebruiker)
    except ValueError:
        return None


def _is_vanzelf(request: HttpRequest) -> bool:
    return (
        request.path in _VANZELF or request.headers.get("HX-Trigger", "") in _VANZELF_IN_DE_PAGINA
    )


def _zet_buiten(request: HttpRequest, gebruiker: Gebruiker) -> None:
    leg_vast(Act(handeling="sessie.verlopen", object_soort="gebruiker", object=gebruiker.pk))
    logout(request)
    request.user = AnonymousUser()
    word(None)


def _vorige(request: HttpRequest) -> dict[str, str]:
    """Account and session that this browser says to be in; empty for a visitor."""
    gebruiker, sessie = request.session.get(SESSION_KEY), request.session.get("sessie")
    return {"gebruiker": str(gebruiker), "sessie": str(sessie)} if gebruiker and sessie else {}


def _onthoud(request: HttpRequest, vorige: dict[str, str]) -> None:
    """Whose session has ended in this browser, until somebody logs in: a form may still come."""
    request.session["vorige"] = vorige


def _lees_halverwege(request: HttpRequest) -> Gebruiker | None:
    stand: dict[str, Any] | None = request.session.get("halverwege")
    if stand is None:
        return None
    if nu() - datetime.fromisoformat(stand["sinds"]) > _TIJD_VOOR_DE_TWEEDE_STAP:
        return None
    gebruiker = Gebruiker.objects.filter(pk=stand["gebruiker"]).first()
    if gebruiker is None or not gebruiker.is_active:
        return None
    zelfde = constant_time_compare(stand["hash"], gebruiker.get_session_auth_hash())
    return gebruiker if zelfde else None
