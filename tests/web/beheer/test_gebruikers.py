# SPDX-License-Identifier: EUPL-1.2
"""A beheerder keeps accounts and roles; what goes wrong is said in a sentence."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from tests.bezetting import id_van
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag
from vangnet.toegang.models import AccountRol
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db
DIRK = f"/beheer/gebruikers/{id_van('dirk')}"
ZIN = "een lange zin om mee te proeven"


@pytest.fixture
def els(ingelogd: Ingelogd) -> Client:
    return ingelogd("els")


def _rol(**anders: str) -> dict[str, str]:
    goed = {
        "rol": "procesregisseur",
        "organisatie": str(het_huis().pk),
        "taak": "a",
        "screening_op": "5-1-2026",
        "vanaf": "1-1-2099",
    }
    return goed | anders


def test_een_nieuw_account_krijgt_een_rol_en_een_code(els: Client) -> None:
    gemaakt = els.post(
        "/beheer/gebruikers/nieuw", {"email": "nieuw@proef.invalid", "naam": "Nieuw Persoon"}
    )
    adres = gemaakt.headers["Location"]

    assert els.post(f"{adres}/rol", _rol()).headers["Location"] == adres
    pagina = els.get(adres).content.decode()
    assert "Nieuw Persoon" in pagina
    assert "Wacht op bevestiging" in pagina
    assert re.search(
        r"<code>(\w{5}-){3}\w{5}</code>", els.post(f"{adres}/activering").content.decode()
    )


def test_een_code_staat_daarna_nergens_meer(els: Client) -> None:
    pagina = els.post(f"{DIRK}/activering").content.decode()
    code = re.search(r"<code>(.+)</code>", pagina)

    assert code is not None
    assert code[1] not in els.get(DIRK).content.decode()
    assert "Er is een code" in els.get(DIRK).content.decode()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"screening_op": "1-1-2100"}, "Deze dag ligt in de toekomst"),
        ({"vanaf": "1-1-2020"}, "Een rol begint vandaag of later"),
        ({"vanaf": "gisteren"}, "Een rol begint vandaag of later"),
        ({"vanaf": "ooit"}, "Vul een dag in, bijvoorbeeld vandaag, ma of 12-3."),
        ({"tot": "gisteren"}, "Deze dag is geweest. Kies een dag die nog komt."),
        ({"tot": "ooit"}, "Vul een dag in, bijvoorbeeld vr, 12-3 of over 2 weken."),
        ({"tot": "1-1-2098"}, "De laatste dag ligt voor de eerste dag"),
        ({"rol": "auditor"}, "Deze rol is tijdelijk: vul de laatste dag in."),
        ({"rol": "ketenpartner"}, "Deze rol is van een partner"),
        ({"taak": ""}, "Kies een antwoord"),
        ({"rol": "opdrachtregel"}, "Kies een van de antwoorden uit de lijst."),
    ],
)
def test_een_rol_die_niet_klopt_zegt_wat_er_mis_is(
    anders: dict[str, str], zin: str, els: Client
) -> None:
    antwoord = els.post(f"{DIRK}/rol", _rol(**anders))

    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()


def test_een_rol_begint_en_eindigt_op_dagen_in_gewone_woorden(els: Client) -> None:
    woorden = _rol(rol="bestuur", vanaf="vandaag", tot="over 2 weken")

    assert els.post(f"{DIRK}/rol", woorden).status_code == 302
    with als(Vrager(id_van("els"))):
        rol = AccountRol.objects.get(gebruiker=id_van("dirk"), rol="bestuur")
    assert (rol.vanaf, rol.tot) == (vandaag(), vandaag() + timedelta(days=14))


def test_een_beheerder_die_ook_inhoud_zou_zien_krijgt_een_zin(els: Client) -> None:
    els.post(f"{DIRK}/rol", _rol(rol="beheerder"))

    antwoord = els.post(f"{DIRK}/rol", _rol())

    assert (antwoord.status_code, "gaat niet samen" in antwoord.content.decode()) == (422, True)


def test_jezelf_een_rol_geven_kan_niet(els: Client) -> None:
    zelf = f"/beheer/gebruikers/{id_van('els')}"
    antwoord = els.post(f"{zelf}/rol", _rol(rol="bestuur"))

    assert antwoord.status_code == 422
    assert "Bestuur" not in els.get(zelf).content.decode()


@pytest.mark.parametrize("wanneer", [{"wanneer": "nu"}, {"wanneer": "dag", "tot": "over 2 weken"}])
def test_een_rol_eindigt_nu_of_na_een_dag(wanneer: dict[str, str], els: Client) -> None:
    rol = f"/beheer/rollen/{id_van('rol-joris')}/beeindigen"

    assert els.post(rol, wanneer).status_code == 302
    assert els.get(rol).status_code == (404 if wanneer["wanneer"] == "nu" else 200)


@pytest.mark.asvs("8.3.2")
def test_een_beeindigde_rol_werkt_bij_het_volgende_verzoek_niet_meer(
    els: Client, ingelogd: Ingelogd
) -> None:
    joris = ingelogd("joris")
    assert joris.get("/zaken/").status_code == 200

    els.post(f"/beheer/rollen/{id_van('rol-joris')}/beeindigen", {"wanneer": "nu"})

    assert joris.get("/zaken/").status_code == 302
    assert ingelogd("joris").get("/zaken/").status_code == 404


def test_een_laatste_dag_die_voorbij_is_wordt_geweigerd(els: Client) -> None:
    antwoord = els.post(
        f"/beheer/rollen/{id_van('rol-joris')}/beeindigen", {"wanneer": "dag", "tot": "1-1-2020"}
    )

    assert (antwoord.status_code, "al voorbij" in antwoord.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("tot", "zin"),
    [
        ("", "Vul een dag in, bijvoorbeeld vr, 12-3 of over 2 weken."),
        ("gisteren", "Deze dag is geweest. Kies een dag die nog komt."),
    ],
)
def test_een_laatste_dag_zegt_hoe_je_hem_typt(tot: str, zin: str, els: Client) -> None:
    rol = f"/beheer/rollen/{id_van('rol-joris')}/beeindigen"

    antwoord = els.post(rol, {"wanneer": "dag", "tot": tot})

    assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)


def test_een_beeindigd_account_staat_apart_en_kan_weer_open(els: Client) -> None:
    els.post(f"{DIRK}/beeindigen")

    assert "Dirk Rijpma" not in els.get("/beheer/gebruikers/").content.decode()
    assert "Dirk Rijpma" in els.get("/beheer/gebruikers/?stand=voorbij").content.decode()
    assert els.post(f"{DIRK}/heropenen").status_code == 302
    assert "Dirk Rijpma" in els.get("/beheer/gebruikers/").content.decode()


@pytest.mark.parametrize(
    ("zoek", "stand", "wat"),
    [
        ("Rijpma", 200, "Dirk Rijpma"),
        ("niemand zo", 200, "Niemand gevonden"),
        ("x", 422, "minstens 2"),
    ],
)
def test_zoeken_gaat_met_een_formulier(zoek: str, stand: int, wat: str, els: Client) -> None:
    antwoord = els.post("/beheer/gebruikers/", {"zoek": zoek})

    assert (antwoord.status_code, wat in antwoord.content.decode()) == (stand, True)


def test_na_de_laatste_op_de_pagina_gaat_het_verder(els: Client) -> None:
    for nummer in range(40):
        els.post(
            "/beheer/gebruikers/nieuw", {"email": f"a{nummer}@proef.invalid", "naam": "Aaltje A."}
        )
    eerste = els.get("/beheer/gebruikers/").content.decode()
    verder = re.search(r'href="(\?na=[0-9a-f-]+)"', eerste)

    assert verder is not None
    assert "Dirk Rijpma" in eerste + els.get(f"/beheer/gebruikers/{verder[1]}").content.decode()
    assert els.get("/beheer/gebruikers/?na=onzin").status_code == 200


@pytest.mark.asvs("16.3.2")
def test_wie_een_onbekende_opent_laat_een_spoor_na(els: Client) -> None:
    gevraagd = uuid4()
    assert els.get(f"/beheer/gebruikers/{gevraagd}").status_code == 404

    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute(
            "SELECT handeling, toegestaan FROM journaal_handeling WHERE object = %s", [gevraagd]
        )
        assert cursor.fetchall() == [("gebruiker.geweigerd", False)]


def test_het_overzicht_noemt_wat_wacht(els: Client) -> None:
    pagina = els.get("/beheer/").content.decode()

    assert re.search(r"Wacht op bevestiging door een manager.{1,600}Petra Zandstra", pagina, re.S)
    assert "Wim Hofstra" in pagina
    assert "Nog nooit ingelogd" in pagina


@pytest.mark.asvs("8.2.3")
def test_geen_bladzijde_van_beheer_noemt_een_casus(els: Client) -> None:
    adressen = ["", "gebruikers/", "organisaties/", "instellingen", "codelijsten", "gezondheid"]
    for adres in [*adressen, "ronde", "rondes/", f"gebruikers/{id_van('amira')}"]:
        pagina = els.get(f"/beheer/{adres}").content.decode()
        assert "ZVH-2022" not in pagina
        assert "Kanarie" not in pagina


def test_een_eigen_rol_krijgt_uitleg_in_plaats_van_een_formulier(els: Client) -> None:
    adres = f"/beheer/gebruikers/{id_van('els')}/rol"

    tekst = els.get(adres).content.decode()

    assert "Je kunt jezelf geen rol geven. Vraag het een andere beheerder." in tekst
    assert 'name="rol"' not in tekst


def test_een_rol_die_pas_over_eeuwen_begint_wordt_geweigerd(els: Client) -> None:
    tekst = els.post(f"{DIRK}/rol", _rol(vanaf="31-12-9999")).content.decode()

    assert "Kies een dag in de jaren 1900 tot en met 2100" in tekst


@pytest.mark.parametrize(
    ("adres", "velden"),
    [
        ("/beheer/gebruikers/nieuw", {"naam": "Els\u202e van Dam", "email": "a@proef.invalid"}),
        (f"{DIRK}/gegevens", {"naam": "Els\u202e van Dam", "email": "dirk@proef.invalid"}),
        ("/beheer/organisaties/nieuw", {"naam": "GGZ\u202e Noord"}),
    ],
)
def test_een_naam_met_een_onzichtbaar_teken_wordt_geweigerd(
    adres: str, velden: dict[str, str], els: Client
) -> None:
    antwoord = els.post(adres, velden)

    assert antwoord.status_code == 422
    assert "tekens in die je niet ziet" in antwoord.content.decode()
