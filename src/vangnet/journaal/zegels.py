# SPDX-License-Identifier: EUPL-1.2
"""Seal what was written: chain the rows that have no seal yet, under a role that can do no more.

toegang.md section 6: within 60 seconds, without a lock for who writes. One sealer at a time; killed
at any moment, it leaves either a whole batch of seals or none, and the next run goes on from there.
"""

import logging
from dataclasses import dataclass
from pathlib import Path

import psycopg

from vangnet.journaal.koppen import Kopregel, laatste_kop, schrijf_kop
from vangnet.journaal.regels import ALARM_NA, BEGIN, RIJHASH, VASTE_VORM, Kop, ketting
from vangnet.kern.fouten import OmgevingFout

_log = logging.getLogger(__name__)
_SLOT = 715518
_PER_KEER = 20_000
# A row shows when its transaction ends; none is open for two days. A full run looks at all.
_VENSTER = "interval '2 days'"
_LAATSTE = (
    "SELECT volgnummer, ketting, moment::text FROM journaal_zegel ORDER BY volgnummer DESC LIMIT 1"
)
_ZONDER_ZEGEL = (
    "FROM journaal_handeling h WHERE (%s OR h.moment > %s::timestamptz - " + _VENSTER + ") "
    "AND NOT EXISTS (SELECT FROM journaal_zegel z WHERE z.handeling = h.id)"
)
_RIJEN = f"SELECT h.id::text, {RIJHASH} {_ZONDER_ZEGEL} ORDER BY h.moment, h.id LIMIT {_PER_KEER}"
_ZEGELS = (
    "INSERT INTO journaal_zegel (volgnummer, handeling, rijhash, ketting, moment) "
    "SELECT u.n, u.h, decode(u.r, 'hex'), u.k, %s::timestamptz "
    "FROM unnest(%s::bigint[], %s::uuid[], %s::text[], %s::bytea[]) u(n, h, r, k)"
)
_NU = "SELECT m::text FROM greatest(clock_timestamp(), %s::timestamptz) m"
# A moment written by hand may be anything; the age is kept within what can be counted.
_ACHTERSTAND = (
    "SELECT count(*), extract(epoch FROM clock_timestamp() - "
    "least(greatest(min(h.moment), 'epoch'), clock_timestamp()))::float " + _ZONDER_ZEGEL
)


@dataclass(frozen=True)
class Achterstand:
    """Rows that wait for their seal: how many, and the seconds that the oldest waits."""

    aantal: int
    seconden: float

    @property
    def alarm(self) -> bool:
        """Whether a row waits for longer than the term."""
        return self.aantal > 0 and self.seconden > ALARM_NA.total_seconds()


@dataclass(frozen=True)
class _Stand:
    kop: Kop
    moment: str | None


def verzegel(verbinding: psycopg.Connection, koppen: Path, *, alles: bool = False) -> int:
    """Seal every row without a seal; returns how many. Zero as well while somebody else is sealing.

    verbinding: autocommit, as the sealing role. koppen: the file that the new heads are written to.
    alles: look at rows of any age, not only of the last days.
    """
    zet_vorm_vast(verbinding)
    totaal = 0
    while gedaan := _een_keer(verbinding, koppen, alles=alles):
        totaal += gedaan
        if gedaan < _PER_KEER:
            break
    return totaal


def zet_vorm_vast(verbinding: psycopg.Connection) -> None:
    """Have the database write a row as the same text, whatever its settings are."""
    for regel in VASTE_VORM:
        verbinding.execute(regel.encode())


def meet_achterstand(verbinding: psycopg.Connection, *, alles: bool = False) -> Achterstand:
    """What has no seal yet, for a connection as the sealing role."""
    moment = _stand(verbinding).moment
    rij = verbinding.execute(_ACHTERSTAND.encode(), [alles or moment is None, moment]).fetchone()
    assert rij is not None  # noqa: S101 - an aggregate always gives a row
    return Achterstand(int(rij[0]), float(rij[1]) if rij[0] else 0.0)


def _een_keer(verbinding: psycopg.Connection, koppen: Path, *, alles: bool) -> int:
    """One batch in one transaction; its head goes to the file as soon as it has been committed."""
    with verbinding.transaction():
        slot = verbinding.execute("SELECT pg_try_advisory_xact_lock(%s)", [_SLOT]).fetchone()
        if not (slot and slot[0]):
            return 0
        stand = _stand(verbinding)
        _haal_kop_in(koppen, stand)
        nieuw, aantal = _verzegel_rijen(verbinding, stand, alles=alles)
    if aantal:
        _schrijf(koppen, _kopregel(nieuw, aantal))
    return aantal


def _schrijf(koppen: Path, regel: Kopregel) -> None:
    """Sealing goes on when the file can't be written; the next run writes what was missed."""
    try:
        schrijf_kop(koppen, regel)
    except OmgevingFout:
        _log.exception("journaal.kop_niet_geschreven", extra={"ids": {"zegel": regel.volgnummer}})


def _stand(verbinding: psycopg.Connection) -> _Stand:
    rij = verbinding.execute(_LAATSTE).fetchone()
    return _Stand(Kop(rij[0], rij[1]), rij[2]) if rij else _Stand(Kop(0, BEGIN), None)


def _haal_kop_in(koppen: Path, stand: _Stand) -> None:
    """Write the head that a killed sealer could not, and say so: a forger leaves the same mark."""
    laatste = laatste_kop(koppen)
    if stand.moment is None and laatste is None:
        return
    if laatste is not None and laatste.kop == stand.kop:
        return
    gemist = stand.kop.volgnummer - (laatste.volgnummer if laatste else 0)
    _log.error(
        "journaal.kop_wijkt_af",
        extra={"ids": {"zegels": stand.kop.volgnummer, "verschil": gemist}},
    )
    if gemist > 0:
        _schrijf(koppen, _kopregel(stand, gemist, ingehaald=True))


def _kopregel(stand: _Stand, aantal: int, *, ingehaald: bool = False) -> Kopregel:
    assert stand.moment is not None  # noqa: S101 - there is a seal
    return Kopregel(
        volgnummer=stand.kop.volgnummer,
        ketting=stand.kop.ketting.hex(),
        moment=stand.moment,
        aantal=aantal,
        ingehaald=ingehaald,
    )


def _verzegel_rijen(
    verbinding: psycopg.Connection, stand: _Stand, *, alles: bool
) -> tuple[_Stand, int]:
    waarden = [alles or stand.moment is None, stand.moment]
    rijen = verbinding.execute(_RIJEN.encode(), waarden).fetchall()
    if not rijen:
        return stand, 0
    nu = verbinding.execute(_NU, [stand.moment]).fetchone()
    assert nu is not None  # noqa: S101 - a query without table gives a row
    kop, kettingen = stand.kop, []
    for handeling, hash_ in rijen:
        keten = ketting(
            kop.ketting, kop.volgnummer + 1, handeling=handeling, hash_=hash_, moment=nu[0]
        )
        kop = Kop(kop.volgnummer + 1, keten)
        kettingen.append(keten)
    nummers = list(range(stand.kop.volgnummer + 1, kop.volgnummer + 1))
    ids, hashes = zip(*rijen, strict=True)
    verbinding.execute(_ZEGELS, [nu[0], nummers, list(ids), list(hashes), kettingen])
    return _Stand(kop, nu[0]), len(rijen)
