# SPDX-License-Identifier: EUPL-1.2
"""What holds of the checks for any set of figures (kerncijfers.md section 1, rule 8)."""

from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.kerncijfers.kloppend import kloppende_jaren
from tests.kerncijfers.reeksen import gepubliceerde_rijen, gevonden, tegenspraken
from vangnet.kerncijfers.controles import LOS, Reekscijfer, controleer, lees_rij
from vangnet.kerncijfers.controles.reeks import EURO

GEPUBLICEERD = [lees_rij(rij) for rij in gepubliceerde_rijen()]
BEKEND = tegenspraken(GEPUBLICEERD)
verschuivingen = st.integers(1, 50) | st.integers(-50, -1)


@given(kloppende_jaren())
def test_over_cijfers_die_kloppen_zwijgen_de_controles(cijfers: list[Reekscijfer]) -> None:
    assert [oordeel for oordeel, _ in gevonden(cijfers) if oordeel != "sprong"] == []


# Some eighty figures, each of which may be the wrong one: more examples than the profile gives.
@given(kloppende_jaren(), st.data(), verschuivingen)
@settings(max_examples=2 * settings().max_examples)
def test_een_cijfer_dat_niet_meer_klopt_wordt_gevonden(
    cijfers: list[Reekscijfer], data: st.DataObject, verschil: int
) -> None:
    plek = data.draw(st.integers(0, len(cijfers) - 1))
    anders = replace(cijfers[plek], waarde=cijfers[plek].waarde + verschil)
    # Nothing can gainsay an amount of 0 that was computed: the house entered none.
    assume(anders.eenheid != EURO or anders.waarde)
    cijfers[plek] = anders
    assert tegenspraken(cijfers)


@given(kloppende_jaren(), st.data(), verschuivingen)
def test_een_tweede_waarde_van_een_cijfer_wordt_gevonden(
    cijfers: list[Reekscijfer], data: st.DataObject, verschil: int
) -> None:
    eerste = data.draw(st.sampled_from(cijfers))
    tweede = replace(eerste, waarde=eerste.waarde + verschil, plaats="elders")
    assert "dubbel" in {b.controle for b in tegenspraken([*cijfers, tweede])}


@given(st.sampled_from([c for c in GEPUBLICEERD if c.sleutel != LOS]), verschuivingen)
def test_een_tweede_waarde_in_elke_gepubliceerde_reeks_wordt_gevonden(
    cijfer: Reekscijfer, verschil: int
) -> None:
    ander = replace(cijfer, waarde=cijfer.waarde + verschil, plaats="een andere zin")
    nieuw = set(tegenspraken([*GEPUBLICEERD, ander])) - set(BEKEND)
    assert any(cijfer.waarde + verschil in bevinding.waarden for bevinding in nieuw)


@given(kloppende_jaren(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_cijfers_doet_er_niet_toe(
    cijfers: list[Reekscijfer], toeval: Random
) -> None:
    cijfers[0] = replace(cijfers[0], waarde=cijfers[0].waarde + 1)
    geschud = toeval.sample(cijfers, len(cijfers))
    assert controleer(cijfers) == controleer(geschud)
