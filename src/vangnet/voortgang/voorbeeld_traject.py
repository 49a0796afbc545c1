# SPDX-License-Identifier: EUPL-1.2
"""Six people whom the trajectbegeleider of a demo goes along with: all made up.

Runs under the owner role, after `casus.voorbeeld`. It adds nothing that a figure of a year that is
over counts.
"""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from vangnet.casus.models import Casus, CasusRol, Inzet
from vangnet.casus.regels import Antwoord, RolSoort
from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import HUISTIJD, vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.voortgang.models import Contactmoment, Trajectbegeleiding
from vangnet.voortgang.querysets import REGIE
from vangnet.voortgang.regels import Uitkomst

_WIE, _MENSEN, _BEGON = "Tjitske Brouwer", 6, 40
_REGISSEUR = "Amira Terpstra"
_PLEKKEN = ("Thuis", "Buurthuis", "Bij de dagbesteding")


@transaction.atomic
def demo_trajecten() -> None:
    """Let her go along with six people, with contacts and appointments. Once; only in a demo."""
    wie = Gebruiker.objects.filter(is_demo=True, naam=_WIE).first()
    if not het_huis().demo or wie is None or Contactmoment.objects.exists():
        return
    for nummer, een in enumerate(Organisatie.objects.order_by("kenmerk")):
        een.telefoon = f"058555{1000 + nummer}"
        een.save(update_fields=["telefoon"])
    zaken = _zaken()
    for nummer, casus in enumerate(zaken):
        _begeleid(casus, wie)
        _contacten(casus, wie, nummer)
    _overgenomen(zaken[-1:])


def _zaken() -> list[Casus]:
    """Open ones about one person that are procesregie since before it began, with a partner."""
    dag = vandaag() - timedelta(days=_BEGON)
    inzet = Inzet.objects.filter(casus=OuterRef("pk"))
    regie = inzet.filter(soort=REGIE, vanaf__lte=dag, tot__isnull=True)
    partner = CasusRol.objects.filter(casus=OuterRef("pk"), organisatie__isnull=False)
    zaken = Casus.objects.filter(Exists(regie), dicht=False, hoofdbetrokkene__isnull=False)
    met_partner = zaken.annotate(met=Exists(partner)).order_by("-met", "-kenmerk")
    return list(met_partner[:_MENSEN])


def _begeleid(casus: Casus, wie: Gebruiker) -> None:
    dag = vandaag() - timedelta(days=_BEGON)
    loopt = Trajectbegeleiding.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=vandaag()), casus=casus
    )
    if not loopt.exists():
        Trajectbegeleiding.objects.create(casus=casus, vanaf=dag)
    CasusRol.objects.create(
        casus=casus,
        gebruiker=wie,
        rol=RolSoort.TRAJECTBEGELEIDER,
        uitgenodigd_op=dag,
        antwoord=Antwoord.AANVAARD,
        vanaf=dag,
    )


def _overgenomen(zaken: list[Casus]) -> None:
    """An appointment of yesterday that a regisseur took over of who went along before."""
    regisseur = Gebruiker.objects.filter(is_demo=True, naam=_REGISSEUR).first()
    gisteren = datetime.combine(vandaag() - timedelta(days=1), time(10), tzinfo=HUISTIJD)
    if regisseur is None:
        return
    for casus in zaken:
        Contactmoment.objects.create(
            casus=casus,
            moment=gisteren,
            plek=_PLEKKEN[0],
            door=regisseur,
            eerste_verwerking=vandaag(),
        )


def _contacten(casus: Casus, wie: Gebruiker, nummer: int) -> None:
    """Met, not reached, a partner called; four of them have an appointment."""
    partner = CasusRol.objects.filter(casus=casus, organisatie__isnull=False).first()
    regels: list[tuple[int, int, Uitkomst | None, UUID | None]] = [
        (-9 - nummer, 10, Uitkomst.GESPROKEN, None),
        (-3, 14, Uitkomst.NIET_BEREIKT if nummer % 3 else Uitkomst.GESPROKEN, None),
    ]
    if partner:
        regels.append((-2, 11, Uitkomst.GESPROKEN, partner.organisatie_id))
    if nummer < 4:
        regels.append((nummer, 15, None, None))
    for dagen, uur, uitkomst, organisatie in regels:
        dag = vandaag() + timedelta(days=dagen)
        Contactmoment.objects.create(
            casus=casus,
            moment=datetime.combine(dag, time(uur, 30), tzinfo=HUISTIJD),
            plek=None if organisatie else _PLEKKEN[nummer % len(_PLEKKEN)],
            organisatie_id=organisatie,
            uitkomst=uitkomst,
            door=wie,
            eerste_verwerking=vandaag(),
        )
