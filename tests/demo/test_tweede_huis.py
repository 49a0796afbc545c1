# SPDX-License-Identifier: EUPL-1.2
"""Another house file, with own gemeenten, partners and totals, gives another house."""

from pathlib import Path

import pytest

from tests.demo.conftest import KLEIN_HUIS
from tests.demo.figuren import jaarcijfers, klasse
from tests.kerncijfers.geldig import fouten
from tests.kerncijfers.telling import lees_pakket
from vangnet.demo.huis import HuisFout, lees_huis
from vangnet.demo.pakket import Verslag, maak_pakket

Klein = tuple[Path, Verslag]


def test_het_pakket_van_het_tweede_huis_is_geldig(klein: Klein) -> None:
    assert fouten(lees_pakket(klein[0])) == []


@pytest.mark.parametrize(
    ("jaar", "sleutel", "waarde"),
    [
        (2023, "zaken_aangemeld", 20),
        (2023, "aanmeldingen", 24),
        (2023, "aanmeldingen_niet_in_behandeling", 2),
        (2023, "zaken_afgesloten", 7),
        (2023, "personen_betrokken", 30),
        (2023, "trajectbegeleiding", 5),
        (2023, "kort_advies", 11),
        (2024, "zaken_openstaand", 13),
        (2024, "zaken_afgesloten", 13),
        (2024, "zaken_heropend", 1),
        (2024, "zaken_gewisseld", 2),
        (2024, "personen_betrokken", 25),
        (2024, "trajectbegeleiding", 7),
        (2024, "trajectbegeleiding_nieuw", 4),
        (2024, "leeftijd_0_23", 35),
        (2024, "goed_resultaat", 75),
        (2024, "screening_gedetineerden", 9),
        (2024, "kosten", 1200),
    ],
)
def test_het_tweede_huis_haalt_zijn_eigen_totalen(
    klein: Klein, jaar: int, sleutel: str, waarde: int
) -> None:
    assert jaarcijfers(klein[0], jaar)[sleutel]["waarde"] == waarde


def test_het_tweede_huis_heeft_zijn_eigen_gemeenten(klein: Klein) -> None:
    cijfer = jaarcijfers(klein[0], 2024)["zaken_aangemeld"]

    assert klasse(cijfer, "gemeente", "GM1883") == 14
    assert klasse(cijfer, "gemeente", "GM0971") == 6


def test_wat_niet_kan_staat_in_het_verslag(klein: Klein) -> None:
    gevonden = [(int(rij.cijfer.waarde), int(rij.berekend)) for rij in klein[1].rijen]

    assert gevonden == [(15, 14), (36, 35)]


def test_een_huis_zonder_gepubliceerde_cijfers_heeft_niets_te_verantwoorden(
    tmp_path: Path,
) -> None:
    pad = tmp_path / "klein.toml"
    regels = KLEIN_HUIS.read_text(encoding="utf-8").splitlines()
    pad.write_text("\n".join(r for r in regels if "gepubliceerd" not in r), encoding="utf-8")

    verslag = maak_pakket(pad, tmp_path / "pakket", zaad=5)

    assert verslag.rijen == []
    assert not (tmp_path / "pakket" / "gepubliceerd.csv").exists()


def test_een_aanmelding_voor_de_enige_zaak_uit_opent_of_raakt_geen_zaak(tmp_path: Path) -> None:
    """One casus and 27 more aanmeldingen in one month: those before it can't join it."""
    tekst = KLEIN_HUIS.read_text(encoding="utf-8")
    tekst = tekst.replace("procesregie = 12, ondersteuning = 8", "procesregie = 1")
    tekst = tekst.replace(
        "2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2", "30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0"
    )
    (tmp_path / "huis.toml").write_text(tekst.replace("gepubliceerd =", "# "), encoding="utf-8")

    maak_pakket(tmp_path / "huis.toml", tmp_path, zaad=5)

    rijen = lees_pakket(tmp_path)
    assert fouten(rijen) == []
    assert "dubbel" in {rij["reden"] for rij in rijen["aanmeldingen"]}


@pytest.mark.parametrize(
    ("oud", "nieuw", "fout"),
    [
        ("jaar = 2023", "jar = 2023", "onbekend: jar"),
        ("2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2", "24", "12 getallen"),
        ("procesregie = 12", "procesregie = 99", "minder aanmeldingen dan zaken"),
        ("Gemeenten = 65", "Kerken = 65", "Kerken"),
        ('naam = "Veiligheidshuis Proefstad"', "", "'naam'"),
        ("[standaard.thema]", "[standaard.thema", "klein.toml"),
    ],
)  # fmt: skip
def test_een_fout_huisbestand_wordt_geweigerd(
    tmp_path: Path, oud: str, nieuw: str, fout: str
) -> None:
    pad = tmp_path / "klein.toml"
    pad.write_text(KLEIN_HUIS.read_text(encoding="utf-8").replace(oud, nieuw), encoding="utf-8")

    with pytest.raises(HuisFout, match=fout):
        lees_huis(pad)
