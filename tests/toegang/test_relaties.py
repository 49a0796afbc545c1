# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the referee puts its queries together from its own words
"""Every relation of the page on access: what the database shows, and what the page answers."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import NamedTuple
from uuid import UUID, uuid4

import psycopg
import pytest
from django.apps import apps
from django.test import Client
from psycopg import sql
from psycopg.errors import InsufficientPrivilege
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.blad import VRAGERS, regels
from tests.toegang.proefbank import LOOPT_NU, als_app, relatiesjabloon, zitting
from tests.toegang.relaties import GEVALLEN, casus_van
from tests.uitslagen import noteer_cellen
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.models import Afschermbaar

_IN_CASUS = "casus_id = %(casus)s"
_MENSEN = "(SELECT persoon_id FROM mensen WHERE casus_id = %(casus)s)"
_GEKEKEN = "(SELECT handeling_id FROM gekeken WHERE casus_id = %(casus)s)"
# What of each table is of one casus; `mensen` and `alle_…` are copies that all may read.
VAN_CASUS = {
    "casus_casus": "id = %(casus)s",
    "casus_inzet": _IN_CASUS,
    "casus_betrokkenheid": _IN_CASUS,
    "casus_casusrol": _IN_CASUS,
    "casus_ondersteuning": _IN_CASUS,
    "casus_bijdrage": _IN_CASUS,
    "casus_bijdragepubliek": (
        "bijdrage_id IN (SELECT id FROM alle_bijdragen WHERE casus_id = %(casus)s)"
    ),
    "casus_verstrekking": _IN_CASUS,
    "documenten_documentversie": "dossier = %(casus)s",
    "documenten_documentdeel": "van_id IN (SELECT id FROM alle_versies WHERE dossier = %(casus)s)",
    "documenten_dossiersleutel": "dossier = %(casus)s",
    "beeld_informatievraag": _IN_CASUS,
    "beeld_score": _IN_CASUS,
    "beeld_hypotheseoordeel": _IN_CASUS,
    "personen_persoon": f"id IN {_MENSEN}",
    "personen_relatie": f"persoon_id IN {_MENSEN}",
    "aanmelding_aanmelding": _IN_CASUS,
    "plan_plan": _IN_CASUS,
    "plan_planversie": _IN_CASUS,
    "plan_handtekening": _IN_CASUS,
    "plan_doel": _IN_CASUS,
    "plan_afspraak": _IN_CASUS,
    "overleg_overleg": _IN_CASUS,
    "overleg_agendapunt": _IN_CASUS,
    "overleg_genodigde": _IN_CASUS,
    "overleg_verslag": _IN_CASUS,
    "overleg_verslagafspraak": _IN_CASUS,
    "voortgang_opschaling": _IN_CASUS,
    "voortgang_vastgelopenafspraak": _IN_CASUS,
    "voortgang_trajectbegeleiding": _IN_CASUS,
    "voortgang_evaluatie": _IN_CASUS,
    "voortgang_veiligheidsrisico": _IN_CASUS,
    "voortgang_contactmoment": _IN_CASUS,
    "afsluiting_afsluiting": _IN_CASUS,
    "afsluiting_overdracht": _IN_CASUS,
    "afsluiting_besluit": _IN_CASUS,
    "afsluiting_besluitstem": (
        "besluit_id IN (SELECT id FROM alle_besluiten WHERE casus_id = %(casus)s)"
    ),
    "afsluiting_nazorg": _IN_CASUS,
}
# Beside the content: who looked with a reason, and one look of somebody else (`gekeken`).
OM_DE_CASUS = {
    "toegang_inzage": "casus = %(casus)s",
    "journaal_handeling": f"id IN {_GEKEKEN}",
    "journaal_onderwerp": f"handeling_id IN {_GEKEKEN}",
}
TABELLEN = VAN_CASUS | OM_DE_CASUS
KLAAR = f"""
    {LOOPT_NU}
    -- A constraint keeps these apart too; here the policies have to do it alone.
    ALTER TABLE casus_casusrol DROP CONSTRAINT casusrol_vanaf_na_aanvaarden;
    UPDATE casus_casusrol SET vanaf = '2024-03-01'
     WHERE antwoord IS DISTINCT FROM 'aanvaard' AND gebruiker_id IS NOT NULL;
    -- A note can be undone while it is new.
    UPDATE casus_bijdrage SET aangemaakt_op = now() + interval '50 minutes';
    CREATE TABLE mensen AS SELECT casus_id, persoon_id FROM casus_betrokkenheid;
    GRANT SELECT ON mensen TO PUBLIC;
    CREATE TABLE alle_bijdragen AS SELECT id, casus_id FROM casus_bijdrage;
    GRANT SELECT ON alle_bijdragen TO PUBLIC;
    CREATE TABLE alle_versies AS SELECT id, dossier FROM documenten_documentversie;
    GRANT SELECT ON alle_versies TO PUBLIC;
    CREATE TABLE alle_besluiten AS SELECT id, casus_id FROM afsluiting_besluit;
    GRANT SELECT ON alle_besluiten TO PUBLIC;
    -- Ed looked at each casus and at who it is about; the words `gebruiker` are about neither.
    CREATE TABLE gekeken AS SELECT id casus_id, hoofdbetrokkene_id persoon_id,
           gen_random_uuid() handeling_id FROM casus_casus;
    GRANT SELECT ON gekeken TO PUBLIC;
    INSERT INTO journaal_handeling (id, moment, gebruiker, vrager_soort, handeling, object_soort,
           doel, toegestaan, regel, herkomst, spoor, velden, aantallen)
    SELECT handeling_id, now(), '{id_van("ed")}', 'mens', 'casus.ingezien', 'casus',
           '', true, '', 'web', '', '{{}}', '{{}}' FROM gekeken;
    INSERT INTO journaal_onderwerp (id, handeling_id, gebruiker, soort, onderwerp)
    SELECT gen_random_uuid(), handeling_id, '{id_van("ed")}', o.soort, o.onderwerp FROM gekeken,
           LATERAL (VALUES ('casus', casus_id), ('persoon', persoon_id),
                           ('gebruiker', casus_id), ('gebruiker', persoon_id)) o (soort, onderwerp)
     WHERE o.onderwerp IS NOT NULL;
"""


class Relatieregel(NamedTuple):
    """One line of relaties.csv."""

    relatie: str
    vrager: str
    casus: str
    pagina: int
    rijen: dict[str, int]

    @property
    def casus_id(self) -> UUID:
        """The casus, or one that doesn't exist."""
        return uuid4() if self.casus == "*" else id_van(casus_van(self.casus))


def relatieregels() -> list[Relatieregel]:
    """relaties.csv."""
    return [
        Relatieregel(
            regel["relatie"],
            regel["vrager"],
            regel["casus"],
            int(regel["pagina"]),
            {paar.split("=")[0]: int(paar.split("=")[1]) for paar in regel["rijen"].split()},
        )
        for regel in regels("relaties.csv")
    ]


REGELS = relatieregels()
elke_relatie = pytest.mark.parametrize("regel", REGELS, ids=[regel.relatie for regel in REGELS])


@pytest.fixture(scope="module")
def relatiebank() -> Iterator[str]:
    """A clone with a casus for each relation, in which the looks run at this moment."""
    with kloon(relatiesjabloon()) as naam:
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(KLAAR)
        yield naam


def gezien(
    app: psycopg.Connection, regel: Relatieregel, tabellen: Iterable[str] = TABELLEN
) -> dict[str, int]:
    """How many rows of each table the asker of `regel` sees of its casus; none is left out."""
    aantallen = {}
    with zitting(app, _vrager_van(regel.vrager)):
        for tabel in tabellen:
            voorwaarde = TABELLEN[tabel]
            vraag = sql.SQL("SELECT count(*) FROM {} WHERE " + voorwaarde)
            rij = app.execute(
                vraag.format(sql.Identifier(tabel)), {"casus": regel.casus_id}
            ).fetchone()
            aantallen[tabel] = int(rij[0]) if rij else 0
    return {tabel: aantal for tabel, aantal in aantallen.items() if aantal}


def _vrager_van(naam: str) -> str:
    return next(vrager for vrager, wie in VRAGERS.items() if wie and wie == (naam, "mens"))


def bijdragen_namens_een_ander(beheer: psycopg.Connection) -> int:
    """How many bijdragen Bram sees with a rol of an organisation that doesn't designate him."""
    with beheer.transaction(force_rollback=True):
        beheer.execute(
            "UPDATE casus_casusrol SET organisatie_id = %s WHERE id = %s",
            [id_van("politie"), id_van("rol-lopend")],
        )
        with zitting(beheer, _vrager_van("bram")):
            rij = beheer.execute(
                "SELECT count(*) FROM casus_bijdrage WHERE casus_id = %s",
                [id_van(casus_van("lopend"))],
            ).fetchone()
    return int(rij[0]) if rij else 0


def test_een_rol_van_een_organisatie_die_je_niet_aanwijst_toont_geen_bijdragen(
    relatiebank: str,
) -> None:
    with cluster().verbind(BEHEERDER, relatiebank) as beheer:
        assert bijdragen_namens_een_ander(beheer) == 0


def leest_wat_hij_toevoegt(beheer: psycopg.Connection) -> bool:
    """Whether Bram gets back the bijdrage that he adds: the policy to read holds for it at once."""
    with zitting(beheer, _vrager_van("bram")):
        try:
            rij = beheer.execute(_VOEG_TOE, [id_van(casus_van("lopend")), id_van("bram")])
            return rij.fetchone() is not None
        except psycopg.errors.InsufficientPrivilege:
            return False


_VOEG_TOE = f"""
    INSERT INTO casus_bijdrage (id, versie, aangemaakt_op, eerste_verwerking_afgeleid, dicht,
           categorie, doel, onder_geheim, publiek, soort, tekst, casus_id, auteur_id, bron_id)
    VALUES (gen_random_uuid(), 1, now(), false, false, 'relaties', 'afstemming', false, 'iedereen',
            'feit', 'een feit', %s, %s, '{id_van("ggz")}') RETURNING id
"""


def test_een_partner_krijgt_terug_wat_hij_toevoegt(relatiebank: str) -> None:
    with cluster().verbind(BEHEERDER, relatiebank) as beheer:
        assert leest_wat_hij_toevoegt(beheer)


@pytest.mark.postgres15
@pytest.mark.asvs("8.2.2")
@elke_relatie
def test_de_databank_toont_bij_elke_relatie_wat_de_zin_zegt(
    regel: Relatieregel, relatiebank: str
) -> None:
    with als_app(relatiebank) as app:
        gekregen = gezien(app, regel)

    verschil = {tabel: gekregen.get(tabel, 0) - regel.rijen.get(tabel, 0) for tabel in TABELLEN}
    noteer_cellen(
        "relatie × tabel",
        len(TABELLEN),
        lekken=[tabel for tabel, meer in verschil.items() if meer > 0],
        weigeringen=[tabel for tabel, meer in verschil.items() if meer < 0],
    )
    assert gekregen == regel.rijen


@pytest.mark.asvs("8.2.2")
@elke_relatie
def test_de_bladzijde_antwoordt_bij_elke_relatie_wat_de_zin_zegt(
    regel: Relatieregel, relatiebank: str, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), verbonden_met(relatiebank):
        client = Client()
        log_in(client, regel.vrager)
        antwoord = client.get(f"/zaken/{regel.casus_id}")

    assert antwoord.status_code == regel.pagina


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(
    "pad", ["delen/uitnodigen", "delen/beperkt", f"delen/rollen/{id_van('rol-beperkt')}/beeindigen"]
)
def test_wie_alleen_met_een_reden_kijkt_verandert_niets(
    pad: str, relatiebank: str, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), verbonden_met(relatiebank):
        client = log_in(Client(), "amira")
        gezien_ = client.get(f"/zaken/{id_van(casus_van('beperkt_nood'))}")
        antwoord = client.post(f"/zaken/{id_van(casus_van('beperkt_nood'))}/{pad}")

    assert (gezien_.status_code, antwoord.status_code) == (200, 404)


@pytest.mark.parametrize(
    ("wie", "geval", "schrijft"),
    [
        ("amira", "lopend", True),
        ("bram", "lopend", True),
        ("tineke", "traject", True),
        ("joris", "beperkt", True),
        ("amira", "beperkt_nood", False),
        ("mirjam", "nood", False),
        ("auke", "gesloten_controle", False),
        ("frank", "gesloten", False),
        ("chantal", "lopend", False),
    ],
)
def test_een_concept_van_een_notitie_schrijft_alleen_wie_in_de_zaak_werkt(
    wie: str, geval: str, schrijft: bool, relatiebank: str
) -> None:
    rij = [uuid4(), id_van(casus_van(geval)), id_van(wie)]
    verwacht = nullcontext() if schrijft else pytest.raises(InsufficientPrivilege)
    with als_app(relatiebank) as app, zitting(app, _vrager_van(wie)), verwacht, app.transaction():
        app.execute(
            "INSERT INTO casus_notitieconcept (id, casus_id, auteur_id, tekst) "
            "VALUES (%s, %s, %s, 'Half')",
            rij,
        )


_DOEL = (
    "INSERT INTO plan_doel (id, casus_id, leefgebied, omschrijving, meetbaar, vastgesteld_op, "
    "streefdatum) VALUES (gen_random_uuid(), %(casus)s, 'huisvesting', 'x', 'x', "
    "'2024-03-01', '2024-04-01')"
)
_EVALUATIE = (
    "INSERT INTO voortgang_evaluatie (id, casus_id, datum, conclusie, door_id) "
    "VALUES (gen_random_uuid(), %(casus)s, '2024-04-02', 'x', %(wie)s)"
)
_AFSPRAAK = (
    "INSERT INTO plan_afspraak (id, kenmerk, casus_id, organisatie_id, domein, vastgesteld_op, "
    "uiterlijk_op, eerder_op) VALUES (gen_random_uuid(), 'af-nieuw', %(casus)s, %(ggz)s, 'zorg', "
    "'2024-03-01', '2024-04-01', '{}')"
)
_TEKENEN = (
    "SELECT plan.onderteken(id, NULL, NULL, '2024-03-02', '', '') FROM plan_plan "
    "WHERE casus_id = %(casus)s"
)
_VERSLAG = "SELECT overleg.begin_verslag(id, '') FROM overleg_verslag WHERE casus_id = %(casus)s"


@pytest.mark.parametrize(
    ("daad", "mag"),
    [
        (_DOEL, False),
        (_EVALUATIE, False),
        (_TEKENEN, False),
        (_VERSLAG, False),
        (_AFSPRAAK, True),
    ],
)
def test_een_trajectbegeleider_doet_geen_werk_van_wie_de_regie_heeft(
    daad: str, mag: bool, relatiebank: str
) -> None:
    waarden = {
        "casus": id_van(casus_van("traject")),
        "wie": id_van("tineke"),
        "ggz": id_van("ggz"),
    }
    verwacht = nullcontext() if mag else pytest.raises(InsufficientPrivilege)
    with (
        als_app(relatiebank) as app,
        zitting(app, _vrager_van("tineke")),
        verwacht,
        app.transaction(force_rollback=True),
    ):
        app.execute(daad, waarden)


@pytest.mark.parametrize(
    ("tabel", "zet"),
    [
        ("plan_doel", "meetbaar = 'x'"),
        ("casus_ondersteuning", "vraag = 'x'"),
        ("beeld_score", "score = 1"),
        ("personen_persoon", "achternaam = 'x'"),
    ],
)
def test_een_trajectbegeleider_leest_en_verandert_niet(
    tabel: str, zet: str, relatiebank: str
) -> None:
    """What who holds the regie writes: Tineke sees it, and no row of it changes."""
    casus = {"casus": id_van(casus_van("traject"))}
    welke = "WHERE casus_id = %(casus)s"
    if tabel == "personen_persoon":
        mensen = "SELECT persoon_id FROM casus_betrokkenheid WHERE casus_id = %(casus)s"
        welke = f"WHERE id IN ({mensen})"
    with (
        als_app(relatiebank) as app,
        zitting(app, _vrager_van("tineke")),
        app.transaction(force_rollback=True),
    ):
        gezien = app.execute(f"SELECT FROM {tabel} {welke}".encode(), casus)
        geraakt = app.execute(f"UPDATE {tabel} SET {zet} {welke}".encode(), casus)

    assert gezien.rowcount > 0
    assert geraakt.rowcount == 0


def test_elke_tabel_die_kan_worden_afgeschermd_staat_in_de_proef() -> None:
    afschermbaar = {
        model._meta.db_table for model in apps.get_models() if issubclass(model, Afschermbaar)
    }

    # These have no casus of their own, and go with their bijdrage or besluit.
    volgt = {
        "casus_bijdragepubliek",
        "afsluiting_besluitstem",
        "documenten_documentversie",
        "documenten_documentdeel",
        "documenten_dossiersleutel",
    }
    # Opens nothing, and stays when the casus is shut: that is what it is for.
    blijft = {"afsluiting_nazorg"}
    assert afschermbaar | volgt | blijft == set(VAN_CASUS)


def test_elk_geval_heeft_een_regel() -> None:
    assert set(GEVALLEN) == {regel.casus for regel in REGELS} - {"*"}
