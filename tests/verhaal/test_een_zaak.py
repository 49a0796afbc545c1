# SPDX-License-Identifier: EUPL-1.2
"""One casus from its aanmelding to its reopening, by those who work on it, and what is counted.

BEGIN and STAPPEN hold the figures of kerncijfers.md, counted by hand. The casus of the cast was
open before the days that are counted: it counts in the stock and in nothing else.
"""

from collections.abc import Callable
from typing import Any

from tests.bezetting import id_van
from tests.databank import cluster
from tests.verhaal import begin, einde
from tests.verhaal.verhaal import Verhaal
from vangnet.kern.databank.cluster import BEHEERDER

BEGIN = {"zaken_openstaand": 1, "zaken_lopend": 1}
GEOPEND = {
    "zaken_aangemeld": 1,
    "zaken_openstaand": 2,
    "zaken_lopend": 2,
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
GESLOTEN = {"zaken_afgesloten": 1, "overdracht": 1, "goed_resultaat": 100, "zaken_openstaand": 1}
# What each step changes; every other figure stays as it was.
STAPPEN: tuple[tuple[Callable[[Verhaal], None], dict[str, Any]], ...] = (
    (begin.aanmelding, {"aanmeldingen": 1}),
    (begin.vraag_aan_de_aanmelder, {}),
    (begin.besluit, GEOPEND),
    (begin.wie_meedoen, {"personen_betrokken": 2, "personen_betrokken_per_casus": 2}),
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
    (einde.heropening, {"zaken_heropend": 1, "zaken_openstaand": 2}),
)


def test_een_zaak_telt_van_aanmelding_tot_heropening_bij_elke_stap_goed(
    eigen_databank: str,
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        # A second regisseur, to agree with a closing.
        beheer.execute(
            "UPDATE toegang_accountrol SET tot = NULL WHERE id = %s", [id_van("rol-oda")]
        )
    verhaal = Verhaal(eigen_databank)
    verwacht: dict[str, Any] = dict(BEGIN)
    assert verhaal.cijfers() == verwacht

    for stap, verandert in STAPPEN:
        stap(verhaal)
        verwacht |= verandert
        assert (stap.__name__, verhaal.cijfers()) == (stap.__name__, verwacht)
