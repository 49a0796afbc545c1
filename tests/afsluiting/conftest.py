# SPDX-License-Identifier: EUPL-1.2
"""The bank of tests/afsluiting/bank.py; what a test writes in it is rolled back."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import CASUS, maak_klaar, sluitbank, wie
from tests.bezetting import id_van
from tests.databank import verbonden_met
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort


@pytest.fixture(scope="module")
def gedeeld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with sluitbank() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.fixture
def bank(gedeeld: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield gedeeld
        transaction.set_rollback(True)


@pytest.fixture
def klaar(bank: str) -> str:
    """The casus of the cast with nothing left to do."""
    maak_klaar()
    return bank


@pytest.fixture
def bram_doet_mee(bank: str) -> None:
    """Bram takes part in the casus of the cast, for the GGZ."""
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))
    with wie("bram"):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)
