# SPDX-License-Identifier: EUPL-1.2
"""What the form of a decision says beside its fields."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.web.aanmelden.test_besluit import PAGINA

Ingelogd = Callable[[str], Client]


@pytest.mark.parametrize(
    ("veld", "uitleg"),
    [
        ("reden", "Nodig bij niet in behandeling."),
        ("verwezen_naar", "Nodig bij elders. Geen namen van mensen."),
        ("regisseur", "Nodig bij een nieuwe zaak."),
        ("organisatie_2", "Nodig als je een naam invult."),
        ("akkoord_2", "Nodig als je een naam invult."),
    ],
)
def test_wat_soms_moet_zegt_wanneer(ingelogd: Ingelogd, veld: str, uitleg: str) -> None:
    form = ingelogd("amira").get(PAGINA).context["formulier"]

    html = form[veld].as_field_group()

    assert uitleg in html
    assert "(niet verplicht)" not in html
