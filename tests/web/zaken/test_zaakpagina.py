# SPDX-License-Identifier: EUPL-1.2
"""The pages of a casus: the same bar on each, and how many statements the overview costs."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.models import CasusRol
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
TABS = ["", "/tijdlijn", "/personen", "/beeld", "/delen"]
# Session, asker, house and journaal: what every page of somebody who is in costs.
_KADER = re.compile(
    r"django_session|gebruikers_gebruiker|gebruikers_sessie|toegang_\w+|inrichting_huis|"
    r"journaal\.\w+|set_config"
)
# Only here: the test is a transaction around that of the page, and puts its asker back at the end.
_VAN_DE_PROEF = re.compile(r"SAVEPOINT|extract\(epoch")


def _opdrachten(client: Client, adres: str) -> list[str]:
    client.get(adres)
    with CaptureQueriesContext(connection) as gevraagd:
        client.get(adres)
    return [een["sql"] for een in gevraagd.captured_queries]


def _van_het_domein(opdrachten: list[str]) -> list[str]:
    """The table that each statement selects, without what every page costs."""
    eigen = [
        een
        for een in opdrachten
        if not _KADER.search(een[:60]) and not _VAN_DE_PROEF.search(een[:60])
    ]
    return [een.split('"')[1] if een.startswith('SELECT "') else een[:60] for een in eigen]


@pytest.mark.parametrize("tab", TABS)
def test_boven_elk_tabblad_staat_dezelfde_balk(
    tab: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    pagina = ingelogd("bram").get(ZAAK + tab).content.decode()

    balk = pagina[pagina.index('<div class="identiteit">') :]
    assert "ZVH-2022-0001" in balk
    assert "Procesregie" in balk
    assert "GGZ Noorderlicht" in balk
    assert balk.count('aria-current="page"') == 1


def test_een_partner_leest_in_de_balk_open_en_geen_fase(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """How far the plan is, is for who sees the plan."""
    neem_deel("bram")

    chips = ingelogd("bram").get(ZAAK).context["balk"]["chips"]

    assert [een["tekst"] for een in chips[:2]] == ["Procesregie", "Open"]


def _van_het_kader(opdrachten: list[str]) -> list[str]:
    """The table or function of each statement that every page costs, in order."""
    return [gevonden[0] for een in opdrachten if (gevonden := _KADER.search(een[:60]))]


@pytest.mark.parametrize("pad", [ZAAK, "/werk/", "/zaken/"])
@pytest.mark.parametrize("naam", ["amira", "bram"])
def test_een_bladzijde_leest_sessie_en_rollen_een_keer(
    naam: str, pad: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """With BEGIN and COMMIT around them; the account and its roles come with the session."""
    neem_deel("bram")

    kader = _van_het_kader(_opdrachten(ingelogd(naam), pad))

    assert [een for een in kader if een != "inrichting_huis"] == [
        # Nobody yet, and the row of the browser's session.
        "set_config",
        "set_config",
        "gebruikers_sessie",
        "journaal.leg_vast",
        # Of the test itself: the asker from before the page is put back.
        "set_config",
    ]


@pytest.mark.parametrize(("naam", "klok"), [("amira", ["casus_casus"]), ("bram", [])])
def test_het_overzicht_kost_hooguit_acht_opdrachten_aan_het_domein(
    naam: str, klok: list[str], ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """The words of the code lists come with the house, which every page asks for."""
    neem_deel("bram")

    tabellen = _van_het_domein(_opdrachten(ingelogd(naam), ZAAK))

    assert sorted(tabellen) == [
        "casus_betrokkenheid",
        "casus_bijdrage",
        "casus_casus",
        *klok,
        "casus_casusrol",
        "casus_notitieconcept",
        "plan_afspraak",
    ]


@pytest.mark.parametrize("tab", TABS)
def test_meer_bijdragen_kosten_niet_meer_opdrachten(tab: str, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    eerst = len(_opdrachten(amira, ZAAK + tab))
    for nummer in range(15):
        amira.post(f"{ZAAK}/notitie", _notitie(nummer))

    assert len(_opdrachten(amira, ZAAK + tab)) == eerst


def _notitie(nummer: int) -> dict[str, str]:
    return {"tekst": f"Notitie {nummer}", "publiek": "iedereen", "categorie": "woonsituatie"}


def test_het_beeld_noemt_de_leefgebieden_waarover_nog_niets_is_gedeeld(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    velden = _notitie(1) | {"soort": "feit", "doel": "afstemming", "leefgebied": "huisvesting"}
    amira.post(f"{ZAAK}/bijdragen/nieuw", velden)

    beeld = amira.get(f"{ZAAK}/beeld").context

    assert [een.naam for een in beeld["leefgebieden"]] == ["Wonen"]
    assert len(beeld["ontbreekt"]) == 12


def test_een_werknotitie_telt_niet_mee_in_het_beeld(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = _notitie(1) | {"soort": "feit", "doel": "afstemming", "leefgebied": "huisvesting"}
    amira.post(f"{ZAAK}/bijdragen/nieuw", velden | {"publiek": "werknotitie"})

    beeld = amira.get(f"{ZAAK}/beeld").context

    assert beeld["leefgebieden"] == []
    assert [een.bijdrage.tekst for een in beeld["werkblad"]] == ["Notitie 1"]


def test_van_een_dag_staat_wat_begon_onder_wat_er_daarna_kwam(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    with als(Vrager(id_van("amira"))):
        inzet_wisselen(id_van("casus"), naar="ondersteuning")
    amira.post(f"{ZAAK}/notitie", _notitie(1))

    pagina = amira.get(f"{ZAAK}/tijdlijn").content.decode()

    assert pagina.index("Notitie 1") < pagina.index("Ondersteuning begonnen")


def test_de_tijdlijn_toont_wat_is_bijgedragen_met_wie_het_ziet(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(f"{ZAAK}/notitie", _notitie(1))

    pagina = amira.get(f"{ZAAK}/tijdlijn").content.decode()

    assert "Notitie 1" in pagina
    assert "iedereen in deze zaak" in pagina
