# SPDX-License-Identifier: EUPL-1.2
"""The letter at a closing doesn't name who takes over, when that stands on the other side."""

import pytest

from tests.afsluiting.bank import CASUS, sluiting, vraag, wie
from tests.bezetting import id_van
from vangnet.afsluiting.regels import Antwoord
from vangnet.afsluiting.services import (
    overdracht_beantwoorden,
    overdracht_vragen,
    sluiten_voorstellen,
)
from vangnet.afsluiting.zaakkop import zaakkop
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.regels import RolSoort
from vangnet.casus.zijden import zijde_wisselen
from vangnet.documenten.regels import Briefsoort
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.documenten.briefwaarden import Ontvanger, ligt_voorstel, waarden


@pytest.mark.parametrize(("zijde", "genoemd"), [(1, "GGZ Noorderlicht"), (2, "")])
def test_wie_het_overneemt_aan_de_andere_kant_staat_niet_in_de_brief(
    zijde: int, genoemd: str, klaar: str
) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(), door=id_van("amira"))
        overdracht_beantwoorden(overdracht, Antwoord.AANVAARD, reden="")
        mens = Betrokkenheid.objects.select_related("persoon").get(
            casus=CASUS, rol="hoofdbetrokkene"
        )
        zijde_wisselen(mens.pk, gelezen=None, zijde=1, reden="Zij staan tegenover elkaar.")
        mens.zijde = 1
        uitnodigen(CASUS, Plek(None, id_van("ggz"), RolSoort.DEELNEMER), zijde=zijde)
        lezer = kijker(Recht.ZAKEN_UITVOEREN)
        kop = zaakkop(CASUS, wie=lezer, dag=vandaag())
        assert kop is not None
        assert not ligt_voorstel(kop.casus, wie=lezer)
        sluiten_voorstellen(CASUS, sluiting(overdracht=overdracht))
        assert ligt_voorstel(kop.casus, wie=lezer)
        aan = Ontvanger(mens.pk, mens.persoon.naam, betrokkenheid=mens)
        gevuld = waarden(Briefsoort.AFSLUITEN, aan, kop, wie=lezer, afzender="")

    assert gevuld["overdracht"] == genoemd
