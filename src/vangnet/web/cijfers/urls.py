# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.cijfers import herleiden, uitvoer, views

app_name = "cijfers"
urlpatterns = [
    path("", views.oogopslag, name="oogopslag"),
    path("thema/<slug:thema>", views.thema, name="thema"),
    path("controles", views.controles, name="controles"),
    path("csv/<slug:sleutel>", uitvoer.csv, name="csv"),
    path("rijen/<slug:sleutel>", herleiden.rijen, name="rijen"),
]
