# SPDX-License-Identifier: EUPL-1.2
"""A plan is followed for three years, or until the casus has to be gone: who signs reads which."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.afsluiting.regels import na_volgjaren
from vangnet.afsluiting.stand import volgt_korter_tot
from vangnet.casus.models import Casus
from vangnet.plan.models import Plan

Ingelogd = Callable[[str], Client]
PLAN = f"/zaken/{id_van('casus')}/plan/"
# The casus of the cast was first processed on 1 March 2022: it is gone on 1 March 2027.
EERSTE = f"{PLAN}versies/{id_van('planversie')}"


@pytest.mark.parametrize(
    ("getekend", "eerst", "tot"),
    [
        (date(2026, 11, 29), date(2022, 12, 30), date(2027, 12, 30)),
        (date(2026, 11, 29), date(2024, 11, 29), None),
        (date(2026, 11, 29), date(2024, 11, 28), date(2029, 11, 28)),
        (date(2026, 11, 29), None, None),
        (None, date(2022, 12, 30), date(2027, 12, 30)),
        (None, date(2026, 1, 1), None),
    ],
)
def test_de_laatste_dag_is_er_alleen_als_die_voor_de_drie_jaar_ligt(
    getekend: date | None, eerst: date | None, tot: date | None
) -> None:
    plan = Plan(ondertekend_op=getekend, volgen_tot=getekend and date(2029, 11, 29))
    casus = Casus(eerste_verwerking=eerst)

    assert volgt_korter_tot(plan, casus, dag=date(2026, 11, 29)) == tot


def test_drie_jaar_na_een_schrikkeldag_is_28_februari() -> None:
    assert na_volgjaren(date(2024, 2, 29)) == date(2027, 2, 28)


def test_het_papier_noemt_de_echte_laatste_dag_en_waarom(ingelogd: Ingelogd) -> None:
    papier = ingelogd("amira").get(EERSTE).content.decode()

    assert "tot 1 maart 2027. Langer mogen we je gegevens niet bewaren." in papier
    assert "drie jaar" not in papier


def test_een_handtekening_van_na_de_laatste_dag_noemt_die_dag(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vangnet.web.plan.forms.vandaag", lambda: date(2027, 6, 1))

    antwoord = ingelogd("amira").post(f"{PLAN}handtekening", {"ondertekend_op": "2-3-2027"})

    assert antwoord.status_code == 422
    assert antwoord.context["formulier"].errors["ondertekend_op"] == [
        "We mogen deze zaak volgen tot 1 maart 2027. Een handtekening van later kan niet: kijk "
        "of de dag klopt."
    ]


def test_het_papier_van_een_plan_dat_we_drie_jaar_volgen_zegt_dat(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(f"{PLAN}handtekening", {"ondertekend_op": "1-3-2024"})

    papier = amira.get(EERSTE).content.decode()

    assert "hooguit drie jaar" in papier
    assert "Langer mogen we" not in papier


@pytest.mark.parametrize(
    ("op", "zin"),
    [
        (
            "1-6-2024",
            "De handtekening is vastgelegd. We volgen het tot 1 mrt 2027: langer mogen we de "
            "gegevens niet bewaren.",
        ),
        ("1-3-2024", "De handtekening is vastgelegd."),
    ],
)
def test_wie_de_handtekening_vastlegt_leest_tot_wanneer_we_volgen(
    op: str, zin: str, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vangnet.web.plan.plannen.vandaag", lambda: date(2026, 11, 29))
    antwoord = ingelogd("amira").post(f"{PLAN}handtekening", {"ondertekend_op": op}, follow=True)

    assert [str(een) for een in antwoord.context["messages"]] == [zin]
