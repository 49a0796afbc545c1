# SPDX-License-Identifier: EUPL-1.2
"""An afspraak typed in one line, as at the table of an overleg. No Django."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vangnet.kern.dagwoorden import BestaatNiet, dag_uit_woorden, dag_voluit, is_geweest

_WIE = re.compile(r"(?<!\S)@(\S+)")
_LAATSTE_JAAR = 2100
_VOORBIJ = "De dag is al voorbij. Kies een dag die nog komt."
# "volgende week vrijdag" is not the Friday of this week, and what it is, people disagree about.
_ONZEKER = re.compile(
    r"(?i)\b(volgende|komende|aanstaande|deze|week|weken|maand)\W+"
    r"(ma|di|wo|do|vr|za|zo|(maan|dins|woens|donder|vrij|zater|zon)dag)\W*$"
)
# "over 2 weken" is the longest.
_MEESTE_DAGWOORDEN = 3
# What an organisation does is mostly of its own domain; the page of the afspraak changes it.
DOMEIN_PER_KETEN: Mapping[str, str] = {
    "justitie": "strafrechtelijk",
    "zorg": "zorg",
    "bestuur": "bestuursrechtelijk",
}


class Onleesbaar(ValueError):
    """A line that is no afspraak; its text says what is missing."""


@dataclass(frozen=True)
class Kandidaat:
    """Who can do an afspraak, as a line may call them: somebody, or else an organisation."""

    sleutel: str
    organisatie: str
    persoon: str = ""


@dataclass(frozen=True)
class Regel:
    """A line as an afspraak: what, who and by when."""

    wat: str
    wie: str
    uiterlijk_op: date


def ontleed(tekst: str, *, kandidaten: Sequence[Kandidaat], vandaag: date) -> Regel:
    """The afspraak that a line says: text, `@` with a name, and a day at the end.

    A whole name is read whole; of another one word. Raises Onleesbaar. "Belt de wijkagent @politie
    vr": the first Friday after today.
    """
    genoemd = _genoemd(tekst)
    wie, erna = _wie_en_verder(tekst[genoemd.start(1) :].split(), kandidaten)
    woorden = [*tekst[: genoemd.start()].split(), *erna]
    for aantal in range(min(_MEESTE_DAGWOORDEN, len(woorden)), 0, -1):
        dag = _dag(" ".join(woorden[-aantal:]), vandaag)
        if dag is None:
            continue
        wat = " ".join(woorden[:-aantal]).strip(" ,:;")
        _keur_dag(dag, " ".join(woorden), vandaag)
        if wat:
            return Regel(wat, wie, dag)
        raise Onleesbaar("Zeg wat er gebeurt.")
    if woorden and is_geweest(woorden[-1]):
        raise Onleesbaar(_VOORBIJ)
    raise Onleesbaar("Zet de dag achteraan, bijvoorbeeld vr of 12-3.")


def _genoemd(tekst: str) -> re.Match[str]:
    """Where the one name stands."""
    namen = list(_WIE.finditer(tekst))
    if not namen:
        raise Onleesbaar("Zeg wie het doet: zet een @ voor de naam.")
    if len(namen) > 1:
        raise Onleesbaar("Er staan meer namen met een @. Maak voor elke naam een eigen regel.")
    return namen[0]


def _keur_dag(dag: date, tekst: str, vandaag: date) -> None:
    """Refuse a day that can't be meant; tekst: the line that ends with it."""
    if dag < vandaag:
        raise Onleesbaar(_VOORBIJ)
    if dag.year > _LAATSTE_JAAR:
        raise Onleesbaar(f"Kies een dag tot en met het jaar {_LAATSTE_JAAR}.")
    if _ONZEKER.search(tekst):
        raise Onleesbaar(
            "Het is niet zeker welke dag dit is. Typ de datum, bijvoorbeeld "
            f"{dag.day}-{dag.month}, of over 2 weken."
        )


def _wie_en_verder(
    woorden: Sequence[str], kandidaten: Sequence[Kandidaat]
) -> tuple[str, Sequence[str]]:
    """Who, and the words after: the longest whole name that stands there, else the first word."""
    lengtes = [(_woorden_van(een, woorden), een) for een in kandidaten]
    langste = max((lengte for lengte, _een in lengtes), default=0)
    gevonden = [een for lengte, een in lengtes if lengte == langste]
    if langste and len(gevonden) == 1:
        return gevonden[0].sleutel, woorden[langste:]
    return _wie(woorden[0], kandidaten), woorden[1:]


def _woorden_van(een: Kandidaat, woorden: Sequence[str]) -> int:
    """How many words the name has, when `woorden` begin with all of it; else none."""
    naam = _kaal(een.persoon or een.organisatie).split()
    getypt = _kaal(" ".join(woorden[: len(naam)])).rstrip(".,;:")
    return len(naam) if getypt == " ".join(naam) else 0


def _wie(naam: str, kandidaten: Sequence[Kandidaat]) -> str:
    """The one candidate whose name has a word that begins so; each part between hyphens counts.

    Of more the one that has the words whole: `@huis` is the house, also beside huisartsen.
    """
    delen = [_kaal(deel) for deel in re.split(r"[-.,;:]", naam) if deel]
    gevonden = [een for een in kandidaten if een.persoon and _past(delen, een.persoon)]
    gevonden = gevonden or [
        een for een in kandidaten if not een.persoon and _past(delen, een.organisatie)
    ]
    if not gevonden:
        raise Onleesbaar(f"Niemand die meedoet heet zo: @{naam}.")
    if len(gevonden) > 1:
        heel = [een for een in gevonden if set(delen) <= _delen_van(een.persoon or een.organisatie)]
        gevonden = heel if len(heel) == 1 else gevonden
    if len(gevonden) > 1:
        namen = ", ".join(een.persoon or een.organisatie for een in gevonden)
        raise Onleesbaar(f"@{naam} kan meer betekenen: {namen}. Typ er meer van, met een streepje.")
    return gevonden[0].sleutel


def _past(delen: Sequence[str], naam: str) -> bool:
    woorden = _delen_van(naam)
    return bool(delen) and all(any(een.startswith(deel) for een in woorden) for deel in delen)


def _delen_van(naam: str) -> set[str]:
    return set(re.split(r"[\s-]+", _kaal(naam)))


def _kaal(tekst: str) -> str:
    los = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in los if not unicodedata.combining(teken)).casefold()


def _dag(tekst: str, vandaag: date) -> date | None:
    try:
        return dag_voluit(tekst) or dag_uit_woorden(tekst, vandaag=vandaag)
    except BestaatNiet as dag:
        raise Onleesbaar(f"{dag} bestaat niet.") from None
