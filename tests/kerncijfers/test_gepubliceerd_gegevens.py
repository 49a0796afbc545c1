# SPDX-License-Identifier: EUPL-1.2
import re
from collections import Counter

from tests.kerncijfers.reeksen import gepubliceerde_rijen
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.kerncijfers.controles import lees_rij
from vangnet.kerncijfers.dimensies import DIMENSIES

SLEUTEL = (
    "rapport",
    "van",
    "tot",
    "sleutel",
    "uitsplitsing",
    "populatie",
    "eenheid",
    "plaats",
)


def test_alle_cijfers_met_een_periode_en_een_getal_zijn_er_een_keer() -> None:
    # 303 figures, of which 8 have no period and 2 are a date.
    rijen = gepubliceerde_rijen()
    assert len({rij["plaats"][:5] for rij in rijen}) == len(rijen) == 293


def test_geen_twee_rijen_hebben_dezelfde_sleutel() -> None:
    telling = Counter(tuple(rij[kolom] for kolom in SLEUTEL) for rij in gepubliceerde_rijen())
    assert set(telling.values()) == {1}


def test_elke_rij_is_een_cijfer_met_plaats_en_herkomst_van_het_label() -> None:
    for rij in gepubliceerde_rijen():
        cijfer = lees_rij(rij)
        assert re.match(r"SF\d{3}, regel \d+", cijfer.plaats)
        assert cijfer.label in CODELIJSTEN["gepubliceerd_label"].waarden
        assert cijfer.van <= cijfer.tot


def test_elke_dimensie_van_een_gepubliceerd_cijfer_is_bekend() -> None:
    dimensies = {dim for rij in gepubliceerde_rijen() for dim, _ in lees_rij(rij).uitsplitsing}
    assert dimensies <= set(DIMENSIES)


def test_de_woorden_van_een_verslag_komen_niet_als_citaat_mee() -> None:
    assert all("citaat" not in rij for rij in gepubliceerde_rijen())
