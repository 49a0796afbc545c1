# SPDX-License-Identifier: EUPL-1.2
"""Forms as the NL Design System asks: label, description and error at the field, no bubbles."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.template import Context, Engine, engines
from django.template.backends.django import DjangoTemplates

from tests.bezetting import id_van
from vangnet.beeld.models import Informatievraag
from vangnet.toegang.vrager import Vrager, als
from vangnet.web import formulieren
from vangnet.web.afsluiten.forms import HeropenForm
from vangnet.web.beeld.forms import NamensForm
from vangnet.web.beheer.forms import RolForm
from vangnet.web.delen.forms import VerstrekForm
from vangnet.web.formulieren import (
    Dagveld,
    Datumveld,
    Formulier,
    Naamveld,
    Tekstvlak,
    Terugveld,
    Vanafveld,
    op_voorwaarde,
)
from vangnet.web.voortgang.veiligheid import VeiligheidForm


class Proef(Formulier):
    naam = forms.CharField(label="Naam", help_text="Zoals in het paspoort.")
    dag = Datumveld(label="Geboortedatum")
    keten = forms.ChoiceField(
        label="Keten", choices=[("z", "Zorg"), ("v", "Veiligheid")], widget=forms.RadioSelect
    )
    noot = forms.CharField(label="Noot", required=False)


def motor() -> Engine:
    django = engines["django"]
    assert isinstance(django, DjangoTemplates)
    return django.engine


def test_een_verplicht_veld_gebruikt_de_browser_niet() -> None:
    html = str(Proef())

    assert " required" not in html
    assert html.count('aria-required="true"') == 4  # two fields and two radio buttons


def test_een_veld_dat_niet_hoeft_zegt_dat() -> None:
    assert str(Proef()).count("(niet verplicht)") == 1


def test_een_veld_dat_soms_moet_zegt_niet_dat_het_niet_hoeft() -> None:
    class Soms(Formulier):
        waarom = op_voorwaarde(forms.CharField(required=False, help_text="Nodig bij nee."))

    assert "(niet verplicht)" not in str(Soms())
    assert "Nodig bij nee." in str(Soms())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("soort", "anders", "veld", "uitleg"),
    [
        (RolForm, {}, "tot", "Nodig bij een tijdelijke rol."),
        (VerstrekForm, {"organisaties": []}, "aan", "Nodig als je hieronder geen derde noemt."),
        (VeiligheidForm, {}, "soort", "Nodig zolang er een veiligheidsrisico is."),
        (VeiligheidForm, {}, "voor", "Nodig zolang er een veiligheidsrisico is."),
        (HeropenForm, {"deelnemers": []}, "naam_2", "Nodig als er nog iemand besliste."),
        (
            NamensForm,
            {"organisaties": [], "vraag": Informatievraag()},
            "organisaties",
            "Nodig als je hierboven organisaties kiest.",
        ),
    ],
)
def test_een_veld_dat_na_een_ander_antwoord_moet_zegt_wanneer(
    soort: type[Formulier], anders: dict[str, Any], veld: str, uitleg: str
) -> None:
    with als(Vrager(id_van("amira"))):
        html = soort(**anders)[veld].as_field_group()

    assert uitleg in html
    assert "(niet verplicht)" not in html


def test_de_uitleg_en_de_fout_horen_bij_het_veld() -> None:
    html = str(Proef({"dag": "ooit"}))

    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'id="id_naam_helptext">Zoals in het paspoort.' in html
    assert 'id="id_naam_error"' in html
    assert 'aria-invalid="true"' in html


def test_de_fout_zegt_wat_te_doen() -> None:
    fouten = Proef({"dag": "ooit"}).errors

    assert fouten["naam"] == ["Vul dit veld in."]
    assert fouten["keten"] == ["Kies een antwoord."]
    assert fouten["dag"] == ["Vul een datum in, bijvoorbeeld 31-12-2022."]


def test_wie_te_weinig_schrijft_leest_hoeveel_er_moet_staan() -> None:
    class Kort(Formulier):
        reden = forms.CharField(label="Waarom?", min_length=10)

    fouten = Kort({"reden": "x"}).errors["reden"]

    assert fouten == ["Schrijf er iets meer over: minstens 10 tekens. Nu 1."]


def test_het_overzicht_wijst_naar_elk_veld_met_een_fout() -> None:
    context = Context({"formulier": Proef({"naam": "x", "dag": "ooit"})})
    html = motor().get_template("componenten/foutoverzicht.html").render(context)

    assert '<a href="#id_dag">Geboortedatum: Vul een datum in' in html
    assert '<a href="#id_keten_0">Keten: Kies een antwoord.' in html
    assert 'id="id_keten_0"' in str(context["formulier"])
    assert "Naam:" not in html


def test_na_een_vraagteken_komt_geen_dubbele_punt() -> None:
    form = Proef({"naam": "x", "keten": "z"})
    form.fields["dag"].label = "Wanneer is het gebeurd?"
    overzicht = motor().get_template("componenten/foutoverzicht.html")
    html = overzicht.render(Context({"formulier": form}))

    assert '<a href="#id_dag">Wanneer is het gebeurd? Vul een datum in' in html


def test_een_fout_zonder_veld_op_de_bladzijde_is_geen_koppeling() -> None:
    form = Proef({"naam": "x", "keten": "z"})
    overzicht = motor().get_template("componenten/foutoverzicht.html")
    zonder_velden = overzicht.render(Context({"formulier": form, "zonder_velden": True}))
    form.kiezen("keten", [])
    form.add_error("keten", "Er is niets te kiezen.")
    zonder_keuzes = overzicht.render(Context({"formulier": form}))

    assert "<li>Geboortedatum: Vul een datum in" in zonder_velden
    assert "<li>Keten: Er is niets te kiezen.</li>" in zonder_keuzes
    assert '<a href="#id_dag">' in zonder_keuzes


def test_een_formulier_zonder_fouten_heeft_geen_overzicht() -> None:
    overzicht = motor().get_template("componenten/foutoverzicht.html")

    assert overzicht.render(Context({"formulier": Proef()})).strip() == ""


def test_met_fouten_begint_de_titel_met_fout() -> None:
    pagina = motor().get_template("basis.html").render(Context({"formulier": Proef({})}))

    assert "<title>Fout: " in pagina


@pytest.mark.parametrize(
    "getypt", ["31-12-1998", "31/12/1998", "1998-12-31", "31-12-98", "31 december 1998"]
)
def test_een_dag_mag_op_meer_manieren(getypt: str) -> None:
    assert Datumveld().clean(getypt) == date(1998, 12, 31)


@pytest.mark.parametrize("veld", [Datumveld, Dagveld, Terugveld])
def test_een_dag_die_niet_bestaat_heet_zo(veld: type[Datumveld]) -> None:
    with pytest.raises(forms.ValidationError, match=r"29 februari 2023 bestaat niet\."):
        veld().clean("29-2-2023")


@pytest.mark.parametrize(
    ("veld", "getypt", "dag"),
    [
        (Dagveld, "vr", date(2022, 3, 11)),
        (Dagveld, "12-3", date(2022, 3, 12)),
        (Dagveld, "12-3-2021", date(2021, 3, 12)),
        (Terugveld, "vr", date(2022, 2, 25)),
        (Terugveld, "12-11", date(2021, 11, 12)),
        (Terugveld, "12-3-2023", date(2023, 3, 12)),
        (Vanafveld, "vandaag", date(2022, 3, 4)),
        (Vanafveld, "gisteren", date(2022, 3, 3)),
        (Vanafveld, "ma", date(2022, 3, 7)),
        (Vanafveld, "12-3", date(2022, 3, 12)),
        (Vanafveld, "12-3-2021", date(2021, 3, 12)),
    ],
)
def test_een_dag_in_woorden_kijkt_vooruit_of_terug(
    veld: type[Datumveld], getypt: str, dag: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formulieren, "vandaag", lambda: date(2022, 3, 4))

    assert veld().clean(getypt) == dag


@pytest.mark.parametrize("getypt", ["gisteren", " Eergisteren "])
def test_een_dag_die_nog_moet_komen_zegt_dat_gisteren_is_geweest(getypt: str) -> None:
    with pytest.raises(forms.ValidationError, match=r"Deze dag is geweest\. Kies een dag die nog"):
        Dagveld().clean(getypt)


def test_een_dag_van_het_verleden_zonder_jaar_is_niet_stil_een_jaar_eerder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(formulieren, "vandaag", lambda: date(2026, 11, 29))

    with pytest.raises(
        forms.ValidationError, match=r"Bedoel je 1 december 2025\? Vul het jaar erbij in\."
    ):
        Terugveld().clean("1-12")


@pytest.mark.parametrize("getypt", ["", "ooit"])
def test_een_dag_van_het_verleden_zegt_hoe_je_hem_typt(getypt: str) -> None:
    with pytest.raises(forms.ValidationError, match="bijvoorbeeld gisteren, vr of 12-3-2022"):
        Terugveld().clean(getypt)


@pytest.mark.parametrize("getypt", ["", "ooit"])
def test_een_dag_die_mag_komen_zegt_dat_zonder_een_dag_van_jaren_terug(getypt: str) -> None:
    with pytest.raises(forms.ValidationError, match=r"bijvoorbeeld vandaag, ma of 12-3\."):
        Vanafveld().clean(getypt)


def test_een_dag_van_het_verleden_noemt_vooraf_de_woorden_na_de_eigen_uitleg() -> None:
    class Getekend(Formulier):
        op = Terugveld(label="Wanneer?")
        ook = Terugveld(label="En?", help_text="Eerst tekenen.")

    html = str(Getekend())

    assert ">Bijvoorbeeld vandaag, vr of 12-3.<" in html
    assert ">Eerst tekenen. Bijvoorbeeld vandaag, vr of 12-3.<" in html


@pytest.mark.asvs("2.2.1")
@pytest.mark.parametrize("getypt", ["31-12-9999", "9999-12-31", "31-12-1899", "1-1-2101"])
def test_een_dag_die_geen_huis_bedoelt_wordt_geweigerd(getypt: str) -> None:
    with pytest.raises(
        forms.ValidationError, match="Kies een dag in de jaren 1900 tot en met 2100"
    ):
        Datumveld().clean(getypt)


def test_een_einde_van_een_regel_telt_als_een_teken() -> None:
    class Vier(Formulier):
        tekst = forms.CharField(max_length=4, widget=Tekstvlak())

    form = Vier({"tekst": "a\r\nb\r"})

    assert form.is_valid()
    assert form.cleaned_data["tekst"] == "a\nb"


def test_wat_te_lang_is_wordt_niet_afgesneden_en_blijft_staan() -> None:
    class Lang(Formulier):
        naam = Naamveld(max_length=3)
        tekst = forms.CharField(max_length=4, widget=Tekstvlak())

    html = str(Lang({"naam": "Jan", "tekst": "Veel te lang"}))

    assert "maxlength" not in html
    assert "Veel te lang" in html
    assert "Dit zijn 12 tekens, en er passen er 4." in html


def test_een_dag_staat_er_zoals_mensen_hem_schrijven() -> None:
    html = str(Proef(initial={"dag": date(1998, 3, 2)}))

    assert 'value="02-03-1998"' in html


@pytest.mark.asvs("1.2.1")
def test_uitleg_kan_geen_opmaak_worden() -> None:
    class Scheef(Formulier):
        naam = forms.CharField(help_text="<script>")

    assert "<script>" not in str(Scheef())


@pytest.mark.asvs("2.2.1")
@pytest.mark.parametrize("teken", ["\u202e", "\u200b", "\u2066", "\u0007", "\u2028", "\u2029"])
def test_een_naam_met_een_teken_dat_niemand_ziet_wordt_geweigerd(teken: str) -> None:
    with pytest.raises(forms.ValidationError, match="tekens in die je niet ziet"):
        Naamveld().clean(f"Anna{teken} de Vries")


@pytest.mark.parametrize("naam", ["Zoë d’Ancona-Çelik", "Jan 't Hoen", "李小龙", "Ø. Ångström"])
def test_een_naam_in_elk_schrift_mag(naam: str) -> None:
    assert Naamveld().clean(naam) == naam


class Vraag(Formulier):
    """A field that a check over the whole form finds missing when its own check refused it."""

    wat = forms.CharField(max_length=3)
    wie = forms.ChoiceField(choices=[("a", "Anna")])

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or self.cleaned_data
        if not waarden.get("wat"):
            self.add_error("wat", "Zeg wat.")
        return waarden


def test_een_te_lange_tekst_geeft_een_fout_en_niet_ook_dat_hij_ontbreekt() -> None:
    fouten = Vraag({"wat": "te lang", "wie": "a"}).errors["wat"]

    assert len(fouten) == 1
    assert "3" in fouten[0]


def test_een_keuze_die_er_niet_is_noemt_niet_wat_er_werd_gestuurd() -> None:
    vreemd = "5b6f3f5e-8f0a-4c39-9d5c-0a6f1f2f7b11"

    fouten = Vraag({"wat": "abc", "wie": vreemd}).errors["wie"]

    assert fouten == ["Kies een van de antwoorden uit de lijst."]


class Verhaal(Formulier):
    tekst = forms.CharField(widget=Tekstvlak)
    geheim = forms.CharField(widget=forms.PasswordInput, required=False)


@pytest.mark.asvs("2.2.1")
@pytest.mark.parametrize("teken", ["\u202d", "\u202e"])
def test_een_tekst_die_alles_erna_omdraait_wordt_geweigerd_met_de_plek(teken: str) -> None:
    fouten = Verhaal({"tekst": f"Zij woont nu{teken} bij haar zus."}).errors["tekst"]

    assert fouten == [
        "Na “Zij woont nu” staat een teken dat de tekst erna omdraait. "
        "Typ dat stuk zelf, zonder te plakken."
    ]


@pytest.mark.parametrize("tekst", ["\u2068سارة\u2069 belde.", "\u202a06 12 34 56 78\u202c", "שרה"])
def test_een_naam_in_een_ander_schrift_in_een_tekst_mag(tekst: str) -> None:
    assert Verhaal({"tekst": tekst}).is_valid()


def test_van_een_wachtwoord_staat_niets_in_een_fout() -> None:
    assert Verhaal({"tekst": "Goed.", "geheim": "zin\u202ezin"}).is_valid()


@pytest.mark.parametrize(
    ("getal", "zin"), [("-3", "Vul 1 of meer in."), ("61", "Vul 60 of minder in.")]
)
def test_een_getal_buiten_de_grenzen_krijgt_een_gewone_zin(getal: str, zin: str) -> None:
    class Termijn(Formulier):
        dagen = forms.IntegerField(min_value=1, max_value=60)

    assert Termijn({"dagen": getal}).errors == {"dagen": [zin]}
