# SPDX-License-Identifier: EUPL-1.2
"""The forms of a chart as Altair specifications. Imported at the first chart; see grafiek.py.

Colours are tokens of the sheet, so that one drawing serves light and dark. `breedte` decides on
the narrow form, in which labels stand above their bar.
"""

from collections.abc import Callable, Sequence
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

LETTER = "Vangnet Sans"
TEKST, ZACHT, LIJN = "var(--vg-tekst)", "var(--vg-tekst-zacht)", "var(--vg-lijn)"
SMAL_TOT = 400
# Room for a value of four digits above an upright bar.
PER_GETAL = 30
# A second sign beside colour: each line of a chart has its own dash.
STREEPJES: tuple[list[int], ...] = ([1, 0], [7, 3], [2, 3], [10, 3, 2, 3], [4, 2])

Rij = tuple[str, float | None, str, bool]
Deel = tuple[str, str, float | None, str, int]


def spec(vorm: str, rijen: Sequence[Any], *, breedte: int) -> dict[str, Any]:
    """The Vega-Lite specification of `vorm`. Tests validate it; here that would double the time."""
    with debug_mode(False):
        kaart: alt.LayerChart = _VORMEN[vorm](rijen, breedte=breedte)
        return kaart.to_dict(validate=False)


def staven(rijen: Sequence[Rij], *, breedte: int) -> alt.LayerChart:
    """Horizontal bars; the label beside the bar, or above it when there is no room."""
    smal = breedte < SMAL_TOT
    basis = alt.Chart(_gegevens(rijen)).encode(y=_rij_as("label", smal=smal))
    x = alt.X("waarde:Q", axis=None, scale=_schaal(rijen, ruimte=1.2))
    staaf = basis.mark_bar(height=14 if smal else 18, yOffset=9 if smal else 0)
    lagen = [
        staaf.encode(x=x, color=alt.Color("kleur:N", scale=None)),
        basis.mark_text(align="left", dx=6, dy=9 if smal else 0, fontWeight=600).encode(
            x=x, text="tekst:N"
        ),
    ]
    if smal:
        lagen.append(_labels_erboven(basis))
    return _opgemaakt(lagen, breedte=breedte, hoogte=alt.Step(44 if smal else 29))


def kolommen(rijen: Sequence[Rij], *, breedte: int) -> alt.LayerChart:
    """Upright bars with the value above each; many bars in a narrow column lose that value."""
    basis = alt.Chart(_gegevens(rijen)).encode(x=_tijd_as("label"))
    y = alt.Y("waarde:Q", axis=None, scale=_schaal(rijen, ruimte=1.1))
    lagen = [
        basis.mark_bar().encode(y=y, color=alt.Color("kleur:N", scale=None)),
    ]
    if breedte / max(len(rijen), 1) >= PER_GETAL:
        lagen.append(
            basis.mark_text(baseline="bottom", dy=-4, fontWeight=600).encode(y=y, text="tekst:N")
        )
    return _opgemaakt(lagen, breedte=breedte, hoogte=200)


def stapels(rijen: Sequence[Deel], *, breedte: int) -> alt.LayerChart:
    """Bars of parts; a part wide enough bears its own value."""
    smal = breedte < SMAL_TOT
    punten, totalen = _stapel(rijen)
    hoogste = max(totalen.values(), default=0) or 1
    drempel = hoogste * (0.15 if smal else 0.1)
    for punt in punten:
        punt["tekst"] = punt["tekst"] if punt["tot"] - punt["van"] >= drempel else ""
    basis = alt.Chart(alt.InlineData(values=punten)).encode(y=_rij_as("naam", smal=smal))
    x = alt.X("van:Q", axis=None, scale=alt.Scale(domain=[0, hoogste], nice=False))
    lagen = [
        basis.mark_bar(height=22, stroke="var(--vg-vlak)", yOffset=9 if smal else 0).encode(
            x=x, x2="tot:Q", color=alt.Color("kleur:N", scale=None)
        ),
        basis.mark_text(fontWeight=600, dy=9 if smal else 0).encode(
            x=alt.X("midden:Q", axis=None),
            text="tekst:N",
            color=alt.Color("opkleur:N", scale=None),
        ),
    ]
    if smal:
        eens = alt.InlineData(values=[{"naam": naam} for naam in totalen])
        lagen.append(_labels_erboven(basis.properties(data=eens), veld="naam"))
    return _opgemaakt(lagen, breedte=breedte, hoogte=alt.Step(50 if smal else 34))


def lijn(rijen: Sequence[Deel], *, breedte: int) -> alt.LayerChart:
    """Lines from 0; the name of each stands at its end, or above the chart when it is alone."""
    punten = [
        {"naam": n, "label": lab, "waarde": w, "tekst": t, "kleur": _kleur(nr), "streep": nr}
        for n, lab, w, t, nr in rijen
    ]
    hoogste = max((w or 0 for _n, _l, w, _t, _nr in rijen), default=0) or 1
    as_y = alt.Axis(title=None, tickCount=4, domain=False, ticks=False, labelColor=ZACHT)
    x = _tijd_as("label", punten=True)
    y = alt.Y("waarde:Q", axis=as_y, scale=alt.Scale(domain=[0, hoogste * 1.08], nice=True))
    basis = alt.Chart(alt.InlineData(values=punten)).encode(
        x=x, y=y, color=alt.Color("kleur:N", scale=None)
    )
    streep = alt.StrokeDash(
        "streep:O", legend=None, scale=alt.Scale(domain=[1, 2, 3, 4, 5], range=list(STREEPJES))
    )
    einden = alt.Chart(alt.InlineData(values=_einden(rijen, hoogste=hoogste))).mark_text(
        align="left", dx=8, fontWeight=600, lineBreak="\n", lineHeight=15
    )
    return _opgemaakt(
        [
            basis.mark_line(strokeWidth=2.5).encode(strokeDash=streep),
            basis.mark_point(filled=True, size=46, opacity=1),
            einden.encode(x=x, y=y, text="tekst:N", color=alt.Color("kleur:N", scale=None)),
        ],
        breedte=breedte,
        hoogte=220,
    )


def _gegevens(rijen: Sequence[Rij]) -> alt.InlineData:
    return alt.InlineData(
        values=[
            {
                "label": label,
                "waarde": waarde or 0,
                "tekst": tekst,
                "kleur": "var(--vg-grafiek-1)" if sterk else "var(--vg-grafiek-stil)",
            }
            for label, waarde, tekst, sterk in rijen
        ]
    )


def _stapel(rijen: Sequence[Deel]) -> tuple[list[dict[str, Any]], dict[str, float]]:
    """The parts with where each begins and ends, and the total of each bar."""
    totalen: dict[str, float] = {}
    punten: list[dict[str, Any]] = []
    for naam, _deel, waarde, tekst, nummer in rijen:
        van = totalen.get(naam, 0.0)
        tot = totalen[naam] = van + (waarde or 0)
        punten.append(
            {
                "naam": naam,
                "van": van,
                "tot": tot,
                "midden": (van + tot) / 2,
                "tekst": tekst,
                "kleur": _kleur(nummer),
                "opkleur": f"var(--vg-op-grafiek-{nummer})",
            }
        )
    return punten, totalen


def _einden(rijen: Sequence[Deel], *, hoogste: float) -> list[dict[str, Any]]:
    """Name and last value of each line, pushed apart so that no two overlap."""
    laatste = {nr: (n, lab, w, t) for n, lab, w, t, nr in rijen if w is not None}
    alleen = len(laatste) == 1
    einden: list[dict[str, Any]] = []
    onder = -hoogste
    for nummer, (naam, label, waarde, tekst) in sorted(laatste.items(), key=lambda e: e[1][2]):
        onder = max(waarde, onder + hoogste * 0.09)
        tekst_bij = tekst if alleen else f"{naam} {tekst}"
        einden.append(
            {"label": label, "waarde": onder, "tekst": tekst_bij, "kleur": _kleur(nummer)}
        )
    return einden


def _rij_as(veld: str, *, smal: bool) -> alt.Y:
    as_ = alt.Axis(title=None, domain=False, ticks=False, labelPadding=8, labelLimit=230)
    return alt.Y(f"{veld}:N", sort=None, axis=None if smal else as_)


def _tijd_as(veld: str, *, punten: bool = False) -> alt.X:
    as_ = alt.Axis(
        title=None, labelAngle=0, ticks=False, labelPadding=7, labelOverlap=True, domainColor=ZACHT
    )
    schaal = alt.Scale(type="point", padding=0.3) if punten else alt.Scale(paddingInner=0.25)
    return alt.X(f"{veld}:N", sort=None, axis=as_, scale=schaal)


def _labels_erboven(basis: alt.Chart, *, veld: str = "label") -> alt.Chart:
    labels: alt.Chart = basis.mark_text(align="left", dy=-11).encode(
        x=alt.value(0), text=f"{veld}:N"
    )
    return labels


def _schaal(rijen: Sequence[Rij], *, ruimte: float) -> alt.Scale:
    hoogste = max((waarde or 0 for _label, waarde, _tekst, _sterk in rijen), default=0) or 1
    return alt.Scale(domain=[0, hoogste * ruimte], nice=False)


def _kleur(nummer: int) -> str:
    return f"var(--vg-grafiek-{nummer})"


def _opgemaakt(
    lagen: Sequence[alt.Chart], *, breedte: int, hoogte: int | alt.Step
) -> alt.LayerChart:
    kaart: alt.LayerChart = (
        alt.LayerChart(layer=list(lagen))
        .properties(
            width=breedte,
            height=hoogte,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            padding=2,
        )
        .configure(font=LETTER, background="transparent", aria=False)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=14, labelColor=TEKST, gridColor=LIJN, grid=True, domainColor=LIJN
        )
        .configure_axisBand(grid=False)
        .configure_axisPoint(grid=False)
        .configure_text(fontSize=14, color=TEKST)
    )
    return kaart


_VORMEN: dict[str, Callable[..., alt.LayerChart]] = {
    "staven": staven,
    "kolommen": kolommen,
    "stapels": stapels,
    "lijn": lijn,
}
