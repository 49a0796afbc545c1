# SPDX-License-Identifier: EUPL-1.2
"""Casussen of a demo that stand still, and three opschalingen: all made up.

Runs under the owner role, after `plan.voorbeeld` has given the casussen of the demo people their
afspraken. It adds nothing that a figure of a year that is over counts.
"""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from vangnet.aanmelding.regels import RisicoSoort, RisicoVoor
from vangnet.casus.models import CasusRol, Inzet
from vangnet.casus.regels import RolSoort
from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import open_
from vangnet.toegang.models import AccountRol
from vangnet.toegang.regels import AccountRolSoort
from vangnet.voortgang.models import (
    Evaluatie,
    Opschaling,
    VastgelopenAfspraak,
    Veiligheidsrisico,
)
from vangnet.voortgang.querysets import REGIE

_GEVRAAGDE = "Durk Hoekstra"
_GAAT_GOED = "De afspraken lopen. Over twaalf weken kijken we opnieuw."
_VEILIGHEID = (
    (
        9,
        [RisicoSoort.DREIGING, RisicoSoort.ERNSTIGE_OVERLAST],
        [RisicoVoor.OMGEVING, RisicoVoor.PROFESSIONALS],
        "Twee medewerkers zijn aan de deur bedreigd. Ga niet alleen.",
    ),
    (
        3,
        [RisicoSoort.ERNSTIGE_OVERLAST],
        [RisicoVoor.OMGEVING],
        "De bedreigingen zijn gestopt. De buren hebben nog last.",
    ),
)
# What is asked of each level, and the note without names.
_VRAGEN = {
    "management": (
        "Er is al drie maanden geen plek voor de behandeling. Kun je ervoor zorgen dat de intake "
        "deze maand is?",
        "Een behandeling begint niet: er is geen plek. Twee partners wachten op elkaar.",
    ),
    "bestuur": (
        "Er is een woning, maar niemand betaalt de begeleiding daar. Wil je dat met de gemeente "
        "regelen?",
        "Een woning staat leeg: over wie de begeleiding betaalt komen twee organisaties niet uit. "
        "Hun leidinggevenden kwamen er ook niet uit.",
    ),
}
_STROEF = "De behandeling komt niet van de grond. Iedereen wacht op een plek."


@transaction.atomic
def demo_voortgang() -> None:
    """Let casussen of the demo people stand still, and bring some before management and bestuur.

    Once.
    """
    gevraagd = Gebruiker.objects.filter(is_demo=True, naam=_GEVRAAGDE).first()
    rollen = CasusRol.objects.filter(
        gebruiker__is_demo=True, rol=RolSoort.DEELNEMER, vanaf__isnull=False
    )
    mee = list(rollen.order_by("casus__kenmerk").select_related("organisatie"))
    beslisser = Organisatie.objects.filter(deelnemer="publiek").order_by("kenmerk").first()
    klaar = Evaluatie.objects.exists() or not het_huis().demo
    if klaar or gevraagd is None or beslisser is None or len(mee) < 2:
        return
    # One of which the clock runs was evaluated half a year ago: the manager is told.
    stil = next((een for een in mee if _onder_regie(een)), mee[-1])
    andere = next(een for een in mee if een != stil)
    _evalueer(stil, weken=30, conclusie=_STROEF)
    _evalueer(andere, weken=5, conclusie=_GAAT_GOED)
    _zeg_veiligheid(andere)
    _wijs_aan(gevraagd, stil)
    _schaal_op(andere, gevraagd, beslisser, weken=3, beantwoord=True)
    _schaal_op(stil, gevraagd, beslisser, weken=1)
    rest = (een for een in mee if een.casus_id not in {stil.casus_id, andere.casus_id})
    derde = next((een for een in rest if _onder_regie(een)), stil)
    _schaal_op(derde, gevraagd, beslisser, weken=1, niveau="bestuur")


def _onder_regie(rol: CasusRol) -> bool:
    lopend = Inzet.objects.filter(casus=rol.casus_id, tot__isnull=True)
    return lopend.filter(soort=REGIE).exists()


def _geleden(weken: int) -> date:
    return vandaag() - timedelta(weeks=weken)


def _regisseur(rol: CasusRol) -> UUID | None:
    gevonden = CasusRol.objects.filter(casus=rol.casus_id, rol=RolSoort.REGISSEUR).first()
    return gevonden.gebruiker_id if gevonden else None


def _evalueer(rol: CasusRol, *, weken: int, conclusie: str) -> None:
    if regisseur := _regisseur(rol):
        Evaluatie.objects.create(
            casus_id=rol.casus_id,
            datum=_geleden(weken),
            conclusie=conclusie,
            door_id=regisseur,
            eerste_verwerking=vandaag(),
        )


def _zeg_veiligheid(rol: CasusRol) -> None:
    """First worse, then less than it was."""
    regisseur, eerder = _regisseur(rol), None
    for weken, soort, voor, reden in _VEILIGHEID:
        if regisseur:
            eerder = Veiligheidsrisico.objects.create(
                casus_id=rol.casus_id,
                datum=_geleden(weken),
                soort=[str(een) for een in soort],
                voor=[str(een) for een in voor],
                reden=reden,
                na=eerder,
                door_id=regisseur,
                eerste_verwerking=vandaag(),
            )


def _wijs_aan(gevraagd: Gebruiker, rol: CasusRol) -> None:
    """Designated by the partner that takes part; so far the house stood in."""
    eigen = AccountRol.objects.filter(gebruiker=gevraagd.pk, rol=AccountRolSoort.AANGESPROKENE)
    eigen.update(organisatie=rol.organisatie_id)
    Gebruiker.objects.filter(pk=gevraagd.pk).update(organisatie=rol.organisatie_id)


def _schaal_op(
    rol: CasusRol,
    gevraagd: Gebruiker,
    beslisser: Organisatie,
    *,
    weken: int,
    niveau: str = "management",
    beantwoord: bool = False,
) -> None:
    vraag, notitie = _VRAGEN[niveau]
    opschaling = Opschaling.objects.create(
        casus_id=rol.casus_id,
        datum=_geleden(weken),
        niveau=niveau,
        vraag=vraag,
        aangesprokene=gevraagd,
        toegelaten_op=_geleden(weken),
        toegelaten_door="Wijkteam, gebiedsmanager",
        toegelaten_namens=beslisser,
        antwoord_voor=_geleden(weken) + timedelta(weeks=2),
        notitie=notitie,
        **_antwoord(weken) if beantwoord else {},
    )
    vast = open_(Afspraak.objects.filter(casus=rol.casus_id)).order_by("uiterlijk_op").first()
    if vast:
        VastgelopenAfspraak.objects.create(
            casus_id=rol.casus_id, opschaling=opschaling, afspraak=vast
        )


def _antwoord(weken: int) -> dict[str, object]:
    return {
        "beantwoord_op": _geleden(weken - 1),
        "antwoord": "Ik heb een plek vrijgemaakt. De intake is volgende week dinsdag.",
        "uitkomst": "doorbraak",
        "afgerond_op": _geleden(weken - 2),
        "opbrengst": "De intake is geweest en de behandeling is begonnen.",
    }
