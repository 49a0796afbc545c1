# SPDX-License-Identifier: EUPL-1.2
"""Two windows with one draft that arrive side by side, each on a connection of its own."""

import re
import threading
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.wachten import tot_er_wachten
from tests.web.aanmelden.test_aanmelden import CONCEPT, FORM, NIEUW, VELDEN
from tests.web.aanmelden.test_vensters import SLEUTEL
from vangnet.aanmelding.concepten import concept_bijwerken
from vangnet.aanmelding.models import Aanmelding, Concept
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als

BRAM = Vrager(id_van("bram"))
EERSTE = {"eenmalig": str(FORM), "doel": "Dat hij een huis vindt."}


def _terwijl_het_eerste_bewaart(bank: str, adres: str, velden: dict[str, Any]) -> tuple[int, str]:
    """What a window gets that sends `velden` before the keeping of the first is done."""
    client, gekregen = log_in(Client(), "bram"), []

    def tweede() -> None:
        try:
            antwoord = client.post(adres, velden)
            gekregen.append((antwoord.status_code, antwoord.content.decode()))
        finally:
            connections.close_all()

    draad = threading.Thread(target=tweede)
    with als(BRAM):
        assert concept_bijwerken(SLEUTEL, EERSTE, wie=kijker_van(BRAM), versie=0) is None
        draad.start()
        tot_er_wachten(bank)
    draad.join(30)
    return gekregen[0]


@pytest.mark.parametrize(
    ("adres", "velden", "stand"),
    [(NIEUW, VELDEN, 409), (CONCEPT, {"eenmalig": str(FORM), "doel": "Rust."}, 200)],
    ids=["versturen", "bewaren"],
)
def test_een_tekst_die_net_wordt_bewaard_gaat_niet_verloren(
    adres: str, velden: dict[str, Any], stand: int, eigen_databank: str
) -> None:
    status, pagina = _terwijl_het_eerste_bewaart(eigen_databank, adres, velden)

    assert status == stand
    assert re.search("In een ander venster (staat|stond) een nieuwere tekst", pagina)
    with als(BRAM):
        assert Concept.objects.get(pk=SLEUTEL).inhoud["doel"].startswith("Dat hij een huis vindt.")
        assert not Aanmelding.objects.filter(pk=SLEUTEL).exists()
