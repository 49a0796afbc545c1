# SPDX-License-Identifier: EUPL-1.2
"""The page says on which side somebody stands who comes back into a casus."""

from datetime import timedelta

import pytest

from tests.bezetting import id_van
from tests.web.zaken.test_kant import CASUS, PERSONEN, Ingelogd, _kind, adres
from vangnet.casus.betrokkenen import betrokkenheid_beeindigen
from vangnet.casus.models import Betrokkenheid
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

__all__ = ["adres"]
_GEZEGD = "Deze persoon stond eerder aan kant 1 en staat daar weer."


@pytest.mark.parametrize(("gekozen", "gezegd"), [("2", True), ("1", False)])
def test_wie_terugkomt_staat_waar_die_stond_en_de_bladzijde_zegt_dat(
    gekozen: str,
    gezegd: bool,
    adres: str,
    ingelogd: Ingelogd,
) -> None:
    with als(Vrager(id_van("amira"))):
        eerst = _kind(1, achternaam="Zwaluw")
        betrokkenheid_beeindigen(eerst.pk, tot=vandaag() - timedelta(days=1))
    velden = {
        "achternaam": "Zwaluw",
        "wie": str(eerst.persoon_id),
        "rol": "kind",
        "relatie_soort": "kind",
        "relatie_met": str(id_van("betrokkene")),
        "vanaf": vandaag().strftime("%d-%m-%Y"),
        "zijde": gekozen,
    }

    antwoord = ingelogd("amira").post(f"{PERSONEN}/nieuw", velden, follow=True)

    assert antwoord.status_code == 200
    assert (_GEZEGD in antwoord.content.decode()) is gezegd
    with als(Vrager(id_van("amira"))):
        rijen = Betrokkenheid.objects.filter(casus=CASUS, persoon=eerst.persoon_id)
        assert list(rijen.values_list("zijde", flat=True)) == [1, 1]
