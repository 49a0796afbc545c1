# SPDX-License-Identifier: EUPL-1.2
"""Changing the side of somebody in a casus, and whom that shows them to or hides them from."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Q

from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.casus.querysets import bijdragen_voor
from vangnet.casus.regels import Antwoord, BijdrageSoort, RolSoort
from vangnet.kern.daden import roep
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker

# None: on no side, where all who take part see the person.
ZIJDEN = (1, 2, None)


@dataclass(frozen=True)
class Zijdegevolg:
    """What becomes of one choice, by name with their organisation.

    ziet_wel, ziet_niet: partners who see the person from then on, and who not any more.
    blijft_zien: those on no side, who see both. na_een_ja: who is invited still and will see the
    person, and ook_dan_niet: who will not. te_laat: invited without a side, whose yes is refused
    then (`casus.mist_kant`), because of this change or of another.
    """

    zijde: int | None
    ziet_wel: Sequence[str]
    ziet_niet: Sequence[str]
    blijft_zien: Sequence[str]
    na_een_ja: Sequence[str]
    ook_dan_niet: Sequence[str]
    te_laat: Sequence[str]


@dataclass(frozen=True)
class Organisatiekanten:
    """On which sides the organisations of a casus were ever, by name: what is frozen knows no more.

    per_naam: of each organisation of that name, its sides; None among them for no side.
    """

    per_naam: Mapping[str, Sequence[Set[int | None]]]

    def kent(self, naam: str) -> bool:
        """Whether it was in one place all the time, so that what it did can be told apart."""
        alle = self.per_naam.get(naam, ())
        return bool(alle) and all(len(een) == 1 for een in alle)

    def mag_bij(self, naam: str, zijde: int | None) -> bool:
        """Whether people of a side may read of it: it was there all the time, or on none."""
        return self.kent(naam) and all(een <= {None, zijde} for een in self.per_naam[naam])


def organisatiekanten(casus: UUID) -> Organisatiekanten:
    """Where the organisations of a casus were, also who was asked or is over; one query.

    What an organisation did for one side doesn't come to lie open to the other when it is asked
    there later.
    """
    rollen = CasusRol.objects.filter(casus=casus, organisatie__isnull=False)
    van: dict[tuple[UUID, str], set[int | None]] = {}
    for pk, naam, zijde in rollen.values_list("organisatie", "organisatie__naam", "zijde"):
        van.setdefault((pk, naam), set()).add(zijde)
    per_naam: dict[str, list[Set[int | None]]] = {}
    for (_pk, naam), kanten in van.items():
        per_naam.setdefault(naam, []).append(kanten)
    return Organisatiekanten(per_naam)


def zijdegevolgen(betrokkenheid: Betrokkenheid) -> Sequence[Zijdegevolg]:
    """Of each side where the person isn't yet; two queries."""
    rollen = CasusRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=vandaag()),
        Q(antwoord=Antwoord.AANVAARD) | Q(antwoord__isnull=True),
        casus=betrokkenheid.casus_id,
        rol=RolSoort.DEELNEMER,
        gebruiker__isnull=False,
        beeindigd_op__isnull=True,
    ).select_related("gebruiker", "organisatie")
    partners = list(rollen.defer("gebruiker__password").order_by("organisatie__naam", "pk"))
    ontbreekt = gevraagd_zonder_kant(betrokkenheid.casus_id)
    door_ander = {rol for rol, door in ontbreekt.items() if door - {betrokkenheid.pk}}
    return [
        _gevolg(partners, betrokkenheid.zijde, naar, door_ander)
        for naar in ZIJDEN
        if naar != betrokkenheid.zijde
    ]


def gevraagd_zonder_kant(casus: UUID) -> Mapping[UUID, Set[UUID]]:
    """Who was asked without a side and can't say yes any more; one query.

    Each rol with the betrokkenheden because of which. Empty but for a procesregisseur who sees the
    casus.
    """
    gevonden: dict[UUID, set[UUID]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT rol, door FROM casus.gevraagd_zonder_kant(%s)", [casus])
        for rol, door in cursor.fetchall():
            gevonden.setdefault(rol, set()).add(door)
    return gevonden


def _gevolg(
    rollen: Sequence[CasusRol], van: int | None, naar: int | None, door_ander: Set[UUID]
) -> Zijdegevolg:
    mee = [een for een in rollen if een.antwoord]
    gevraagd = [een for een in rollen if not een.antwoord]
    nu_te_laat = {een.pk for een in gevraagd if een.zijde is None and naar is not None}
    laat = [een for een in gevraagd if een.pk in nu_te_laat | door_ander]
    open_ = [een for een in gevraagd if een not in laat]
    return Zijdegevolg(
        naar,
        ziet_wel=_namen(een for een in mee if not _ziet(een, van) and _ziet(een, naar)),
        ziet_niet=_namen(een for een in mee if _ziet(een, van) and not _ziet(een, naar)),
        blijft_zien=_namen(een for een in mee if een.zijde is None),
        na_een_ja=_namen(een for een in open_ if _ziet(een, naar)),
        ook_dan_niet=_namen(een for een in open_ if not _ziet(een, naar)),
        te_laat=_namen(laat),
    )


def _ziet(rol: CasusRol, zijde: int | None) -> bool:
    return zijde is None or rol.zijde is None or rol.zijde == zijde


def _namen(rollen: Iterable[CasusRol]) -> list[str]:
    """Each once: who was replaced for a while stands there twice."""
    return list(dict.fromkeys(_wie(een) for een in rollen))


def _wie(rol: CasusRol) -> str:
    mens = rol.gebruiker.naam if rol.gebruiker else ""
    return f"{mens} ({rol.organisatie.naam})" if rol.organisatie else mens


def zijde_wisselen(
    betrokkenheid: UUID, *, gelezen: int | None, zijde: int | None, reden: str
) -> UUID:
    """Somebody comes to stand on another side, or on none; gives the casus.

    gelezen: the side where they stood when it was read. Raises NietToegestaan, also for another.
    """
    act = "casus.wissel_zijde(%s, %s, %s, %s, %s)"
    return UUID(roep(act, betrokkenheid, gelezen, zijde, reden))


def is_zo_gewisseld(mens: Betrokkenheid, *, zijde: int | None, reden: str, door: Kijker) -> bool:
    """Whether they stand there by what `door` sent before, with this reason."""
    notities = bijdragen_voor(door).filter(
        auteur=door.gebruiker,
        betrokkenheid=mens,
        soort=BijdrageSoort.NOTITIE,
        tekst__startswith="Gaat ",
        tekst__endswith=f". {reden}",
    )
    return mens.zijde == zijde and notities.exists()
