# SPDX-License-Identifier: EUPL-1.2
"""A verslag as a file: a real Word file and a real PDF, with what the page of the reader shows."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

import docx
import pypdfium2
import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.overleg.stappen import adres_van, als_wie, bespreek
from vangnet.casus.models import CasusRol
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]
VORMEN = pytest.mark.parametrize("vorm", ["docx", "pdf"])


def _tekst(antwoord: Any, vorm: str) -> str:
    """What stands in the file, as its own library reads it."""
    if vorm == "docx":
        blad = docx.Document(BytesIO(antwoord.content))
        voet = blad.sections[0].footer.paragraphs
        return "\n".join(alinea.text for alinea in [*blad.paragraphs, *voet])
    pdf = pypdfium2.PdfDocument(antwoord.content)
    return "\n".join(blad.get_textpage().get_text_bounded() for blad in pdf)


def _plat(tekst: str) -> str:
    return " ".join(tekst.split())


def _vastgesteld(punt: UUID, amira: Client) -> None:
    """With an afspraak of the GGZ and one of the police."""
    with als_wie("amira"):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(organisatie=id_van("politie"))
    bespreek(
        amira,
        punt,
        tekst="Het gaat beter.\n#strong[geen opmaak] $x$",
        afspraken="Belt de huisarts @bram over 2 weken",
        vaststellen="ja",
    )


@VORMEN
def test_het_huis_haalt_een_verslag_op_als_bestand(
    vorm: str, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira = ingelogd("amira")
    _vastgesteld(punt, amira)

    antwoord = amira.get(f"{adres_van(punt)}/verslag.{vorm}")

    assert antwoord.status_code == 200
    naam = f'attachment; filename="verslag-{vandaag():%Y-%m-%d}.{vorm}"'
    assert antwoord["Content-Disposition"] == naam
    tekst = _plat(_tekst(antwoord, vorm))
    for deel in (
        "Verslag van ZVH-2022-0001",
        "Het gaat beter.",
        "#strong[geen opmaak] $x$",
        "We gaan door.",
        "GGZ Noorderlicht: Bram Douma: Belt de huisarts",
        "Politie Noord: Kanarie-afspraak",
        "Afwezig: Bram Douma, GGZ Noorderlicht",
    ):
        assert deel in tekst
    with als_wie("frank"):
        (gedaan,) = Handeling.objects.filter(handeling="verslag.opgehaald")
    assert (gedaan.casus, gedaan.velden) == (id_van("casus"), [vorm])


@VORMEN
def test_het_bestand_van_een_partner_zegt_wat_zijn_bladzijde_zegt(
    vorm: str, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    _vastgesteld(punt, ingelogd("amira"))

    antwoord = ingelogd("bram").get(f"{adres_van(punt)}/verslag.{vorm}")

    tekst = _plat(_tekst(antwoord, vorm))
    assert "Belt de huisarts" in tekst
    assert "Kanarie-afspraak" not in tekst
    assert b"Kanarie-afspraak" not in antwoord.content


@VORMEN
def test_wat_niet_af_te_drukken_is_houdt_een_bestand_niet_tegen(
    vorm: str, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    """Pictures, Chinese, a bell, the marks of a file and of a page from another program."""
    neem_deel("bram")
    punt = plan_vandaag()
    amira = ingelogd("amira")
    tekst = "Goed \U0001f44d, \u6f22 en \u0378.\x07 Zo\ufeff\ufffe.\x0bHij zei \u201eja\u201d: é ß."
    bespreek(amira, punt, tekst=tekst, vaststellen="ja")

    antwoord = amira.get(f"{adres_van(punt)}/verslag.{vorm}")

    assert antwoord.status_code == 200
    zin = "Goed □, □ en □. Zo." if vorm == "pdf" else "Goed \U0001f44d, \u6f22 en \u0378. Zo."
    gelezen = _plat(_tekst(antwoord, vorm))
    assert zin in gelezen
    assert "Hij zei „ja”: é ß." in gelezen


@pytest.mark.parametrize("vastgesteld", [True, False])
@pytest.mark.parametrize("vorm", ["scherm", "docx", "pdf"])
def test_na_een_afspraak_zonder_punt_begint_de_dag_als_een_nieuwe_zin(
    vorm: str, vastgesteld: bool, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt, amira = plan_vandaag(), ingelogd("amira")
    regel = "Belt de huisarts @bram over 2 weken\nVraagt: kan het? @bram over 2 weken"
    bespreek(amira, punt, afspraken=regel, **({"vaststellen": "ja"} if vastgesteld else {}))

    adres = f"{adres_van(punt)}/verslag"
    if vorm == "scherm":
        tekst = amira.get(adres).content.decode()
    else:
        tekst = _plat(_tekst(amira.get(f"{adres}.{vorm}"), vorm))

    assert "Belt de huisarts. Uiterlijk op" in tekst
    assert "Vraagt: kan het? Uiterlijk op" in tekst


@VORMEN
@pytest.mark.parametrize(
    ("wie", "geen"), [("amira", "Geen."), ("bram", "Geen van jouw organisatie.")]
)
def test_zonder_afspraken_zegt_het_verslag_niet_dat_er_iets_verborgen_is(
    vorm: str, wie: str, geen: str, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    bespreek(ingelogd("amira"), punt, vaststellen="ja")

    adres = f"{adres_van(punt)}/verslag"

    assert f"Nieuwe afspraken {geen}" in _plat(_tekst(ingelogd(wie).get(f"{adres}.{vorm}"), vorm))
    assert f"<p>{geen}</p>" in ingelogd(wie).get(adres).content.decode()


@VORMEN
def test_wie_het_verslag_niet_leest_krijgt_ook_geen_bestand(
    vorm: str, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    """A concept, somebody with a side, and somebody who wasn't asked."""
    neem_deel("bram", zijde=2)
    punt = plan_vandaag()
    amira, adres = ingelogd("amira"), f"{adres_van(punt)}/verslag.{vorm}"
    bespreek(amira, punt)

    assert "Concept: nog niet vastgesteld." in _tekst(amira.get(adres), vorm)
    assert ingelogd("bram").get(adres).status_code == 404
    bespreek(amira, punt, vaststellen="ja")
    assert ingelogd("bram").get(adres).status_code == 404
    assert ingelogd("chantal").get(adres).status_code == 404


def test_een_voorlezer_leest_de_pdf_en_de_titel_noemt_niemand(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira = ingelogd("amira")
    _vastgesteld(punt, amira)

    pdf = amira.get(f"{adres_van(punt)}/verslag.pdf").content
    word = docx.Document(BytesIO(amira.get(f"{adres_van(punt)}/verslag.docx").content))

    assert pypdfium2.PdfDocument(pdf).is_tagged()
    assert b"/Lang" in pdf
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"] == "Verslag van ZVH-2022-0001"
    assert (word.core_properties.title, word.core_properties.author) == (
        "Verslag van ZVH-2022-0001",
        "",
    )
    koppen = [een.text for een in word.paragraphs if "Heading" in str(een.style and een.style.name)]
    assert koppen[:3] == ["Verslag van ZVH-2022-0001", "Wie er was", "Wat is besproken"]
