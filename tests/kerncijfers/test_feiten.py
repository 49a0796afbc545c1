# SPDX-License-Identifier: EUPL-1.2
"""Facts follow the register, know nobody, and outlive what is destroyed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from tests.bezetting import id_van
from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.services import afgewezen_vernietigen
from vangnet.afsluiting.models import Afsluiting
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kerncijfers.berekening import bereken
from vangnet.kerncijfers.services import feiten_verversen
from vangnet.kerncijfers.tellen import als_cijferrol
from vangnet.organisaties.models import Organisatie
from vangnet.personen.models import Persoon
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, word

JAAR = (date(2022, 1, 1), date(2022, 12, 31))
Sleutels = dict[str, dict[str, UUID]]
pytestmark = [pytest.mark.usefixtures("klein"), pytest.mark.postgres15]


@contextmanager
def als_invoer() -> Iterator[None]:
    """Write as an import does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true)", [settings.ROLLEN.invoer])
        yield
        cursor.execute("SELECT set_config('role', 'none', true)")


def gevuld(sleutel: str, dimensie: str) -> dict[str, int]:
    """The classes of a breakdown of 2022 that have rows."""
    klassen = bereken(*JAAR, sleutels=[sleutel]).cijfers[sleutel].uitsplitsingen[dimensie]
    return {klasse.klasse: int(klasse.aantal) for klasse in klassen if klasse.aantal}


def rijen(vraag: str) -> list[tuple[object, ...]]:
    """What the figures role reads."""
    with als_cijferrol(), connection.cursor() as cursor:
        cursor.execute(vraag)
        return list(cursor.fetchall())


def test_een_andere_geboortedatum_geeft_een_andere_leeftijd() -> None:
    assert gevuld("leeftijd", "leeftijd") == {"0-17": 1}

    with als_invoer():
        Persoon.objects.filter(kenmerk="P-1").update(geboortedatum=date(1990, 1, 1))

    assert gevuld("leeftijd", "leeftijd") == {"24-40": 1}


def test_een_andere_rapportgroep_geldt_ook_voor_wat_al_binnen_was() -> None:
    with als_invoer():
        Organisatie.objects.filter(kenmerk="O-1").update(rapportgroep="Blauw")

    assert gevuld("zaken_aangemeld", "aanmelder_groep") == {"Blauw": 1}
    assert gevuld("aanmeldingen", "aanmelder_groep") == {"Blauw": 1, "Anders": 2}


def test_een_vervallen_afsluiting_laat_de_zaak_open() -> None:
    bereken(*JAAR)
    with als_invoer():
        Afsluiting.objects.all().delete()

    cijfers = bereken(*JAAR, peildatum=date(2023, 1, 1)).cijfers
    assert cijfers["zaken_afgesloten"].waarde == 0
    assert cijfers["zaken_openstaand"].waarde == 1


def test_een_eerdere_aanmelding_verschuift_de_dag_van_aanmelden(klein: Sleutels) -> None:
    feiten_verversen()
    with als_invoer():
        Aanmelding.objects.filter(kenmerk="A-1").update(ontvangen_op=date(2021, 12, 31))

    assert bereken(*JAAR).cijfers["zaken_aangemeld"].waarde == 0
    assert bereken(date(2021, 12, 31), date(2021, 12, 31)).cijfers["zaken_aangemeld"].waarde == 1


def test_een_vernietigde_aanmelding_laat_een_teller_zonder_weg_terug(klein: Sleutels) -> None:
    assert afgewezen_vernietigen([klein["aanmeldingen"]["A-2"]]) == 1

    assert gevuld("aanmeldingen_niet_in_behandeling", "reden") == {"eerst_lokaal": 1}
    assert gevuld("aanmeldingen", "maand") == {"2022-02": 1, "2022-12": 2}


def test_vernietigen_laat_wachtende_en_geopende_aanmeldingen_staan(klein: Sleutels) -> None:
    ids = [klein["aanmeldingen"]["A-1"], klein["aanmeldingen"]["A-3"]]

    assert afgewezen_vernietigen(ids) == 0
    assert bereken(*JAAR).cijfers["aanmeldingen"].waarde == 3


def test_vernietigen_staat_in_het_journaal_met_id_en_zonder_inhoud(klein: Sleutels) -> None:
    doel = klein["aanmeldingen"]["A-2"]
    afgewezen_vernietigen([doel])

    handeling = Handeling.objects.get(handeling="aanmelding.vernietigd")
    assert handeling.aantallen == {"aanmeldingen": 1}
    assert list(handeling.onderwerpen.values_list("soort", "onderwerp")) == [("aanmelding", doel)]


def test_een_mens_vernietigt_niets(klein: Sleutels) -> None:
    word(Vrager(id_van("joris"), VragerSoort.MENS))

    with pytest.raises(NietToegestaan), transaction.atomic():
        afgewezen_vernietigen([klein["aanmeldingen"]["A-2"]])


@pytest.mark.parametrize(
    "vraag",
    [
        "SELECT bron_id FROM feit_aanmelding",
        "SELECT bron_id FROM feit_casus",
        "SELECT bron_id FROM feit_gebeurtenis",
        "SELECT 1 FROM casus_casus",
        "SELECT 1 FROM personen_persoon",
        "SELECT 1 FROM kerncijfers.persoonsleutel",
        "SELECT 1 FROM kerncijfers.wachtrij",
        "DELETE FROM feit_casus",
    ],
)
def test_de_cijferrol_komt_niet_bij_de_bron_van_een_feit(vraag: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        rijen(vraag)


def test_de_toepassing_leest_geen_feiten() -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT soort FROM feit_gebeurtenis")


@pytest.mark.parametrize("wie", ["bram", "dirk", "els"])
def test_wie_geen_cijfers_mag_zien_ziet_geen_feit(wie: str) -> None:
    feiten_verversen()
    assert rijen("SELECT count(*) FROM feit_casus") == [(1,)]

    word(Vrager(id_van(wie)))

    assert rijen("SELECT count(*) FROM feit_casus") == [(0,)]
    with pytest.raises(NietToegestaan):
        bereken(*JAAR)


def test_zonder_vrager_worden_geen_feiten_gemaakt() -> None:
    word(None)

    with pytest.raises(ProgrammingError, match="geen vrager"), transaction.atomic():
        feiten_verversen()


def test_een_persoon_in_twee_zaken_telt_een_keer() -> None:
    assert gevuld("personen_betrokken", "rol") == {"hoofdbetrokkene": 1, "partner": 1}
