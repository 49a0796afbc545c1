# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.toezicht import patronen, views

app_name = "toezicht"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("patronen", patronen.patronen, name="patronen"),
    path("mijn", views.mijn, name="mijn"),
    path("casus/<uuid:casus_id>", views.casus, name="casus"),
    path("persoon/<uuid:persoon_id>", views.persoon, name="persoon"),
]
