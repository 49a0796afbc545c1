# SPDX-License-Identifier: EUPL-1.2
import pytest

from vangnet.aanmelding.regels import ontleed_achternaam


@pytest.mark.parametrize(
    ("getypt", "tussenvoegsel", "achternaam"),
    [
        ("Veenstra", None, "Veenstra"),
        ("van der Veen", "van der", "Veen"),
        ("Van den Berg", "van den", "Berg"),
        ("in 't Veld", "in 't", "Veld"),
        ("de Boer-van Dijk", "de", "Boer-van Dijk"),
        ("Van", None, "Van"),
        ("  de   Vries ", "de", "Vries"),
    ],
)
def test_een_achternaam_valt_uiteen(getypt: str, tussenvoegsel: str, achternaam: str) -> None:
    assert ontleed_achternaam(getypt) == (tussenvoegsel, achternaam)
