# SPDX-License-Identifier: EUPL-1.2
"""A partner's own aanmelding tells nothing of a casus before the answer, nor of the other side.

They can take part in the casus that she was joined to, on another side than the one whom she is
about (toegang.md section 4).
"""

from collections.abc import Callable

import psycopg
import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.web.zaken.test_rollen_per_kant import doet_mee
from vangnet.kern.databank.cluster import BEHEERDER

Ingelogd = Callable[[str], Client]
AANMELDING = f"/aanmeldingen/{id_van('aanmelding')}"
KENMERK = "ZVH-2022-0001"
_ERBIJ = (
    "UPDATE aanmelding_aanmelding SET casus_id = %s, triage_besluit = 'procesregie', "
    "triage_op = ontvangen_op WHERE id = %s"
)


def test_een_partner_leest_in_de_lijst_geen_dag_van_de_eigen_aanmelding(ingelogd: Ingelogd) -> None:
    doet_mee("bram", "ggz", None)
    lijst, van_amira = (ingelogd(wie).get("/zaken/").content.decode() for wie in ("bram", "amira"))

    assert KENMERK in lijst
    assert "Aangemeld" not in lijst
    assert "1 mrt 2022" not in lijst
    assert "1 mrt 2022" in van_amira


def test_een_jaar_in_het_adres_zegt_een_partner_niets(ingelogd: Ingelogd) -> None:
    doet_mee("bram", "ggz", None)
    bram = ingelogd("bram")

    ervoor, toen = (bram.get(f"/zaken/?jaar={jaar}") for jaar in (2021, 2022))

    assert (ervoor.status_code, toen.status_code) == (422, 422)
    assert KENMERK in ervoor.content.decode()
    assert KENMERK in toen.content.decode()


@pytest.mark.parametrize(("zijde", "anders", "staat_er"), [(None, None, True), (1, 2, False)])
def test_de_weg_naar_de_zaak_staat_er_niet_als_er_kanten_zijn(
    zijde: int | None, anders: int | None, staat_er: bool, ingelogd: Ingelogd
) -> None:
    doet_mee("bram", "ggz", zijde)
    doet_mee("piet", "politie", anders)

    assert (KENMERK in ingelogd("bram").get(AANMELDING).content.decode()) is staat_er
    assert KENMERK in ingelogd("amira").get(AANMELDING).content.decode()


@pytest.mark.parametrize(
    ("beantwoord", "zijde", "anders", "waarschuwt"),
    [(True, None, None, True), (False, None, None, False), (True, 1, 2, False)],
)
def test_de_balk_waarschuwt_een_partner_pas_als_die_weet_waar_de_aanmelding_bij_hoort(
    beantwoord: bool, zijde: int | None, anders: int | None, waarschuwt: bool, eigen_databank: str
) -> None:
    doet_mee("bram", "ggz", zijde)
    doet_mee("piet", "politie", anders)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE aanmelding_aanmelding SET risico_soort = '{brand}'")
        if not beantwoord:
            _zonder_antwoord(beheer)

    def balk(wie: str) -> str:
        return log_in(Client(), wie).get(f"/zaken/{id_van('casus')}").content.decode()

    assert ("Veiligheid: Brand (aanmelding van 1 mrt 2022)" in balk("bram")) is waarschuwt
    assert "Veiligheid: Brand" in balk("amira")


@pytest.mark.parametrize(
    ("beantwoord", "zijde", "anders", "staat_er"),
    [(True, None, None, True), (False, None, None, False), (True, 1, 2, False)],
)
def test_wat_bij_de_aanmelding_hoort_staat_in_de_zaak_als_een_partner_weet_dat_zij_daarbij_hoort(
    beantwoord: bool, zijde: int | None, anders: int | None, staat_er: bool, eigen_databank: str
) -> None:
    doet_mee("piet", "politie", zijde)
    doet_mee("bram", "ggz", anders)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_ERBIJ, [id_van("casus"), id_van("aanmelding-wacht")])
        if not beantwoord:
            _zonder_antwoord(beheer)

    def staan_er(wie: str) -> int:
        adres = f"/zaken/{id_van('casus')}/documenten/"
        return len(log_in(Client(), wie).get(adres).context["bij_aanmelding"])

    assert (staan_er("piet"), staan_er("amira")) == (int(staat_er), 1)


def _zonder_antwoord(beheer: psycopg.Connection) -> None:
    """Decided on here, and the aanmelder doesn't know it yet."""
    beheer.execute("DELETE FROM aanmelding_antwoord")
    beheer.execute("UPDATE aanmelding_aanmelding SET aangemaakt_op = '2022-03-01 12:00'")


def test_mijn_inzages_noemt_een_partner_bij_een_aanmelding_geen_zaak(ingelogd: Ingelogd) -> None:
    doet_mee("bram", "ggz", None)
    bram, amira = ingelogd("bram"), ingelogd("amira")
    for een in (bram, amira):
        een.get(AANMELDING)

    assert "Heeft een aanmelding bekeken" in bram.get("/toezicht/mijn").content.decode()
    assert KENMERK not in _regels(bram)
    assert KENMERK in _regels(amira)


def _regels(client: Client) -> str:
    """The rows about an aanmelding, of what somebody did."""
    regels = client.get("/toezicht/mijn").context["spoor"].regels
    return " ".join(een.kenmerk for een in regels if een.bij_aanmelding)
