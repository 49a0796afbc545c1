# SPDX-License-Identifier: EUPL-1.2
"""The asker lasts as long as the request, whatever happens in it; also inside one test."""

from collections.abc import Callable

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.bezetting import id_van
from vangnet.casus.models import Casus
from vangnet.toegang.vrager import Vrager, huidige_vrager, word
from vangnet.web.transactie import TransactieMiddleware

pytestmark = [pytest.mark.django_db, pytest.mark.postgres15]


def _vrager_van_de_databank() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('toegang.vrager', true), '')")
        return str(cursor.fetchone()[0])


def test_na_een_verzoek_is_de_vrager_weg(ingelogd: Callable[[str], Client]) -> None:
    antwoord = ingelogd("amira").get(reverse("weergave"))

    assert antwoord.status_code == 405
    assert (_vrager_van_de_databank(), huidige_vrager(), Casus.objects.count()) == ("", None, 0)


def test_een_bezoeker_na_een_ander_is_een_bezoeker(ingelogd: Callable[[str], Client]) -> None:
    ingelogd("amira").get(reverse("weergave"))

    assert Client().get(reverse("begin")).status_code == 302


@pytest.mark.parametrize("status", [200, 404, 500])
def test_na_elk_antwoord_is_de_vrager_weg(status: int) -> None:
    def antwoord(_: HttpRequest) -> HttpResponseBase:
        word(Vrager(id_van("amira")))
        assert Casus.objects.count() == 1
        return HttpResponse(status=status)

    gekregen = TransactieMiddleware(antwoord)(RequestFactory().get("/"))

    assert gekregen.status_code == status
    assert (_vrager_van_de_databank(), huidige_vrager(), Casus.objects.count()) == ("", None, 0)


@pytest.mark.asvs("16.5.3")
def test_als_de_databank_wegvalt_is_de_vrager_weg() -> None:
    def valt_weg(_: HttpRequest) -> HttpResponseBase:
        word(Vrager(id_van("amira")))
        raise OperationalError

    antwoord = TransactieMiddleware(valt_weg)(RequestFactory().get("/"))

    assert antwoord.status_code == 503
    assert (_vrager_van_de_databank(), huidige_vrager(), Casus.objects.count()) == ("", None, 0)
