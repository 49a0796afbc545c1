# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.plan import afspraken, doelen, overzicht, plannen

app_name = "plan"
urlpatterns = [
    path("<uuid:casus_id>/plan/", overzicht.overzicht, name="overzicht"),
    path("<uuid:casus_id>/plan/vaststellen", plannen.stel_vast, name="vaststellen"),
    path("<uuid:casus_id>/plan/handtekening", plannen.teken, name="tekenen"),
    path("<uuid:casus_id>/plan/versies/<uuid:versie_id>", plannen.versie, name="versie"),
    path("<uuid:casus_id>/doelen/nieuw", doelen.nieuw, name="doel_nieuw"),
    path("<uuid:casus_id>/doelen/<uuid:doel_id>", doelen.wijzig, name="doel"),
    path(
        "<uuid:casus_id>/doelen/<uuid:doel_id>/resultaat", doelen.beoordeel, name="doel_resultaat"
    ),
    path("<uuid:casus_id>/afspraken/nieuw", afspraken.nieuw, name="afspraak_nieuw"),
    path("<uuid:casus_id>/afspraken/<uuid:afspraak_id>", afspraken.wijzig, name="afspraak"),
    path(
        "<uuid:casus_id>/afspraken/<uuid:afspraak_id>/gereed",
        afspraken.vink_af,
        name="afspraak_gereed",
    ),
    path(
        "<uuid:casus_id>/afspraken/<uuid:afspraak_id>/vervallen",
        afspraken.vervalt,
        name="afspraak_vervallen",
    ),
]
