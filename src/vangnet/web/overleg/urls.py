# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.overleg import (
    agenda,
    dag,
    genodigden,
    lijst,
    plannen,
    punten,
    verslagen,
    wijzigen,
)

app_name = "overleg"
urlpatterns = [
    path("", lijst.lijst, name="lijst"),
    path("nieuw", plannen.nieuw, name="nieuw"),
    path("<uuid:overleg_id>", agenda.agenda, name="agenda"),
    path("<uuid:overleg_id>/zaken", agenda.voeg_toe, name="zaak_erbij"),
    path("<uuid:overleg_id>/uitnodiging", agenda.uitnodiging, name="uitnodiging"),
    path("<uuid:overleg_id>/wijzigen", wijzigen.wijzig, name="wijzigen"),
    path("<uuid:overleg_id>/afgelasten", wijzigen.gelast_af, name="afgelasten"),
    path("<uuid:overleg_id>/begin", dag.begin, name="begin"),
    path("<uuid:overleg_id>/vaststellen", dag.stel_vast, name="vaststellen"),
    path("genodigden/<uuid:genodigde_id>/weg", genodigden.laat_weg, name="genodigde_weg"),
    path("punten/<uuid:punt_id>", punten.punt, name="punt"),
    path("punten/<uuid:punt_id>/weg", punten.haal_weg, name="punt_weg"),
    path("punten/<uuid:punt_id>/derden", punten.noem_derde, name="derde"),
    path("punten/<uuid:punt_id>/verslag", verslagen.verslag, name="verslag"),
    path("punten/<uuid:punt_id>/verslag.docx", verslagen.als_word, name="verslag_docx"),
    path("punten/<uuid:punt_id>/verslag.pdf", verslagen.als_pdf_bestand, name="verslag_pdf"),
]
