# SPDX-License-Identifier: EUPL-1.2
"""`werker`: carries out queued tasks, each as the asker that its signature names."""

import logging
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import closing

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

_GELIJKTIJDIG = 2
_UITLOOPTIJD = 8.0
_RUIM_OP_ELKE = 60.0
_SCAN_ELKE = 5.0
_SAMENVAT_ELKE = 300.0
_NODIG_UIT_ELKE = 30.0
# The longest wait after rounds that fail one after the other.
_HOOGUIT = 900.0
_log = logging.getLogger(__name__)


def draai_werker() -> None:
    """Work until SIGTERM or Ctrl-C; a task that is busy gets some seconds to end."""
    # Until the worker listens itself: who stops it while it begins gets a clean end too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _ruim_op()
    threading.Thread(target=_blijf_opruimen, name="opruimen", daemon=True).start()
    threading.Thread(target=_blijf_verzegelen, name="verzegelen", daemon=True).start()
    threading.Thread(target=_blijf_scannen, name="scannen", daemon=True).start()
    threading.Thread(target=_blijf_samenvatten, name="samenvatten", daemon=True).start()
    threading.Thread(target=_blijf_uitnodigen, name="uitnodigen", daemon=True).start()
    verbinding = app.connector
    assert isinstance(verbinding, DjangoConnector)  # noqa: S101 - the library's Django app has one
    # The worker listens on a connection of its own, as the application role and without an asker.
    with app.replace_connector(verbinding.get_worker_connector()) as werkapp:
        werkapp.run_worker(
            concurrency=_GELIJKTIJDIG,
            shutdown_graceful_timeout=_UITLOOPTIJD,
            listen_notify=True,
            install_signal_handlers=True,
        )


def _blijf_opruimen() -> None:
    """Each minute: a killed worker seems alive until its last sign is half a minute old."""
    while not threading.Event().wait(_RUIM_OP_ELKE):
        _ruim_op()


def _ruim_op() -> None:
    # Imported late: the models need Django to be set up.
    from vangnet.gebruikers.sessieopslag import ruim_verlopen_sessies_op
    from vangnet.taken.onderbroken import ruim_bestanden_op, ruim_onderbroken_op

    stappen = (
        ruim_onderbroken_op,
        ruim_bestanden_op,
        ruim_concepten_op,
        vernietig_aanmeldingen,
        ruim_verlopen_sessies_op,
        ruim_overlegmails_op,
    )
    for stap in stappen:
        try:
            stap()
        except Exception:
            # Tasks go on, and so do the other steps; the next minute tries again.
            _log.exception("opruimen.mislukt")
        finally:
            connection.close()


def ruim_concepten_op() -> int:
    """Remove the aanmeldingen, notes and forms that nobody typed on for two weeks; how many."""
    from vangnet.aanmelding.bijlagen import bijlagen_opruimen
    from vangnet.aanmelding.services import concepten_opruimen
    from vangnet.casus import concepten as notities
    from vangnet.gebruikers import formulierconcepten
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    with als_opdrachtgever():
        aanmelding = concepten_opruimen() + bijlagen_opruimen()
        notitie = notities.concepten_opruimen()
        return aanmelding + notitie + formulierconcepten.concepten_opruimen()


def ruim_overlegmails_op() -> int:
    """Remove what was mailed about overleggen of a month ago, also without a mail server."""
    from vangnet.opdrachtregel.vrager import als_opdrachtgever
    from vangnet.overleg.mails import mails_opruimen

    with als_opdrachtgever():
        return mails_opruimen()


def vernietig_aanmeldingen() -> int:
    """Destroy some hundreds of aanmeldingen without casus whose term is over; gives how many."""
    from vangnet.aanmelding.antwoorden import verlopen_vernietigen
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    with als_opdrachtgever():
        return verlopen_vernietigen()


def _blijf_scannen() -> None:
    """Round and round: a file waits some seconds, or until the scanner is there again."""
    while not threading.Event().wait(_SCAN_ELKE):
        scan_eens()


def scan_eens() -> int:
    """One round of the virus scanner over what waits; gives how many files got an answer."""
    from vangnet.documenten.scannen import scan_ronde
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    try:
        return scan_ronde(als_opdrachtgever)
    except Exception:
        _log.exception("document.scannen_mislukt")
        return 0
    finally:
        connection.close()


def _blijf_samenvatten() -> None:
    """Each five minutes: in the morning there is something to do, and what failed is tried anew."""
    _blijf(samenvat_eens, _SAMENVAT_ELKE)


def samenvat_eens() -> bool:
    """One round of the mail of the day, when it is the time for it; false: it failed."""
    from vangnet.opdrachtregel.samenvatting import is_ochtend, samenvatting_ronde

    try:
        if is_ochtend():
            samenvatting_ronde()
    except Exception:
        _log.exception("samenvatting.ronde_mislukt")
        return False
    finally:
        connection.close()
    return True


def _blijf_uitnodigen() -> None:
    """Each half minute: what was planned, moved or called off since."""
    _blijf(nodig_eens_uit, _NODIG_UIT_ELKE)


def _blijf(ronde: Callable[[], bool], elke: float) -> None:
    wacht = elke
    while not threading.Event().wait(wacht):
        wacht = volgende_wacht(wacht, elke, gelukt=ronde())


def volgende_wacht(vorige: float, elke: float, *, gelukt: bool) -> float:
    """How many seconds to the next round: longer and longer while a mail server is down."""
    return elke if gelukt else min(vorige * 2, _HOOGUIT)


def nodig_eens_uit() -> bool:
    """One round of the mail about overleggen, if there is a server for it; false: it failed."""
    from vangnet.opdrachtregel.overlegmail import overlegmail_ronde
    from vangnet.opdrachtregel.samenvatting import is_ingesteld

    try:
        if is_ingesteld():
            overlegmail_ronde()
    except Exception:
        _log.exception("overlegmail.ronde_mislukt")
        return False
    finally:
        connection.close()
    return True


def _blijf_verzegelen() -> None:
    """Round and round, also when a round fails: nothing is lost while it has no seal yet."""
    from vangnet.journaal.regels import VERZEGEL_ELKE

    # The first round looks at rows of any age: the worker may have been away.
    alles = True
    while True:
        verzegel_eens(alles=alles)
        alles = False
        threading.Event().wait(VERZEGEL_ELKE.total_seconds())


def verzegel_eens(*, alles: bool) -> None:
    """Seal the journaal under the sealing role, and say so when rows wait for too long."""
    import psycopg

    from config import settings
    from vangnet.journaal.zegels import meet_achterstand, verzegel
    from vangnet.opdrachtregel.journaal import adres_als

    try:
        with closing(psycopg.connect(adres_als("zegel"), autocommit=True)) as verbinding:
            verzegel(verbinding, settings.KOPPEN, alles=alles)
            over = meet_achterstand(verbinding)
    except Exception:
        _log.exception("journaal.verzegelen_mislukt")
        return
    if over.alarm:
        ids = {"aantal": over.aantal, "oudste_seconden": round(over.seconden)}
        _log.error("journaal.achterstand", extra={"ids": ids})
