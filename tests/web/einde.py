# SPDX-License-Identifier: EUPL-1.2
"""Ending what lets somebody see a casus as a partner, as the yearly review of rights does."""

from tests.bezetting import id_van
from vangnet.gebruikers.beheer import rol_beeindigen
from vangnet.toegang.models import AccountRol
from vangnet.toegang.vrager import Vrager, als


def eindig_accountrol(naam: str) -> None:
    """The account of this partner is no partner any more; the rol in a casus runs on."""
    with als(Vrager(id_van("els"))):
        rollen = AccountRol.objects.filter(gebruiker=id_van(naam), rol="ketenpartner")
        ids = list(rollen.values_list("pk", flat=True))
        assert ids
        for pk in ids:
            rol_beeindigen(pk, tot=None)
