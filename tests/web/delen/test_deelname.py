# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in a casus, as the pages do it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.aanmelden.test_besluit import BESLISSING, WACHT
from tests.web.einde import eindig_accountrol
from vangnet.aanmelding.besluiten import besluit_vastleggen
from vangnet.casus.betrokkenen import Nieuwkomer, betrokkene_toevoegen
from vangnet.casus.models import Betrokkenheid, CasusRol, Verstrekking
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
GGZ, POLITIE = id_van("ggz"), id_van("politie")
VERSTREKKING = {
    "aan": str(POLITIE),
    "wat": "Dat er een plan is, en wie de contactpersoon is.",
    "grond": "deelnemer",
    "getoetst": "Nodig voor het toezicht; de bron had geen voorwaarden.",
    "op": "2026-11-20",
}


def _nodig_uit(client: Client, naam: str, **erbij: str) -> int:
    wie = f"{id_van(naam)}|{GGZ}|deelnemer"
    return client.post(f"{ZAAK}/delen/uitnodigen", {"wie": wie, **erbij}).status_code


def _rol(naam: str) -> CasusRol:
    with als(Vrager(id_van("amira"))):
        return CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van(naam))


def test_een_organisatie_zonder_naam_staat_met_haar_naam_onder_haar_mensen(
    ingelogd: Ingelogd,
) -> None:
    form = ingelogd("amira").get(f"{ZAAK}/delen").context["formulier"]

    groepen = dict(form.fields["wie"].choices[1:])
    namen = [label for _sleutel, label in groepen["GGZ Noorderlicht"]]
    assert namen[-1] == "GGZ Noorderlicht, nog zonder naam"
    assert len(namen) > 1


@pytest.mark.asvs("8.2.3")
def test_een_uitgenodigde_ziet_alleen_het_kenmerk(ingelogd: Ingelogd) -> None:
    _nodig_uit(ingelogd("amira"), "chantal")
    chantal = ingelogd("chantal")

    lijst = chantal.get("/zaken/").content.decode()

    assert "ZVH-2022-0001" in lijst
    assert "Kanarie" not in lijst
    assert chantal.get(ZAAK).status_code == 404


def test_met_een_ja_opent_de_zaak(ingelogd: Ingelogd) -> None:
    _nodig_uit(ingelogd("amira"), "chantal")
    chantal = ingelogd("chantal")

    antwoord = chantal.post(f"/zaken/uitnodigingen/{_rol('chantal').pk}", {"antwoord": "ja"})

    assert antwoord.headers["Location"] == ZAAK
    assert chantal.get(ZAAK).status_code == 200


def test_met_een_nee_is_de_uitnodiging_weg(ingelogd: Ingelogd) -> None:
    _nodig_uit(ingelogd("amira"), "chantal")
    chantal = ingelogd("chantal")

    adres = f"/zaken/uitnodigingen/{_rol('chantal').pk}"
    chantal.post(adres, {"antwoord": "nee"})

    assert f'action="{adres}"' not in chantal.get("/zaken/").content.decode()


@pytest.mark.asvs("8.2.2")
def test_een_partner_ziet_wie_er_meedoet_en_geen_verstrekkingen(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    pagina = ingelogd("bram").get(f"{ZAAK}/delen").content.decode()

    assert "GGZ Noorderlicht" in pagina
    assert "Kanarie-verstrekking" not in pagina
    assert "Iemand uitnodigen" not in pagina
    assert "Wie heeft gekeken" not in pagina


def test_een_partner_ziet_een_persoon_zonder_wie_er_heeft_gekeken(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    antwoord = ingelogd("bram").get(f"/personen/{id_van('betrokkene')}")

    assert antwoord.status_code == 200
    assert "Wie heeft gekeken" not in antwoord.content.decode()


@pytest.mark.asvs("8.3.2")
def test_een_beeindigde_rol_sluit_de_zaak_bij_het_volgende_verzoek(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")
    bram = ingelogd("bram")
    zag = bram.get(ZAAK).status_code

    ingelogd("amira").post(f"{ZAAK}/delen/rollen/{rol.pk}/beeindigen")

    assert (zag, bram.get(ZAAK).status_code) == (200, 404)


def test_wie_zelf_uitstapt_komt_bij_de_eigen_lijst_uit(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")

    antwoord = ingelogd("bram").post(f"{ZAAK}/delen/rollen/{rol.pk}/beeindigen")

    assert antwoord.headers["Location"] == "/zaken/"


@pytest.mark.asvs("8.3.1")
def test_een_rol_van_een_andere_zaak_antwoordt_als_een_die_er_niet_is(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    _nodig_uit(ingelogd("amira"), "chantal")

    echt, verzonnen = (
        joris.post(f"{ZAAK}/delen/rollen/{rol}/beeindigen", follow=True).content.decode()
        for rol in (_rol("chantal").pk, id_van("bestaat niet"))
    )

    assert "Dit kan niet." in echt
    assert ("Dit kan niet." in verzonnen, _rol("chantal").beeindigd_op) == (True, None)


@pytest.mark.asvs("8.3.1")
def test_een_rol_eindigt_niet_langs_een_andere_zaak_van_dezelfde_regisseur(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """Whether one works on a casus is asked of the one in the address."""
    rol = neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        ander = besluit_vastleggen(WACHT, BESLISSING)

    adres = f"/zaken/{ander}/delen/rollen/{rol.pk}/beeindigen"
    pagina = ingelogd("amira").post(adres, follow=True)

    assert "Dit kan niet." in pagina.content.decode()
    assert _rol("bram").beeindigd_op is None


def test_zonder_regisseur_op_de_zaak_wordt_zij_niet_beperkt(ingelogd: Ingelogd) -> None:
    pagina = ingelogd("amira").post(f"{ZAAK}/delen/beperkt", {"beperkt": "ja"}, follow=True)

    assert "Dit kan niet." in pagina.content.decode()


def test_een_regisseur_die_erop_staat_beperkt_de_zaak(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(f"{ZAAK}/delen/uitnodigen", {"wie": f"{id_van('amira')}||regisseur"})

    amira.post(f"{ZAAK}/delen/beperkt", {"beperkt": "ja"})

    assert (amira.get(ZAAK).status_code, ingelogd("joris").get(ZAAK).status_code) == (200, 404)


@pytest.mark.asvs("8.2.3")
def test_een_coordinator_draagt_een_rol_over_en_ziet_geen_inhoud(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")
    cor = ingelogd("cor")
    lijst = cor.get("/zaken/rollen").content.decode()

    antwoord = cor.post(f"/zaken/rollen/{rol.pk}", {"aan": str(id_van("chantal"))})

    assert antwoord.status_code == 302
    assert ("ZVH-2022-0001" in lijst, "Kanarie" in lijst) == (True, False)
    assert ingelogd("bram").get(ZAAK).status_code == 404
    assert ingelogd("chantal").get(ZAAK).status_code == 200


def test_wie_een_rol_gaat_overdragen_heeft_de_zaak_bekeken(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")
    ingelogd("cor").get(f"/zaken/rollen/{rol.pk}")

    with als(Vrager(id_van("frank"))):
        rijen = Onderwerp.objects.filter(handeling__handeling="casusrollen.ingezien", soort="casus")
        assert [een.onderwerp for een in rijen] == [id_van("casus")]


def test_een_coordinator_kan_alleen_een_aangewezen_collega_kiezen(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")

    pagina = ingelogd("cor").get(f"/zaken/rollen/{rol.pk}")

    namen = [naam for _, naam in pagina.context["formulier"].fields["aan"].choices]
    assert namen == ["Kies een collega", "Chantal Visser"]


def test_een_coordinator_zonder_collegas_leest_wat_te_doen(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")
    eindig_accountrol("chantal")

    pagina = ingelogd("cor").get(f"/zaken/rollen/{rol.pk}").content.decode()

    assert "Er is geen collega die de rol kan overnemen" in pagina
    assert "Vraag de beheerder van Vangnet" in pagina
    assert "Kies een collega" not in pagina


def test_wie_geen_accountrol_meer_heeft_kan_er_nu_niet_in(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira, cor = ingelogd("amira"), ingelogd("cor")
    adressen = ((amira, f"{ZAAK}/delen"), (cor, "/zaken/rollen"))
    zin = "Kan er nu niet in"
    assert [zin in een.get(adres).content.decode() for een, adres in adressen] == [False, False]

    eindig_accountrol("bram")

    assert [zin in een.get(adres).content.decode() for een, adres in adressen] == [True, True]


def test_een_verstrekking_staat_bij_de_zaak_en_in_het_journaal(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    amira.post(f"{ZAAK}/delen/verstrekken", VERSTREKKING)

    assert VERSTREKKING["wat"] in amira.get(f"{ZAAK}/delen").content.decode()
    with als(Vrager(id_van("amira"))):
        rij = Handeling.objects.get(handeling="verstrekking.vastgelegd")
    assert "contactpersoon" not in str(vars(rij))


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"aan": ""}, "aan"),
        ({"derde": "Woonstichting", "geheimhouding_op": "2026-11-01"}, "aan"),
        ({"aan": "", "derde": "Woonstichting"}, "geheimhouding_op"),
        (
            {"aan": "", "derde": "Woonstichting", "geheimhouding_op": "2026-11-25"},
            "geheimhouding_op",
        ),
        ({"getoetst": "ja"}, "getoetst"),
    ],
)
def test_een_verstrekking_zonder_wat_moet_wordt_niet_bewaard(
    anders: dict[str, str], veld: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("amira").post(f"{ZAAK}/delen/verstrekken", VERSTREKKING | anders)

    assert antwoord.status_code == 422
    assert veld in antwoord.context["formulier"].errors


def test_een_verstrekking_van_morgen_wordt_niet_bewaard(ingelogd: Ingelogd) -> None:
    morgen = {"op": str(vandaag() + timedelta(days=1))}

    antwoord = ingelogd("amira").post(f"{ZAAK}/delen/verstrekken", VERSTREKKING | morgen)

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["op"]


def test_een_verstrekking_aan_een_derde_noemt_de_handtekening(ingelogd: Ingelogd) -> None:
    derde = {"aan": "", "derde": "Woonstichting", "geheimhouding_op": "2026-11-01"}

    ingelogd("amira").post(f"{ZAAK}/delen/verstrekken", VERSTREKKING | derde)

    with als(Vrager(id_van("amira"))):
        rij = Verstrekking.objects.get(derde="Woonstichting")
    assert (str(rij.geheimhouding_op), rij.eerste_verwerking) == ("2026-11-01", vandaag())


def _weigeringen(naam: str) -> list[tuple[str, UUID | None, str]]:
    with als(Vrager(id_van(naam))):
        rijen = Handeling.objects.filter(handeling="deelname.geweigerd", toegestaan=False)
        return list(rijen.values_list("object_soort", "object", "regel"))


def test_een_weigering_noemt_wat_er_is_gevraagd_en_welk_recht(ingelogd: Ingelogd) -> None:
    onbekend = id_van("bestaat niet")

    ingelogd("amira").get(f"/zaken/{onbekend}/delen/verstrekken")
    ingelogd("amira").post(f"{ZAAK}/delen/rollen/{onbekend}/beeindigen")

    assert set(_weigeringen("amira")) == {
        ("casus", onbekend, "verstrekken"),
        ("casusrol", onbekend, "meedoen"),
    }


def test_overdragen_tot_een_dag_die_voorbij_is_laat_een_weigering_na(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")
    gekozen = {"aan": str(id_van("chantal")), "tot": "2024-01-01"}

    antwoord = ingelogd("cor").post(f"/zaken/rollen/{rol.pk}", gekozen)

    assert antwoord.status_code == 422
    assert _weigeringen("cor") == [("casusrol", rol.pk, "rollen_overdragen")]


def test_een_beeindigde_rol_is_in_een_klik_terug_ook_na_herladen(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")
    amira, bram = ingelogd("amira"), ingelogd("bram")
    amira.post(f"{ZAAK}/delen/rollen/{rol.pk}/beeindigen")
    herstel = f"/zaken/rollen/{rol.pk}/herstellen"

    for wie, ziet in ((amira, True), (amira, True), (ingelogd("joris"), False)):
        assert (herstel in wie.get(f"{ZAAK}/delen").content.decode()) is ziet
    bram.post(herstel)
    dicht = bram.get(ZAAK).status_code
    amira.post(herstel)

    assert (dicht, bram.get(ZAAK).status_code) == (404, 200)


def test_wie_zelf_uitstapte_maakt_dat_bij_de_eigen_lijst_ongedaan(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")
    bram = ingelogd("bram")
    bram.post(f"{ZAAK}/delen/rollen/{rol.pk}/beeindigen")
    herstel = f"/zaken/rollen/{rol.pk}/herstellen"

    for adres in ("/zaken/", "/werk/"):
        pagina = bram.get(adres).content.decode()
        assert ("Net beëindigd" in pagina, herstel in pagina) == (True, True)
    assert bram.post(herstel).headers["Location"] == f"{ZAAK}/delen"
    assert bram.get(ZAAK).status_code == 200


def _zet_kanten() -> None:
    with als(Vrager(id_van("amira"))):
        hoofd = Betrokkenheid.objects.get(casus=id_van("casus"), rol="hoofdbetrokkene")
        zijde_wisselen(hoofd.pk, gelezen=None, zijde=1, reden="Zij staan tegenover elkaar.")


@pytest.fixture
def kanten(db: None) -> None:
    """The hoofdbetrokkene stands on side 1."""
    _zet_kanten()


def test_zonder_kanten_vraagt_een_uitnodiging_er_niet_naar(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert "zijde" not in amira.get(f"{ZAAK}/delen").context["formulier"].fields
    _nodig_uit(amira, "chantal", zijde="1")
    assert _rol("chantal").zijde is None
    assert "(beide kanten)" not in amira.get(f"{ZAAK}/delen").content.decode()


def test_waar_mensen_tegenover_elkaar_staan_kiest_de_regisseur_een_kant(
    ingelogd: Ingelogd, kanten: None
) -> None:
    amira = ingelogd("amira")

    veld = amira.get(f"{ZAAK}/delen").context["formulier"]["zijde"]
    assert (veld.value(), veld.field.required) == (None, True)
    assert [str(woord) for _, woord in veld.field.choices] == [
        "Kant 1",
        "Kant 2",
        "Geen kant: ziet beide kanten",
    ]
    assert _nodig_uit(amira, "chantal") == 422
    assert _nodig_uit(amira, "chantal", zijde="2") == 302
    assert _rol("chantal").zijde == 2


def test_wie_beide_kanten_ziet_staat_zo_in_de_lijst(ingelogd: Ingelogd, kanten: None) -> None:
    amira = ingelogd("amira")

    assert _nodig_uit(amira, "chantal", zijde="beide") == 302

    assert _rol("chantal").zijde is None
    assert "Deelnemer (beide kanten)" in amira.get(f"{ZAAK}/delen").content.decode()


def test_een_open_uitnodiging_van_voor_de_kanten_ziet_niet_beide_kanten(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    _nodig_uit(amira, "chantal")
    kind = Nieuwkomer(
        rol="kind",
        relatie_met=id_van("betrokkene"),
        relatie_soort="kind",
        vanaf=vandaag(),
        zijde=2,
        achternaam="Zwaluw",
    )
    with als(Vrager(id_van("amira"))):
        betrokkene_toevoegen(id_van("casus"), kind, door=id_van("amira"), eenmalig=None)

    bladzijde = amira.get(f"{ZAAK}/delen").content.decode()

    assert "Deelnemer (nog zonder kant: nodig opnieuw uit)" in bladzijde
    assert "(beide kanten)" not in bladzijde


def test_een_organisatie_zonder_mens_ziet_niet_beide_kanten(
    ingelogd: Ingelogd, kanten: None
) -> None:
    amira = ingelogd("amira")
    niemand = {"wie": f"|{GGZ}|deelnemer", "zijde": "beide"}
    amira.post(f"{ZAAK}/delen/uitnodigen", niemand)

    bladzijde = amira.get(f"{ZAAK}/delen").content.decode()

    assert "Nog niemand op naam" in bladzijde
    assert "(beide kanten)" not in bladzijde


def test_wie_van_het_huis_is_staat_niet_aan_een_kant(ingelogd: Ingelogd, kanten: None) -> None:
    amira, zelf = ingelogd("amira"), f"{id_van('amira')}||regisseur"
    uitnodigen = f"{ZAAK}/delen/uitnodigen"

    assert amira.post(uitnodigen, {"wie": zelf, "zijde": "1"}).status_code == 422
    assert amira.post(uitnodigen, {"wie": zelf, "zijde": "beide"}).status_code == 302
    assert "(beide kanten)" not in amira.get(f"{ZAAK}/delen").content.decode()


def test_een_partner_hoort_op_de_bladzijde_niet_wie_beide_kanten_ziet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    _zet_kanten()

    assert "(beide kanten)" not in ingelogd("bram").get(f"{ZAAK}/delen").content.decode()
