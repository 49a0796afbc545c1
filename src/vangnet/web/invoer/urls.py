# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.invoer import views

app_name = "invoer"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("<uuid:taak_id>", views.taak, name="taak"),
    path("<uuid:taak_id>/invoeren", views.invoeren, name="invoeren"),
    path("<uuid:taak_id>/weggooien", views.weggooien, name="weggooien"),
]
