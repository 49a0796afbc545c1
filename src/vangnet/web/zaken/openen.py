# SPDX-License-Identifier: EUPL-1.2
"""Opening a casus for one of its pages: may the reader, by which rule, and the row of that look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vangnet.afsluiting.zaakkop import Zaakkop, zaakkop
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.selectors import Grond, Waarom, waarom
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.waarom import in_woorden
from vangnet.web.componenten.zaakbalk import zaakbalk


@dataclass(frozen=True)
class Geopend:
    """A casus that the reader may see, and why."""

    kop: Zaakkop
    wie: Kijker
    reden: Waarom

    @property
    def werkt(self) -> bool:
        """Whether the reader works on the casus for the house; who looks with a reason doesn't."""
        return self.reden.grond in {Grond.HUIS, Grond.GENOEMD}

    def context(self, hier: str) -> dict[str, Any]:
        """What each page of a casus shows; hier: the open tab."""
        return {
            **zaakbalk(self.kop, hier),
            "heel": self.kop.heel,
            "kruimels": kruimels_naar_zaken(self.wie),
            "waarom": in_woorden(self.reden),
        }

    def leg_vast(
        self,
        onderdeel: str,
        mensen: Sequence[Betrokkenheid] = (),
        aantallen: Mapping[str, int] | None = None,
    ) -> None:
        """Record the look at one page of the casus, and at whose names stand on it."""
        casus = self.kop.casus.pk
        personen = dict.fromkeys(een.persoon_id for een in mensen)
        leg_vast(
            Act(
                handeling="casus.ingezien",
                object_soort="casus",
                object=casus,
                casus=casus,
                regel=self.reden.grond,
                velden=[onderdeel],
                aantallen=dict(aantallen or {}),
                onderwerpen=[("casus", casus), *(("persoon", een) for een in personen)],
            )
        )


def open_zaak(
    casus_id: UUID, recht: Recht = Recht.CASUS_INZIEN, *, volledig: bool = False
) -> Geopend | None:
    """The casus; None, with a row of refusal, for what isn't there for the asker."""
    wie = kijker(recht)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag(), volledig=volledig)
    if kop is None:
        leg_weigering_vast(casus_id, recht)
        return None
    return Geopend(kop, wie, waarom(kop.casus, wie=wie, kijkt=kop.kijkt))


def leg_weigering_vast(casus_id: UUID, recht: Recht) -> None:
    """Who tries ids leaves a trace."""
    leg_vast(weigering("casus.geweigerd", "casus", casus_id, regel=recht))
