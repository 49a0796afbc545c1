# SPDX-License-Identifier: EUPL-1.2
"""One casus from its aanmelding to its reopening, by those who work on it, and what is counted.

The casus of the cast was open before the days that are counted: it counts in the stock and in
nothing else.
"""

from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.verhaal.scherm import Scherm
from tests.verhaal.stappen import vertel
from tests.verhaal.verhaal import Huis, Verhaal
from vangnet.kern.databank.cluster import BEHEERDER

MENSEN = ("bram", "piet", "amira", "oda", "tineke", "anja", "mirjam")


def test_een_zaak_telt_van_aanmelding_tot_heropening_bij_elke_stap_goed(
    eigen_databank: str,
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        # A second regisseur, to agree with a closing.
        beheer.execute(
            "UPDATE toegang_accountrol SET tot = NULL WHERE id = %s", [id_van("rol-oda")]
        )
    huis = Huis(
        databank=eigen_databank,
        mensen={wie: f"{wie}@proef.invalid" for wie in MENSEN},
        schermen={wie: Scherm(log_in(Client(), wie)) for wie in MENSEN},
        ggz="GGZ Noorderlicht",
    )
    verhaal = Verhaal(huis)
    assert verhaal.cijfers() == {"zaken_openstaand": 1, "zaken_lopend": 1}

    vertel(verhaal, {"zaken_openstaand": 1, "zaken_lopend": 1})
