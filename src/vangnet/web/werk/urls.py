# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.werk import concepten, leiding, views

app_name = "werk"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("leiding", leiding.leiding, name="leiding"),
    path("concepten", concepten.bewaar, name="concept_bewaren"),
    path("concepten/<uuid:concept_id>", concepten.lees, name="concept_lezen"),
    path("concepten/<uuid:concept_id>/weg", concepten.gooi_weg, name="concept_weg"),
    path("concepten/<uuid:concept_id>/terug", concepten.haal_terug, name="concept_terug"),
]
