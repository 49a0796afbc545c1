# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the referee puts its queries together from its own words
"""Carries out the cells of the referee: real SQL, as a real role, with a real asker."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import psycopg
from psycopg import sql
from psycopg.errors import InsufficientPrivilege

from tests.bezetting import id_van
from tests.toegang.blad import VRAGERS, WERKWOORDEN, Tabelregel, heeft_geen_beleid, regels_van
from tests.toegang.proefbank import Proefbank, kolommen, naam, zitting

GEWEIGERD = "geweigerd"
_GETOOND = (
    "NOT dicht AND ((publiek <> 'werknotitie' AND ingetrokken_op IS NULL) OR auteur_id = %(wie)s)"
)
_VAN_ZICHZELF = "NOT dicht AND auteur_id = %(wie)s AND ingetrokken_op IS NULL"
_VAN_BIJLAGE = "document IN (SELECT id FROM aanmelding_bijlage)"
_MET_BIJLAGE = "dossier IN (SELECT hoort_bij FROM aanmelding_bijlage)"
# What the words of the column `rijen` mean, as the owner of all rows would ask for it.
_RIJEN = {
    "alle": "true",
    "eigen": "gebruiker = %(wie)s",
    "zichzelf": "id = %(wie)s",
    "open": "NOT dicht",
    "eigen_organisatie": (
        "NOT dicht AND aanmelder_id IN (SELECT organisatie FROM toegang_accountrol "
        "WHERE gebruiker = %(wie)s AND rol = 'ketenpartner')"
    ),
    "getoonde_bijdragen": _GETOOND,
    "eigen_bijdragen": _VAN_ZICHZELF,
    "van_getoonde_bijdragen": f"bijdrage_id IN (SELECT id FROM casus_bijdrage WHERE {_GETOOND})",
    "van_eigen_bijdragen": f"bijdrage_id IN (SELECT id FROM casus_bijdrage WHERE {_VAN_ZICHZELF})",
    "versies_van_getoonde": (
        f"document IN (SELECT id FROM casus_bijdrage WHERE {_GETOOND}) OR {_VAN_BIJLAGE}"
    ),
    "versies_van_bijlagen": _VAN_BIJLAGE,
    "eigen_nieuwe_versies": (
        "door_id = %(wie)s AND scan = 'wacht' AND (document, dossier) IN "
        f"(SELECT id, casus_id FROM casus_bijdrage WHERE soort = 'document' AND {_VAN_ZICHZELF})"
    ),
    "nieuwe_versies_van_eigen_bijlagen": (
        "door_id = %(wie)s AND scan = 'wacht' AND (document, dossier) IN "
        "(SELECT id, hoort_bij FROM aanmelding_bijlage "
        "WHERE door_id = %(wie)s AND weg_op IS NULL)"
    ),
    "gescande_delen": (
        "van_id IN (SELECT id FROM documenten_documentversie "
        "WHERE scan IN ('schoon', 'niet_gescand') "
        f"AND (document IN (SELECT id FROM casus_bijdrage WHERE {_GETOOND}) OR {_VAN_BIJLAGE}))"
    ),
    "gescande_delen_van_bijlagen": (
        "van_id IN (SELECT id FROM documenten_documentversie "
        f"WHERE scan = 'schoon' AND {_VAN_BIJLAGE})"
    ),
    "eigen_nieuwe_delen": (
        "van_id IN (SELECT id FROM documenten_documentversie "
        "WHERE scan = 'wacht' AND door_id = %(wie)s "
        f"AND document IN (SELECT id FROM casus_bijdrage WHERE {_GETOOND}))"
    ),
    "sleutels_van_open_zaken": (
        f"dossier IN (SELECT id FROM casus_casus WHERE NOT dicht) OR {_MET_BIJLAGE}"
    ),
    "sleutels_van_bijlagen": _MET_BIJLAGE,
    "sleutels_van_eigen_documenten": (
        "dossier IN (SELECT casus_id FROM casus_bijdrage "
        f"WHERE soort = 'document' AND {_VAN_ZICHZELF})"
    ),
    "eigen_sjablonen": "door_id = %(wie)s",
    "eigen_aanmeldconcepten": "auteur_id = %(wie)s",
    "eigen_verstrekkingen": "NOT dicht AND door_id = %(wie)s",
    "eigen_evaluaties": "NOT dicht AND door_id = %(wie)s",
    "eigen_scores": "NOT dicht AND door_id = %(wie)s",
    "eigen_vragen": (
        "NOT dicht AND gevraagd_door_id = %(wie)s AND afhandeling IS NULL AND "
        "(casus_id, organisatie_id) IN (SELECT casus_id, organisatie_id FROM casus_casusrol)"
    ),
    "eigen_oordelen": (
        "NOT dicht AND door_id = %(wie)s AND bijdrage_id IN "
        "(SELECT id FROM casus_bijdrage WHERE soort = 'hypothese')"
    ),
    "eigen_contacten": "NOT dicht AND door_id = %(wie)s",
    "eigen_heropenvragen": "gevraagd_door_id = %(wie)s AND behandeld_op IS NULL",
    "eigen_concepten": (
        "auteur_id = %(wie)s AND casus_id IN (SELECT id FROM casus_casus WHERE NOT dicht)"
    ),
    "eigen_teksten": "auteur_id = %(wie)s",
    "eigen_spoor": (
        "handeling_id IN (SELECT id FROM journaal_handeling WHERE gebruiker = %(wie)s)"
    ),
}
# A grant is the same for everybody: without it, or without a policy, a cell is tried for these.
_PROEFPERSONEN = frozenset({"bezoeker", "procesregisseur", "opdrachtregel"})


class Cel(NamedTuple):
    """One cell: a table and a verb, for one asker under one role."""

    tabel: str
    rol: str
    werkwoord: str
    vrager: str

    def __str__(self) -> str:
        return f"{self.tabel}: {self.werkwoord} als {self.vrager} onder rol {self.rol}"


class Scheidsrechter:
    """Compares what the database does with what the CSV says."""

    def __init__(self, bank: Proefbank) -> None:
        self._bank = bank
        self._kolommen = {tabel: kolommen(bank.beheer, tabel) for tabel in bank.tabellen}
        self._aantallen: dict[tuple[str, str, object], int] = {}
        self._rijen: dict[tuple[str, str, object], list[tuple[str, bool]]] = {}
        self.cellen = 0

    def oordeel(
        self,
        verbinding: psycopg.Connection,
        rol: str,
        *,
        vragers: Iterable[str] = tuple(VRAGERS),
        tabellen: Iterable[str] | None = None,
    ) -> list[str]:
        """What is different, in sentences; `verbinding` may become `rol`."""
        gekozen = list(self._bank.tabellen if tabellen is None else tabellen)
        verschillen: list[str] = []
        for vrager in vragers:
            with zitting(verbinding, vrager, rol=rol):
                verbinding.execute("SAVEPOINT cel")
                verschillen += self._oordeel_van(verbinding, rol, vrager=vrager, tabellen=gekozen)
        return verschillen

    def _oordeel_van(
        self, verbinding: psycopg.Connection, rol: str, *, vrager: str, tabellen: list[str]
    ) -> Iterator[str]:
        for tabel in tabellen:
            for werkwoord in WERKWOORDEN:
                regels = regels_van(tabel, rol, werkwoord)
                if vrager not in _PROEFPERSONEN and _is_voor_iedereen_gelijk(regels, werkwoord):
                    continue
                if self._bank.tabellen[tabel] and werkwoord != "select":
                    continue  # a view is only read; its grants are held against the catalogue
                self.cellen += 1
                cel = Cel(tabel, rol, werkwoord, vrager)
                for verwacht, gebeurt in self._uitkomsten(verbinding, cel, regels):
                    if verwacht != gebeurt:
                        yield f"{cel}: verwacht {verwacht}, gebeurt {gebeurt}"

    def _uitkomsten(
        self, verbinding: psycopg.Connection, cel: Cel, regels: list[Tabelregel]
    ) -> Iterator[tuple[object, object]]:
        geldig = [regel for regel in regels if regel.mag(cel.vrager)]
        rijen = geldig[0].rijen if geldig else ""
        if cel.werkwoord == "insert" and regels:
            for rij, mag in self._proefrijen(cel, rijen):
                yield (1 if mag else 0), _probeer(verbinding, self._toevoeging(cel.tabel), rij)
            return
        aantal = self._aantal(cel, rijen) if rijen else 0
        if cel.werkwoord == "truncate":
            aantal = -1  # PostgreSQL gives no number of rows
        opdracht = self._opdracht(cel, regels)
        yield (aantal if regels else GEWEIGERD), _probeer(verbinding, opdracht)

    def _aantal(self, cel: Cel, rijen: str) -> int:
        """How many rows the owner finds for this asker."""
        wie = VRAGERS[cel.vrager]
        sleutel = (cel.tabel, rijen, wie and wie.naam)
        if sleutel not in self._aantallen:
            vraag = sql.SQL("SELECT count(*) FROM {} WHERE " + _RIJEN[rijen])
            rij = self._bank.beheer.execute(
                vraag.format(naam(cel.tabel)), {"wie": id_van(wie.naam) if wie else None}
            ).fetchone()
            self._aantallen[sleutel] = int(rij[0]) if rij else 0
        return self._aantallen[sleutel]

    def _opdracht(self, cel: Cel, regels: list[Tabelregel]) -> sql.Composed:
        kolom = self._kolommen[cel.tabel][0]
        if regels and regels[0].kolommen and regels[0].kolommen != ("*",):
            kolom = regels[0].kolommen[0]
        # UPDATE without WHERE: a policy for SELECT does not help there, so this one has to hold.
        vorm = {
            "select": "SELECT count(*) FROM {tabel}",
            "insert": "INSERT INTO {tabel} DEFAULT VALUES",
            "update": "UPDATE {tabel} SET {kolom} = NULL",
            "delete": "DELETE FROM {tabel}",
            "truncate": "TRUNCATE {tabel}",
        }[cel.werkwoord]
        return sql.SQL(vorm).format(tabel=naam(cel.tabel), kolom=sql.Identifier(kolom))

    def _toevoeging(self, tabel: str) -> sql.Composed:
        velden = sql.SQL(", ").join(map(sql.Identifier, self._kolommen[tabel]))
        vorm = "INSERT INTO {t} ({v}) SELECT {v} FROM jsonb_populate_record(NULL::{t}, %s)"
        return sql.SQL(vorm).format(t=naam(tabel), v=velden)

    def _proefrijen(self, cel: Cel, rijen: str) -> list[tuple[str, bool]]:
        """A row that this asker may add, and one that it may not."""
        wie = VRAGERS[cel.vrager]
        sleutel = (cel.tabel, rijen, wie and wie.naam)
        if sleutel not in self._rijen:
            self._rijen[sleutel] = [
                (rij, mag)
                for mag in (True, False)
                for rij in self._een_rij(
                    cel, f"({_RIJEN[rijen]}) IS {mag}" if rijen else f"{not mag}"
                )
            ]
        return self._rijen[sleutel]

    def _een_rij(self, cel: Cel, voorwaarde: str) -> Iterator[str]:
        wie = VRAGERS[cel.vrager]
        vraag = sql.SQL(f"SELECT to_jsonb(t) FROM {{}} t WHERE {voorwaarde} LIMIT 1")
        rij = self._bank.beheer.execute(
            vraag.format(naam(cel.tabel)), {"wie": id_van(wie.naam) if wie else None}
        ).fetchone()
        if rij:
            yield json.dumps(rij[0])


def _is_voor_iedereen_gelijk(regels: list[Tabelregel], werkwoord: str) -> bool:
    return not regels or werkwoord == "truncate" or heeft_geen_beleid(regels[0].tabel)


def _probeer(verbinding: psycopg.Connection, opdracht: sql.Composed, *waarden: str) -> int | str:
    """Number of rows that the statement saw or touched, or that it was refused; then undone."""
    try:
        gedaan = verbinding.execute(opdracht, waarden)
        is_telling = gedaan.description is not None
        aantal = int(gedaan.fetchall()[0][0]) if is_telling else gedaan.rowcount
    except InsufficientPrivilege as fout:
        verbinding.execute("ROLLBACK TO cel")
        return 0 if "row-level security" in str(fout) else GEWEIGERD
    except psycopg.Error as fout:
        # A trigger that can't do without what this clone lacks: so nothing refused it before that.
        verbinding.execute("ROLLBACK TO cel")
        return type(fout).__name__
    if not is_telling:
        verbinding.execute("ROLLBACK TO cel")
    return aantal
