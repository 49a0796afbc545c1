# SPDX-License-Identifier: EUPL-1.2
"""Looking somebody up by BSN: whom one sees, as by name, and the number stays nowhere.

The numbers are of the range that is never given to anybody; the last of them is known to no one.
"""

import json
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, kloon, verbonden_met
from vangnet.aanmelding.models import Concept
from vangnet.casus.bekenden import Gezocht
from vangnet.casus.zoeken import Zoekvraag, lees
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.personen.bsn import sluit_bsn
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.getypt import velden_van
from vangnet.web.zaken.betrokkenen import nieuw

BSN, ONBEKEND, FOUT = "999900006", "999900018", "999900007"
VAK, ZOEKEN = "/zaken/zoeken/vak", "/zaken/zoeken"
BEKEND, AANMELDEN = "/aanmeldingen/bekend", "/aanmeldingen/nieuw"
ERBIJ = f"/zaken/{id_van('casus')}/personen/nieuw"
NAAM = "Kanarie-voornaam Kanarie-achternaam"
GEEN_BSN = "Dit is geen BSN: er staat een cijfer verkeerd. Kijk het nog eens na."
GEEN_NEGEN = "Typ het BSN met negen cijfers, ook een nul vooraan."


@pytest.fixture(scope="module")
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A house that knows the BSN of who is in the casus of the cast."""
    with kloon() as naam, django_db_blocker.unblock(), verbonden_met(naam):
        gesloten = sluit_bsn(BSN)
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(
                "UPDATE personen_persoon SET bsn_index = %s, bsn_versleuteld = %s WHERE id = %s",
                (gesloten.zoek, gesloten.versleuteld, id_van("betrokkene")),
            )
        yield naam


def _als(naam: str) -> Client:
    return log_in(Client(), naam)


def _post(wie: str, adres: str, **velden: str) -> str:
    return _als(wie).post(adres, velden).content.decode()


def _laatste(handeling: str) -> tuple[dict[str, int], set[UUID]]:
    with als(Vrager(id_van("frank"))):
        act = Handeling.objects.filter(handeling=handeling).latest("moment")
        return act.aantallen, set(act.onderwerpen.values_list("onderwerp", flat=True))


@pytest.mark.parametrize("getypt", [BSN, "9999 00 006", "999.900.006", " 999-900-006 "])
def test_een_bsn_vindt_wie_het_heeft_hoe_je_het_ook_typt(bank: str, getypt: str) -> None:
    assert NAAM in _post("amira", ZOEKEN, zoek=getypt)
    assert NAAM in _post("amira", VAK, zoek=getypt)
    assert NAAM in _post("amira", BEKEND, bsn=getypt)


def test_een_bsn_van_wie_je_niet_ziet_antwoordt_als_een_onbekend_bsn(bank: str) -> None:
    for adres, veld in ((VAK, "zoek"), (BEKEND, "bsn")):
        bestaat, onbekend = (_post("chantal", adres, **{veld: een}) for een in (BSN, ONBEKEND))
        assert bestaat == onbekend
        assert "Kanarie" not in bestaat


def test_met_een_bsn_staat_die_persoon_bovenaan_hoe_hij_ook_heet(bank: str) -> None:
    tekst = _post("amira", BEKEND, achternaam="Niemendal", bsn=BSN)

    assert NAAM in tekst
    assert NAAM not in _post("amira", BEKEND, achternaam="Niemendal", bsn=ONBEKEND)


def test_een_verkeerd_cijfer_wordt_gezegd_bij_het_veld(bank: str) -> None:
    amira = _als("amira")
    blad = amira.post(ZOEKEN, {"zoek": FOUT})

    assert blad.status_code == 422
    assert GEEN_BSN in blad.content.decode()
    assert GEEN_BSN in _post("amira", VAK, zoek=FOUT)
    assert GEEN_BSN in _post("amira", BEKEND, bsn=FOUT)
    zonder_script = _post("amira", AANMELDEN, bekend="ja", bsn=FOUT)
    assert GEEN_BSN in zonder_script.split('id="id_bsn_error"')[1][:500]
    assert GEEN_NEGEN in _post("amira", BEKEND, bsn="99990000")


def test_negen_cijfers_van_een_kenmerk_vinden_de_zaak(bank: str) -> None:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        beheer.execute(
            "UPDATE casus_casus SET kenmerk = %s WHERE id = %s", ("Z-999900007", id_van("casus"))
        )
    antwoord = _als("amira").post(ZOEKEN, {"zoek": FOUT})
    with cluster().verbind(BEHEERDER, bank) as beheer:
        beheer.execute(
            "UPDATE casus_casus SET kenmerk = %s WHERE id = %s", ("ZVH-2022-0001", id_van("casus"))
        )

    assert antwoord.status_code == 200
    assert "Z-999900007" in antwoord.content.decode()


def test_het_journaal_zegt_wie_je_zag_en_niet_welk_bsn(bank: str) -> None:
    wie = {id_van("betrokkene"), id_van("casus")}
    _post("amira", ZOEKEN, zoek=BSN)
    _post("amira", BEKEND, bsn=BSN)

    assert _laatste("zaken.gezocht") == ({"gevonden": 1}, wie)
    assert _laatste("personen.vergeleken") == ({"gevonden": 1}, wie)
    _post("amira", ZOEKEN, zoek=FOUT)
    assert _laatste("zaken.gezocht") == ({"gevonden": 0}, set())
    with cluster().verbind(BEHEERDER, bank) as beheer:
        alles = beheer.execute(
            "SELECT count(*) FROM journaal_handeling j WHERE j::text ~ %s", (BSN,)
        )
        assert alles.fetchone() == (0,)


def test_een_concept_van_een_aanmelding_houdt_geen_bsn(bank: str) -> None:
    eenmalig = "6f1c1f0e-52d5-4ed5-9d0b-0e6f6f3f7a11"
    _post("amira", "/aanmeldingen/concept", achternaam="Niemendal", bsn=BSN, eenmalig=eenmalig)

    with als(Vrager(id_van("amira"))):
        inhoud = Concept.objects.get(inhoud__achternaam="Niemendal").inhoud
    assert BSN not in json.dumps(inhoud)


def test_wie_erbij_komt_wordt_ook_op_bsn_vergeleken(bank: str) -> None:
    tekst = _post("amira", ERBIJ, achternaam="Niemendal", bsn=BSN)

    assert "Bedoel je een van deze mensen?" in tekst
    assert NAAM in tekst
    assert GEEN_BSN in _post("amira", ERBIJ, achternaam="Niemendal", bsn=FOUT)


def test_wat_van_een_formulier_wordt_bewaard_heeft_geen_bsn() -> None:
    verzoek: HttpRequest = RequestFactory().post(ERBIJ, {"achternaam": "Zwaluw", "bsn": BSN})

    bewaard = velden_van(verzoek, nieuw)

    assert bewaard["achternaam"] == "Zwaluw"
    assert BSN not in json.dumps(bewaard)


def test_een_bsn_staat_in_geen_foutmelding_van_de_code() -> None:
    assert BSN not in f"{Gezocht('Zwaluw', bsn=BSN)!r} {Zoekvraag((), bsn=BSN)!r}"


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        (BSN, Zoekvraag((), bsn=BSN)),
        ("9999 00 006", Zoekvraag((), bsn=BSN)),
        (FOUT, Zoekvraag((), geen_bsn=True)),
        ("000000000", Zoekvraag((), geen_bsn=True)),
        ("12.03.1998", Zoekvraag((), date(1998, 3, 12))),
        ("9999000060", Zoekvraag(())),
        ("99990000", Zoekvraag(())),
    ],
)
def test_alleen_negen_cijfers_zijn_een_bsn(getypt: str, gelezen: Zoekvraag) -> None:
    assert lees(getypt, vandaag=date(2026, 11, 28)) == gelezen
