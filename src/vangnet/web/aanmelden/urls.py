# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.aanmelden import (
    aanmelding,
    bekend,
    besluit,
    bijlage,
    bijlagen,
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
_BIJLAGE = "<uuid:aanmelding_id>/bijlagen/<uuid:bijlage_id>"
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
    path(
        "vaste-beslissers/<uuid:beslisser_id>/herstellen",
        vaste.herstellen,
        name="vaste_herstellen",
    ),
    path("concepten/<uuid:concept_id>/terughalen", concepten.haal_terug, name="concept_terug"),
    path("<uuid:aanmelding_id>", aanmelding.aanmelding, name="aanmelding"),
    path("<uuid:aanmelding_id>/bijlagen/", bijlagen.bijlagen, name="bijlagen"),
    path(_BIJLAGE, bijlage.bijlage, name="bijlage"),
    path(f"{_BIJLAGE}/ophalen", bijlage.bestand, name="bijlage_bestand"),
    path(f"{_BIJLAGE}/blad", bijlage.blad, name="bijlage_blad"),
    path(f"{_BIJLAGE}/weghalen", bijlagen.haal_weg, name="bijlage_weghalen"),
    path(f"{_BIJLAGE}/terugzetten", bijlagen.zet_terug, name="bijlage_terug"),
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
