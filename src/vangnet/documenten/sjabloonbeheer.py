# SPDX-License-Identifier: EUPL-1.2
"""The templates of the house: which one counts, a new one, and an old one put back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from vangnet.documenten.models import Sjabloonversie
from vangnet.documenten.regels import Bestandssoort, Briefsoort, naam_met_soort
from vangnet.documenten.services import Bestand
from vangnet.documenten.sjablonen import toets
from vangnet.documenten.standaardsjablonen import standaard, velden_in_standaard
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.beurt import wacht_op_beurt
from vangnet.kern.fouten import NietToegestaan

# Of the column.
_HOOGSTE = 2**31 - 1


@dataclass(frozen=True)
class Sjabloon:
    """A template as it can be filled; nummer 0: the one of Vangnet."""

    soort: Briefsoort
    nummer: int
    naam: str
    inhoud: bytes
    velden: Sequence[str]


def van_vangnet(soort: Briefsoort) -> Sjabloon:
    """The template that every house begins with."""
    naam = naam_met_soort(f"vangnet-{soort}", Bestandssoort.DOCX)
    return Sjabloon(soort, 0, naam, standaard(soort), velden_in_standaard(soort))


def sjabloon(soort: Briefsoort, nummer: int | None = None) -> Sjabloon | None:
    """Version `nummer` of a template, or else the one that counts; None when it isn't there."""
    if nummer == 0:
        return van_vangnet(soort)
    if nummer is not None and nummer > _HOOGSTE:
        return None
    rijen = Sjabloonversie.objects.filter(soort=soort).order_by("-nummer")
    rij = (rijen if nummer is None else rijen.filter(nummer=nummer)).first()
    if rij:
        return Sjabloon(soort, rij.nummer, rij.naam, bytes(rij.inhoud), rij.velden)
    return van_vangnet(soort) if nummer is None else None


def sjabloonversies() -> Mapping[Briefsoort, Sequence[Sjabloonversie]]:
    """The versions of each kind without what is in them, newest first; one query."""
    gevonden: dict[Briefsoort, list[Sjabloonversie]] = {soort: [] for soort in Briefsoort}
    rijen = Sjabloonversie.objects.select_related("door").defer("inhoud", "door__password")
    for rij in rijen.order_by("-nummer"):
        gevonden[Briefsoort(rij.soort)].append(rij)
    return gevonden


@transaction.atomic
def sjabloon_vernieuwen(soort: Briefsoort, bestand: Bestand, *, door: UUID) -> Sjabloonversie:
    """Use `bestand` from now on; the former ones stay. Raises FoutSjabloon."""
    naam = naam_met_soort(bestand.naam, Bestandssoort.DOCX)
    nieuw = Sjabloon(soort, 0, naam, bestand.inhoud, toets(bestand.inhoud, soort))
    return _bewaar(nieuw, "sjabloon.vernieuwd", door=door)


@transaction.atomic
def sjabloon_terugzetten(soort: Briefsoort, nummer: int, *, door: UUID) -> Sjabloonversie:
    """Use an old one again, as a new version. Raises NietToegestaan when it isn't there."""
    oud = sjabloon(soort, nummer)
    if oud is None:
        raise NietToegestaan("Dit kan niet.")
    return _bewaar(oud, "sjabloon.teruggezet", door=door)


def _bewaar(nieuw: Sjabloon, handeling: str, *, door: UUID) -> Sjabloonversie:
    # Of two at once the second waits, so that each gets a number of its own.
    wacht_op_beurt(f"sjabloon {nieuw.soort}")
    vorige = Sjabloonversie.objects.filter(soort=nieuw.soort).order_by("-nummer").first()
    versie = Sjabloonversie.objects.create(
        soort=nieuw.soort,
        nummer=vorige.nummer + 1 if vorige else 1,
        naam=nieuw.naam,
        inhoud=nieuw.inhoud,
        velden=list(nieuw.velden),
        door_id=door,
    )
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="sjabloonversie",
            object=versie.pk,
            velden=["naam", "inhoud"],
            aantallen={"nummer": versie.nummer, "bytes": len(nieuw.inhoud)},
        )
    )
    return versie
