# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.dossierpakket import views

app_name = "dossierpakket"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("vragen", views.vragen, name="vragen"),
    path("<uuid:opdracht_id>/besluiten", views.besluiten, name="besluiten"),
    path("<uuid:opdracht_id>/intrekken", views.intrekken, name="intrekken"),
]
