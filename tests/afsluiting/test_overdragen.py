# SPDX-License-Identifier: EUPL-1.2
"""A handover: whom the house may ask, who answers, and that an answer stays."""

import pytest

from tests.afsluiting.bank import CASUS, GESLOTEN, vraag, wie
from tests.bezetting import id_van
from vangnet.afsluiting.models import Overdracht
from vangnet.afsluiting.regels import Antwoord
from vangnet.afsluiting.services import overdracht_beantwoorden, overdracht_vragen
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan

AMIRA, BRAM = id_van("amira"), id_van("bram")
FORM = id_van("formulier")


def test_de_ontvanger_die_meedoet_ziet_de_vraag_en_antwoordt_zelf(bram_doet_mee: None) -> None:
    with wie("joris"):
        overdracht = overdracht_vragen(CASUS, vraag(BRAM), door=AMIRA)

    with wie("bram"):
        assert Overdracht.objects.filter(pk=overdracht).exists()
        overdracht_beantwoorden(overdracht, Antwoord.AANVAARD)

    with wie("amira"):
        gegeven = Overdracht.objects.get(pk=overdracht)
    assert (gegeven.antwoord, gegeven.beantwoord_door_id) == ("aanvaard", BRAM)


@pytest.mark.parametrize("antwoord", [Antwoord.AANVAARD, Antwoord.GEWEIGERD])
def test_het_huis_antwoordt_niet_voor_wie_een_account_heeft(
    antwoord: Antwoord, bram_doet_mee: None
) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(BRAM), door=AMIRA)

    with wie("amira"), pytest.raises(NietToegestaan):
        overdracht_beantwoorden(overdracht, antwoord, reden="Er is een wachtlijst.")
    with wie("amira"):
        overdracht_beantwoorden(overdracht, Antwoord.INGETROKKEN)


def test_een_ander_dan_de_ontvanger_ziet_en_beantwoordt_de_vraag_niet(
    bram_doet_mee: None,
) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(), door=AMIRA)

    for naam in ("bram", "chantal", "piet", "mirjam", "tineke"):
        with wie(naam), pytest.raises(NietToegestaan):
            overdracht_beantwoorden(overdracht, Antwoord.AANVAARD)
    with wie("bram"):
        assert not Overdracht.objects.exists()


def test_de_ontvanger_trekt_de_vraag_van_het_huis_niet_in(bram_doet_mee: None) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(BRAM), door=AMIRA)

    with wie("bram"), pytest.raises(NietToegestaan):
        overdracht_beantwoorden(overdracht, Antwoord.INGETROKKEN)


def test_wie_weigert_zegt_waarom_en_een_antwoord_blijft_staan(bank: str) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(), door=AMIRA)
        with pytest.raises(NietToegestaan):
            overdracht_beantwoorden(overdracht, Antwoord.GEWEIGERD, reden=" ")

        overdracht_beantwoorden(overdracht, Antwoord.GEWEIGERD, reden="Er is een wachtlijst.")

        with pytest.raises(NietToegestaan):
            overdracht_beantwoorden(overdracht, Antwoord.AANVAARD)


def test_wie_niet_meedoet_kan_niet_worden_gevraagd_te_antwoorden(bank: str) -> None:
    with wie("amira"), pytest.raises(NietToegestaan):
        overdracht_vragen(CASUS, vraag(BRAM), door=AMIRA)


@pytest.mark.parametrize("naam", ["tineke", "bram", "mirjam", "els", "frank"])
def test_alleen_wie_voor_het_huis_aan_de_zaak_werkt_vraagt(naam: str, bank: str) -> None:
    with wie(naam), pytest.raises(NietToegestaan):
        overdracht_vragen(CASUS, vraag(), door=AMIRA)


def test_van_een_gesloten_zaak_is_niets_over_te_dragen(bank: str) -> None:
    with wie("amira"), pytest.raises(NietToegestaan):
        overdracht_vragen(GESLOTEN, vraag(), door=AMIRA)


@pytest.mark.parametrize(
    ("antwoord", "handeling"),
    [
        (Antwoord.AANVAARD, "overdracht.aanvaard"),
        (Antwoord.GEWEIGERD, "overdracht.geweigerd"),
        (Antwoord.INGETROKKEN, "overdracht.ingetrokken"),
    ],
)
def test_vraag_en_antwoord_staan_in_het_journaal(
    antwoord: Antwoord, handeling: str, bank: str
) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(), door=AMIRA)
        overdracht_beantwoorden(overdracht, antwoord, reden="Er is een wachtlijst.")

    with wie("frank"):
        gedaan = Handeling.objects.filter(object=overdracht)
        assert {een.handeling for een in gedaan} == {"overdracht.aangeboden", handeling}


def test_hetzelfde_formulier_twee_keer_vraagt_een_keer(klaar: str) -> None:
    with wie("amira"):
        een = overdracht_vragen(CASUS, vraag(), door=AMIRA, eenmalig=FORM)
        weer = overdracht_vragen(CASUS, vraag(), door=AMIRA, eenmalig=FORM)
        ander = overdracht_vragen(CASUS, vraag(), door=AMIRA, eenmalig=id_van("ander-formulier"))

        assert een == weer != ander
        assert Overdracht.objects.filter(casus=CASUS).count() == 2
    with wie("frank"):
        assert Handeling.objects.filter(object=een).count() == 1
