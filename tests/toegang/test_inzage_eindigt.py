# SPDX-License-Identifier: EUPL-1.2
"""A look ends inside the policy: at the next request, whatever page is still open."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.vrager import Vrager, als

ZAAK = f"/zaken/{id_van('casus')}"
AANVRAAG = {
    "kenmerk": "ZVH-2022-0001",
    "reden": "acuut_gevaar",
    "toelichting": "Er is gebeld vanaf de voordeur.",
    "zeker": "ja",
}
Doe = Callable[[str], None]


@pytest.fixture
def doe(eigen_databank: str) -> Doe:
    """Let the owner change something while a session goes on."""

    def uitvoeren(opdracht: str) -> None:
        with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
            beheer.execute(opdracht.encode(), {"mirjam": id_van("mirjam")})

    return uitvoeren


@pytest.fixture
def mirjam(doe: Doe) -> Client:
    """A manager who has just opened the casus and sees it."""
    client = log_in(Client(), "mirjam")
    client.post("/noodtoegang/", AANVRAAG)
    assert client.get(ZAAK).status_code == 200
    return client


def zelfde_als_niets(client: Client) -> bool:
    zaak, niets = client.get(ZAAK), client.get("/bestaat-niet")
    assert isinstance(zaak, HttpResponse)
    return (zaak.status_code, zaak.content) == (404, niets.content)


@pytest.mark.asvs("8.3.2")
def test_als_het_uur_om_is_is_de_zaak_er_niet_meer(mirjam: Client, doe: Doe) -> None:
    doe("UPDATE toegang_inzage SET tot = vanaf + interval '1 microsecond'")

    assert zelfde_als_niets(mirjam)


@pytest.mark.asvs("8.3.2")
def test_beeindig_nu_werkt_bij_het_volgende_verzoek(mirjam: Client) -> None:
    pad = mirjam.get(ZAAK).content.decode().split('action="/noodtoegang/')[1].split('"')[0]
    mirjam.post(f"/noodtoegang/{pad}")

    assert zelfde_als_niets(mirjam)


@pytest.mark.asvs("8.3.2")
@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE toegang_accountrol SET beeindigd_op = now() WHERE gebruiker = %(mirjam)s",
        "UPDATE toegang_accountrol SET tot = '2020-01-01' WHERE gebruiker = %(mirjam)s",
        "UPDATE toegang_accountrol SET bevestigd_op = NULL WHERE gebruiker = %(mirjam)s",
        "UPDATE toegang_accountrol SET rol = 'ketenpartner' WHERE gebruiker = %(mirjam)s",
        "UPDATE gebruikers_gebruiker SET actief_tot = '2020-01-01' WHERE id = %(mirjam)s",
    ],
)
def test_met_de_rol_of_het_account_eindigt_de_noodtoegang(
    opdracht: str, mirjam: Client, doe: Doe
) -> None:
    doe(opdracht)

    assert mirjam.get(ZAAK).status_code in {302, 404}


def test_een_oordeel_sluit_de_zaak(mirjam: Client, eigen_databank: str) -> None:
    _oordeel("onterecht")

    assert zelfde_als_niets(mirjam)


def _maak_amira_regisseur(doe: Doe) -> None:
    doe(
        "INSERT INTO casus_casusrol (id, casus_id, organisatie_id, gebruiker_id, rol, antwoord, "
        "vanaf) SELECT gen_random_uuid(), c.id, o.id, g.id, 'regisseur', 'aanvaard', '2024-03-01' "
        "FROM casus_casus c, organisaties_organisatie o, gebruikers_gebruiker g "
        "WHERE o.kenmerk = 'org-ggz' AND g.email = 'amira@proef.invalid'"
    )


def test_de_regisseur_op_de_zaak_leest_dat_er_is_gekeken_en_niet_door_wie(
    mirjam: Client, doe: Doe
) -> None:
    _maak_amira_regisseur(doe)

    blad = log_in(Client(), "amira").get(ZAAK).content.decode()

    assert "Er is noodtoegang gebruikt op ZVH-2022-0001" in blad
    assert "De privacy officer beoordeelt of dat terecht was." in blad
    assert "Mirjam" not in blad


TABS = (
    "",
    "/tijdlijn",
    "/personen",
    "/beeld",
    "/plan/",
    "/overleggen",
    "/documenten/",
    "/voortgang/",
    "/delen",
    "/afsluiten/",
)


@pytest.mark.parametrize("tab", TABS)
def test_op_elk_tabblad_staat_hoe_lang_de_noodtoegang_duurt_en_dat_zij_is_gebruikt(
    tab: str, mirjam: Client, doe: Doe
) -> None:
    _maak_amira_regisseur(doe)

    wie_kijkt = mirjam.get(f"{ZAAK}{tab}").content.decode()
    regisseur = log_in(Client(), "amira").get(f"{ZAAK}{tab}").content.decode()

    assert "Noodtoegang tot " in wie_kijkt
    assert "Beëindig nu" in wie_kijkt
    assert "Er is noodtoegang gebruikt op ZVH-2022-0001" in regisseur
    assert "Noodtoegang tot " not in regisseur
    assert "Er is noodtoegang gebruikt" not in wie_kijkt


def _oordeel(oordeel: str) -> None:
    frank = log_in(Client(), "frank")
    blad = frank.get("/noodtoegang/beoordelen").content.decode()
    pad = blad.split('<th scope="row"><a href="')[1].split('"')[0]
    frank.post(pad, {"oordeel": oordeel, "bevinding": "Er was geen gevaar."})


def test_na_het_oordeel_leest_de_regisseur_dat_het_er_is_en_niet_welk(
    mirjam: Client, doe: Doe
) -> None:
    _maak_amira_regisseur(doe)
    _oordeel("onterecht")

    blad = log_in(Client(), "amira").get(ZAAK).content.decode()

    assert "Een ander heeft beoordeeld of dat terecht was." in blad
    assert "De privacy officer beoordeelt" not in blad
    assert "niet terecht" not in blad.lower()


def test_het_oordeel_lezen_wie_keek_en_wie_toezicht_houdt_en_collega_s_niet(
    mirjam: Client, doe: Doe
) -> None:
    _maak_amira_regisseur(doe)
    _oordeel("onterecht")
    daad = "Heeft een inzage van een ander beoordeeld"

    gekeken = log_in(Client(), "amira").get(f"/toezicht/casus/{id_van('casus')}").content.decode()
    van_mirjam = mirjam.get("/noodtoegang/").content.decode()
    van_frank = log_in(Client(), "frank").get("/toezicht/mijn").content.decode()

    assert daad in gekeken
    assert "terecht" not in gekeken.split("<table")[1].lower()
    assert "Niet terecht" in van_mirjam
    assert daad in van_frank
    assert "Niet terecht" in van_frank
    with als(Vrager(id_van("amira"))):
        rij = Handeling.objects.get(handeling="inzage.beoordeeld")
        assert rij.doel == ""


@pytest.mark.parametrize(
    ("moment", "einde"),
    [
        # Friday afternoon: Monday and Tuesday. The end is midnight in Amsterdam.
        (datetime(2026, 11, 27, 15, tzinfo=UTC), datetime(2026, 12, 1, 23, tzinfo=UTC)),
        (datetime(2026, 11, 29, 9, tzinfo=UTC), datetime(2026, 12, 1, 23, tzinfo=UTC)),
        (datetime(2026, 11, 25, 9, tzinfo=UTC), datetime(2026, 11, 27, 23, tzinfo=UTC)),
        # 23:30 UTC is the next day already; and summer time begins in the weekend.
        (datetime(2026, 3, 26, 23, 30, tzinfo=UTC), datetime(2026, 3, 31, 22, tzinfo=UTC)),
    ],
)
def test_twee_werkdagen_slaan_het_weekend_over(
    moment: datetime, einde: datetime, eigen_databank: str
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        rij = beheer.execute("SELECT toegang.werkdagen_later(%s, 2)", [moment]).fetchone()

    assert rij == (einde,)
