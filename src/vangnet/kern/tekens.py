# SPDX-License-Identifier: EUPL-1.2
"""Signs that nobody sees and that don't belong in a name.

One that turns the direction of writing makes one name look like another's.
"""

import sys
import unicodedata
from functools import cache

# Controls, format signs, ends of lines (Unicode general categories).
_ONZICHTBAAR = frozenset({"Cc", "Cf", "Zl", "Zp"})

_OMKERINGEN = ("\u202d", "\u202e")

# What somebody does about them.
ZELF_TYPEN = "Typ de tekst zelf, zonder te plakken."


def heeft_onzichtbaar(tekst: str) -> bool:
    """Whether one of these signs is in `tekst`."""
    return any(map(_is_onzichtbaar, tekst))


def plek_van_omkering(tekst: str) -> int:
    """Where the first sign stands that turns around all that comes after it; -1 when there is none.

    Only the two overrides (Unicode, UAX 9): what wraps a name in another script, and comes along
    from a phone, stays.
    """
    return min((een for teken in _OMKERINGEN if (een := tekst.find(teken)) >= 0), default=-1)


@cache
def onzichtbaar_patroon() -> str:
    """The same signs as a regular expression of PostgreSQL, whose text never holds NUL."""
    tekens = [nummer for nummer in range(1, sys.maxunicode + 1) if _is_onzichtbaar(chr(nummer))]
    return "[" + "".join(f"\\U{nummer:08x}" for nummer in tekens) + "]"


def _is_onzichtbaar(teken: str) -> bool:
    return unicodedata.category(teken) in _ONZICHTBAAR
