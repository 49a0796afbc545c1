# SPDX-License-Identifier: EUPL-1.2
"""The command line acts as the operating-system user under a narrow account, never as owner."""

from collections.abc import Iterator
from contextlib import contextmanager

from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.fouten import OmgevingFout
from vangnet.kern.spoor import nieuw_spoor
from vangnet.opdrachtregel.huis import systeemnaam
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als


def opdrachtgever() -> Vrager:
    """The asker for this operating-system user. Raises OmgevingFout when it has no account."""
    naam = systeemnaam()
    gebruiker = Gebruiker.objects.filter(systeemnaam=naam).first()
    if gebruiker is None:
        raise OmgevingFout(
            f"Het systeemaccount '{naam}' mag nog niets. Laat een beheerder als '{naam}' "
            "uitvoeren: bin/vangnet migreer"
        )
    return Vrager(gebruiker.pk, VragerSoort.OPDRACHT)


@contextmanager
def als_opdrachtgever() -> Iterator[Vrager]:
    """One transaction as this operating-system user, without a limit on time."""
    nieuw_spoor()
    vrager = opdrachtgever()
    with als(vrager, tijd=0):
        yield vrager
