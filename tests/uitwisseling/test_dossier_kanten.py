# SPDX-License-Identifier: EUPL-1.2
"""People who stand opposite each other in a casus do so in the next house too."""

import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tests.bezetting import id_van
from tests.databank import kloon, verbonden_met
from tests.toegang.proefbank import als_app, zitting
from tests.uitwisseling.dossierhulp import (
    DOSSIER,
    SLEUTEL,
    gaaf,
    ingepakt,
    neem_in,
    rijen,
    uitgepakt,
    voer_dossier_uit,
)
from tests.uitwisseling.hulp import GAAF, OPDRACHT, als_invoer, schrijf, voer_in
from tests.uitwisseling.test_dossier_loopt import ernaast
from tests.wachten import tot_er_wachten
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.personen.models import Persoon
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.opdrachten import importeer
from vangnet.uitwisseling.services import Invoer, register_invoeren

in_de_bank = pytest.mark.django_db
AMIRA, BRAM = Vrager(id_van("amira")), Vrager(id_van("bram"))
KOP = "casus_id,persoon_id,kant\n"
SYSTEEM = {
    "casussen": GAAF["casussen"].replace("individu", "systeem"),
    "betrokkenen": f"{GAAF['betrokkenen']}C1,P2,partner,2022-03-01\n",
}
TEGENOVER = {**SYSTEEM, "kanten": f"{KOP}C1,P1,1\nC1,P2,2\n"}


def zijden(kenmerk: str = "C1") -> dict[str, int | None]:
    """On which side who stands, as an import reads it."""
    with als_invoer():
        gevonden = Betrokkenheid.objects.filter(casus__kenmerk=kenmerk)
        return dict(gevonden.values_list("persoon__kenmerk", "zijde"))


@in_de_bank
def test_de_kanten_komen_mee(tmp_path: Path) -> None:
    verloop = neem_in(tmp_path / "in.age", gaaf(**TEGENOVER))

    assert (verloop.plekken, verloop.uitkomst.standen["kanten"].nieuw) == ([], 2)
    assert zijden() == {"P1": 1, "P2": 2}


@in_de_bank
def test_wie_aan_een_kant_wordt_uitgenodigd_ziet_de_andere_niet(tmp_path: Path) -> None:
    neem_in(tmp_path / "in.age", gaaf(**TEGENOVER))
    plek = Plek(BRAM.gebruiker, id_van("ggz"), RolSoort.DEELNEMER)
    with als(AMIRA):
        (casus,) = Betrokkenheid.objects.filter(persoon__kenmerk="P1").values_list("casus")
        uitnodigen(casus[0], plek, zijde=1)
        rol = CasusRol.objects.get(casus=casus[0], gebruiker=BRAM.gebruiker).pk
    with als(BRAM):
        uitnodiging_beantwoorden(rol, aanvaard=True)

        gezien = Betrokkenheid.objects.filter(casus=casus[0]).values_list("persoon__kenmerk")
        assert list(gezien) == [("P1",)]


def test_een_volgend_huis_geeft_dezelfde_kanten_terug(eigen_databank: str, tmp_path: Path) -> None:
    neem_in(tmp_path / "in.age", gaaf(**TEGENOVER))
    voer_dossier_uit(tmp_path / "een.age")
    with kloon() as vers, verbonden_met(vers):
        assert voer_in(tmp_path / "een.age", sleutel=SLEUTEL).plekken == []
        voer_dossier_uit(tmp_path / "twee.age")
        nog_eens = voer_in(tmp_path / "een.age", sleutel=SLEUTEL)

    assert [rijen(uitgepakt(tmp_path / f"{naam}.age"), "kanten") for naam in ("een", "twee")] == [
        [
            {"casus_id": "C1", "persoon_id": "P1", "kant": "1"},
            {"casus_id": "C1", "persoon_id": "P2", "kant": "2"},
        ]
    ] * 2
    assert (nog_eens.plekken, nog_eens.uitkomst.standen["kanten"].gelijk) == ([], 2)


@in_de_bank
def test_een_kant_die_hier_anders_is_blijft_zoals_hij_is(tmp_path: Path) -> None:
    neem_in(tmp_path / "een.age", gaaf(**TEGENOVER))
    anders = {**TEGENOVER, "kanten": f"{KOP}C1,P1,2\nC1,P2,2\n"}

    verloop = neem_in(tmp_path / "twee.age", gaaf(**anders))

    assert verloop.plekken == [("kanten", 1, "casus_id", "dossier_anders")]
    assert zijden() == {"P1": 1, "P2": 2}


@in_de_bank
@pytest.mark.parametrize(
    ("kant", "plekken", "daarna"),
    [
        (2, [], {"P1": 1, "P2": 2}),
        (1, [("kanten", 2, "persoon_id", "kant_anders")], {"P1": 1}),
    ],
)
def test_wie_hier_eerder_stond_komt_alleen_aan_dezelfde_kant_terug(
    kant: int,
    plekken: list[tuple[str, int, str, str]],
    daarna: dict[str, int | None],
    tmp_path: Path,
) -> None:
    """Also when an import took them out of the casus, after which no row says so any more."""
    neem_in(tmp_path / "een.age", gaaf(**TEGENOVER))
    zonder_p2 = {naam: GAAF[naam] for naam in ("betrokkenen", "inzetten")}
    voer_in(schrijf(tmp_path / "los", zonder_p2), vervang=True)
    assert zijden() == {"P1": 1}

    pakket = {**TEGENOVER, "kanten": f"{KOP}C1,P1,1\nC1,P2,{kant}\n"}
    assert neem_in(tmp_path / "twee.age", gaaf(**pakket)).plekken == plekken

    assert zijden() == daarna


@in_de_bank
@pytest.mark.parametrize("kant", [1, 2])
def test_wie_hier_van_zijn_kant_is_gehaald_krijgt_er_geen_uit_een_pakket(
    kant: int, tmp_path: Path
) -> None:
    neem_in(tmp_path / "een.age", gaaf(**TEGENOVER))
    with als(AMIRA):
        p2 = Betrokkenheid.objects.get(casus__kenmerk="C1", persoon__kenmerk="P2")
        zijde_wisselen(p2.pk, gelezen=p2.zijde, zijde=None, reden="Zij wonen weer samen.")

    pakket = {**TEGENOVER, "kanten": f"{KOP}C1,P1,1\nC1,P2,{kant}\n"}
    verloop = neem_in(tmp_path / "twee.age", gaaf(**pakket))

    assert verloop.plekken == [("kanten", 2, "persoon_id", "kant_anders")]
    assert zijden() == {"P1": 1, "P2": None}


@in_de_bank
def test_wie_hier_al_was_zonder_kant_krijgt_hem_alsnog(tmp_path: Path) -> None:
    voer_in(schrijf(tmp_path / "register", {**GAAF, **SYSTEEM}))
    assert zijden() == {"P1": None, "P2": None}

    pakket = gaaf(**TEGENOVER, criteriumoordelen="", huisoordelen="", beslissers="")
    assert neem_in(tmp_path / "in.age", pakket).plekken == []

    assert zijden() == {"P1": 1, "P2": 2}


def klaar_om_in_te_voeren(tmp_path: Path, *namen: str) -> Path:
    """A package with the files `namen`, of a casus that is here and in which nobody takes part."""
    voer_in(schrijf(tmp_path / "register", {**GAAF, **SYSTEEM}))
    zonder = {naam: "" for naam in DOSSIER if naam not in namen}
    pakket = gaaf(**(TEGENOVER | zonder))
    return ingepakt(
        tmp_path / "in.age", {naam: een for naam, een in pakket.items() if naam.endswith(".csv")}
    )


def nodig_uit_zonder_kant(verbinding: psycopg.Connection) -> None:
    verbinding.execute(
        "SELECT casus.nodig_uit(c.id, %s, %s, 'deelnemer', NULL, false, '') "
        "FROM (SELECT id FROM casus_casus WHERE kenmerk = 'C1') c",
        [BRAM.gebruiker, id_van("ggz")],
    )


def test_wie_tijdens_de_invoer_uitnodigt_wacht_en_moet_dan_een_kant_kiezen(
    eigen_databank: str, tmp_path: Path
) -> None:
    pakket, uitnodiging = klaar_om_in_te_voeren(tmp_path, "kanten"), list[Callable[[], object]]()

    def en_nodig_uit(stap: str, _aantal: int) -> None:
        if stap == "dossiers schrijven":
            klaar = ernaast(eigen_databank, "procesregisseur", nodig_uit_zonder_kant)
            uitnodiging.append(klaar)

    register_invoeren(
        Invoer(pakket, sleutel=SLEUTEL), vrager=OPDRACHT, meld=print, voortgang=en_nodig_uit
    )

    assert [klaar() for klaar in uitnodiging] == ["geweigerd"]
    assert zijden() == {"P1": 1, "P2": 2}


@pytest.mark.parametrize("naam", ["kanten", "doelen", "bijdragen"])
def test_de_invoer_wacht_op_wie_uitnodigt_en_voegt_dan_niets_toe(
    naam: str, eigen_databank: str, tmp_path: Path
) -> None:
    pakket, begonnen = klaar_om_in_te_voeren(tmp_path, naam), threading.Event()

    def nodig_uit() -> None:
        with als_app(eigen_databank) as app, zitting(app, "procesregisseur", terug=False):
            nodig_uit_zonder_kant(app)
            begonnen.set()
            tot_er_wachten(eigen_databank)

    draad = threading.Thread(target=nodig_uit)
    draad.start()
    assert begonnen.wait(20)
    verloop = voer_in(pakket, sleutel=SLEUTEL)
    draad.join(30)

    assert (naam, 1, "casus_id", "casus_in_gebruik") in verloop.plekken
    assert zijden() == {"P1": None, "P2": None}


@in_de_bank
def test_in_een_casus_waaraan_iemand_meedoet_komt_geen_kant_bij(tmp_path: Path) -> None:
    with als(AMIRA):
        uitnodigen(id_van("casus"), Plek(BRAM.gebruiker, id_van("ggz"), RolSoort.DEELNEMER))
        (persoon,) = Betrokkenheid.objects.filter(casus=id_van("casus"))[:1].values_list(
            "persoon__kenmerk", flat=True
        )

    verloop = neem_in(tmp_path / "in.age", gaaf(kanten=f"{KOP}ZVH-2022-0001,{persoon},1\n"))

    assert verloop.plekken == [("kanten", 1, "casus_id", "casus_in_gebruik")]


@in_de_bank
@pytest.mark.parametrize(
    ("rij", "plek"),
    [
        ("C1,P2,1", ("kanten", 1, "persoon_id", "over_niet_betrokken")),
        ("C1,P1,3", ("kanten", 1, "kant", "code")),
        ("C1,P1,", ("kanten", 1, "kant", "verplicht")),
        ("C9,P1,1", ("kanten", 1, "casus_id", "verwijzing")),
    ],
)
def test_een_kant_die_niet_klopt_houdt_alles_tegen(
    rij: str, plek: tuple[str, int, str, str], tmp_path: Path
) -> None:
    verloop = neem_in(tmp_path / "in.age", gaaf(kanten=f"{KOP}{rij}\n"))

    assert plek in verloop.plekken
    assert not verloop.uitkomst.geschreven


@in_de_bank
@pytest.mark.parametrize("proef", [True, False])
def test_wie_invoert_leest_in_welke_zaken_mensen_tegenover_elkaar_staan(
    proef: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pakket = ingepakt(tmp_path / "in.age", gaaf(**TEGENOVER))

    importeer(Invoer(pakket, sleutel=SLEUTEL, proef=proef), vrager=OPDRACHT)

    assert capsys.readouterr().out.splitlines()[-2] == (
        "In deze zaken staan mensen tegenover elkaar, elk aan een kant. Laat de procesregisseur "
        "dat nakijken en bij elke uitnodiging van een partner een kant kiezen: C1."
    )


@in_de_bank
def test_het_journaal_noemt_hoeveel_zaken_kanten_hebben_en_welke(tmp_path: Path) -> None:
    zonder = dict.fromkeys(
        ("criteriumoordelen", "huisoordelen", "beslissers", "doelen", "bijdragen",
         "bijdragepubliek", "documenten"), ""
    )  # fmt: skip
    pakket = {n: inhoud for n, inhoud in gaaf(**TEGENOVER, **zonder).items() if n.endswith(".csv")}
    neem_in(tmp_path / "in.age", pakket)

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="dossier.ingevoerd")
        assert rij.aantallen == {"zaken_met_kanten": 1}
        assert Onderwerp.objects.filter(handeling=rij, soort="casus").count() == 1


@in_de_bank
def test_het_journaal_noemt_wie_een_kant_kreeg(tmp_path: Path) -> None:
    neem_in(tmp_path / "in.age", gaaf(**{**TEGENOVER, "kanten": f"{KOP}C1,P2,2\n"}))
    with als_invoer():
        p2 = Persoon.objects.get(kenmerk="P2").pk

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="dossier.ingevoerd")
        mensen = Onderwerp.objects.filter(handeling=rij, soort="persoon")
        assert list(mensen.values_list("onderwerp", flat=True)) == [p2]


@in_de_bank
def test_wie_uitvoert_leest_ook_waar_alleen_een_partner_aan_een_kant_staat(tmp_path: Path) -> None:
    with als(AMIRA):
        plek = Plek(BRAM.gebruiker, id_van("ggz"), RolSoort.DEELNEMER)
        uitnodigen(id_van("casus"), plek, zijde=1)

    blijft = voer_dossier_uit(tmp_path / "uit.age").blijft

    assert [zin for zin in blijft if zin.endswith("een kant kiezen: ZVH-2022-0001.")]
