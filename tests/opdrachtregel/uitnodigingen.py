# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the mail about an overleg do first, and what they read of the mails."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from config import settings as instellingen
from tests.bezetting import MENSEN, id_van
from tests.databank import cluster
from tests.opdrachtregel.postbus import Postbus, agendaregels, postbus
from vangnet.casus.deelname import (
    Plek,
    uitnodigen,
    uitnodiging_beantwoorden,
)
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.kern.post import Postadres
from vangnet.overleg.models import Genodigde, Overleg
from vangnet.overleg.services import (
    Nieuw,
    genodigde_weglaten,
    overleg_afgelasten,
    overleg_plannen,
    overleg_wijzigen,
    rol_en_uitnodigingen_overdragen,
)
from vangnet.toegang.vrager import Vrager, als

BRAM, CHANTAL = "bram@proef.invalid", "chantal@proef.invalid"
CASUS = id_van("casus")
AANVANG = time(10)


@pytest.fixture
def bus(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbus]:
    yield from _open(monkeypatch)


@pytest.fixture
def eigen_bus(eigen_databank: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbus]:
    yield from _open(monkeypatch)


def _open(monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbus]:
    """Bram takes part in the casus of the cast; he and Chantal want mail, the others none."""
    with postbus() as een:
        post = Postadres("127.0.0.1", een.poort, "geen", van="vangnet@huis.invalid")
        monkeypatch.setattr(instellingen, "POST", post)
        monkeypatch.setattr(instellingen, "ADRES", "https://vangnet.invalid")
        doe_mee("bram")
        for naam in MENSEN:
            with als(Vrager(id_van(naam))):
                dagen = "1" if naam in {"bram", "chantal"} else ""
                Gebruiker.objects.filter(pk=id_van(naam)).update(samenvatting_dagen=dagen)
        yield een


def doe_mee(naam: str) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van(naam), id_van("ggz"), RolSoort.DEELNEMER))
    with als(Vrager(id_van(naam))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van(naam), antwoord__isnull=True)
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)


def over_dagen(dagen: int) -> date:
    return vandaag() + timedelta(days=dagen)


def plan(dagen: int = 7) -> UUID:
    nieuw = Nieuw(
        datum=over_dagen(dagen),
        aanvang=AANVANG,
        soort="casusoverleg",
        titel="Kanarie-titel",
        plaats="Kanarie-plaats bij Bram",
    )
    with als(Vrager(id_van("amira"))):
        return overleg_plannen(nieuw, [CASUS], door=id_van("amira"))


def verzet(overleg: UUID, dagen: int) -> None:
    with als(Vrager(id_van("amira"))):
        nu = Overleg.objects.get(pk=overleg)
        overleg_wijzigen(
            overleg, gelezen=nu.versie, datum=over_dagen(dagen), aanvang=AANVANG, titel="Anders"
        )


def gelast_af(overleg: UUID, *, af: bool = True) -> None:
    with als(Vrager(id_van("amira"))):
        overleg_afgelasten(overleg, af=af)


def laat_weg(overleg: UUID, naam: str = "bram", *, weg: bool = True) -> None:
    with als(Vrager(id_van("amira"))):
        wie = Genodigde.objects.get(agendapunt__overleg=overleg, gebruiker=id_van(naam))
        genodigde_weglaten(wie.pk, weg=weg)


def afspraken(bus: Postbus, aan: str = BRAM) -> list[tuple[str, str, str, str]]:
    """METHOD, SEQUENCE, first moment and STATUS of each entry, all of one UID."""
    gelezen = []
    for mail in bus.aan(aan):
        (bijlage,) = mail.iter_attachments()
        gelezen.append(dict(regel.split(":", 1) for regel in agendaregels(bijlage)))
    assert len({een["UID"] for een in gelezen}) <= 1
    namen = ("METHOD", "SEQUENCE", "DTSTART", "STATUS")
    return [(een[namen[0]], een[namen[1]], een[namen[2]][:8], een[namen[3]]) for een in gelezen]


def dag(dagen: int) -> str:
    return f"{over_dagen(dagen):%Y%m%d}"


def draag_over(*, tot: date | None = None) -> None:
    with als(Vrager(id_van("cor"))):
        rol = CasusRol.objects.get(gebruiker=id_van("bram"), antwoord="aanvaard", beeindigd_op=None)
        rol_en_uitnodigingen_overdragen(rol.pk, aan=id_van("chantal"), tot=tot)


def is_terug(databank: str) -> None:
    """The days of the colleague are over, and Bram has his rol again."""
    doe(
        databank,
        "UPDATE casus_casusrol SET vanaf = vanaf - 6, tot = tot - 6 "
        "WHERE casus_id = %s AND organisatie_id = %s AND beeindigd_op IS NULL",
        CASUS,
        id_van("ggz"),
    )


def later(databank: str, hoeveel: str) -> None:
    doe(databank, "UPDATE overleg_overlegmail SET laatst_op = now() - %s::interval", hoeveel)


def doe(databank: str, opdracht: str, *waarden: object) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(opdracht.encode(), list(waarden))


def van_een_beperkte_zaak(databank: str, overleg: UUID) -> None:
    """As an import gives it: of one casus, that is beperkt."""
    doe(databank, "UPDATE overleg_overleg SET casus_id = %s WHERE id = %s", CASUS, overleg)
    doe(databank, "UPDATE casus_casus SET beperkt = true WHERE id = %s", CASUS)
