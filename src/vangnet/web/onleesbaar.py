# SPDX-License-Identifier: EUPL-1.2
"""What a browser gets for a request that the server can't read, and that comes no further."""

from http import HTTPStatus
from socket import socket

from gunicorn.util import write_nonblock

from vangnet.kern.spoor import nieuw_spoor
from vangnet.web.fouten import foutpagina
from vangnet.web.koppen import KOPPEN


def schrijf_onleesbaar(sock: socket, status: int, reden: str, _melding: str) -> None:
    """In place of gunicorn's own page: ours, with our headers, and nothing of what was sent.

    reden: the words of the status line, as gunicorn has them.
    """
    # The thread still holds that of the request before it, perhaps of somebody else.
    nieuw_spoor()
    van_ons = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    bladzijde = foutpagina(500 if van_ons else 400).content
    koppen = {
        "Connection": "close",
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(bladzijde)),
        **KOPPEN,
    }
    regels = [f"HTTP/1.1 {status} {reden}", *(f"{naam}: {wat}" for naam, wat in koppen.items())]
    write_nonblock(sock, "\r\n".join([*regels, "", ""]).encode("latin-1") + bladzijde)
