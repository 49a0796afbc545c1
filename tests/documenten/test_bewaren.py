# SPDX-License-Identifier: EUPL-1.2
"""What becomes of the key of a dossier when its term ends: of a casus today nothing yet."""

from tests.databank import cluster, kloon
from vangnet.kern.databank.cluster import BEHEERDER

_VERNIETIGERS = (
    "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.prosrc ~* "
    "'(delete from|truncate)\\s+(public\\.)?(casus_casus|documenten_dossiersleutel)\\M'"
)
_MOGEN = (
    "SELECT grantee, table_name FROM information_schema.role_table_grants "
    "WHERE table_name IN ('casus_casus', 'documenten_dossiersleutel') "
    "AND privilege_type IN ('DELETE', 'TRUNCATE') AND grantee <> 'vangnet_eigenaar'"
)


def test_alleen_met_een_aanmelding_wordt_vandaag_een_sleutel_vernietigd() -> None:
    """Whoever makes that for a casus: the key goes first (documenten/bewaring.py)."""
    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as bank:
        functies = [str(rij[0]) for rij in bank.execute(_VERNIETIGERS.encode()).fetchall()]
        rollen = bank.execute(_MOGEN.encode()).fetchall()

    assert functies == ["aanmelding.vernietig_bij(uuid)"]
    assert rollen == []
