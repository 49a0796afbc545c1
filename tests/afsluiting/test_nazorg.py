# SPDX-License-Identifier: EUPL-1.2
"""After closing: the check-back opens nothing, and reopening gives the same casus back."""

from datetime import date, timedelta

import pytest
from django.db import connection

from tests.afsluiting.bank import (
    BEPERKT,
    CASUS,
    GESLOTEN,
    POLITIE,
    beslissing,
    sluiting,
    vraag,
    wie,
)
from tests.bezetting import id_van
from vangnet.aanmelding.besluiten import Stem
from vangnet.afsluiting.models import Afsluiting, Besluit, Nazorg
from vangnet.afsluiting.regels import Antwoord, uiterlijk_bewaard
from vangnet.afsluiting.services import (
    casus_heropenen,
    nazorg_beantwoorden,
    overdracht_beantwoorden,
    overdracht_vragen,
    sluiten_controleren,
    sluiten_voorstellen,
)
from vangnet.afsluiting.stand import nazorg_van, volgplannen
from vangnet.casus.models import Casus, CasusRol, Inzet
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Plan
from vangnet.plan.services import plan_ondertekenen
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.models import Trajectbegeleiding
from vangnet.voortgang.trajecten import traject_toewijzen

OUD, DICHT = id_van("nazorg-oud"), id_van("nazorg-dicht")


def _vragen_van(naam: str) -> set[str]:
    with wie(naam):
        via_beleid = {een.kenmerk for een in Nazorg.objects.all()}
        via_filter = {een.kenmerk for een in nazorg_van(kijker(Recht.NAZORG_DOEN))}
    assert via_beleid == via_filter
    return via_filter


@pytest.mark.parametrize(
    ("naam", "kenmerken"),
    [
        ("amira", {"ZVH-2023-0001", "ZVH-2023-0002"}),
        ("oda", {"ZVH-2023-0001", "ZVH-2023-0002"}),
        ("joris", {"ZVH-2023-0001"}),
    ],
)
def test_van_een_beperkte_zaak_ziet_alleen_wie_haar_sloot_de_vraag(
    naam: str, kenmerken: set[str], bank: str
) -> None:
    assert _vragen_van(naam) == kenmerken


@pytest.mark.parametrize("naam", ["tineke", "bram", "mirjam", "els", "frank"])
def test_wie_niet_van_het_huis_is_ziet_geen_vraag(naam: str, bank: str) -> None:
    with wie(naam):
        assert not Nazorg.objects.exists()
    with wie(naam), pytest.raises(NietToegestaan):
        nazorg_beantwoorden(OUD, in_zorg=True)


def test_de_vraag_opent_het_dossier_niet(bank: str) -> None:
    with wie("joris"):
        nazorg_beantwoorden(OUD, in_zorg=False)

    with wie("joris"):
        assert not Casus.objects.filter(pk=GESLOTEN).exists()
        assert Nazorg.objects.get(pk=OUD).in_zorg is False


def test_een_antwoord_is_er_een_keer_en_van_een_beperkte_zaak_niet_door_een_ander(
    bank: str,
) -> None:
    with wie("joris"):
        nazorg_beantwoorden(OUD, in_zorg=True)

    with wie("joris"), pytest.raises(NietToegestaan):
        nazorg_beantwoorden(OUD, in_zorg=False)
    with wie("joris"), pytest.raises(NietToegestaan):
        nazorg_beantwoorden(DICHT, in_zorg=True)


def test_heropenen_geeft_dezelfde_zaak_terug_met_rollen_en_geschiedenis(bank: str) -> None:
    with wie("oda"):
        casus = casus_heropenen("ZVH-2023-0001", beslissing())
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert casus == GESLOTEN
    with wie("tineke"):
        assert Casus.objects.get(pk=GESLOTEN).kenmerk == "ZVH-2023-0001"
    with wie("amira"):
        assert CasusRol.objects.filter(casus=GESLOTEN, gebruiker=id_van("tineke")).exists()
        inzetten = Inzet.objects.filter(casus=GESLOTEN).order_by("vanaf")
        assert list(inzetten.values_list("soort", "vanaf", "tot")) == [
            ("procesregie", date(2023, 1, 9), date(2024, 5, 1)),
            ("procesregie", vandaag(), None),
        ]
        assert Afsluiting.objects.get(casus=GESLOTEN).heropend_op == vandaag()
        assert Besluit.objects.get(casus=GESLOTEN).soort == "heropenen"


def test_na_heropenen_is_de_vraag_niet_meer_nodig(bank: str) -> None:
    with wie("joris"):
        nazorg_beantwoorden(OUD, in_zorg=False)
    with wie("oda"):
        casus_heropenen("ZVH-2023-0001", beslissing())

    with wie("joris"):
        assert nazorg_van(kijker(Recht.NAZORG_DOEN)) == []


@pytest.mark.parametrize(
    "anders",
    [
        {"motivering": " "},
        {"stemmen": []},
        {"stemmen": [Stem("Iemand van de ggz", id_van("ggz"), akkoord=True)]},
    ],
)
def test_heropenen_vraagt_een_reden_en_een_beslisser(anders: dict[str, object], bank: str) -> None:
    with wie("amira"), pytest.raises(NietToegestaan):
        casus_heropenen("ZVH-2023-0001", beslissing(**anders))


def test_een_besluit_om_te_heropenen_is_niet_van_morgen(bank: str) -> None:
    morgen = vandaag() + timedelta(days=1)
    with wie("amira"), pytest.raises(NietToegestaan):
        casus_heropenen("ZVH-2023-0001", beslissing(genomen_op=morgen))


@pytest.mark.parametrize(
    ("naam", "kenmerk"),
    [
        ("joris", "ZVH-2023-0001"),
        ("tineke", "ZVH-2023-0001"),
        ("mirjam", "ZVH-2023-0001"),
        # Beperkt: Oda checked its closing, and was never on it.
        ("oda", "ZVH-2023-0002"),
        ("amira", "ZVH-2022-0001"),
        ("amira", "ZVH-0000-0000"),
    ],
)
def test_wie_niet_mag_en_wat_niet_dicht_is_krijgt_dezelfde_weigering(
    naam: str, kenmerk: str, bank: str
) -> None:
    with wie(naam), pytest.raises(NietToegestaan):
        casus_heropenen(kenmerk, beslissing())


def test_een_beperkte_zaak_heropent_wie_erop_staat_en_zij_blijft_beperkt(bank: str) -> None:
    with wie("amira"):
        casus_heropenen("ZVH-2023-0002", beslissing(stemmen=[POLITIE]))

    with wie("amira"):
        assert Casus.objects.filter(pk=BEPERKT, beperkt=True).exists()
    with wie("oda"):
        assert not Casus.objects.filter(pk=BEPERKT).exists()


def test_heropenen_en_antwoorden_staan_in_het_journaal(bank: str) -> None:
    with wie("amira"):
        nazorg_beantwoorden(OUD, in_zorg=False)
        casus_heropenen("ZVH-2023-0001", beslissing())

    with wie("frank"):
        gedaan = Handeling.objects.filter(casus=GESLOTEN)
        assert {een.handeling for een in gedaan} == {"nazorg.beantwoord", "casus.heropend"}


def test_een_getekend_plan_staat_in_de_volgfase_zolang_het_loopt(bank: str) -> None:
    with wie("amira"):
        plan = Plan.objects.get(casus=CASUS)
        wie_kijkt = kijker(Recht.NAZORG_DOEN)
        voor = volgplannen(wie_kijkt, dag=date(2022, 4, 1))
        plan_ondertekenen(plan.pk, op=date(2022, 4, 1))

        (een,) = volgplannen(wie_kijkt, dag=date(2025, 3, 31))
        na = volgplannen(wie_kijkt, dag=date(2025, 4, 1))

    assert (voor, na) == ([], [])
    assert (een.casus.kenmerk, een.tot) == ("ZVH-2022-0001", date(2025, 4, 1))


@pytest.mark.parametrize(
    ("eerst", "tot"),
    [(date(2022, 3, 1), date(2027, 3, 1)), (date(2020, 2, 29), date(2025, 2, 28))],
)
def test_bewaren_duurt_hooguit_vijf_jaar(eerst: date, tot: date) -> None:
    assert uiterlijk_bewaard(eerst) == tot


def test_heropenen_op_de_dag_van_het_sluiten_laat_geen_afsluiting_na(klaar: str) -> None:
    with wie("amira"):
        traject_toewijzen(CASUS, aan=id_van("tineke"))
    for _ in range(2):
        with wie("amira"):
            voorstel = sluiten_voorstellen(CASUS, sluiting())
        with wie("oda"):
            sluiten_controleren(voorstel, akkoord=True)
        with wie("amira"):
            assert not Casus.objects.filter(pk=CASUS).exists()
            geopend = casus_heropenen("ZVH-2022-0001", beslissing(genomen_op=vandaag()))
        assert geopend == CASUS

    with wie("amira"):
        assert Casus.objects.get(pk=CASUS).gesloten is False
        assert not Afsluiting.objects.filter(casus=CASUS).exists()
        assert Inzet.objects.filter(casus=CASUS).values_list("soort", "tot").get() == (
            "procesregie",
            None,
        )
        assert Trajectbegeleiding.objects.get(casus=CASUS).tot is None
        soorten = Besluit.objects.filter(casus=CASUS).values_list("soort", flat=True)
        assert sorted(soorten) == ["heropenen", "heropenen", "sluiten", "sluiten"]


def test_heropenen_op_de_dag_zelf_neemt_de_vraag_van_de_nazorg_terug(
    klaar: str, bram_doet_mee: None
) -> None:
    with wie("amira"):
        overdracht = overdracht_vragen(CASUS, vraag(id_van("bram")), door=id_van("amira"))
    with wie("bram"):
        overdracht_beantwoorden(overdracht, Antwoord.AANVAARD)
    for _ in range(2):
        with wie("amira"):
            voorstel = sluiten_voorstellen(CASUS, sluiting(overdracht=overdracht))
        with wie("oda"):
            sluiten_controleren(voorstel, akkoord=True)
        with wie("amira"):
            assert Nazorg.objects.filter(casus=CASUS).count() == 1
            casus_heropenen("ZVH-2022-0001", beslissing(genomen_op=vandaag()))
            assert not Nazorg.objects.filter(casus=CASUS).exists()
