# SPDX-License-Identifier: EUPL-1.2
"""To open, end and judge a look at one casus, as SQL of the application and of its owner."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import LOOPT_NU, als_app, relatiesjabloon, token, zitting
from tests.toegang.relaties import GEVALLEN, casus_van
from vangnet.kern.databank.cluster import BEHEERDER

ZIN = "Er is gebeld vanaf de voordeur."
# The looks of Mirjam and Amira are judged, so that they may break the glass again; and Amira is
# regisseur of one casus.
_KLAAR = """
    UPDATE toegang_inzage SET oordeel = 'terecht', bevinding = 'Goed.', beoordeeld_op = now(),
           beoordeeld_door = %(frank)s WHERE gebruiker IN (%(mirjam)s, %(amira)s);
    INSERT INTO casus_casusrol (id, casus_id, organisatie_id, gebruiker_id, rol, antwoord, vanaf)
    SELECT gen_random_uuid(), x.casus, %(ggz)s, x.wie, x.rol, 'aanvaard', '2024-03-01'
      FROM (VALUES (%(nood)s, %(amira)s, 'regisseur'), (%(dicht)s, %(amira)s, 'regisseur'),
                   (%(nood)s, %(joris)s, 'procesondersteuner')) x(casus, wie, rol);
    INSERT INTO toegang_inzage (id, gebruiker, casus, soort, reden, toelichting, vanaf, tot,
                                beoordelen_voor)
    SELECT gen_random_uuid(), %(bram)s, %(dicht)s, soort, reden, toelichting, vanaf, tot,
           beoordelen_voor FROM toegang_inzage WHERE casus = %(nood)s
"""


@contextmanager
def _bank() -> Iterator[str]:
    ids = {wie: id_van(wie) for wie in ("frank", "mirjam", "amira", "joris", "bram", "ggz")}
    ids |= {"nood": id_van(casus_van("nood")), "dicht": id_van(casus_van("gesloten"))}
    with kloon(relatiesjabloon()) as naam:
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(LOOPT_NU.encode())
            for opdracht in _KLAAR.split(";"):
                beheer.execute(opdracht.encode(), ids)
        yield naam


@pytest.fixture(scope="module")
def bank() -> Iterator[str]:
    with _bank() as naam:
        yield naam


@pytest.fixture
def app(bank: str) -> Iterator[psycopg.Connection]:
    with als_app(bank) as verbinding:
        yield verbinding


def kenmerk(geval: str) -> str:
    return f"ZVH-2024-{GEVALLEN.index(geval):04}"


def word(app: psycopg.Connection, wie: str) -> None:
    """Go on in this transaction as somebody else."""
    rij = app.execute("SELECT pg_backend_pid(), (extract(epoch FROM now()) * 1000)::bigint")
    proces, moment = rij.fetchone() or (0, 0)
    tekst = token("mens", id_van(wie), proces=proces, moment=moment)
    app.execute("SELECT set_config('toegang.vrager', %s, true)", [tekst])


def open_(
    app: psycopg.Connection, welk: str, reden: str = "acuut_gevaar", zin: str = ZIN
) -> tuple[UUID | None, str]:
    rij = app.execute(
        "SELECT casus_id, uitkomst FROM toegang.open_inzage(%s, %s, %s, '')", [welk, reden, zin]
    ).fetchone()
    assert rij is not None
    return rij[0], rij[1]


def eigen(app: psycopg.Connection, geval: str) -> UUID:
    """The id of the asker's look at a casus."""
    rij = app.execute(
        "SELECT id FROM toegang_inzage WHERE casus = %s AND gebruiker = (SELECT toegang.vrager())",
        [id_van(casus_van(geval))],
    ).fetchone()
    assert rij is not None
    return UUID(str(rij[0]))


def beoordeel(app: psycopg.Connection, inzage: UUID, oordeel: str = "terecht") -> None:
    app.execute("SELECT toegang.beoordeel_inzage(%s, %s, 'Nagekeken.', '')", [inzage, oordeel])


@pytest.mark.parametrize(("wie", "geval"), [("procesregisseur", "beperkt"), ("manager", "lopend")])
def test_noodtoegang_opent_een_zaak_die_je_anders_niet_ziet(
    wie: str, geval: str, app: psycopg.Connection
) -> None:
    with zitting(app, wie):
        geopend = open_(app, kenmerk(geval))
        gezien = app.execute("SELECT id FROM casus_casus WHERE id = %s", [geopend[0]]).fetchall()

    assert geopend == (id_van(casus_van(geval)), "geopend")
    assert gezien == [(geopend[0],)]


def test_noodtoegang_duurt_zestig_minuten(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        open_(app, kenmerk("beperkt"))
        rij = app.execute(
            "SELECT soort, extract(epoch FROM tot - vanaf)::int FROM toegang_inzage WHERE id = %s",
            [eigen(app, "beperkt")],
        ).fetchone()

    assert rij == ("noodtoegang", 3600)


@pytest.mark.parametrize(
    "welk", ["ZVH-0000-0000", kenmerk("gesloten"), kenmerk("lopend"), kenmerk("opgeschaald"), ""]
)
def test_wat_er_niet_is_en_wat_niet_open_mag_geven_hetzelfde(
    welk: str, app: psycopg.Connection
) -> None:
    with zitting(app, "procesregisseur"):
        assert open_(app, welk) == (None, "niet_gevonden")


def test_wie_op_een_beperkte_zaak_staat_opent_haar_niet_met_noodtoegang(
    app: psycopg.Connection,
) -> None:
    with zitting(app, "procesondersteuner"):
        assert open_(app, kenmerk("beperkt")) == (None, "niet_gevonden")


@pytest.mark.parametrize(
    ("wie", "reden"),
    [("privacy_officer", "audit"), ("auditor", "audit"), ("auditor", "steekproef")],
)
def test_wie_toezicht_houdt_opent_ook_een_gesloten_zaak(
    wie: str, reden: str, app: psycopg.Connection
) -> None:
    with zitting(app, wie):
        geopend = open_(app, kenmerk("opgeschaald_en_gesloten"), reden)
        gezien = app.execute("SELECT id FROM casus_casus").fetchall()

    assert geopend[1] == "geopend"
    assert (geopend[0],) in gezien


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize(
    ("wie", "reden"),
    [
        ("ketenpartner", "acuut_gevaar"),
        ("trajectbegeleider", "acuut_gevaar"),
        ("privacy_officer", "acuut_gevaar"),
        ("beheerder", "acuut_gevaar"),
        ("bestuur", "acuut_gevaar"),
        ("rol_voorbij", "acuut_gevaar"),
        ("rol_niet_bevestigd", "acuut_gevaar"),
        ("bezoeker", "acuut_gevaar"),
        ("procesregisseur_als_opdracht", "acuut_gevaar"),
        ("taak", "acuut_gevaar"),
        ("procesregisseur", "steekproef"),
        ("manager", "audit"),
        ("kwaliteitsmedewerker", "audit"),
        ("kwaliteitsmedewerker", "klacht_of_incident"),
        ("kwaliteitsmedewerker", "steekproef"),
        ("procesregisseur", "zomaar"),
    ],
)
def test_een_rol_en_een_reden_horen_bij_elkaar(
    wie: str, reden: str, app: psycopg.Connection
) -> None:
    with zitting(app, wie), pytest.raises(InsufficientPrivilege, match="niet toegestaan"):
        open_(app, kenmerk("beperkt"), reden)


@pytest.mark.parametrize("welk", [kenmerk("beperkt"), "ZVH-0000-0000"])
@pytest.mark.parametrize("zin", ["", "          ", "kort", None])
def test_zonder_zin_zegt_de_weigering_niet_of_de_zaak_er_is(
    welk: str, zin: str, app: psycopg.Connection
) -> None:
    with zitting(app, "procesregisseur"), pytest.raises(InsufficientPrivilege):
        open_(app, welk, zin=zin)


def test_zolang_de_vorige_niet_is_beoordeeld_komt_er_geen_tweede(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        open_(app, kenmerk("beperkt"))

        bestaat, bestaat_niet = open_(app, kenmerk("beperkt_met_partner")), open_(app, "ZVH-0-0")

    assert bestaat == bestaat_niet == (None, "wacht_op_oordeel")


def test_na_het_oordeel_mag_het_weer(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        open_(app, kenmerk("beperkt"))
        inzage = eigen(app, "beperkt")
        word(app, "frank")
        beoordeel(app, inzage)
        word(app, "amira")

        assert open_(app, kenmerk("beperkt_met_partner"))[1] == "geopend"


def test_nog_eens_vragen_terwijl_een_controle_loopt_maakt_geen_tweede(
    app: psycopg.Connection,
) -> None:
    with zitting(app, "privacy_officer"):
        antwoord = open_(app, kenmerk("gesloten"), "audit")
        vraag = "SELECT count(*) FROM toegang_inzage WHERE gebruiker = %s AND casus = %s"
        wie_en_wat = [id_van("frank"), id_van("casus-gesloten")]
        aantal = app.execute(vraag, wie_en_wat).fetchone()

    assert (antwoord[1], aantal) == ("geopend", (1,))


@pytest.mark.asvs("15.4.2")
@pytest.mark.asvs("2.3.4")
def test_twee_tegelijk_geven_er_een() -> None:
    uitkomsten: list[str] = []
    tegelijk = threading.Barrier(2, timeout=20)

    def vraag(databank: str, geval: str) -> None:
        with als_app(databank) as eigen_app, eigen_app.transaction():
            word(eigen_app, "amira")
            tegelijk.wait()
            uitkomsten.append(open_(eigen_app, kenmerk(geval))[1])

    with _bank() as naam:
        draden = [
            threading.Thread(target=vraag, args=(naam, geval))
            for geval in ("beperkt", "beperkt_met_partner")
        ]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(30)

    assert sorted(uitkomsten) == ["geopend", "wacht_op_oordeel"]


@pytest.mark.asvs("8.3.1")
def test_de_eigen_inzage_beoordeel_je_nooit_zelf(app: psycopg.Connection) -> None:
    with zitting(app, "privacy_officer"):
        inzage = eigen(app, "gesloten")
        with pytest.raises(InsufficientPrivilege, match="niet toegestaan"):
            beoordeel(app, inzage)


@pytest.mark.asvs("8.3.1")
def test_ook_niet_met_een_tweede_account(bank: str, app: psycopg.Connection) -> None:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        beheer.execute(
            "UPDATE gebruikers_gebruiker SET email = 'mirjam+fg@proef.invalid' WHERE id = %s",
            [id_van("frank")],
        )
        beheer.commit()
    with zitting(app, "manager"):
        open_(app, kenmerk("lopend"))
        inzage = eigen(app, "lopend")
        word(app, "frank")
        try:
            with pytest.raises(InsufficientPrivilege):
                beoordeel(app, inzage)
        finally:
            with cluster().verbind(BEHEERDER, bank) as beheer:
                beheer.execute(
                    "UPDATE gebruikers_gebruiker SET email = 'frank@proef.invalid' WHERE id = %s",
                    [id_van("frank")],
                )


def test_een_manager_beoordeelt_de_inzage_van_de_privacy_officer(app: psycopg.Connection) -> None:
    with zitting(app, "privacy_officer"):
        inzage = eigen(app, "gesloten")
        word(app, "mirjam")
        beoordeel(app, inzage, "onterecht")
        rij = app.execute("SELECT oordeel FROM toegang_inzage WHERE id = %s", [inzage]).fetchone()

    # Judged, it is no longer the manager's to see.
    assert rij is None


def test_ook_haar_noodtoegang_want_een_tweede_privacy_officer_is_er_vaak_niet(bank: str) -> None:
    voeg_toe = (
        "INSERT INTO toegang_inzage (id, gebruiker, casus, soort, reden, toelichting, vanaf, tot, "
        "beoordelen_voor) VALUES (%s, %s, %s, 'noodtoegang', 'acuut_gevaar', %s, now(), "
        "now() + interval '1 hour', now())"
    )
    waarden = [id_van("look"), id_van("frank"), id_van(casus_van("lopend")), ZIN]
    with (
        cluster().verbind(BEHEERDER, bank) as beheer,
        beheer.transaction(force_rollback=True),
    ):
        beheer.execute(voeg_toe, waarden)
        with zitting(beheer, "manager"):
            beoordeel(beheer, id_van("look"))
            word(beheer, "frank")
            vraag = "SELECT oordeel, beoordeeld_door FROM toegang_inzage WHERE id = %s"
            rij = beheer.execute(vraag, [id_van("look")]).fetchone()

    assert rij == ("terecht", id_van("mirjam"))


def test_een_manager_beoordeelt_de_controle_van_een_ander_niet(app: psycopg.Connection) -> None:
    with zitting(app, "auditor"):
        open_(app, kenmerk("opgeschaald_en_gesloten"), "audit")
        inzage = eigen(app, "opgeschaald_en_gesloten")
        word(app, "mirjam")
        with pytest.raises(InsufficientPrivilege):
            beoordeel(app, inzage)


@pytest.mark.parametrize("wie", ["mirjam", "joris", "auke", "els", "karin", "bram"])
def test_verder_beoordeelt_niemand_een_noodtoegang(wie: str, app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        open_(app, kenmerk("beperkt"))
        inzage = eigen(app, "beperkt")
        word(app, wie)
        with pytest.raises(InsufficientPrivilege, match="niet toegestaan"):
            beoordeel(app, inzage)


@pytest.mark.parametrize(
    ("oordeel", "bevinding"), [("prima", "Goed."), (None, "Goed."), ("terecht", " "), ("", "")]
)
def test_een_oordeel_is_een_van_de_twee_met_een_bevinding(
    oordeel: str | None, bevinding: str, app: psycopg.Connection
) -> None:
    with zitting(app, "procesregisseur"):
        open_(app, kenmerk("beperkt"))
        inzage = eigen(app, "beperkt")
        word(app, "frank")
        with pytest.raises(InsufficientPrivilege):
            app.execute(
                "SELECT toegang.beoordeel_inzage(%s, %s, %s, '')", [inzage, oordeel, bevinding]
            )


def test_een_oordeel_wordt_een_keer_gegeven(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        open_(app, kenmerk("beperkt"))
        inzage = eigen(app, "beperkt")
        word(app, "frank")
        beoordeel(app, inzage)
        with pytest.raises(InsufficientPrivilege):
            beoordeel(app, inzage, "onterecht")


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(
    "opdracht", ["beeindig_inzage(%s, '')", "beoordeel_inzage(%s, 'terecht', 'Goed.', '')"]
)
def test_een_verzonnen_id_en_dat_van_een_ander_geven_dezelfde_fout(
    opdracht: str, app: psycopg.Connection
) -> None:
    fouten = []
    for inzage in (id_van("bestaat niet"), None):
        with zitting(app, "privacy_officer"):
            gevraagd = inzage or eigen(app, "gesloten")
            word(app, "joris")
            with pytest.raises(InsufficientPrivilege) as fout:
                app.execute(f"SELECT toegang.{opdracht}".encode(), [gevraagd])
            fouten.append(str(fout.value))

    assert fouten[0] == fouten[1]


def test_je_beeindigt_je_eigen_inzage_meteen(app: psycopg.Connection) -> None:
    with zitting(app, "privacy_officer"):
        app.execute("SELECT toegang.beeindig_inzage(%s, '')", [eigen(app, "gesloten")])

        assert app.execute("SELECT id FROM casus_casus").fetchall() == []


@pytest.mark.asvs("16.3.3")
def test_elke_handeling_staat_in_het_journaal(app: psycopg.Connection) -> None:
    with zitting(app, "procesregisseur"):
        open_(app, kenmerk("beperkt"))
        app.execute("SELECT toegang.beeindig_inzage(%s, '')", [eigen(app, "beperkt")])
        rijen = app.execute(
            "SELECT handeling, casus, doel, velden FROM journaal_handeling ORDER BY moment DESC"
        ).fetchmany(2)

    casus = id_van(casus_van("beperkt"))
    assert rijen == [
        ("inzage.beeindigd", casus, "", ["tot"]),
        ("inzage.geopend", casus, "acuut_gevaar", ["reden", "toelichting"]),
    ]


@pytest.mark.parametrize(
    ("wie", "geval", "aantal"),
    [
        ("procesregisseur", "nood", 1),
        ("procesregisseur", "gesloten", 0),
        # Named on it too, and not as regisseur.
        ("procesondersteuner", "nood", 0),
        ("ketenpartner", "nood", 0),
    ],
)
def test_alleen_de_regisseur_op_een_open_zaak_ziet_dat_er_is_gekeken(
    wie: str, geval: str, aantal: int, app: psycopg.Connection
) -> None:
    with zitting(app, wie):
        rijen = app.execute(
            "SELECT toegang.noodtoegang_op(%s)", [id_van(casus_van(geval))]
        ).fetchall()

    assert len(rijen) == aantal


def test_een_regisseur_die_is_beeindigd_en_blijft_staan_ziet_het_niet_meer(bank: str) -> None:
    """On the last day of the rol as regisseur, with another rol that runs."""
    wie = [id_van(casus_van("nood")), id_van("amira")]
    beeindig = (
        "UPDATE casus_casusrol SET beeindigd_op = now(), tot = casus.dag() "
        "WHERE casus_id = %s AND gebruiker_id = %s AND rol = 'regisseur'"
    )
    anders = (
        "INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, rol, antwoord, vanaf) "
        "VALUES (gen_random_uuid(), %s, %s, 'procesondersteuner', 'aanvaard', '2024-03-01')"
    )
    with cluster().verbind(BEHEERDER, bank) as beheer, beheer.transaction(force_rollback=True):
        assert beheer.execute(beeindig, wie).rowcount == 1
        beheer.execute(anders, wie)
        with zitting(beheer, "procesregisseur"):
            rijen = beheer.execute("SELECT toegang.noodtoegang_op(%s)", wie[:1]).fetchall()

    assert rijen == []


@pytest.mark.parametrize(
    ("wie", "aantal"), [("mirjam", 1), ("frank", 0), ("auke", 0), ("joris", 0)]
)
def test_wat_iemand_deed_leest_alleen_wie_erover_oordeelt(
    wie: str, aantal: int, app: psycopg.Connection
) -> None:
    with zitting(app, "privacy_officer"):
        inzage, casus = eigen(app, "gesloten"), id_van(casus_van("gesloten"))
        app.execute(
            "SELECT journaal.leg_vast('casus.ingezien', 'casus', %s, %s, '', true, '', 'web', '', "
            "'{}', '{}', '{}', '{}')",
            [casus, casus],
        )
        word(app, wie)
        rijen = app.execute("SELECT * FROM toegang.gedaan_bij_inzage(%s)", [inzage]).fetchall()

    assert len(rijen) == aantal


@pytest.mark.parametrize(
    ("wie", "gevallen"),
    [("trajectbegeleider", []), ("kwaliteitsmedewerker", ["gesloten_controle"]), ("beheerder", [])],
)
def test_kenmerken_krijg_je_alleen_van_je_eigen_inzagen(
    wie: str, gevallen: list[str], app: psycopg.Connection
) -> None:
    with zitting(app, wie):
        rijen = app.execute("SELECT kenmerk FROM toegang.kenmerken_van_inzagen()").fetchall()

    assert rijen == [(kenmerk(geval),) for geval in gevallen]


_VERANDERINGEN = [
    "UPDATE toegang_inzage SET tot = tot + interval '1 minute' WHERE beoordeeld_op IS NULL",
    "UPDATE toegang_inzage SET toelichting = 'Iets heel anders.' WHERE beoordeeld_op IS NULL",
    "UPDATE toegang_inzage SET bevinding = 'Toch niet.' WHERE beoordeeld_op IS NOT NULL",
    "UPDATE toegang_inzage SET beoordeeld_op = NULL, beoordeeld_door = NULL, oordeel = NULL",
    "DELETE FROM toegang_inzage",
    "TRUNCATE toegang_inzage",
]


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize("opdracht", _VERANDERINGEN)
def test_wat_is_vastgelegd_verandert_ook_de_eigenaar_niet(opdracht: str, bank: str) -> None:
    with (
        cluster().verbind(BEHEERDER, bank) as beheer,
        pytest.raises(InsufficientPrivilege, match="blijft zoals zij is vastgelegd"),
    ):
        beheer.execute(opdracht.encode())
