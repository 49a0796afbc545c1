# SPDX-License-Identifier: EUPL-1.2
"""Mijn zaken: the next date of a casus, of whatever comes first, and what it is."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import vandaag
from vangnet.overleg.services import Nieuw, overleg_afgelasten, overleg_plannen
from vangnet.plan.services import afspraak_afvinken
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
CASUS = id_van("casus")


@pytest.fixture
def zonder_afspraak(db: None) -> None:
    """Amira stands on the casus of the cast, of which no afspraak is open any more."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("amira"))
        if rol.antwoord is None:
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)
        afspraak_afvinken(id_van("afspraak"), gereed=True)


def _plan(over: int) -> UUID:
    nieuw = Nieuw(datum=vandaag() + timedelta(days=over), soort="casusoverleg")
    with als(Vrager(id_van("amira"))):
        return overleg_plannen(nieuw, [CASUS], door=id_van("amira"))


def _evalueer(client: Client) -> None:
    velden = {"datum": vandaag().strftime("%d-%m-%Y"), "conclusie": "Het gaat beter."}
    assert client.post(f"/zaken/{CASUS}/voortgang/evaluatie", velden).status_code == 302


def _volgende(client: Client) -> tuple[date | None, str]:
    (regel,) = client.get("/werk/").context["casussen"]
    return regel.een.volgende, regel.wat


def test_zonder_afspraak_is_de_volgende_datum_de_dag_van_de_evaluatie(
    ingelogd: Ingelogd, zonder_afspraak: None
) -> None:
    # Twelve weeks after the evaluation of 15 March.
    antwoord = ingelogd("amira").get("/werk/")
    (regel,) = antwoord.context["casussen"]

    assert (regel.een.volgende, regel.wat) == (date(2022, 6, 7), "evaluatie")
    assert regel.te_laat
    assert '<span class="zacht">evaluatie</span>' in antwoord.content.decode()


def test_het_overleg_dat_eerder_komt_is_de_volgende_datum_tot_het_is_afgelast(
    ingelogd: Ingelogd, zonder_afspraak: None
) -> None:
    amira = ingelogd("amira")
    _evalueer(amira)
    later, eerder = _plan(12), _plan(5)
    assert _volgende(amira) == (vandaag() + timedelta(days=5), "overleg")

    for een, op in ((eerder, 12), (later, None)):
        with als(Vrager(id_van("amira"))):
            overleg_afgelasten(een, af=True)
        if op:
            assert _volgende(amira) == (vandaag() + timedelta(days=op), "overleg")

    assert _volgende(amira)[1] == "evaluatie"


def test_een_partner_leest_van_de_evaluatie_niets(
    ingelogd: Ingelogd, neem_deel: NeemDeel, zonder_afspraak: None
) -> None:
    neem_deel("bram")
    assert _volgende(ingelogd("bram")) == (None, "")

    _plan(5)

    assert _volgende(ingelogd("bram")) == (vandaag() + timedelta(days=5), "overleg")
