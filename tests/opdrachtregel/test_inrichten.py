# SPDX-License-Identifier: EUPL-1.2
"""A new house gets its name, its gemeenten and its first account on the command line."""

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.databank import kloon
from tests.opdrachtregel.aanroep import vangnet, vraag
from vangnet.gebruikers.beheer import activering_geven
from vangnet.toegang.regels import AccountRolSoort, bezwaar_tegen
from vangnet.toegang.vrager import Vrager, als

ZIN = "een lange zin om mee te proeven"
AANGEWEZEN = ["--taak", "a", "--screening", "2024-05-06"]
ELS = ["gebruiker", "toevoegen", "--email", "nieuw@huis.invalid", "--naam", "Nieuw Persoon"]
ZONDER_INHOUD = {"beheerder", "analist", "bestuur"}


@pytest.fixture(scope="module")
def huis(django_db_setup: None) -> Iterator[str]:
    with kloon() as naam:
        yield naam


@pytest.mark.traag
def test_het_huis_krijgt_naam_en_gemeenten_met_een_spoor_in_het_journaal(huis: str) -> None:
    uitkomst = vangnet("huis", "--naam", "Huis Proef", "--gemeenten", "gm0080", databank=huis)

    assert uitkomst.stdout == "Naam: Huis Proef\nGemeenten: GM0080\n"
    rijen = "SELECT velden, vrager_soort FROM journaal_handeling WHERE handeling = 'huis.ingesteld'"
    assert vraag(huis, rijen) == [(["naam", "gemeenten"], "opdracht")]


@pytest.mark.traag
def test_een_gemeente_die_niet_meer_bestaat_wordt_geweigerd_met_haar_opvolgers(huis: str) -> None:
    uitkomst = vangnet("huis", "--gemeenten", "GM0080,GM0055,GM9999", databank=huis)

    assert uitkomst.returncode == 1
    assert "GM0055 (Boarnsterhim) bestaat niet meer" in uitkomst.stderr
    assert "GM9999 is geen gemeentecode" in uitkomst.stderr


@pytest.mark.traag
def test_een_huis_met_een_teken_dat_je_niet_ziet_in_zijn_naam_wordt_geweigerd(huis: str) -> None:
    uitkomst = vangnet("huis", "--naam", "Huis \u202eProef", databank=huis)

    assert uitkomst.returncode == 1
    assert "In de naam van het huis staan tekens die je niet ziet. Typ" in uitkomst.stderr


@pytest.mark.traag
def test_met_een_nieuw_account_kan_iemand_inloggen(eigen_databank: str) -> None:
    rol = ["--rol", "procesregisseur", *AANGEWEZEN]
    uitkomst = vangnet(*ELS, *rol, databank=eigen_databank, invoer=f"{ZIN}\n")

    client = Client()
    antwoord = client.post("/inloggen", {"email": "nieuw@huis.invalid", "wachtwoord": ZIN})
    assert (uitkomst.returncode, antwoord.status_code) == (0, 302)
    assert antwoord.headers["Location"] == "/inloggen/instellen"
    wie = "SELECT vrager_soort FROM journaal_handeling WHERE handeling = 'gebruiker.toegevoegd'"
    assert vraag(eigen_databank, wie) == [("opdracht",)]


@pytest.mark.traag
def test_een_account_van_een_partner_noemt_de_organisatie_die_aanwijst(eigen_databank: str) -> None:
    rol = ["--rol", "ketenpartner", "--organisatie", "org-ggz", *AANGEWEZEN]
    uitkomst = vangnet(*ELS, *rol, databank=eigen_databank, invoer=f"{ZIN}\n")

    rijen = (
        "SELECT o.kenmerk, r.taak, r.screening_op::text, r.bevestigd_op IS NOT NULL "
        "FROM toegang_accountrol r JOIN gebruikers_gebruiker g ON g.id = r.gebruiker "
        "JOIN organisaties_organisatie o ON o.id = r.organisatie AND o.id = g.organisatie_id "
        "WHERE g.email = 'nieuw@huis.invalid'"
    )
    assert uitkomst.returncode == 0
    assert vraag(eigen_databank, rijen) == [("org-ggz", "a", "2024-05-06", True)]


@pytest.mark.traag
def test_de_installatie_bevestigt_als_geen_manager_dat_kan(eigen_databank: str) -> None:
    petra = ["gebruiker", "bevestigen", "--email", "petra@proef.invalid"]
    eerste, tweede = (vangnet(*petra, databank=eigen_databank) for _keer in range(2))

    assert (eerste.returncode, eerste.stdout) == (0, "Bevestigd: 1.\n")
    assert (tweede.returncode, "geen rol die wacht" in tweede.stderr) == (1, True)
    rijen = (
        "SELECT bevestigd_op IS NOT NULL, bevestigd_door FROM toegang_accountrol r "
        "JOIN gebruikers_gebruiker g ON g.id = r.gebruiker WHERE g.email = 'petra@proef.invalid'"
    )
    assert vraag(eigen_databank, rijen) == [(True, None)]
    spoor = (
        "SELECT vrager_soort, aantallen::text FROM journaal_handeling "
        "WHERE handeling = 'rol.bevestigd'"
    )
    assert vraag(eigen_databank, spoor) == [("opdracht", '{"rollen": 1}')]


@pytest.mark.traag
def test_met_een_open_code_bevestigt_ook_de_installatie_niet(eigen_databank: str) -> None:
    with als(Vrager(id_van("els"))):
        activering_geven(id_van("petra"))

    petra = ["gebruiker", "bevestigen", "--email", "petra@proef.invalid"]
    assert "code open" in vangnet(*petra, databank=eigen_databank).stderr


@pytest.mark.traag
@pytest.mark.parametrize(
    ("extra", "invoer", "zin"),
    [
        (["--rol", "beheerder"], "kort\n", "te kort"),
        (["--rol", "beheerder", "--rol", "procesregisseur"], f"{ZIN}\n", "geen inhoud"),
        (["--rol", "ketenpartner", *AANGEWEZEN], f"{ZIN}\n", "andere organisatie"),
        (["--rol", "procesregisseur"], f"{ZIN}\n", "--taak en --screening"),
        (["--rol", "auditor", *AANGEWEZEN], f"{ZIN}\n", "De rol auditor is tijdelijk"),
        (["--rol", "analist", "--organisatie", "weg"], f"{ZIN}\n", "geen organisatie met kenmerk"),
        (
            ["--rol", "manager", "--taak", "a", "--screening", "2100-01-01"],
            f"{ZIN}\n",
            "in de toekomst",
        ),
        (["--rol", "beheerder", "--email", "geen adres"], f"{ZIN}\n", "geen e-mailadres"),
        (["--rol", "beheerder", "--naam", "Els\u202e B"], f"{ZIN}\n", "In --naam staan tekens"),
        (["--rol", "beheerder", "--functie", "arts\u200b"], f"{ZIN}\n", "In --functie staan"),
        (["--rol", "beheerder", "--email", "a@b\u202e.nl"], f"{ZIN}\n", "In --email staan"),
        (["--rol", "beheerder", "--email", "Amira@proef.invalid"], f"{ZIN}\n", "al een account"),
    ],
)
def test_een_account_dat_niet_kan_wordt_geweigerd_met_een_zin(
    extra: list[str], invoer: str, zin: str, huis: str
) -> None:
    uitkomst = vangnet(*ELS, *extra, databank=huis, invoer=invoer)

    assert (uitkomst.returncode, zin in uitkomst.stderr) == (1, True)
    assert "Traceback" not in uitkomst.stderr


@pytest.mark.parametrize("ander", sorted(set(AccountRolSoort) - ZONDER_INHOUD))
def test_een_beheerder_heeft_geen_rol_die_inhoud_ziet(ander: AccountRolSoort) -> None:
    assert bezwaar_tegen({AccountRolSoort.BEHEERDER, ander})


@pytest.mark.parametrize("ander", ["analist", "bestuur"])
def test_een_beheerder_mag_wel_cijfers_zien(ander: str) -> None:
    assert bezwaar_tegen({AccountRolSoort.BEHEERDER, AccountRolSoort(ander)}) == ""


@pytest.mark.parametrize("rol", ["procesregisseur", "beheerder", "manager", "analist", "bestuur"])
def test_een_rol_van_het_huis_alleen_is_goed(rol: str) -> None:
    assert bezwaar_tegen({AccountRolSoort(rol)}) == ""


def test_zonder_rol_is_er_geen_account() -> None:
    assert bezwaar_tegen(set()) == "Geef minstens één rol."
