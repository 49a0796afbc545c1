# SPDX-License-Identifier: EUPL-1.2
"""A line in the log holds ids and places in the code, and nothing that somebody typed."""

import json
import logging
import sys

import pytest

from vangnet.kern.logregels import JsonRegel
from vangnet.kern.spoor import nieuw_spoor


def regel(record: logging.LogRecord) -> dict[str, object]:
    uit: dict[str, object] = json.loads(JsonRegel().format(record))
    return uit


def record(bericht: str, *waarden: object, fout: bool = False) -> logging.LogRecord:
    toestand = sys.exc_info() if fout else None
    return logging.LogRecord("proef", logging.ERROR, __file__, 1, bericht, waarden, toestand)


@pytest.mark.asvs("16.2.4")
def test_een_regel_is_json_met_het_spoor() -> None:
    spoor = nieuw_spoor()

    assert regel(record("taak.klaar"))["spoor"] == spoor


@pytest.mark.asvs("16.2.5")
def test_de_waarden_van_een_bericht_komen_er_niet_in() -> None:
    assert "Kanarie" not in JsonRegel().format(record("fout bij %s", "Kanarie-achternaam"))


@pytest.mark.asvs("16.3.4")
@pytest.mark.asvs("16.2.5")
def test_van_een_fout_komen_soort_en_plaats_erin_maar_niet_de_tekst() -> None:
    try:
        raise ValueError("Kanarie-achternaam")
    except ValueError:
        uit = regel(record("fout", fout=True))

    assert uit["fout"] == "ValueError"
    assert "Kanarie" not in json.dumps(uit)


def test_ids_komen_erin_als_tekst() -> None:
    een = record("taak.klaar")
    een.ids = {"taak": 7}

    assert regel(een)["ids"] == {"taak": "7"}


def test_van_de_wachtrij_komt_alleen_erin_wat_er_gebeurde() -> None:
    een = record("Job invoer[1](bestand='Kanarie') ended")
    een.action = "job_error"

    assert regel(een)["gebeurtenis"] == "job_error"
