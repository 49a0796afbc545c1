# SPDX-License-Identifier: EUPL-1.2
"""An afspraak as a row of a page: on the page of its casus, and on Mijn werk."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from vangnet.inrichting.selectors import labels
from vangnet.plan.models import Afspraak
from vangnet.plan.regels import Stand, stand


class Afspraakregel(NamedTuple):
    """An afspraak with its codes as words.

    los: who does it takes no part today, so it is of the whole organisation. mag_afvinken: the
    reader may tick it off or take that back; mag_wijzigen: change all of it.
    """

    afspraak: Afspraak
    wat: str
    wie: str
    los: bool
    domein: str
    stand: Stand
    woord: str
    chip: str
    mag_afvinken: bool
    mag_wijzigen: bool


def afspraakregels(
    afspraken: Iterable[Afspraak],
    *,
    dag: date,
    huis: bool,
    partner: bool = False,
    domeinen: Mapping[str, str] | None = None,
) -> list[Afspraakregel]:
    """The rows of a list, in words.

    afspraken: of `met_namen`; huis: the reader works on them for the house; partner: they are of
    the own organisation.
    """
    woorden = labels("domein")["domein"] if domeinen is None else domeinen
    return [_regel(een, dag, woorden, huis=huis, partner=partner) for een in afspraken]


def als_zin(wat: str) -> str:
    """What somebody does with a full stop, for a text in which another sentence comes after it."""
    tekst = wat.rstrip()
    return tekst if tekst.rstrip("\"'”’»)").endswith((".", "!", "?", "…")) else f"{tekst}."


def _regel(
    een: Afspraak, dag: date, domeinen: Mapping[str, str], *, huis: bool, partner: bool
) -> Afspraakregel:
    hoe = stand(
        uiterlijk_op=een.uiterlijk_op,
        gereed_op=een.gereed_op,
        vervallen_op=een.vervallen_op,
        dag=dag,
    )
    woord, chip = _WOORDEN[hoe]
    wie = een.gebruiker.naam if een.gebruiker else ""
    terug_te_draaien = een.gereed_op is None or een.gereed_op == dag
    return Afspraakregel(
        afspraak=een,
        wat=een.omschrijving or een.interventie or een.kenmerk,
        wie=f"{een.van_wie}: {wie}" if wie else een.van_wie,
        los=een.staat_los and een.gereed_op is None and een.vervallen_op is None,
        domein=domeinen.get(een.domein, een.domein),
        stand=hoe,
        woord=_(woord),
        chip=chip,
        mag_afvinken=huis or (partner and terug_te_draaien),
        mag_wijzigen=huis,
    )


_WOORDEN = {
    Stand.TE_LAAT: (gettext_noop("Te laat"), "fout"),
    Stand.VANDAAG: (gettext_noop("Vandaag"), "waarschuwing"),
    Stand.OPEN: (gettext_noop("Open"), ""),
    Stand.GEREED: (gettext_noop("Gereed"), "gelukt"),
    Stand.VERVALLEN: (gettext_noop("Vervallen"), ""),
}
