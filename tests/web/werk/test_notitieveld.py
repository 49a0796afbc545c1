# SPDX-License-Identifier: EUPL-1.2
"""What somebody types in the note field is a draft as any other, whatever becomes of the casus."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from vangnet.casus.models import Notitieconcept
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
CASUS, CONCEPT = id_van("casus"), id_van("notitieconcept")
ZAAK, WERK = f"/zaken/{CASUS}", "/werk/"
NOTITIE, ONDERWEG = f"{ZAAK}/notitie", f"/onderweg/{CASUS}/notitie"
LEES = f"/werk/concepten/{CONCEPT}"
# The cast has a text of Joris, whom the casus doesn't name.
TEKST, GETYPT = "Kanarie-concept", "Kanarie-concept, half af"
NIET_VAN_JOU = [f"/werk/concepten/{een}" for een in (CONCEPT, id_van("bestaat-niet"))]
BEWAARD, WEG = "Het is wel bewaard als concept", "Als je deze pagina verlaat, is het weg"
NIET_HIER = "Wat je hier typt, wordt nu niet bewaard: deze zaak is er niet meer voor je."
EERDER = "Wat je hier eerder typte, is wel bewaard als concept"


@pytest.fixture
def beperkt(ingelogd: Ingelogd) -> None:
    """Joris types, and then Amira alone is named: nobody else of the house sees the casus."""
    ingelogd("joris").post(f"{NOTITIE}/concept", {"tekst": GETYPT})
    amira = ingelogd("amira")
    amira.post(f"{ZAAK}/delen/uitnodigen", {"wie": f"{id_van('amira')}||regisseur"})
    amira.post(f"{ZAAK}/delen/beperkt", {"beperkt": "ja"})


def _veld(client: Client) -> str:
    return str(client.get(ZAAK).context["formulier"]["tekst"].value())


def _rijen(client: Client) -> list[tuple[str, str, bool]]:
    """As Mijn werk lists them: what, of which casus, and whether it was thrown away."""
    return [(een.soort, een.kenmerk, een.is_weg) for een in client.get(WERK).context["concepten"]]


def test_wie_niet_op_de_zaak_staat_vindt_zijn_notitie_met_de_tijd_op_mijn_werk(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")
    joris.post(f"{NOTITIE}/concept", {"tekst": f"{TEKST}, verder"})

    assert _rijen(joris) == [("Notitie", "ZVH-2022-0001", False)]
    pagina = joris.get(WERK)
    (rij,) = pagina.context["concepten"]
    assert (nu() - rij.bewaard_op) < timedelta(minutes=5)
    assert f'action="{LEES}/weg"' in pagina.content.decode()
    assert f"{TEKST}, verder" in joris.get(rij.url).content.decode()


def test_een_weggegooide_notitie_haal_je_een_uur_lang_terug(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")

    joris.post(f"{LEES}/weg")
    weg = (_veld(joris), _rijen(joris), joris.get(LEES).status_code)
    joris.post(f"{LEES}/terug")

    assert weg == ("", [("Notitie", "ZVH-2022-0001", True)], 404)
    assert _veld(joris) == TEKST


def test_wie_verder_typt_na_weggooien_haalt_de_eerste_tekst_terug_boven_de_nieuwe(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")
    joris.post(f"{LEES}/weg")

    joris.post(f"{NOTITIE}/concept", {"tekst": "Iets anders"})
    veld, rijen = _veld(joris), _rijen(joris)
    terug = joris.post(f"{LEES}/terug").status_code

    assert (veld, [weg for *_, weg in rijen]) == ("Iets anders", [False, True])
    assert (terug, _veld(joris)) == (302, "Kanarie-concept\n\nIets anders")
    assert _rijen(joris) == [("Notitie", "ZVH-2022-0001", False)]


def test_wat_verder_getypt_is_aan_wat_je_weggooide_komt_er_een_keer_te_staan(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")
    joris.post(f"{LEES}/weg")

    joris.post(f"{NOTITIE}/concept", {"tekst": GETYPT})
    joris.post(f"{LEES}/terug")

    assert _veld(joris) == "Kanarie-concept, half af"


def test_een_venster_dat_openstond_schrijft_niet_over_wat_je_terughaalde(
    ingelogd: Ingelogd,
) -> None:
    joris, venster = ingelogd("joris"), {"eenmalig": str(id_van("venster"))}
    joris.post(f"{LEES}/weg")
    joris.post(f"{NOTITIE}/concept", {"tekst": "Nieuw", "nummer": "1", **venster})
    joris.post(f"{LEES}/terug")

    joris.post(f"{NOTITIE}/concept", {"tekst": "Nieuw en meer", "nummer": "2", **venster})

    assert _veld(joris) == "Kanarie-concept\n\nNieuw"


def test_een_notitie_ongedaan_maken_laat_staan_wat_je_net_weggooide(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.post(f"{LEES}/weg")
    joris.post(NOTITIE, {"tekst": "Gebeld.", "publiek": "alleen_huis", "categorie": "begeleiding"})
    opgeslagen = joris.get(ZAAK).context["terug"].bijdrage.pk

    joris.post(f"{NOTITIE}/{opgeslagen}/terug", {"tekst": ""})
    veld = _veld(joris)
    joris.post(f"{LEES}/terug")

    assert (veld, _veld(joris)) == ("Gebeld.", "Kanarie-concept\n\nGebeld.")


def test_verder_typen_na_weggooien_begint_een_concept_in_het_journaal(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.post(f"{LEES}/weg")

    joris.post(f"{NOTITIE}/concept", {"tekst": "Iets anders"})

    ((wie, concept, casus, mag),) = in_het_journaal("formulierconcept.begonnen")
    assert (wie, casus, mag) == (id_van("joris"), CASUS, True)
    assert concept != CONCEPT


def test_een_notitie_opslaan_laat_staan_wat_je_net_weggooide(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.post(f"{LEES}/weg")

    velden = {"tekst": "Gebeld.", "publiek": "alleen_huis", "categorie": "begeleiding"}
    assert joris.post(NOTITIE, velden).status_code == 302
    joris.post(f"{LEES}/terug")

    assert _veld(joris) == TEKST


def _zaken_in_het_journaal() -> list[UUID]:
    with als(Vrager(id_van("frank"))):
        blik = Handeling.objects.filter(handeling="werk.ingezien").latest("moment")
        rijen = Onderwerp.objects.filter(handeling=blik, soort="casus")
        return list(rijen.values_list("onderwerp", flat=True))


def test_het_journaal_noemt_de_zaak_van_een_notitie_op_mijn_werk(ingelogd: Ingelogd) -> None:
    """That casus doesn't name Joris, so nothing else on the page is about it."""
    joris = ingelogd("joris")

    assert joris.get(WERK).context["casussen"] == []
    assert _zaken_in_het_journaal() == [CASUS]


def test_het_journaal_noemt_de_zaak_van_een_formulier_op_mijn_werk(ingelogd: Ingelogd) -> None:
    """Joris empties the note field first, so that nothing else on the page is about it."""
    joris, adres = ingelogd("joris"), f"{ZAAK}/doelen/nieuw"
    joris.post(f"{NOTITIE}/concept", {"tekst": "", "merk": f"{CONCEPT}.1"})
    getypt = {"concept-adres": adres, "concept-versie": "0", "omschrijving": "Werk vinden"}
    assert joris.post("/werk/concepten", getypt).status_code == 200

    assert _rijen(joris) == [("Doel", "ZVH-2022-0001", False)]
    assert _zaken_in_het_journaal() == [CASUS]


@pytest.mark.usefixtures("beperkt")
def test_het_journaal_noemt_geen_zaak_waarvan_mijn_werk_het_kenmerk_niet_toont(
    ingelogd: Ingelogd,
) -> None:
    assert _rijen(ingelogd("joris")) == [("Notitie", "", False)]
    assert _zaken_in_het_journaal() == []


@pytest.mark.usefixtures("beperkt")
def test_wie_de_zaak_niet_meer_mag_openen_leest_zijn_notitie_en_niets_van_de_zaak(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")
    werk = joris.get(WERK)
    pagina = joris.get(werk.context["concepten"][0].url, follow=True)

    assert joris.get(ZAAK).status_code == 404
    assert pagina.redirect_chain == [(LEES, 302)]
    assert f"<dt>Notitie</dt><dd>{GETYPT}</dd>" in pagina.content.decode()
    assert "ZVH-2022-0001" not in werk.content.decode() + pagina.content.decode()
    assert "Concept weggooien" in pagina.content.decode()


@pytest.mark.usefixtures("beperkt")
def test_ook_van_een_zaak_die_je_niet_mag_openen_gooi_je_een_notitie_weg(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")

    joris.post(f"{LEES}/weg")
    weg = _rijen(joris)
    joris.post(f"{LEES}/terug")

    assert (weg, _rijen(joris)) == ([("Notitie", "", True)], [("Notitie", "", False)])


@pytest.mark.usefixtures("beperkt")
@pytest.mark.parametrize("adres", [NOTITIE, ONDERWEG])
@pytest.mark.parametrize("hx", [{}, {"HX-Request": "true"}], ids=["zonder script", "met script"])
def test_wie_een_notitie_te_laat_verstuurt_leest_wat_ervan_is_bewaard(
    hx: dict[str, str], adres: str, ingelogd: Ingelogd
) -> None:
    """Of Onderweg as somebody without that right: Joris is no trajectbegeleider."""
    joris, kwam = ingelogd("joris"), "Hij komt donderdag."

    heel = joris.post(adres, {"tekst": GETYPT}, headers=hx)
    # Of a form that never knew what was kept.
    deels = joris.post(adres, {"tekst": kwam}, headers=hx)

    assert (heel.status_code, deels.status_code) == (404, 404)
    zinnen = [
        [zin in een.content.decode() for zin in (BEWAARD, WEG, EERDER)] for een in (heel, deels)
    ]
    assert zinnen == [[True, False, False], [False, True, True]]
    assert kwam in deels.content.decode()
    assert f"<dd>{GETYPT}</dd>" in joris.get(adres, follow=True).content.decode()


@pytest.mark.usefixtures("beperkt")
@pytest.mark.parametrize("adres", [NOTITIE, ONDERWEG])
def test_wat_je_verder_typte_en_te_laat_verstuurt_komt_bij_je_concept(
    adres: str, ingelogd: Ingelogd
) -> None:
    joris, verder = ingelogd("joris"), f"{GETYPT}. Hij komt donderdag."
    venster = {"eenmalig": str(id_van("venster"))}
    joris.post(f"{NOTITIE}/concept", {"tekst": f"{GETYPT}. Hij", "nummer": "5", **venster})

    antwoord = joris.post(adres, {"tekst": verder, **venster})

    assert (antwoord.status_code, BEWAARD in antwoord.content.decode()) == (404, True)
    assert f"<dd>{verder}</dd>" in joris.get(LEES).content.decode()


@pytest.mark.usefixtures("beperkt")
def test_wat_je_typt_in_een_zaak_die_er_niet_meer_is_komt_bij_je_concept(
    ingelogd: Ingelogd,
) -> None:
    joris, verder = ingelogd("joris"), f"{GETYPT}. Hij komt"
    eerst = _bewaard_op()
    merk = joris.post(f"{NOTITIE}/concept", {"tekst": verder})
    anders = joris.post(f"{NOTITIE}/concept", {"tekst": "Iets anders"})

    assert (merk.status_code, merk.context["merk"].split(".")[0]) == (200, str(CONCEPT))
    assert (anders.status_code, NIET_HIER in anders.content.decode()) == (404, True)
    assert f"<dd>{verder}</dd>" in joris.get(LEES).content.decode()
    # What is shut isn't kept longer by typing on.
    assert _bewaard_op() == eerst


def _bewaard_op() -> datetime:
    with als(Vrager(id_van("joris"))):
        return Notitieconcept.objects.get(pk=CONCEPT).bewaard_op


@pytest.mark.usefixtures("beperkt")
def test_zonder_concept_zegt_het_veld_dat_er_niets_wordt_bewaard(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.post(f"{LEES}/weg")

    hier = joris.post(f"{NOTITIE}/concept", {"tekst": "Eerste woorden"})
    nergens = joris.post(f"/zaken/{id_van('bestaat-niet')}/notitie/concept", {"tekst": "Hoi"})

    assert (hier.status_code, nergens.status_code) == (404, 404)
    assert f'hx-swap-oob="innerHTML:#notitiestand">{NIET_HIER}' in hier.content.decode()
    assert hier.content == nergens.content
    assert _rijen(joris) == [("Notitie", "", True)]


@pytest.mark.usefixtures("beperkt")
def test_een_ander_leest_en_gooit_jouw_notitie_niet_weg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    gelezen = [amira.get(een) for een in NIET_VAN_JOU]
    daden = [amira.post(f"{een}/{daad}") for een in NIET_VAN_JOU for daad in ("weg", "terug")]

    assert {een.status_code for een in [*gelezen, *daden]} == {404}
    assert len({een.content for een in [*gelezen, *daden]}) == 1
    assert _rijen(ingelogd("joris")) == [("Notitie", "", False)]


def test_het_journaal_noemt_de_zaak_van_een_notitie_die_je_leest_weggooit_en_terughaalt(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")
    joris.get(LEES)
    joris.post(f"{LEES}/weg")
    joris.post(f"{LEES}/terug")

    for daad in ("ingezien", "weggegooid", "teruggehaald"):
        rij = (id_van("joris"), CONCEPT, CASUS, True)
        assert in_het_journaal(f"formulierconcept.{daad}") == [rij]
