# SPDX-License-Identifier: EUPL-1.2
"""What the timeline tells of closing and reopening, also when both were on one day."""

from datetime import date
from uuid import UUID

from django.test import Client

from tests.afsluiting.bank import CASUS, GESLOTEN, beslissing, sluiting, wie
from tests.binnen import log_in
from vangnet.afsluiting.models import Afsluiting
from vangnet.afsluiting.services import (
    casus_heropenen,
    sluiten_controleren,
    sluiten_voorstellen,
)
from vangnet.kern.klok import vandaag


def _sluit(casus: UUID) -> None:
    with wie("amira"):
        besluit = sluiten_voorstellen(casus, sluiting())
    with wie("oda"):
        sluiten_controleren(besluit, akkoord=True)


def _heropen(kenmerk: str) -> None:
    with wie("amira"):
        casus_heropenen(kenmerk, beslissing(genomen_op=vandaag()))


def _tijdlijn(casus: UUID) -> list[tuple[date, str, str]]:
    """The lines about closing, newest first."""
    regels = log_in(Client(), "amira").get(f"/zaken/{casus}/tijdlijn").context["gebeurtenissen"]
    return [(een.op, een.titel, een.tekst) for een in regels if een.titel.startswith("Zaak ")]


def test_sluiten_en_heropenen_op_een_dag_staan_allebei_op_de_tijdlijn(klaar: str) -> None:
    _sluit(CASUS)
    _heropen("ZVH-2022-0001")

    assert _tijdlijn(CASUS) == [
        (vandaag(), "Zaak heropend", ""),
        (vandaag(), "Zaak afgesloten", "Doel gerealiseerd"),
    ]
    with wie("amira"):
        assert not Afsluiting.objects.filter(casus=CASUS).exists()


def test_een_zaak_die_na_heropenen_weer_dicht_en_open_ging_zegt_dat_in_volgorde(
    bank: str,
) -> None:
    _heropen("ZVH-2023-0001")
    _sluit(GESLOTEN)
    _heropen("ZVH-2023-0001")

    assert [een[:2] for een in _tijdlijn(GESLOTEN)] == [
        (vandaag(), "Zaak heropend"),
        (vandaag(), "Zaak afgesloten"),
        (vandaag(), "Zaak heropend"),
        (date(2024, 5, 1), "Zaak afgesloten"),
    ]
