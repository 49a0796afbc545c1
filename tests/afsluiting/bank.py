# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the owner writes rows with the ids of the cast
"""The cast with a second regisseur, and two casussen that closed in 2024.

Oda is procesregisseur again; Koos is a second account of Amira. ZVH-2023-0001 is open to the house,
ZVH-2023-0002 was beperkt, with Amira on it. The casus of the cast has no handover or decision.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from vangnet.aanmelding.besluiten import Stem
from vangnet.afsluiting.regels import Wijze
from vangnet.afsluiting.services import Beslissing, Overdrachtvraag, Sluiting
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.overleg.services import verslag_vaststellen
from vangnet.plan.doelen import doel_beoordelen
from vangnet.plan.services import afspraak_afvinken
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.opschalen import opschaling_afronden

CASUS, GESLOTEN, BEPERKT = id_van("casus"), id_van("casus-oud"), id_van("casus-dicht")
_KLAAR = f"""
    UPDATE toegang_accountrol SET tot = NULL WHERE id = '{id_van("rol-oda")}';
    UPDATE toegang_accountrol SET vanaf = '2019-01-01' WHERE id = '{id_van("rol-koos")}';
    UPDATE gebruikers_gebruiker SET email = 'amira+tweede@proef.invalid'
     WHERE id = '{id_van("koos")}';
    DELETE FROM afsluiting_besluitstem; DELETE FROM afsluiting_besluit;
    DELETE FROM afsluiting_overdracht; DELETE FROM afsluiting_nazorg;
    INSERT INTO casus_casus (id, kenmerk, samenstelling, beperkt, eerste_verwerking,
        eerste_verwerking_afgeleid)
    VALUES ('{GESLOTEN}', 'ZVH-2023-0001', 'individu', false, '2023-01-09', false),
           ('{BEPERKT}', 'ZVH-2023-0002', 'individu', true, '2023-01-09', false);
    INSERT INTO casus_inzet (id, casus_id, soort, vanaf, tot)
    SELECT gen_random_uuid(), een, 'procesregie', '2023-01-09', '2024-05-01'
      FROM unnest(ARRAY['{GESLOTEN}', '{BEPERKT}']::uuid[]) een;
    INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, rol, antwoord, vanaf)
    VALUES (gen_random_uuid(), '{BEPERKT}', '{id_van("amira")}', 'regisseur', 'aanvaard',
            '2023-01-09'),
           (gen_random_uuid(), '{GESLOTEN}', '{id_van("tineke")}', 'trajectbegeleider',
            'aanvaard', '2023-01-09');
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, afsluitreden, resultaat,
        overdracht)
    SELECT gen_random_uuid(), een, '2024-05-01', 'overgedragen_lokaal', 'deels', 'ggz'
      FROM unnest(ARRAY['{GESLOTEN}', '{BEPERKT}']::uuid[]) een;
    INSERT INTO afsluiting_nazorg (id, casus_id, kenmerk, afgesloten_op, organisatie_id, functie,
        uiterlijk_op, beperkt, door_id, controleur_id, eerste_verwerking_afgeleid)
    VALUES ('{id_van("nazorg-oud")}', '{GESLOTEN}', 'ZVH-2023-0001', '2024-05-01',
            '{id_van("ggz")}', 'casemanager', '2024-06-12', false, '{id_van("amira")}',
            '{id_van("oda")}', false),
           ('{id_van("nazorg-dicht")}', '{BEPERKT}', 'ZVH-2023-0002', '2024-05-01',
            '{id_van("ggz")}', 'casemanager', '2024-06-12', true, '{id_van("amira")}',
            '{id_van("oda")}', false);
"""


@contextmanager
def sluitbank() -> Iterator[str]:
    """A clone of the cast, prepared by its superuser."""
    with kloon() as naam:
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(_KLAAR.encode())
        yield naam


@contextmanager
def wie(naam: str) -> Iterator[None]:
    """One transaction as somebody of the cast."""
    with als(Vrager(id_van(naam))):
        yield


DOEN: dict[str, Callable[[], object]] = {
    "afspraak": lambda: afspraak_afvinken(id_van("afspraak"), gereed=True),
    "doel": lambda: doel_beoordelen(id_van("doel"), resultaat="doel_gerealiseerd"),
    "opschaling": lambda: opschaling_afronden(
        id_van("opschaling"), uitkomst="doorbraak", opbrengst="Er is een plek."
    ),
    "verslag": lambda: verslag_vaststellen(id_van("punt")),
}


def maak_klaar(*, behalve: str = "") -> None:
    """Do all that holds the closing of the casus of the cast, as Amira; behalve: but this."""
    with wie("amira"):
        for naam, doe in DOEN.items():
            if naam != behalve:
                doe()


POLITIE = Stem("Sjoukje Verzinsel", id_van("politie"), akkoord=True)


def sluiting(**anders: object) -> Sluiting:
    """A decision to close that is complete, with what a test wants otherwise."""
    velden: dict[str, object] = {
        "motivering": "Hij woont zelfstandig en komt op zijn afspraken.",
        "wijze": Wijze.OVERLEG,
        "genomen_op": vandaag(),
        "stemmen": [POLITIE],
        "afsluitreden": "doelen_gerealiseerd",
        "geinformeerd": True,
        "resultaat": "doel_gerealiseerd",
    }
    return Sluiting(**(velden | anders))  # type: ignore[arg-type]  # a test may leave anything out


def beslissing(**anders: object) -> Beslissing:
    """A decision to reopen, as sluiting."""
    velden: dict[str, object] = {
        "motivering": "Hij is niet meer in zorg en slaapt buiten.",
        "wijze": Wijze.SCHRIFTELIJK,
        "genomen_op": date(2024, 7, 1),
        "stemmen": [POLITIE],
    }
    return Beslissing(**(velden | anders))  # type: ignore[arg-type]  # as above


def vraag(gebruiker: UUID | None = None) -> Overdrachtvraag:
    """A warm handover to the GGZ."""
    return Overdrachtvraag(
        organisatie=id_van("ggz"),
        soort="ggz",
        functie="casemanager",
        warm=True,
        gebruiker=gebruiker,
    )
