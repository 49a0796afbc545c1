# SPDX-License-Identifier: EUPL-1.2
"""From procesregie to ondersteuning and back, with the days that the figures count."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.models import Inzet
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
CASUS = id_van("casus")
LICHT = {
    "regie_bij": "Wijkteam Oost",
    "vraag": "Denk mee.",
    "huis_doet": "Meedenken.",
    "volgende_blik": "over 4 weken",
}
Rij = tuple[str, date, date | None]


def _inzetten() -> list[Rij]:
    with als(Vrager(id_van("amira"))):
        rijen = Inzet.objects.filter(casus=CASUS).order_by("vanaf")
        return list(rijen.values_list("soort", "vanaf", "tot"))


def _wissel(naar: str, wie: str = "amira") -> None:
    with als(Vrager(id_van(wie))):
        inzet_wisselen(CASUS, naar=naar)


def test_de_nieuwe_inzet_begint_op_de_dag_na_de_vorige() -> None:
    _wissel("ondersteuning")

    assert _inzetten() == [
        ("procesregie", date(2022, 3, 1), vandaag() - timedelta(days=1)),
        ("ondersteuning", vandaag(), None),
    ]


def test_twee_inzetten_overlappen_elkaar_niet() -> None:
    _wissel("ondersteuning")

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert len(_inzetten()) == 2


def test_wie_dezelfde_dag_teruggaat_heeft_niets_gewisseld() -> None:
    eerst = _inzetten()
    _wissel("ondersteuning")

    _wissel("procesregie")

    assert _inzetten() == eerst


def test_heen_en_terug_op_een_latere_dag_staat_op_de_tijdlijn(
    ingelogd: Callable[[str], Client],
) -> None:
    _wissel("ondersteuning")
    _wissel("procesregie")

    regels = ingelogd("amira").get(f"/zaken/{CASUS}/tijdlijn").context["gebeurtenissen"]

    assert [(een.op, een.titel, een.tekst) for een in regels if " begonnen" in een.titel] == [
        (vandaag(), "Ondersteuning begonnen", "Dezelfde dag weer gewisseld."),
        (date(2022, 3, 1), "Procesregie begonnen", ""),
    ]


@pytest.mark.parametrize("naar", ["procesregie", "levensloop", ""])
def test_naar_dezelfde_inzet_of_een_die_niet_bestaat_gaat_niet(naar: str) -> None:
    with pytest.raises(NietToegestaan):
        _wissel(naar)

    assert len(_inzetten()) == 1


@pytest.mark.parametrize("wie", ["joris", "tineke", "bram", "mirjam", "els", "petra"])
def test_alleen_een_procesregisseur_wisselt(wie: str) -> None:
    with pytest.raises(NietToegestaan):
        _wissel("ondersteuning", wie)


def test_niemand_schrijft_een_inzet_rechtstreeks(ingelogd: Callable[[str], Client]) -> None:
    with als(Vrager(id_van("amira"))), connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('casus_inzet', 'INSERT, UPDATE, DELETE')")
        assert cursor.fetchone() == (False,)


def test_de_knop_wisselt_en_de_balk_zegt_het(ingelogd: Callable[[str], Client]) -> None:
    amira = ingelogd("amira")

    antwoord = amira.post(f"/zaken/{CASUS}/inzet", {"naar": "ondersteuning"} | LICHT, follow=True)

    assert "Naar procesregie" in antwoord.content.decode()
    assert antwoord.context["balk"]["chips"][0]["tekst"] == "Ondersteuning"


def test_naar_ondersteuning_vraagt_wat_nodig_is_en_houdt_de_tekst(
    ingelogd: Callable[[str], Client],
) -> None:
    zonder = {"naar": "ondersteuning"} | LICHT | {"volgende_blik": ""}

    antwoord = ingelogd("amira").post(f"/zaken/{CASUS}/inzet", zonder)

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["volgende_blik"]
    assert "Wijkteam Oost" in antwoord.content.decode()
    assert len(_inzetten()) == 1


def test_naar_procesregie_vraagt_alleen_een_ja(ingelogd: Callable[[str], Client]) -> None:
    amira = ingelogd("amira")
    amira.post(f"/zaken/{CASUS}/inzet", {"naar": "ondersteuning"} | LICHT)

    blad = amira.get(f"/zaken/{CASUS}/inzet").content.decode()
    antwoord = amira.post(f"/zaken/{CASUS}/inzet", {"naar": "procesregie"})

    assert "loopt de vorige door alsof er niets gewisseld is" in blad
    assert "regie_bij" not in blad
    assert antwoord.status_code == 302
    assert len(_inzetten()) == 1


def test_tweemaal_klikken_wisselt_niet_terug(ingelogd: Callable[[str], Client]) -> None:
    amira = ingelogd("amira")

    standen = [
        amira.post(f"/zaken/{CASUS}/inzet", {"naar": "ondersteuning"} | LICHT).status_code
        for _ in range(2)
    ]

    assert standen == [302, 302]
    assert [een[0] for een in _inzetten()] == ["procesregie", "ondersteuning"]


def test_een_procesondersteuner_ziet_de_knop_niet(ingelogd: Callable[[str], Client]) -> None:
    assert "Naar ondersteuning" not in ingelogd("joris").get(f"/zaken/{CASUS}").content.decode()


def test_een_wissel_staat_in_het_journaal() -> None:
    _wissel("ondersteuning")

    with als(Vrager(id_van("amira"))):
        rij = Handeling.objects.get(handeling="inzet.gewisseld")
    assert (rij.casus, rij.velden) == (CASUS, ["soort", "vanaf", "tot"])
