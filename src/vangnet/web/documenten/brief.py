# SPDX-License-Identifier: EUPL-1.2
"""A letter from a template of the house: choose to whom, see what is filled in, make it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.afsluiting.zaakkop import Zaakkop, zaakkop
from vangnet.casus.documenten import documenten_toevoegen
from vangnet.casus.models import Casus
from vangnet.casus.regels import Antwoord
from vangnet.casus.selectors import deelnemende_organisaties, regiecasus, rollen_van
from vangnet.delen.regels import Publiek
from vangnet.documenten.briefvelden import in_volgorde
from vangnet.documenten.regels import Briefsoort
from vangnet.documenten.services import Bestand
from vangnet.documenten.sjablonen import FoutSjabloon, vul
from vangnet.documenten.sjabloonbeheer import Sjabloon, sjabloon
from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.briefsoorten import BRIEFSOORTEN
from vangnet.web.documenten.briefwaarden import Ontvanger, ligt_voorstel, ontvangers, waarden
from vangnet.web.documenten.forms import BriefForm
from vangnet.web.documenten.overzicht import kruimels_naar_lijst
from vangnet.web.documenten.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.recht import recht


@recht(Recht.ZAKEN_UITVOEREN)
@require_safe
def kiezen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Each kind of letter, with to whom it can go."""
    wie = kijker(Recht.ZAKEN_UITVOEREN)
    casus = regiecasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.ZAKEN_UITVOEREN)
    aan = ontvangers(casus, wie=wie)
    _leg_vast("brief.voorbereid", casus.pk, aan[Briefsoort.BETROKKENE])
    context = {
        "casus": casus,
        "zonder_voorstel": not ligt_voorstel(casus, wie=wie),
        "soorten": [(soort, *BRIEFSOORTEN[soort], mensen) for soort, mensen in aan.items()],
        "kruimels": kruimels_naar_lijst(casus, wie),
    }
    return render(request, "documenten/brieven.html", context)


@recht(Recht.ZAKEN_UITVOEREN)
@bewaart(BriefForm, concept=gettext_lazy("Brief"))
@require_http_methods(["GET", "POST"])
def maken(request: HttpRequest, casus_id: UUID, soort: str, aan_id: UUID) -> HttpResponseBase:
    """What stands in the letter, and making it a document of the casus."""
    wie = kijker(Recht.ZAKEN_UITVOEREN)
    kop, aan = _vind(casus_id, soort, aan_id, wie)
    if kop is None or aan is None:
        return _geen_ontvanger(request, kop, soort, casus_id, aan_id)
    brief = Briefsoort(soort)
    nu = _sjabloon(brief)
    gevuld = waarden(brief, aan, kop, wie=wie, afzender=_naam(request))
    ander = _is_ander(request, nu)
    form = _formulier(request, kop.casus, nu, ander=ander)
    if request.method == "POST" and form.is_valid() and not ander:
        letter = _gemaakt(form, nu, gevuld)
        if letter is not None:
            return _bewaar(request, form, letter, aan, kop)
    _leg_vast("brief.voorbereid", casus_id, [aan])
    context = {
        "casus": kop.casus,
        "titel": BRIEFSOORTEN[brief][0],
        "aan": aan,
        "zonder_voorstel": brief is Briefsoort.AFSLUITEN and not ligt_voorstel(kop.casus, wie=wie),
        "sjabloon": nu,
        "ander_sjabloon": ander,
        "velden": [(veld, gevuld[veld.naam]) for veld in _te_tonen(nu)],
        "formulier": form,
        "kruimels": kruimels_naar_lijst(kop.casus, wie),
    }
    return render(request, "documenten/brief.html", context, status=_stand(request, ander=ander))


def _stand(request: HttpRequest, *, ander: bool) -> int:
    if ander:
        return 409
    return 422 if request.method == "POST" else 200


def _is_ander(request: HttpRequest, nu: Sjabloon) -> bool:
    """Whether the page was of another template: a beheerder chose one meanwhile."""
    return request.method == "POST" and request.POST.get("sjabloon") != str(nu.nummer)


def _formulier(request: HttpRequest, casus: Casus, nu: Sjabloon, *, ander: bool) -> BriefForm:
    """ander: who looks at what this template fills in now, may send it again."""
    gestuurd = request.POST.copy()
    if ander:
        gestuurd["sjabloon"] = str(nu.nummer)
    begin = getypt(request, _eerste_waarden(nu.soort))
    return BriefForm(
        gestuurd or None,
        bronnen=[None],
        organisaties=deelnemende_organisaties(casus),
        met_bericht="bericht" in nu.velden,
        # A draft was begun with the template of then; this page shows the one of now.
        initial={**begin, "sjabloon": nu.nummer},
    )


def _geen_ontvanger(
    request: HttpRequest, kop: Zaakkop | None, soort: str, casus_id: UUID, aan_id: UUID
) -> HttpResponseBase:
    """To who typed a letter to an organisation that took part: that it does no more."""
    aan_deelnemer = request.method == "POST" and soort == Briefsoort.DEELNEMER
    if kop is None or not aan_deelnemer or not _deed_mee(kop, aan_id):
        return geweigerd(request, "casus", casus_id, regel=Recht.ZAKEN_UITVOEREN)
    leg_weigering_vast("casus", casus_id, regel=Recht.ZAKEN_UITVOEREN)
    zin = _("Deze organisatie doet niet meer mee. Kijk naar wie de brief nu kan.")
    naar = Schakel(_("Naar de brieven"), reverse("documenten:brieven", args=[casus_id]))
    return iemand_was_je_voor(request, kop.casus.kenmerk, zin, naar=naar)


def _deed_mee(kop: Zaakkop, organisatie: UUID) -> bool:
    """Whether it said yes once; who was invited or declined never took part."""
    zei_ja = [een for een in rollen_van(kop.casus) if een.antwoord == Antwoord.AANVAARD]
    return organisatie in {een.organisatie_id for een in zei_ja}


def _vind(
    casus_id: UUID, soort: str, aan_id: UUID, wie: Kijker
) -> tuple[Zaakkop | None, Ontvanger | None]:
    casus = regiecasus(casus_id, wie=wie)
    if casus is None or soort not in set(Briefsoort):
        return None, None
    aan = ontvangers(casus, wie=wie)[Briefsoort(soort)]
    gevonden = next((een for een in aan if een.pk == aan_id), None)
    return zaakkop(casus_id, wie=wie, dag=vandaag()), gevonden


def _sjabloon(soort: Briefsoort) -> Sjabloon:
    nu = sjabloon(soort)
    assert nu is not None  # noqa: S101 - the one of Vangnet is always there
    return nu


def _naam(request: HttpRequest) -> str:
    return request.user.naam if isinstance(request.user, Gebruiker) else ""


def _te_tonen(nu: Sjabloon) -> Sequence[Any]:
    return [veld for veld in in_volgorde(nu.soort, nu.velden) if veld.naam != "bericht"]


def _eerste_waarden(soort: Briefsoort) -> dict[str, Any]:
    return {"titel": BRIEFSOORTEN[soort][0], "publiek": Publiek.ALLEEN_HUIS}


def _gemaakt(form: BriefForm, nu: Sjabloon, gevuld: dict[str, Any]) -> Bestand | None:
    """The letter as a file; None when the template doesn't fill, which the form then says."""
    try:
        docx = vul(nu.inhoud, nu.soort, {**gevuld, "bericht": form.cleaned_data.get("bericht", "")})
    except FoutSjabloon as fout:
        form.add_error(None, list(fout.fouten))
        return None
    return Bestand(f"brief-{nu.soort}.docx", docx)


def _bewaar(
    request: HttpRequest, form: BriefForm, letter: Bestand, aan: Ontvanger, kop: Zaakkop
) -> HttpResponseBase:
    ids = documenten_toevoegen(
        kop.casus,
        form.inhoud(),
        [letter],
        auteur=kijker(Recht.ZAKEN_UITVOEREN).gebruiker,
        bron=None,
        over=aan.betrokkenheid,
        eenmalig=form.cleaned_data["eenmalig"],
    )
    _leg_vast("brief.gemaakt", kop.casus.pk, [aan], document=ids[0])
    messages.success(request, _("De brief staat bij de documenten. We scannen hem eerst."))
    return redirect("documenten:document", kop.casus.pk, ids[0])


def _leg_vast(
    handeling: str, casus: UUID, aan: Sequence[Ontvanger], *, document: UUID | None = None
) -> None:
    mensen = [een.betrokkenheid.persoon_id for een in aan if een.betrokkenheid]
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="document" if document else "casus",
            object=document or casus,
            casus=casus,
            onderwerpen=[("casus", casus), *(("persoon", een) for een in mensen)],
        )
    )
