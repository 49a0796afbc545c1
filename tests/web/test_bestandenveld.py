# SPDX-License-Identifier: EUPL-1.2
"""Choosing files: what is said of one that isn't taken in."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from vangnet.web.bestanden import Bestandenveld


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


def test_een_leeg_bestand_wordt_genoemd() -> None:
    zin = "leeg.txt: Dit bestand is leeg. Kies een ander bestand."

    assert _fout(SimpleUploadedFile("leeg.txt", b"")) == zin


def test_zonder_bestand_staat_er_wat_je_kiest() -> None:
    with pytest.raises(forms.ValidationError, match="Kies een bestand"):
        Bestandenveld(hoogstens=3).clean([])
