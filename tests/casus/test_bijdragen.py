# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the queries are put together from the test's own words
"""Sharing per item (toegang.md section 4): the rule in Python and the policies say the same."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.errors import InsufficientPrivilege

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import als_app, relatiesjabloon, zitting
from vangnet.delen.regels import Blik, Item, Keuze, Publiek, bezwaren, mag_zien
from vangnet.kern.databank.cluster import BEHEERDER

Bank = tuple[psycopg.Connection, psycopg.Connection]
CASUS, ELDERS, BEPERKT = (id_van(f"casus-{een}") for een in ("lopend", "traject", "beperkt"))
_VRAGERS = {
    "amira": "procesregisseur",
    "joris": "procesondersteuner",
    "bram": "ketenpartner",
    "chantal": "collega_van_ketenpartner",
}
_ZET = """
    INSERT INTO casus_bijdrage (id, casus_id, auteur_id, bron_id, betrokkenheid_id, soort, tekst,
        categorie, doel, publiek, ingetrokken_op)
    VALUES (%(id)s, %(casus)s, %(auteur)s, %(bron)s,
        %(over)s, 'notitie', 'Kanarie', 'woonsituatie', 'afstemming', %(publiek)s, %(ingetrokken)s)
"""
_NOEM = """
    INSERT INTO casus_bijdragepubliek (id, bijdrage_id, organisatie_id)
    VALUES (gen_random_uuid(), %s, %s)
"""


@pytest.fixture(scope="module")
def bank() -> Iterator[Bank]:
    """A clone with a casus for each relation: its superuser, and the application."""
    with (
        kloon(relatiesjabloon()) as naam,
        cluster().verbind(BEHEERDER, naam) as beheer,
        als_app(naam) as app,
    ):
        yield beheer, app


def _betrokkenheid(beheer: psycopg.Connection, persoon: str) -> object:
    vraag = b"SELECT id FROM casus_betrokkenheid WHERE persoon_id = %s"
    rij = beheer.execute(vraag, [id_van(persoon)]).fetchone()
    assert rij is not None
    return rij[0]


def _rij(**anders: object) -> dict[str, object]:
    vast = {"id": uuid4(), "casus": CASUS, "auteur": id_van("amira"), "bron": None, "over": None}
    return {**vast, "publiek": "iedereen", "ingetrokken": None, **anders}


def _ziet(app: psycopg.Connection, wie: str, bijdrage: UUID) -> bool:
    with zitting(app, _VRAGERS[wie]):
        vraag = b"SELECT count(*) FROM casus_bijdrage WHERE id = %s"
        rij = app.execute(vraag, [bijdrage]).fetchone()
    return rij == (1,)


@pytest.mark.asvs("8.2.2")
@given(
    auteur=st.sampled_from(["amira", "joris", "bram"]),
    publiek=st.sampled_from(Publiek),
    genoemd=st.sets(st.sampled_from(["ggz", "politie"])),
    over=st.sampled_from([None, "hoofd", "zus"]),
    zijde=st.sampled_from([None, 1, 2]),
    ingetrokken=st.booleans(),
)
def test_de_databank_toont_wat_de_regel_zegt(
    bank: Bank,
    auteur: str,
    publiek: Publiek,
    genoemd: set[str],
    over: str | None,
    zijde: int | None,
    ingetrokken: bool,
) -> None:
    beheer, app = bank
    rij = _rij(
        auteur=id_van(auteur),
        publiek=str(publiek),
        over=_betrokkenheid(beheer, f"{over}-lopend") if over else None,
        ingetrokken="2024-05-01" if ingetrokken else None,
    )
    beheer.execute(
        "UPDATE casus_casusrol SET zijde = %s WHERE id = %s", [zijde, id_van("rol-lopend")]
    )
    beheer.execute(_ZET, rij)
    for een in genoemd:
        beheer.execute(_NOEM, [rij["id"], id_van(een)])
    item = Item(
        auteur=id_van(auteur),
        publiek=publiek,
        genoemd={id_van(een) for een in genoemd},
        zijde={"hoofd": 1, "zus": 2}.get(over or ""),
        ingetrokken=ingetrokken,
    )
    blikken = {
        "amira": Blik(gebruiker=id_van("amira"), heel=True),
        "joris": Blik(gebruiker=id_van("joris"), heel=True),
        "bram": Blik(gebruiker=id_van("bram"), rollen=[(id_van("ggz"), zijde)]),
        "chantal": Blik(gebruiker=id_van("chantal")),
    }

    gezien = {wie: _ziet(app, wie, rij["id"]) for wie in blikken}  # type: ignore[arg-type]
    assert gezien == {wie: mag_zien(item, blik) for wie, blik in blikken.items()}


def _voeg_toe(app: psycopg.Connection, vrager: str, **anders: object) -> None:
    with zitting(app, vrager):
        app.execute(_ZET, _rij(**anders))


def _als_bram(**anders: object) -> dict[str, object]:
    return {"auteur": id_van("bram"), "bron": id_van("ggz"), **anders}


def test_een_partner_voegt_toe_namens_de_eigen_organisatie(
    bank: Bank,
) -> None:
    rij = _rij(**_als_bram())
    with zitting(bank[1], "ketenpartner"):
        bank[1].execute(_ZET, rij)
        gevonden = (
            bank[1]
            .execute("SELECT auteur_id, bron_id FROM casus_bijdrage WHERE id = %s", [rij["id"]])
            .fetchall()
        )

    assert gevonden == [(id_van("bram"), id_van("ggz"))]


@pytest.mark.asvs("8.2.3")
@pytest.mark.parametrize(
    "anders",
    [
        {"bron": id_van("politie")},
        {"bron": None},
        {"auteur": id_van("amira")},
        {"casus": ELDERS},
        {"ingetrokken": "2024-05-01"},
    ],
    ids=[
        "andere_bron",
        "namens_het_huis",
        "andere_auteur",
        "andere_casus",
        "ingetrokken",
    ],
)
def test_een_partner_voegt_niets_anders_toe(anders: dict[str, object], bank: Bank) -> None:
    with pytest.raises(InsufficientPrivilege):
        _voeg_toe(bank[1], "ketenpartner", **_als_bram(**anders))


@pytest.mark.parametrize("persoon", ["hoofd-traject", "hoofd-andere_zijde"])
def test_een_bijdrage_gaat_over_iemand_die_de_auteur_in_die_zaak_ziet(
    persoon: str, bank: Bank
) -> None:
    over = _betrokkenheid(bank[0], persoon)
    casus = id_van("casus-andere_zijde") if "zijde" in persoon else CASUS

    with pytest.raises(InsufficientPrivilege):
        _voeg_toe(bank[1], "ketenpartner", **_als_bram(casus=casus, over=over))


@pytest.mark.parametrize("vrager", ["collega_van_ketenpartner", "partner_van_elders", "manager"])
def test_wie_niet_meedoet_voegt_niets_toe(vrager: str, bank: Bank) -> None:
    wie = {"collega_van_ketenpartner": "chantal", "partner_van_elders": "piet"}.get(
        vrager, "mirjam"
    )
    with pytest.raises(InsufficientPrivilege):
        _voeg_toe(bank[1], vrager, auteur=id_van(wie), bron=id_van("ggz"))


def test_wie_met_een_reden_kijkt_leest_en_schrijft_niet(
    bank: Bank,
) -> None:
    beheer, app = bank
    beheer.execute(
        "INSERT INTO toegang_inzage (id, gebruiker, casus, soort, reden, toelichting, vanaf, tot, "
        "beoordelen_voor) VALUES (gen_random_uuid(), %s, %s, 'noodtoegang', 'acuut_gevaar', "
        "'Er is gebeld vanaf de voordeur.', now(), now() + interval '50 minutes', now())",
        [id_van("amira"), BEPERKT],
    )

    assert _ziet(app, "amira", id_van("bijdrage-beperkt-iedereen"))
    with pytest.raises(InsufficientPrivilege):
        _voeg_toe(app, "procesregisseur", casus=BEPERKT)


@pytest.mark.asvs("8.2.2")
def test_alleen_de_auteur_verandert_ook_zonder_voorwaarde(
    bank: Bank,
) -> None:
    eigen = (
        bank[0]
        .execute(
            "SELECT count(*) FROM casus_bijdrage WHERE auteur_id = %s AND NOT dicht "
            "AND ingetrokken_op IS NULL",
            [id_van("joris")],
        )
        .fetchone()
    )
    with zitting(bank[1], "procesondersteuner"):
        geraakt = bank[1].execute("UPDATE casus_bijdrage SET tekst = 'Overschreven'").rowcount

    # And his own note in the casus that is beperkt, on which he is named.
    assert eigen is not None
    assert geraakt == eigen[0] + 1


@pytest.mark.asvs("8.2.3")
@pytest.mark.parametrize(
    "kolom", ["ingetrokken_op", "auteur_id", "bron_id", "casus_id", "betrokkenheid_id", "dicht"]
)
def test_wie_wat_en_waar_verandert_niemand(kolom: str, bank: Bank) -> None:
    with zitting(bank[1], "procesregisseur"), pytest.raises(InsufficientPrivilege):
        bank[1].execute(f"UPDATE casus_bijdrage SET {kolom} = NULL".encode())


def test_een_bijdrage_gooit_niemand_weg(
    bank: Bank,
) -> None:
    with zitting(bank[1], "procesregisseur"), pytest.raises(InsufficientPrivilege):
        bank[1].execute("DELETE FROM casus_bijdrage")


def test_een_ander_kiest_niet_voor_wie_een_bijdrage_is(
    bank: Bank,
) -> None:
    with zitting(bank[1], "ketenpartner"), pytest.raises(InsufficientPrivilege):
        bank[1].execute(_NOEM, [id_van("bijdrage-lopend-politie"), id_van("ggz")])


def test_een_regisseur_gaat_over_de_eigen_bijdrage_alleen(
    bank: Bank,
) -> None:
    with zitting(bank[1], "procesondersteuner"), pytest.raises(InsufficientPrivilege):
        bank[1].execute(
            "SELECT casus.trek_bijdrage_in(%s, '')", [id_van("bijdrage-lopend-iedereen")]
        )


@pytest.mark.asvs("2.2.3")
@pytest.mark.parametrize(
    ("kolommen", "naam"),
    [
        ("categorie = 'godsdienst'", "bijdrage_categorie"),
        ("doel = 'nieuwsgierig'", "bijdrage_doel"),
        ("publiek = 'wereld'", "bijdrage_publiek"),
        ("onder_geheim = true", "bijdrage_grond_bij_geheim"),
        ("grond = 'toestemming'", "bijdrage_grond_bij_geheim"),
        (
            "onder_geheim = true, grond = 'toestemming', grond_motivering = 'ja'",
            "bijdrage_grond_bij_geheim",
        ),
        (
            "publiek = 'werknotitie', onder_geheim = true, grond = 'toestemming', "
            "grond_motivering = 'Getekend op 3 maart.'",
            "bijdrage_werknotitie_zonder_geheim",
        ),
        ("tekst = '  '", "bijdrage_tekst"),
    ],
)
def test_wat_niet_samengaat_wordt_niet_bewaard(kolommen: str, naam: str, bank: Bank) -> None:
    with pytest.raises(psycopg.errors.CheckViolation, match=naam), bank[0].transaction():
        bank[0].execute(f"UPDATE casus_bijdrage SET {kolommen}".encode())


def test_zonder_categorie_wordt_niets_bewaard(
    bank: Bank,
) -> None:
    with pytest.raises(psycopg.errors.NotNullViolation), bank[0].transaction():
        bank[0].execute("UPDATE casus_bijdrage SET categorie = NULL")


@pytest.mark.asvs("2.2.3")
def test_een_bron_met_beroepsgeheim_moet_een_grond_hebben() -> None:
    keuze = Keuze(publiek="iedereen", categorie="gezondheid", bron_soort="ggz")

    assert list(bezwaren(keuze)) == ["onder_geheim"]


def test_een_eigen_werknotitie_vraagt_geen_grond() -> None:
    keuze = Keuze(publiek="werknotitie", categorie="gezondheid", bron_soort="ggz")

    assert bezwaren(keuze) == {}
