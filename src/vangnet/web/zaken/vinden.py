# SPDX-License-Identifier: EUPL-1.2
"""What the search box finds: acts, and of who sees zaken those, people and organisations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.querysets import zichtbaar_voor as aanmeldingen_voor
from vangnet.casus.bekenden import Bekende
from vangnet.casus.kenmerk import casus_met
from vangnet.casus.models import Casus
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.casus.selectors import casussen_zoeken
from vangnet.casus.zoeken import lees, personen_zoeken
from vangnet.journaal.models import Handeling
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import nu, vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker
from vangnet.toegang.regels import Recht
from vangnet.web.zaken.onderwerpen import van_casussen
from vangnet.web.zaken.zoekdaden import Daad, daden_zoeken

_GEZOCHT, _VERDER = "zaken.gezocht", "zaken.verder_gezocht"
_EEN_BLADZIJDE = timedelta(minutes=1)


@dataclass(frozen=True)
class Gevonden:
    """What fits; zoekt: the asker sees zaken at all; geen_bsn: of nine digits that are no BSN."""

    daden: Sequence[Daad]
    personen: Sequence[Bekende] = ()
    casussen: Sequence[Casus] = ()
    organisaties: Sequence[Organisatie] = ()
    aanmeldingen: Sequence[Aanmelding] = ()
    zoekt: bool = False
    geen_bsn: bool = False

    @property
    def aantal(self) -> int:
        """How many zaken, people and aanmeldingen."""
        return len(self.casussen) + len(self.personen) + len(self.aanmeldingen)

    @property
    def onderwerpen(self) -> list[tuple[str, UUID]]:
        """Whom and what it shows, for the journaal."""
        mensen = [("persoon", een.persoon.pk) for een in self.personen]
        zaken = [("casus", een.casus_id) for wie in self.personen for een in wie.betrokkenheden]
        gemeld = [("aanmelding", een.pk) for een in self.aanmeldingen]
        te_doen = [("casus", een.casus) for een in self.daden if een.casus]
        alle = [*van_casussen(self.casussen), *mensen, *zaken, *gemeld, *te_doen]
        return list(dict.fromkeys(alle))


def vind(tekst: str, *, wie: Kijker, kort: bool, zaak: UUID | None = None) -> Gevonden:
    """What fits `tekst`; kort: a few of each, as under the box. Five queries at most.

    zaak: the casus on whose page one searches; two queries more when an act of it fits.
    """
    daden = daden_zoeken(tekst, wie=wie, zaak=zaak)
    if not wie.mag(Recht.ZAKEN_INZIEN):
        return Gevonden(daden)
    hooguit = 5 if kort else 20
    vraag = lees(tekst, vandaag=vandaag())
    # Under the box a person stands for their zaken: only a kenmerk is looked for there.
    passend = casussen_zoeken(tekst, wie=wie, namen=not kort)
    casussen = list(passend[:3] if kort else passend)
    if vraag.is_kenmerk and not casussen:
        casussen = _bedoeld(tekst, wie)
    return Gevonden(
        daden,
        personen_zoeken(vraag, wie=wie, hooguit=hooguit),
        casussen,
        _organisaties(tekst, hooguit=3 if kort else 20) if wie.is_huis else (),
        _aanmeldingen(tekst, wie) if vraag.is_kenmerk else (),
        zoekt=True,
        # Nine digits may also be of a kenmerk.
        geen_bsn=vraag.geen_bsn and not casussen,
    )


def _bedoeld(tekst: str, wie: Kijker) -> list[Casus]:
    """The casus of that kenmerk when it was typed without its signs; none or one."""
    bedoeld = casus_met(tekst, uit=zichtbaar_voor(wie))
    return [bedoeld] if bedoeld else []


def _aanmeldingen(tekst: str, wie: Kijker) -> Sequence[Aanmelding]:
    """The aanmelding of that kenmerk, which stands in the letter to the aanmelder; none or one."""
    if not wie.mag(Recht.AANMELDEN):
        return ()
    getypt = tekst.strip()
    return list(aanmeldingen_voor(wie).filter(kenmerk__in={getypt, getypt.upper()}))


def _organisaties(tekst: str, *, hooguit: int) -> Sequence[Organisatie]:
    passend = Organisatie.objects.filter(naam__unaccent__icontains=tekst.strip())
    return list(passend.order_by("naam")[:hooguit])


def leg_gezocht_vast(gevonden: Gevonden) -> None:
    """The row of a search; none for who sees no zaken, and found none."""
    if gevonden.zoekt:
        _leg_vast(_GEZOCHT, gevonden, gevonden.onderwerpen)


def leg_verder_gezocht_vast(gevonden: Gevonden, *, wie: Kijker) -> None:
    """The row of what comes under the box while somebody types.

    Within a minute it belongs to the search with which it began: a row only tells whom and what
    that one didn't show yet (toegang.md section 6).
    """
    if not gevonden.zoekt:
        return
    eerder = _getoond(wie)
    if eerder is None:
        leg_gezocht_vast(gevonden)
    # What finds nobody is told too: trying one name after another leaves a row for each.
    elif nieuw := [een for een in gevonden.onderwerpen if een[1] not in eerder]:
        _leg_vast(_VERDER, gevonden, nieuw)
    elif not gevonden.onderwerpen:
        _leg_vast(_VERDER, gevonden, [])


def _getoond(wie: Kijker) -> set[UUID] | None:
    """What searches of `wie` showed within the minute; None when there was none."""
    van_zoeken = Handeling.objects.filter(
        gebruiker=wie.gebruiker,
        moment__gte=nu() - _EEN_BLADZIJDE,
        handeling__in=(_GEZOCHT, _VERDER),
        toegestaan=True,
    )
    rijen = list(van_zoeken.values_list("onderwerpen__onderwerp", flat=True))
    return set(rijen) if rijen else None


def _leg_vast(handeling: str, gevonden: Gevonden, onderwerpen: list[tuple[str, UUID]]) -> None:
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="lijst",
            aantallen={"gevonden": gevonden.aantal},
            onderwerpen=onderwerpen,
        )
    )
