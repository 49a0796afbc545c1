# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.delen import bijdragen, deelname, rollen, verstrekken

app_name = "delen"
urlpatterns = [
    path("rollen", rollen.overzicht, name="rollen"),
    path("rollen/<uuid:rol_id>", rollen.draag_over, name="overdragen"),
    path("uitnodigingen/<uuid:rol_id>", rollen.antwoord, name="antwoord"),
    path(
        "uitnodigingen/<uuid:rol_id>/ongedaan", rollen.neem_weigering_terug, name="weigering_terug"
    ),
    path("<uuid:casus_id>/bijdragen/nieuw", bijdragen.nieuw, name="bijdrage_nieuw"),
    path("<uuid:casus_id>/bijdragen/<uuid:bijdrage_id>", bijdragen.wijzig, name="bijdrage"),
    path(
        "<uuid:casus_id>/bijdragen/<uuid:bijdrage_id>/intrekken",
        bijdragen.trek_in,
        name="bijdrage_intrekken",
    ),
    path(
        "<uuid:casus_id>/bijdragen/<uuid:bijdrage_id>/terug",
        bijdragen.zet_terug,
        name="bijdrage_terug",
    ),
    path("<uuid:casus_id>/delen", deelname.overzicht, name="overzicht"),
    path("<uuid:casus_id>/delen/uitnodigen", deelname.nodig_uit, name="uitnodigen"),
    path("<uuid:casus_id>/delen/beperkt", deelname.beperk, name="beperken"),
    path("<uuid:casus_id>/delen/verstrekken", verstrekken.verstrek, name="verstrekken"),
    path(
        "<uuid:casus_id>/delen/rollen/<uuid:rol_id>/beeindigen",
        deelname.beeindig,
        name="rol_beeindigen",
    ),
    path("rollen/<uuid:rol_id>/herstellen", rollen.herstel, name="rol_herstellen"),
]
