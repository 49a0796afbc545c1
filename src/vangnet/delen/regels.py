# SPDX-License-Identifier: EUPL-1.2
"""Rules of sharing: what may be saved together, and who sees an item (toegang.md section 4).

No Django. The policies of the database say the same; a property test holds the two together.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

MOTIVERING_MINSTENS = 10


class Publiek(StrEnum):
    """Who may read an item."""

    IEDEREEN = "iedereen"
    ORGANISATIES = "organisaties"
    ALLEEN_HUIS = "alleen_huis"
    WERKNOTITIE = "werknotitie"


# Organisations whose professionals are bound to secrecy (WGS 2.29(2)): the form asks for a ground.
GEHEIMHOUDERS = frozenset(
    {"ggz", "verslavingszorg", "zorgaanbieder", "ggd", "gecertificeerde_instelling"}
)
# What falls under it: about health, and about care and help.
GEHEIME_CATEGORIEEN = frozenset({"gezondheid", "voorzieningen", "begeleiding"})


@dataclass(frozen=True, kw_only=True)
class Item:
    """What decides who sees an item.

    genoemd: organisations in its audience; zijde: of the person that it is about, None for
    everybody's.
    """

    auteur: UUID
    publiek: Publiek
    genoemd: AbstractSet[UUID] = frozenset()
    zijde: int | None = None
    ingetrokken: bool = False


@dataclass(frozen=True, kw_only=True)
class Blik:
    """How somebody looks at a casus: as a whole, or as a partner by rollen (organisation, side)."""

    gebruiker: UUID
    heel: bool = False
    rollen: Sequence[tuple[UUID, int | None]] = field(default=())


def mag_zien(item: Item, blik: Blik) -> bool:
    """Whether somebody sees an item of a casus; nobody who has no part in the casus does."""
    if not (blik.heel or blik.rollen):
        return False
    if item.auteur == blik.gebruiker:
        return True
    if item.ingetrokken or item.publiek is Publiek.WERKNOTITIE:
        return False
    return blik.heel or any(_gedeeld_met(item, *rol) for rol in blik.rollen)


def _gedeeld_met(item: Item, organisatie: UUID, zijde: int | None) -> bool:
    if None not in (item.zijde, zijde) and item.zijde != zijde:
        return False
    if item.publiek is Publiek.ORGANISATIES:
        return organisatie in item.genoemd
    return item.publiek is Publiek.IEDEREEN


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """What somebody chose for an item, as a form or a service has it."""

    publiek: str
    organisaties: AbstractSet[UUID] = frozenset()
    categorie: str = ""
    onder_geheim: bool = False
    grond: str = ""
    grond_motivering: str = ""
    bron_soort: str = ""


def bezwaren(keuze: Keuze) -> Mapping[str, str]:
    """What can't be saved so: for each field a sentence that says what to do."""
    gevonden = dict(_bezwaren_tegen_grond(keuze))
    if keuze.publiek == Publiek.ORGANISATIES and not keuze.organisaties:
        gevonden["organisaties"] = "Kies minstens één organisatie."
    if keuze.publiek == Publiek.WERKNOTITIE and keuze.onder_geheim:
        gevonden["onder_geheim"] = "Een eigen werknotitie deel je niet: een grond is niet nodig."
    return gevonden


def _bezwaren_tegen_grond(keuze: Keuze) -> Mapping[str, str]:
    if not keuze.onder_geheim:
        if moet_grond_hebben(keuze):
            return {
                "onder_geheim": "Deze bron heeft beroepsgeheim: zet het vinkje en kies een grond."
            }
        return {}
    gevonden = {} if keuze.grond else {"grond": "Kies waarom je dit mag delen."}
    if len(keuze.grond_motivering.strip()) < MOTIVERING_MINSTENS:
        gevonden["grond_motivering"] = "Schrijf in een zin waarom deze grond geldt."
    return gevonden


def moet_grond_hebben(keuze: Keuze) -> bool:
    """Whether this source is bound to secrecy about this kind of data, and shares it."""
    return (
        keuze.bron_soort in GEHEIMHOUDERS
        and keuze.categorie in GEHEIME_CATEGORIEEN
        and keuze.publiek != Publiek.WERKNOTITIE
    )
