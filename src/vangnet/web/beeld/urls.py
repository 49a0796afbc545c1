# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.beeld import namens, scores, vragen

app_name = "beeld"
urlpatterns = [
    path("<uuid:casus_id>/vragen/nieuw", vragen.stel, name="vraag_nieuw"),
    path("<uuid:casus_id>/vragen/<uuid:vraag_id>", vragen.beantwoord, name="vraag"),
    path(
        "<uuid:casus_id>/vragen/<uuid:vraag_id>/namens",
        namens.beantwoord,
        name="vraag_namens",
    ),
    path(
        "<uuid:casus_id>/vragen/<uuid:vraag_id>/namens/weigeren",
        namens.weiger,
        name="vraag_namens_weigeren",
    ),
    path("<uuid:casus_id>/vragen/<uuid:vraag_id>/weigeren", vragen.weiger, name="vraag_weigeren"),
    path(
        "<uuid:casus_id>/vragen/<uuid:vraag_id>/intrekken", vragen.trek_in, name="vraag_intrekken"
    ),
    path(
        "<uuid:casus_id>/vragen/<uuid:vraag_id>/heropenen", vragen.heropen, name="vraag_heropenen"
    ),
    path("<uuid:casus_id>/scores/<uuid:persoon_id>", scores.scoor, name="scores"),
    path("<uuid:casus_id>/hypothesen/<uuid:bijdrage_id>/oordeel", scores.beoordeel, name="oordeel"),
]
