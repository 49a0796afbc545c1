# SPDX-License-Identifier: EUPL-1.2
"""A page asks the database the same number of questions, however much there is to show."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.kerncijfers.laden import laad, opdrachtregel
from tests.kerncijfers.telling_regels import Rij

Ingelogd = Callable[[str], Client]
DAG = "2022-05-04"
MEESTE = 32
# This page gathers from every room: the number is fixed, and grows with the rooms.
MEESTE_CASUS = 36
# Each year and each population of facts is counted apart: the number is fixed, and high.
MEESTE_CIJFERS = 100


def _vragen(client: Client, pad: str) -> int:
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(pad).status_code == 200
    return len(gesteld)


def _erbij(aantal: int, *, kinderen: int = 0) -> str:
    """Bring in so many zaken, each with so many children; gives the address of the first."""
    nummers = range(aantal)
    register: dict[str, list[Rij]] = {
        "personen": [
            {"persoon_id": f"p-{uuid4()}", "achternaam": "Vraagstra", "eerste_verwerking": DAG}
            for _ in range(aantal * (1 + kinderen))
        ],
    }
    personen = [rij["persoon_id"] for rij in register["personen"]]
    zaken = [f"ZVH-2022-{uuid4()}" for _ in nummers]
    register["casussen"] = [_casus(zaken[n], hoofd=personen[n]) for n in nummers]
    register["inzetten"] = [
        {"casus_id": zaken[n], "soort": "procesregie", "vanaf": DAG} for n in nummers
    ]
    register["betrokkenen"] = [
        {"casus_id": zaken[0], "persoon_id": kind, "rol": "kind", "eerste_verwerking": DAG}
        for kind in personen[aantal:]
    ]
    with opdrachtregel(terug=False):
        return f"/zaken/{laad(register)['casussen'][zaken[0]]}"


def _casus(zaak: str, *, hoofd: str) -> Rij:
    return {
        "casus_id": zaak,
        "samenstelling": "individu",
        "hoofdbetrokkene": hoofd,
        "gemeente": "GM0080",
        "eerste_verwerking": DAG,
    }


@pytest.mark.parametrize("pad", ["/zaken/", "/voortgang/"])
def test_een_lijst_vraagt_bij_5_en_50_zaken_evenveel(pad: str, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _erbij(4)
    bij_vijf = _vragen(amira, pad)
    _erbij(45)

    assert _vragen(amira, pad) == bij_vijf <= MEESTE


def test_een_casus_vraagt_bij_weinig_en_veel_betrokkenen_evenveel(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    bij_een = _vragen(amira, _erbij(1, kinderen=1))

    assert _vragen(amira, _erbij(1, kinderen=20)) == bij_een <= MEESTE_CASUS


@pytest.mark.parametrize(
    "pad",
    [
        "/cijfers/",
        "/cijfers/thema/zaken",
        "/cijfers/controles",
        "/cijfers/rijen/zaken_aangemeld",
        "/cijfers/rijen/aanmeldingen",
    ],
)
def test_cijfers_vragen_bij_weinig_en_veel_zaken_evenveel(pad: str, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    bij_een = _vragen(amira, f"{pad}?jaar=2022")
    _erbij(30)

    assert _vragen(amira, f"{pad}?jaar=2022") == bij_een <= MEESTE_CIJFERS


@pytest.mark.parametrize("pad", ["/inloggen", "/invoer/"])
def test_een_gewone_bladzijde_vraagt_weinig(pad: str, ingelogd: Ingelogd) -> None:
    assert _vragen(ingelogd("joris"), pad) <= MEESTE
