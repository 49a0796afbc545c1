# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.werk import views

app_name = "werk"
urlpatterns = [path("", views.begin, name="begin")]
