# SPDX-License-Identifier: EUPL-1.2
"""Drafts of forms: kept while typing, shown again, never over a newer text, and thrown away."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.models import CasusRol

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
BIJDRAGE, DOEL = f"{ZAAK}/bijdragen/nieuw", f"{ZAAK}/doelen/nieuw"
WERK = "/werk/"


def _typ(client: Client, adres: str, versie: int = 0, **velden: str) -> HttpResponse:
    inhoud = {"concept-adres": adres, "concept-versie": str(versie), **velden}
    return client.post("/werk/concepten", inhoud)  # type: ignore[return-value]


def test_wat_is_getypt_staat_op_een_ander_apparaat_weer_in_het_formulier(
    ingelogd: Ingelogd,
) -> None:
    antwoord = _typ(ingelogd("amira"), BIJDRAGE, tekst="Hij woont bij zijn zus.", soort="feit")
    pagina = ingelogd("amira").get(BIJDRAGE).content.decode()

    assert (antwoord.status_code, antwoord.json()["versie"]) == (200, 1)  # type: ignore[attr-defined]
    assert "Hij woont bij zijn zus." in pagina
    assert "staat in het formulier. Het is nog niet opgeslagen." in pagina
    assert 'data-versie="1"' in pagina


def test_een_ander_ziet_het_niet(ingelogd: Ingelogd) -> None:
    _typ(ingelogd("amira"), BIJDRAGE, tekst="Hij woont bij zijn zus.")
    joris = ingelogd("joris")

    assert "bij zijn zus" not in joris.get(BIJDRAGE).content.decode()
    assert "Concepten" not in ingelogd("tineke").get(WERK).content.decode()


def test_in_de_databank_staat_de_tekst_niet_leesbaar(ingelogd: Ingelogd, als_amira: None) -> None:
    _typ(ingelogd("amira"), BIJDRAGE, tekst="Kanariewoord")
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(c::text, ' ') FROM gebruikers_formulierconcept c")
        (alles,) = cursor.fetchone()

    assert len(alles) > 100
    assert "Kanariewoord" not in alles
    assert str(id_van("casus")) not in alles


def test_wie_opslaat_heeft_geen_concept_meer(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = {
        "soort": "feit",
        "tekst": "Hij woont bij zijn zus.",
        "publiek": "iedereen",
        "categorie": "woonsituatie",
        "doel": "afstemming",
        "leefgebied": "huisvesting",
    }
    _typ(amira, BIJDRAGE, 0, **velden)
    assert amira.post(BIJDRAGE, velden).status_code == 302

    assert "bij zijn zus" not in amira.get(BIJDRAGE).content.decode()


def test_wat_niet_goed_was_blijft_een_concept(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, BIJDRAGE, tekst="Hij woont bij zijn zus.")
    antwoord = amira.post(BIJDRAGE, {"tekst": "Hij woont bij zijn zus."})

    assert (antwoord.status_code, 'data-versie="1"' in antwoord.content.decode()) == (422, True)
    assert "bij zijn zus" in amira.get(BIJDRAGE).content.decode()


def test_een_tweede_tabblad_schrijft_niet_over_een_nieuwere_tekst(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, DOEL, omschrijving="Van het eerste tabblad")
    tweede = _typ(amira, DOEL, omschrijving="Van het tweede tabblad")

    assert (tweede.json()["botst"], tweede.json()["versie"]) == (True, 1)  # type: ignore[attr-defined]
    assert "Van het eerste tabblad" in amira.get(DOEL).content.decode()
    _typ(amira, DOEL, 1, omschrijving="Van het tweede tabblad")
    assert "Van het tweede tabblad" in amira.get(DOEL).content.decode()


def test_dezelfde_tekst_twee_keer_bewaren_botst_niet(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    antwoorden = [_typ(amira, DOEL, omschrijving="Een vaste plek") for _ in range(2)]

    assert ["botst" in een.json() for een in antwoorden] == [False, False]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "adres", ["", "/", "/werk/", "/bestaat-niet", "//elders", f"{ZAAK}/notitie", "/inloggen"]
)
def test_alleen_een_formulier_met_concept_wordt_bewaard(adres: str, ingelogd: Ingelogd) -> None:
    assert _typ(ingelogd("amira"), adres, tekst="x").status_code == 422


def test_een_concept_van_een_zaak_die_je_niet_mag_zien_opent_haar_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    chantal = ingelogd("chantal")
    _typ(chantal, BIJDRAGE, tekst="Hij woont bij zijn zus.")
    werk = chantal.get(WERK).content.decode()

    assert chantal.get(BIJDRAGE).status_code == 404
    assert "Bijdrage" in werk
    assert "ZVH-2022-0001" not in werk


def test_mijn_werk_noemt_elk_concept(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    _typ(bram, BIJDRAGE, tekst="Hij woont bij zijn zus.")
    bram.post(f"{ZAAK}/notitie/concept", {"tekst": "Belde net."})
    rijen = bram.get(WERK).context["concepten"]

    assert [(een.soort, een.kenmerk) for een in rijen] == [
        ("Bijdrage", "ZVH-2022-0001"),
        ("Notitie", "ZVH-2022-0001"),
        ("Aanmelding", ""),
        ("Aanmelding", ""),
    ]


def test_wat_is_weggegooid_haal_je_een_uur_lang_terug(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, DOEL, omschrijving="Een vaste plek")
    concept = amira.get(WERK).context["concepten"][0].id
    amira.post(f"/werk/concepten/{concept}/weg")
    weg = amira.get(DOEL).content.decode()
    terug = amira.get(WERK).content.decode()
    amira.post(f"/werk/concepten/{concept}/terug")

    assert "Een vaste plek" not in weg
    assert "Terughalen" in terug
    assert "Een vaste plek" in amira.get(DOEL).content.decode()


def test_een_ander_gooit_jouw_concept_niet_weg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, DOEL, omschrijving="Een vaste plek")
    concept = amira.get(WERK).context["concepten"][0].id

    assert ingelogd("joris").post(f"/werk/concepten/{concept}/weg").status_code == 404
    assert "Een vaste plek" in amira.get(DOEL).content.decode()
