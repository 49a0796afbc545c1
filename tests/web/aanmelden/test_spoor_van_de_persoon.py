# SPDX-License-Identifier: EUPL-1.2
"""What is done with an aanmelding stands with the person it is about, by way of the koppeling.

Also once that was taken off, after an import, and for what was decided before it was kept
(docs/adr/0042).
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.web.aanmelden.test_besluit import BESLISSING, BIJ_ZAAK, OUDER, WACHT
from tests.web.aanmelden.test_over_wie import (
    AANMELDING,
    CASUS,
    MENS,
    achternaam,
    beslis,
    nu,
    ontvangen,
    over,
    wie,
)
from tests.web.aanmelden.test_zelfde_persoon import BEKEND as BEKENDE
from vangnet import aanmelding as kamer
from vangnet.aanmelding.antwoorden import antwoord_geven, antwoord_lezen
from vangnet.aanmelding.besluiten import (
    besluit_corrigeren,
    besluit_vastleggen,
    koppeling_verbreken,
)
from vangnet.aanmelding.models import Aanmelding, Koppeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.opdrachtregel.werker import vernietig_aanmeldingen
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, als
from vangnet.toezicht.selectors import acts_op_persoon

Ingelogd = Callable[[str], Client]
_VULLEN = Path(kamer.__file__).parent / "sql" / "persoon_vullen.sql"


def _spoor(persoon: UUID | None) -> set[tuple[UUID | None, str]]:
    """Who did what, as the house reads it of a person."""
    assert persoon is not None
    with als(Vrager(id_van("amira"))):
        acts = acts_op_persoon(persoon, wie=kijker(Recht.ZAKEN_INZIEN))
        return set(acts.values_list("gebruiker", "handeling"))


@pytest.mark.parametrize(
    "bladzijde", ["", "/bijlagen/", "/besluit", "/antwoord", "/corrigeren"], ids=str
)
@pytest.mark.parametrize("beslissing", [OUDER, BIJ_ZAAK], ids=["nieuw", "al in de zaak"])
def test_elke_blik_op_de_aanmelding_staat_bij_de_persoon(
    ingelogd: Ingelogd, bladzijde: str, beslissing: Any
) -> None:
    beslis(beslissing)

    ingelogd("joris").get(AANMELDING + bladzijde)

    assert (id_van("joris"), "aanmelding.ingezien") in _spoor(wie())


def test_ook_wat_met_antwoord_en_document_gebeurt_staat_bij_de_persoon(
    ingelogd: Ingelogd,
) -> None:
    beslis(BIJ_ZAAK)
    with als(Vrager(id_van("amira"))):
        antwoord_geven(WACHT, wijze="in_vangnet", toelichting="")
    with als(Vrager(id_van("piet"))):
        antwoord_lezen(WACHT)
    ingelogd("joris").get(f"{AANMELDING}/bijlagen/{id_van('bijlage')}")

    assert _spoor(MENS) >= {
        (id_van("amira"), "antwoord.gegeven"),
        (id_van("piet"), "antwoord.gelezen"),
        (id_van("joris"), "bijlage.ingezien"),
    }


def test_ook_een_lijst_en_wie_keek_voor_het_besluit_staan_bij_de_persoon(
    ingelogd: Ingelogd,
) -> None:
    ingelogd("joris").get("/aanmeldingen/")
    ingelogd("piet").get(AANMELDING)

    beslis(OUDER)

    assert _spoor(wie()) >= {
        (id_van("joris"), "aanmeldingen.ingezien"),
        (id_van("piet"), "aanmelding.ingezien"),
    }


def test_wie_besloot_staat_bij_wie_er_al_in_stond(db: None) -> None:
    beslis(BIJ_ZAAK)

    assert (id_van("amira"), "aanmelding.besloten") in _spoor(MENS)


def test_wie_een_andere_aanmelding_bekeek_staat_er_niet_bij(ingelogd: Ingelogd) -> None:
    beslis(BESLISSING)

    ingelogd("joris").get(AANMELDING)

    assert (id_van("joris"), "aanmelding.ingezien") in _spoor(wie())
    assert _spoor(MENS) == set()


def test_wie_keek_als_aanmelder_staat_bij_de_persoon(ingelogd: Ingelogd) -> None:
    beslis(BIJ_ZAAK)
    ingelogd("piet").get(AANMELDING)

    gezien = ingelogd("amira").get(f"/toezicht/persoon/{MENS}").content.decode()

    assert "Heeft een aanmelding bekeken" in gezien


@pytest.mark.parametrize("beslissing", [BESLISSING, OUDER, BIJ_ZAAK])
def test_wie_niet_al_bekend_was_is_niet_los_te_maken(ingelogd: Ingelogd, beslissing: Any) -> None:
    beslis(beslissing)
    was = wie()

    assert ingelogd("amira").post(f"{AANMELDING}/losmaken").status_code == 404
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        koppeling_verbreken(WACHT)
    assert wie() == was


def test_losgemaakt_gaat_elke_aanmelding_van_die_zaak_over_de_eigen_persoon(
    ingelogd: Ingelogd,
) -> None:
    beslis(BEKENDE)
    casus, ander = nu().casus_id, ontvangen(ingelogd, "Kanarie-achternaam")
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(ander, replace(BIJ_ZAAK, casus=casus))
    assert wie(ander) == MENS

    with als(Vrager(id_van("amira"))):
        koppeling_verbreken(WACHT)
    ingelogd("joris").get(f"/aanmeldingen/{ander}")

    eigen = wie()
    assert achternaam(eigen) == "Kanarie-wachtende"
    assert wie(ander) == eigen
    assert wie(id_van("aanmelding")) == MENS
    assert over("persoon.losgemaakt") == {
        ("aanmelding", WACHT),
        ("aanmelding", ander),
        ("casus", casus),
        ("persoon", MENS),
        ("persoon", eigen),
    }
    assert (id_van("joris"), "aanmelding.ingezien") in _spoor(eigen)
    assert (id_van("joris"), "aanmelding.ingezien") not in _spoor(MENS)


def test_gaat_een_aanmelding_bij_invoer_naar_een_andere_zaak_dan_staat_zij_bij_niemand(
    eigen_databank: str,
) -> None:
    beslis(BESLISSING)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "UPDATE aanmelding_aanmelding SET casus_id = %s WHERE id = %s", [CASUS, WACHT]
        )

    tekst = log_in(Client(), "joris").get(AANMELDING).content.decode()

    assert "Naar de persoon" not in tekst
    for persoon in (wie(), MENS):
        assert (id_van("joris"), "aanmelding.ingezien") not in _spoor(persoon)


_ZONDER_ZAAK = """
    UPDATE aanmelding_aanmelding SET casus_id = NULL, triage_besluit = 'advies',
           triage_op = casus.dag() - 30, aangemaakt_op = now() - interval '40 days' WHERE id = %s
"""


def test_neemt_een_invoer_de_zaak_weg_dan_zegt_het_verbeterde_besluit_opnieuw_wie_het_is(
    eigen_databank: str,
) -> None:
    beslis(BEKENDE)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_ZONDER_ZAAK, [WACHT])
    with als(Vrager(id_van("amira"))):
        besluit_corrigeren(WACHT, OUDER, waarom="Toch wel.")
        een = Koppeling.objects.get(aanmelding=WACHT)

    assert (achternaam(een.persoon_id), een.waarom) == ("Kanarie-wachtende", None)


def test_neemt_een_invoer_de_zaak_weg_dan_is_de_aanmelding_te_vernietigen(
    eigen_databank: str,
) -> None:
    beslis(BESLISSING)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_ZONDER_ZAAK, [WACHT])

    vernietig_aanmeldingen()

    with als(Vrager(id_van("amira"))):
        assert not Aanmelding.objects.filter(pk=WACHT).exists()


_ZOALS_ERVOOR = (
    "DELETE FROM aanmelding_koppeling WHERE waarom IS NULL",
    "UPDATE aanmelding_koppeling SET persoon_id = %s WHERE verbroken_op IS NOT NULL",
)


@pytest.mark.parametrize(
    ("beslissing", "daarna", "blijft"),
    [
        (BESLISSING, "", True),
        (BESLISSING, "verhuisd", False),
        (OUDER, "", True),
        (BEKENDE, "", True),
        (BEKENDE, "losgemaakt", True),
        (BIJ_ZAAK, "", False),
    ],
    ids=["nieuwe zaak", "nieuw en verhuisd", "erbij", "bekend", "losgemaakt", "al in de zaak"],
)
def test_van_voor_deze_versie_is_alleen_bekend_wat_zeker_is(
    eigen_databank: str, beslissing: Any, daarna: str, blijft: bool
) -> None:
    beslis(beslissing)
    if daarna == "losgemaakt":
        with als(Vrager(id_van("amira"))):
            koppeling_verbreken(WACHT)
    was = wie()

    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        if daarna == "verhuisd":
            beheer.execute(
                "UPDATE aanmelding_aanmelding SET casus_id = %s WHERE id = %s", [CASUS, WACHT]
            )
        beheer.execute(_ZOALS_ERVOOR[0])
        beheer.execute(_ZOALS_ERVOOR[1], [MENS])
        beheer.execute(_VULLEN.read_bytes())

    assert was is not None
    assert wie() == (was if blijft else None)
