# SPDX-License-Identifier: EUPL-1.2
"""Rows that are out of shape are reported by row and column; sound rows come through unharmed."""

import csv
import io
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vangnet.uitwisseling.formaat import BESTANDEN
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.pakket.bron import csv_bron
from vangnet.uitwisseling.pakket.lezen import OnleesbaarFout, lees_tabel

_KOP = b"persoon_id,achternaam,voornamen\n"


@dataclass
class Gelezen:
    """What came out of a file."""

    rijen: list[tuple[int, list[str]]] = field(default_factory=list)
    fouten: list[tuple[int, str, str]] = field(default_factory=list)


def _lees(inhoud: bytes) -> Gelezen:
    gelezen = Gelezen()

    def meld(fout: Fout) -> None:
        gelezen.fouten.append((fout.rij, fout.kolom, fout.soort))

    try:
        with csv_bron("personen", lambda: io.BytesIO(inhoud)).open() as rijen:
            for blok in lees_tabel(rijen, BESTANDEN["personen"], meld=meld).blokken:
                gelezen.rijen += [(nummer, list(cellen)) for nummer, cellen in blok]
    except OnleesbaarFout:
        pass
    return gelezen


@pytest.mark.parametrize(
    "inhoud",
    [
        _KOP + b"P1,Jansma,Anna\n",
        b"\xef\xbb\xbf" + _KOP + b"P1,Jansma,Anna",
        _KOP.replace(b"\n", b"\r\n") + b"P1,Jansma,Anna\r\n",
        _KOP + b'"P1","Jansma"," Anna "\n',
        _KOP + b"\xc2\xa0P1\t,  Jansma , Anna\n\n,,\n",
    ],
)
def test_een_bom_andere_regeleinden_en_witruimte_doen_er_niet_toe(inhoud: bytes) -> None:
    gelezen = _lees(inhoud)

    assert gelezen.rijen == [(1, ["P1", "Jansma", "Anna"])]
    assert gelezen.fouten == []


def test_tekst_met_komma_aanhalingsteken_en_regeleinde_blijft_heel() -> None:
    gelezen = _lees(_KOP + b'P1,"de ""korte"", x","a\r\nb\\n"\n')

    assert gelezen.rijen == [(1, ["P1", 'de "korte", x', "a\r\nb\\n"])]


def test_een_lege_regel_telt_mee_in_de_nummers() -> None:
    gelezen = _lees(_KOP + b"P1,J,\n\n,,\nP2,K,\n")

    assert [nummer for nummer, _ in gelezen.rijen] == [1, 4]


@pytest.mark.parametrize(
    ("rijen", "fouten"),
    [
        (b"P1,Jansma\n", [(1, "", "rij_cellen")]),
        (b"P1,Jansma,Anna,extra\n", [(1, "", "rij_cellen")]),
        (b"P1,J,\nP2,Jans\xffma,Anna\n", [(2, "achternaam", "cel_geen_utf8")]),
        (b"P1,J,\nP2,Jansma,An\x00na\n", [(2, "voornamen", "cel_stuurteken")]),
        (b"P1,J,\nP2,Jansma,An\x1bna\n", [(2, "voornamen", "cel_stuurteken")]),
        (b'P1,J,\nP2,"Jansma,Anna\nP3,K,\n', [(2, "", "aanhalingsteken")]),
        (b'P1,"J"x,\n', [(1, "", "aanhalingsteken")]),
        (b"P1,J,\nP2," + b"a" * 140_000 + b",\n", [(2, "", "cel_te_lang")]),
    ],
)
def test_een_rij_uit_vorm_wordt_genoemd(rijen: bytes, fouten: list[tuple[int, str, str]]) -> None:
    assert _lees(_KOP + rijen).fouten == fouten


@pytest.mark.parametrize(
    ("kop", "fouten"),
    [
        (b"", [(0, "", "geen_kop")]),
        (b"\n", [(0, "", "geen_kop")]),
        (b"persoon_id;achternaam\n", [(0, "", "kop_puntkomma")]),
        ("persoon_id,achternaam\n".encode("utf-16"), [(0, "", "bestand_geen_utf8")]),
        (b"persoon_id,achternaam,oogkleur\n", [(0, "oogkleur", "kolom_onbekend")]),
        (b"persoon_id,achternaam,\n", [(0, "(kolom 3)", "kolom_onbekend")]),
        (b"persoon_id,bsn,bsn\n", [(0, "bsn", "kolom_dubbel")]),
        (b"achternaam\n", [(0, "persoon_id", "kolom_ontbreekt")]),
    ],
)
def test_een_kop_die_niet_klopt_wordt_genoemd(
    kop: bytes, fouten: list[tuple[int, str, str]]
) -> None:
    assert _lees(kop).fouten == fouten


@given(st.lists(st.text(' \t\n\rab,\u00a0é"\\\\', min_size=1), min_size=1, max_size=5))
def test_elke_cel_komt_zonder_witruimte_aan_de_randen(cellen: list[str]) -> None:
    tekst = io.StringIO()
    csv.writer(tekst).writerows([f"x{nr}", cel, "z"] for nr, cel in enumerate(cellen))

    gelezen = _lees(_KOP + tekst.getvalue().encode())

    assert [rij[1] for _, rij in gelezen.rijen] == [cel.strip() for cel in cellen]


def test_een_regel_zonder_einde_vult_het_geheugen_niet() -> None:
    gelezen = _lees(_KOP + b"a" * 9_000_000)

    assert gelezen.fouten == [(1, "", "cel_te_lang")]


def test_na_een_onbekende_kolom_worden_de_andere_gelezen() -> None:
    gelezen = _lees(b"persoon_id,oogkleur,achternaam\nP1,bruin,Jansma\n")

    assert gelezen.rijen == [(1, ["P1", "Jansma"])]
