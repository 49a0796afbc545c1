# SPDX-License-Identifier: EUPL-1.2
"""What a demo wrote down of its ondersteuningen: all made up.

Runs under the owner role, after `voorbeeld.demo_delen`. It adds nothing that a figure counts.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction

from vangnet.casus.models import CasusRol, Inzet, Ondersteuning
from vangnet.casus.regels import Antwoord, RolSoort
from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag

# On so many of them the demo regisseur is named.
_OP_NAAM = 3


class _Licht(NamedTuple):
    """dagen: until the next look; negative when it is overdue."""

    regie_bij: str
    vraag: str
    huis_doet: str
    tafels: str | None
    dagen: int


_TEKSTEN: Sequence[_Licht] = (
    _Licht(
        "Wijkteam Noord van de gemeente",
        "Hoe krijgen we politie en schuldhulp op dezelfde dag aan tafel?",
        "Brengt beide bij elkaar en denkt mee over de volgorde.",
        "Lokaal zorgoverleg, elke tweede dinsdag",
        -6,
    ),
    _Licht(
        "Gebiedsteam van de gemeente",
        "Is er een plek waar begeleiding en toezicht samen kunnen?",
        "Zoekt uit welke plekken er zijn en belt met de reclassering.",
        None,
        0,
    ),
    _Licht(
        "Coördinator nazorg van de gemeente",
        "Wie houdt contact als betrokkene volgende maand vrijkomt?",
        "Kijkt mee met het plan voor de eerste twee weken.",
        "Tafel nazorg",
        12,
    ),
    _Licht(
        "Jeugdteam van de gemeente",
        "Hoe praten we met de ouders zonder dat het vastloopt?",
        "Helpt het gesprek voor te bereiden.",
        "Lokaal jeugdoverleg",
        30,
    ),
)


@transaction.atomic
def demo_ondersteunen() -> None:
    """Fill in most of the ondersteuningen that run in a demo. Once; nothing outside a demo."""
    regisseur = Gebruiker.objects.filter(is_demo=True, naam="Amira Terpstra").first()
    if not het_huis().demo or Ondersteuning.objects.exists() or regisseur is None:
        return
    lopend = Inzet.objects.filter(
        soort="ondersteuning", tot__isnull=True, vanaf__lte=vandaag(), casus__dicht=False
    )
    for nummer, inzet in enumerate(lopend.order_by("-casus__kenmerk")):
        if nummer < _OP_NAAM:
            _zet_op_naam(inzet, regisseur)
        # One in five is still to be filled in.
        if nummer % 5 != 4:
            _vul_in(inzet, _TEKSTEN[nummer % len(_TEKSTEN)])


def _vul_in(inzet: Inzet, licht: _Licht) -> None:
    Ondersteuning.objects.create(
        casus_id=inzet.casus_id,
        inzet=inzet,
        regie_bij=licht.regie_bij,
        vraag=licht.vraag,
        huis_doet=licht.huis_doet,
        tafels=licht.tafels,
        volgende_blik=vandaag() + timedelta(days=licht.dagen),
        eerste_verwerking=inzet.vanaf,
    )


def _zet_op_naam(inzet: Inzet, regisseur: Gebruiker) -> None:
    CasusRol.objects.get_or_create(
        casus_id=inzet.casus_id,
        gebruiker=regisseur,
        rol=RolSoort.REGISSEUR,
        defaults={
            "antwoord": Antwoord.AANVAARD,
            "uitgenodigd_op": inzet.vanaf,
            "vanaf": inzet.vanaf,
        },
    )
