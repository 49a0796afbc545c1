# SPDX-License-Identifier: EUPL-1.2
"""Closing a casus: who decides, who checks, what has to be done first, and what it leaves."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from tests.afsluiting.bank import CASUS, DOEN, maak_klaar, sluiting, vraag, wie
from tests.bezetting import id_van
from vangnet.aanmelding.besluiten import Stem
from vangnet.afsluiting.models import Afsluiting, Besluit, Nazorg
from vangnet.afsluiting.regels import Antwoord
from vangnet.afsluiting.services import (
    overdracht_beantwoorden,
    overdracht_vragen,
    sluiten_controleren,
    sluiten_voorstellen,
)
from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.models import Casus, Inzet
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.doelen import doel_beoordelen
from vangnet.plan.models import Afspraak, Plan
from vangnet.plan.services import plan_ondertekenen
from vangnet.toegang.inzagen import inzage_openen
from vangnet.toegang.regels import Inzagereden


def _stel_voor(naam: str = "amira", **anders: object) -> UUID:
    with wie(naam):
        return sluiten_voorstellen(CASUS, sluiting(**anders))


def _controleer(besluit: UUID, naam: str = "oda", *, akkoord: bool = True, reden: str = "") -> None:
    with wie(naam):
        sluiten_controleren(besluit, akkoord=akkoord, reden=reden)


def _geeft_overdracht(antwoord: Antwoord | None) -> UUID:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(), door=id_van("amira"))
        if antwoord:
            overdracht_beantwoorden(overdracht, antwoord, reden="Er is een wachtlijst.")
    return overdracht


def test_na_akkoord_van_de_tweede_is_de_zaak_dicht_voor_wie_erin_werkte(klaar: str) -> None:
    _controleer(_stel_voor())

    for naam in ("amira", "oda", "joris"):
        with wie(naam):
            assert not Casus.objects.filter(pk=CASUS).exists()


def test_wie_voorstelt_kan_niet_zelf_akkoord_geven(klaar: str) -> None:
    besluit = _stel_voor()

    with pytest.raises(NietToegestaan):
        _controleer(besluit, "amira")

    with wie("amira"):
        assert not Casus.objects.get(pk=CASUS).gesloten


def test_een_tweede_account_van_dezelfde_mens_telt_niet_als_tweede(klaar: str) -> None:
    with pytest.raises(NietToegestaan):
        _controleer(_stel_voor(), "koos")


@pytest.mark.parametrize("naam", ["joris", "tineke", "bram", "mirjam", "els", "petra"])
def test_alleen_een_procesregisseur_stelt_voor_en_kijkt_na(naam: str, klaar: str) -> None:
    with pytest.raises(NietToegestaan):
        _stel_voor(naam)
    besluit = _stel_voor()

    with pytest.raises(NietToegestaan):
        _controleer(besluit, naam)


@pytest.mark.parametrize(
    "stemmen",
    [
        [],
        [Stem("Iemand van de ggz", id_van("ggz"), akkoord=True)],
        [Stem("Tegenstemmer", id_van("politie"), akkoord=False)],
        [Stem(" ", id_van("politie"), akkoord=True)],
    ],
    ids=["niemand", "geen publieke deelnemer", "niet eens", "zonder naam"],
)
def test_een_genoemde_beslisser_van_een_publieke_deelnemer_is_het_eens(
    stemmen: list[Stem], klaar: str
) -> None:
    with pytest.raises(NietToegestaan):
        _stel_voor(stemmen=stemmen)


@pytest.mark.parametrize(
    "anders",
    [
        {"motivering": " "},
        {"wijze": "per ongeluk"},
        {"genomen_op": date(2021, 12, 31)},
        {"afsluitreden": "zomaar"},
        {"resultaat": None},
        {"geinformeerd": False},
        {"geinformeerd": None},
    ],
    ids=lambda anders: next(iter(anders)),
)
def test_een_voorstel_is_compleet(anders: dict[str, Any], klaar: str) -> None:
    with pytest.raises(NietToegestaan):
        _stel_voor(**anders)


def test_een_voorstel_is_niet_van_morgen(klaar: str) -> None:
    with pytest.raises(NietToegestaan):
        _stel_voor(genomen_op=vandaag() + timedelta(days=1))


@pytest.mark.parametrize("wat", ["afspraak", "doel", "opschaling", "verslag"])
def test_wat_nog_loopt_houdt_het_sluiten_tegen(wat: str, bank: str) -> None:
    """An open afspraak, a goal without a result, a running opschaling, a verslag being written."""
    maak_klaar(behalve=wat)
    with pytest.raises(NietToegestaan):
        _stel_voor()

    with wie("amira"):
        DOEN[wat]()
    _stel_voor()


def test_een_ondersteuning_vraagt_geen_resultaat_van_haar_doelen(bank: str) -> None:
    maak_klaar(behalve="doel")
    with wie("amira"):
        inzet_wisselen(CASUS, naar="ondersteuning")

    _controleer(_stel_voor(resultaat=None))

    with wie("amira"):
        assert not Casus.objects.filter(pk=CASUS).exists()


def test_een_doel_van_na_het_voorstel_houdt_het_sluiten_ook_tegen(klaar: str) -> None:
    besluit = _stel_voor()
    with wie("amira"):
        doel_beoordelen(id_van("doel"), resultaat=None)

    with pytest.raises(NietToegestaan):
        _controleer(besluit)


def test_een_afspraak_van_na_het_voorstel_houdt_het_sluiten_ook_tegen(klaar: str) -> None:
    besluit = _stel_voor()
    with wie("amira"):
        Afspraak.objects.create(
            kenmerk="af-nieuw",
            casus_id=CASUS,
            organisatie_id=id_van("ggz"),
            domein="zorg",
            vastgesteld_op=vandaag(),
            uiterlijk_op=vandaag(),
        )

    with pytest.raises(NietToegestaan):
        _controleer(besluit)


@pytest.mark.parametrize("antwoord", [None, Antwoord.GEWEIGERD, Antwoord.INGETROKKEN])
def test_alleen_een_aanvaarde_overdracht_gaat_verder(antwoord: Antwoord | None, klaar: str) -> None:
    overdracht = _geeft_overdracht(antwoord)

    with pytest.raises(NietToegestaan):
        _stel_voor(overdracht=overdracht)


def test_een_overdracht_zonder_antwoord_houdt_het_sluiten_tegen(klaar: str) -> None:
    _geeft_overdracht(None)

    with pytest.raises(NietToegestaan):
        _stel_voor()


def test_een_getekend_plan_sluit_eerder_alleen_met_een_reden(klaar: str) -> None:
    with wie("amira"):
        plan_ondertekenen(Plan.objects.get(casus=CASUS).pk, op=vandaag())

    with pytest.raises(NietToegestaan):
        _stel_voor()

    assert _stel_voor(volgen_gestopt="Hij is verhuisd naar het buitenland.")


def test_er_ligt_hooguit_een_voorstel(klaar: str) -> None:
    _stel_voor()

    with pytest.raises(NietToegestaan):
        _stel_voor("oda")


def test_een_teruggegeven_voorstel_zegt_waarom_en_maakt_plaats(klaar: str) -> None:
    eerste = _stel_voor()
    with pytest.raises(NietToegestaan):
        _controleer(eerste, akkoord=False)

    _controleer(eerste, akkoord=False, reden="De overdracht is niet geregeld.")

    assert _stel_voor()
    with wie("amira"):
        assert Besluit.objects.get(pk=eerste).akkoord is False
    with wie("frank"):
        gedaan = Handeling.objects.filter(object=eerste)
        assert gedaan.filter(handeling="afsluiting.teruggegeven").count() == 1


def test_wie_voorstelde_neemt_het_zelf_terug(klaar: str) -> None:
    _controleer(_stel_voor(), "amira", akkoord=False, reden="Te vroeg.")

    assert _stel_voor()


def test_de_sluiting_is_wat_de_cijfers_tellen_en_beeindigt_de_inzet(klaar: str) -> None:
    overdracht = _geeft_overdracht(Antwoord.AANVAARD)
    _controleer(_stel_voor(overdracht=overdracht, afsluitreden="overgedragen_lokaal"))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with wie("auke"):
        inzage_openen(
            "ZVH-2022-0001", reden=Inzagereden.AUDIT, toelichting="Het afgesproken onderzoek."
        )
        dicht = Afsluiting.objects.get(casus=CASUS)
        assert Inzet.objects.get(casus=CASUS).tot == vandaag()
    assert (dicht.afgesloten_op, dicht.heropend_op) == (vandaag(), None)
    assert (dicht.afsluitreden, dicht.resultaat, dicht.overdracht) == (
        "overgedragen_lokaal",
        "doel_gerealiseerd",
        "ggz",
    )


def test_na_het_sluiten_wacht_de_vraag_van_zes_weken_later(klaar: str) -> None:
    overdracht = _geeft_overdracht(Antwoord.AANVAARD)
    _controleer(_stel_voor(overdracht=overdracht))

    with wie("oda"):
        vraag_ = Nazorg.objects.get(casus=CASUS)
    assert (vraag_.kenmerk, vraag_.functie) == ("ZVH-2022-0001", "casemanager")
    assert vraag_.uiterlijk_op == vandaag() + timedelta(days=42)


def test_voorstellen_en_sluiten_staan_in_het_journaal(klaar: str) -> None:
    besluit = _stel_voor()
    _controleer(besluit)

    with wie("frank"):
        gedaan = Handeling.objects.filter(object=besluit).order_by("moment")
        assert [een.handeling for een in gedaan] == [
            "afsluiting.voorgesteld",
            "casus.afgesloten",
        ]


def test_niemand_schrijft_een_besluit_of_sluiting_rechtstreeks(bank: str) -> None:
    for tabel in ("besluit", "besluitstem", "overdracht", "nazorg", "afsluiting"):
        recht = f"has_table_privilege('afsluiting_{tabel}', 'INSERT, UPDATE, DELETE')"
        with wie("amira"), connection.cursor() as cursor:
            cursor.execute(f"SELECT {recht}")
            assert cursor.fetchone() == (False,)
        with wie("amira"), connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM information_schema.column_privileges "
                "WHERE table_name = %s AND privilege_type <> 'SELECT' "
                "AND grantee = current_user",
                [f"afsluiting_{tabel}"],
            )
            assert cursor.fetchone() == (0,)


def test_een_zaak_in_ondersteuning_sluit_zonder_resultaat(klaar: str) -> None:
    with wie("amira"):
        inzet_wisselen(CASUS, naar="ondersteuning")
    with pytest.raises(NietToegestaan):
        _stel_voor()

    _controleer(_stel_voor(resultaat=None))

    with wie("amira"):
        assert not Inzet.objects.filter(casus=CASUS).exists()
