# SPDX-License-Identifier: EUPL-1.2
"""Load a register of package rows into the test database, without the product's import."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, transaction

from tests.databank import cluster, kloon, verbonden_met
from tests.kerncijfers.telling_regels import Rij
from vangnet.aanmelding.models import Aanmelding
from vangnet.advies.models import Advies, Telling
from vangnet.afsluiting.models import Afsluiting
from vangnet.casus.models import Betrokkenheid, Casus, Inzet
from vangnet.financien.models import FinancielePost
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.organisaties.models import Organisatie
from vangnet.overleg.models import Overleg
from vangnet.personen.models import Persoon
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Trajectbegeleiding

# file: model, own identifier, references (column: file)
TABELLEN: Mapping[str, tuple[Any, str, Mapping[str, str]]] = {
    "organisaties": (Organisatie, "organisatie_id", {}),
    "personen": (Persoon, "persoon_id", {}),
    "casussen": (Casus, "casus_id", {"hoofdbetrokkene": "personen"}),
    "aanmeldingen": (
        Aanmelding,
        "aanmelding_id",
        {"aanmelder": "organisaties", "casus_id": "casussen"},
    ),
    "inzetten": (Inzet, "", {"casus_id": "casussen"}),
    "afsluitingen": (Afsluiting, "", {"casus_id": "casussen"}),
    "betrokkenen": (Betrokkenheid, "", {"casus_id": "casussen", "persoon_id": "personen"}),
    "trajecten": (Trajectbegeleiding, "", {"casus_id": "casussen"}),
    "adviezen": (Advies, "advies_id", {"organisatie_id": "organisaties"}),
    "tellingen": (Telling, "", {}),
    "overleggen": (Overleg, "overleg_id", {"casus_id": "casussen"}),
    "financien": (FinancielePost, "", {}),
}


@contextmanager
def leeg_huis() -> Iterator[str]:
    """A database without the cast's casus, to which Django's connection points; gives its name."""
    with kloon() as naam:
        with cluster().verbind(BEHEERDER, naam) as verbinding:
            verbinding.execute(
                "TRUNCATE aanmelding_aanmelding, casus_casus, personen_persoon, "
                "kerncijfers.wachtrij CASCADE"
            )
        with verbonden_met(naam):
            yield naam


@contextmanager
def opdrachtregel(*, terug: bool = True) -> Iterator[None]:
    """A transaction of the command line's account; `terug`: rolled back at the end."""
    vrager = Vrager(Gebruiker.objects.get(systeemnaam__isnull=False).pk, VragerSoort.OPDRACHT)
    with als(vrager):
        yield
        transaction.set_rollback(terug)


def laad(register: Mapping[str, list[Rij]]) -> dict[str, dict[str, UUID]]:
    """Write the rows as an import does; returns the keys by file and identifier."""
    bekend: dict[str, dict[str, UUID]] = {}
    _word(settings.ROLLEN.invoer)
    for naam, (model, kenmerk, verwijzingen) in TABELLEN.items():
        rijen = register.get(naam, [])
        bekend[naam] = {rij[kenmerk]: uuid4() for rij in rijen if kenmerk}
        model.objects.bulk_create(
            model(**_velden(rij, naam, kenmerk, verwijzingen, bekend)) for rij in rijen
        )
    _word("none")
    return bekend


def _velden(
    rij: Rij,
    naam: str,
    kenmerk: str,
    verwijzingen: Mapping[str, str],
    bekend: Mapping[str, Mapping[str, UUID]],
) -> dict[str, Any]:
    velden: dict[str, Any] = {}
    for kolom, cel in rij.items():
        if kolom == kenmerk:
            velden |= {"kenmerk": cel, "id": bekend[naam][cel]}
        elif kolom in verwijzingen:
            doel = bekend[verwijzingen[kolom]][cel] if cel else None
            velden[f"{kolom.removesuffix('_id')}_id"] = doel
        elif kolom != "bsn":
            velden[kolom] = cel or None
    return velden


def _word(rol: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true)", [rol])
