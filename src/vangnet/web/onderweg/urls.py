# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.onderweg import bellen, lijst, notitie, oud_client, volgende

app_name = "onderweg"
urlpatterns = [
    path("", lijst.begin, name="begin"),
    path("oud-client", oud_client.belt, name="oud_client"),
    path("oud-client/heropenen", oud_client.heropenen, name="heropenen"),
    path("<uuid:casus_id>", lijst.casus, name="casus"),
    path("<uuid:casus_id>/notitie", notitie.notitie, name="notitie"),
    path("<uuid:casus_id>/volgende", volgende.volgende, name="volgende"),
    path("<uuid:casus_id>/contact/<uuid:contact_id>", volgende.rond_af, name="contact"),
    path("<uuid:casus_id>/bellen", bellen.bellen, name="bellen"),
]
