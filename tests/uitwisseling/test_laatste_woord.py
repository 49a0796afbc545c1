# SPDX-License-Identifier: EUPL-1.2
"""The database has the last word: with the checks of the import off, a bad row can't enter."""

from pathlib import Path

import pytest
from django.db.utils import IntegrityError

from tests.uitwisseling.hulp import GAAF, schrijf, voer_in
from vangnet.uitwisseling import services

pytestmark = pytest.mark.django_db

_SLECHT = [
    {
        "inzetten": "casus_id,soort,vanaf,tot\n"
        "C1,procesregie,2022-03-03,2022-04-30\nC1,ondersteuning,2022-04-30,\n"
    },
    {"inzetten": "casus_id,soort,vanaf,tot\nC1,procesregie,2022-03-03,2022-03-02\n"},
    {"inzetten": "casus_id,soort,vanaf\nC1,regie,2022-03-03\n"},
    {"afsluitingen": "casus_id,afgesloten_op\nC1,2022-06-30\n"},
    {
        "afsluitingen": "casus_id,afgesloten_op,resultaat,heropend_op\n"
        "C1,2022-06-30,deels,2022-06-30\n"
    },
    {"relaties": "persoon_id,andere_persoon_id,soort\nP1,P1,ouder\n"},
    {"relaties": "persoon_id,andere_persoon_id,soort\nP1,P2,ouder\nP1,P2,ouder\n"},
    {"personen": "persoon_id,achternaam\nP1,Jansma\nP1,Jansma\n"},
    {"personen": "persoon_id,achternaam\nP1,\nP2,Pietersma\n"},
    {
        "aanmeldingen": "aanmelding_id,ontvangen_op,aanmelder,triage_op\n"
        "A1,2022-03-01,O1,2022-02-28\n"
    },
    {
        "aanmeldingen": "aanmelding_id,ontvangen_op,aanmelder,triage_besluit\n"
        "A1,2022-03-01,O1,procesregie\n"
    },
]  # fmt: skip


@pytest.mark.asvs("2.2.2")
@pytest.mark.parametrize("stuk", _SLECHT)
def test_een_slechte_rij_wordt_ook_door_de_databank_geweigerd(
    tmp_path: Path, stuk: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for toets in ("toets_cellen", "haal_dubbele_weg", "toets_rijregels", "toets_casussen"):
        monkeypatch.setattr(services, toets, lambda *_: None)

    with pytest.raises(IntegrityError):
        voer_in(schrijf(tmp_path, {**GAAF, **stuk}))


@pytest.mark.parametrize("stuk", _SLECHT)
def test_dezelfde_slechte_rij_wordt_door_de_invoer_genoemd(
    tmp_path: Path, stuk: dict[str, str]
) -> None:
    (naam,) = stuk

    verloop = voer_in(schrijf(tmp_path, {**GAAF, **stuk}))

    assert naam in {fout.bestand for fout in verloop.fouten}
