# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.kern import hulp, views

urlpatterns = [
    path("", views.begin, name="begin"),
    path("leeft", views.leeft, name="leeft"),
    path("gereed", views.gereed, name="gereed"),
    path("help", hulp.hulp, name="help"),
    path("weergave", views.weergave, name="weergave"),
]
