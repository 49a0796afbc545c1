# SPDX-License-Identifier: EUPL-1.2
"""Who stops a traject says what happens to its appointments, and the begeleider is told."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.deelname import rol_beeindigen
from vangnet.casus.models import Casus, CasusRol
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import HUISTIJD, nu, vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.losse import afspraak_regelen, losse_afspraken, stoppen
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.regels import Uitkomst
from vangnet.voortgang.trajecten import (
    Contact,
    contact_vastleggen,
    contact_weghalen,
    traject_stoppen,
    traject_toewijzen,
)

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
VOORTGANG = f"/zaken/{CASUS}/voortgang/"
STOPPEN = f"{VOORTGANG}traject/stoppen"
INZET = f"/zaken/{CASUS}/inzet"
WISSEL = {
    "naar": "ondersteuning",
    "regie_bij": "Wijkteam Oost",
    "vraag": "Meekijken.",
    "huis_doet": "Kijkt mee.",
    "volgende_blik": "over 4 weken",
    "waarom_stopt_traject": "De regie ligt lokaal.",
}
KLAAR = {"reden": "Klaar."}


def _over(dagen: int) -> datetime:
    """In the afternoon of that day."""
    return datetime.combine(vandaag() + timedelta(days=dagen), time(15, 30), tzinfo=HUISTIJD)


@pytest.fixture(autouse=True)
def begeleid(db: None) -> None:
    """Tineke goes along."""
    with als(Vrager(id_van("amira"))):
        traject_toewijzen(CASUS, aan=id_van("tineke"))


@pytest.fixture
def afspraak(begeleid: None) -> UUID:
    """Her appointment of tomorrow, at home."""
    return _maak(_over(1))


def _maak(moment: datetime) -> UUID:
    with als(Vrager(id_van("tineke"))):
        casus = Casus.objects.get(pk=CASUS)
        return contact_vastleggen(
            casus, Contact(moment=moment, plek="Thuis"), door=id_van("tineke")
        )


def _staat(contact: UUID) -> tuple[str | None, UUID]:
    with als(Vrager(id_van("amira"))):
        een = Contactmoment.objects.get(pk=contact)
    return een.uitkomst, een.door_id


def _gedaan(handeling: str, door: str = "amira") -> int:
    with als(Vrager(id_van("frank"))):
        return Handeling.objects.filter(handeling=handeling, gebruiker=id_van(door)).count()


def _stop(door: str = "amira") -> None:
    with als(Vrager(id_van(door))):
        traject_stoppen(CASUS, reden="Klaar.")


@pytest.mark.parametrize(("adres", "inhoud"), [(STOPPEN, KLAAR), (INZET, WISSEL)])
def test_wie_stopt_of_wisselt_leest_welke_afspraken_er_nog_staan(
    adres: str, inhoud: dict[str, str], afspraak: UUID, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")

    assert "15:30 van Tineke Bakker (Thuis)" in amira.get(adres).content.decode()
    antwoord = amira.post(adres, inhoud)

    assert antwoord.status_code == 422
    assert "Kies wat er met deze afspraak gebeurt." in antwoord.content.decode()
    assert _staat(afspraak) == (None, id_van("tineke"))


@pytest.mark.parametrize(("adres", "inhoud"), [(STOPPEN, KLAAR), (INZET, WISSEL)])
def test_een_afspraak_die_niet_doorgaat_is_dan_afgezegd(
    adres: str, inhoud: dict[str, str], afspraak: UUID, ingelogd: Ingelogd
) -> None:
    keuze = inhoud | {f"afspraak_{afspraak}": "afgezegd"}

    assert ingelogd("amira").post(adres, keuze).status_code == 302

    assert _staat(afspraak) == ("afgezegd", id_van("tineke"))
    assert _gedaan("contact.gewijzigd") == 1


def test_een_afspraak_die_per_ongeluk_stond_hoeft_niemand_te_regelen(
    afspraak: UUID, ingelogd: Ingelogd
) -> None:
    with als(Vrager(id_van("tineke"))):
        contact_weghalen(afspraak, door=id_van("tineke"))
    amira = ingelogd("amira")

    assert "15:30 van Tineke Bakker" not in amira.get(STOPPEN).content.decode()
    assert amira.post(STOPPEN, KLAAR).status_code == 302
    with als(Vrager(id_van("amira"))):
        assert afspraak not in losse_afspraken(CASUS)


def test_een_afspraak_van_de_regisseur_staat_niet_als_die_van_de_begeleider(
    afspraak: UUID, ingelogd: Ingelogd
) -> None:
    with als(Vrager(id_van("amira"))):
        casus = Casus.objects.get(pk=CASUS)
        eerder = Contact(moment=_over(1) - timedelta(hours=5), plek="Kantoor")
        contact_vastleggen(casus, eerder, door=id_van("amira"))

    pagina = ingelogd("tineke").get("/onderweg/").content.decode()

    assert "15:30" in pagina
    assert "10:30" not in pagina


def test_een_afspraak_die_doorgaat_staat_op_naam_van_wie_stopte(
    afspraak: UUID, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")

    amira.post(STOPPEN, KLAAR | {f"afspraak_{afspraak}": "over"})

    assert _staat(afspraak) == (None, id_van("amira"))
    assert _gedaan("contact.overgenomen") == 1
    assert f"{VOORTGANG}afspraak/{afspraak}" in amira.get(VOORTGANG).content.decode()


@pytest.mark.parametrize(
    ("dagen", "tijd", "staat_er"),
    [
        (0, time(0), True),
        (7, time(23, 59), True),
        (8, time(0), False),
        (450, time(10), False),
    ],
)
def test_wat_je_overnam_staat_op_mijn_werk_vanaf_een_week_tevoren(
    dagen: int, tijd: time, staat_er: bool, ingelogd: Ingelogd
) -> None:
    dag = vandaag() + timedelta(days=dagen)
    contact = _maak(datetime.combine(dag, tijd, tzinfo=HUISTIJD))
    _stop()
    with als(Vrager(id_van("amira"))):
        afspraak_regelen(contact, None)

    werk = ingelogd("amira").get("/werk/").content.decode()

    assert (f"{VOORTGANG}afspraak/{contact}" in werk) is staat_er


@pytest.mark.parametrize("uitkomst", ["gesproken", "niet_bereikt", "afgezegd"])
def test_van_een_afspraak_die_geweest_is_zeg_je_wat_eruit_kwam(
    uitkomst: str, ingelogd: Ingelogd
) -> None:
    geweest = _maak(_over(-1))

    ingelogd("amira").post(STOPPEN, KLAAR | {f"afspraak_{geweest}": uitkomst})

    assert _staat(geweest) == (uitkomst, id_van("tineke"))


def test_een_afspraak_die_nog_komt_is_nog_niet_gesproken(
    afspraak: UUID, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("amira").post(STOPPEN, KLAAR | {f"afspraak_{afspraak}": "gesproken"})

    assert antwoord.status_code == 422


def test_zonder_open_afspraak_vraagt_stoppen_alleen_een_reden(ingelogd: Ingelogd) -> None:
    assert "afspraak_" not in ingelogd("amira").get(STOPPEN).content.decode()
    assert ingelogd("amira").post(STOPPEN, KLAAR).status_code == 302


def test_wie_een_onbekende_afspraak_regelt_stopt_niets(db: None) -> None:
    onbekend = {id_van("casus"): Uitkomst.AFGEZEGD}
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        stoppen(CASUS, reden="Klaar.", wissel=False, geregeld=onbekend)

    with als(Vrager(id_van("amira"))):
        assert CasusRol.objects.get(casus=CASUS, gebruiker=id_van("tineke")).beeindigd_op is None


def test_wat_bleef_staan_rondt_iedereen_van_het_huis_af(afspraak: UUID, ingelogd: Ingelogd) -> None:
    _stop()
    joris = ingelogd("joris")

    antwoord = joris.post(f"{VOORTGANG}afspraak/{afspraak}", {f"afspraak_{afspraak}": "afgezegd"})

    assert antwoord.status_code == 302
    assert _staat(afspraak)[0] == "afgezegd"
    later = joris.get(f"{VOORTGANG}afspraak/{afspraak}", follow=True)
    assert later.redirect_chain == [(VOORTGANG, 302)]
    assert "Van deze afspraak is al opgeschreven wat eruit kwam." in later.content.decode()


def test_ook_na_beeindigen_bij_delen_is_een_afspraak_af_te_ronden(afspraak: UUID) -> None:
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(CasusRol.objects.get(casus=CASUS, gebruiker=id_van("tineke")).pk)
        assert losse_afspraken(CASUS) == {afspraak, id_van("contact")}


def test_van_wie_nog_begeleidt_regelt_een_ander_geen_afspraak(
    afspraak: UUID, ingelogd: Ingelogd
) -> None:
    pagina = ingelogd("amira").get(f"{VOORTGANG}afspraak/{afspraak}")

    assert pagina.status_code == 404
    assert _gedaan("voortgang.geweigerd") == 1
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        afspraak_regelen(afspraak, Uitkomst.AFGEZEGD)


@pytest.mark.parametrize("door", ["tineke", "bram", "mirjam", "els"])
def test_alleen_het_huis_regelt_een_losse_afspraak(door: str, afspraak: UUID) -> None:
    _stop()

    with als(Vrager(id_van(door))), pytest.raises(NietToegestaan):
        afspraak_regelen(afspraak, Uitkomst.AFGEZEGD)


def test_wat_een_collega_overnam_blijft_van_die_collega(afspraak: UUID) -> None:
    _stop()
    with als(Vrager(id_van("joris"))):
        afspraak_regelen(afspraak, None)

    with als(Vrager(id_van("amira"))):
        assert afspraak not in losse_afspraken(CASUS)
        with pytest.raises(NietToegestaan):
            afspraak_regelen(afspraak, None)
    assert _staat(afspraak) == (None, id_van("joris"))
    with als(Vrager(id_van("frank"))):
        (rij,) = Handeling.objects.filter(handeling="contact.overgenomen")
        assert id_van("tineke") in rij.onderwerpen.values_list("onderwerp", flat=True)


def test_ook_buiten_het_formulier_is_wat_nog_komt_niet_gesproken(afspraak: UUID) -> None:
    _stop()

    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        afspraak_regelen(afspraak, Uitkomst.GESPROKEN)
    assert _staat(afspraak) == (None, id_van("tineke"))


def test_wat_is_afgerond_regelt_niemand_nog_eens(afspraak: UUID) -> None:
    _stop()
    with als(Vrager(id_van("amira"))):
        afspraak_regelen(afspraak, Uitkomst.AFGEZEGD)

        with pytest.raises(NietToegestaan):
            afspraak_regelen(afspraak, Uitkomst.GESPROKEN)


@pytest.mark.parametrize("adres", ["/werk/", "/onderweg/"])
def test_de_begeleider_leest_twee_weken_dat_en_door_wie_de_begeleiding_stopte(
    adres: str, ingelogd: Ingelogd
) -> None:
    tineke = ingelogd("tineke")
    assert "Begeleiding gestopt" not in tineke.get(adres).content.decode()
    _stop()

    pagina = tineke.get(adres).content.decode()

    zin = re.search(r"Je begeleiding die begon op .* door ([^.<]+)\.", pagina)
    assert zin is not None
    assert zin[1] == "Amira Terpstra"
    for geheim in ("ZVH-2022-0001", "Kanarie-achternaam", str(CASUS)):
        assert geheim not in pagina


def test_na_twee_weken_is_het_bericht_weg(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stop()
    for dagen, staat_er in ((13, True), (15, False)):
        later = nu() + timedelta(days=dagen)
        with monkeypatch.context() as dan:
            dan.setattr("vangnet.voortgang.losse.nu", lambda later=later: later)
            pagina = ingelogd("tineke").get("/onderweg/").content.decode()
        assert ("Begeleiding gestopt" in pagina) is staat_er


def test_wie_weer_begeleidt_leest_niet_dat_het_stopte(ingelogd: Ingelogd) -> None:
    _stop()
    with als(Vrager(id_van("amira"))):
        traject_toewijzen(CASUS, aan=id_van("tineke"))

    assert "Begeleiding gestopt" not in ingelogd("tineke").get("/onderweg/").content.decode()


def test_een_ander_leest_dat_niet(ingelogd: Ingelogd) -> None:
    _stop()

    assert "Begeleiding gestopt" not in ingelogd("amira").get("/werk/").content.decode()
