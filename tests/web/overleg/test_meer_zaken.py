# SPDX-License-Identifier: EUPL-1.2
"""An overleg about three casussen: its agenda, and the act for all of them."""

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.web.overleg.stappen import adres_van, als_wie, bespreek
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.regels import RolSoort
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Genodigde, Verslag
from vangnet.overleg.services import Nieuw, overleg_plannen

_NOG_TWEE = """
    INSERT INTO casus_casus
    SELECT (jsonb_populate_record(c, jsonb_build_object(
               'id', gen_random_uuid(), 'kenmerk', 'ZVH-2022-000' || n))).*
      FROM casus_casus c, generate_series(2, 3) n WHERE c.id = %s
"""


@pytest.fixture
def zaken(eigen_databank: str) -> list[UUID]:
    """Three casussen that are alike."""
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_NOG_TWEE, [id_van("casus")])
        rijen = beheer.execute("SELECT id FROM casus_casus ORDER BY kenmerk").fetchall()
    return [rij[0] for rij in rijen]


def _plan(zaken: list[UUID]) -> list[Agendapunt]:
    with als_wie("amira"):
        nieuw = Nieuw(datum=vandaag(), soort="casusoverleg")
        overleg = overleg_plannen(nieuw, zaken, door=id_van("amira"))
        return list(Agendapunt.objects.filter(overleg=overleg).order_by("volgnummer"))


def _vragen(client: Client, adres: str) -> int:
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(adres).status_code == 200
    return len(gesteld)


def test_een_organisatie_zonder_naam_staat_alleen_bij_haar_eigen_zaak(zaken: list[UUID]) -> None:
    with als_wie("amira"):
        uitnodigen(zaken[1], Plek(None, id_van("ggz"), RolSoort.DEELNEMER))
    punten = _plan(zaken)

    with als_wie("amira"):
        genoemd = Genodigde.objects.filter(agendapunt__in=[een.pk for een in punten])
        assert list(genoemd.values_list("agendapunt", "organisatie")) == [
            (punten[1].pk, id_van("ggz"))
        ]


def test_de_agenda_vraagt_bij_1_en_3_zaken_evenveel(zaken: list[UUID]) -> None:
    amira = log_in(Client(), "amira")
    een, drie = _plan(zaken[:1]), _plan(zaken)
    _vragen(amira, f"/overleggen/{een[0].overleg_id}")

    aantallen = [_vragen(amira, f"/overleggen/{punten[0].overleg_id}") for punten in (een, drie)]

    assert len(drie) == 3
    assert aantallen[0] == aantallen[1]


def test_alle_verslagen_waarin_iets_staat_gaan_in_een_keer_vast(zaken: list[UUID]) -> None:
    amira = log_in(Client(), "amira")
    eerste, leeg, laatste = _plan(zaken)
    bespreek(amira, eerste.pk)

    antwoord = bespreek(amira, laatste.pk, alle_vaststellen="ja")

    assert antwoord["Location"] == f"/overleggen/{eerste.overleg_id}"
    agenda = amira.get(antwoord["Location"]).content.decode()
    assert "2 verslagen zijn vastgesteld." in agenda
    assert "Bij 1 zaak is nog niets opgeschreven." in agenda
    with als_wie("amira"):
        klaar = Verslag.objects.filter(vastgesteld_op__isnull=False)
        assert set(klaar.values_list("agendapunt", flat=True)) == {eerste.pk, laatste.pk}
        assert Verslag.objects.get(agendapunt=leeg.pk).vastgesteld_op is None


def test_de_knop_voor_alle_zaken_staat_bij_de_laatste(zaken: list[UUID]) -> None:
    amira = log_in(Client(), "amira")
    punten = _plan(zaken)
    knop = "Opslaan en alle verslagen vaststellen"

    gezien = [knop in amira.get(adres_van(punt.pk)).content.decode() for punt in punten]

    assert gezien == [False, False, True]
