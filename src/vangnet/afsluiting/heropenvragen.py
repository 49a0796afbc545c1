# SPDX-License-Identifier: EUPL-1.2
"""A trajectbegeleider asks to reopen; a regisseur looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from vangnet.afsluiting.models import Heropenvraag
from vangnet.afsluiting.querysets import heropenvragen_voor
from vangnet.afsluiting.regels import terug_vanaf
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
    """A regisseur looked at it, who didn't ask it, and at those before it of the same kenmerk.

    Once more is without effect. Raises NietToegestaan, also when the database doesn't let `wie`
    write what they read.
    """
    wacht = _tot_en_met(vraag, wie).filter(behandeld_op__isnull=True)
    for een in list(wacht.order_by("pk").values_list("pk", flat=True)):
        if wacht.filter(pk=een).update(behandeld_op=vandaag()):
            _noteer("heropenen.behandeld", een, ["behandeld_op"])
    if wacht.exists():
        raise NietToegestaan("Dit kan niet.")


@transaction.atomic
def heropenvraag_terug(vraag: UUID, *, wie: Kijker) -> None:
    """Let what was handled wait again, with those of its line; today's or yesterday's.

    By any regisseur, as it was handled for all of them. Raises NietToegestaan.
    """
    weg = _tot_en_met(vraag, wie).filter(behandeld_op__gte=terug_vanaf(vandaag()))
    terug = [
        een
        for een in list(weg.order_by("pk").values_list("pk", flat=True))
        if weg.filter(pk=een).update(behandeld_op=None)
    ]
    for een in terug:
        _noteer("heropenen.weer_open", een, ["behandeld_op"])
    if not terug:
        raise NietToegestaan("Dit kan niet.")


def _tot_en_met(vraag: UUID, wie: Kijker) -> QuerySet[Heropenvraag]:
    """It and those before it of the same kenmerk: one line, as `heropenvragen` has them.

    Not what was asked since: nobody saw that.
    """
    gevonden = heropenvragen_voor(wie)
    laatste = gevonden.filter(pk=vraag).first()
    if laatste is None:
        raise NietToegestaan("Dit kan niet.")
    return gevonden.filter(
        kenmerk__iexact=laatste.kenmerk, aangemaakt_op__lte=laatste.aangemaakt_op
    )


@dataclass(frozen=True)
class Heropenregel:
    """The questions of one kenmerk that wait, or that were handled of late: the last one."""

    laatste: Heropenvraag
    aantal: int

    @property
    def wacht(self) -> bool:
        """Whether no regisseur looked at it yet."""
        return self.laatste.behandeld_op is None


def heropenvragen(wie: Kijker) -> Sequence[Heropenregel]:
    """What waits, and what can wait again, the oldest first; only for the house."""
    wacht_of_net = Q(behandeld_op__isnull=True) | Q(behandeld_op__gte=terug_vanaf(vandaag()))
    rijen = heropenvragen_voor(wie).filter(wacht_of_net)
    rijen = rijen.select_related("gevraagd_door").defer("gevraagd_door__password")
    per: dict[tuple[str, bool], Heropenregel] = {}
    for een in rijen.order_by("gevraagd_op", "aangemaakt_op", "pk"):
        sleutel = (een.kenmerk.casefold(), een.behandeld_op is None)
        eerder = per.get(sleutel)
        per[sleutel] = Heropenregel(een, eerder.aantal + 1 if eerder else 1)
    return list(per.values())


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
