# SPDX-License-Identifier: EUPL-1.2
"""Reporting somebody, as the pages do it."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.aanmelding.models import Aanmelding, Concept
from vangnet.aanmelding.services import (
    Melding,
    aanmelding_indienen,
    concept_bewaren,
    concept_terughalen,
    sleutel_van,
)
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.organisaties.models import Organisatie
from vangnet.organisaties.services import VELDEN as VELDEN_VAN_ORGANISATIE
from vangnet.organisaties.services import organisatie_wijzigen
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.aanmelden.forms import VERVOLG

Ingelogd = Callable[[str], Client]
MEESTE = 24
LIJST, NIEUW, CONCEPT = "/aanmeldingen/", "/aanmeldingen/nieuw", "/aanmeldingen/concept"
# The drafts of somebody: how many are open, and how many there are.
_CONCEPTEN = """
    INSERT INTO aanmelding_concept (id, auteur_id, inhoud, bewaard_op, weg_op)
    SELECT gen_random_uuid(), %s, '{}', now(), CASE WHEN nummer > %s THEN now() END
      FROM generate_series(1, %s) nummer
"""
FORM = UUID("6a0c4c5e-0f1c-4f4e-9d0a-2c9d7d5a1f10")
VELDEN: dict[str, Any] = {
    "eenmalig": str(FORM),
    "aanmelder": str(id_van("ggz")),
    "voornamen": "Sjoerd",
    "achternaam": "van der Proef",
    "geboortedatum": "3-4-1988",
    "aanleiding": "Hij staat elke nacht bij zijn buren te schreeuwen.",
    "doel": "Rust in de straat, en hulp voor hem.",
    "geprobeerd": "De wijkagent en het FACT-team kwamen elk apart langs.",
    "risico_voor": ["zelf", "omgeving"],
    "criteria": ["a_problemen", "d_samenwerking"],
    "geinformeerd": "ja",
}


def _van(naam: str = "bram") -> Aanmelding:
    with als(Vrager(id_van(naam))):
        return Aanmelding.objects.get(pk=sleutel_van(id_van(naam), FORM))


def _adres(naam: str = "bram") -> str:
    return f"/aanmeldingen/{sleutel_van(id_van(naam), FORM)}"


def _aantal(naam: str = "amira") -> int:
    with als(Vrager(id_van(naam))):
        return Aanmelding.objects.filter(kenmerk__startswith="AM-").count()


def test_een_geboortejaar_van_twee_cijfers_is_van_de_vorige_eeuw(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("bram").post(NIEUW, VELDEN | {"geboortedatum": "12-3-49"})

    assert antwoord.status_code == 302
    assert _van().geboortedatum == date(1949, 3, 12)


def test_geen_keuzelijst_van_een_aanmelding_zegt_twee_keer_hetzelfde(ingelogd: Ingelogd) -> None:
    pagina = ingelogd("amira").get(NIEUW).content.decode()
    lijsten = re.findall(r"<select.*?</select>", pagina, re.S)
    keuzes = [re.findall(r"<option[^>]*>\s*(.*?)\s*</option>", een) for een in lijsten]

    assert len(keuzes) == 4
    assert [een for een in keuzes if len(set(een)) < len(een)] == []
    assert sum("Niet ingevuld" in een for een in keuzes) == 2


def test_een_partner_meldt_aan_voor_de_eigen_organisatie(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("bram").post(NIEUW, VELDEN)

    gemaakt = _van()
    assert antwoord.status_code == 302
    assert (gemaakt.aanmelder_id, gemaakt.ingediend_door_id) == (id_van("ggz"), id_van("bram"))
    assert (gemaakt.tussenvoegsel, gemaakt.achternaam) == ("van der", "Proef")
    assert gemaakt.criteria == ["a_problemen", "d_samenwerking"]
    assert gemaakt.eerste_verwerking == gemaakt.ontvangen_op
    assert gemaakt.triage_besluit is None


def test_het_kenmerk_zegt_het_jaar_en_verder_niets(ingelogd: Ingelogd) -> None:
    ingelogd("bram").post(NIEUW, VELDEN)

    gemaakt = _van()
    voor, jaar, rest = gemaakt.kenmerk.split("-")
    assert (voor, jaar, len(rest)) == ("AM", str(gemaakt.ontvangen_op.year), 6)


def test_een_partner_heeft_tien_velden_om_te_zien(ingelogd: Ingelogd) -> None:
    form = ingelogd("bram").get(NIEUW).context["formulier"]

    # With the question whether somebody knows; the reason follows only after a no.
    assert [veld.name for veld in form.zichtbare_velden()] == [
        "voornamen",
        "achternaam",
        "geboortedatum",
        "gemeente",
        "aanleiding",
        "doel",
        "geprobeerd",
        "risico_voor",
        "criteria",
    ]
    assert VERVOLG == ("geinformeerd", "waarom_niet_geinformeerd")


def test_het_huis_heeft_tien_velden_om_te_zien(ingelogd: Ingelogd) -> None:
    form = ingelogd("amira").get(NIEUW).context["formulier"]

    assert len(form.zichtbare_velden()) == 10


def test_de_aanmelder_zegt_op_welke_leefgebieden_er_problemen_zijn(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(NIEUW, {**VELDEN, "leefgebieden": ["huisvesting", "middelengebruik"]})

    regel = ("Leefgebieden met problemen", "Wonen, Alcohol en drugs")
    assert _van().leefgebieden == ["huisvesting", "middelengebruik"]
    assert regel in bram.get(_adres()).context["vragen"]
    besluit = ingelogd("amira").get(f"{_adres()}/besluit").content.decode()
    assert "<strong>Leefgebieden met problemen:</strong> Wonen, Alcohol en drugs" in besluit


def test_wie_geen_leefgebied_aanvinkt_ziet_er_geen_regel_over(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(NIEUW, VELDEN)

    assert "Leefgebieden met problemen" not in bram.get(_adres()).content.decode()
    besluit = ingelogd("amira").get(f"{_adres()}/besluit").content.decode()
    assert "Leefgebieden met problemen" not in besluit


def test_andere_leefgebieden_in_dezelfde_aanmelding_zijn_een_andere_tekst(
    ingelogd: Ingelogd,
) -> None:
    bram = ingelogd("bram")
    bram.post(NIEUW, {**VELDEN, "leefgebieden": ["huisvesting"]})
    anders = bram.post(NIEUW, {**VELDEN, "leefgebieden": ["justitie"]})

    assert (anders.status_code, _van().leefgebieden) == (409, ["huisvesting"])


def test_een_leefgebied_dat_niet_bestaat_komt_er_niet_in(db: None) -> None:
    with als(Vrager(id_van("bram"))), transaction.atomic():
        melding = Melding(
            aanmelder=id_van("ggz"),
            achternaam="Proef",
            aanleiding="x",
            doel="x",
            geprobeerd="x",
            leefgebieden=["verzonnen"],
        )
        with pytest.raises(IntegrityError, match="aanmelding_leefgebieden"):
            aanmelding_indienen(sleutel_van(id_van("bram"), FORM), melding)


def test_een_partner_meldt_niet_aan_voor_een_ander(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("bram").post(NIEUW, {**VELDEN, "aanmelder": str(id_van("politie"))})

    assert antwoord.status_code == 422
    assert _aantal() == 0


def test_het_huis_meldt_aan_voor_elke_deelnemer(ingelogd: Ingelogd) -> None:
    aan_de_telefoon = {**VELDEN, "aanmelder": str(id_van("politie")), "geinformeerd": ""}
    ingelogd("joris").post(NIEUW, {**aan_de_telefoon, "aangedragen_door": "Woonstichting Wad"})

    gemaakt = _van("joris")
    assert (gemaakt.aanmelder_id, gemaakt.aangedragen_door) == (
        id_van("politie"),
        "Woonstichting Wad",
    )


def test_wie_geen_deelnemer_is_kan_niet_aanmelden(ingelogd: Ingelogd, zet_deelnemer: Any) -> None:
    zet_deelnemer("ggz", "derde")
    bram = ingelogd("bram")

    assert "Je organisatie kan niet aanmelden" in bram.get(NIEUW).content.decode()
    geweigerd = bram.post(NIEUW, VELDEN)
    assert geweigerd.status_code == 422
    assert 'href="#id_' not in geweigerd.content.decode()


def test_wie_niet_is_geinformeerd_vraagt_een_reden(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("bram").post(NIEUW, {**VELDEN, "geinformeerd": "nee"})

    assert list(antwoord.context["formulier"].errors) == ["waarom_niet_geinformeerd"]
    assert VELDEN["aanleiding"] in antwoord.content.decode()


def test_twee_keer_versturen_geeft_een_aanmelding(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(NIEUW, VELDEN)
    bram.post(NIEUW, VELDEN)

    assert _aantal() == 1


def test_nog_een_keer_versturen_met_een_andere_tekst_zegt_dat_het_niet_is_opgeslagen(
    ingelogd: Ingelogd,
) -> None:
    bram = ingelogd("bram")
    bram.post(NIEUW, VELDEN)
    anders = bram.post(NIEUW, {**VELDEN, "doel": "Dat hij een huis vindt."})

    form = anders.context["formulier"]
    assert (anders.status_code, _van().doel) == (409, VELDEN["doel"])
    assert "Dat hij een huis vindt." in anders.content.decode()
    assert f'href="{_adres()}"' in anders.content.decode()
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="aanmelding.ingezien").count() == 1
    # Sent from there it is another aanmelding.
    eenmalig = form["eenmalig"].value()
    bram.post(NIEUW, {**VELDEN, "doel": "Dat hij een huis vindt.", "eenmalig": eenmalig})
    assert _aantal() == 2


def test_een_collega_ziet_de_aanmelding_en_een_andere_partner_niet(ingelogd: Ingelogd) -> None:
    ingelogd("bram").post(NIEUW, VELDEN)

    assert VELDEN["doel"] in ingelogd("chantal").get(_adres()).content.decode()
    assert VELDEN["doel"] in ingelogd("amira").get(_adres()).content.decode()
    assert ingelogd("piet").get(_adres()).status_code == 404
    assert _van().kenmerk not in ingelogd("piet").get(LIJST).content.decode()


def test_wat_wacht_staat_oudste_eerst(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(NIEUW, VELDEN)

    wachtend = ingelogd("amira").get(LIJST).context["wachtend"]

    assert [een.aanmelding.kenmerk for een in wachtend] == ["a-2", _van().kenmerk]
    assert wachtend[1].werkdagen == 0


def test_wat_getypt_wordt_blijft_op_de_server(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    half = {"eenmalig": str(FORM), "aanleiding": "Hij staat elke", "geboortedatum": "geen dag"}

    antwoord = bram.post(CONCEPT, half)
    terug = bram.get(f"/aanmeldingen/concepten/{sleutel_van(id_van('bram'), FORM)}")

    assert "Concept bewaard om" in antwoord.content.decode()
    assert "Hij staat elke" in terug.content.decode()
    assert "geen dag" in terug.content.decode()
    assert str(FORM) in terug.content.decode()


def test_zonder_script_bewaart_een_knop_het_concept(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    antwoord = bram.post(NIEUW, {"eenmalig": str(FORM), "achternaam": "Proef", "concept": "ja"})

    assert antwoord.headers["Location"] == LIJST
    assert "Proef" in bram.get(LIJST).content.decode()
    assert _aantal() == 0


def test_niemand_anders_ziet_een_concept(ingelogd: Ingelogd) -> None:
    concept = f"/aanmeldingen/concepten/{id_van('concept-bram')}"

    assert ingelogd("amira").get(concept).status_code == 404
    assert ingelogd("chantal").post(f"{concept}/weggooien").status_code == 404
    with als(Vrager(id_van("amira"))):
        assert not Concept.objects.exists()


def test_versturen_neemt_het_concept_mee(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, VELDEN)
    bram.post(NIEUW, VELDEN)
    # A piece of the page that was under way when it was sent.
    te_laat = bram.post(CONCEPT, VELDEN)

    with als(Vrager(id_van("bram"))):
        assert not Concept.objects.filter(pk=sleutel_van(id_van("bram"), FORM)).exists()
    assert te_laat.status_code == 404


def test_wie_een_concept_weggooit_ziet_het_niet_meer(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(f"/aanmeldingen/concepten/{id_van('concept-weg')}/weggooien")

    assert bram.get(f"/aanmeldingen/concepten/{id_van('concept-weg')}").status_code == 404
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="concept.weggegooid").count() == 1


def test_wie_een_concept_weggooide_haalt_het_terug_ook_na_herladen(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    concept = f"/aanmeldingen/concepten/{id_van('concept-weg')}"
    bram.post(f"{concept}/weggooien")

    for _keer in range(2):
        assert f"{concept}/terughalen" in bram.get(LIJST).content.decode()
    bram.post(f"{concept}/terughalen")

    assert "Kanarie-aanmeldconcept" in bram.get(concept).content.decode()
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="concept.teruggehaald").count() == 1


def test_wie_verder_typt_in_wat_hij_weggooide_heeft_het_terug(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(CONCEPT, VELDEN)
    concept = f"/aanmeldingen/concepten/{sleutel_van(id_van('bram'), FORM)}"
    bram.post(f"{concept}/weggooien")
    bram.post(CONCEPT, {**VELDEN, "doel": "Een huis."})

    assert "Een huis." in bram.get(concept).content.decode()


def test_bewaren_schrijft_een_keer_in_de_minuut_in_het_journaal(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    for letters in ("Hij", "Hij staat", "Hij staat elke nacht"):
        bram.post(CONCEPT, {"eenmalig": str(FORM), "aanleiding": letters})

    with als(Vrager(id_van("frank"))):
        geschreven = Handeling.objects.filter(handeling="concept.bewaard").count()
    # Two when the clock of the test passes a minute.
    assert geschreven in {1, 2}


def test_aanmelden_schrijft_zijn_rij_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("bram").post(NIEUW, VELDEN)

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="aanmelding.ingediend")
    assert (rij.gebruiker, rij.object) == (id_van("bram"), sleutel_van(id_van("bram"), FORM))


def _vragen(client: Client, pad: str) -> int:
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(pad).status_code == 200
    return len(gesteld)


def test_de_lijst_vraagt_bij_een_en_twintig_aanmeldingen_evenveel(ingelogd: Ingelogd) -> None:
    bram = ingelogd("bram")
    bram.post(NIEUW, VELDEN)
    bij_een = _vragen(bram, LIJST)
    for _ in range(19):
        bram.post(NIEUW, {**VELDEN, "eenmalig": str(uuid4())})
        bram.post(CONCEPT, {**VELDEN, "eenmalig": str(uuid4())})

    assert _vragen(bram, LIJST) == bij_een <= MEESTE
    assert _vragen(bram, _adres()) <= MEESTE


@pytest.fixture
def zet_deelnemer(db: None) -> Callable[[str, str], None]:
    """Change what an organisation is under the act, as the beheerder does."""

    def zet(naam: str, deelnemer: str) -> None:
        with als(Vrager(id_van("els"))):
            nu = Organisatie.objects.get(pk=id_van(naam))
            velden = {veld: getattr(nu, veld) for veld in VELDEN_VAN_ORGANISATIE}
            organisatie_wijzigen(nu.pk, {**velden, "deelnemer": deelnemer}, versie=nu.versie)

    return zet


@pytest.mark.parametrize(("open_", "weg", "vol"), [(50, 0, True), (49, 50, False), (49, 51, True)])
def test_van_concepten_is_er_een_grens_die_ook_het_weggegooide_telt(
    eigen_databank: str, open_: int, weg: int, vol: bool
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("DELETE FROM aanmelding_concept")
        beheer.execute(_CONCEPTEN.encode(), [id_van("bram"), open_, open_ + weg])
    bram = log_in(Client(), "bram")

    velden = {"eenmalig": str(FORM), "achternaam": "Proef", "concept": "ja"}
    antwoord = bram.post(NIEUW, velden)

    assert antwoord.status_code == (422 if vol else 302)
    assert ("Je hebt te veel concepten" in antwoord.content.decode()) == vol
    with als(Vrager(id_van("bram"))):
        if vol:
            assert "Je hebt te veel concepten" in bram.post(CONCEPT, velden).content.decode()
            with pytest.raises(NietToegestaan):
                concept_bewaren(FORM, {"achternaam": "Proef"})
        assert Concept.objects.count() == open_ + weg + (not vol)


def test_terughalen_kan_niet_boven_de_grens(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("DELETE FROM aanmelding_concept")
        beheer.execute(_CONCEPTEN.encode(), [id_van("bram"), 50, 51])
    with als(Vrager(id_van("bram"))):
        weg = Concept.objects.get(weg_op__isnull=False).pk
        with pytest.raises(NietToegestaan):
            concept_terughalen(weg)

    adres = f"/aanmeldingen/concepten/{weg}/terughalen"
    antwoord = log_in(Client(), "bram").post(adres, follow=True)

    assert "Je hebt te veel concepten" in antwoord.content.decode()
