# SPDX-License-Identifier: EUPL-1.2
"""An appointment or a call that was written by mistake is taken away, and put back."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.onderweg.test_onderweg import ONDERWEG, contacten, gedaan
from vangnet.casus.models import Casus
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.regels import Uitkomst
from vangnet.voortgang.trajecten import (
    Contact,
    afspraak_maken,
    contact_terugzetten,
    contact_vastleggen,
    contact_weghalen,
)

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.usefixtures("begeleid")


def _bel(client: Client) -> None:
    """Write that the GGZ was called."""
    velden = {"organisatie": str(id_van("ggz")), "uitkomst": "niet_bereikt"}
    client.post(f"{ONDERWEG}/bellen", velden | {"eenmalig": str(uuid4())})


def _spreek_af(client: Client) -> None:
    velden = {"dag": "morgen", "tijd": "14.30", "plek": "Het Plein", "eenmalig": str(uuid4())}
    client.post(f"{ONDERWEG}/volgende", velden)


@pytest.mark.parametrize("schrijf", [_spreek_af, _bel])
def test_wat_je_verkeerd_opschreef_haal_je_weg_en_zet_je_terug(
    schrijf: Callable[[Client], None], ingelogd: Ingelogd
) -> None:
    tineke = ingelogd("tineke")
    schrijf(tineke)
    was = contacten()[0]
    contact = f"{ONDERWEG}/contact/{was.pk}"
    assert tineke.get(ONDERWEG).content.decode().count('value="weg"') == 1

    for _keer in range(2):
        assert tineke.post(contact, {"uitkomst": "weg"}).status_code == 302
    zonder = tineke.get(ONDERWEG).content.decode()
    for _keer in range(2):
        assert tineke.post(contact, {"uitkomst": "terug"}).status_code == 302

    assert (zonder.count('value="weg"'), zonder.count('value="terug"')) == (0, 1)
    assert 'value="terug"' not in tineke.get(ONDERWEG).content.decode()
    nu_weer = contacten()[0]
    assert (nu_weer.weggehaald_op, nu_weer.uitkomst) == (None, was.uitkomst)
    assert (gedaan("contact.weggehaald"), gedaan("contact.teruggezet")) == (1, 1)


def test_wat_is_weggehaald_staat_nergens_meer_en_mag_opnieuw(ingelogd: Ingelogd) -> None:
    tineke, amira = ingelogd("tineke"), ingelogd("amira")
    _spreek_af(tineke)
    contact = f"{ONDERWEG}/contact/{contacten()[0].pk}"
    tineke.post(contact, {"uitkomst": "weg"})
    zaak = f"/zaken/{id_van('casus')}"
    gezien = [
        tineke.get("/werk/"),
        amira.get(f"{zaak}/tijdlijn"),
        amira.get(f"{zaak}/voortgang/"),
    ]

    assert [een.status_code for een in gezien] == [200, 200, 200]
    assert all("Het Plein" not in een.content.decode() for een in gezien)
    assert "14:30" not in tineke.get("/onderweg/").content.decode()
    _spreek_af(tineke)
    assert len(contacten()) == 2


@pytest.mark.parametrize(("eerst", "weer"), [("weg", "terug"), ("afgezegd", "weer_open")])
def test_wat_opnieuw_is_gemaakt_komt_er_niet_nog_eens_naast(
    eerst: str, weer: str, ingelogd: Ingelogd
) -> None:
    tineke = ingelogd("tineke")
    _spreek_af(tineke)
    contact = f"{ONDERWEG}/contact/{contacten()[0].pk}"
    tineke.post(contact, {"uitkomst": eerst})
    _spreek_af(tineke)

    antwoord = tineke.post(contact, {"uitkomst": weer}, follow=True)

    assert antwoord.redirect_chain == [(ONDERWEG, 302)]
    assert "Deze afspraak staat er al." in antwoord.content.decode()
    staat = [een for een in contacten() if een.uitkomst is None and een.weggehaald_op is None]
    assert len(staat) == 1
    assert gedaan("contact.teruggezet") + gedaan("contact.weer_open") == 0


def test_een_gesprek_met_een_partner_komt_terug_naast_een_afspraak_op_dat_moment(
    db: None,
) -> None:
    tineke, moment = id_van("tineke"), nu() - timedelta(hours=1)
    with als(Vrager(tineke)):
        casus = Casus.objects.get(pk=id_van("casus"))
        belletje = Contact(moment=moment, organisatie=id_van("ggz"), uitkomst=Uitkomst.NIET_BEREIKT)
        gebeld = contact_vastleggen(casus, belletje, door=tineke)
        contact_weghalen(gebeld, door=tineke)
        afspraak_maken(casus, Contact(moment=moment), door=tineke, eenmalig=uuid4())
        contact_terugzetten(gebeld, door=tineke)

    assert [een.weggehaald_op for een in contacten()] == [None, None]


@pytest.mark.parametrize("uitkomst", ["gesproken", "niet_bereikt", "afgezegd"])
def test_wie_op_een_oude_bladzijde_tikt_leest_dat_de_afspraak_is_weggehaald(
    uitkomst: str, ingelogd: Ingelogd
) -> None:
    tineke = ingelogd("tineke")
    _spreek_af(tineke)
    contact = f"{ONDERWEG}/contact/{contacten()[0].pk}"
    tineke.post(contact, {"uitkomst": "weg"})

    antwoord = tineke.post(contact, {"uitkomst": uitkomst}, follow=True)

    assert antwoord.redirect_chain == [(ONDERWEG, 302)]
    zin = "Deze afspraak is weggehaald. Bij Net weggehaald zet je haar terug."
    assert zin in antwoord.content.decode()
    assert contacten()[0].uitkomst is None
    assert gedaan("onderweg.geweigerd") == 1


def test_na_tien_minuten_belooft_die_bladzijde_geen_terugzetten(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    tineke = ingelogd("tineke")
    _spreek_af(tineke)
    contact = f"{ONDERWEG}/contact/{contacten()[0].pk}"
    tineke.post(contact, {"uitkomst": "weg"})
    straks = nu() + timedelta(minutes=11)
    monkeypatch.setattr("vangnet.voortgang.trajecten.nu", lambda: straks)

    pagina = tineke.post(contact, {"uitkomst": "gesproken"}, follow=True).content.decode()

    assert "Deze afspraak is weggehaald." in pagina
    assert "zet je haar terug" not in pagina


@pytest.mark.parametrize("uitkomst", ["weer_open", "gesproken"])
def test_een_ander_verzoek_om_wat_is_weggehaald_blijft_een_pagina_die_er_niet_is(
    uitkomst: str, ingelogd: Ingelogd
) -> None:
    tineke = ingelogd("tineke")
    schrijf = _spreek_af if uitkomst == "weer_open" else _bel
    schrijf(tineke)
    contact = f"{ONDERWEG}/contact/{contacten()[0].pk}"
    tineke.post(contact, {"uitkomst": "weg"})

    assert tineke.post(contact, {"uitkomst": uitkomst}).status_code == 404
    assert gedaan("onderweg.geweigerd") == 1


def test_een_weggehaalde_afspraak_van_een_ander_is_een_pagina_die_er_niet_is(
    ingelogd: Ingelogd,
) -> None:
    with als(Vrager(id_van("amira"))):
        casus = Casus.objects.get(pk=id_van("casus"))
        straks = Contact(moment=nu() + timedelta(days=1))
        contact = contact_vastleggen(casus, straks, door=id_van("amira"))
        contact_weghalen(contact, door=id_van("amira"))

    antwoord = ingelogd("tineke").post(f"{ONDERWEG}/contact/{contact}", {"uitkomst": "gesproken"})

    assert antwoord.status_code == 404


@pytest.mark.parametrize(
    ("dagen", "organisatie", "uitkomst"),
    [(-1, None, None), (1, None, Uitkomst.AFGEZEGD), (-8, "ggz", Uitkomst.GESPROKEN)],
)
def test_wat_geweest_is_haal_je_niet_weg(
    dagen: int, organisatie: str | None, uitkomst: Uitkomst | None, ingelogd: Ingelogd
) -> None:
    van = id_van(organisatie) if organisatie else None
    was = Contact(moment=nu() + timedelta(days=dagen), organisatie=van, uitkomst=uitkomst)
    with als(Vrager(id_van("tineke"))):
        casus = Casus.objects.get(pk=id_van("casus"))
        contact = contact_vastleggen(casus, was, door=id_van("tineke"))
    tineke = ingelogd("tineke")

    assert 'value="weg"' not in tineke.get(ONDERWEG).content.decode()
    assert tineke.post(f"{ONDERWEG}/contact/{contact}", {"uitkomst": "weg"}).status_code == 404


@pytest.mark.parametrize("wat", ["weg", "terug"])
def test_wat_een_ander_opschreef_blijft_van_die_ander(wat: str, ingelogd: Ingelogd) -> None:
    _spreek_af(ingelogd("tineke"))
    van_tineke = contacten()[0].pk
    if wat == "terug":
        ingelogd("tineke").post(f"{ONDERWEG}/contact/{van_tineke}", {"uitkomst": "weg"})
    daad = contact_weghalen if wat == "weg" else contact_terugzetten
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        daad(van_tineke, door=id_van("amira"))


def test_na_tien_minuten_zet_je_niets_meer_terug(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    tineke = ingelogd("tineke")
    _spreek_af(tineke)
    contact = f"{ONDERWEG}/contact/{contacten()[0].pk}"
    tineke.post(contact, {"uitkomst": "weg"})
    straks = nu() + timedelta(minutes=11)
    monkeypatch.setattr("vangnet.voortgang.trajecten.nu", lambda: straks)

    assert 'value="terug"' not in tineke.get(ONDERWEG).content.decode()
    assert tineke.post(contact, {"uitkomst": "terug"}).status_code == 404
