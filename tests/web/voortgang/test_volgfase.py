# SPDX-License-Identifier: EUPL-1.2
"""The clock while a signed plan is followed: still as long as no afspraak is open.

toegang.md section 5: the follow-up of a signed plan keeps the casus open in a phase of its own. The
casus of the cast was evaluated on 15 March 2022; its one afspraak is of 1 March.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import Q
from django.test import Client

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.afsluiting.selectors import Zaakfilter, zaakpagina
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.plan.services import afspraak_afvinken
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.mijnzaken import Datumsoort, casussen_van
from vangnet.voortgang.querysets import klokken
from vangnet.voortgang.regels import gemiste_evaluaties
from vangnet.voortgang.selectors import te_bespreken, termijnen, voor_management

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
KENMERK = "ZVH-2022-0001"
VOORTGANG = f"/zaken/{CASUS}/voortgang/"

_GETEKEND = "UPDATE plan_plan SET ondertekend_op = '2022-03-04', volgen_tot = '{}'"
_GEVOLGD = _GETEKEND.format("2099-03-04")
_KLAAR = "UPDATE plan_afspraak SET gereed_op = '2022-03-10'"
_VERVALLEN = "UPDATE plan_afspraak SET vervallen_op = '2022-03-10', vervallen_reden = 'anders'"
_NIEUW = "UPDATE plan_afspraak SET vastgesteld_op = '2023-05-01', uiterlijk_op = '2023-06-01'"
# As if it was here all that time: a casus is not late for evaluations of before.
_AL_HIER = "UPDATE casus_casus SET aangemaakt_op = '2022-01-01'"
_HEROPEND = (
    "INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, heropend_op, resultaat, dicht)"
    " VALUES ('{}', '{}', '2022-05-01', '2022-06-01', 'doel_gerealiseerd', false)"
)
_TWEEDE_VOORBIJ = (
    "INSERT INTO plan_plan SELECT (jsonb_populate_record(p, jsonb_build_object('id', "
    "gen_random_uuid(), 'kenmerk', 'pl-nog-een', 'ondertekend_op', '2021-01-04', "
    "'volgen_tot', '2022-04-04'))).* FROM plan_plan p"
)
_GENOEMD = (
    "INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, rol, antwoord, vanaf, uitgenodigd_op,"
    " dicht) VALUES (gen_random_uuid(), '{}', '{}', 'regisseur', 'aanvaard', '2022-03-01',"
    " '2022-03-01', false)"
)
_STIL: list[date] = []
_GEEN_STILTE = [date(2022, 3, 15)]


@pytest.mark.parametrize(
    ("klaar", "bewogen"),
    [
        pytest.param([_KLAAR], _GEEN_STILTE, id="niet getekend"),
        pytest.param([_GEVOLGD], _GEEN_STILTE, id="er staat een afspraak open"),
        pytest.param([_GEVOLGD, _KLAAR], _STIL, id="alles is klaar"),
        pytest.param([_GEVOLGD, _VERVALLEN], _STIL, id="wat openstond verviel"),
        pytest.param([_GEVOLGD, _NIEUW], [date(2023, 5, 1)], id="een nieuwe afspraak"),
        pytest.param(
            [_GETEKEND.format("2025-03-04"), _KLAAR], [date(2025, 3, 4)], id="het volgen is voorbij"
        ),
        pytest.param(
            [_GEVOLGD, _KLAAR, _HEROPEND.format(uuid4(), CASUS)], _STIL, id="heropend en stil"
        ),
        pytest.param(
            [_GEVOLGD, _HEROPEND.format(uuid4(), CASUS)],
            [date(2022, 6, 1)],
            id="heropend met een afspraak",
        ),
        pytest.param([_GEVOLGD, _TWEEDE_VOORBIJ, _KLAAR], _STIL, id="een van twee plannen gevolgd"),
    ],
)
def test_regisseur_en_manager_zien_dezelfde_klok(
    klaar: list[str], bewogen: list[date], eigen_databank: str
) -> None:
    _zet(eigen_databank, klaar)
    with als(Vrager(id_van("amira"))):
        huis: Any = list(klokken(Q(pk=CASUS), vandaag()))
        op_agenda = te_bespreken(
            kijker(Recht.VOORTGANG_INZIEN), dag=vandaag(), tot=vandaag()
        ).keys()
    with als(Vrager(id_van("mirjam"))):
        manager = voor_management(vandaag())
        gezet = termijnen()
    gemist = [gemiste_evaluaties(een, gezet, vandaag()) for een in bewogen]

    # Each time an evaluation is waited for since that same day.
    assert [(een.bewogen_op, een.evaluatie_vanaf) for een in huis] == [(d, d) for d in bewogen]
    assert [(een.bewogen_op, een.gemist) for een in manager] == list(
        zip(bewogen, gemist, strict=True)
    )
    assert bool(op_agenda) == bool(bewogen)


# Nothing else comes sooner in the casus than its evaluation.
_VERDER_NIETS = (
    "UPDATE plan_afspraak SET uiterlijk_op = '2090-01-02'",
    "UPDATE overleg_overleg SET afgelast_op = now()",
    _GENOEMD.format(CASUS, id_van("amira")),
)


@pytest.mark.parametrize(
    ("klaar", "evaluatie"),
    [
        pytest.param([], date(2022, 6, 7), id="niet getekend"),
        pytest.param([_GEVOLGD, _KLAAR], None, id="alles is klaar"),
        pytest.param([_GEVOLGD, _TWEEDE_VOORBIJ, _KLAAR], None, id="een van twee plannen gevolgd"),
        pytest.param([_GEVOLGD, _NIEUW], date(2023, 7, 24), id="een nieuwe afspraak"),
        pytest.param(
            [_GETEKEND.format("2025-03-04"), _KLAAR], date(2025, 5, 27), id="volgen is voorbij"
        ),
        pytest.param(
            [_GEVOLGD, _HEROPEND.format(uuid4(), CASUS)], date(2022, 8, 24), id="heropend"
        ),
    ],
)
def test_de_lijst_en_mijn_werk_noemen_de_evaluatie_van_diezelfde_klok(
    klaar: list[str], evaluatie: date | None, eigen_databank: str
) -> None:
    """Twelve weeks after the day from which the clock runs."""
    _zet(eigen_databank, [*klaar, *_VERDER_NIETS])
    with als(Vrager(id_van("amira"))):
        wie = kijker(Recht.ZAKEN_INZIEN)
        zoek = Zaakfilter(kenmerk=KENMERK)
        (rij,) = zaakpagina(zoek, wie=wie, dag=vandaag(), gezet=termijnen()).zaken
        (mijn,) = [een for een in casussen_van(wie, dag=vandaag()) if een.casus.pk == CASUS]
    van_lijst = rij.volgende if rij.wat is Datumsoort.EVALUATIE else None
    van_mijn = mijn.volgende if mijn.wat is Datumsoort.EVALUATIE else None

    assert (van_lijst, van_mijn) == (evaluatie, evaluatie)


def _zet(databank: str, opdrachten: list[str]) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        for opdracht in (_AL_HIER, *opdrachten):
            beheer.execute(opdracht.encode())


_NOG_EEN = (
    "INSERT INTO plan_afspraak SELECT (jsonb_populate_record(a, jsonb_build_object('id', "
    "gen_random_uuid(), 'kenmerk', 'af-nog-een', 'vastgesteld_op', '2023-05-01', "
    "'uiterlijk_op', '2023-06-01'))).* FROM plan_afspraak a"
)
_EERSTE_KLAAR = "UPDATE plan_afspraak SET gereed_op = '2023-07-01' WHERE kenmerk <> 'af-nog-een'"
_LATER_GETEKEND = _GEVOLGD.replace("2022-03-04", "2023-06-01")


@pytest.mark.parametrize(
    ("klaar", "bewogen"),
    [
        pytest.param(
            [_GEVOLGD, _NOG_EEN, _EERSTE_KLAAR], date(2023, 7, 1), id="een van twee klaar"
        ),
        pytest.param([_LATER_GETEKEND, _NIEUW], date(2023, 5, 1), id="getekend met een open"),
        pytest.param(
            [_GETEKEND.format("2025-03-04")], date(2022, 3, 15), id="einde van volgen met een open"
        ),
    ],
)
def test_wat_al_die_tijd_openstond_laat_de_gemiste_evaluaties_staan(
    klaar: list[str], bewogen: date, eigen_databank: str
) -> None:
    """The clock never stood still, so it doesn't begin again."""
    _zet(eigen_databank, klaar)
    with als(Vrager(id_van("amira"))):
        (huis,) = klokken(Q(pk=CASUS), vandaag())
    with als(Vrager(id_van("mirjam"))):
        (manager,) = voor_management(vandaag())
        gemist = gemiste_evaluaties(date(2022, 3, 15), termijnen(), vandaag())

    assert (huis.bewogen_op, huis.evaluatie_vanaf) == (bewogen, date(2022, 3, 15))
    assert (manager.bewogen_op, manager.gemist) == (bewogen, gemist)


@pytest.fixture
def amira_volgt(ingelogd: Ingelogd) -> Client:
    """The plan of the cast is signed today; its one afspraak is open."""
    amira = ingelogd("amira")
    velden = {"ondertekend_op": f"{vandaag():%d-%m-%Y}"}
    assert amira.post(f"/zaken/{CASUS}/plan/handtekening", velden).status_code == 302
    return amira


def _vink_af() -> None:
    with als(Vrager(id_van("amira"))):
        afspraak_afvinken(id_van("afspraak"), gereed=True)


def test_de_zaak_zegt_dat_de_klok_stilstaat(amira_volgt: Client) -> None:
    _vink_af()
    pagina = amira_volgt.get(VOORTGANG).content.decode()

    # Five years after the first day of the casus: shorter than three years from now.
    assert "In de volgfase tot 1 mrt 2027: de klok staat stil." in pagina
    assert "Evalueer uiterlijk" not in pagina
    assert "loopt geen klok" not in pagina
    assert "Deze zaak staat stil" not in amira_volgt.get(f"/zaken/{CASUS}").content.decode()
    assert KENMERK not in amira_volgt.get("/voortgang/").content.decode()


def test_met_een_open_afspraak_loopt_de_klok_in_de_volgfase(amira_volgt: Client) -> None:
    assert "de klok staat stil" not in amira_volgt.get(VOORTGANG).content.decode()
    assert KENMERK in amira_volgt.get("/voortgang/").content.decode()


def test_zonder_handtekening_loopt_de_klok_ook_als_alles_klaar_is(ingelogd: Ingelogd) -> None:
    _vink_af()
    amira = ingelogd("amira")

    assert "de klok staat stil" not in amira.get(VOORTGANG).content.decode()
    assert KENMERK in amira.get("/voortgang/").content.decode()
