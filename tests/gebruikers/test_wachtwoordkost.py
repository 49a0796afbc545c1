# SPDX-License-Identifier: EUPL-1.2
"""What guessing a password costs, of which the hash was stolen: in a process as the product is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_WORTEL = Path(__file__).parents[2]
_MAAK = """
import django
django.setup()
from django.contrib.auth.hashers import make_password
print(make_password("een zin om te onthouden"))
"""


@pytest.mark.asvs("11.4.2")
def test_een_wachtwoord_wordt_bewaard_met_argon2id_honderd_megabyte_en_twee_rondes() -> None:
    klaar = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", _MAAK],
        cwd=_WORTEL,
        env=os.environ | {"PYTHONPATH": f"{_WORTEL / 'src'}:{_WORTEL}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert klaar.stdout.startswith("argon2$argon2id$v=19$m=102400,t=2,p=8$")
