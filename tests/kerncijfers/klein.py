# SPDX-License-Identifier: EUPL-1.2
"""A small register, typed by hand: one casus in 2022 with everything, and what came beside it."""

from tests.kerncijfers.telling_regels import Rijen

KLEIN: Rijen = {
    "organisaties": [
        {
            "organisatie_id": "O-1",
            "naam": "Politie",
            "soort": "politie",
            "keten": "justitie",
            "rapportgroep": "Politie",
        },
        {"organisatie_id": "O-2", "naam": "Zorg", "soort": "zorgaanbieder", "keten": "zorg"},
    ],
    "personen": [
        {"persoon_id": "P-1", "achternaam": "Terpstra", "geboortedatum": "2004-02-29"},
        {"persoon_id": "P-2", "achternaam": "Wiersma"},
    ],
    "casussen": [
        {
            "casus_id": "C-1",
            "samenstelling": "systeem",
            "hoofdbetrokkene": "P-1",
            "gemeente": "GM0080",
            "aandachtsgebied": "stalking",
        }
    ],
    "aanmeldingen": [
        {
            "aanmelding_id": "A-1",
            "ontvangen_op": "2022-02-28",
            "aanmelder": "O-1",
            "gemeente": "GM0080",
            "triage_op": "2022-03-02",
            "triage_besluit": "procesregie",
            "casus_id": "C-1",
        },
        {
            "aanmelding_id": "A-2",
            "ontvangen_op": "2022-12-31",
            "aanmelder": "O-2",
            "gemeente": "GM0363",
            "triage_op": "2022-12-31",
            "triage_besluit": "advies",
            "reden": "eerst_lokaal",
        },
        {"aanmelding_id": "A-3", "ontvangen_op": "2022-12-31", "aanmelder": "O-2"},
    ],
    "inzetten": [
        {"casus_id": "C-1", "soort": "procesregie", "vanaf": "2022-03-02", "tot": "2022-06-30"},
        {"casus_id": "C-1", "soort": "ondersteuning", "vanaf": "2022-07-01", "tot": "2022-12-30"},
    ],
    "afsluitingen": [
        {"casus_id": "C-1", "afgesloten_op": "2022-12-30", "afsluitreden": "afgerond"}
    ],
    "betrokkenen": [
        {"casus_id": "C-1", "persoon_id": "P-1", "rol": "hoofdbetrokkene"},
        {"casus_id": "C-1", "persoon_id": "P-2", "rol": "ouder"},
        {"casus_id": "C-1", "persoon_id": "P-2", "rol": "partner"},
    ],
    "trajecten": [{"casus_id": "C-1", "vanaf": "2022-04-01", "tot": "2022-06-30"}],
    "tellingen": [{"datum": "2022-05-01", "soort": "gescreend", "aantal": "7"}],
    "financien": [{"jaar": "2022", "soort": "kosten", "post": "huur", "bedrag": "1234.50"}],
}
