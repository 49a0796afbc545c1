# SPDX-License-Identifier: EUPL-1.2
"""The house in which the figures are tried out."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytest_django import DjangoDbBlocker

from tests.kerncijfers.klein import KLEIN
from tests.kerncijfers.laden import laad, leeg_huis, opdrachtregel

Sleutels = dict[str, dict[str, UUID]]


@pytest.fixture(scope="module")
def huis(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A house without rows, for the tests of one file."""
    with django_db_blocker.unblock(), leeg_huis():
        yield


@pytest.fixture
def klein(huis: None) -> Iterator[Sleutels]:
    """The small register, in a transaction of the command line; gives the keys of its rows."""
    with opdrachtregel():
        yield laad(KLEIN)
