# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.casus.models import Betrokkenheid
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import Grond, Waarom, waaroms
from vangnet.inrichting.selectors import gemeentenaam, labels
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.personen.models import Persoon, Relatie
from vangnet.toegang.kijker import Kijker, een_van, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.waarom import in_woorden
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht

# As long as a BSN, so that its dots tell nothing about it.
_VERBORGEN = "•••••••••"


@recht(Recht.PERSOON_INZIEN)
@require_safe
def persoon(request: HttpRequest, persoon_id: UUID) -> HttpResponse:
    """One person, seen through the casussen that the reader may open."""
    wie = kijker(Recht.PERSOON_INZIEN)
    rollen = _rollen(persoon_id, wie)
    if not rollen:
        leg_vast(weigering("persoon.geweigerd", "persoon", persoon_id, regel=Recht.PERSOON_INZIEN))
        return niet_gevonden(request)
    relaties = _relaties(persoon_id, wie)
    redenen = waaroms([een.casus for een in rollen], wie=wie)
    _leg_blik_vast(persoon_id, redenen, relaties)
    gezien = rollen[0].persoon
    context = {
        "persoon": gezien,
        "gegevens": _gegevens(gezien),
        "zaken": _zaken(rollen, redenen),
        "relaties": _in_woorden(persoon_id, relaties),
        "inzage": next((een.inzage for een in redenen.values() if een.inzage), None),
        "mag_spoor": wie.is_huis,
        "mag_wijzigen": wie.mag(Recht.PERSONEN_VASTLEGGEN)
        and any(een.grond in {Grond.HUIS, Grond.GENOEMD} for een in redenen.values()),
        "kruimels": kruimels_naar_zaken(wie),
    }
    return render(request, "personen/persoon.html", context)


def _rollen(persoon_id: UUID, wie: Kijker) -> Sequence[Betrokkenheid]:
    """Where the reader may see the person, newest casus first."""
    gevonden = betrokkenen_voor(wie).filter(persoon=persoon_id)
    return list(gevonden.select_related("persoon", "casus").order_by("-casus__kenmerk", "pk"))


def _relaties(persoon_id: UUID, wie: Kijker) -> Sequence[Relatie]:
    """Relations with people whom the reader sees too, in either direction."""
    zichtbaar = betrokkenen_voor(wie).values("persoon")
    van = Q(persoon=persoon_id) & een_van("andere_persoon", zichtbaar)
    naar = Q(andere_persoon=persoon_id) & een_van("persoon", zichtbaar)
    gevonden = Relatie.objects.filter(van | naar).select_related("persoon", "andere_persoon")
    return list(gevonden.order_by("soort", "pk"))


def _in_woorden(persoon_id: UUID, relaties: Sequence[Relatie]) -> list[dict[str, Any]]:
    """Name of the other, and what one is to the other; eigen: the other is that to this person."""
    soorten = labels("relatie_soort")["relatie_soort"]
    rijen = []
    for een in relaties:
        eigen = een.persoon_id == persoon_id
        ander = een.andere_persoon if eigen else een.persoon
        soort = soorten.get(een.soort, een.soort)
        rijen.append({"id": ander.pk, "naam": ander.naam, "soort": soort, "eigen": eigen})
    return rijen


def _zaken(rollen: Sequence[Betrokkenheid], redenen: dict[UUID, Waarom]) -> list[dict[str, Any]]:
    """Each casus once, with the roles of the person in it and why the reader sees it."""
    namen = labels("betrokkene_rol")["betrokkene_rol"]
    per_casus: dict[UUID, dict[str, Any]] = {}
    for een in rollen:
        rij = per_casus.setdefault(een.casus_id, {"casus": een.casus, "rollen": []})
        rij["rollen"].append(namen.get(een.rol, een.rol))
        rij["waarom"] = in_woorden(redenen[een.casus_id])
    return list(per_casus.values())


def _gegevens(persoon: Persoon) -> list[tuple[str, str]]:
    geboren = persoon.geboortedatum
    return [
        (_("Naam"), persoon.naam),
        (_("Geboren"), formats.date_format(geboren, "j F Y") if geboren else ""),
        (_("Gemeente"), gemeentenaam(persoon.gemeente)),
        (_("BSN"), _VERBORGEN if persoon.bsn_index else ""),
    ]


def _leg_blik_vast(
    persoon_id: UUID, redenen: Mapping[UUID, Waarom], relaties: Sequence[Relatie]
) -> None:
    """The look, by the rules of the casussen through which the person is seen."""
    mensen = [persoon_id]
    for een in relaties:
        mensen += [een.persoon_id, een.andere_persoon_id]
    leg_vast(
        Act(
            handeling="persoon.ingezien",
            object_soort="persoon",
            object=persoon_id,
            regel=".".join(sorted({een.grond for een in redenen.values()})),
            onderwerpen=[
                *(("persoon", een) for een in dict.fromkeys(mensen)),
                *(("casus", een) for een in redenen),
            ],
        )
    )
