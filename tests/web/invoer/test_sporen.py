# SPDX-License-Identifier: EUPL-1.2
"""What an import by upload leaves in the journaal, from the proof run to throwing it away."""

from django.test import Client

from tests.bezetting import id_van
from tests.web.invoer.test_invoer import (
    ADVIEZEN,
    _bied_aan,
    _eigen_werkmap,
    _werk_af,
    _zip,
    joris,
)
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

__all__ = ["_eigen_werkmap", "joris"]


def _sporen() -> list[str]:
    with als(Vrager(id_van("joris"))):
        return list(Handeling.objects.order_by("moment").values_list("handeling", flat=True))


def test_een_proef_die_wordt_weggegooid(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    _werk_af()
    joris.post(f"/invoer/{taak.pk}/weggooien")

    assert _sporen() == ["invoer.beproefd", "register.beproefd", "invoer.afgebroken"]


def test_een_proef_die_wordt_ingevoerd(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN))
    _werk_af()
    joris.post(f"/invoer/{taak.pk}/invoeren")
    _werk_af()

    assert _sporen() == [
        "invoer.beproefd",
        "register.beproefd",
        "invoer.gevraagd",
        "register.ingevoerd",
    ]


def test_het_verslag_van_een_pakket_met_fouten(joris: Client) -> None:
    taak = _bied_aan(joris, _zip(adviezen=ADVIEZEN.replace("kort_advies", "lang_advies")))
    _werk_af()
    joris.get(f"/invoer/{taak.pk}?regels=alle")

    assert _sporen() == ["invoer.beproefd", "register.beproefd", "invoerverslag.uitgevoerd"]
