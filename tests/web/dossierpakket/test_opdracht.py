# SPDX-License-Identifier: EUPL-1.2
"""A manager asks for a package with the dossier, the FG decides, and either takes it back."""

import re
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
from vangnet.uitwisseling.dossieropdrachten import dossier_besluiten
from vangnet.uitwisseling.models import Dossieropdracht
from vangnet.uitwisseling.regels import Opdrachtstand, opdrachtstand
from vangnet.web.dossierpakket.woorden import opdrachtrij

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

    te_laat = client.post(BESLUIT, JA)

    assert (te_laat.status_code, "Frank Meijer besloot op " in tekst(te_laat)) == (409, True)
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


@pytest.mark.parametrize("moment", ["de bladzijde", "het versturen"])
def test_trekt_de_manager_intussen_in_dan_leest_de_privacy_officer_dat_met_de_eigen_tekst(
    moment: str, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    frank, mirjam = ingelogd("frank"), ingelogd("mirjam")
    if moment == "de bladzijde":
        mirjam.post(INTREKKEN)
    else:

        def net_te_laat(*wat: Any, **anders: Any) -> None:
            mirjam.post(INTREKKEN)
            dossier_besluiten(*wat, **anders)

        monkeypatch.setattr("vangnet.web.dossierpakket.views.dossier_besluiten", net_te_laat)
    antwoord = frank.post(BESLUIT, JA)

    assert antwoord.status_code == 409
    blad = tekst(antwoord)
    assert re.search(r"Mirjam Hiemstra trok de vraag in op \d+ \w+ \d{4} om \d\d:\d\d uur\.", blad)
    assert "Ja, één keer, binnen zeven dagen" in blad
    assert JA["motivering"] in blad
    assert opdracht().akkoord is None
    assert len(in_het_journaal("dossieropdracht.geweigerd")) == 1


def test_wie_zelf_vroeg_of_nooit_besluit_leest_niets_over_een_ingetrokken_vraag(
    ingelogd: Ingelogd,
) -> None:
    mirjam = ingelogd("mirjam")
    mirjam.post(INTREKKEN)

    assert mirjam.post(BESLUIT, JA).status_code == 404
    assert ingelogd("auke").get(BESLUIT).status_code == 404


@pytest.mark.parametrize(
    ("velden", "besluit", "zin"),
    [
        ({}, True, ""),
        (
            {"besluit_voor": NU},
            True,
            "De tijd om te besluiten was voorbij op 29 nov 2026 om 13:00 uur.",
        ),
        ({"besluit_voor": NU}, False, ""),
        ({"besluit_voor": NU, "gevraagd_door_id": id_van("frank")}, True, ""),
    ],
)
def test_waarom_een_besluit_te_laat_komt(velden: dict[str, Any], besluit: bool, zin: str) -> None:
    van_mirjam = {"besluit_voor": NU + DAG, "gevraagd_door_id": id_van("mirjam")}
    rij = opdrachtrij(
        Dossieropdracht(**(van_mirjam | velden)), NU, wie=id_van("frank"), besluit=besluit
    )

    assert rij.te_laat == zin


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
