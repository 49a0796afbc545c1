# SPDX-License-Identifier: EUPL-1.2
"""Export of the list as the reader sees it; no BSN, and no formula that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

import xlsxwriter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vangnet.afsluiting.selectors import Zaak, Zaakfilter, alle_zaken
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.services import toets_recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht
from vangnet.web.zaken.forms import FilterForm

_KOPPEN = ("kenmerk", "inzet", "gemeente", "gemeentenaam", "aangemeld_op", "afgesloten_op")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Rij = tuple[str, ...]


@recht(Recht.ZAKEN_UITVOEREN)
@require_POST
def uitvoer(request: HttpRequest) -> HttpResponse:
    """The filtered list as xlsx or csv; another kind isn't there."""
    formaat = request.POST.get("formaat", "xlsx")
    if formaat not in {"csv", "xlsx"}:
        return niet_gevonden(request)
    wie = kijker(Recht.ZAKEN_UITVOEREN)
    form = FilterForm(request.POST, wie=wie)
    filter_ = form.zaakfilter()
    if form.errors:
        return _naar_de_lijst(form)
    rijen = list(_rijen(filter_, wie))
    if formaat == "csv":
        antwoord = HttpResponse(_als_csv(rijen), content_type="text/csv; charset=utf-8")
        naam = "zaken.csv"
    else:
        antwoord = HttpResponse(_als_xlsx(rijen, _toelichting(form)), content_type=_XLSX)
        naam = "zaken.xlsx"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _naar_de_lijst(form: FilterForm) -> HttpResponse:
    """With the filter that can't be: the list says what is wrong, a file would hold everything."""
    gevraagd = {naam: form.data[naam] for naam in form.fields if form.data.get(naam)}
    return redirect(f"{reverse('zaken:lijst')}?{urlencode(gevraagd)}")


def _rijen(filter_: Zaakfilter, wie: Kijker) -> Iterator[Rij]:
    """In pieces of at most a thousand that check the right again (toegang.md section 5)."""
    for stuk in alle_zaken(filter_, wie=wie, dag=vandaag()):
        toets_recht(Recht.ZAKEN_UITVOEREN)
        leg_vast(
            Act(
                handeling="zaken.uitgevoerd",
                object_soort="lijst",
                velden=_KOPPEN,
                aantallen={"rijen": len(stuk)},
                onderwerpen=[("casus", zaak.casus.pk) for zaak in stuk],
            )
        )
        yield from (_rij(zaak) for zaak in stuk)


def _rij(zaak: Zaak) -> Rij:
    return (
        zaak.casus.kenmerk,
        zaak.laatste_inzet,
        zaak.casus.gemeente or "",
        gemeentenaam(zaak.casus.gemeente),
        str(zaak.aangemeld_op or ""),
        str(zaak.afgesloten_op or ""),
    )


def _toelichting(form: FilterForm) -> list[Rij]:
    gekozen = [(naam, str(waarde)) for naam, waarde in form.cleaned_data.items() if waarde]
    return [(_("Peildatum"), str(vandaag())), *gekozen]


def _als_csv(rijen: Sequence[Rij]) -> str:
    uit = io.StringIO()
    schrijver = csv.writer(uit)
    schrijver.writerow(_KOPPEN)
    schrijver.writerows(tuple(_onschadelijk(cel) for cel in rij) for rij in rijen)
    return uit.getvalue()


def _onschadelijk(cel: str) -> str:
    """A spreadsheet would run a cell that begins so; an apostrophe makes it text."""
    return f"'{cel}" if cel.startswith(("=", "+", "-", "@", "\t", "\r")) else cel


def _als_xlsx(rijen: Sequence[Rij], toelichting: Sequence[Rij]) -> bytes:
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        for naam, inhoud in (
            (_("Zaken"), [_KOPPEN, *rijen]),
            (_("Toelichting"), toelichting),
        ):
            blad = boek.add_worksheet(naam)
            for nummer, rij in enumerate(inhoud):
                for kolom, cel in enumerate(rij):
                    blad.write_string(nummer, kolom, cel)
            blad.autofit()
    return uit.getvalue()
