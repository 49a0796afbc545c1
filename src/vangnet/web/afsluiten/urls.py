# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.afsluiten import overdragen, overzicht, sluiten

app_name = "afsluiten"
urlpatterns = [
    path("<uuid:casus_id>/afsluiten/", overzicht.overzicht, name="overzicht"),
    path("<uuid:casus_id>/afsluiten/voorstel", sluiten.stel_voor, name="voorstellen"),
    path("<uuid:casus_id>/afsluiten/controle", sluiten.controleer, name="controleren"),
    path("<uuid:casus_id>/overdrachten/nieuw", overdragen.vraag, name="overdragen"),
    path(
        "<uuid:casus_id>/overdrachten/<uuid:overdracht_id>",
        overdragen.antwoord,
        name="antwoorden",
    ),
    path(
        "<uuid:casus_id>/overdrachten/<uuid:overdracht_id>/heropenen",
        overdragen.heropen,
        name="overdracht_heropenen",
    ),
]
