# SPDX-License-Identifier: EUPL-1.2
"""Choosing files: what is said of one that isn't taken in."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from vangnet.documenten.models import Documentversie
from vangnet.inrichting.models import Huis
from vangnet.web.bestanden import Bestandenveld, versieregel


def _fout(*bestanden: SimpleUploadedFile) -> str:
    with pytest.raises(forms.ValidationError) as fout:
        Bestandenveld(hoogstens=3).clean(list(bestanden))
    (zin,) = fout.value.messages
    return zin


@pytest.mark.parametrize(
    ("inhoud", "begin"),
    [
        (b"", "Niets toegevoegd. scan 2.txt: Dit bestand is leeg."),
        (b"<svg onload='x'/>", "Niets toegevoegd. scan 2.txt: "),
    ],
)
def test_van_meer_bestanden_staat_er_welk_niet_mag_en_dat_er_niets_bij_komt(
    inhoud: bytes, begin: str
) -> None:
    goed, fout = SimpleUploadedFile("a.txt", b"Goed."), SimpleUploadedFile("scan 2.txt", inhoud)

    assert _fout(goed, fout).startswith(begin)


def test_van_meer_foute_bestanden_worden_ze_allemaal_genoemd() -> None:
    leeg, svg = SimpleUploadedFile("leeg.txt", b""), SimpleUploadedFile("x.svg", b"<svg/>")

    zin = _fout(leeg, SimpleUploadedFile("a.txt", b"Goed."), svg)

    assert zin.startswith("Niets toegevoegd. leeg.txt: Dit bestand is leeg.")
    assert " x.svg: " in zin
    assert "a.txt" not in zin


@pytest.mark.parametrize(
    ("proefhuis", "stand"), [(True, "Wordt gescand"), (False, "Wacht op een virusscanner")]
)
def test_zonder_scanner_wacht_alleen_een_echt_huis_erop(
    proefhuis: bool, stand: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CLAMD = ""
    monkeypatch.setattr("vangnet.web.bestanden.het_huis", lambda: Huis(demo=proefhuis))

    assert versieregel(Documentversie(scan="wacht")).stand == stand


def test_een_leeg_bestand_wordt_genoemd() -> None:
    zin = "leeg.txt: Dit bestand is leeg. Kies een ander bestand."

    assert _fout(SimpleUploadedFile("leeg.txt", b"")) == zin


def test_zonder_bestand_staat_er_wat_je_kiest() -> None:
    with pytest.raises(forms.ValidationError, match="Kies een bestand"):
        Bestandenveld(hoogstens=3).clean([])
