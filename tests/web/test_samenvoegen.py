# SPDX-License-Identifier: EUPL-1.2
"""Two editors of one goal: the second chooses by field, and no text is lost."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client, RequestFactory
from django.urls import resolve

from tests.bezetting import id_van
from vangnet.plan.models import Doel
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.delen.forms import BijdrageForm
from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import velden_van
from vangnet.web.plan.doelforms import DoelForm
from vangnet.web.samenvoegen import _merk, met_keuzes
from vangnet.web.voortgang.veiligheid import VeiligheidForm

Ingelogd = Callable[[str], Client]
EEN = f"/zaken/{id_van('casus')}/doelen/{id_van('doel')}"
VELDEN = {
    "leefgebied": "huisvesting",
    "omschrijving": "Kanarie-doel",
    "meetbaar": "Kanarie-meetbaar.",
    "streefdatum": "1-9-2022",
    "versie": "1",
}


def _doel() -> tuple[str, str, str]:
    with als(Vrager(id_van("amira"))):
        doel = Doel.objects.get(pk=id_van("doel"))
        return doel.omschrijving, doel.meetbaar, str(doel.streefdatum)


# What Amira saves before Joris does.
TOEN = {"meetbaar": "Amira telt.", "streefdatum": "1-10-2022"}


def _bots(ingelogd: Ingelogd) -> tuple[Client, dict[str, str], str]:
    """Joris on the page of both, after Amira saved: what he sent, and the page."""
    amira, joris = ingelogd("amira"), ingelogd("joris")
    amira.post(EEN, VELDEN | TOEN | {"omschrijving": "Van Amira"})
    zijn = {"omschrijving": "Van Joris", "meetbaar": "Joris telt.", "streefdatum": "1-11-2022"}
    antwoord = joris.post(EEN, VELDEN | zijn)
    assert antwoord.status_code == 409
    versie = antwoord.context["formulier"].data["versie"]
    return joris, VELDEN | zijn | {"versie": versie}, antwoord.content.decode()


def test_de_bladzijde_toont_alleen_de_velden_die_verschillen(ingelogd: Ingelogd) -> None:
    _joris, _velden, pagina = _bots(ingelogd)

    for veld in ("omschrijving", "meetbaar", "streefdatum"):
        assert f'name="kies-{veld}"' in pagina
    assert 'name="kies-leefgebied"' not in pagina
    for tekst in ("Van Amira", "Van Joris", "Amira telt.", "Joris telt.", "01-10-2022"):
        assert tekst in pagina
    assert _doel() == ("Van Amira", "Amira telt.", "2022-10-01")


def test_wie_niets_kiest_houdt_beide_teksten_en_de_dag_die_er_staat(ingelogd: Ingelogd) -> None:
    joris, velden, _pagina = _bots(ingelogd)
    vooraf = {"kies-omschrijving": "allebei", "kies-meetbaar": "allebei", "kies-streefdatum": "nu"}

    assert joris.post(EEN, velden | vooraf).status_code == 302
    assert _doel() == ("Van Amira / Van Joris", "Amira telt.\n\nJoris telt.", "2022-10-01")


@pytest.mark.parametrize(
    ("keuze", "wordt"),
    [
        ("nu", ("Van Amira", "Amira telt.", "2022-10-01")),
        ("jij", ("Van Joris", "Joris telt.", "2022-11-01")),
    ],
)
def test_de_keuze_per_veld_telt(
    keuze: str, wordt: tuple[str, str, str], ingelogd: Ingelogd
) -> None:
    joris, velden, _pagina = _bots(ingelogd)
    gekozen = {f"kies-{veld}": keuze for veld in ("omschrijving", "meetbaar", "streefdatum")}

    joris.post(EEN, velden | gekozen)

    assert _doel() == wordt


def test_dezelfde_wijziging_twee_keer_opslaan_botst_niet(ingelogd: Ingelogd) -> None:
    amira, zelfde = ingelogd("amira"), VELDEN | {"meetbaar": "Drie maanden betaald."}

    assert [amira.post(EEN, zelfde).status_code for _ in range(2)] == [302, 302]
    assert _doel()[1] == "Drie maanden betaald."


def test_wie_weer_te_laat_is_kiest_nog_een_keer(ingelogd: Ingelogd) -> None:
    joris, velden, _pagina = _bots(ingelogd)
    ingelogd("amira").post(EEN, VELDEN | {"omschrijving": "Nog iets", "versie": velden["versie"]})

    antwoord = joris.post(EEN, velden | {"kies-omschrijving": "jij"})

    assert antwoord.status_code == 409
    assert "Nog iets" in antwoord.content.decode()
    assert "Van Joris" in antwoord.content.decode()


def test_een_keuze_maakt_een_oud_formulier_niet_nieuw(ingelogd: Ingelogd) -> None:
    joris, velden, _pagina = _bots(ingelogd)
    oud = velden | {"versie": "1", "kies-versie": "nu", "kies-onzin": "nu", "kies-meetbaar": "x"}

    assert joris.post(EEN, oud).status_code == 409
    assert _doel() == ("Van Amira", "Amira telt.", "2022-10-01")


def test_wat_op_de_bladzijde_van_beide_staat_is_meteen_een_concept(ingelogd: Ingelogd) -> None:
    joris, _velden, pagina = _bots(ingelogd)

    assert 'data-conceptstand data-versie="1">Bewaard als concept om ' in pagina
    assert "Van Joris" in joris.get(EEN).content.decode()


def test_wat_daar_verder_is_getypt_gaat_later_niet_ongezien_over_de_ander(
    ingelogd: Ingelogd,
) -> None:
    """Kept with the version that its writer began with, and not that of the page."""
    joris, velden, pagina = _bots(ingelogd)
    assert '<input type="hidden" name="begon-versie" value="1"' in pagina
    getypt = velden | {"begon-versie": "1", "concept-adres": EEN, "concept-versie": "1"}
    joris.post("/werk/concepten", getypt | {"omschrijving": "Van Joris, langer"})
    later = joris.get(EEN).context["formulier"]
    nog_eens = {naam: veld for naam in later.fields if (veld := later[naam].value()) is not None}

    antwoord = joris.post(EEN, nog_eens)

    assert (nog_eens["omschrijving"], str(nog_eens["versie"])) == ("Van Joris, langer", "1")
    assert (antwoord.status_code, _doel()[0]) == (409, "Van Amira")


def test_wie_weer_te_laat_is_begon_nog_altijd_met_de_eerste_versie(ingelogd: Ingelogd) -> None:
    joris, velden, _pagina = _bots(ingelogd)
    ingelogd("amira").post(EEN, VELDEN | {"omschrijving": "Nog iets", "versie": velden["versie"]})

    antwoord = joris.post(EEN, velden | {"begon-versie": "1", "kies-omschrijving": "jij"})

    assert 'name="begon-versie" value="1"' in antwoord.content.decode()


def _begin(client: Client) -> dict[str, str]:
    """The marks that the form carries along, of what its fields are now."""
    return {"begin": client.get(EEN).context["formulier"]["begin"].value()}


def test_wat_maar_een_van_beiden_veranderde_gaat_vanzelf_samen(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    begin = _begin(joris)
    amira.post(EEN, VELDEN | {"omschrijving": "Van Amira"})

    pagina = joris.post(EEN, VELDEN | begin | {"meetbaar": "Joris telt.", "streefdatum": "1-11-22"})
    form = pagina.context["formulier"]
    tekst = pagina.content.decode()

    assert pagina.status_code == 409
    assert 'name="kies-' not in tekst
    assert "Zoals de ander het opsloeg." in tekst
    assert "Zoals jij het typte." in tekst
    joris.post(EEN, {naam: form[naam].value() or "" for naam in form.fields})
    assert _doel() == ("Van Amira", "Joris telt.", "2022-11-01")


@pytest.mark.parametrize(
    ("naam", "adres"),
    [
        ("amira", EEN),
        ("amira", f"/zaken/{id_van('casus')}/afspraken/{id_van('afspraak')}"),
        ("amira", f"/zaken/{id_van('casus')}/bijdragen/{id_van('bijdrage-iedereen')}"),
        ("amira", f"/zaken/{id_van('casus')}/voortgang/veiligheid"),
        ("amira", f"/overleggen/punten/{id_van('punt')}"),
        ("bram", f"/aanmeldingen/concepten/{id_van('concept-bram')}"),
    ],
    ids=["doel", "afspraak", "bijdrage", "veiligheid", "punt", "aanmelding"],
)
def test_elk_formulier_dat_samengaat_draagt_mee_hoe_het_begon(
    naam: str, adres: str, ingelogd: Ingelogd
) -> None:
    """For the version that it sends back."""
    pagina = ingelogd(naam).get(adres).content.decode()

    begin = re.search(r'name="begin" value="([^"]*)"', pagina)
    assert begin
    assert re.search(r"\b(versie|stand|na)=", begin[1])


def test_een_veld_dat_beiden_veranderden_wordt_nog_gevraagd(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    begin = _begin(joris)
    amira.post(EEN, VELDEN | {"omschrijving": "Van Amira", "meetbaar": "Amira telt."})

    pagina = joris.post(EEN, VELDEN | begin | {"omschrijving": "Van Joris"}).content.decode()

    assert 'name="kies-omschrijving"' in pagina
    assert 'name="kies-meetbaar"' not in pagina
    assert "Amira telt." in pagina


def test_een_merk_van_een_andere_versie_telt_niet(ingelogd: Ingelogd) -> None:
    """As of a draft of before, in a form that was opened after the other saved."""
    amira, joris = ingelogd("amira"), ingelogd("joris")
    amira.post(EEN, VELDEN | {"omschrijving": "Van Amira"})
    begin = _begin(joris)

    pagina = joris.post(EEN, VELDEN | begin | {"omschrijving": "Van Joris"}).content.decode()

    assert 'name="kies-omschrijving"' in pagina


def test_wat_alleen_de_ander_nog_eens_veranderde_wordt_niet_gevraagd(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    begin = _begin(joris)
    amira.post(EEN, VELDEN | {"omschrijving": "Van Amira"})
    eerst = joris.post(EEN, VELDEN | begin | {"meetbaar": "Joris telt."})
    velden = _alles(eerst.context["formulier"])
    amira.post(EEN, VELDEN | {"omschrijving": "Nog iets", "versie": velden["versie"]})

    weer = joris.post(EEN, velden | {"begon-versie": "1"})
    joris.post(EEN, _alles(weer.context["formulier"]))

    assert 'name="kies-' not in weer.content.decode()
    assert _doel() == ("Nog iets", "Joris telt.", "2022-09-01")


def _keuzes(pagina: str, **gekozen: str) -> dict[str, str]:
    """What the browser sends of these choices: each against what stands there."""
    return {
        f"kies-{veld}": waarde
        for veld, keuze in gekozen.items()
        for waarde in re.findall(rf'name="kies-{veld}" value="({keuze} \w+)"', pagina)
    }


def _uit_concept(client: Client, velden: dict[str, str]) -> HttpResponse:
    """What is kept while typing on the page of both, opened again later and sent."""
    concept = {"begon-versie": "1", "concept-adres": EEN, "concept-versie": "1"}
    assert client.post("/werk/concepten", velden | concept).status_code == 200
    later = client.get(EEN).context["formulier"]
    antwoord: HttpResponse = client.post(EEN, _alles(later))  # type: ignore[assignment]  # of the test client
    return antwoord


def _alles(form: Formulier) -> dict[str, str]:
    return {naam: str(veld) for naam in form.fields if (veld := form[naam].value()) is not None}


def test_een_gekozen_antwoord_staat_er_nog_als_je_het_concept_weer_opent(
    ingelogd: Ingelogd,
) -> None:
    joris, velden, eerst = _bots(ingelogd)
    gekozen = _keuzes(eerst, streefdatum="jij", meetbaar="nu", omschrijving="allebei")

    pagina = _uit_concept(joris, velden | gekozen).content.decode()

    assert len(gekozen) == 3
    for naam, waarde in gekozen.items():
        assert f'name="{naam}" value="{waarde}" checked' in pagina


def test_een_keuze_tegen_een_andere_tekst_staat_er_niet_meer(ingelogd: Ingelogd) -> None:
    joris, velden, eerst = _bots(ingelogd)
    gekozen = _keuzes(eerst, streefdatum="jij", omschrijving="jij")
    ingelogd("amira").post(
        EEN, VELDEN | {"omschrijving": "Nog iets", "versie": velden["versie"]} | TOEN
    )

    pagina = joris.post(EEN, velden | gekozen).content.decode()

    assert re.search(r'name="kies-omschrijving" value="allebei \w+" checked', pagina)
    assert re.search(r'name="kies-streefdatum" value="jij \w+" checked', pagina)


def _nog_eens(client: Client, eerder: dict[str, str], **anders: str) -> None:
    """The other saves once more, over what they saved before."""
    client.post(EEN, VELDEN | TOEN | {"omschrijving": "Van Amira"} | eerder | anders)


def test_wie_weer_te_laat_is_kiest_alleen_wat_daarna_veranderde(ingelogd: Ingelogd) -> None:
    joris, velden, eerst = _bots(ingelogd)
    gekozen = _keuzes(eerst, streefdatum="jij", meetbaar="nu", omschrijving="allebei")
    _nog_eens(ingelogd("amira"), {"versie": velden["versie"]}, omschrijving="Nog iets")

    weer = joris.post(EEN, velden | gekozen)
    nu = _keuzes(weer.content.decode(), streefdatum="jij", meetbaar="nu", omschrijving="jij")
    joris.post(EEN, velden | nu | {"versie": str(weer.context["formulier"]["versie"].value())})

    assert [een.veld.name for een in weer.context["anders"]] == ["omschrijving"]
    assert [een.veld.name for een in weer.context["gekozen"]] == ["meetbaar", "streefdatum"]
    assert _doel() == ("Van Joris", "Amira telt.", "2022-11-01")


def test_wat_bij_elkaar_hoort_wordt_ook_dan_samen_gevraagd(ingelogd: Ingelogd) -> None:
    joris, velden, eerst = _bots(ingelogd)
    gekozen = _keuzes(eerst, streefdatum="jij", meetbaar="nu", omschrijving="allebei")
    _nog_eens(ingelogd("amira"), {"versie": velden["versie"]}, meetbaar="Anders geteld.")

    weer = joris.post(EEN, velden | gekozen)

    assert [een.veld.name for een in weer.context["anders"]] == ["meetbaar", "streefdatum"]
    assert [een.veld.name for een in weer.context["gekozen"]] == ["omschrijving"]


def test_wat_alleen_jij_veranderde_gaat_ook_dan_vanzelf_samen(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    begin = _begin(joris)
    zijn = {"omschrijving": "Van Joris", "meetbaar": "Joris telt."}
    amira.post(EEN, VELDEN | {"omschrijving": "Van Amira"})
    eerst = joris.post(EEN, VELDEN | begin | zijn)
    velden = _alles(eerst.context["formulier"])
    keuze = _keuzes(eerst.content.decode(), omschrijving="jij")
    amira.post(EEN, VELDEN | {"omschrijving": "Nog iets", "versie": velden["versie"]})

    weer = joris.post(EEN, velden | keuze)

    assert [een.veld.name for een in weer.context["vanzelf"]] == ["meetbaar"]
    assert [een.veld.name for een in weer.context["anders"]] == ["omschrijving"]


def test_wat_vanzelf_is_ingevuld_telt_in_een_concept_niet_als_eigen_tekst(
    ingelogd: Ingelogd,
) -> None:
    """The other put back what stood there first."""
    amira, joris = ingelogd("amira"), ingelogd("joris")
    begin = _begin(joris)
    amira.post(EEN, VELDEN | {"omschrijving": "Met een fout"})
    botst = joris.post(EEN, VELDEN | begin | {"meetbaar": "Joris telt."})
    versie = str(botst.context["formulier"]["versie"].value())
    amira.post(EEN, VELDEN | {"versie": versie})

    pagina = _uit_concept(joris, _alles(botst.context["formulier"])).content.decode()

    assert 'name="kies-omschrijving"' in pagina
    assert _doel()[0] == VELDEN["omschrijving"]


def test_veranderde_de_ander_niets_van_jou_dan_staat_dat_er(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    begin = _begin(joris)
    amira.post(EEN, VELDEN | {"omschrijving": "Met een fout"})
    amira.post(EEN, VELDEN | {"versie": "2"})

    pagina = joris.post(EEN, VELDEN | begin | {"meetbaar": "Joris telt."}).content.decode()

    assert "Dat raakt niet wat jij veranderde." in pagina
    assert "veranderde een ander andere velden" not in pagina


def test_wat_bij_elkaar_hoort_wordt_samen_gevraagd(ingelogd: Ingelogd) -> None:
    """The measure of one editor with the day of the other is a goal that nobody set."""
    amira, joris = ingelogd("amira"), ingelogd("joris")
    begin = _begin(joris)
    amira.post(EEN, VELDEN | {"streefdatum": "1-10-2022"})

    pagina = joris.post(EEN, VELDEN | begin | {"meetbaar": "Joris telt."}).content.decode()

    assert re.search(r'name="kies-meetbaar" value="jij \w+" checked', pagina)
    assert re.search(r'name="kies-streefdatum" value="nu \w+ \w+" checked', pagina)


@pytest.mark.parametrize(
    ("form", "velden"),
    [
        (VeiligheidForm, {"soort", "voor", "geen"}),
        (BijdrageForm, {"tekst", "publiek", "organisaties"}),
        (BijdrageForm, {"onder_geheim", "grond", "grond_motivering"}),
        (DoelForm, {"meetbaar", "streefdatum"}),
    ],
)
def test_deze_velden_horen_bij_elkaar(form: type[Formulier], velden: set[str]) -> None:
    assert velden in [set(groep) for groep in form.samen]
    assert velden <= form.base_fields.keys()


def test_opnieuw_versturen_houdt_wat_je_koos(rf: RequestFactory) -> None:
    """Without the choice it would be what one typed, over what the other saved."""
    gestuurd = rf.post(EEN, VELDEN | {"kies-meetbaar": "nu", "kies-onzin": "nu"})

    velden = velden_van(gestuurd, resolve(EEN).func)

    assert {naam for naam in velden if naam.startswith("kies-")} == {"kies-meetbaar"}


def _staat_vooraf(pagina: str, veld: str) -> str:
    return str(re.findall(rf'name="kies-{veld}" value="([^"]+)" checked', pagina)[0])


def test_wie_op_die_bladzijde_de_eigen_dag_verandert_koos_die(ingelogd: Ingelogd) -> None:
    """What stands there is chosen beforehand; changing the own day below it did nothing."""
    joris, velden, pagina = _bots(ingelogd)
    keuzes = {f"kies-{een}": _staat_vooraf(pagina, een) for een in ("omschrijving", "streefdatum")}

    joris.post(EEN, velden | keuzes | {"streefdatum": "15-12-2022"})

    assert _doel()[2] == "2022-12-15"


def test_wie_de_eigen_dag_laat_staan_houdt_wat_er_vooraf_koos(ingelogd: Ingelogd) -> None:
    joris, velden, pagina = _bots(ingelogd)

    joris.post(EEN, velden | {"kies-streefdatum": _staat_vooraf(pagina, "streefdatum")})

    assert _doel()[2] == "2022-10-01"


def test_wie_weer_te_laat_is_ziet_de_eigen_dag_gekozen(ingelogd: Ingelogd) -> None:
    joris, velden, pagina = _bots(ingelogd)
    keuze = {"kies-streefdatum": _staat_vooraf(pagina, "streefdatum"), "versie": "1"}

    weer = joris.post(EEN, velden | keuze | {"streefdatum": "15-12-2022"}).content.decode()

    assert _staat_vooraf(weer, "streefdatum").startswith("jij ")


def test_vakjes_die_iemand_daar_aanvinkt_tellen() -> None:
    """Of the safety: kinds of risk that were ticked on the page of both went unsaid."""
    veld = VeiligheidForm.base_fields["soort"]
    keuze = f"nu staat {_merk(veld, ['geweld', 'brand'])}"
    gestuurd = QueryDict(f"kies-soort={keuze}&soort=geweld&soort=brand&soort=bedreiging")

    samen = met_keuzes(gestuurd, VeiligheidForm, {"soort": ["geweld", "bedreiging"]})

    assert samen.getlist("soort") == ["geweld", "brand", "bedreiging"]


def test_wat_de_bladzijde_zelf_meestuurt_is_geen_tekst_van_de_lezer(ingelogd: Ingelogd) -> None:
    """Under "Dit typte je" stood the marks with which the form had begun."""
    velden = VELDEN | {"begin": "1: omschrijving=34893a282f52", "kies-meetbaar": "nu 34893a28 5a5a"}

    antwoord = ingelogd("joris").post(
        f"/zaken/{id_van('casus')}/doelen/{id_van('casus')}",
        velden | {"meetbaar": "Joris telt nu."},
    )
    pagina = antwoord.content.decode()

    assert (antwoord.status_code, "Joris telt nu." in pagina) == (404, True)
    assert "34893a28" not in pagina
