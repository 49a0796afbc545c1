# SPDX-License-Identifier: EUPL-1.2
"""Who sits at this machine: only there does a demo open with one click."""

import pytest
from django.test import RequestFactory

from vangnet.web.herkomst import is_lokaal


def _verzoek(**koppen: str) -> bool:
    basis = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:8000"}
    return is_lokaal(RequestFactory().get("/inloggen", **(basis | koppen)))  # type: ignore[arg-type]


def test_wie_aan_deze_machine_zitis_lokaal() -> None:
    assert _verzoek()


def test_ook_langs_het_zesde_protocol() -> None:
    assert _verzoek(REMOTE_ADDR="::1", HTTP_HOST="[::1]:8000")


@pytest.mark.parametrize(
    "koppen",
    [
        {"REMOTE_ADDR": "10.1.2.3"},
        {"REMOTE_ADDR": "geen adres"},
        {"HTTP_HOST": "testserver"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
        {"HTTP_VIA": "1.1 voorkant"},
    ],
)
def test_van_elders_of_langs_een_tussenserver_is_niet_lokaal(koppen: dict[str, str]) -> None:
    assert not _verzoek(**koppen)
