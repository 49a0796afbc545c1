# SPDX-License-Identifier: EUPL-1.2
"""An answer by telephone to a question that was handled meanwhile: the text stays."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from tests.opgeschreven import opgeschreven
from tests.web.beeld.test_vragen import ANTWOORD, VRAAG, NeemDeel
from vangnet.kern.fouten import NietToegestaan

VELDEN = ANTWOORD | {"gezegd_door": "Sjoukje Verzinsel, arts", "gezegd_op": "vandaag"}
ZIN = "Deze vraag is intussen beantwoord, geweigerd of ingetrokken."


def test_wie_een_ingetrokken_vraag_beantwoordt_houdt_de_tekst(
    ingelogd: Callable[[str], Client], neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    amira.post(f"{VRAAG}/intrekken")

    with opgeschreven() as gedaan:
        antwoord = amira.post(f"{VRAAG}/namens", VELDEN | {"eenmalig": str(uuid4())})

    assert antwoord.status_code == 409
    pagina = antwoord.content.decode()
    assert ANTWOORD["tekst"] in pagina
    assert ZIN in pagina
    assert "Iemand was je voor" in pagina
    # As where a partner is too late: refused, and the question isn't shown.
    assert gedaan == ["beeld.geweigerd"]


def test_wie_opschrijft_terwijl_een_collega_intrekt_houdt_de_tekst(
    ingelogd: Callable[[str], Client], neem_deel: NeemDeel, monkeypatch: pytest.MonkeyPatch
) -> None:
    neem_deel("bram")
    amira, joris = ingelogd("amira"), ingelogd("joris")

    def na_een_collega(*_: object, **__: object) -> None:
        joris.post(f"{VRAAG}/intrekken")
        raise NietToegestaan("Dit kan niet.")

    monkeypatch.setattr("vangnet.web.beeld.namens.vraag_beantwoorden", na_een_collega)

    antwoord = amira.post(f"{VRAAG}/namens", VELDEN | {"eenmalig": str(uuid4())})

    pagina = antwoord.content.decode()
    assert (antwoord.status_code, ZIN in pagina, ANTWOORD["tekst"] in pagina) == (409, True, True)


@pytest.mark.parametrize("deel", ["namens", "namens/weigeren"])
def test_wie_de_bladzijde_te_laat_opent_leest_het_bij_beeld(
    deel: str, ingelogd: Callable[[str], Client], neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("joris").post(f"{VRAAG}/intrekken")

    pagina = ingelogd("amira").get(f"{VRAAG}/{deel}", follow=True)

    assert (len(pagina.redirect_chain), ZIN in pagina.content.decode()) == (1, True)


def test_wie_intrekt_wat_is_beantwoord_leest_dat(
    ingelogd: Callable[[str], Client], neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("bram").post(VRAAG, ANTWOORD)

    amira = ingelogd("amira")
    with opgeschreven() as gedaan:
        pagina = amira.post(f"{VRAAG}/intrekken", follow=True)

    assert gedaan[:1] == ["beeld.geweigerd"]

    assert (pagina.status_code, ZIN in pagina.content.decode()) == (200, True)
    assert ingelogd("dirk").post(f"{VRAAG}/intrekken").status_code == 404


def test_wie_in_een_tweede_venster_nog_eens_intrekt_leest_dat(
    ingelogd: Callable[[str], Client], neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    amira.post(f"{VRAAG}/intrekken")

    with opgeschreven() as gedaan:
        antwoord = amira.post(f"{VRAAG}/intrekken")
    pagina = amira.get(antwoord["Location"]).content.decode()

    assert (antwoord.status_code, ZIN in pagina) == (302, True)
    assert gedaan == ["beeld.geweigerd"]
