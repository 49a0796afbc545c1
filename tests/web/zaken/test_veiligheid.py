# SPDX-License-Identifier: EUPL-1.2
"""What an aanmelding says about safety stands in the bar of the casus: a word and a sign."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.kern.databank.cluster import BEHEERDER

ZAAK = f"/zaken/{id_van('casus')}"
TEKEN = "\u26a0 Veiligheid: Geweld \u00b7 Het gezin of de directe kring, Professionals"
_ZEG = (
    "UPDATE aanmelding_aanmelding SET risico_voor = '{professionals,gezin}', "
    "risico_soort = '{geweld}' WHERE id = %s"
)


def _zeg(databank: str, aanmelding: UUID) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(_ZEG, [aanmelding])


def test_het_huis_ziet_op_elk_tabblad_voor_wie_het_onveilig_is(eigen_databank: str) -> None:
    _zeg(eigen_databank, id_van("aanmelding"))
    joris = log_in(Client(), "joris")

    for pad in ("", "/tijdlijn", "/personen", "/beeld", "/plan/"):
        assert TEKEN in joris.get(f"{ZAAK}{pad}").content.decode(), pad


def test_zonder_risico_staat_er_geen_teken(ingelogd: Callable[[str], Client]) -> None:
    assert "Veiligheid:" not in ingelogd("joris").get(ZAAK).content.decode()


@pytest.mark.parametrize("aanmelding", ["aanmelding-wacht"])
def test_een_andere_aanmelding_telt_niet(aanmelding: str, eigen_databank: str) -> None:
    _zeg(eigen_databank, id_van(aanmelding))

    assert "Veiligheid:" not in log_in(Client(), "joris").get(ZAAK).content.decode()
