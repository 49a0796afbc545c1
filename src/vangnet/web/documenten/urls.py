# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.documenten import bestanden, brief, document, overzicht

app_name = "documenten"
_EEN = "<uuid:casus_id>/documenten/<uuid:document_id>"
urlpatterns = [
    path("<uuid:casus_id>/documenten/", overzicht.overzicht, name="overzicht"),
    path("<uuid:casus_id>/documenten/nieuw", overzicht.nieuw, name="nieuw"),
    path("<uuid:casus_id>/documenten/brief", brief.kiezen, name="brieven"),
    path("<uuid:casus_id>/documenten/brief/<slug:soort>/<uuid:aan_id>", brief.maken, name="brief"),
    path(_EEN, document.document, name="document"),
    path(f"{_EEN}/nieuw", document.vernieuw, name="vernieuwen"),
    path(f"{_EEN}/weghalen", document.haal_weg, name="weghalen"),
    path(f"{_EEN}/terugzetten", document.zet_terug, name="terugzetten"),
    path(f"{_EEN}/<uuid:bestand_id>/ophalen", bestanden.bestand, name="bestand"),
    path(f"{_EEN}/<uuid:bestand_id>/blad", bestanden.blad, name="blad"),
]
