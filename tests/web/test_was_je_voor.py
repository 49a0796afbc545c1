# SPDX-License-Identifier: EUPL-1.2
"""A form whose object a colleague ended meanwhile: who comes second reads that, and their text."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
ZAAK = f"/zaken/{id_van('casus')}"
AFSPRAAK = f"{ZAAK}/afspraken/{id_van('afspraak')}"
DOEL = f"{ZAAK}/doelen/{id_van('doel')}"
AFSPRAAKVELDEN = {
    "omschrijving": "Belt de bewindvoerder morgen.",
    "wie": str(id_van("ggz")),
    "uiterlijk_op": "over 2 weken",
    "domein": "civielrechtelijk",
    "versie": "1",
}
DOELVELDEN = {
    "leefgebied": "financien",
    "omschrijving": "Geen nieuwe schulden",
    "meetbaar": "De huur is drie maanden betaald.",
    "streefdatum": "over 3 maanden",
    "versie": "1",
}


class Geval(NamedTuple):
    """What Joris does first, the form that Amira sends then, and what she reads."""

    eerst: tuple[str, dict[str, str]]
    adres: str
    velden: dict[str, str]
    zin: str
    getypt: str
    handeling: str


GEVALLEN = {
    "een afspraak die is afgevinkt wijzigen": Geval(
        (f"{AFSPRAAK}/gereed", {}),
        AFSPRAAK,
        AFSPRAAKVELDEN,
        "Deze afspraak is al afgevinkt: klaar op ",
        "Belt de bewindvoerder morgen.",
        "afspraak.geweigerd",
    ),
    "een afspraak die is vervallen wijzigen": Geval(
        (f"{AFSPRAAK}/vervallen", {"reden": "Hij verhuisde."}),
        AFSPRAAK,
        AFSPRAAKVELDEN,
        "Deze afspraak gaat niet meer door, sinds ",
        "Belt de bewindvoerder morgen.",
        "afspraak.geweigerd",
    ),
    "een afspraak die is afgevinkt laten vervallen": Geval(
        (f"{AFSPRAAK}/gereed", {}),
        f"{AFSPRAAK}/vervallen",
        {"reden": "Hij wil dit niet meer."},
        "Deze afspraak is al afgevinkt: klaar op ",
        "Hij wil dit niet meer.",
        "afspraak.geweigerd",
    ),
    "een afspraak nog eens laten vervallen": Geval(
        (f"{AFSPRAAK}/vervallen", {"reden": "Hij verhuisde."}),
        f"{AFSPRAAK}/vervallen",
        {"reden": "Hij wil dit niet meer."},
        "Deze afspraak gaat niet meer door, sinds ",
        "Hij wil dit niet meer.",
        "afspraak.geweigerd",
    ),
    "een doel dat is beoordeeld wijzigen": Geval(
        (f"{DOEL}/resultaat", {"resultaat": "deels"}),
        DOEL,
        DOELVELDEN,
        "Dit doel is al beoordeeld, op ",
        "De huur is drie maanden betaald.",
        "doel.geweigerd",
    ),
    "een doel dat is beoordeeld beoordelen": Geval(
        (f"{DOEL}/resultaat", {"resultaat": "deels"}),
        f"{DOEL}/resultaat",
        {"resultaat": "niet", "versie": "1"},
        "Dit doel is al beoordeeld, op ",
        "Niet gerealiseerd",
        "doel.geweigerd",
    ),
}
elk_geval = pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)


@elk_geval
def test_wie_als_tweede_komt_leest_wat_er_gebeurde_en_houdt_de_tekst(
    geval: Geval, ingelogd: Ingelogd
) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    assert joris.post(geval.eerst[0], geval.eerst[1]).status_code == 302

    with opgeschreven() as gedaan:
        antwoord = amira.post(geval.adres, geval.velden)

    pagina = antwoord.content.decode()
    assert (antwoord.status_code, geval.zin in pagina) == (409, True)
    assert geval.getypt in pagina
    assert gedaan == [geval.handeling]


def test_wie_niets_typte_leest_het_op_de_bladzijde_waar_het_nu_staat(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(f"{AFSPRAAK}/gereed")

    pagina = ingelogd("amira").get(AFSPRAAK, follow=True)

    assert pagina.redirect_chain == [(f"{ZAAK}/plan/", 302)]
    assert "Deze afspraak is al afgevinkt: klaar op " in pagina.content.decode()


def test_dezelfde_reden_nog_eens_verstuurd_kwam_niet_te_laat(ingelogd: Ingelogd) -> None:
    amira, reden = ingelogd("amira"), {"reden": "Hij verhuisde."}

    standen = [amira.post(f"{AFSPRAAK}/vervallen", reden).status_code for _ in range(2)]

    assert standen == [302, 302]


def test_wie_afvinkt_wat_niet_doorgaat_leest_dat(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(f"{AFSPRAAK}/vervallen", {"reden": "Hij verhuisde."})

    pagina = ingelogd("amira").post(f"{AFSPRAAK}/gereed", follow=True)

    assert "Deze afspraak gaat niet meer door, sinds " in pagina.content.decode()


@elk_geval
def test_wie_de_zaak_niet_ziet_leest_hetzelfde_als_over_wat_er_niet_is(
    geval: Geval, ingelogd: Ingelogd
) -> None:
    ingelogd("joris").post(geval.eerst[0], geval.eerst[1])
    chantal, nergens = ingelogd("chantal"), f"/zaken/{id_van('niets')}/plan/vaststellen"

    antwoord = chantal.post(geval.adres, geval.velden)

    assert (antwoord.status_code, geval.zin in antwoord.content.decode()) == (404, False)
    assert antwoord.content == chantal.post(nergens, geval.velden).content
