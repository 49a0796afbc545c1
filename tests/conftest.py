# SPDX-License-Identifier: EUPL-1.2
"""What every test may ask for: the cast, and somebody who is logged in."""

import gc
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from tests.bezetting import MENSEN, id_van
from tests.binnen import log_in
from tests.databank import kloon, verbonden_met
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

settings.register_profile(
    "snel",
    max_examples=25,
    deadline=None,
    # The gate gives the same answer on the same code; bin/test alles draws anew each time.
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile(
    "alles", settings.get_profile("snel"), max_examples=300, derandomize=False
)
settings.load_profile("snel")


# Here alone, where hundreds of passwords are tried: what the product asks of one is proven in a
# process of its own (tests/gebruikers/test_wachtwoordkost.py).
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 64


def pytest_collection_finish() -> None:
    """What is collected stays: looking through it for garbage took a tenth of the time.

    The rest as often as the web server does (config/gunicorn.py).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One clone for each worker; tests in it are rolled back."""
    with kloon() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield


@pytest.fixture
def eigen_databank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A clone for one test that must commit; gives its name."""
    with kloon() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.fixture
def vrager() -> Callable[[str], Vrager]:
    """The signed asker of somebody of the cast, by first name."""
    return lambda naam: Vrager(id_van(naam), VragerSoort.MENS)


@pytest.fixture
def ingelogd(db: None) -> Callable[[str], Client]:
    """A browser in which somebody of the cast is logged in, by first name."""

    def open_(naam: str) -> Client:
        if naam not in MENSEN:
            raise KeyError(naam)
        return log_in(Client(), naam)

    return open_


@pytest.fixture
def als_amira(db: None) -> Iterator[None]:
    """The database knows that the procesregisseur asks."""
    with als(Vrager(id_van("amira"))):
        yield
