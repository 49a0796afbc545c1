# SPDX-License-Identifier: EUPL-1.2
"""Pages in tests ask for static files by their own name: no collected copy has to exist."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def losse_bestanden(settings: Settings) -> None:
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}
