# SPDX-License-Identifier: EUPL-1.2
"""The mail to who is asked to come to an overleg: when it is, an entry for the calendar, a link.

Never a name, a title, a place, a partner or a kenmerk (toegang.md section 7). Who may not see the
overleg any more when the mail goes, gets none.
"""

import logging
from collections import Counter
from datetime import date, time
from email.message import EmailMessage
from email.utils import formatdate
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from vangnet.overleg.mails import Bericht, Overlegmailstand, Wachtend

_log = logging.getLogger(__name__)
_KOMT = (
    "Je bent uitgenodigd voor een overleg:\n\n- {wanneer}\n\n"
    "Kreeg je hiervoor al een andere dag of tijd? Dan geldt deze.\n\n"
    "Log in om de agenda te zien:\n{adres}\n\n"
)
_AF = (
    "Dit overleg gaat voor jou niet door:\n\n- {wanneer}\n\nDe bijlage haalt het uit je agenda.\n\n"
)
_ONDER = (
    "In deze mail staat alleen wanneer het overleg is. Wil je geen mail van Vangnet?\n"
    "Kies dat in je menu rechtsboven, bij Mail over je werk.\n"
)


def mail(een: "Wachtend", bericht: "Bericht", *, van: str, huis: str) -> EmailMessage:
    """The mail; huis: the address of the house. Its id is the same however often it is sent."""
    from vangnet.overleg.agendabestand import als_uitnodiging

    adres = f"{huis.rstrip('/')}/overleggen/{een.overleg}"
    post = EmailMessage()
    kop = "uitnodiging voor een overleg" if bericht.komt else "overleg gaat niet door"
    post["Subject"] = f"Vangnet: {kop}"
    post["From"], post["To"] = van, een.email
    post["Date"] = formatdate()
    uniek = uuid5(NAMESPACE_URL, f"{een.mail}/{bericht.reeks}").hex
    post["Message-ID"] = f"<{uniek}@{van.rpartition('@')[2]}>"
    # No answer of a machine to this mail, and none to who is away.
    post["Auto-Submitted"] = "auto-generated"
    tekst = (_KOMT if bericht.komt else _AF) + _ONDER
    wanneer = wanneer_in_woorden(bericht.datum, bericht.aanvang)
    post.set_content(tekst.format(wanneer=wanneer, adres=adres), cte="8bit")
    bijlage = als_uitnodiging(een.overleg, bericht, van=van, aan=een.email, adres=adres)
    # As bytes: text would lose the line ends that a calendar asks for.
    post.add_attachment(
        bijlage.encode(),
        maintype="text",
        subtype="calendar",
        filename="overleg.ics",
        params={"method": "REQUEST" if bericht.komt else "CANCEL", "charset": "utf-8"},
    )
    return post


def wanneer_in_woorden(datum: date | None, aanvang: time | None) -> str:
    """As "vrijdag 4 december 2026 om 10:00 uur"."""
    from django.utils.dateformat import format as in_woorden

    if datum is None:
        return "de dag die in je agenda staat"
    dag = in_woorden(datum, "l j F Y")
    return f"{dag} om {aanvang:%H:%M} uur" if aanvang else dag


def overlegmail_ronde() -> Counter[str]:
    """Send what waits, one after the other; gives how many of each stand.

    Raises GeenServer when there is something to send and no server. A server that goes half-way
    ends the round; an error about one mail is its own.
    """
    from config import settings
    from vangnet.kern.post import probeer
    from vangnet.opdrachtregel.vrager import als_opdrachtgever
    from vangnet.overleg.mails import Overlegmailstand, wachtende_mails

    with als_opdrachtgever():
        wachtend = wachtende_mails()
    if wachtend:
        probeer(settings.POST)
    standen: Counter[str] = Counter()
    for een in wachtend:
        try:
            stand, verder = _een(een)
        except Exception:
            _log.exception("overlegmail.fout", extra={"ids": {"overlegmail": str(een.mail)}})
            stand, verder = Overlegmailstand.MISLUKT, True
        standen[str(stand)] += 1
        if not verder:
            break
    return standen


def _een(een: "Wachtend") -> tuple["Overlegmailstand", bool]:
    """What came of one, and whether the server is still there.

    Taken on in a transaction of its own just before it goes: killed half-way is not sent twice.
    """
    from vangnet.opdrachtregel.vrager import als_opdrachtgever
    from vangnet.overleg.mails import Overlegmailstand, mail_afronden, mail_nemen

    ziet = _ziet(een)
    with als_opdrachtgever():
        bericht = mail_nemen(een.mail, ziet=ziet)
    if bericht is None:
        return Overlegmailstand.NIETS, True
    stand, verder = _verstuur(een, bericht)
    with als_opdrachtgever():
        mail_afronden(een.mail, stand)
    return stand, verder


def _ziet(een: "Wachtend") -> bool:
    """Asked as the account itself: the same filters and policies as when they open the page."""
    from vangnet.overleg.selectors import overleg_van
    from vangnet.toegang.kijker import kijker_van
    from vangnet.toegang.regels import VragerSoort
    from vangnet.toegang.vrager import Vrager, als

    vrager = Vrager(een.gebruiker, VragerSoort.TAAK)
    with als(vrager):
        return overleg_van(een.overleg, wie=kijker_van(vrager)) is not None


def _verstuur(een: "Wachtend", bericht: "Bericht") -> tuple["Overlegmailstand", bool]:
    from config import settings
    from vangnet.kern.post import GeenServer, NietVerzonden, Onzeker, verstuur
    from vangnet.overleg.mails import Overlegmailstand

    ids = {"overlegmail": str(een.mail)}
    try:
        post = mail(een, bericht, van=settings.POST.van, huis=settings.ADRES)
        verstuur(post, settings.POST)
    except Onzeker:
        _log.exception("overlegmail.onzeker", extra={"ids": ids})
        return Overlegmailstand.ONZEKER, False
    except (NietVerzonden, ValueError) as fout:
        # ValueError: an address that can't stand in the head of a mail.
        _log.exception("overlegmail.mislukt", extra={"ids": ids})
        return Overlegmailstand.MISLUKT, not isinstance(fout, GeenServer)
    return Overlegmailstand.VERZONDEN, True
