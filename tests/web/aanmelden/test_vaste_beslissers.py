# SPDX-License-Identifier: EUPL-1.2
"""Standing deciders of the weekly table, as the house keeps them and a decision offers them."""

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.databank import cluster
from tests.web.aanmelden.test_besluit import PAGINA, VELDEN, WACHT
from vangnet.aanmelding.models import Beslisser, VasteBeslisser
from vangnet.aanmelding.vastebeslissers import vaste_beslisser_toevoegen, wie_nu_beslissen
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
VASTE = "/aanmeldingen/vaste-beslissers"
NIEUW = {"naam": "Sjoukje Officier", "organisatie": str(id_van("politie")), "vanaf": "1-3-2022"}


def _namen(pagina: object) -> list[str]:
    form = pagina.context["formulier"]  # type: ignore[attr-defined]
    return [waarde for nummer in range(1, 7) if (waarde := form[f"naam_{nummer}"].value())]


def _voeg_toe(naam: str, vanaf: date) -> str:
    with als(Vrager(id_van("joris"))):
        vaste_beslisser_toevoegen(naam, id_van("politie"), vanaf=vanaf)
        return str(VasteBeslisser.objects.get(naam=naam).pk)


def test_het_huis_voegt_een_vaste_beslisser_toe_en_beeindigt_hem(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.post(VASTE, NIEUW)
    with als(Vrager(id_van("joris"))):
        een = VasteBeslisser.objects.get(naam="Sjoukje Officier")
    joris.post(f"{VASTE}/{een.pk}/beeindigen")
    with als(Vrager(id_van("joris"))):
        daarna = VasteBeslisser.objects.get(pk=een.pk)

    assert (een.organisatie_id, een.vanaf, een.tot) == (id_van("politie"), date(2022, 3, 1), None)
    assert daarna.tot == vandaag()
    assert joris.post(f"{VASTE}/{een.pk}/beeindigen").status_code == 404


def test_alleen_een_publieke_deelnemer_heeft_een_vaste_beslisser(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("joris").post(VASTE, {**NIEUW, "organisatie": str(id_van("ggz"))})

    assert (antwoord.status_code, list(antwoord.context["formulier"].errors)) == (
        422,
        ["organisatie"],
    )
    with als(Vrager(id_van("joris"))), pytest.raises(DatabaseError), transaction.atomic():
        vaste_beslisser_toevoegen("Wiebe Behandelaar", id_van("ggz"), vanaf=vandaag())


def test_wie_vandaag_vast_beslist_staat_bij_elk_besluit_klaar(ingelogd: Ingelogd) -> None:
    _voeg_toe("Harm Bedenksel", vandaag())
    _voeg_toe("Anna Verzinsel", vandaag() - timedelta(days=9))
    _voeg_toe("Nog Niet", vandaag() + timedelta(days=1))

    form = ingelogd("amira").get(PAGINA)

    assert _namen(form) == ["Anna Verzinsel", "Harm Bedenksel"]
    # Their verdict is asked, every time.
    assert form.context["formulier"]["akkoord_1"].value() is None


def test_aan_de_tafel_staan_alleen_klaar_wie_er_zijn(ingelogd: Ingelogd) -> None:
    _voeg_toe("Anna Verzinsel", vandaag())
    harm = _voeg_toe("Harm Bedenksel", vandaag())

    assert _namen(ingelogd("amira").get(f"{PAGINA}?er={harm}")) == ["Harm Bedenksel"]


def test_ook_de_zevende_vaste_beslisser_staat_klaar_en_telt(ingelogd: Ingelogd) -> None:
    for nummer in range(1, 9):
        _voeg_toe(f"Beslisser {nummer}", vandaag())
    amira = ingelogd("amira")
    form = amira.get(PAGINA).context["formulier"]
    namen = [een.naam.value() for een in form.beslissers()]
    acht = {
        "naam_8": "Beslisser 8",
        "organisatie_8": str(id_van("politie")),
        "akkoord_8": "ja",
    }
    amira.post(PAGINA, {**VELDEN, **acht})

    assert namen == [f"Beslisser {nummer}" for nummer in range(1, 9)]
    with als(Vrager(id_van("amira"))):
        besloten = Beslisser.objects.filter(aanmelding=WACHT).values_list("naam", flat=True)
        assert set(besloten) == {"Sjoukje Officier", "Beslisser 8"}


def test_wie_nog_moet_beginnen_wordt_ingetrokken_en_beslist_nooit(ingelogd: Ingelogd) -> None:
    straks = vandaag() + timedelta(days=3)
    een = _voeg_toe("Nog Niet", straks)
    joris = ingelogd("joris")
    assert "Intrekken" in joris.get(VASTE).content.decode()

    joris.post(f"{VASTE}/{een}/beeindigen")

    with als(Vrager(id_van("joris"))):
        assert wie_nu_beslissen(straks) == []
    assert "Nooit begonnen" in joris.get(VASTE).content.decode()


@pytest.mark.parametrize("naam", ["Sjoukje Officier", "sjoukje officier"])
def test_wie_al_beslist_komt_er_niet_nog_eens_bij(naam: str, ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.post(VASTE, NIEUW)

    fout = joris.post(VASTE, {**NIEUW, "naam": naam, "vanaf": "1-3-2099"})

    assert fout.status_code == 422
    assert fout.context["formulier"].errors["naam"] == ["Deze beslisser staat al in de lijst."]


def test_wie_eindigt_begint_pas_daarna_opnieuw(ingelogd: Ingelogd) -> None:
    joris, morgen = ingelogd("joris"), vandaag() + timedelta(days=1)
    een = _voeg_toe("Sjoukje Officier", vandaag())
    joris.post(f"{VASTE}/{een}/beeindigen")

    fout = joris.post(VASTE, {**NIEUW, "vanaf": f"{vandaag():%d-%m-%Y}"})
    goed = joris.post(VASTE, {**NIEUW, "vanaf": f"{morgen:%d-%m-%Y}"})

    assert "telt nog tot en met" in fout.context["formulier"].errors["vanaf"][0]
    assert goed.status_code == 302


def test_wie_nooit_begon_staat_niet_in_de_weg(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    een = _voeg_toe("Sjoukje Officier", vandaag() + timedelta(days=9))
    joris.post(f"{VASTE}/{een}/beeindigen")

    assert joris.post(VASTE, {**NIEUW, "vanaf": f"{vandaag():%d-%m-%Y}"}).status_code == 302


@pytest.mark.parametrize("naam", ["Sjoukje Officier", "sjoukje officier"])
def test_ook_de_databank_laat_niemand_twee_keer_lopen(naam: str, ingelogd: Ingelogd) -> None:
    _voeg_toe("Sjoukje Officier", vandaag())

    with als(Vrager(id_van("joris"))), pytest.raises(VangnetFout, match="staat al in de lijst"):
        vaste_beslisser_toevoegen(naam, id_van("politie"), vanaf=vandaag() + timedelta(days=3))


def test_wie_opnieuw_begint_in_andere_hoofdletters_loopt_ook_na_ongedaan_maken_een_keer(
    ingelogd: Ingelogd,
) -> None:
    joris, een = ingelogd("joris"), _voeg_toe("Sjoukje Officier", vandaag())
    joris.post(f"{VASTE}/{een}/beeindigen")
    morgen = _voeg_toe("sjoukje officier", vandaag() + timedelta(days=1))

    joris.post(f"{VASTE}/{een}/herstellen")

    with als(Vrager(id_van("joris"))):
        lopend = VasteBeslisser.objects.filter(naam__iexact="Sjoukje Officier", tot=None)
        assert [str(pk) for pk in lopend.values_list("pk", flat=True)] == [morgen]


def test_bij_het_bijwerken_loopt_van_wie_dubbel_stond_alleen_de_eerste_door(
    eigen_databank: str,
) -> None:
    migratie = import_module("vangnet.aanmelding.migrations.0038_beslisser_een_keer")
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(b"DROP INDEX vastebeslisser_een")
    _voeg_toe("Anna Verzinsel", date(2024, 5, 1))
    _voeg_toe("Sjoukje Officier", date(2022, 3, 1))
    _voeg_toe("sjoukje Officier", date(2024, 5, 1))
    _voeg_toe("sjoukje officier", vandaag())
    _voeg_toe("SJOUKJE OFFICIER", date(2099, 1, 1))

    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(migratie.EEN_BLIJFT.encode())

    with als(Vrager(id_van("joris"))):
        rijen = dict(VasteBeslisser.objects.values_list("naam", "tot"))
    assert rijen == {
        "Kanarie-vaste-beslisser": None,
        "Anna Verzinsel": None,
        "Sjoukje Officier": None,
        "sjoukje Officier": vandaag() - timedelta(days=1),
        "sjoukje officier": vandaag(),
        "SJOUKJE OFFICIER": date(2098, 12, 31),
    }
