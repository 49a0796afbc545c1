# SPDX-License-Identifier: EUPL-1.2
"""Signs that nobody sees and that don't belong in a name.

One that turns the direction of writing makes one name look like another's.
"""

import sys
import unicodedata
from functools import cache

# Controls, format signs, ends of lines (Unicode general categories).
_ONZICHTBAAR = frozenset({"Cc", "Cf", "Zl", "Zp"})

# What somebody does about them.
ZELF_TYPEN = "Typ de tekst zelf, zonder te plakken."


def heeft_onzichtbaar(tekst: str) -> bool:
    """Whether one of these signs is in `tekst`."""
    return any(map(_is_onzichtbaar, tekst))


@cache
def onzichtbaar_patroon() -> str:
    """The same signs as a regular expression of PostgreSQL, whose text never holds NUL."""
    tekens = [nummer for nummer in range(1, sys.maxunicode + 1) if _is_onzichtbaar(chr(nummer))]
    return "[" + "".join(f"\\U{nummer:08x}" for nummer in tekens) + "]"


def _is_onzichtbaar(teken: str) -> bool:
    return unicodedata.category(teken) in _ONZICHTBAAR
