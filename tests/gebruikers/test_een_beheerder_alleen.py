# SPDX-License-Identifier: EUPL-1.2
"""Whatever one beheerder does alone, no role that reads content works for anything they control.

They control their own account and each account that they activated with a code of their own; they
act as any of those, in any order.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.bezetting import id_van
from tests.gebruikers.conftest import Rol
from vangnet.gebruikers import beheer
from vangnet.kern.fouten import VangnetFout
from vangnet.toegang.regels import INHOUDSROLLEN, AccountRolSoort
from vangnet.toegang.selectors import rollen_van
from vangnet.toegang.vrager import Vrager, als

ZIN = "een lange zin om mee te proeven"
pytestmark = pytest.mark.django_db
getal = st.integers(0, 40)
HANDELINGEN = ["account", "geef", "geef", "bevestig", "eindig", "code", "activeer", "ronde", "zet"]
STAPPEN = st.lists(
    st.tuples(
        st.sampled_from(HANDELINGEN),
        getal,
        getal,
        getal,
    ),
    min_size=4,
    max_size=14,
)


@dataclass
class Aanval:
    """What one beheerder knows and controls, and everything they can try."""

    rol: Rol
    in_de_hand: list[UUID] = field(default_factory=lambda: [id_van("els")])
    accounts: list[UUID] = field(
        default_factory=lambda: [id_van(naam) for naam in ("els", "dirk", "mirjam", "amira")]
    )
    rollen: list[UUID] = field(default_factory=list)
    codes: list[tuple[UUID, str]] = field(default_factory=list)

    def probeer(self, stap: tuple[str, int, int, int]) -> None:
        wat, a, b, c = stap
        doe: Callable[..., None] = getattr(self, f"_{wat}")
        wie = None if wat == "activeer" else Vrager(_uit(self.in_de_hand, a))
        with suppress(VangnetFout, IntegrityError), als(wie), transaction.atomic():
            doe(b, c)

    def _account(self, b: int, _c: int) -> None:
        velden: dict[str, Any] = {"naam": "Schijn", "functie": "", "organisatie": None}
        self.accounts.append(beheer.account_maken(email=f"x{b}@schijn.invalid", **velden))

    def _geef(self, b: int, c: int) -> None:
        soort = _uit(sorted(AccountRolSoort), c)
        self.rollen.append(beheer.rol_geven(_uit(self.accounts, b), self.rol(str(soort))))

    def _bevestig(self, b: int, _c: int) -> None:
        beheer.rol_bevestigen(self._een_rol(b), akkoord=True)

    def _eindig(self, b: int, _c: int) -> None:
        beheer.rol_beeindigen(self._een_rol(b), tot=None)

    def _code(self, b: int, _c: int) -> None:
        gebruiker = _uit(self.accounts, b)
        self.codes.append((gebruiker, beheer.activering_geven(gebruiker)[0]))

    def _activeer(self, b: int, _c: int) -> None:
        if self.codes:
            gebruiker, code = _uit(self.codes, b)
            if beheer.activeren(code, ZIN):
                self.in_de_hand.append(gebruiker)

    def _ronde(self, b: int, c: int) -> None:
        beheer.ronde_tekenen({self._een_rol(b): bool(c % 2)})

    def _zet(self, b: int, c: int) -> None:
        beheer.account_zetten(_uit(self.accounts, b), actief=bool(c % 2))

    def _een_rol(self, b: int) -> UUID:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM toegang_accountrol ORDER BY gegeven_op DESC, id")
            return UUID(str(_uit([rij[0] for rij in cursor.fetchall()], b)))


def _uit(lijst: Any, plek: int) -> Any:
    return lijst[plek % len(lijst)] if lijst else id_van("niets")


@pytest.mark.asvs("8.2.1")
@given(stappen=STAPPEN)
def test_een_beheerder_alleen_komt_nooit_bij_inhoud(
    stappen: list[tuple[str, int, int, int]], rol: Rol
) -> None:
    with transaction.atomic():
        aanval = Aanval(rol)
        for stap in stappen:
            aanval.probeer(stap)
        for gebruiker in aanval.in_de_hand:
            with als(Vrager(gebruiker)):
                assert rollen_van(Vrager(gebruiker)) & INHOUDSROLLEN == frozenset()
        transaction.set_rollback(True)


def test_de_aanval_komt_wel_ergens(rol: Rol) -> None:
    """Else the property would hold because nothing works: this one gets a second beheerder."""
    aanval = Aanval(rol)
    beheerder = sorted(AccountRolSoort).index(AccountRolSoort.BEHEERDER)
    for stap in (
        ("account", 0, 1, 0),
        ("geef", 0, 4, beheerder),
        ("code", 0, 4, 0),
        ("activeer", 0, 0, 0),
        ("account", 1, 2, 0),
    ):
        aanval.probeer(stap)

    assert len(aanval.in_de_hand) == 2
    assert len(aanval.accounts) == 6
