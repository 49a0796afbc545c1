# SPDX-License-Identifier: EUPL-1.2
"""How the list of zaken is filtered, and what stands beside a zaak in it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.zaken.test_rollen_per_kant import doet_mee
from vangnet.afsluiting.selectors import Zaakfilter, zaakpagina
from vangnet.casus.deelname import (
    Plek,
    beperkt_zetten,
    uitnodigen,
)
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.regels import Termijnen

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
CASUS = id_van("casus")
KENMERK = "ZVH-2022-0001"
VAN_HET_HUIS = ("stand", "regisseur", "aandachtsgebied")


def _leidt(naam: str) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van(naam), None, RolSoort.REGISSEUR))


def _staat_in(client: Client, **filter_: str) -> bool:
    return KENMERK in client.get("/zaken/", filter_).content.decode()


def _regel(client: Client) -> tuple[str, str, date | None, str]:
    (regel,) = client.get("/zaken/").context["rijen"]
    return str(regel.fase), regel.regisseurs, regel.zaak.volgende, regel.wat


@pytest.mark.parametrize(
    ("stand", "staat_erin"),
    [
        ("open", True),
        ("beeldvorming", False),
        ("plan", False),
        ("uitvoering", False),
        ("volgfase", False),
        ("afsluiting_voorgesteld", True),
        ("staat_stil", True),
    ],
)
def test_het_huis_filtert_op_fase_en_op_wat_stilstaat(
    stand: str, staat_erin: bool, ingelogd: Ingelogd
) -> None:
    assert _staat_in(ingelogd("amira"), stand=stand) == staat_erin


def test_een_filter_op_aandachtsgebied_houdt_alleen_zaken_van_dat_gebied(
    ingelogd: Ingelogd,
) -> None:
    assert not _staat_in(ingelogd("amira"), aandachtsgebied="stalking")


def test_mijn_zaken_zijn_die_waarop_ik_bij_naam_sta(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    voor = _staat_in(amira, regisseur="mij")
    _leidt("amira")

    assert (voor, _staat_in(amira, regisseur="mij"), _staat_in(joris, regisseur="mij")) == (
        False,
        True,
        False,
    )


def test_een_collega_staat_in_de_keuze_zodra_zij_een_zaak_leidt(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    voor = joris.get("/zaken/").content.decode()
    _leidt("amira")
    na = joris.get("/zaken/", {"regisseur": str(id_van("amira"))}).content.decode()

    assert "Amira Terpstra" not in voor
    assert '<option value="' + str(id_van("amira")) + '" selected>Amira Terpstra</option>' in na
    assert KENMERK in na


def test_wie_alleen_een_beperkte_zaak_leidt_staat_niet_in_de_keuze_van_een_ander(
    ingelogd: Ingelogd,
) -> None:
    _leidt("amira")
    with als(Vrager(id_van("amira"))):
        beperkt_zetten(CASUS, beperkt=True)

    assert "Amira Terpstra" not in ingelogd("joris").get("/zaken/").content.decode()


@pytest.mark.asvs("8.2.2")
def test_een_partner_kiest_niet_uit_wat_van_het_huis_is(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    velden = bram.get("/zaken/").context["formulier"].fields

    assert [naam for naam in VAN_HET_HUIS if naam in velden] == []


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("stand", "uitvoering"), ("regisseur", "mij"), ("aandachtsgebied", "stalking")],
)
def test_een_filter_van_het_huis_zegt_een_partner_niets(
    veld: str, waarde: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """Said, and the list stays as it was: neither a hit nor its absence tells anything."""
    neem_deel("bram")
    antwoord = ingelogd("bram").get("/zaken/", {veld: waarde})

    assert (antwoord.status_code, KENMERK in antwoord.content.decode()) == (422, True)


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(
    "filter_",
    [
        Zaakfilter(stand="open"),
        Zaakfilter(stand="plan"),
        Zaakfilter(regisseur=str(id_van("amira"))),
    ],
    ids=lambda filter_: filter_.stand or "regisseur",
)
def test_ook_zonder_formulier_vindt_een_partner_daar_niets_mee(
    filter_: Zaakfilter, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    _leidt("amira")
    vrager = Vrager(id_van("bram"))
    with als(vrager):
        wie = kijker_van(vrager)
        alles, gevonden = (
            zaakpagina(een, wie=wie, dag=vandaag(), gezet=Termijnen(4, 7, 12, 2))
            for een in (Zaakfilter(), filter_)
        )

    assert (len(alles.zaken), gevonden.zaken) == (1, [])


def test_het_huis_leest_fase_regisseur_en_volgende_datum(ingelogd: Ingelogd) -> None:
    _leidt("amira")

    assert _regel(ingelogd("amira")) == (
        "Afsluiting voorgesteld",
        "Amira Terpstra",
        date(2022, 4, 1),
        "afspraak",
    )


@pytest.mark.asvs("8.2.2")
def test_een_partner_leest_geen_fase_en_alleen_datums_van_de_eigen_organisatie(
    ingelogd: Ingelogd,
) -> None:
    doet_mee("bram", "ggz", 1)
    doet_mee("piet", "politie", 2)
    with als(Vrager(id_van("amira"))):
        Afspraak.objects.create(
            kenmerk="af-politie",
            casus_id=CASUS,
            organisatie_id=id_van("politie"),
            domein="zorg",
            uiterlijk_op=date(2022, 3, 20),
            vastgesteld_op=date(2022, 3, 1),
        )

    assert _regel(ingelogd("bram"))[::2] == ("", date(2022, 4, 1))
    assert _regel(ingelogd("piet"))[::2] == ("", date(2022, 3, 20))


def test_een_filter_op_fase_geldt_ook_voor_het_bestand(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    regels = {
        stand: len(
            amira.post("/zaken/uitvoer", {"formaat": "csv", "stand": stand})
            .content.decode()
            .splitlines()
        )
        for stand in ("staat_stil", "volgfase")
    }

    assert regels == {"staat_stil": 2, "volgfase": 1}


def _bewaar(client: Client, naam: str, **filter_: str) -> str:
    filter_ = filter_ or {"inzet": "procesregie"}
    antwoord = client.post("/zaken/filters", {"naam": naam, **filter_}, follow=True)
    return antwoord.content.decode()


def _tabs(client: Client) -> list[str]:
    return [tab.titel for tab in client.get("/zaken/").context["filtertabs"]]


def test_een_bewaard_filter_staat_als_tabblad_boven_de_lijst(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    pagina = _bewaar(amira, "In uitvoering", stand="uitvoering")

    assert _tabs(amira) == ["Alle zaken", "In uitvoering", "Kanarie-filter"]
    assert '<a href="/zaken/?stand=uitvoering" aria-current="page">In uitvoering</a>' in pagina


@pytest.mark.asvs("8.2.2")
def test_een_collega_ziet_een_bewaard_filter_niet(ingelogd: Ingelogd) -> None:
    _bewaar(ingelogd("amira"), "In uitvoering", stand="uitvoering")

    assert _tabs(ingelogd("joris")) == []


@pytest.mark.parametrize(
    ("naam", "filter_", "zegt"),
    [
        ("", {"inzet": "procesregie"}, "Vul"),
        ("x" * 41, {"inzet": "procesregie"}, "40"),
        ("Een zaak", {"kenmerk": "ZVH-2022"}, "Een kenmerk bewaar je niet."),
        ("Niets", {"gemeente": ""}, "Kies eerst een filter."),
        ("Kanarie-filter", {"inzet": "procesregie"}, "Je hebt al een filter met deze naam."),
    ],
    ids=["zonder naam", "te lang", "kenmerk", "niets gekozen", "zelfde naam"],
)
def test_wat_niet_te_bewaren_is_wordt_gezegd(
    naam: str, filter_: dict[str, str], zegt: str, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")

    assert zegt in _bewaar(amira, naam, **filter_)
    assert _tabs(amira) == ["Alle zaken", "Kanarie-filter"]


def test_een_negende_filter_wordt_niet_bewaard(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    zinnen = [_bewaar(amira, f"Filter {nummer}") for nummer in range(2, 10)]

    assert ["Je hebt al 8 filters." in zin for zin in zinnen] == [False] * 7 + [True]
    assert len(_tabs(amira)) == 1 + 8


def test_wat_is_weggehaald_staat_met_een_knop_boven_de_lijst_terug(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(f"/zaken/filters/{id_van('filter')}/weg")
    weg = _tabs(amira)
    pagina = amira.get("/zaken/").content.decode()
    amira.post(f"/zaken/filters/{id_van('filter')}/terug")

    assert (weg, "Net weggehaald: Kanarie-filter" in pagina) == ([], True)
    assert _tabs(amira) == ["Alle zaken", "Kanarie-filter"]


@pytest.mark.parametrize("daad", ["weg", "terug"])
@pytest.mark.parametrize("naam", ["filter", "filter-weg", "bestaat niet"])
def test_een_ander_doet_niets_met_een_bewaard_filter(
    naam: str, daad: str, ingelogd: Ingelogd
) -> None:
    adres: UUID = id_van(naam)

    assert ingelogd("joris").post(f"/zaken/filters/{adres}/{daad}").status_code == 404
    assert _tabs(ingelogd("amira")) == ["Alle zaken", "Kanarie-filter"]


def test_een_bewaard_filter_dat_niet_meer_kan_zegt_dat(ingelogd: Ingelogd) -> None:
    _leidt("amira")
    amira = ingelogd("amira")
    _bewaar(amira, "Van een ander", regisseur=str(id_van("amira")))
    with als(Vrager(id_van("amira"))):
        beperkt_zetten(CASUS, beperkt=True)
    antwoord = ingelogd("joris").get("/zaken/", {"regisseur": str(id_van("amira"))})

    assert antwoord.status_code == 422
