# SPDX-License-Identifier: EUPL-1.2
"""What is typed on the screen of the day has one draft: that of its form."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.overleg.stappen import adres_van, als_wie, bespreek
from vangnet.casus.models import CasusRol
from vangnet.journaal.models import Handeling
from vangnet.overleg.models import Agendapunt

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]
GETYPT = {"tekst": "Half af.", "besluit": "Misschien", "afspraken": "Belt de hui"}
WERK = "/werk/"


def _typ(client: Client, punt: UUID, versie: int = 0, **velden: str) -> int:
    begin = client.get(adres_van(punt)).context["formulier"].initial
    inhoud = {"concept-adres": adres_van(punt), "concept-versie": str(versie)}
    form = {naam: str(begin[naam]) for naam in ("versie", "genodigd")} | {"eenmalig": str(uuid4())}
    return client.post("/werk/concepten", inhoud | form | GETYPT | velden).status_code


def _velden(client: Client, punt: UUID) -> dict[str, Any]:
    begin = client.get(adres_van(punt)).context["formulier"].initial
    return {naam: begin[naam] for naam in GETYPT if naam in begin}


def _gooi_weg(client: Client, punt: UUID) -> Any:
    stand = client.get(adres_van(punt)).context["concept"]
    return client.post(f"/werk/concepten/{stand.concept.id}/weg", {"hier": "ja"})


def test_wat_is_getypt_staat_er_weer_en_alleen_voor_wie_typte(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")

    assert _typ(amira, punt) == 200

    assert _velden(amira, punt) == GETYPT
    blad = amira.get(adres_van(punt)).content.decode()
    assert "staat in het formulier. Het is nog niet opgeslagen." in blad
    assert "hx-post" not in blad
    assert "Half af." not in ingelogd("joris").get(adres_van(punt)).content.decode()


def test_wat_is_weggegooid_komt_niet_in_het_verslag_en_je_bent_weer_op_het_punt(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    bespreek(amira, punt, tekst="Wat er stond.", besluit="")
    _typ(amira, punt)
    antwoord = _gooi_weg(amira, punt)

    assert (antwoord.status_code, antwoord.url) == (302, adres_van(punt))
    assert _velden(amira, punt) == {"tekst": "Wat er stond.", "besluit": ""}
    assert "Half af." not in ingelogd("amira").get(adres_van(punt)).content.decode()


def test_op_het_punt_haal_je_terug_wat_je_daar_weggooide(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    _typ(amira, punt)
    _gooi_weg(amira, punt)
    pagina = amira.get(adres_van(punt))
    (weg,) = pagina.context["concept"].weg
    terug: Any = amira.post(f"/werk/concepten/{weg.id}/terug", {"hier": "ja"})

    assert "is weggegooid. Een uur lang haal je het terug" in pagina.content.decode()
    assert (terug.status_code, terug.url) == (302, adres_van(punt))
    assert _velden(amira, punt) == GETYPT


def test_na_het_opslaan_is_er_geen_concept_en_komt_er_geen_meer_van_dat_formulier(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    """A text that was kept while typing arrives after the save of the same form."""
    punt, formulier = plan_vandaag(), str(uuid4())
    amira = ingelogd("amira")
    _typ(amira, punt, eenmalig=formulier)

    bespreek(amira, punt, tekst="Af.", besluit="Ja.", eenmalig=formulier)
    te_laat = _typ(amira, punt, 1, eenmalig=formulier)

    assert te_laat == 422
    assert _velden(amira, punt) == {"tekst": "Af.", "besluit": "Ja."}
    _typ(amira, punt, tekst="Nieuw.")
    assert _velden(amira, punt)["tekst"] == "Nieuw."


def test_twee_tabbladen_met_hetzelfde_concept_zijn_twee_formulieren(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    """Else the text of the one would be refused because the other was saved."""
    punt, formulier = plan_vandaag(), str(uuid4())
    amira = ingelogd("amira")
    _typ(amira, punt, eenmalig=formulier)
    tabbladen = [amira.get(adres_van(punt)).context["formulier"] for _ in range(2)]

    assert formulier not in {str(een["eenmalig"].value()) for een in tabbladen}


def test_schreef_een_collega_intussen_dan_toont_opslaan_beide_teksten(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    _typ(amira, punt)
    bespreek(ingelogd("joris"), punt, tekst="Wat Joris schreef.")

    begin = amira.get(adres_van(punt)).context["formulier"].initial
    antwoord = amira.post(adres_van(punt), GETYPT | {"versie": begin["versie"], "afspraken": ""})

    assert antwoord.status_code == 409
    assert "Wat Joris schreef." in antwoord.content.decode()
    assert "Half af." in antwoord.content.decode()


def test_beginnen_met_typen_geeft_een_regel_in_het_journaal_van_de_zaak(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    for versie, tekst in enumerate(("A", "Af", "Af.")):
        _typ(amira, punt, versie, tekst=tekst)

    with als_wie("frank"):
        gedaan = Handeling.objects.filter(handeling="formulierconcept.begonnen")
        assert [een.casus for een in gedaan] == [id_van("casus")]


def test_mijn_werk_noemt_de_zaak_van_het_punt(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    _typ(amira, punt)
    rijen = amira.get(WERK).context["concepten"]

    assert [(een.soort, een.kenmerk) for een in rijen] == [("Agendapunt", "ZVH-2022-0001")]


@pytest.mark.parametrize(("weggegooid", "status"), [(False, 404), (True, 302)])
def test_een_punt_waarop_een_ander_typt_blijft_op_de_agenda(
    weggegooid: bool, status: int, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    joris = ingelogd("joris")
    _typ(joris, punt)
    if weggegooid:
        _gooi_weg(joris, punt)

    assert ingelogd("amira").post(f"{adres_van(punt)}/weg").status_code == status
    with als_wie("joris"):
        assert Agendapunt.objects.filter(pk=punt).exists() is not weggegooid


def test_met_het_punt_gaat_het_eigen_concept_weg(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    """Nobody could open it any more."""
    punt = plan_vandaag()
    joris = ingelogd("joris")
    _typ(joris, punt)

    assert joris.post(f"{adres_van(punt)}/weg").status_code == 302
    # The cast left him a note elsewhere.
    concepten = joris.get(WERK).context["concepten"]
    assert [een.soort for een in concepten] == ["Notitie"]
