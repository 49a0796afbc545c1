# SPDX-License-Identifier: EUPL-1.2
"""Every address of Vangnet; each view declares its right."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("vangnet.web.kern.urls")),
    path("", include("vangnet.web.gebruikers.urls")),
    path("aanmeldingen/", include("vangnet.web.aanmelden.urls")),
    path("beheer/", include("vangnet.web.beheer.urls")),
    path("cijfers/", include("vangnet.web.cijfers.urls")),
    path("dossierpakket/", include("vangnet.web.dossierpakket.urls")),
    path("invoer/", include("vangnet.web.invoer.urls")),
    path("toezicht/", include("vangnet.web.toezicht.urls")),
    path("noodtoegang/", include("vangnet.web.noodtoegang.urls")),
    path("onderweg/", include("vangnet.web.onderweg.urls")),
    path("overleggen/", include("vangnet.web.overleg.urls")),
    path("personen/", include("vangnet.web.personen.urls")),
    path("", include("vangnet.web.voortgang.urls")),
    path("werk/", include("vangnet.web.werk.urls")),
    path("zaken/", include("vangnet.web.zaken.urls")),
    path("zaken/", include("vangnet.web.delen.urls")),
    path("zaken/", include("vangnet.web.documenten.urls")),
    path("zaken/", include("vangnet.web.beeld.urls")),
    path("zaken/", include("vangnet.web.plan.urls")),
    path("zaken/", include("vangnet.web.overleg.zaakurls")),
    path("zaken/", include("vangnet.web.afsluiten.urls")),
    path("nazorg/", include("vangnet.web.afsluiten.nazorgurls")),
]
handler400 = "vangnet.web.fouten.ongeldig_verzoek"
handler403 = "vangnet.web.fouten.geweigerd"
handler404 = "vangnet.web.fouten.niet_gevonden"
handler500 = "vangnet.web.fouten.serverfout"
