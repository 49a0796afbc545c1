# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.zaken import uitvoer, views, zoeken

app_name = "zaken"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("uitvoer", uitvoer.uitvoer, name="uitvoer"),
    path("zoeken", zoeken.zoeken, name="zoeken"),
    path("<uuid:casus_id>", views.casus, name="casus"),
]
