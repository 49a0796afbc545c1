# SPDX-License-Identifier: EUPL-1.2
"""What the filters of the list of zaken offer, and what the filter on a year keeps."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import cluster, kloon, verbonden_met
from vangnet.afsluiting.filterkeuzes import keuzes_in_gebruik
from vangnet.afsluiting.selectors import Zaakfilter, zaakpagina
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.regels import Termijnen

_OPEN, _VAN_AMIRA, _VAN_EEN_ANDER, _DICHT = (UUID(int=nummer) for nummer in range(1, 5))
_CASUSSEN = """
    INSERT INTO casus_casus (id, kenmerk, samenstelling, gemeente, beperkt,
        eerste_verwerking, eerste_verwerking_afgeleid)
    VALUES (%s, 'ZVH-2024-0001', 'individu', 'GM0344', false, '2024-01-09', false),
           (%s, 'ZVH-2024-0002', 'individu', 'GM0363', true, '2024-01-09', false),
           (%s, 'ZVH-2024-0003', 'individu', 'GM0518', true, '2024-01-09', false),
           (%s, 'ZVH-2024-0004', 'individu', 'GM0599', false, '2024-01-09', false)
"""
_INZET = """
    INSERT INTO casus_inzet (id, casus_id, soort, vanaf)
    SELECT gen_random_uuid(), id, 'procesregie', '2024-01-09' FROM casus_casus
     WHERE kenmerk LIKE 'ZVH-2024-%%'
"""
_ROL = """
    INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, rol, antwoord, vanaf)
    VALUES (gen_random_uuid(), %s, %s, 'regisseur', 'aanvaard', '2024-01-09')
"""
_WEER_IN_HUIS = "UPDATE toegang_accountrol SET tot = NULL WHERE id = %s"
_OOK_PARTNER = """
    INSERT INTO toegang_accountrol
    SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
        'gebruiker', %s::uuid))).*
      FROM toegang_accountrol r WHERE r.gebruiker = %s AND r.rol = 'ketenpartner'
"""
_DEELNEMER = """
    INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, antwoord, vanaf)
    VALUES (gen_random_uuid(), %s, %s, %s, 'deelnemer', 'aanvaard', '2024-01-09')
"""
_SLUITING = """
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, afsluitreden, resultaat,
        overdracht)
    VALUES (gen_random_uuid(), %s, '2024-05-01', 'overgedragen_lokaal', 'deels', 'ggz')
"""
_AANMELDINGEN = """
    INSERT INTO aanmelding_aanmelding (id, kenmerk, ontvangen_op, aanmelder_id, gemeente,
        aanleiding, triage_op, triage_besluit, casus_id, eerste_verwerking,
        eerste_verwerking_afgeleid)
    SELECT gen_random_uuid(), 'AM-' || dag, dag, %s, 'GM0344', 'Aanleiding', dag, 'procesregie',
           %s, dag, false
      FROM unnest(ARRAY['2024-01-09', '2025-03-01']::date[]) dag
"""


TERMIJNEN = Termijnen(4, 7, 12, 2)


@pytest.fixture(scope="module")
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with kloon() as naam:
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(_CASUSSEN, [_OPEN, _VAN_AMIRA, _VAN_EEN_ANDER, _DICHT])
            beheer.execute(_INZET)
            beheer.execute(_ROL, [_VAN_AMIRA, id_van("amira")])
            beheer.execute(_WEER_IN_HUIS, [id_van("rol-oda")])
            beheer.execute(_OOK_PARTNER, [id_van("oda"), id_van("bram")])
            beheer.execute(_DEELNEMER, [_VAN_EEN_ANDER, id_van("oda"), id_van("ggz")])
            beheer.execute(_SLUITING, [_DICHT])
            beheer.execute(_AANMELDINGEN, [id_van("politie"), _OPEN])
        with django_db_blocker.unblock(), verbonden_met(naam):
            yield naam


def _gemeenten(naam: str) -> list[str]:
    vrager = Vrager(id_van(naam))
    with als(vrager):
        return list(keuzes_in_gebruik(kijker_van(vrager)).gemeenten)


def _in_jaar(jaar: int) -> set[UUID]:
    vrager = Vrager(id_van("amira"))
    with als(vrager):
        wie = kijker_van(vrager)
        pagina = zaakpagina(Zaakfilter(jaar=jaar), wie=wie, dag=date(2026, 1, 1), gezet=TERMIJNEN)
    return {zaak.casus.pk for zaak in pagina.zaken}


def test_het_huis_kiest_uit_de_gemeenten_van_open_zaken_en_van_de_eigen_beperkte(bank: str) -> None:
    """Not that of a casus that closed, nor of one that is beperkt and names somebody else."""
    assert _gemeenten("amira") == ["GM0080", "GM0344", "GM0363"]


def test_een_collega_leest_niet_dat_er_een_beperkte_zaak_is(bank: str) -> None:
    assert _gemeenten("joris") == ["GM0080", "GM0344"]


def test_wie_ook_partner_is_kiest_ook_uit_de_gemeente_van_die_zaak(bank: str) -> None:
    assert _gemeenten("oda") == ["GM0080", "GM0344", "GM0518"]


def test_een_partner_zonder_zaken_kiest_uit_niets(bank: str) -> None:
    assert _gemeenten("tineke") == []


def test_een_zaak_telt_in_het_jaar_van_haar_eerste_aanmelding(bank: str) -> None:
    assert (_OPEN in _in_jaar(2024), _OPEN in _in_jaar(2025)) == (True, False)
