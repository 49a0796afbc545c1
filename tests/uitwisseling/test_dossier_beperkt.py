# SPDX-License-Identifier: EUPL-1.2
"""What is beperkt does not leave with a package for another house."""

from pathlib import Path

from tests.databank import cluster
from tests.uitwisseling.dossierhulp import rijen, uitgepakt, voer_dossier_uit
from tests.uitwisseling.hulp import GAAF, schrijf, voer_in
from vangnet.kern.databank.cluster import BEHEERDER

MET_EEN_BEPERKTE = {
    **GAAF,
    "personen": f"{GAAF['personen']}P3,Dijkstra,,,,\n",
    "relaties": "persoon_id,andere_persoon_id,soort\nP1,P2,partner\n",
    "casussen": f"{GAAF['casussen']}C2,individu,P2,GM0080\n",
    "aanmeldingen": f"{GAAF['aanmeldingen']}A2,2022-03-01,O1,GM0080,2022-03-03,procesregie,C2\n",
    "inzetten": f"{GAAF['inzetten']}C2,procesregie,2022-03-03,\n",
    "betrokkenen": (
        f"{GAAF['betrokkenen']}C1,P2,partner,2022-03-01\nC2,P2,hoofdbetrokkene,2022-03-01\n"
    ),
}


def test_een_beperkte_zaak_gaat_niet_mee_en_haar_mensen_ook_niet(
    eigen_databank: str, tmp_path: Path
) -> None:
    """P1 is in no other casus, P2 in one that is not beperkt too, and P3 in none."""
    voer_in(schrijf(tmp_path / "register", MET_EEN_BEPERKTE))
    with cluster().verbind(BEHEERDER, eigen_databank) as verbinding:
        verbinding.execute("UPDATE casus_casus SET beperkt = true WHERE kenmerk = 'C1'")

    blijft = voer_dossier_uit(tmp_path / "pakket.age").blijft

    inhoud = uitgepakt(tmp_path / "pakket.age")
    namen = ("P1", "P2", "P3", "C1", "C2", "A1", "A2")
    cellen = {
        cel
        for naam in inhoud
        if naam.endswith(".csv")
        for rij in rijen(inhoud, naam.removesuffix(".csv"))
        for cel in rij.values()
    }
    assert [naam for naam in namen if naam in cellen] == ["P2", "P3", "C2", "A2"]
    assert "Niet in het pakket: 1 beperkte zaak, met de mensen die in geen andere zaak staan." in (
        blijft
    )


def test_de_kanten_van_een_beperkte_zaak_gaan_niet_mee_en_die_van_een_andere_wel(
    eigen_databank: str, tmp_path: Path
) -> None:
    voer_in(schrijf(tmp_path / "register", MET_EEN_BEPERKTE))
    with cluster().verbind(BEHEERDER, eigen_databank) as verbinding:
        verbinding.execute(
            "UPDATE casus_betrokkenheid b SET zijde = 1 FROM casus_casus c "
            "WHERE c.id = b.casus_id AND c.kenmerk IN ('C1', 'C2')"
        )
        verbinding.execute("UPDATE casus_casus SET beperkt = true WHERE kenmerk = 'C1'")

    blijft = voer_dossier_uit(tmp_path / "pakket.age").blijft

    assert [zin for zin in blijft if "zijde" in zin or "deze zaken" in zin] == [
        "In deze zaken staan mensen of partners aan een kant. De kant van mensen gaat mee, die van "
        "partners niet. Laat het andere huis bij elke uitnodiging van een partner een kant kiezen: "
        "C2."
    ]
    assert rijen(uitgepakt(tmp_path / "pakket.age"), "kanten") == [
        {"casus_id": "C2", "persoon_id": "P2", "kant": "1"}
    ]
