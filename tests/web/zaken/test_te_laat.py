# SPDX-License-Identifier: EUPL-1.2
"""Who comes second at people, sides, relations and the inzet of a casus."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from vangnet.casus.betrokkenen import (
    Nieuwkomer,
    betrokkene_toevoegen,
    betrokkenheid_beeindigen,
    relatie_beeindigen,
)
from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Relatie
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
PERSONEN = f"/zaken/{CASUS}/personen"
INZET = f"/zaken/{CASUS}/inzet"
AMIRA, JORIS = Vrager(id_van("amira")), Vrager(id_van("joris"))
KIND = Nieuwkomer(
    rol="kind",
    relatie_met=id_van("betrokkene"),
    relatie_soort="kind",
    vanaf=date(2022, 3, 1),
    achternaam="Zwaluw",
)
REDEN = {"zijde": "1", "reden": "De buurman wordt bedreigd.", "van": "0"}
LICHT = {
    "naar": "ondersteuning",
    "regie_bij": "Wijkteam Oost",
    "vraag": "Denk mee over de schulden.",
    "huis_doet": "Meedenken.",
    "volgende_blik": "over 4 weken",
}


def _kind() -> UUID:
    with als(AMIRA):
        return betrokkene_toevoegen(CASUS, KIND, door=id_van("amira"), eenmalig=None)


def _regels_van(handeling: str) -> list[str]:
    """By which right what was refused was asked, oldest first."""
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling=handeling).order_by("moment", "pk")
        return list(rijen.values_list("regel", flat=True))


def _gelezen(antwoord: Any) -> tuple[int, str]:
    return antwoord.status_code, antwoord.content.decode()


def test_wie_een_eerder_beeindigde_betrokkenheid_beeindigt_leest_de_laatste_dag(
    ingelogd: Ingelogd,
) -> None:
    kind, amira = _kind(), ingelogd("amira")
    with als(JORIS):
        betrokkenheid_beeindigen(kind, tot=date(2022, 6, 1))
    blad = f"{PERSONEN}/{kind}/einde"

    anders, zelfde = amira.post(blad, {"tot": "2-6-2022"}), amira.post(blad, {"tot": "1-6-2022"})

    stand, pagina = _gelezen(anders)
    assert (stand, "Dit is al beëindigd: tot en met 1 juni 2022." in pagina) == (409, True)
    assert "2-6-2022" in pagina
    assert zelfde.status_code == 302
    assert ingelogd("chantal").post(blad, {"tot": "2-6-2022"}).status_code == 404


def test_wie_een_relatie_beeindigt_terwijl_een_collega_dat_doet_leest_de_laatste_dag(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kind()
    with als(AMIRA):
        relatie = Relatie.objects.get(soort="kind")

    def na_een_collega(*_: Any, **__: Any) -> None:
        relatie_beeindigen(CASUS, relatie.pk, tot=date(2022, 6, 1))
        raise NietToegestaan("Dit kan niet.")

    monkeypatch.setattr("vangnet.web.zaken.relaties.relatie_beeindigen", na_een_collega)
    blad = f"/zaken/{CASUS}/relaties/{relatie.pk}/einde"

    stand, pagina = _gelezen(ingelogd("amira").post(blad, {"tot": "2-6-2022"}))

    assert (stand, "Dit is al beëindigd: tot en met 1 juni 2022." in pagina) == (409, True)


def test_wie_de_kant_wijzigt_van_wie_niet_meer_betrokken_is_houdt_de_reden(
    ingelogd: Ingelogd,
) -> None:
    kind = _kind()
    with als(JORIS):
        betrokkenheid_beeindigen(kind, tot=date(2022, 6, 1))

    stand, pagina = _gelezen(ingelogd("amira").post(f"{PERSONEN}/{kind}/kant", REDEN))

    zin = "Deze persoon is niet meer betrokken: tot en met 1 juni 2022."
    assert (stand, zin in pagina, REDEN["reden"] in pagina) == (409, True, True)


def test_wie_een_kant_kiest_na_een_collega_gaat_daar_niet_ongezien_overheen(
    ingelogd: Ingelogd,
) -> None:
    with als(AMIRA):
        hoofd = Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene")
    amira, blad = ingelogd("amira"), f"{PERSONEN}/{hoofd.pk}/kant"
    assert amira.get(blad).context["formulier"]["van"].value() == 0
    with als(AMIRA):
        zijde_wisselen(hoofd.pk, gelezen=None, zijde=2, reden="Zij staan tegenover elkaar.")

    voor = len(in_het_journaal("betrokkenen.ingezien"))
    stand, pagina = _gelezen(amira.post(blad, REDEN))

    assert (stand, "Nu is het: Kant 2." in pagina, REDEN["reden"] in pagina) == (409, True, True)
    assert in_het_journaal("betrokkenen.ingezien")[voor:] == [(AMIRA.gebruiker, CASUS, CASUS, True)]
    assert _regels_van("casus.geweigerd") == ["deelname_regelen"]
    with als(AMIRA):
        assert Betrokkenheid.objects.get(pk=hoofd.pk).zijde == 2


def test_dezelfde_kant_nog_eens_verstuurd_is_opgeslagen(ingelogd: Ingelogd) -> None:
    with als(AMIRA):
        hoofd = Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene")
    amira, blad = ingelogd("amira"), f"{PERSONEN}/{hoofd.pk}/kant"
    ander = REDEN | {"reden": "Een ander woord ervoor."}

    standen = [amira.post(blad, een).status_code for een in (REDEN, REDEN, ander)]

    assert standen == [302, 302, 409]


def test_op_de_laatste_dag_is_iemand_nog_betrokken_en_wisselt_van_kant(ingelogd: Ingelogd) -> None:
    kind = _kind()
    with als(JORIS):
        betrokkenheid_beeindigen(kind, tot=vandaag())

    assert ingelogd("amira").post(f"{PERSONEN}/{kind}/kant", REDEN).status_code == 302


def test_wie_wisselt_na_een_collega_leest_de_inzet_en_houdt_de_tekst(ingelogd: Ingelogd) -> None:
    with als(AMIRA):
        inzet_wisselen(CASUS, naar="ondersteuning")

    stand, pagina = _gelezen(ingelogd("amira").post(INZET, LICHT))

    zin = "De inzet is al gewisseld. Nu is het: Ondersteuning."
    assert (stand, zin in pagina, LICHT["vraag"] in pagina) == (409, True, True)
    assert in_het_journaal("casus.geweigerd") == [(AMIRA.gebruiker, CASUS, None, False)]
    assert ingelogd("chantal").post(INZET, LICHT).status_code == 404


def test_wie_dezelfde_persoon_toevoegt_als_een_collega_leest_dat_die_er_staat(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = _kind()
    with als(AMIRA):
        alle = list(Betrokkenheid.objects.filter(casus=CASUS).select_related("persoon"))
    persoon = next(een.persoon_id for een in alle if een.pk == kind)
    lijsten = iter([[een for een in alle if een.pk != kind], alle])
    monkeypatch.setattr("vangnet.web.zaken.betrokkenen.staan_erin", lambda *_, **__: next(lijsten))
    velden = {
        "wie": str(persoon),
        "achternaam": "Zwaluw",
        "rol": "kind",
        "relatie_soort": "kind",
        "relatie_met": str(id_van("betrokkene")),
        "vanaf": "1-3-2022",
    }

    antwoord = ingelogd("amira").post(f"{PERSONEN}/nieuw", velden)

    assert antwoord.status_code == 422
    assert antwoord.context["formulier"].errors["wie"] == ["Deze persoon staat al in de zaak."]
