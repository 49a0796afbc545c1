# SPDX-License-Identifier: EUPL-1.2
"""A trajectbegeleider asks to reopen; a regisseur looks at it."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection, transaction

from vangnet.afsluiting.models import Heropenvraag
from vangnet.afsluiting.querysets import heropenvragen_voor
from vangnet.casus.querysets import zichtbaar_voor as casussen_voor
from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import is_nieuw, sleutel_van
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker


@transaction.atomic
def heropenen_vragen(kenmerk: str, *, door: UUID, eenmalig: UUID) -> None:
    """Ask; nothing is looked up, so nothing tells whether there is such a casus."""
    vraag = Heropenvraag(
        id=sleutel_van(door, eenmalig, "heropenvraag", kenmerk),
        kenmerk=kenmerk,
        gevraagd_door_id=door,
        gevraagd_op=vandaag(),
        eerste_verwerking=vandaag(),
    )
    if is_nieuw(vraag, gevraagd_door=door):
        _noteer("heropenen.gevraagd", vraag.pk, ["kenmerk"])


@transaction.atomic
def heropenvraag_afhandelen(vraag: UUID, *, wie: Kijker) -> None:
    """A regisseur looked at it, who didn't ask it; once more is without effect.

    Raises NietToegestaan, also when the database doesn't let `wie` write what they read.
    """
    gevonden = heropenvragen_voor(wie).filter(pk=vraag)
    if not gevonden.exists():
        raise NietToegestaan("Dit kan niet.")
    wacht = gevonden.filter(behandeld_op__isnull=True)
    if wacht.update(behandeld_op=vandaag()):
        _noteer("heropenen.behandeld", vraag, ["behandeld_op"])
    elif wacht.exists():
        raise NietToegestaan("Dit kan niet.")


def heropenvragen(wie: Kijker) -> Sequence[Heropenvraag]:
    """What waits for a regisseur, the oldest first; only for the house."""
    wachtend = heropenvragen_voor(wie).filter(behandeld_op__isnull=True)
    wachtend = wachtend.select_related("gevraagd_door").defer("gevraagd_door__password")
    return list(wachtend.order_by("gevraagd_op", "pk"))


def open_zaken(wie: Kijker) -> dict[UUID, UUID]:
    """Of which question that waits the casus is open, and `wie` sees it: there it is.

    The database tells which one is meant (sql/kort_kenmerk.sql): one that is closed may come first.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT vraag, zaak FROM afsluiting.open_bij_heropenvragen()")
        bij = dict(cursor.fetchall())
    if not bij:
        return {}
    gezien = casussen_voor(wie).filter(pk__in=bij.values(), gesloten=False)
    open_ = set(gezien.values_list("pk", flat=True))
    return {vraag: zaak for vraag, zaak in bij.items() if zaak in open_}


def _noteer(handeling: str, vraag: UUID, velden: list[str]) -> None:
    """The database names the casus, and tells it nobody who asks (sql/heropenvraag.sql)."""
    roep("afsluiting.noteer_heropenvraag(%s, %s, %s, %s)", handeling, vraag, velden)
