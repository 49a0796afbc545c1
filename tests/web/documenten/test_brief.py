# SPDX-License-Identifier: EUPL-1.2
"""A letter from a template, as the pages do it."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tests.bezetting import id_van
from tests.documenten.word import lees, word
from tests.opgeschreven import in_het_journaal
from tests.web.documenten.test_documenten import acten, adres, scan, versies
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Betrokkenheid, Bijdrage, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.zijden import zijde_wisselen
from vangnet.documenten import briefvelden
from vangnet.documenten.regels import Briefsoort
from vangnet.journaal.models import Handeling
from vangnet.plan.models import Afspraak
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
LIJST = f"/zaken/{id_van('casus')}/documenten/"
SJABLOON = "/beheer/sjablonen/betrokkene"
VELDEN = {
    "publiek": "alleen_huis",
    "categorie": "begeleiding",
    "doel": "afstemming",
    "titel": "Brief over de woning",
    "bericht": "Kom je maandag langs?",
    "sjabloon": "0",
}


def aan_betrokkene() -> str:
    with als(Vrager(id_van("amira"))):
        over = Betrokkenheid.objects.filter(casus=id_van("casus")).order_by("pk").first()
        assert over is not None
        return f"{LIJST}brief/betrokkene/{over.pk}"


def bewaar(els: Client, inhoud: bytes, naam: str = "huisbrief.docx") -> int:
    return els.post(SJABLOON, {"bestand": SimpleUploadedFile(naam, inhoud)}).status_code


def test_een_brief_wordt_een_document_dat_na_de_scan_is_op_te_halen(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    amira = ingelogd("amira")
    adres_ = aan_betrokkene()
    ontvanger = amira.get(adres_).context["aan"].naam

    assert amira.post(adres_, VELDEN).status_code == 302
    versie = versies()[0]
    assert amira.get(adres(versie, versie.pk, "ophalen")).status_code == 404
    scan(settings)

    tekst = lees(amira.get(adres(versie, versie.pk, "ophalen")).content)
    assert f"Aan: {ontvanger}" in tekst
    assert "Kom je maandag langs?" in tekst
    assert "Amira Terpstra" in tekst
    assert acten("brief.gemaakt", "document.toegevoegd") == ["document.toegevoegd", "brief.gemaakt"]


def test_een_brief_is_over_wie_hem_krijgt_zodat_de_andere_zijde_hem_niet_ziet(
    ingelogd: Ingelogd,
) -> None:
    adres_ = aan_betrokkene()

    ingelogd("amira").post(adres_, VELDEN)

    with als(Vrager(id_van("amira"))):
        rij = Bijdrage.objects.get(tekst="Brief over de woning")
    assert str(rij.betrokkenheid_id) == adres_.rsplit("/", 1)[-1]
    assert rij.publiek == "alleen_huis"


def test_hetzelfde_formulier_nog_eens_maakt_geen_tweede_brief(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = {**VELDEN, "eenmalig": str(uuid4())}

    for _ in range(2):
        assert amira.post(aan_betrokkene(), velden).status_code == 302

    assert len(versies()) == 1


def test_een_veld_zonder_waarde_heet_leeg_voordat_je_de_brief_maakt(ingelogd: Ingelogd) -> None:
    pagina = ingelogd("amira").get(aan_betrokkene())

    leeg = {veld.naam for veld, waarde in pagina.context["velden"] if not waarde}
    assert leeg == {"regisseur", "deelnemers"}
    assert pagina.content.decode().count(">Leeg</span>") == 2


@pytest.mark.parametrize("ligt_er", [True, False])
def test_de_brief_bij_het_afsluiten_staat_er_als_er_een_voorstel_ligt(
    ligt_er: bool, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vangnet.web.documenten.brief.ligt_voorstel", lambda _casus, wie: ligt_er)
    amira = ingelogd("amira")
    brief = aan_betrokkene().replace("/betrokkene/", "/afsluiten/")
    zin = "Er ligt geen voorstel om te sluiten"

    lijst, pagina = (amira.get(een).content.decode() for een in (f"{LIJST}brief", brief))
    assert (f'href="{brief}"' in lijst, zin in lijst, zin in pagina) == (
        ligt_er,
        not ligt_er,
        not ligt_er,
    )
    assert "<dt>Kenmerk</dt>" in pagina
    assert zin not in amira.get(aan_betrokkene()).content.decode()


def test_de_brief_bij_het_afsluiten_zegt_dat_je_hem_voor_het_sluiten_ophaalt(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vangnet.web.documenten.brief.ligt_voorstel", lambda _casus, wie: True)
    amira = ingelogd("amira")
    brief = aan_betrokkene().replace("/betrokkene/", "/afsluiten/")
    zin = "Haal de brief bij het afsluiten op voordat de zaak sluit."

    assert zin in amira.get(f"{LIJST}brief").content.decode()
    assert zin in amira.get(brief).content.decode()
    assert zin not in amira.get(aan_betrokkene()).content.decode()


def test_een_veld_heet_op_het_scherm_zoals_mensen_schrijven() -> None:
    titels = {veld.naam: veld.titel for veld in briefvelden.VELDEN[Briefsoort.AFSLUITEN]}

    assert (titels["begonnen_op"], titels["resultaat"]) == ("Begonnen op", "Resultaat")


def test_wie_een_brief_voorbereidt_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(aan_betrokkene())

    assert in_het_journaal("brief.voorbereid") == [
        (id_van("amira"), id_van("casus"), id_van("casus"), True)
    ]


@pytest.mark.parametrize("welk", [f"{SJABLOON}/7", "/beheer/sjablonen/onzin/0"], ids=["7", "soort"])
def test_een_sjabloon_dat_er_niet_is_komt_niet_terug_en_dat_staat_in_het_journaal(
    welk: str, ingelogd: Ingelogd
) -> None:
    assert ingelogd("els").post(f"{welk}/terug").status_code == 404

    assert in_het_journaal("sjabloon.geweigerd") == [(id_van("els"), None, None, False)]


def test_een_deelnemer_krijgt_alleen_de_eigen_open_afspraken(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        eigen = Afspraak.objects.filter(casus=id_van("casus"), organisatie=id_van("ggz")).count()

    pagina = ingelogd("amira").get(f"{LIJST}brief/deelnemer/{id_van('ggz')}")

    gevuld = {veld.naam: waarde for veld, waarde in pagina.context["velden"]}
    assert len(gevuld["afspraken"]) == eigen
    assert pagina.context["aan"].naam == gevuld["organisatie"]


@pytest.mark.parametrize(
    ("kant_mens", "kant_rol", "genoemd"),
    [
        (1, 2, ""),
        (None, 2, ""),
        (2, 2, "GGZ Noorderlicht"),
        (1, None, "GGZ Noorderlicht"),
        (None, None, "GGZ Noorderlicht"),
    ],
)
def test_een_brief_aan_een_mens_noemt_geen_organisatie_van_de_andere_kant(
    kant_mens: int | None, kant_rol: int | None, genoemd: str, ingelogd: Ingelogd
) -> None:
    adres_ = aan_betrokkene()
    _aan_een_kant(kant_rol)
    if kant_mens:
        with als(Vrager(id_van("amira"))):
            mens = UUID(adres_.rsplit("/", 1)[-1])
            zijde_wisselen(mens, gelezen=None, zijde=kant_mens, reden="Zij staan tegenover elkaar.")

    pagina = ingelogd("amira").get(adres_)

    gevuld = {veld.naam: waarde for veld, waarde in pagina.context["velden"]}
    assert gevuld["deelnemers"] == genoemd


def test_een_organisatie_aan_beide_kanten_wordt_wel_genoemd(ingelogd: Ingelogd) -> None:
    adres_ = aan_betrokkene()
    _aan_een_kant(2)
    with als(Vrager(id_van("amira"))):
        mens = UUID(adres_.rsplit("/", 1)[-1])
        zijde_wisselen(mens, gelezen=None, zijde=1, reden="Zij staan tegenover elkaar.")
        uitnodigen(id_van("casus"), Plek(None, id_van("ggz"), RolSoort.DEELNEMER), zijde=1)

    pagina = ingelogd("amira").get(adres_)

    gevuld = {veld.naam: waarde for veld, waarde in pagina.context["velden"]}
    assert gevuld["deelnemers"] == "GGZ Noorderlicht"


def _aan_een_kant(zijde: int | None) -> None:
    """Let Bram take part for the GGZ, on this side."""
    with als(Vrager(id_van("amira"))):
        plek = Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER)
        uitnodigen(id_van("casus"), plek, zijde=zijde)
    with als(Vrager(id_van("bram"))):
        rol = CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van("bram"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)


@pytest.mark.parametrize("wie", ["bram", "els", "mirjam"])
def test_wie_niet_voor_het_huis_werkt_maakt_geen_brief(ingelogd: Ingelogd, wie: str) -> None:
    assert ingelogd(wie).get(aan_betrokkene()).status_code == 404
    assert ingelogd(wie).post(aan_betrokkene(), VELDEN).status_code == 404
    assert versies() == []


def test_iemand_van_buiten_de_zaak_krijgt_geen_brief_uit_deze_zaak(ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").get(f"{LIJST}brief/betrokkene/{id_van('ggz')}").status_code == 404
    assert ingelogd("amira").get(f"{LIJST}brief/onzin/{uuid4()}").status_code == 404


def test_een_nieuw_sjabloon_geldt_meteen_en_het_oude_komt_terug(ingelogd: Ingelogd) -> None:
    els, amira = ingelogd("els"), ingelogd("amira")

    assert bewaar(els, word("Dag {{ naam }}", "{{ bericht }}")) == 302
    assert amira.get(aan_betrokkene()).context["sjabloon"].nummer == 1
    assert els.post(f"{SJABLOON}/0/terug").status_code == 302

    nu = amira.get(aan_betrokkene()).context["sjabloon"]
    assert (nu.nummer, nu.naam) == (2, "vangnet-betrokkene.docx")
    assert lees(els.get(f"{SJABLOON}/1").content) == ["Dag {{ naam }}", "{{ bericht }}"]
    with als(Vrager(id_van("frank"))):
        gedaan = Handeling.objects.filter(object_soort="sjabloonversie").order_by("moment")
        assert list(gedaan.values_list("handeling", flat=True)) == [
            "sjabloon.vernieuwd",
            "sjabloon.teruggezet",
            "sjabloon.gedownload",
        ]


def test_zonder_veld_voor_een_bericht_vraagt_de_bladzijde_er_geen(ingelogd: Ingelogd) -> None:
    bewaar(ingelogd("els"), word("Dag {{ naam }}"))
    amira = ingelogd("amira")

    assert "bericht" not in amira.get(aan_betrokkene()).context["formulier"].fields
    velden = {**VELDEN, "sjabloon": "1", "bericht": ""}
    assert amira.post(aan_betrokkene(), velden).status_code == 302


@pytest.mark.parametrize("met_plek", [True, False])
def test_een_brief_met_een_ander_sjabloon_dan_het_scherm_toont_wordt_niet_gemaakt(
    met_plek: bool, ingelogd: Ingelogd
) -> None:
    amira, adres_ = ingelogd("amira"), aan_betrokkene()
    assert amira.get(adres_).context["formulier"]["sjabloon"].value() == 0
    bewaar(ingelogd("els"), word("Dag {{ naam }}", *(["{{ bericht }}"] if met_plek else [])))

    antwoord = amira.post(adres_, VELDEN)

    pagina = antwoord.content.decode()
    assert (antwoord.status_code, versies()) == (409, [])
    assert "Het sjabloon is veranderd" in pagina
    assert "Met versie 1 van het sjabloon." in pagina
    assert "Kom je maandag langs?" in pagina
    nog_eens = amira.post(adres_, {**VELDEN, "sjabloon": "1"})
    assert nog_eens.status_code == (302 if met_plek else 422)
    zin = "Dit sjabloon heeft geen plek voor een bericht."
    assert (zin in nog_eens.content.decode()) is not met_plek
    assert len(versies()) == int(met_plek)


def test_een_afspraak_met_een_punt_krijgt_geen_punt_en_komma(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    blad = f"{LIJST}brief/deelnemer/{id_van('ggz')}"
    with als(Vrager(id_van("amira"))):
        eigen = Afspraak.objects.filter(casus=id_van("casus"), organisatie=id_van("ggz"))
        eigen.update(omschrijving="Belt over de behandelafspraak.")

    gevuld = {veld.naam: waarde for veld, waarde in ingelogd("amira").get(blad).context["velden"]}

    assert {een["omschrijving"] for een in gevuld["afspraken"]} == {"Belt over de behandelafspraak"}


def test_een_sjabloon_dat_geen_word_is_hoort_alleen_van_docx(ingelogd: Ingelogd) -> None:
    bestand = SimpleUploadedFile("x.exe", b"MZ\x90\x00\x03\x00\x00\x00")

    antwoord = ingelogd("els").post(SJABLOON, {"bestand": bestand})

    assert antwoord.context["formulier"].errors["bestand"] == [
        "Dit is geen Word-bestand. Sla het op als docx."
    ]


def test_een_fout_sjabloon_wordt_niet_bewaard_en_de_bladzijde_zegt_waar(ingelogd: Ingelogd) -> None:
    els = ingelogd("els")

    antwoord = els.post(
        SJABLOON, {"bestand": SimpleUploadedFile("x.docx", word("Dag {{ naan }}", "{{ y }}"))}
    )

    assert antwoord.status_code == 422
    fouten = antwoord.context["formulier"].errors["bestand"]
    assert [zin[:24] for zin in fouten] == ["In de tekst, alinea 1 (“", "In de tekst, alinea 2 (“"]
    assert els.get(SJABLOON).context["nu"] == 0


@pytest.mark.parametrize("wie", ["amira", "mirjam", "bram"])
def test_alleen_de_beheerder_komt_bij_de_sjablonen(ingelogd: Ingelogd, wie: str) -> None:
    assert ingelogd(wie).get(SJABLOON).status_code == 404
    assert bewaar(ingelogd(wie), word("x")) == 404


def test_de_briefpagina_vraagt_bij_meer_mensen_niet_meer_van_de_databank(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    amira = ingelogd("amira")

    def opdrachten() -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            assert amira.get(aan_betrokkene()).status_code == 200
        return len(gevraagd)

    eerst = opdrachten()
    neem_deel("bram")

    assert opdrachten() == eerst


def test_wie_typt_aan_een_organisatie_die_niet_meer_meedoet_houdt_de_tekst(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol, amira = neem_deel("bram"), ingelogd("amira")
    aan, niemand = (f"{LIJST}brief/deelnemer/{id_van(wie)}" for wie in ("ggz", "niets"))
    assert amira.get(aan).status_code == 200
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(rol.pk)

    antwoord = amira.post(aan, VELDEN)

    pagina = antwoord.content.decode()
    casus = id_van("casus")
    assert in_het_journaal("document.geweigerd") == [(id_van("amira"), casus, None, False)]
    assert (antwoord.status_code, "Deze organisatie doet niet meer mee." in pagina) == (409, True)
    assert "Kom je maandag langs?" in pagina
    assert amira.post(niemand, VELDEN).status_code == 404
    assert ingelogd("chantal").post(aan, VELDEN).status_code == 404


@pytest.mark.parametrize("antwoord", [None, "geweigerd"])
def test_van_wie_nooit_meedeed_staat_er_niet_dat_die_niet_meer_meedoet(
    antwoord: str | None, ingelogd: Ingelogd
) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))
        rol = CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van("bram"))
        if not antwoord:
            rol_beeindigen(rol.pk)
    if antwoord:
        with als(Vrager(id_van("bram"))):
            uitnodiging_beantwoorden(rol.pk, aanvaard=False)

    blad = f"{LIJST}brief/deelnemer/{id_van('ggz')}"

    assert ingelogd("amira").post(blad, VELDEN).status_code == 404


def test_een_brief_aan_een_mens_zegt_niets_van_een_organisatie_die_meedoet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    blad = f"{LIJST}brief/betrokkene/{id_van('ggz')}"

    assert ingelogd("amira").post(blad, VELDEN).status_code == 404
