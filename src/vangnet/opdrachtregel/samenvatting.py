# SPDX-License-Identifier: EUPL-1.2
"""`samenvatting`: in the morning one mail to who has work, with numbers and a link.

Never a name, a partner, a kenmerk or a text (toegang.md section 7). Counted as the account itself,
so that it tells nobody more than Mijn werk does.
"""

import logging
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from email.message import EmailMessage
from email.utils import formatdate
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from vangnet.opdrachtregel.opdracht import GELUKT, MISLUKT, Opdracht

if TYPE_CHECKING:
    from vangnet.gebruikers.samenvattingen import Ontvanger, Samenvattingstand

_log = logging.getLogger(__name__)
# After this hour it is no mail of the morning any more.
_TOT_UUR = 12
# Kind, and the words for one and for more; in the order in which they stand in the mail.
_ZINNEN: Sequence[tuple[str, str, str]] = (
    ("afspraken_te_laat", "1 afspraak is te laat", "%d afspraken zijn te laat"),
    ("afspraken_vandaag", "1 afspraak moet vandaag", "%d afspraken moeten vandaag"),
    ("vraag", "1 vraag wacht op je antwoord", "%d vragen wachten op je antwoord"),
    ("vraag_te_laat", "1 vraag aan een partner is te laat", "%d vragen aan partners zijn te laat"),
    ("uitnodigingen", "1 uitnodiging om mee te doen", "%d uitnodigingen om mee te doen"),
    (
        "overdracht",
        "1 overdracht wacht op je antwoord",
        "%d overdrachten wachten op je antwoord",
    ),
    (
        "beantwoord",
        "1 overdracht van jou is beantwoord",
        "%d overdrachten van jou zijn beantwoord",
    ),
    ("controle", "1 afsluiting om te controleren", "%d afsluitingen om te controleren"),
    (
        "teruggegeven",
        "1 voorstel om te sluiten is teruggegeven",
        "%d voorstellen om te sluiten zijn teruggegeven",
    ),
    (
        "gevraagd",
        "1 opschaling wacht op je antwoord",
        "%d opschalingen wachten op je antwoord",
    ),
    (
        "opschaling",
        "1 antwoord op een opschaling is te laat",
        "%d antwoorden op opschalingen zijn te laat",
    ),
    (
        "dossieropdracht",
        "1 vraag om een dossierpakket wacht op je besluit",
        "%d vragen om een dossierpakket wachten op je besluit",
    ),
    ("onderweg", "1 afspraak onderweg vandaag", "%d afspraken onderweg vandaag"),
    ("gesprek", "1 gesprek bij een overdracht vandaag", "%d gesprekken bij een overdracht vandaag"),
    ("overleg", "1 overleg vandaag", "%d overleggen vandaag"),
)


def zinnen(telling: Mapping[str, int]) -> list[str]:
    """The numbers in words; none when nothing waits."""
    return [
        een if aantal == 1 else meer % aantal
        for soort, een, meer in _ZINNEN
        if (aantal := telling.get(soort, 0))
    ]


def mail(
    regels: Sequence[str], *, aan: str, van: str, adres: str, wie: UUID, dag: date
) -> EmailMessage:
    """The mail with these lines; its id is the same for one account and day, however often sent."""
    bericht = EmailMessage()
    bericht["Subject"] = "Vangnet: je werk van vandaag"
    bericht["From"], bericht["To"] = van, aan
    bericht["Date"] = formatdate()
    domein = van.rpartition("@")[2]
    bericht["Message-ID"] = f"<{uuid5(NAMESPACE_URL, f'{wie}/{dag}').hex}@{domein}>"
    # No answer of a machine to this mail, and none to who is away.
    bericht["Auto-Submitted"] = "auto-generated"
    lijst = "\n".join(f"- {regel}" for regel in regels)
    bericht.set_content(
        f"Goedemorgen,\n\nDit staat voor je klaar:\n\n{lijst}\n\n"
        f"Log in om het te zien:\n{adres.rstrip('/')}/\n\n"
        "In deze mail staan alleen aantallen. Wil je hem niet, of op andere dagen?\n"
        "Kies dat in je menu rechtsboven, bij Mail over je werk.\n",
        cte="8bit",
    )
    return bericht


def is_ochtend() -> bool:
    """Whether the mail of the morning goes now, and there is a server to send it by."""
    from config import settings
    from vangnet.kern.klok import HUISTIJD, nu

    uur = nu().astimezone(HUISTIJD).hour
    return is_ingesteld() and settings.SAMENVATTING_UUR <= uur < _TOT_UUR


def is_ingesteld() -> bool:
    """Whether there is a server, a sender and an address to link to."""
    from config import settings

    return bool(settings.POST.server and settings.POST.van and settings.ADRES)


def samenvatting_ronde() -> Counter[str]:
    """Everybody who is due, one after the other; gives how many of each stand.

    Raises GeenServer when the mail server isn't there: then nobody is counted. A server that goes
    half-way ends the round, and an error about one account is theirs alone: who has no mail yet
    is due again in the next round.
    """
    from config import settings
    from vangnet.gebruikers.samenvattingen import Samenvattingstand, ontvangers
    from vangnet.kern.post import probeer
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    probeer(settings.POST)
    with als_opdrachtgever():
        wie = ontvangers()
    standen: Counter[str] = Counter()
    for een in wie:
        try:
            stand, verder = _een(een)
        except Exception:
            _log.exception("samenvatting.fout", extra={"ids": {"gebruiker": str(een.gebruiker)}})
            stand, verder = Samenvattingstand.MISLUKT, True
        if stand:
            standen[str(stand)] += 1
        if not verder:
            break
    return standen


def _een(een: "Ontvanger") -> tuple["Samenvattingstand | None", bool]:
    """What came of one, none when another run has them; and whether the server is still there.

    What is killed half-way is not sent twice: it is taken on in a transaction of its own just
    before it goes. What goes wrong earlier leaves no trace, so that it can be tried again.
    """
    from vangnet.gebruikers.samenvattingen import samenvatting_afronden, samenvatting_nemen
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    bericht = _bericht(een)
    with als_opdrachtgever():
        genomen = samenvatting_nemen(een.gebruiker)
    if not genomen:
        return None, True
    stand, verder = _verstuur(een.gebruiker, bericht)
    with als_opdrachtgever():
        samenvatting_afronden(een.gebruiker, stand)
    return stand, verder


def _bericht(een: "Ontvanger") -> EmailMessage | None:
    """The mail to one account; none when nothing waits."""
    from config import settings
    from vangnet.kern.klok import vandaag

    regels = zinnen(_telling(een))
    if not regels:
        return None
    return mail(
        regels,
        aan=een.email,
        van=settings.POST.van,
        adres=settings.ADRES,
        wie=een.gebruiker,
        dag=vandaag(),
    )


def _verstuur(gebruiker: UUID, bericht: EmailMessage | None) -> tuple["Samenvattingstand", bool]:
    """What came of it, and whether the server can be asked for the next one."""
    from config import settings
    from vangnet.gebruikers.samenvattingen import Samenvattingstand
    from vangnet.kern.post import GeenServer, NietVerzonden, Onzeker, verstuur

    ids = {"gebruiker": str(gebruiker)}
    if bericht is None:
        return Samenvattingstand.NIETS, True
    try:
        verstuur(bericht, settings.POST)
    except Onzeker:
        _log.exception("samenvatting.onzeker", extra={"ids": ids})
        return Samenvattingstand.ONZEKER, False
    except NietVerzonden as fout:
        _log.exception("samenvatting.mislukt", extra={"ids": ids})
        return Samenvattingstand.MISLUKT, not isinstance(fout, GeenServer)
    return Samenvattingstand.VERZONDEN, True


def _telling(een: "Ontvanger") -> Mapping[str, int]:
    """As the account itself: the same filters and policies as when they open Mijn werk."""
    from vangnet.afsluiting.telling import telling_van
    from vangnet.kern.klok import nu, vandaag
    from vangnet.toegang.kijker import kijker_van
    from vangnet.toegang.regels import VragerSoort
    from vangnet.toegang.vrager import Vrager, als
    from vangnet.uitwisseling.dossieropdrachten import vragen_om_besluit

    vrager = Vrager(een.gebruiker, VragerSoort.TAAK)
    with als(vrager):
        wie = kijker_van(vrager)
        telling = telling_van(wie, dag=vandaag(), sinds=een.sinds)
        telling["dossieropdracht"] = vragen_om_besluit(wie, moment=nu()).count()
        return telling


def _samenvatting(_: Namespace) -> int:
    from vangnet.kern.fouten import OmgevingFout
    from vangnet.kern.post import GeenServer

    if not is_ingesteld():
        raise OmgevingFout(
            "Zet eerst VANGNET_MAIL_SERVER, VANGNET_MAIL_VAN en VANGNET_ADRES. "
            "Zonder die drie stuurt Vangnet geen mail."
        )
    try:
        standen = samenvatting_ronde()
    except GeenServer as fout:
        raise OmgevingFout(
            "De mailserver antwoordt niet, of laat Vangnet niet inloggen. Er is niets verstuurd. "
            "Kijk naar de instellingen die met VANGNET_MAIL_ beginnen, en probeer het opnieuw."
        ) from fout
    sys.stdout.write(
        f"Verzonden: {standen['verzonden']}. Niets te melden: {standen['niets']}. "
        f"Mislukt: {standen['mislukt']}. Onzeker: {standen['onzeker']}.\n"
    )
    return MISLUKT if standen["mislukt"] or standen["onzeker"] else GELUKT


OPDRACHTEN = (
    Opdracht(
        naam="samenvatting",
        uitleg="Stuur wie vandaag nog geen mail kreeg hoeveel werk er klaarstaat.",
        voorbeeld="bin/vangnet samenvatting",
        doe=_samenvatting,
    ),
)
