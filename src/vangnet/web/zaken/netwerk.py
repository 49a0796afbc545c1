# SPDX-License-Identifier: EUPL-1.2
"""Relations between the people of a casus whom the reader sees, as a list and as a drawing."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from vangnet.casus.models import Betrokkenheid
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Relatie
from vangnet.web.componenten.netwerk import Knoop, Lijn, teken
from vangnet.web.zaken.dossier import periode


class Relatieregel(NamedTuple):
    """What the other is to this one; te_herstellen: the reader just ended it, and may undo that."""

    id: UUID
    van: str
    soort: str
    naar: str
    loopt: bool
    periode: str
    te_herstellen: bool


def relaties_tussen(
    mensen: Sequence[Betrokkenheid],
    soorten: Mapping[str, str],
    *,
    net_beeindigd: Collection[UUID] = (),
) -> dict[str, Any]:
    """Context: relations of which the reader sees both people, and the network; one query.

    mensen: as far as the reader sees them, so somebody of another side brings no relation along.
    net_beeindigd: of casus/betrokkenen.py.
    """
    personen = {een.persoon_id: een.persoon for een in mensen}
    rijen = Relatie.objects.filter(persoon__in=personen, andere_persoon__in=personen)
    gevonden = list(rijen.order_by("soort", "pk"))
    regels = [
        Relatieregel(
            een.pk,
            personen[een.persoon_id].naam,
            soorten.get(een.soort, een.soort),
            personen[een.andere_persoon_id].naam,
            een.tot is None or een.tot >= vandaag(),
            periode(een.vanaf, een.tot),
            een.tot is not None and een.pk in net_beeindigd,
        )
        for een in gevonden
    ]
    knopen = [Knoop(str(pk), persoon.naam) for pk, persoon in personen.items()]
    lijnen = [
        Lijn(str(een.persoon_id), str(een.andere_persoon_id), regel.soort)
        for een, regel in zip(gevonden, regels, strict=True)
    ]
    return {"relaties": regels, "netwerk": teken(knopen, lijnen) if len(knopen) > 1 else ""}
