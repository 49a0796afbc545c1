# SPDX-License-Identifier: EUPL-1.2
"""Random casussen that are valid by the rules of uitwisseling.md, with the borders on purpose."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.kerncijfers import telling_regels as klassen
from tests.kerncijfers.telling_regels import Rij, Rijen

EEN_DAG = timedelta(days=1)
EERSTE, LAATSTE = date(2017, 6, 1), date(2023, 3, 1)
GRENSDAGEN = (
    date(2017, 12, 31),
    date(2018, 1, 1),
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2020, 3, 1),
    date(2020, 12, 31),
    date(2021, 1, 1),
    date(2021, 12, 31),
    date(2022, 1, 1),
    date(2022, 1, 2),
    date(2022, 2, 28),
    date(2022, 3, 1),
    date(2022, 12, 31),
    date(2023, 1, 1),
)
HUIS_GEMEENTEN = ("GM0080", "GM0081", "GM0070", "GM1900", "GM1949")
BUITEN_HUIS = "GM0363"
OPGEHEVEN = {"GM0081": date(2017, 12, 31), "GM0070": date(2017, 12, 31)}
ONTSTAAN = {"GM1949": date(2018, 1, 1)}
LEEFTIJDSGRENZEN = (0, 17, 18, 23, 24, 40, 41, 55, 56, 90)
SCHRIKKELDAGEN = (date(1964, 2, 29), date(1980, 2, 29), date(1996, 2, 29), date(2004, 2, 29))


def dagen(eerste: date, laatste: date) -> st.SearchStrategy[date]:
    """Days of a range, half of the time a border: its ends, year ends, leap days."""
    grenzen = [eerste, laatste, *(dag for dag in GRENSDAGEN if eerste <= dag <= laatste)]
    return st.one_of(st.sampled_from(grenzen), st.dates(eerste, laatste))


def gemeenten(dag: date) -> st.SearchStrategy[str]:
    """A gemeente that existed on the day, detentie, or unknown."""
    bestaand = [
        code
        for code in (*HUIS_GEMEENTEN, BUITEN_HUIS)
        if ONTSTAAN.get(code, dag) <= dag <= OPGEHEVEN.get(code, dag)
    ]
    return st.sampled_from([*bestaand, "detentie", ""])


def keuze(waarden: list[str]) -> st.SearchStrategy[str]:
    """A code of a list, or an empty cell."""
    return st.sampled_from([*(w for w in waarden if w != "onbekend"), ""])


@dataclass
class Loop:
    """The course of a casus while it is drawn: its inzetten and closings so far."""

    inzetten: list[Rij] = field(default_factory=list)
    sluitingen: list[Rij] = field(default_factory=list)

    def begin(self, casus_id: str, soort: str, vanaf: date) -> None:
        rij = {"casus_id": casus_id, "soort": soort, "vanaf": vanaf.isoformat(), "tot": ""}
        self.inzetten.append(rij)

    def eindig(self, tot: date) -> None:
        self.inzetten[-1]["tot"] = tot.isoformat()


@st.composite
def _sluiting(draw: st.DrawFn, casus_id: str, soort: str, op: date) -> Rij:
    regie = soort == "procesregie"
    return {
        "casus_id": casus_id,
        "afgesloten_op": op.isoformat(),
        "afsluitreden": draw(keuze(klassen.AFSLUITREDEN)),
        "resultaat": draw(st.sampled_from(klassen.RESULTAAT)) if regie else "",
        "overdracht": draw(keuze(klassen.ONTVANGER_SOORT)) if regie else "",
        "heropend_op": "",
    }


@st.composite
def _lopen(draw: st.DrawFn, casus_id: str, begin: date) -> Loop:
    """Up to four steps: switch, go on under the same inzet, close, close and reopen."""
    loop = Loop()
    loop.begin(casus_id, draw(st.sampled_from(klassen.INZET)), begin)
    for stap in draw(st.lists(st.sampled_from(["wissel", "sluit", "heropen"]), max_size=4)):
        soort = loop.inzetten[-1]["soort"]
        vanaf = date.fromisoformat(loop.inzetten[-1]["vanaf"])
        if vanaf + 2 * EEN_DAG > LAATSTE:
            break
        if stap == "wissel":
            dag = draw(dagen(vanaf + EEN_DAG, LAATSTE))
            loop.eindig(dag - EEN_DAG)
            loop.begin(casus_id, draw(st.sampled_from(klassen.INZET)), dag)
            continue
        dag = draw(dagen(vanaf, LAATSTE - EEN_DAG))
        loop.sluitingen.append(draw(_sluiting(casus_id, soort, dag)))
        if stap == "sluit":
            if draw(st.booleans()):  # an empty tot is filled with the day of closing
                loop.eindig(dag)
            break
        loop.eindig(dag)
        heropend_op = draw(dagen(dag + EEN_DAG, LAATSTE))
        loop.sluitingen[-1]["heropend_op"] = heropend_op.isoformat()
        loop.begin(casus_id, draw(st.sampled_from(klassen.INZET)), heropend_op)
    return loop


@st.composite
def _trajecten(draw: st.DrawFn, loop: Loop) -> list[Rij]:
    """At most one traject in each inzet procesregie, inside it on every day."""
    trajecten = []
    open_casus = not loop.sluitingen or bool(loop.sluitingen[-1]["heropend_op"])
    for inzet in loop.inzetten:
        if inzet["soort"] != "procesregie" or not draw(st.booleans()):
            continue
        laatste = inzet is loop.inzetten[-1]
        slot = inzet["tot"] or ("" if open_casus else loop.sluitingen[-1]["afgesloten_op"])
        einde = date.fromisoformat(slot) if slot else LAATSTE
        vanaf = draw(dagen(date.fromisoformat(inzet["vanaf"]), einde))
        tot = draw(dagen(vanaf, einde)).isoformat()
        if laatste and open_casus and draw(st.booleans()):
            tot = ""
        trajecten.append({"casus_id": inzet["casus_id"], "vanaf": vanaf.isoformat(), "tot": tot})
    return trajecten


@st.composite
def geboortedagen(draw: st.DrawFn, dag: date) -> str:
    """Unknown, a leap day, or around a birthday that begins or ends an age class on the day."""
    soort = draw(st.sampled_from(["grens", "grens", "schrikkel", "leeg"]))
    if soort == "leeg":
        return ""
    if soort == "schrikkel":
        return draw(st.sampled_from(SCHRIKKELDAGEN)).isoformat()
    jaar = dag.year - draw(st.sampled_from(LEEFTIJDSGRENZEN))
    dag_van_de_maand = 28 if (dag.month, dag.day) == (2, 29) else dag.day
    verjaardag = date(jaar, dag.month, dag_van_de_maand)
    geboren = verjaardag + draw(st.sampled_from([-1, 0, 1])) * EEN_DAG
    return min(geboren, dag).isoformat()


@st.composite
def _aanmeldingen(draw: st.DrawFn, casus_id: str, dag: date, soort: str) -> list[Rij]:
    """The first one and up to two more, also on the same day, with identifiers in any order."""
    latere = draw(st.lists(dagen(dag, LAATSTE), max_size=2))
    rijen = []
    for nummer, ontvangen_op in enumerate([dag, *latere]):
        rang = draw(st.integers(0, 9))
        triage_op = draw(st.one_of(st.none(), dagen(ontvangen_op, LAATSTE)))
        rij = {
            "aanmelding_id": f"A-{rang}-{casus_id}-{nummer}",
            "ontvangen_op": ontvangen_op.isoformat(),
            "aanmelder": draw(st.sampled_from(["O-1", "O-2", "O-3", "O-4"])),
            "aangedragen_door": "",
            "herkomst": draw(keuze(klassen.HERKOMST)),
            "gemeente": draw(gemeenten(ontvangen_op)),
            "aandachtsgebied": draw(keuze(klassen.AANDACHTSGEBIED)),
            "aanleiding": "",
            "triage_op": triage_op.isoformat() if triage_op else "",
            "triage_besluit": soort if nummer == 0 else draw(st.sampled_from(klassen.INZET)),
            "reden": "",
            "casus_id": casus_id,
        }
        rijen.append(rij)
    return rijen


@st.composite
def _rollen(draw: st.DrawFn, casus_id: str, hoofd: str, personen: list[str]) -> list[Rij]:
    """The hoofdbetrokkene, if any, and up to three others; dated, late or undated."""
    paren = [(hoofd, "hoofdbetrokkene")] if hoofd else []
    paar = st.tuples(st.sampled_from(personen), st.sampled_from(klassen.BETROKKENE_ROL))
    paren += draw(st.lists(paar, max_size=3))
    rijen = []
    for persoon_id, rol in dict.fromkeys(paren):
        vanaf = draw(st.one_of(st.none(), dagen(EERSTE, LAATSTE)))
        tot = draw(st.one_of(st.none(), dagen(vanaf or EERSTE, LAATSTE)))
        rij = {
            "casus_id": casus_id,
            "persoon_id": persoon_id,
            "rol": rol,
            "vanaf": vanaf.isoformat() if vanaf else "",
            "tot": tot.isoformat() if tot else "",
        }
        rijen.append(rij)
    return rijen


@st.composite
def zaken(draw: st.DrawFn, nummer: int, personen: list[str]) -> Rijen:
    """A casus with all its rows, and its hoofdbetrokkene as a person when it has one of its own.

    `personen`: identifiers of persons of the register who can be betrokkene too.
    """
    casus_id = f"C-{nummer}"
    aangemeld_op = draw(dagen(EERSTE, date(2022, 12, 31)))
    begin = draw(dagen(aangemeld_op, min(aangemeld_op + 40 * EEN_DAG, LAATSTE)))
    loop = draw(_lopen(casus_id, begin))
    aanmeldingen = draw(_aanmeldingen(casus_id, aangemeld_op, loop.inzetten[0]["soort"]))
    eerste = min(aanmeldingen, key=lambda rij: (rij["ontvangen_op"], rij["aanmelding_id"]))
    eigen = [persoon(f"PC-{nummer}", draw(geboortedagen(aangemeld_op)))]
    hoofd = draw(st.sampled_from([f"PC-{nummer}", f"PC-{nummer}", personen[0], ""]))
    return {
        "casussen": [
            {
                "casus_id": casus_id,
                "samenstelling": draw(st.sampled_from(klassen.SAMENSTELLING)),
                "hoofdbetrokkene": hoofd,
                "gemeente": eerste["gemeente"],
                "aandachtsgebied": draw(keuze(klassen.AANDACHTSGEBIED)),
            }
        ],
        "personen": eigen,
        "aanmeldingen": aanmeldingen,
        "inzetten": loop.inzetten,
        "afsluitingen": loop.sluitingen,
        "betrokkenen": draw(_rollen(casus_id, hoofd, [*personen, f"PC-{nummer}"])),
        "trajecten": draw(_trajecten(loop)),
    }


def persoon(persoon_id: str, geboortedatum: str, bsn: str = "") -> Rij:
    """The row of a person about whom little is known."""
    return {
        "persoon_id": persoon_id,
        "achternaam": "Terpstra",
        "voornamen": "",
        "tussenvoegsel": "",
        "geboortedatum": geboortedatum,
        "geslacht": "",
        "bsn": bsn,
        "gemeente": "",
    }
