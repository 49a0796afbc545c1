# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.overleg import agenda, lijst, plannen, punten, verslagen

app_name = "overleg"
urlpatterns = [
    path("", lijst.lijst, name="lijst"),
    path("nieuw", plannen.nieuw, name="nieuw"),
    path("<uuid:overleg_id>", agenda.agenda, name="agenda"),
    path("<uuid:overleg_id>/zaken", agenda.voeg_toe, name="zaak_erbij"),
    path("<uuid:overleg_id>/uitnodiging", agenda.uitnodiging, name="uitnodiging"),
    path("punten/<uuid:punt_id>", punten.punt, name="punt"),
    path("punten/<uuid:punt_id>/weg", punten.haal_weg, name="punt_weg"),
    path("punten/<uuid:punt_id>/derden", punten.noem_derde, name="derde"),
    path("punten/<uuid:punt_id>/verslag", verslagen.verslag, name="verslag"),
]
