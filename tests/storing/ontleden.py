# SPDX-License-Identifier: EUPL-1.2
"""Takes an SQL condition apart, so that each part of it can be left out in turn."""

import re
from collections.abc import Iterator

_EIND = re.compile(r"\b(ORDER BY|LIMIT|GROUP BY|UNION|FOR UPDATE|RETURNING|LOOP|THEN|INTO)\b|;")


def delen(tekst: str, woord: str) -> list[tuple[int, int]]:
    """Begin and end of the parts of `tekst` between `woord` (AND, OR) outside any parentheses."""
    grenzen = [0]
    for plek in re.finditer(rf"\b{woord}\b", tekst):
        ervoor = tekst[: plek.start()]
        tussen = woord == "AND" and re.search(r"\bBETWEEN\b(?:(?!\bAND\b).)*$", ervoor, re.DOTALL)
        if _diepte(ervoor) == 0 and not tussen:
            grenzen += [plek.start(), plek.end()]
    grenzen.append(len(tekst))
    return list(zip(grenzen[::2], grenzen[1::2], strict=True))


def zonder_omhulsel(tekst: str) -> str:
    """Without the parentheses around the whole."""
    tekst = tekst.strip()
    while tekst.startswith("(") and tekst.endswith(")") and _sluit_pas_aan_het_eind(tekst):
        tekst = tekst[1:-1].strip()
    return tekst


def zonder_arm(tekst: str) -> Iterator[tuple[str, str]]:
    """Each of the arms (OR) made to let nobody through: the arm, and the whole without it."""
    armen = _stukken(tekst, "OR")
    for nummer, arm in enumerate(armen):
        over = " OR ".join([*armen[:nummer], "(false)", *armen[nummer + 1 :]])
        yield " ".join(arm.split()), over


def zwakker(tekst: str) -> Iterator[tuple[str, str]]:
    """Each condition (AND) of each arm (OR) left out: the condition, and the whole without it."""
    armen = _stukken(tekst, "OR")
    for nummer, arm in enumerate(armen):
        stukken = _stukken(arm, "AND")
        for weg in range(len(stukken) if len(stukken) > 1 else 0):
            over = " AND ".join([*stukken[:weg], *stukken[weg + 1 :]])
            geheel = " OR ".join([*armen[:nummer], f"({over})", *armen[nummer + 1 :]])
            yield " ".join(stukken[weg].split()), geheel


def voorwaarden(lichaam: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each condition behind WHERE in the body of a function."""
    for plek in re.finditer(r"\bWHERE\b", lichaam):
        begin, eind = plek.end(), _eind_van_where(lichaam, plek.end())
        for van, tot in delen(lichaam[begin:eind], "AND"):
            yield begin + van, begin + tot


def _stukken(tekst: str, woord: str) -> list[str]:
    kern = zonder_omhulsel(tekst)
    return [kern[van:tot] for van, tot in delen(kern, woord)]


def _diepte(tekst: str) -> int:
    zonder_tekst = re.sub(r"'[^']*'", "", tekst)
    return zonder_tekst.count("(") - zonder_tekst.count(")")


def _sluit_pas_aan_het_eind(tekst: str) -> bool:
    diepte = 0
    for plek, teken in enumerate(tekst):
        diepte += {"(": 1, ")": -1}.get(teken, 0)
        if diepte == 0:
            return plek == len(tekst) - 1
    return False


def _in_een_case(tekst: str) -> bool:
    return len(re.findall(r"\bCASE\b", tekst)) > len(re.findall(r"\bEND\b", tekst))


def _eind_van_where(lichaam: str, begin: int) -> int:
    diepte = 0
    for plek in range(begin, len(lichaam)):
        diepte += {"(": 1, ")": -1}.get(lichaam[plek], 0)
        is_eind = diepte < 0 or (diepte == 0 and _EIND.match(lichaam, plek))
        if is_eind and not _in_een_case(lichaam[begin:plek]):
            return plek
    return len(lichaam)
