# SPDX-License-Identifier: EUPL-1.2
"""The note field of a casus: one field, kept while typing, and undone with one click."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.bezetting import id_van
from tests.web.gebruikers.inlog import code_nu, eerste, met_app
from vangnet.casus.models import Bijdrage, CasusRol, Notitieconcept
from vangnet.gebruikers.models import Sessie
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.zaken.notitieform import is_uit_het_veld

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
NOTITIE, CONCEPT = f"{ZAAK}/notitie", f"{ZAAK}/notitie/concept"
TEKST = "Gebeld: hij komt donderdag."


def _gevuld(client: Client, **anders: str) -> dict[str, str]:
    """What the browser sends when somebody types a text and saves."""
    form = client.get(ZAAK).context["formulier"]
    velden = {naam: str(form[naam].value() or "") for naam in form.fields}
    return velden | {"tekst": TEKST} | anders


def _notities(naam: str) -> list[Bijdrage]:
    with als(Vrager(id_van(naam))):
        return list(Bijdrage.objects.filter(tekst=TEKST))


def _veld(client: Client) -> str:
    return str(client.get(ZAAK).context["formulier"]["tekst"].value())


def test_een_notitie_kost_een_veld_en_staat_daarna_op_de_zaak(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    antwoord = amira.post(NOTITIE, _gevuld(amira), follow=True)

    (notitie,) = _notities("amira")
    assert TEKST in antwoord.content.decode()
    assert (notitie.soort, notitie.categorie, notitie.doel, notitie.publiek) == (
        "notitie",
        "begeleiding",
        "afstemming",
        "alleen_huis",
    )


def test_wie_beroepsgeheim_heeft_schrijft_eerst_voor_zichzelf(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")

    bram.post(NOTITIE, _gevuld(bram))

    assert [een.publiek for een in _notities("bram")] == ["werknotitie"]
    assert _notities("amira") == []


def test_een_geweigerde_notitie_houdt_haar_tekst(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")

    antwoord = bram.post(NOTITIE, _gevuld(bram, publiek="iedereen"))

    assert antwoord.status_code == 422
    assert TEKST in antwoord.content.decode()
    assert list(antwoord.context["formulier"].errors) == ["publiek"]


def test_tweemaal_hetzelfde_formulier_maakt_een_notitie(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = _gevuld(amira)

    amira.post(NOTITIE, velden)
    amira.post(NOTITIE, velden)

    assert len(_notities("amira")) == 1


def test_wat_je_typt_staat_er_weer_na_een_gesloten_tabblad(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(CONCEPT, {"tekst": "Half"})
    amira.post(CONCEPT, {"tekst": "Half af"})

    assert _veld(ingelogd("amira")) == "Half af"
    assert _veld(ingelogd("joris")) == "Kanarie-concept"


def test_een_concept_leest_ook_met_sql_alleen_de_schrijver() -> None:
    with als(Vrager(id_van("amira"))):
        gezien = Notitieconcept.objects.count()
        veranderd = Notitieconcept.objects.update(tekst="anders")

    assert (gezien, veranderd) == (0, 0)


def test_na_het_opslaan_is_het_concept_weg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(CONCEPT, {"tekst": TEKST})

    amira.post(NOTITIE, _gevuld(amira))

    assert _veld(amira) == ""


@pytest.mark.parametrize("wordt", [TEKST, " "])
def test_een_ander_venster_houdt_wat_daar_is_getypt(wordt: str, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    eerste = _gevuld(amira)
    eerste["merk"] = amira.post(CONCEPT, eerste).context["merk"]
    amira.post(CONCEPT, _gevuld(amira, tekst="Wat in het tweede venster staat."))

    amira.post(CONCEPT if wordt == " " else NOTITIE, eerste | {"tekst": wordt})

    assert _veld(amira) == "Wat in het tweede venster staat."


def test_van_twee_vensters_om_en_om_wordt_niets_stil_overschreven(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    een, twee = _gevuld(amira, tekst="Een"), _gevuld(amira, tekst="Twee")
    een["merk"] = amira.post(CONCEPT, een).context["merk"]

    anders = amira.post(CONCEPT, twee).content.decode()
    een |= {"tekst": "Een."}
    verder = amira.post(CONCEPT, een)

    assert "wordt nu niet bewaard" in anders
    assert 'name="merk"' not in anders
    assert "wordt nu niet bewaard" not in verder.content.decode()
    assert _veld(amira) == "Een."
    amira.post(NOTITIE, twee | {"publiek": "alleen_huis"})
    assert _veld(amira) == "Een."
    amira.post(NOTITIE, een | {"merk": verder.context["merk"]})
    assert _veld(amira) == ""
    with als(Vrager(id_van("amira"))):
        assert Bijdrage.objects.filter(tekst__in=["Een.", "Twee"]).count() == 2


def test_van_een_tekst_die_te_lang_is_wordt_geen_stuk_bewaard(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(CONCEPT, _gevuld(amira, tekst="Half"))
    velden = _gevuld(amira)

    te_lang = amira.post(CONCEPT, velden | {"tekst": "Half" + "a" * 99_997}).content.decode()
    past = amira.post(CONCEPT, velden | {"tekst": "Half" + "a" * 99_996})

    assert "langer dan 100.000 tekens" in te_lang
    assert past.context["merk"]
    assert len(_veld(amira)) == 100_000


def test_een_te_lange_tekst_laat_staan_wat_er_al_bewaard_was(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(CONCEPT, _gevuld(amira, tekst="Half"))

    amira.post(CONCEPT, _gevuld(amira, tekst="Half" + "a" * 99_997))

    assert _veld(amira) == "Half"


def test_wie_het_concept_kent_mag_het_helemaal_anders_maken(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    merk = amira.post(CONCEPT, _gevuld(amira, tekst="Half")).context["merk"]

    amira.post(CONCEPT, _gevuld(amira, tekst="Iets anders", merk=merk))

    assert _veld(amira) == "Iets anders"


def test_van_een_formulier_telt_de_latere_tekst_ook_zonder_antwoord(ingelogd: Ingelogd) -> None:
    """Who leaves the page gets no answer to what was under way, and so knows no merk of it."""
    amira = ingelogd("amira")
    velden = _gevuld(amira)
    amira.post(CONCEPT, velden | {"tekst": "Hij kompt", "nummer": "1"})
    amira.post(CONCEPT, velden | {"tekst": "Hij komt donderdag", "nummer": "3"})

    amira.post(CONCEPT, velden | {"tekst": "Hij komt, denk ik", "nummer": "2"})
    amira.post(CONCEPT, velden | {"tekst": "", "nummer": "2"})

    assert _veld(amira) == "Hij komt donderdag"
    amira.post(CONCEPT, velden | {"tekst": "", "nummer": "4"})
    assert _veld(amira) == ""


def test_na_een_geweigerde_notitie_bewaart_hetzelfde_formulier_gewoon_verder(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """Of what was under way while the note was sent, the page got no answer."""
    neem_deel("bram")
    bram = ingelogd("bram")
    velden = _gevuld(bram, publiek="iedereen")
    bram.post(CONCEPT, velden | {"tekst": "Hij kompt", "nummer": "1"})

    form = bram.post(NOTITIE, velden).context["formulier"]
    verder = {naam: str(form[naam].value() or "") for naam in ("eenmalig", "merk")}
    bram.post(CONCEPT, verder | {"tekst": "Hij komt", "nummer": "2"})

    assert _veld(bram) == "Hij komt"


@pytest.mark.parametrize(("half", "heel"), [("\n", "\r\n"), ("\r\n", "\n")])
def test_een_concept_met_andere_regeleinden_is_dezelfde_tekst(
    half: str, heel: str, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    zonder_merk = _gevuld(amira, tekst=f"Gebeld.{heel}Hij komt.")
    amira.post(CONCEPT, _gevuld(amira, tekst=f"Gebeld.{half}Hij"))

    amira.post(NOTITIE, zonder_merk)

    assert _veld(amira) == ""


def test_na_het_opslaan_is_ook_weg_wat_je_anders_begon(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    merk = amira.post(CONCEPT, {"tekst": "Ik begon anders."}).context["merk"]

    amira.post(NOTITIE, _gevuld(amira, merk=merk))

    assert _veld(amira) == ""


def test_een_leeg_veld_laat_geen_concept_achter(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    merk = amira.post(CONCEPT, {"tekst": "Half"}).context["merk"]

    amira.post(CONCEPT, {"tekst": " ", "merk": merk})

    with als(Vrager(id_van("amira"))):
        assert not Notitieconcept.objects.exists()


def test_een_concept_krijgt_een_regel_in_het_journaal_en_niet_een_per_keer(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    amira.post(CONCEPT, {"tekst": "Half"})
    amira.post(CONCEPT, {"tekst": "Half af"})

    with als(Vrager(id_van("amira"))):
        assert Handeling.objects.filter(handeling="formulierconcept.begonnen").count() == 1


def test_ongedaan_maken_zet_de_tekst_terug_in_het_veld(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    pagina = amira.post(NOTITIE, _gevuld(amira), follow=True)
    terug = pagina.context["terug"].bijdrage.pk

    amira.post(f"{NOTITIE}/{terug}/terug")

    assert _veld(amira) == TEKST
    assert _notities("joris") == []


@pytest.mark.parametrize("mee", [True, False])
def test_ongedaan_maken_houdt_wat_er_intussen_is_getypt(mee: bool, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    pagina = amira.post(NOTITIE, _gevuld(amira), follow=True)
    terug = pagina.context["terug"].bijdrage.pk
    bewaard = amira.post(CONCEPT, _gevuld(amira, tekst="De volgende notitie"))

    # The field goes along with its form; a page of before this version sends nothing.
    veld = {"tekst": "De volgende, verder", "merk": bewaard.context["merk"]}
    amira.post(f"{NOTITIE}/{terug}/terug", veld if mee else {})

    volgende = "De volgende, verder" if mee else "De volgende notitie"
    assert _veld(amira) == f"{TEKST}\n\n{volgende}"


def test_ongedaan_maken_houdt_ook_wat_in_een_ander_venster_is_getypt(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    pagina = amira.post(NOTITIE, _gevuld(amira), follow=True)
    hier = _gevuld(amira, tekst="Wat hier staat")
    amira.post(CONCEPT, _gevuld(amira, tekst="Wat elders staat"))

    amira.post(f"{NOTITIE}/{pagina.context['terug'].bijdrage.pk}/terug", hier)

    assert _veld(amira) == f"{TEKST}\n\nWat hier staat\n\nWat elders staat"


def test_wat_na_het_opslaan_nog_van_het_formulier_komt_wordt_geen_concept(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    velden = _gevuld(amira)
    amira.post(NOTITIE, velden)

    assert amira.post(CONCEPT, velden).status_code == 204
    assert _veld(amira) == ""
    amira.post(CONCEPT, _gevuld(amira, tekst="Een nieuwe"))
    assert _veld(amira) == "Een nieuwe"


def test_hetzelfde_formulier_met_andere_tekst_verliest_niets(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = _gevuld(amira)
    amira.post(NOTITIE, velden | {"tekst": "Iets anders."})

    amira.post(NOTITIE, velden)

    assert len(_notities("amira")) == 1
    with als(Vrager(id_van("amira"))):
        assert Bijdrage.objects.filter(tekst="Iets anders.").count() == 1


@pytest.mark.parametrize(("oud", "mag"), [(110, True), (130, False)])
def test_ongedaan_maken_kan_twee_minuten_ook_na_herladen(
    oud: int, mag: bool, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    amira = ingelogd("amira")
    amira.post(NOTITIE, _gevuld(amira))
    eigen = _notities("amira")[0].pk
    straks = timezone.now() + timedelta(seconds=oud)
    for module in ("bijdragen", "notities"):
        monkeypatch.setattr(f"vangnet.web.zaken.{module}.nu", lambda: straks)

    aangeboden = amira.get(ZAAK).context["terug"] is not None
    antwoord = amira.post(f"{NOTITIE}/{eigen}/terug")

    assert (aangeboden, antwoord.status_code) == (mag, 302 if mag else 404)


@pytest.mark.parametrize(
    "anders",
    [{"publiek": "organisaties"}, {"voorwaarden": "Niet doorvertellen."}, {"doel": "plan"}],
)
def test_een_notitie_van_bijdrage_toevoegen_gaat_niet_als_losse_tekst_terug_in_het_veld(
    anders: dict[str, str], ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    amira.post(NOTITIE, _gevuld(amira))
    (eigen,) = _notities("amira")
    assert is_uit_het_veld(eigen)

    for veld, waarde in anders.items():
        setattr(eigen, veld, waarde)

    assert not is_uit_het_veld(eigen)


def test_de_melding_noemt_de_notitie_en_na_ongedaan_maken_staat_er_dat_het_is_gebeurd(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    zaak = amira.post(NOTITIE, _gevuld(amira), follow=True).content.decode()

    pagina = amira.post(f"{NOTITIE}/{_notities('amira')[0].pk}/terug", follow=True)

    assert f'<span class="zacht">{TEKST}</span>' in zaak
    assert "Ongedaan gemaakt. De tekst staat weer in het notitieveld." in pagina.content.decode()


def test_de_notitie_van_een_ander_maak_je_niet_ongedaan(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(NOTITIE, _gevuld(amira))

    antwoord = ingelogd("joris").post(f"{NOTITIE}/{_notities('amira')[0].pk}/terug")

    assert antwoord.status_code == 404
    assert _notities("amira")[0].ingetrokken_op is None


def test_wat_na_het_einde_van_de_sessie_is_verstuurd_staat_weer_in_het_veld(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    velden = _gevuld(amira)
    with als(Vrager(id_van("amira"))):
        Sessie.objects.update(gezien_op=nu() - timedelta(minutes=16))

    amira.post(NOTITIE, velden, headers={"Referer": f"http://testserver{NOTITIE}"})
    geheim = met_app("amira")
    eerste(amira, "amira")
    amira.post("/inloggen/code", {"code": code_nu(geheim)})
    opnieuw = amira.get(NOTITIE)

    assert opnieuw.context["formulier"]["tekst"].value() == TEKST
    assert _notities("amira") == []


def test_wie_met_noodtoegang_kijkt_schrijft_niets_en_laat_een_weigering_na(
    ingelogd: Ingelogd,
) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    amira.post(f"{ZAAK}/delen/uitnodigen", {"wie": f"{id_van('amira')}||regisseur"})
    amira.post(f"{ZAAK}/delen/beperkt", {"beperkt": "ja"})
    vraag = {"kenmerk": "ZVH-2022-0001", "reden": "acuut_gevaar", "toelichting": "Er is gebeld."}
    joris.post("/noodtoegang/", {**vraag, "zeker": "ja"})

    assert joris.get(ZAAK).status_code == 200
    assert joris.post(NOTITIE, {"tekst": TEKST, "publiek": "huis"}).status_code == 404
    with als(Vrager(id_van("frank"))):
        geweigerd = Handeling.objects.filter(
            handeling="casus.geweigerd", gebruiker=id_van("joris"), toegestaan=False
        )
        assert geweigerd.count() == 1
