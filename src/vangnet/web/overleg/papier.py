# SPDX-License-Identifier: EUPL-1.2
"""What a reader sees of a verslag, once for the page and for the files of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Verslag
from vangnet.overleg.selectors import Punt, vastgelegd_in
from vangnet.overleg.verslagbestand import Deel, Papier
from vangnet.plan.selectors import afspraken_van
from vangnet.toegang.kijker import Kijker
from vangnet.web.componenten.afspraken import afspraakregels, als_zin
from vangnet.web.overleg.puntform import naam_van


class Regel(NamedTuple):
    """An afspraak in a verslag; wat: a whole sentence."""

    wie: str
    wat: str
    uiterlijk_op: date


class Gelezen(NamedTuple):
    """A verslag as its reader sees it; afspraken: lists with their heads; geen: of an empty one."""

    punt: Punt
    verslag: Verslag
    aanwezig: Sequence[str]
    afwezig: Sequence[str]
    afspraken: Sequence[tuple[str, Sequence[Regel]]]
    geen: str


def lees(gevonden: Punt, verslag: Verslag, *, wie: Kijker) -> Gelezen:
    """What `wie` sees of the verslag of a point that they see."""
    genodigden = gevonden.genodigden
    return Gelezen(
        gevonden,
        verslag,
        [naam_van(een) for een in genodigden if een.aanwezig],
        [naam_van(een) for een in genodigden if een.aanwezig is False],
        _afspraken(gevonden, verslag, wie),
        # Of what is hidden nothing is said: a partner has the own ones, and the house has all.
        _("Geen.") if wie.is_huis else _("Geen van jouw organisatie."),
    )


def _afspraken(
    gevonden: Punt, verslag: Verslag, wie: Kijker
) -> Sequence[tuple[str, Sequence[Regel]]]:
    """As they were when the verslag was vastgesteld, until then as they are now."""
    if verslag.vastgesteld_op is None:
        dag = vandaag()
        lijst = afspraken_van(gevonden.punt.casus, wie=wie, dag=dag)
        nu = [
            Regel(een.wie, als_zin(een.wat), een.afspraak.uiterlijk_op)
            for een in afspraakregels(lijst.open, dag=dag, huis=False)
        ]
        return [(_("Afspraken die nu open staan"), nu)]
    bewaard = vastgelegd_in(verslag, wie=wie)
    koppen = [
        ("nieuw", _("Nieuwe afspraken")),
        ("klaar", _("Afspraken die klaar zijn")),
        ("open", _("Afspraken die open bleven")),
    ]
    return [
        (
            kop,
            [
                Regel(een.wie, als_zin(een.wat), een.uiterlijk_op)
                for een in bewaard
                if een.stand == stand
            ],
        )
        for stand, kop in koppen
    ]


def als_papier(gelezen: Gelezen) -> Papier:
    """The same for a file; its title names the casus and nobody."""
    punt, verslag = gelezen.punt.punt, gelezen.verslag
    kenmerk = punt.casus.kenmerk
    dag = formats.date_format(punt.overleg.datum, "l j F Y")
    return Papier(
        titel=_("Verslag van %(kenmerk)s") % {"kenmerk": kenmerk},
        kop=[_("Overleg van %(dag)s") % {"dag": dag}, _stand(verslag)],
        delen=list(_delen(gelezen)),
        voet=_("%(kenmerk)s. Alleen voor wie dit verslag mag lezen.") % {"kenmerk": kenmerk},
    )


def _stand(verslag: Verslag) -> str:
    if verslag.vastgesteld_op is None:
        return _("Concept: nog niet vastgesteld.")
    dag = formats.date_format(timezone.localdate(verslag.vastgesteld_op), "j F Y")
    return _("Vastgesteld op %(dag)s.") % {"dag": dag}


def _delen(gelezen: Gelezen) -> Iterator[Deel]:
    er_waren = ["; ".join(gelezen.aanwezig) or "–"]
    if gelezen.afwezig:
        er_waren.append(_("Afwezig:") + " " + "; ".join(gelezen.afwezig))
    yield Deel(_("Wie er was"), er_waren)
    yield Deel(_("Wat is besproken"), _alineas(gelezen.verslag.tekst))
    yield Deel(_("Wat is besloten"), _alineas(gelezen.verslag.besluit))
    for kop, regels in gelezen.afspraken:
        punten = [(f"{een.wie}:", _wat(een)) for een in regels]
        yield Deel(kop, () if punten else [gelezen.geen], punten)


def _wat(een: Regel) -> str:
    dag = formats.date_format(een.uiterlijk_op, "j F Y")
    return f"{een.wat} " + _("Uiterlijk op %(dag)s.") % {"dag": dag}


def _alineas(tekst: str | None) -> Sequence[str]:
    return [regel for regel in (tekst or "").splitlines() if regel.strip()] or ["–"]
