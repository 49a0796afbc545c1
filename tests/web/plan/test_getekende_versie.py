# SPDX-License-Identifier: EUPL-1.2
"""Which version of a plan the person concerned signed, and what its paper says is done."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Plan, PlanVersie
from vangnet.plan.services import afspraak_afvinken, plan_ondertekenen, plan_vaststellen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
PLAN = f"/zaken/{id_van('casus')}/plan/"
TEKENEN = f"{PLAN}handtekening"
EERSTE = id_van("planversie")


def _tweede() -> UUID:
    """A version of today, beside the one of 1 March 2022."""
    with als(Vrager(id_van("amira"))):
        return plan_vaststellen(id_van("casus"))


def _getekend() -> tuple[date | None, UUID | None, date | None]:
    with als(Vrager(id_van("amira"))):
        plan = Plan.objects.get(pk=id_van("plan"))
    return plan.ondertekend_op, plan.getekende_versie_id, plan.volgen_tot


def test_een_handtekening_noemt_de_versie_op_de_bladzijde_en_het_papier(
    ingelogd: Ingelogd,
) -> None:
    tweede = _tweede()
    amira = ingelogd("amira")

    amira.post(TEKENEN, {"ondertekend_op": f"{vandaag():%d-%m-%Y}", "versie": str(EERSTE)})

    assert _getekend()[:2] == (vandaag(), EERSTE)
    assert "De betrokkene tekende versie 1 op" in amira.get(PLAN).content.decode()
    papier = amira.get(f"{PLAN}versies/{EERSTE}").content.decode()
    ander = amira.get(f"{PLAN}versies/{tweede}").content.decode()
    assert "Je tekende deze versie op" in papier
    assert "Handtekening: ___" not in papier
    assert "Je tekende deze versie op" not in ander
    assert "Handtekening: ___" in ander


def test_zonder_keuze_is_het_de_laatste_versie_van_die_dag(db: None) -> None:
    tweede = _tweede()
    for dag, versie in ((date(2022, 3, 4), EERSTE), (vandaag(), tweede)):
        with als(Vrager(id_van("amira"))):
            plan_ondertekenen(id_van("plan"), op=dag, reden="Nagekeken.")
        assert _getekend()[:2] == (dag, versie)


def test_het_formulier_begint_met_de_laatste_versie(ingelogd: Ingelogd) -> None:
    tweede = _tweede()

    formulier = ingelogd("amira").get(TEKENEN).context["formulier"]

    assert formulier.initial["versie"] == str(tweede)


def test_een_versie_van_na_de_handtekening_is_niet_getekend(ingelogd: Ingelogd) -> None:
    tweede = _tweede()

    antwoord = ingelogd("amira").post(
        TEKENEN, {"ondertekend_op": "4-3-2022", "versie": str(tweede)}
    )

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["versie"]
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        plan_ondertekenen(id_van("plan"), op=date(2022, 3, 4), versie=tweede)


def test_een_versie_van_een_ander_plan_is_niet_getekend(db: None) -> None:
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        plan_ondertekenen(id_van("plan"), op=date(2022, 3, 4), versie=id_van("casus"))


def test_een_andere_versie_vraagt_een_reden_en_laat_het_volgen_gelijk(ingelogd: Ingelogd) -> None:
    tweede = _tweede()
    amira, dag = ingelogd("amira"), f"{vandaag():%d-%m-%Y}"
    amira.post(TEKENEN, {"ondertekend_op": dag, "versie": str(EERSTE)})
    tot = _getekend()[2]
    velden = {"ondertekend_op": dag, "versie": str(tweede)}

    zonder = amira.post(TEKENEN, velden)
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        plan_ondertekenen(id_van("plan"), op=vandaag(), versie=tweede)
    assert (zonder.status_code, _getekend()[1]) == (422, EERSTE)
    amira.post(TEKENEN, velden | {"reden": "Het andere papier."})

    assert _getekend() == (vandaag(), tweede, tot)
    assert "Dat is verbeterd: Het andere papier." in amira.get(PLAN).content.decode()


def test_het_papier_vraagt_niet_wat_al_klaar_is(ingelogd: Ingelogd) -> None:
    with als(Vrager(id_van("amira"))):
        afspraak_afvinken(id_van("afspraak"), gereed=True)
    versie = _tweede()
    with als(Vrager(id_van("amira"))):
        afspraak_afvinken(id_van("afspraak"), gereed=False)

    antwoord = ingelogd("amira").get(f"{PLAN}versies/{versie}")

    assert antwoord.context["regels"] == []
    assert [een.wat for een in antwoord.context["gedaan"]] == ["Kanarie-afspraak."]
    assert "Kanarie-afspraak. Klaar op" in antwoord.content.decode()


def test_een_versie_van_voor_de_bladzijde_leest_als_toen(ingelogd: Ingelogd) -> None:
    """It didn't say what was ready."""
    with als(Vrager(id_van("amira"))):
        assert "gereed_op" not in PlanVersie.objects.get(pk=EERSTE).inhoud["afspraken"][0]

    antwoord = ingelogd("amira").get(f"{PLAN}versies/{EERSTE}")

    assert [een.wat for een in antwoord.context["regels"]] == ["Kanarie-versie."]
    assert antwoord.context["gedaan"] == []


def test_wie_tekent_terwijl_een_collega_dat_doet_leest_welke_dag_er_staat(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def na_een_collega(plan: UUID, **gekozen: Any) -> None:
        plan_ondertekenen(plan, op=date(2022, 3, 4))
        plan_ondertekenen(plan, **gekozen)

    monkeypatch.setattr("vangnet.web.plan.plannen.plan_ondertekenen", na_een_collega)

    amira = ingelogd("amira")
    with opgeschreven() as gedaan:
        antwoord = amira.post(TEKENEN, {"ondertekend_op": "5-3-2022", "versie": str(EERSTE)})

    assert gedaan == ["plan.geweigerd"]
    zin = "De handtekening is intussen vastgelegd, van 4 maart 2022."
    assert (antwoord.status_code, zin in antwoord.content.decode()) == (409, True)
    assert _getekend()[0] == date(2022, 3, 4)
