# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.personen import views, wijzigen

app_name = "personen"
urlpatterns = [
    path("<uuid:persoon_id>", views.persoon, name="persoon"),
    path("<uuid:persoon_id>/gegevens", wijzigen.wijzig, name="wijzigen"),
]
