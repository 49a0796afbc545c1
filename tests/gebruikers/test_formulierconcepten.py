# SPDX-License-Identifier: EUPL-1.2
"""Drafts of forms: two that begin at once, and those that the worker clears."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connections, transaction

from tests.bezetting import id_van
from tests.databank import cluster
from tests.wachten import tot_er_wachten
from vangnet.gebruikers.formulierconcepten import Concept, Waarover, concept_bewaren
from vangnet.gebruikers.models import Formulierconcept
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.opdrachtregel.werker import ruim_concepten_op
from vangnet.toegang.vrager import Vrager, als

_NIEUW = "/zaken/onbekend/doelen/nieuw"
_OUD = "UPDATE gebruikers_formulierconcept SET {} = now() - %s::interval WHERE id = %s"
_OVER = "UPDATE gebruikers_formulierconcept SET casus = %s, aanmelding = %s WHERE id = %s"
# The drafts of the cast are as old as the template of the tests.
_TABELLEN = ("gebruikers_formulierconcept", "aanmelding_concept", "casus_notitieconcept")
_VAN_NU = "UPDATE {} SET bewaard_op = now(), weg_op = CASE WHEN weg_op IS NOT NULL THEN now() END"


@pytest.mark.parametrize(
    ("veld", "naam", "nog_niet", "voorbij"),
    [
        ("bewaard_op", "formulierconcept", "13 days 23 hours", "14 days 1 minute"),
        ("weg_op", "formulierconcept-weg", "59 minutes", "61 minutes"),
    ],
    ids=["niet meer getypt", "weggegooid"],
)
def test_de_werker_ruimt_een_oud_concept_op_en_schrijft_hoeveel(
    veld: str, naam: str, nog_niet: str, voorbij: str, eigen_databank: str
) -> None:
    opgeruimd = []
    over = {("casus", id_van("casus")), ("aanmelding", id_van("aanmelding-wacht"))}
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        for tabel in _TABELLEN:
            beheer.execute(_VAN_NU.format(tabel).encode())
        beheer.execute(_OVER.encode(), [id_van("casus"), id_van("aanmelding-wacht"), id_van(naam)])
    for oud in (nog_niet, voorbij):
        with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
            beheer.execute(_OUD.format(veld).encode(), [oud, id_van(naam)])
        opgeruimd.append(ruim_concepten_op())

    assert opgeruimd == [0, 1]
    with als(Vrager(id_van("amira"))):
        assert not Formulierconcept.objects.filter(pk=id_van(naam)).exists()
    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="formulierconcept.vernietigd")
        assert (rij.doel, rij.aantallen) == ("bewaartermijn", {"concepten": 1})
        onderwerpen = Onderwerp.objects.filter(handeling=rij)
        assert set(onderwerpen.values_list("soort", "onderwerp")) == over


def _bewaar(tekst: str) -> Concept | None:
    velden, over = {"omschrijving": tekst}, Waarover(id_van("casus"))
    return concept_bewaren(id_van("amira"), _NIEUW, velden, versie=0, over=over)


@pytest.mark.parametrize(("ander", "bewaard"), [("Een plek", True), ("Iets anders", False)])
def test_wie_op_een_ander_tabblad_tegelijk_begint_verliest_niets(
    ander: str, bewaard: bool, eigen_databank: str
) -> None:
    """The same text is kept by both; another is never written over."""
    gekregen: list[Concept | None] = []

    def tweede() -> None:
        try:
            with als(Vrager(id_van("amira"))):
                gekregen.append(_bewaar("Een plek"))
        finally:
            connections.close_all()

    draad = threading.Thread(target=tweede)
    with als(Vrager(id_van("amira"))):
        assert _bewaar(ander)
        draad.start()
        tot_er_wachten(eigen_databank, 1)
    draad.join(30)

    assert [een is not None for een in gekregen] == [bewaard]


@pytest.mark.django_db
def test_van_een_formulier_is_er_een_concept_naast_wat_is_weggegooid() -> None:
    """The database keeps it so; each row here is of the same place."""

    def begin(weg_op: datetime | None) -> None:
        Formulierconcept.objects.create(
            gebruiker_id=id_van("amira"),
            plek="gelijk",
            inhoud="1.AAAA",
            bewaard_op=datetime.now(UTC),
            weg_op=weg_op,
        )

    with als(Vrager(id_van("amira"))):
        for weg_op in (None, datetime.now(UTC), datetime.now(UTC)):
            begin(weg_op)
        with pytest.raises(IntegrityError, match="formulierconcept_een"), transaction.atomic():
            begin(None)

        assert Formulierconcept.objects.filter(plek="gelijk").count() == 3
