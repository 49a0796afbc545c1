# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - put together from own words
"""Whom a partner on a side reads as asked to come, by the rollen that these have or had.

The casus is that of `andere_zijde`: Bram is on side 2, the shelter and the police on side 1.
"""

from tests.toegang.aanhangproef import Proef

_VRAAG = "SELECT count(*) FROM overleg_genodigde WHERE id = %(nieuw)s"
_GENODIGD = (
    "WITH rol AS ({rol}), punt AS (SELECT id FROM overleg_agendapunt "
    "WHERE casus_id = %(andere_zijde)s) "
    "INSERT INTO overleg_genodigde (id, casus_id, agendapunt_id, {wie}, eerste_verwerking) "
    "SELECT %(nieuw)s, %(andere_zijde)s, punt.id, {ids}, CURRENT_DATE FROM punt"
)
_OPVANG = {"wie": "organisatie_id", "ids": "%(opvang)s"}
_IEMAND = {"wie": "organisatie_id, gebruiker_id", "ids": "%(politie)s, %(tineke)s"}
_DERDE = {"wie": "derde, geheimhouding_op", "ids": "'Een derde', CURRENT_DATE"}
_GEEN = "SELECT"


def _rol(casus: str, organisatie: str, **nog: str) -> str:
    """A rol without a side."""
    namen = "".join(f", {naam}" for naam in nog)
    waarden = "".join(f", {waarde}" for waarde in nog.values())
    return (
        f"INSERT INTO casus_casusrol (id, casus_id, organisatie_id, rol{namen}) "
        f"VALUES (gen_random_uuid(), {casus}, {organisatie}, 'deelnemer'{waarden})"
    )


_HIER, _ELDERS = "%(andere_zijde)s", "%(lopend)s"
_EERDER = {"beeindigd_op": "now()"}
# One statement of two: the rol that stood on the other side goes to another casus.
_EN_NAAR_ELDERS = (
    "), elders AS (UPDATE casus_casusrol SET casus_id = %(lopend)s "
    "WHERE organisatie_id = %(opvang)s AND zijde = 1"
)

_PER_KANT = [
    Proef(
        f"overleg_genodigde: {zin}",
        "ketenpartner",
        _VRAAG,
        aantal,
        _GENODIGD.format(rol=rol, **wie),
    )
    for zin, aantal, wie, rol in (
        ("wie alleen aan de andere kant meedoet", 0, _OPVANG, _GEEN),
        ("wie hier ook zonder kant meedoet", 1, _OPVANG, _rol(_HIER, "%(opvang)s")),
        ("wie alleen elders zonder kant meedoet", 0, _OPVANG, _rol(_ELDERS, "%(opvang)s")),
        (
            "wie hier zonder kant meedeed, en nu aan de andere kant",
            0,
            _OPVANG,
            _rol(_HIER, "%(opvang)s", **_EERDER),
        ),
        (
            "wie hier zonder kant meedeed, en alleen elders aan een kant staat",
            1,
            _OPVANG,
            _rol(_HIER, "%(opvang)s", **_EERDER) + _EN_NAAR_ELDERS,
        ),
        (
            "wie zonder kant nee zei, en aan de andere kant meedoet",
            0,
            _OPVANG,
            _rol(_HIER, "%(opvang)s", antwoord="'geweigerd'"),
        ),
        (
            "wie hier zonder kant meedeed tot een dag die voorbij is",
            0,
            _OPVANG,
            _rol(_HIER, "%(opvang)s", tot="CURRENT_DATE - 7"),
        ),
        (
            "wie voor een organisatie komt van wie een ander zonder kant meedoet",
            0,
            _IEMAND,
            _rol(_HIER, "%(politie)s"),
        ),
        (
            "een derde, ook als het huis meedoet",
            0,
            _DERDE,
            _rol(_HIER, "NULL", gebruiker_id="%(amira)s").replace("'deelnemer'", "'regisseur'"),
        ),
    )
]
GENODIGDENPROEVEN = [
    *_PER_KANT,
    *(
        Proef(
            f"overleg_agendapunt: {zin}",
            "ketenpartner",
            "SELECT count(*) FROM overleg_agendapunt WHERE casus_id = %(lopend)s",
            0,
            f"UPDATE overleg_genodigde SET {anders} "
            "WHERE casus_id = %(lopend)s AND gebruiker_id = %(bram)s",
        )
        for zin, anders in (
            ("wie niet uitgenodigd is gebleven", "weggelaten_op = now()"),
            ("wie voor een andere organisatie is gevraagd", "organisatie_id = %(politie)s"),
        )
    ),
]
