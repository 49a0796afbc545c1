# SPDX-License-Identifier: EUPL-1.2
"""Scores per leefgebied at three moments: in words, of the house alone, never added up."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.beeld.models import Score
from vangnet.casus.models import CasusRol
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
BEELD = f"{ZAAK}/beeld"
START = "2022-03-01 huisvesting:2"
SCORES = f"{ZAAK}/scores/{id_van('betrokkene')}"


def _scores() -> list[tuple[str, str, int, str]]:
    with als(Vrager(id_van("amira"))):
        rijen = Score.objects.order_by("moment", "op", "leefgebied")
        return [(een.moment, str(een.op), een.score, een.leefgebied) for een in rijen]


def test_het_beeld_toont_start_evaluatie_en_eind_in_woorden(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(SCORES, {"moment": "evaluatie", "op": "1-9-2022", "gebied_huisvesting": "3"})
    amira.post(SCORES, {"moment": "eind", "op": "1-12-2022", "gebied_huisvesting": "4"})

    (tabel,) = amira.get(BEELD).context["scoretabellen"]

    assert [(een.naam, str(een.op)) for een in tabel.kolommen] == [
        ("Start", "2022-03-01"),
        ("Evaluatie", "2022-09-01"),
        ("Eind", "2022-12-01"),
    ]
    (regel,) = tabel.regels
    assert regel.leefgebied == "Wonen"
    assert [woord for _kop, woord in regel.woorden] == [
        "2 niet zelfredzaam",
        "3 beperkt zelfredzaam",
        "4 voldoende zelfredzaam",
    ]


def test_elke_evaluatie_blijft_en_start_heeft_een_dag(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    for dag in ("1-6-2022", "1-9-2022"):
        amira.post(SCORES, {"moment": "evaluatie", "op": dag, "gebied_huisvesting": "3"})
    amira.post(
        SCORES,
        {"moment": "start", "stand": START, "op": "2-3-2022", "gebied_huisvesting": "1"},
    )

    assert _scores() == [
        ("evaluatie", "2022-06-01", 3, "huisvesting"),
        ("evaluatie", "2022-09-01", 3, "huisvesting"),
        ("start", "2022-03-02", 1, "huisvesting"),
    ]


def test_een_leeg_veld_haalt_de_score_van_die_dag_weg(ingelogd: Ingelogd) -> None:
    with opgeschreven() as gedaan:
        ingelogd("amira").post(SCORES, {"moment": "start", "stand": START, "op": "1-3-2022"})

    assert _scores() == []
    assert gedaan == ["scores.vastgelegd"]


def test_het_formulier_begint_met_wat_er_staat(ingelogd: Ingelogd) -> None:
    begin = ingelogd("amira").get(f"{SCORES}?moment=start").context["formulier"].initial

    assert begin["gebied_huisvesting"] == "2"
    assert str(begin["op"]) == "2022-03-01"


def test_een_dag_in_de_toekomst_kan_niet(ingelogd: Ingelogd) -> None:
    morgen = (vandaag() + timedelta(days=1)).strftime("%d-%m-%Y")

    antwoord = ingelogd("amira").post(SCORES, {"moment": "eind", "op": morgen})

    assert antwoord.status_code == 422
    assert "Kies vandaag of een eerdere dag." in antwoord.content.decode()


def test_een_partner_ziet_en_zet_geen_scores(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")

    pagina = bram.get(BEELD).content.decode()

    assert "niet zelfredzaam" not in pagina
    assert "Hoe gaat het per leefgebied" not in pagina
    assert bram.get(SCORES).status_code == 404
    with als(Vrager(id_van("bram"))):
        assert not Score.objects.exists()


def _twee_evaluaties(amira: Client) -> None:
    eerste = {"op": "18-11-2022", "gebied_huisvesting": "3", "gebied_financien": "2"}
    laatste = {"op": "30-11-2022", "gebied_financien": "3"}
    for een in (eerste, laatste):
        amira.post(SCORES, {"moment": "evaluatie", **een})


def _velden(amira: Client, adres: str) -> dict[str, str]:
    """As a browser has them in the form of that page."""
    form = amira.get(adres).context["formulier"]
    return {een.name: een.value() or "" for een in form if een.name != "op"}


def test_een_verbeterde_evaluatie_neemt_niets_over_van_een_latere(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _twee_evaluaties(amira)
    velden = _velden(amira, f"{SCORES}?moment=evaluatie&dag=2022-11-18")

    amira.post(SCORES, {**velden, "op": "18-11-2022", "gebied_justitie": "4"})

    assert [een for een in _scores() if een[0] == "evaluatie"] == [
        ("evaluatie", "2022-11-18", 2, "financien"),
        ("evaluatie", "2022-11-18", 3, "huisvesting"),
        ("evaluatie", "2022-11-18", 4, "justitie"),
        ("evaluatie", "2022-11-30", 3, "financien"),
    ]


def test_een_nieuwe_evaluatie_begint_leeg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _twee_evaluaties(amira)

    velden = _velden(amira, f"{SCORES}?moment=evaluatie")

    assert {wat for naam, wat in velden.items() if naam.startswith("gebied_")} == {""}


def test_een_dag_die_al_scores_heeft_wordt_gevraagd_en_verliest_niets(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _twee_evaluaties(amira)
    velden = _velden(amira, f"{SCORES}?moment=evaluatie&dag=2022-11-30")
    eerst = _scores()

    antwoord = amira.post(SCORES, {**velden, "op": "18-11-2022", "gebied_justitie": "4"})

    assert antwoord.status_code == 409
    assert "Van 18 november 2022 staan er al scores" in antwoord.content.decode()
    assert "De scores van 30 november 2022 blijven zoals ze zijn." in antwoord.content.decode()
    assert _scores() == eerst


def test_samenvoegen_met_een_dag_die_al_scores_heeft_laat_beide_dagen_staan(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    _twee_evaluaties(amira)
    velden = _velden(amira, f"{SCORES}?moment=evaluatie")
    nieuw = {**velden, "op": "18-11-2022", "gebied_financien": "5", "gebied_justitie": "4"}
    with opgeschreven() as gedaan:
        form = amira.post(SCORES, nieuw).context["formulier"]
    # What stands there is on the page too.
    assert gedaan == ["scores.ingezien"]

    amira.post(
        SCORES,
        {**{een.name: een.value() or "" for een in form}, "kies-gebied_financien": "nu"},
    )

    assert [een for een in _scores() if een[0] == "evaluatie"] == [
        ("evaluatie", "2022-11-18", 2, "financien"),
        ("evaluatie", "2022-11-18", 3, "huisvesting"),
        ("evaluatie", "2022-11-18", 4, "justitie"),
        ("evaluatie", "2022-11-30", 3, "financien"),
    ]


def test_een_evaluatie_op_een_andere_dag_verhuist_in_haar_geheel(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _twee_evaluaties(amira)
    velden = _velden(amira, f"{SCORES}?moment=evaluatie&dag=2022-11-18")

    amira.post(SCORES, {**velden, "op": "19-11-2022"})

    assert [een for een in _scores() if een[0] == "evaluatie"] == [
        ("evaluatie", "2022-11-19", 2, "financien"),
        ("evaluatie", "2022-11-19", 3, "huisvesting"),
        ("evaluatie", "2022-11-30", 3, "financien"),
    ]


def test_wie_een_evaluatie_leegmaakt_en_verzet_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _twee_evaluaties(amira)
    velden = _velden(amira, f"{SCORES}?moment=evaluatie&dag=2022-11-18")
    leeg = {een: "" if een.startswith("gebied_") else waarde for een, waarde in velden.items()}

    amira.post(SCORES, {**leeg, "op": "19-11-2022"})

    assert [een for een in _scores() if een[0] == "evaluatie"] == [
        ("evaluatie", "2022-11-30", 3, "financien")
    ]
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="scores.vastgelegd").count() == 3


def test_wie_de_start_niet_zag_schrijft_er_niet_overheen(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post(
        SCORES, {"moment": "start", "op": "5-3-2022", "gebied_financien": "1"}
    )

    assert antwoord.status_code == 409
    assert _scores() == [("start", "2022-03-01", 2, "huisvesting")]


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        (
            {"moment": "evaluatie", "op": "28-2-2022"},
            "De start is van 1 maart 2022. Kies die dag of een latere",
        ),
        (
            {"moment": "eind", "op": "28-2-2022"},
            "De start is van 1 maart 2022. Kies die dag of een latere",
        ),
        (
            {"moment": "start", "stand": START, "op": "19-11-2022"},
            "De eerste evaluatie is van 18 november 2022. De start is niet later",
        ),
    ],
)
def test_de_start_ligt_voor_wat_ermee_wordt_vergeleken(
    ingelogd: Ingelogd, velden: dict[str, str], zin: str
) -> None:
    amira = ingelogd("amira")
    _twee_evaluaties(amira)

    antwoord = amira.post(SCORES, {**velden, "gebied_financien": "1"})

    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()


def test_elke_evaluatie_is_te_lezen_en_aan_te_passen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _twee_evaluaties(amira)

    pagina = amira.get(BEELD).content.decode()

    assert "Evaluatie van 18 nov 2022 aanpassen" in pagina
    assert "Evaluatie van 30 nov 2022 aanpassen" in pagina
    assert "moment=evaluatie&amp;dag=2022-11-18" in pagina
    assert "Nieuwe evaluatie" in pagina
    assert 'data-kop="Evaluatie 18 nov 2022"' in pagina


def test_er_is_geen_totaal(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(
        SCORES,
        {
            "moment": "start",
            "stand": START,
            "op": "1-3-2022",
            "gebied_huisvesting": "5",
            "gebied_financien": "4",
            "gebied_justitie": "2",
        },
    )

    (tabel,) = amira.get(BEELD).context["scoretabellen"]

    assert len(tabel.regels) == 3
    assert all(
        woord[:2] in {"5 ", "4 ", "2 ", ""} for een in tabel.regels for _kop, woord in een.woorden
    )


@pytest.mark.django_db
def test_de_databank_weigert_een_score_op_naam_van_een_ander() -> None:
    with als(Vrager(id_van("joris"))), pytest.raises(ProgrammingError), transaction.atomic():
        Score.objects.filter(pk=id_van("score")).update(score=5, door=id_van("amira"))
