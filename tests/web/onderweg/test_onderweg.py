# SPDX-License-Identifier: EUPL-1.2
"""The phone screen of a trajectbegeleider: note, next appointment, call a partner."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.advies.models import Advies
from vangnet.afsluiting.models import Heropenvraag
from vangnet.casus.models import Bijdrage, Casus
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import HUISTIJD, nu, vandaag
from vangnet.overleg.models import Genodigde, Verslag
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.regels import Uitkomst
from vangnet.voortgang.trajecten import Contact, contact_vastleggen

Ingelogd = Callable[[str], Client]
ONDERWEG = f"/onderweg/{id_van('casus')}"
pytestmark = pytest.mark.usefixtures("begeleid")


def _formulier(client: Client, adres: str) -> str:
    """The id of the form on this page."""
    gevonden = re.search(r'name="eenmalig" value="([^"]+)"', client.get(adres).content.decode())
    assert gevonden is not None
    return gevonden[1]


def _notities() -> list[str]:
    with als(Vrager(id_van("amira"))):
        eigen = Bijdrage.objects.filter(auteur=id_van("tineke"))
        return list(eigen.values_list("tekst", flat=True).order_by("aangemaakt_op"))


def contacten() -> list[Contactmoment]:
    with als(Vrager(id_van("amira"))):
        return list(Contactmoment.objects.filter(door=id_van("tineke")).order_by("moment"))


def afgesproken(moment: datetime, uitkomst: Uitkomst | None = None) -> UUID:
    """An appointment of Tineke."""
    with als(Vrager(id_van("tineke"))):
        casus = Casus.objects.get(pk=id_van("casus"))
        contact = Contact(moment=moment, uitkomst=uitkomst)
        return contact_vastleggen(casus, contact, door=id_van("tineke"))


def gedaan(handeling: str) -> int:
    with als(Vrager(id_van("frank"))):
        return Handeling.objects.filter(handeling=handeling, gebruiker=id_van("tineke")).count()


def test_het_begin_toont_alleen_de_mensen_die_je_begeleidt(ingelogd: Ingelogd) -> None:
    begin = ingelogd("tineke").get("/onderweg/").content.decode()

    assert re.findall(r'class="is-naam">([^<]+)<', begin) == ["Kanarie-voornaam Kanarie-achternaam"]


@pytest.mark.parametrize("pad", ["", "/notitie", "/volgende", "/bellen"])
def test_elke_blik_onderweg_staat_in_het_journaal(pad: str, ingelogd: Ingelogd) -> None:
    ingelogd("tineke").get(f"{ONDERWEG}{pad}")

    assert gedaan("onderweg.ingezien") == 1
    assert gedaan("onderweg.geweigerd") == 0


@pytest.mark.parametrize("van", ["de zaak", "het contact"])
def test_wie_onderweg_een_id_probeert_laat_een_spoor_na(van: str, ingelogd: Ingelogd) -> None:
    onbekend = uuid4()
    tineke = ingelogd("tineke")
    if van == "de zaak":
        antwoord = tineke.get(f"/onderweg/{onbekend}")
    else:
        antwoord = tineke.post(f"{ONDERWEG}/contact/{onbekend}", {"uitkomst": "gesproken"})

    assert antwoord.status_code == 404
    assert gedaan("onderweg.geweigerd") == 1


@pytest.mark.parametrize("pad", ["", "/notitie", "/volgende", "/bellen"])
def test_geen_bladzijde_van_onderweg_noemt_een_naam_in_haar_titel(
    pad: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("tineke").get(f"{ONDERWEG}{pad}")

    titel = re.search(r"<title>(.*?)</title>", antwoord.content.decode(), re.DOTALL)
    assert titel is not None
    assert "Kanarie" not in titel[1]
    assert antwoord["Cache-Control"] == "no-store"


def test_een_notitie_die_twee_keer_wordt_verstuurd_staat_er_een_keer(ingelogd: Ingelogd) -> None:
    tineke = ingelogd("tineke")
    velden = {"tekst": "Thuis, rustig.", "eenmalig": _formulier(tineke, f"{ONDERWEG}/notitie")}

    for _keer in range(2):
        assert tineke.post(f"{ONDERWEG}/notitie", velden).status_code == 302

    assert _notities() == ["Thuis, rustig."]


def test_een_notitie_die_niet_te_bewaren_is_gaat_niet_ongevraagd_weg(ingelogd: Ingelogd) -> None:
    """Not kept as another window holds another text, nor sent as there is no connection."""
    pagina = ingelogd("tineke").get(f"{ONDERWEG}/notitie").content.decode()

    assert 'id="notitiestand" role="status" data-nietbewaard="id_tekst"></p>' in pagina
    assert 'hidden data-geenverbinding data-nietbewaard="id_tekst">' in pagina


def test_een_afspraak_die_niet_te_versturen_is_gaat_niet_ongevraagd_weg(ingelogd: Ingelogd) -> None:
    pagina = ingelogd("tineke").get(f"{ONDERWEG}/volgende").content.decode()

    assert "hidden data-geenverbinding data-nietbewaard>" in pagina


def test_een_lege_notitie_wordt_teruggegeven(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("tineke").post(f"{ONDERWEG}/notitie", {"tekst": " ", "eenmalig": uuid4()})

    assert (antwoord.status_code, _notities()) == (422, [])


def test_een_afspraak_staat_op_mijn_werk_en_op_de_tijdlijn(ingelogd: Ingelogd) -> None:
    tineke = ingelogd("tineke")
    velden = {"dag": "morgen", "tijd": "14.30", "plek": "Het Plein", "eenmalig": str(uuid4())}

    for _keer in range(2):
        assert tineke.post(f"{ONDERWEG}/volgende", velden).status_code == 302

    assert [een.uitkomst for een in contacten()] == [None]
    werk = tineke.get("/werk/").content.decode()
    assert "14:30 ZVH-2022-0001" in werk
    assert "Het Plein" in werk
    tijdlijn = ingelogd("amira").get(f"/zaken/{id_van('casus')}/tijdlijn").content.decode()
    assert "Het Plein · Afgesproken" in tijdlijn


@pytest.mark.parametrize("jaren", [0, 2])
def test_een_afspraak_in_een_ander_jaar_staat_er_met_dat_jaar(
    jaren: int, ingelogd: Ingelogd
) -> None:
    tineke, jaar = ingelogd("tineke"), vandaag().year + jaren
    velden = {"dag": f"31-12-{jaar}", "tijd": "23:59", "eenmalig": str(uuid4())}
    gemaakt = tineke.post(f"{ONDERWEG}/volgende", velden, follow=True).content.decode()

    paginas = [tineke.get(een).content.decode() for een in (ONDERWEG, "/onderweg/", "/werk/")]

    assert f"31 december {jaar} 23:59." in gemaakt
    met_jaar = f" {jaar}" if jaren else ""
    assert f"31 december{met_jaar} 23:59" in paginas[0]
    assert all(f"31 dec{met_jaar} 23:59" in een for een in paginas[1:])


def test_een_afspraak_in_het_verleden_gaat_niet(ingelogd: Ingelogd) -> None:
    velden = {"dag": "1-3-2022", "tijd": "14:30", "eenmalig": str(uuid4())}

    antwoord = ingelogd("tineke").post(f"{ONDERWEG}/volgende", velden)

    assert (antwoord.status_code, contacten()) == (422, [])


@pytest.mark.parametrize(
    ("tijd", "stand"), [("8:00", 422), ("11:59", 422), ("12:00", 422), ("12:01", 302)]
)
def test_vandaag_kan_alleen_op_een_tijd_die_nog_komt(
    tijd: str, stand: int, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    middag = datetime.combine(vandaag(), time(12), tzinfo=HUISTIJD)
    monkeypatch.setattr("vangnet.web.onderweg.forms.nu", lambda: middag)
    velden = {"dag": "vandaag", "tijd": tijd, "eenmalig": str(uuid4())}

    antwoord = ingelogd("tineke").post(f"{ONDERWEG}/volgende", velden)

    assert antwoord.status_code == stand
    voorbij = "Deze tijd is al voorbij. Kies een tijd die nog komt."
    assert (voorbij in antwoord.content.decode()) == (stand == 422)
    assert len(contacten()) == (stand == 302)


def test_dezelfde_afspraak_nog_eens_maken_zegt_dat_zij_er_al_staat(ingelogd: Ingelogd) -> None:
    tineke = ingelogd("tineke")
    velden = {"dag": "morgen", "tijd": "14:30"}

    standen = [
        tineke.post(f"{ONDERWEG}/volgende", velden | anders | {"eenmalig": str(uuid4())})
        for anders in ({}, {"plek": "Thuis"}, {"tijd": "15:30"})
    ]

    assert [een.status_code for een in standen] == [302, 422, 302]
    assert "Deze afspraak staat er al." in standen[1].content.decode()
    assert len(contacten()) == 2


def test_wie_een_afspraak_maakte_schrijft_met_een_tik_op_wat_eruit_kwam(
    ingelogd: Ingelogd,
) -> None:
    tineke, eigen = ingelogd("tineke"), afgesproken(nu())

    tineke.post(f"{ONDERWEG}/contact/{eigen}", {"uitkomst": "niet_bereikt"})
    van_amira = tineke.post(
        f"{ONDERWEG}/contact/{id_van('contact')}", {"uitkomst": "gesproken"}
    ).status_code

    assert [een.uitkomst for een in contacten()] == ["niet_bereikt"]
    assert van_amira == 404
    with als(Vrager(id_van("frank"))):
        eigen_daden = Handeling.objects.filter(casus=id_van("casus"), gebruiker=id_van("tineke"))
        gevonden = eigen_daden.filter(handeling__startswith="contact.").order_by("moment")
        assert list(gevonden.values_list("handeling", flat=True)) == [
            "contact.vastgelegd",
            "contact.gewijzigd",
        ]


@pytest.mark.parametrize("uitkomst", ["gesproken", "niet_bereikt", "afgezegd"])
def test_een_verkeerde_knop_is_ook_na_herladen_ongedaan_te_maken(
    uitkomst: str, ingelogd: Ingelogd
) -> None:
    tineke = ingelogd("tineke")
    contact = f"{ONDERWEG}/contact/{afgesproken(nu())}"
    assert 'value="weer_open"' not in tineke.get(ONDERWEG).content.decode()
    tineke.post(contact, {"uitkomst": uitkomst})
    assert tineke.get(ONDERWEG).content.decode().count('value="weer_open"') == 1

    for _keer in range(2):
        assert tineke.post(contact, {"uitkomst": "weer_open"}).status_code == 302

    assert [een.uitkomst for een in contacten()] == [None]
    assert "Je afspraak" in tineke.get(ONDERWEG).content.decode()
    assert gedaan("contact.weer_open") == 1


@pytest.mark.parametrize("welke", ["van een ander", "te lang geleden", "een telefoontje"])
def test_wat_je_niet_terugneemt(welke: str, ingelogd: Ingelogd) -> None:
    tineke, contact = ingelogd("tineke"), id_van("contact")
    if welke != "van een ander":
        dagen, ggz = (8, None) if welke == "te lang geleden" else (0, id_van("ggz"))
        moment = nu() - timedelta(days=dagen)
        was = Contact(moment=moment, organisatie=ggz, uitkomst=Uitkomst.GESPROKEN)
        with als(Vrager(id_van("tineke"))):
            casus = Casus.objects.get(pk=id_van("casus"))
            contact = contact_vastleggen(casus, was, door=id_van("tineke"))
    assert 'value="weer_open"' not in tineke.get(ONDERWEG).content.decode()

    antwoord = tineke.post(f"{ONDERWEG}/contact/{contact}", {"uitkomst": "weer_open"})

    assert antwoord.status_code == 404
    assert [een.uitkomst for een in contacten()] == ["gesproken"] * (welke != "van een ander")


def test_bellen_noemt_het_nummer_van_wie_meedoet_en_schrijft_het_gesprek_op(
    ingelogd: Ingelogd,
) -> None:
    _beheer = ingelogd("els")
    velden = {"naam": "GGZ Noorderlicht", "soort": "ggz", "keten": "zorg", "versie": "1"}
    nummer = velden | {"deelnemer": "privaat", "telefoon": "058 - 555 01 01"}
    adres = f"/beheer/organisaties/{id_van('ggz')}"
    assert _beheer.post(adres, nummer).status_code == 302
    tineke = ingelogd("tineke")

    pagina = tineke.get(f"{ONDERWEG}/bellen").content.decode()
    for organisatie, eenmalig in (("ggz", uuid4()), ("politie", uuid4())):
        tineke.post(
            f"{ONDERWEG}/bellen",
            {
                "organisatie": str(id_van(organisatie)),
                "uitkomst": "gesproken",
                "eenmalig": str(eenmalig),
            },
        )

    assert 'href="tel:0585550101"' in pagina
    assert "Politie Noord" not in pagina
    gebeld = [(een.organisatie_id, een.uitkomst) for een in contacten()]
    assert gebeld == [(id_van("ggz"), "gesproken")]


def test_een_oud_client_die_belt_is_een_telling_zonder_naam(ingelogd: Ingelogd) -> None:
    tineke = ingelogd("tineke")
    velden = {"eenmalig": _formulier(tineke, "/onderweg/oud-client")}

    for _keer in range(2):
        assert tineke.post("/onderweg/oud-client", velden).status_code == 302

    with als(Vrager(id_van("amira"))):
        geteld = Advies.objects.filter(soort="trajectbegeleiding", datum=vandaag())
        assert [(een.aan, een.organisatie_id, een.gemeente) for een in geteld] == [
            ("client", None, None)
        ]
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="advies.geteld").count() == 1


def test_vragen_om_te_heropenen_zegt_niet_of_de_zaak_er_is(ingelogd: Ingelogd) -> None:
    tineke = ingelogd("tineke")

    antwoorden = [
        tineke.post("/onderweg/oud-client/heropenen", {"kenmerk": een, "eenmalig": str(uuid4())})
        for een in ("ZVH-2022-0001", "ZVH-1999-9999")
    ]
    naam = tineke.post(
        "/onderweg/oud-client/heropenen", {"kenmerk": "Jan de Vries", "eenmalig": str(uuid4())}
    )

    assert [(een.status_code, een["Location"]) for een in antwoorden] == [(302, "/onderweg/")] * 2
    assert naam.status_code == 422
    amira = ingelogd("amira")
    assert "ZVH-1999-9999" in amira.get("/nazorg/").content.decode()
    with als(Vrager(id_van("amira"))):
        vraag = Heropenvraag.objects.get(kenmerk="ZVH-1999-9999").pk
    amira.post(f"/nazorg/heropenvraag/{vraag}")
    wachten = amira.get("/nazorg/").context["heropenvragen"]
    assert "ZVH-1999-9999" not in {een.laatste.kenmerk for een, _open in wachten}


@pytest.mark.parametrize(
    ("getypt", "staat_er"),
    [
        ("zvh-2022-0001", "ZVH-2022-0001"),
        (" ZVH - 2022 -0001 ", "ZVH-2022-0001"),
        ("zvh 2022 0001", "ZVH-2022-0001"),
        ("ZVH-2022 0001", "ZVH-2022-0001"),
        ("C 00700", "C-00700"),
        ("c  00700", "C-00700"),
        ("c00700", "C-00700"),
        ("C-00700", "C-00700"),
    ],
)
def test_een_vraag_om_te_heropenen_staat_er_als_een_woord_in_hoofdletters(
    getypt: str, staat_er: str, ingelogd: Ingelogd
) -> None:
    vraag = {"kenmerk": getypt, "eenmalig": str(uuid4())}
    ingelogd("tineke").post("/onderweg/oud-client/heropenen", vraag)

    with als(Vrager(id_van("tineke"))):
        assert Heropenvraag.objects.filter(kenmerk=staat_er).exists()


@pytest.mark.parametrize(
    "naam", ["Jan 1990", "Jan 12-3-1990", "Jan J 1990", "Vries 00700", "Bos 1985 12"]
)
def test_een_naam_met_een_jaar_is_geen_kenmerk(naam: str, ingelogd: Ingelogd) -> None:
    vraag = {"kenmerk": naam, "eenmalig": str(uuid4())}

    pagina = ingelogd("tineke").post("/onderweg/oud-client/heropenen", vraag)

    assert pagina.status_code == 422
    assert "Vul alleen het kenmerk in, met de cijfers. Geen naam." in pagina.content.decode()


@pytest.mark.parametrize(
    ("model", "zet"), [(Verslag, {"besluit": "x"}), (Genodigde, {"aanwezig": True})]
)
def test_een_trajectbegeleider_schrijft_niet_in_een_overleg(
    model: type[Verslag | Genodigde], zet: dict[str, object]
) -> None:
    with als(Vrager(id_van("tineke"))):
        rijen = model.objects.filter(casus=id_van("casus"))
        assert (rijen.count(), rijen.update(**zet)) == (1, 0)
    with als(Vrager(id_van("amira"))):
        assert model.objects.filter(casus=id_van("casus")).update(**zet) == 1


def test_een_trajectbegeleider_draagt_warm_over_met_de_dag_en_wat_meegaat(
    ingelogd: Ingelogd,
) -> None:
    velden = {
        "organisatie": str(id_van("ggz")),
        "soort": "ggz",
        "functie": "Wijkverpleegkundige",
        "warm": "ja",
        "gesprek_op": "morgen",
        "wat": "Elke dinsdag samen naar de huisarts.",
        "eenmalig": str(uuid4()),
    }
    adres = f"/zaken/{id_van('casus')}/overdrachten/nieuw"
    tineke = ingelogd("tineke")

    koud = tineke.post(adres, velden | {"warm": "nee"})
    warm = tineke.post(adres, velden)

    assert (koud.status_code, warm.status_code) == (422, 302)
    overzicht = ingelogd("amira").get(f"/zaken/{id_van('casus')}/afsluiten/").content.decode()
    assert "Elke dinsdag samen naar de huisarts." in overzicht
