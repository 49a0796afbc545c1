# SPDX-License-Identifier: EUPL-1.2
"""A mail server on a socket, that keeps what it gets or fails in the way that a test wants.

Whatever the suite sends comes by here, so here it is read: a mail may hold the sentences below and
nothing else, so no name, no partner, no kenmerk, in whichever test.
"""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

# By hand, not from the product: a new sentence has to be read here by somebody first.
_ZINNEN = """
Goedemorgen,
Dit staat voor je klaar:
- # afspraak is te laat
- # afspraken zijn te laat
- # afspraak moet vandaag
- # afspraken moeten vandaag
- # vraag wacht op je antwoord
- # vragen wachten op je antwoord
- # vraag aan een partner is te laat
- # vragen aan partners zijn te laat
- # uitnodiging om mee te doen
- # uitnodigingen om mee te doen
- # overdracht wacht op je antwoord
- # overdrachten wachten op je antwoord
- # overdracht van jou is beantwoord
- # overdrachten van jou zijn beantwoord
- # afsluiting om te controleren
- # afsluitingen om te controleren
- # voorstel om te sluiten is teruggegeven
- # voorstellen om te sluiten zijn teruggegeven
- # opschaling wacht op je antwoord
- # opschalingen wachten op je antwoord
- # antwoord op een opschaling is te laat
- # antwoorden op opschalingen zijn te laat
- # vraag om een dossierpakket wacht op je besluit
- # vragen om een dossierpakket wachten op je besluit
- # overleg vandaag
- # overleggen vandaag
Log in om het te zien:
In deze mail staan alleen aantallen. Wil je hem niet, of op andere dagen?
Kies dat in je menu rechtsboven, bij Mail over je werk.
"""
_REGELS = frozenset(_ZINNEN.split("\n"))
_OVERLEGZINNEN = """
Je bent uitgenodigd voor een overleg:
Kreeg je hiervoor al een andere dag of tijd? Dan geldt deze.
Log in om de agenda te zien:
Dit overleg gaat voor jou niet door:
- de dag die in je agenda staat
De bijlage haalt het uit je agenda.
In deze mail staat alleen wanneer het overleg is. Wil je geen mail van Vangnet?
Kies dat in je menu rechtsboven, bij Mail over je werk.
"""
_OVERLEGREGELS = frozenset(_OVERLEGZINNEN.split("\n"))
# The address of the house, without a path: a link to a page would say of which casus.
_HUIS = re.compile(r"https?://[\w.:-]+/")
_UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
# Of an overleg the page: it is of no casus, and asks to log in.
_OVERLEG = re.compile(rf"https?://[\w.:-]+/overleggen/{_UUID}")
_WANNEER = re.compile(r"- [a-z]+dag \d\d? [a-z]+ \d{4}(?: om \d\d:\d\d uur)?")
# What a line of the calendar entry may say: words of the format, numbers and moments.
_AGENDA = re.compile(
    rf"""(?:BEGIN|END):(?:VCALENDAR|VEVENT)|VERSION:2\.0|PRODID:-//Vangnet//Overleg//NL
    |METHOD:(?:REQUEST|CANCEL)|UID:{_UUID}|SEQUENCE:\d+|DTSTAMP:\d{{8}}T\d{{6}}Z
    |DTSTART;VALUE=DATE:\d{{8}}|DT(?:START|END):\d{{8}}T\d{{6}}Z|SUMMARY:Overleg
    |ORGANIZER:mailto:vangnet@huis\.invalid
    |ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:[a-z]+@(?:proef|demo)\.invalid
    |URL:{_OVERLEG.pattern}|CLASS:PRIVATE|STATUS:(?:CONFIRMED|CANCELLED)""",
    re.VERBOSE,
)
_UITNODIGING = re.compile("Vangnet: (?:uitnodiging voor een overleg|overleg gaat niet door)")
# What a head may say beside its name.
_KOPPEN = (
    ("Subject", re.compile(f"Vangnet: je werk van vandaag|{_UITNODIGING.pattern}")),
    ("From", re.compile(r"vangnet@huis\.invalid")),
    ("To", re.compile(r"[a-z]+@(?:proef|demo)\.invalid")),
    ("Date", re.compile(r"\w{3}, \d\d? \w{3} \d{4} [\d:]{8} [-+]\d{4}")),
    ("Message-ID", re.compile(r"<[0-9a-f]{32}@huis\.invalid>")),
    ("Auto-Submitted", re.compile("auto-generated")),
    (
        "Content-Type",
        re.compile(
            r'text/plain; charset="utf-8"|multipart/mixed(?:; boundary="=+\d+=+")?'
            r'|text/calendar; method="(?:REQUEST|CANCEL)"; charset="utf-8"'
        ),
    ),
    ("Content-Transfer-Encoding", re.compile("8bit|base64")),
    ("Content-Disposition", re.compile(r'attachment; filename="overleg\.ics"')),
    ("MIME-Version", re.compile(r"1\.0")),
)


def te_veel(mail: EmailMessage) -> list[str]:
    """The lines and heads of a mail that it may not hold; of a good one none."""
    koppen = dict(_KOPPEN)
    vreemd = [
        f"{naam}: {waarde}"
        for deel in mail.walk()
        for naam, waarde in deel.items()
        if naam not in koppen or not koppen[naam].fullmatch(waarde)
    ]
    if _UITNODIGING.fullmatch(str(mail["Subject"])):
        return vreemd + _te_veel_in_uitnodiging(mail)
    regels = (re.sub(r"^- \d+ ", "- # ", regel) for regel in mail.get_content().splitlines())
    return vreemd + [een for een in regels if een not in _REGELS and not _HUIS.fullmatch(een)]


def _te_veel_in_uitnodiging(mail: EmailMessage) -> list[str]:
    """Of the mail about an overleg: its text, and each line of the one attachment."""
    tekst, *bijlagen = mail.iter_parts()
    regels = [een for een in tekst.get_content().splitlines() if een not in _OVERLEGREGELS]
    mag = (_WANNEER, _OVERLEG)
    vreemd = [een for een in regels if not any(vorm.fullmatch(een) for vorm in mag)]
    for bijlage in bijlagen:
        vreemd += [een for een in agendaregels(bijlage) if not _AGENDA.fullmatch(een)]
    return vreemd


def agendaregels(bijlage: MIMEPart) -> list[str]:
    """The lines of a calendar entry, each whole (RFC 5545 section 3.1)."""
    inhoud = bijlage.get_payload(decode=True)
    assert isinstance(inhoud, bytes)
    return inhoud.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


@dataclass
class Postbus:
    """weigert: answers no to every recipient; verbreekt: hangs up with the mail in hand.

    weigert_wie: answers no to this one. zwijgt_bij: says nothing any more at this word of the
    client, at GROET before the first, or at PUNT when it has the mail.
    """

    poort: int = 0
    weigert: bool = False
    verbreekt: bool = False
    weigert_wie: str = ""
    zwijgt_bij: str = ""
    dicht: threading.Event = field(default_factory=threading.Event)
    mails: list[EmailMessage] = field(default_factory=list)

    def aan(self, adres: str) -> list[EmailMessage]:
        return [een for een in self.mails if een["To"] == adres]


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    bus: Postbus


class _Gesprek(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        if self._zwijgt("GROET"):
            return
        self._zeg("220 proef")
        while regel := self.rfile.readline():
            woord = regel.split()[0].upper()
            if self._zwijgt(woord.decode()):
                return
            if not (self._neem_aan() if woord == b"DATA" else self._antwoord(woord, regel)):
                return

    def _zwijgt(self, woord: str) -> bool:
        """Say nothing until the server closes, when it has to at `woord`."""
        return self.server.bus.zwijgt_bij == woord and self.server.bus.dicht.wait()

    def _antwoord(self, woord: bytes, regel: bytes) -> bool:
        bus = self.server.bus
        wie = bus.weigert_wie.encode()
        weigert = woord == b"RCPT" and (bus.weigert or (wie and wie in regel))
        vast = {b"EHLO": "250 8BITMIME", b"QUIT": "221 dag"}
        self._zeg("451 nu even niet" if weigert else vast.get(woord, "250 goed"))
        return woord != b"QUIT"

    def _neem_aan(self) -> bool:
        self._zeg("354 kom maar")
        regels = list(iter(self.rfile.readline, b".\r\n"))
        gelezen = message_from_bytes(b"".join(regels), policy=policy.default)
        assert isinstance(gelezen, EmailMessage)
        self.server.bus.mails.append(gelezen)
        if self._zwijgt("PUNT"):
            return False
        if not self.server.bus.verbreekt:
            self._zeg("250 bewaard")
        return not self.server.bus.verbreekt

    def _zeg(self, regel: str) -> None:
        self.wfile.write(f"{regel}\r\n".encode())


@contextmanager
def postbus() -> Iterator[Postbus]:
    """The server, until the end of the block; then no mail that it got may say too much."""
    with _Server(("127.0.0.1", 0), _Gesprek) as server:
        server.bus = Postbus(poort=server.server_address[1])
        draad = threading.Thread(target=server.serve_forever, daemon=True)
        draad.start()
        yield server.bus
        server.bus.dicht.set()
        server.shutdown()
        draad.join()
        verraden = [regel for mail in server.bus.mails for regel in te_veel(mail)]
        assert not verraden, f"te veel in een mail: {verraden}"
