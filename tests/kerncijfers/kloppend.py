# SPDX-License-Identifier: EUPL-1.2
"""Random years of a house in which every figure agrees with every other."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.kerncijfers.reeksen import cijfer, stand
from vangnet.kerncijfers.controles import BEREKEND, Reekscijfer
from vangnet.kerncijfers.rekenen import aandelen, gemiddelde

BEGIN, EINDE = date(2022, 1, 1), date(2023, 1, 1)
INZETTEN = ("procesregie", "ondersteuning")
ROLLEN = ("hoofdbetrokkene", "partner", "kind", "overig")
LEEFTIJDEN = ("0-17", "18-23", "24-40", "41-55", "56+", "onbekend")
MAANDEN = tuple(f"2022-{maand:02d}" for maand in range(1, 13))
Velden = dict[str, Any]

aantallen = st.integers(0, 300)
vormen: st.SearchStrategy[Velden] = st.sampled_from(
    [
        {"rapport": "Vangnet", "label": BEREKEND},
        {"rapport": "Verslag"},
        {"rapport": "Verslag", "populatie": "alle zaken van het huis"},
    ]
)


@st.composite
def verdeling(draw: st.DrawFn, totaal: int, klassen: tuple[str, ...]) -> dict[str, int]:
    """A total, shared out over classes at random."""
    knip = st.integers(0, totaal)
    sneden = sorted(draw(st.lists(knip, min_size=len(klassen) - 1, max_size=len(klassen) - 1)))
    grenzen = [0, *sneden, totaal]
    return {klasse: grenzen[i + 1] - grenzen[i] for i, klasse in enumerate(klassen)}


def uitgesplitst(
    sleutel: str, dimensie: str, klassen: dict[str, int], **velden: Any
) -> Iterator[Reekscijfer]:
    """The counts of the classes, and their shares if there are any."""
    procenten = aandelen(list(klassen.values())) or []
    for klasse, aantal in klassen.items():
        yield cijfer(sleutel, aantal, f"{dimensie}={klasse}", **velden)
    for klasse, procent in zip(klassen, procenten, strict=False):
        yield cijfer(sleutel, procent, f"{dimensie}={klasse}", **(velden | {"eenheid": "procent"}))


@st.composite
def stromen(draw: st.DrawFn, velden: Velden, nieuw: dict[str, int]) -> list[Reekscijfer]:
    """Stocks and flows that close, per inzet and together."""
    begin, dicht, terug = (
        dict(zip(INZETTEN, draw(st.tuples(aantallen, aantallen)), strict=True)) for _ in range(3)
    )
    heen, weer = draw(aantallen), draw(aantallen)
    saldo = {"procesregie": weer - heen, "ondersteuning": heen - weer}
    eind = {i: begin[i] + nieuw[i] + terug[i] - dicht[i] + saldo[i] for i in INZETTEN}
    wissels = {"procesregie_ondersteuning": heen, "ondersteuning_procesregie": weer}
    return [
        *(stand(begin[i], BEGIN, f"inzet={i}", **velden) for i in INZETTEN),
        *(stand(eind[i], EINDE, f"inzet={i}", **velden) for i in INZETTEN),
        stand(sum(begin.values()), BEGIN, **velden),
        stand(sum(eind.values()), EINDE, **velden),
        cijfer("zaken_heropend", sum(terug.values()), **velden),
        cijfer("zaken_gewisseld", heen + weer, **velden),
        *uitgesplitst("zaken_gewisseld", "wissel", wissels, **velden),
        cijfer("zaken_afgesloten", sum(dicht.values()), **velden),
        *uitgesplitst("zaken_afgesloten", "laatste_inzet", dicht, **velden),
    ]


@st.composite
def nieuwe_zaken(draw: st.DrawFn, velden: Velden, totaal: int) -> list[Reekscijfer]:
    """The casussen of the year by age, composition and who referred them."""
    leeftijden = draw(verdeling(totaal, LEEFTIJDEN))
    cijfers = [
        cijfer("zaken_aangemeld", totaal, **velden),
        cijfer("leeftijd", totaal, **velden),
        cijfer("samenstelling", totaal, **velden),
        *uitgesplitst("leeftijd", "leeftijd", leeftijden, **velden),
        *uitgesplitst(
            "samenstelling",
            "samenstelling",
            draw(verdeling(totaal, ("individu", "systeem"))),
            **velden,
        ),
        *uitgesplitst(
            "zaken_aangemeld",
            "aanmelder_groep",
            draw(verdeling(totaal, ("Politie", "Gemeenten", "Anders"))),
            **velden,
        ),
    ]
    if totaal:
        jong = sum((aandelen(list(leeftijden.values())) or [])[:2])
        cijfers.append(cijfer("leeftijd_0_23", jong, **(velden | {"eenheid": "procent"})))
    return cijfers


@st.composite
def aanmeldingen(draw: st.DrawFn, velden: Velden) -> list[Reekscijfer]:
    """Aanmeldingen by month, with their mean."""
    totaal = draw(aantallen)
    van = velden | {"eenheid": "aanmeldingen"}
    mean = velden | {"eenheid": "aantal_per_maand", "decimalen": 1}
    return [
        cijfer("aanmeldingen", totaal, **van),
        *uitgesplitst("aanmeldingen", "maand", draw(verdeling(totaal, MAANDEN)), **van),
        cijfer("aanmeldingen_per_maand", str(gemiddelde(totaal, aantal=12)), **mean),
    ]


@st.composite
def personen(draw: st.DrawFn, velden: Velden, casussen: int) -> list[Reekscijfer]:
    """Persons in the casussen with procesregie by rol, with their mean if there are any.

    The mean alone would not tell one person more or less among many casussen: it is rounded.
    """
    totaal = draw(aantallen) if casussen else 0
    per_casus = gemiddelde(totaal, aantal=casussen)
    if per_casus is None:
        return []
    mean = velden | {"eenheid": "anders", "decimalen": 1}
    van = velden | {"eenheid": "personen"}
    return [
        cijfer("personen_betrokken", totaal, **van),
        *uitgesplitst("personen_betrokken", "rol", draw(verdeling(totaal, ROLLEN)), **van),
        cijfer("personen_betrokken_per_casus", str(per_casus), **mean),
    ]


@st.composite
def geld(draw: st.DrawFn, velden: Velden) -> list[Reekscijfer]:
    """A budget that is covered, and a result that follows from the costs.

    No amount is 0: a computed 0 says that no amount was entered, and is compared with nothing.
    """
    euro = velden | {"eenheid": "euro"}
    bedragen = st.integers(1, 10**6)
    rijk, oggz = draw(bedragen), draw(bedragen)
    kosten = draw(bedragen.filter(lambda bedrag: bedrag != rijk + oggz))
    return [
        cijfer("begroting", rijk + oggz, **euro),
        cijfer("dekking", rijk + oggz, **euro),
        cijfer("dekking", rijk, "bron=rijk", **euro),
        cijfer("dekking", oggz, "bron=oggz", **euro),
        cijfer("kosten", kosten, **euro),
        cijfer("resultaat_financieel", rijk + oggz - kosten, **euro),
    ]


@st.composite
def kloppende_jaren(draw: st.DrawFn) -> list[Reekscijfer]:
    """All figures of a year, computed or published, that agree with one another."""
    velden = draw(vormen)
    nieuw = dict(zip(INZETTEN, draw(st.tuples(aantallen, aantallen)), strict=True))
    return [
        *uitgesplitst("zaken_aangemeld", "eerste_inzet", nieuw, **velden),
        *draw(nieuwe_zaken(velden, sum(nieuw.values()))),
        *draw(stromen(velden, nieuw)),
        *draw(aanmeldingen(velden)),
        *draw(personen(velden, nieuw["procesregie"])),
        *draw(geld(velden)),
    ]
