# SPDX-License-Identifier: EUPL-1.2
"""One draft of an aanmelding in two windows: no text is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from tests.web.aanmelden.test_aanmelden import CONCEPT, FORM, NIEUW, VELDEN
from vangnet.aanmelding.models import Aanmelding, Concept
from vangnet.aanmelding.services import sleutel_van
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
SLEUTEL = sleutel_van(id_van("bram"), FORM)


def _inhoud() -> dict[str, Any]:
    with als(Vrager(id_van("bram"))):
        inhoud: dict[str, Any] = Concept.objects.get(pk=SLEUTEL).inhoud
    return inhoud


def _verstuurd() -> list[str | None]:
    with als(Vrager(id_van("bram"))):
        return [een.doel for een in Aanmelding.objects.filter(pk=SLEUTEL)]


@pytest.mark.parametrize(
    ("adres", "knop", "stand"),
    [(CONCEPT, {}, 200), (NIEUW, {"concept": "ja"}, 409), (NIEUW, {"bijlagen": "ja"}, 409)],
)
def test_een_tweede_venster_overschrijft_een_concept_niet(
    adres: str, knop: dict[str, str], stand: int, ingelogd: Ingelogd
) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "geprobeerd": "De wijkagent kwam langs."})

    tweede = {"eenmalig": str(FORM), "geprobeerd": "", "doel": "Rust in de straat."}
    antwoord = bram.post(adres, tweede | knop)

    assert antwoord.status_code == stand
    assert "In een ander venster staat een nieuwere tekst" in antwoord.content.decode()
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


def test_wie_twee_vensters_had_kiest_per_veld_wat_blijft(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "geprobeerd": "De wijkagent kwam langs."})
    tweede = {"eenmalig": str(FORM), "geprobeerd": "", "doel": "Rust.", "concept": "ja"}
    pagina = bram.post(NIEUW, tweede)

    versie = pagina.context["formulier"]["versie"].value()
    kiest = {"versie": versie, "kies-geprobeerd": "nu", "kies-doel": "jij"}
    bram.post(NIEUW, tweede | kiest)

    assert "De wijkagent kwam langs." in pagina.content.decode()
    assert (_inhoud()["geprobeerd"], _inhoud()["doel"]) == ("De wijkagent kwam langs.", "Rust.")


def test_wie_documenten_wilde_toevoegen_komt_daar_na_het_kiezen(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "doel": "Rust in de straat."})
    tweede = {"eenmalig": str(FORM), "doel": "Een huis.", "bijlagen": "ja"}
    pagina = bram.post(NIEUW, tweede)

    kiest = {"versie": pagina.context["formulier"]["versie"].value(), "kies-doel": "jij"}
    antwoord = bram.post(NIEUW, tweede | kiest)

    assert 'name="bijlagen" value="ja">Documenten toevoegen</button>' in pagina.content.decode()
    assert antwoord.headers["Location"] == f"/aanmeldingen/{SLEUTEL}/bijlagen/"


def test_versturen_laat_de_tekst_van_een_ander_venster_niet_vallen(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {**VELDEN, "doel": "Dat hij een huis vindt."})

    pagina = bram.post(NIEUW, VELDEN)
    voor = _verstuurd()
    versie = pagina.context["formulier"]["versie"].value()
    bram.post(NIEUW, {**VELDEN, "versie": versie, "kies-doel": "allebei"})

    assert (pagina.status_code, voor) == (409, [])
    assert _verstuurd() == [f"Dat hij een huis vindt.\n\n{VELDEN['doel']}"]


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


def test_wie_tussen_twee_vensters_kiest_heeft_het_concept_ingezien(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, {"eenmalig": str(FORM), "doel": "Rust in de straat."})

    bram.post(NIEUW, {"eenmalig": str(FORM), "doel": "Een huis.", "concept": "ja"})

    assert in_het_journaal("concept.ingezien") == [(id_van("bram"), SLEUTEL, None, True)]


SAMEN = f"/aanmeldingen/concepten/{SLEUTEL}/samenvoegen"
BEIDE = {"eenmalig": str(FORM), "geprobeerd": "De wijkagent kwam langs.", "doel": "Rust."}


def _bots(bram: Client) -> tuple[dict[str, str], str]:
    """Two windows on one draft; what the second one sent, and its page."""
    bram.post(CONCEPT, BEIDE)
    tweede = BEIDE | {"doel": "Een huis.", "concept": "ja"}
    return tweede, bram.post(NIEUW, tweede).content.decode()


def test_wat_het_tweede_venster_verstuurde_is_meteen_een_concept(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    _tweede, pagina = _bots(bram)

    assert f'action="{SAMEN}"' in pagina
    assert f'data-adres="{SAMEN}"' in pagina
    assert "Bewaard als concept om" in pagina
    werk = bram.get("/werk/").content.decode()
    assert f'<a href="{SAMEN}">Aanmelding uit twee vensters</a>' in werk


def test_wie_later_verdergaat_ziet_beide_teksten_weer(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    tweede, _pagina = _bots(bram)
    verder = {
        "concept-adres": SAMEN,
        "concept-versie": "1",
        "begon-versie": "0",
        "kies-doel": "jij",
    }
    bram.post("/werk/concepten", tweede | verder | {"doel": "Een huis met een tuin."})

    later = bram.get(SAMEN)
    pagina = later.content.decode()

    assert later.status_code == 200
    assert "Een huis met een tuin." in pagina
    assert "<blockquote><p>Rust.</p>" in pagina or "<blockquote>Rust.</blockquote>" in pagina
    assert 'name="kies-doel" value="jij" checked' in pagina
    form = later.context["formulier"]
    kiest = {naam: form[naam].value() or "" for naam in form.fields} | {"kies-doel": "jij"}
    assert bram.post(SAMEN, kiest | {"concept": "ja"}).status_code == 302
    assert _inhoud()["doel"] == "Een huis met een tuin."
    assert _inhoud()["geprobeerd"] == "De wijkagent kwam langs."


def test_na_het_kiezen_is_er_geen_tweede_tekst_meer(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    tweede, _pagina = _bots(bram)
    versie = str(bram.get(SAMEN).context["formulier"]["versie"].value())
    bram.post(SAMEN, tweede | {"versie": versie, "kies-doel": "jij"})

    na = bram.get(SAMEN)

    assert (na.status_code, na.headers["Location"]) == (302, f"/aanmeldingen/concepten/{SLEUTEL}")
    assert "twee vensters" not in bram.get("/werk/").content.decode()


def test_is_het_concept_weg_dan_lees_je_de_tweede_tekst(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    _bots(bram)
    bram.post(f"/aanmeldingen/concepten/{SLEUTEL}/weggooien")

    assert "Een huis." in bram.get(SAMEN, follow=True).content.decode()


def test_een_ander_ziet_beide_teksten_niet(ingelogd: Ingelogd) -> None:
    _bots(ingelogd("bram"))

    assert ingelogd("chantal").get(SAMEN).status_code == 404


def test_een_fout_op_de_bladzijde_van_beide_houdt_het_concept(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    tweede, _pagina = _bots(bram)
    tweede.pop("concept")
    versie = str(bram.get(SAMEN).context["formulier"]["versie"].value())
    fout = bram.post(SAMEN, tweede | {"versie": versie, "kies-doel": "jij"})

    assert (fout.status_code, f'action="{SAMEN}"' in fout.content.decode()) == (422, True)
    assert "Bewaard als concept om" in fout.content.decode()


def test_alleen_wat_in_beide_vensters_anders_werd_wordt_gevraagd(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, BEIDE)
    open_ = bram.get(f"/aanmeldingen/concepten/{SLEUTEL}").context["formulier"]
    stand = {naam: open_[naam].value() for naam in ("versie", "begin")}
    bram.post(CONCEPT, BEIDE | stand | {"geprobeerd": "De wijkagent belde."})

    pagina = bram.post(NIEUW, BEIDE | stand | {"doel": "Een huis.", "concept": "ja"})
    form = pagina.context["formulier"]

    assert 'name="kies-' not in pagina.content.decode()
    assert form["geprobeerd"].value() == "De wijkagent belde."
    assert form["doel"].value() == "Een huis."


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
