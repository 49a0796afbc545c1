# SPDX-License-Identifier: EUPL-1.2
"""A request that the server can't read gets our page too, with our headers."""

from socket import socketpair
from types import SimpleNamespace
from typing import cast

import pytest
from gunicorn import util
from gunicorn.config import Config
from gunicorn.http.errors import InvalidHeader, LimitRequestHeaders, LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

from config import gunicorn as ingericht
from vangnet.kern.spoor import nieuw_spoor
from vangnet.web.koppen import KOPPEN

ONLEESBAAR = "Deze vraag kunnen wij niet lezen"


@pytest.mark.asvs("3.4.3")
@pytest.mark.parametrize(
    ("fout", "begin", "zin"),
    [
        (LimitRequestLine(9000, 4094), "HTTP/1.1 414 ", ONLEESBAAR),
        (LimitRequestHeaders("te veel"), "HTTP/1.1 431 ", ONLEESBAAR),
        (InvalidHeader("<script>geheim"), "HTTP/1.1 400 ", ONLEESBAAR),
        (ValueError("geheim"), "HTTP/1.1 500 ", "Er ging iets mis bij ons"),
    ],
)
def test_wat_de_server_niet_kan_lezen_krijgt_onze_bladzijde_en_koppen(
    fout: Exception, begin: str, zin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vorige = nieuw_spoor()
    monkeypatch.setattr(util, "write_error", util.write_error)
    monkeypatch.setattr("vangnet.web.componenten.grafiek.opwarmen", lambda: None)
    ingericht.post_worker_init(None)
    werker = cast(ThreadWorker, SimpleNamespace(cfg=Config(), log=_Stil()))
    hier, daar = socketpair()

    ThreadWorker.handle_error(werker, None, hier, ("127.0.0.1", 1), fout)
    hier.close()
    with daar, daar.makefile("rb") as antwoord:
        koppen, _, bladzijde = antwoord.read().decode().partition("\r\n\r\n")

    assert koppen.startswith(begin)
    for naam, waarde in KOPPEN.items():
        assert f"{naam}: {waarde}" in koppen.split("\r\n")
    assert zin in bladzijde
    assert vorige not in bladzijde
    assert "geheim" not in bladzijde


class _Stil:
    """A log that keeps nothing."""

    def debug(self, *_: object) -> None: ...

    def warning(self, *_: object) -> None: ...

    def exception(self, *_: object) -> None: ...
