# SPDX-License-Identifier: EUPL-1.2
"""From house to house and back: the same casework, and to nobody's wider sight."""

import csv
import io
from pathlib import Path
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.databank import cluster, kloon, verbonden_met
from tests.uitwisseling.dossierhulp import (
    DOSSIER,
    FEIT,
    SLEUTEL,
    gaaf,
    neem_in,
    nieuwe_rijen,
    rijen,
    scan_alles,
    uitgepakt,
    voer_dossier_uit,
)
from tests.uitwisseling.hulp import voer_in
from tests.uitwisseling.test_dossier_handtekeningen import GETEKEND
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.uitwisseling.formaat import DOSSIER as BESTANDEN

# What a cell can hold: no controls, and nothing at its ends that reading takes away.
TEKST = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), min_size=1, max_size=60
).filter(lambda tekst: tekst == tekst.strip())


def test_een_vers_huis_geeft_hetzelfde_dossier_terug(tmp_path: Path, eigen_databank: str) -> None:
    neem_in(tmp_path / "in.age", gaaf(**GETEKEND))
    scan_alles()
    voer_dossier_uit(tmp_path / "een.age")
    with kloon() as vers, verbonden_met(vers):
        verloop = voer_in(tmp_path / "een.age", sleutel=SLEUTEL)
        assert (verloop.plekken, verloop.uitkomst.geschreven) == ([], True)
        scan_alles()
        voer_dossier_uit(tmp_path / "twee.age")
        nog_eens = voer_in(tmp_path / "een.age", sleutel=SLEUTEL)

    een, twee = uitgepakt(tmp_path / "een.age"), uitgepakt(tmp_path / "twee.age")
    assert {naam: rijen(een, naam) for naam in BESTANDEN} == {
        naam: rijen(twee, naam) for naam in BESTANDEN
    }
    assert {naam for naam in een if naam.startswith("documenten/")} == {
        naam for naam in twee if naam.startswith("documenten/")
    }
    assert sum(stand.nieuw for stand in nog_eens.uitkomst.standen.values()) == 0
    assert nog_eens.plekken == []


def test_wat_over_een_kant_gaat_reist_als_van_het_huis(tmp_path: Path, eigen_databank: str) -> None:
    neem_in(tmp_path / "in.age", gaaf())
    scan_alles()
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        # Past the rules of a system casus: only that there is a side matters here.
        beheer.execute("SET session_replication_role = replica")
        beheer.execute(
            "UPDATE casus_betrokkenheid m SET zijde = 1 FROM casus_casus c "
            "WHERE c.id = m.casus_id AND c.kenmerk = 'C1'"
        )
    uitvoer = voer_dossier_uit(tmp_path / "uit.age")

    (feit,) = [
        r for r in rijen(uitgepakt(tmp_path / "uit.age"), "bijdragen") if r["tekst"][:3] == "Zij"
    ]
    assert (feit["bijdrage_id"], feit["publiek"]) == (FEIT, "alleen_huis")
    assert "Alleen voor het huis: 1 bijdrage die over één kant van een zaak gaat." in uitvoer.blijft


def test_genoemde_organisaties_van_een_kant_blijven_achter(
    tmp_path: Path, eigen_databank: str
) -> None:
    genoemd = DOSSIER["bijdragen"].replace("iedereen", "organisaties")
    publiek = DOSSIER["bijdragepubliek"] + f"{FEIT},O1\n"
    neem_in(tmp_path / "in.age", gaaf(bijdragen=genoemd, bijdragepubliek=publiek))
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("SET session_replication_role = replica")
        beheer.execute("UPDATE casus_betrokkenheid SET zijde = 1")
    voer_dossier_uit(tmp_path / "uit.age")

    uit = uitgepakt(tmp_path / "uit.age")
    assert FEIT not in {rij["bijdrage_id"] for rij in rijen(uit, "bijdragepubliek")}
    assert FEIT in {rij["bijdrage_id"] for rij in rijen(uit, "bijdragen")}


BIJDRAGEN = st.lists(
    st.tuples(
        st.uuids(version=4),
        TEKST,
        st.none() | TEKST,
        st.sampled_from(("iedereen", "alleen_huis")),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda rij: rij[0],
)


@pytest.mark.django_db
@given(teksten=BIJDRAGEN)
@settings(max_examples=8)
def test_elke_tekst_komt_terug_zoals_zij_was(
    teksten: list[tuple[UUID, str, str | None, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    map_ = tmp_path_factory.mktemp("tekst")
    kop = DOSSIER["bijdragen"].splitlines()[0].split(",")
    erin = [
        dict.fromkeys(kop, "")
        | {"bijdrage_id": str(sleutel), "casus_id": "C1", "soort": "notitie", "doel": "afstemming"}
        | {"categorie": "woonsituatie", "onder_geheim": "nee", "publiek": publiek}
        | {"tekst": tekst, "voorwaarden": voorwaarden or ""}
        for sleutel, tekst, voorwaarden, publiek in teksten
    ]
    bestand = io.StringIO(newline="")
    schrijver = csv.DictWriter(bestand, kop)
    schrijver.writeheader()
    schrijver.writerows(erin)
    pakket = gaaf(bijdragen=bestand.getvalue(), bijdragepubliek="", documenten="")
    del pakket[next(naam for naam in pakket if naam.startswith("documenten/"))]
    with transaction.atomic():
        assert neem_in(map_ / "in.age", pakket).plekken == []
        voer_dossier_uit(map_ / "uit.age")
        uit = uitgepakt(map_ / "uit.age")
        nog_eens = neem_in(map_ / "nog.age", pakket)
        transaction.set_rollback(True)

    gekregen = [rij for rij in nieuwe_rijen(uit, "bijdragen") if rij["casus_id"] == "C1"]
    assert {rij["bijdrage_id"]: rij for rij in gekregen} == {
        rij["bijdrage_id"]: rij for rij in erin
    }
    assert (nog_eens.plekken, nog_eens.uitkomst.standen["bijdragen"].nieuw) == ([], 0)
