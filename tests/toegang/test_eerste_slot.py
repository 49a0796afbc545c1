# SPDX-License-Identifier: EUPL-1.2
"""The first lock alone: with every policy of the database off, the application filters the same."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import lijst, relatiesjabloon
from tests.toegang.test_relaties import KLAAR, Relatieregel, elke_relatie
from vangnet.aanmelding.querysets import (
    beslissers_voor,
    huisoordelen_voor,
    koppelingen_voor,
    oordelen_voor,
)
from vangnet.afsluiting.querysets import besluiten_voor, overdrachten_voor
from vangnet.afsluiting.selectors import Zaakfilter, Zaakregel, zaakpagina
from vangnet.afsluiting.zaakkop import zaakkop
from vangnet.casus.querysets import (
    betrokkenen_voor,
    bijdragen_voor,
    genoemden_voor,
    zichtbaar_voor,
)
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.overleg.querysets import (
    genodigden_voor,
    overleggen_voor,
    punten_voor,
    verslagafspraken_voor,
    verslagen_voor,
)
from vangnet.plan.querysets import afspraken_voor, doelen_voor
from vangnet.toegang.kijker import Kijker, kijker_van
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import VastgelopenAfspraak
from vangnet.voortgang.querysets import (
    evaluaties_voor,
    gevraagd_aan,
    opschalingen_voor,
    veiligheid_voor,
)
from vangnet.voortgang.regels import Termijnen

# How an aanmelding was decided on is for the house, in what it sees (toegang.md section 2).
_ZIEN_HOE_IS_BESLOTEN = frozenset(
    {"huis", "beperkt_genoemd", "noodtoegang_huis_beperkt", "heropend_huis"}
)
_UIT = """
    SELECT format('ALTER TABLE %I.%I DISABLE ROW LEVEL SECURITY', nspname, relname)
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relrowsecurity
"""


# The next afspraak of another partner comes before that of the GGZ.
_EERST_DE_POLITIE = """
    UPDATE plan_afspraak SET gereed_op = NULL, uiterlijk_op = CASE organisatie_id
        WHEN %s THEN date '2031-04-01' ELSE date '2031-05-01' END
"""


@pytest.fixture(scope="module")
def zonder_beleid() -> Iterator[str]:
    """A clone with a casus for each relation, and no policy at work."""
    with kloon(relatiesjabloon()) as naam:
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(KLAAR)
            beheer.execute(_EERST_DE_POLITIE, [id_van("politie")])
            for opdracht in lijst(beheer, _UIT):
                beheer.execute(opdracht.encode())
        yield naam


@pytest.mark.asvs("8.2.2")
@elke_relatie
def test_zonder_beleid_toont_de_toepassing_bij_elke_relatie_wat_de_zin_zegt(
    regel: Relatieregel, zonder_beleid: str, django_db_blocker: DjangoDbBlocker
) -> None:
    """What opens the page, who is in it, and what was shared."""
    vrager = Vrager(id_van(regel.vrager))
    with django_db_blocker.unblock(), verbonden_met(zonder_beleid), als(vrager):
        wie = kijker_van(vrager)
        gezien = {
            "zaken": zichtbaar_voor(wie).filter(pk=regel.casus_id).count(),
            "casus_betrokkenheid": betrokkenen_voor(wie).filter(casus=regel.casus_id).count(),
            "casus_bijdrage": bijdragen_voor(wie).filter(casus=regel.casus_id).count(),
            "casus_bijdragepubliek": genoemden_voor(wie)
            .filter(bijdrage__in=bijdragen_voor(wie).filter(casus=regel.casus_id))
            .count(),
            "voortgang_evaluatie": evaluaties_voor(wie).filter(casus=regel.casus_id).count(),
            "voortgang_veiligheidsrisico": veiligheid_voor(wie)
            .filter(casus=regel.casus_id)
            .count(),
            "voortgang_opschaling": opschalingen_voor(wie).filter(casus=regel.casus_id).count()
            + gevraagd_aan(wie, vandaag()).filter(casus=regel.casus_id).count(),
        }

    assert gezien == {
        "zaken": int(regel.pagina == 200),
        "casus_betrokkenheid": regel.rijen.get("casus_betrokkenheid", 0),
        "casus_bijdrage": regel.rijen.get("casus_bijdrage", 0),
        "casus_bijdragepubliek": regel.rijen.get("casus_bijdragepubliek", 0),
        "voortgang_evaluatie": regel.rijen.get("voortgang_evaluatie", 0),
        "voortgang_veiligheidsrisico": regel.rijen.get("voortgang_veiligheidsrisico", 0),
        "voortgang_opschaling": regel.rijen.get("voortgang_opschaling", 0),
    }


@pytest.mark.asvs("8.2.2")
@elke_relatie
def test_zonder_beleid_toont_de_toepassing_van_een_overleg_wat_de_zin_zegt(
    regel: Relatieregel, zonder_beleid: str, django_db_blocker: DjangoDbBlocker
) -> None:
    vrager = Vrager(id_van(regel.vrager))
    with django_db_blocker.unblock(), verbonden_met(zonder_beleid), als(vrager):
        wie = kijker_van(vrager)
        punten = punten_voor(wie).filter(casus=regel.casus_id)
        gezien = {
            "overleg_overleg": overleggen_voor(wie)
            .filter(agendapunten__casus=regel.casus_id)
            .distinct()
            .count(),
            "overleg_agendapunt": punten.count(),
            "overleg_genodigde": genodigden_voor(wie).filter(casus=regel.casus_id).count(),
            "overleg_verslag": verslagen_voor(wie).filter(casus=regel.casus_id).count(),
            "overleg_verslagafspraak": verslagafspraken_voor(wie)
            .filter(casus=regel.casus_id)
            .count(),
        }

    assert gezien == {tabel: regel.rijen.get(tabel, 0) for tabel in gezien}


@pytest.mark.asvs("8.2.2")
@elke_relatie
def test_zonder_beleid_toont_de_toepassing_van_plan_en_afsluiting_wat_de_zin_zegt(
    regel: Relatieregel, zonder_beleid: str, django_db_blocker: DjangoDbBlocker
) -> None:
    vrager = Vrager(id_van(regel.vrager))
    with django_db_blocker.unblock(), verbonden_met(zonder_beleid), als(vrager):
        wie = kijker_van(vrager)
        gezien = {
            "plan_doel": doelen_voor(wie).filter(casus=regel.casus_id).count(),
            "plan_afspraak": afspraken_voor(wie).filter(casus=regel.casus_id).count()
            + VastgelopenAfspraak.objects.filter(opschaling__in=gevraagd_aan(wie, vandaag()))
            .filter(opschaling__casus=regel.casus_id)
            .count(),
            "afsluiting_overdracht": overdrachten_voor(wie).filter(casus=regel.casus_id).count(),
            "afsluiting_besluit": besluiten_voor(wie).filter(casus=regel.casus_id).count(),
        }

    assert gezien == {tabel: regel.rijen.get(tabel, 0) for tabel in gezien}


@pytest.mark.asvs("8.2.2")
@elke_relatie
def test_zonder_beleid_toont_de_lijst_en_de_kop_een_partner_alleen_de_eigen_afspraak(
    regel: Relatieregel, zonder_beleid: str, django_db_blocker: DjangoDbBlocker
) -> None:
    """And no phase, that stands on the whole plan; who sees that sees all of the casus."""
    vrager, dag = Vrager(id_van(regel.vrager)), vandaag()
    with django_db_blocker.unblock(), verbonden_met(zonder_beleid), als(vrager):
        wie = kijker_van(vrager)
        kop = zaakkop(regel.casus_id, wie=wie, dag=dag)
        op_lijst = [
            (een.fase, een.volgende)
            for een in _alle(wie, dag=dag)
            if een.casus.pk == regel.casus_id
        ]

    ziet_plan = "plan_doel" in regel.rijen
    assert (kop is not None, len(op_lijst)) == ((True, 1) if regel.pagina == 200 else (False, 0))
    if kop:
        assert (kop.heel, kop.heeft_plan) == (ziet_plan, True)
        assert ziet_plan or op_lijst == [(None, date(2031, 5, 1))]


def _alle(wie: Kijker, *, dag: date) -> Iterator[Zaakregel]:
    na = ""
    while True:
        blad = zaakpagina(Zaakfilter(), wie=wie, dag=dag, gezet=Termijnen(4, 7, 12, 2), na=na)
        yield from blad.zaken
        if not (na := blad.volgende):
            return


@pytest.mark.asvs("8.2.2")
@elke_relatie
def test_zonder_beleid_ziet_alleen_het_huis_hoe_is_besloten(
    regel: Relatieregel, zonder_beleid: str, django_db_blocker: DjangoDbBlocker
) -> None:
    vrager = Vrager(id_van(regel.vrager))
    with django_db_blocker.unblock(), verbonden_met(zonder_beleid), als(vrager):
        wie = kijker_van(vrager)
        gezien = (
            oordelen_voor(wie).filter(aanmelding__casus=regel.casus_id).count(),
            beslissers_voor(wie).filter(aanmelding__casus=regel.casus_id).count(),
            koppelingen_voor(wie).filter(aanmelding__casus=regel.casus_id).count(),
            huisoordelen_voor(wie).filter(aanmelding__casus=regel.casus_id).count(),
        )

    ziet = int(regel.relatie in _ZIEN_HOE_IS_BESLOTEN)
    assert gezien == (ziet, ziet, ziet, ziet)
