# SPDX-License-Identifier: EUPL-1.2
"""A manager asks for a package with the dossier, the FG decides, and either takes it back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from tests.bezetting import OPENBARE_SLEUTEL, id_van
from tests.opgeschreven import in_het_journaal, opgeschreven
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.models import Dossieropdracht
from vangnet.uitwisseling.regels import Opdrachtstand, opdrachtstand

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
VRAAG = {
    "ontvanger": "Veiligheidshuis West",
    "sleutel": OPENBARE_SLEUTEL,
    "reden": "Wij gaan over naar een ander systeem.",
}
JA = {"besluit": "ja", "motivering": "De sleutel is aan de telefoon nagelezen."}
NU, DAG = datetime(2026, 11, 29, 12, tzinfo=UTC), timedelta(days=1)
LIJST = "/dossierpakket/"
BESLUIT = f"/dossierpakket/{id_van('dossieropdracht')}/besluiten"
INTREKKEN = f"/dossierpakket/{id_van('dossieropdracht')}/intrekken"


def tekst(antwoord: Any) -> str:
    return str(unescape(antwoord.content.decode()))


def opdracht() -> Dossieropdracht:
    """The order of the cast, as the FG reads it."""
    with als(Vrager(id_van("frank"))):
        return Dossieropdracht.objects.get(pk=id_van("dossieropdracht"))


def test_de_manager_vraagt_en_leest_dat_zij_wacht(ingelogd: Ingelogd) -> None:
    client = ingelogd("mirjam")

    blad = tekst(client.post("/dossierpakket/vragen", VRAAG, follow=True))

    assert [
        woord
        for woord in ("Je vraag staat klaar", "Veiligheidshuis West", "Wacht op de privacy officer")
        if woord not in blad
    ] == []


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("sleutel", f"{OPENBARE_SLEUTEL[:-1]}d", "Dit is geen openbare sleutel."),
        ("sleutel", "AGE-SECRET-KEY-1Q", "Dit is de geheime sleutel."),
        ("sleutel", "age-secret-key-1q", "Dit is de geheime sleutel."),
        ("reden", "kort", "Schrijf in een zin waarom de dossiers mee moeten."),
        ("ontvanger", "", "Vul dit veld in."),
    ],
)
def test_een_vraag_die_niet_af_is_zegt_wat_er_mist(
    veld: str, waarde: str, zin: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("mirjam").post("/dossierpakket/vragen", VRAAG | {veld: waarde})

    assert (antwoord.status_code, zin in tekst(antwoord)) == (422, True)
    assert "secret-key-1q" not in tekst(antwoord).lower()


def test_de_privacy_officer_leest_waarom_en_onder_welke_sleutel(ingelogd: Ingelogd) -> None:
    blad = tekst(ingelogd("frank").get(BESLUIT))

    assert [
        woord
        for woord in ("Onze gemeenten gaan over", "Mirjam Hiemstra", OPENBARE_SLEUTEL)
        if woord not in blad
    ] == []


def test_een_ja_van_de_privacy_officer_geldt_zeven_dagen(ingelogd: Ingelogd) -> None:
    blad = tekst(ingelogd("frank").post(BESLUIT, JA, follow=True))
    rij = opdracht()

    assert ("De opdracht is goedgekeurd." in blad, "Geef dit nummer aan" in blad) == (True, True)
    assert rij.geldig_tot is not None
    assert rij.besloten_op is not None
    assert rij.geldig_tot - rij.besloten_op == timedelta(days=7)


def test_een_nee_blijft_een_nee(ingelogd: Ingelogd) -> None:
    client = ingelogd("frank")
    client.post(BESLUIT, {"besluit": "nee", "motivering": "Er is geen grond."})

    assert client.post(BESLUIT, JA).status_code == 404
    assert (opdracht().akkoord, opdracht().geldig_tot) == (False, None)


def test_de_manager_leest_wat_de_privacy_officer_vond(ingelogd: Ingelogd) -> None:
    ingelogd("frank").post(BESLUIT, JA)

    blad = tekst(ingelogd("mirjam").get(LIJST))

    assert ("Goedgekeurd" in blad, JA["motivering"] in blad) == (True, True)


@pytest.mark.parametrize(
    ("wie", "naam"), [("mirjam", "Mirjam Hiemstra"), ("frank", "Frank Meijer")]
)
def test_wie_vroeg_en_wie_goedkeurde_trekken_in(wie: str, naam: str, ingelogd: Ingelogd) -> None:
    ingelogd("frank").post(BESLUIT, JA)

    blad = tekst(ingelogd(wie).post(INTREKKEN, follow=True))

    assert ("De opdracht is ingetrokken." in blad, "Intrekken" in blad) == (True, False)
    assert f"<dt>Ingetrokken door</dt><dd>{naam}, " in blad


def test_wie_niet_besloot_trekt_niet_in(ingelogd: Ingelogd) -> None:
    assert ingelogd("frank").post(INTREKKEN).status_code == 404


@pytest.mark.parametrize("wie", ["auke", "els", "amira", "joris"])
def test_voor_een_ander_is_de_bladzijde_er_niet(wie: str, ingelogd: Ingelogd) -> None:
    client = ingelogd(wie)

    assert client.get(LIJST).content == client.get("/bestaat-niet").content
    assert client.post(BESLUIT, JA).status_code == 404


def test_elke_stap_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    mirjam, frank = ingelogd("mirjam"), ingelogd("frank")
    mirjam.post("/dossierpakket/vragen", VRAAG)
    frank.post(BESLUIT, JA)
    mirjam.post(INTREKKEN)

    assert [
        len(in_het_journaal(daad))
        for daad in (
            "dossieropdracht.gevraagd",
            "dossieropdracht.goedgekeurd",
            "dossieropdracht.ingetrokken",
        )
    ] == [1, 1, 1]


def test_ook_een_nee_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("frank").post(BESLUIT, {"besluit": "nee", "motivering": "Er is geen grond."})

    assert len(in_het_journaal("dossieropdracht.afgewezen")) == 1


def test_een_besluit_dat_de_databank_weigert_staat_in_het_journaal(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise NietToegestaan("Dit kan niet.")

    client = ingelogd("frank")
    monkeypatch.setattr("vangnet.web.dossierpakket.views.dossier_besluiten", weiger)
    with opgeschreven() as gedaan:
        status = client.post(BESLUIT, JA).status_code

    assert (status, gedaan) == (404, ["dossieropdracht.geweigerd"])


@pytest.mark.parametrize(
    ("velden", "stand"),
    [
        ({}, Opdrachtstand.WACHT),
        ({"besluit_voor": NU}, Opdrachtstand.VERLOPEN),
        ({"akkoord": False}, Opdrachtstand.GEWEIGERD),
        ({"akkoord": True, "geldig_tot": NU + DAG}, Opdrachtstand.GOEDGEKEURD),
        ({"akkoord": True, "geldig_tot": NU}, Opdrachtstand.VERLOPEN),
        ({"ingetrokken_op": NU}, Opdrachtstand.INGETROKKEN),
        ({"akkoord": True, "geldig_tot": NU, "gebruikt_op": NU}, Opdrachtstand.GEBRUIKT),
    ],
)
def test_hoe_een_opdracht_ervoor_staat(velden: dict[str, Any], stand: Opdrachtstand) -> None:
    rij = Dossieropdracht(**({"besluit_voor": NU + DAG} | velden))

    assert opdrachtstand(rij, NU) is stand
