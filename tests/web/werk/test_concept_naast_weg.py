# SPDX-License-Identifier: EUPL-1.2
"""A draft of a form that was thrown away is kept its hour, whatever is typed there since."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.gebruikers.models import Formulierconcept
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
BIJDRAGE = f"/zaken/{id_van('casus')}/bijdragen/nieuw"
EERST, DAARNA = "Hij woont bij zijn zus.", "Hij slaapt in zijn auto."
_GEWISSELD = "Wat je daarna typte, is nu weggegooid: ook dat haal je een uur lang terug."


def _typ(client: Client, tekst: str, versie: int = 0, venster: str = "") -> Any:
    inhoud = {"concept-adres": BIJDRAGE, "concept-versie": str(versie), "tekst": tekst}
    return client.post("/werk/concepten", inhoud | {"concept-venster": venster}).json()


def _rijen(*, weg: bool) -> list[UUID]:
    """Of this form, the newest first."""
    with als(Vrager(id_van("amira"))):
        eigen = Formulierconcept.objects.exclude(inhoud="1.AAAA").filter(weg_op__isnull=not weg)
        return list(eigen.order_by("-aangemaakt_op").values_list("pk", flat=True))


def _gooi_weg(client: Client) -> UUID:
    (concept,) = _rijen(weg=False)
    assert client.post(f"/werk/concepten/{concept}/weg", {"hier": "ja"}).status_code == 302
    return concept


def _haal_terug(client: Client, concept: UUID) -> str:
    antwoord = client.post(f"/werk/concepten/{concept}/terug", {"hier": "ja"}, follow=True)
    assert antwoord.redirect_chain == [(BIJDRAGE, 302)]
    return antwoord.content.decode()


def _veld(pagina: str) -> str:
    """What stands in the text of the form."""
    gevonden = re.search(r'<textarea name="tekst"[^>]*>\s*([^<]*)</textarea>', pagina)
    assert gevonden
    return gevonden[1].strip()


def _daden() -> list[str]:
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling__startswith="formulierconcept.")
        return [een.handeling.partition(".")[2] for een in rijen.order_by("moment")]


def _weg_en_verder(client: Client) -> UUID:
    """Type, throw that away, and type something else; gives what was thrown away."""
    _typ(client, EERST)
    weg = _gooi_weg(client)
    _typ(client, DAARNA)
    return weg


def test_wie_verder_typt_haalt_een_uur_lang_terug_wat_was_weggegooid(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    weg = _weg_en_verder(amira)
    pagina = amira.get(BIJDRAGE).content.decode()

    assert _veld(pagina) == DAARNA
    assert f"/werk/concepten/{weg}/terug" in pagina
    assert "is weggegooid. Een uur lang haal je het terug, hier of op Mijn werk." in pagina
    assert _daden() == ["begonnen", "weggegooid", "begonnen"]
    assert _veld(_haal_terug(amira, weg)) == EERST


def test_wat_je_daarna_typte_wisselt_ermee_en_haal_je_ook_terug(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    weg = _weg_en_verder(amira)
    terug = _haal_terug(amira, weg)
    (nieuwer,) = _rijen(weg=True)
    gewisseld = _haal_terug(amira, nieuwer)

    assert _GEWISSELD in terug
    assert _veld(gewisseld) == DAARNA
    assert (_rijen(weg=False), _rijen(weg=True)) == ([nieuwer], [weg])
    wissel = ["weggegooid", "teruggehaald"]
    assert _daden() == ["begonnen", "weggegooid", "begonnen", *wissel, *wissel]


def test_mijn_werk_noemt_beide(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    weg = _weg_en_verder(amira)
    regels = [een for een in amira.get("/werk/").context["concepten"] if een.soort == "Bijdrage"]

    assert [een.is_weg for een in regels] == [False, True]
    assert regels[1].id == weg


def test_wie_opslaat_haalt_nog_terug_wat_eerder_was_weggegooid(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    weg = _weg_en_verder(amira)
    velden = {
        "soort": "feit",
        "tekst": DAARNA,
        "publiek": "iedereen",
        "categorie": "woonsituatie",
        "doel": "afstemming",
        "leefgebied": "huisvesting",
    }
    assert amira.post(BIJDRAGE, velden).status_code == 302

    assert (_rijen(weg=False), _rijen(weg=True)) == ([], [weg])
    terug = _haal_terug(amira, weg)
    assert _veld(terug) == EERST
    assert _GEWISSELD not in terug


@pytest.mark.parametrize("keer", [1, 2], ids=["een keer bewaard", "twee keer bewaard"])
def test_een_tabblad_van_daarna_schrijft_niet_over_wat_terugkwam(
    keer: int, ingelogd: Ingelogd
) -> None:
    """Nor one of before over what was typed since: no two drafts of a form share a version."""
    amira = ingelogd("amira")
    begin = _typ(amira, EERST)["versie"]
    weg = _gooi_weg(amira)
    bewaard = _typ(amira, DAARNA)
    assert "botst" in _typ(amira, "Van het eerste tabblad", begin)
    if keer == 2:
        bewaard = _typ(amira, DAARNA + " Nu", bewaard["versie"])
    _haal_terug(amira, weg)

    assert "botst" in _typ(amira, "Van het tweede tabblad", bewaard["versie"])
    assert _veld(amira.get(BIJDRAGE).content.decode()) == EERST


def test_twee_keer_op_terughalen_gooit_niets_weg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, EERST)
    weg = _gooi_weg(amira)
    _haal_terug(amira, weg)

    assert amira.post(f"/werk/concepten/{weg}/terug", {"hier": "ja"}).status_code == 404
    assert (_rijen(weg=False), _rijen(weg=True)) == ([weg], [])
    assert _daden() == ["begonnen", "weggegooid", "teruggehaald"]


def test_een_ander_wisselt_jouw_concept_niet(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    weg = _weg_en_verder(amira)

    assert ingelogd("joris").post(f"/werk/concepten/{weg}/terug").status_code == 404
    assert _veld(amira.get(BIJDRAGE).content.decode()) == DAARNA


def test_wie_de_bladzijde_dan_weer_opent_typt_verder_in_het_nieuwe_concept(
    ingelogd: Ingelogd,
) -> None:
    """A version is no figure to read: with a point in it the script's text was refused."""
    amira = ingelogd("amira")
    _weg_en_verder(amira)
    stand = re.search(r'data-versie="([^"]*)"', amira.get(BIJDRAGE).content.decode())

    assert stand
    assert _typ(amira, f"{DAARNA} Sinds mei.", versie=int(stand[1]))["versie"] > int(stand[1])
