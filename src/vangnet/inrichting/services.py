# SPDX-License-Identifier: EUPL-1.2
"""What every house has from its first day; run under the owner role after each migration."""

from django.db import transaction

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.gemeenten import gemeenten
from vangnet.inrichting.models import Code, Gemeente, Huis

_NAAMLOOS = "Zorg- en Veiligheidshuis"


@transaction.atomic
def basisgegevens_zetten() -> None:
    """Bring code lists and gemeenten of this version in, and the one row of the house.

    A code that a house added itself stays; a label that changed is changed; nothing is removed.
    """
    if not Huis.objects.exists():
        Huis.objects.create(naam=_NAAMLOOS)
    Code.objects.bulk_create(
        _codes(),
        update_conflicts=True,
        unique_fields=["lijst", "code", "vanaf"],
        update_fields=["label", "volgorde"],
    )
    Gemeente.objects.bulk_create(
        _gemeenten(),
        update_conflicts=True,
        unique_fields=["code", "vanaf"],
        update_fields=["naam", "tot", "opvolgers"],
    )


def _codes() -> list[Code]:
    return [
        Code(lijst=lijst.naam, code=code.code, label=code.label, volgorde=plaats)
        for lijst in CODELIJSTEN.values()
        for plaats, code in enumerate(lijst.codes)
    ]


def _gemeenten() -> list[Gemeente]:
    return [
        Gemeente(
            code=gemeente.code,
            naam=gemeente.naam,
            vanaf=gemeente.vanaf,
            tot=gemeente.tot,
            opvolgers=list(gemeente.opvolgers),
        )
        for gemeente in gemeenten().values()
    ]
