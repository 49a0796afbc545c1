# SPDX-License-Identifier: EUPL-1.2
"""Back-up and restore: everything is back, nothing is overwritten, no key goes along."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import settings as instellingen
from tests.databank import kloon
from tests.opdrachtregel.aanroep import Uitkomst, lege_databank, vangnet, vraag, vreemde_sleutels
from vangnet.kern.databank.herstel import lees_verslag
from vangnet.kern.fouten import OmgevingFout

pytestmark = pytest.mark.traag

AANTALLEN = """
    SELECT (SELECT count(*) FROM casus_casus), (SELECT count(*) FROM personen_persoon),
           (SELECT count(*) FROM inrichting_code)
"""
JOURNAAL = "SELECT * FROM journaal_handeling WHERE moment <= '{}' ORDER BY id"
TOT_EN_MET = "SELECT max(moment) FROM journaal_handeling WHERE handeling = 'backup.gemaakt'"
# Grants on relations, functions and schemas, and the policies: what the database lets each role do.
RECHTEN = """
    SELECT 'relatie', n.nspname || '.' || c.relname, acl::text
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(c.relacl) acl
     WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
    UNION ALL SELECT 'kolom', a.attrelid::regclass || '.' || a.attname, acl::text
      FROM pg_attribute a, unnest(a.attacl) acl WHERE a.attrelid >= 16384
    UNION ALL SELECT 'functie', p.oid::regprocedure::text, acl::text
      FROM pg_proc p, unnest(p.proacl) acl WHERE p.oid >= 16384
    UNION ALL SELECT 'schema', nspname, acl::text FROM pg_namespace, unnest(nspacl) acl
    UNION ALL SELECT 'standaard', defaclobjtype::text, acl::text
      FROM pg_default_acl, unnest(defaclacl) acl
    UNION ALL SELECT 'databank', 'rechten', acl::text
      FROM pg_database, unnest(datacl) acl WHERE datname = current_database()
    UNION ALL SELECT 'beleid', tablename || '.' || policyname,
           concat_ws('|', cmd, roles::text, qual, with_check) FROM pg_policies
    UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, tgenabled::text
      FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1, 2, 3
"""


@pytest.fixture(scope="module")
def bron(django_db_setup: None) -> Iterator[str]:
    """A house with the fixed cast."""
    with kloon() as naam:
        yield naam


@pytest.fixture(scope="module")
def map_(bron: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A back-up of that house; the command says that the key file is not in it."""
    pad = tmp_path_factory.mktemp("back-ups") / "met een spatie"
    uitkomst = vangnet("backup", str(pad), databank=bron)
    assert uitkomst.returncode == 0, uitkomst.stderr
    assert f"{instellingen.SLEUTELBESTAND} apart" in uitkomst.stdout
    return pad


@pytest.fixture(scope="module")
def hersteld(map_: Path) -> Iterator[tuple[str, Uitkomst]]:
    """That back-up in a new database, and what the command said."""
    with lege_databank() as naam:
        yield naam, vangnet("herstel", str(map_), databank=naam)


def test_na_een_herstel_zijn_alle_rijen_er_weer(bron: str, hersteld: tuple[str, Uitkomst]) -> None:
    naam, uitkomst = hersteld

    assert uitkomst.returncode == 0, uitkomst.stderr
    assert "zijn gelijk" in uitkomst.stdout
    assert vraag(naam, AANTALLEN) == vraag(bron, AANTALLEN)


def test_na_een_herstel_is_het_journaal_ongeschonden(
    bron: str, hersteld: tuple[str, Uitkomst]
) -> None:
    naam, _ = hersteld

    ((moment,),) = vraag(naam, TOT_EN_MET)
    opgevraagd = JOURNAAL.format(moment)
    assert vraag(naam, opgevraagd) == vraag(bron, opgevraagd) != []
    with pytest.raises(Exception, match="alleen aangevuld"):
        vraag(naam, "DELETE FROM journaal_handeling RETURNING id")


def test_na_een_herstel_mag_elke_rol_precies_hetzelfde(
    bron: str, hersteld: tuple[str, Uitkomst]
) -> None:
    naam, _ = hersteld

    assert vraag(naam, RECHTEN) == vraag(bron, RECHTEN)


def test_na_een_herstel_zijn_de_cijfers_gelijk(bron: str, hersteld: tuple[str, Uitkomst]) -> None:
    vraag_cijfers = ["kerncijfers", "--van", "2022-01-01", "--tot", "2022-12-31", "--formaat=json"]

    voor, na = (vangnet(*vraag_cijfers, databank=naam) for naam in (bron, hersteld[0]))

    assert na.returncode == 0, na.stderr
    assert '"aanmeldingen"' in na.stdout
    assert na.stdout == voor.stdout


def test_het_herstel_staat_zelf_in_het_journaal(hersteld: tuple[str, Uitkomst]) -> None:
    naam, _ = hersteld

    handelingen = (
        "SELECT handeling, vrager_soort FROM journaal_handeling "
        "WHERE object_soort = 'backup' ORDER BY moment"
    )
    assert vraag(naam, handelingen) == [
        ("backup.gemaakt", "opdracht"),
        ("backup.teruggezet", "opdracht"),
    ]


def test_er_zit_geen_sleutel_in(map_: Path) -> None:
    inhoud = (map_ / "databank.dump").read_bytes() + (map_ / "verslag.json").read_bytes()

    for nummers in instellingen.SLEUTELS.sleutels.values():
        assert not any(sleutel in inhoud for sleutel in nummers.values())
    assert "toegang.sleutel" not in json.loads((map_ / "verslag.json").read_text())["tabellen"]


def test_een_back_up_overschrijft_niets(map_: Path, bron: str) -> None:
    uitkomst = vangnet("backup", str(map_), databank=bron)

    assert (uitkomst.returncode, "overschrijft nooit" in uitkomst.stderr) == (1, True)


def test_een_mislukte_back_up_laat_niets_achter(bron: str, tmp_path: Path) -> None:
    uitkomst = vangnet("backup", str(tmp_path / "b"), databank=bron, VANGNET_PROGRAMMAS="/nergens")

    assert uitkomst.returncode == 1
    assert "Traceback" not in uitkomst.stderr
    assert list(tmp_path.iterdir()) == []


def test_een_huis_dat_niet_leeg_is_wordt_niet_overschreven(map_: Path, bron: str) -> None:
    voor = vraag(bron, AANTALLEN)

    uitkomst = vangnet("herstel", str(map_), databank=bron)

    assert (uitkomst.returncode, "niet leeg" in uitkomst.stderr) == (1, True)
    assert vraag(bron, AANTALLEN) == voor


def test_met_een_ander_sleutelbestand_wordt_er_niet_hersteld(map_: Path, tmp_path: Path) -> None:
    with lege_databank() as naam:
        uitkomst = vangnet("herstel", str(map_), databank=naam, **vreemde_sleutels(tmp_path))

    assert (uitkomst.returncode, "ander sleutelbestand" in uitkomst.stderr) == (1, True)


def test_een_beschadigde_back_up_wordt_geweigerd(map_: Path, tmp_path: Path) -> None:
    for bestand in map_.iterdir():
        (tmp_path / bestand.name).write_bytes(bestand.read_bytes())
    dump = tmp_path / "databank.dump"
    dump.write_bytes(dump.read_bytes()[:-1])

    with pytest.raises(OmgevingFout, match="controlegetal klopt niet"):
        lees_verslag(tmp_path)


@pytest.mark.parametrize("inhoud", ["", "[]", '{"formaat": 1}'])
def test_een_map_die_geen_back_up_is_wordt_geweigerd(inhoud: str, tmp_path: Path) -> None:
    (tmp_path / "verslag.json").write_text(inhoud, encoding="utf-8")

    with pytest.raises(OmgevingFout, match="geen back-up van Vangnet"):
        lees_verslag(tmp_path)
