# SPDX-License-Identifier: EUPL-1.2
"""A new casus may hang on a persoon who is known, with a reason; and can be taken off again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.aanmelden.test_besluit import BESLISSING, PAGINA, VELDEN, WACHT
from vangnet.aanmelding.besluiten import besluit_vastleggen, koppeling_verbreken
from vangnet.aanmelding.models import Aanmelding, Koppeling
from vangnet.casus.deelname import Plek, beperkt_zetten, uitnodigen
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.personen.models import Persoon
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
ZELFDE: dict[str, Any] = {
    **VELDEN,
    "persoon": str(id_van("betrokkene")),
    "waarom_zelfde": "Naam en adres zijn gelijk.",
}
BEKEND = replace(BESLISSING, persoon=id_van("betrokkene"), waarom_zelfde="Naam is gelijk.")


def _casus() -> Casus:
    with als(Vrager(id_van("amira"))):
        gevonden = Aanmelding.objects.select_related("casus__hoofdbetrokkene").get(pk=WACHT).casus
    assert gevonden is not None
    return gevonden


def test_de_nieuwe_zaak_hangt_aan_wie_al_bekend_was(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, ZELFDE)

    casus = _casus()
    assert casus.hoofdbetrokkene_id == id_van("betrokkene")
    with als(Vrager(id_van("amira"))):
        assert Betrokkenheid.objects.get(casus=casus).persoon_id == id_van("betrokkene")
        assert Koppeling.objects.get(aanmelding=WACHT).waarom == "Naam en adres zijn gelijk."
        assert not Persoon.objects.filter(achternaam="Kanarie-wachtende").exists()
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="persoon.gekoppeld").count() == 1


def test_zonder_keuze_wordt_het_iemand_nieuw(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, VELDEN)

    assert _casus().hoofdbetrokkene_id != id_van("betrokkene")


def test_wie_kiest_zegt_hoe_hij_het_weet(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post(PAGINA, {**ZELFDE, "waarom_zelfde": ""})

    assert list(antwoord.context["formulier"].errors) == ["waarom_zelfde"]
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        besluit_vastleggen(WACHT, replace(BEKEND, waarom_zelfde=" "))


def test_alleen_wie_genoemd_werd_is_te_kiezen(ingelogd: Ingelogd) -> None:
    vreemd = str(uuid4())

    antwoord = ingelogd("amira").post(PAGINA, {**ZELFDE, "persoon": vreemd})

    assert list(antwoord.context["formulier"].errors) == ["persoon"]
    assert "Kies een van de antwoorden uit de lijst." in antwoord.content.decode()
    assert f"{vreemd} is" not in antwoord.content.decode()
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        besluit_vastleggen(WACHT, replace(BEKEND, persoon=uuid4()))


def test_iemand_uit_een_zaak_die_je_niet_ziet_is_niet_te_kiezen() -> None:
    zaak, amira = id_van("casus"), id_van("amira")
    with als(Vrager(amira)):
        uitnodigen(zaak, Plek(amira, None, RolSoort.REGISSEUR))
        beperkt_zetten(zaak, beperkt=True)

    with als(Vrager(id_van("joris"))), pytest.raises(NietToegestaan):
        besluit_vastleggen(WACHT, BEKEND)
    with als(Vrager(amira)):
        assert besluit_vastleggen(WACHT, BEKEND) is not None


def test_bij_een_zaak_die_er_is_wordt_niemand_gekoppeld() -> None:
    met_zaak = replace(
        BEKEND, casus=id_van("casus"), persoon_rol="kind", samenstelling=None, regisseur=None
    )
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        besluit_vastleggen(WACHT, met_zaak)


def test_losgemaakt_gaat_de_zaak_over_een_eigen_persoon(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(PAGINA, ZELFDE)
    aanmelding = f"/aanmeldingen/{WACHT}"
    assert "Losmaken" in amira.get(aanmelding).content.decode()

    assert amira.post(f"{aanmelding}/losmaken").status_code == 302

    casus = _casus()
    assert casus.hoofdbetrokkene is not None
    assert casus.hoofdbetrokkene.achternaam == "Kanarie-wachtende"
    with als(Vrager(id_van("amira"))):
        assert Betrokkenheid.objects.get(casus=casus).persoon_id == casus.hoofdbetrokkene_id
        oude = Casus.objects.get(pk=id_van("casus"))
    assert oude.hoofdbetrokkene_id == id_van("betrokkene")
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="persoon.losgemaakt").count() == 1
    assert "Losgemaakt op" in amira.get(aanmelding).content.decode()
    assert amira.post(f"{aanmelding}/losmaken").status_code == 404


@pytest.mark.parametrize("wie", ["tineke", "bram", "piet", "mirjam", "frank", "els"])
def test_alleen_het_huis_maakt_los(wie: str) -> None:
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(WACHT, BEKEND)

    with pytest.raises(NietToegestaan), als(Vrager(id_van(wie))):
        koppeling_verbreken(WACHT)


def test_de_aanmelder_ziet_niet_dat_iemand_al_bekend_was(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, ZELFDE)

    assert (
        "Naam en adres zijn gelijk."
        not in ingelogd("piet").get(f"/aanmeldingen/{WACHT}").content.decode()
    )


def test_een_procesondersteuner_kiest_zelf_een_regisseur(ingelogd: Ingelogd) -> None:
    form = ingelogd("joris").get(PAGINA).context["formulier"]

    assert form["regisseur"].value() is None
    assert ingelogd("amira").get(PAGINA).context["formulier"]["regisseur"].value() == str(
        id_van("amira")
    )
