# SPDX-License-Identifier: EUPL-1.2
"""The steps of the story, and by how much each changes the figures of kerncijfers.md."""

from collections import Counter
from collections.abc import Callable, Mapping

from tests.verhaal import begin, einde
from tests.verhaal.verhaal import Verhaal

GEOPEND = {
    "zaken_aangemeld": 1,
    "zaken_openstaand": 1,
    "zaken_lopend": 1,
    "personen_betrokken": 1,
    "personen_betrokken_per_casus": 1,
    "leeftijd": 1,
    "samenstelling": 1,
}
BEGELEID = {
    "trajectbegeleiding": 1,
    "trajectbegeleiding_nieuw": 1,
    "trajectbegeleiding_begonnen": 1,
}
GESLOTEN = {"zaken_afgesloten": 1, "overdracht": 1, "goed_resultaat": 100, "zaken_openstaand": -1}
# What each step adds, counted by hand; every other figure stays as it was.
STAPPEN: tuple[tuple[Callable[[Verhaal], None], Mapping[str, int]], ...] = (
    (begin.aanmelding, {"aanmeldingen": 1}),
    (begin.vraag_aan_de_aanmelder, {}),
    (begin.besluit, GEOPEND),
    (begin.wie_meedoen, {"personen_betrokken": 1, "personen_betrokken_per_casus": 1}),
    (begin.beeld, {}),
    (begin.overleg, {}),
    (begin.plan, {}),
    (begin.voortgang, {}),
    (einde.stilstand, {}),
    (einde.opschaling, {}),
    (einde.traject, BEGELEID),
    (einde.overdracht, {}),
    (einde.sluiting, GESLOTEN),
    (einde.nazorg, {}),
    (einde.oud_client, {"advies_trajectbegeleiding": 1}),
    (einde.heropening, {"zaken_heropend": 1, "zaken_openstaand": 1}),
)


def vertel(verhaal: Verhaal, cijfers: Mapping[str, int]) -> None:
    """Take every step, and hold the figures after it against `cijfers`, those before the first."""
    verwacht = Counter(cijfers)
    for stap, erbij in STAPPEN:
        stap(verhaal)
        verwacht.update(erbij)
        assert (stap.__name__, verhaal.cijfers()) == (stap.__name__, dict(verwacht))
