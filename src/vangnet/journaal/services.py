# SPDX-License-Identifier: EUPL-1.2
"""Write one act; it stands or falls with the transaction of what was done."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from vangnet.kern.spoor import huidig_spoor

_LEG_VAST = (
    "SELECT journaal.leg_vast(%s, %s, %s::uuid, %s::uuid, %s, %s, %s, %s, %s, %s::text[], "
    "%s::jsonb, %s::text[], %s::uuid[])"
)


@dataclass(frozen=True, kw_only=True)
class Act:
    """What is written of an act; ids, names of fields and numbers only.

    handeling: noun.participle, such as `casus.ingezien`; onderwerpen: (kind, id) pairs of the
    persons and casussen that it concerns; regel: the rule that allowed or refused it. The database
    fills in who did it, with which roles and designated by whom.
    """

    handeling: str
    object_soort: str = ""
    object: UUID | None = None
    casus: UUID | None = None
    doel: str = ""
    toegestaan: bool = True
    regel: str = ""
    herkomst: str = "web"
    velden: Sequence[str] = ()
    aantallen: Mapping[str, int] = field(default_factory=dict)
    onderwerpen: Sequence[tuple[str, UUID]] = ()


def weigering(
    handeling: str, object_soort: str, gevraagd: UUID | None = None, *, regel: str
) -> Act:
    """What `regel` refused; the same for what isn't there, so that trying ids leaves a trace."""
    return Act(
        handeling=handeling,
        object_soort=object_soort,
        object=gevraagd,
        toegestaan=False,
        regel=regel,
    )


def leg_vast(act: Act) -> UUID:
    """Write `act` in the running transaction; returns the id of its row."""
    soorten = [soort for soort, _ in act.onderwerpen]
    ids = [onderwerp for _, onderwerp in act.onderwerpen]
    with connection.cursor() as cursor:
        cursor.execute(
            _LEG_VAST,
            [
                act.handeling,
                act.object_soort,
                act.object,
                act.casus,
                act.doel,
                act.toegestaan,
                act.regel,
                act.herkomst,
                huidig_spoor(),
                list(act.velden),
                json.dumps(dict(act.aantallen)),
                soorten,
                ids,
            ],
        )
        return UUID(str(cursor.fetchone()[0]))
