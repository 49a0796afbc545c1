# SPDX-License-Identifier: EUPL-1.2
"""A sealed journaal in a clone of its own, and the people who may attack it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.journaal import controle, zegels
from vangnet.journaal.controle import Verslag
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.databank.plek import POORT
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als


@dataclass
class Zegelhuis:
    """A clone with acts in it: seal them, check them, and be its superuser."""

    naam: str
    koppen: Path
    beheer: psycopg.Connection

    def schrijf(self, aantal: int, *, naam: str = "amira") -> list[UUID]:
        """So many acts of one person, each in a transaction of its own, with two subjects."""
        ids = []
        for _ in range(aantal):
            with als(Vrager(id_van(naam), VragerSoort.MENS)):
                ids.append(leg_vast(_een_act()))
        return ids

    def verzegel(self, *, alles: bool = False) -> int:
        """One round of the sealing job, as its role."""
        with cluster().verbind(instellingen.ROLLEN.zegel, self.naam) as verbinding:
            return zegels.verzegel(verbinding, self.koppen, alles=alles)

    def controleer(self, *, koppen: bool = False, codes: tuple[str, ...] = ()) -> Verslag:
        """The check, as the role that reads everything."""
        bestand = self.koppen if koppen else None
        return controle.controleer(self.adres("backup"), koppen=bestand, codes=codes, processen=1)

    def adres(self, rol: str) -> str:
        """The conninfo of this clone for a role."""
        gebruiker = getattr(instellingen.ROLLEN, rol)
        host = str(cluster().plek.socket)
        return make_conninfo(host=host, port=POORT, user=gebruiker, dbname=self.naam)

    def doe(self, *opdrachten: str) -> None:
        """Statements of a superuser who takes the guards away and puts them back afterwards.

        `<5>` stands for the id of the act that seal 5 is of, before the first of them.
        """
        handelingen = self.beheer.execute("SELECT volgnummer, handeling FROM journaal_zegel")
        for nummer, handeling in handelingen.fetchall():
            opdrachten = tuple(een.replace(f"<{nummer}>", f"'{handeling}'") for een in opdrachten)
        uit, aan = "DISABLE TRIGGER alleen_aanvullen", "ENABLE ALWAYS TRIGGER alleen_aanvullen"
        for opdracht in (*_bij_elke_tabel(uit), *opdrachten, *_bij_elke_tabel(aan)):
            self.beheer.execute(opdracht.encode())


def _bij_elke_tabel(wat: str) -> list[str]:
    return [f"ALTER TABLE journaal_{naam} {wat}" for naam in ("handeling", "onderwerp", "zegel")]


def _een_act() -> Act:
    return Act(
        handeling="casus.ingezien",
        object_soort="casus",
        object=id_van("casus"),
        casus=id_van("casus"),
        doel="casus",
        velden=["naam", "rol"],
        aantallen={"rijen": 3},
        onderwerpen=[("casus", id_van("casus")), ("persoon", id_van("betrokkene"))],
    )


@pytest.fixture
def zegelhuis(eigen_databank: str, tmp_path: Path) -> Iterator[Zegelhuis]:
    """An empty one."""
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("SET session_replication_role = replica")
        yield Zegelhuis(eigen_databank, tmp_path / "koppen.jsonl", beheer)


@pytest.fixture
def verzegeld(zegelhuis: Zegelhuis) -> Zegelhuis:
    """Three rounds of four acts: seals 1 to 12, and three heads."""
    for _ in range(3):
        zegelhuis.schrijf(4)
        assert zegelhuis.verzegel() == 4
    return zegelhuis
