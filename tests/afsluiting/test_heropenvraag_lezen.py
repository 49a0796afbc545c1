# SPDX-License-Identifier: EUPL-1.2
"""Who reads a question to reopen: of a casus that is beperkt only a regisseur who is on it."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import BEPERKT, sluitbank, wie
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, verbonden_met
from vangnet.afsluiting.heropenvragen import (
    heropenen_vragen,
    heropenvraag_afhandelen,
    heropenvragen,
)
from vangnet.afsluiting.models import Heropenvraag
from vangnet.kern.daden import roep
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht

Bezet = Callable[..., None]
# Of the bank: there is no casus of the one of the cast; one is open to the house, one beperkt.
VAN_DE_BEZETTING, OPEN, DICHT, GEEN = (
    "ZVH-2022-0007",
    "ZVH-2023-0001",
    "ZVH-2023-0002",
    "ZVH-1999-9999",
)
ALLE = {VAN_DE_BEZETTING, OPEN, DICHT, GEEN}
_NOTEER = "afsluiting.noteer_heropenvraag(%s, %s, ARRAY['behandeld_op'], %s)"
_ROL = "UPDATE casus_casusrol SET {} WHERE casus_id = %s"
# Tineke becomes procesregisseur beside what she is, or Oda a second account of hers.
_OOK_REGISSEUR = "UPDATE toegang_accountrol SET gebruiker = %s WHERE id = %s"
_TWEEDE_ACCOUNT = """
    UPDATE gebruikers_gebruiker SET email = (
        SELECT replace(t.email, '@', '+regie@') FROM gebruikers_gebruiker t WHERE t.id = %s)
     WHERE id = %s
"""
_TABELLEN = ("afsluiting_heropenvraag", "casus_casus", "casus_casusrol")
_ZONDER_BELEID = "ALTER TABLE {} DISABLE ROW LEVEL SECURITY"


@pytest.fixture
def bezet(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Bezet]:
    """A bank of closed casussen, in which Tineke asked to reopen three; for its superuser."""
    with (
        sluitbank() as naam,
        django_db_blocker.unblock(),
        verbonden_met(naam),
        cluster().verbind(BEHEERDER, naam) as beheer,
    ):
        with wie("tineke"):
            for kenmerk in (OPEN, DICHT, GEEN):
                heropenen_vragen(kenmerk, door=id_van("tineke"), eenmalig=uuid4())

        def doe(opdracht: str, *waarden: object) -> None:
            beheer.execute(opdracht.encode(), list(waarden))

        yield doe


def _via_beleid(naam: str) -> set[str]:
    with wie(naam):
        return {een.kenmerk for een in Heropenvraag.objects.all()}


def _via_filter(naam: str) -> set[str]:
    with wie(naam):
        return {een.laatste.kenmerk for een in heropenvragen(kijker(Recht.NAZORG_DOEN))}


def _vraag(kenmerk: str) -> UUID:
    with wie("tineke"):
        return Heropenvraag.objects.get(kenmerk__iexact=kenmerk).pk


@pytest.mark.parametrize(
    ("naam", "kenmerken"),
    [("amira", ALLE), ("oda", ALLE - {DICHT}), ("joris", ALLE - {DICHT})],
    ids=["regisseur-erop", "andere-regisseur", "ondersteuner"],
)
def test_een_vraag_over_een_beperkte_zaak_leest_alleen_een_regisseur_die_erop_staat(
    naam: str, kenmerken: set[str], bezet: Bezet
) -> None:
    assert _via_beleid(naam) == kenmerken
    assert _via_filter(naam) == kenmerken


@pytest.mark.parametrize(
    ("naam", "kenmerken"),
    [("amira", ALLE), ("oda", ALLE - {DICHT}), ("joris", ALLE - {DICHT})],
    ids=["regisseur-erop", "andere-regisseur", "ondersteuner"],
)
def test_de_toepassing_laat_haar_ook_zonder_het_beleid_weg(
    naam: str, kenmerken: set[str], bezet: Bezet
) -> None:
    for tabel in _TABELLEN:
        bezet(_ZONDER_BELEID.format(tabel))

    assert _via_filter(naam) == kenmerken


def test_een_ondersteuner_die_erop_staat_leest_haar_niet(bezet: Bezet) -> None:
    bezet(_ROL.format("gebruiker_id = %s, rol = 'procesondersteuner'"), id_van("joris"), BEPERKT)

    assert _via_beleid("joris") == ALLE - {DICHT}
    for tabel in _TABELLEN:
        bezet(_ZONDER_BELEID.format(tabel))
    assert _via_filter("joris") == ALLE - {DICHT}


@pytest.mark.parametrize(
    "zet",
    ["beeindigd_op = now()", "tot = current_date - 1", "antwoord = 'geweigerd', vanaf = NULL"],
    ids=["beeindigd", "voorbij", "geweigerd"],
)
def test_wie_er_niet_meer_op_staat_leest_haar_niet(zet: str, bezet: Bezet) -> None:
    bezet(_ROL.format(zet), BEPERKT)

    assert _via_beleid("amira") == ALLE - {DICHT}
    assert _via_filter("amira") == ALLE - {DICHT}


@pytest.mark.parametrize("getypt", ["zvh-2023-0002", "zvh20230002", "ZVH/2023/0002", "zvh-2023-2"])
def test_anders_getypt_verraadt_een_kenmerk_haar_niet(getypt: str, bezet: Bezet) -> None:
    bezet("UPDATE afsluiting_heropenvraag SET kenmerk = %s WHERE kenmerk = %s", getypt, DICHT)

    assert _via_beleid("joris") == ALLE - {DICHT}
    for tabel in _TABELLEN:
        bezet(_ZONDER_BELEID.format(tabel))
    assert _via_filter("joris") == ALLE - {DICHT}


def test_wie_vroeg_leest_alle_eigen_vragen(bezet: Bezet) -> None:
    assert _via_beleid("tineke") == ALLE


@pytest.mark.parametrize("naam", ["bram", "mirjam", "els", "frank"])
def test_wie_niet_van_het_huis_is_leest_geen_vraag(naam: str, bezet: Bezet) -> None:
    assert _via_beleid(naam) == set()


def test_wie_haar_niet_leest_handelt_haar_niet_af(bezet: Bezet) -> None:
    vraag = _vraag(DICHT)

    with pytest.raises(NietToegestaan), wie("oda"):
        heropenvraag_afhandelen(vraag, wie=kijker(Recht.AFSLUITEN))
    with wie("oda"):
        # No column is read here, so only the policy for writing stands in the way.
        assert Heropenvraag.objects.update(behandeld_op=date(2026, 1, 1)) == 3
    with wie("amira"):
        assert Heropenvraag.objects.get(behandeld_op__isnull=True).pk == vraag
        heropenvraag_afhandelen(vraag, wie=kijker(Recht.AFSLUITEN))
    with wie("amira"):
        assert not Heropenvraag.objects.filter(behandeld_op__isnull=True).exists()
    with pytest.raises(NietToegestaan), wie("oda"):
        roep(_NOTEER, "heropenen.behandeld", vraag)


def test_wie_zelf_vroeg_handelt_haar_ook_als_regisseur_niet_af(bezet: Bezet) -> None:
    """Else what can't be handled tells that there is such a casus."""
    bezet(_OOK_REGISSEUR, id_van("tineke"), id_van("rol-oda"))

    assert _via_filter("tineke") == set()
    for vraag in [_vraag(een) for een in (OPEN, DICHT, GEEN)]:
        with pytest.raises(NietToegestaan), wie("tineke"):
            heropenvraag_afhandelen(vraag, wie=kijker(Recht.AFSLUITEN))
    with wie("tineke"):
        assert Heropenvraag.objects.update(behandeld_op=date(2026, 1, 1)) == 0


def test_de_toepassing_laat_de_eigen_vragen_ook_zonder_het_beleid_weg(bezet: Bezet) -> None:
    bezet(_OOK_REGISSEUR, id_van("tineke"), id_van("rol-oda"))
    for tabel in _TABELLEN:
        bezet(_ZONDER_BELEID.format(tabel))

    assert _via_filter("tineke") == set()


def test_wie_met_een_ander_account_vroeg_leest_haar_niet(bezet: Bezet) -> None:
    bezet(_TWEEDE_ACCOUNT, id_van("tineke"), id_van("oda"))

    assert _via_beleid("oda") == set()


def test_wie_haar_leest_en_geen_regisseur_is_handelt_haar_niet_af(bezet: Bezet) -> None:
    vraag = _vraag(OPEN)

    with pytest.raises(NietToegestaan), wie("joris"):
        heropenvraag_afhandelen(vraag, wie=kijker(Recht.NAZORG_DOEN))


def test_wie_ook_regisseur_is_ziet_op_de_bladzijde_geen_eigen_vraag(bezet: Bezet) -> None:
    bezet(_OOK_REGISSEUR, id_van("tineke"), id_van("rol-oda"))
    tineke = log_in(Client(), "tineke")

    assert "Gevraagd om te heropenen" not in tineke.get("/nazorg/").content.decode()
    for kenmerk in (OPEN, DICHT, GEEN):
        assert tineke.post(f"/nazorg/heropenvraag/{_vraag(kenmerk)}").status_code == 404


def test_op_de_bladzijde_staat_zij_alleen_voor_wie_erop_staat(bezet: Bezet) -> None:
    amira, oda, joris = (log_in(Client(), naam) for naam in ("amira", "oda", "joris"))

    for client in (amira, oda, joris):
        assert GEEN in client.get("/nazorg/").content.decode()
    vraag = _vraag(DICHT)
    assert str(vraag) in amira.get("/nazorg/").content.decode()
    assert oda.post(f"/nazorg/heropenvraag/{vraag}").status_code == 404
    assert DICHT not in joris.get("/nazorg/").content.decode()
