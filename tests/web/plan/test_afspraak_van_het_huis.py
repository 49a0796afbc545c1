# SPDX-License-Identifier: EUPL-1.2
"""An afspraak of the house itself, and of who works on the casus for it (docs/adr/0038)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak, PlanVersie
from vangnet.plan.selectors import naam_van_uitvoerder, uitvoerders
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
CASUS = id_van("casus")
PLAN = f"/zaken/{CASUS}/plan/"
AFSPRAKEN = f"/zaken/{CASUS}/afspraken"
AMIRA = f"huis:{id_van('amira')}"


@pytest.fixture
def regisseur(db: None) -> UUID:
    """Amira is regisseur of the casus; gives her rol."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        return CasusRol.objects.get(casus=CASUS, gebruiker=id_van("amira")).pk


def _maak(amira: Client, wie: str = AMIRA, **anders: Any) -> Afspraak:
    """An afspraak of the house, by the form."""
    velden = {
        "omschrijving": "Belt de wijkagent.",
        "wie": wie,
        "uiterlijk_op": "vandaag",
        "domein": "zorg",
        "interventie": "",
    }
    amira.post(f"{AFSPRAKEN}/nieuw", velden | anders)
    with als(Vrager(id_van("amira"))):
        return Afspraak.objects.get(organisatie=None)


def test_het_huis_kan_een_afspraak_hebben_zonder_dat_er_een_partner_meedoet(
    ingelogd: Ingelogd, db: None
) -> None:
    amira = ingelogd("amira")

    gemaakt = _maak(amira, "huis")

    assert (gemaakt.organisatie_id, gemaakt.gebruiker_id) == (None, None)
    assert "Het huis" in [regel.wie for regel in amira.get(PLAN).context["open"]]


def test_een_afspraak_is_van_wie_voor_het_huis_een_rol_heeft(
    ingelogd: Ingelogd, regisseur: UUID
) -> None:
    with als(Vrager(id_van("amira"))):
        afspraak = Afspraak.objects.get(pk=id_van("afspraak"))
        namen = [naam_van_uitvoerder(een) for een in uitvoerders(afspraak.casus)]

    assert namen == ["Het huis", "Het huis: Amira Terpstra"]
    assert _maak(ingelogd("amira")).gebruiker_id == id_van("amira")


def test_wie_geen_rol_meer_heeft_is_niet_meer_te_kiezen(
    ingelogd: Ingelogd, regisseur: UUID
) -> None:
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(regisseur)
        afspraak = Afspraak.objects.get(pk=id_van("afspraak"))
        namen = [naam_van_uitvoerder(een) for een in uitvoerders(afspraak.casus)]

    assert namen == ["Het huis"]


def test_zij_staat_op_mijn_werk_en_is_daar_af_te_vinken(
    ingelogd: Ingelogd, regisseur: UUID
) -> None:
    amira = ingelogd("amira")
    gemaakt = _maak(amira)

    op_werk = {regel.wat: regel for regel in amira.get("/werk/").context["nu"]}
    assert op_werk["Belt de wijkagent."].wie == "Het huis: Amira Terpstra"
    assert op_werk["Belt de wijkagent."].mag_afvinken
    amira.post(f"{AFSPRAKEN}/{gemaakt.pk}/gereed", {"naar": "werk"})

    with als(Vrager(id_van("amira"))):
        assert Afspraak.objects.get(pk=gemaakt.pk).gereed_op == vandaag()


def test_een_afspraak_van_wie_stopte_staat_los(ingelogd: Ingelogd, regisseur: UUID) -> None:
    amira = ingelogd("amira")
    _maak(amira)

    def los() -> list[bool]:
        regels = amira.get(PLAN).context["open"]
        return [een.los for een in regels if een.afspraak.organisatie_id is None]

    assert los() == [False]
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(regisseur)
    assert los() == [True]


def test_een_partner_ziet_de_afspraken_van_het_huis_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    gemaakt = _maak(ingelogd("amira"), "huis")
    bram = ingelogd("bram")

    assert [een.wat for een in bram.get(PLAN).context["open"]] == ["Kanarie-afspraak"]
    assert bram.post(f"{AFSPRAKEN}/{gemaakt.pk}/gereed").status_code == 404
    with als(Vrager(id_van("bram"))), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM plan_afspraak WHERE organisatie_id IS NULL")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("naam", ["bram", "joris"])
def test_in_de_databank_is_zij_alleen_van_wie_daar_voor_het_huis_staat(
    naam: str, regisseur: UUID, neem_deel: NeemDeel
) -> None:
    """Bram takes part for the GGZ, and Joris has no rol in this casus."""
    neem_deel("bram")
    rij = {
        "casus_id": CASUS,
        "domein": "zorg",
        "vastgesteld_op": vandaag(),
        "uiterlijk_op": vandaag() + timedelta(days=7),
    }
    with als(Vrager(id_van("amira"))):
        Afspraak.objects.create(kenmerk=f"af-{uuid4()}", gebruiker_id=id_van("amira"), **rij)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Afspraak.objects.create(kenmerk=f"af-{uuid4()}", gebruiker_id=id_van(naam), **rij)


def test_het_huis_verandert_de_nadruk_van_een_plan_niet(ingelogd: Ingelogd, db: None) -> None:
    amira = ingelogd("amira")
    with als(Vrager(id_van("amira"))):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(domein="strafrechtelijk")
    _maak(amira, "huis", domein="zorg")

    amira.post(f"{PLAN}vaststellen")

    with als(Vrager(id_van("amira"))):
        versie = PlanVersie.objects.order_by("nummer").last()
    assert versie is not None
    assert versie.nadruk == "justitieel"
    assert [een.get("huis") for een in versie.inhoud["afspraken"]] == [None, True]


def test_op_papier_staat_het_huis_met_zijn_eigen_naam(ingelogd: Ingelogd, db: None) -> None:
    amira = ingelogd("amira")
    _maak(amira, "huis")

    papier = amira.post(f"{PLAN}vaststellen", follow=True)

    naam = papier.context["huis"].naam
    assert (naam or "Het huis") in [een.wie for een in papier.context["regels"]]
