# SPDX-License-Identifier: EUPL-1.2
"""What figures of the catalogue have to do with one another, by their definitions
(kerncijfers.md section 4). Data only: `verbonden` checks it.
"""

from typing import NamedTuple

from vangnet.kerncijfers.uitsplitsing import Uitsplitsing

PROCESREGIE = ("procesregie",)
PER_MAAND = "_per_maand"
"""The end of a sleutel that is the mean per calendar month of the sleutel before it."""


class Figuur(NamedTuple):
    """A figure of the catalogue, whole or one class of it."""

    sleutel: str
    uitsplitsing: Uitsplitsing = ()


EVENVEEL = (
    (Figuur("leeftijd"), Figuur("zaken_aangemeld")),
    (Figuur("samenstelling"), Figuur("zaken_aangemeld")),
    (Figuur("overdracht"), Figuur("zaken_afgesloten", (("laatste_inzet", PROCESREGIE),))),
)
"""Two figures that count the same things."""

HOOGSTENS = (
    (Figuur("trajectbegeleiding_nieuw"), Figuur("trajectbegeleiding")),
    (Figuur("meldingen_zonder_vervolgactie"), Figuur("meldingen")),
    (Figuur("zaken_aangemeld"), Figuur("zaken_lopend")),
)
"""A figure that counts some of the things that another counts."""

SAMENGESTELD = (
    (Figuur("leeftijd_0_23"), "leeftijd", "leeftijd", ("0-17", "18-23")),
    (Figuur("goed_resultaat"), "goed_resultaat", "resultaat", ("doel_gerealiseerd",)),
    (Figuur("prestatieafspraken"), "prestatieafspraken", "afspraak", ("gehaald",)),
)
"""A figure that is the sum of some classes, in its unit: figure, sleutel, dimension, classes."""

GEMIDDELDEN = (
    (
        Figuur("personen_betrokken_per_casus"),
        Figuur("personen_betrokken"),
        Figuur("zaken_aangemeld", (("eerste_inzet", PROCESREGIE),)),
    ),
)
"""A mean, what is added up for it, and what it is divided by."""
