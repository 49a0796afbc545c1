# SPDX-License-Identifier: EUPL-1.2
"""Contributing to a casus, as the pages do it."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal, opgeschreven
from vangnet.casus.models import Betrokkenheid, Bijdrage, CasusRol
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
NIEUW = f"{ZAAK}/bijdragen/nieuw"
VELDEN = {
    "soort": "feit",
    "tekst": "Hij woont sinds maart bij zijn zus.",
    "publiek": "iedereen",
    "categorie": "woonsituatie",
    "doel": "afstemming",
}


def _laatste(naam: str = "amira") -> Bijdrage:
    with als(Vrager(id_van(naam))):
        bijdrage = (
            Bijdrage.objects.order_by("-aangemaakt_op").exclude(tekst__startswith="Kanarie").first()
        )
    assert bijdrage is not None
    return bijdrage


def _adres(bijdrage: UUID) -> str:
    return f"{ZAAK}/bijdragen/{bijdrage}"


def _stand(client: Client, bijdrage: UUID) -> str:
    return str(client.get(_adres(bijdrage)).context["formulier"].initial["stand"])


def test_wat_het_huis_deelt_leest_de_partner_met_het_publiek_eronder(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("amira").post(NIEUW, VELDEN)

    pagina = ingelogd("bram").get(ZAAK).content.decode()

    assert VELDEN["tekst"] in pagina
    assert "iedereen in deze zaak" in pagina


def test_dezelfde_bijdrage_na_de_terugknop_staat_er_een_keer(ingelogd: Ingelogd) -> None:
    """The page behind the button has a form of its own; the browser fills in the text again."""
    amira = ingelogd("amira")
    amira.post(NIEUW, {**VELDEN, "eenmalig": str(uuid4())})
    antwoord = amira.post(NIEUW, {**VELDEN, "eenmalig": str(uuid4())}, follow=True)
    amira.post(NIEUW, {**VELDEN, "eenmalig": str(uuid4()), "voorwaarden": "Niet doorvertellen."})

    assert "Deze bijdrage staat er al" in antwoord.content.decode()
    with als(Vrager(id_van("amira"))):
        assert Bijdrage.objects.filter(tekst=VELDEN["tekst"]).count() == 2


def test_een_keuze_in_een_concept_die_niet_meer_kan_wordt_niet_stil_een_andere(
    ingelogd: Ingelogd,
) -> None:
    amira, weg = ingelogd("amira"), str(uuid4())
    concept = {"concept-adres": NIEUW, "concept-versie": "0", "tekst": "Kanarie", "over": weg}
    amira.post("/werk/concepten", concept)

    pagina = amira.get(NIEUW).content.decode()
    antwoord = amira.post(NIEUW, {**VELDEN, "over": weg})

    assert f'<option value="{weg}" selected>Kies opnieuw: dit kan niet meer</option>' in pagina
    assert antwoord.status_code == 422


@pytest.mark.parametrize("blad", ["", "/tijdlijn"])
def test_het_huis_leest_dat_een_bijdrage_over_iemand_aan_een_kant_daar_blijft(
    blad: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        hoofd = Betrokkenheid.objects.get(casus=id_van("casus"), rol="hoofdbetrokkene")
        zijde_wisselen(hoofd.pk, gelezen=None, zijde=1, reden="Zij staan tegenover elkaar.")
    amira = ingelogd("amira")
    amira.post(NIEUW, VELDEN | {"over": str(hoofd.pk)})

    zin = "iedereen in deze zaak, niet voor partners die aan een andere kant staan"
    assert zin in amira.get(f"{ZAAK}{blad}").content.decode()
    van_bram = ingelogd("bram").get(f"{ZAAK}{blad}").content.decode()
    assert (VELDEN["tekst"] in van_bram, "andere kant" in van_bram) == (True, False)


def test_een_partner_deelt_namens_de_eigen_organisatie(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    antwoord = ingelogd("bram").post(NIEUW, VELDEN)

    assert antwoord.status_code == 302
    assert _laatste().bron_id == id_van("ggz")


def test_van_een_bron_met_beroepsgeheim_vraagt_het_formulier_een_grond(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    antwoord = ingelogd("bram").post(NIEUW, {**VELDEN, "categorie": "gezondheid"})

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["onder_geheim"]


def test_met_een_grond_en_een_zin_mag_het(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    grond = {"onder_geheim": "on", "grond": "toestemming", "grond_motivering": "Getekend in maart."}

    antwoord = ingelogd("bram").post(NIEUW, {**VELDEN, "categorie": "gezondheid", **grond})

    assert antwoord.status_code == 302


def test_een_gekozen_organisatie_ontbreekt(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post(NIEUW, {**VELDEN, "publiek": "organisaties"})

    assert list(antwoord.context["formulier"].errors) == ["organisaties"]


@pytest.mark.asvs("8.3.2")
def test_wie_uit_het_publiek_valt_ziet_het_bij_het_volgende_verzoek_niet_meer(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira, bram = ingelogd("amira"), ingelogd("bram")
    keuze = {**VELDEN, "publiek": "organisaties", "organisaties": [str(id_van("ggz"))]}
    amira.post(NIEUW, keuze)
    zag = VELDEN["tekst"] in bram.get(ZAAK).content.decode()
    eigen = _laatste().pk

    smaller = {**VELDEN, "publiek": "alleen_huis", "stand": _stand(amira, eigen)}
    amira.post(_adres(eigen), smaller)

    assert zag
    assert VELDEN["tekst"] not in bram.get(ZAAK).content.decode()


def test_een_oude_tekst_opslaan_toont_beide_teksten(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(NIEUW, VELDEN)
    eigen = _laatste().pk
    oud = _stand(amira, eigen)
    amira.post(_adres(eigen), {**VELDEN, "tekst": "Tekst van het ene venster.", "stand": oud})

    antwoord = amira.post(_adres(eigen), {**VELDEN, "tekst": "Van het andere.", "stand": oud})

    assert antwoord.status_code == 409
    pagina = antwoord.content.decode()
    assert "Tekst van het ene venster." in pagina
    assert "Van het andere." in pagina
    assert _laatste().tekst == "Tekst van het ene venster."
    with als(Vrager(id_van("amira"))):
        # When it was opened to be changed, and on the page that merges.
        assert Handeling.objects.filter(handeling="bijdrage.ingezien").count() == 2


def test_wie_zelf_in_een_ander_venster_wijzigde_leest_niet_dat_het_een_ander_was(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    amira.post(NIEUW, VELDEN)
    adres = _adres(_laatste().pk)
    form = amira.get(adres).context["formulier"]
    oud = {"stand": form["stand"].value(), "begin": form["begin"].value()}
    amira.post(adres, {**VELDEN, "voorwaarden": "Bespreek dit niet.", **oud})

    pagina = amira.post(adres, {**VELDEN, "tekst": "Van hier.", **oud}).content.decode()

    assert "Je had dit in een ander venster al gewijzigd" in pagina
    assert "Zoals je het in het andere venster opsloeg." in pagina
    assert "Iemand was je voor" not in pagina


def test_na_het_vergelijken_mag_de_tekst_worden_opgeslagen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(NIEUW, VELDEN)
    eigen = _laatste().pk
    botsing = amira.post(_adres(eigen), {**VELDEN, "tekst": "Van het andere.", "stand": "oud"})

    stand = botsing.context["formulier"]["stand"].value()
    amira.post(_adres(eigen), {**VELDEN, "tekst": "Van het andere.", "stand": stand})

    assert _laatste().tekst == "Van het andere."


def test_op_de_bladzijde_met_beide_teksten_van_een_bijdrage_is_gekeken(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    amira.post(NIEUW, VELDEN)
    eigen = _laatste().pk
    voor = len(in_het_journaal("bijdrage.ingezien"))

    amira.post(_adres(eigen), {**VELDEN, "tekst": "Van het andere.", "stand": "oud"})

    assert in_het_journaal("bijdrage.ingezien")[voor:] == [
        (id_van("amira"), eigen, id_van("casus"), True)
    ]


def test_een_oud_formulier_maakt_een_versmald_publiek_niet_weer_breed(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """Only the audience changed, which no version of the row tells."""
    neem_deel("bram")
    amira = ingelogd("amira")
    organisaties = [str(id_van("ggz"))]
    keuze = {**VELDEN, "publiek": "organisaties", "organisaties": organisaties}
    amira.post(NIEUW, keuze)
    eigen = _laatste()
    oud = _stand(amira, eigen.pk)
    with als(Vrager(id_van("amira"))):
        eigen.genoemd.all().delete()

    assert amira.post(_adres(eigen.pk), {**keuze, "stand": oud}).status_code == 409


def test_een_ingetrokken_bijdrage_ziet_alleen_de_auteur_nog(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    amira.post(NIEUW, VELDEN)

    amira.post(f"{_adres(_laatste().pk)}/intrekken")

    zien = {
        naam: VELDEN["tekst"] in ingelogd(naam).get(ZAAK).content.decode()
        for naam in ("amira", "joris", "bram")
    }
    assert zien == {"amira": True, "joris": False, "bram": False}


@pytest.mark.asvs("8.2.2")
def test_een_werknotitie_van_een_ander_ziet_ook_het_huis_niet(ingelogd: Ingelogd) -> None:
    assert "Kanarie-bijdrage-werknotitie" not in ingelogd("amira").get(ZAAK).content.decode()
    assert "Kanarie-bijdrage-werknotitie" in ingelogd("joris").get(ZAAK).content.decode()


@pytest.mark.asvs("8.2.2")
def test_een_partner_ziet_niet_wat_alleen_voor_het_huis_is(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("amira").post(NIEUW, {**VELDEN, "publiek": "alleen_huis"})

    assert VELDEN["tekst"] not in ingelogd("bram").get(ZAAK).content.decode()


@pytest.mark.asvs("8.2.2")
def test_de_bijdrage_van_een_ander_is_er_niet_om_aan_te_passen(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(NIEUW, VELDEN)

    assert ingelogd("joris").get(_adres(_laatste().pk)).status_code == 404


@pytest.mark.asvs("16.2.5")
def test_het_journaal_noemt_velden_en_nooit_de_tekst(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(NIEUW, VELDEN)

    with als(Vrager(id_van("amira"))):
        rij = Handeling.objects.get(handeling="bijdrage.toegevoegd")
    assert "tekst" in rij.velden
    assert "maart" not in str(vars(rij))


@pytest.mark.parametrize("naam", ["amira", "bram"])
def test_zonder_keuzes_zegt_het_formulier_wat_er_ontbreekt(
    naam: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    antwoord = ingelogd(naam).post(NIEUW, {"tekst": ""})

    assert antwoord.status_code == 422
    assert {"tekst", "publiek", "categorie", "doel"} <= set(antwoord.context["formulier"].errors)


def test_een_bijdrage_van_begin_tot_eind_staat_in_het_eigen_spoor(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(NIEUW, VELDEN)
    eigen = _laatste().pk
    anders = {**VELDEN, "tekst": "Hij woont alleen.", "stand": _stand(amira, eigen)}
    amira.post(_adres(eigen), anders)
    amira.post(f"{_adres(eigen)}/intrekken")

    with als(Vrager(id_van("amira"))):
        sporen = Handeling.objects.filter(handeling__startswith="bijdrage.").order_by("moment")
        assert list(sporen.values_list("handeling", flat=True)) == [
            "bijdrage.toegevoegd",
            "bijdrage.ingezien",
            "bijdrage.gewijzigd",
            "bijdrage.ingetrokken",
        ]


def _aantal() -> int:
    with als(Vrager(id_van("amira"))):
        return Bijdrage.objects.filter(tekst=VELDEN["tekst"]).count()


def test_hetzelfde_formulier_nog_een_keer_versturen_voegt_niets_toe(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    eenmalig = str(client.get(NIEUW).context["formulier"]["eenmalig"].value())

    antwoorden = [client.post(NIEUW, VELDEN | {"eenmalig": eenmalig}) for _ in range(3)]

    assert [een.headers["Location"] for een in antwoorden] == [f"{ZAAK}#bijdragen"] * 3
    assert _aantal() == 1


def test_hetzelfde_formulier_met_een_andere_tekst_is_een_nieuwe_bijdrage(
    ingelogd: Ingelogd,
) -> None:
    client, eenmalig = ingelogd("amira"), {"eenmalig": "7f0c0b53-0f0f-4b3e-8f5e-1d2c3b4a5968"}
    client.post(NIEUW, VELDEN | eenmalig | {"tekst": "Eerst dit."})
    client.post(NIEUW, VELDEN | eenmalig)

    assert _aantal() == 1


@pytest.mark.asvs("8.2.2")
def test_het_nummer_van_andermans_formulier_of_bijdrage_zegt_niets(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    eenmalig = "7f0c0b53-0f0f-4b3e-8f5e-1d2c3b4a5968"
    ingelogd("amira").post(NIEUW, VELDEN | {"eenmalig": eenmalig})

    antwoorden = [
        ingelogd("bram").post(NIEUW, VELDEN | {"eenmalig": nummer})
        for nummer in (eenmalig, str(_laatste().pk))
    ]

    assert [een.status_code for een in antwoorden] == [302, 302]
    assert _laatste("bram").auteur_id == id_van("bram")


def test_intrekken_is_ongedaan_te_maken_ook_na_herladen(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira, bram = ingelogd("amira"), ingelogd("bram")
    amira.post(NIEUW, VELDEN)
    eigen = _adres(_laatste().pk)
    amira.post(f"{eigen}/intrekken")

    with opgeschreven() as gedaan:
        for adres in (eigen, eigen, ZAAK):
            assert f'action="{eigen}/terug"' in amira.get(adres).content.decode()
    assert gedaan[:2] == ["bijdrage.ingezien", "bijdrage.ingezien"]
    amira.post(f"{eigen}/terug")

    assert VELDEN["tekst"] in bram.get(ZAAK).content.decode()
    with als(Vrager(id_van("amira"))):
        assert Handeling.objects.filter(handeling="bijdrage.teruggezet").count() == 1


def test_wat_een_ander_introk_zet_niemand_terug(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    amira.post(NIEUW, VELDEN)
    eigen = _adres(_laatste().pk)
    amira.post(f"{eigen}/intrekken")

    assert joris.post(f"{eigen}/terug").status_code == 404
    assert VELDEN["tekst"] not in joris.get(ZAAK).content.decode()


def test_wie_verbetert_wat_in_een_ander_venster_is_ingetrokken_houdt_de_tekst(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    bram.post(NIEUW, VELDEN | {"publiek": "alleen_huis"})
    eigen = _adres(_laatste("bram").pk)
    velden = VELDEN | {
        "tekst": "Hij woont bij zijn broer.",
        "stand": _stand(bram, _laatste("bram").pk),
    }
    bram.post(f"{eigen}/intrekken")

    with opgeschreven() as gedaan:
        antwoord = bram.post(eigen, velden)

    pagina = antwoord.content.decode()
    assert gedaan[:1] == ["bijdrage.geweigerd"]
    assert (antwoord.status_code, "Je trok deze bijdrage zelf in." in pagina) == (409, True)
    assert "Hij woont bij zijn broer." in pagina
    assert "Iemand was je voor" not in pagina
    # Who isn't its author learns nothing of it.
    amira = ingelogd("amira")
    nergens = amira.post(f"{ZAAK}/bijdragen/{id_van('niets')}", velden)
    assert (nergens.status_code, amira.post(eigen, velden).content) == (404, nergens.content)
