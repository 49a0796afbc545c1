# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.noodtoegang import beoordelen, views

app_name = "noodtoegang"
urlpatterns = [
    path("", views.openen, name="openen"),
    path("<uuid:inzage_id>/beeindigen", views.beeindigen, name="beeindigen"),
    path("beoordelen", beoordelen.wachtrij, name="wachtrij"),
    path("<uuid:inzage_id>/beoordelen", beoordelen.beoordelen, name="beoordelen"),
]
