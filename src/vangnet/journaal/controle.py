# SPDX-License-Identifier: EUPL-1.2
"""Verify the journaal: make every hash anew from the rows, and hold the chain against old heads.

Reads rows only, as a role that sees all of them: nothing that lies in the database (a function, a
trigger, a policy) has a say in the answer. What it proves and what not: docs/adr/0013.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import psycopg

from vangnet.journaal.koppen import Kopregel, lees_koppen
from vangnet.journaal.regels import (
    ALARM_NA,
    BEGIN,
    RIJHASH,
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
_TABELLEN = ("journaal_handeling", "journaal_onderwerp", "journaal_zegel")
_GEEN_RIJ = "-"
# One text for many seals: a round through the client library costs more than a hash.
_ZEGELS = f"""
    SELECT string_agg(regel, E'\\n' ORDER BY nummer) FROM (
        SELECT z.volgnummer AS nummer, concat_ws(' ', encode(z.ketting, 'hex'),
               CASE WHEN h.id IS NULL THEN '{_GEEN_RIJ}' ELSE {RIJHASH} END,
               z.volgnummer, z.handeling, encode(z.rijhash, 'hex'), z.moment) AS regel
          FROM public.journaal_zegel z LEFT JOIN public.journaal_handeling h ON h.id = z.handeling
         WHERE z.volgnummer BETWEEN %s AND %s OFFSET 0) r
     GROUP BY nummer / {_PER_TEKST} ORDER BY nummer / {_PER_TEKST}
"""
# Row by row along the indexes: a plan over all of the table for each block would be slow.
_LANGS_INDEXEN = """
    SELECT set_config(naam, 'off', true) FROM unnest(ARRAY['enable_hashjoin', 'enable_mergejoin',
        'enable_seqscan']) naam
    UNION ALL SELECT set_config('max_parallel_workers_per_gather', '0', true)
"""
_ZOALS_ANDERS = """
    SELECT set_config(naam, 'on', true) FROM unnest(ARRAY['enable_hashjoin', 'enable_mergejoin',
        'enable_seqscan']) naam
"""
_OMVANG = "SELECT coalesce(max(volgnummer), 0), count(*) FROM journaal_zegel"
_KETTING = "SELECT ketting FROM journaal_zegel WHERE volgnummer = %s"
_ONVERZEGELD = (
    "SELECT h.id, h.moment::text, h.moment < clock_timestamp() - %s::interval "
    "FROM journaal_handeling h "
    "WHERE NOT EXISTS (SELECT FROM journaal_zegel z WHERE z.handeling = h.id) "
    "ORDER BY h.moment, h.id"
)
_LAAT = (
    "SELECT count(*), min(z.volgnummer) FROM journaal_zegel z "
    "JOIN journaal_handeling h ON h.id = z.handeling "
    "WHERE z.moment > h.moment + %s::interval OR h.moment > z.moment + %s::interval"
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
    database, also while people work. Raises OmgevingFout when the file can't be read.
    """
    with psycopg.connect(adres) as verbinding:
        verbinding.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        zet_vorm_vast(verbinding)
        verbinding.commit()
        hoogste, aantal = _een(verbinding, _OMVANG)
        verslag = Verslag(zegels=aantal)
        verslag.fouten += _bewaking(verbinding)
        verslag.fouten += _zegelfouten(verbinding, adres, hoogste, processen=processen)
        _kijk_naar_onverzegeld(verbinding, verslag)
        _kijk_naar_koppen(verbinding, verslag, koppen=koppen, codes=codes)
        _kijk_naar_klok(verbinding, verslag)
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


def _zegelfouten(
    verbinding: psycopg.Connection, adres: str, hoogste: int, *, processen: int | None
) -> list[Fout]:
    """Every seal that doesn't fit its row or the seal before it."""
    aantal = processen or (min(os.cpu_count() or 1, 4) if hoogste >= _SAMEN_VANAF else 1)
    if aantal == 1:
        return list(_loop_na(verbinding, 1, hoogste))
    momentopname = str(_een(verbinding, "SELECT pg_export_snapshot()")[0])
    stap = -(-hoogste // aantal)
    delen = [
        (adres, momentopname, begin, min(begin + stap - 1, hoogste))
        for begin in range(1, hoogste + 1, stap)
    ]
    with ProcessPoolExecutor(aantal, mp_context=get_context("fork")) as bak:
        return [fout for fouten in bak.map(_loop_deel_na, delen) for fout in fouten]


def _loop_deel_na(deel: tuple[str, str, int, int]) -> list[Fout]:
    adres, momentopname, van, tot = deel
    with psycopg.connect(adres) as verbinding:
        verbinding.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        # Letters, digits and a dash, straight from the server; SET takes no parameters.
        verbinding.execute(f"SET TRANSACTION SNAPSHOT '{momentopname}'".encode())
        zet_vorm_vast(verbinding)
        return list(_loop_na(verbinding, van, tot))


@dataclass
class _Plek:
    """How far the walk along the chain has come; vorige is empty behind a gap."""

    vorige: bytes
    verwacht: int


def _loop_na(verbinding: psycopg.Connection, van: int, tot: int) -> Iterator[Fout]:
    """The faults of the seals `van` to `tot`, both too; the seal before them is taken as it is."""
    rij = verbinding.execute(_KETTING, [van - 1]).fetchone() if van > 1 else [BEGIN]
    plek = _Plek(bytes(rij[0]) if rij else b"", van)
    verbinding.execute(_LANGS_INDEXEN)
    for begin in range(van, tot + 1, _BLOK):
        yield from _loop_blok_na(verbinding, [begin, min(begin + _BLOK - 1, tot)], plek)
    if plek.verwacht <= tot:
        yield Fout(plek.verwacht, _GAT.format(plek.verwacht, tot))
    verbinding.execute(_ZOALS_ANDERS)


def _loop_blok_na(
    verbinding: psycopg.Connection, grenzen: list[int], plek: _Plek
) -> Iterator[Fout]:
    for (tekst,) in verbinding.execute(_ZEGELS.encode(), grenzen):
        for regel in tekst.split("\n"):
            yield from _zegel_na(*regel.split(" ", 5), plek=plek)


def _zegel_na(
    keten: str,
    nagerekend: str,
    nummer: str,
    handeling: str,
    hash_: str,
    moment: str,
    *,
    plek: _Plek,
) -> Iterator[Fout]:
    """The faults of one seal; `nagerekend` is the hash of its row as that is now."""
    volgnummer = int(nummer)
    if volgnummer != plek.verwacht:
        yield Fout(plek.verwacht, _GAT.format(plek.verwacht, volgnummer - 1))
        # The gap was reported; behind it there is nothing to hold this seal against.
        plek.vorige = b""
    if nagerekend == _GEEN_RIJ:
        yield Fout(volgnummer, "de rij is verwijderd", handeling)
    elif nagerekend != hash_:
        yield Fout(volgnummer, "de rij of een onderwerp ervan is gewijzigd", handeling)
    hier = bytes.fromhex(keten)
    if plek.vorige and hier != ketting(
        plek.vorige, volgnummer, handeling=handeling, hash_=hash_, moment=moment
    ):
        yield Fout(volgnummer, "het zegel is gewijzigd of past niet op het vorige", handeling)
    plek.vorige, plek.verwacht = hier, volgnummer + 1


_GAT = "de zegels {} tot en met {} ontbreken"


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


def _kijk_naar_klok(verbinding: psycopg.Connection, verslag: Verslag) -> None:
    """A row long before or after its seal: a long job, a worker away, or a clock set wrong."""
    aantal, eerste = _een(verbinding, _LAAT, ALARM_NA, ALARM_NA)
    if aantal:
        verslag.opmerkingen.append(
            f"{aantal} rijen zijn meer dan vijf minuten na (of voor) hun moment verzegeld, de "
            f"eerste met zegel {eerste}. Liep er een lange taak, stond de werker stil of is de "
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
