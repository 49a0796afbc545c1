# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - put together from own words
"""Which organisation of an audience a partner reads, by the rollen that it has or had.

The casus is that of `andere_zijde`: Bram is on side 2, and the shelter on side 1.
"""

from tests.toegang.aanhangproef import Proef

_VRAAG = (
    "SELECT count(*) FROM casus_bijdragepubliek p JOIN casus_bijdrage b ON b.id = p.bijdrage_id "
    "WHERE b.casus_id = %(andere_zijde)s AND p.organisatie_id = %(opvang)s"
)
_ELDERS_ZONDER_KANT = (
    "INSERT INTO casus_casusrol (id, casus_id, organisatie_id, rol) "
    "VALUES (%(nieuw)s, %(lopend)s, %(opvang)s, 'deelnemer')"
)
_EERDER_ZONDER_KANT = (
    "INSERT INTO casus_casusrol (id, casus_id, organisatie_id, rol, beeindigd_op) "
    "VALUES (%(nieuw)s, %(andere_zijde)s, %(opvang)s, 'deelnemer', now())"
)
PUBLIEKPROEVEN = [
    Proef(
        f"casus_bijdragepubliek: {zin}",
        "ketenpartner",
        _VRAAG,
        aantal,
        klaar,
    )
    for zin, aantal, klaar in (
        ("wie alleen aan de andere kant meedoet", 0, ""),
        ("wie in een andere casus zonder kant meedoet", 0, _ELDERS_ZONDER_KANT),
        ("wie hier zonder kant meedeed, en nu aan de andere kant", 0, _EERDER_ZONDER_KANT),
        (
            "wie hier zonder kant meedeed, en alleen elders aan een kant staat",
            1,
            f"WITH eerder AS ({_EERDER_ZONDER_KANT}) UPDATE casus_casusrol "
            "SET casus_id = %(lopend)s WHERE organisatie_id = %(opvang)s",
        ),
    )
]
