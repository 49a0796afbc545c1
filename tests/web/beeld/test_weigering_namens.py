# SPDX-License-Identifier: EUPL-1.2
"""A partner refuses by telephone: the house writes it down, and the partner reads it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from tests.web.beeld.test_vragen import ANTWOORD, BEELD, VRAAG, NeemDeel
from vangnet.beeld.models import Informatievraag
from vangnet.beeld.vragen import Gezegd, vraag_weigeren
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import nu, vandaag
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NAMENS = f"{VRAAG}/namens"
WEIGER = f"{NAMENS}/weigeren"
WIE, REDEN = "Sjoukje Verzinsel, arts", "De cliënt heeft dit verboden."
VELDEN = {"gezegd_door": WIE, "gezegd_op": "vandaag", "reden": REDEN}


def _vraag() -> Informatievraag:
    with als(Vrager(id_van("amira"))):
        return Informatievraag.objects.get(pk=id_van("vraag"))


def test_het_huis_schrijft_een_weigering_aan_de_telefoon_op(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")

    for _ in range(2):
        assert amira.post(WEIGER, VELDEN).status_code == 302

    vraag = _vraag()
    assert (vraag.afhandeling, vraag.reden) == ("geweigerd", REDEN)
    assert (vraag.gezegd_door, vraag.gezegd_op) == (WIE, vandaag())
    assert vraag.afgehandeld_door_id == id_van("amira")


@pytest.mark.parametrize("lezer", ["amira", "bram"])
def test_bij_de_vraag_staat_voor_huis_en_partner_wie_weigerde_en_waarom(
    lezer: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("amira").post(WEIGER, VELDEN)

    pagina = ingelogd(lezer).get(BEELD).content.decode()

    assert "Geweigerd" in pagina
    assert REDEN in pagina
    assert f"aan de telefoon door {WIE}" in pagina
    assert "opgeschreven door Amira Terpstra" in pagina


def test_daarna_staat_de_vraag_niet_meer_bij_het_werk_van_de_partner(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    eerst = bram.get("/werk/").content.decode()
    ingelogd("amira").post(WEIGER, VELDEN)

    assert "Kanarie-vraag-aan-ggz" in eerst
    assert "Kanarie-vraag-aan-ggz" not in bram.get("/werk/").content.decode()
    assert bram.post(VRAAG, ANTWOORD).status_code == 409


def test_het_journaal_noemt_de_velden_en_niet_wie_of_waarom(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with opgeschreven() as gedaan:
        ingelogd("amira").post(WEIGER, VELDEN)

    assert gedaan == ["informatievraag.afgewezen"]
    with als(Vrager(id_van("amira"))):
        spoor = Handeling.objects.get(handeling=gedaan[0], object=id_van("vraag"))
    assert spoor.gebruiker == id_van("amira")
    assert set(spoor.velden) == {
        "afhandeling",
        "afgehandeld_op",
        "afgehandeld_door",
        "reden",
        "gezegd_door",
        "gezegd_op",
    }


@pytest.mark.parametrize(
    "anders",
    [
        {"gezegd_door": " "},
        {"gezegd_op": ""},
        {"gezegd_op": "2022-02-28"},
        {"reden": "nee"},
    ],
    ids=["zonder wie", "zonder dag", "voor de vraag", "zonder reden"],
)
def test_zonder_wie_wanneer_en_waarom_wordt_er_niets_opgeschreven(
    anders: dict[str, str], ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    antwoord = ingelogd("amira").post(WEIGER, VELDEN | anders)

    assert antwoord.status_code == 422
    assert (VELDEN | anders)["reden"] in antwoord.content.decode()
    assert _vraag().afhandeling is None


def test_een_weigering_van_morgen_wordt_niet_opgeschreven(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    vraag, morgen = _vraag(), vandaag() + timedelta(days=1)

    antwoord = ingelogd("amira").post(WEIGER, VELDEN | {"gezegd_op": str(morgen)})

    assert antwoord.status_code == 422
    assert _vraag().afhandeling is None
    with als(Vrager(id_van("amira"))), pytest.raises(VangnetFout, match="in de toekomst"):
        vraag_weigeren(vraag, reden=REDEN, door=id_van("amira"), gezegd=Gezegd(WIE, morgen))


@pytest.mark.parametrize(
    ("wie", "over", "mag"),
    [
        ("amira", 0, True),
        ("amira", 1, False),
        ("amira", None, False),
        ("bram", None, True),
        ("bram", 0, False),
    ],
    ids=["huis", "huis van morgen", "huis zonder wie", "partner zelf", "partner met wie"],
)
def test_de_databank_kent_een_weigering_van_wie_het_zei_en_van_niemand_anders(
    wie: str, over: int | None, mag: bool, neem_deel: NeemDeel
) -> None:
    """over: of how many days from now it is said to be; None for nobody who said it."""
    neem_deel("bram")
    gezegd: dict[str, Any] = {}
    if over is not None:
        gezegd = {"gezegd_door": WIE, "gezegd_op": vandaag() + timedelta(days=over)}
    einde = {"afgehandeld_op": nu(), "afgehandeld_door": id_van(wie), "reden": REDEN}
    with als(Vrager(id_van(wie))):
        try:
            with transaction.atomic():
                Informatievraag.objects.filter(pk=id_van("vraag")).update(
                    afhandeling="geweigerd", **einde, **gezegd
                )
        except ProgrammingError:
            assert not mag
        else:
            assert mag


@pytest.mark.parametrize("eerst", ["intrekken", "namens"])
def test_wie_te_laat_is_met_een_weigering_houdt_de_tekst(
    eerst: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    amira.post(f"{VRAAG}/{eerst}", ANTWOORD | VELDEN)

    antwoord = amira.post(WEIGER, VELDEN)

    assert antwoord.status_code == 409
    pagina = antwoord.content.decode()
    assert REDEN in pagina
    assert "Deze vraag is intussen beantwoord, geweigerd of ingetrokken." in pagina


def test_wie_eerst_een_weigering_opschreef_houdt_de_tekst_van_een_antwoord(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    amira.post(WEIGER, VELDEN)

    antwoord = amira.post(NAMENS, ANTWOORD | VELDEN)

    assert antwoord.status_code == 409
    assert ANTWOORD["tekst"] in antwoord.content.decode()
    assert _vraag().afhandeling == "geweigerd"


def test_van_antwoord_naar_weigering_is_een_klik_en_terug(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")

    heen = amira.get(NAMENS).content.decode()
    terug = amira.get(WEIGER).content.decode()

    assert f'href="{WEIGER}"' in heen
    assert f'href="{NAMENS}"' in terug
