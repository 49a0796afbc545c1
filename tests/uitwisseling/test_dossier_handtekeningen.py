# SPDX-License-Identifier: EUPL-1.2
"""Who signed a plan is known in the next house too."""

from datetime import date
from pathlib import Path

import pytest

from tests.bezetting import id_van
from tests.databank import kloon, verbonden_met
from tests.uitwisseling.dossierhulp import (
    SLEUTEL,
    gaaf,
    neem_in,
    rijen,
    uitgepakt,
    voer_dossier_uit,
)
from tests.uitwisseling.hulp import GAAF, schrijf, voer_in
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.plan.models import Handtekening, Plan
from vangnet.plan.services import plan_ondertekenen
from vangnet.toegang.vrager import Vrager, als

in_de_bank = pytest.mark.django_db
AMIRA, BRAM = Vrager(id_van("amira")), Vrager(id_van("bram"))
KOP = "plan_id,persoon_id,ondertekend_op\n"
PLANKOP = "plan_id,casus_id,vastgesteld_op,nadruk,ondertekend_op\n"
GEZIN = {
    "casussen": GAAF["casussen"].replace("individu", "systeem"),
    "betrokkenen": f"{GAAF['betrokkenen']}C1,P2,hoofdbetrokkene,2022-03-01\n",
    "plannen": f"{PLANKOP}PL1,C1,2022-04-01,integraal,2022-04-04\n",
}
GETEKEND = {**GEZIN, "handtekeningen": f"{KOP}PL1,P1,2022-04-04\nPL1,P2,2022-05-06\n"}
EERST, LATER = date(2022, 4, 4), date(2022, 5, 6)


def _getekend() -> dict[str, date]:
    with als(AMIRA):
        namen = ("betrokkenheid__persoon__kenmerk", "ondertekend_op")
        return dict(Handtekening.objects.filter(plan__kenmerk="PL1").values_list(*namen))


@in_de_bank
def test_wie_tekende_komt_mee(tmp_path: Path) -> None:
    verloop = neem_in(tmp_path / "in.age", gaaf(**GETEKEND))

    assert (verloop.plekken, verloop.uitkomst.standen["handtekeningen"].nieuw) == ([], 2)
    assert _getekend() == {"P1": EERST, "P2": LATER}


def test_een_volgend_huis_geeft_dezelfde_handtekeningen_terug(
    eigen_databank: str, tmp_path: Path
) -> None:
    neem_in(tmp_path / "in.age", gaaf(**GETEKEND))
    voer_dossier_uit(tmp_path / "een.age")
    with kloon() as vers, verbonden_met(vers):
        assert voer_in(tmp_path / "een.age", sleutel=SLEUTEL).plekken == []
        voer_dossier_uit(tmp_path / "twee.age")
        nog_eens = voer_in(tmp_path / "een.age", sleutel=SLEUTEL)

    assert [
        rijen(uitgepakt(tmp_path / f"{naam}.age"), "handtekeningen") for naam in ("een", "twee")
    ] == [
        [
            {"plan_id": "PL1", "persoon_id": "P1", "ondertekend_op": "2022-04-04"},
            {"plan_id": "PL1", "persoon_id": "P2", "ondertekend_op": "2022-05-06"},
        ]
    ] * 2
    assert (nog_eens.plekken, nog_eens.uitkomst.standen["handtekeningen"].gelijk) == ([], 2)


@in_de_bank
def test_een_pakket_zonder_handtekeningen_zegt_niet_wie_tekende(tmp_path: Path) -> None:
    verloop = neem_in(tmp_path / "in.age", gaaf(**GEZIN, handtekeningen=""))

    assert verloop.plekken == []
    assert _getekend() == {}
    with als(AMIRA):
        assert Plan.objects.get(kenmerk="PL1").ondertekend_op == EERST


@in_de_bank
def test_een_handtekening_die_hier_anders_is_blijft_zoals_zij_is(tmp_path: Path) -> None:
    neem_in(tmp_path / "een.age", gaaf(**GETEKEND))
    anders = {**GETEKEND, "handtekeningen": f"{KOP}PL1,P1,2022-04-04\nPL1,P2,2022-05-07\n"}

    verloop = neem_in(tmp_path / "twee.age", gaaf(**anders))

    assert verloop.plekken == [("handtekeningen", 2, "plan_id", "dossier_anders")]
    assert _getekend() == {"P1": EERST, "P2": LATER}


@in_de_bank
@pytest.mark.parametrize(
    ("dag", "soort", "wat"),
    [
        ("2022-04-05", "na_de_eerste", "plan PL1 is hier al voor deze dag ondertekend"),
        ("", "al_ondertekend", "plan PL1 is hier ondertekend, en deze lege cel haalt die dag weg"),
    ],
)
def test_een_register_zet_de_dag_van_een_plan_niet_na_de_eerste_handtekening(
    dag: str, soort: str, wat: str, tmp_path: Path
) -> None:
    neem_in(tmp_path / "in.age", gaaf(**GETEKEND))
    plannen = f"{PLANKOP}PL1,C1,2022-04-01,integraal,{dag}\n"

    verloop = voer_in(schrijf(tmp_path / "register", {"plannen": plannen}))

    assert verloop.plekken == [("plannen", 1, "ondertekend_op", soort)]
    assert verloop.fouten[0].wat == wat
    assert not verloop.uitkomst.geschreven
    with als(AMIRA):
        assert Plan.objects.get(kenmerk="PL1").ondertekend_op == EERST


@pytest.mark.parametrize(
    "plannen",
    [
        f"{PLANKOP}PL1,C1,2022-04-01,integraal,2022-04-03\n",
        f"{PLANKOP}PL1,C1,2022-04-01,nazorg,2022-04-04\n",
        "plan_id,casus_id,vastgesteld_op,nadruk\nPL1,C1,2022-04-01,nazorg\n",
    ],
    ids=["eerder", "zelfde dag", "zonder kolom"],
)
def test_na_een_register_dat_mag_neemt_het_volgende_huis_het_dossier_aan(
    plannen: str, eigen_databank: str, tmp_path: Path
) -> None:
    neem_in(tmp_path / "in.age", gaaf(**GETEKEND))
    assert voer_in(schrijf(tmp_path / "register", {"plannen": plannen})).plekken == []

    voer_dossier_uit(tmp_path / "uit.age")

    with kloon() as vers, verbonden_met(vers):
        assert voer_in(tmp_path / "uit.age", sleutel=SLEUTEL).plekken == []
        assert _getekend() == {"P1": EERST, "P2": LATER}


BETROKKENKOP = "casus_id,persoon_id,rol,vanaf,tot\nC1,P1,hoofdbetrokkene,2022-03-01,\n"


@in_de_bank
@pytest.mark.parametrize("al_hier", [False, True], ids=["nieuw", "loopt hier nog"])
@pytest.mark.parametrize(("tot", "mag"), [("2022-03-31", False), ("2022-04-01", True)])
def test_wie_weg_was_voor_het_plan_tekent_ook_in_een_pakket_niet(
    tot: str, mag: bool, al_hier: bool, tmp_path: Path
) -> None:
    betrokkenen = f"{BETROKKENKOP}C1,P2,hoofdbetrokkene,2022-03-01,{tot}\n"
    if al_hier:
        voer_in(schrijf(tmp_path / "register", {**GAAF, **GEZIN}))
        leeg = dict.fromkeys(("criteriumoordelen", "huisoordelen", "beslissers"), "")
    else:
        leeg = {}
    pakket = {**GETEKEND, "betrokkenen": betrokkenen, **leeg}

    verloop = neem_in(tmp_path / "in.age", gaaf(**pakket))

    fout = ("handtekeningen", 2, "persoon_id", "geen_hoofdbetrokkene")
    assert verloop.plekken == ([] if mag else [fout])
    assert _getekend() == ({"P1": EERST, "P2": LATER} if mag else {})


@in_de_bank
def test_wie_hier_tekende_gaat_mee_naar_het_volgende_huis(tmp_path: Path) -> None:
    neem_in(tmp_path / "in.age", gaaf(**GEZIN))
    with als(AMIRA):
        van = Betrokkenheid.objects.get(casus__kenmerk="C1", persoon__kenmerk="P1").pk
        plan_ondertekenen(Plan.objects.get(kenmerk="PL1").pk, van=van, op=EERST)

    voer_dossier_uit(tmp_path / "uit.age")

    assert rijen(uitgepakt(tmp_path / "uit.age"), "handtekeningen") == [
        {"plan_id": "PL1", "persoon_id": "P1", "ondertekend_op": "2022-04-04"}
    ]


@in_de_bank
def test_in_een_casus_waaraan_iemand_meedoet_komt_geen_handtekening_bij(tmp_path: Path) -> None:
    voer_in(schrijf(tmp_path / "register", {**GAAF, **GEZIN}))
    with als(AMIRA):
        casus = Plan.objects.get(kenmerk="PL1").casus_id
        assert casus is not None
        uitnodigen(casus, Plek(BRAM.gebruiker, id_van("ggz"), RolSoort.DEELNEMER))
    leeg = dict.fromkeys(("criteriumoordelen", "huisoordelen", "beslissers", "doelen"), "")
    pakket = gaaf(**GETEKEND, **leeg)

    verloop = neem_in(tmp_path / "in.age", pakket)

    assert ("handtekeningen", 1, "plan_id", "casus_in_gebruik") in verloop.plekken
    assert _getekend() == {}


@in_de_bank
@pytest.mark.parametrize(
    ("rij", "plek"),
    [
        ("PL1,P3,2022-04-04", ("handtekeningen", 1, "persoon_id", "geen_hoofdbetrokkene")),
        ("PL1,P1,2022-04-03", ("handtekeningen", 1, "ondertekend_op", "voor_de_eerste")),
        ("PL2,P1,2022-04-04", ("handtekeningen", 1, "ondertekend_op", "voor_de_eerste")),
        ("PL1,P1,", ("handtekeningen", 1, "ondertekend_op", "verplicht")),
        ("PL9,P1,2022-04-04", ("handtekeningen", 1, "plan_id", "verwijzing")),
    ],
)
def test_een_handtekening_die_niet_klopt_houdt_alles_tegen(
    rij: str, plek: tuple[str, int, str, str], tmp_path: Path
) -> None:
    anders = {
        **GEZIN,
        "personen": f"{GAAF['personen']}P3,Kind,,,,\n",
        "betrokkenen": f"{GEZIN['betrokkenen']}C1,P3,kind,2022-03-01\n",
        "plannen": f"{GEZIN['plannen']}PL2,C1,2022-04-01,integraal,\n",
    }

    verloop = neem_in(tmp_path / "in.age", gaaf(**anders, handtekeningen=f"{KOP}{rij}\n"))

    assert plek in verloop.plekken
    assert not verloop.uitkomst.geschreven


@in_de_bank
def test_het_journaal_noemt_wie_een_handtekening_kreeg(tmp_path: Path) -> None:
    neem_in(
        tmp_path / "in.age", gaaf(**{**GETEKEND, "handtekeningen": f"{KOP}PL1,P2,2022-05-06\n"})
    )
    with als(AMIRA):
        p2 = Betrokkenheid.objects.get(casus__kenmerk="C1", persoon__kenmerk="P2").persoon_id

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="dossier.ingevoerd")
        mensen = Onderwerp.objects.filter(handeling=rij, soort="persoon")
        assert list(mensen.values_list("onderwerp", flat=True)) == [p2]
