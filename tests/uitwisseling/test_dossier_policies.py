# SPDX-License-Identifier: EUPL-1.2
"""What the database refuses an import of casework, whatever the application does."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import InsufficientPrivilege

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.dossierproeven import CASUS, DOSSIER, GOED
from tests.toegang.proefbank import als_app, zitting
from vangnet.kern.databank.cluster import BEHEERDER

OORDELEN = ("aanmelding_criteriumoordeel", "aanmelding_huisoordeel", "aanmelding_beslisser")
# Each a change of one column that makes a good row one that has to be refused.
FOUT: tuple[tuple[str, dict[str, Any]], ...] = (
    ("casus_bijdrage", {"auteur_id": id_van("amira")}),
    ("casus_bijdrage", {"invoer": None}),
    ("casus_bijdrage", {"publiek": "werknotitie"}),
    ("casus_bijdrage", {"ingetrokken_op": "2024-01-01"}),
    ("casus_bijdragepubliek", {"bijdrage_id": id_van("bijdrage-organisaties")}),
    ("casus_bijdragepubliek", {"invoer": id_van("andere invoer")}),
    ("documenten_documentversie", {"scan": "schoon"}),
    ("documenten_documentversie", {"gescand_op": "2024-01-01"}),
    ("documenten_documentversie", {"door_id": id_van("amira")}),
    ("documenten_documentversie", {"document": id_van("document"), "nummer": 2}),
    ("documenten_documentversie", {"dossier": id_van("geen casus")}),
    ("documenten_documentdeel", {"van_id": id_van("documentversie")}),
    ("plan_doel", {"invoer": None}),
    ("aanmelding_criteriumoordeel", {"invoer": None}),
    ("aanmelding_huiscriterium", {"tot": None}),
    ("aanmelding_huiscriterium", {"tot": "2024-01-02"}),
    ("aanmelding_huiscriterium", {"invoer": None}),
    ("aanmelding_huisoordeel", {"invoer": None}),
    ("aanmelding_beslisser", {"invoer": None}),
    *((tabel, {"aanmelding_id": id_van("aanmelding")}) for tabel in OORDELEN),
    *((tabel, {"aanmelding_id": id_van("aanmelding-wacht")}) for tabel in OORDELEN),
    *((tabel, {"invoer": id_van("andere invoer")}) for tabel in OORDELEN),
)


@pytest.fixture(scope="module")
def bank() -> Iterator[str]:
    with kloon() as naam:
        yield naam


@pytest.fixture
def app(bank: str) -> Iterator[psycopg.Connection]:
    with als_app(bank) as verbinding:
        yield verbinding


def voeg_toe(app: psycopg.Connection, tabel: str, rij: dict[str, Any]) -> None:
    app.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            sql.Identifier(tabel),
            sql.SQL(", ").join(map(sql.Identifier, rij)),
            sql.SQL(", ").join(sql.Placeholder() * len(rij)),
        ),
        list(rij.values()),
    )


def voeg_goede_toe(app: psycopg.Connection, *, tot: str = "") -> None:
    """The good rows, up to a table, each of which the next needs."""
    for tabel, rij in GOED.items():
        if tabel == tot:
            return
        voeg_toe(app, tabel, rij)


def test_een_goed_dossier_mag_erbij(app: psycopg.Connection) -> None:
    with zitting(app, "opdrachtregel", rol="invoer"):
        voeg_goede_toe(app)


@pytest.mark.parametrize(("tabel", "anders"), FOUT)
def test_de_databank_weigert(tabel: str, anders: dict[str, Any], app: psycopg.Connection) -> None:
    with zitting(app, "opdrachtregel", rol="invoer"):
        voeg_goede_toe(app, tot=tabel)
        with pytest.raises(InsufficientPrivilege):
            voeg_toe(app, tabel, GOED[tabel] | anders)


@pytest.mark.parametrize("tabel", ["casus_bijdrage", "plan_doel"])
def test_in_een_zaak_waaraan_iemand_meedoet_komt_er_niets_bij(tabel: str, bank: str) -> None:
    with (
        cluster().verbind(BEHEERDER, bank) as beheer,
        beheer.transaction(force_rollback=True),
    ):
        beheer.execute(
            "INSERT INTO casus_casusrol (id, casus_id, organisatie_id, rol) "
            "VALUES (gen_random_uuid(), %s, %s, 'deelnemer')",
            [CASUS, id_van("ggz")],
        )
        with zitting(beheer, "opdrachtregel", rol="invoer"), pytest.raises(InsufficientPrivilege):
            voeg_toe(beheer, tabel, GOED[tabel])


@pytest.mark.parametrize(("tot", "mag"), [(-1, False), (0, True)])
def test_wie_weg_was_voor_het_plan_krijgt_geen_handtekening(tot: int, mag: bool, bank: str) -> None:
    with (
        cluster().verbind(BEHEERDER, bank) as beheer,
        beheer.transaction(force_rollback=True),
    ):
        beheer.execute(
            "UPDATE casus_betrokkenheid b SET tot = l.vastgesteld_op + %s::int, vanaf = NULL "
            "FROM plan_plan l WHERE l.id = %s AND b.id = %s",
            [tot, id_van("plan"), id_van("betrokkenheid")],
        )
        with zitting(beheer, "opdrachtregel", rol="invoer"):
            if mag:
                voeg_toe(beheer, "plan_handtekening", GOED["plan_handtekening"])
                return
            with pytest.raises(InsufficientPrivilege):
                voeg_toe(beheer, "plan_handtekening", GOED["plan_handtekening"])


@pytest.mark.parametrize("wie", ["procesondersteuner", "bezoeker"])
def test_alleen_wie_invoert_toetst_de_eerste_handtekening(
    wie: str, app: psycopg.Connection
) -> None:
    with zitting(app, wie, rol="invoer"), pytest.raises(InsufficientPrivilege):
        app.execute("SELECT uitwisseling.toets_eerste_handtekening()")


ZET_KANT = "UPDATE casus_betrokkenheid SET zijde = 1 WHERE casus_id = %s"


def test_de_opdrachtregel_geeft_een_kant_aan_wie_er_geen_had(app: psycopg.Connection) -> None:
    with zitting(app, "opdrachtregel", rol="invoer"):
        assert app.execute(ZET_KANT, [CASUS]).rowcount == 1


def test_een_bladzijde_van_de_invoer_geeft_geen_kant(app: psycopg.Connection) -> None:
    with zitting(app, "invoer", rol="invoer"), pytest.raises(InsufficientPrivilege):
        app.execute(ZET_KANT, [CASUS])


def test_een_bladzijde_van_de_invoer_zet_niemand_aan_een_kant_in_een_zaak(
    app: psycopg.Connection,
) -> None:
    rij = {"id": id_van("los"), "casus_id": CASUS, "persoon_id": id_van("losse persoon"),
           "rol": "ouder", "zijde": 1, "eerste_verwerking": "2024-01-01"}  # fmt: skip
    with zitting(app, "invoer", rol="invoer"), pytest.raises(InsufficientPrivilege):
        voeg_toe(app, "casus_betrokkenheid", rij)


@pytest.mark.parametrize(
    "eerst",
    [
        "UPDATE casus_betrokkenheid SET zijde = 2 WHERE casus_id = %s",
        "INSERT INTO casus_casusrol (id, casus_id, organisatie_id, rol) "
        f"SELECT gen_random_uuid(), %s, '{id_van('ggz')}', 'deelnemer'",
    ],
)
def test_ook_de_opdrachtregel_geeft_geen_kant_waar_er_een_is_of_iemand_meedoet(
    eerst: str, bank: str
) -> None:
    with (
        cluster().verbind(BEHEERDER, bank) as beheer,
        beheer.transaction(force_rollback=True),
    ):
        beheer.execute(eerst.encode(), [CASUS])
        with zitting(beheer, "opdrachtregel", rol="invoer"), pytest.raises(InsufficientPrivilege):
            beheer.execute(ZET_KANT, [CASUS])


@pytest.mark.parametrize("tabel", OORDELEN)
def test_een_aanmelding_van_een_eerdere_invoer_krijgt_geen_oordeel(tabel: str, bank: str) -> None:
    """Also not under the mark of that import, which can be read."""
    with (
        cluster().verbind(BEHEERDER, bank) as beheer,
        beheer.transaction(force_rollback=True),
    ):
        eerder = GOED["aanmelding_aanmelding"] | {"aangemaakt_op": "2024-01-01"}
        voeg_toe(beheer, "aanmelding_aanmelding", eerder)
        voeg_toe(beheer, "aanmelding_huiscriterium", GOED["aanmelding_huiscriterium"])
        with zitting(beheer, "opdrachtregel", rol="invoer"), pytest.raises(InsufficientPrivilege):
            voeg_toe(beheer, tabel, GOED[tabel])


@pytest.mark.parametrize("wie", ["procesondersteuner", "opdrachtregel_als_mens", "invoer"])
@pytest.mark.parametrize("tabel", ["casus_bijdrage", "plan_doel"])
def test_een_bladzijde_voert_geen_dossier_in(tabel: str, wie: str, app: psycopg.Connection) -> None:
    with zitting(app, wie, rol="invoer"), pytest.raises(InsufficientPrivilege):
        voeg_toe(app, tabel, GOED[tabel])


@pytest.mark.parametrize("tabel", OORDELEN)
def test_een_bladzijde_voert_een_aanmelding_in_en_geen_oordeel(
    tabel: str, app: psycopg.Connection
) -> None:
    with zitting(app, "invoer", rol="invoer"):
        voeg_toe(app, "aanmelding_aanmelding", GOED["aanmelding_aanmelding"])
        with pytest.raises(InsufficientPrivilege):
            voeg_toe(app, tabel, GOED[tabel])


def test_wie_invoert_leest_alleen_wat_hij_zelf_net_toevoegde(app: psycopg.Connection) -> None:
    with zitting(app, "opdrachtregel", rol="invoer"):
        voeg_goede_toe(app)
        gezien = {
            tabel: [rij[0] for rij in app.execute(
                sql.SQL("SELECT id FROM {}").format(sql.Identifier(tabel))
            )]
            for tabel in DOSSIER
        }  # fmt: skip

    eigen = {"casus_bijdrage", "documenten_documentversie"}
    assert gezien == {tabel: [GOED[tabel]["id"]] if tabel in eigen else [] for tabel in gezien}


def test_wat_eerder_is_ingevoerd_leest_hij_niet(bank: str) -> None:
    with (
        cluster().verbind(BEHEERDER, bank) as beheer,
        beheer.transaction(force_rollback=True),
    ):
        for tabel in ("casus_bijdrage", "documenten_documentversie"):
            rij = GOED[tabel] | {"aangemaakt_op": "2024-01-01"}
            voeg_toe(beheer, tabel, rij)
        with zitting(beheer, "opdrachtregel", rol="invoer"):
            aantallen = [
                beheer.execute(f"SELECT count(*) FROM {tabel}").fetchone()  # noqa: S608
                for tabel in ("casus_bijdrage", "documenten_documentversie")
            ]
            with pytest.raises(InsufficientPrivilege):
                voeg_toe(beheer, "casus_bijdragepubliek", GOED["casus_bijdragepubliek"])

    assert aantallen == [(0,), (0,)]


@pytest.mark.parametrize("wie", ["procesondersteuner", "invoer", "bezoeker"])
def test_alleen_de_opdrachtregel_vergelijkt(wie: str, app: psycopg.Connection) -> None:
    with zitting(app, wie, rol="invoer"), pytest.raises(InsufficientPrivilege):
        app.execute("SELECT uitwisseling.vergelijk_dossier()")


def test_de_toepassing_zelf_vergelijkt_niet(app: psycopg.Connection) -> None:
    assert instellingen.ROLLEN.app != instellingen.ROLLEN.invoer
    with zitting(app, "opdrachtregel"), pytest.raises(InsufficientPrivilege):
        app.execute("SELECT uitwisseling.vergelijk_dossier()")
