# SPDX-License-Identifier: EUPL-1.2
"""The house corrects what is written of a person."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.journaal.models import Handeling
from vangnet.personen.models import Persoon
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
BLAD = f"/personen/{id_van('betrokkene')}/gegevens"


def _velden(**anders: Any) -> dict[str, Any]:
    velden = {
        "voornamen": "Sietske",
        "tussenvoegsel": "",
        "achternaam": "Kanarie-achternaam",
        "geboortedatum": "28-2-1991",
        "geslacht": "",
        "gemeente": "GM0080",
        "versie": 1,
    }
    return velden | anders


def _persoon() -> Persoon:
    with als(Vrager(id_van("amira"))):
        return Persoon.objects.get(pk=id_van("betrokkene"))


def test_het_huis_verbetert_een_naam_en_een_dag(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("joris").post(BLAD, _velden())

    assert antwoord.status_code == 302
    persoon = _persoon()
    assert (persoon.voornamen, persoon.geboortedatum) == ("Sietske", date(1991, 2, 28))
    with als(Vrager(id_van("frank"))):
        velden = Handeling.objects.get(handeling="persoon.gewijzigd").velden
    assert velden == ["voornamen", "geboortedatum", "gemeente"]


def test_een_geboortejaar_van_twee_cijfers_is_van_de_vorige_eeuw(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("joris").post(BLAD, _velden(geboortedatum="28-2-49"))

    assert antwoord.status_code == 302
    assert _persoon().geboortedatum == date(1949, 2, 28)


def test_wie_gegevens_zag_of_verbeterde_staat_bij_de_persoon_en_de_zaak(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.get(BLAD)
    joris.post(BLAD, _velden())

    amira = ingelogd("amira")
    for adres in (f"persoon/{id_van('betrokkene')}", f"casus/{id_van('casus')}"):
        spoor = amira.get(f"/toezicht/{adres}?gebruiker={id_van('joris')}").content.decode()
        assert "Heeft de persoon bekeken" in spoor
        assert "Heeft gegevens van een persoon gewijzigd" in spoor


def test_twee_tegelijk_eindigt_op_een_bladzijde_met_beide(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(BLAD, _velden(voornamen="Van Joris"))

    te_laat = ingelogd("amira").post(BLAD, _velden(voornamen="Van Amira"))
    blad = te_laat.content.decode()
    daarna = ingelogd("amira").post(
        BLAD, _velden(voornamen="Van Amira", versie=te_laat.context["formulier"]["versie"].value())
    )

    assert te_laat.status_code == 409
    assert "Van Joris" in blad
    assert "Van Amira" in blad
    assert daarna.status_code == 302
    assert _persoon().voornamen == "Van Amira"


@pytest.mark.parametrize(("veld", "waarde"), [("achternaam", " "), ("geboortedatum", "1-1-2100")])
def test_wat_niet_kan_staat_bij_het_veld(veld: str, waarde: str, ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("joris").post(BLAD, _velden(**{veld: waarde}))

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [veld]
    assert "Sietske" in antwoord.content.decode()


@pytest.mark.parametrize("wie", ["tineke", "bram", "mirjam", "frank", "petra"])
def test_wie_niet_van_het_huis_is_verbetert_niets(wie: str, ingelogd: Ingelogd) -> None:
    assert ingelogd(wie).post(BLAD, _velden()).status_code == 404
    assert _persoon().voornamen == "Kanarie-voornaam"
