# SPDX-License-Identifier: EUPL-1.2
"""Who may ask, decide and take back an order for the dossier, whatever the pages do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import InsufficientPrivilege

from config import settings as instellingen
from tests.bezetting import OPENBARE_SLEUTEL, id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import als_app, zitting
from tests.toegang.test_inzage_acten import word
from vangnet.kern.databank.cluster import BEHEERDER

OPDRACHT = id_van("dossieropdracht")
GOEDGEKEURD = (
    "akkoord = true, besloten_op = now(), motivering = 'Goed.', "
    f"besloten_door_id = '{id_van('frank')}', geldig_tot = now() + interval '7 days'"
)
GEBRUIK = "SELECT sleutel FROM uitwisseling.gebruik_dossieropdracht(%s, '')"
AF = "SELECT uitwisseling.rond_dossier_af()"
# Not the criteria of the house and the sealed keys: an import of casework reads those too.
DOSSIER = (
    "aanmelding_criteriumoordeel",
    "aanmelding_huisoordeel",
    "aanmelding_beslisser",
    "plan_doel",
    "casus_bijdrage",
    "casus_bijdragepubliek",
    "documenten_documentversie",
    "documenten_documentdeel",
)


@pytest.fixture(scope="module")
def bank() -> Iterator[psycopg.Connection]:
    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as verbinding:
        yield verbinding


@pytest.fixture
def beheer(bank: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """The functions check their asker themselves, so the owner of all rows may call them."""
    with bank.transaction(force_rollback=True):
        yield bank


def besluit(beheer: psycopg.Connection, *, akkoord: bool = True) -> None:
    beheer.execute(
        "SELECT uitwisseling.besluit_dossier(%s, %s, 'Nagekeken.', '')", [OPDRACHT, akkoord]
    )


def trek_in(beheer: psycopg.Connection) -> None:
    beheer.execute("SELECT uitwisseling.trek_dossier_in(%s, '')", [OPDRACHT])


def zet(beheer: psycopg.Connection, wat: str) -> None:
    """Something about the order that only time or the installation brings about."""
    beheer.execute(f"UPDATE uitwisseling_dossieropdracht SET {wat} WHERE id = %s", [OPDRACHT])  # noqa: S608


def geef_ook(beheer: psycopg.Connection, wie: str, rol: str) -> None:
    beheer.execute(
        "INSERT INTO toegang_accountrol (id, gebruiker, rol, organisatie, taak, screening_op, "
        "vanaf, gegeven_op, bevestigd_op) SELECT gen_random_uuid(), gebruiker, %s, organisatie, "
        "taak, screening_op, vanaf, gegeven_op, bevestigd_op FROM toegang_accountrol "
        "WHERE gebruiker = %s",
        [rol, id_van(wie)],
    )


def geweigerd(beheer: psycopg.Connection, daad: Callable[[psycopg.Connection], object]) -> bool:
    try:
        with beheer.transaction():
            daad(beheer)
    except InsufficientPrivilege:
        return True
    return False


def test_wie_vroeg_besluit_niet_ook_met_beide_rollen(beheer: psycopg.Connection) -> None:
    geef_ook(beheer, "mirjam", "privacy_officer")
    with zitting(beheer, "manager"):
        assert geweigerd(beheer, besluit)


def test_een_tweede_adres_van_wie_vroeg_besluit_niet(beheer: psycopg.Connection) -> None:
    beheer.execute(
        "UPDATE gebruikers_gebruiker f SET email = replace(m.email, '@', '+fg@') "
        "FROM gebruikers_gebruiker m WHERE f.id = %s AND m.id = %s",
        [id_van("frank"), id_van("mirjam")],
    )
    with zitting(beheer, "privacy_officer"):
        assert geweigerd(beheer, besluit)


@pytest.mark.parametrize(
    "wie", ["manager", "auditor", "beheerder", "procesregisseur", "opdrachtregel"]
)
def test_alleen_de_privacy_officer_besluit(wie: str, beheer: psycopg.Connection) -> None:
    with zitting(beheer, wie):
        assert geweigerd(beheer, besluit)


@pytest.mark.parametrize("wie", ["privacy_officer", "beheerder", "procesregisseur"])
def test_alleen_een_manager_vraagt(wie: str, beheer: psycopg.Connection) -> None:
    def vraag(beheer: psycopg.Connection) -> None:
        beheer.execute(
            "SELECT uitwisseling.vraag_dossier('Oost', %s, 'Wij gaan over.', '')",
            [OPENBARE_SLEUTEL],
        )

    with zitting(beheer, wie):
        assert geweigerd(beheer, vraag)


@pytest.mark.parametrize(
    "waarden",
    [(" ", OPENBARE_SLEUTEL, "Wij gaan over."), ("Oost", "age1", "Wij gaan over."),
     ("Oost", OPENBARE_SLEUTEL, "kort"), ("x" * 201, OPENBARE_SLEUTEL, "Wij gaan over.")],
)  # fmt: skip
def test_de_databank_neemt_geen_halve_vraag(
    waarden: tuple[str, str, str], beheer: psycopg.Connection
) -> None:
    with zitting(beheer, "manager"):
        assert geweigerd(
            beheer,
            lambda b: b.execute("SELECT uitwisseling.vraag_dossier(%s, %s, %s, '')", waarden),
        )


@pytest.mark.parametrize(
    "wat",
    ["besluit_voor = now()", "ingetrokken_op = now()"],
)
def test_over_wat_verlopen_of_ingetrokken_is_besluit_niemand(
    wat: str, beheer: psycopg.Connection
) -> None:
    zet(beheer, wat)
    with zitting(beheer, "privacy_officer"):
        assert geweigerd(beheer, besluit)


def test_een_besluit_valt_een_keer(beheer: psycopg.Connection) -> None:
    with zitting(beheer, "privacy_officer"):
        besluit(beheer, akkoord=False)

        assert geweigerd(beheer, besluit)


def test_een_ander_dan_wie_vroeg_of_besloot_trekt_niet_in(beheer: psycopg.Connection) -> None:
    with zitting(beheer, "privacy_officer"):
        assert geweigerd(beheer, trek_in)


@pytest.mark.parametrize(
    "wat",
    ["ingetrokken_op = now()", "geldig_tot = now()", "gebruikt_op = now(), gebruikt_in = 1"],
)
def test_wat_voorbij_is_trekt_niemand_in(wat: str, beheer: psycopg.Connection) -> None:
    zet(beheer, GOEDGEKEURD)
    zet(beheer, wat)
    with zitting(beheer, "manager"):
        assert geweigerd(beheer, trek_in)


def test_een_nee_trekt_niemand_in(beheer: psycopg.Connection) -> None:
    with zitting(beheer, "privacy_officer"):
        besluit(beheer, akkoord=False)
        word(beheer, "mirjam")

        assert geweigerd(beheer, trek_in)


@contextmanager
def goedgekeurd(bank: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """The application, in a house where the order of the cast is approved."""
    zet(bank, GOEDGEKEURD)
    try:
        with als_app(str(bank.info.dbname)) as app:
            yield app
    finally:
        zet(
            bank,
            "akkoord = NULL, besloten_op = NULL, motivering = NULL, besloten_door_id = NULL, "
            "geldig_tot = NULL, gebruikt_op = NULL, gebruikt_in = NULL",
        )


def gelezen(app: psycopg.Connection) -> dict[str, bool]:
    """Of each table of the dossier whether the import role reads a row now."""
    app.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(instellingen.ROLLEN.invoer)))
    vraag = "SELECT EXISTS (SELECT FROM {})"
    antwoorden = {
        tabel: app.execute(sql.SQL(vraag).format(sql.Identifier(tabel))).fetchone()
        for tabel in DOSSIER
    }
    return {tabel: bool(rij and rij[0]) for tabel, rij in antwoorden.items()}


def test_alleen_met_een_opdracht_leest_de_invoer_het_dossier(bank: psycopg.Connection) -> None:
    with goedgekeurd(bank) as app:
        with zitting(app, "opdrachtregel"):
            zonder = gelezen(app)
        with zitting(app, "opdrachtregel"):
            app.execute(GEBRUIK, [OPDRACHT])
            met = gelezen(app)

    assert (zonder, met) == (dict.fromkeys(DOSSIER, False), dict.fromkeys(DOSSIER, True))


def test_een_transactie_begint_een_keer_met_een_opdracht(bank: psycopg.Connection) -> None:
    with goedgekeurd(bank) as app, zitting(app, "opdrachtregel"):
        app.execute(GEBRUIK, [OPDRACHT])
        with pytest.raises(InsufficientPrivilege):
            app.execute(GEBRUIK, [OPDRACHT])


def test_alleen_met_een_opdracht_leest_de_invoer_waar_kanten_zijn(bank: psycopg.Connection) -> None:
    def met_kanten(app: psycopg.Connection) -> list[tuple[str]]:
        app.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(instellingen.ROLLEN.invoer)))
        return app.execute("SELECT uitwisseling.zaken_met_kanten()").fetchall()

    bank.execute("UPDATE casus_betrokkenheid SET zijde = 1")
    try:
        with goedgekeurd(bank) as app:
            with zitting(app, "opdrachtregel"):
                zonder = met_kanten(app)
            with zitting(app, "opdrachtregel"):
                app.execute(GEBRUIK, [OPDRACHT])
                met = met_kanten(app)
    finally:
        bank.execute("UPDATE casus_betrokkenheid SET zijde = NULL")

    assert (zonder, met) == ([], [("ZVH-2022-0001",)])


def test_een_gebruikte_opdracht_geldt_niet_voor_een_volgende_transactie(
    bank: psycopg.Connection,
) -> None:
    with goedgekeurd(bank) as app:
        with zitting(app, "opdrachtregel", terug=False):
            app.execute(GEBRUIK, [OPDRACHT])
            assert app.execute(AF).fetchone() == (True,)
        with zitting(app, "opdrachtregel"):
            daarna = gelezen(app)
        with zitting(app, "opdrachtregel"), pytest.raises(InsufficientPrivilege):
            app.execute(GEBRUIK, [OPDRACHT])

    assert daarna == dict.fromkeys(DOSSIER, False)


def test_wat_zonder_afronden_blijft_staan_telt_niet_in_een_volgende_transactie(
    bank: psycopg.Connection,
) -> None:
    with goedgekeurd(bank) as app:
        with zitting(app, "opdrachtregel", terug=False):
            app.execute(GEBRUIK, [OPDRACHT])
        with zitting(app, "opdrachtregel"):
            af = app.execute(AF).fetchone()
            daarna = gelezen(app)
        bank.execute("TRUNCATE uitwisseling.lopende_uitvoer")

    assert (af, daarna) == ((False,), dict.fromkeys(DOSSIER, False))


def test_wat_intussen_is_gebruikt_rondt_niemand_nog_eens_af(bank: psycopg.Connection) -> None:
    with goedgekeurd(bank) as app, zitting(app, "opdrachtregel"):
        app.execute(GEBRUIK, [OPDRACHT])
        zet(bank, "gebruikt_op = now(), gebruikt_in = 1")

        assert app.execute(AF).fetchone() == (False,)


def test_na_het_afronden_leest_de_invoer_het_dossier_niet_meer(bank: psycopg.Connection) -> None:
    with goedgekeurd(bank) as app, zitting(app, "opdrachtregel"):
        app.execute(GEBRUIK, [OPDRACHT])
        app.execute(AF)

        assert gelezen(app) == dict.fromkeys(DOSSIER, False)


def test_zonder_opdracht_in_deze_transactie_is_er_niets_af_te_ronden(
    bank: psycopg.Connection,
) -> None:
    with goedgekeurd(bank) as app, zitting(app, "opdrachtregel"):
        assert app.execute(AF).fetchone() == (False,)


@pytest.mark.parametrize("wie", ["manager", "privacy_officer", "procesondersteuner"])
def test_alleen_wie_invoert_rondt_een_opdracht_af(wie: str, bank: psycopg.Connection) -> None:
    with goedgekeurd(bank) as app, zitting(app, wie), pytest.raises(InsufficientPrivilege):
        app.execute(AF)


@pytest.mark.parametrize(
    "wie",
    ["manager", "privacy_officer", "procesondersteuner", "opdrachtregel_als_mens"],
)
def test_alleen_de_opdrachtregel_gebruikt_een_opdracht(wie: str, bank: psycopg.Connection) -> None:
    with goedgekeurd(bank) as app, zitting(app, wie), pytest.raises(InsufficientPrivilege):
        app.execute(GEBRUIK, [OPDRACHT])


@pytest.mark.parametrize(
    "wat",
    [
        "geldig_tot = now()",
        "ingetrokken_op = now()",
        "akkoord = false, geldig_tot = NULL",
        "akkoord = NULL, besloten_op = NULL, motivering = NULL, besloten_door_id = NULL, "
        "geldig_tot = NULL",
    ],
)
def test_wat_niet_geldt_gebruikt_niemand(wat: str, beheer: psycopg.Connection) -> None:
    zet(beheer, GOEDGEKEURD)
    zet(beheer, wat)
    with zitting(beheer, "opdrachtregel"):
        assert geweigerd(beheer, lambda b: b.execute(GEBRUIK, [OPDRACHT]))


@pytest.mark.parametrize(
    ("vraag", "blijft"),
    [
        ("UPDATE casus_casus SET beperkt = true",
         {"criteriumoordelen", "huisoordelen", "beslissers", "doelen", "bijdragen",
          "bijdragepubliek", "documenten"}),
        ("UPDATE casus_bijdrage SET ingetrokken_op = now()",
         {"bijdragen", "bijdragepubliek", "documenten"}),
        ("UPDATE casus_bijdrage SET publiek = 'werknotitie'",
         {"bijdragen", "bijdragepubliek", "documenten"}),
        ("UPDATE documenten_documentversie SET scan = 'wacht'", {"documenten"}),
        ("UPDATE documenten_documentversie SET scan = 'besmet'", {"documenten"}),
        ("UPDATE aanmelding_aanmelding SET casus_id = NULL, triage_besluit = 'advies'",
         {"criteriumoordelen", "huisoordelen", "beslissers"}),
    ],
)  # fmt: skip
def test_wat_niet_mee_mag_blijft(vraag: str, blijft: set[str], beheer: psycopg.Connection) -> None:
    beelden = ("criteriumoordelen", "huisoordelen", "beslissers", "doelen", "bijdragen",
               "bijdragepubliek", "documenten")  # fmt: skip
    beheer.execute("SET LOCAL session_replication_role = replica")
    beheer.execute(vraag.encode())

    gaat_mee = {
        beeld
        for beeld in beelden
        if beheer.execute(f"SELECT FROM uitwisseling.{beeld} WHERE NOT blijft").fetchone()
        is not None
    }
    assert set(beelden) - gaat_mee == blijft
