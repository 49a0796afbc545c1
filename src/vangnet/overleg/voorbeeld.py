# SPDX-License-Identifier: EUPL-1.2
"""Overleggen around today about the casussen of the demo people: all made up.

Runs under the owner role, after `plan.voorbeeld` has given those casussen afspraken.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.db import connection, transaction
from django.utils import timezone

from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.regels import Antwoord, RolSoort
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Genodigde, Overleg, Verslag

_KENMERK = "DEMO-OV"
# Days from today: two that were, one that comes, and one that was called off.
_DAGEN = (-63, -14, 6, 20)
_AFGELAST = 20
_TEKST = (
    "De behandelaar vertelt dat de afspraken deels zijn nagekomen. Thuis is het rustiger dan "
    "vorige maand. De post blijft ongeopend."
)
_BESLUIT = "We gaan door met het plan. Over zes weken kijken we opnieuw."


@transaction.atomic
def demo_overleggen() -> None:
    """Plan overleggen about the casussen of the demo partner. Once, and only in a demo."""
    if not het_huis().demo or Overleg.objects.filter(kenmerk__startswith=_KENMERK).exists():
        return
    van_partners = CasusRol.objects.filter(
        gebruiker__is_demo=True, organisatie__isnull=False, vanaf__isnull=False
    )
    casussen = Casus.objects.filter(rollen__in=van_partners, gesloten=False).distinct()
    op_volgorde = list(casussen.order_by("kenmerk"))
    for nummer, dagen in enumerate(_DAGEN, 1):
        _maak(nummer, dagen, op_volgorde)
    # The weekly triage table, whose agenda is what waits.
    dag = vandaag() + timedelta(days=9)
    Overleg.objects.create(
        kenmerk=f"{_KENMERK}-triage",
        datum=dag + timedelta(days=7 - dag.weekday() if dag.weekday() > 4 else 0),
        aanvang=time(13, 0),
        soort="triagetafel",
        titel="Wekelijkse triage",
        plaats="Gemeentehuis, zaal 1",
    )


def _maak(nummer: int, dagen: int, casussen: Sequence[Casus]) -> None:
    dag = vandaag() + timedelta(days=dagen)
    # Nobody meets at the weekend.
    dag += timedelta(days=7 - dag.weekday() if dag.weekday() > 4 else 0)
    overleg = Overleg.objects.create(
        kenmerk=f"{_KENMERK}-{nummer}",
        datum=dag,
        aanvang=time(9, 30),
        soort="casusoverleg",
        titel="Maandelijks overleg",
        plaats="Gemeentehuis, zaal 2",
        afgelast_op=timezone.now() if dagen == _AFGELAST else None,
    )
    for volgnummer, casus in enumerate(casussen, 1):
        punt = Agendapunt.objects.create(
            casus=casus, overleg=overleg, volgnummer=volgnummer, eerste_verwerking=vandaag()
        )
        _nodig_uit(punt, geweest=dagen < 0)
        _schrijf(punt, geweest=dagen < 0)


def _nodig_uit(punt: Agendapunt, *, geweest: bool) -> None:
    rollen = CasusRol.objects.filter(
        casus=punt.casus_id,
        gebruiker__isnull=False,
        antwoord=Antwoord.AANVAARD,
        beeindigd_op__isnull=True,
    )
    mensen = rollen.values_list("gebruiker", "organisatie").distinct()
    for nummer, (mens, namens) in enumerate(mensen.order_by("gebruiker", "organisatie")):
        Genodigde.objects.create(
            casus_id=punt.casus_id,
            agendapunt=punt,
            gebruiker_id=mens,
            organisatie_id=namens,
            # The third one couldn't come.
            aanwezig=(nummer != 2) if geweest else None,
            eerste_verwerking=vandaag(),
        )


def _schrijf(punt: Agendapunt, *, geweest: bool) -> None:
    regisseur = CasusRol.objects.filter(casus=punt.casus_id, rol=RolSoort.REGISSEUR).first()
    moment = timezone.make_aware(datetime.combine(punt.overleg.datum, time(16)))
    klaar = regisseur if geweest else None
    Verslag.objects.create(
        casus_id=punt.casus_id,
        agendapunt=punt,
        tekst=_TEKST if geweest else None,
        besluit=_BESLUIT if geweest else None,
        vastgesteld_op=moment if klaar else None,
        vastgesteld_door_id=klaar.gebruiker_id if klaar else None,
        eerste_verwerking=vandaag(),
    )
    if klaar:
        _bewaar_afspraken(punt)


def _bewaar_afspraken(punt: Agendapunt) -> None:
    """What the verslag of a point keeps of them, on the day of the overleg."""
    dag = punt.overleg.datum
    with connection.cursor() as cursor:
        cursor.execute("SELECT overleg.leg_afspraken_vast(%s, %s, %s)", [punt.pk, dag, dag])
