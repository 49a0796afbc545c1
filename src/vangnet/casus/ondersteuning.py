# SPDX-License-Identifier: EUPL-1.2
"""What the house keeps of an ondersteuning: reading it, and writing it down with its versie."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from vangnet.casus.models import Casus, Inzet, Ondersteuning
from vangnet.casus.querysets import lopende_ondersteuningen, ondersteuningen_voor
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker

MEESTE = 50


@dataclass(frozen=True, kw_only=True)
class Ondersteuningsinhoud:
    """What the house writes down of an ondersteuning."""

    regie_bij: str
    vraag: str
    huis_doet: str
    volgende_blik: date
    tafels: str | None = None

    def kolommen(self) -> dict[str, Any]:
        """The columns."""
        return vars(self) | {"tafels": self.tafels or None}


def lopende_inzet(casus: Casus, *, dag: date) -> Inzet | None:
    """The inzet that runs in a casus on `dag`."""
    loopt = Q(tot__isnull=True) | Q(tot__gte=dag)
    return Inzet.objects.filter(loopt, casus=casus, vanaf__lte=dag).order_by("-vanaf").first()


def is_terug(inzet: Inzet) -> bool:
    """Whether a switch away from it leaves nothing behind: it began today, in place of another."""
    gisteren = inzet.vanaf - timedelta(days=1)
    vorige = Inzet.objects.filter(casus=inzet.casus_id, tot=gisteren).exclude(soort=inzet.soort)
    return inzet.vanaf == vandaag() and vorige.exists()


def inzet_van(casus: Casus, *, dag: date) -> Inzet | None:
    """The ondersteuning that runs in a casus on `dag`; None when the inzet is another."""
    inzet = lopende_inzet(casus, dag=dag)
    return inzet if inzet and inzet.soort == "ondersteuning" else None


def ondersteuning_van(casus: Casus, *, wie: Kijker, dag: date) -> Ondersteuning | None:
    """What was written down of the ondersteuning that runs, for who sees the whole casus."""
    lopend = lopende_ondersteuningen(ondersteuningen_voor(wie), dag).filter(casus=casus)
    return lopend.first()


def te_bekijken(wie: Kijker, *, dag: date) -> Sequence[Ondersteuning]:
    """Those whose next look is today or was before, the longest first; at most MEESTE."""
    lopend = lopende_ondersteuningen(ondersteuningen_voor(wie), dag)
    gevonden = lopend.filter(volgende_blik__lte=dag, casus__gesloten=False)
    return list(gevonden.select_related("casus").order_by("volgende_blik", "pk")[:MEESTE])


@transaction.atomic
def ondersteuning_vastleggen(casus: Casus, inhoud: Ondersteuningsinhoud, *, gelezen: int) -> None:
    """Write it down for the ondersteuning that runs; gelezen: its `versie`, 0 for none yet.

    Raises NietToegestaan when the inzet is no ondersteuning, BotsendeVersie when somebody else
    wrote meanwhile. Without effect when it says so already.
    """
    inzet = inzet_van(casus, dag=vandaag())
    if inzet is None:
        raise NietToegestaan("Dit kan niet.")
    nieuw = inhoud.kolommen()
    eerste = Ondersteuning(casus=casus, inzet=inzet, eerste_verwerking=vandaag(), **nieuw)
    er_is = _lees(inzet)
    if er_is is None and _is_eerste(eerste):
        _leg_vast(eerste, list(nieuw))
        return
    er_is = er_is or Ondersteuning.objects.get(inzet=inzet)
    veranderd = [naam for naam, waarde in nieuw.items() if getattr(er_is, naam) != waarde]
    if veranderd and er_is.versie != gelezen:
        raise BotsendeVersie("Dit is intussen veranderd.")
    if veranderd:
        Ondersteuning.objects.filter(pk=er_is.pk).update(**nieuw)
        _leg_vast(er_is, veranderd)


def _lees(inzet: Inzet) -> Ondersteuning | None:
    return Ondersteuning.objects.select_for_update(of=("self",)).filter(inzet=inzet).first()


def _is_eerste(ondersteuning: Ondersteuning) -> bool:
    """Write the first row of an inzet; False when somebody else was before."""
    try:
        with transaction.atomic():
            ondersteuning.save(force_insert=True)
    except IntegrityError:
        if Ondersteuning.objects.filter(inzet=ondersteuning.inzet_id).exists():
            return False
        raise
    return True


def _leg_vast(ondersteuning: Ondersteuning, velden: list[str]) -> None:
    leg_vast(
        Act(
            handeling="ondersteuning.vastgelegd",
            object_soort="ondersteuning",
            object=ondersteuning.pk,
            casus=ondersteuning.casus_id,
            velden=velden,
            onderwerpen=[("casus", ondersteuning.casus_id)],
        )
    )
