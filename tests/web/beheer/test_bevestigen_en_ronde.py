# SPDX-License-Identifier: EUPL-1.2
"""A manager confirms roles and goes through them; the FG sees what was signed and what is late."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.kern import klok
from vangnet.toegang.models import AccountRol, Rechtenronde
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db
PETRA, JORIS = id_van("rol-petra"), f"rol-{id_van('rol-joris')}"
RONDE = "/beheer/ronde"


@pytest.fixture
def mirjam(ingelogd: Ingelogd) -> Client:
    return ingelogd("mirjam")


@pytest.mark.asvs("2.3.5")
def test_na_bevestigen_werkt_de_rol(mirjam: Client, ingelogd: Ingelogd) -> None:
    petra = ingelogd("petra")
    assert petra.get("/zaken/").status_code == 404
    assert "Petra Zandstra" in mirjam.get("/beheer/bevestigen").content.decode()

    mirjam.post(f"/beheer/bevestigen/{PETRA}", {"oordeel": "ja"})

    assert petra.get("/zaken/").status_code == 302
    assert ingelogd("petra").get("/zaken/").status_code == 200
    assert "Er wacht geen rol" in mirjam.get("/beheer/bevestigen").content.decode()


def test_bij_een_rol_staat_wie_hem_gaf_en_wie_hem_bevestigde(
    mirjam: Client, ingelogd: Ingelogd
) -> None:
    els, dirk = ingelogd("els"), f"/beheer/gebruikers/{id_van('dirk')}"
    velden = {"rol": "manager", "taak": "c", "screening_op": "5-1-2026", "vanaf": "1-1-2099"}
    els.post(f"{dirk}/rol", velden | {"organisatie": str(id_van("ggz"))})
    with als(Vrager(id_van("mirjam"))):
        rol = AccountRol.objects.get(gebruiker=id_van("dirk")).pk
    mirjam.post(f"/beheer/bevestigen/{rol}", {"oordeel": "ja"})

    pagina = els.get(dirk).content.decode()
    assert "Gegeven door Els Bosma" in pagina
    assert "Bevestigd door Mirjam Hiemstra" in pagina


def test_een_rol_van_een_andere_organisatie_dan_het_account_zegt_dat(
    mirjam: Client, ingelogd: Ingelogd
) -> None:
    velden = {"rol": "ketenpartner", "taak": "a", "screening_op": "5-1-2026", "vanaf": "1-1-2099"}
    chantal = f"/beheer/gebruikers/{id_van('chantal')}/rol"
    gegeven = ingelogd("els").post(chantal, velden | {"organisatie": str(id_van("politie"))})
    assert gegeven.status_code == 302

    pagina = mirjam.get("/beheer/bevestigen").content.decode()

    assert "Een andere organisatie wees aan" in pagina
    assert "Het account is van GGZ Noorderlicht. Voor deze rol is het aangewezen door" in pagina
    assert "<dt>Account van</dt><dd>GGZ Noorderlicht</dd>" in pagina
    eigen = velden | {"rol": "coordinator", "organisatie": str(id_van("ggz"))}
    ingelogd("els").post(chantal, eigen)
    wachtend = mirjam.get("/beheer/bevestigen").context["rijen"]
    assert {
        een.regel.rol.rol: een.wijkt_af
        for _rij, een, _toch in wachtend
        if een.regel.naam == "Chantal Visser"
    } == {"ketenpartner": True, "coordinator": False}


def test_na_afwijzen_werkt_de_rol_nooit(mirjam: Client, ingelogd: Ingelogd) -> None:
    mirjam.post(f"/beheer/bevestigen/{PETRA}", {"oordeel": "nee"})

    assert mirjam.post(f"/beheer/bevestigen/{PETRA}", {"oordeel": "ja"}).status_code == 404
    assert ingelogd("petra").get("/zaken/").status_code == 404


@pytest.mark.asvs("2.3.5")
def test_een_rol_over_jezelf_heeft_geen_knop(ingelogd: Ingelogd) -> None:
    rol = {"rol": "privacy_officer", "taak": "b", "screening_op": "5-1-2026", "vanaf": "1-1-2099"}
    els = ingelogd("els")
    adres = f"/beheer/gebruikers/{id_van('mirjam')}"
    els.post(f"{adres}/rol", {**rol, "organisatie": str(id_van("ggz"))})

    pagina = ingelogd("mirjam").get("/beheer/bevestigen").content.decode()

    assert "Een andere manager bevestigt hem" in pagina
    assert pagina.count("Rol bevestigen<") == 1


def _ronde(client: Client, **anders: str) -> tuple[int, dict[str, str]]:
    """Fill in the form as it stands on the page: everything stays, but for `anders`."""
    pagina = client.get(RONDE)
    velden = dict.fromkeys(pagina.context["formulier"].fields, "blijft")
    velden |= {"getekend": "on"} | anders
    return client.post(RONDE, velden).status_code, velden


def test_een_getekende_ronde_staat_er_voor_de_fg(mirjam: Client, ingelogd: Ingelogd) -> None:
    stand, _velden = _ronde(mirjam, **{JORIS: "eindigt"})
    frank = ingelogd("frank")
    with als(Vrager(id_van("frank"))):
        ronde = Rechtenronde.objects.get()

    assert stand == 302
    assert "Mirjam Hiemstra" in frank.get("/beheer/rondes/").content.decode()
    pagina = frank.get(f"/beheer/rondes/{ronde.pk}").content.decode()
    assert "Joris Wiersma" in pagina
    assert ingelogd("joris").get("/zaken/").status_code == 404


def _koos(client: Client) -> dict[str, str]:
    """What stands in the form of the page as chosen, signature included."""
    formulier = client.get(RONDE).context["formulier"]
    return {veld.html_name: veld.value() for veld in formulier if veld.value()}


def _typ(client: Client, **velden: str) -> int:
    adres = {"concept-adres": RONDE, "concept-versie": "0"}
    return client.post("/werk/concepten", adres | velden).status_code


def test_wat_je_koos_bij_het_nalopen_staat_er_weer_en_je_handtekening_niet(
    mirjam: Client, ingelogd: Ingelogd
) -> None:
    assert _typ(mirjam, **{JORIS: "eindigt", "getekend": "on"}) == 200

    elders = ingelogd("mirjam")
    assert (
        "staat in het formulier. Het is nog niet opgeslagen." in elders.get(RONDE).content.decode()
    )
    assert _koos(elders) == {JORIS: "eindigt"}
    assert _koos(ingelogd("els")) == {}


@pytest.mark.parametrize("knop", [{"hier": "ja"}, {}], ids=["op het formulier", "elders"])
def test_wie_geen_mijn_werk_heeft_leest_niet_dat_daar_iets_terug_te_halen_is(
    knop: dict[str, str], mirjam: Client
) -> None:
    _typ(mirjam, **{JORIS: "eindigt"})
    concept = mirjam.get(RONDE).context["concept"].concept.id
    mirjam.post(f"/werk/concepten/{concept}/weg", knop)
    pagina = mirjam.get(RONDE).content.decode().partition("<main")[2]

    assert "is weggegooid. Een uur lang haal je het hier terug." in pagina
    assert "Mijn werk" not in pagina


def test_een_ronde_die_niet_klopt_blijft_bewaard_en_een_getekende_niet(mirjam: Client) -> None:
    _ronde(mirjam, getekend="", **{JORIS: "eindigt"})
    bewaard = _koos(mirjam)
    _ronde(mirjam)

    assert (bewaard[JORIS], len(set(bewaard.values())), _koos(mirjam)) == ("eindigt", 2, {})


def test_zonder_handtekening_of_met_een_rol_vergeten_wordt_niets_getekend(mirjam: Client) -> None:
    zonder, _ = _ronde(mirjam, getekend="")
    vergeten, _ = _ronde(mirjam, **{JORIS: ""})

    assert (zonder, vergeten) == (422, 422)


def test_een_ronde_over_een_rol_die_er_niet_meer_is_begint_opnieuw(
    mirjam: Client, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and signing somebody else ended a role."""
    import vangnet.web.beheer.ronde as bladzijde

    oude_lijst = bladzijde._te_beoordelen

    def met_een_einde_ertussen() -> list[object]:
        lijst = oude_lijst()
        ingelogd("els").post(f"/beheer/rollen/{id_van('rol-joris')}/beeindigen", {"wanneer": "nu"})
        monkeypatch.setattr(bladzijde, "_te_beoordelen", oude_lijst)
        return list(lijst)

    velden = dict.fromkeys(mirjam.get(RONDE).context["formulier"].fields, "blijft")
    monkeypatch.setattr(bladzijde, "_te_beoordelen", met_een_einde_ertussen)

    antwoord = mirjam.post(RONDE, velden | {"getekend": "on"})
    opnieuw = antwoord.context["formulier"]

    assert (antwoord.status_code, JORIS in velden, JORIS in opnieuw.fields) == (409, True, False)
    assert {str(veld.value()) for veld in opnieuw if veld.html_name != "getekend"} == {"blijft"}
    assert not opnieuw["getekend"].value()
    assert "Bewaard als concept" in antwoord.content.decode()


def test_een_beheerder_loopt_alleen_na_wat_geen_inhoud_leest(ingelogd: Ingelogd) -> None:
    pagina = ingelogd("els").get(RONDE).content.decode()

    assert "Anouk Smit: Analist" in pagina
    assert "Mirjam Hiemstra: Manager" in pagina
    assert "Amira Terpstra" not in pagina


def test_na_een_jaar_is_een_rol_te_laat(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "te laat" not in ingelogd("frank").get("/beheer/rondes/").content.decode()
    straks = datetime(2027, 12, 31, 12, tzinfo=UTC)
    monkeypatch.setattr(klok, "nu", lambda: straks)

    assert "Deze rollen zijn te laat" in ingelogd("frank").get("/beheer/rondes/").content.decode()
