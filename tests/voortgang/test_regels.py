# SPDX-License-Identifier: EUPL-1.2
"""The clock of a casus: borders typed by hand, and what holds for any days."""

import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vangnet.voortgang.regels import (
    Klokdagen,
    Stagnatie,
    Termijnen,
    genoemde_namen,
    genoemde_nummers,
    grenzen_op,
    klok_op,
)

GEWOON = Termijnen(stilstand_weken=4, te_laat_dagen=7, evaluatie_weken=12, gemiste_evaluaties=2)
# A Monday.
DAG = date(2026, 11, 30)
dagen = st.dates(date(2020, 1, 1), date(2030, 12, 31))
termijnen = st.builds(
    Termijnen,
    stilstand_weken=st.integers(1, 26),
    te_laat_dagen=st.integers(1, 90),
    evaluatie_weken=st.integers(1, 52),
    gemiste_evaluaties=st.integers(1, 5),
)
klokdagen = st.builds(
    Klokdagen, bewogen_op=dagen, evaluatie_vanaf=dagen, oudste_afspraak=st.none() | dagen
)


@pytest.mark.parametrize(
    ("bewogen_op", "sinds"),
    [
        (date(2026, 11, 2), None),  # four weeks: today is the last day
        (date(2026, 10, 31), None),  # the last day was a Saturday, so it is today
        (date(2026, 10, 30), date(2026, 10, 30)),
    ],
)
def test_na_vier_weken_staat_een_zaak_stil(bewogen_op: date, sinds: date | None) -> None:
    klok = klok_op(Klokdagen(bewogen_op, DAG), GEWOON, DAG)

    assert klok.stil_sinds == sinds
    assert klok.stagnatie == (Stagnatie.STAGNEERT if sinds else Stagnatie.OP_KOERS)


@pytest.mark.parametrize(
    ("uiterlijk_op", "sinds"),
    [
        (date(2026, 11, 23), None),
        (date(2026, 11, 21), None),  # seven days later is a Saturday
        (date(2026, 11, 20), date(2026, 11, 20)),
        (None, None),
    ],
)
def test_na_zeven_dagen_loopt_een_afspraak_vast(
    uiterlijk_op: date | None, sinds: date | None
) -> None:
    klok = klok_op(Klokdagen(DAG, DAG, uiterlijk_op), GEWOON, DAG)

    assert klok.te_laat_sinds == sinds


@pytest.mark.parametrize(
    ("vanaf", "gemist", "stagnatie"),
    [
        (date(2026, 9, 7), 0, Stagnatie.OP_KOERS),  # 12 weeks: today is the last day
        (date(2026, 9, 4), 1, Stagnatie.STAGNEERT),
        (date(2026, 6, 15), 1, Stagnatie.STAGNEERT),  # 24 weeks
        (date(2026, 6, 12), 2, Stagnatie.NAAR_MANAGEMENT),
        (date(2025, 12, 1), 4, Stagnatie.NAAR_MANAGEMENT),
    ],
)
def test_na_twee_gemiste_evaluaties_ziet_de_manager_het(
    vanaf: date, gemist: int, stagnatie: Stagnatie
) -> None:
    klok = klok_op(Klokdagen(DAG, vanaf), GEWOON, DAG)

    assert (klok.gemist, klok.stagnatie) == (gemist, stagnatie)


def test_een_evaluatie_is_op_de_laatste_dag_nog_op_tijd() -> None:
    # Twelve weeks later is Christmas Day, a Friday.
    klok = klok_op(Klokdagen(DAG, date(2026, 10, 2)), GEWOON, DAG)

    assert klok.evaluatie_op == date(2026, 12, 28)


@given(klokdagen, termijnen, dagen)
def test_een_query_met_de_grenzen_vindt_wat_stagneert(
    van: Klokdagen, gezet: Termijnen, dag: date
) -> None:
    grenzen = grenzen_op(gezet, dag)
    gevonden = (
        van.bewogen_op <= grenzen.bewogen_op
        or (van.oudste_afspraak is not None and van.oudste_afspraak <= grenzen.oudste_afspraak)
        or van.evaluatie_vanaf <= grenzen.evaluatie_vanaf
    )

    klok = klok_op(van, gezet, dag)

    assert gevonden == (klok.stagnatie is not Stagnatie.OP_KOERS)


@given(klokdagen, termijnen, dagen, st.integers(0, 200))
def test_wie_niets_doet_wordt_nooit_minder_laat(
    van: Klokdagen, gezet: Termijnen, dag: date, later: int
) -> None:
    eerst, dan = (klok_op(van, gezet, moment) for moment in (dag, dag + timedelta(days=later)))

    assert dan.gemist >= eerst.gemist
    assert (eerst.stil_sinds is None) or dan.stil_sinds == eerst.stil_sinds
    assert (eerst.te_laat_sinds is None) or dan.te_laat_sinds == eerst.te_laat_sinds


@given(termijnen, dagen)
def test_na_een_dag_waarop_alles_is_gedaan_is_een_zaak_op_koers(
    gezet: Termijnen, dag: date
) -> None:
    klok = klok_op(Klokdagen(dag, dag, dag), gezet, dag)

    assert (klok.stagnatie, klok.gemist) == (Stagnatie.OP_KOERS, 0)
    assert klok.evaluatie_op > dag


@pytest.mark.parametrize(
    ("tekst", "genoemd"),
    [
        ("Jan de Boer weigert elke hulp.", ["Boer", "Jan"]),
        ("meneer JAN", ["Jan"]),
        ("De gemeente wacht op de kliniek. De huur loopt op.", []),
        ("In januari is er een boerderij.", []),
        ("Jans moeder en BOERS werkgever.", ["Boer", "Jan"]),
        ("Jan's hulp loopt vast.", ["Jan"]),
        ("jose en Jose\u0301 en JOSÉ", ["José"]),
        ("Overleg met anja_postma en Postma2.", ["Anja", "Postma"]),
        ("Sorensen wacht.", ["Sørensen"]),
        ("De kliniek van het huis is vol.", []),
    ],
)
def test_een_notitie_noemt_niemand_bij_naam(tekst: str, genoemd: list[str]) -> None:
    namen = ["Jan", "de Boer", "Li", "José", "Anja van den Postma", "Sørensen"]
    assert genoemde_namen(tekst, namen) == genoemd


@given(
    st.sampled_from(["Jan", "José", "Zoë", "Sørensen", "Łukasz", "Strauß", "Iğdır"]),
    st.sampled_from([str.upper, str.lower, str.title, str]),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(["", "s", "'s", "’s", ",", "-", "2"]),
)
def test_een_naam_blijft_een_naam_hoe_je_hem_ook_schrijft(
    naam: str, hoe: Callable[[str], str], vorm: Literal["NFC", "NFD"], erna: str
) -> None:
    tekst = f"Hier wacht {unicodedata.normalize(vorm, hoe(naam))}{erna} al op."

    assert genoemde_namen(tekst, [naam]) == [naam]


@pytest.mark.parametrize(
    ("tekst", "genoemd"),
    [
        ("bsn 999990019.", ["999990019"]),
        ("bsn 9999.90.019", ["9999.90.019"]),
        ("bsn 999 990 019", ["999 990 019"]),
        ("Bel 0600000000", ["0600000000"]),
        ("Bel 06-00 00 00 00", ["06-00 00 00 00"]),
        ("Bel (058) 000 00 00", ["058) 000 00 00"]),
        ("Bel +31 (0)6 00000000", ["+31 (0)6 00000000"]),
        ("Bel 0031 6 00 00 00 00", ["0031 6 00 00 00 00"]),
        ("Op 01-03-2026 14:30 en op 1-12-2026 was er niemand.", []),
        ("Zaak ZVH-2022-0001, 12 weken, 1.500 euro, 0512.", []),
        ("Artikel 2.31 van 2025; 12345678 is te kort en 1234567890 te lang.", []),
    ],
)
def test_een_notitie_zegt_geen_bsn_of_telefoonnummer(tekst: str, genoemd: list[str]) -> None:
    assert genoemde_nummers(tekst) == genoemd
