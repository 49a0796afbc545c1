# SPDX-License-Identifier: EUPL-1.2
"""The page on which one changes a document calls it a document."""

from collections.abc import Callable

from django.test import Client

from tests.bezetting import id_van
from tests.web.documenten.test_documenten import versies, voeg_toe

Ingelogd = Callable[[str], Client]


def test_wie_een_document_aanpast_leest_dat_het_een_document_is(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira, titel="Brief")

    pad = f"/zaken/{id_van('casus')}/bijdragen/{versies()[0].document}"
    tekst = amira.get(pad).content.decode()

    for woorden in ("Document aanpassen", "Document opslaan", "Document intrekken"):
        assert woorden in tekst
    for woorden in ("Bijdrage aanpassen", "Bijdrage opslaan", "Bijdrage intrekken"):
        assert woorden not in tekst
