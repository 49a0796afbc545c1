# SPDX-License-Identifier: EUPL-1.2
"""Mijn werk: what waits for whom, until when, and what is new to somebody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.afsluiting.bank import CASUS, sluiting, vraag, wie
from tests.bezetting import id_van
from vangnet.afsluiting.regels import Antwoord
from vangnet.afsluiting.services import (
    overdracht_beantwoorden,
    overdracht_vragen,
    sluiten_controleren,
    sluiten_voorstellen,
)
from vangnet.afsluiting.telling import telling_van
from vangnet.afsluiting.werkblik import werkblik
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.services import Inhoud, bijdrage_toevoegen
from vangnet.delen.regels import Publiek
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager

NU = datetime(2100, 1, 1, tzinfo=UTC)


def _ziet(
    naam: str, *, dag: date | None = None, sinds: datetime = NU
) -> list[tuple[str, str, str, int]]:
    """Kind, kenmerk, words and number, but of questions (tests/web), the contact of the cast, and
    what waits for nobody in particular.

    `sinds` a moment to come leaves out what is new.
    """
    with wie(naam):
        regels = werkblik(kijker_van(Vrager(id_van(naam))), dag=dag or vandaag(), sinds=sinds)
    return [
        (str(een.soort), een.kenmerk, een.wat, een.aantal)
        for een in regels
        if not een.soort.startswith(
            ("vraag", "navraag", "heropenvraag", "onderweg", "triage", "te_verslaan")
        )
    ]


def _amira_op_de_zaak() -> None:
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("amira"))
        if rol.antwoord is None:
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)


@pytest.mark.parametrize(
    ("naam", "plekken"), [("amira", ["Kanarie-plek"]), ("joris", []), ("tineke", []), ("bram", [])]
)
def test_een_open_afspraak_onderweg_staat_bij_wie_van_het_huis_haar_heeft(
    naam: str, plekken: list[str], bank: str
) -> None:
    with wie(naam):
        regels = werkblik(kijker_van(Vrager(id_van(naam))), dag=vandaag())

    assert [een.wat for een in regels if een.soort == "onderweg"] == plekken


def test_een_voorstel_om_te_sluiten_wacht_bij_een_andere_regisseur(klaar: str) -> None:
    with wie("amira"):
        sluiten_voorstellen(CASUS, sluiting())

    assert _ziet("oda") == [("controle", "ZVH-2022-0001", "", 1)]
    for naam in ("amira", "joris", "tineke", "bram"):
        assert _ziet(naam) == []


def test_een_teruggegeven_voorstel_staat_bij_wie_het_schreef_tot_er_een_nieuw_is(
    klaar: str,
) -> None:
    with wie("amira"):
        voorstel = sluiten_voorstellen(CASUS, sluiting())
    with wie("oda"):
        sluiten_controleren(voorstel, akkoord=False, reden="De ontvanger is nog niet gebeld.")

    assert _ziet("amira") == [("teruggegeven", "ZVH-2022-0001", "", 1)]
    assert _ziet("oda") == []


def test_een_overdracht_staat_bij_de_ontvanger_en_het_antwoord_bij_wie_vroeg(
    bram_doet_mee: None,
) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(id_van("bram")), door=id_van("amira"))
    assert _ziet("bram") == [("overdracht", "ZVH-2022-0001", "", 1)]
    assert _ziet("amira") == _ziet("piet") == _ziet("joris") == []

    with wie("bram"):
        overdracht_beantwoorden(overdracht, Antwoord.GEWEIGERD, reden="Er is een wachtlijst.")

    veertien, vijftien = vandaag() + timedelta(days=14), vandaag() + timedelta(days=15)
    assert _ziet("amira", dag=veertien) == [("beantwoord", "ZVH-2022-0001", "geweigerd", 1)]
    assert _ziet("amira", dag=vijftien) == []
    assert _ziet("bram") == _ziet("joris") == []


def test_een_weigering_staat_er_niet_meer_als_een_ander_is_gevraagd(bram_doet_mee: None) -> None:
    with wie("amira"):
        eerste = overdracht_vragen(CASUS, vraag(id_van("bram")), door=id_van("amira"))
    with wie("bram"):
        overdracht_beantwoorden(eerste, Antwoord.GEWEIGERD, reden="Er is een wachtlijst.")
    with wie("amira"):
        tweede = overdracht_vragen(CASUS, vraag(id_van("bram")), door=id_van("amira"))
    assert _ziet("amira") == []

    with wie("bram"):
        overdracht_beantwoorden(tweede, Antwoord.AANVAARD)

    assert _ziet("amira") == [("beantwoord", "ZVH-2022-0001", "aanvaard", 1)]


def test_het_gesprek_van_een_warme_overdracht_staat_bij_beide(bram_doet_mee: None) -> None:
    morgen = vandaag() + timedelta(days=1)
    gevraagd = replace(vraag(id_van("bram")), gesprek_op=morgen)
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, gevraagd, door=id_van("amira"))
    with wie("bram"):
        overdracht_beantwoorden(overdracht, Antwoord.AANVAARD)

    gesprek = ("gesprek", "ZVH-2022-0001", "GGZ Noorderlicht", 1)
    assert _ziet("bram", dag=morgen) == [gesprek]
    assert gesprek in _ziet("amira", dag=morgen)
    assert gesprek not in _ziet("amira", dag=morgen + timedelta(days=1))
    assert _ziet("joris", dag=morgen) == _ziet("chantal", dag=morgen) == []


@pytest.mark.parametrize(
    ("antwoord", "na", "sinds", "geteld"),
    [
        (Antwoord.AANVAARD, 0, -1, 0),
        (Antwoord.AANVAARD, 1, 0, 1),
        (Antwoord.AANVAARD, 3, 0, 1),
        (Antwoord.AANVAARD, 2, 1, 0),
        (Antwoord.AANVAARD, 2, None, 1),
        (Antwoord.GEWEIGERD, 2, 1, 1),
    ],
)
def test_een_aanvaarde_overdracht_telt_alleen_de_eerste_ochtend_daarna(
    antwoord: Antwoord, na: int, sinds: int | None, geteld: int, bram_doet_mee: None
) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(id_van("bram")), door=id_van("amira"))
    with wie("bram"):
        overdracht_beantwoorden(overdracht, antwoord, reden="Er is een wachtlijst.")

    with wie("amira"):
        telling = telling_van(
            kijker_van(Vrager(id_van("amira"))),
            dag=vandaag() + timedelta(days=na),
            sinds=None if sinds is None else vandaag() + timedelta(days=sinds),
        )
    assert telling["beantwoord"] == geteld


def test_een_laat_antwoord_op_een_opschaling_staat_bij_wie_op_de_zaak_staat(bank: str) -> None:
    dag = date(2022, 4, 19)
    assert _ziet("amira", dag=dag) == []
    _amira_op_de_zaak()

    assert _ziet("amira", dag=dag) == [("opschaling", "ZVH-2022-0001", "", 1)]
    assert _ziet("amira", dag=date(2022, 4, 18)) == []
    assert _ziet("oda", dag=dag) == []


def test_een_overleg_staat_bij_wie_is_gevraagd_tot_en_met_de_dag(bram_doet_mee: None) -> None:
    assert _ziet("bram", dag=date(2022, 3, 1)) == [("overleg", "", "", 1)]
    assert _ziet("bram", dag=date(2022, 3, 2)) == []
    assert _ziet("chantal", dag=date(2022, 3, 1)) == []


def test_nieuw_is_wat_een_ander_deed_in_mijn_zaken_en_wat_ik_mag_zien(
    bram_doet_mee: None,
) -> None:
    _amira_op_de_zaak()
    sinds = datetime.now(UTC) - timedelta(seconds=1)
    with wie("joris"):
        for publiek in (Publiek.IEDEREEN, Publiek.ALLEEN_HUIS):
            bijdrage_toevoegen(
                Casus.objects.get(pk=CASUS),
                Inhoud(
                    soort="notitie",
                    tekst="Hij belde.",
                    categorie="woonsituatie",
                    doel="afstemming",
                    publiek=publiek,
                ),
                auteur=id_van("joris"),
                bron=None,
            )

    assert ("bijdragen", "ZVH-2022-0001", "", 2) in _ziet("amira", sinds=sinds)
    assert [een for een in _ziet("bram", sinds=sinds) if een[0] == "bijdragen"] == [
        ("bijdragen", "ZVH-2022-0001", "", 1)
    ]
    for naam in ("joris", "oda"):
        assert [een for een in _ziet(naam, sinds=sinds) if een[0] == "bijdragen"] == []
