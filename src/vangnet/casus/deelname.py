# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in a casus, and its inzet: calls of definer functions in sql/, and reads.

Those decide who may and write the journaal. Each raises NietToegestaan for what may not be done and
for what doesn't exist, without telling which. Call them last: afterwards the asker may not see the
casus any more.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from vangnet.casus.models import CasusRol
from vangnet.casus.regels import Antwoord, RolSoort
from vangnet.casus.selectors import uitnodigingen
from vangnet.kern.daden import beperking_zegt, roep
from vangnet.toegang.kijker import Kijker

# An invitation with the kenmerk of its casus.
Uitnodiging = tuple[CasusRol, str]


class Plek(NamedTuple):
    """A place in a casus that can be offered: to whom, for which organisation (None: the house)."""

    gebruiker: UUID | None
    organisatie: UUID | None
    rol: RolSoort


def uitnodigen(
    casus: UUID, plek: Plek, *, zijde: int | None = None, beide_kanten: bool = False
) -> None:
    """Offer somebody a place, or note that an organisation takes part.

    Where people stand opposite each other, a partner comes on a side, or sees both when
    `beide_kanten` says so.
    """
    roep(
        "casus.nodig_uit(%s, %s, %s, %s, %s, %s, %s)",
        casus,
        plek.gebruiker,
        plek.organisatie,
        str(plek.rol),
        zijde,
        beide_kanten,
    )


def uitnodiging_beantwoorden(rol: UUID, *, aanvaard: bool) -> UUID:
    """Accept or decline one's own invitation; gives the casus.

    Raises VangnetFout when it has no side and people were given sides since: a partner would see
    both. The sentence doesn't say so to who sees nothing of the casus yet.
    """
    with beperking_zegt(
        "Deze uitnodiging geldt niet meer. Vraag de procesregisseur om een nieuwe."
    ):
        return UUID(roep("casus.beantwoord_uitnodiging(%s, %s, %s)", rol, aanvaard))


def weigering_terugnemen(rol: UUID) -> UUID:
    """Undo declining one's own invitation, within TERUG_BINNEN; gives the casus.

    Not when the casus is beperkt now, nor beside a rol or a newer invitation.
    """
    return UUID(roep("casus.neem_weigering_terug(%s, %s)", rol))


def rol_beeindigen(rol: UUID) -> None:
    """End a rol or take an invitation back; it works on the next request."""
    roep("casus.beeindig_rol(%s, %s)", rol)


def rol_herstellen(rol: UUID) -> UUID:
    """Undo that, by who did it and within TERUG_BINNEN; gives the casus.

    Raises VangnetFout when the rol has no side and people were given sides meanwhile.
    """
    with beperking_zegt(
        "De rol komt niet terug: in deze zaak staan mensen nu tegenover elkaar. "
        "De regisseur nodigt de partner opnieuw uit, aan een kant."
    ):
        return UUID(roep("casus.herstel_rol(%s, %s)", rol))


def rol_overdragen(rol: UUID, *, aan: UUID, tot: date | None) -> None:
    """Hand a rol to a colleague, for good or up to and including `tot`; then it returns."""
    roep("casus.draag_rol_over(%s, %s, %s, %s)", rol, aan, tot)


def beperkt_zetten(casus: UUID, *, beperkt: bool) -> None:
    """Close a casus to who is not named on it, or open it to the house again."""
    roep("casus.zet_beperkt(%s, %s, %s)", casus, beperkt)


def inzet_wisselen(casus: UUID, *, naar: str) -> None:
    """Go to procesregie or ondersteuning from today; the former inzet ended yesterday."""
    roep("casus.wissel_inzet(%s, %s, %s)", casus, naar)


def plekken() -> Sequence[Plek]:
    """Whom the asker may invite, or hand a rol to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gebruiker, organisatie, rol FROM casus.te_benaderen()")
        return [Plek(mens, namens, RolSoort(rol)) for mens, namens, rol in cursor.fetchall()]


def kan_er_niet_in(rollen: Iterable[CasusRol], bekend: Iterable[Plek]) -> frozenset[UUID]:
    """Of which of these the account opens the casus no more, because its own role ended.

    bekend: `plekken()` of who asks: all of a procesregisseur, of a coordinator the colleagues.
    Which trajectbegeleiders there are these don't say.
    """
    wel = set(bekend)
    return frozenset(
        rol.pk
        for rol in rollen
        if rol.gebruiker_id
        and rol.rol != RolSoort.TRAJECTBEGELEIDER
        and Plek(rol.gebruiker_id, rol.organisatie_id, RolSoort(rol.rol)) not in wel
    )


def kenmerken() -> dict[UUID, str]:
    """The kenmerk of the casus of each rol or invitation that the asker may know of."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rol, kenmerk FROM casus.kenmerken_van_rollen()")
        return dict(cursor.fetchall())


def net_geweigerd() -> dict[UUID, str]:
    """The kenmerk of the casus of each invitation that the asker just declined, to undo."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rol, kenmerk FROM casus.net_geweigerd()")
        return dict(cursor.fetchall())


def wacht_op_antwoord(rol: CasusRol) -> bool:
    """Whether it is an invitation to answer, and not one to undo something of."""
    return rol.antwoord is None and rol.beeindigd_op is None


def uitnodigingen_met_kenmerk(wie: Kijker) -> list[Uitnodiging]:
    """What waits for the answer of `wie`, with the kenmerk: all that is known before a yes.

    After it what they just declined, then the own rollen that they just ended: to undo.
    """
    gevonden = uitnodigingen(wie)
    bekend = kenmerken() if gevonden else {}
    if any(rol.antwoord == Antwoord.GEWEIGERD for rol in gevonden):
        bekend |= net_geweigerd()
    return [(rol, bekend[rol.pk]) for rol in gevonden if rol.pk in bekend]
