# SPDX-License-Identifier: EUPL-1.2
"""A draft whose form takes it no more: its author reads it, and nobody else."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import resolve

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from vangnet.casus.deelname import rol_beeindigen
from vangnet.casus.models import CasusRol
from vangnet.gebruikers.formulierconcepten import Waarover, concept_bewaren
from vangnet.gebruikers.models import Formulierconcept
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.ingevuld import als_getypt
from vangnet.web.keuzewoorden import keuzewoorden

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
CASUS = id_van("casus")
VRAAG = f"/zaken/{CASUS}/vragen/{id_van('vraag')}"
CONTROLE = f"/zaken/{CASUS}/afsluiten/controle"
ANTWOORD = {"tekst": "Ja, sinds maandag komt zij elke week.", "publiek": "alleen_huis"}
BEWAARD = "Het is wel bewaard als concept"


def _typ(client: Client, adres: str, **velden: str) -> None:
    client.post("/werk/concepten", {"concept-adres": adres, "concept-versie": "0", **velden})


def _concept(naam: str) -> UUID:
    with als(Vrager(id_van(naam))):
        return Formulierconcept.objects.exclude(inhoud="1.AAAA").get().pk


def test_wie_antwoordt_op_een_ingetrokken_vraag_leest_dat_en_houdt_de_tekst(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    _typ(bram, VRAAG, tekst="Ja, sinds maandag")
    ingelogd("amira").post(f"{VRAAG}/intrekken")

    antwoord = bram.post(VRAAG, ANTWOORD)
    pagina = antwoord.content.decode()

    assert antwoord.status_code == 409
    assert in_het_journaal("beeld.geweigerd") == [(id_van("bram"), id_van("vraag"), None, False)]
    assert "De vraag is ingetrokken." in pagina
    assert BEWAARD in pagina
    assert ANTWOORD["tekst"] in pagina
    later = bram.get(VRAAG, follow=True)
    assert later.redirect_chain == [(f"/werk/concepten/{_concept('bram')}", 302)]
    assert ANTWOORD["tekst"] in later.content.decode()


def test_wie_niet_wil_antwoorden_op_een_ingetrokken_vraag_houdt_de_reden(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("amira").post(f"{VRAAG}/intrekken")

    antwoord = ingelogd("bram").post(f"{VRAAG}/weigeren", {"reden": "Zij wil dit niet."})
    pagina = antwoord.content.decode()

    assert (antwoord.status_code, "Zij wil dit niet." in pagina) == (409, True)
    # Nothing was kept before, so leaving the page asks first.
    assert "data-nietbewaard" in pagina


def test_wie_alleen_de_grond_invulde_leest_die_bij_een_ingetrokken_vraag(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("amira").post(f"{VRAAG}/intrekken")

    antwoord = ingelogd("bram").post(VRAAG, {"grond_motivering": "Zij vroeg het zelf."})

    assert antwoord.status_code == 409
    assert "Zij vroeg het zelf." in antwoord.content.decode()


def test_een_knop_zonder_tekst_die_te_laat_is_gooit_geen_concept_weg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    afspraak = f"/zaken/{CASUS}/afspraken/{id_van('afspraak')}"
    _typ(amira, f"{afspraak}/vervallen", reden="Zij is verhuisd.")
    ingelogd("joris").post(f"{afspraak}/gereed")

    amira.post(f"{afspraak}/vervallen", {"terug": "ja"})

    assert "Zij is verhuisd." in amira.get(f"/werk/concepten/{_concept('amira')}").content.decode()


def test_een_ingetrokken_vraag_waarbij_niets_is_getypt_is_er_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("amira").post(f"{VRAAG}/intrekken")

    assert ingelogd("bram").get(VRAAG).status_code == 404


@pytest.mark.parametrize("methode", ["get", "post"])
def test_wie_van_de_zaak_af_is_leest_wat_er_was_getypt(
    methode: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol, bram = neem_deel("bram"), ingelogd("bram")
    _typ(bram, VRAAG, tekst=ANTWOORD["tekst"])
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(rol.pk)

    if methode == "post":
        geweigerd = bram.post(VRAAG, {"tekst": "En sinds dinsdag ook."})
        assert (geweigerd.status_code, BEWAARD in geweigerd.content.decode()) == (404, True)
    later = bram.get(VRAAG, follow=True).content.decode()

    assert ("En sinds dinsdag ook." if methode == "post" else ANTWOORD["tekst"]) in later
    assert "ZVH-2022-0001" not in later


def test_wie_het_recht_niet_meer_heeft_leest_wat_er_was_getypt(ingelogd: Ingelogd) -> None:
    """As somebody whose role ended: Frank may see no casework."""
    with als(Vrager(id_van("frank"))):
        concept_bewaren(id_van("frank"), VRAAG, ANTWOORD, versie=0, over=Waarover())

    assert ANTWOORD["tekst"] in ingelogd("frank").get(VRAAG, follow=True).content.decode()


def test_een_geweigerd_formulier_dat_nog_geen_concept_had_krijgt_er_geen(
    ingelogd: Ingelogd,
) -> None:
    bram = ingelogd("bram")

    antwoord = bram.post(VRAAG, ANTWOORD)

    pagina = antwoord.content.decode()
    assert (antwoord.status_code, "data-nietbewaard" in pagina) == (404, True)
    assert in_het_journaal("formulierconcept.begonnen") == []


def test_een_ander_leest_jouw_concept_niet(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, f"/zaken/{CASUS}/doelen/nieuw", omschrijving="Kanarie-omschrijving")
    adres = f"/werk/concepten/{_concept('amira')}"

    assert "Kanarie-omschrijving" in amira.get(adres).content.decode()
    assert ingelogd("joris").get(adres).status_code == 404


def test_wie_leest_wat_er_was_getypt_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, f"/zaken/{CASUS}/doelen/nieuw", omschrijving="Kanarie-omschrijving")
    concept = _concept("amira")
    amira.get(f"/werk/concepten/{concept}")

    assert in_het_journaal("formulierconcept.ingezien") == [(id_van("amira"), concept, CASUS, True)]


def test_wat_is_weggegooid_is_daar_niet_te_lezen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, f"/zaken/{CASUS}/doelen/nieuw", omschrijving="Kanarie-omschrijving")
    concept = _concept("amira")
    amira.post(f"/werk/concepten/{concept}/weg")

    assert amira.get(f"/werk/concepten/{concept}").status_code == 404


def test_daar_staat_elke_vraag_met_haar_antwoord_en_geen_sleutel(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = {"omschrijving": "Belt de huisarts", "domein": "zorg", "wie": str(id_van("ggz"))}
    _typ(amira, f"/zaken/{CASUS}/afspraken/nieuw", **velden)

    pagina = amira.get(f"/werk/concepten/{_concept('amira')}").content.decode()

    assert "<dt>Wat</dt><dd>Belt de huisarts</dd>" in pagina
    assert "<dt>Domein</dt><dd>Zorg</dd>" in pagina
    assert str(id_van("ggz")) not in pagina


@pytest.mark.parametrize(
    ("adres", "velden", "regel"),
    [
        ("bijdragen/nieuw", {"organisaties": "ggz"}, "<dd>GGZ Noorderlicht</dd>"),
        ("afspraken/nieuw", {"doel": "doel"}, "<dt>Hoort bij doel</dt><dd>Kanarie-doel</dd>"),
    ],
)
def test_daar_staat_hoe_een_keuze_heet_die_alleen_het_formulier_kent(
    adres: str, velden: dict[str, str], regel: str, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    keuze = {naam: str(id_van(wat)) for naam, wat in velden.items()}
    _typ(amira, f"/zaken/{CASUS}/{adres}", **keuze)

    assert regel in amira.get(f"/werk/concepten/{_concept('amira')}").content.decode()


@pytest.mark.django_db
def test_een_veld_van_een_reeks_heeft_een_vraag_en_een_antwoord_in_woorden() -> None:
    besluit = resolve(f"/aanmeldingen/{id_van('aanmelding')}/besluit").func
    velden = {
        "naam_3": "Els",
        "akkoord_3": "nee",
        f"huisgeldt_{CASUS}": "ja",
        f"huismotivering_{CASUS}": "Zij wonen hier.",
    }
    with als(Vrager(id_van("amira"))):
        regels = als_getypt(besluit, velden)

    assert [(str(een.vraag), een.antwoord) for een in regels] == [
        ("Naam van beslisser 3", "Els"),
        ("Is beslisser 3 het eens?", "Nee"),
        ("Geldt het criterium van het huis?", "Ja"),
        ("Waarom vinden de deelnemers dat?", "Zij wonen hier."),
    ]


@pytest.mark.django_db
def test_een_code_heet_zoals_in_de_lijst_van_haar_eigen_veld() -> None:
    with als(Vrager(id_van("amira"))):
        keuzes = {"domein": ["zorg"], "signaal": ["zorg"], "gemeente": ["GM0344"]}
        woorden = keuzewoorden(keuzes, casus=None, wie=kijker(Recht.INGELOGD))

    assert dict(woorden) == {("domein", "zorg"): "Zorg", ("gemeente", "GM0344"): "Utrecht"}


def test_van_een_deelnemer_staat_er_wie_het_doet(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    _typ(amira, f"/zaken/{CASUS}/afspraken/nieuw", wie=f"{id_van('ggz')}:{id_van('bram')}")

    pagina = amira.get(f"/werk/concepten/{_concept('amira')}").content.decode()

    assert "<dt>Wie</dt><dd>GGZ Noorderlicht: Bram Douma</dd>" in pagina


def test_wie_de_zaak_niet_meer_ziet_leest_daar_geen_namen_uit_de_zaak(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol, bram = neem_deel("bram"), ingelogd("bram")
    adres = f"/zaken/{CASUS}/afspraken/nieuw"
    with als(Vrager(id_van("bram"))):
        velden = {"wie": f"{id_van('ggz')}:{id_van('bram')}", "doel": str(id_van("doel"))}
        velden |= {"omschrijving": "Belt de huisarts"}
        concept_bewaren(id_van("bram"), adres, velden, versie=0, over=Waarover(CASUS))
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(rol.pk)

    pagina = bram.get(f"/werk/concepten/{_concept('bram')}").content.decode()

    assert "Belt de huisarts" in pagina
    assert "Kanarie-doel" not in pagina
    assert "<dt>Wie</dt>" not in pagina


def test_de_controle_van_een_teruggenomen_voorstel_is_nog_te_lezen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    terug = {"voorstel": str(id_van("besluit")), "oordeel": "nee", "reden": "Te vroeg."}
    assert amira.post(CONTROLE, terug).status_code == 302
    _typ(amira, CONTROLE, reden="De overdracht klopt nog niet.")

    verstuurd = amira.post(CONTROLE, {"reden": "De overdracht klopt niet.", "oordeel": "nee"})
    later = amira.get(CONTROLE, follow=True).content.decode()

    assert (verstuurd.status_code, BEWAARD in verstuurd.content.decode()) == (409, True)
    assert "<dt>Klopt het voorstel?</dt><dd>Nee, geef het terug</dd>" in verstuurd.content.decode()
    assert "De overdracht klopt niet." in later
    assert "Er ligt geen voorstel meer." in later


def test_wie_een_bijdrage_introk_leest_wat_er_nog_was_getypt(ingelogd: Ingelogd) -> None:
    amira, eigen = ingelogd("amira"), f"/zaken/{CASUS}/bijdragen/{id_van('bijdrage-iedereen')}"
    _typ(amira, eigen, tekst="Kanarie-nog-niet-opgeslagen", publiek="alleen_huis")
    amira.post(f"{eigen}/intrekken")

    pagina = amira.get(eigen).content.decode()

    assert "Wat je had getypt" in pagina
    assert "<dt>Tekst</dt><dd>Kanarie-nog-niet-opgeslagen</dd>" in pagina
    assert "staat in het formulier" not in pagina
    assert in_het_journaal("formulierconcept.ingezien") == [
        (id_van("amira"), _concept("amira"), CASUS, True)
    ]
