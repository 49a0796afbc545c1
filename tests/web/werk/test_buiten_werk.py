# SPDX-License-Identifier: EUPL-1.2
"""An afspraak by name of somebody whose role in the house ended: nobody works on it."""

from collections.abc import Callable

from django.test import Client

from tests.bezetting import id_van
from tests.web.einde import eindig_accountrol
from tests.web.werk.test_begin import WERK, _maak, _sta_op_de_zaak
from vangnet.casus.deelname import rol_beeindigen
from vangnet.casus.models import CasusRol
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
TEKEN = "Doet nu niet mee"
ZIN = "van GGZ Noorderlicht doet er geen ander mee"
PLAN = f"/zaken/{id_van('casus')}/plan/"


def _leest(client: Client, adres: str, zin: str) -> bool:
    return zin in client.get(adres).content.decode()


def test_een_afspraak_van_wie_geen_rol_in_het_huis_meer_heeft_krijgt_een_teken(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("chantal")
    _sta_op_de_zaak()
    _maak("Van Chantal", 2, gebruiker=id_van("chantal"))
    amira, joris = ingelogd("amira"), ingelogd("joris")
    for client, adres in ((amira, PLAN), (joris, PLAN), (amira, WERK)):
        assert not _leest(client, adres, TEKEN)

    eindig_accountrol("chantal")

    for client, adres in ((amira, PLAN), (joris, PLAN), (amira, WERK)):
        assert _leest(client, adres, TEKEN)


def test_zonder_ander_van_die_organisatie_kiest_de_regisseur_wie_het_doet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("chantal")
    _sta_op_de_zaak()
    _maak("Van Chantal", 2, gebruiker=id_van("chantal"))
    amira = ingelogd("amira")
    assert not _leest(amira, WERK, ZIN)

    eindig_accountrol("chantal")
    assert _leest(amira, WERK, ZIN)

    neem_deel("bram")
    assert not _leest(amira, WERK, ZIN)


def test_ook_als_de_rol_in_de_zaak_eindigde_staat_het_bij_de_regisseur(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("chantal")
    _sta_op_de_zaak()
    _maak("Van Chantal", 2, gebruiker=id_van("chantal"))
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(rol.pk)

    assert _leest(ingelogd("amira"), WERK, ZIN)
    assert not _leest(ingelogd("joris"), WERK, ZIN)


def test_een_collega_die_meedoet_neemt_de_afspraak_over(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    neem_deel("chantal")
    _maak("Van Chantal", 2, gebruiker=id_van("chantal"))
    bram = ingelogd("bram")
    assert not _leest(bram, WERK, "Van Chantal")

    eindig_accountrol("chantal")

    assert _leest(bram, WERK, "Van Chantal")
