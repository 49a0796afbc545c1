# SPDX-License-Identifier: EUPL-1.2
"""The order for a package with the dossier: calls of its definer functions, and what is read.

sql/opdracht.sql decides who may and writes the journaal (docs/adr/0026).
"""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from vangnet.kern.daden import roep
from vangnet.toegang.kijker import Kijker
from vangnet.toegang.regels import Recht
from vangnet.uitwisseling.models import Dossieropdracht


def dossier_vragen(*, ontvanger: str, sleutel: str, reden: str) -> UUID:
    """Ask the FG for a package for `ontvanger`, under its public key. Raises NietToegestaan."""
    return UUID(roep("uitwisseling.vraag_dossier(%s, %s, %s, %s)", ontvanger, sleutel, reden))


def dossier_besluiten(opdracht: UUID, *, akkoord: bool, motivering: str) -> None:
    """Say yes or no, once, to what somebody else asked. Raises NietToegestaan."""
    roep("uitwisseling.besluit_dossier(%s, %s, %s, %s)", opdracht, akkoord, motivering)


def dossier_intrekken(opdracht: UUID) -> None:
    """Take back what one asked or approved; a package that is being made then stops.

    Raises NietToegestaan, also once the package is there.
    """
    roep("uitwisseling.trek_dossier_in(%s, %s)", opdracht)


def vragen_om_besluit(wie: Kijker, *, moment: datetime) -> QuerySet[Dossieropdracht]:
    """What waits at `moment` for the word of `wie`; nothing for who doesn't decide."""
    if not wie.mag(Recht.DOSSIERPAKKET_BESLUITEN):
        return Dossieropdracht.objects.none()
    rijen = Dossieropdracht.objects.filter(
        akkoord__isnull=True, ingetrokken_op__isnull=True, besluit_voor__gt=moment
    )
    return rijen.exclude(gevraagd_door=wie.gebruiker)


def dossieropdrachten() -> QuerySet[Dossieropdracht]:
    """All orders, newest first; the policy shows them to manager and FG."""
    wie = ("gevraagd_door", "besloten_door", "ingetrokken_door")
    rijen = Dossieropdracht.objects.select_related(*wie)
    return rijen.defer(*(f"{een}__password" for een in wie)).order_by("-gevraagd_op", "pk")
