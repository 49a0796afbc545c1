# SPDX-License-Identifier: EUPL-1.2
"""The paper for the person concerned in a casus where people stand opposite each other."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.uitwisseling.hulp import als_invoer
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Onderwerp
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak, Doel, Plan
from vangnet.plan.services import plan_ondertekenen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
PLAN = f"/zaken/{CASUS}/plan/"
GEHEIM = "Regelt een geheime opvangplek"


def _aan_kant(organisatie: str, zijde: int | None, wie: str | None = None) -> None:
    """Let an organisation take part on a side, without a name; or ask `wie` of it."""
    plek = Plek(id_van(wie) if wie else None, id_van(organisatie), RolSoort.DEELNEMER)
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, plek, zijde=zijde, beide_kanten=zijde is None)


def _afspraak(organisatie: str | None, wat: str, doel: Doel | None = None) -> None:
    Afspraak.objects.create(
        kenmerk=f"af-{uuid4()}",
        casus_id=CASUS,
        organisatie_id=id_van(organisatie) if organisatie else None,
        domein="zorg",
        omschrijving=wat,
        doel=doel,
        vastgesteld_op=vandaag(),
        uiterlijk_op=vandaag(),
    )


def _doel(wat: str) -> Doel:
    return Doel.objects.create(
        casus_id=CASUS,
        leefgebied="financien",
        omschrijving=wat,
        meetbaar="dat te zien is",
        vastgesteld_op=vandaag(),
        streefdatum=vandaag() + timedelta(days=90),
    )


def _zet_tegenover(ggz: Sequence[int | None], politie: Sequence[int | None]) -> None:
    """The hoofdbetrokkene on side 1; the two organisations take part on these sides."""
    with als(Vrager(id_van("amira"))):
        hoofd = Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene")
        zijde_wisselen(hoofd.pk, gelezen=None, zijde=1, reden="Zij staan tegenover elkaar.")
        _afspraak("ggz", "Belt elke week")
        _afspraak("politie", GEHEIM, _doel("Hij woont waar niemand het weet"))
    for zijde in ggz:
        _aan_kant("ggz", zijde)
    for zijde, wie in zip(politie, (None, "piet"), strict=False):
        _aan_kant("politie", zijde, wie)


@pytest.fixture
def tegenover(db: None) -> None:
    """The GGZ on side 1, and the politie on side 2 alone."""
    _zet_tegenover([1], [2])


def _stel_vast(amira: Client) -> str:
    return amira.post(f"{PLAN}vaststellen").headers["Location"]


def _papier(amira: Client, kant: str) -> str:
    return amira.get(_stel_vast(amira), {"kant": kant}).content.decode()


def test_in_een_zaak_met_kanten_kies_je_eerst_voor_wie_het_papier_is(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")

    vastgesteld = amira.get(_stel_vast(amira), follow=True)

    blad = vastgesteld.content.decode()
    assert "Kies voor wie je het papier wilt" in blad
    assert [een.keuze for een in vastgesteld.context["kanten"]] == ["1", "2"]
    (mens,) = vastgesteld.context["kanten"][0].mensen
    assert mens.persoon.naam in blad
    assert GEHEIM not in blad
    assert "Belt elke week" not in blad
    with als(Vrager(id_van("amira"))):
        assert Onderwerp.objects.filter(
            handeling__handeling="planversie.ingezien", onderwerp=mens.persoon_id
        ).exists()


@pytest.mark.parametrize("kant", ["3", "", "x", "-1", "0"])
def test_een_kant_die_er_niet_is_geeft_geen_papier(
    kant: str, tegenover: None, ingelogd: Ingelogd
) -> None:
    blad = _papier(ingelogd("amira"), kant)

    assert "Voor wie is dit papier?" in blad
    assert GEHEIM not in blad


def test_op_het_papier_van_kant_1_staat_niets_van_een_organisatie_aan_kant_2_alleen(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    blad = _papier(ingelogd("amira"), "1")

    assert "Belt elke week" in blad
    assert "Dit papier is voor kant 1" in blad
    for geheim in (GEHEIM, "Politie", "Hij woont waar niemand het weet"):
        assert geheim not in blad


def test_op_het_papier_van_kant_2_staat_zijn_doel_met_zijn_afspraak(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    blad = _papier(ingelogd("amira"), "2")

    assert GEHEIM in blad
    assert "Hij woont waar niemand het weet" in blad
    assert "Belt elke week" not in blad


def test_een_doel_zonder_afspraak_op_dit_papier_staat_er_niet_op(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    with als(Vrager(id_van("amira"))):
        _doel("Een doel van niemand")
    amira = ingelogd("amira")

    assert "Een doel van niemand" not in _papier(amira, "1")
    assert "Een doel van niemand" not in _papier(amira, "2")


def test_wat_klaar_is_staat_ook_alleen_op_het_papier_van_die_kant(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    with als(Vrager(id_van("amira"))):
        klaar = Afspraak.objects.get(omschrijving=GEHEIM)
    amira.post(f"/zaken/{CASUS}/afspraken/{klaar.pk}/gereed", {"gereed": "ja"})

    assert GEHEIM in _papier(amira, "2")
    assert GEHEIM not in _papier(amira, "1")


def test_een_afspraak_van_het_huis_staat_op_elk_papier(tegenover: None, ingelogd: Ingelogd) -> None:
    with als(Vrager(id_van("amira"))):
        _afspraak(None, "Plant het gesprek")
    amira = ingelogd("amira")

    for kant in ("1", "2"):
        papier = amira.get(_stel_vast(amira), {"kant": kant})
        assert "Plant het gesprek" in papier.content.decode()
        assert papier.context["onbekend"] == ""


def test_het_huis_brengt_geen_doel_van_de_ene_kant_op_het_papier_van_de_andere(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    """Side 2 alone works on that goal; the house does something for it too."""
    with als(Vrager(id_van("amira"))):
        doel = Doel.objects.get(omschrijving="Hij woont waar niemand het weet")
        _afspraak(None, "Belt de opvang", doel)
    amira = ingelogd("amira")

    for wat in ("Hij woont waar niemand het weet", "Belt de opvang"):
        assert wat in _papier(amira, "2")
        assert wat not in _papier(amira, "1")


def test_een_organisatie_aan_geen_kant_staat_op_elk_papier(ingelogd: Ingelogd) -> None:
    _zet_tegenover([1], [None])
    amira = ingelogd("amira")

    assert GEHEIM in _papier(amira, "1")
    assert GEHEIM in _papier(amira, "2")


def _staat_op_geen_papier(amira: Client) -> None:
    for kant in ("1", "2"):
        blad = _papier(amira, kant)
        assert GEHEIM not in blad
        assert "staan op geen enkel papier: Politie Noord." in blad


def test_een_organisatie_aan_beide_kanten_staat_op_geen_papier(ingelogd: Ingelogd) -> None:
    """For which side it does something isn't known."""
    _zet_tegenover([1], [1, 2])

    _staat_op_geen_papier(ingelogd("amira"))


def test_wie_later_aan_de_andere_kant_wordt_gevraagd_neemt_niets_mee(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(CasusRol.objects.get(casus=CASUS, organisatie=id_van("politie")).pk)
        _aan_kant("politie", 1)

    _staat_op_geen_papier(ingelogd("amira"))


def test_een_organisatie_die_ophield_blijft_aan_de_kant_waar_zij_het_laatst_stond(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(CasusRol.objects.get(casus=CASUS, organisatie=id_van("politie")).pk)
    amira = ingelogd("amira")

    assert GEHEIM not in _papier(amira, "1")
    assert GEHEIM in _papier(amira, "2")


def test_van_wie_nergens_staat_komt_niets_op_papier_en_het_scherm_zegt_dat(
    ingelogd: Ingelogd,
) -> None:
    _zet_tegenover([1], [])

    _staat_op_geen_papier(ingelogd("amira"))


def test_het_papier_van_een_kant_zegt_niet_dat_iemand_van_een_andere_tekende(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    adres = _stel_vast(amira)
    with als(Vrager(id_van("amira"))):
        plan_ondertekenen(id_van("plan"), op=vandaag())

    een, twee = (amira.get(adres, {"kant": kant}).content.decode() for kant in ("1", "2"))

    assert "Je tekende deze versie" in een
    assert "Je tekende deze versie" not in twee
    assert "niet vastgelegd van wie" not in een + twee


def test_een_handtekening_zonder_naam_staat_op_geen_papier_van_een_kant(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    adres = _stel_vast(amira)
    with als_invoer():
        Plan.objects.filter(pk=id_van("plan")).update(ondertekend_op=vandaag())

    blad = amira.get(adres, {"kant": "1"}).content.decode()

    assert "Je tekende deze versie" not in blad
    assert "is niet vastgelegd van wie zij is" in blad


def test_wat_over_kanten_wordt_gezegd_komt_niet_op_papier(
    tegenover: None, ingelogd: Ingelogd
) -> None:
    blad = _papier(ingelogd("amira"), "1")

    melding = blad.index('class="melding melding--waarschuwing niet-afdrukken"')
    eind = blad.index("Voor iemand anders")
    assert melding < blad.index("kant 1") < eind
    assert "kant" not in blad[eind : blad.index("Jouw handtekening")].replace("kant=", "")


def test_zonder_kanten_is_er_een_papier_voor_de_betrokkene(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    blad = amira.get(_stel_vast(amira)).content.decode()

    assert "Kanarie-afspraak" in blad
    assert "Voor wie is dit papier?" not in blad
