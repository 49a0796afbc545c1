# SPDX-License-Identifier: EUPL-1.2
"""A browser, the houses to open in it, and the process that carries out tasks."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.huizen import (
    Huis,
    demo_sjabloon,
    huis,
    leeg_sjabloon,
    proces,
    verzamel_statisch,
)
from tests.browser.venster import Venster, venster

# Our own processes and nothing else: no update, no sync, no other protocol.
_VLAGGEN = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OpenVenster = Callable[..., Venster]
# A worker that still has to start gets the time for it.
expect.set_options(timeout=40_000)


@contextmanager
def chroom() -> Iterator[Browser]:
    """A browser; each window has a context of its own."""
    # The shell without a window opens pages in two thirds of the time.
    gevonden = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
    programma = os.environ.get("VANGNET_CHROMIUM", gevonden)
    with sync_playwright() as speler:
        browser = speler.chromium.launch(executable_path=programma, args=list(_VLAGGEN))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with chroom() as browser:
        yield browser


@pytest.fixture(scope="session")
def demohuis() -> Iterator[Huis]:
    """The demo province, with two workers as in production."""
    verzamel_statisch()
    with huis(demo_sjabloon(), werkers=2) as open_:
        yield open_


@pytest.fixture(scope="session")
def eigen_huis() -> Iterator[Huis]:
    """A demo province to change: what is planned, noted and decided here is in nobody's way."""
    verzamel_statisch()
    with huis(demo_sjabloon(), werkers=1) as open_:
        yield open_


@pytest.fixture(scope="session")
def leeg_huis() -> Iterator[Huis]:
    """A house on its first day."""
    verzamel_statisch()
    with huis(leeg_sjabloon(), werkers=1) as open_:
        yield open_


@pytest.fixture(scope="session")
def werker(demohuis: Huis) -> Iterator[None]:
    """Somebody carries out the tasks of the demo."""
    with proces(["vangnet", "werker"], demohuis.omgeving):
        yield


@pytest.fixture
def open_venster(chromium: Browser) -> Iterator[OpenVenster]:
    """Opens windows, that stay open until the end of the test."""
    with ExitStack() as stapel:

        def nieuw(in_huis: Huis, **keuzes: object) -> Venster:
            return stapel.enter_context(venster(chromium, in_huis, **keuzes))  # type: ignore[arg-type]

        yield nieuw
