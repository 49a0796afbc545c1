# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed in the note field: how long it lies there, and who writes it."""

import pytest
from django.db import ProgrammingError, transaction

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.casus.models import Notitieconcept
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import nu
from vangnet.opdrachtregel.werker import ruim_concepten_op
from vangnet.toegang.vrager import Vrager, als

CONCEPT = id_van("notitieconcept")
# The drafts of the cast are as old as the template of the tests.
_VAN_NU = "UPDATE {} SET bewaard_op = now(), weg_op = CASE WHEN weg_op IS NOT NULL THEN now() END"
_OUD = "UPDATE casus_notitieconcept SET {} = now() - %s::interval WHERE id = %s"


@pytest.mark.parametrize(
    ("veld", "nog_niet", "voorbij"),
    [
        ("bewaard_op", "13 days 23 hours", "14 days 1 minute"),
        ("weg_op", "59 minutes", "61 minutes"),
    ],
    ids=["niet meer getypt", "weggegooid"],
)
def test_de_werker_ruimt_een_oude_notitie_op_en_schrijft_van_welke_zaak(
    veld: str, nog_niet: str, voorbij: str, eigen_databank: str
) -> None:
    opgeruimd = []
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        for tabel in ("casus_notitieconcept", "aanmelding_concept", "gebruikers_formulierconcept"):
            beheer.execute(_VAN_NU.format(tabel).encode())
    for oud in (nog_niet, voorbij):
        with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
            beheer.execute(_OUD.format(veld).encode(), [oud, CONCEPT])
        opgeruimd.append(ruim_concepten_op())

    assert opgeruimd == [0, 1]
    with als(Vrager(id_van("joris"))):
        assert not Notitieconcept.objects.exists()
    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="formulierconcept.vernietigd")
        assert (rij.doel, rij.aantallen) == ("bewaartermijn", {"concepten": 1})
        over = Onderwerp.objects.filter(handeling=rij).values_list("soort", "onderwerp")
        assert list(over) == [("casus", id_van("casus"))]


def test_van_een_zaak_die_dicht_is_leest_en_verlengt_de_schrijver_zijn_tekst_en_begint_er_geen(
    eigen_databank: str,
) -> None:
    casus, joris = id_van("casus"), id_van("joris")
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE casus_casus SET beperkt = true WHERE id = %s", [casus])

    with als(Vrager(joris)):
        gezien = [een.tekst for een in Notitieconcept.objects.all()]
        verder = Notitieconcept.objects.update(tekst="Kanarie-concept, verder", weg_op=nu())
        weg, _per_soort = Notitieconcept.objects.all().delete()
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Notitieconcept.objects.create(casus_id=casus, auteur_id=joris, tekst="Nieuw")
    with als(Vrager(id_van("amira"))):
        van_een_ander = Notitieconcept.objects.update(tekst="Anders")

    assert (gezien, verder, weg, van_een_ander) == (["Kanarie-concept"], 1, 0, 0)
