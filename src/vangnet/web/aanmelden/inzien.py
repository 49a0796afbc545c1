# SPDX-License-Identifier: EUPL-1.2
"""What each page about one aanmelding does: say that it was seen, and the way back."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from vangnet.aanmelding.models import Aanmelding
from vangnet.journaal.services import Act, leg_vast


def leg_ingezien_vast(aanmelding: Aanmelding, *, persoon: UUID | None = None) -> None:
    """The row of the journaal: about the aanmelding, and the casus that it became.

    persoon: who was known already, when the page says that it is about them.
    """
    leg_vast(
        Act(
            handeling="aanmelding.ingezien",
            object_soort="aanmelding",
            object=aanmelding.pk,
            casus=aanmelding.casus_id,
            onderwerpen=[
                ("aanmelding", aanmelding.pk),
                *([("casus", aanmelding.casus_id)] if aanmelding.casus_id else []),
                *([("persoon", persoon)] if persoon else []),
            ],
        )
    )


def kruimels(aanmelding: Aanmelding | None = None) -> list[dict[str, str]]:
    """The way back: to the list, and to the aanmelding from a page under it."""
    lijst = {"titel": _("Aanmeldingen"), "url": reverse("aanmelden:lijst")}
    if aanmelding is None:
        return [lijst]
    adres = reverse("aanmelden:aanmelding", args=[aanmelding.pk])
    return [lijst, {"titel": aanmelding.kenmerk, "url": adres}]
