# SPDX-License-Identifier: EUPL-1.2
"""What a trajectbegeleider who stopped leaves behind: appointments for the house, and a notice."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import DateField, Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from vangnet.casus.models import CasusRol
from vangnet.casus.querysets import huisrollen
from vangnet.casus.regels import Antwoord, RolSoort
from vangnet.kern.daden import roep
from vangnet.kern.klok import HUISTIJD, nu, vandaag
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.querysets import contacten_voor
from vangnet.voortgang.regels import Uitkomst
from vangnet.voortgang.trajecten import naar_ondersteuning, traject_stoppen

# By contact what came of it; None: the asker goes, or finds somebody who does.
Geregeld = Mapping[UUID, Uitkomst | None]
# So long who was stopped by somebody else is told so.
GEMELD = timedelta(days=14)
# Of a rol whose casus closed; the call holds nothing of the row, so that it is made once.
_GESLOTEN_OP = (
    "(SELECT g.op FROM voortgang.begeleidingen_gesloten(%s) g WHERE g.rol = casus_casusrol.id)"
)


def afspraak_regelen(contact: UUID, uitkomst: Uitkomst | None) -> UUID:
    """Say what came of one of losse_afspraken, or take it over (None); gives the casus.

    Raises NietToegestaan.
    """
    return UUID(roep("voortgang.regel_afspraak(%s, %s, %s)", contact, uitkomst))


@transaction.atomic
def stoppen(casus: UUID, *, reden: str, wissel: bool, geregeld: Geregeld) -> None:
    """Stop the traject that runs and arrange what it leaves; wissel: go to ondersteuning with it.

    Raises NietToegestaan.
    """
    if wissel:
        naar_ondersteuning(casus, reden=reden)
    else:
        traject_stoppen(casus, reden=reden)
    for contact, uitkomst in geregeld.items():
        afspraak_regelen(contact, uitkomst)


def losse_afspraken(casus: UUID) -> frozenset[UUID]:
    """The open appointments of a casus that the asker, of the house, may arrange."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT contact FROM voortgang.losse_afspraken(%s)", [casus])
        return frozenset(contact for (contact,) in cursor.fetchall())


def open_afspraken(casus: UUID, *, wie: Kijker) -> Sequence[Contactmoment]:
    """The appointments of who goes along now of which nothing is known yet, the first one first."""
    begeleiders = CasusRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=vandaag()),
        casus=casus,
        rol=RolSoort.TRAJECTBEGELEIDER,
        beeindigd_op__isnull=True,
    ).values("gebruiker")
    return _open(casus, wie, Q(door__in=begeleiders))


def nog_te_komen(casus: UUID, *, wie: Kijker) -> Sequence[Contactmoment]:
    """The appointments of a casus that somebody expects, whoever made them, the first one first."""
    return _open(casus, wie, Q(moment__gt=nu()))


def _open(casus: UUID, wie: Kijker, welke: Q) -> list[Contactmoment]:
    zonder_uitkomst = contacten_voor(wie).filter(welke, casus=casus, uitkomst__isnull=True)
    met_wie = zonder_uitkomst.select_related("door").defer("door__password")
    return list(met_wie.order_by("moment", "pk"))


def gestopt(wie: Kijker) -> Sequence[CasusRol]:
    """The own rollen of a trajectbegeleider that somebody else ended less than GEMELD ago.

    Or of which the casus was closed, on `gesloten_op`. Without the casus: who is not on it any more
    sees no kenmerk (toegang.md sections 2 and 3), but knows of their own rol. Not when they were
    put on it again.
    """
    weer = huisrollen(wie).filter(casus=OuterRef("casus"))
    beeindigd = (
        Q(beeindigd_op__gte=nu() - GEMELD, beeindigd_door__isnull=False)
        & ~Q(beeindigd_door=wie.gebruiker)
        & ~Exists(weer)
    )
    vanaf = (nu() - GEMELD).astimezone(HUISTIJD).date()
    gesloten_op = RawSQL(_GESLOTEN_OP, [vanaf], output_field=DateField())  # noqa: S611
    eigen = CasusRol.objects.filter(
        gebruiker=wie.gebruiker, rol=RolSoort.TRAJECTBEGELEIDER, antwoord=Antwoord.AANVAARD
    ).annotate(gesloten_op=gesloten_op)
    gesloten = Q(dicht=True, beeindigd_op__isnull=True, gesloten_op__isnull=False)
    rijen = eigen.filter(beeindigd | gesloten).select_related("beeindigd_door")
    met_naam = rijen.defer("beeindigd_door__password")
    return list(met_naam.order_by("-gesloten_op", "-beeindigd_op", "pk"))
