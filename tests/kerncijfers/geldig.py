# SPDX-License-Identifier: EUPL-1.2
"""A dumb check of a register package by the rules of uitwisseling.md; shares no code with import.

A row that breaks a rule gives a sentence; an empty list means that the package is valid.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from tests.kerncijfers.telling_regels import Rij, Rijen

EEN_DAG = timedelta(days=1)
SLEUTELS = {
    "organisaties": "organisatie_id",
    "personen": "persoon_id",
    "relaties": "persoon_id andere_persoon_id soort vanaf",
    "aanmeldingen": "aanmelding_id",
    "casussen": "casus_id",
    "inzetten": "casus_id vanaf",
    "afsluitingen": "casus_id afgesloten_op",
    "betrokkenen": "casus_id persoon_id rol vanaf",
    "trajecten": "casus_id vanaf",
    "plannen": "plan_id",
    "afspraken": "afspraak_id",
    "overleggen": "overleg_id",
    "opschalingen": "casus_id datum niveau",
    "adviezen": "advies_id",
    "tellingen": "datum soort gemeente",
    "meldingen": "melding_id",
    "vervolgacties": "melding_id soort datum",
    "prioriteringen": "persoon_id doelgroep vanaf",
    "prestatieafspraken": "afspraak van",
    "signalen": "signaal_id",
    "financien": "jaar soort post bron",
}
VERWIJZINGEN = {
    "casus_id": "casussen",
    "persoon_id": "personen",
    "andere_persoon_id": "personen",
    "hoofdbetrokkene": "personen",
    "organisatie_id": "organisaties",
    "aanmelder": "organisaties",
    "melding_id": "meldingen",
}
NIET_EERDER = (
    # file, the later date, the earlier one
    ("aanmeldingen", "triage_op", "ontvangen_op"),
    ("inzetten", "tot", "vanaf"),
    ("betrokkenen", "tot", "vanaf"),
    ("trajecten", "tot", "vanaf"),
    ("relaties", "tot", "vanaf"),
    ("prioriteringen", "tot", "vanaf"),
    ("prestatieafspraken", "tot", "van"),
    ("plannen", "ondertekend_op", "vastgesteld_op"),
    ("afspraken", "uiterlijk_op", "vastgesteld_op"),
    ("afspraken", "gereed_op", "vastgesteld_op"),
    ("signalen", "geadresseerd_op", "datum"),
    ("signalen", "antwoord_op", "geadresseerd_op"),
)
VAN_EEN_CASUS = ("aanmeldingen", "inzetten", "afsluitingen", "betrokkenen", "trajecten")
OPENT = {"procesregie", "ondersteuning"}


def fouten(rijen: Rijen) -> list[str]:
    """Every broken rule of a package, as a sentence."""
    return [
        *_sleutels(rijen),
        *_volgorde_van_dagen(rijen),
        *_personen(rijen),
        *_aanmeldingen(rijen),
        *_casussen(rijen),
        *_losse_regels(rijen),
    ]


def _sleutels(rijen: Rijen) -> Iterator[str]:
    bekend = {
        naam: {rij[SLEUTELS[naam]] for rij in rijen.get(naam, [])}
        for naam in ("casussen", "personen", "organisaties", "meldingen")
    }
    for naam, kolommen in SLEUTELS.items():
        gezien = set()
        for rij in rijen.get(naam, []):
            sleutel = tuple(rij.get(kolom, "") for kolom in kolommen.split())
            if sleutel in gezien:
                yield f"{naam}: sleutel {sleutel} staat er twee keer"
            gezien.add(sleutel)
            for kolom, doel in VERWIJZINGEN.items():
                if rij.get(kolom) and rij[kolom] not in bekend[doel]:
                    yield f"{naam}: {kolom} {rij[kolom]} bestaat niet"


def _volgorde_van_dagen(rijen: Rijen) -> Iterator[str]:
    for naam, later, eerder in NIET_EERDER:
        for rij in rijen.get(naam, []):
            if rij.get(later) and rij.get(eerder) and rij[later] < rij[eerder]:
                yield f"{naam}: {later} {rij[later]} ligt voor {eerder} {rij[eerder]}"


def _personen(rijen: Rijen) -> Iterator[str]:
    for rij in rijen.get("personen", []):
        if rij.get("bsn") and not elfproef(rij["bsn"]):
            yield f"personen: bsn van {rij['persoon_id']} doorstaat de elfproef niet"
    for rij in rijen.get("relaties", []):
        if rij["persoon_id"] == rij["andere_persoon_id"]:
            yield f"relaties: {rij['persoon_id']} met zichzelf"


def elfproef(bsn: str) -> bool:
    """Nine digits, not all zero; weights 9 to 2 and -1 give a multiple of eleven."""
    if len(bsn) != 9 or not bsn.isdigit() or bsn == "000000000":
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(c) * g for c, g in zip(bsn, gewichten, strict=True)) % 11 == 0


def _aanmeldingen(rijen: Rijen) -> Iterator[str]:
    for rij in rijen.get("aanmeldingen", []):
        if bool(rij.get("casus_id")) != (rij.get("triage_besluit") in OPENT):
            yield f"aanmeldingen: {rij['aanmelding_id']} heeft besluit en casus niet samen"


def _casussen(rijen: Rijen) -> Iterator[str]:
    eigen: dict[str, Rijen] = {}
    for naam in VAN_EEN_CASUS:
        for rij in rijen.get(naam, []):
            eigen.setdefault(rij["casus_id"], {}).setdefault(naam, []).append(rij)
    for casus in rijen.get("casussen", []):
        van_deze = eigen.get(casus["casus_id"], {})
        yield from _casus(casus, {naam: van_deze.get(naam, []) for naam in VAN_EEN_CASUS})


def _casus(casus: Rij, eigen: Rijen) -> Iterator[str]:
    casus_id = casus["casus_id"]
    if not eigen["aanmeldingen"] or not eigen["inzetten"]:
        yield f"casus {casus_id} mist een aanmelding of een inzet"
        return
    eerste = min(eigen["aanmeldingen"], key=lambda a: (a["ontvangen_op"], a["aanmelding_id"]))
    if eerste.get("gemeente", "") != casus.get("gemeente", ""):
        yield f"casus {casus_id} heeft een andere gemeente dan de eerste aanmelding"
    hoofden = {b["persoon_id"] for b in eigen["betrokkenen"] if b["rol"] == "hoofdbetrokkene"}
    if casus.get("hoofdbetrokkene") and casus["hoofdbetrokkene"] not in hoofden:
        yield f"casus {casus_id}: de hoofdbetrokkene heeft die rol niet"
    inzetten = sorted(eigen["inzetten"], key=lambda i: i["vanaf"])
    sluitingen = sorted(eigen["afsluitingen"], key=lambda s: s["afgesloten_op"])
    if inzetten[0]["vanaf"] < eerste["ontvangen_op"]:
        yield f"casus {casus_id}: de eerste inzet begint voor aangemeld_op"
    for fout in (*_tijdlijn(inzetten, sluitingen), *_trajecten(eigen["trajecten"], inzetten)):
        yield f"casus {casus_id}: {fout}"


def _tijdlijn(inzetten: list[Rij], sluitingen: list[Rij]) -> Iterator[str]:
    gaten = {(s["afgesloten_op"], s["heropend_op"]) for s in sluitingen if s.get("heropend_op")}
    for oud, nieuw in pairwise(inzetten):
        aansluitend = bool(oud.get("tot")) and nieuw["vanaf"] == _volgende_dag(oud["tot"])
        if not aansluitend and (oud.get("tot"), nieuw["vanaf"]) not in gaten:
            yield f"inzet van {nieuw['vanaf']} sluit niet aan"
    for sluiting, volgende in pairwise(sluitingen):
        heropend_op = sluiting.get("heropend_op")
        if not heropend_op or volgende["afgesloten_op"] < heropend_op:
            yield f"sluiting van {volgende['afgesloten_op']} volgt niet op een heropening"
    for sluiting in sluitingen:
        yield from _sluiting(sluiting, inzetten)
    if inzetten[-1].get("tot") and not (sluitingen and not sluitingen[-1].get("heropend_op")):
        yield "de laatste inzet van een open casus heeft een einde"


def _volgende_dag(dag: str) -> str:
    return (date.fromisoformat(dag) + EEN_DAG).isoformat()


def _sluiting(sluiting: Rij, inzetten: list[Rij]) -> Iterator[str]:
    op, heropend_op = sluiting["afgesloten_op"], sluiting.get("heropend_op", "")
    begonnen = [inzet for inzet in inzetten if inzet["vanaf"] <= op]
    if not begonnen or (begonnen[-1].get("tot") or op) != op:
        yield f"de laatste inzet eindigt niet op {op}"
        return
    regie = begonnen[-1]["soort"] == "procesregie"
    if regie != bool(sluiting.get("resultaat")):
        yield f"sluiting van {op}: resultaat hoort bij procesregie, en alleen daarbij"
    if sluiting.get("overdracht") and not regie:
        yield f"sluiting van {op}: overdracht zonder procesregie"
    if heropend_op and (heropend_op <= op or heropend_op not in {i["vanaf"] for i in inzetten}):
        yield f"sluiting van {op}: er begint geen inzet op de heropening"


def _trajecten(trajecten: list[Rij], inzetten: list[Rij]) -> Iterator[str]:
    regie = [inzet for inzet in inzetten if inzet["soort"] == "procesregie"]
    for traject in trajecten:
        tot = traject.get("tot") or "9999"
        if not any(i["vanaf"] <= traject["vanaf"] and tot <= (i["tot"] or "9999") for i in regie):
            yield f"traject van {traject['vanaf']} ligt buiten de procesregie"


def _losse_regels(rijen: Rijen) -> Iterator[str]:
    for afspraak in rijen.get("afspraken", []):
        if afspraak.get("gereed_op") and afspraak.get("vervallen_op"):
            yield f"afspraak {afspraak['afspraak_id']} is gereed en vervallen"
    melding_op = {rij["melding_id"]: rij["datum"] for rij in rijen.get("meldingen", [])}
    for actie in rijen.get("vervolgacties", []):
        if actie.get("datum") and actie["datum"] < melding_op.get(actie["melding_id"], ""):
            yield f"vervolgactie van {actie['melding_id']} ligt voor de melding"
    for organisatie in rijen.get("organisaties", []):
        if organisatie.get("rapportgroep") in {"Anders", "onbekend"}:
            yield f"rapportgroep van {organisatie['organisatie_id']} is geen eigen groep"
