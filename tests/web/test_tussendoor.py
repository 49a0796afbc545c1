# SPDX-License-Identifier: EUPL-1.2
"""A casus that is shielded between the page and the act, on a connection of its own.

What the page shows after the refusal is read anew: who lost the casus reads nothing of it.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import maak_klaar, sluitbank
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, verbonden_met
from tests.opgeschreven import in_het_journaal
from tests.web.afsluiten.test_afsluiten import VOORSTEL
from vangnet.casus.betrokkenen import Nieuwkomer, betrokkene_toevoegen
from vangnet.casus.deelname import inzet_wisselen
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Relatie
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.trajecten import traject_toewijzen

CASUS = id_van("casus")
ZAAK = f"/zaken/{CASUS}"
AMIRA = id_van("amira")
KENMERK = "ZVH-2022-0001"


@pytest.fixture
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with sluitbank() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.fixture
def eerst_dicht(bank: str, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """The casus goes out of sight just before this act, which then goes on as it is."""

    def zet(plek: str) -> None:
        module, naam = plek.rsplit(".", 1)
        echt = getattr(__import__(module, fromlist=[naam]), naam)

        def tussendoor(*args: Any, **kwargs: Any) -> Any:
            with cluster().verbind(BEHEERDER, bank) as beheer:
                beheer.execute("UPDATE casus_casus SET beperkt = true WHERE id = %s", [CASUS])
            return echt(*args, **kwargs)

        monkeypatch.setattr(plek, tussendoor)

    return zet


class Geval(NamedTuple):
    """What there is first, the form, the act under which the casus goes, and the row of refusal."""

    eerst: Callable[[], object]
    adres: Callable[[], str]
    velden: dict[str, str]
    daad: str
    handeling: str


def _kind() -> None:
    kind = Nieuwkomer(
        rol="kind",
        relatie_met=id_van("betrokkene"),
        relatie_soort="kind",
        vanaf=vandaag(),
        achternaam="Zwaluw",
    )
    betrokkene_toevoegen(CASUS, kind, door=AMIRA, eenmalig=None)


def _relatie() -> str:
    with als(Vrager(AMIRA)):
        return f"{ZAAK}/relaties/{Relatie.objects.get(soort='kind').pk}/einde"


GEVALLEN = {
    "een overdracht vragen": Geval(
        lambda: None,
        lambda: f"{ZAAK}/overdrachten/nieuw",
        {"organisatie": str(id_van("ggz")), "soort": "ggz", "functie": "Kanarie", "warm": "nee"},
        "vangnet.web.afsluiten.overdragen.overdracht_vragen",
        "afsluiting.geweigerd",
    ),
    "een sluiting voorstellen": Geval(
        lambda: None,
        lambda: f"{ZAAK}/afsluiten/voorstel",
        VOORSTEL,
        "vangnet.web.afsluiten.sluiten.sluiten_voorstellen",
        "afsluiting.geweigerd",
    ),
    "een relatie beeindigen": Geval(
        _kind,
        _relatie,
        {"tot": "vandaag"},
        "vangnet.web.zaken.relaties.relatie_beeindigen",
        "casus.geweigerd",
    ),
    "een traject stoppen": Geval(
        lambda: traject_toewijzen(CASUS, aan=id_van("tineke")),
        lambda: f"{ZAAK}/voortgang/traject/stoppen",
        {"reden": "Hij wil niet meer."},
        "vangnet.web.voortgang.traject.stoppen",
        "voortgang.geweigerd",
    ),
    "een ondersteuning opschrijven": Geval(
        lambda: inzet_wisselen(CASUS, naar="ondersteuning"),
        lambda: f"{ZAAK}/ondersteuning",
        {
            "regie_bij": "Wijkteam Oost",
            "vraag": "Denk mee.",
            "huis_doet": "Belt.",
            "volgende_blik": "over 4 weken",
        },
        "vangnet.web.zaken.ondersteuning.ondersteuning_vastleggen",
        "casus.geweigerd",
    ),
}


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_wie_de_zaak_onder_het_versturen_kwijtraakt_leest_er_niets_meer_van(
    geval: Geval, eerst_dicht: Callable[[str], None]
) -> None:
    if geval.handeling == "afsluiting.geweigerd":
        maak_klaar()
    with als(Vrager(AMIRA)):
        geval.eerst()
    amira, adres = log_in(Client(), "amira"), geval.adres()
    assert amira.get(adres).status_code == 200
    eerst_dicht(geval.daad)

    antwoord = amira.post(adres, geval.velden)

    assert (antwoord.status_code, KENMERK in antwoord.content.decode()) == (404, False)
    assert [een.toegestaan for een in in_het_journaal(geval.handeling)] == [False]


def test_een_zaak_die_net_is_afgeschermd_staat_niet_meer_in_de_lijst_om_te_plannen(
    eerst_dicht: Callable[[str], None],
) -> None:
    amira, adres = log_in(Client(), "amira"), f"/overleggen/nieuw?zaak={CASUS}"
    assert KENMERK in amira.get(adres).content.decode()
    eerst_dicht("vangnet.web.overleg.plannen.overleg_plannen")
    velden = {"datum": "morgen", "soort": "casusoverleg", "plaats": "Zaal 1", "zaken": [str(CASUS)]}

    antwoord = amira.post(adres, velden)

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Een van deze zaken kan niet meer op de agenda." in pagina
    assert KENMERK not in pagina
    assert "Zaal 1" in pagina
    assert in_het_journaal("overleg.geweigerd") == [(AMIRA, None, None, False)]


def test_wie_een_ondersteuning_opschrijft_na_een_wissel_leest_welke_inzet_er_nu_is(
    bank: str,
) -> None:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        beheer.execute(
            "INSERT INTO casus_inzet (id, casus_id, soort, vanaf, tot) VALUES "
            "(gen_random_uuid(), %s, 'ondersteuning', '2020-01-06', '2020-12-31')",
            [CASUS],
        )
    velden = GEVALLEN["een ondersteuning opschrijven"].velden

    antwoord = log_in(Client(), "amira").post(f"{ZAAK}/ondersteuning", velden)

    pagina = antwoord.content.decode()
    zin = "De inzet is gewisseld. Nu is het: Procesregie."
    assert (antwoord.status_code, zin in pagina, "Denk mee." in pagina) == (409, True, True)
    assert in_het_journaal("casus.geweigerd") == [(AMIRA, CASUS, None, False)]
