# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.afsluiten import nazorg

app_name = "nazorg"
urlpatterns = [
    path("", nazorg.lijst, name="lijst"),
    path("<uuid:nazorg_id>", nazorg.antwoord, name="antwoord"),
    path("heropenen", nazorg.heropen, name="heropenen"),
    path("heropenvraag/<uuid:vraag_id>", nazorg.heropenvraag, name="heropenvraag"),
]
