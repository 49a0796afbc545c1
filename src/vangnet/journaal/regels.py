# SPDX-License-Identifier: EUPL-1.2
"""How a row of the journaal is sealed: what is hashed, in which form (docs/adr/0013). No Django.

The form of a row is the text that PostgreSQL gives of a record: fields in a fixed order, quoted so
that no two rows give the same text; then that of each subject, by id, on a line of its own. Sealer
and verifier take that form from here, and use no function that lies in the database.
"""

import hashlib
from datetime import timedelta
from typing import NamedTuple

# The order is part of the hash. A column that is added later is a line of its own in the rows that
# have it, and nothing in those of before: they keep their hash.
_RIJ = """
    ROW(h.id, h.moment, h.gebruiker, h.organisatie, h.vrager_soort, h.handeling, h.object_soort,
        h.object, h.casus, h.doel, h.toegestaan, h.regel, h.noodtoegang, h.herkomst, h.spoor,
        h.velden, h.aantallen)::text
    || CASE WHEN h.rol IS NULL THEN '' ELSE E'\\n' || ROW(h.rol)::text END
"""
_ONDERWERPEN = "string_agg(E'\\n' || ROW(o.id, o.soort, o.onderwerp)::text, '' ORDER BY o.id)"
_HASH = f"sha256(convert_to({_RIJ} || coalesce(%s, ''), 'UTF8'))"
_VAN_RIJ = f"(SELECT {_ONDERWERPEN} FROM public.journaal_onderwerp o WHERE o.handeling_id = h.id)"
# Of one act `h`, its subjects looked up: for the few rows of a round.
RIJHASH = f"encode({_HASH % _VAN_RIJ}, 'hex')"
# Of all acts between two ids: each table is read once, and nothing is looked up.
RIJHASHES = f"""
    SELECT h.id, h.moment, {_HASH % "o.tekst"} AS hash
      FROM public.journaal_handeling h LEFT JOIN (
           SELECT o.handeling_id, {_ONDERWERPEN} AS tekst FROM public.journaal_onderwerp o
            WHERE o.handeling_id BETWEEN %(van)s AND %(tot)s GROUP BY o.handeling_id
           ) o ON o.handeling_id = h.id
     WHERE h.id BETWEEN %(van)s AND %(tot)s
"""
# What a moment looks like as text is a setting; names are looked up where they belong.
VASTE_VORM = (
    "SET TimeZone = 'UTC'",
    "SET DateStyle = 'ISO, YMD'",
    "SET client_encoding = 'UTF8'",
    "SET search_path = pg_catalog, public, pg_temp",
)

# toegang.md section 6: sealed within 60 seconds; so the job comes round twice in that time.
VERZEGEL_ELKE = timedelta(seconds=30)
ALARM_NA = timedelta(minutes=5)
BEGIN = bytes(32)
_CODE_LENGTE = 16


class Kop(NamedTuple):
    """The last seal at some moment: it stands for everything before it."""

    volgnummer: int
    ketting: bytes

    @property
    def code(self) -> str:
        """To write down: number and the first 64 bits, such as `812-3f2a-9c1d-77e0-ab12`."""
        deel = self.ketting.hex()[:_CODE_LENGTE]
        return "-".join([str(self.volgnummer), *(deel[i : i + 4] for i in range(0, len(deel), 4))])


def ketting(vorige: bytes, volgnummer: int, *, handeling: str, hash_: str, moment: str) -> bytes:
    """Hash of a seal: over the one before it and its own fields, as text parted by spaces.

    hash_: of the row, in hexadecimals; moment: of the seal, as PostgreSQL writes it in UTC.
    """
    velden = f"{volgnummer} {handeling} {hash_} {moment}"
    return hashlib.sha256(vorige + velden.encode()).digest()


def past_bij(code: str, kop: Kop) -> bool:
    """Whether `code`, as somebody wrote it down, is that of `kop`; case and dashes are free."""
    return _kaal(code) == _kaal(kop.code)


def _kaal(code: str) -> str:
    return "".join(teken for teken in code.lower() if teken.isalnum())


def nummer_van(code: str) -> int | None:
    """The number at the front of a code; None when it isn't one."""
    voor, streep, rest = code.strip().partition("-")
    return int(voor) if streep and voor.isdecimal() and len(_kaal(rest)) == _CODE_LENGTE else None
