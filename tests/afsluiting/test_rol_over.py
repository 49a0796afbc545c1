# SPDX-License-Identifier: EUPL-1.2
"""A rol that a coordinator hands over: who answers then what was asked, and who is told."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.afsluiting.bank import CASUS, vraag, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.web.einde import eindig_accountrol
from vangnet.afsluiting.models import Overdracht
from vangnet.afsluiting.regels import Antwoord
from vangnet.afsluiting.services import overdracht_beantwoorden, overdracht_vragen
from vangnet.afsluiting.werkblik import werkblik
from vangnet.casus.deelname import Plek, rol_overdragen, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import begin_van, vandaag
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager

AMIRA, BRAM, CHANTAL = id_van("amira"), id_van("bram"), id_van("chantal")
ZIET_NIET = "Je ziet die zaak niet meer."
TAB = f"/zaken/{CASUS}/afsluiten/"


@pytest.fixture
def gevraagd(bram_doet_mee: None) -> Overdracht:
    """Amira asked Bram whether the GGZ goes on."""
    with wie("amira"):
        pk = overdracht_vragen(CASUS, vraag(BRAM), door=AMIRA)
        return Overdracht.objects.get(pk=pk)


def _draag_over(*, tot: date | None = None) -> None:
    with wie("cor"):
        rol = CasusRol.objects.get(gebruiker=BRAM, antwoord="aanvaard", beeindigd_op__isnull=True)
        rol_overdragen(rol.pk, aan=CHANTAL, tot=tot)


def _neem_deel() -> None:
    """Chantal takes part too."""
    with wie("amira"):
        uitnodigen(CASUS, Plek(CHANTAL, id_van("ggz"), RolSoort.DEELNEMER))
    with wie("chantal"):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=CHANTAL)
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)


def _werk(naam: str, *, dag: date | None = None) -> list[tuple[str, str, str]]:
    met_vandaag = dag or vandaag()
    with wie(naam):
        kijker = kijker_van(Vrager(id_van(naam)))
        regels = werkblik(kijker, dag=met_vandaag, sinds=begin_van(date(2100, 1, 1)))
    return [(str(een.soort), een.kenmerk, een.wat) for een in regels if "over" in een.soort]


def test_wie_de_rol_overneemt_beantwoordt_de_vraag_om_over_te_dragen(gevraagd: Overdracht) -> None:
    _draag_over()

    with wie("bram"):
        assert not Overdracht.objects.exists()
        with pytest.raises(NietToegestaan):
            overdracht_beantwoorden(gevraagd.pk, Antwoord.AANVAARD)
    with wie("chantal"):
        assert Overdracht.objects.get().pk == gevraagd.pk
        overdracht_beantwoorden(gevraagd.pk, Antwoord.AANVAARD)

    with wie("chantal"):
        staat = Overdracht.objects.get()
    assert (staat.antwoord, staat.gebruiker_id, staat.beantwoord_door_id) == (
        "aanvaard",
        CHANTAL,
        CHANTAL,
    )
    with wie("frank"):
        act = Handeling.objects.get(object=gevraagd.pk, handeling="overdracht.aanvaard")
    assert (act.gebruiker, act.velden) == (CHANTAL, ["antwoord", "reden", "gebruiker"])


def test_zolang_wie_is_gevraagd_meedoet_antwoordt_een_collega_niet(gevraagd: Overdracht) -> None:
    _neem_deel()

    with wie("chantal"):
        assert not Overdracht.objects.exists()
        with pytest.raises(NietToegestaan):
            overdracht_beantwoorden(gevraagd.pk, Antwoord.AANVAARD)


def test_de_nieuwe_en_de_regisseur_lezen_op_mijn_werk_wat_er_veranderde(
    gevraagd: Overdracht,
) -> None:
    with wie("amira"):
        uitnodigen(CASUS, Plek(AMIRA, None, RolSoort.REGISSEUR))
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=AMIRA)
        if rol.antwoord is None:
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)
    assert _werk("bram") == [("overdracht", "ZVH-2022-0001", "")]

    _draag_over()

    assert _werk("chantal") == [("overdracht", "ZVH-2022-0001", "")]
    assert _werk("amira") == [("rol_over", "ZVH-2022-0001", "Chantal Visser")]
    assert _werk("bram") == [("eigen_rol_over", "", "")]
    assert _werk("cor") == _werk("piet") == []
    vijftien = vandaag() + timedelta(days=15)
    assert _werk("amira", dag=vijftien) == _werk("bram", dag=vijftien) == []


def test_wie_de_rol_terugkrijgt_leest_niet_meer_dat_de_zaak_weg_is(gevraagd: Overdracht) -> None:
    with wie("amira"):
        uitnodigen(CASUS, Plek(AMIRA, None, RolSoort.REGISSEUR))
    _draag_over()
    with wie("cor"):
        rol = CasusRol.objects.get(gebruiker=CHANTAL, beeindigd_op__isnull=True)
        rol_overdragen(rol.pk, aan=BRAM, tot=None)

    assert _werk("bram") == [("overdracht", "ZVH-2022-0001", "")]
    assert _werk("chantal") == [("eigen_rol_over", "", "")]
    assert _werk("amira") == [("rol_over", "ZVH-2022-0001", "Bram Douma")]


def test_wie_met_vakantie_is_leest_vanaf_welke_dag_de_rol_terugkomt(gevraagd: Overdracht) -> None:
    _draag_over(tot=vandaag() + timedelta(days=2))

    oud = log_in(Client(), "bram").get("/werk/").content.decode()
    terug = vandaag() + timedelta(days=3)
    assert f"Vanaf {terug.day} " in oud
    assert "heb jij haar weer" in oud
    assert ZIET_NIET not in oud

    assert _werk("bram", dag=terug) == []


def test_de_paginas_zeggen_het_ook(gevraagd: Overdracht) -> None:
    _draag_over()
    bram, chantal = log_in(Client(), "bram"), log_in(Client(), "chantal")

    oud = bram.get("/werk/").content.decode()
    assert "Je coördinator droeg een rol van jou over aan een collega." in oud
    assert ZIET_NIET in oud
    assert "ZVH-2022-0001" not in oud
    assert "Geef antwoord over ZVH-2022-0001" in chantal.get("/werk/").content.decode()
    assert "Antwoord geven" in chantal.get(TAB).content.decode()
    antwoord = chantal.post(f"/zaken/{CASUS}/overdrachten/{gevraagd.pk}", {"antwoord": "aanvaard"})
    assert antwoord.status_code == 302
    assert "antwoord van Chantal Visser" in chantal.get(TAB).content.decode()


def test_van_wie_geen_rol_meer_heeft_in_het_huis_valt_de_vraag_ook(gevraagd: Overdracht) -> None:
    _neem_deel()
    assert _werk("chantal") == []

    eindig_accountrol("bram")

    assert _werk("chantal") == [("overdracht", "ZVH-2022-0001", "")]
    assert "Doet nu niet mee" in log_in(Client(), "joris").get(TAB).content.decode()
