# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.beheer import (
    activeren,
    bevestigen,
    criteria,
    gebruikers,
    gegevens,
    gezondheid,
    instellingen,
    organisaties,
    overzicht,
    rollen,
    ronde,
    sjablonen,
)

app_name = "beheer"
_GEBRUIKER = "gebruikers/<uuid:gebruiker_id>"
_SJABLOON = "sjablonen/<slug:soort>"
urlpatterns = [
    path("", overzicht.overzicht, name="overzicht"),
    path("activeren", activeren.activeren, name="activeren"),
    path("bevestigen", bevestigen.bevestigen, name="bevestigen"),
    path("bevestigen/<uuid:rol_id>", bevestigen.oordeel, name="oordeel"),
    path("codelijsten", instellingen.codelijsten, name="codelijsten"),
    path("criteria", criteria.criteria, name="criteria"),
    path(
        "criteria/<uuid:criterium_id>/beeindigen",
        criteria.beeindigen,
        name="criterium_beeindigen",
    ),
    path(
        "criteria/<uuid:criterium_id>/herstellen",
        criteria.herstellen,
        name="criterium_herstellen",
    ),
    path("gebruikers/", gebruikers.gebruikers, name="gebruikers"),
    path("gebruikers/nieuw", gebruikers.nieuw, name="nieuw"),
    path(_GEBRUIKER, gebruikers.gebruiker, name="gebruiker"),
    path(f"{_GEBRUIKER}/activering", gebruikers.activering, name="activering"),
    path(f"{_GEBRUIKER}/beeindigen", gebruikers.beeindigen, name="account_beeindigen"),
    path(f"{_GEBRUIKER}/gegevens", gegevens.wijzigen, name="account_wijzigen"),
    path(f"{_GEBRUIKER}/heropenen", gebruikers.heropenen, name="account_heropenen"),
    path(f"{_GEBRUIKER}/inloggen", gegevens.via_oidc, name="via_oidc"),
    path(f"{_GEBRUIKER}/rol", rollen.geven, name="rol_geven"),
    path("gezondheid", gezondheid.gezondheid, name="gezondheid"),
    path("instellingen", instellingen.instellingen, name="instellingen"),
    path("organisaties/", organisaties.organisaties, name="organisaties"),
    path("organisaties/nieuw", organisaties.nieuwe_organisatie, name="nieuwe_organisatie"),
    path("organisaties/<uuid:organisatie_id>", organisaties.organisatie, name="organisatie"),
    path("rollen/<uuid:rol_id>/beeindigen", rollen.beeindigen, name="rol_beeindigen"),
    path("ronde", ronde.ronde, name="ronde"),
    path("rondes/", ronde.rondes, name="rondes"),
    path("rondes/<uuid:ronde_id>", ronde.een_ronde, name="een_ronde"),
    path("sjablonen/", sjablonen.sjablonen, name="sjablonen"),
    path(_SJABLOON, sjablonen.een_sjabloon, name="sjabloon"),
    path(f"{_SJABLOON}/<int:nummer>", sjablonen.ophalen, name="sjabloon_ophalen"),
    path(f"{_SJABLOON}/<int:nummer>/terug", sjablonen.terugzetten, name="sjabloon_terugzetten"),
]
