# SPDX-License-Identifier: EUPL-1.2
"""Asking the aanmelder what is missing, and the answer."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.aanmelden.test_besluit import BESLISSING
from vangnet.aanmelding.besluiten import besluit_vastleggen
from vangnet.aanmelding.models import Navraag
from vangnet.aanmelding.navraag import navraag_beantwoorden, navraag_doen
from vangnet.afsluiting.telling import telling_van
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.opdrachtregel.samenvatting import zinnen
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.aanmelden import navraag

Ingelogd = Callable[[str], Client]
WACHT = id_van("aanmelding-wacht")
AANMELDING = f"/aanmeldingen/{WACHT}"
VRAAG = f"{AANMELDING}/vraag"
ANTWOORD = f"{AANMELDING}/vragen/{id_van('navraag')}"

GESTELD = {
    "tekst": "Sinds wanneer speelt dit?",
    "eenmalig": "0b6e7a52-6a3c-4c0e-8f0d-3f6c5b1f7a01",
}


def test_het_huis_vraagt_en_de_aanmelder_leest_het(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("joris").post(VRAAG, GESTELD)

    assert antwoord.status_code == 302
    assert "Sinds wanneer speelt dit?" in ingelogd("piet").get(AANMELDING).content.decode()


def test_twee_keer_klikken_vraagt_een_keer_en_een_andere_tekst_vraagt_die_ook(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")
    for tekst in (GESTELD["tekst"], GESTELD["tekst"], "Wie woont er nog?"):
        assert joris.post(VRAAG, {**GESTELD, "tekst": tekst}).status_code == 302

    with als(Vrager(id_van("amira"))):
        gevraagd = sorted(Navraag.objects.values_list("vraag", flat=True))
    assert gevraagd == ["Kanarie-navraag", "Sinds wanneer speelt dit?", "Wie woont er nog?"]


def test_de_aanmelder_antwoordt_en_het_huis_leest_het(ingelogd: Ingelogd) -> None:
    ingelogd("piet").post(ANTWOORD, {"tekst": "Sinds het voorjaar."})

    assert "Sinds het voorjaar." in ingelogd("amira").get(AANMELDING).content.decode()


def test_de_lijst_zegt_op_wie_het_wachten_is(ingelogd: Ingelogd) -> None:
    piet = ingelogd("piet")
    eerst = piet.get("/aanmeldingen/").content.decode()
    piet.post(ANTWOORD, {"tekst": "Sinds het voorjaar."})

    assert "Het huis wacht op jouw antwoord" in eerst
    assert "Wacht op antwoord van het huis" not in eerst
    daarna = piet.get("/aanmeldingen/").content.decode()
    assert "Het huis wacht op jouw antwoord" not in daarna
    assert "Wacht op antwoord van het huis" in daarna


def test_het_huis_leest_in_de_lijst_dat_de_aanmelder_aan_zet_is(ingelogd: Ingelogd) -> None:
    pagina = ingelogd("joris").get("/aanmeldingen/").content.decode()

    assert "Antwoord van de aanmelder" in pagina
    assert "Het huis wacht op jouw antwoord" not in pagina


def test_de_aanmelding_zegt_de_aanmelder_dat_het_huis_op_een_antwoord_wacht(
    ingelogd: Ingelogd,
) -> None:
    piet = ingelogd("piet")
    eerst = piet.get(AANMELDING).context["stand"].tekst
    piet.post(ANTWOORD, {"tekst": "Sinds het voorjaar."})

    assert eerst == "Het huis wacht op jouw antwoord"
    assert piet.get(AANMELDING).context["stand"].tekst == "Nog geen antwoord van het huis"


def test_een_vraag_over_een_aanmelding_staat_op_mijn_werk_tot_zij_beantwoord_is(
    ingelogd: Ingelogd,
) -> None:
    piet = ingelogd("piet")
    eerst = piet.get("/werk/").content.decode()
    piet.post(ANTWOORD, {"tekst": "Sinds het voorjaar."})

    assert "Vragen aan jou" in eerst
    assert "Kanarie-navraag" in eerst
    assert f'href="{AANMELDING}#navragen"' in eerst
    assert "Kanarie-navraag" not in piet.get("/werk/").content.decode()


def test_wie_op_mijn_werk_een_vraag_leest_staat_bij_wie_de_aanmelding_bekeek(
    ingelogd: Ingelogd,
) -> None:
    ingelogd("piet").get("/werk/")

    with als(Vrager(id_van("frank"))):
        rijen = Onderwerp.objects.filter(handeling__handeling="werk.ingezien", soort="aanmelding")
        assert list(rijen.values_list("onderwerp", flat=True)) == [WACHT]


@pytest.mark.parametrize("naam", ["bram", "amira"])
def test_een_vraag_aan_een_ander_staat_niet_op_mijn_werk(ingelogd: Ingelogd, naam: str) -> None:
    assert "Kanarie-navraag" not in ingelogd(naam).get("/werk/").content.decode()


def test_de_ochtendmail_telt_een_vraag_over_een_aanmelding_als_vraag(db: None) -> None:
    vrager = Vrager(id_van("piet"))
    with als(vrager):
        telling = telling_van(kijker_van(vrager), dag=vandaag(), sinds=None)

    assert zinnen(telling) == ["1 vraag wacht op je antwoord"]


def test_na_het_besluit_wacht_er_geen_vraag_meer_op_mijn_werk_of_in_de_mail(
    ingelogd: Ingelogd,
) -> None:
    vrager = Vrager(id_van("piet"))
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(WACHT, BESLISSING)
    with als(vrager):
        telling = telling_van(kijker_van(vrager), dag=vandaag(), sinds=None)

    assert zinnen(telling) == []
    assert "Kanarie-navraag" not in ingelogd("piet").get("/werk/").content.decode()


def test_een_antwoord_geeft_iemand_een_keer(ingelogd: Ingelogd) -> None:
    piet = ingelogd("piet")
    piet.post(ANTWOORD, {"tekst": "Sinds het voorjaar."})

    assert piet.post(ANTWOORD, {"tekst": "Toch niet."}).status_code == 409
    with als(Vrager(id_van("amira"))):
        assert Navraag.objects.get(pk=id_van("navraag")).antwoord == "Sinds het voorjaar."


def test_een_leeg_antwoord_wordt_niet_verstuurd(ingelogd: Ingelogd) -> None:
    assert ingelogd("piet").post(ANTWOORD, {"tekst": " "}).status_code == 422


@pytest.mark.parametrize("naam", ["bram", "mirjam", "els"])
def test_wie_niet_aanmeldde_antwoordt_niet(db: None, naam: str) -> None:
    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        navraag_beantwoorden(id_van("navraag"), "Sinds het voorjaar.")


@pytest.mark.parametrize("naam", ["piet", "bram", "mirjam"])
def test_alleen_het_huis_vraagt(db: None, naam: str) -> None:
    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        navraag_doen(uuid4(), WACHT, "Sinds wanneer speelt dit?")


@pytest.mark.parametrize("aanmelding", [id_van("aanmelding"), UUID(int=1)])
def test_over_wat_besloten_is_wordt_niets_meer_gevraagd(als_amira: None, aanmelding: UUID) -> None:
    with pytest.raises(NietToegestaan):
        navraag_doen(uuid4(), aanmelding, "Sinds wanneer speelt dit?")


def test_na_het_besluit_is_er_geen_antwoord_meer(ingelogd: Ingelogd) -> None:
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(WACHT, BESLISSING)

    assert ingelogd("piet").get(ANTWOORD).status_code == 409
    with als(Vrager(id_van("piet"))), pytest.raises(NietToegestaan):
        navraag_beantwoorden(id_van("navraag"), "Te laat.")


def test_vraag_en_antwoord_staan_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(VRAAG, GESTELD)
    ingelogd("piet").post(ANTWOORD, {"tekst": "Sinds het voorjaar."})

    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling__startswith="navraag.")
        geschreven = sorted(rijen.values_list("handeling", "gebruiker", "object"))
    assert geschreven == [
        ("navraag.beantwoord", id_van("piet"), WACHT),
        ("navraag.gesteld", id_van("joris"), WACHT),
    ]


def test_wie_als_tweede_een_vraag_beantwoordt_leest_het_eerste_en_houdt_de_eigen_tekst(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def het_huis_is_eerder(vraag: UUID, tekst: str) -> None:
        with als(Vrager(id_van("joris"))):
            navraag_beantwoorden(vraag, "Sinds het voorjaar.")
        navraag_beantwoorden(vraag, tekst)

    monkeypatch.setattr(navraag, "navraag_beantwoorden", het_huis_is_eerder)
    antwoord = ingelogd("piet").post(ANTWOORD, {"tekst": "Al een jaar."})

    staat_er, getypt = antwoord.content.decode().split("Dit had jij ingevuld")
    assert antwoord.status_code == 409
    assert "<dd>Sinds het voorjaar.</dd>" in staat_er
    assert "<dd>Al een jaar.</dd>" in getypt
    # It stands nowhere else: the browser asks before it goes.
    assert "data-nietbewaard" in getypt


def test_na_het_besluit_houdt_de_aanmelder_de_tekst_en_leest_niet_wat_er_is_besloten(
    ingelogd: Ingelogd,
) -> None:
    piet = ingelogd("piet")
    concept = {"tekst": "Al een jaar.", "concept-adres": ANTWOORD, "concept-versie": "0"}
    piet.post("/werk/concepten", concept)
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(WACHT, BESLISSING)

    antwoord = piet.get(ANTWOORD)

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Deze vraag hoeft geen antwoord meer" in tekst
    assert "<dd>Al een jaar.</dd>" in tekst
    assert "data-nietbewaard>" not in tekst.split("Dit had jij ingevuld")[1]
    assert "rocesregie" not in tekst


def test_wie_vraagt_wat_niet_meer_kan_leest_het_besluit_en_houdt_de_vraag(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def amira_is_eerder(sleutel: UUID, aanmelding: UUID, vraag: str) -> None:
        with als(Vrager(id_van("amira"))):
            besluit_vastleggen(WACHT, BESLISSING)
        navraag_doen(sleutel, aanmelding, vraag)

    monkeypatch.setattr(navraag, "navraag_doen", amira_is_eerder)
    joris = ingelogd("joris")
    for antwoord in (joris.post(VRAAG, GESTELD), joris.post(VRAAG, GESTELD)):
        besloten, getypt = antwoord.content.decode().split("Dit had jij ingevuld")
        assert antwoord.status_code == 409
        assert "<strong>Procesregie</strong>" in besloten
        assert "<dd>Sinds wanneer speelt dit?</dd>" in getypt


def test_een_beantwoorde_vraag_van_een_ander_is_er_niet(ingelogd: Ingelogd) -> None:
    ingelogd("piet").post(ANTWOORD, {"tekst": "Sinds het voorjaar."})
    bram = ingelogd("bram")

    van_een_ander = bram.post(ANTWOORD, {"tekst": "Al een jaar."})
    nergens = bram.post(f"/aanmeldingen/{uuid4()}/vragen/{uuid4()}", {"tekst": "Al een jaar."})

    assert (van_een_ander.status_code, van_een_ander.content) == (404, nergens.content)
