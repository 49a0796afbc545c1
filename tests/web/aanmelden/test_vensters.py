# SPDX-License-Identifier: EUPL-1.2
"""One draft of an aanmelding in two windows: no text is lost."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from tests.web.aanmelden.test_aanmelden import CONCEPT, FORM, NIEUW, VELDEN
from vangnet.aanmelding.models import Aanmelding, Concept
from vangnet.aanmelding.services import sleutel_van
from vangnet.gebruikers.models import Formulierconcept
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
SLEUTEL = sleutel_van(id_van("bram"), FORM)
# The page on which somebody types, as the form says it.
HIER = {"venster": "4b0f3a3e-55f1-4c6e-8a51-7f5a0c1f2d33"}


def _inhoud() -> dict[str, Any]:
    with als(Vrager(id_van("bram"))):
        inhoud: dict[str, Any] = Concept.objects.get(pk=SLEUTEL).inhoud
    return inhoud


def _verstuurd() -> list[str | None]:
    with als(Vrager(id_van("bram"))):
        return [een.doel for een in Aanmelding.objects.filter(pk=SLEUTEL)]


@pytest.mark.parametrize(
    ("adres", "knop", "stand", "zin"),
    [
        (CONCEPT, {}, 200, "staat"),
        (NIEUW, {"concept": "ja"}, 409, "stond"),
        (NIEUW, {"bijlagen": "ja"}, 409, "stond"),
    ],
)
def test_een_tweede_venster_overschrijft_een_concept_niet(
    adres: str, knop: dict[str, str], stand: int, zin: str, ingelogd: Ingelogd
) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "geprobeerd": "De wijkagent kwam langs."})

    tweede = {"eenmalig": str(FORM), "geprobeerd": "", "doel": "Rust in de straat."}
    antwoord = bram.post(adres, tweede | knop)

    assert antwoord.status_code == stand
    assert f"In een ander venster {zin} een nieuwere tekst" in antwoord.content.decode()
    assert _inhoud()["geprobeerd"] == "De wijkagent kwam langs."


@pytest.mark.parametrize(
    ("veld", "eerste", "tweede", "blijft"),
    [
        ("geboortedatum", "1-1-2000", "11-1-2000", "1-1-2000"),
        ("gemeente", "GM0080", "GM00801", "GM0080"),
        ("achternaam", "Ali", "KhAlid", "Ali"),
        # An earlier stage of the same text, of which the answer came too late.
        ("achternaam", "Jans", "Jansen", "Jansen"),
        ("doel", "Rust.", "Er komt Rust.", "Er komt Rust."),
        ("risico_voor", ["zelf"], ["zelf", "gezin"], ["zelf", "gezin"]),
        ("leefgebieden", ["justitie", "huisvesting"], ["justitie"], ["justitie", "huisvesting"]),
        ("geboortedatum", "", "11-1-2000", "11-1-2000"),
    ],
)
def test_een_dag_een_keuze_en_een_naam_van_een_ander_venster_blijven(
    veld: str, eerste: object, tweede: object, blijft: object, ingelogd: Ingelogd
) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), veld: eerste})
    bram.post(CONCEPT, {"eenmalig": str(FORM), veld: tweede})

    assert _inhoud()[veld] == blijft


def _samen(pagina: Any) -> dict[str, str]:
    """What the page says of each field of the draft that was made of two."""
    return {een.veld: een.wat for een in pagina.context["samen"]}


def _formulier(pagina: Any) -> dict[str, Any]:
    """What the form of that page sends."""
    form = pagina.context["formulier"]
    waarden = {naam: form[naam].value() for naam in form.fields}
    return {naam: waarde for naam, waarde in waarden.items() if waarde not in (None, "", [])}


def test_wat_beide_vensters_typten_staat_samen_in_het_concept(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    eerste = {"geprobeerd": "De wijkagent kwam langs.", "doel": "Rust.", "achternaam": "Ali"}
    bram.post(CONCEPT, {"eenmalig": str(FORM), **eerste, "geboortedatum": "1-1-2000"})
    tweede = {"geprobeerd": "", "doel": "Een huis.", "achternaam": "Khalid"}

    pagina = bram.post(
        NIEUW,
        {"eenmalig": str(FORM), **tweede, "geboortedatum": "2-2-2000", "concept": "ja"},
    )

    assert _inhoud()["doel"] == "Rust.\n\nEen huis."
    assert _inhoud()["achternaam"] == "Ali / Khalid"
    assert _inhoud()["geprobeerd"] == "De wijkagent kwam langs."
    # Of a day only one can stand: the other is on the page.
    assert _inhoud()["geboortedatum"] == "01-01-2000"
    assert _samen(pagina) == {
        "Achternaam": "beide teksten, wat in het andere venster stond eerst",
        "Geboortedatum": "zoals in het andere venster. Hier koos je: 2-2-2000",
        "Wat moet er anders worden?": "beide teksten, wat in het andere venster stond eerst",
        "Wat is er al geprobeerd, en waarom lukte het niet?": "zoals in het andere venster",
    }


def test_hetzelfde_nog_eens_sturen_verdubbelt_niets(ingelogd: Ingelogd) -> None:
    """As by reloading the page."""
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "doel": "Rust.", "achternaam": "Ali"})
    tweede = {"eenmalig": str(FORM), "doel": "Een huis.", "achternaam": "Khalid", "concept": "ja"}

    for _ in range(2):
        bram.post(NIEUW, tweede)

    assert (_inhoud()["doel"], _inhoud()["achternaam"]) == ("Rust.\n\nEen huis.", "Ali / Khalid")


def test_na_nakijken_bewaart_het_tweede_venster_gewoon_verder(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "doel": "Rust in de straat."})
    tweede = {"eenmalig": str(FORM), "doel": "Een huis.", "bijlagen": "ja"}
    pagina = bram.post(NIEUW, tweede)

    verder = _formulier(pagina) | {"doel": "Rust, en een huis.", "bijlagen": "ja"}
    antwoord = bram.post(NIEUW, verder)

    assert antwoord.headers["Location"] == f"/aanmeldingen/{SLEUTEL}/bijlagen/"
    assert _inhoud()["doel"] == "Rust, en een huis."


def test_het_eerste_venster_hoort_daarna_dat_er_een_nieuwere_tekst_is(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    eerste = {"eenmalig": str(FORM), "doel": "Rust in de straat."}
    versie = bram.post(CONCEPT, eerste).context["nu"]["versie"]
    bram.post(NIEUW, {"eenmalig": str(FORM), "doel": "Een huis.", "concept": "ja"})

    pagina = bram.post(CONCEPT, eerste | {"versie": versie}).content.decode()

    assert "In een ander venster staat een nieuwere tekst" in pagina
    assert _inhoud()["doel"] == "Rust in de straat.\n\nEen huis."


def test_versturen_laat_de_tekst_van_een_ander_venster_niet_vallen(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {**VELDEN, "doel": "Dat hij een huis vindt."})

    pagina = bram.post(NIEUW, VELDEN)
    voor = _verstuurd()
    bram.post(NIEUW, _formulier(pagina))

    assert (pagina.status_code, voor) == (409, [])
    assert _verstuurd() == [f"Dat hij een huis vindt.\n\n{VELDEN['doel']}"]


def test_van_twee_vensters_blijft_na_versturen_nergens_een_tweede_tekst(
    ingelogd: Ingelogd,
) -> None:
    """What is refused is destroyed, with all that was typed of it (BGS 1.16(1)(b))."""
    bram = ingelogd("bram")
    bram.post(CONCEPT, {**VELDEN, "doel": "Dat hij een huis vindt."})
    bram.post(NIEUW, _formulier(bram.post(NIEUW, VELDEN)))

    assert len(_verstuurd()) == 1
    with als(Vrager(id_van("bram"))):
        assert not Formulierconcept.objects.exists()
        assert not Concept.objects.filter(pk=SLEUTEL).exists()


def test_passen_beide_teksten_niet_in_een_concept_dan_staan_ze_er_nog(ingelogd: Ingelogd) -> None:
    bram, half = ingelogd("bram"), "Lang. " * 9_000
    bram.post(CONCEPT, {"eenmalig": str(FORM), "aanleiding": half})

    tweede = {"eenmalig": str(FORM), "aanleiding": f"Anders. {half}"[:54_000], "concept": "ja"}
    antwoord = bram.post(NIEUW, tweede)

    assert antwoord.status_code == 422
    assert "De tekst is te lang om te bewaren" in antwoord.content.decode()
    assert f"Anders. {half[:1000]}" in antwoord.content.decode()
    assert _inhoud()["aanleiding"] == half


def test_een_weggegooid_concept_is_geen_nieuwere_tekst(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "geprobeerd": "De wijkagent kwam langs."})
    bram.post(f"/aanmeldingen/concepten/{SLEUTEL}/weggooien")

    antwoord = bram.post(CONCEPT, {"eenmalig": str(FORM), "doel": "Rust in de straat."})

    assert "Concept bewaard om" in antwoord.content.decode()
    assert _inhoud()["doel"] == "Rust in de straat."


def test_in_hetzelfde_venster_vervang_je_je_eigen_tekst(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    eerst = bram.post(CONCEPT, {"eenmalig": str(FORM), "doel": "Rust in de straat."})

    versie = eerst.context["nu"]["versie"]
    bram.post(CONCEPT, {"eenmalig": str(FORM), "doel": "Een huis.", "versie": versie})

    assert _inhoud()["doel"] == "Een huis."
    assert f'name="versie" id="id_versie" value="{versie}"' in eerst.content.decode()


@pytest.mark.parametrize(("adres", "stand"), [(CONCEPT, 200), (NIEUW, 422)])
def test_een_tekst_die_niet_in_een_concept_past_staat_er_nog(
    adres: str, stand: int, ingelogd: Ingelogd
) -> None:
    lang = "Te lang. " * 12_000
    velden = {"eenmalig": str(FORM), "aanleiding": lang, "concept": "ja"}

    antwoord = ingelogd("bram").post(adres, velden)

    assert antwoord.status_code == stand
    assert "De tekst is te lang om te bewaren" in antwoord.content.decode()
    assert adres == CONCEPT or lang in antwoord.content.decode()


def test_een_concept_dat_niet_wordt_getoond_is_niet_ingezien(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "geboortedatum": "1-1-2000"})

    # The same day, typed in another way: there is nothing to choose.
    tweede = {"eenmalig": str(FORM), "geboortedatum": "01-01-2000", "concept": "ja"}
    antwoord = bram.post(NIEUW, tweede)

    assert antwoord.status_code == 302
    assert in_het_journaal("concept.ingezien") == []


def test_wie_twee_vensters_samen_ziet_heeft_het_concept_ingezien(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "doel": "Rust in de straat."})

    bram.post(NIEUW, {"eenmalig": str(FORM), "doel": "Een huis.", "concept": "ja"})

    assert in_het_journaal("concept.ingezien") == [(id_van("bram"), SLEUTEL, None, True)]


BEIDE = {"eenmalig": str(FORM), "geprobeerd": "De wijkagent kwam langs.", "doel": "Rust."}


def test_wat_in_een_venster_anders_werd_gaat_zonder_dubbele_tekst_samen(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, BEIDE)
    open_ = bram.get(f"/aanmeldingen/concepten/{SLEUTEL}").context["formulier"]
    stand = {naam: open_[naam].value() for naam in ("versie", "begin")}
    bram.post(CONCEPT, BEIDE | stand | {"geprobeerd": "De wijkagent belde."})

    pagina = bram.post(NIEUW, BEIDE | stand | {"doel": "Een huis.", "concept": "ja"})

    assert (_inhoud()["geprobeerd"], _inhoud()["doel"]) == ("De wijkagent belde.", "Een huis.")
    assert _samen(pagina) == {
        "Wat moet er anders worden?": "zoals je het hier typte",
        "Wat is er al geprobeerd, en waarom lukte het niet?": "zoals in het andere venster",
    }


def test_een_concept_houdt_geen_merken(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, BEIDE | {"begin": "0: doel=abc"})

    assert "begin" not in _inhoud()


@pytest.mark.parametrize("lang", [True, False])
def test_wat_niet_te_bewaren_was_vraagt_of_het_weg_mag(lang: bool, ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, BEIDE)
    anders = {"aanleiding": "Te lang. " * 12_000} if lang else {"doel": "Een huis."}

    assert "<p data-nietbewaard>" in bram.post(CONCEPT, BEIDE | anders).content.decode()


def _dag(waarde: str, **meer: str) -> dict[str, Any]:
    return {**VELDEN, **HIER, "geboortedatum": waarde, **meer}


@pytest.mark.parametrize(
    ("adres", "knop"),
    [
        (NIEUW, {}),
        (NIEUW, {"concept": "ja"}),
        (NIEUW, {"bijlagen": "ja"}),
        (CONCEPT, {"nummer": "2"}),
    ],
    ids=["versturen", "bewaren", "documenten", "verder typen"],
)
def test_wat_hetzelfde_venster_net_bewaarde_is_geen_ander_venster(
    adres: str, knop: dict[str, str], ingelogd: Ingelogd
) -> None:
    """Of what was under way the page got no answer: it knows no version of it."""
    bram = ingelogd("bram")
    bram.post(CONCEPT, _dag("1-1-1980", nummer="1"))

    antwoord = bram.post(adres, _dag("12-3-1988", **knop))

    assert antwoord.status_code == (200 if adres == CONCEPT else 302)
    assert "In een ander venster" not in antwoord.content.decode()
    with als(Vrager(id_van("bram"))):
        verstuurd = Aanmelding.objects.filter(pk=SLEUTEL).values_list("geboortedatum", flat=True)
        bewaard = Concept.objects.filter(pk=SLEUTEL).values_list("inhoud__geboortedatum", flat=True)
        dagen = [f"{een.day}-{een.month}-{een.year}" for een in verstuurd if een]
        assert [*dagen, *bewaard] == ["12-3-1988"]


def test_na_een_fout_is_het_nog_hetzelfde_venster(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, _dag("1-1-1850", nummer="1"))

    pagina = bram.post(NIEUW, _dag("1-1-1850"))
    antwoord = bram.post(NIEUW, _formulier(pagina) | {"geboortedatum": "12-3-1988"})

    assert (pagina.status_code, antwoord.status_code) == (422, 302)


@pytest.mark.parametrize("knop", [{"nummer": "2"}, {"concept": "ja"}], ids=["typen", "bewaren"])
def test_een_eerdere_tekst_van_een_venster_die_later_komt_telt_niet(
    knop: dict[str, str], ingelogd: Ingelogd
) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT if "nummer" in knop else NIEUW, _dag("12-3-1988", **knop))

    bram.post(CONCEPT, _dag("1-1-1980", nummer="1"))

    assert _inhoud()["geboortedatum"] == "12-3-1988"


def test_een_concept_openen_is_een_venster_van_zichzelf(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, _dag("1-1-1980", nummer="1"))
    ander = _formulier(bram.get(f"/aanmeldingen/concepten/{SLEUTEL}"))
    bram.post(CONCEPT, _dag("2-2-1980", nummer="2"))

    pagina = bram.post(CONCEPT, ander | {"geboortedatum": "12-3-1988", "nummer": "3"})

    assert UUID(str(ander["venster"])) != UUID(HIER["venster"])
    assert "In een ander venster staat een nieuwere tekst" in pagina.content.decode()
    assert _inhoud()["geboortedatum"] == "2-2-1980"
