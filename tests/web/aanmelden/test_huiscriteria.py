# SPDX-License-Identifier: EUPL-1.2
"""Criteria of the house: kept by a beheerder, and weighed at each decision."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from tests.web.aanmelden.test_besluit import BESLISSING, PAGINA, VELDEN, WACHT
from vangnet.aanmelding.besluiten import OordeelVanHetHuis, besluit_vastleggen
from vangnet.aanmelding.huiscriteria import geldende_huiscriteria
from vangnet.aanmelding.models import Huiscriterium, Huisoordeel
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
_TEKST = "Er is al lokaal geprobeerd"


def _voeg_toe(vanaf: date | None = None) -> UUID:
    """A criterium of the house, made as a beheerder makes it."""
    with als(Vrager(id_van("els"))):
        een = Huiscriterium(tekst=_TEKST, vanaf=vanaf or vandaag())
        een.save(force_insert=True)
    return een.pk


def _gevonden() -> list[tuple[UUID, bool, str]]:
    with als(Vrager(id_van("amira"))):
        rijen = Huisoordeel.objects.filter(aanmelding=WACHT)
        return list(rijen.values_list("criterium", "geldt", "motivering"))


def test_een_beheerder_voegt_een_criterium_toe_en_beeindigt_het(ingelogd: Ingelogd) -> None:
    els = ingelogd("els")
    els.post("/beheer/criteria", {"tekst": _TEKST, "vanaf": "1-3-2022"})
    with als(Vrager(id_van("els"))):
        een = Huiscriterium.objects.get(tekst=_TEKST)
    with opgeschreven() as gedaan:
        els.post(f"/beheer/criteria/{een.pk}/beeindigen")
    with als(Vrager(id_van("els"))):
        daarna = Huiscriterium.objects.get(pk=een.pk)

    assert (een.vanaf, een.tot) == (date(2022, 3, 1), None)
    assert (daarna.tot, gedaan) == (vandaag(), ["huiscriterium.beeindigd"])
    assert els.post(f"/beheer/criteria/{een.pk}/beeindigen").status_code == 404


def test_een_besluit_zegt_ook_iets_van_elk_criterium_van_het_huis(ingelogd: Ingelogd) -> None:
    eigen = _voeg_toe()
    amira = ingelogd("amira")
    ontbreekt = amira.post(PAGINA, VELDEN)
    # It weighs, and stops nothing: a casus opens though it doesn't hold.
    amira.post(
        PAGINA,
        {**VELDEN, f"huisgeldt_{eigen}": "nee", f"huismotivering_{eigen}": "Nog niets gedaan."},
    )

    assert list(ontbreekt.context["formulier"].errors) == [
        f"huisgeldt_{eigen}",
        f"huismotivering_{eigen}",
    ]
    assert _gevonden() == [(eigen, False, "Nog niets gedaan.")]
    pagina = f"/aanmeldingen/{WACHT}"
    assert "Nog niets gedaan." in ingelogd("joris").get(pagina).content.decode()
    assert "Nog niets gedaan." not in ingelogd("piet").get(pagina).content.decode()


def test_een_criterium_dat_voorbij_is_of_nog_moet_komen_wordt_niet_gevraagd(
    ingelogd: Ingelogd,
) -> None:
    _voeg_toe(vanaf=vandaag() + timedelta(days=1))

    pagina = ingelogd("amira").get(PAGINA).content.decode()

    assert "Criteria van het huis" not in pagina
    assert ingelogd("amira").post(PAGINA, VELDEN).status_code == 302


@pytest.mark.parametrize("geval", ["geen", "leeg", "dubbel", "voorbij"])
def test_zonder_een_oordeel_over_elk_geldend_criterium_weigert_de_databank(
    db: None, geval: str
) -> None:
    een = OordeelVanHetHuis(_voeg_toe(), True, "Dat klopt.")
    huisoordelen = {
        "geen": [],
        "leeg": [een._replace(motivering=" ")],
        "dubbel": [een, een],
        "voorbij": [een, een._replace(criterium=id_van("huiscriterium"))],
    }[geval]

    with als(Vrager(id_van("amira"))):
        with pytest.raises(NietToegestaan):
            besluit_vastleggen(WACHT, replace(BESLISSING, huisoordelen=huisoordelen))
        assert besluit_vastleggen(WACHT, replace(BESLISSING, huisoordelen=[een]))


def test_wat_je_over_een_criterium_van_het_huis_typte_blijft_bewaard(ingelogd: Ingelogd) -> None:
    eigen = _voeg_toe()
    amira = ingelogd("amira")
    bewaard = amira.post(
        "/werk/concepten",
        {
            "concept-adres": PAGINA,
            "concept-versie": "0",
            f"huismotivering_{eigen}": "Half getypt.",
        },
    )

    assert bewaard.status_code == 200
    assert "Half getypt." in amira.get(PAGINA).content.decode()


def test_een_criterium_dat_nog_moet_beginnen_wordt_ingetrokken_en_telt_nooit(
    ingelogd: Ingelogd,
) -> None:
    straks = vandaag() + timedelta(days=3)
    een = _voeg_toe(straks)
    els = ingelogd("els")

    els.post(f"/beheer/criteria/{een}/beeindigen")

    with als(Vrager(id_van("els"))):
        assert geldende_huiscriteria(straks) == []
    assert "Nooit begonnen" in els.get("/beheer/criteria").content.decode()
