# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.zaken import inzet, notities, overzicht, tabbladen, uitvoer, views, zoeken

app_name = "zaken"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("uitvoer", uitvoer.uitvoer, name="uitvoer"),
    path("zoeken", zoeken.zoeken, name="zoeken"),
    path("zoeken/vak", zoeken.zoekvak, name="zoekvak"),
    path("<uuid:casus_id>", overzicht.casus, name="casus"),
    path("<uuid:casus_id>/tijdlijn", tabbladen.tijdlijn, name="tijdlijn"),
    path("<uuid:casus_id>/personen", tabbladen.personen, name="personen"),
    path("<uuid:casus_id>/beeld", tabbladen.beeld, name="beeld"),
    path("<uuid:casus_id>/inzet", inzet.wissel, name="inzet"),
    path("<uuid:casus_id>/notitie", notities.notitie, name="notitie"),
    path("<uuid:casus_id>/notitie/concept", notities.concept, name="concept"),
    path("<uuid:casus_id>/notitie/<uuid:bijdrage_id>/terug", notities.terug, name="notitie_terug"),
]
