# SPDX-License-Identifier: EUPL-1.2
"""The phase on the bar of a casus follows from what is recorded."""

from datetime import date

from django.test import Client

from tests.afsluiting.bank import CASUS, maak_klaar, sluiting, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from vangnet.afsluiting.regels import Fase, fase_van
from vangnet.afsluiting.services import sluiten_voorstellen
from vangnet.casus.deelname import inzet_wisselen
from vangnet.kern.klok import vandaag
from vangnet.plan.services import plan_ondertekenen


def _chips() -> list[str]:
    pagina = log_in(Client(), "amira").get(f"/zaken/{CASUS}")
    return [een["tekst"] for een in pagina.context["balk"]["chips"]][:2]


def test_zonder_plan_is_een_procesregie_bij_de_beeldvorming() -> None:
    velden = ("is_voorgesteld", "is_gevolgd", "is_vastgesteld", "heeft_plan")
    leeg = dict.fromkeys(velden, False)

    assert fase_van(leeg) == Fase.BEELDVORMING
    assert fase_van(leeg | {"heeft_plan": True}) == Fase.PLAN


def test_een_zaak_met_een_vastgesteld_plan_is_in_uitvoering_en_na_tekenen_in_de_volgfase(
    bank: str,
) -> None:
    voor = _chips()
    with wie("amira"):
        plan_ondertekenen(id_van("plan"), op=vandaag())

    assert voor == ["Procesregie", "Uitvoering"]
    assert _chips() == ["Procesregie", "Volgfase"]


def test_een_plan_dat_niet_meer_wordt_gevolgd_is_geen_volgfase(bank: str) -> None:
    with wie("amira"):
        plan_ondertekenen(id_van("plan"), op=date(2022, 4, 1))

    assert _chips() == ["Procesregie", "Uitvoering"]


def test_een_voorstel_om_af_te_sluiten_staat_in_de_balk(bank: str) -> None:
    maak_klaar()
    with wie("amira"):
        sluiten_voorstellen(CASUS, sluiting())

    assert _chips() == ["Procesregie", "Afsluiting voorgesteld"]


def test_een_ondersteuning_leest_open(bank: str) -> None:
    with wie("amira"):
        inzet_wisselen(CASUS, naar="ondersteuning")

    assert _chips() == ["Ondersteuning", "Open"]
