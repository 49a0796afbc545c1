# SPDX-License-Identifier: EUPL-1.2
"""What the journaal says of a question to reopen, and to whom."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from vangnet.afsluiting.heropenvragen import heropenen_vragen, heropenvraag_afhandelen
from vangnet.afsluiting.models import Heropenvraag
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.daden import roep
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
DADEN = ("heropenen.gevraagd", "heropenen.behandeld")
NOTEER = "afsluiting.noteer_heropenvraag(%s, %s, ARRAY['kenmerk'], %s)"


def _vraag_en_kijk(kenmerk: str) -> None:
    """Tineke asks, and Amira looks at it."""
    with als(Vrager(id_van("tineke"))):
        heropenen_vragen(kenmerk, door=id_van("tineke"), eenmalig=uuid4())
    with als(Vrager(id_van("amira"))):
        vraag = Heropenvraag.objects.get(kenmerk=kenmerk)
        heropenvraag_afhandelen(vraag.pk, wie=kijker(Recht.AFSLUITEN))


def _over(wie: str) -> list[set[tuple[str, UUID]]]:
    """What those two acts concern, as `wie` reads it; of each that `wie` sees."""
    with als(Vrager(id_van(wie))):
        return [
            set(Onderwerp.objects.filter(handeling=een).values_list("soort", "onderwerp"))
            for een in Handeling.objects.filter(handeling__in=DADEN)
        ]


@pytest.mark.parametrize("getypt", ["ZVH-2022-0001", "zvh-2022-0001", "zvh20220001", "zvh-2022-1"])
def test_een_vraag_staat_in_het_journaal_bij_haar_zaak(getypt: str) -> None:
    _vraag_en_kijk(getypt)

    assert _over("frank") == [{("casus", id_van("casus"))}] * 2


def test_wie_vraagt_leest_niet_of_er_zo_een_zaak_is() -> None:
    _vraag_en_kijk("ZVH-2022-0001")
    _vraag_en_kijk("ZVH-1999-9999")

    assert _over("tineke") == [set(), set()]
    assert sorted(map(len, _over("frank"))) == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("wie", "handeling"),
    [
        ("tineke", "heropenen.behandeld"),
        ("tineke", "casus.ingezien"),
        ("amira", "heropenen.gevraagd"),
        ("joris", "heropenen.behandeld"),
        ("bram", "heropenen.gevraagd"),
    ],
)
def test_niemand_schrijft_zo_een_regel_voor_een_ander(wie: str, handeling: str) -> None:
    with als(Vrager(id_van("amira"))):
        heropenvraag_afhandelen(id_van("heropenvraag"), wie=kijker(Recht.AFSLUITEN))

    with als(Vrager(id_van(wie))), pytest.raises(NietToegestaan):
        roep(NOTEER, handeling, id_van("heropenvraag"))


def test_dat_ernaar_is_gekeken_schrijft_niemand_voor_dat_zo_is() -> None:
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        roep(NOTEER, "heropenen.behandeld", id_van("heropenvraag"))


def test_een_weigering_noemt_de_vraag_om_te_heropenen() -> None:
    onbekend = uuid4()

    log_in(Client(), "amira").post(f"/nazorg/heropenvraag/{onbekend}")

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="nazorg.geweigerd")
    assert (rij.object_soort, rij.object, rij.toegestaan) == ("heropenvraag", onbekend, False)


def test_wie_nazorg_opent_las_hoeveel_vragen_om_te_heropenen_er_staan() -> None:
    log_in(Client(), "amira").get("/nazorg/")

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="nazorg.ingezien")
    assert rij.aantallen["heropenvragen"] == 1
