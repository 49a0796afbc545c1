# SPDX-License-Identifier: EUPL-1.2

"""A deliberate hole, in tests only: pages that put what was typed into their SQL."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as echte
from tests.bezetting import id_van

__all__ = ["handler400", "handler403", "handler404", "handler500"]
# Each ends in a text in quotes, or in a bare place, as forgotten code would.
GATEN = {
    "casus": "SELECT id::text, kenmerk FROM casus_casus WHERE kenmerk = '{}'",
    "persoon": "SELECT id::text, achternaam FROM personen_persoon WHERE achternaam ILIKE '%%{}%%'",
    "aanmelding": "SELECT id::text, aanleiding FROM aanmelding_aanmelding WHERE kenmerk = '{}'",
    "journaal": "SELECT id::text, handeling FROM journaal_handeling WHERE handeling = '{}'",
}


def gat(request: HttpRequest, waar: str) -> HttpResponse:
    """The rows of a query with a hole, as the asker of this request."""
    tekst = request.POST["tekst"]
    opdracht = GATEN[waar].replace("%%", "%").format(tekst)
    with connection.cursor() as cursor:
        cursor.execute(opdracht)
        rijen = cursor.fetchall()
    return JsonResponse([[str(cel) for cel in rij] for rij in rijen], safe=False)


def breuk(request: HttpRequest) -> HttpResponse:
    """Breaks a constraint inside the view: a kenmerk that exists, or a casus that doesn't."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO organisaties_organisatie (id, kenmerk, naam, soort, keten) "
            "VALUES (gen_random_uuid(), %s, 'x', 'ggz', %s)",
            [request.POST["kenmerk"], request.POST["keten"]],
        )
    return HttpResponse(id_van("klaar"))


urlpatterns = [
    *echte,
    path("lek/<str:waar>", gat, name="lek"),
    path("breuk", breuk, name="breuk"),
]
