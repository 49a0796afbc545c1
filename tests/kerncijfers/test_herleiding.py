# SPDX-License-Identifier: EUPL-1.2
"""What is listed behind a figure is what was counted, and only the house may see it."""

from datetime import date
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from tests.bezetting import id_van
from tests.kerncijfers.laden import laad, opdrachtregel
from tests.kerncijfers.registers import registers
from tests.kerncijfers.telling_regels import Rijen
from vangnet.aanmelding.services import afgewezen_vernietigen
from vangnet.kern.fouten import NietToegestaan
from vangnet.kerncijfers.berekening import bereken
from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.catalogus.populatie import Rijsoort
from vangnet.kerncijfers.catalogus.rekenwijze import Aantal
from vangnet.kerncijfers.herleiding import Herleiding, Vraag, bronnen_achter, herleid
from vangnet.kerncijfers.rekenen import Getal
from vangnet.kerncijfers.uitkomst import Cijfer
from vangnet.toegang.vrager import Vrager, word

JAAR = (date(2022, 1, 1), date(2022, 12, 31))
Sleutels = dict[str, dict[str, UUID]]


def achter(sleutel: str, dimensie: str = "", klasse: str = "", *, pagina: int = 1) -> Herleiding:
    """A page of what is behind a figure of 2022; fails when there is no such figure."""
    van, tot = JAAR
    vraag = Vraag(sleutel=sleutel, van=van, tot=tot, dimensie=dimensie, klasse=klasse)
    gevonden = herleid(vraag, pagina=pagina)
    assert gevonden is not None
    return gevonden


def som(sleutel: str, dimensie: str = "", klasse: str = "") -> Getal:
    """What all rows behind a figure count for; each has a row of the register or is a counter."""
    pagina = 1
    samen: Getal = 0
    while True:
        deel = achter(sleutel, dimensie, klasse, pagina=pagina)
        samen += sum(rij.telt for rij in deel.rijen)
        if deel.populatie.rijen is not Rijsoort.FEIT:
            bronnen = bronnen_achter(deel.populatie.rijen, deel.rijen)
            assert set(bronnen) == {rij.kolommen[0] for rij in deel.rijen}
        if deel.is_laatste:
            return samen
        pagina += 1


def sommen(cijfer: Cijfer) -> dict[tuple[str, str], Getal]:
    """The same for the figure and each of its classes that has rows."""
    sleutel = cijfer.indicator.sleutel
    paren = [("", "")] + [
        (dimensie, klasse.klasse)
        for dimensie, klassen in cijfer.uitsplitsingen.items()
        for klasse in klassen
        if klasse.aantal
    ]
    return {paar: som(sleutel, *paar) for paar in paren}


def geteld(cijfer: Cijfer) -> dict[tuple[str, str], Getal]:
    """What the figure and its classes say themselves."""
    klassen = {
        (dimensie, klasse.klasse): klasse.aantal
        for dimensie, klassen in cijfer.uitsplitsingen.items()
        for klasse in klassen
        if klasse.aantal
    }
    if isinstance(cijfer.indicator.berekening, Aantal):
        return {("", ""): cijfer.waarde or 0, **klassen}
    return {("", ""): som(cijfer.indicator.sleutel), **klassen}


def als_huis() -> None:
    """From here on the procesregisseur asks."""
    word(Vrager(id_van("amira")))


@pytest.mark.parametrize("sleutel", CATALOGUS)
@pytest.mark.usefixtures("klein")
def test_achter_elk_cijfer_en_elke_klasse_staat_wat_er_is_geteld(sleutel: str) -> None:
    als_huis()
    cijfer = bereken(*JAAR, sleutels=[sleutel]).cijfers[sleutel]

    assert sommen(cijfer) == geteld(cijfer)


@given(registers(), st.sampled_from(sorted(CATALOGUS)))
@pytest.mark.usefixtures("huis")
def test_ook_in_een_willekeurig_register(register: Rijen, sleutel: str) -> None:
    with opdrachtregel():
        laad(register)
        als_huis()
        cijfer = bereken(*JAAR, sleutels=[sleutel]).cijfers[sleutel]

        assert sommen(cijfer) == geteld(cijfer)


def test_een_vernietigde_aanmelding_is_een_rij_zonder_bron(klein: Sleutels) -> None:
    afgewezen_vernietigen([klein["aanmeldingen"]["A-2"]])
    als_huis()

    rijen = achter("aanmeldingen").rijen
    bronnen = bronnen_achter(Rijsoort.AANMELDING, rijen).values()

    over = {klein["aanmeldingen"]["A-1"], klein["aanmeldingen"]["A-3"], None}
    assert (len(rijen), set(bronnen)) == (3, over)


def test_een_zaak_met_twee_personen_staat_er_een_keer_en_telt_twee(klein: Sleutels) -> None:
    als_huis()

    rijen = achter("personen_betrokken").rijen

    assert [rij.telt for rij in rijen] == [2]
    assert set(bronnen_achter(Rijsoort.ZAAK, rijen).values()) == {klein["casussen"]["C-1"]}


@pytest.mark.usefixtures("klein")
def test_een_telling_toont_haar_dag_gemeente_en_aantal() -> None:
    als_huis()

    rijen = achter("screening_gedetineerden").rijen

    assert [rij.kolommen for rij in rijen] == [(date(2022, 5, 1), "onbekend", 7)]


@pytest.mark.usefixtures("klein")
@pytest.mark.parametrize(
    ("sleutel", "dimensie", "klasse"),
    [
        ("bestaat_niet", "", ""),
        ("zaken_aangemeld", "post", "huur"),
        ("zaken_aangemeld", "gemeente", "GM9999"),
        ("zaken_aangemeld", "", "GM0080"),
    ],
)
def test_wat_niet_bestaat_heeft_geen_rijen(sleutel: str, dimensie: str, klasse: str) -> None:
    als_huis()
    van, tot = JAAR
    vraag = Vraag(sleutel=sleutel, van=van, tot=tot, dimensie=dimensie, klasse=klasse)

    assert herleid(vraag) is None


@pytest.mark.usefixtures("klein")
@pytest.mark.parametrize("wie", ["mirjam", "anouk", "karin", "bas", "bram", "els", "opdracht"])
def test_wie_niet_van_het_huis_is_komt_niet_bij_de_rijen(wie: str) -> None:
    word(Vrager(id_van(wie)))

    with pytest.raises(NietToegestaan):
        achter("zaken_aangemeld")


@pytest.mark.usefixtures("klein")
@pytest.mark.parametrize("wie", ["mirjam", "anouk", "bas", "bram", "els"])
@pytest.mark.parametrize("functie", ["zaken_achter", "aanmeldingen_achter"])
def test_ook_de_databank_weigert_de_weg_terug(wie: str, functie: str) -> None:
    word(Vrager(id_van(wie)))
    vraag = f"SELECT kerncijfers.{functie}(ARRAY[1::bigint])"

    with (
        pytest.raises(ProgrammingError, match="niet toegestaan"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(vraag)


@pytest.mark.usefixtures("klein")
def test_het_aantal_vragen_hangt_niet_van_de_klasse_af(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    als_huis()
    achter("aanmeldingen")

    for paar in (("", ""), ("gemeente", "GM0080"), ("maand", "2022-12"), ("keten", "zorg")):
        with django_assert_num_queries(14):
            achter("aanmeldingen", *paar)
