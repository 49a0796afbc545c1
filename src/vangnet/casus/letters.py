# SPDX-License-Identifier: EUPL-1.2
"""The letters of a name as somebody types them: without accents, or two of them swapped."""

import re
import unicodedata
from collections.abc import Iterable
from string import ascii_lowercase

# Of a shorter word the swaps are too often another name; of a longer one there are too many.
_KORTSTE, _LANGSTE = 5, 25
# The expression that no name fits.
NIEMAND = r"\A\Z."
# Letters that Unicode doesn't take apart; PostgreSQL's unaccent does.
_ZONDER_ONTLEDING = str.maketrans("ıøłđßæœþ", "ioldsaot")


def _zonder_accenten(naam: str) -> str:
    kaal = unicodedata.normalize("NFKD", naam.lower().translate(_ZONDER_ONTLEDING))
    return re.sub(r"[\u0300-\u036f]", "", kaal)


def beginletters(naam: str) -> list[str]:
    """The letters that words of a name begin with, without accents and capitals."""
    return sorted({woord[0] for woord in re.findall(r"[a-z]+", _zonder_accenten(naam))})


def _vormen(letter: str) -> str:
    """A letter as it may stand in a name: looking for all is faster than taking accents away."""
    latijn = map(chr, range(0xC0, 0x250))
    return letter + letter.upper() + "".join(een for een in latijn if beginletters(een) == [letter])


_ACCENTEN = {letter: _vormen(letter) for letter in ascii_lowercase}


def met_accenten(letters: str) -> str:
    """A regular expression for these letters, also as capitals and with accents."""
    return "".join(f"[{_ACCENTEN[letter]}]" for letter in letters)


def verwisselingen(woord: str) -> list[str]:
    """What somebody may have meant who swapped two neighbouring letters, without accents.

    Of a short name so many trigrams differ then that it is no longer alike, and a lower limit would
    let everybody in. None of a word of a few letters, or in another script.
    """
    kaal = _zonder_accenten(woord)
    if not _KORTSTE <= len(kaal) <= _LANGSTE or not set(kaal) <= set(ascii_lowercase):
        return []
    plekken = range(len(kaal) - 1)
    anders = {f"{kaal[:i]}{kaal[i + 1]}{kaal[i]}{kaal[i + 2 :]}" for i in plekken}
    return sorted(anders - {kaal})


def begin_verwisseld(woorden: Iterable[str]) -> list[str]:
    """The first two letters that were meant, of words that may begin with the two swapped."""
    namen = [(_zonder_accenten(woord), naam) for woord in woorden for naam in verwisselingen(woord)]
    return sorted({naam[:2] for woord, naam in namen if naam[0] != woord[0]})


def verwisseld(woorden: Iterable[str]) -> str:
    """A regular expression of PostgreSQL for one of those, as a whole word; NIEMAND for none."""
    namen = [naam for woord in woorden for naam in verwisselingen(woord)]
    keuzes = "|".join(met_accenten(naam) for naam in namen)
    return rf"\m(?:{keuzes})\M" if namen else NIEMAND
