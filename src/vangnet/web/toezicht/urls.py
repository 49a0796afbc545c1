# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.toezicht import patronen, steekproef, views

app_name = "toezicht"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("patronen", patronen.patronen, name="patronen"),
    path("steekproef/", steekproef.steekproeven, name="steekproeven"),
    path("steekproef/nieuw", steekproef.trekken, name="steekproef_trekken"),
    path("steekproef/<uuid:steekproef_id>", steekproef.een, name="steekproef"),
    path("steekproef/<uuid:steekproef_id>/sluiten", steekproef.sluiten, name="steekproef_sluiten"),
    path("steekproef/regel/<uuid:regel_id>", steekproef.regel, name="steekproef_regel"),
    path("mijn", views.mijn, name="mijn"),
    path("casus/<uuid:casus_id>", views.casus, name="casus"),
    path("persoon/<uuid:persoon_id>", views.persoon, name="persoon"),
]
