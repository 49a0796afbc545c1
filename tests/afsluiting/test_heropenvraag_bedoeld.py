# SPDX-License-Identifier: EUPL-1.2
"""Which casus a question to reopen means, of two that differ by the zeros of their number."""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import CASUS, GESLOTEN, sluitbank, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, verbonden_met
from vangnet.afsluiting.heropenvragen import heropenen_vragen, open_zaken
from vangnet.afsluiting.models import Heropenvraag
from vangnet.journaal.models import Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht

Vraag = Callable[[str], UUID]
_KENMERK = "UPDATE casus_casus SET kenmerk = %s WHERE id = %s"
# The one that closed has all the zeros; the open one is as an import may bring it.
DICHT, OPEN = "ZVH-2023-0001", "ZVH-2023-01"


@pytest.fixture
def vraag(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Vraag]:
    """Tineke asks to reopen, beside an open casus of nearly that kenmerk; gives her question."""
    with sluitbank() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(_KENMERK, [OPEN, CASUS])

        def stel(kenmerk: str) -> UUID:
            with wie("tineke"):
                heropenen_vragen(kenmerk, door=id_van("tineke"), eenmalig=uuid4())
                return Heropenvraag.objects.get(kenmerk=kenmerk).pk

        yield stel


@pytest.mark.parametrize(
    ("getypt", "open_"),
    [
        (DICHT, None),
        ("zvh-2023-0001", None),
        (OPEN, CASUS),
        ("zvh-2023-01", CASUS),
        ("zvh-2023-1", None),
        ("zvh-2023-2", None),
    ],
    ids=["dicht-precies", "dicht-voluit", "precies", "voluit", "twee-kunnen-het-zijn", "beperkt"],
)
@pytest.mark.parametrize("naam", ["amira", "joris"])
def test_open_is_alleen_de_zaak_die_met_het_kenmerk_is_bedoeld(
    getypt: str, open_: UUID | None, naam: str, vraag: Vraag
) -> None:
    gevraagd = vraag(getypt)

    with wie(naam):
        gevonden = open_zaken(kijker(Recht.NAZORG_DOEN))

    assert gevonden == ({gevraagd: open_} if open_ else {})


def test_een_open_zaak_verbergt_heropenen_niet_bij_de_gesloten_zaak_die_is_bedoeld(
    vraag: Vraag,
) -> None:
    vraag(DICHT)

    pagina = log_in(Client(), "amira").get("/nazorg/").content.decode()

    assert "Deze zaak is open" not in pagina
    assert "?kenmerk=ZVH-2023-0001" in pagina


@pytest.mark.parametrize(
    ("getypt", "zaken"),
    [(DICHT, {GESLOTEN}), (OPEN, {CASUS}), ("zvh-2023-0001", {GESLOTEN}), ("zvh-2023-1", set())],
)
def test_een_vraag_staat_alleen_in_het_spoor_van_de_zaak_die_is_bedoeld(
    getypt: str, zaken: set[UUID], vraag: Vraag
) -> None:
    vraag(getypt)

    with wie("frank"):
        rijen = Onderwerp.objects.filter(handeling__handeling="heropenen.gevraagd", soort="casus")
        assert set(rijen.values_list("onderwerp", flat=True)) == zaken
