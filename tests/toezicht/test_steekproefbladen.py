# SPDX-License-Identifier: EUPL-1.2
"""The pages of a sample: draw, judge one by one, close, and what the auditor sees of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.journaal.models import Handeling
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.toezicht.models import Steekproef, Steekproefregel

Ingelogd = Callable[[str], Client]
Wie = Callable[[str], Vrager]
pytestmark = pytest.mark.django_db
GOED = {"bevinding": "rechtmatig", "motivering": "is regisseur van deze zaak"}


@pytest.fixture
def fg(ingelogd: Ingelogd, vrager: Wie) -> Client:
    """Frank, when Joris has looked at a casus twice."""
    with als(vrager("joris")):
        for _ in range(2):
            leg_vast(Act(handeling="casus.ingezien", casus=id_van("casus"), doel="triage"))
    return ingelogd("frank")


def trek(client: Client, **anders: Any) -> Any:
    velden = {"van": "01-01-2026", "tot": f"{vandaag():%d-%m-%Y}", "aantal": "20"} | anders
    return client.post(reverse("toezicht:steekproef_trekken"), velden)


def rijen(vrager: Wie) -> tuple[UUID, list[UUID]]:
    """The one sample, and its rows in order."""
    with als(vrager("frank")):
        regels = Steekproefregel.objects.order_by("plek").values_list("pk", flat=True)
        return Steekproef.objects.get().pk, list(regels)


def adres(naam: str, id_: UUID) -> str:
    soort = "regel_id" if naam == "steekproef_regel" else "steekproef_id"
    return reverse(f"toezicht:{naam}", kwargs={soort: id_})


def lees(client: Client, pad: str) -> str:
    return client.get(pad).content.decode()


def test_de_fg_trekt_en_ziet_wie_wat_wanneer_en_welke_zaak(fg: Client, vrager: Wie) -> None:
    antwoord = trek(fg)
    steekproef, _ = rijen(vrager)
    gezien = lees(fg, antwoord.url)

    assert antwoord.url == adres("steekproef", steekproef)
    assert "Joris Wiersma" in gezien
    assert "Heeft de casus bekeken" in gezien
    assert "ZVH-2022-0001" in gezien
    assert "0 van 2 beoordeeld" in gezien


@pytest.mark.parametrize(
    ("veld", "waarde", "fout"),
    [
        ("aantal", "0", "Trek minstens één handeling."),
        ("aantal", "201", "Trek hoogstens 200 handelingen."),
        ("tot", "31-12-2099", "Kies een dag tot en met vandaag."),
        ("tot", "31-12-2025", "Deze dag ligt voor de eerste dag."),
    ],
)
def test_een_trekking_die_niet_kan_zegt_waarom(
    veld: str, waarde: str, fout: str, fg: Client
) -> None:
    antwoord = trek(fg, **{veld: waarde})

    assert antwoord.status_code == 422
    assert fout in antwoord.content.decode()


def test_een_periode_zonder_handelingen_geeft_geen_steekproef(fg: Client) -> None:
    antwoord = trek(fg, van="01-01-2020", tot="02-01-2020")

    assert antwoord.status_code == 422
    assert "niets om uit te trekken" in antwoord.content.decode()


def test_na_een_bevinding_komt_de_volgende_en_dan_het_sluiten(fg: Client, vrager: Wie) -> None:
    trek(fg)
    steekproef, (eerste, tweede) = rijen(vrager)
    na_een = fg.post(adres("steekproef_regel", eerste), GOED)
    na_twee = fg.post(adres("steekproef_regel", tweede), GOED | {"bevinding": "onrechtmatig"})
    assert na_een.headers["Location"] == adres("steekproef_regel", tweede)
    assert na_twee.headers["Location"] == adres("steekproef", steekproef)

    gesloten = fg.post(adres("steekproef_sluiten", steekproef), follow=True).content.decode()
    assert "De steekproef is gesloten." in gesloten
    assert "is regisseur van deze zaak" in gesloten
    assert "<dt>Onrechtmatig</dt><dd>1</dd>" in gesloten
    assert "Steekproef sluiten" not in gesloten


def test_te_vroeg_sluiten_zegt_wat_er_nog_moet(fg: Client, vrager: Wie) -> None:
    trek(fg)
    steekproef, _ = rijen(vrager)
    gezien = fg.post(adres("steekproef_sluiten", steekproef), follow=True).content.decode()

    assert "er is nog een handeling zonder bevinding" in gezien
    assert "0 van 2 beoordeeld" in gezien


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"bevinding": ""}, "Kies een bevinding."),
        ({"motivering": " "}, "Schrijf kort waarom je dit vindt."),
        ({"motivering": "over 999990019"}, "Haal het lange nummer weg"),
        ({"motivering": "a" * 501}, "Gebruik hoogstens 500 tekens."),
    ],
)
def test_een_onvolledige_bevinding_zegt_wat_er_mist(
    velden: dict[str, str], fout: str, fg: Client, vrager: Wie
) -> None:
    trek(fg)
    _, (eerste, _) = rijen(vrager)
    antwoord = fg.post(adres("steekproef_regel", eerste), GOED | velden)

    assert antwoord.status_code == 422
    assert fout in antwoord.content.decode()


def test_een_tweede_bevinding_verandert_niets(fg: Client, vrager: Wie) -> None:
    trek(fg)
    _, (eerste, _) = rijen(vrager)
    fg.post(adres("steekproef_regel", eerste), GOED)
    weer = fg.post(adres("steekproef_regel", eerste), GOED | {"bevinding": "onrechtmatig"})
    with als(vrager("frank")):
        assert Steekproefregel.objects.get(pk=eerste).bevinding == "rechtmatig"
    assert weer.status_code == 409
    assert "is regisseur van deze zaak" in weer.content.decode()
    assert fg.post(adres("steekproef_regel", eerste), GOED).status_code == 302


def test_wat_op_een_beoordeelde_handeling_was_getypt_is_terug_te_lezen(
    fg: Client, vrager: Wie
) -> None:
    trek(fg)
    _, (eerste, _) = rijen(vrager)
    pad = adres("steekproef_regel", eerste)
    fg.post(pad, GOED)
    fg.post(
        "/werk/concepten",
        {"concept-adres": pad, "concept-versie": "0", "motivering": "Kanariewoord"},
    )
    gelezen = fg.get(pad, follow=True).content.decode()

    assert "Deze handeling is al beoordeeld" in gelezen
    assert "Kanariewoord" in gelezen


def test_de_auditor_leest_mee_en_beoordeelt_niet(
    fg: Client, ingelogd: Ingelogd, vrager: Wie
) -> None:
    trek(fg)
    steekproef, (eerste, _) = rijen(vrager)
    auditor = ingelogd("auke")
    gezien = lees(auditor, adres("steekproef", steekproef))
    lijst = lees(auditor, reverse("toezicht:steekproeven"))

    assert "Joris Wiersma" in gezien
    assert adres("steekproef_regel", eerste) not in gezien
    assert "Frank Meijer" in lijst
    assert reverse("toezicht:steekproef_trekken") not in lijst
    assert auditor.post(adres("steekproef_regel", eerste), GOED).status_code == 404


def test_bekijken_en_een_verzonnen_steekproef_staan_in_het_journaal(
    fg: Client, vrager: Wie
) -> None:
    trek(fg)
    steekproef, (eerste, _) = rijen(vrager)
    for pad in (adres("steekproef", steekproef), adres("steekproef_regel", eerste)):
        fg.get(pad)
    fg.get(adres("steekproef", id_van("dirk")))
    with als(vrager("frank")):
        acts = Handeling.objects.filter(handeling__startswith="steekproef.")
        gezien = list(acts.order_by("moment").values_list("handeling", "object"))

    assert gezien == [
        ("steekproef.getrokken", steekproef),
        ("steekproef.ingezien", steekproef),
        ("steekproef.ingezien", steekproef),
        ("steekproef.geweigerd", id_van("dirk")),
    ]


def test_zonder_steekproef_is_er_een_eerste_stap(ingelogd: Ingelogd) -> None:
    assert "Nog geen steekproef" in lees(ingelogd("frank"), reverse("toezicht:steekproeven"))
    assert reverse("toezicht:steekproef_trekken") in lees(
        ingelogd("frank"), reverse("toezicht:steekproeven")
    )


@pytest.mark.asvs("16.3.2")
def test_een_bevinding_die_de_databank_weigert_staat_in_het_journaal(
    fg: Client, vrager: Wie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise NietToegestaan("Dit mag je niet.")

    trek(fg)
    _, (regel, *_) = rijen(vrager)
    monkeypatch.setattr("vangnet.web.toezicht.steekproef.beoordeel_regel", weiger)
    with opgeschreven() as gedaan:
        status = fg.post(adres("steekproef_regel", regel), GOED).status_code

    assert (status, gedaan) == (404, ["steekproef.geweigerd"])
