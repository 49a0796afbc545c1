# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.delen import bijdragen

app_name = "delen"
urlpatterns = [
    path("<uuid:casus_id>/bijdragen/nieuw", bijdragen.nieuw, name="bijdrage_nieuw"),
    path("<uuid:casus_id>/bijdragen/<uuid:bijdrage_id>", bijdragen.wijzig, name="bijdrage"),
    path(
        "<uuid:casus_id>/bijdragen/<uuid:bijdrage_id>/intrekken",
        bijdragen.trek_in,
        name="bijdrage_intrekken",
    ),
]
