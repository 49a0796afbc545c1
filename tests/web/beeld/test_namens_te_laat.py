# SPDX-License-Identifier: EUPL-1.2
"""An answer by telephone to a question that was handled meanwhile: the text stays."""

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from tests.web.beeld.test_vragen import ANTWOORD, VRAAG, NeemDeel

VELDEN = ANTWOORD | {"gezegd_door": "Sjoukje Verzinsel, arts", "gezegd_op": "vandaag"}


def test_wie_een_ingetrokken_vraag_beantwoordt_houdt_de_tekst(
    ingelogd: Callable[[str], Client], neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    amira.post(f"{VRAAG}/intrekken")

    antwoord = amira.post(f"{VRAAG}/namens", VELDEN | {"eenmalig": str(uuid4())})

    assert antwoord.status_code == 409
    pagina = antwoord.content.decode()
    assert ANTWOORD["tekst"] in pagina
    assert "Deze vraag is intussen beantwoord, geweigerd of ingetrokken." in pagina
