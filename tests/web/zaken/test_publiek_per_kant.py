# SPDX-License-Identifier: EUPL-1.2
"""For whom a bijdrage is: it doesn't tell a partner who takes part on the other side alone."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.documenten.test_documenten import voeg_toe
from tests.web.zaken.test_rollen_per_kant import CASUS, doet_mee
from vangnet.casus.deelname import rol_beeindigen
from vangnet.casus.models import BijdragePubliek, CasusRol
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
ZAAK = f"/zaken/{CASUS}"
VELDEN: dict[str, Any] = {
    "soort": "feit",
    "tekst": "Hij woont sinds maart bij zijn zus.",
    "publiek": "organisaties",
    "organisaties": [str(id_van("ggz")), str(id_van("politie"))],
    "categorie": "woonsituatie",
    "doel": "afstemming",
}
ZIN = "Wie alleen aan een andere kant meedoet, noemen we hier niet."


def _deelt(client: Client) -> None:
    """With both organisations: a feit and a document."""
    assert client.post(f"{ZAAK}/bijdragen/nieuw", VELDEN).status_code == 302
    delen = {naam: VELDEN[naam] for naam in ("publiek", "organisaties", "categorie", "doel")}
    voeg_toe(client, titel="Brief van de school", **delen)


def _doet_niet_meer_mee(wie: str) -> None:
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(CasusRol.objects.get(casus=CASUS, gebruiker=id_van(wie)).pk)


def _bladen(client: Client) -> dict[str, str]:
    """Each page that prints for whom something is, as somebody reads it."""
    overzicht = client.get(f"{ZAAK}/documenten/")
    document = overzicht.context["documenten"][0].document.bijdrage.pk
    bladen = ("", "/tijdlijn", "/documenten/", f"/documenten/{document}")
    return {blad: client.get(ZAAK + blad).content.decode() for blad in bladen}


def _onder_het_feit(client: Client) -> str:
    na = client.get(ZAAK).content.decode().partition(VELDEN["tekst"])[2]
    return na.partition("</li>")[0]


def _genoemd(wie: str) -> Sequence[str]:
    """What the database tells somebody of the audience of the feit."""
    with als(Vrager(id_van(wie))):
        namen = BijdragePubliek.objects.filter(bijdrage__tekst=VELDEN["tekst"])
        return sorted(namen.values_list("organisatie__kenmerk", flat=True))


def test_een_partner_leest_nergens_dat_iets_ook_voor_een_organisatie_van_de_andere_kant_is(
    ingelogd: Ingelogd,
) -> None:
    doet_mee("bram", "ggz", 1)
    doet_mee("piet", "politie", 2)
    _deelt(ingelogd("amira"))

    for blad, tekst in _bladen(ingelogd("bram")).items():
        assert "GGZ Noorderlicht en het huis" in tekst, blad
        assert ZIN in tekst, blad
        assert "Politie Noord" not in tekst, blad
    for blad, tekst in _bladen(ingelogd("amira")).items():
        assert "GGZ Noorderlicht, Politie Noord en het huis" in tekst, blad
        assert ZIN not in tekst, blad


def test_dat_er_namen_kunnen_ontbreken_staat_er_ook_als_er_geen_ontbreekt(
    ingelogd: Ingelogd,
) -> None:
    """Otherwise the sentence tells that there is somebody on the other side."""
    doet_mee("bram", "ggz", 1)
    eigen = {**VELDEN, "organisaties": [str(id_van("ggz"))]}
    ingelogd("amira").post(f"{ZAAK}/bijdragen/nieuw", eigen)

    assert ZIN in _onder_het_feit(ingelogd("bram"))


def test_wie_beide_kanten_ziet_leest_alle_namen_en_niet_dat_er_ontbreken(
    ingelogd: Ingelogd,
) -> None:
    doet_mee("bram", "ggz", None)
    doet_mee("piet", "politie", 2)
    _deelt(ingelogd("amira"))

    for blad, tekst in _bladen(ingelogd("bram")).items():
        assert "GGZ Noorderlicht, Politie Noord en het huis" in tekst, blad
        assert ZIN not in tekst, blad


def test_wie_het_publiek_zelf_koos_leest_het_helemaal(ingelogd: Ingelogd) -> None:
    doet_mee("piet", "politie", 1)
    doet_mee("bram", "ggz", 1)
    bram = ingelogd("bram")
    bram.post(f"{ZAAK}/bijdragen/nieuw", VELDEN)
    _doet_niet_meer_mee("piet")
    doet_mee("piet", "politie", 2)
    tekst = _onder_het_feit(bram)

    assert "GGZ Noorderlicht, Politie Noord en het huis" in tekst
    assert ZIN not in tekst
    assert _genoemd("bram") == ["org-ggz", "org-politie"]


@pytest.mark.parametrize("tab", ["bijdragen/nieuw", "documenten/nieuw"])
@pytest.mark.parametrize(("kant", "staat_er"), [(1, True), (None, False)])
def test_wie_aan_een_kant_staat_leest_dat_iedereen_ook_de_andere_kant_is(
    kant: int | None, staat_er: bool, tab: str, ingelogd: Ingelogd
) -> None:
    doet_mee("bram", "ggz", kant)
    waarschuwing = "Kies je iedereen, dan leest ook de andere kant dit"

    assert (waarschuwing in ingelogd("bram").get(f"{ZAAK}/{tab}").content.decode()) == staat_er
    assert waarschuwing not in ingelogd("amira").get(f"{ZAAK}/{tab}").content.decode()


def _naar_de_andere_kant(wie: str, organisatie: str) -> None:
    with als(Vrager(id_van("amira"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van(wie), beeindigd_op=None)
        rol_beeindigen(rol.pk)
    doet_mee(wie, organisatie, 2)


@pytest.mark.parametrize(
    ("kant_bram", "kant_piet", "bram_kent"),
    [
        (1, 2, ["org-ggz"]),
        (1, 1, ["org-ggz", "org-politie"]),
        (1, None, ["org-ggz", "org-politie"]),
        (None, 2, ["org-ggz", "org-politie"]),
    ],
)
def test_de_databank_noemt_een_partner_alleen_wie_hij_mag_kennen(
    kant_bram: int | None,
    kant_piet: int | None,
    bram_kent: Sequence[str],
    ingelogd: Ingelogd,
) -> None:
    doet_mee("bram", "ggz", kant_bram)
    doet_mee("piet", "politie", kant_piet)
    _deelt(ingelogd("amira"))

    assert _genoemd("bram") == bram_kent
    assert _genoemd("amira") == ["org-ggz", "org-politie"]


def test_wie_eerst_zonder_kant_meedeed_en_nu_aan_de_andere_kant_wordt_niet_genoemd(
    ingelogd: Ingelogd,
) -> None:
    """That rol is known still; that the organisation takes part today is not."""
    doet_mee("bram", "ggz", 1)
    doet_mee("piet", "politie", None)
    _deelt(ingelogd("amira"))
    _doet_niet_meer_mee("piet")
    assert _genoemd("bram") == ["org-ggz", "org-politie"]
    doet_mee("piet", "politie", 2)
    assert _genoemd("bram") == ["org-ggz"]
