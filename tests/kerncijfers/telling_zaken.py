# SPDX-License-Identifier: EUPL-1.2
"""The independent count of aanmeldingen and casussen, from kerncijfers.md sections 3 and 4."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from tests.kerncijfers import telling_regels as regels
from tests.kerncijfers.telling_regels import Rij, Rijen, Vraag, cijfer, dag, gesloten


@dataclass
class Zaak:
    """A casus with the rows that belong to it, in order of time."""

    rij: Rij
    aanmelding: Rij
    aangemeld_op: date
    inzetten: list[Rij]
    sluitingen: list[Rij]
    rollen: list[Rij]
    trajecten: list[Rij]
    geboren: date | None

    @property
    def eerste_inzet(self) -> str:
        return self.inzetten[0]["soort"]

    def inzet_begonnen_voor(self, grens: date) -> str:
        """The inzet begun last before a day; before its first one begins, the first."""
        begonnen = [rij for rij in self.inzetten if rij["vanaf"] < grens.isoformat()]
        return (begonnen[-1] if begonnen else self.inzetten[0])["soort"]

    def laatste_inzet(self, sluiting: Rij) -> str:
        """The last inzet of a closing: the last begun on or before afgesloten_op."""
        afgesloten_op = date.fromisoformat(sluiting["afgesloten_op"])
        return self.inzet_begonnen_voor(afgesloten_op + timedelta(days=1))

    def open_aan_begin_van(self, d: date) -> bool:
        """Open at the start of day d (kerncijfers.md section 3)."""
        if not self.aangemeld_op < d:
            return False
        for sluiting in self.sluitingen:
            heropend_op = dag(sluiting.get("heropend_op", ""))
            weer_open = heropend_op is not None and heropend_op < d
            if date.fromisoformat(sluiting["afgesloten_op"]) < d and not weer_open:
                return False
        return True

    def open_op(self, d: date) -> bool:
        """Open on day d itself: that of aanmelden, closing and reopening counts."""
        if d < self.aangemeld_op:
            return False
        for sluiting in self.sluitingen:
            heropend_op = dag(sluiting.get("heropend_op", ""))
            weer_open = heropend_op is not None and heropend_op <= d
            if date.fromisoformat(sluiting["afgesloten_op"]) < d and not weer_open:
                return False
        return True


def zaken_van(rijen: Rijen) -> list[Zaak]:
    """The casussen of a package."""
    geboren = {rij["persoon_id"]: dag(rij.get("geboortedatum", "")) for rij in rijen["personen"]}
    per_casus = {naam: _per_casus(rijen[naam]) for naam in rijen if naam in VAN_EEN_CASUS}
    zaken = []
    for rij in rijen["casussen"]:
        casus_id = rij["casus_id"]
        eigen = {naam: per_casus[naam].get(casus_id, []) for naam in VAN_EEN_CASUS}
        aanmelding = min(
            eigen["aanmeldingen"], key=lambda a: (a["ontvangen_op"], a["aanmelding_id"])
        )
        zaak = Zaak(
            rij=rij,
            aanmelding=aanmelding,
            aangemeld_op=date.fromisoformat(aanmelding["ontvangen_op"]),
            inzetten=sorted(eigen["inzetten"], key=lambda i: i["vanaf"]),
            sluitingen=sorted(eigen["afsluitingen"], key=lambda s: s["afgesloten_op"]),
            rollen=eigen["betrokkenen"],
            trajecten=eigen["trajecten"],
            geboren=geboren.get(rij.get("hoofdbetrokkene", "")),
        )
        zaken.append(zaak)
    return zaken


VAN_EEN_CASUS = ("aanmeldingen", "inzetten", "afsluitingen", "betrokkenen", "trajecten")


def _per_casus(rijen: list[Rij]) -> dict[str, list[Rij]]:
    per_casus: dict[str, list[Rij]] = {}
    for rij in rijen:
        per_casus.setdefault(rij.get("casus_id", ""), []).append(rij)
    return per_casus


def tel_aanmeldingen(rijen: Rijen, vraag: Vraag) -> Iterator[Any]:
    """Aanmeldingen, their mean a month, and those whose triage opened no casus."""
    soort = {o["organisatie_id"]: o for o in rijen["organisaties"]}
    binnen = [a for a in rijen["aanmeldingen"] if vraag.bevat(dag(a["ontvangen_op"]))]
    yield cijfer(
        "aanmeldingen",
        "aanmeldingen",
        len(binnen),
        maand=regels.per_maand([(date.fromisoformat(a["ontvangen_op"]), 1) for a in binnen], vraag),
        **_naar_aanmelder(binnen, soort, vraag),
        aandachtsgebied=gesloten(
            regels.AANDACHTSGEBIED, [a.get("aandachtsgebied", "") for a in binnen]
        ),
    )
    yield cijfer("aanmeldingen_per_maand", "aantal_per_maand", _gemiddelde(len(binnen), vraag))
    zonder = [
        a
        for a in rijen["aanmeldingen"]
        if vraag.bevat(dag(a.get("triage_op", ""))) and not a.get("casus_id")
    ]
    yield cijfer(
        "aanmeldingen_niet_in_behandeling",
        "aanmeldingen",
        len(zonder),
        reden=gesloten(regels.REDEN, [a.get("reden", "") for a in zonder]),
        triage_besluit=gesloten(
            regels.TRIAGE_BESLUIT, [a.get("triage_besluit", "") for a in zonder]
        ),
        aanmelder_soort=gesloten(
            regels.ORGANISATIE_SOORT, [soort[a["aanmelder"]]["soort"] for a in zonder]
        ),
    )


def _gemiddelde(aantal: int, vraag: Vraag) -> regels.Getal | None:
    """Only for a period of whole months."""
    if vraag.van.day != 1 or (vraag.tot + timedelta(days=1)).day != 1:
        return None
    return regels.een_decimaal(aantal, len(regels.maanden_van(vraag)))


def _naar_aanmelder(
    aanmeldingen: list[Rij], soort: dict[str, Rij], vraag: Vraag
) -> dict[str, regels.Uitsplitsing]:
    van = [soort[a["aanmelder"]] for a in aanmeldingen]
    return {
        "gemeente": regels.gemeenten([(a.get("gemeente", ""), 1) for a in aanmeldingen], vraag),
        "aanmelder_soort": gesloten(regels.ORGANISATIE_SOORT, [o["soort"] for o in van]),
        "aanmelder_groep": regels.groepen([o.get("rapportgroep", "") for o in van]),
        "keten": gesloten(regels.KETEN, [o["keten"] for o in van]),
        "herkomst": gesloten(regels.HERKOMST, [a.get("herkomst", "") for a in aanmeldingen]),
    }


def tel_zaken(rijen: Rijen, zaken: list[Zaak], vraag: Vraag) -> Iterator[Any]:
    """The casussen aangemeld in the period."""
    soort = {o["organisatie_id"]: o for o in rijen["organisaties"]}
    nieuw = [z for z in zaken if vraag.bevat(z.aangemeld_op)]
    # The gemeente of a casus equals that of its first aanmelding in a valid register.
    yield cijfer(
        "zaken_aangemeld",
        "zaken",
        len(nieuw),
        eerste_inzet=gesloten(regels.INZET, [z.eerste_inzet for z in nieuw]),
        **_naar_aanmelder([z.aanmelding for z in nieuw], soort, vraag),
        aandachtsgebied=gesloten(
            regels.AANDACHTSGEBIED, [z.rij.get("aandachtsgebied", "") for z in nieuw]
        ),
        maand=regels.per_maand([(z.aangemeld_op, 1) for z in nieuw], vraag),
    )


def tel_stand(zaken: list[Zaak], vraag: Vraag) -> Iterator[Any]:
    """Open and running casussen, switches and reopenings."""
    open_zaken = [z for z in zaken if z.open_aan_begin_van(vraag.peildatum)]
    yield cijfer(
        "zaken_openstaand",
        "zaken",
        len(open_zaken),
        inzet=gesloten(regels.INZET, [z.inzet_begonnen_voor(vraag.peildatum) for z in open_zaken]),
        looptijd=gesloten(
            regels.LOOPTIJD, [_looptijd(z.aangemeld_op, vraag.peildatum) for z in open_zaken]
        ),
    )
    dagen = [vraag.van + timedelta(days=n) for n in range((vraag.tot - vraag.van).days + 1)]
    lopend = [z for z in zaken if any(z.open_op(d) for d in dagen)]
    na = vraag.tot + timedelta(days=1)
    yield cijfer(
        "zaken_lopend",
        "zaken",
        len(lopend),
        laatste_inzet=gesloten(regels.INZET, [z.inzet_begonnen_voor(na) for z in lopend]),
    )
    wissels = [wissel for z in zaken for wissel in _wissels(z, vraag)]
    yield cijfer("zaken_gewisseld", "zaken", len(wissels), wissel=gesloten(regels.WISSEL, wissels))
    heropend = [
        s for z in zaken for s in z.sluitingen if vraag.bevat(dag(s.get("heropend_op", "")))
    ]
    yield cijfer("zaken_heropend", "zaken", len(heropend))


def _looptijd(aangemeld_op: date, peildatum: date) -> str:
    maanden = (peildatum.year - aangemeld_op.year) * 12 + peildatum.month - aangemeld_op.month
    if peildatum.day < aangemeld_op.day:
        maanden -= 1
    for grens, klasse in ((3, "0-2"), (6, "3-5"), (12, "6-11"), (24, "12-23")):
        if maanden < grens:
            return klasse
    return "24+"


def _wissels(zaak: Zaak, vraag: Vraag) -> list[str]:
    return [
        f"{oud['soort']}_{nieuw['soort']}"
        for oud, nieuw in pairwise(zaak.inzetten)
        if oud["soort"] != nieuw["soort"] and vraag.bevat(dag(nieuw["vanaf"]))
    ]


def tel_sluitingen(zaken: list[Zaak], vraag: Vraag) -> Iterator[Any]:
    """Closings, their result and where the casus went."""
    sluitingen = [
        (z, s) for z in zaken for s in z.sluitingen if vraag.bevat(dag(s["afgesloten_op"]))
    ]
    yield cijfer(
        "zaken_afgesloten",
        "zaken",
        len(sluitingen),
        laatste_inzet=gesloten(regels.INZET, [z.laatste_inzet(s) for z, s in sluitingen]),
        afsluitreden=gesloten(
            regels.AFSLUITREDEN, [s.get("afsluitreden", "") for _, s in sluitingen]
        ),
    )
    regie = [s for z, s in sluitingen if z.laatste_inzet(s) == "procesregie"]
    resultaat = gesloten(regels.RESULTAAT, [s["resultaat"] for s in regie])
    yield cijfer("goed_resultaat", "procent", resultaat[0]["aandeel"], resultaat=resultaat)
    yield cijfer(
        "overdracht",
        "zaken",
        len(regie),
        ontvanger_soort=gesloten(regels.ONTVANGER_SOORT, [s.get("overdracht", "") for s in regie]),
    )


def tel_personen(zaken: list[Zaak], vraag: Vraag) -> Iterator[Any]:
    """Persons around the new casussen procesregie; age and make-up of all new casussen."""
    nieuw = [z for z in zaken if vraag.bevat(z.aangemeld_op)]
    regie = [z for z in nieuw if z.eerste_inzet == "procesregie"]
    rollen: dict[str, list[int]] = {}
    for zaak in regie:
        for rij in zaak.rollen:
            vanaf = dag(rij.get("vanaf", ""))
            if vanaf is None or vanaf <= vraag.tot:
                rang = regels.BETROKKENE_ROL.index(rij["rol"])
                rollen.setdefault(rij["persoon_id"], []).append(rang)
    yield cijfer(
        "personen_betrokken",
        "personen",
        len(rollen),
        rol=gesloten(
            regels.BETROKKENE_ROL, [regels.BETROKKENE_ROL[min(rang)] for rang in rollen.values()]
        ),
    )
    yield cijfer(
        "personen_betrokken_per_casus", "anders", regels.een_decimaal(len(rollen), len(regie))
    )
    leeftijd = gesloten(regels.LEEFTIJD, [_leeftijdsklasse(z) for z in nieuw])
    yield cijfer("leeftijd", "zaken", len(nieuw), leeftijd=leeftijd)
    jong = leeftijd[0]["aandeel"] + leeftijd[1]["aandeel"] if nieuw else None
    yield cijfer("leeftijd_0_23", "procent", jong)
    yield cijfer(
        "samenstelling",
        "zaken",
        len(nieuw),
        samenstelling=gesloten(regels.SAMENSTELLING, [z.rij["samenstelling"] for z in nieuw]),
    )


def _leeftijdsklasse(zaak: Zaak) -> str:
    if zaak.geboren is None:
        return "onbekend"
    geboren, op = zaak.geboren, zaak.aangemeld_op
    jaren = op.year - geboren.year
    if (op.month, op.day) < (geboren.month, geboren.day):  # 29 February comes on 1 March
        jaren -= 1
    for grens, klasse in ((18, "0-17"), (24, "18-23"), (41, "24-40"), (56, "41-55")):
        if jaren < grens:
            return klasse
    return "56+"


def tel_trajecten(zaken: list[Zaak], vraag: Vraag) -> Iterator[Any]:
    """Casussen with trajectbegeleiding in the period, and trajecten begun in it."""

    def loopt(traject: Rij) -> bool:
        tot = dag(traject.get("tot", ""))
        begonnen = date.fromisoformat(traject["vanaf"]) <= vraag.tot
        return begonnen and (tot is None or tot >= vraag.van)

    begeleid = [z for z in zaken if any(loopt(t) for t in z.trajecten)]
    nieuw = [z for z in begeleid if vraag.bevat(z.aangemeld_op)]
    begonnen = [t for z in zaken for t in z.trajecten if vraag.bevat(dag(t["vanaf"]))]
    yield cijfer("trajectbegeleiding", "zaken", len(begeleid))
    yield cijfer("trajectbegeleiding_nieuw", "zaken", len(nieuw))
    yield cijfer("trajectbegeleiding_begonnen", "trajecten", len(begonnen))
