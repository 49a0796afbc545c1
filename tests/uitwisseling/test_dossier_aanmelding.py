# SPDX-License-Identifier: EUPL-1.2
"""Verdicts and deciders come in with their aanmelding, and not to one that is here."""

from pathlib import Path

import pytest

from tests.uitwisseling.dossierhulp import DOSSIER, gaaf, neem_in

pytestmark = pytest.mark.django_db
# What is not about A1 yet.
ERBIJ = {
    "criteriumoordelen": ",d_samenwerking,ja,Dat is zo.\n",
    "huisoordelen": ",Is er een kat?,2020-01-01,ja,Die is er.\n",
    "beslissers": ",O1,Piet Bos,nee\n",
}


@pytest.mark.parametrize(
    ("naam", "rij"), [("criteriumoordelen", 3), ("huisoordelen", 2), ("beslissers", 2)]
)
def test_een_aanmelding_van_een_eerdere_invoer_krijgt_er_geen_oordeel_bij(
    naam: str, rij: int, tmp_path: Path
) -> None:
    """The rows that came with it are no fault."""
    neem_in(tmp_path / "een.age", gaaf())

    verloop = neem_in(tmp_path / "twee.age", gaaf(**{naam: f"{DOSSIER[naam]}A1{ERBIJ[naam]}"}))

    assert verloop.plekken == [(naam, rij, "aanmelding_id", "aanmelding_bestaat")]
    assert "oordelen en beslissers komen alleen samen met hun aanm" in str(verloop.fouten[0])
    assert not verloop.uitkomst.geschreven


@pytest.mark.parametrize("kenmerk", ["a-1", "a-2"])
def test_een_aanmelding_van_dit_huis_krijgt_geen_oordeel_uit_een_pakket(
    kenmerk: str, tmp_path: Path
) -> None:
    """Decided, or waiting: with verdicts of another house nobody could decide on that one here."""
    anders = {
        naam: f"{DOSSIER[naam].splitlines()[0]}\n{kenmerk}{regel}" for naam, regel in ERBIJ.items()
    }

    verloop = neem_in(tmp_path / "in.age", gaaf(**anders))

    assert verloop.plekken == [(naam, 1, "aanmelding_id", "aanmelding_bestaat") for naam in ERBIJ]
    assert not verloop.uitkomst.geschreven
