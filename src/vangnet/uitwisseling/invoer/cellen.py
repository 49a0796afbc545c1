# SPDX-License-Identifier: EUPL-1.2
"""The checks of a single cell: is there one, and is it of its type (uitwisseling.md)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from psycopg import sql

from vangnet.kern.tekens import onzichtbaar_patroon
from vangnet.uitwisseling.formaat import KENMERK_LENGTE, Kolom, Soort
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.kennis import EERSTE_DAG, Kennis
from vangnet.uitwisseling.invoer.laden import Lading
from vangnet.uitwisseling.invoer.toets import Toets, cel, meld
from vangnet.uitwisseling.tabellen import Tabel, tabel_van

# A day of the calendar; the leap years are those that are divided by 4, but not by 100 or by 400.
_DATUM = (
    "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8]))$"
    "|^([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29$"
)
_GETAL = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
_GELD = r"^-?(0|[1-9][0-9]*)(\.[0-9]{1,2})?$"
_GEHEEL = "^(0|[1-9][0-9]*)$"
_UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
_MIN_NUL = r"^-0(\.0*)?$"
# Beyond this a total of amounts could no longer be kept to the cent.
_GROOTSTE_GELD = 10**12
_GROOTSTE_GEHEEL = 2**31 - 1
_JAREN = (1900, 2200)
# Below this the list of days costs more than the patterns that it saves.
_VEEL = 20_000

_Maker = Callable[[Tabel, Kolom, Kennis], Iterator[Toets]]


def toets_cellen(bank: Bank, lading: Lading, kennis: Kennis) -> None:
    """Check every cell of the package, and empty the cells that are wrong.

    An empty cell fails no further check, so that one mistake is told once.
    """
    for naam, kolommen in lading.kolommen.items():
        tabel = tabel_van(naam)
        toetsen = [toets for kolom in kolommen for toets in _toetsen(tabel, kolom, kennis)]
        waarden = {
            "dagen": kennis.dagen if lading.aantallen.get(naam, 0) > _VEEL else [],
            "gemeenten": kennis.gemeentecodes,
            **{f"codes_{lijst}": codes for lijst, codes in kennis.codes.items()},
        }
        if meld(bank, tabel, toetsen, waarden):
            _ruim_op(bank, tabel, kolommen)
        toets_gemeente_op_dag(bank, tabel, lading, kennis)


def _toetsen(tabel: Tabel, kolom: Kolom, kennis: Kennis) -> Iterator[Toets]:
    if kolom.verplicht:
        yield Toets(kolom, sql.SQL("{} IS NULL").format(cel(kolom)), "verplicht")
    yield from _PER_SOORT[kolom.soort](tabel, kolom, kennis)


def _als(kolom: Kolom, vraag: str, soort: str, over: str = "", **delen: object) -> Toets:
    """A check written with `{cel}` and with literals by name."""
    letterlijk = {naam: sql.Literal(deel) for naam, deel in delen.items()}
    als = sql.SQL(vraag).format(cel=cel(kolom), **letterlijk)
    return Toets(kolom, als, soort, sql.Literal(over))


def _tekst(tabel: Tabel, kolom: Kolom, _: Kennis) -> Iterator[Toets]:
    lengte = tabel.lengte(kolom)
    # Bytes are stored with the text and characters have to be counted.
    vraag = "octet_length({cel}) > {lengte} AND length({cel}) > {lengte}"
    yield _als(kolom, vraag, "tekst_lang", f"{lengte:,}".replace(",", "."), lengte=lengte)
    if kolom.uuid:
        yield _als(kolom, "{cel} !~ {vorm}", "uuid", vorm=_UUID)
    if kolom.zichtbaar:
        yield _als(kolom, "{cel} ~ {tekens}", "onzichtbaar", tekens=onzichtbaar_patroon())


def _verwijzing(_: Tabel, kolom: Kolom, __: Kennis) -> Iterator[Toets]:
    vraag = "length({cel}) > {lengte}"
    yield _als(kolom, vraag, "tekst_lang", str(KENMERK_LENGTE), lengte=KENMERK_LENGTE)


def _datum(_: Tabel, kolom: Kolom, kennis: Kennis) -> Iterator[Toets]:
    eerste, laatste = EERSTE_DAG.isoformat(), kennis.laatste_dag
    toetsen = [
        _als(kolom, "{cel} !~ {vorm}", "datum_vorm", vorm=_DATUM),
        _als(kolom, "{cel} < {eerste}", "datum_bereik", f"voor {eerste}", eerste=eerste),
    ]
    if not kolom.later_mag:
        toetsen.append(
            _als(kolom, "{cel} > {laatste}", "datum_bereik", f"na {laatste}", laatste=laatste)
        )
    # Nearly every day is one of the list, and looking there is far cheaper than a pattern.
    snel = sql.SQL("NOT ({} = ANY(%(dagen)s))").format(cel(kolom))
    yield from (replace(toets, snel=snel) for toets in toetsen)


def _code(_: Tabel, kolom: Kolom, kennis: Kennis) -> Iterator[Toets]:
    vraag = f"NOT ({{cel}} = ANY(%(codes_{kolom.codelijst})s))"
    yield _als(kolom, vraag, "code", ", ".join(kennis.codes[kolom.codelijst]))


def _ja_nee(_: Tabel, kolom: Kolom, __: Kennis) -> Iterator[Toets]:
    yield _als(kolom, "{cel} NOT IN ('ja', 'nee')", "ja_nee")


def _geld(_: Tabel, kolom: Kolom, __: Kennis) -> Iterator[Toets]:
    yield _als(kolom, "{cel} !~ {vorm} OR {cel} ~ {nul}", "geld", vorm=_GELD, nul=_MIN_NUL)
    yield _als(kolom, "abs({cel}::numeric) >= {grens}", "getal_groot", grens=_GROOTSTE_GELD)


def _geheel(_: Tabel, kolom: Kolom, __: Kennis) -> Iterator[Toets]:
    yield _als(kolom, "{cel} !~ {vorm}", "geheel", vorm=_GEHEEL)
    if kolom.naam == "jaar":
        van, tot = _JAREN
        yield _als(kolom, "{cel}::numeric NOT BETWEEN {van} AND {tot}", "jaar", van=van, tot=tot)
    else:
        yield _als(kolom, "{cel}::numeric > {grens}", "getal_groot", grens=_GROOTSTE_GEHEEL)


def _getal(_: Tabel, kolom: Kolom, __: Kennis) -> Iterator[Toets]:
    yield _als(kolom, "{cel} !~ {vorm} OR {cel} ~ {nul}", "getal", vorm=_GETAL, nul=_MIN_NUL)
    yield _als(kolom, "length({cel}) > 100", "getal_groot")


def _gemeente(_: Tabel, kolom: Kolom, __: Kennis) -> Iterator[Toets]:
    yield _als(kolom, "NOT ({cel} = ANY(%(gemeenten)s))", "gemeente")


def _bsn(_: Tabel, kolom: Kolom, __: Kennis) -> Iterator[Toets]:
    yield _als(kolom, "{cel} !~ '^[0-9]{{9}}$'", "bsn_vorm")
    yield _als(kolom, "{cel} = '000000000'", "bsn_nullen")
    som = " + ".join(f"{9 - plek} * substr({{cel}}, {plek + 1}, 1)::int" for plek in range(8))
    yield _als(kolom, f"({som} - substr({{cel}}, 9, 1)::int) %% 11 <> 0", "bsn_proef")


_PER_SOORT: Mapping[Soort, _Maker] = MappingProxyType(
    {
        Soort.KENMERK: _tekst,
        Soort.VERWIJZING: _verwijzing,
        Soort.TEKST: _tekst,
        Soort.DATUM: _datum,
        Soort.CODE: _code,
        Soort.JA_NEE: _ja_nee,
        Soort.GELD: _geld,
        Soort.GEHEEL: _geheel,
        Soort.GETAL: _getal,
        Soort.GEMEENTE: _gemeente,
        Soort.BSN: _bsn,
    }
)


def toets_gemeente_op_dag(bank: Bank, tabel: Tabel, lading: Lading, kennis: Kennis) -> None:
    """Find gemeenten that did not exist on the day of their row; only some of them ever changed."""
    bestand = tabel.bestand
    if not (bestand.datum and lading.heeft(bestand.naam, "gemeente")):
        return
    veranderd = [g for g in kennis.gemeenten if g.vanaf or g.tot]
    bank.doe(
        sql.SQL(
            "INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) "
            "SELECT {bestand}, s.rij, 'gemeente', s.gemeente, 'gemeente_dag', {datum} "
            "FROM {staging} s JOIN unnest(%(codes)s::text[], %(vanaf)s::text[], %(tot)s::text[]) "
            "AS g (code, vanaf, tot) ON g.code = s.gemeente "
            "WHERE s.rij IS NOT NULL AND ({datum} < g.vanaf OR {datum} > g.tot)"
        ).format(
            bestand=sql.Literal(bestand.naam), datum=cel(bestand.datum), staging=tabel.staging
        ),
        {
            "codes": [g.code for g in veranderd],
            "vanaf": [g.vanaf and g.vanaf.isoformat() for g in veranderd],
            "tot": [g.tot and g.tot.isoformat() for g in veranderd],
        },
    )


def _ruim_op(bank: Bank, tabel: Tabel, kolommen: tuple[Kolom, ...]) -> None:
    """Empty the cells that were found wrong."""
    for kolom in kolommen:
        bank.doe(
            sql.SQL(
                "UPDATE {staging} s SET {kolom} = NULL FROM invoer.fout f "
                "WHERE f.bestand = {bestand} AND f.kolom = {naam} AND f.rij = s.rij"
            ).format(
                staging=tabel.staging,
                kolom=sql.Identifier(kolom.naam),
                bestand=sql.Literal(tabel.bestand.naam),
                naam=sql.Literal(kolom.naam),
            )
        )
