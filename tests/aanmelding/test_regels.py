# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from vangnet.aanmelding.regels import ontleed_achternaam, werkdagen


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


@pytest.mark.parametrize(
    ("van", "tot", "aantal"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0),  # Monday
        (date(2026, 11, 23), date(2026, 11, 27), 4),
        (date(2026, 11, 27), date(2026, 11, 29), 0),  # Friday to Sunday
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        (date(2026, 11, 20), date(2026, 12, 4), 10),
    ],
)
def test_een_weekeinde_telt_niet_als_wachten(van: date, tot: date, aantal: int) -> None:
    assert werkdagen(van, tot) == aantal
