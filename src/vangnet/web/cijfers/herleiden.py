# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.aanmelding.models import Aanmelding
from vangnet.afsluiting.selectors import zaken_van
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.catalogus.populatie import Rijsoort
from vangnet.kerncijfers.herleiding import Herleiding, Vraag, bronnen_achter, herleid
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.cijfers.jaren import jaarkeuze
from vangnet.web.cijfers.woorden import (
    DIMENSIETITELS,
    aantal_in_woorden,
    cijfernaam,
    klassenaam,
)
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht


@dataclass(frozen=True)
class Tabel:
    """The rows of a page in words. onderwerpen: kind and id of each row of the register."""

    kop: Sequence[str]
    rijen: Sequence[tuple[str, Sequence[str]]]
    onderwerpen: Sequence[tuple[str, UUID]] = ()
    vernietigd: int = 0
    niet_te_zien: int = 0

    @property
    def met_kop(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each row with the heading of its cells, which a phone shows beside them."""
        return [(url, list(zip(self.kop, rij, strict=True))) for url, rij in self.rijen]


@recht(Recht.CIJFERS_HERLEIDEN)
@require_safe
def rijen(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The rows behind a figure of a year, or behind one class of it; fifty a page."""
    _form, jaar = jaarkeuze(request.GET)
    vraag = Vraag(
        sleutel=sleutel,
        van=date(jaar, 1, 1),
        tot=date(jaar, 12, 31),
        dimensie=request.GET.get("dimensie", ""),
        klasse=request.GET.get("klasse", ""),
    )
    pagina = _paginanummer(request.GET.get("pagina", "1"))
    gevonden = herleid(vraag, pagina=pagina)
    if gevonden is None:
        return niet_gevonden(request)
    tabel = _TABELLEN[gevonden.populatie.rijen](gevonden)
    leg_vast(
        Act(handeling="cijfer.herleid", object_soort=sleutel, onderwerpen=list(tabel.onderwerpen))
    )
    context = {
        "tabel": tabel,
        "soort": gevonden.populatie.rijen.value,
        **_koppen(vraag, gevonden),
        **_bladeren(vraag, gevonden, pagina=pagina),
    }
    return render(request, "cijfers/rijen.html", context)


def _paginanummer(tekst: str) -> int:
    # More digits than a figure can have rows would be an offset that the database refuses.
    return max(1, int(tekst)) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else 1


def _koppen(vraag: Vraag, gevonden: Herleiding) -> dict[str, Any]:
    indicator = CATALOGUS[vraag.sleutel]
    jaar = vraag.van.year
    eenheid = "euro" if indicator.eenheid == "euro" else ""
    waarvan = ""
    if vraag.dimensie:
        wat = DIMENSIETITELS.get(vraag.dimensie, vraag.dimensie)
        waarvan = f"{wat}: {klassenaam(vraag.dimensie, vraag.klasse)}"
    thema = reverse("cijfers:thema", args=[indicator.thema])
    return {
        "titel": cijfernaam(vraag.sleutel),
        "jaar_tekst": str(jaar),
        "waarvan": waarvan,
        "totaal": aantal_in_woorden(gevonden.totaal, eenheid=eenheid),
        "telt_personen": vraag.sleutel.startswith("personen_betrokken"),
        "kruimels": [
            {"titel": _("Cijfers"), "url": f"{reverse('cijfers:oogopslag')}?jaar={jaar}"},
            {"titel": cijfernaam(vraag.sleutel), "url": f"{thema}?jaar={jaar}#{vraag.sleutel}"},
        ],
    }


def _bladeren(vraag: Vraag, gevonden: Herleiding, *, pagina: int) -> dict[str, str]:
    vast = {"jaar": str(vraag.van.year)}
    if vraag.dimensie:
        vast |= {"dimensie": vraag.dimensie, "klasse": vraag.klasse}
    vorige = f"?{urlencode({**vast, 'pagina': pagina - 1})}" if pagina > 1 else ""
    volgende = "" if gevonden.is_laatste else f"?{urlencode({**vast, 'pagina': pagina + 1})}"
    aantal = len(gevonden.rijen)
    in_beeld = _("%(aantal)s rijen op deze pagina") % {"aantal": aantal}
    return {"vorige": vorige, "volgende": volgende, "in_beeld": in_beeld}


def _zaken(gevonden: Herleiding) -> Tabel:
    ids = bronnen_achter(Rijsoort.ZAAK, gevonden.rijen)
    telt = {ids.get(rij.kolommen[0]): str(rij.telt) for rij in gevonden.rijen}
    zaken = zaken_van(
        [een for een in ids.values() if een], wie=kijker(Recht.CIJFERS_HERLEIDEN), dag=vandaag()
    )
    vernietigd = sum(1 for een in ids.values() if een is None)
    return Tabel(
        kop=[_("Kenmerk"), _("Gemeente"), _("Aangemeld"), _("Inzet"), _("Stand"), _("Telt mee")],
        rijen=[
            (
                reverse("zaken:casus", args=[zaak.casus.pk]),
                [
                    zaak.casus.kenmerk,
                    gemeentenaam(zaak.casus.gemeente),
                    _dag(zaak.aangemeld_op),
                    klassenaam("inzet", zaak.laatste_inzet),
                    _stand(zaak.afgesloten_op),
                    telt[zaak.casus.pk],
                ],
            )
            for zaak in zaken
        ],
        onderwerpen=[("casus", zaak.casus.pk) for zaak in zaken],
        vernietigd=vernietigd,
        niet_te_zien=len(ids) - vernietigd - len(zaken),
    )


def _aanmeldingen(gevonden: Herleiding) -> Tabel:
    ids = bronnen_achter(Rijsoort.AANMELDING, gevonden.rijen)
    levend = [een for een in ids.values() if een]
    gelezen = Aanmelding.objects.filter(pk__in=levend).select_related("aanmelder")
    aanmeldingen = list(gelezen.order_by("-ontvangen_op", "-kenmerk"))
    return Tabel(
        kop=[_("Kenmerk"), _("Ontvangen"), _("Aanmelder"), _("Gemeente"), _("Besluit")],
        rijen=[
            (
                reverse("zaken:casus", args=[een.casus_id]) if een.casus_id else "",
                [
                    een.kenmerk,
                    _dag(een.ontvangen_op),
                    een.aanmelder.naam,
                    gemeentenaam(een.gemeente),
                    klassenaam("triage_besluit", een.triage_besluit or "onbekend"),
                ],
            )
            for een in aanmeldingen
        ],
        onderwerpen=[
            *(("aanmelding", een.pk) for een in aanmeldingen),
            *(("casus", een.casus_id) for een in aanmeldingen if een.casus_id),
        ],
        vernietigd=len(ids) - len(levend),
        niet_te_zien=len(levend) - len(aanmeldingen),
    )


def _feiten(gevonden: Herleiding) -> Tabel:
    kolommen = gevonden.populatie.toont
    return Tabel(
        kop=[DIMENSIETITELS.get(kolom, kolom).capitalize() for kolom in kolommen],
        rijen=[
            ("", [_cel(*paar) for paar in zip(kolommen, rij.kolommen, strict=True)])
            for rij in gevonden.rijen
        ],
    )


def _cel(kolom: str, waarde: Any) -> str:
    if isinstance(waarde, date):
        return _dag(waarde)
    if kolom == "aantal":
        return formats.number_format(waarde.normalize(), use_l10n=True, force_grouping=True)
    return klassenaam(kolom, waarde or "onbekend")


def _dag(dag: date | None) -> str:
    return formats.date_format(dag, "j b Y") if dag else "–"


def _stand(afgesloten_op: date | None) -> str:
    if afgesloten_op is None:
        return _("Open")
    return _("Afgesloten %(datum)s") % {"datum": _dag(afgesloten_op)}


_TABELLEN = {
    Rijsoort.ZAAK: _zaken,
    Rijsoort.AANMELDING: _aanmeldingen,
    Rijsoort.FEIT: _feiten,
}
