# SPDX-License-Identifier: EUPL-1.2
"""The keys of the keyboard: which somebody has, and the switch that turns them off."""

from collections.abc import Callable

from django.test import Client

Ingelogd = Callable[[str], Client]


def test_wie_de_sneltoetsen_uitzet_heeft_ze_op_elke_bladzijde_uit(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    voor = amira.get("/werk/").content.decode()
    amira.post("/account/sneltoetsen", {"sneltoetsen": "uit"})
    na = amira.get("/werk/").content.decode()

    assert 'data-sneltoetsen="uit"' not in voor
    assert 'data-sneltoetsen="uit"' in na


def test_wie_ze_weer_aanzet_heeft_ze_weer(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    for stand in ("uit", "aan"):
        amira.post("/account/sneltoetsen", {"sneltoetsen": stand})

    assert 'data-sneltoetsen="uit"' not in amira.get("/werk/").content.decode()


def test_een_ander_houdt_de_eigen_sneltoetsen(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post("/account/sneltoetsen", {"sneltoetsen": "uit"})

    assert 'data-sneltoetsen="uit"' not in ingelogd("joris").get("/werk/").content.decode()


def test_de_lijst_noemt_alleen_wat_je_mag_openen(ingelogd: Ingelogd) -> None:
    amira, els = (
        ingelogd(een).get("/account/sneltoetsen").content.decode() for een in ("amira", "els")
    )

    assert '<a href="/aanmeldingen/nieuw" data-toetsen="n m">' in amira
    assert "data-toetsen" not in els
