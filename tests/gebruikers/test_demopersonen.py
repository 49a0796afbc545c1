# SPDX-License-Identifier: EUPL-1.2
"""Who can log in to a demo."""

from vangnet.gebruikers.services import DEMOPERSONEN
from vangnet.toegang.regels import AccountRolSoort


def test_bij_een_opschaling_heeft_elke_kant_iemand_in_het_demohuis() -> None:
    rollen = {een.rol for een in DEMOPERSONEN}

    assert {
        AccountRolSoort.PROCESREGISSEUR,
        AccountRolSoort.MANAGER,
        AccountRolSoort.AANGESPROKENE,
        AccountRolSoort.BESTUUR,
    } <= rollen


def test_twee_mensen_in_het_demohuis_delen_geen_adres() -> None:
    voornamen = [een.naam.split()[0] for een in DEMOPERSONEN]

    assert len(set(voornamen)) == len(voornamen)
