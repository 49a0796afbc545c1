# SPDX-License-Identifier: EUPL-1.2
"""A casus on which the asker is trajectbegeleider, and the row of a look at it."""

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vangnet.casus.models import Casus
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.personen.models import Persoon
from vangnet.personen.regels import volle_naam
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.trajecten import mijn_trajecten
from vangnet.web.fouten import niet_gevonden


class Open(NamedTuple):
    """A casus of the asker."""

    casus: Casus
    wie: Kijker

    @property
    def naam(self) -> str:
        """Who it is about; the kenmerk of a casus without a hoofdbetrokkene."""
        return naam_van(self.casus)

    def context(self, **anders: Any) -> dict[str, Any]:
        """What each page of a casus shows."""
        terug = [
            {"titel": _("Onderweg"), "url": reverse("onderweg:begin")},
            {"titel": self.naam, "url": reverse("onderweg:casus", args=[self.casus.pk])},
        ]
        return {"casus": self.casus, "naam": self.naam, "kruimels": terug, **anders}

    def leg_vast(self) -> None:
        """Record the look."""
        over = self.casus.hoofdbetrokkene_id
        leg_vast(
            Act(
                handeling="onderweg.ingezien",
                object_soort="casus",
                object=self.casus.pk,
                casus=self.casus.pk,
                onderwerpen=[("casus", self.casus.pk), *([("persoon", over)] if over else [])],
            )
        )


def open_eigen(casus_id: UUID) -> Open | None:
    """The casus; None, with a row of refusal, for what isn't there for the asker."""
    wie = kijker(Recht.TRAJECT_DOEN)
    eigen = mijn_trajecten(wie).filter(pk=casus_id)
    casus = eigen.select_related("hoofdbetrokkene").first()
    if casus is None:
        leg_weigering_vast(casus_id)
        return None
    return Open(casus, wie)


def geweigerd(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The same page for what may not and for what isn't there."""
    leg_weigering_vast(casus_id)
    return niet_gevonden(request)


def leg_weigering_vast(casus_id: UUID) -> None:
    """The row of what was refused within a casus, or of a casus."""
    leg_vast(weigering("onderweg.geweigerd", "casus", casus_id, regel=Recht.TRAJECT_DOEN))


def naam_van(casus: Casus) -> str:
    """As Open.naam."""
    persoon: Persoon | None = casus.hoofdbetrokkene
    if persoon is None:
        return casus.kenmerk
    return volle_naam(
        achternaam=persoon.achternaam,
        voornamen=persoon.voornamen,
        tussenvoegsel=persoon.tussenvoegsel,
    )
