# SPDX-License-Identifier: EUPL-1.2
"""The templates that every house begins with, made here: a house changes them in Word."""

import io
import re
from collections.abc import Sequence
from functools import lru_cache

from docx import Document

from vangnet.documenten.regels import Briefsoort

_GROET = ("{{ bericht }}", "", "Met vriendelijke groet,", "", "{{ afzender }}", "{{ huis }}")
_KOP = ("{{ huis }}", "{{ datum }}")
_ALINEAS: dict[Briefsoort, Sequence[str]] = {
    Briefsoort.DEELNEMER: (
        "Aan: {{ organisatie }}",
        "Ons kenmerk: {{ kenmerk }}",
        "",
        "Beste collega,",
        "",
        *_GROET[:2],
        "{%p if afspraken %}",
        "Met jouw organisatie zijn deze afspraken gemaakt:",
        "{%p for afspraak in afspraken %}",
        "- {{ afspraak.omschrijving }}, uiterlijk {{ afspraak.uiterlijk_op }}",
        "{%p endfor %}",
        "{%p endif %}",
        *_GROET[2:],
    ),
    Briefsoort.BETROKKENE: (
        "Aan: {{ naam }}",
        "Ons kenmerk: {{ kenmerk }}",
        "",
        "Geachte heer of mevrouw {{ achternaam }},",
        "",
        *_GROET[:2],
        "{%p if deelnemers %}",
        "Wij werken voor u samen met: {{ deelnemers }}.",
        "{%p endif %}",
        "Uw vragen kunt u stellen aan {{ regisseur }}.",
        "U mag weten wat wij over u hebben opgeschreven, en u mag dat laten verbeteren.",
        *_GROET[2:],
    ),
    Briefsoort.AFSLUITEN: (
        "Aan: {{ naam }}",
        "Ons kenmerk: {{ kenmerk }}",
        "",
        "Geachte heer of mevrouw {{ achternaam }},",
        "",
        "Sinds {{ begonnen_op }} hebben wij met u en anderen aan uw situatie gewerkt. "
        "Wij willen dat nu afsluiten.",
        "{%p if resultaat %}",
        "Zo kijken wij erop terug: {{ resultaat|lower }}.",
        "{%p endif %}",
        "{%p if overdracht %}",
        "Vanaf nu is er voor u: {{ overdracht }}.",
        "{%p endif %}",
        *_GROET,
    ),
}


@lru_cache
def standaard(soort: Briefsoort) -> bytes:
    """The template of Vangnet for this kind, as docx."""
    brief = Document()
    brief.core_properties.author = "Vangnet"
    brief.core_properties.comments = ""
    for regel in (*_KOP, "", *_ALINEAS[soort]):
        brief.add_paragraph(regel)
    brief.sections[0].footer.paragraphs[0].text = "{{ huis }} – {{ kenmerk }}"
    uit = io.BytesIO()
    brief.save(uit)
    return uit.getvalue()


def velden_in_standaard(soort: Briefsoort) -> Sequence[str]:
    """The names of the fields that it holds."""
    tekst = " ".join((*_KOP, *_ALINEAS[soort]))
    woorden = re.findall(r"\{\{ (\w+)(?![\w.])|\{%p (?:if|for \w+ in) (\w+)", tekst)
    return sorted({een or ander for een, ander in woorden})
