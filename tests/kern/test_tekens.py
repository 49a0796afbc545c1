# SPDX-License-Identifier: EUPL-1.2
"""What of a name nobody sees: the same for Python and for PostgreSQL."""

import pytest
from django.db import connection

from vangnet.kern.tekens import heeft_onzichtbaar, onzichtbaar_patroon


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tekst", "is_zo"),
    [
        ("Jan\u202esma", True),
        ("Jan\u200bsma", True),
        ("Jan\u00adsma", True),
        ("\ufeffJansma", True),
        ("Jansma\t", True),
        ("Jan\nsma", True),
        ("Jan\u2028sma", True),
        ("\U000e0041Jansma", True),
        ("Jansma", False),
        ("d'Ancona-O\u2019Neill \\U [x] {y} %s", False),
        ("\u0130pek \u0141ukasz \u5f20 \u0639\u0644\u064a", False),
        ("Jose\u0301", False),
        ("", False),
    ],
)
def test_een_teken_dat_je_niet_ziet_wordt_gezien(tekst: str, is_zo: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s ~ %s", [tekst, onzichtbaar_patroon()])
        (in_databank,) = cursor.fetchone()

    assert (heeft_onzichtbaar(tekst), in_databank) == (is_zo, is_zo)
