# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.overleg import zaak

app_name = "zaakoverleg"
urlpatterns = [path("<uuid:casus_id>/overleggen", zaak.overleggen, name="lijst")]
