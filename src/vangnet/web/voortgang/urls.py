# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from vangnet.web.voortgang import (
    afspraken,
    antwoorden,
    casus,
    evaluaties,
    lijsten,
    opschalen,
    traject,
    veiligheid,
)

app_name = "voortgang"
_CASUS = "zaken/<uuid:casus_id>/voortgang/"
urlpatterns = [
    path("voortgang/", lijsten.lijst, name="lijst"),
    path("voortgang/gremium", lijsten.gremium, name="gremium"),
    path(_CASUS, casus.casus, name="casus"),
    path(f"{_CASUS}evaluatie", evaluaties.nieuw, name="evaluatie"),
    path(f"{_CASUS}veiligheid", veiligheid.wijzig, name="veiligheid"),
    path(
        f"{_CASUS}veiligheid/<uuid:risico_id>/intrekken",
        veiligheid.trek_in,
        name="veiligheid_intrekken",
    ),
    path(f"{_CASUS}opschalen", opschalen.nieuw, name="opschalen"),
    path(f"{_CASUS}<uuid:opschaling_id>/afronden", opschalen.rond_af, name="afronden"),
    path(f"{_CASUS}<uuid:opschaling_id>/notitie", opschalen.notitie, name="notitie"),
    path(f"{_CASUS}traject", traject.wijs_toe, name="traject_toewijzen"),
    path(f"{_CASUS}afspraak/<uuid:contact_id>", afspraken.regel, name="afspraak"),
    path(f"{_CASUS}traject/stoppen", traject.stop, name="traject_stoppen"),
    path("opschalingen/", antwoorden.gevraagd, name="gevraagd"),
    path("opschalingen/<uuid:opschaling_id>", antwoorden.antwoord, name="antwoord"),
]
