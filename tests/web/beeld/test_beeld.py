# SPDX-License-Identifier: EUPL-1.2
"""The tab Beeld: protective factors, hypotheses, the werkblad, and what it asks of the database."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from tests.web.zaken.test_zaakpagina import _van_het_domein
from vangnet.beeld.models import Hypotheseoordeel
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.models import Bijdrage, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.services import Inhoud, bijdrage_wijzigen
from vangnet.casus.services import stand as stand_van
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
BEELD = f"{ZAAK}/beeld"
OORDEEL = f"{ZAAK}/hypothesen/{id_van('bijdrage-organisaties')}/oordeel"
VELDEN = {
    "soort": "feit",
    "tekst": "Een zus komt elke week langs.",
    "leefgebied": "sociaal_netwerk",
    "publiek": "iedereen",
    "categorie": "relaties",
    "doel": "afstemming",
}
BEVESTIGD = {"oordeel": "bevestigd", "reden": "Zij vertelde het zelf."}


def _context(client: Client) -> Any:
    return client.get(BEELD).context


def _voeg_toe(client: Client, **velden: str) -> None:
    assert client.post(f"{ZAAK}/bijdragen/nieuw", VELDEN | velden).status_code == 302


def test_een_beschermende_factor_staat_apart_en_vult_geen_leefgebied(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _voeg_toe(amira, soort="beschermende_factor")

    beeld = _context(amira)

    assert [een.bijdrage.tekst for een in beeld["factoren"]] == [VELDEN["tekst"]]
    assert beeld["leefgebieden"] == []


def test_een_hypothese_heet_nergens_een_feit(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _voeg_toe(amira, soort="hypothese", tekst="Misschien helpt de buurman.")

    pagina = amira.get(BEELD).content.decode()

    assert "Hypothese, geen feit: Vrienden en familie" in pagina
    assert "Nog niet bevestigd" in pagina
    assert _context(amira)["leefgebieden"] == []
    assert "Hypothese, geen feit" in amira.get(f"{ZAAK}/tijdlijn").content.decode()


def test_een_hypothese_is_alleen_voor_wie_de_bijdrage_ziet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira, bram = ingelogd("amira"), ingelogd("bram")
    _voeg_toe(amira, soort="hypothese", tekst="Alleen voor het huis.", publiek="alleen_huis")

    gezien = [een.bijdragen[0].bijdrage.tekst for een in _context(bram)["hypothesen"]]

    assert gezien == ["Kanarie-bijdrage-organisaties"]
    assert "Kanarie-oordeel-hypothese" in bram.get(BEELD).content.decode()


@pytest.mark.parametrize(
    ("was", "wordt", "stand"),
    [("hypothese", "feit", 422), ("feit", "hypothese", 422), ("hypothese", "hypothese", 302)],
)
def test_een_hypothese_wordt_geen_feit_door_haar_aan_te_passen(
    was: str, wordt: str, stand: int, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    _voeg_toe(amira, soort=was, tekst="Misschien helpt de buurman.")
    with als(Vrager(id_van("amira"))):
        bijdrage = Bijdrage.objects.get(tekst="Misschien helpt de buurman.")
        velden = VELDEN | {
            "soort": wordt,
            "tekst": "De buurman helpt.",
            "stand": stand_van(bijdrage),
        }

    antwoord = amira.post(f"{ZAAK}/bijdragen/{bijdrage.pk}", velden)

    assert antwoord.status_code == stand
    with als(Vrager(id_van("amira"))):
        bijdrage.refresh_from_db()
    assert bijdrage.soort == was


@pytest.mark.django_db
def test_ook_de_dienst_maakt_van_een_hypothese_geen_feit() -> None:
    with als(Vrager(id_van("amira"))):
        bijdrage = Bijdrage.objects.get(pk=id_van("bijdrage-organisaties"))
        nieuw = replace(Inhoud.van(bijdrage), soort="feit")
        with pytest.raises(VangnetFout, match="blijft een hypothese"):
            bijdrage_wijzigen(
                bijdrage.pk, nieuw, auteur=id_van("amira"), gelezen=stand_van(bijdrage)
            )


def test_het_nieuwste_oordeel_telt_en_het_vorige_blijft(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    (eerst,) = _context(amira)["hypothesen"]
    with opgeschreven() as gedaan:
        amira.post(OORDEEL, BEVESTIGD)
    (daarna,) = _context(amira)["hypothesen"]

    assert (eerst.woord, daarna.woord) == ("Verworpen", "Bevestigd")
    assert daarna.oordeel.reden == "Zij vertelde het zelf."
    assert gedaan == ["hypothese.beoordeeld"]
    with als(Vrager(id_van("amira"))):
        assert Hypotheseoordeel.objects.count() == 2


@pytest.mark.parametrize("fout", [{"oordeel": ""}, {"reden": "ja"}])
def test_een_oordeel_heeft_een_keuze_en_een_reden(fout: dict[str, str], ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").post(OORDEEL, BEVESTIGD | fout).status_code == 422


def test_wie_oordeelt_over_een_eigen_hypothese_die_is_ingetrokken_houdt_de_tekst(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    _voeg_toe(amira, soort="hypothese", tekst="Misschien helpt de buurman.")
    with als(Vrager(id_van("amira"))):
        eigen = Bijdrage.objects.get(tekst="Misschien helpt de buurman.").pk
    amira.post(f"{ZAAK}/bijdragen/{eigen}/intrekken")
    blad = f"{ZAAK}/hypothesen/{eigen}/oordeel"

    with opgeschreven() as gedaan:
        antwoord = amira.post(blad, BEVESTIGD)

    pagina = antwoord.content.decode()
    assert (antwoord.status_code, "Je trok deze hypothese zelf in." in pagina) == (409, True)
    assert BEVESTIGD["reden"] in pagina
    assert gedaan[:1] == ["beeld.geweigerd"]
    # Who isn't its author learns nothing of it.
    joris, nergens = ingelogd("joris"), f"{ZAAK}/hypothesen/{id_van('niets')}/oordeel"
    assert joris.post(blad, BEVESTIGD).content == joris.post(nergens, BEVESTIGD).content
    assert joris.post(blad, BEVESTIGD).status_code == 404


def test_een_partner_oordeelt_niet(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")

    assert ingelogd("bram").post(OORDEEL, BEVESTIGD).status_code == 404


@pytest.mark.parametrize(
    ("wie", "bijdrage", "door"),
    [
        ("bram", "bijdrage-organisaties", "bram"),
        ("amira", "bijdrage-organisaties", "joris"),
        ("amira", "bijdrage-iedereen", "amira"),
    ],
    ids=["een partner", "namens een ander", "over iets anders dan een hypothese"],
)
def test_de_databank_weigert_een_oordeel(
    wie: str, bijdrage: str, door: str, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van(wie))), pytest.raises(ProgrammingError), transaction.atomic():
        Hypotheseoordeel.objects.create(
            casus_id=id_van("casus"),
            bijdrage_id=id_van(bijdrage),
            oordeel="bevestigd",
            reden="Zij vertelde het zelf.",
            op=vandaag(),
            door_id=id_van(door),
        )


@pytest.mark.parametrize("soort", ["feit", "beschermende_factor", "hypothese"])
def test_wat_op_het_werkblad_staat_telt_nergens_mee_en_ziet_een_ander_niet(
    soort: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    voor = _context(amira)
    _voeg_toe(amira, soort=soort, publiek="werknotitie", tekst="Nog uitzoeken.")
    na = _context(amira)

    assert [een.bijdrage.tekst for een in na["werkblad"]] == ["Nog uitzoeken."]
    for deel in ("leefgebieden", "factoren", "overig"):
        assert len(na[deel]) == len(voor[deel])
    assert (len(na["hypothesen"]), na["ontbreekt"]) == (1, voor["ontbreekt"])
    for ander in ("bram", "joris"):
        assert "Nog uitzoeken." not in ingelogd(ander).get(BEELD).content.decode()


@pytest.mark.parametrize("naam", ["amira", "bram"])
def test_het_beeld_kost_hooguit_acht_opdrachten_aan_het_domein(
    naam: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    client, amira = ingelogd(naam), ingelogd("amira")
    eerst = _tabellen(client)
    for nummer in range(8):
        _voeg_toe(amira, soort="hypothese", tekst=f"Misschien {nummer}.")
        _vraag(amira, nummer)
        velden = {"moment": "evaluatie", "op": f"{nummer + 1}-9-2022", "gebied_huisvesting": "3"}
        amira.post(f"{ZAAK}/scores/{id_van('betrokkene')}", velden)

    assert _tabellen(client) == eerst
    assert len(eerst) <= 8


def _vraag(amira: Client, nummer: int) -> None:
    velden = {
        "organisatie": str(id_van("ggz")),
        "vraag": f"Vraag {nummer}?",
        "leefgebied": "huisvesting",
        "doel": "afstemming",
        "werkdagen": "5",
    }
    assert amira.post(f"{ZAAK}/vragen/nieuw", velden).status_code == 302


def _tabellen(client: Client) -> list[str]:
    client.get(BEELD)
    with CaptureQueriesContext(connection) as gevraagd:
        assert client.get(BEELD).status_code == 200
    return _van_het_domein([een["sql"] for een in gevraagd.captured_queries])


def test_wie_op_naam_staat_heeft_ook_hooguit_acht_opdrachten(ingelogd: Ingelogd) -> None:
    """With a regisseur by name the page asks whether somebody looked by break-glass too."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        assert Bijdrage.objects.exists()

    assert len([een for een in _tabellen(ingelogd("amira")) if "noodtoegang" not in een]) <= 8
