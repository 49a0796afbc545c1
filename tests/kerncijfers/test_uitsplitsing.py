# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vangnet.kerncijfers.uitsplitsing import (
    OngeldigeUitsplitsing,
    Uitsplitsing,
    lees_uitsplitsing,
    schrijf_uitsplitsing,
)

# NUL can be in no text of a package; the signs with a meaning come up often.
woorden = (
    st.text(st.sampled_from("ab +;=\\-1é") | st.characters(exclude_characters="\0"), min_size=1)
    .map(str.strip)
    .filter(bool)
)
uitsplitsingen = st.dictionaries(
    woorden, st.lists(woorden, min_size=1, max_size=3).map(tuple), max_size=3
).map(lambda paren: tuple(sorted(paren.items())))


@pytest.mark.parametrize(
    ("tekst", "uitsplitsing"),
    [
        ("", ()),
        ("leeftijd=56+", (("leeftijd", ("56+",)),)),
        (
            "gemeente=GM1883;doelgroep=oggz",
            (("doelgroep", ("oggz",)), ("gemeente", ("GM1883",))),
        ),
        ("leeftijd=0-17 + 18-23", (("leeftijd", ("0-17", "18-23")),)),
        (" leeftijd = > 56 ", (("leeftijd", ("> 56",)),)),
        (r"groep=a \+ b", (("groep", ("a + b",)),)),
        (r"groep=a\;b;post=c\\d", (("groep", ("a;b",)), ("post", (r"c\d",)))),
        ("groep=a=b", (("groep", ("a=b",)),)),
        (r"a\=b=c", (("a=b", ("c",)),)),
    ],
)
def test_een_uitsplitsing_wordt_gelezen(tekst: str, uitsplitsing: Uitsplitsing) -> None:
    assert lees_uitsplitsing(tekst) == uitsplitsing


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("procesregie", "geen ="),
        ("inzet=", "leeg"),
        ("=procesregie", "leeg"),
        ("inzet=a;", "geen ="),
        ("inzet=a;inzet=b", "twee keer"),
        ("inzet=a\\", "laatste"),
    ],
)
def test_een_verkeerde_uitsplitsing_wordt_geweigerd_met_de_reden(tekst: str, melding: str) -> None:
    with pytest.raises(OngeldigeUitsplitsing, match=melding):
        lees_uitsplitsing(tekst)


@pytest.mark.parametrize(
    "tekst", ["leeftijd=56+", "groep=a + b", r"groep=a \+ b;post=c\\d\;e", "groep=3 C's (o.a. D)"]
)
def test_een_gewone_uitsplitsing_wordt_precies_zo_teruggeschreven(tekst: str) -> None:
    assert schrijf_uitsplitsing(lees_uitsplitsing(tekst)) == tekst


@given(uitsplitsingen)
def test_wat_geschreven_is_wordt_hetzelfde_gelezen(uitsplitsing: Uitsplitsing) -> None:
    assert lees_uitsplitsing(schrijf_uitsplitsing(uitsplitsing)) == uitsplitsing


@example("+=\\ =")
@given(st.text(st.sampled_from("ab +;=\\")))
def test_wat_gelezen_is_wordt_geschreven_en_weer_zo_gelezen(tekst: str) -> None:
    try:
        uitsplitsing = lees_uitsplitsing(tekst)
    except OngeldigeUitsplitsing:
        return
    assert lees_uitsplitsing(schrijf_uitsplitsing(uitsplitsing)) == uitsplitsing
