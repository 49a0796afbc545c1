# SPDX-License-Identifier: EUPL-1.2
"""What each page about one aanmelding does: say that it was seen, and the way back."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from vangnet.aanmelding.models import Aanmelding
from vangnet.journaal.services import Act, leg_vast


def leg_ingezien_vast(aanmelding: Aanmelding) -> None:
    """The row of the journaal: about the aanmelding, and the casus that it became.

    Not about a persoon: who looks may be the aanmelder, who reads their own rows. With the person
    it stands by way of the aanmelding (toezicht.selectors.acts_op_persoon).
    """
    leg_vast(
        Act(
            handeling="aanmelding.ingezien",
            object_soort="aanmelding",
            object=aanmelding.pk,
            casus=aanmelding.casus_id,
            onderwerpen=onderwerpen_van(aanmelding),
        )
    )


def onderwerpen_van(aanmelding: Aanmelding) -> list[tuple[str, UUID]]:
    """What an act on it concerns: itself, and the casus that it became."""
    alle = (("aanmelding", aanmelding.pk), ("casus", aanmelding.casus_id))
    return [(soort, een) for soort, een in alle if een]


def kruimels(aanmelding: Aanmelding | None = None) -> list[dict[str, str]]:
    """The way back: to the list, and to the aanmelding from a page under it."""
    lijst = {"titel": _("Aanmeldingen"), "url": reverse("aanmelden:lijst")}
    if aanmelding is None:
        return [lijst]
    adres = reverse("aanmelden:aanmelding", args=[aanmelding.pk])
    return [lijst, {"titel": aanmelding.kenmerk, "url": adres}]
