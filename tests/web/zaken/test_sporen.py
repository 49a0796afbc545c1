# SPDX-License-Identifier: EUPL-1.2
"""What a look at zaken leaves in the journaal."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
BIJDRAGE = {
    "soort": "feit",
    "tekst": "Hij woont sinds maart bij zijn zus.",
    "publiek": "iedereen",
    "categorie": "woonsituatie",
    "doel": "afstemming",
    "leefgebied": "huisvesting",
}


def _onderwerpen(handeling: str) -> set[tuple[str, UUID]]:
    with als(Vrager(id_van("amira"))):
        rijen = Onderwerp.objects.filter(handeling__handeling=handeling)
        return set(rijen.values_list("soort", "onderwerp"))


@pytest.mark.asvs("16.3.2")
def test_de_lijst_noemt_ook_de_mensen_wier_naam_ze_toont(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get("/zaken/")

    assert ("persoon", id_van("betrokkene")) in _onderwerpen("zaken.ingezien")


@pytest.mark.asvs("16.3.2")
def test_zoeken_noemt_wie_is_gevonden(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post("/zaken/zoeken", {"zoek": "kanarie"})

    assert _onderwerpen("zaken.gezocht") == {
        ("casus", id_van("casus")),
        ("persoon", id_van("betrokkene")),
    }


def test_een_blik_op_een_zaak_noemt_de_regel_die_haar_toestaat(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(f"/zaken/{id_van('casus')}")

    with als(Vrager(id_van("amira"))):
        assert Handeling.objects.get(handeling="casus.ingezien").regel == "huis"


@pytest.mark.asvs("16.3.3")
@pytest.mark.asvs("16.3.2")
def test_wie_ids_probeert_laat_een_spoor_na(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(f"/zaken/{id_van('bestaat niet')}")

    with als(Vrager(id_van("amira"))):
        rij = Handeling.objects.get(handeling="casus.geweigerd")
    assert (rij.object, rij.toegestaan) == (id_van("bestaat niet"), False)


@pytest.mark.parametrize("adres", ["/zaken/?na=%00", "/zaken/?voor=%00"])
def test_een_nulteken_in_het_adres_breekt_de_lijst_niet(adres: str, ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").get(adres).status_code == 200


def test_het_beeld_noemt_over_wie_een_bijdrage_gaat(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """Seen by a partner: to the house it shows whose leefgebieden are scored, too."""
    neem_deel("bram")
    amira = ingelogd("amira")
    with als(Vrager(id_van("amira"))):
        over = Betrokkenheid.objects.select_related("persoon").get(persoon=id_van("betrokkene"))
    amira.post(f"{ZAAK}/bijdragen/nieuw", {**BIJDRAGE, "over": str(over.pk)})

    pagina = ingelogd("bram").get(f"{ZAAK}/beeld").content.decode()

    assert f"Gaat over {over.persoon.naam}." in pagina
    assert ("persoon", id_van("betrokkene")) in _onderwerpen("casus.ingezien")


def test_het_beeld_noemt_niemand_wiens_naam_er_niet_staat(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ingelogd("bram").get(f"{ZAAK}/beeld")

    assert _onderwerpen("casus.ingezien") == {("casus", id_van("casus"))}


def test_het_beeld_noemt_aan_het_huis_van_wie_de_scores_zijn(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(f"{ZAAK}/beeld")

    assert ("persoon", id_van("betrokkene")) in _onderwerpen("casus.ingezien")


def test_het_formulier_voor_een_bijdrage_noemt_wie_er_te_kiezen_zijn(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(f"{ZAAK}/bijdragen/nieuw")

    assert _onderwerpen("betrokkenen.ingezien") == {
        ("casus", id_van("casus")),
        ("persoon", id_van("betrokkene")),
    }
