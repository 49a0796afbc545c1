# SPDX-License-Identifier: EUPL-1.2
"""Verify the journaal: make every hash anew from the rows, and hold the chain against old heads.

Reads rows only, as a role that sees all of them: nothing that lies in the database (a function, a
trigger, a policy) has a say in the answer. What it proves and what not: docs/adr/0013.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import psycopg

from vangnet.journaal.koppen import Kopregel, lees_koppen
from vangnet.journaal.regels import (
    ALARM_NA,
    BEGIN,
    RIJHASHES,
    Kop,
    ketting,
    nummer_van,
    past_bij,
)
from vangnet.journaal.zegels import zet_vorm_vast
from vangnet.kern.fouten import VangnetFout

_BLOK, _PER_TEKST = 10_000, 500
# Below this a second process costs more than it gives.
_SAMEN_VANAF = 100_000
_IDS = 2**128
_WEG = "de rij is verwijderd"
_GEWIJZIGD = "de rij of een onderwerp ervan is gewijzigd"
_ANDERS = "een onderwerp noemt een andere casus of een andere kijker dan de rij"
_GAT = "de zegels {} tot en met {} ontbreken"
_TABELLEN = ("journaal_handeling", "journaal_onderwerp", "journaal_zegel")
# One text for many seals: a round through the client library costs more than a hash.
_ZEGELS = f"""
    SELECT string_agg(regel, E'\\n' ORDER BY nummer) FROM (
        SELECT z.volgnummer AS nummer, concat_ws(' ', encode(z.ketting, 'hex'),
               z.volgnummer, z.handeling, encode(z.rijhash, 'hex'), z.moment) AS regel
          FROM public.journaal_zegel z WHERE z.volgnummer BETWEEN %s AND %s) r
     GROUP BY nummer / {_PER_TEKST} ORDER BY nummer / {_PER_TEKST}
"""
# Each seal between two ids of which the act is gone, isn't what it was, or has another moment.
_OPVALLEND = f"""
    SELECT z.volgnummer, z.handeling::text,
           CASE WHEN r.id IS NULL THEN '{_WEG}'
                WHEN z.rijhash IS DISTINCT FROM r.hash THEN '{_GEWIJZIGD}' ELSE '' END,
           coalesce(z.moment NOT BETWEEN r.moment - %(ruimte)s::interval
                    AND r.moment + %(ruimte)s::interval, false)
      FROM (SELECT volgnummer, handeling, rijhash, moment FROM public.journaal_zegel
             WHERE handeling BETWEEN %(van)s AND %(tot)s) z
      LEFT JOIN ({RIJHASHES}) r ON r.id = z.handeling
     WHERE r.id IS NULL OR z.rijhash IS DISTINCT FROM r.hash OR z.moment NOT BETWEEN
           r.moment - %(ruimte)s::interval AND r.moment + %(ruimte)s::interval
"""
# Each act with a subject that says another casus, or another who looked, than the act itself: the
# seal covers these two not, and the policies read them (sql/leg_vast.sql). Of a question to reopen
# nobody looked: who asks may not read whether the casus is there (afsluiting/sql/nazorg_terug.sql).
_AFWIJKEND = """
    SELECT a.handeling_id::text, coalesce(
               (SELECT min(z.volgnummer) FROM public.journaal_zegel z
                 WHERE z.handeling = a.handeling_id),
               (SELECT max(volgnummer) + 1 FROM public.journaal_zegel), 1)
      FROM (
        SELECT DISTINCT o.handeling_id
          FROM public.journaal_onderwerp o
          LEFT JOIN public.journaal_handeling h ON h.id = o.handeling_id
          LEFT JOIN (
               SELECT c.handeling_id, (array_agg(c.onderwerp))[1] AS casus
                 FROM public.journaal_onderwerp c
                 JOIN public.journaal_handeling zonder
                   ON zonder.id = c.handeling_id AND zonder.casus IS NULL
                WHERE c.soort = 'casus' AND c.handeling_id BETWEEN %(van)s AND %(tot)s
                GROUP BY c.handeling_id HAVING count(DISTINCT c.onderwerp) = 1
               ) een ON een.handeling_id = o.handeling_id
         WHERE o.handeling_id BETWEEN %(van)s AND %(tot)s
           AND (h.id IS NULL
                OR (o.gebruiker IS DISTINCT FROM h.gebruiker
                    AND NOT (o.gebruiker IS NULL AND h.object_soort = 'heropenvraag'))
                OR o.casus IS DISTINCT FROM coalesce(h.casus, een.casus))
        ) a
"""
# All of the tables side by side, in memory as far as it fits: a look-up for each row is slow.
_RUIM = """
    SELECT set_config(naam, waarde, true) FROM (VALUES ('enable_nestloop', 'off'), ('jit', 'off'),
        ('max_parallel_workers_per_gather', '0'), ('work_mem', '128MB')) v(naam, waarde)
"""
_OMVANG = (
    "SELECT coalesce(max(volgnummer), 0), count(*), coalesce(min(volgnummer), 1) "
    "FROM journaal_zegel"
)
_AANTAL_RIJEN = "SELECT count(*) FROM journaal_handeling"
_KETTING = "SELECT ketting FROM journaal_zegel WHERE volgnummer = %s"
_ONVERZEGELD = (
    "SELECT h.id, h.moment::text, h.moment < clock_timestamp() - %s::interval "
    "FROM journaal_handeling h "
    "WHERE NOT EXISTS (SELECT FROM journaal_zegel z WHERE z.handeling = h.id) "
    "ORDER BY h.moment, h.id"
)
_BEWAKING = (
    "SELECT c.relname, c.relkind = 'r' AND c.relrowsecurity AND EXISTS ("
    "SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'alleen_aanvullen' "
    "AND t.tgenabled = 'A') FROM unnest(%s::text[]) n(naam) LEFT JOIN pg_class c "
    "ON c.oid = to_regclass('public.' || quote_ident(n.naam))"
)


@dataclass(frozen=True, order=True)
class Fout:
    """What is wrong, and where: the number of the seal, and the id of the act when it is known."""

    volgnummer: int
    wat: str
    handeling: str = ""


@dataclass
class Verslag:
    """What a check found.

    fouten: in order of number; onverzegeld: rows without a seal, which is no fault while they are
    young; opmerkingen: sentences about what is odd but may be honest.
    """

    zegels: int
    onverzegeld: int = 0
    fouten: list[Fout] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)


def controleer(
    adres: str,
    *,
    koppen: Path | None = None,
    codes: Sequence[str] = (),
    processen: int | None = None,
) -> Verslag:
    """Check all of the journaal at `adres` (a conninfo), and the chain against old heads.

    koppen: a file of heads; codes: short codes that somebody wrote down. Reads one moment of the
    database, also while people work. Raises OmgevingFout when the file can't be read, VangnetFout
    when there is no head in it.
    """
    with psycopg.connect(adres) as verbinding:
        verbinding.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        zet_vorm_vast(verbinding)
        verbinding.commit()
        verbinding.execute(_RUIM)
        hoogste, aantal, laagste = _een(verbinding, _OMVANG)
        verslag = Verslag(zegels=aantal)
        verslag.fouten += _bewaking(verbinding)
        if laagste < 1:
            verslag.fouten.append(Fout(laagste, "dit zegel staat voor het begin van de keten"))
        _kijk_naar_zegels(verbinding, verslag, _verdeel(hoogste, processen), adres=adres)
        _kijk_naar_onverzegeld(verbinding, verslag)
        _tel_na(verbinding, verslag)
        _kijk_naar_koppen(verbinding, verslag, koppen=koppen, codes=codes)
    verslag.fouten.sort()
    return verslag


def _een(verbinding: psycopg.Connection, vraag: str, *waarden: object) -> tuple[int, ...]:
    rij = verbinding.execute(vraag.encode(), waarden or None).fetchone()
    assert rij is not None  # noqa: S101 - an aggregate always gives a row
    return tuple(rij)


def _bewaking(verbinding: psycopg.Connection) -> list[Fout]:
    """Tables that were swapped for something else, or whose guards are off."""
    rijen = verbinding.execute(_BEWAKING.encode(), [list(_TABELLEN)]).fetchall()
    uit = [naam or "een tabel van het journaal" for naam, goed in rijen if not goed]
    return [
        Fout(0, f"{naam} wordt niet meer bewaakt: er is een trekker uit, of de tabel is vervangen")
        for naam in uit
    ]


class _Deel(NamedTuple):
    """What one process checks: the seals by number, and the acts by id; both ends too."""

    zegels: tuple[int, int]
    ids: tuple[UUID, UUID]


def _verdeel(hoogste: int, processen: int | None) -> list[_Deel]:
    """The numbers up to `hoogste` and all ids there can be, in equal parts for the processes."""
    aantal = processen or (min(os.cpu_count() or 1, 4) if hoogste >= _SAMEN_VANAF else 1)
    grenzen = [(hoogste * deel // aantal, _IDS * deel // aantal) for deel in range(aantal + 1)]
    return [
        _Deel((zegel + 1, tot_zegel), (UUID(int=id_), UUID(int=tot_id - 1)))
        for (zegel, id_), (tot_zegel, tot_id) in pairwise(grenzen)
    ]


@dataclass
class _Gevonden:
    """Of one part: the faults, and the numbers of the seals long before or after their act."""

    fouten: list[Fout] = field(default_factory=list)
    laat: list[int] = field(default_factory=list)


def _kijk_naar_zegels(
    verbinding: psycopg.Connection, verslag: Verslag, delen: list[_Deel], *, adres: str
) -> None:
    """Every seal that doesn't fit its row or the seal before it."""
    if len(delen) == 1:
        gevonden = [_loop_na(verbinding, delen[0])]
    else:
        momentopname = str(_een(verbinding, "SELECT pg_export_snapshot()")[0])
        with ProcessPoolExecutor(len(delen), mp_context=get_context("fork")) as bak:
            gevonden = list(bak.map(partial(_loop_deel_na, adres, momentopname), delen))
    verslag.fouten += [fout for deel in gevonden for fout in deel.fouten]
    _noem_klok(verslag, [nummer for deel in gevonden for nummer in deel.laat])


def _loop_deel_na(adres: str, momentopname: str, deel: _Deel) -> _Gevonden:
    with psycopg.connect(adres) as verbinding:
        verbinding.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        # Letters, digits and a dash, straight from the server; SET takes no parameters.
        verbinding.execute(f"SET TRANSACTION SNAPSHOT '{momentopname}'".encode())
        zet_vorm_vast(verbinding)
        verbinding.execute(_RUIM)
        return _loop_na(verbinding, deel)


def _loop_na(verbinding: psycopg.Connection, deel: _Deel) -> _Gevonden:
    gevonden = _rijen_na(verbinding, *deel.ids)
    gevonden.fouten += _keten_na(verbinding, *deel.zegels)
    return gevonden


def _rijen_na(verbinding: psycopg.Connection, van: UUID, tot: UUID) -> _Gevonden:
    """The seals of the acts `van` to `tot` of which the row is another than it was."""
    gevonden = _Gevonden()
    waarden = {"van": van, "tot": tot, "ruimte": ALARM_NA}
    for nummer, handeling, wat, laat in verbinding.execute(_OPVALLEND.encode(), waarden):
        if wat:
            gevonden.fouten.append(Fout(nummer, wat, handeling))
        if laat:
            gevonden.laat.append(nummer)
    al_genoemd = {fout.handeling for fout in gevonden.fouten}
    for handeling, nummer in verbinding.execute(_AFWIJKEND.encode(), waarden):
        if handeling not in al_genoemd:
            gevonden.fouten.append(Fout(nummer, _ANDERS, handeling))
    return gevonden


@dataclass
class _Plek:
    """How far the walk along the chain has come; vorige is empty behind a gap."""

    vorige: bytes
    verwacht: int


def _keten_na(verbinding: psycopg.Connection, van: int, tot: int) -> Iterator[Fout]:
    """The faults of the chain from `van` to `tot`; the seal before them is taken as it is."""
    rij = verbinding.execute(_KETTING, [van - 1]).fetchone() if van > 1 else [BEGIN]
    plek = _Plek(bytes(rij[0]) if rij else b"", van)
    for begin in range(van, tot + 1, _BLOK):
        grenzen = [begin, min(begin + _BLOK - 1, tot)]
        for (tekst,) in verbinding.execute(_ZEGELS.encode(), grenzen):
            for regel in tekst.split("\n"):
                yield from _zegel_na(*regel.split(" ", 4), plek=plek)
    if plek.verwacht <= tot:
        yield Fout(plek.verwacht, _GAT.format(plek.verwacht, tot))


def _zegel_na(
    keten: str, nummer: str, handeling: str, hash_: str, moment: str, *, plek: _Plek
) -> Iterator[Fout]:
    """The faults of one seal as a part of the chain."""
    volgnummer = int(nummer)
    if volgnummer != plek.verwacht:
        yield Fout(plek.verwacht, _GAT.format(plek.verwacht, volgnummer - 1))
        # The gap was reported; behind it there is nothing to hold this seal against.
        plek.vorige = b""
    hier = bytes.fromhex(keten)
    if plek.vorige and hier != ketting(
        plek.vorige, volgnummer, handeling=handeling, hash_=hash_, moment=moment
    ):
        yield Fout(volgnummer, "het zegel is gewijzigd of past niet op het vorige", handeling)
    plek.vorige, plek.verwacht = hier, volgnummer + 1


def _kijk_naar_onverzegeld(verbinding: psycopg.Connection, verslag: Verslag) -> None:
    """Rows that no run has sealed yet; after the term a run should have."""
    with verbinding.cursor(name="onverzegeld") as cursor:
        cursor.execute(_ONVERZEGELD.encode(), [ALARM_NA])
        for handeling, moment, te_lang in cursor:
            verslag.onverzegeld += 1
            if te_lang and verslag.onverzegeld == 1:
                verslag.fouten.append(
                    Fout(
                        verslag.zegels + 1,
                        f"de rij van {moment} heeft te lang geen zegel",
                        str(handeling),
                    )
                )


def _tel_na(verbinding: psycopg.Connection, verslag: Verslag) -> None:
    """Each act has one seal or waits for it, and each seal is of one act or that act is gone."""
    weg = sum(fout.wat == _WEG for fout in verslag.fouten)
    rijen = _een(verbinding, _AANTAL_RIJEN)[0]
    if rijen != verslag.zegels - weg + verslag.onverzegeld:
        verslag.fouten.append(Fout(0, "een rij of een zegel staat er twee keer"))


def _noem_klok(verslag: Verslag, laat: list[int]) -> None:
    """A row long before or after its seal: a long job, a worker away, or a clock set wrong."""
    if laat:
        verslag.opmerkingen.append(
            f"{len(laat)} rijen zijn meer dan vijf minuten na (of voor) hun moment verzegeld, de "
            f"eerste met zegel {min(laat)}. Liep er een lange taak, stond de werker stil of is de "
            "klok verzet?"
        )


def _kijk_naar_koppen(
    verbinding: psycopg.Connection, verslag: Verslag, *, koppen: Path | None, codes: Sequence[str]
) -> None:
    """The first head that the chain lacks: after the one before it, rows were cut or made anew."""
    vorige = 0
    regels = _regels_van(koppen, verslag) if koppen else []
    keten = _kettingen(verbinding, [regel.volgnummer for regel in regels])
    for regel in regels:
        waarde = keten.get(regel.volgnummer)
        if waarde != regel.kop.ketting:
            verslag.fouten.append(_koppeling_weg(vorige + 1, regel.volgnummer, waarde))
            break
        vorige = max(vorige, regel.volgnummer)
    for code in codes:
        nummer = nummer_van(code)
        if nummer is None:
            raise VangnetFout(f"'{code}' is geen code van een kop, zoals 812-3f2a-9c1d-77e0-ab12.")
        waarde = _kettingen(verbinding, [nummer]).get(nummer)
        if waarde is None or not past_bij(code, Kop(nummer, waarde)):
            eerste = min(nummer, verslag.zegels + 1) if waarde is None else 1
            verslag.fouten.append(_koppeling_weg(eerste, nummer, waarde))


def _koppeling_weg(eerste: int, kop: int, waarde: bytes | None) -> Fout:
    if waarde is None:
        return Fout(eerste, f"de keten is afgekapt: kop {kop} is er niet meer")
    return Fout(eerste, f"de keten is opnieuw gemaakt: kop {kop} is een andere dan toen")


def _kettingen(verbinding: psycopg.Connection, nummers: list[int]) -> dict[int, bytes]:
    vraag = "SELECT volgnummer, ketting FROM journaal_zegel WHERE volgnummer = ANY(%s::bigint[])"
    return {int(nummer): bytes(keten) for nummer, keten in verbinding.execute(vraag, [nummers])}


def _regels_van(koppen: Path, verslag: Verslag) -> list[Kopregel]:
    """The heads of the file; notes what is odd about them."""
    alle = list(lees_koppen(koppen))
    regels = [regel for _, regel in alle if regel]
    if not regels:
        raise VangnetFout(
            f"In {koppen} staat geen enkele kop. Geef het bestand dat de werker schrijft."
        )
    verslag.opmerkingen += [
        f"Regel {nummer} van {koppen} is geen kop." for nummer, regel in alle if regel is None
    ]
    if ingehaald := sum(regel.ingehaald for regel in regels):
        verslag.opmerkingen.append(
            f"{ingehaald} koppen zijn later opgeschreven dan hun zegels zijn gemaakt. Viel de "
            "werker uit? Anders zijn die zegels niet van Vangnet."
        )
    laatste = regels[-1].volgnummer if regels else 0
    if verslag.zegels > laatste:
        verslag.opmerkingen.append(
            f"{verslag.zegels - laatste} zegels zijn van na de laatste kop in {koppen}."
        )
    return regels
