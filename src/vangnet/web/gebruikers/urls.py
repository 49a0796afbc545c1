# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.gebruikers import views

urlpatterns = [
    path("inloggen", views.inloggen, name="inloggen"),
    path("inloggen/demo", views.inloggen_als_demo, name="inloggen_als_demo"),
    path("uitloggen", views.uitloggen, name="uitloggen"),
]
