# SPDX-License-Identifier: EUPL-1.2
"""People who ask, and a role to be given."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any

import pytest

from tests.bezetting import id_van
from vangnet.gebruikers.beheer import NieuweRol
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

Als = Callable[[str], AbstractContextManager[None]]
Rol = Callable[..., NieuweRol]


@pytest.fixture
def wie(db: None) -> Als:
    """Ask as somebody of the cast."""

    @contextmanager
    def vraag(naam: str) -> Iterator[None]:
        with als(Vrager(id_van(naam))):
            yield

    return vraag


@pytest.fixture
def rol(db: None) -> Rol:
    """A complete role of the house from today on, unless told otherwise."""

    def maak(naam: str = "procesregisseur", **anders: Any) -> NieuweRol:
        velden: dict[str, Any] = {
            "organisatie": het_huis().pk,
            "taak": "a",
            "screening_op": date(2026, 1, 5),
            "vanaf": vandaag(),
        }
        return NieuweRol(rol=naam, **(velden | anders))

    return maak
