# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.gebruikers import (
    account,
    bevestigen,
    gemeente,
    instellen,
    passkeys,
    sessie,
    sneltoetsen,
    views,
)

urlpatterns = [
    path("inloggen", views.inloggen, name="inloggen"),
    path("inloggen/demo", views.inloggen_als_demo, name="inloggen_als_demo"),
    path("inloggen/code", views.code, name="inloggen_code"),
    path("inloggen/herstelcode", views.herstelcode, name="inloggen_herstelcode"),
    path("inloggen/instellen", instellen.inloggen_instellen, name="inloggen_instellen"),
    path("inloggen/gemeente", gemeente.heen, name="inloggen_gemeente"),
    path("inloggen/gemeente/terug", gemeente.terug, name="inloggen_gemeente_terug"),
    path("inloggen/opnieuw", views.opnieuw, name="inloggen_opnieuw"),
    path("inloggen/passkey", passkeys.inloggen, name="inloggen_passkey"),
    path("inloggen/passkey/maken", passkeys.eerste, name="inloggen_passkey_maken"),
    path("uitloggen", views.uitloggen, name="uitloggen"),
    path("bevestigen", bevestigen.bevestigen, name="bevestigen"),
    path("bevestigen/gemeente", gemeente.opnieuw, name="bevestigen_gemeente"),
    path("bevestigen/passkey", passkeys.bevestigen, name="bevestigen_passkey"),
    path("account", account.account, name="account"),
    path("account/sneltoetsen", sneltoetsen.sneltoetsen, name="sneltoetsen"),
    path("account/app", instellen.account_app, name="account_app"),
    path("account/passkey", account.passkey, name="account_passkey"),
    path("account/passkey/maken", passkeys.erbij, name="account_passkey_maken"),
    path("account/herstelcodes", account.herstelcodes, name="account_herstelcodes"),
    path("account/wachtwoord", account.wachtwoord, name="account_wachtwoord"),
    path("account/factor/<uuid:factor>", account.factor, name="account_factor"),
    path("account/factor/<uuid:factor>/weg", account.factor_weg, name="account_factor_weg"),
    path("account/sessies/einde", account.andere_sessies, name="account_sessies_einde"),
    path("account/sessies/<uuid:sessie>/einde", account.sessie, name="account_sessie_einde"),
    path("sessie/stand", sessie.stand, name="sessie_stand"),
    path("sessie/verder", sessie.verder, name="sessie_verder"),
]
