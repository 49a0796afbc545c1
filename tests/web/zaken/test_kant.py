# SPDX-License-Identifier: EUPL-1.2
"""Changing the side of somebody: what is said first, what it does, and what stays of it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from vangnet.casus.betrokkenen import (
    Nieuwkomer,
    betrokkene_toevoegen,
    betrokkenheid_beeindigen,
)
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Betrokkenheid, Bijdrage, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
PERSONEN = f"/zaken/{CASUS}/personen"
REDEN = "De buurman wordt door haar bedreigd."


def _hoofd() -> Betrokkenheid:
    with als(Vrager(id_van("amira"))):
        return Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene")


@pytest.fixture
def adres(db: None) -> str:
    """Of the hoofdbetrokkene, in whose casus Bram takes part on side 1."""
    with als(Vrager(id_van("amira"))):
        plek = Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER)
        uitnodigen(CASUS, plek, zijde=1)
    with als(Vrager(id_van("bram"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)
    return f"{PERSONEN}/{_hoofd().pk}/kant"


def _ziet_hoofd(client: Client) -> bool:
    return "Kanarie-achternaam" in client.get(PERSONEN).content.decode()


def test_de_bladzijde_zegt_vooraf_dat_wie_aan_een_kant_staat_geen_verslag_leest(
    adres: str, ingelogd: Ingelogd
) -> None:
    zin = "Een partner die aan een kant meedoet, leest de verslagen van deze zaak niet"

    assert zin in ingelogd("amira").get(adres).content.decode()


def test_vooraf_staat_wie_de_persoon_niet_meer_ziet_en_daarna_is_dat_zo(
    adres: str, ingelogd: Ingelogd
) -> None:
    amira, bram = ingelogd("amira"), ingelogd("bram")
    assert _ziet_hoofd(bram)
    naar_1, naar_2 = amira.get(adres).context["gevolgen"]
    assert (naar_1.zijde, naar_1.ziet_niet, naar_1.ziet_wel) == (1, [], [])
    assert (naar_2.ziet_niet, naar_2.ziet_wel) == (["Bram Douma (GGZ Noorderlicht)"], [])

    assert amira.post(adres, {"zijde": "2", "reden": REDEN}).status_code == 302

    with als(Vrager(id_van("frank"))):
        spoor = Handeling.objects.get(handeling="betrokkene.zijde_gewijzigd")
        assert (spoor.gebruiker, spoor.casus, spoor.velden) == (id_van("amira"), CASUS, ["zijde"])
    assert not _ziet_hoofd(bram)
    assert _ziet_hoofd(amira)
    assert adres in amira.get(PERSONEN).content.decode()
    assert adres not in ingelogd("joris").get(PERSONEN).content.decode()
    terug, geen = amira.get(adres).context["gevolgen"]
    assert (terug.zijde, terug.ziet_wel) == (1, ["Bram Douma (GGZ Noorderlicht)"])
    assert (geen.zijde, geen.ziet_wel) == (None, ["Bram Douma (GGZ Noorderlicht)"])


def _vraag_erbij(naam: str, *, zijde: int | None, zegt_ja: bool) -> None:
    with als(Vrager(id_van("amira"))):
        plek = Plek(id_van(naam), id_van("ggz"), RolSoort.DEELNEMER)
        uitnodigen(CASUS, plek, zijde=zijde, beide_kanten=zijde is None)
    if zegt_ja:
        with als(Vrager(id_van(naam))):
            rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van(naam))
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)


def test_vooraf_staat_ook_wie_beide_kanten_blijft_zien(adres: str, ingelogd: Ingelogd) -> None:
    _vraag_erbij("chantal", zijde=None, zegt_ja=True)
    amira = ingelogd("amira")

    for een in amira.get(adres).context["gevolgen"]:
        assert een.blijft_zien == ["Chantal Visser (GGZ Noorderlicht)"]
    assert (
        "Blijft deze persoon zien, want ziet beide kanten: Chantal Visser"
        in amira.get(adres).content.decode()
    )


def test_vooraf_staat_wie_is_uitgenodigd_en_de_persoon_na_een_ja_ziet(
    adres: str, ingelogd: Ingelogd
) -> None:
    _vraag_erbij("chantal", zijde=1, zegt_ja=False)
    amira = ingelogd("amira")
    naar_1, naar_2 = amira.get(adres).context["gevolgen"]

    assert (naar_1.na_een_ja, naar_1.ook_dan_niet) == (["Chantal Visser (GGZ Noorderlicht)"], [])
    assert (naar_2.na_een_ja, naar_2.ook_dan_niet) == ([], ["Chantal Visser (GGZ Noorderlicht)"])
    assert (naar_1.ziet_wel, naar_2.ziet_niet) == ([], ["Bram Douma (GGZ Noorderlicht)"])
    bladzijde = amira.get(adres).content.decode()
    assert "Is uitgenodigd, en ziet deze persoon na een ja: Chantal" in bladzijde
    assert "Is uitgenodigd, en ziet deze persoon ook na een ja niet: Chantal" in bladzijde


def test_vooraf_staat_welke_uitnodiging_zonder_kant_niet_meer_geldt(
    adres: str, ingelogd: Ingelogd
) -> None:
    _vraag_erbij("chantal", zijde=None, zegt_ja=False)
    amira = ingelogd("amira")

    for een in amira.get(adres).context["gevolgen"]:
        assert (een.te_laat, een.na_een_ja) == (["Chantal Visser (GGZ Noorderlicht)"], [])
    assert "geen ja meer zeggen" in amira.get(adres).content.decode()
    amira.post(adres, {"zijde": "2", "reden": REDEN})
    terug, geen = amira.get(adres).context["gevolgen"]
    assert (terug.te_laat, geen.te_laat) == (["Chantal Visser (GGZ Noorderlicht)"], [])
    assert geen.na_een_ja == ["Chantal Visser (GGZ Noorderlicht)"]


def test_een_uitnodiging_zonder_kant_blijft_ongeldig_door_een_ander_die_aan_een_kant_staat(
    adres: str, ingelogd: Ingelogd
) -> None:
    _vraag_erbij("chantal", zijde=None, zegt_ja=False)
    amira = ingelogd("amira")
    amira.post(adres, {"zijde": "1", "reden": REDEN})
    with als(Vrager(id_van("amira"))):
        _kind(2, achternaam="Zwaluw")

    _, geen = amira.get(adres).context["gevolgen"]

    assert (geen.zijde, geen.na_een_ja) == (None, [])
    assert geen.te_laat == ["Chantal Visser (GGZ Noorderlicht)"]


def test_wie_nee_zei_staat_niet_bij_de_gevolgen(adres: str, ingelogd: Ingelogd) -> None:
    _vraag_erbij("chantal", zijde=1, zegt_ja=False)
    with als(Vrager(id_van("chantal"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("chantal"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=False)

    assert "Chantal" not in ingelogd("amira").get(adres).content.decode()


def test_wie_de_kant_gaat_wijzigen_heeft_de_persoon_bekeken(adres: str, ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(adres)

    assert in_het_journaal("betrokkenen.ingezien") == [(id_van("amira"), CASUS, CASUS, True)]


def test_de_reden_blijft_als_notitie_voor_het_huis(adres: str, ingelogd: Ingelogd) -> None:
    with als(Vrager(id_van("amira"))):
        for eerder, naar in ((None, 2), (2, 2), (2, 1)):
            zijde_wisselen(_hoofd().pk, gelezen=eerder, zijde=naar, reden=REDEN)
        notities = Bijdrage.objects.filter(tekst__endswith=REDEN).order_by("aangemaakt_op")
        gezien = {(een.tekst, een.publiek, een.auteur_id) for een in notities}

    assert gezien == {
        (f"Gaat naar kant 2. {REDEN}", "alleen_huis", id_van("amira")),
        (f"Gaat van kant 2 naar kant 1. {REDEN}", "alleen_huis", id_van("amira")),
    }
    tijdlijn = f"/zaken/{CASUS}/tijdlijn"
    assert REDEN in ingelogd("amira").get(tijdlijn).content.decode()
    assert REDEN not in ingelogd("bram").get(tijdlijn).content.decode()


@pytest.mark.parametrize("naam", ["joris", "bram", "tineke", "mirjam"])
def test_alleen_een_procesregisseur_wijzigt_de_kant(
    naam: str, adres: str, ingelogd: Ingelogd
) -> None:
    assert ingelogd(naam).get(adres).status_code == 404
    hoofd = _hoofd().pk
    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        zijde_wisselen(hoofd, gelezen=None, zijde=2, reden=REDEN)


def test_wie_een_andere_kant_las_dan_er_is_wisselt_niet(adres: str) -> None:
    hoofd = _hoofd().pk

    for gelezen in (1, 2):
        with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
            zijde_wisselen(hoofd, gelezen=gelezen, zijde=2, reden=REDEN)


@pytest.mark.parametrize(("zijde", "reden"), [("2", "nee"), ("3", REDEN), ("", REDEN)])
def test_zonder_kant_of_reden_verandert_er_niets(
    zijde: str, reden: str, adres: str, ingelogd: Ingelogd
) -> None:
    assert ingelogd("amira").post(adres, {"zijde": zijde, "reden": reden}).status_code == 422
    hoofd = _hoofd()
    assert hoofd.zijde is None
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        zijde_wisselen(hoofd.pk, gelezen=None, zijde=int(zijde or 0), reden=reden)


def _kind(zijde: int, **wie: object) -> Betrokkenheid:
    kind = Nieuwkomer(
        rol="kind",
        relatie_met=id_van("betrokkene"),
        relatie_soort="kind",
        vanaf=date(2022, 3, 1) if not wie.get("persoon") else vandaag(),
        zijde=zijde,
        **wie,  # type: ignore[arg-type]  # the name or the person
    )
    sleutel = betrokkene_toevoegen(CASUS, kind, door=id_van("amira"), eenmalig=None)
    return Betrokkenheid.objects.get(pk=sleutel)


def test_wat_van_iemand_voorbij_is_gaat_mee_naar_de_andere_kant(
    adres: str, ingelogd: Ingelogd
) -> None:
    with als(Vrager(id_van("amira"))):
        eerst = _kind(1, achternaam="Zwaluw")
        betrokkenheid_beeindigen(eerst.pk, tot=vandaag() - timedelta(days=1))
        nu = _kind(1, persoon=eerst.persoon_id)
    assert "Zwaluw" in ingelogd("bram").get(PERSONEN).content.decode()

    with als(Vrager(id_van("amira"))):
        zijde_wisselen(nu.pk, gelezen=1, zijde=2, reden=REDEN)
        rijen = Betrokkenheid.objects.filter(persoon=eerst.persoon_id).values_list("pk", "zijde")
        assert set(rijen) == {(eerst.pk, 2), (nu.pk, 2)}
        hoofd = Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene")
    assert hoofd.zijde is None
    assert "Zwaluw" not in ingelogd("bram").get(PERSONEN).content.decode()


def test_wie_een_kant_kreeg_gaat_met_een_reden_terug_naar_geen_kant(
    adres: str, ingelogd: Ingelogd
) -> None:
    amira, bram = ingelogd("amira"), ingelogd("bram")
    amira.post(adres, {"zijde": "2", "reden": REDEN})
    assert not _ziet_hoofd(bram)
    assert "Naar geen kant" in amira.get(adres).content.decode()

    assert amira.post(adres, {"zijde": "0", "reden": "nee"}).status_code == 422
    assert amira.post(adres, {"zijde": "0", "reden": REDEN}).status_code == 302

    assert _hoofd().zijde is None
    assert _ziet_hoofd(bram)
    with als(Vrager(id_van("amira"))):
        assert Bijdrage.objects.filter(tekst=f"Gaat van kant 2 naar geen kant. {REDEN}").exists()


def test_wie_aan_geen_kant_staat_kan_daar_niet_nog_eens_heen(
    adres: str, ingelogd: Ingelogd
) -> None:
    assert ingelogd("amira").post(adres, {"zijde": "0", "reden": REDEN}).status_code == 422
