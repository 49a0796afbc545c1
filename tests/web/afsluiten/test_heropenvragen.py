# SPDX-License-Identifier: EUPL-1.2
"""Questions to reopen: where a regisseur finds them, and what is said of a casus that is open."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.aanmelden.test_besluit import PAGINA, VELDEN, WACHT
from vangnet.afsluiting.heropenvragen import (
    heropenen_vragen,
    heropenvraag_afhandelen,
    heropenvraag_terug,
)
from vangnet.afsluiting.models import Heropenvraag
from vangnet.afsluiting.telling import telling_van
from vangnet.afsluiting.werkblik import werkblik
from vangnet.casus.models import Casus
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu, vandaag
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
ZAAK = f"/zaken/{id_van('casus')}"


def _vraag(kenmerk: str) -> None:
    with als(Vrager(id_van("tineke"))):
        heropenen_vragen(kenmerk, door=id_van("tineke"), eenmalig=uuid4())


def test_een_regisseur_leest_op_mijn_werk_hoeveel_er_gevraagd_is(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _vraag("ZVH-1999-9999")

    pagina = amira.get("/werk/").content.decode()

    assert "2 vragen om een zaak te heropenen" in pagina
    assert "de oudste van 1 jun 2022" in pagina
    assert "ZVH-1999-9999" not in pagina


def test_hoeveel_vragen_er_ook_zijn_ze_nemen_een_regel_van_mijn_werk() -> None:
    for nummer in range(3):
        _vraag(f"ZVH-1999-999{nummer}")
    vrager = Vrager(id_van("amira"))
    with als(vrager):
        wie = kijker_van(vrager)
        blik = werkblik(wie, dag=vandaag(), sinds=nu() + timedelta(days=1))
        mail = telling_van(wie, dag=vandaag(), sinds=None)

    assert [een.aantal for een in blik if een.soort == "heropenvraag"] == [4]
    assert "heropenvraag" not in mail


def test_wat_afgehandeld_is_staat_niet_meer_op_mijn_werk(ingelogd: Ingelogd) -> None:
    vrager = Vrager(id_van("amira"))
    with als(vrager):
        heropenvraag_afhandelen(id_van("heropenvraag"), wie=kijker_van(vrager))

    assert "om een zaak te heropenen" not in ingelogd("amira").get("/werk/").content.decode()


@pytest.mark.parametrize("naam", ["joris", "bram", "tineke"])
def test_wie_niet_heropent_leest_op_mijn_werk_geen_vraag_erom(
    ingelogd: Ingelogd, naam: str
) -> None:
    assert "om een zaak te heropenen" not in ingelogd(naam).get("/werk/").content.decode()


@pytest.mark.parametrize("getypt", ["zvh-2022-0001", "zvh20220001", "zvh-2022-1"])
def test_bij_een_zaak_die_open_is_staat_dat_en_geen_knop(ingelogd: Ingelogd, getypt: str) -> None:
    _vraag(getypt)

    pagina = ingelogd("amira").get("/nazorg/").content.decode()

    assert "Deze zaak is open" in pagina
    assert f'href="{ZAAK}"' in pagina
    assert f"?kenmerk={getypt}" not in pagina
    assert "?kenmerk=ZVH-2022-0007" in pagina


def test_wie_leest_dat_een_zaak_open_is_staat_bij_wie_haar_bekeek(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    # A casus of which nothing else stands at Nazorg.
    amira.post(PAGINA, VELDEN)
    with als(Vrager(id_van("amira"))):
        casus = Casus.objects.get(aanmeldingen=WACHT)
    _vraag(casus.kenmerk)

    amira.get("/nazorg/")

    with als(Vrager(id_van("frank"))):
        rijen = Onderwerp.objects.filter(handeling__handeling="nazorg.ingezien")
        assert rijen.filter(onderwerp=casus.pk).count() == 1


def test_zonder_open_zaak_met_dat_kenmerk_staat_er_niets_bij(ingelogd: Ingelogd) -> None:
    _vraag("ZVH-1999-9999")

    assert "Deze zaak is open" not in ingelogd("amira").get("/nazorg/").content.decode()


def _wacht() -> int:
    with als(Vrager(id_van("amira"))):
        gevraagd = Heropenvraag.objects.filter(behandeld_op=None)
        return gevraagd.filter(kenmerk__iexact="ZVH-1999-9999").count()


def test_drie_keer_dezelfde_vraag_is_een_regel_die_samen_wordt_afgehandeld_en_teruggezet(
    ingelogd: Ingelogd,
) -> None:
    for kenmerk in ("ZVH-1999-9999", "zvh-1999-9999", "ZVH-1999-9999"):
        _vraag(kenmerk)
    amira = ingelogd("amira")
    pagina = amira.get("/nazorg/").content.decode()
    with als(Vrager(id_van("amira"))):
        laatste = Heropenvraag.objects.filter(kenmerk="ZVH-1999-9999").latest("aangemaakt_op").pk

    assert "3 keer gevraagd, dit is de laatste" in pagina
    assert pagina.count('action="/nazorg/heropenvraag/') == 2

    weg = amira.post(f"/nazorg/heropenvraag/{laatste}", follow=True).content.decode()
    assert (_wacht(), "Net afgehandeld" in weg) == (0, True)
    assert f'action="/nazorg/heropenvraag/{laatste}/terug"' in weg

    terug = amira.post(f"/nazorg/heropenvraag/{laatste}/terug", follow=True).content.decode()
    assert (_wacht(), "Net afgehandeld" in terug) == (3, False)
    assert "De vraag staat weer bij Gevraagd om te heropenen." in terug


def test_wat_na_het_openen_van_de_bladzijde_is_gevraagd_blijft_wachten() -> None:
    _vraag("ZVH-1999-9999")
    vrager = Vrager(id_van("amira"))
    with als(vrager):
        eerste = Heropenvraag.objects.get(kenmerk="ZVH-1999-9999").pk
    _vraag("ZVH-1999-9999")

    with als(vrager):
        heropenvraag_afhandelen(eerste, wie=kijker_van(vrager))

    assert _wacht() == 1


def test_terugzetten_staat_in_het_journaal_en_kan_na_twee_dagen_niet_meer() -> None:
    vrager, vraag = Vrager(id_van("amira")), id_van("heropenvraag")
    with als(vrager):
        wie = kijker_van(vrager)
        heropenvraag_afhandelen(vraag, wie=wie)
        heropenvraag_terug(vraag, wie=wie)
        eergisteren = vandaag() - timedelta(days=2)
        Heropenvraag.objects.filter(pk=vraag).update(behandeld_op=eergisteren)
        with pytest.raises(NietToegestaan):
            heropenvraag_terug(vraag, wie=wie)

    with als(Vrager(id_van("frank"))):
        gedaan = Handeling.objects.filter(object=vraag).order_by("moment")
        assert list(gedaan.values_list("handeling", flat=True)) == [
            "heropenen.behandeld",
            "heropenen.weer_open",
        ]


def test_wie_te_laat_iets_terugzet_leest_dat_en_het_staat_in_het_journaal(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    amira, vraag = ingelogd("amira"), id_van("heropenvraag")
    amira.post(f"/nazorg/heropenvraag/{vraag}")

    def te_laat(*_: object, **__: object) -> None:
        raise NietToegestaan("Dit kan niet.")

    monkeypatch.setattr("vangnet.web.afsluiten.nazorg.heropenvraag_terug", te_laat)
    antwoord = amira.post(f"/nazorg/heropenvraag/{vraag}/terug", follow=True)

    assert "Je kunt dit niet meer ongedaan maken." in antwoord.content.decode()
    with als(Vrager(id_van("frank"))):
        geweigerd = Handeling.objects.filter(handeling="nazorg.geweigerd")
        assert [een.object for een in geweigerd] == [vraag]
