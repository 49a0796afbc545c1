# SPDX-License-Identifier: EUPL-1.2
"""The rules of the independent count: classes, shares and rounding, typed over from the pages.

Shares no code with the product on purpose: it is the other side of the comparison.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

Rij = dict[str, str]
Rijen = dict[str, list[Rij]]
"""The rows of a package by file."""
Getal = int | Decimal
Uitsplitsing = list[dict[str, Any]]


def lijst(klassen: str) -> list[str]:
    """The words of a text, in order."""
    return klassen.split()


INZET = lijst("procesregie ondersteuning")
LEEFTIJD = lijst("0-17 18-23 24-40 41-55 56+ onbekend")
LOOPTIJD = lijst("0-2 3-5 6-11 12-23 24+")
SAMENSTELLING = lijst("individu systeem")
KETEN = lijst("justitie zorg bestuur overig")
RESULTAAT = lijst("doel_gerealiseerd deels niet niet_te_beoordelen")
WISSEL = lijst("procesregie_ondersteuning ondersteuning_procesregie")
AAN = lijst("professional client onbekend")
TRIAGE_BESLUIT = lijst("procesregie ondersteuning advies elders niet_in_behandeling onbekend")
ORGANISATIE_SOORT = lijst(
    "gemeente wijk_of_gebiedsteam politie om reclassering dji raad_voor_de_kinderbescherming halt "
    "ggz verslavingszorg veilig_thuis gecertificeerde_instelling ggd zorgaanbieder "
    "maatschappelijke_opvang woningcorporatie zorgkantoor onderwijs anders"
)
ONTVANGER_SOORT = lijst(
    "wijk_of_gebiedsteam gemeente ggz verslavingszorg reclassering curator_of_bewindvoerder "
    "veilig_thuis gecertificeerde_instelling maatschappelijke_opvang anders geen onbekend"
)
BETROKKENE_ROL = lijst(
    "hoofdbetrokkene partner ex_partner kind ouder ander_gezinslid slachtoffer overig"
)
AFSLUITREDEN = lijst(
    "doelen_gerealiseerd overgedragen_lokaal ander_zvh verhuisd langdurig_binnen overleden "
    "geen_samenwerking criteria_niet_meer ander_traject afgerond naar_procesregie niet_verder "
    "administratief onbekend"
)
REDEN = lijst(
    "criteria_niet_vervuld eerst_lokaal onvolledig dubbel ander_spoor ingetrokken onbekend"
)
AANDACHTSGEBIED = lijst(
    "geen doorzorg_gedetineerden meervoudige_problemen_gevaarlijk_gedrag jeugdnetwerken "
    "misbruik_jongeren preventie_met_gezag radicalisering_polarisatie mensenhandel_uitbuiting "
    "geweld_in_afhankelijkheid stalking levensloop housing_first onbekend"
)
HERKOMST = lijst(
    "lokaal_veld briefing_fahg casustafel_radicalisering drieluik jeugdgroep housing_first "
    "detentie stalkingsroute levensloop preventie_met_gezag anders onbekend"
)
THEMA = lijst(
    "huiselijk_geweld stalking verward_gedrag verslaving jeugd wonen overlast radicalisering "
    "mensenhandel detentie zorg privacy anders onbekend"
)
BRON = lijst("rijk oggz gemeenten extra_rijk onbekend")


@dataclass(frozen=True)
class Vraag:
    """What is asked: the period, the peildatum and the gemeenten of the house, if configured."""

    van: date
    tot: date
    peildatum: date
    gemeenten: frozenset[str] = frozenset()

    def bevat(self, dag: date | None) -> bool:
        """True when a day lies in the period, its first and last day included."""
        return dag is not None and self.van <= dag <= self.tot


def dag(cel: str) -> date | None:
    """The date in a cell, None when it is empty."""
    return date.fromisoformat(cel) if cel else None


def aandelen(aantallen: list[Getal]) -> list[int | None]:
    """Whole percents by largest remainder: ties to the larger count, then to the first class."""
    totaal = sum(aantallen)
    if totaal == 0 or any(aantal < 0 for aantal in aantallen):
        return [None for _ in aantallen]
    procenten = [int(aantal * 100 // totaal) for aantal in aantallen]
    over = 100 - sum(procenten)
    rangorde = sorted(
        range(len(aantallen)),
        key=lambda i: (-(aantallen[i] * 100 % totaal), -aantallen[i], i),
    )
    for i in rangorde[:over]:
        procenten[i] += 1
    return list(procenten)


def een_decimaal(teller: int, noemer: int) -> Decimal | None:
    """A mean with one decimal, halves away from zero; None of nothing."""
    if noemer == 0:
        return None
    return Decimal((20 * teller + noemer) // (2 * noemer)) / 10


def tabel(aantallen: dict[str, Getal]) -> Uitsplitsing:
    """The breakdown of classes in this order, with their shares."""
    procenten = aandelen(list(aantallen.values()))
    return [
        {"klasse": klasse, "aantal": aantal, "aandeel": procent}
        for (klasse, aantal), procent in zip(aantallen.items(), procenten, strict=True)
    ]


def gesloten(klassen: list[str], gevonden: Iterable[str]) -> Uitsplitsing:
    """A closed dimension: every class stands there; an empty cell is onbekend."""
    telling = Counter(klasse or "onbekend" for klasse in gevonden)
    if telling["onbekend"] and "onbekend" not in klassen:
        klassen = [*klassen, "onbekend"]
    vreemd = set(+telling) - set(klassen)
    assert not vreemd, f"buiten de klassen: {vreemd}"
    return tabel({klasse: telling[klasse] for klasse in klassen})


def gemeenten(gevonden: Iterable[tuple[str, int]], vraag: Vraag) -> Uitsplitsing:
    """By gemeente, most first; buiten_regio, detentie and onbekend last; without rows left out."""
    telling: Counter[str] = Counter()
    for code, aantal in gevonden:
        klasse = code or "onbekend"
        if klasse.startswith("GM") and vraag.gemeenten and klasse not in vraag.gemeenten:
            klasse = "buiten_regio"
        telling[klasse] += aantal
    laatste = ["buiten_regio", "detentie", "onbekend"]
    codes = sorted(
        (klasse for klasse in telling if klasse not in laatste),
        key=lambda klasse: (-telling[klasse], klasse),
    )
    return tabel({k: telling[k] for k in [*codes, *laatste] if k in telling})


def groepen(gevonden: Iterable[str]) -> Uitsplitsing:
    """By rapportgroep, most first; Anders (no rapportgroep) last; without rows left out."""
    telling = Counter(groep or "Anders" for groep in gevonden)
    namen = sorted(
        (groep for groep in telling if groep != "Anders"), key=lambda g: (-telling[g], g)
    )
    return tabel({k: telling[k] for k in [*namen, "Anders"] if k in telling})


def maanden_van(vraag: Vraag) -> list[str]:
    """All months that the period touches."""
    jaar, maand = vraag.van.year, vraag.van.month
    maanden = []
    while (jaar, maand) <= (vraag.tot.year, vraag.tot.month):
        maanden.append(f"{jaar}-{maand:02d}")
        jaar, maand = (jaar, maand + 1) if maand < 12 else (jaar + 1, 1)
    return maanden


def per_maand(gevonden: Iterable[tuple[date, int]], vraag: Vraag) -> Uitsplitsing:
    """By month: all months of the period."""
    telling: dict[str, Getal] = dict.fromkeys(maanden_van(vraag), 0)
    for datum, aantal in gevonden:
        telling[f"{datum.year}-{datum.month:02d}"] += aantal
    return tabel(telling)


def cijfer(sleutel: str, eenheid: str, waarde: Getal | None, **uitsplitsingen: Uitsplitsing) -> Any:
    """One figure in the JSON shape of `kerncijfers`, without title and definition version."""
    return {
        "sleutel": sleutel,
        "eenheid": eenheid,
        "waarde": waarde,
        "uitsplitsingen": uitsplitsingen,
    }
