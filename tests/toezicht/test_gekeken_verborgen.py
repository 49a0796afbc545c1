# SPDX-License-Identifier: EUPL-1.2
"""Who has looked at a person tells nothing of a casus that the reader may not see."""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from vangnet.aanmelding.models import Aanmelding
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, als
from vangnet.toezicht.selectors import acts_op_persoon, kijkers_van

OPEN, BEPERKT, GESLOTEN = (id_van(f"casus-{een}") for een in ("lopend", "beperkt", "gesloten"))
# Somebody in all three, of which the house sees the first and only Joris the second.
MENS = id_van("hoofd-beperkt")
_OOK_IN = (
    "INSERT INTO casus_betrokkenheid (id, versie, aangemaakt_op, casus_id, persoon_id, rol, "
    "eerste_verwerking, eerste_verwerking_afgeleid, dicht) "
    "VALUES (%s, 1, now(), %s, %s, 'hoofdbetrokkene', '2024-03-01', false, false)"
)
_ALLES_LEZEN = (
    "ALTER POLICY daarna_dossier ON journaal_handeling USING (true)",
    "ALTER POLICY daarna_dossier ON journaal_onderwerp USING (true)",
)
Doe = Callable[[str], None]


@pytest.fixture
def doe(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Doe]:
    """A clone with these casussen; what it gives runs a statement as the superuser."""
    with (
        kloon(relatiesjabloon()) as naam,
        django_db_blocker.unblock(),
        verbonden_met(naam),
        cluster().verbind(BEHEERDER, naam) as beheer,
    ):
        for casus in (OPEN, GESLOTEN):
            beheer.execute(_OOK_IN, [uuid4(), casus, MENS])

        def voer_uit(opdracht: str) -> None:
            beheer.execute(opdracht.encode())

        yield voer_uit


def _bekeken(*casussen: UUID, casus: UUID | None = None) -> None:
    """Joris sees the person, in one casus or in a list of some."""
    over = [("persoon", MENS), *(("casus", een) for een in casussen)]
    with als(Vrager(id_van("joris"))):
        leg_vast(Act(handeling="casus.ingezien", casus=casus, onderwerpen=over))


def _wat_amira_ziet() -> tuple[int, int]:
    """Acts and subjects that the database shows her, with no filter of the application."""
    with als(Vrager(id_van("amira"))):
        return Handeling.objects.count(), Onderwerp.objects.count()


@pytest.mark.parametrize("casus", [BEPERKT, GESLOTEN])
def test_de_databank_toont_geen_spoor_van_een_verborgen_casus(casus: UUID, doe: Doe) -> None:
    _bekeken(casus=casus)
    _bekeken(casus)

    assert _wat_amira_ziet() == (0, 0)


def test_de_databank_toont_geen_lijst_met_alleen_verborgen_casussen(doe: Doe) -> None:
    _bekeken(BEPERKT, GESLOTEN)

    assert _wat_amira_ziet()[0] == 0


def test_een_zichtbare_casus_in_de_lijst_opent_het_spoor_en_niet_de_verborgen_casus(
    doe: Doe,
) -> None:
    _bekeken(BEPERKT, OPEN)
    with als(Vrager(id_van("amira"))):
        casussen = set(Onderwerp.objects.filter(soort="casus").values_list("onderwerp", flat=True))

    assert _wat_amira_ziet()[0] == 1
    assert casussen == {OPEN}


@pytest.mark.parametrize(
    ("handeling", "aantal"),
    [((BEPERKT, None), 0), ((GESLOTEN, GESLOTEN), 0), ((BEPERKT, BEPERKT), 0), ((OPEN, OPEN), 1)],
)
def test_het_filter_van_de_toepassing_laat_hetzelfde_weg(
    handeling: tuple[UUID, UUID | None], aantal: int, doe: Doe
) -> None:
    """With policies that show everything."""
    for opdracht in _ALLES_LEZEN:
        doe(opdracht)
    _bekeken(handeling[0], casus=handeling[1])
    with als(Vrager(id_van("amira"))):
        acts = acts_op_persoon(MENS, wie=kijker(Recht.ZAKEN_INZIEN))

        assert (acts.count(), len(kijkers_van(acts))) == (aantal, aantal)


_ALLES_VAN_AANMELDINGEN = (
    "ALTER POLICY lezen ON aanmelding_koppeling USING (true)",
    "ALTER POLICY lezen ON aanmelding_aanmelding USING (true)",
)


def _aanmelding_bekeken() -> None:
    """Joris sees the aanmelding of the beperkt casus in a list that names no casus."""
    with als(Vrager(id_van("joris"))):
        een = Aanmelding.objects.get(kenmerk="a-beperkt")
        leg_vast(Act(handeling="aanmeldingen.ingezien", onderwerpen=[("aanmelding", een.pk)]))


def test_de_databank_toont_geen_spoor_van_de_aanmelding_van_een_verborgen_casus(doe: Doe) -> None:
    _aanmelding_bekeken()

    assert _wat_amira_ziet() == (0, 0)


@pytest.mark.parametrize(("wie", "aantal"), [("amira", 0), ("joris", 1)])
def test_het_filter_laat_de_aanmelding_van_een_verborgen_casus_weg(
    wie: str, aantal: int, doe: Doe
) -> None:
    """With policies that show everything; Joris is named on the casus."""
    for opdracht in (*_ALLES_LEZEN, *_ALLES_VAN_AANMELDINGEN):
        doe(opdracht)
    _aanmelding_bekeken()
    with als(Vrager(id_van(wie))):
        assert acts_op_persoon(MENS, wie=kijker(Recht.ZAKEN_INZIEN)).count() == aantal


def test_de_pagina_van_de_persoon_noemt_alleen_wie_door_een_zichtbare_casus_keek(doe: Doe) -> None:
    adres = reverse("toezicht:persoon", kwargs={"persoon_id": MENS})
    _bekeken(casus=BEPERKT)
    eerst = log_in(Client(), "amira").get(adres).content.decode()
    _bekeken(casus=OPEN)
    daarna = log_in(Client(), "amira").get(adres).content.decode()

    assert "Joris Wiersma" not in eerst
    assert "Joris Wiersma" in daarna
    assert "Amira Terpstra" in daarna
