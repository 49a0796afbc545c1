# SPDX-License-Identifier: EUPL-1.2
"""Who is asked to an overleg and whose account opens the casus no more."""

from collections.abc import Callable
from uuid import UUID

from django.test import Client

from tests.web.einde import eindig_accountrol
from tests.web.overleg.stappen import adres_van, genodigden_van
from vangnet.casus.models import CasusRol

Ingelogd = Callable[[str], Client]
Plan = Callable[[], UUID]
NeemDeel = Callable[..., CasusRol]


def test_een_genodigde_zonder_accountrol_staat_er_met_kan_er_nu_niet_in(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    amira, joris, punt = ingelogd("amira"), ingelogd("joris"), plan_vandaag()
    assert "Kan er nu niet in" not in amira.get(adres_van(punt)).content.decode()

    eindig_accountrol("bram")

    assert "Kan er nu niet in" in amira.get(adres_van(punt)).content.decode()
    # Who is no procesregisseur doesn't hear of the accounts of others.
    assert "Kan er nu niet in" not in joris.get(adres_van(punt)).content.decode()


def test_een_overleg_dat_daarna_wordt_gepland_nodigt_niet_uit(
    neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    eindig_accountrol("bram")

    assert "Bram Douma" not in genodigden_van(plan_vandaag())
