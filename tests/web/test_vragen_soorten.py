# SPDX-License-Identifier: EUPL-1.2
"""What a page asks the database: of the domain, and of the frame around every page.

Measured in transactions of its own, as in production. docs/kwaliteit/vragen.md says what each
statement is and where the goal of issue 4 (8 for a casus, 6 for a list, 6 for the frame) is missed.
"""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.binnen import log_in

# The transaction, who asks, the session and the account with its roles, and the journaal.
_KADER = re.compile(
    r"^(BEGIN|COMMIT)|set_config\('role'|journaal\.leg_vast"
    r'|FROM "(django_session|gebruikers_gebruiker|gebruikers_sessie|toegang_accountrol)"'
)
KADER = 6
CASUS = id_van("casus")


def soorten(client: Client, pad: str) -> tuple[list[str], list[str]]:
    """The statements of a page: of the frame, and the others."""
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(pad).status_code == 200
    alle = [" ".join(een["sql"].split()) for een in gesteld.captured_queries]
    kader = [een for een in alle if _KADER.search(een.partition(" WHERE ")[0])]
    return kader, [een for een in alle if een not in kader]


def test_een_bladzijde_vraagt_niet_meer_dan_is_opgeschreven(eigen_databank: str) -> None:
    amira = log_in(Client(), "amira")
    grenzen = {
        f"/zaken/{CASUS}": 8,
        "/zaken/": 6,
        "/voortgang/": 3,
        "/aanmeldingen/": 6,
        "/overleggen/": 3,
        "/werk/": 7,
        "/nazorg/": 5,
    }
    for pad, hoogstens in grenzen.items():
        kader, domein = soorten(amira, pad)
        assert len(kader) <= KADER, (pad, kader)
        assert len(domein) <= hoogstens, (pad, domein)


@pytest.mark.parametrize("uit", ["kader", "domein"])
def test_een_statement_dat_erbij_komt_valt_op(uit: str) -> None:
    """The split sees what it should: the name of a table, and not a word after WHERE."""
    vragen = {
        "kader": 'SELECT 1 FROM "toegang_accountrol" WHERE x',
        "domein": 'SELECT 1 FROM "casus_casus" WHERE EXISTS (SELECT FROM "django_session")',
    }

    assert bool(_KADER.search(vragen[uit].partition(" WHERE ")[0])) == (uit == "kader")
