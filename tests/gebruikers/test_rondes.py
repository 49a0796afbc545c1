# SPDX-License-Identifier: EUPL-1.2
"""Going through all roles once a year: who judges which, and what stands after that."""

from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction

from tests.bezetting import id_van
from tests.gebruikers.conftest import Als
from vangnet.gebruikers.beheer import ronde_tekenen
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.models import AccountRol, Rechtenoordeel, Rechtenronde
from vangnet.toegang.selectors import rollen_van
from vangnet.toegang.vrager import Vrager


def _rol(naam: str) -> UUID:
    return AccountRol.objects.get(gebruiker=id_van(naam)).pk


def test_wat_eindigt_werkt_niet_meer_en_wat_blijft_wel(wie: Als) -> None:
    with wie("mirjam"):
        ronde = ronde_tekenen({_rol("amira"): False, _rol("joris"): True})
        oordelen = Rechtenoordeel.objects.filter(ronde=ronde).order_by("oordeel")
        assert [(een.gebruiker, een.oordeel) for een in oordelen] == [
            (id_van("joris"), "blijft"),
            (id_van("amira"), "eindigt"),
        ]
    with wie("amira"):
        assert rollen_van(Vrager(id_van("amira"))) == frozenset()
    with wie("joris"):
        assert rollen_van(Vrager(id_van("joris"))) == {"procesondersteuner"}


@pytest.mark.asvs("2.3.5")
def test_een_manager_oordeelt_niet_over_zichzelf_en_dan_is_er_niets_getekend(wie: Als) -> None:
    with wie("mirjam"):
        with pytest.raises(NietToegestaan):
            ronde_tekenen({_rol("amira"): True, _rol("mirjam"): True})
        assert not Rechtenronde.objects.exists()


@pytest.mark.parametrize(
    ("over", "mag"),
    [("mirjam", True), ("anouk", True), ("bas", True), ("amira", False), ("els", False)],
)
def test_een_beheerder_oordeelt_alleen_waar_geen_inhoud_is(over: str, mag: bool, wie: Als) -> None:
    with wie("els"):
        try:
            ronde_tekenen({_rol(over): True})
            gedaan = True
        except NietToegestaan:
            gedaan = False

    assert gedaan is mag


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("naam", ["frank", "amira", "auke", "dirk"])
def test_niemand_anders_tekent(naam: str, wie: Als) -> None:
    with wie("els"):
        rol = _rol("anouk")
    with wie(naam), pytest.raises(NietToegestaan):
        ronde_tekenen({rol: True})


def test_een_lege_ronde_wordt_niet_getekend(wie: Als) -> None:
    with wie("mirjam"), pytest.raises(NietToegestaan):
        ronde_tekenen({})


@pytest.mark.parametrize("naam", ["frank", "auke", "mirjam", "els"])
def test_toezicht_ziet_de_rondes(naam: str, wie: Als) -> None:
    with wie("mirjam"):
        ronde_tekenen({_rol("amira"): True})
    with wie(naam):
        assert Rechtenronde.objects.count() == 1


@pytest.mark.parametrize("tabel", ["toegang_rechtenronde", "toegang_rechtenoordeel"])
def test_wat_is_getekend_verandert_niet(tabel: str, wie: Als) -> None:
    with (
        wie("mirjam"),
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute(f"DELETE FROM {tabel}")  # noqa: S608 - fixed words
