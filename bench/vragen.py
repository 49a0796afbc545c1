# SPDX-License-Identifier: EUPL-1.2
"""The key queries of the product, as the application sends them: text and values, by name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from tests.bezetting import id_van
from vangnet.afsluiting.filterkeuzes import keuzes_in_gebruik
from vangnet.afsluiting.selectors import Zaakfilter, alle_zaken, zaakpagina
from vangnet.afsluiting.zaakkop import zaakkop
from vangnet.casus.models import Casus
from vangnet.casus.querysets import partnerrollen, zichtbaar_voor
from vangnet.casus.selectors import casussen_zoeken, waarom
from vangnet.plan.querysets import afspraken_voor, met_namen, mijn_afspraken, open_
from vangnet.toegang.kijker import Kijker, kijker_van
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.regels import Termijnen
from vangnet.voortgang.selectors import klok_van

DAG = date(2026, 11, 27)
TERMIJNEN = Termijnen(4, 7, 12, 2)


class Vraag(NamedTuple):
    """A key query: who asks it, and the statements that it takes, with their values."""

    naam: str
    vrager: str
    opdrachten: Sequence[tuple[str, Sequence[Any]]]


def _een_casus(wie: Kijker) -> Casus:
    if wie.is_huis:
        return Casus.objects.filter(dicht=False, kenmerk__startswith="ZVH-").order_by("kenmerk")[0]
    return Casus.objects.get(pk=partnerrollen(wie).values_list("casus", flat=True)[0])


def _zaak(wie: Kijker, casus: UUID) -> None:
    zichtbaar_voor(wie).select_related("hoofdbetrokkene").filter(pk=casus).first()


def _afspraken(wie: Kijker, casus: UUID) -> None:
    list(met_namen(afspraken_voor(wie).filter(casus=casus)))


# Names as in the table of docs/kwaliteit/toegang.md.
VRAGEN: Mapping[str, Callable[[Kijker], object]] = {
    "zakenlijst, eerste bladzijde": lambda wie: zaakpagina(
        Zaakfilter(), wie=wie, dag=DAG, gezet=TERMIJNEN
    ),
    "zakenlijst, halverwege": lambda wie: zaakpagina(
        Zaakfilter(), wie=wie, dag=DAG, gezet=TERMIJNEN, na="ZVH-0250000"
    ),
    "zakenlijst van een gemeente": lambda wie: zaakpagina(
        Zaakfilter(gemeente="GM0080"), wie=wie, dag=DAG, gezet=TERMIJNEN
    ),
    "keuzes van het filter": lambda wie: keuzes_in_gebruik(wie),
    "een zaak": lambda wie: _zaak(wie, _een_casus(wie).pk),
    "de kop van een zaak": lambda wie: zaakkop(_een_casus(wie).pk, wie=wie, dag=DAG),
    "de klok van een zaak": lambda wie: klok_van(
        _een_casus(wie).pk, wie=wie, dag=DAG, gezet=TERMIJNEN
    ),
    "waarom zie ik dit": lambda wie: waarom(_een_casus(wie), wie=wie, kijkt=True),
    "afspraken van een zaak": lambda wie: _afspraken(wie, _een_casus(wie).pk),
    "mijn afspraken": lambda wie: list(met_namen(open_(mijn_afspraken(wie)))),
    "zoeken op kenmerk": lambda wie: list(casussen_zoeken("ZVH-0300000", wie=wie)),
    "uitvoer, eerste duizend": lambda wie: next(alle_zaken(Zaakfilter(), wie=wie, dag=DAG), None),
}
# Those that have to know of which casus; what that takes is no part of them.
VAN_EEN_CASUS = {
    "een zaak",
    "de kop van een zaak",
    "de klok van een zaak",
    "waarom zie ik dit",
    "afspraken van een zaak",
}
# Who does not see a whole casus is never asked for its clock.
ALLEEN_HUIS = {"de klok van een zaak"}
WIE = ("amira", "bram")


def vragen() -> Iterator[Vraag]:
    """Every key query of the house and of a partner; Django is connected to the filled database."""
    for naam in WIE:
        vrager = Vrager(id_van(naam))
        for titel, stel in VRAGEN.items():
            if naam == "bram" and titel in ALLEEN_HUIS:
                continue
            with als(vrager, tijd=0), _afgeluisterd() as opdrachten:
                wie = kijker_van(vrager)
                # Nor is what it takes to know who asks.
                begin = len(opdrachten)
                if titel in VAN_EEN_CASUS:
                    _een_casus(wie)
                    begin += len(opdrachten) - begin + (1 if wie.is_huis else 2)
                stel(wie)
            if not opdrachten[begin:]:
                raise RuntimeError(f"{titel}: niets gehoord")
            yield Vraag(titel, naam, opdrachten[begin:])


@contextmanager
def _afgeluisterd() -> Iterator[list[tuple[str, Sequence[Any]]]]:
    opdrachten: list[tuple[str, Sequence[Any]]] = []

    def luister(voer_uit: Any, tekst: str, waarden: Any, *rest: Any) -> Any:
        # A union begins with a bracket.
        if tekst.lstrip("( \n").startswith(("SELECT", "WITH")) and "set_config" not in tekst:
            opdrachten.append((tekst, tuple(waarden or ())))
        return voer_uit(tekst, waarden, *rest)

    with connection.execute_wrapper(luister):
        yield opdrachten
