# SPDX-License-Identifier: EUPL-1.2
"""Correcting a decision, as the page and the act do it."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.aanmelden.test_besluit import (
    BESLISSING,
    ERBIJ,
    PAGINA,
    VELDEN,
    WACHT,
    _feit,
    _nu,
)
from vangnet.aanmelding.antwoorden import antwoord_geven
from vangnet.aanmelding.besluiten import Beslissing, besluit_corrigeren, besluit_vastleggen
from vangnet.aanmelding.models import Vorigbesluit
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.aanmelden import corrigeren

Ingelogd = Callable[[str], Client]
AANMELDING = f"/aanmeldingen/{WACHT}"
VERBETEREN = f"{AANMELDING}/corrigeren"
ELDERS = replace(
    BESLISSING,
    besluit="elders",
    verwezen_naar="Buurtbemiddeling",
    samenstelling=None,
    regisseur=None,
)
ANDERS = {**VELDEN, "besluit": "advies", "waarom": "Zij kunnen het zelf."}


def _besluit(beslissing: Beslissing = ELDERS) -> None:
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(WACHT, beslissing)


def test_het_vorige_besluit_staat_in_het_formulier_en_blijft_daarna_zichtbaar(
    ingelogd: Ingelogd,
) -> None:
    _besluit()
    amira = ingelogd("amira")
    form = amira.get(VERBETEREN).context["formulier"]
    amira.post(VERBETEREN, ANDERS)

    assert form["besluit"].value() == "elders"
    assert form["motivering_a_problemen"].value() == "Dat blijkt uit de aanmelding."
    assert (_nu().triage_besluit, _nu().verwezen_naar) == ("advies", None)
    pagina = ingelogd("joris").get(AANMELDING).content.decode()
    assert "Zij kunnen het zelf." in pagina
    assert "Buurtbemiddeling" in pagina
    assert "Zij kunnen het zelf." not in ingelogd("piet").get(AANMELDING).content.decode()
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling="aanmelding.gecorrigeerd")
        assert list(rijen.values_list("gebruiker", "object")) == [(id_van("amira"), WACHT)]


def test_wordt_het_bij_nader_inzien_een_zaak_dan_weet_de_aanmelder_dat_nog_niet(
    ingelogd: Ingelogd,
) -> None:
    _besluit()

    zaak = {**VELDEN, "waarom": "Het is een zaak."}
    antwoord = ingelogd("amira").post(VERBETEREN, zaak, follow=True)

    assert antwoord.redirect_chain == [(f"/zaken/{_nu().casus_id}", 302)]
    assert "De aanmelder van a-2 weet dit nog niet." in antwoord.content.decode()


def test_in_de_cijfers_telt_alleen_het_laatste_besluit(db: None) -> None:
    _besluit()
    with als(Vrager(id_van("amira"))):
        besluit_corrigeren(WACHT, BESLISSING, waarom="Het is een zaak.")

    telt = "SELECT count(*) FROM feit_aanmelding WHERE triage_besluit = '{}'"
    assert _feit(telt.format("elders"))[0] == 0
    assert _feit(telt.format("procesregie"))[0] == 2
    assert _nu().casus_id is not None


def test_wat_toen_is_gevonden_en_door_wie_blijft_bewaard(db: None) -> None:
    _besluit()
    with als(Vrager(id_van("amira"))):
        besluit_corrigeren(WACHT, replace(ELDERS, besluit="advies", verwezen_naar=None), waarom="x")
        vorig = Vorigbesluit.objects.get(aanmelding=WACHT)

    assert (vorig.besluit, vorig.verwezen_naar) == ("elders", "Buurtbemiddeling")
    assert len(vorig.hoe["oordelen"]) == 4
    assert vorig.hoe["beslissers"] == [
        {"naam": "Sjoukje Officier", "organisatie": "Politie Noord", "akkoord": True}
    ]


def test_een_besluit_dat_een_zaak_opende_staat_vast_en_de_bladzijde_zegt_wat_dan(
    ingelogd: Ingelogd,
) -> None:
    _besluit(BESLISSING)

    antwoord = ingelogd("amira").post(VERBETEREN, ANDERS)

    assert antwoord.status_code == 409
    assert "Sluit haar dan af." in antwoord.content.decode()
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        besluit_corrigeren(WACHT, ELDERS, waarom="Toch niet.")


def test_wie_bij_een_bestaande_zaak_is_gevoegd_leest_niet_dat_die_zaak_dicht_kan(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    amira.post(PAGINA, {**ERBIJ, "persoon_rol": "partner"})

    bladzijde = amira.get(AANMELDING).content.decode()
    te_laat = amira.post(VERBETEREN, ANDERS)

    for pagina in (bladzijde, te_laat.content.decode()):
        assert "gevoegd bij een zaak die er al was" in pagina
        assert "Sluit haar niet: zij loopt door voor een ander." in pagina
        assert "Sluit haar dan af" not in pagina
    assert te_laat.status_code == 409


def test_na_het_antwoord_staat_een_besluit_vast(ingelogd: Ingelogd) -> None:
    _besluit()
    with als(Vrager(id_van("amira"))):
        antwoord_geven(WACHT, wijze="brief", toelichting="")

    pagina = ingelogd("amira").get(VERBETEREN)

    assert "Het antwoord aan de aanmelder is vastgelegd." in pagina.content.decode()
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        besluit_corrigeren(WACHT, ELDERS, waarom="Toch niet.")


@pytest.mark.parametrize(
    ("naam", "waarom"), [("amira", " "), ("piet", "Toch niet."), ("mirjam", "Toch niet.")]
)
def test_zonder_reden_of_zonder_huisrol_wordt_niets_verbeterd(
    db: None, naam: str, waarom: str
) -> None:
    _besluit()

    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        besluit_corrigeren(WACHT, ELDERS, waarom=waarom)


def test_een_verbetering_zonder_beslisser_laat_alles_zoals_het_was(ingelogd: Ingelogd) -> None:
    _besluit()

    ingelogd("amira").post(VERBETEREN, {**ANDERS, "akkoord_1": "nee"})
    with als(Vrager(id_van("amira"))):
        with pytest.raises(NietToegestaan):
            besluit_corrigeren(WACHT, replace(ELDERS, beslissers=[]), waarom="Toch niet.")
        assert not Vorigbesluit.objects.filter(aanmelding=WACHT).exists()
    assert _nu().triage_besluit == "elders"


def test_wat_nog_wacht_heeft_geen_besluit_om_te_verbeteren(ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").get(VERBETEREN).status_code == 404
    assert ingelogd("amira").get(PAGINA).status_code == 200


def test_wie_te_laat_verbetert_leest_waarom_en_houdt_wat_er_was_ingevuld(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def joris_is_eerder(aanmelding: UUID, beslissing: Beslissing, *, waarom: str) -> UUID | None:
        with als(Vrager(id_van("joris"))):
            besluit_corrigeren(aanmelding, BESLISSING, waarom="Het is een zaak.")
        return besluit_corrigeren(aanmelding, beslissing, waarom=waarom)

    _besluit()
    monkeypatch.setattr(corrigeren, "besluit_corrigeren", joris_is_eerder)
    amira = ingelogd("amira")
    for antwoord in (amira.post(VERBETEREN, ANDERS), amira.post(VERBETEREN, ANDERS)):
        waarom, getypt = antwoord.content.decode().split("Dit had jij ingevuld")
        assert antwoord.status_code == 409
        assert "Er is een zaak, dus dit besluit verbeter je niet meer." in waarom
        assert "<dd>Zij kunnen het zelf.</dd>" in getypt
