# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.aanmelden import (
    aanmelding,
    bekend,
    besluit,
    concepten,
    corrigeren,
    lijst,
    losmaken,
    navraag,
    nieuw,
    uitkomst,
    vaste,
)

app_name = "aanmelden"
urlpatterns = [
    path("", lijst.lijst, name="lijst"),
    path("nieuw", nieuw.nieuw, name="nieuw"),
    path("bekend", bekend.bekend, name="bekend"),
    path("concept", concepten.bewaar, name="concept_bewaren"),
    path("concepten/<uuid:concept_id>", nieuw.verder, name="concept"),
    path("concepten/<uuid:concept_id>/weggooien", concepten.gooi_weg, name="concept_weggooien"),
    path("vaste-beslissers", vaste.vaste, name="vaste"),
    path(
        "vaste-beslissers/<uuid:beslisser_id>/beeindigen",
        vaste.beeindigen,
        name="vaste_beeindigen",
    ),
    path("concepten/<uuid:concept_id>/terughalen", concepten.haal_terug, name="concept_terug"),
    path("<uuid:aanmelding_id>", aanmelding.aanmelding, name="aanmelding"),
    path("<uuid:aanmelding_id>/antwoord", uitkomst.uitkomst, name="uitkomst"),
    path("<uuid:aanmelding_id>/antwoord/terugnemen", uitkomst.terugnemen, name="antwoord_terug"),
    path("<uuid:aanmelding_id>/brief", uitkomst.brief, name="brief"),
    path("<uuid:aanmelding_id>/gelezen", uitkomst.gelezen, name="gelezen"),
    path("<uuid:aanmelding_id>/besluit", besluit.besluit, name="besluit"),
    path("<uuid:aanmelding_id>/corrigeren", corrigeren.corrigeren, name="corrigeren"),
    path("<uuid:aanmelding_id>/losmaken", losmaken.losmaken, name="losmaken"),
    path("<uuid:aanmelding_id>/vraag", navraag.vraag, name="vraag"),
    path("<uuid:aanmelding_id>/vragen/<uuid:navraag_id>", navraag.antwoord, name="antwoord"),
]
