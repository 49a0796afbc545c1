# SPDX-License-Identifier: EUPL-1.2
"""Which casussen an overleg is planned for, and why each of them.

The room of overleg knows the afspraken; the clock is of a room above it, so they meet here.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vangnet.casus.models import Casus
from vangnet.overleg.models import Overleg
from vangnet.overleg.selectors import (
    VOORUIT,
    Kandidaat,
    aan_de_beurt,
    na_overleg,
    te_agenderen,
)
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.regels import Klok
from vangnet.voortgang.selectors import te_bespreken
from vangnet.web.componenten.klok import in_woorden


class Tezien(NamedTuple):
    """A casus for the agenda, and why, in words."""

    casus: Casus
    waarom: str


class Keuze(NamedTuple):
    """What can be chosen, and of those what is chosen already."""

    kandidaten: Sequence[Tezien]
    gekozen: Sequence[str]


def keuze_voor(
    wie: Kijker, *, dag: date, zaak: UUID | None = None, vorige: Overleg | None = None
) -> Keuze:
    """What is due, and on top of that `zaak`, or else what was left open in `vorige`."""
    tot = dag + VOORUIT
    klokken = te_bespreken(wie, dag=dag, tot=tot)
    gevraagd = te_agenderen(zaak, wie=wie)
    over = na_overleg(vorige, wie=wie) if vorige and not gevraagd else []
    gekozen = [gevraagd] if gevraagd else over
    per_casus: dict[UUID, Kandidaat] = {}
    for een in (
        *([gevraagd] if gevraagd else []),
        *aan_de_beurt(wie, dag=dag),
        *over,
        *(Kandidaat(casus, 0, None) for casus, _klok in klokken.values()),
    ):
        per_casus.setdefault(een.casus.pk, een)
    klok = {pk: een for pk, (_casus, een) in klokken.items()}
    return Keuze(
        [Tezien(een.casus, _waarom(een, klok.get(pk), tot)) for pk, een in per_casus.items()],
        [str(een.casus.pk) for een in gekozen],
    )


def _waarom(een: Kandidaat, klok: Klok | None, tot: date) -> str:
    """The kenmerk and each reason: afspraken, standing still, and an evaluation up to `tot`."""
    redenen = []
    if een.eerste:
        aantal = ngettext("%(n)s afspraak", "%(n)s afspraken", een.aantal) % {"n": een.aantal}
        eerste = {"aantal": aantal, "dag": in_woorden(een.eerste)}
        redenen.append(_("%(aantal)s, de eerste uiterlijk %(dag)s") % eerste)
    if klok and klok.stil_sinds:
        redenen.append(_("staat stil sinds %(dag)s") % {"dag": in_woorden(klok.stil_sinds)})
    if klok and klok.evaluatie_op <= tot:
        dag = in_woorden(klok.evaluatie_op)
        redenen.append(_("evaluatie uiterlijk %(dag)s") % {"dag": dag})
    kenmerk = een.casus.kenmerk
    return f"{kenmerk}: {'; '.join(redenen)}" if redenen else kenmerk
