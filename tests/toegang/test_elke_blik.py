# SPDX-License-Identifier: EUPL-1.2
"""Every view that concerns a casus is an act that names it (toegang.md section 6)."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from tests.bezetting import id_van
from tests.toegang.adressen import paginaregels, vraag
from vangnet.journaal.models import Onderwerp
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
# What names no casus: an aanmelding has acts of its own, a meeting as such is about nobody, and
# who decides on a package reads how many dossiers are in it, not which.
ZONDER_CASUS = (
    "aanmelden:",
    "dossierpakket:besluiten",
    "overleg:uitnodiging",
    "overleg:wijzigen",
)


def _acten_van_de_casus() -> int:
    with als(Vrager(id_van("frank"))):
        return Onderwerp.objects.filter(soort="casus", onderwerp=id_van("casus")).count()


def test_wie_een_bladzijde_van_een_zaak_opent_staat_bij_wie_heeft_gekeken(
    ingelogd: Ingelogd,
) -> None:
    """Each page by the first of these who may open it."""
    cache.clear()
    geopend: set[str] = set()
    stil = []
    for client in map(ingelogd, ("amira", "bram", "cor", "anja", "mirjam", "frank")):
        for regel in paginaregels():
            over_iets = regel.methode == "GET" and "@" in regel.argumenten
            if not over_iets or regel.naam.startswith(ZONDER_CASUS) or regel.naam in geopend:
                continue
            eerder = _acten_van_de_casus()
            if vraag(client, regel).status_code != 200:
                continue
            geopend.add(regel.naam)
            stil += [regel.naam] if _acten_van_de_casus() == eerder else []

    assert stil == []
    assert len(geopend) > 40
