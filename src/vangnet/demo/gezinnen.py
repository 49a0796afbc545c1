# SPDX-License-Identifier: EUPL-1.2
"""The betrokkenen around a hoofdbetrokkene, and how they are related."""

from datetime import date, timedelta

from vangnet.demo.bouw import Bouw, cel
from vangnet.demo.dossier import PROCESREGIE, Dossier, Rol
from vangnet.demo.huis import Jaar
from vangnet.demo.personen import Persoon, geboren_met_leeftijd, leeftijd_op

MEESTE_BETROKKENEN = 8
RELATIE_BIJ_ROL = {
    "partner": "partner",
    "ex_partner": "ex_partner",
    "kind": "kind",
    "ouder": "ouder",
    "ander_gezinslid": "broer_zus",
    "slachtoffer": "sociaal_contact",
    "overig": "sociaal_contact",
}
ROLLEN_VOLWASSENE = {
    "kind": 34.0,
    "partner": 16.0,
    "ex_partner": 16.0,
    "ouder": 14.0,
    "ander_gezinslid": 8.0,
    "slachtoffer": 5.0,
    "overig": 7.0,
}
ROLLEN_JONGERE = {"ouder": 48.0, "ander_gezinslid": 38.0, "overig": 14.0}
ZELFDE_NAAM = {"kind", "ander_gezinslid"}
EENMALIG = {"partner"}


def omring(bouw: Bouw, jaar: Jaar) -> None:
    """Give the casussen of the year their betrokkenen, as many distinct persons as asked for."""
    dossiers = [d for d in bouw.dossiers if d.aangemeld_op.year == jaar.jaar]
    for dossier in dossiers:
        dossier.rollen.append(Rol(dossier.hoofdbetrokkene, "hoofdbetrokkene", dossier.aangemeld_op))
    regie = [d for d in dossiers if d.eerste_inzet == PROCESREGIE]
    gevraagd = jaar.personen_betrokken or 2 * len(regie)
    for dossier, aantal in zip(regie, _omvang(bouw, regie, gevraagd - len(regie)), strict=True):
        _voeg_toe(bouw, dossier, aantal)
    for dossier in dossiers:
        if dossier.eerste_inzet != PROCESREGIE:
            ruim = dossier.samenstelling == "systeem"
            _voeg_toe(
                bouw, dossier, bouw.dobbel.randint(1, 3) if ruim else bouw.dobbel.randint(0, 1)
            )
    personen = {rol.persoon.persoon_id for dossier in regie for rol in dossier.rollen}
    bouw.boek.zet(jaar.jaar, "personen_betrokken", {"": len(personen)})
    _deel_personen(bouw, regie)
    _voeg_later_toe(bouw, [d for d in regie if d.is_open], jaar.jaar)


def _omvang(bouw: Bouw, dossiers: list[Dossier], extra: int) -> list[int]:
    """How many betrokkenen beside the hoofdbetrokkene; a systeem has at least one if it can."""
    aantallen = [0] * len(dossiers)
    systemen = [n for n, dossier in enumerate(dossiers) if dossier.samenstelling == "systeem"]
    for nummer in systemen[: max(extra, 0)]:
        aantallen[nummer] = 1
    gewichten = [3 if dossier.samenstelling == "systeem" else 1 for dossier in dossiers]
    while sum(aantallen) < extra and min(aantallen) < MEESTE_BETROKKENEN:
        nummer = bouw.dobbel.choices(range(len(dossiers)), weights=gewichten)[0]
        if aantallen[nummer] < MEESTE_BETROKKENEN:
            aantallen[nummer] += 1
    return aantallen


def _voeg_toe(bouw: Bouw, dossier: Dossier, aantal: int) -> None:
    hoofd, dag = dossier.hoofdbetrokkene, dossier.aangemeld_op
    jong = hoofd.geboortedatum is not None and leeftijd_op(hoofd.geboortedatum, dag) < 18
    rollen = dict(ROLLEN_JONGERE if jong else ROLLEN_VOLWASSENE)
    for _ in range(aantal):
        rol = bouw.dobbel.choices(list(rollen), weights=list(rollen.values()))[0]
        if rol in EENMALIG:
            rollen.pop(rol)
        persoon = _verwant(bouw, dossier, rol, dag)
        dossier.rollen.append(Rol(persoon, rol, _vanaf(bouw, dag)))
        if rol in {"partner", "ex_partner"} and bouw.dobbel.random() < 0.25:
            dossier.rollen.append(Rol(persoon, "slachtoffer", dag))
        _verwantschap(bouw, hoofd, persoon, RELATIE_BIJ_ROL[rol])


def _vanaf(bouw: Bouw, dag: date) -> date | None:
    """Mostly some weeks into the casus but within its year; one in ten is undated."""
    if bouw.dobbel.random() < 0.1:
        return None
    return min(dag + timedelta(days=bouw.dobbel.randrange(60)), date(dag.year, 12, 31))


def _verwant(bouw: Bouw, dossier: Dossier, rol: str, dag: date) -> Persoon:
    hoofd = dossier.hoofdbetrokkene
    eigen = leeftijd_op(hoofd.geboortedatum, dag) if hoofd.geboortedatum else 35
    leeftijd = eigen + bouw.dobbel.randint(-4, 4)
    if rol == "kind":
        leeftijd = bouw.dobbel.randint(max(0, eigen - 40), max(1, eigen - 17))
    if rol == "ouder":
        leeftijd = eigen + bouw.dobbel.randint(20, 38)
    return bouw.bevolking.nieuw(
        geboren_met_leeftijd(max(leeftijd, 0), dag, bouw.dobbel),
        gemeente="" if dossier.gemeente == "detentie" else dossier.gemeente,
        bekend_op=dag,
        familie=hoofd if rol in ZELFDE_NAAM else None,
    )


def _verwantschap(bouw: Bouw, persoon: Persoon, ander: Persoon, soort: str) -> None:
    bouw.rij(
        "relaties",
        persoon_id=persoon.persoon_id,
        andere_persoon_id=ander.persoon_id,
        soort=soort,
        vanaf=cel(ander.geboortedatum) if soort == "kind" else "",
    )


def _deel_personen(bouw: Bouw, dossiers: list[Dossier]) -> None:
    """Somebody of one casus turns up in another of the year: one person all the same."""
    for _ in range(len(dossiers) // 20):
        bron, doel = bouw.dobbel.sample(dossiers, 2)
        persoon = bouw.dobbel.choice(bron.rollen).persoon
        if all(rol.persoon is not persoon for rol in doel.rollen):
            doel.rollen.append(Rol(persoon, "overig", doel.aangemeld_op))


def _voeg_later_toe(bouw: Bouw, dossiers: list[Dossier], jaar: int) -> None:
    """A rol that begins after the year: not yet counted in the figure of the year."""
    for dossier in bouw.dobbel.sample(dossiers, len(dossiers) // 10):
        vanaf = date(jaar + 1, 1, 1) + timedelta(days=bouw.dobbel.randrange(20))
        persoon = _verwant(bouw, dossier, "overig", vanaf)
        dossier.rollen.append(Rol(persoon, "overig", vanaf))
