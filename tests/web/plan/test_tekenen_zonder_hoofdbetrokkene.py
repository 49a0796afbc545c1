# SPDX-License-Identifier: EUPL-1.2
"""A plan of a casus without a hoofdbetrokkene, as an import can bring it, is signed by nobody."""

from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.kern.databank.cluster import BEHEERDER


def test_zonder_hoofdbetrokkene_staat_het_tekenen_ook_in_het_journaal(eigen_databank: str) -> None:
    adres = f"/zaken/{id_van('casus')}/plan/handtekening"
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE casus_betrokkenheid SET rol = 'overig'")

    log_in(Client(), "amira").post(adres, {"ondertekend_op": "4-3-2022"})

    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        gedaan = "SELECT casus FROM journaal_handeling WHERE handeling = 'plan.ondertekend'"
        assert beheer.execute(gedaan).fetchall() == [(id_van("casus"),)]
        assert beheer.execute("SELECT FROM plan_handtekening").fetchall() == []
