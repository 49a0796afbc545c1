# SPDX-License-Identifier: EUPL-1.2
"""Nothing in the database has a right that the referee doesn't know, and the other way round."""

import re

import pytest

from tests.toegang import catalogus
from tests.toegang.blad import heeft_geen_beleid, regels, tabelregels, zonder_beleid
from tests.toegang.proefbank import Proefbank

pytestmark = pytest.mark.postgres15
_ZONDER_DE_VASTE = {"backup"}
# These write, and no policy calls them.
_ACTEN_VAN_TOEGANG = {
    "toegang.open_inzage",
    "toegang.beeindig_inzage",
    "toegang.beoordeel_inzage",
}


def test_elke_tabel_staat_op_het_blad(bank: Proefbank) -> None:
    op_het_blad = {(regel["tabel"],) for regel in regels("tabellen.csv")}

    assert (
        catalogus.verschil(
            {(tabel,) for tabel in bank.tabellen}, op_het_blad, bestand="tabellen.csv"
        )
        == []
    )


@pytest.mark.asvs("13.2.2")
def test_elk_recht_op_een_tabel_staat_op_het_blad(bank: Proefbank) -> None:
    verleend = {
        recht
        for recht in catalogus.rijen(bank.beheer, catalogus.TABELRECHTEN)
        if recht[1] not in _ZONDER_DE_VASTE
    }
    op_het_blad = {
        (regel.tabel, regel.rol, regel.werkwoord, kolom)
        for regel in tabelregels()
        for kolom in (regel.kolommen or ("*",))
    }

    assert catalogus.verschil(verleend, op_het_blad, bestand="tabellen.csv") == []


def test_elk_beleid_hoort_bij_een_regel_op_het_blad(bank: Proefbank) -> None:
    beleid = set(catalogus.rijen(bank.beheer, catalogus.BELEID))
    voor_alles = {(tabel, rol) for tabel, rol, wat in beleid if wat == "alles"}
    met_slot = {
        (regel.tabel, regel.rol, regel.werkwoord)
        for regel in tabelregels()
        if not (heeft_geen_beleid(regel.tabel) or bank.tabellen.get(regel.tabel))
        and regel.werkwoord != "truncate"
    }
    los = {regel for regel in met_slot if regel[:2] not in voor_alles}

    assert voor_alles <= {regel[:2] for regel in met_slot}
    assert (
        catalogus.verschil(
            {een for een in beleid if een[2] != "alles"}, los, bestand="tabellen.csv"
        )
        == []
    )


def test_beleid_vraagt_een_keer_per_opdracht_en_nooit_per_rij(bank: Proefbank) -> None:
    """A function as a scalar sub-select runs once; bare, it would run for each row."""
    eenmalig = re.compile(r"\( SELECT \w+\.\w+\([^()]*\) AS \w+\)")
    uitdrukkingen = catalogus.rijen(bank.beheer, catalogus.UITDRUKKINGEN)

    assert any(eenmalig.search(tekst) for _, _, tekst in uitdrukkingen)
    assert [
        een for een in uitdrukkingen if re.search(r"\b(?!ARRAY\()\w+\(", eenmalig.sub("", een[2]))
    ] == []


def test_een_tabel_zonder_rijbeveiliging_heeft_een_reden(bank: Proefbank) -> None:
    open_ = {
        tabel
        for tabel, aan, _ in catalogus.rijen(bank.beheer, catalogus.RIJBEVEILIGING)
        if aan == "False" and not heeft_geen_beleid(tabel)
    }

    assert sorted(open_) == []


def test_een_reden_is_er_alleen_voor_een_tabel_zonder_rijbeveiliging(bank: Proefbank) -> None:
    open_ = {
        tabel
        for tabel, aan, _ in catalogus.rijen(bank.beheer, catalogus.RIJBEVEILIGING)
        if aan == "False"
    }
    schemas = {f"{tabel.split('.')[0]}.*" for tabel in open_ if "." in tabel}

    assert sorted(zonder_beleid() - open_ - schemas) == []


def test_rijbeveiliging_is_nergens_gedwongen(bank: Proefbank) -> None:
    """Forced, it blinds the owner: a data migration would touch no row and say nothing."""
    rijen = catalogus.rijen(bank.beheer, catalogus.RIJBEVEILIGING)

    assert [tabel for tabel, _, gedwongen in rijen if gedwongen == "True"] == []


def test_de_back_up_leest_alles_behalve_de_sleutels(bank: Proefbank) -> None:
    van_de_backup = {
        recht
        for recht in catalogus.rijen(bank.beheer, catalogus.TABELRECHTEN)
        if recht[1] == "backup"
    }
    gelezen = set(bank.tabellen) - {"toegang.sleutel"}

    assert van_de_backup == {(tabel, "backup", "select", "*") for tabel in gelezen}


def test_elke_functie_staat_op_het_blad(bank: Proefbank) -> None:
    op_het_blad = {
        (regel["functie"], regel["definer"], " ".join(sorted(regel["rollen"].split())))
        for regel in regels("functies.csv", scheiding=";")
    }

    assert (
        catalogus.verschil(
            catalogus.rijen(bank.beheer, catalogus.FUNCTIES), op_het_blad, bestand="functies.csv"
        )
        == []
    )


@pytest.mark.asvs("13.2.2")
def test_elk_overig_recht_staat_op_het_blad(bank: Proefbank) -> None:
    op_het_blad = {
        (regel["soort"], regel["naam"], regel["rol"], regel["recht"])
        for regel in regels("overig.csv")
    }

    assert (
        catalogus.verschil(catalogus.overig(bank.beheer), op_het_blad, bestand="overig.csv") == []
    )


@pytest.mark.parametrize(
    "bestand", ["tabellen.csv", "functies.csv", "overig.csv", "zonder_beleid.csv"]
)
def test_elke_regel_heeft_een_reden(bestand: str) -> None:
    scheiding = ";" if bestand == "functies.csv" else ","
    laatste = [list(regel.values())[-1] for regel in regels(bestand, scheiding=scheiding)]

    assert [reden for reden in laatste if not reden or len(reden) < 8] == []


def test_een_definer_functie_zoekt_alleen_op_vaste_plaatsen(bank: Proefbank) -> None:
    vast = {"search_path=pg_catalog, pg_temp", "search_path=pg_catalog, public, pg_temp"}
    functies = catalogus.rijen(bank.beheer, catalogus.DEFINERS)

    assert len(functies) > 8
    assert [functie for functie in functies if functie[1].split(";")[0] not in vast] == []


def test_de_functies_van_toegang_draaien_niet_in_een_tweede_proces(bank: Proefbank) -> None:
    """Another process has another id: a parallel-safe check would silently say no."""
    functies = [
        functie
        for functie in catalogus.rijen(bank.beheer, catalogus.DEFINERS)
        if functie[0].startswith("toegang.") and functie[0] not in _ACTEN_VAN_TOEGANG
    ]

    assert len(functies) >= 6
    assert [functie for functie in functies if functie[2:] != ("r", "s")] == []


def test_een_beeld_leest_met_de_rechten_van_wie_vraagt(bank: Proefbank) -> None:
    beelden = catalogus.rijen(bank.beheer, catalogus.BEELDEN)

    assert [beeld for beeld in beelden if "security_invoker=true" not in beeld[1]] == []


def test_alles_is_van_de_eigenaar_en_niets_van_de_toepassing(bank: Proefbank) -> None:
    eigenaren = catalogus.rijen(bank.beheer, catalogus.EIGENAREN)

    assert [een for een in eigenaren if een[1] != catalogus.EIGENAAR] == []


def test_de_geschiedenis_wordt_door_de_eigenaar_geschreven(bank: Proefbank) -> None:
    """Another role needs no right to it, and no session can skip it."""
    pad = "search_path=pg_catalog, public, pg_temp"
    trekkers = catalogus.rijen(bank.beheer, catalogus.GESCHIEDENIS)

    assert [een for een in trekkers if een[1:] != ("True", pad, "O", "False")] == []


def test_elke_geschiedenistabel_heeft_twee_trekkers(bank: Proefbank) -> None:
    trekkers = [een[0] for een in catalogus.rijen(bank.beheer, catalogus.GESCHIEDENIS)]
    met_geschiedenis = [
        tabel.removesuffix("event") for tabel in bank.tabellen if tabel.endswith("event")
    ]

    assert sorted(trekkers) == sorted(met_geschiedenis * 2)


def test_elke_tabel_met_een_versie_verhoogt_haar_zelf(bank: Proefbank) -> None:
    """Before each row of an update (19 = row, before, update), and switched on."""
    met_versie = catalogus.rijen(bank.beheer, catalogus.VERSIES)
    wachters = catalogus.rijen(bank.beheer, catalogus.WACHTERS)
    verhogers = {(tabel, aan, soort) for tabel, naam, aan, soort in wachters if naam == "versie"}

    assert len(met_versie) > 20
    assert verhogers == {(tabel, "O", "19") for (tabel,) in met_versie}


@pytest.mark.asvs("16.4.2")
def test_het_journaal_weigert_altijd(bank: Proefbank) -> None:
    """Before each statement that updates, deletes or truncates (58), whatever mode is on."""
    wachters = catalogus.rijen(bank.beheer, catalogus.WACHTERS)

    assert [wachter for wachter in wachters if wachter[1] == "alleen_aanvullen"] == [
        ("journaal_handeling", "alleen_aanvullen", "A", "58"),
        ("journaal_onderwerp", "alleen_aanvullen", "A", "58"),
        ("journaal_zegel", "alleen_aanvullen", "A", "58"),
    ]


def test_wat_geen_beleid_weigert_houdt_een_trekker_tegen(bank: Proefbank) -> None:
    """34, 58: before the statement; others: before or after each row. A: in any mode."""
    gezien = [
        wachter
        for wachter in catalogus.rijen(bank.beheer, catalogus.WACHTERS)
        if wachter[1] not in {"versie", "alleen_aanvullen"}
    ]

    assert gezien == [
        ("casus_betrokkenheid", "zijde_bij_invoer", "O", "23"),
        ("casus_betrokkenheid", "zijde_blijft", "O", "7"),
        ("casus_bijdrage", "partner_ziet", "O", "19"),
        ("casus_bijdragepubliek", "partner_ziet", "O", "11"),
        ("casus_inzet", "traject_in_procesregie", "O", "21"),
        ("toegang_inzage", "staat_vast", "A", "27"),
        ("toegang_inzage", "staat_vast_geheel", "A", "34"),
        ("toegang_rechtenoordeel", "staat_vast", "A", "58"),
        ("toegang_rechtenronde", "staat_vast", "A", "58"),
        ("toezicht_steekproef", "blijft_vol", "A", "34"),
        ("toezicht_steekproef", "staat_vast", "A", "27"),
        ("toezicht_steekproefregel", "blijft_vol", "A", "34"),
        ("toezicht_steekproefregel", "staat_vast", "A", "27"),
        ("voortgang_contactmoment", "niet_vooraf", "O", "23"),
        ("voortgang_trajectbegeleiding", "traject_in_procesregie", "O", "21"),
    ]
