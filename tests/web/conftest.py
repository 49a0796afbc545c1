# SPDX-License-Identifier: EUPL-1.2
"""What holds for every page that a test here asks for.

Static files go by their own name: no collected copy has to exist.
"""

import re
from html import escape
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

# A field in which somebody types; a choice or a secret is not put back.
_TYPVELD = r'<(?:textarea|input type="text")[^>]* name="{naam}"'


@pytest.fixture(autouse=True)
def losse_bestanden(settings: Settings) -> None:
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}


@pytest.fixture(autouse=True)
def elke_weigering_van_een_antwoord_staat_in_de_titel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever page of 422 a test gets: its title says so first (bar 16)."""
    vraag_gewoon = Client.request

    def vraag(client: Client, **verzoek: Any) -> Any:
        antwoord = vraag_gewoon(client, **verzoek)
        # A piece of a page has no title: the script puts it in a page that is there.
        if antwoord.status_code == 422 and "<title>" in antwoord.content.decode():
            assert "<title>Fout: " in antwoord.content.decode()
        return antwoord

    monkeypatch.setattr(Client, "request", vraag)


@pytest.fixture(autouse=True)
def elke_weigering_houdt_wat_er_is_getypt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever form a test sends that is refused: the texts in it stand in the answer (bar 16)."""
    stuur_gewoon = Client.post

    def stuur(client: Client, path: str, data: Any = None, *args: Any, **kwargs: Any) -> Any:
        antwoord = stuur_gewoon(client, path, data, *args, **kwargs)
        if antwoord.status_code == 422 and isinstance(data, dict):
            bladzijde = antwoord.content.decode()
            for naam, tekst in data.items():
                # A secret that came in by mistake is not shown again.
                geheim = str(tekst).upper().startswith("AGE-SECRET-KEY")
                if not geheim and re.search(_TYPVELD.format(naam=re.escape(naam)), bladzijde):
                    assert escape(str(tekst)).strip() in bladzijde, naam
        return antwoord

    monkeypatch.setattr(Client, "post", stuur)
