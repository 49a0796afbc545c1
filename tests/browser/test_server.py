# SPDX-License-Identifier: EUPL-1.2
"""The server behind the pages, as a browser uses it."""

import socket
from contextlib import ExitStack
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from tests.browser.huizen import Huis

pytestmark = pytest.mark.browser


def test_verbindingen_zonder_vraag_houden_niemand_op(leeg_huis: Huis) -> None:
    adres = urlsplit(leeg_huis.adres)
    with ExitStack() as open_:
        for _ in range(6):
            open_.enter_context(socket.create_connection((adres.hostname, adres.port)))

        with urlopen(f"{leeg_huis.adres}/leeft", timeout=4) as antwoord:  # noqa: S310 - our own
            assert antwoord.status == 200
