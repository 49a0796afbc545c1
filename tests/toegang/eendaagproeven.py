# SPDX-License-Identifier: EUPL-1.2
"""What voortgang.van_een_dag answers: an inzet or a traject that went on its first day.

Issue 4.3: the inzet can switch, with history. An inzet shows to who sees the casus, a traject to
who sees the whole of it (toegang.md section 2).
"""

from tests.toegang.klokproeven import Proef

_VRAAG = "SELECT coalesce(string_agg(wat, ' '), '') FROM voortgang.van_een_dag(%(lopend)s)"
_TRAJECT = "UPDATE voortgang_trajectbegeleiding SET {} WHERE casus_id = %({})s"
_INZET = "UPDATE casus_inzet SET {} WHERE casus_id = %({})s"
_WEG = "DELETE FROM voortgang_trajectbegeleiding WHERE casus_id = %({})s"
_BEGON = "vanaf = casus.dag(), tot = NULL"
_ANDERS = "soort = 'ondersteuning'"


def _wissel(casus: str, begon: str = _BEGON) -> str:
    """The traject and the inzet begin, and then the traject goes and the inzet is another."""
    return "; ".join(
        (
            _TRAJECT.format(begon, casus),
            _INZET.format(begon, casus),
            _WEG.format(casus),
            _INZET.format(_ANDERS, casus),
        )
    )


_ALLEEN_VERLENGD = "; ".join(
    (
        _TRAJECT.format(_BEGON, "lopend"),
        _TRAJECT.format("einde_reden = 'klaar'", "lopend"),
        _INZET.format(_BEGON, "lopend"),
        _INZET.format("tot = casus.dag()", "lopend"),
    )
)
EENDAAGPROEVEN = [
    Proef(f"van_een_dag: {zin}", vrager, _VRAAG.replace("lopend", bij), antwoord, klaar)
    for zin, vrager, bij, antwoord, klaar in (
        ("inzet en traject", "procesregisseur", "lopend", "procesregie traject", _wissel("lopend")),
        ("een partner geen traject", "ketenpartner", "lopend", "procesregie", _wissel("lopend")),
        ("niet bij een beperkte zaak", "procesregisseur", "beperkt", "", _wissel("beperkt")),
        ("niet van een andere zaak", "procesregisseur", "lopend", "", _wissel("traject")),
        ("niet wat blijft", "procesregisseur", "lopend", "", _ALLEEN_VERLENGD),
        (
            "niet wat eerder begon",
            "procesregisseur",
            "lopend",
            "",
            _wissel("lopend", "vanaf = casus.dag() - 1, tot = NULL"),
        ),
        (
            "niet wat is ingevoerd",
            "procesregisseur",
            "lopend",
            "",
            _wissel("lopend", f"{_BEGON}, invoer = gen_random_uuid()"),
        ),
    )
]
