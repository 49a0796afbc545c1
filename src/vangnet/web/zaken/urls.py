# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.zaken import (
    aandachtsgebieden,
    betrokkenen,
    filters,
    herstellen,
    inzet,
    kant,
    notities,
    ondersteuning,
    overzicht,
    relaties,
    tabbladen,
    uitvoer,
    views,
    zoeken,
)

app_name = "zaken"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("uitvoer", uitvoer.uitvoer, name="uitvoer"),
    path("filters", filters.bewaren, name="filter_bewaren"),
    path("filters/<uuid:filter_id>/weg", filters.weghalen, name="filter_weg"),
    path("filters/<uuid:filter_id>/terug", filters.terugzetten, name="filter_terug"),
    path("zoeken", zoeken.zoeken, name="zoeken"),
    path("zoeken/vak", zoeken.zoekvak, name="zoekvak"),
    path("<uuid:casus_id>", overzicht.casus, name="casus"),
    path("<uuid:casus_id>/tijdlijn", tabbladen.tijdlijn, name="tijdlijn"),
    path("<uuid:casus_id>/personen", tabbladen.personen, name="personen"),
    path("<uuid:casus_id>/personen/nieuw", betrokkenen.nieuw, name="persoon_nieuw"),
    path(
        "<uuid:casus_id>/personen/<uuid:betrokkenheid_id>/einde",
        betrokkenen.einde,
        name="persoon_einde",
    ),
    path(
        "<uuid:casus_id>/personen/<uuid:betrokkenheid_id>/herstellen",
        herstellen.betrokkene,
        name="persoon_herstellen",
    ),
    path("<uuid:casus_id>/personen/<uuid:betrokkenheid_id>/kant", kant.kant, name="persoon_kant"),
    path("<uuid:casus_id>/relaties/nieuw", relaties.nieuw, name="relatie_nieuw"),
    path("<uuid:casus_id>/relaties/<uuid:relatie_id>/einde", relaties.einde, name="relatie_einde"),
    path(
        "<uuid:casus_id>/relaties/<uuid:relatie_id>/herstellen",
        herstellen.relatie,
        name="relatie_herstellen",
    ),
    path("<uuid:casus_id>/beeld", tabbladen.beeld, name="beeld"),
    path("<uuid:casus_id>/inzet", inzet.wissel, name="inzet"),
    path("<uuid:casus_id>/aandachtsgebieden", aandachtsgebieden.wijzig, name="aandachtsgebieden"),
    path("<uuid:casus_id>/ondersteuning", ondersteuning.wijzig, name="ondersteuning"),
    path("<uuid:casus_id>/notitie", notities.notitie, name="notitie"),
    path("<uuid:casus_id>/notitie/concept", notities.concept, name="concept"),
    path("<uuid:casus_id>/notitie/<uuid:bijdrage_id>/terug", notities.terug, name="notitie_terug"),
]
