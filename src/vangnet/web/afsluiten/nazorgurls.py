# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.afsluiten import nazorg

app_name = "nazorg"
urlpatterns = [
    path("", nazorg.lijst, name="lijst"),
    path("<uuid:nazorg_id>", nazorg.antwoord, name="antwoord"),
    path("<uuid:nazorg_id>/terug", nazorg.neem_terug, name="antwoord_terug"),
    path("heropenen", nazorg.heropen, name="heropenen"),
    path("heropenvraag/<uuid:vraag_id>", nazorg.heropenvraag, name="heropenvraag"),
    path("heropenvraag/<uuid:vraag_id>/terug", nazorg.heropenvraag_open, name="heropenvraag_terug"),
]
