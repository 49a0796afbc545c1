# SPDX-License-Identifier: EUPL-1.2
"""What a manager is told of the work of the house (toegang.md section 2: workload and queue).

In the bank of relations Tineke is trajectbegeleider on one casus, and Mirjam has a rol of regisseur
without the account role for it.
"""

from tests.toegang.klokproeven import Proef

_LAST = (
    "SELECT als_regisseur || ' ' || als_trajectbegeleider FROM voortgang.werklast() "
    "WHERE gebruiker = %({})s"
)
_ROL = "UPDATE casus_casusrol SET {} WHERE casus_id = %(traject)s AND gebruiker_id = %(tineke)s"
_REGISSEUR = (
    "UPDATE casus_casusrol SET gebruiker_id = %(amira)s WHERE casus_id = %(overgebleven)s "
    "AND rol = 'regisseur'"
)
_RIJ = (
    "SELECT aantal || ' ' || ((now() AT TIME ZONE 'Europe/Amsterdam')::date - oudste) || ' ' || "
    "te_lang FROM voortgang.triagerij()"
)
# Nothing waits but what the probe lets wait.
_BESLOTEN = (
    "UPDATE aanmelding_aanmelding SET triage_besluit = 'elders', triage_op = ontvangen_op "
    "WHERE triage_besluit IS NULL"
)
_WACHT = (
    "UPDATE aanmelding_aanmelding SET triage_besluit = NULL, triage_op = NULL, casus_id = NULL, "
    "ontvangen_op = casus.dag() - {} WHERE casus_id = %({})s"
)


def _last(zin: str, antwoord: object, klaar: str = "", *, wie: str = "tineke") -> Proef:
    return Proef(f"werklast: {zin}", "manager", _LAST.format(wie), antwoord, klaar)


def _rij(zin: str, vraag: str, antwoord: object, *klaar: str) -> Proef:
    return Proef(f"triagerij: {zin}", "manager", vraag, antwoord, "; ".join((_BESLOTEN, *klaar)))


LEIDINGPROEVEN = [
    _last("een open zaak als trajectbegeleider", "0 1"),
    _last("een open zaak als regisseur", "1 0", _REGISSEUR, wie="amira"),
    _last("wie nog geen zaak heeft staat er met nul", "0 0", wie="amira"),
    _last("niet een rol die is beeindigd", "0 0", _ROL.format("beeindigd_op = now()")),
    _last("niet een rol die voorbij is", "0 0", _ROL.format("tot = '2024-06-30'")),
    _last("wel op de laatste dag van een rol", "0 1", _ROL.format("tot = casus.dag()")),
    _last("niet een rol die nog begint", "0 0", _ROL.format("vanaf = '2100-01-01'")),
    _last("niet een gesloten zaak", "0 0", _ROL.format("casus_id = %(gesloten)s")),
    _last("een partner staat er niet", None, wie="bram"),
    _last("wie op een zaak staat zonder die rol van het account ook niet", None, wie="mirjam"),
    _rij("leeg", "SELECT aantal || ' ' || te_lang FROM voortgang.triagerij()", "0 0"),
    _rij(
        "een week is niet te lang",
        _RIJ,
        "1 7 0",
        _WACHT.format(7, "lopend"),
    ),
    _rij(
        "langer dan een week wel",
        _RIJ,
        "2 8 1",
        _WACHT.format(8, "lopend"),
        _WACHT.format(2, "traject"),
    ),
]
